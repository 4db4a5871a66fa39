/// A figure as gnuplot's commands, each plot followed by its numbers in binary.
package struct GnuplotScript {
  package private(set) var bytes: [UInt8] = []
  private let size: PictureSize
  private let lettering: Lettering
  /// Panels in a row, and how many rows there are.
  private let columns: Int
  private let rows: Int

  package init(_ figure: Figure, _ format: PictureFormat, _ size: PictureSize) {
    self.size = size
    lettering = Lettering(size, format)
    columns = max(figure.columns, 1)
    rows = max(figure.rows, 1)
    line("set terminal " + format.terminal(size, background: figure.background))
    line("set encoding utf8")
    let isMulti = figure.panels.count > 1 || figure.title != nil
    if isMulti {
      let title =
        figure.title.map { " title \(GnuplotText.quoted($0))" + GnuplotText.look(figure.titleStyle, lettering) } ?? ""
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
      let panel = panel.drawable
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
    let panel = panel.drawable
    line("reset")
    title(panel)
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

  private mutating func title(_ panel: Panel) {
    guard let title = panel.title else { return }
    let (words, style) = (GnuplotText.quoted(title), panel.titleStyle)
    let look = GnuplotText.look(style, lettering)
    // In lines of the usual letters.
    let lines = Size.bounded(style.distance / Lettering.points, -10...10)
    // gnuplot keeps no room for what is moved.
    if lines > 0 { line("set tmargin \(3 + lines)") }
    if style.alignment == .center {
      line("set title \(words)\(look)\(lines == 0 ? "" : " offset 0,\(lines)")")
    } else {
      // gnuplot has titles in the middle only: one of a blank keeps the room.
      line("set title ' '\(look)")
      let side = style.alignment == .left ? 0 : 1
      line(
        "set label \(words) at graph \(side),1 \(style.alignment.rawValue) offset 0,\(1 + lines) front noenhanced\(look)"
      )
    }
  }

  private mutating func frame(_ panel: Panel) {
    if panel.isEqual { line("set size ratio -1") }
    if panel.x.isHidden && panel.y.isHidden {
      line("unset border")
    } else {
      line("set border 3 lw 1 lc rgb '#555555'")
    }
    let (grid, style) = (panel.grid, panel.grid.line)
    guard panel.hasGrid, grid.isAcross || grid.isUp else { return }
    line(
      "set grid \(grid.isAcross ? "" : "no")xtics \(grid.isUp ? "" : "no")ytics back lt 1 "
        + "lw \(GnuplotText.number(Size.bounded(style.width, 0...100))) dt \(style.dash.pattern) lc rgb '\(style.color.gnuplotText)'"
    )
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
    if let label = axis.label {
      let lines = Size.bounded(axis.labelStyle.distance / Lettering.points, -10...10)
      if lines > 0 { line(name == "x" ? "set bmargin \(4 + lines)" : "set lmargin \(10 + 2 * lines)") }
      let offset = lines == 0 ? "" : name == "x" ? " offset 0,\(-lines)" : " offset \(-2 * lines),0"
      line("set \(name)label \(GnuplotText.quoted(label))\(GnuplotText.look(axis.labelStyle, lettering))\(offset)")
    }
    var style = "out nomirror scale 0.7"
    if let size = axis.tickSize { style += " font '\(GnuplotText.font(size, lettering))'" }
    if let angle = axis.tickAngle {
      style += " rotate by \(GnuplotText.number(Size.bounded(angle, -360...360)))"
      if name == "x", angle != 0 { style += angle > 0 ? " right" : " left" }
    }
    let ticks = PictureTicks(name, axis, range, room, lettering).ticks
    if let ticks, ticks.isEmpty {
      line("unset \(name)tics")
    } else if let ticks {
      let isSlanted =
        name == "x" && axis.tickAngle == nil && PictureTicks.needSlant(ticks, axis, range, room, lettering)
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
    var style = "Left reverse noenhanced samplen 3 spacing 1.1"
    if let size = panel.legend.size { style += " font '\(GnuplotText.font(size, lettering))'" }
    if let title = panel.legend.title { style += " title \(GnuplotText.quoted(title))" }
    if let columns = panel.legend.columns { style += " horizontal maxcols \(columns)" }
    let place = panel.legend.place.map { LegendPlace.inside($0.rawValue) } ?? LegendPlace(panel, room, lettering)
    switch place {
    case .inside(let corner):
      let frame = panel.legend.hasFrame ? "opaque box lc rgb '#cccccc'" : "noopaque nobox"
      line("set key \(corner) \(style) width 0.5 \(frame)")
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
      let value = range.value(at: min(max(share, 0), 1))
      // A palette knows no transparency: `#RRGGBB`.
      stops.append("\(step) '#\((bar.shading.color(value) ?? .gray).gnuplotText.dropFirst(3))'")
    }
    line("set palette maxcolors \(colorCount(bar.shading)) defined (\(stops.joined(separator: ", ")))")
    let high = range.upperBound > range.lowerBound ? range.upperBound : range.lowerBound + 1
    line("set cbrange \(GnuplotText.range(range.lowerBound...high, isReversed: false))")
    if bar.height < 1 {
      // A bar with a place of its own leaves it to us to keep room for it.
      line("set rmargin 14")
      let height = Size.bounded(bar.height, 0.05...1)
      line("set colorbox vertical user origin graph 1.03, graph \((1 - height) / 2) size graph 0.05, graph \(height)")
    }
    if let label = bar.label { line("set cblabel \(GnuplotText.quoted(label))\(bar.height < 1 ? " offset 2,0" : "")") }
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
        let rise = label.height == .middle ? "" : " offset 0,\(label.height == .top ? -0.5 : 0.5)"
        line(
          "set label \(GnuplotText.quoted(label.text)) at \(GnuplotText.number(label.x)),\(GnuplotText.number(label.y)) "
            + "\(label.alignment.rawValue)\(rise) front noenhanced "
            + "font '\(label.isBold ? lettering.family + ":Bold" : ""),\(GnuplotText.number(label.size))' textcolor rgb '\(label.color.gnuplotText)'"
        )
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
