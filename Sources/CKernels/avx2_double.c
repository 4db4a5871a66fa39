#if defined(__x86_64__)
#define IS_DOUBLE 1
#define VECTOR_BYTES 32
#define VARIANT "avx2"
#define TABLE nn_avx2_double
#define TARGET "popcnt,avx2,fma"
#include "vector/table.h"
#endif
