import CKernels

/// Whether less than a megabyte is left of the calling thread's stack: a training's products take half of one.
@inline(never) func isStackLow() -> Bool {
  var marker: UInt8 = 0
  let address = withUnsafeMutablePointer(to: &marker) { UInt(bitPattern: $0) }
  return address < UInt(nn_stack_bottom()) + 1 << 20
}

/// Throws where the stack is low: deep recursion of a user's function or a deeply nested value is an error, never a crash.
func checkStack() throws {
  if isStackLow() {
    throw Fault(.recursion, "the calls are nested too deeply", hint: "does the recursion come to an end?")
  }
}
