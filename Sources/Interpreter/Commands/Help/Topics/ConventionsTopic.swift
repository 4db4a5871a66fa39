extension HelpTopic {
  static let conventions = HelpTopic(
    name: "conventions", aliases: ["convention"], summary: "whether samples are rows or columns.",
    text: { _ in
      """
      set convention rows       samples are rows, as in most programs:
                                Z1 = X @ W1 + b1
                                dW1 = X.T @ dZ1 / m
      set convention columns    samples are columns, as in the mathematics:
                                z1 = W1 @ x + b1
                                dW1 = dz1 @ x.T / m

      Each is the other transposed: the numbers are the same. In columns the names are a0 z1 a1 … dz1 da1; W1 b1 dW1 db1 stay as they are,
      with transposed shapes. The sum over the batch is axis=0 in rows and axis=1 in columns.

      The convention cannot change while there is a network or data: reset first.
      """
    },
    examples: [
      "set convention columns", "network 2 -> 3 relu -> 1 sigmoid", "forward [0.5, -0.2]", "W1 @ x + b1",
      "z1",
    ],
    seeAlso: ["shapes", "set", "reset", "names"])
}
