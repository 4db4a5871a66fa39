// All kernels of one number type for one kind of processor. Included with IS_DOUBLE, VECTOR_BYTES and TABLE (the table's name) set.

#include "../include/kernels.h"
#include <float.h>
#include <math.h>
#include <stdint.h>
#if defined(__x86_64__)
#include <immintrin.h>
#endif

#if IS_DOUBLE
#define REAL double
#define BITS int64_t
#define SIGN INT64_MIN
#define LARGEST DBL_MAX
#else
#define REAL float
#define BITS int32_t
#define SIGN INT32_MIN
#define LARGEST FLT_MAX
#endif

#pragma clang diagnostic ignored "-Wpsabi"
#ifdef TARGET
#pragma clang attribute push(__attribute__((target(TARGET))), apply_to = function)
#endif
#include "vector.h"
#include "mathematics.h"
#include "activations.h"
#include "losses.h"
#include "softmax.h"
#include "dense.h"
#include "matrix.h"
#include "updates.h"
#ifdef TARGET
#pragma clang attribute pop
#endif

#define ACTIVATION(name) .forward[nn_##name] = name##_forward, .backward[nn_##name] = name##_backward
#define LOSS_PAIR(name) .loss[nn_##name] = name##_value, .gradient[nn_##name] = name##_gradient

const nn_kernels TABLE = {
  .item = sizeof(REAL), .lanes = W, .name = VARIANT,
  .exp = map_exp, .log = map_log, .log1p = map_log1p, .expm1 = map_expm1, .tanh = map_tanh, .sigmoid = map_sigmoid,
  ACTIVATION(linear), ACTIVATION(relu), ACTIVATION(leaky_relu), ACTIVATION(sigmoid), ACTIVATION(tanh),
  ACTIVATION(elu), ACTIVATION(gelu), ACTIVATION(softplus), ACTIVATION(swish),
  LOSS_PAIR(binary_cross_entropy), LOSS_PAIR(mse), LOSS_PAIR(mae), LOSS_PAIR(huber), LOSS_PAIR(hinge),
  LOSS_PAIR(half_square), .gradient[nn_difference] = half_square_gradient,
  .softmax_rows = softmax_rows, .softmax_columns = softmax_columns,
  .softmax_backward_rows = softmax_backward_rows, .softmax_backward_columns = softmax_backward_columns,
  .cross_entropy_rows = cross_entropy_rows, .cross_entropy_columns = cross_entropy_columns,
  .cross_entropy_backward_rows = cross_entropy_backward_rows,
  .cross_entropy_backward_columns = cross_entropy_backward_columns, .cross_entropy_gradient = cross_entropy_gradient,
  .columns_product = columns_product, .columns_gradient = columns_gradient,
  .columns_from_doubles = columns_from_doubles, .columns_from_floats = columns_from_floats,
  .rows_from_doubles = rows_from_doubles, .rows_from_floats = rows_from_floats, .clear_padding = clear_padding,
  .rows_product = rows_product, .add_bias = add_bias, .column_sums = column_sums,
  .add = add, .scale = scale, .squares = squares, .penalise = penalise, .clamp = clamp,
  .sgd = sgd, .rmsprop = rmsprop, .adam = adam,
  .count_right = count_right, .count_right_classes = count_right_classes,
};
