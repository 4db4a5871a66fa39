#pragma once
#include <stddef.h>
#include <stdint.h>

// The engine's hot loops, for double and float, in the widest vectors the processor has.
//
// Buffers are of the table's own number type unless it says double. "Columns" is the layout in which the samples of a block lie one after
// the other and the units follow each other at a distance of `stride` numbers: the vector lanes are samples. Sums run over the lanes in
// an order that depends on the extents alone, so that equal calls give equal bits. Nothing raises an invalid, division-by-zero or
// overflow flag that its scalar formula would not, but in rows_product, as in BLAS. The order of its sums depends on where zeros are, too; equal
// calls give equal bits all the same.

/// Activations that have a kernel.
enum nn_activation {
  nn_linear, nn_relu, nn_leaky_relu, nn_sigmoid, nn_tanh, nn_elu, nn_gelu, nn_softplus, nn_swish, nn_activation_count
};

/// Losses of one number by itself that have a kernel.
enum nn_loss {
  nn_binary_cross_entropy, nn_mse, nn_mae, nn_huber, nn_hinge, nn_half_square, nn_difference, nn_loss_count
};

/// y = f(x), `n` numbers; x and y may be the same memory.
typedef void (*nn_function)(const void *x, void *y, size_t n);
/// a = g(z); z and a may be the same memory.
typedef void (*nn_forward)(const void *z, void *a, size_t n, double option);
/// dz = da · g'(z); da and dz may be the same memory.
typedef void (*nn_backward)(const void *z, const void *a, const void *da, void *dz, size_t n, double option);
/// The sum of the losses.
typedef double (*nn_loss_value)(const void *z, const void *a, const void *y, size_t n, double option);
/// result = scale · dL/da; of nn_difference: scale · (a - y).
typedef void (*nn_loss_gradient)(const void *a, const void *y, void *result, size_t n, double option, double scale);

/// One parameter array in an update, or a piece of it.
typedef struct {
  void *parameter;
  const void *gradient;
  /// The optimizer's arrays, each `slot_step` numbers after the one before.
  void *slots;
  size_t slot_step;
  size_t count;
  double rate, decay;
  /// sgd: momentum, nesterov. rmsprop: alpha, epsilon, momentum. adam: beta1, beta2, epsilon, the correction of the square, shrink.
  double options[5];
} nn_update;

/// Rows of `bytes` bytes: those that `order` names, counted from `first`, or without an order one after the other.
typedef struct {
  const void *first;
  const int64_t *order;
  size_t rows, bytes;
} nn_rows;

/// C (m×n) = scale · A (m×k) · B (k×n), plus a bias's row (or NULL) in each row; with `add`, plus C. A's element (i, p) is
/// a[i·step_i + p·step_k], B's element (p, j) b[p·b_row + j·b_column]; a row of C starts c_row numbers after the one before. For batches of some
/// hundred samples at most; k is above 0.
typedef struct {
  const void *a;
  size_t step_i, step_k;
  const void *b;
  size_t b_row, b_column;
  const void *bias;
  void *c;
  size_t c_row;
  size_t m, n, k;
  double scale;
  int add;
  /// Where C is a gradient: the parameter that steps along it, parameter -= rate · C, and lies as C does; or NULL.
  void *parameter;
  double rate;
  /// What is wanted next: it comes from the memory while the product is made.
  nn_rows soon;
} nn_product;

