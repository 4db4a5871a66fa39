"""scikit-learn's MLPClassifier, without what the others do not do: momentum, penalty, early stopping."""
import time
import warnings

from sklearn.exceptions import ConvergenceWarning
from sklearn.neural_network import MLPClassifier

from request import serve
from work import BATCH, EPOCHS, LABELS, LAYERS, LR, SAMPLES, X

warnings.simplefilter("ignore", ConvergenceWarning)


def run(_):
    model = MLPClassifier(
        LAYERS[1:-1], solver="sgd", batch_size=BATCH, learning_rate_init=LR, momentum=0, alpha=0, max_iter=EPOCHS, tol=0,
        n_iter_no_change=EPOCHS + 1, shuffle=BATCH < SAMPLES, random_state=1)
    start = time.perf_counter()
    model.fit(X, LABELS)
    return time.perf_counter() - start


run("")
serve(run)
