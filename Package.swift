// swift-tools-version: 6.1
import PackageDescription

// The arrows of the house: a target may import what stands in its dependencies, and nothing else.
let package = Package(
  name: "nn",
  products: [
    .executable(name: "nn", targets: ["nn"]),
    .library(name: "NeuralNetwork", targets: ["NeuralNetwork", "Arrays", "Support"]),
  ],
  targets: [
    .systemLibrary(name: "CReadline", providers: [.apt(["libreadline-dev"])]),
    .systemLibrary(name: "CZlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(name: "CCmark", providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]),

    .target(name: "CBLAS"),
    .target(name: "CKernels", cSettings: [.unsafeFlags(["-O3"])]),
    .target(name: "CChafa"),
    .target(name: "CLocale"),
    .target(name: "Support", dependencies: ["CLocale"]),
    .target(name: "Arrays", dependencies: ["CBLAS", "CKernels"]),
    .target(name: "NeuralNetwork", dependencies: ["Arrays", "CKernels", "Support"]),
    .target(name: "Datasets", dependencies: ["Arrays", "CZlib", "Support"]),
    .target(name: "Plotting", dependencies: ["CChafa", "Support"]),
    .target(name: "Syntax"),
    .target(
      name: "Interpreter",
      dependencies: ["Syntax", "NeuralNetwork", "Datasets", "Plotting", "Arrays", "CKernels", "Support"]),
    .target(name: "Notebook", dependencies: ["Interpreter", "Plotting", "Support", "Syntax", "CCmark"]),
    .executableTarget(
      name: "nn",
      dependencies: [
        "Notebook", "Interpreter", "NeuralNetwork", "Plotting", "Support", "Syntax", "CKernels", "CReadline",
      ],
      // One file starts faster than one that looks for its libraries.
      linkerSettings: [.unsafeFlags(["-static-stdlib"])]),

    .testTarget(name: "SupportTests", dependencies: ["Support"]),
    .testTarget(name: "ArraysTests", dependencies: ["Arrays"], exclude: ["Fixtures"]),
    .testTarget(
      name: "NeuralNetworkTests", dependencies: ["Arrays", "NeuralNetwork", "CKernels", "Support"],
      exclude: ["Fixtures"]),
    .testTarget(name: "DatasetsTests", dependencies: ["Arrays", "Datasets", "Support"], exclude: ["Fixtures"]),
    .testTarget(name: "PlottingTests", dependencies: ["Plotting"]),
    .testTarget(name: "SyntaxTests", dependencies: ["Syntax"]),
    .testTarget(
      name: "InterpreterTests", dependencies: ["Arrays", "Interpreter", "NeuralNetwork", "Plotting", "Syntax"],
      exclude: ["Fixtures"]),
    .testTarget(name: "NotebookTests", dependencies: ["Interpreter", "Notebook"]),
    .testTarget(name: "ShellTests"),
  ],
  swiftLanguageModes: [.v6]
)

// scripts/fuzz alone builds this: libFuzzer brings the main function.
if Context.environment["NN_FUZZ"] != nil {
  package.targets.append(
    .executableTarget(name: "nn-fuzz", dependencies: ["Interpreter", "Syntax"], path: "Tests/Fuzz"))
}
