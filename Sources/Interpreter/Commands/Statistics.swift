import Arrays

/// Of the elements of an array, as doubles.
struct Statistics {
  /// Elements that were taken in.
  private(set) var count = 0
  private(set) var mean = 0.0
  /// nan if there is a nan, or nothing.
  private(set) var minimum = Double.infinity
  private(set) var maximum = -Double.infinity
  private(set) var zeroShare = 0.0
  /// Euclidean norm.
  private(set) var norm = 0.0
  private(set) var meanMagnitude = 0.0
  private(set) var nans = 0
  private(set) var infinities = 0
  private var squares = 0.0

  /// The population's standard deviation, as `np.std`.
  var deviation: Double { count == 0 ? 0 : (squares / Double(count)).squareRoot() }

  /// With `index`, only the elements at that index of `axis`; with `onlyFinite`, nan and inf are counted and left out.
  init(_ array: NDArray, axis: Int? = nil, index: Int = 0, onlyFinite: Bool = false) {
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
    view.forEachElement { scalar in
      let value = scalar.double
      if !value.isFinite {
        if value.isNaN { nans += 1 } else { infinities += 1 }
        if onlyFinite { return }
      }
      count += 1
      sum += value
      total += value * value
      magnitudes += abs(value)
      if value == 0 { zeros += 1 }
      if value < minimum { minimum = value }
      if value > maximum { maximum = value }
    }
    if nans > 0 && !onlyFinite || count == 0 { (minimum, maximum) = (.nan, .nan) }
    norm = total.squareRoot()
    guard count > 0 else { return }
    mean = sum / Double(count)
    meanMagnitude = magnitudes / Double(count)
    zeroShare = Double(zeros) / Double(count)
    let center = mean
    view.forEachElement { scalar in
      let value = scalar.double
      if !onlyFinite || value.isFinite { squares += (value - center) * (value - center) }
    }
  }
}
