import CBLAS
import CKernels

/// The processors this process may run on, and how many of them matrix products take.
public enum Processors {
  /// At least 1; fewer than the machine has if the process is bound to some.
  public static let count = max(1, Int(nn_processors()))

  /// How many threads a large matrix product takes, and how many the pool keeps; BLAS begins with one for each processor. More of the pool's come
  /// back when they are asked for.
  public static func use(_ threads: Int) {
    nn_blas_threads(Int32(threads))
    nn_parallel_keep(Int32(threads))
  }

  /// Whether products run on the thread that asks for them alone: while a caller brings threads of its own.
  public static func productsStayAlone(_ alone: Bool) { nn_blas_alone(alone) }
}
