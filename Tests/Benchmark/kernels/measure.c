// Nanoseconds a number, and the largest error in units of the last place against long double, of exp, log and tanh: the C library's scalar ones,
// its vectors (libmvec), SLEEF's vectors (u10, within one unit), and nn's own.
// Needs libsleef-dev and a processor with AVX2: clang -O3 -mavx2 -mfma -I Sources/CKernels/include, linked with the objects of Sources/CKernels,
// -lsleef -lmvec -lm. The figures stand in mathematics.h.
#include "kernels.h"
#include <immintrin.h>
#include <math.h>
#include <sleef.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { count = 2048, rounds = 4000, repetitions = 9 };
static double x[count], y[count];
static float xf[count], yf[count];

__m256d _ZGVdN4v_exp(__m256d), _ZGVdN4v_log(__m256d), _ZGVdN4v_tanh(__m256d);
__m256 _ZGVdN8v_expf(__m256), _ZGVdN8v_logf(__m256), _ZGVdN8v_tanhf(__m256);

#define SCALAR(name, f) static void name(void) { for (int i = 0; i < count; i++) y[i] = f(x[i]); }
#define SCALAR_F(name, f) static void name(void) { for (int i = 0; i < count; i++) yf[i] = f(xf[i]); }
#define VECTOR(name, f) \
  __attribute__((target("avx2,fma"))) static void name(void) { \
    for (int i = 0; i < count; i += 4) _mm256_storeu_pd(y + i, f(_mm256_loadu_pd(x + i))); \
  }
#define VECTOR_F(name, f) \
  __attribute__((target("avx2,fma"))) static void name(void) { \
    for (int i = 0; i < count; i += 8) _mm256_storeu_ps(yf + i, f(_mm256_loadu_ps(xf + i))); \
  }
#define OWN(name, f) static void name(void) { nn_kernels_variant(1, 0)->f(x, y, count); }
#define OWN_F(name, f) static void name(void) { nn_kernels_variant(1, 1)->f(xf, yf, count); }

#define FUNCTION(NAME) \
  SCALAR(NAME##_scalar, NAME) SCALAR_F(NAME##f_scalar, NAME##f) \
  VECTOR(NAME##_libmvec, _ZGVdN4v_##NAME) VECTOR_F(NAME##f_libmvec, _ZGVdN8v_##NAME##f) \
  VECTOR(NAME##_sleef, Sleef_##NAME##d4_u10avx2) VECTOR_F(NAME##f_sleef, Sleef_##NAME##f8_u10avx2) \
  OWN(NAME##_own, NAME) OWN_F(NAME##f_own, NAME)
FUNCTION(exp)
FUNCTION(log)
FUNCTION(tanh)

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec + t.tv_nsec * 1e-9;
}
static int ascending(const void *a, const void *b) { return (*(double *)a > *(double *)b) - (*(double *)a < *(double *)b); }
static double nanoseconds(void (*run)(void)) {
  double times[repetitions];
  for (int r = 0; r < repetitions; r++) {
    double start = now();
    for (int k = 0; k < rounds; k++) run();
    times[r] = (now() - start) * 1e9 / rounds / count;
  }
  qsort(times, repetitions, sizeof *times, ascending);
  return times[repetitions / 2];
}
static double error(long double (*exact)(long double), int is_float) {
  double worst = 0;
  for (int i = 0; i < count; i++) {
    long double e = exact(is_float ? xf[i] : x[i]), got = is_float ? yf[i] : y[i];
    int exponent;
    frexpl(e, &exponent);
    double off = fabsl(got - e) / ldexpl(1, exponent - (is_float ? 24 : 53));
    if (off > worst) worst = off;
  }
  return worst;
}
static void line(const char *name, void (*runs[4])(void), long double (*exact)(long double), int is_float) {
  printf("| %-12s |", name);
  for (int k = 0; k < 4; k++) {
    double time = nanoseconds(runs[k]);
    printf(" %.2f ns, %.2f |", time, error(exact, is_float));
  }
  printf("\n");
}
#define LINES(f, LOW, HIGH) \
  do { \
    for (int i = 0; i < count; i++) x[i] = (LOW) + ((HIGH) - (LOW)) * (rand() / (RAND_MAX + 1.0)), xf[i] = (float)x[i]; \
    line(#f " double", (void (*[])(void)){f##_scalar, f##_libmvec, f##_sleef, f##_own}, f##l, 0); \
    line(#f " float", (void (*[])(void)){f##f_scalar, f##f_libmvec, f##f_sleef, f##f_own}, f##l, 1); \
  } while (0)

int main(void) {
  if (!nn_kernels_variant(1, 0)) return puts("this processor has no AVX2"), 1;
  puts("| AVX2         | C library | libmvec | SLEEF | nn |\n|---|---|---|---|---|");
  LINES(exp, -20, 20);
  LINES(log, 1e-6, 10);
  LINES(tanh, -5, 5);
}
