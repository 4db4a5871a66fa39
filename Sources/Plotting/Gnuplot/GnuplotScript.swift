/// A figure as gnuplot's commands, each plot followed by its numbers in binary.
struct GnuplotScript {
  private(set) var bytes: [UInt8] = []
  private let size: PictureSize
  private let lettering: Lettering
  /// Panels in a row, and how many rows there are.
  private let columns: Int
  private let rows: Int

  init(_ figure: Figure, _ format: PictureFormat, _ size: PictureSize) {
    self.size = size
    lettering = Lettering(size, format)
    columns = max(figure.columns, 1)
    rows = max(figure.rows, 1)
    line("set terminal " + format.terminal(size))
    line("set encoding utf8")
    let isMulti = figure.panels.count > 1 || figure.title != nil
    if isMulti {
      let title = figure.title.map { " title \(GnuplotText.quoted($0))" } ?? ""
      line("set multiplot layout \(max(figure.rows, 1)),\(max(figure.columns, 1))\(title)")
    }
    for panel in figure.shownPanels { draw(panel) }
    if isMulti { line("unset multiplot") }
  }

  /// Only what is drawn between the axes, without any words and without points, each panel in its own place of one picture.
  /// - Parameter size: of the picture; the places are shares of it, from the left and from the top.
  init(insides: [(panel: Panel, place: (left: Double, right: Double, top: Double, bottom: Double))], size: PictureSize)
  {
    self.size = size
    lettering = Lettering(size, .png)
    (columns, rows) = (1, 1)
    line("set terminal " + PictureFormat.png.terminal(size))
    line("set multiplot")
    for (panel, place) in insides {
      line("reset")
      for command in ["border", "tics", "key", "colorbox"] { line("unset \(command)") }
      line("set lmargin at screen \(place.left)")
      line("set rmargin at screen \(place.right)")
      line("set tmargin at screen \(1 - place.top)")
      line("set bmargin at screen \(1 - place.bottom)")
      range("x", panel.x, panel.xRange)
      range("y", panel.y, panel.yRange)
      let series = panel.series.filter(\.isDrawnInPixels)
      // A line that fills its pixels keeps its colour.
      plot(series.flatMap { PlotElement.elements($0, in: panel, widening: 1.5) })
    }
    line("unset multiplot")
  }

  private mutating func line(_ command: String) { bytes += Array((command + "\n").utf8) }

  private mutating func draw(_ panel: Panel) {
    line("reset")
    if let title = panel.title { line("set title \(GnuplotText.quoted(title))") }
    frame(panel)
    let room = PanelRoom(size, columns: columns, rows: rows, panel, lettering)
    axis("x", panel.x, panel.xRange, room)
    axis("y", panel.y, panel.yRange, room)
    legend(panel, room)
    colorBar(panel)
    let scaled = panel.scaled(lettering, room)
    labels(scaled)
    var elements = scaled.series.flatMap { PlotElement.elements($0, in: scaled) }
    if panel.colorBar != nil { elements.append(PlotElement.colorBarUser) }
    plot(elements)
  }

  private mutating func frame(_ panel: Panel) {
    if panel.isEqual { line("set size ratio -1") }
    if panel.x.isHidden && panel.y.isHidden {
      line("unset border")
    } else {
      line("set border 3 lw 1 lc rgb '#555555'")
    }
    if panel.hasGrid { line("set grid back lt 1 lw 0.7 lc rgb '#e2e2e2'") }
  }

  private mutating func range(_ name: String, _ axis: Axis, _ range: ClosedRange<Double>) {
    if axis.scale == .logarithmic { line("set logscale \(name) 10") }
    line("set \(name)range \(GnuplotText.range(range, isReversed: axis.isReversed))")
  }

  private mutating func axis(_ name: String, _ axis: Axis, _ range: ClosedRange<Double>, _ room: PanelRoom) {
    self.range(name, axis, range)
    if axis.isHidden {
      line("unset \(name)tics")
      return
    }
    if let label = axis.label { line("set \(name)label \(GnuplotText.quoted(label))") }
    let style = "out nomirror scale 0.7"
    let ticks = PictureTicks(name, axis, range, room, lettering).ticks
    if let ticks, ticks.isEmpty {
      line("unset \(name)tics")
    } else if let ticks {
      let isSlanted = name == "x" && PictureTicks.needSlant(ticks, axis, range, room, lettering)
      line("set \(name)tics \(style)\(isSlanted ? " rotate by -25" : "") \(GnuplotText.ticks(ticks))")
    } else {
      line("set \(name)tics \(style)")
      // gnuplot's own %h writes 0.01 and 1e-05.
      line("set format \(name) '%h'")
    }
  }

  private mutating func legend(_ panel: Panel, _ room: PanelRoom) {
    guard panel.hasLegend, panel.series.contains(where: { $0.name != nil }) else {
      line("unset key")
      return
    }
    let style = "Left reverse noenhanced samplen 3 spacing 1.1"
    switch LegendPlace(panel, room, lettering) {
    case .inside(let corner): line("set key \(corner) \(style) width 0.5 opaque box lc rgb '#cccccc'")
    case .below: line("set key bmargin center horizontal height 0.6 \(style)")
    }
  }

  private mutating func colorBar(_ panel: Panel) {
    guard let bar = panel.colorBar else {
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
            + "\(label.alignment.rawValue) front noenhanced "
            + "font ',\(GnuplotText.number(label.size))' textcolor rgb '\(label.color.gnuplotText)'")
      }
    }
  }

  private mutating func plot(_ elements: [PlotElement]) {
    // Something must be plotted for the axes to appear.
    let elements = elements.isEmpty ? [PlotElement.nothing] : elements
    line("plot " + elements.map(\.command).joined(separator: ", "))
    for element in elements { bytes += element.data }
  }
}

extension Series {
  /// The others are characters and words where a picture is made of cells.
  fileprivate var isDrawnInPixels: Bool {
    switch mark {
    case .points, .labels: false
    case .line, .bars, .band, .rule, .raster: true
    }
  }
}
