#include "CBLAS.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>

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

static void *symbol(void *library, const char *name) {
  void *found = dlsym(library, name);
  if (!found) {
    // As the system's loader does for a program that is linked with a library it does not find.
    fprintf(stderr, "nn: the BLAS library has no %s: %s\n", name, dlerror());
    exit(1);
  }
  return found;
}

/// With the lock.
static void set_threads(void) {
  if (is_loaded) blas.set_threads(is_alone ? 1 : wanted_threads);
}

static void load(void) {
  void *library = dlopen("libopenblas.so.0", RTLD_NOW | RTLD_LOCAL);
  if (!library) {
    fprintf(stderr, "nn: %s\n  hint: apt-get install libopenblas0\n", dlerror());
    exit(1);
  }
  blas.dgemm = symbol(library, "cblas_dgemm");
  blas.sgemm = symbol(library, "cblas_sgemm");
  blas.dgemv = symbol(library, "cblas_dgemv");
  blas.sgemv = symbol(library, "cblas_sgemv");
  blas.ddot = symbol(library, "cblas_ddot");
  blas.set_threads = symbol(library, "openblas_set_num_threads");
  blas.get_threads = symbol(library, "openblas_get_num_threads");
  pthread_mutex_lock(&lock);
  is_loaded = true;
  if (wanted_threads == 0) wanted_threads = blas.get_threads();
  set_threads();
  pthread_mutex_unlock(&lock);
}

static int form(bool transpose) { return transpose ? TRANS : NO_TRANS; }

void nn_dgemm(bool transposeA, bool transposeB, int m, int n, int k, double alpha, const double *a, int lda,
              const double *b, int ldb, double beta, double *c, int ldc) {
  pthread_once(&once, load);
  blas.dgemm(ROW_MAJOR, form(transposeA), form(transposeB), m, n, k, alpha, a, lda, b, ldb, beta, c, ldc);
}

void nn_sgemm(bool transposeA, bool transposeB, int m, int n, int k, float alpha, const float *a, int lda,
              const float *b, int ldb, float beta, float *c, int ldc) {
  pthread_once(&once, load);
  blas.sgemm(ROW_MAJOR, form(transposeA), form(transposeB), m, n, k, alpha, a, lda, b, ldb, beta, c, ldc);
}

void nn_dgemv(bool transpose, int rows, int columns, double alpha, const double *a, int lda, const double *x,
              int stepX, double beta, double *y, int stepY) {
  pthread_once(&once, load);
  blas.dgemv(ROW_MAJOR, form(transpose), rows, columns, alpha, a, lda, x, stepX, beta, y, stepY);
}

void nn_sgemv(bool transpose, int rows, int columns, float alpha, const float *a, int lda, const float *x, int stepX,
              float beta, float *y, int stepY) {
  pthread_once(&once, load);
  blas.sgemv(ROW_MAJOR, form(transpose), rows, columns, alpha, a, lda, x, stepX, beta, y, stepY);
}

double nn_ddot(int count, const double *x, int stepX, const double *y, int stepY) {
  pthread_once(&once, load);
  return blas.ddot(count, x, stepX, y, stepY);
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
