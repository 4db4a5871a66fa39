import Arrays
import Syntax

/// An f-string.
final class FormattedNode: Node {
  indirect enum Piece {
    case text(String)
    case value(Node, source: String?, conversion: FormattedPiece.Conversion?, format: [Piece]?)
  }
  let pieces: [Piece]
  init(_ pieces: [Piece], _ span: Span) {
    self.pieces = pieces
    super.init(span)
  }

  override func evaluate(_ frame: Frame) throws -> Value { .text(try render(pieces, frame)) }

  private func render(_ pieces: [Piece], _ frame: Frame) throws -> String {
    var result = ""
    let options = frame.session.printOptions
    for piece in pieces {
      switch piece {
      case .text(let text): result += text
      case .value(let node, let source, let conversion, let format):
        if let source { result += source }
        var value = try node.evaluate(frame)
        do {
          // `{x=}` without conversion or format shows the repr, as in Python.
          let conversion = conversion ?? (source != nil && format == nil ? .repr : nil)
          switch conversion {
          case .repr?: value = .text(try repr(value, options))
          case .ascii?: value = .text(asciiRepr(try repr(value, options)))
          case .str?: value = .text(try str(value, options))
          case nil: break
          }
          let spec = try format.map { try render($0, frame) } ?? ""
          let written = try Interpreter.format(value, spec: spec, options: options)
          try checkSize(ofText: 2 * written.utf8.count + 64)
          result += written
        } catch {
          throw frame.located(error, node.span)
        }
      }
    }
    return result
  }
}

private func asciiRepr(_ text: String) -> String {
  var result = ""
  for scalar in text.unicodeScalars {
    if scalar.isASCII {
      result.unicodeScalars.append(scalar)
    } else {
      let hex = String(scalar.value, radix: 16)
      let width = scalar.value < 0x100 ? 2 : scalar.value < 0x10000 ? 4 : 8
      result +=
        (width == 2 ? "\\x" : width == 4 ? "\\u" : "\\U") + String(repeating: "0", count: width - hex.count) + hex
    }
  }
  return result
}
