#define IS_DOUBLE 0
#define VECTOR_BYTES 16
#define VARIANT "baseline"
#define TABLE nn_baseline_float
#include "vector/table.h"
