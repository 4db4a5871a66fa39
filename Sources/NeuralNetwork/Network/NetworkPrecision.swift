extension Network {
  /// Goes on in another precision: parameters, gradients and the optimizer's state are rounded to it, passes are forgotten. The parameters'
  /// arrays are new objects.
  public func convert(to precision: Precision) {
    if precision == declaration.precision { return }
    observer?.networkWillChange(self)
    var state = snapshot()
    state.declaration.precision = precision
    state.forwardPass = nil
    state.backwardPass = nil
    restore(state)
  }
}
