/// Where the legend of a panel hides nothing.
enum LegendPlace: Equatable {
  /// In a corner, as gnuplot names it.
  case inside(String)
  /// Under the panel.
  case below

  init(_ panel: Panel, _ room: PanelRoom, _ lettering: Lettering) {
    let names = panel.series.compactMap(\.name)
    let longest = names.max { $0.count < $1.count } ?? ""
    // With the sample of each line, and the distance from the frame.
    let width = (lettering.width(longest + ".......")) / room.width
    let height = (Double(names.count) + 1) * lettering.lineHeight / room.height
    let corners = ["top right", "top left", "bottom right", "bottom left"]
    var free = Set(corners)
    // A plane of colours has no empty corner.
    if width > 0.6 || height > 0.6 || panel.series.contains(where: \.isRaster) { free = [] }
    panel.visitDrawn { x, y in
      guard !free.isEmpty, (0...1).contains(x), (0...1).contains(y) else { return }
      if y >= 1 - height {
        if x >= 1 - width { free.remove("top right") }
        if x <= width { free.remove("top left") }
      }
      if y <= height {
        if x >= 1 - width { free.remove("bottom right") }
        if x <= width { free.remove("bottom left") }
      }
    }
    self = corners.first(where: free.contains).map { .inside($0) } ?? .below
  }
}

extension Series {
  fileprivate var isRaster: Bool {
    if case .raster = mark { true } else { false }
  }
}

extension Panel {
  /// Calls with places, as shares of the panel's width and height, that are close to each other along all that is drawn.
  fileprivate func visitDrawn(_ visit: (_ x: Double, _ y: Double) -> Void) {
    let (xRange, yRange) = (xRange, yRange)
    func place(_ px: Double, _ py: Double) -> (x: Double, y: Double) {
      (x.share(px, of: xRange), y.share(py, of: yRange))
    }
    func segment(_ start: (x: Double, y: Double), _ end: (x: Double, y: Double)) {
      let (dx, dy) = (end.x - start.x, end.y - start.y)
      let length = max(abs(dx), abs(dy))
      guard length.isFinite else { return }
      let steps = Int(length / 0.01, within: 1...1000)
      for step in 0...steps {
        let share = Double(step) / Double(steps)
        visit(start.x + dx * share, start.y + dy * share)
      }
    }
    func line(_ xs: [Double], _ ys: [Double]) {
      var last: (x: Double, y: Double)?
      for (px, py) in zip(xs, ys) {
        let next = place(px, py)
        if let last { segment(last, next) } else { visit(next.x, next.y) }
        last = next
      }
    }
    for series in series {
      switch series.mark {
      case .line(let xs, let ys, _): line(xs, ys)
      case .points(let xs, let ys, _):
        for (px, py) in zip(xs, ys) {
          let point = place(px, py)
          visit(point.x, point.y)
        }
      case .bars(let xs, let heights, let width, _):
        for (px, height) in zip(xs, heights) {
          for side in [-width / 2, 0, width / 2] { segment(place(px + side, 0), place(px + side, height)) }
        }
      case .band(let xs, let lower, let upper, _):
        for index in xs.indices { segment(place(xs[index], lower[index]), place(xs[index], upper[index])) }
      case .rule(.horizontal, let height, _): line([xRange.lowerBound, xRange.upperBound], [height, height])
      case .rule(.vertical, let px, _): line([px, px], [yRange.lowerBound, yRange.upperBound])
      case .labels(let labels):
        for label in labels {
          let point = place(label.x, label.y)
          visit(point.x, point.y)
        }
      case .raster: break
      }
    }
  }
}
