import Glibc

extension Command {
  static let time = Command(
    "time", .session, "Runs a line and says how long it took.",
    parameters: [.required("line", .statement, "any line; what it assigns stays assigned")],
    details: "Wall-clock time. A single run: small times vary.",
    examples: ["time Z = np.random.randn(100, 100) @ np.random.randn(100, 100)"],
    seeAlso: ["run"], isFunction: false
  ) { input in
    guard case .statement(let run, _)? = input.item("line")?.argument else {
      throw Fault(.value, "time needs a line", hint: "time train 100")
    }
    let start = now()
    try run()
    input.report("time \(NumberText.duration(now() - start))\n")
    return .none
  }
}

private func now() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_MONOTONIC, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
}
