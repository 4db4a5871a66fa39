"""k-means on three blobs."""
import numpy as np

np.random.seed(4)
centres = np.array([[0.0, 0.0], [6.0, 1.0], [2.0, 7.0]])
points = np.vstack([c + np.random.randn(15, 2) for c in centres])
chosen = np.random.choice(len(points), 3, replace=False)
means = points[chosen].copy()
print("start from", chosen)

for iteration in range(20):
    distances = np.linalg.norm(points[:, None] - means[None, :], axis=2)
    labels = np.argmin(distances, axis=1)
    moved = 0.0
    for k in range(3):
        members = points[labels == k]
        if len(members) == 0:
            continue
        new = members.mean(axis=0)
        moved += np.abs(new - means[k]).sum()
        means[k] = new
    print(iteration, "moved", f"{moved:.6f}", "sizes", np.bincount(labels, minlength=3))
    if moved < 1e-9:
        break
else:
    print("no convergence")
print(means[np.argsort(means[:, 0])])
inertia = sum(((points[labels == k] - means[k]) ** 2).sum() for k in range(3))
print("inertia", inertia)
