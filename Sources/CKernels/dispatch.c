#include "kernels.h"

extern const nn_kernels nn_baseline_double, nn_baseline_float;

uint8_t nn_set_bits[256][8];
__attribute__((constructor)) static void find_set_bits(void) {
  for (int byte = 0; byte < 256; byte++)
    for (int bit = 0, n = 0; bit < 8; bit++)
      if (byte >> bit & 1) nn_set_bits[byte][n++] = (uint8_t)bit;
}

#if defined(__x86_64__)
extern const nn_kernels nn_avx2_double, nn_avx2_float, nn_avx512_double, nn_avx512_float;

static int widest(void) {
  __builtin_cpu_init();
  if (!__builtin_cpu_supports("popcnt")) return 0;
  if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vl") &&
      __builtin_cpu_supports("avx512bw"))
    return 2;
  return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma") ? 1 : 0;
}
#else
static int widest(void) { return 0; }
#endif

const nn_kernels *nn_kernels_variant(int index, int is_float) {
  if (index < 0 || index > widest()) return 0;
#if defined(__x86_64__)
  if (index == 2) return is_float ? &nn_avx512_float : &nn_avx512_double;
  if (index == 1) return is_float ? &nn_avx2_float : &nn_avx2_double;
#endif
  return is_float ? &nn_baseline_float : &nn_baseline_double;
}

const nn_kernels *nn_kernels_double(void) { return nn_kernels_variant(widest(), 0); }
const nn_kernels *nn_kernels_float(void) { return nn_kernels_variant(widest(), 1); }
