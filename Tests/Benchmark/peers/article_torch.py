"""The article's program in PyTorch, without its pictures. One thread is the fastest at this size."""
import torch
from sklearn.datasets import make_moons
from sklearn.model_selection import train_test_split

torch.set_num_threads(1)
X, Y = make_moons(n_samples=1000, noise=0.2, random_state=42)
parts = train_test_split(X, Y.reshape(-1, 1), test_size=0.2, random_state=42)
X_train, X_test, Y_train, Y_test = (torch.as_tensor(part, dtype=torch.float64) for part in parts)

torch.manual_seed(42)
model = torch.nn.Sequential(torch.nn.Linear(2, 10), torch.nn.ReLU(), torch.nn.Linear(10, 1)).double()
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
loss_of = torch.nn.BCEWithLogitsLoss()


def accuracy(x, y):
    with torch.no_grad():
        return ((model(x) > 0) == y).double().mean().item()


for epoch in range(1, 1001):
    optimizer.zero_grad()
    loss = loss_of(model(X_train), Y_train)
    loss.backward()
    optimizer.step()
    if epoch % 100 == 0:
        print(f"Epoch {epoch}/1000 - Loss: {loss.item():.4f} - Accuracy: {accuracy(X_train, Y_train):.4f}")
print(f"{accuracy(X_train, Y_train):.4f} {accuracy(X_test, Y_test):.4f}")
