import Arrays
import Datasets
import NeuralNetwork

extension Command {
  static let data = Command(
    "data", .data, "Makes or reads a data set and binds it to X and Y.",
    parameters: [
      .required(
        "source", .wordOrFile(DatasetCatalog.all.map(\.name)), "a generator, or a file: .csv, .tsv, .npz, .npy, idx"),
      .option("seed", "draws from a generator of its own with this seed; without it from the global one"),
    ] + DatasetArguments.parameters + FileArguments.parameters,
    details: """
      X has a sample in each row (set convention columns: in each column), Y is a column of
      targets beside it: whole numbers for classes. The names of classes in a file become
      0, 1, 2, … in alphabetical order. moons, circles and blobs are scikit-learn's, number
      for number: data moons samples=1000 noise=0.2 seed=42 is
      make_moons(n_samples=1000, noise=0.2, random_state=42).

      A table is UTF-8 text, its cells separated by comma, semicolon, tab, | or blanks.
      Columns are named, or numbered from 0, the last is -1. Columns of text become
      one-hot columns, color=blue and color=red. A cell is missing if it is empty, ?, NA,
      NaN, null or None. Lines that begin with # are comments.
        data "wine.csv" target=0
        data "flowers.csv" target=species ignore=date,place missing=drop
        data "houses.csv" target=price columns=[size, rooms] header=True

      An archive .npz with arrays X and Y, or x_train, y_train, x_test and y_test, binds
      them; MNIST's idx files are read with the labels that lie beside them.
      """,
    examples: ["data moons samples=200 noise=0.2 seed=42", "show data", "X, Y = data(\"circles\", samples=100)"],
    seeAlso: ["split", "standardize", "train", "datasets"]
  ) { input in
    guard let source = try input.text("source") else { throw Fault(.value, "data needs a generator or a file") }
    let dataset: Dataset
    if let kind = DatasetCatalog.all.first(where: { $0.name == source }) {
      dataset = try input.generate(kind)
    } else {
      dataset = try input.read(source)
    }
    let model = input.model
    var (x, y) = try model.oriented(dataset.features, dataset.targets)
    var bound = [(name: "X", array: x), (name: "Y", array: y)]
    if let test = dataset.test {
      let (testX, testY) = try model.oriented(test.features, test.targets)
      bound = [
        (name: "X_train", array: x), (name: "Y_train", array: y), (name: "X_test", array: testX),
        (name: "Y_test", array: testY),
      ]
      (x, y) = (try x.copy(), try y.copy())
    }
    model.bindData(dataset.test == nil ? bound : bound + [(name: "X", array: x), (name: "Y", array: y)])
    // Parts of the data before would still be trained on.
    model.forgetScalingOfData()
    let names = Set(bound.map(\.name)).union(["X", "Y"])
    model.unbindMarked { model.dataNames.contains($0) && !names.contains($0) }
    model.classNames = dataset.labelNames
    model.featureNames = dataset.featureNames
    input.tell(dataset, bound: bound)
    return .tuple(TupleObject([.array(x), .array(y)]))
  }
}

extension Model {
  /// Samples × features, and samples × targets (a list is a column), as the convention wants them: fresh arrays in columns. Targets of more
  /// dimensions keep the samples first.
  func oriented(_ features: NDArray, _ targets: NDArray) throws -> (NDArray, NDArray) {
    let targets = targets.dimensions == 1 ? try targets.reshaped([targets.count, 1]) : targets
    if convention == .rows { return (features, targets) }
    return (try features.turned(), targets.dimensions == 2 ? try targets.turned() : targets)
  }
}

extension NDArray {
  /// The transpose of a matrix, copied.
  func turned() throws -> NDArray { try transposed.copy() }
}
