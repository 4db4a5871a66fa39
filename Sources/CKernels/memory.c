#include "memory.h"

#include <features.h>
#ifdef __GLIBC__
#include <malloc.h>
void nn_release_memory(void) { malloc_trim(0); }
#else
void nn_release_memory(void) {}
#endif
