#if defined(__x86_64__)
#define IS_DOUBLE 0
#define VECTOR_BYTES 64
#define VARIANT "avx512"
#define TABLE nn_avx512_float
#define TARGET "popcnt,avx512f,avx512dq,avx512vl,avx512bw,fma,no-prefer-256-bit"
#include "vector/table.h"
#endif
