#include "thread.h"

_Thread_local nn_thread_state nn_this_thread;
