#pragma once
#include "kernels.h"
#include <stdint.h>

/// The lowest address of the calling thread's stack, 0 if it cannot be told. Asked of the system once per thread.
uintptr_t nn_stack_bottom(void);

// What Swift cannot say: the processor's floating-point status, read and cleared in a few cycles (fenv.h takes a hundred).

#if defined(__x86_64__)
#include <xmmintrin.h>
/// The sticky exception flags raised since the last clear: 1 invalid, 4 division by zero, 8 overflow.
static inline unsigned nn_float_status(void) { return _mm_getcsr() & 0x0Du; }
static inline void nn_float_status_clear(void) { _mm_setcsr(_mm_getcsr() & ~0x3Fu); }
#else
#include <fenv.h>
static inline unsigned nn_float_status(void) {
  int raised = fetestexcept(FE_INVALID | FE_DIVBYZERO | FE_OVERFLOW);
  return (raised & FE_INVALID ? 1u : 0u) | (raised & FE_DIVBYZERO ? 4u : 0u) | (raised & FE_OVERFLOW ? 8u : 0u);
}
static inline void nn_float_status_clear(void) { feclearexcept(FE_ALL_EXCEPT); }
#endif
