extension Panel {
  /// The same picture in numbers that every drawer can take: finite ranges with a width, places near them, sizes that can be drawn. Each
  /// drawer begins with it and trusts what it finds. Of a drawable panel it is the panel itself.
  package var drawable: Panel {
    let (scalingX, scalingY) = (AxisScaling(x, xRange), AxisScaling(y, yRange))
    var panel = self
    (panel.x, panel.y) = (scalingX.axis, scalingY.axis)
    panel.series = ordered.compactMap { $0.drawable(scalingX, scalingY) }
    panel.colorBar = colorBar?.drawable
    if isEqual {
      let shape = panel.xRange.width / panel.yRange.width
      panel.isEqual = scalingX.isIdentity && scalingY.isIdentity && (1e-3...1e3).contains(shape)
    }
    return panel
  }
}

extension Panel {
  /// From the one behind to the one in front.
  private var ordered: [Series] {
    guard series.contains(where: { $0.order != nil }) else { return series }
    return series.enumerated().sorted { ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset) }.map(\.element)
  }
}

extension Series {
  /// The usual orders are Matplotlib's.
  private var usualOrder: Double {
    switch mark {
    case .raster: 0
    case .points, .bars, .band: 1
    case .line, .rule: 2
    case .labels: 3
    }
  }

  fileprivate var rank: Double { order ?? usualOrder }

  fileprivate func drawable(_ x: AxisScaling, _ y: AxisScaling) -> Series? {
    var series = self
    switch mark {
    case .line(let xs, let ys, let style): series.mark = .line(x: x(xs), y: y(ys), style.drawable)
    case .points(let xs, let ys, let style): series.mark = .points(x: x(xs), y: y(ys), style.drawable)
    case .bars(let xs, let heights, let width, let color):
      series.mark = .bars(x: x(xs), heights: y(heights), width: x.distance(width), color)
    case .band(let xs, let lower, let upper, let color):
      series.mark = .band(x: x(xs), lower: y(lower), upper: y(upper), color)
    case .rule(let direction, let place, let style):
      series.mark = .rule(direction, at: direction == .vertical ? x(place) : y(place), style.drawable)
    case .raster(let raster):
      guard let raster = raster.drawable(x, y) else { return nil }
      series.mark = .raster(raster)
    case .labels(let labels): series.mark = .labels(labels.compactMap { $0.drawable(x, y) })
    }
    return series
  }
}

extension LineStyle {
  fileprivate var drawable: LineStyle {
    var style = self
    style.width = Size.bounded(width, 0...200)
    return style
  }
}

extension PointStyle {
  fileprivate var drawable: PointStyle {
    var style = self
    style.size = Size.bounded(size, 0...2000)
    style.sizes = sizes.map { Size.bounded($0, 0...2000) }
    style.rimWidth = rimWidth.map { Size.bounded($0, 0...200) }
    return style
  }
}

extension Label {
  /// nil where it would stand outside of the picture.
  fileprivate func drawable(_ scalingX: AxisScaling, _ scalingY: AxisScaling) -> Label? {
    var label = self
    (label.x, label.y) = (scalingX(x), scalingY(y))
    guard let xRange = scalingX.axis.range, let yRange = scalingY.axis.range else { return nil }
    let (shareX, shareY) = (scalingX.axis.share(label.x, of: xRange), scalingY.axis.share(label.y, of: yRange))
    guard (-1...2).contains(shareX), (-1...2).contains(shareY) else { return nil }
    label.room = room.map(scalingX.distance)
    label.size = Size.bounded(size, 1...400)
    return label
  }
}

extension Raster {
  /// Of one that reaches far beyond what is seen only that part, or nil.
  fileprivate func drawable(_ scalingX: AxisScaling, _ scalingY: AxisScaling) -> Raster? {
    guard let placeX = scalingX.ends(x), let placeY = scalingY.ends(y) else { return nil }
    var raster = self
    (raster.x, raster.y) = (placeX, placeY)
    guard let seenX = scalingX.axis.range, let seenY = scalingY.axis.range else { return raster }
    let isFar = { (place: ClosedRange<Double>, seen: ClosedRange<Double>) in !(place.width / seen.width < 1000) }
    guard isFar(placeX, seenX) || isFar(placeY, seenY) else { return raster }
    let size = 300
    func middle(_ index: Int) -> Double { (Double(index) + 0.5) / Double(size) }
    let part = (0..<size).flatMap { row in
      (0..<size).map { raster.value(seenX.value(at: middle($0)), seenY.value(at: middle(row))) ?? .nan }
    }
    return Raster(part, rows: size, columns: size, x: seenX, y: seenY, shading, opacity: opacity)
  }
}

extension ColorBar {
  fileprivate var drawable: ColorBar {
    let scaling = AxisScaling(Axis(ticks: ticks), .visible(shading.range.lowerBound, shading.range.upperBound))
    guard !scaling.isIdentity, let range = scaling.axis.range else { return self }
    var bar = self
    bar.ticks = scaling.axis.ticks
    switch shading {
    case .scale(let map, _): bar.shading = .scale(map, range)
    case .steps(let levels, let colors): bar.shading = .steps(scaling(levels), colors)
    case .classes: break
    }
    return bar
  }
}

enum Size {
  /// A size that can be drawn.
  static func bounded(_ value: Double, _ range: ClosedRange<Double>) -> Double {
    value.isNaN ? range.lowerBound : Swift.max(range.lowerBound, Swift.min(range.upperBound, value))
  }
}
