import Arrays
import Plotting

/// `plt.title`, `xlabel`, `yscale`, `grid`, …: what stands around a panel.
enum PyplotAxes {
  static let all: [Builtin] = [
    title, label("xlabel", "x", \.x), label("ylabel", "y", \.y),
    limits("xlim", "left", "right", \.x), limits("ylim", "bottom", "top", \.y),
    scale("xscale", \.x), scale("yscale", \.y), ticks("xticks", \.x), ticks("yticks", \.y), grid, axis,
  ]

  private static let title = Builtin(
    "plt.title", "title(label, fontsize=None, fontweight=None, pad=None, loc=None, color=None)",
    "The words above the panel.", example: "import matplotlib.pyplot as plt\nplt.title('words')"
  ) { call in
    var style = try words(call, distance: "pad", usual: 6)
    style.alignment = try call.choice("loc", ["left": .left, "center": .center, "right": .right]) ?? .center
    let text = try str(call[0], call.session.printOptions)
    call.pyplot.panel.title = text
    call.pyplot.panel.titleStyle = style
    return .none
  }

  private static func label(_ name: String, _ axis: String, _ path: WritableKeyPath<Panel, Axis>) -> Builtin {
    Builtin(
      "plt.\(name)", "\(name)(\(name), fontsize=None, fontweight=None, labelpad=None, color=None)",
      "The words beside the \(axis) axis.", example: "import matplotlib.pyplot as plt\nplt.\(name)('words')"
    ) { call in
      let style = try words(call, distance: "labelpad", usual: 4)
      let text = try str(call[0], call.session.printOptions)
      call.pyplot.panel[keyPath: path].label = text
      call.pyplot.panel[keyPath: path].labelStyle = style
      return .none
    }
  }

  private static func words(_ call: Call, distance: String, usual: Double) throws -> WordStyle {
    var style = WordStyle()
    style.size = try call.fontSize()
    style.isBold = try call.isBold()
    style.color = try call.color(anyOf: "color")
    style.distance = (try call.size(distance, within: -100...100) ?? usual) - usual
    return style
  }

  private static func limits(_ name: String, _ low: String, _ high: String, _ path: WritableKeyPath<Panel, Axis>)
    -> Builtin
  {
    Builtin(
      "plt.\(name)", "\(name)(\(low)=None, \(high)=None)",
      "Where the axis begins and ends; without arguments it says where.",
      example: "import matplotlib.pyplot as plt\nplt.\(name)(0, 1)"
    ) { call in
      let panel = call.pyplot.panel
      let shown = path == \Panel.x ? panel.xRange : panel.yRange
      var (first, last) = (shown.lowerBound, shown.upperBound)
      if panel[keyPath: path].isReversed { swap(&first, &last) }
      if call.named(low) == nil, call.named(high) == nil {
        return .tuple(TupleObject([.float(first), .float(last)]))
      }
      if let value = call.named(low), value.asDouble == nil {
        let both = try makeArray(value).doubleValues
        guard both.count == 2, call.named(high) == nil else {
          throw Fault(.value, "plt.\(name) needs two numbers: \(low) and \(high)", hint: "plt.\(name)(0, 1)")
        }
        (first, last) = (both[0], both[1])
      } else {
        first = try call.number(low) ?? first
        last = try call.number(high) ?? last
      }
      guard first.isFinite, last.isFinite, first != last else {
        throw Fault(.value, "plt.\(name) needs two different finite numbers")
      }
      call.pyplot.panel[keyPath: path].range = min(first, last)...max(first, last)
      call.pyplot.panel[keyPath: path].isReversed = first > last
      return .none
    }
  }

  private static func scale(_ name: String, _ path: WritableKeyPath<Panel, Axis>) -> Builtin {
    Builtin(
      "plt.\(name)", "\(name)(value)", "'log' or 'linear'.",
      example: "import matplotlib.pyplot as plt\nplt.\(name)('log')"
    ) { call in
      let word = try call.string(0)
      guard word == "log" || word == "linear" else {
        throw Fault(.value, "plt.\(name): the scale is 'log' or 'linear', not '\(word)'")
      }
      call.pyplot.panel[keyPath: path].scale = word == "log" ? .logarithmic : .linear
      return .none
    }
  }

