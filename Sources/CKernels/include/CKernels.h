#pragma once
#include "kernels.h"
#include "memory.h"
#include "search.h"
#include "stop.h"
#include "thread.h"
#include <stdint.h>

/// The lowest address of the calling thread's stack, 0 if it cannot be told. Asked of the system once per thread.
uintptr_t nn_stack_bottom(void);

// What Swift cannot say: the processor's floating-point status, read and cleared in a few cycles (fenv.h takes a hundred).

// The sticky exception flags that count; the bits are those of x86's control register.
static const unsigned NN_FLOAT_INVALID = 1, NN_FLOAT_DIVIDE_BY_ZERO = 4, NN_FLOAT_OVERFLOW = 8;

#if defined(__x86_64__)
#include <xmmintrin.h>
/// The flags raised since the last clear.
static inline unsigned nn_float_status(void) { return _mm_getcsr() & 0x0Du; }
static inline void nn_float_status_clear(void) {
  // Writing the register costs several times what reading it does, and nearly always there is nothing to clear.
  unsigned status = _mm_getcsr();
  if (status & 0x0Du) _mm_setcsr(status & ~0x3Fu);
}
static inline void nn_float_status_lower(unsigned flags) {
  unsigned status = _mm_getcsr();
  if (status & flags) _mm_setcsr(status & ~flags);
}
static inline void nn_float_status_raise(unsigned flags) { _mm_setcsr(_mm_getcsr() | flags); }
#else
#include <fenv.h>
static inline int nn_fenv_flags(unsigned flags) {
  return (flags & 1u ? FE_INVALID : 0) | (flags & 4u ? FE_DIVBYZERO : 0) | (flags & 8u ? FE_OVERFLOW : 0);
}
static inline void nn_float_status_lower(unsigned flags) { feclearexcept(nn_fenv_flags(flags)); }
static inline void nn_float_status_raise(unsigned flags) { feraiseexcept(nn_fenv_flags(flags)); }
static inline unsigned nn_float_status(void) {
  int raised = fetestexcept(FE_INVALID | FE_DIVBYZERO | FE_OVERFLOW);
  return (raised & FE_INVALID ? 1u : 0u) | (raised & FE_DIVBYZERO ? 4u : 0u) | (raised & FE_OVERFLOW ? 8u : 0u);
}
static inline void nn_float_status_clear(void) { feclearexcept(FE_ALL_EXCEPT); }
#endif
