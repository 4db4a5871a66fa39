import Glibc

/// Sorts plain numbers (or pairs of them); equal elements keep their order. Short runs are sorted by insertion, then merged two by two, each pass
/// from one memory into the other; it can be stopped on the way.
@inline(__always)
func sortStably<T>(
  _ a: UnsafeMutablePointer<T>, _ count: Int, _ isLess: (T, T) -> Bool
) throws(ArrayError) {
  let run = 16
  var pace = Cancellation.Pace()
  for start in stride(from: 0, to: count, by: run) {
    for i in (start &+ 1)..<Swift.max(Swift.min(start &+ run, count), start &+ 1) {
      let x = a[i]
      var j = i
      while j > start && isLess(x, a[j &- 1]) {
        a[j] = a[j &- 1]
        j &-= 1
      }
      a[j] = x
    }
    try pace.step(4 &* run)
  }
  if count <= run { return }
  try withScratch(T.self, count) { scratch throws(ArrayError) in
    var (from, to) = (a, scratch)
    var width = run
    while width < count {
      for start in stride(from: 0, to: count, by: 2 &* width) {
        let (middle, end) = (Swift.min(start &+ width, count), Swift.min(start &+ 2 &* width, count))
        if middle == end || !isLess(from[middle], from[middle &- 1]) {
          // In order already.
          (to + start).update(from: from + start, count: end &- start)
          try pace.step(end &- start)
          continue
        }
        var (left, right, next) = (start, middle, start)
        while next < end {
          // A part of a long merge, between two looks at the flag.
          let stop = Swift.min(next &+ Cancellation.stride, end)
          while next < stop {
            if left < middle && (right == end || !isLess(from[right], from[left])) {
              to[next] = from[left]
              left &+= 1
            } else {
              to[next] = from[right]
              right &+= 1
            }
            next &+= 1
          }
          try pace.step(Swift.min(end &- start, Cancellation.stride))
        }
      }
      swap(&from, &to)
      width &*= 2
    }
    if from != a { a.update(from: from, count: count) }
  }
}

/// Memory for `count` plain elements while `body` runs.
@inline(__always)
func withScratch<T, R>(
  _: T.Type, _ count: Int, _ body: (UnsafeMutablePointer<T>) throws(ArrayError) -> R
) throws(ArrayError) -> R {
  let (size, overflow) = Swift.max(count, 1).multipliedReportingOverflow(by: MemoryLayout<T>.stride)
  guard !overflow, let memory = malloc(size) else { throw .tooLarge(shape: [count]) }
  defer { free(memory) }
  return try body(memory.bindMemory(to: T.self, capacity: count))
}
