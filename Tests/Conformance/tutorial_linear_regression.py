"""Linear regression by gradient descent beside the normal equation."""
import numpy as np

np.random.seed(0)
m = 100
X = 2 * np.random.rand(m, 1)
y = 4 + 3 * X + np.random.randn(m, 1)
Xb = np.c_[np.ones((m, 1)), X]

theta = np.random.randn(2, 1)
rate = 0.1
for iteration in range(1001):
    residual = Xb @ theta - y
    gradient = 2 / m * Xb.T.dot(residual)
    theta = theta - rate * gradient
    if iteration % 200 == 0:
        print("iteration", iteration, "mse", np.mean(residual ** 2))

print("theta by descent:")
print(theta)
best = np.linalg.inv(Xb.T @ Xb) @ Xb.T @ y
print("theta by the normal equation:")
print(best)
print("close:", np.allclose(theta, best, atol=1e-4))
new = np.array([[0], [2]])
print(np.hstack((np.ones((2, 1)), new)) @ theta)
ss_res = np.sum((y - Xb @ best) ** 2)
ss_tot = np.sum((y - y.mean()) ** 2)
print("R2 = %.6f" % (1 - ss_res / ss_tot))
