"""A small genetic search for a bit string."""
import numpy as np

np.random.seed(17)
target = np.array([1, 0, 1, 1, 0, 0, 1, 0, 1, 1])
population = np.random.randint(0, 2, size=(12, target.size))


def fitness(p):
    return (p == target).sum(axis=1)


generation = 0
while generation < 60:
    score = fitness(population)
    best = score.max()
    if generation % 5 == 0 or best == target.size:
        print(generation, "best", best, "mean", score.mean())
    if best == target.size:
        break
    order = np.argsort(-score, kind="stable")
    parents = population[order[:4]]
    children = []
    for _ in range(len(population) - len(parents)):
        a, b = parents[np.random.randint(4)], parents[np.random.randint(4)]
        cut = np.random.randint(1, target.size)
        child = np.concatenate((a[:cut], b[cut:]))
        flip = np.random.rand(target.size) < 0.1
        child = np.where(flip, 1 - child, child)
        children.append(child)
    population = np.vstack([parents, np.array(children)])
    generation += 1
print(population[fitness(population).argmax()])
