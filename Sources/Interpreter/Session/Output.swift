import NeuralNetwork
import Plotting
import Syntax

/// What a session has to say, as it happens. The receiver decides how it looks.
public enum Output {
  /// Text that `print` wrote, as it stands (it may lack a line end).
  case printed(String)
  /// The value of a top-level expression, whole lines.
  case echoed(StyledText)
  /// What a command reports, whole lines.
  case reported(StyledText)
  /// A picture. Where none can be shown, its ``Plotting/Picture/report`` says what it shows.
  case pictured(Picture)
  /// A remark that is no result: "your W1 was replaced". Whole lines; only the shell shows notes.
  case noted(String)
  /// How far the running training has come, nil once it is over. Only where ``Session/Options/showsProgress`` asks for it; a line
  /// that is drawn over and over, no result.
  case progressed(TrainingProgress?)
  /// The screen is to be cleared, where there is one.
  case cleared
  /// For the error stream: `np.log(0)`, a deprecated habit. With its place where there is one.
  case warned(Diagnostic)
}

/// How pictures are shown: as well as the receiver can, as characters, or not at all but for their sentence.
public enum PictureMode: String, CaseIterable, Sendable { case auto, text, off }

/// Receives a session's output.
public protocol OutputSink: AnyObject {
  func receive(_ output: Output)
}

/// Text in which stretches bear a meaning; a terminal may colour them, everything else writes `plain`.
public struct StyledText: ExpressibleByStringInterpolation, Sendable {
  public enum Style: Sendable {
    case plain, strong, dim, heading, code, good, bad, warning
    /// A number's heat: -1 … 1, for the colours of a matrix.
    case heat(Double)
  }
  public private(set) var runs: [(text: String, style: Style)]

  public init(_ text: String = "", _ style: Style = .plain) { runs = text.isEmpty ? [] : [(text, style)] }
  public init(stringLiteral value: String) { self.init(value) }

  public mutating func append(_ text: String, _ style: Style = .plain) {
    if !text.isEmpty { runs.append((text, style)) }
  }
  public mutating func append(_ other: StyledText) { runs += other.runs }

  public var plain: String { runs.map(\.text).joined() }
  public var isEmpty: Bool { runs.isEmpty }
}
