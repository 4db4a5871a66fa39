import Glibc
import Support

/// Facts about files as sentences.
extension FileError {
  public var sentence: String {
    switch self {
    case .failed(.open, let path, ENOENT): "there is no file \(path)"
    case .failed(.open, let path, EACCES): "\(path) may not be read"
    case .failed(.read, let path, EISDIR): "\(path) is a directory"
    case .failed(let operation, let path, let code): "cannot \(operation.rawValue) \(path): \(systemReason(code))"
    case .notRegular(let operation, let path): "cannot \(operation.rawValue) \(path): it is not a regular file"
    case .tooLarge(let path, let limit): "\(path) is too large: more than \(FileError.size(limit))"
    case .binary(let path): "\(path) is a binary file, not a script"
    case .notAProgram(let path, let kind): "\(path) is \(kind.words), not a program\(kind.use)"
    case .notUTF8(let path, let line): "\(path) is not UTF-8 text (line \(line))"
    case .readOnly(let path): "cannot write \(path): it is write-protected"
    case .ownedByAnother(let path): "cannot write \(path): it belongs to another user, and would be yours afterwards"
    case .occupied(let path, let kind, _): "\(path) is \(kind.words), which would be lost"
    case .interrupted: "interrupted"
    }
  }

  public var hint: String? {
    switch self {
    case .occupied(_, _, let allowed) where !allowed.isEmpty:
      "only \(list(allowed.map(\.words), "or")) is written over; take another name"
    case .occupied: "take another name"
    case .readOnly(let path): "chmod u+w \(path)"
    default: nil
    }
  }

  private static func size(_ bytes: Int) -> String { bytes >> 30 > 0 ? "\(bytes >> 30) GB" : "\(bytes >> 20) MB" }
}

extension FileKind {
  /// With its article.
  public var words: String {
    switch self {
    case .directory: "a directory"
    case .special: "not a regular file"
    case .empty: "an empty file"
    case .network: "a network that save wrote"
    case .safetensors: "a safetensors file"
    case .npy: "a NumPy array"
    case .zip: "a zip archive (as .npz files are)"
    case .gzip: "a gzip archive"
    case .pdf: "a PDF document"
    case .png: "a PNG picture"
    case .jpeg: "a JPEG picture"
    case .gif: "a GIF picture"
    case .webp: "a WebP picture"
    case .svg: "an SVG picture"
    case .html: "an HTML page"
    case .jupyter: "a Jupyter notebook"
    case .text: "a text file"
    case .binary: "a binary file"
    }
  }
}

extension FileKind {
  /// What else can be done with it.
  fileprivate var use: String {
    switch self {
    case .network: ": load reads it"
    case .npy, .zip: ": data reads it"
    case .jupyter: ": jupyter nbconvert --to script takes the program out of it"
    default: ""
    }
  }
}

/// `no such file or directory`
func systemReason(_ code: Int32) -> String {
  let text = String(cString: strerror(code))
  return text.prefix(1).lowercased() + text.dropFirst()
}
