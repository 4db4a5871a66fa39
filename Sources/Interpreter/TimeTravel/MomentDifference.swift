import Arrays
import NeuralNetwork

/// What is different between two states, as `diff` reports it.
struct MomentDifference {
  let old: Moment
  let new: Moment
  let session: Session

  /// Whole lines; empty if nothing is different.
  var report: StyledText {
    var text = parameters
    for line in declarations {
      text.append(HelpText.wrapped(line, indent: 2).joined(separator: "\n").dropFirst(2) + "\n")
    }
    let names = self.names
    for (title, list) in [("bound", names.bound), ("removed", names.removed), ("changed", names.changed)]
    where !list.isEmpty {
      let lines = HelpText.wrapped(list.joined(separator: ", "), indent: 9)
      text.append(title.padded(9), .heading)
      text.append(lines.joined(separator: "\n").dropFirst(9) + "\n")
    }
    return text
  }

  /// A table of the parameters; empty if all are the same.
  private var parameters: StyledText {
    let names = { (moment: Moment) in moment.network.map { Set($0.parameterNames) } ?? [] }
    let (before, after) = (names(old), names(new))
    let convention = new.state.model.convention
    var table = TextTable([
      ("parameter", .left), ("shape", .left), ("largest change", .right), ("at", .left), ("mean change", .right),
      ("", .left),
    ])
    var isEmpty = true
    for name in before.union(after).sorted(by: { $0.order < $1.order }) {
      let (a, b) = (old.parameter(name), new.parameter(name))
      let text = name.text(convention)
      switch (a, b) {
      case (let a?, let b?) where a.shape == b.shape:
        guard let change = Change(a, b) else { continue }
        table.add([
          text, b.shape.text, NumberText.short(change.largest, 4), change.index, NumberText.short(change.mean, 4), "",
        ])
      case (let a?, let b?): table.add([text, b.shape.text, "", "", "", "was \(a.shape.text)"])
      case (nil, let b?): table.add([text, b.shape.text, "", "", "", "new"])
      case (let a?, nil): table.add([text, a.shape.text, "", "", "", "gone"])
      case (nil, nil): continue
      }
      isEmpty = false
    }
    return isEmpty ? StyledText() : table.styled
  }

  /// The absolute differences of two arrays of one shape; nil if there is none.
  private struct Change {
    private(set) var largest = 0.0
    private(set) var index = ""
    private(set) var mean = 0.0

    init?(_ a: NDArray, _ b: NDArray) {
      var (position, at, isSame) = (0, 0, true)
      var other: [Double] = []
      b.forEachElement { other.append($0.double) }
      a.forEachElement { scalar in
        let (x, y) = (scalar.double, other[position])
        if x.bitPattern != y.bitPattern { isSame = false }
        let distance = x == y || (x.isNaN && y.isNaN) ? 0 : abs(x - y)
        mean += distance
        if distance > largest || (distance.isNaN && !largest.isNaN) { (largest, at) = (distance, position) }
        position += 1
      }
      if isSame { return nil }
      mean /= Double(max(position, 1))
      let columns = max(a.shape.last ?? 1, 1)
      index = a.dimensions == 2 ? "[\(at / columns), \(at % columns)]" : "[\(at)]"
    }
  }

  private var declarations: [String] {
    let (a, b) = (old.state, new.state)
    var lines: [String] = []
    func compare(_ what: String, _ x: String?, _ y: String?) {
      if x != y { lines.append("\(what) \(y ?? "none") (was \(x ?? "none"))") }
    }
    let (network, after) = (old.network, new.network)
    compare("network", network?.declaration.text, after?.declaration.text)
    compare("loss", a.model.loss?.text, b.model.loss?.text)
    compare("optimizer", a.model.optimizer.text, b.model.optimizer.text)
    compare("init", a.model.initializer.text, b.model.initializer.text)
    compare("set convention", a.model.convention.rawValue, b.model.convention.rawValue)
    compare("set dtype", "\(a.model.precision)", "\(b.model.precision)")
    let epochs = (network?.history.losses.count ?? 0, after?.history.losses.count ?? 0)
    if epochs.0 != epochs.1 { lines.append("history \(counted(epochs.1, "epoch")) (was \(epochs.0))") }
    if a.generator != b.generator { lines.append("the random generator has moved on") }
    if a.settings != b.settings { lines.append("the settings of print, pictures or undo_memory are others") }
    return lines
  }

  /// The names of the top level, without the live parameters.
  private var names: (bound: [String], removed: [String], changed: [String]) {
    var names: (bound: [String], removed: [String], changed: [String]) = ([], [], [])
    for variable in session.globals.all where !variable.isEcho {
      if new.network?.parameterNames.contains(where: { $0.text(new.state.model.convention) == variable.name }) ?? false
      {
        continue
      }
      switch (old.value(variable), new.value(variable)) {
      case (nil, nil): continue
      case (nil, _?): names.bound.append(variable.name)
      case (_?, nil): names.removed.append(variable.name)
      case (let a?, let b?): if !old.looksEqual(a, b, in: new) { names.changed.append(variable.name) }
      }
    }
    return (names.bound.sorted(), names.removed.sorted(), names.changed.sorted())
  }
}

extension EngineName {
  /// W1, b1, W2, …
  fileprivate var order: Int {
    switch self {
    case .weights(let layer): 2 * layer
    case .bias(let layer): 2 * layer + 1
    default: 0
    }
  }
}
