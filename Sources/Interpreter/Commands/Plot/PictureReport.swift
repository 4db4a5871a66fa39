import Plotting

extension Picture {
  /// What stands for the picture where none can be shown: its sentence, and the file it was written to. Whole lines.
  public var report: StyledText {
    var text = StyledText()
    if !sentence.isEmpty { for line in HelpText.wrapped(sentence, indent: 0) { text.append(line + "\n") } }
    if let file { text.append("written to \(file)\n", .dim) }
    return text
  }
}
