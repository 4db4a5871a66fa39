import Arrays
import Plotting

/// `plt.title`, `xlabel`, `yscale`, `grid`, `legend`, …: what stands around a panel.
enum PyplotAxes {
  static let all: [Builtin] = [
    words("title", "label", "The words above the panel.") { $0.title = $1 },
    words("xlabel", "xlabel", "The words under the x axis.") { $0.x.label = $1 },
    words("ylabel", "ylabel", "The words beside the y axis.") { $0.y.label = $1 },
    limits("xlim", "left", "right", \.x), limits("ylim", "bottom", "top", \.y),
    scale("xscale", \.x), scale("yscale", \.y), ticks("xticks", \.x), ticks("yticks", \.y), grid, legend, axis,
  ]

  private static func words(
    _ name: String, _ parameter: String, _ summary: String, _ set: @escaping (inout Panel, String) -> Void
  ) -> Builtin {
    Builtin(
      "plt.\(name)", "\(name)(\(parameter), fontsize=None, fontweight=None, pad=None, loc=None, color=None)", summary,
      example: "import matplotlib.pyplot as plt\nplt.\(name)('words')"
    ) { call in
      set(&call.pyplot.panel, try str(call[0], call.session.printOptions))
      return .none
    }
  }

  private static func limits(_ name: String, _ low: String, _ high: String, _ path: WritableKeyPath<Panel, Axis>)
    -> Builtin
  {
    Builtin(
      "plt.\(name)", "\(name)(\(low)=None, \(high)=None)", "Where the axis begins and ends.",
      example: "import matplotlib.pyplot as plt\nplt.\(name)(0, 1)"
    ) { call in
      var ends = [try? call.number(low), try? call.number(high)]
      if ends[0] == nil, let both = try call.numbers(low), both.count == 2 { ends = both }
      let panel = call.pyplot.panel
      let shown = path == \Panel.x ? panel.xRange : panel.yRange
      let (first, last) = (ends[0] ?? shown.lowerBound, ends[1] ?? shown.upperBound)
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
      "plt.\(name)", "\(name)(ticks, labels=None, rotation=None, fontsize=None)",
      "Where the axis has marks, and their words.",
      example: "import matplotlib.pyplot as plt\nplt.\(name)([0, 1], ['no', 'yes'])"
    ) { call in
      let places = try call.array(0).doubleValues
      let labels = try call.named("labels").map { try materialize($0).map { try str($0, call.session.printOptions) } }
      guard labels == nil || labels!.count == places.count else {
        throw Fault(.value, "plt.\(name): \(counted(places.count, "mark")), but \(labels!.count) labels")
      }
      call.pyplot.panel[keyPath: path].ticks = places.indices.map {
        Axis.Tick(places[$0], labels?[$0] ?? NumberText.short(places[$0]))
      }
      return .none
    }
  }

  private static let grid = Builtin(
    "plt.grid", "grid(visible=True, which=None, axis=None, alpha=None, linestyle=None, color=None, linewidth=None)",
    "Faint lines at the marks of the axes.", example: "import matplotlib.pyplot as plt\nplt.grid(True, alpha=0.3)"
  ) { call in
    call.pyplot.panel.hasGrid = try call.bool(0)
    return .none
  }

  private static let legend = Builtin(
    "plt.legend", "legend(labels=None, loc=None, fontsize=None, title=None, frameon=None, ncol=None)",
    "Lists the series that have a label.",
    example: "import matplotlib.pyplot as plt\nplt.plot([1, 2], label='a')\nplt.legend()"
  ) { call in
    call.pyplot.panel.hasLegend = true
    if let value = call.named("labels") {
      for (index, label) in try materialize(value).enumerated() where index < call.pyplot.panel.series.count {
        call.pyplot.panel.series[index].name = try str(label, call.session.printOptions)
      }
    }
    return .none
  }

  private static let axis = Builtin(
    "plt.axis", "axis(arg=None)", "'off' hides the axes, 'equal' makes units as long on x as on y.",
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
    guard ends.count == 4, ends[0] < ends[1], ends[2] < ends[3] else {
      throw Fault(.value, "plt.axis needs a word, or left, right, bottom and top")
    }
    call.pyplot.panel.x.range = ends[0]...ends[1]
    call.pyplot.panel.y.range = ends[2]...ends[3]
    return .none
  }
}
