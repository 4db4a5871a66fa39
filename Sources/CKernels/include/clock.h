#pragma once
#include <stdatomic.h>
#include <stdint.h>

// The clock of the write barrier, and who watches a thread's writes. Swift has neither a relaxed read as cheap as this nor variables of a thread.

extern _Atomic uint64_t nn_write_clock;

static inline uint64_t nn_write_clock_now(void) { return atomic_load_explicit(&nn_write_clock, memory_order_relaxed); }
/// Advances the clock and returns the new time, which nobody else has got.
static inline uint64_t nn_write_clock_tick(void) {
  return atomic_fetch_add_explicit(&nn_write_clock, 1, memory_order_relaxed) + 1;
}

/// The calling thread's watcher, null if it has none.
void *nn_write_watcher(void);
void nn_set_write_watcher(void *watcher);
