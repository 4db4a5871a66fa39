/// Some columns and rows of a grid.
struct CellArea: Equatable {
  var left: Int
  var top: Int
  var width: Int
  var height: Int

  var columns: Range<Int> { left..<left + width }
  var rows: Range<Int> { top..<top + height }
}

/// Where the parts of a panel stand among characters: the area between the axes, and around it the words and numbers.
struct PanelLayout {
  let panel: Panel
  /// All that the panel has.
  let box: CellArea
  /// What is drawn in.
  private(set) var inside: CellArea
  private(set) var xTicks: [Axis.Tick] = []
  private(set) var yTicks: [Axis.Tick] = []
  let surface: TextPicture.Surface
  let legend: Legend
  /// The column of the colours' meaning, where there is one; its numbers stand right of it.
  private(set) var colorBarColumn: Int?
  let colorBarTicks: [Axis.Tick]
  let hasFrame: Bool
  private let xRange: ClosedRange<Double>
  private let yRange: ClosedRange<Double>

  static let colorBarWidth = 2
  private static let leastHeight = 4

  init(_ panel: Panel, in box: CellArea, on surface: TextPicture.Surface) {
    self.box = box
    self.surface = surface
    legend = Legend(panel, on: surface)
    var panel = panel.drawable
    xRange = panel.xRange
    yRange = panel.yRange
    hasFrame = !(panel.x.isHidden && panel.y.isHidden)
    // Where there is little room the picture is worth more than what its sentence says too.
    if box.height - PanelLayout.rowsAround(panel, legend, box) < PanelLayout.leastHeight { panel.x.label = nil }
    if box.height - PanelLayout.rowsAround(panel, legend, box) < PanelLayout.leastHeight { panel.title = nil }
    self.panel = panel
    let top = (panel.title == nil ? 0 : 1) + legend.rows(in: box, beside: panel)
    let height = max(1, box.height - PanelLayout.rowsAround(panel, legend, box))
    inside = CellArea(left: box.left, top: box.top + top, width: box.width, height: height)
    colorBarTicks = panel.colorBar.map { ColorBarText.ticks($0, height: height) } ?? []
    let barWidth = colorBarTicks.map { $0.text.screenWidth }.max() ?? 0
    let right = panel.colorBar == nil ? 0 : min(PanelLayout.colorBarWidth + barWidth + 2, box.width / 2)
    takeSides(right)
    if panel.isEqual { makeEqual(right) }
    if panel.colorBar != nil { colorBarColumn = inside.columns.upperBound + 1 }
    xTicks = AxisTicks.ticks(panel.x, xRange, atMost: max(2, inside.width / 6)) { fits($0) }
  }

  /// Title, legend and labels above the inside; the axis, its numbers and its label below.
  private static func rowsAround(_ panel: Panel, _ legend: Legend, _ box: CellArea) -> Int {
    let x = panel.x
    let below = (x.isHidden && panel.y.isHidden ? 0 : 1) + (x.isHidden ? 0 : x.label == nil ? 1 : 2)
    return (panel.title == nil ? 0 : 1) + legend.rows(in: box, beside: panel) + below
  }

  /// The numbers of the y axis stand on the left; they are as many as the height allows.
  private mutating func takeSides(_ right: Int) {
    yTicks = AxisTicks.ticks(panel.y, yRange, atMost: max(2, (inside.height + 1) / 2)) { ticks in
      Set(ticks.map { row($0.position) }).count == ticks.count
    }
    let numbers = min(yTicks.map { $0.text.screenWidth }.max() ?? 0, max(3, box.width / 3))
    inside.left = box.left + numbers + (hasFrame ? 1 : 0)
    inside.width = max(1, box.left + box.width - inside.left - right)
  }

  /// A unit as long on x as on y; a cell is twice as high as wide.
  private mutating func makeEqual(_ right: Int) {
    let shape = (xRange.upperBound - xRange.lowerBound) / (yRange.upperBound - yRange.lowerBound)
    guard shape.isFinite, shape > 0 else { return }
    let wide = shape * 2 * Double(inside.height)
    if wide < Double(inside.width) {
      inside.width = Int(wide.rounded(), within: 4...max(4, inside.width))
    } else {
      inside.height = Int((Double(inside.width) / (2 * shape)).rounded(), within: 2...max(2, inside.height))
      takeSides(right)
    }
  }

  private func fits(_ ticks: [Axis.Tick]) -> Bool {
    var end = Int.min
    for tick in ticks.sorted(by: { column($0.position) ?? 0 < column($1.position) ?? 0 }) {
      let width = tick.text.screenWidth
      let start = (column(tick.position) ?? 0) - width / 2
      if end != .min, start < end + 2 { return false }
      end = start + width
    }
    return true
  }

  /// Those of the bar beside the panel, in the middle of its height.
  var colorBarRows: Range<Int> {
    let share = panel.colorBar?.height ?? 1
    let count = Int((Double(inside.height) * share).rounded(), within: 1...max(1, inside.height))
    let first = inside.top + (inside.height - count) / 2
    return first..<first + count
  }

  // MARK: Places

  /// The column of a number, nil outside.
  func column(_ x: Double) -> Int? {
    PanelLayout.step(panel.x.share(x, of: xRange), inside.width).map { inside.left + $0 }
  }

  /// The row of a number, nil outside.
  func row(_ y: Double) -> Int? {
    PanelLayout.step(panel.y.share(y, of: yRange), inside.height).map { inside.top + inside.height - 1 - $0 }
  }

  /// The number in the middle of a column.
  func x(_ column: Int) -> Double {
    panel.x.value(at: (Double(column - inside.left) + 0.5) / Double(inside.width), of: xRange)
  }

  /// The number in the middle of a row.
  func y(_ row: Int) -> Double {
    panel.y.value(at: (Double(inside.top + inside.height - 1 - row) + 0.5) / Double(inside.height), of: yRange)
  }

  /// From the lower left corner of the inside, 0 … 1 inside of it; nil: no place.
  func shares(_ x: Double, _ y: Double) -> (x: Double, y: Double)? {
    let (sx, sy) = (panel.x.share(x, of: xRange), panel.y.share(y, of: yRange))
    return sx.isFinite && sy.isFinite ? (sx, sy) : nil
  }

  /// Of `count` cells the one at a share.
  static func step(_ share: Double, _ count: Int) -> Int? {
    // An edge belongs to the picture in spite of rounding.
    guard share > -1e-9, share < 1 + 1e-9 else { return nil }
    return Int(share * Double(count), within: 0...max(0, count - 1))
  }
}
