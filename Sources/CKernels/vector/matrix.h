// Products of matrices in rows, for a batch of some tens of samples: then BLAS spends as long on rearranging the weights and on clearing the
// result as on some of the product. Here a panel of B, two vectors wide, is put together once for all of A's rows, whose numbers are spread
// over vectors where they lie; a tile of sums stays in registers (Goto and van de Geijn, "Anatomy of high-performance matrix
// multiplication", 2008). On one core of a Zen 3, GFLOP/s of OpenBLAS 0.3.21 and of this: 32×784 by 784×128 in float32 75 and 81 (float64 37 and
// 38), 392×64 by 64×128 73 and 93 (39 and 42), 128×1024 by 1024×1024 84 and 80 (42 and 38).

#if VECTOR_BYTES == 64
#define TILE_ROWS 12
#else
#define TILE_ROWS 6
#endif
enum { PANEL = 2 * W, PANEL_ROWS = 256 };

/// `rows` rows of a strip of C as wide as the panel.
INLINE void product_tile(int rows, const REAL *a, size_t step_i, size_t step_k, const REAL *panel, size_t k, const REAL *bias,
                         REAL scale, int add, REAL *c, size_t ldc, size_t columns) {
  V sums[TILE_ROWS][2];
  for (int i = 0; i < rows; i++)
    for (int j = 0; j < 2; j++) sums[i][j] = all(0);
  for (size_t p = 0; p < k; p++, a += step_k, panel += PANEL) {
    V left = load(panel), right = load(panel + W);
    for (int i = 0; i < rows; i++) {
      V x = all(a[i * step_i]);
      sums[i][0] += x * left;
      sums[i][1] += x * right;
    }
  }
  if (columns == PANEL) {
    for (int i = 0; i < rows; i++)
      for (int j = 0; j < 2; j++) {
        REAL *place = c + i * ldc + j * W;
        V v = scale * sums[i][j];
        if (bias) v += load(bias + j * W);
        if (add) v += load(place);
        store(place, v);
      }
    return;
  }
  for (int i = 0; i < rows; i++)
    for (size_t u = 0; u < columns; u++) {
      REAL v = scale * sums[i][u / W][u % W];
      if (bias) v += bias[u];
      if (add) v += c[i * ldc + u];
      c[i * ldc + u] = v;
    }
}

/// All rows of a strip, in tiles of nearly equal height: one of a row or two would not keep the multipliers busy.
INLINE void product_strip(const REAL *a, size_t step_i, size_t step_k, const REAL *panel, size_t k, const REAL *bias,
                          REAL scale, int add, REAL *c, size_t ldc, size_t m, size_t columns) {
  size_t tiles = (m + TILE_ROWS - 1) / TILE_ROWS;
  for (size_t tile = 0; tile < tiles; tile++) {
    size_t i = m * tile / tiles, rows = m * (tile + 1) / tiles - i;
    switch (rows) {
#define ROWS(n) \
  case n: product_tile(n, a + i * step_i, step_i, step_k, panel, k, bias, scale, add, c + i * ldc, ldc, columns); break;
#if TILE_ROWS == 12
      ROWS(12) ROWS(11) ROWS(10) ROWS(9) ROWS(8) ROWS(7)
#endif
      ROWS(6) ROWS(5) ROWS(4) ROWS(3) ROWS(2) ROWS(1)
#undef ROWS
    }
  }
}

static void rows_product(const void *a_, size_t step_i, size_t step_k, const void *b_, const void *bias_, double scale,
                         int add, void *c_, size_t m, size_t n, size_t k) {
  const REAL *a = a_, *b = b_, *bias = bias_;
  REAL *c = c_;
  REAL panel[PANEL_ROWS * PANEL] __attribute__((aligned(64)));
  for (size_t start = 0; start < k; start += PANEL_ROWS) {
    size_t depth = k - start < PANEL_ROWS ? k - start : PANEL_ROWS;
    for (size_t u = 0; u < n; u += PANEL) {
      size_t columns = n - u < PANEL ? n - u : PANEL;
      for (size_t p = 0; p < depth; p++) {
        const REAL *from = b + (start + p) * n + u;
        REAL *to = panel + p * PANEL;
        if (columns == PANEL) {
          V left = load(from), right = load(from + W);
          store(to, left);
          store(to + W, right);
        } else {
          for (size_t j = 0; j < PANEL; j++) to[j] = j < columns ? from[j] : 0;
        }
      }
      product_strip(a + start * step_k, step_i, step_k, panel, depth, bias && start == 0 ? bias + u : 0, (REAL)scale,
                    add || start > 0, c + u, n, m, columns);
    }
  }
}
