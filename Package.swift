// swift-tools-version: 6.1
import PackageDescription

// The arrows of the house: a target may import what stands in its dependencies, and nothing else.
let package = Package(
  name: "nn",
  products: [
    .executable(name: "nn", targets: ["nn"]),
    .library(name: "NeuralNetwork", targets: ["NeuralNetwork", "Arrays"]),
  ],
  targets: [
    .systemLibrary(name: "CReadline", providers: [.apt(["libreadline-dev"])]),
    .systemLibrary(name: "CZlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(name: "CCmark", providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]),

    .target(name: "CBLAS"),
    .target(name: "CKernels", cSettings: [.unsafeFlags(["-O3"])]),
    .target(name: "CChafa"),
    .target(name: "Arrays", dependencies: ["CBLAS", "CKernels"]),
    .target(name: "NeuralNetwork", dependencies: ["Arrays", "CKernels"]),
    .target(name: "Datasets", dependencies: ["Arrays", "CZlib"]),
    .target(name: "Plotting", dependencies: ["Arrays", "CChafa"]),
    .target(name: "Syntax"),
    .target(
      name: "Interpreter", dependencies: ["Syntax", "NeuralNetwork", "Datasets", "Plotting", "Arrays", "CKernels"]),
    .target(name: "Notebook", dependencies: ["Interpreter", "Plotting", "Syntax", "CCmark"]),
    .executableTarget(
      name: "nn", dependencies: ["Notebook", "Interpreter", "Plotting", "CKernels", "CReadline"],
      // One file starts faster than one that looks for its libraries.
      linkerSettings: [.unsafeFlags(["-static-stdlib"])]),

    .testTarget(name: "ArraysTests", dependencies: ["Arrays"], exclude: ["Fixtures"]),
    .testTarget(name: "NeuralNetworkTests", dependencies: ["NeuralNetwork", "CKernels"], exclude: ["Fixtures"]),
    .testTarget(name: "DatasetsTests", dependencies: ["Datasets"], exclude: ["Fixtures"]),
    .testTarget(name: "PlottingTests", dependencies: ["Plotting"]),
    .testTarget(name: "SyntaxTests", dependencies: ["Syntax"]),
    .testTarget(name: "InterpreterTests", dependencies: ["Interpreter", "Plotting"], exclude: ["Fixtures"]),
    .testTarget(name: "NotebookTests", dependencies: ["Notebook"]),
    .testTarget(name: "ShellTests", dependencies: ["Interpreter"]),
  ],
  swiftLanguageModes: [.v6]
)
