"""Large arrays are shortened, and long lines are wrapped."""
import numpy as np

print(np.arange(1001))
print(np.arange(1000)[:30])
print(np.arange(2000).reshape(40, 50))
print(np.zeros((200, 8)))
print(np.arange(1100.0) / 8)
print(np.ones((30, 40)) > 0)
print(np.arange(1500).reshape(3, 5, 100))
print(np.linspace(0, 1, 25))
print(np.arange(60))
print(np.arange(40) * 1000)
print(np.arange(30) % 2 == 0)
print(np.linspace(-1, 1, 12).reshape(2, 6))
print(np.arange(50).reshape(2, 25) * 1.5)
print(repr(np.arange(30)))
print(repr(np.linspace(0, 3, 13)))
print(repr(np.arange(1200)))
print([np.arange(25)])
wide = np.arange(1, 21).reshape(1, 20) / 7
print(wide)
