"""A perceptron learns the logical functions of two inputs."""
import numpy as np

inputs = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])
gates = {
    "AND": np.array([0, 0, 0, 1]),
    "OR": np.array([0, 1, 1, 1]),
    "NAND": np.array([1, 1, 1, 0]),
}


def step(value):
    return 1 if value >= 0 else 0


def train(inputs, targets, rate=0.5, epochs=20):
    weights = np.zeros(inputs.shape[1])
    bias = 0.0
    for epoch in range(epochs):
        mistakes = 0
        for x, t in zip(inputs, targets):
            error = t - step(np.dot(weights, x) + bias)
            if error != 0:
                mistakes += 1
                weights += rate * error * x
                bias += rate * error
        print(f"  epoch {epoch + 1}: {mistakes} mistakes, w = {weights}, b = {bias}")
        if mistakes == 0:
            break
    return weights, bias


for name, targets in gates.items():
    print(name)
    w, b = train(inputs, targets)
    answers = [step(x @ w + b) for x in inputs]
    print("  learned", answers, "wanted", targets.tolist(), answers == targets.tolist())
