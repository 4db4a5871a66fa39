/// What stands behind `np.`: each list is declared in a file of its family.
public enum NumPyNamespace {
  /// `np.X`.
  public static let functions: [Builtin] =
    creation + shaping + joining + sorting + selecting + numbers + printing + math + reductions
  /// `np.linalg.X`.
  public static let linalg: [Builtin] = linearAlgebra
  /// Methods of arrays and of NumPy's scalars; the first parameter is the array.
  public static let arrayMethods: [Builtin] = shapingMethods + elementMethods + mathMethods
}
