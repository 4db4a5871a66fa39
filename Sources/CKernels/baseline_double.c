#define IS_DOUBLE 1
#define VECTOR_BYTES 16
#define VARIANT "baseline"
#define TABLE nn_baseline_double
#include "vector/table.h"
