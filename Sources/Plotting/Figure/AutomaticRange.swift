import Glibc

/// The range of an axis that shows everything.
extension Panel {
  public var xRange: ClosedRange<Double> { Panel.range(x, extents(isX: true), isTight: touchesEdges(isX: true)) }
  public var yRange: ClosedRange<Double> {
    let range = Panel.range(y, extents(isX: false), isTight: touchesEdges(isX: false))
    // Bars stand on the axis.
    let stands = y.range == nil && y.scale == .linear && hasBars && extents(isX: false).low == 0
    return stands ? 0...range.upperBound : range
  }

  private var hasBars: Bool {
    series.contains { if case .bars = $0.mark { true } else { false } }
  }

  private static func range(_ axis: Axis, _ needed: (low: Double, high: Double, smallest: Double), isTight: Bool)
    -> ClosedRange<Double>
  {
    if let range = axis.range, range.lowerBound < range.upperBound, range.lowerBound.isFinite,
      range.upperBound.isFinite, axis.scale == .linear || range.lowerBound > 0
    {
      return range
    }
    var (low, high) = (needed.low, needed.high)
    guard low <= high else { return axis.scale == .linear ? 0...1 : 0.1...1 }
    if axis.scale == .logarithmic {
      low = needed.smallest
      guard low.isFinite, high > 0 else { return 0.1...1 }
      let share = high > low ? max(0.04 * (log10(high) - log10(low)), 0.02) : 0.3
      let lowest = max(low * pow(10, -share), .leastNonzeroMagnitude)
      return .visible(lowest, high * pow(10, share))
    }
    if low == high {
      let room = low == 0 ? 1 : abs(low) * 0.1
      (low, high) = (low - room, high + room)
    } else if !isTight {
      let room = high * 0.05 - low * 0.05
      (low, high) = (low - room, high + room)
    }
    return .visible(low, high)
  }

  /// Rasters and lines that span the panel fill it to its edges.
  private func touchesEdges(isX: Bool) -> Bool {
    var isTight = false
    for series in series {
      switch series.mark {
      case .raster: isTight = true
      case .line, .band: if isX { isTight = true }
      case .points, .bars: if isX, !isTight { return false }
      case .rule, .labels: break
      }
    }
    return isTight
  }

  /// The finite extent of all series, and the smallest positive number among them.
  private func extents(isX: Bool) -> (low: Double, high: Double, smallest: Double) {
    var low = Double.infinity
    var high = -Double.infinity
    var smallest = Double.infinity
    func take(_ value: Double) {
      guard value.isFinite else { return }
      low = min(low, value)
      high = max(high, value)
      if value > 0 { smallest = min(smallest, value) }
    }
    for series in series {
      switch series.mark {
      case .line(let x, let y, _), .points(let x, let y, _): (isX ? x : y).forEach(take)
      case .bars(let x, let heights, let width, _):
        if isX {
          for center in x {
            take(center - width / 2)
            take(center + width / 2)
          }
        } else {
          take(0)
          heights.forEach(take)
        }
      case .band(let x, let lower, let upper, _):
        if isX {
          x.forEach(take)
        } else {
          lower.forEach(take)
          upper.forEach(take)
        }
      case .rule(let direction, let place, _): if (direction == .vertical) == isX { take(place) }
      case .raster(let raster):
        let range = isX ? raster.x : raster.y
        take(range.lowerBound)
        take(range.upperBound)
      case .labels(let labels): for label in labels { take(isX ? label.x : label.y) }
      }
    }
    return (low, high, smallest)
  }
}
