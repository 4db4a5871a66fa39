#if defined(__x86_64__)
#define IS_DOUBLE 1
#define VECTOR_BYTES 64
#define VARIANT "avx512"
#define TABLE nn_avx512_double
#define TARGET "popcnt,avx512f,avx512dq,avx512vl,avx512bw,fma,no-prefer-256-bit"
#include "vector/table.h"
#endif