  private static func ticks(_ name: String, _ path: WritableKeyPath<Panel, Axis>) -> Builtin {
    Builtin(
      "plt.\(name)", "\(name)(ticks=None, labels=None, rotation=None, fontsize=None)",
      "Where the axis has marks, their words, and how these are written.",
      example: "import matplotlib.pyplot as plt\nplt.\(name)([0, 1], ['no', 'yes'])"
    ) { call in
      let places = try call.numbers("ticks")
      let labels = try call.named("labels").map { try materialize($0).map { try str($0, call.session.printOptions) } }
      if let labels {
        guard let places else { throw Fault(.value, "plt.\(name): labels need ticks, the places where they stand") }
        guard labels.count == places.count else {
          throw Fault(.value, "plt.\(name): \(counted(places.count, "mark")), but \(counted(labels.count, "label"))")
        }
      }
      let angle =
        if case .string? = call.named("rotation") {
          try call.choice("rotation", ["horizontal": 0.0, "vertical": 90])
        } else {
          try call.size("rotation", within: -360...360)
        }
      let size = try call.fontSize()
      if let places {
        call.pyplot.panel[keyPath: path].ticks = places.indices.map {
          Axis.Tick(places[$0], labels?[$0] ?? NumberText.short(places[$0]))
        }
      }
      if let angle { call.pyplot.panel[keyPath: path].tickAngle = angle }
      if let size { call.pyplot.panel[keyPath: path].tickSize = size }
      return .none
    }
  }

  private static let grid = Builtin(
    "plt.grid", "grid(visible=True, which=None, axis=None, alpha=None, linestyle=None, color=None, linewidth=None)",
    "Faint lines at the marks of the axes.", example: "import matplotlib.pyplot as plt\nplt.grid(True, alpha=0.3)"
  ) { call in
    // There are no marks between those with numbers.
    _ = try call.choice("which", ["major": ()])
    var grid = GridStyle()
    let axis = try call.choice("axis", ["both": (true, true), "x": (true, false), "y": (false, true)])
    (grid.isAcross, grid.isUp) = axis ?? (true, true)
    let opacity = try call.size("alpha", within: 0...1)
    // Matplotlib's grey, where it is made fainter.
    if let color = try call.color(anyOf: "color") ?? (opacity == nil ? nil : Color(0xB0B0B0)) {
      grid.line.color = color.withOpacity(opacity ?? 1)
    }
    if let dash = try call.lineDash("linestyle") {
      if let dash { grid.line.dash = dash } else { grid.line.width = 0 }
    }
    if let width = try call.size("linewidth", within: 0...100) { grid.line.width = width }
    let isVisible = try call.bool(0)
    call.pyplot.panel.grid = grid
    call.pyplot.panel.hasGrid = isVisible && grid.line.width > 0
    return .none
  }

  private static let axis = Builtin(
    "plt.axis", "axis(arg=None)",
    "'off' hides the axes, 'equal' makes units as long on x as on y; or left, right, bottom and top.",
    example: "import matplotlib.pyplot as plt\nplt.axis('equal')"
  ) { call in
    guard let value = call.named("arg") else { return .none }
    if case .string(let text) = value {
      switch text.string {
      case "off": (call.pyplot.panel.x.isHidden, call.pyplot.panel.y.isHidden) = (true, true)
      case "on": (call.pyplot.panel.x.isHidden, call.pyplot.panel.y.isHidden) = (false, false)
      case "equal", "square", "scaled", "image": call.pyplot.panel.isEqual = true
      case "tight", "auto": break
      default: throw Fault(.value, "plt.axis: '\(text.string)' is not 'off', 'on', 'equal' or 'tight'")
      }
      return .none
    }
    let ends = try makeArray(value).doubleValues
    guard ends.count == 4, ends.allSatisfy(\.isFinite), ends[0] < ends[1], ends[2] < ends[3] else {
      throw Fault(.value, "plt.axis needs a word, or left, right, bottom and top")
    }
    call.pyplot.panel.x.range = ends[0]...ends[1]
    call.pyplot.panel.y.range = ends[2]...ends[3]
    return .none
  }
}
