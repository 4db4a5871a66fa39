import CKernels

/// The lowest address the stack of the calling thread may grow to before a call is refused. Deep recursion of a user's function or a
/// deeply nested value is an error, never a crash.
private let stackLimit = UInt(nn_stack_bottom()) + 512 * 1024

/// Throws where less than half a megabyte of the stack is left.
@inline(never) func checkStack() throws {
  var marker: UInt8 = 0
  let address = withUnsafeMutablePointer(to: &marker) { UInt(bitPattern: $0) }
  if address < stackLimit {
    throw Fault(.recursion, "the calls are nested too deeply", hint: "does the recursion come to an end?")
  }
}
