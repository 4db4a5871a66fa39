import Arrays
import Datasets
import NeuralNetwork

extension Command {
  static let data = Command(
    "data", .data, "Makes or reads a data set and binds it to X and Y.",
    parameters: [
      .required("source", .wordOrFile(DatasetCatalog.all.map(\.name)), "a generator, or a file: .csv, .tsv, .npz"),
      .option("seed", "draws from a generator of its own with this seed; without it from the global one"),
      .option(
        "target", .word([], elseExpression: true), default: "the last column", "of a file: the column to predict"),
    ] + DatasetArguments.parameters,
    details: """
      X has a sample in each row (set convention columns: in each column), Y is a column of
      targets beside it: whole numbers for classes. The names of classes in a file become
      0, 1, 2, … in alphabetical order. moons, circles and blobs are scikit-learn's, number
      for number: data moons samples=1000 noise=0.2 seed=42 is
      make_moons(n_samples=1000, noise=0.2, random_state=42).
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
    let targets = try dataset.targets.reshaped([dataset.targets.count, 1])
    let (x, y) = try model.oriented(dataset.features, targets)
    model.bindData([("X", x), ("Y", y)])
    // Parts of the data before would still be trained on.
    model.unbindMarked { model.dataNames.contains($0) && $0 != "X" && $0 != "Y" }
    model.classNames = dataset.labelNames
    model.featureNames = dataset.featureNames
    input.confirm("X \(x.shape.text), Y \(y.shape.text)")
    return .tuple(TupleObject([.array(x), .array(y)]))
  }
}

extension Model {
  /// Samples × features and samples × 1 as the convention wants them: fresh arrays in columns.
  func oriented(_ features: NDArray, _ targets: NDArray) throws -> (NDArray, NDArray) {
    convention == .rows ? (features, targets) : (try features.turned(), try targets.turned())
  }
}

extension NDArray {
  /// The transpose of a matrix, copied.
  func turned() throws -> NDArray { try transposed.copy() }
}
