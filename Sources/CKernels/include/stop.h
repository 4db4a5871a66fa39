#pragma once
#include <stdint.h>

// Whether the work of a thread is asked to stop: it looks at a flag of whoever gave it the work. Swift has no variables of a thread, and no reads
// and writes of a flag that a signal handler or another thread may touch.

static inline int32_t nn_flag_get(const int32_t *flag) { return __atomic_load_n(flag, __ATOMIC_RELAXED); }
static inline void nn_flag_set(int32_t *flag, int32_t value) { __atomic_store_n(flag, value, __ATOMIC_RELAXED); }

/// The flag that the calling thread looks at; null if nobody can stop it.
const int32_t *nn_stop_flag(void);
void nn_set_stop_flag(const int32_t *flag);
/// Whether the calling thread is asked to stop.
int nn_stop_requested(void);
