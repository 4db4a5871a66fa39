import Syntax

/// Modules of Python that programs import and that do not exist here: what to write instead.
enum ForeignModules {
  static func hint(_ path: String) -> Hint? {
    let root = path.split(separator: ".").first.map(String.init) ?? path
    return instead[root]
  }

  private static let table: Hint = "a table is read by data: \(line: "help data")"
  private static let network: Hint =
    "networks are declared here: \(line: "network 2 -> 10 relu -> 1 sigmoid"), then \(line: "help train")"

  static let instead: [String: Hint] = [
    "math": "np has the functions: \(line: "np.sqrt(2)"), np.exp, np.floor, np.prod, \(line: "np.pi")",
    "random":
      "np.random has them: \(line: "np.random.rand()"), np.random.randint, np.random.shuffle, \(line: "seed 42")",
    "time": "time LINE says how long a line takes: \(line: "time np.ones((100, 100)).sum()")",
    "timeit": "time LINE says how long a line takes: \(line: "time np.ones((100, 100)).sum()")",
    "sys": "the arguments of a script are the list argv; \(line: "help quit") tells how to end with a status",
    "os": "\(line: "ls") lists the files of a folder, \(line: "pwd") says which one it is",
    "pathlib": "a path is a str here: 'data/iris.csv'",
    "csv": table, "pandas": table,
    "pickle": "a network is kept by save and load: \(line: "help save")",
    "joblib": "a network is kept by save and load: \(line: "help save")",
    "tqdm": "train shows how far it is by itself: \(line: "help train")",
    "copy": "a.copy() copies an array, a list or a dict",
    "scipy": "of the sciences there is numpy: \(line: "help np.linalg")",
    "seaborn": "pictures are drawn by \(line: "import matplotlib.pyplot as plt") or by plot: \(line: "help plot")",
    "torch": network, "tensorflow": network, "keras": network, "jax": network,
    "warnings": "warnings go to the error stream, once for each place",
  ]
}
