import Glibc

// The flags of the hardware say after an operation whether it divided by zero, overflowed or made an invalid value.
// Operations leave them as NumPy does, so that whoever runs a line can test and clear them.

/// Runs `body`, whose comparisons with nan must not count as invalid operations.
@inline(__always)
func withoutInvalid(_ body: () -> Void) {
  let before = fetestexcept(FE_INVALID)
  body()
  if before == 0 && fetestexcept(FE_INVALID) != 0 { feclearexcept(FE_INVALID) }
}

/// The flag of a division by zero, for integers, which the hardware does not flag.
@inline(never) func raiseDivideByZero() { feraiseexcept(FE_DIVBYZERO) }
@inline(never) func raiseOverflow() { feraiseexcept(FE_OVERFLOW) }
@inline(never) func raiseInvalid() { feraiseexcept(FE_INVALID) }