typedef struct nn_kernels {
  /// Bytes of a number; numbers of a vector.
  size_t item, lanes;
  const char *name;

  nn_function exp, log, log1p, expm1, tanh, sigmoid;
  nn_forward forward[nn_activation_count];
  nn_backward backward[nn_activation_count];
  nn_loss_value loss[nn_loss_count];
  nn_loss_gradient gradient[nn_loss_count];

  // Softmax and its loss, of samples in rows (`units` numbers each) or in columns of `stride`.
  void (*softmax_rows)(const void *z, void *a, size_t rows, size_t units);
  void (*softmax_columns)(const void *z, void *a, size_t stride, size_t units);
  /// dz_j = a_j (da_j - Σ da·a)
  void (*softmax_backward_rows)(const void *a, const void *da, void *dz, size_t rows, size_t units);
  void (*softmax_backward_columns)(const void *a, const void *da, void *dz, size_t stride, size_t units);
  /// Σ y (log Σ exp z - z), or with an epsilon -Σ y log(a + epsilon).
  double (*cross_entropy_rows)(const void *z, const void *a, const void *y, size_t rows, size_t units, double epsilon);
  double (*cross_entropy_columns)(
      const void *z, const void *a, const void *y, size_t rows, size_t stride, size_t units, double epsilon);
  /// dz = a Σ y - y
  void (*cross_entropy_backward_rows)(const void *a, const void *y, void *dz, size_t rows, size_t units);
  void (*cross_entropy_backward_columns)(const void *a, const void *y, void *dz, size_t stride, size_t units);
  /// dL/da = -y / a, 0 where y is 0
  void (*cross_entropy_gradient)(const void *a, const void *y, void *result, size_t n);

  // Dense layers in columns; `stride` is a multiple of `lanes`.
  /// out[j] = bias[j] + Σ_k x[k] · w[k·step_k + j·step_j], j < units, k < inputs. Without a bias it is 0. With `relu` the result is
  /// max(0, ·); with a `mask` it is 0 where the mask's column is not above 0.
  void (*columns_product)(const void *x, const void *w, size_t step_k, size_t step_j, const void *bias, int relu,
                          const void *mask, void *out, size_t inputs, size_t units, size_t stride);
  /// dw[i·units + u] += Σ x[i] · dz[u], db[u] += Σ dz[u]
  void (*columns_gradient)(const void *x, const void *dz, void *dw, void *db, size_t inputs, size_t units, size_t stride);
  /// Samples `order[start]…` (or `start`… without an order) of row-major doubles or floats into columns; those from `rows` to `stride` are 0.
  void (*columns_from_doubles)(
      const double *x, const int64_t *order, size_t start, size_t rows, size_t width, void *out, size_t stride);
  void (*columns_from_floats)(
      const float *x, const int64_t *order, size_t start, size_t rows, size_t width, void *out, size_t stride);
  /// The same, into rows.
  void (*rows_from_doubles)(const double *x, const int64_t *order, size_t start, size_t rows, size_t width, void *out);
  void (*rows_from_floats)(const float *x, const int64_t *order, size_t start, size_t rows, size_t width, void *out);
  /// Sets the columns' elements from `rows` to `stride` to 0.
  void (*clear_padding)(void *columns, size_t rows, size_t stride, size_t units);

  // Samples in rows.
  void (*rows_product)(const nn_product *);
  /// z[row] += b
  void (*add_bias)(void *z, const void *b, size_t rows, size_t units);
  /// db = (add ? db : 0) + scale · Σ rows
  void (*column_sums)(const void *dz, void *db, size_t rows, size_t units, double scale, int add);

  // Parameters.
  void (*add)(void *sum, const void *x, size_t n);
  void (*scale)(void *x, size_t n, double factor);
  double (*squares)(const void *x, size_t n);
  void (*penalise)(void *gradient, const void *w, size_t n, double l1, double l2);
  void (*clamp)(void *x, size_t n, double limit);
  void (*sgd)(const nn_update *);
  void (*rmsprop)(const nn_update *);
  void (*adam)(const nn_update *);

  // Right answers.
  /// Elements where (a > threshold ? high : low) == y.
  size_t (*count_right)(const void *a, const void *y, size_t n, double threshold, double low, double high);
  /// Samples whose largest a is where the largest y is.
  size_t (*count_right_classes)(
      const void *a, const void *y, size_t rows, size_t units, size_t sample_step, size_t unit_step);
} nn_kernels;

/// The tables of this processor.
const nn_kernels *nn_kernels_double(void);
const nn_kernels *nn_kernels_float(void);
/// The narrower tables that any processor of this architecture can run, or NULL; for tests. `index` 0 is the baseline.
const nn_kernels *nn_kernels_variant(int index, int is_float);

static inline nn_forward nn_get_forward(const nn_kernels *k, int index) { return k->forward[index]; }
static inline nn_backward nn_get_backward(const nn_kernels *k, int index) { return k->backward[index]; }
static inline nn_loss_value nn_get_loss(const nn_kernels *k, int index) { return k->loss[index]; }
static inline nn_loss_gradient nn_get_gradient(const nn_kernels *k, int index) { return k->gradient[index]; }

/// Runs task(context, 0, count) … task(context, count - 1, count) on up to `threads` threads, the caller among them, and waits. Helpers are made when first
/// needed and sleep when there is nothing to do. Each thread has its part of the tasks, the same each time, and helps with the others' when it is done.
/// One caller at a time; a second gets all the work itself.
void nn_parallel(int threads, void (*task)(void *context, int index, int count), void *context, int count);
/// Ends the pool's threads beyond those that work on so many threads need.
void nn_parallel_keep(int threads);

/// The processors this process may run on.
int nn_processors(void);
