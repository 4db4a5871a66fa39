import Arrays
import Testing

@Suite struct ProductTests {
  @Test func productsAreNumPys() throws {
    for item in try OracleCase.read("products.txt") where item.family == "product" {
      item.check(tolerance: 1e-9) {
        switch item.operation {
        case "matmul": try NDArray.matmul(item.array(0), item.array(1))
        case "dot": try NDArray.dot(item.array(0), item.array(1))
        case "inner": try NDArray.inner(item.array(0), item.array(1))
        case "outer": try NDArray.outer(item.array(0), item.array(1))
        default: try NDArray.solve(item.array(0), item.array(1))
        }
      }
    }
  }

  @Test func linearAlgebraIsNumPys() throws {
    for item in try OracleCase.read("products.txt") where item.family == "matrix" {
      item.check(tolerance: 1e-9) {
        switch item.operation {
        case "inverse": try NDArray.inverse(item.array(0))
        case "determinant": try NDArray.determinant(item.array(0))
        case "trace": try NDArray.trace(item.array(0))
        case "norm": NDArray(scalar: .float(try NDArray.norm(item.array(0))))
        default: try NDArray.matrixPower(item.array(0), 3)
        }
      }
    }
  }

  @Test func factsNameShapesAndOperation() {
    let a = NDArray(zeros: [2, 3])
    #expect(throws: ArrayError.shapeMismatch(left: [2, 3], right: [2, 3], operation: "@")) { try NDArray.matmul(a, a) }
    #expect(throws: ArrayError.notSquare(shape: [2, 3])) { try NDArray.inverse(a) }
    #expect(throws: ArrayError.singularMatrix) { try NDArray.inverse(NDArray(zeros: [2, 2])) }
  }

  /// Views of every layout, large enough to go through BLAS.
  @Test func layoutsAgree() throws {
    let n = 40
    let square = NDArray((0..<(n * n)).map { Double($0 % 23) - 11 }, shape: [n, n])
    func turned(_ a: NDArray) -> NDArray {
      NDArray(viewing: a, shape: Dims(a.shape.reversed()), strides: Dims(a.strides.reversed()), offset: 0)
    }
    func reversed(_ a: NDArray) -> NDArray {
      NDArray(viewing: a, shape: a.shape, strides: [-n, 1], offset: n * (n - 1))
    }
    for a in [square, turned(square), reversed(square), turned(reversed(square))] {
      for b in [square, turned(square), reversed(square)] {
        let product = try NDArray.matmul(a, b)
        for (i, j) in [(0, 0), (3, 17), (n - 1, n - 2)] {
          let sum = (0..<n).reduce(0.0) {
            $0 + a.doubles[i * a.strides[0] + $1 * a.strides[1]] * b.doubles[$1 * b.strides[0] + j * b.strides[1]]
          }
          #expect(product.doubles[i * n + j] == sum)
        }
      }
    }
  }
}
