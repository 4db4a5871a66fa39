extension Panel {
  /// The corner with the fewest points behind it, as gnuplot names it: where the legend hides least.
  var emptiestCorner: String {
    let (x, y) = (xRange, yRange)
    var counts = ["top right": 0, "top left": 0, "bottom right": 0, "bottom left": 0]
    func take(_ xs: [Double], _ ys: [Double]) {
      for (px, py) in zip(xs, ys) {
        let (sx, sy) = (self.x.share(px, of: x), self.y.share(py, of: y))
        guard sx.isFinite, sy.isFinite, !(0.35...0.65).contains(sx), !(0.35...0.65).contains(sy) else { continue }
        counts[(sy > 0.5 ? "top" : "bottom") + (sx > 0.5 ? " right" : " left")]! += 1
      }
    }
    for series in series {
      switch series.mark {
      case .line(let x, let y, _), .points(let x, let y, _), .bars(let x, let y, _, _): take(x, y)
      case .band(let x, let lower, let upper, _):
        take(x, lower)
        take(x, upper)
      case .rule, .raster, .labels: break
      }
    }
    let order = ["top right", "top left", "bottom right", "bottom left"]
    return order.min { counts[$0]! < counts[$1]! }!
  }
}
