"""Writes the .npz and .npy files beside it. Run: python3 array_files.py (NumPy)."""

import numpy as np

table = np.arange(12.0).reshape(4, 3) / 2
labels = np.array([0, 1, 1, 0])
np.savez("stored.npz", X=table, y=labels)
np.savez_compressed("packed.npz", X=np.asfortranarray(table), y=labels.reshape(-1, 1), other=np.arange(3))
np.savez_compressed("images.npz", x_train=(np.arange(200) % 7).astype(np.uint8).reshape(8, 5, 5), y_train=np.eye(8))
np.savez("unnamed.npz", table, labels)
np.savez_compressed(
    "parts.npz", x_train=np.ones((4, 2, 2), np.uint8), y_train=np.arange(4, dtype=np.uint8), x_test=np.zeros((2, 2, 2)),
    y_test=np.arange(2), x_val=np.zeros(1))
np.savez("targets3d.npz", X=np.ones((3, 2)), Y=np.arange(12.0).reshape(3, 2, 2) + 2**53)
np.savez("large_labels.npz", X=np.ones((2, 2)), Y=np.array([2**53, 2**53 + 1]))
np.savez("turned.npz", foo=np.array([0, 1]), bar=np.ones((2, 3)))
np.savez("counts.npz", X=np.ones((6, 2)), Y=np.zeros((3, 2)))
np.savez("no_samples.npz", X=np.zeros((0, 3)), Y=np.zeros(0))
np.savez("floats.npz", X=np.ones((2, 2)), Y=np.array([np.nan, 2.0**63]))
for name, array in {
    "float32": np.array([[0.5, 1.5], [2.5, -3.5]], np.float32),
    "float16": np.array([0.5, 65504], np.float16),
    "int16": np.array([-3, 7], np.int16),
    "int8": np.array([-128, 127], np.int8),
    "uint8": np.array([0, 255], np.uint8),
    "uint64": np.array([1, 2**63], np.uint64),
    "bool": np.array([True, False]),
    "fortran": np.asfortranarray(np.arange(24).reshape(2, 3, 4)),
    "scalar": np.array(2.5),
    "empty": np.zeros((0, 3)),
    "big": np.arange(3, dtype=">f8"),
    "text": np.array(["a", "b"]),
    "objects": np.array([None], object),
    "records": np.zeros(2, [("a", float)]),
    "complex": np.zeros(2, complex),
}.items():
    np.save(name + ".npy", array)
