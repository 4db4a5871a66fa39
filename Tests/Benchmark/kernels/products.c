// GFLOP/s on one core of the products of a wide layer's step, of each kind of vectors this processor has: of factors without zeros, and of such as
// ReLU leaves, half of them or four fifths zeros. A unit that is zero for one sample is more likely so for the others (correlation 0.75).
// clang -O2 -I Sources/CKernels/include, linked with the objects of Sources/CKernels (-O3), -lm -lpthread. The figures stand in sparse.h.
#include "kernels.h"
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { rounds = 30 };

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec + t.tv_nsec * 1e-9;
}

static double normal(void) {
  double sum = -6;
  for (int i = 0; i < 12; i++) sum += rand() / (double)RAND_MAX;
  return sum;
}

static void put(void *array, int is_float, size_t i, double value) {
  if (is_float)
    ((float *)array)[i] = (float)value;
  else
    ((double *)array)[i] = value;
}

/// samples × units; of `zeros` above 0 as ReLU leaves them.
static void *matrix(size_t samples, size_t units, double zeros, int is_float) {
  void *array = aligned_alloc(64, samples * units * (is_float ? 4 : 8));
  double *unit = malloc(units * sizeof *unit);
  for (size_t u = 0; u < units; u++) unit[u] = normal();
  for (size_t s = 0; s < samples; s++)
    for (size_t u = 0; u < units; u++) {
      double z = unit[u] * sqrt(0.75) + normal() * sqrt(0.25);
      put(array, is_float, s * units + u, zeros > 0 && erfc(-z / sqrt(2)) / 2 < zeros ? 0 : z);
    }
  free(unit);
  return array;
}

static double rate(const nn_kernels *kernels, const nn_product *product) {
  double best = INFINITY;
  for (int round = 0; round < rounds; round++) {
    double start = now();
    kernels->rows_product(product);
    double time = now() - start;
    if (time < best) best = time;
  }
  return 2e-9 * product->m * product->n * product->k / best;
}

/// A layer of `inputs` and 512 of its 1024 units; 256 samples.
static void line(const char *name, const nn_kernels *kernels, int is_float, int kind, size_t inputs) {
  enum { samples = 256, units = 512, all_units = 1024 };
  printf("| %s %s | %-24s |", kernels->name, is_float ? "float" : "double", name);
  for (int z = 0; z < 3; z++) {
    double zeros = (double[]){0, 0.5, 0.8}[z];
    // Forward: X W. Back: dZ Wᵀ, of as many inputs. The gradient: Xᵀ dZ and the step, with X or with dZ of zeros.
    void *x = matrix(samples, inputs, kind < 3 ? zeros : 0, is_float);
    void *other = matrix(kind < 2 ? inputs : samples, all_units, kind < 3 ? 0 : zeros, is_float);
    size_t size = (is_float ? 4 : 8) * (kind < 2 ? samples : inputs) * all_units;
    void *result = calloc(size, 1), *parameter = calloc(size, 1);
    nn_product product = {
        .a = x, .step_i = kind < 2 ? inputs : 1, .step_k = kind < 2 ? 1 : inputs,
        .b = other, .b_row = kind == 1 ? 1 : all_units, .b_column = kind == 1 ? inputs : 1, .c = result, .c_row = all_units,
        .m = kind < 2 ? samples : inputs, .n = units, .k = kind < 2 ? inputs : samples, .scale = 1,
        .parameter = kind < 2 ? 0 : parameter, .rate = 0.01};
    printf(" %.0f |", rate(kernels, &product));
    free(x), free(other), free(result), free(parameter);
  }
  printf("\n");
}

int main(void) {
  puts("| vectors | product | no zeros | 0.5 | 0.8 |\n|---|---|---|---|---|");
  for (int variant = 2; variant >= 0; variant--)
    for (int is_float = 1; is_float >= 0; is_float--) {
      const nn_kernels *kernels = nn_kernels_variant(variant, is_float);
      if (!kernels) continue;
      line("256×1024 by 1024×512", kernels, is_float, 0, 1024);
      line("256×1024 by (512×1024)ᵀ", kernels, is_float, 1, 1024);
      line("1024×256 by 256×512, step", kernels, is_float, 2, 1024);
      line("784×256 by 256×512, step", kernels, is_float, 3, 784);
    }
}
