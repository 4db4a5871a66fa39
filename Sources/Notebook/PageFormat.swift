/// What a notebook is rendered to.
public enum PageFormat: String, Sendable, CaseIterable {
  case html, markdown, jupyter

  /// The ending of its files.
  public var ending: String {
    switch self {
    case .html: "html"
    case .markdown: "md"
    case .jupyter: "ipynb"
    }
  }

  /// By the ending of the file's name; nil if it is none of these.
  public init?(path: String) {
    let name = path.split(separator: "/", omittingEmptySubsequences: false).last ?? ""
    guard let dot = name.lastIndex(of: ".") else { return nil }
    switch name[name.index(after: dot)...].lowercased() {
    case "html", "htm": self = .html
    case "md", "markdown": self = .markdown
    case "ipynb": self = .jupyter
    default: return nil
    }
  }
}
