#pragma once
#include <stdint.h>

// Whether the work of a thread is asked to stop: it looks at a flag of whoever gave it the work. Swift has no variables of a thread.

/// The flag that the calling thread looks at; null if nobody can stop it. It is set from a signal handler or from another thread.
const volatile int32_t *nn_stop_flag(void);
void nn_set_stop_flag(const volatile int32_t *flag);
/// Whether the calling thread is asked to stop.
int nn_stop_requested(void);
