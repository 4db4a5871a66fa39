import NeuralNetwork

/// Writes a text file as a whole: a crash leaves the old file or the new one.
public enum WholeFile {
  public static func write(_ text: String, to path: String) throws(Fault) {
    do {
      try AtomicFile.write(Array(text.utf8), to: path)
    } catch {
      throw Fault(.file, error.sentence, hint: error.hint)
    }
  }
}
