"""Convolution and pooling by loops."""
import numpy as np

image = np.array([[3, 0, 1, 2, 7, 4],
                  [1, 5, 8, 9, 3, 1],
                  [2, 7, 2, 5, 1, 3],
                  [0, 1, 3, 1, 7, 8],
                  [4, 2, 1, 6, 2, 8],
                  [2, 4, 5, 2, 3, 9]])
kernel = np.array([[1, 0, -1]] * 3)


def convolve(image, kernel, stride=1, pad=0):
    if pad > 0:
        framed = np.zeros((image.shape[0] + 2 * pad, image.shape[1] + 2 * pad), dtype=image.dtype)
        framed[pad:-pad, pad:-pad] = image
        image = framed
    k = kernel.shape[0]
    h = (image.shape[0] - k) // stride + 1
    w = (image.shape[1] - k) // stride + 1
    out = np.zeros((h, w), dtype=image.dtype)
    for i in range(h):
        for j in range(w):
            window = image[i * stride:i * stride + k, j * stride:j * stride + k]
            out[i, j] = np.sum(window * kernel)
    return out


print(convolve(image, kernel))
print(convolve(image, kernel, stride=2, pad=1))
blur = np.full((3, 3), 1 / 9)
print(convolve(image.astype(float), blur).round(3))


def pool(x, size=2, mode="max"):
    h, w = x.shape[0] // size, x.shape[1] // size
    out = np.empty((h, w))
    for i in range(h):
        for j in range(w):
            block = x[i * size:(i + 1) * size, j * size:(j + 1) * size]
            out[i, j] = block.max() if mode == "max" else block.mean()
    return out


print(pool(image))
print(pool(image, mode="average"))
print(image.reshape(3, 2, 3, 2).max(axis=(1, 3)))
