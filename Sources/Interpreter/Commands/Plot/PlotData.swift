import Plotting

extension PictureKind {
  static let data = PictureKind(
    word: "data", help: "the samples by class; points=test draws the test part"
  ) { input in
    let samples = try PlotSamples(input)
    let kind = samples.name.isEmpty ? "" : samples.name + " "
    let isPlane = samples.features.count > 1
    let x = samples.features[0]
    // With a single feature the target is the height.
    let y = isPlane ? samples.features[1] : samples.targets
    var panel = Panel(
      isPlane || samples.classes != nil
        ? samples.series(x, y) : [Series(.points(x: x, y: y, PointStyle(.circle, [Palette.color(0)], rim: .white)))],
      title: counted(samples.count, kind + "sample"),
      x: Axis(input.model.featureTitle(0, of: samples.features.count)),
      y: Axis(isPlane ? input.model.featureTitle(1, of: samples.features.count) : "target"), hasGrid: true)
    if isPlane, samples.classes == nil {
      panel.colorBar = ColorBar(.scale(Colormap(named: "viridis")!, span(samples.targets)), label: "target")
    }
    var sentence = "\(counted(samples.count, kind + "sample")) of \(counted(samples.features.count, "feature"))"
    if samples.features.count > 2 { sentence += ", the first two drawn" }
    if let classes = samples.classes {
      let parts = classes.prefix(6).map { label in
        "\(samples.targets.count { $0 == label }) of \(samples.text(of: label))"
      }
      sentence += ": " + parts.joined(separator: ", ")
      if classes.count > 6 { sentence += ", … \(classes.count) classes" }
    } else {
      let range = span(samples.targets)
      sentence +=
        ", targets from \(NumberText.short(range.lowerBound, 3)) to \(NumberText.short(range.upperBound, 3))"
    }
    return Picture(Figure([panel]), sentence)
  }
}

extension Model {
  /// What a feature is called: by the header of its file, if the data have as many features as that names, else `feature 1`.
  func featureTitle(_ feature: Int, of count: Int) -> String {
    featureNames.count == count ? featureNames[feature] : "feature \(feature + 1)"
  }
}
