#include "stop.h"

static _Thread_local const int32_t *stop_flag;

const int32_t *nn_stop_flag(void) { return stop_flag; }
void nn_set_stop_flag(const int32_t *flag) { stop_flag = flag; }
int nn_stop_requested(void) { return stop_flag && nn_flag_get(stop_flag); }
