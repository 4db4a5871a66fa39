#include "clock.h"

_Atomic uint64_t nn_write_clock = 1;

static _Thread_local void *watcher;

void *nn_write_watcher(void) { return watcher; }
void nn_set_write_watcher(void *new_watcher) { watcher = new_watcher; }
