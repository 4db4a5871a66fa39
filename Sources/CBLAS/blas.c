#include "CBLAS.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stdio.h>

// The values of cblas.h, which are the same in every BLAS.
enum { ROW_MAJOR = 101, NO_TRANS = 111, TRANS = 112 };

static struct {
  void (*dgemm)(int, int, int, int, int, int, double, const double *, int, const double *, int, double, double *, int);
  void (*sgemm)(int, int, int, int, int, int, float, const float *, int, const float *, int, float, float *, int);
  void (*dgemv)(int, int, int, int, double, const double *, int, const double *, int, double, double *, int);
  void (*sgemv)(int, int, int, int, float, const float *, int, const float *, int, float, float *, int);
  double (*ddot)(int, const double *, int, const double *, int);
  void (*set_threads)(int);
  int (*get_threads)(void);
} blas;

static pthread_once_t once = PTHREAD_ONCE_INIT;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static int wanted_threads;
static bool is_alone, is_loaded;

#define REAL double
#define NAME(routine) routine##_double
#include "loops.h"
#undef REAL
#undef NAME
#define REAL float
#define NAME(routine) routine##_float
#include "loops.h"

/// With the lock.
static void set_threads(void) {
  if (is_loaded) blas.set_threads(is_alone ? 1 : wanted_threads);
}

/// Takes the library's routines, all of them or none. Without them products are loops of our own.
static void load(void) {
  void *library = dlopen("libopenblas.so.0", RTLD_NOW | RTLD_LOCAL);
  const struct {
    void **place;
    const char *name;
  } symbols[] = {
      {(void **)&blas.dgemm, "cblas_dgemm"},
      {(void **)&blas.sgemm, "cblas_sgemm"},
      {(void **)&blas.dgemv, "cblas_dgemv"},
      {(void **)&blas.sgemv, "cblas_sgemv"},
      {(void **)&blas.ddot, "cblas_ddot"},
      {(void **)&blas.set_threads, "openblas_set_num_threads"},
      {(void **)&blas.get_threads, "openblas_get_num_threads"},
  };
  bool is_whole = library != NULL;
  for (size_t i = 0; is_whole && i < sizeof symbols / sizeof *symbols; i++) {
    is_whole = (*symbols[i].place = dlsym(library, symbols[i].name)) != NULL;
  }
  if (!is_whole) {
    fprintf(stderr, "nn: OpenBLAS is not installed: products of matrices are slower (%s)\n"
                    "  hint: apt-get install libopenblas0\n", dlerror());
    return;
  }
  pthread_mutex_lock(&lock);
  is_loaded = true;
  if (wanted_threads == 0) wanted_threads = blas.get_threads();
  set_threads();
  pthread_mutex_unlock(&lock);
}

/// Whether the library is there.
static bool is_ready(void) {
  pthread_once(&once, load);
  return is_loaded;
}

static int form(bool transpose) { return transpose ? TRANS : NO_TRANS; }

void nn_dgemm(bool transposeA, bool transposeB, int m, int n, int k, double alpha, const double *a, int lda,
              const double *b, int ldb, double beta, double *c, int ldc) {
  if (is_ready()) {
    blas.dgemm(ROW_MAJOR, form(transposeA), form(transposeB), m, n, k, alpha, a, lda, b, ldb, beta, c, ldc);
  } else {
    loops_gemm_double(transposeA, transposeB, m, n, k, alpha, a, lda, b, ldb, beta, c, ldc);
  }
}

void nn_sgemm(bool transposeA, bool transposeB, int m, int n, int k, float alpha, const float *a, int lda,
              const float *b, int ldb, float beta, float *c, int ldc) {
  if (is_ready()) {
    blas.sgemm(ROW_MAJOR, form(transposeA), form(transposeB), m, n, k, alpha, a, lda, b, ldb, beta, c, ldc);
  } else {
    loops_gemm_float(transposeA, transposeB, m, n, k, alpha, a, lda, b, ldb, beta, c, ldc);
  }
}

void nn_dgemv(bool transpose, int rows, int columns, double alpha, const double *a, int lda, const double *x,
              int stepX, double beta, double *y, int stepY) {
  if (is_ready()) {
    blas.dgemv(ROW_MAJOR, form(transpose), rows, columns, alpha, a, lda, x, stepX, beta, y, stepY);
  } else {
    loops_gemv_double(transpose, rows, columns, alpha, a, lda, x, stepX, beta, y, stepY);
  }
}

void nn_sgemv(bool transpose, int rows, int columns, float alpha, const float *a, int lda, const float *x, int stepX,
              float beta, float *y, int stepY) {
  if (is_ready()) {
    blas.sgemv(ROW_MAJOR, form(transpose), rows, columns, alpha, a, lda, x, stepX, beta, y, stepY);
  } else {
    loops_gemv_float(transpose, rows, columns, alpha, a, lda, x, stepX, beta, y, stepY);
  }
}

double nn_ddot(int count, const double *x, int stepX, const double *y, int stepY) {
  if (is_ready()) return blas.ddot(count, x, stepX, y, stepY);
  double sum = 0;
  for (int i = 0; i < count; i++) sum += x[(long)i * stepX] * y[(long)i * stepY];
  return sum;
}

void nn_blas_threads(int threads) {
  pthread_mutex_lock(&lock);
  wanted_threads = threads;
  set_threads();
  pthread_mutex_unlock(&lock);
}

void nn_blas_alone(bool alone) {
  pthread_mutex_lock(&lock);
  is_alone = alone;
  set_threads();
  pthread_mutex_unlock(&lock);
}
