import Arrays

/// How commands show an array: name and shape, then the numbers as NumPy prints them; of a large one the corners and statistics.
enum ArrayReport {
  /// Arrays of more elements are shown by their corners and statistics.
  static let largest = 200

  static func report(_ name: String, _ array: NDArray, options: PrintOptions) -> StyledText {
    var text = StyledText(name, .strong)
    text.append((name.isEmpty ? "" : " ") + array.shape.text + "\n", .dim)
    var options = options
    options.threshold = min(options.threshold, largest)
    options.lineWidth = min(options.lineWidth, 79)
    text.append(Arrays.text(of: array, options: options) + "\n")
    if array.count > largest && array.dtype != .bool { text.append(statistics(array) + "\n", .dim) }
    return text
  }

  /// `mean 0.012  std 0.98  min -3.2  max 3.1  zeros 0%`
  static func statistics(_ array: NDArray) -> String {
    let summary = Statistics(array)
    return "mean \(NumberText.short(summary.mean, 4))  std \(NumberText.short(summary.deviation, 4))  "
      + "min \(NumberText.short(summary.minimum, 4))  max \(NumberText.short(summary.maximum, 4))  "
      + "zeros \(NumberText.short(100 * summary.zeroShare, 3))%"
  }
}

/// Of all elements of an array, as doubles.
struct Statistics {
  private(set) var count = 0
  private(set) var mean = 0.0
  private(set) var minimum = Double.infinity
  private(set) var maximum = -Double.infinity
  private(set) var zeroShare = 0.0
  /// Euclidean norm.
  private(set) var norm = 0.0
  private(set) var meanMagnitude = 0.0
  private var squares = 0.0

  /// The population's standard deviation, as `np.std`.
  var deviation: Double { count == 0 ? 0 : (squares / Double(count)).squareRoot() }

  /// With `index`, only the elements at that index of `axis`.
  init(_ array: NDArray, axis: Int? = nil, index: Int = 0) {
    var view = array
    if let axis {
      var shape = array.shape
      var strides = array.strides
      let offset = strides[axis] * index
      shape.remove(at: axis)
      strides.remove(at: axis)
      view = NDArray(viewing: array, shape: shape, strides: strides, offset: offset)
    }
    var zeros = 0
    var sum = 0.0
    var total = 0.0
    var magnitudes = 0.0
    var hasNaN = false
    view.forEachElement { scalar in
      let value = scalar.double
      count += 1
      sum += value
      total += value * value
      magnitudes += abs(value)
      if value == 0 { zeros += 1 }
      if value.isNaN { hasNaN = true }
      if value < minimum { minimum = value }
      if value > maximum { maximum = value }
    }
    if hasNaN { (minimum, maximum) = (.nan, .nan) }
    if count == 0 { (minimum, maximum) = (.nan, .nan) }
    norm = total.squareRoot()
    if count > 0 {
      mean = sum / Double(count)
      meanMagnitude = magnitudes / Double(count)
      zeroShare = Double(zeros) / Double(count)
      let center = mean
      view.forEachElement { squares += ($0.double - center) * ($0.double - center) }
    }
  }
}
