import Syntax

final class ImportStatement: StatementNode {
  struct Binding {
    let path: String
    /// The path as written, which must exist: `import numpy.linalg` binds numpy.
    let whole: String
    /// nil for `import a.b as c`: the module itself.
    let member: String?
    let target: TargetNode
    let span: Span
  }
  let bindings: [Binding]
  init(_ bindings: [Binding], _ span: Span) {
    self.bindings = bindings
    super.init(span)
  }
  override func execute(_ frame: Frame) throws -> Flow {
    for binding in bindings {
      do {
        if binding.whole != binding.path { _ = try Modules.value(binding.whole, member: nil) }
        let value = try Modules.value(binding.path, member: binding.member)
        try binding.target.assign(value, frame)
      } catch {
        throw frame.located(error, binding.span)
      }
    }
    return .normal
  }
}
