/// A figure as gnuplot's commands, each plot followed by its numbers in binary.
struct GnuplotScript {
  private(set) var bytes: [UInt8] = []
  private let format: PictureFormat
  private let size: PictureSize
  /// Panels in a row.
  private let columns: Int

  init(_ figure: Figure, _ format: PictureFormat, _ size: PictureSize) {
    self.format = format
    self.size = size
    columns = max(figure.columns, 1)
    line("set terminal " + format.terminal(size))
    line("set encoding utf8")
    let isMulti = figure.panels.count > 1 || figure.title != nil
    if isMulti {
      let title = figure.title.map { " title \(GnuplotText.quoted($0))" } ?? ""
      line("set multiplot layout \(max(figure.rows, 1)),\(max(figure.columns, 1))\(title)")
    }
    for panel in figure.panels.isEmpty ? [Panel()] : figure.panels {
      draw(format.isText ? panel.asText(columns: size.width, rows: size.height, figure) : panel)
    }
    if isMulti { line("unset multiplot") }
  }

  private mutating func line(_ command: String) { bytes += Array((command + "\n").utf8) }

  private mutating func draw(_ panel: Panel) {
    line("reset")
    if let title = panel.title { line("set title \(GnuplotText.quoted(title))") }
    frame(panel)
    axis("x", panel.x, panel.xRange)
    axis("y", panel.y, panel.yRange)
    legend(panel)
    colorBar(panel)
    labels(panel)
    plot(panel)
  }

  private mutating func frame(_ panel: Panel) {
    if panel.isEqual && !format.isText { line("set size ratio -1") }
    if panel.x.isHidden && panel.y.isHidden {
      line("unset border")
    } else if !format.isText {
      line("set border 3 lw 1 lc rgb '#555555'")
    }
    if panel.hasGrid && !format.isText { line("set grid back lt 1 lw 0.7 lc rgb '#e2e2e2'") }
  }

  private mutating func axis(_ name: String, _ axis: Axis, _ range: ClosedRange<Double>) {
    if axis.scale == .logarithmic { line("set logscale \(name) 10") }
    line("set \(name)range \(GnuplotText.range(range, isReversed: axis.isReversed))")
    if axis.isHidden {
      line("unset \(name)tics")
      return
    }
    if let label = axis.label { line("set \(name)label \(GnuplotText.quoted(label))") }
    let style = format.isText ? "" : " out nomirror"
    if let ticks = axis.ticks ?? fewTicks(name, axis, range) {
      line("set \(name)tics\(style) \(GnuplotText.ticks(ticks))")
    } else {
      line("set \(name)tics\(style)")
      // gnuplot's own %h writes 0.01 and 1e-05.
      line("set format \(name) '%h'")
    }
  }

  /// Where gnuplot's own choice of ticks does not do; nil: it does.
  private func fewTicks(_ name: String, _ axis: Axis, _ range: ClosedRange<Double>) -> [Axis.Tick]? {
    if axis.scale == .logarithmic { return LogTicks.ticks(range) }
    let width = size.width / columns
    return name == "x" && !format.isText && width < 420 ? LinearTicks.ticks(range, atMost: max(2, width / 75)) : nil
  }

  private mutating func legend(_ panel: Panel) {
    guard panel.hasLegend, panel.series.contains(where: { $0.name != nil }) else {
      line("unset key")
      return
    }
    let place = panel.emptiestCorner
    line("set key \(place) noenhanced" + (format.isText ? "" : " opaque box lc rgb '#cccccc' samplen 2 spacing 1.1"))
  }

  private mutating func colorBar(_ panel: Panel) {
    guard let bar = panel.colorBar, !format.isText else {
      line("unset colorbox")
      return
    }
    let steps = 64
    let range = bar.shading.range
    var stops: [String] = []
    for step in 0...steps {
      // A little inside, so that the edges of classes get their own colour.
      let share = (Double(step) + (step == steps ? -1e-9 : 1e-9)) / Double(steps)
      let value = range.lowerBound + (range.upperBound - range.lowerBound) * min(max(share, 0), 1)
      // A palette knows no transparency: `#RRGGBB`.
      stops.append("\(step) '#\((bar.shading.color(value) ?? .gray).gnuplotText.dropFirst(3))'")
    }
    line("set palette maxcolors \(colorCount(bar.shading)) defined (\(stops.joined(separator: ", ")))")
    let high = range.upperBound > range.lowerBound ? range.upperBound : range.lowerBound + 1
    line("set cbrange \(GnuplotText.range(range.lowerBound...high, isReversed: false))")
    if let label = bar.label { line("set cblabel \(GnuplotText.quoted(label))") }
    if let ticks = bar.ticks { line("set cbtics \(GnuplotText.ticks(ticks))") } else { line("set format cb '%h'") }
  }

  private func colorCount(_ shading: Shading) -> Int {
    switch shading {
    case .scale: 0
    case .classes(let colors): colors.count
    case .steps(_, let colors): colors.count
    }
  }

  private mutating func labels(_ panel: Panel) {
    for series in panel.series {
      guard case .labels(let labels) = series.mark else { continue }
      for label in labels where label.x.isFinite && label.y.isFinite {
        line(
          "set label \(GnuplotText.quoted(label.text)) at \(GnuplotText.number(label.x)),\(GnuplotText.number(label.y)) "
            + "\(label.alignment.rawValue) front noenhanced"
            + (format.isText
              ? "" : " font ',\(GnuplotText.number(label.size))' textcolor rgb '\(label.color.gnuplotText)'"))
      }
    }
  }

  private mutating func plot(_ panel: Panel) {
    var elements: [PlotElement] = []
    for series in panel.series { elements += PlotElement.elements(series, in: panel, isText: format.isText) }
    if panel.colorBar != nil && !format.isText { elements.append(PlotElement.colorBarUser) }
    // Something must be plotted for the axes to appear.
    if elements.isEmpty { elements.append(PlotElement.nothing) }
    line("plot " + elements.map(\.command).joined(separator: ", "))
    for element in elements { bytes += element.data }
  }
}
