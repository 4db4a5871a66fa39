import Syntax

final class ImportStatement: StatementNode {
  struct Binding {
    let path: String
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
        let value = try Modules.value(binding.path, member: binding.member)
        try binding.target.assign(value, frame)
      } catch {
        throw frame.located(error, binding.span)
      }
    }
    return .normal
  }
}
