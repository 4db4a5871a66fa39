import Arrays

/// Throws unless a few arrays of samples × features numbers fit into memory.
func checkSize(samples: Int, features: Int) throws {
  let (cells, overflow) = samples.multipliedReportingOverflow(by: max(features, 1))
  if overflow || cells > Memory.bytes / 64 { throw DatasetError.tooLarge(samples: samples, features: features) }
}
