#pragma once
#include <stdint.h>

/// What the interpreter keeps for each thread. Swift has no variables of a thread.
typedef struct {
  /// How many objects are being freed, each within the one before.
  int64_t freeing;
  /// What is to be freed once they are: a retained Swift object, or null.
  void *pending;
  /// How many bytes may be taken before the system is asked again what is left.
  int64_t allowance;
} nn_thread_state;

extern _Thread_local nn_thread_state nn_this_thread;
static inline nn_thread_state *nn_thread(void) { return &nn_this_thread; }
