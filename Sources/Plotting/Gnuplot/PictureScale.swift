import Glibc

/// Letters, lines and points grow with the picture, so that a large one can be read from the back of a room.
extension PictureSize {
  /// 1 for the usual picture.
  var scale: Double {
    let usual = PictureSize(720, 480)
    let share = Double(width * height) / Double(usual.width * usual.height)
    return (min(max(share.squareRoot(), 0.75), 4) * 100).rounded() / 100
  }
}

/// How large words, lines and points of a picture are.
struct Lettering {
  /// Of titles, axes and legends, in points at a scale of 1.
  static let points = 12.0
  /// Smaller letters cannot be read.
  fileprivate static let smallest = 4.5
  /// Pixels of a point.
  static let pixels = 96.0 / 72

  /// Lines and points are drawn so many times as large as they are declared.
  let scale: Double
  /// What the terminal takes for a point: in SVG letters are measured in pixels.
  let unit: Double
  /// What it takes for a width of one pixel.
  let lineUnit: Double
  /// The diameter, in pixels, that it gives a point of size 1: measured.
  let pointDiameter: Double
  /// The letters' name.
  let family: String

  init(_ size: PictureSize, _ format: PictureFormat) {
    scale = size.scale
    family = format == .svg ? "sans-serif" : "sans"
    switch format {
    case .svg: (unit, lineUnit, pointDiameter) = (Lettering.pixels, 1, 9)
    case .pdf: (unit, lineUnit, pointDiameter) = (1, Lettering.pixels, 8.5)
    default: (unit, lineUnit, pointDiameter) = (1, 1, 6.2)
    }
  }

  /// The usual size as the terminal counts it.
  var terminalSize: Double { size(Lettering.points) }

  /// Points at a scale of 1 as the terminal counts them.
  func size(_ points: Double) -> Double { (Size.bounded(points, 1...400) * scale * unit * 10).rounded() / 10 }

  /// About how many pixels wide a text is.
  /// - Parameter points: at a scale of 1.
  func width(_ text: String, points: Double = Lettering.points) -> Double {
    // A digit of the usual sans-serif letters.
    Double(text.count) * 0.64 * points * Lettering.pixels * scale
  }

  /// The distance of two lines.
  var lineHeight: Double { 1.25 * Lettering.points * Lettering.pixels * scale }
}

extension Panel {
  /// With everything that has a size of its own as large as the picture asks, in the terminal's units, and without the labels that have no room.
  func scaled(_ lettering: Lettering, _ room: PanelRoom) -> Panel {
    var panel = self
    for index in series.indices {
      switch series[index].mark {
      case .line(let x, let y, var style):
        style.width *= lettering.scale * lettering.lineUnit
        panel.series[index].mark = .line(x: x, y: y, style)
      case .points(let x, let y, var style):
        style.size *= lettering.scale / lettering.pointDiameter
        style.sizes = style.sizes.map { $0 * lettering.scale / lettering.pointDiameter }
        style.rimWidth = style.rimWidth.map { $0 * lettering.scale / lettering.pointDiameter }
        panel.series[index].mark = .points(x: x, y: y, style)
      case .rule(let direction, let place, var style):
        style.width *= lettering.scale * lettering.lineUnit
        panel.series[index].mark = .rule(direction, at: place, style)
      case .labels(let labels):
        panel.series[index].mark = .labels(lettered(labels, lettering, room))
      case .bars, .band, .raster: break
      }
    }
    return panel
  }

  /// Labels that share a series have letters of one size: as small as the narrowest asks, or none.
  private func lettered(_ labels: [Label], _ lettering: Lettering, _ room: PanelRoom) -> [Label] {
    let extent = xRange.upperBound - xRange.lowerBound
    var share = 1.0
    for label in labels {
      guard let width = label.room else { continue }
      share = min(share, width / extent * room.width / max(lettering.width(label.text, points: label.size), 1))
    }
    return labels.compactMap { label in
      var label = label
      if label.room != nil { label.size *= share }
      label.size *= lettering.scale
      if label.room != nil, label.size < Lettering.smallest { return nil }
      label.size = (label.size * lettering.unit * 10).rounded() / 10
      return label
    }
  }
}

/// What is left for the drawing of a panel, in pixels: the picture without numbers, words and the colour bar around it.
struct PanelRoom {
  let width: Double
  let height: Double

  init(_ size: PictureSize, columns: Int, rows: Int, _ panel: Panel, _ lettering: Lettering) {
    let sides = (panel.x.isHidden ? 1.5 : 5) + (panel.colorBar == nil ? 1 : 6)
    let ends = (panel.x.isHidden ? 1.5 : 3) + (panel.title == nil ? 0.5 : 1.5)
    width = max(Double(size.width / columns) - sides * lettering.lineHeight, 30)
    height = max(Double(size.height / rows) - ends * lettering.lineHeight, 30)
  }
}
