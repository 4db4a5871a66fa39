"""The article's program in JAX, without its pictures: a hundred epochs are one compiled scan."""
import jax

jax.config.update("jax_enable_x64", True)
import jax.numpy as jnp
import numpy as np
from sklearn.datasets import make_moons
from sklearn.model_selection import train_test_split

X, Y = make_moons(n_samples=1000, noise=0.2, random_state=42)
X_train, X_test, Y_train, Y_test = train_test_split(X, Y.reshape(-1, 1), test_size=0.2, random_state=42)
x, y = jnp.asarray(X_train), jnp.asarray(Y_train, dtype=float)

np.random.seed(42)
p = [np.random.randn(2, 10) * np.sqrt(2 / 2), np.zeros((1, 10)), np.random.randn(10, 1) * np.sqrt(2 / 10), np.zeros((1, 1))]


def output(p, x):
    return jax.nn.sigmoid(jax.nn.relu(x @ p[0] + p[1]) @ p[2] + p[3])


def loss_of(p):
    a = output(p, x)
    return -jnp.mean(y * jnp.log(a + 1e-8) + (1 - y) * jnp.log(1 - a + 1e-8))


def step(p, _):
    loss, g = jax.value_and_grad(loss_of)(p)
    return [w - 0.1 * d for w, d in zip(p, g)], loss


@jax.jit
def hundred(p):
    p, losses = jax.lax.scan(step, p, None, length=100)
    return p, losses[-1], jnp.mean((output(p, x) > 0.5) == y)


for epoch in range(100, 1001, 100):
    p, loss, accuracy = hundred(p)
    print(f"Epoch {epoch}/1000 - Loss: {loss:.4f} - Accuracy: {accuracy:.4f}")
test = np.mean((np.asarray(output(p, jnp.asarray(X_test))) > 0.5) == Y_test)
print(f"{accuracy:.4f} {test:.4f}")
