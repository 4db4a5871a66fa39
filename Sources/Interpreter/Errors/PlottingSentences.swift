import Plotting
import Syntax

/// Facts about drawing as sentences.
extension PlottingError {
  public var sentence: String {
    switch self {
    case .missing: "gnuplot, which draws the pictures, is not installed"
    case .cannotStart(let code): "gnuplot does not start: \(systemReason(code))"
    case .killed(let signal): "gnuplot was ended by signal \(signal) before the picture was done"
    case .failed(let message): "gnuplot could not draw the picture: \(message)"
    case .timedOut(let seconds): "gnuplot was not done after \(seconds) seconds"
    case .cancelled: "interrupted"
    }
  }

  public var hint: Hint? {
    self == .missing ? "on Debian: apt install gnuplot-nox" : nil
  }
}
