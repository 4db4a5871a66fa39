"""A Markov chain: a stationary distribution, and a walk drawn from it."""
import numpy as np

P = np.array([[0.5, 0.25, 0.25], [0.5, 0.0, 0.5], [0.25, 0.25, 0.5]])
states = ["sun", "rain", "cloud"]
print(P.sum(axis=1) == 1)
p = np.array([1.0, 0.0, 0.0])
for day in range(1, 6):
    p = p @ P
    print(f"day {day}: " + " ".join(f"{name}={value:.4f}" for name, value in zip(states, p)))
print(np.linalg.norm(p @ P - p) < 0.01)
power = np.eye(3)
for _ in range(4):
    power = power @ P
print(power)

np.random.seed(9)
state = 0
visits = {name: 0 for name in states}
walk = []
for step in range(200):
    state = np.random.choice(3, p=P[state])
    visits[states[state]] += 1
    if step < 10:
        walk.append(states[state][0])
print("".join(walk), visits)
