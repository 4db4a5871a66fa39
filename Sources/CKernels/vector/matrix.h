// Products of matrices in rows, for a batch of some hundred samples at most: then BLAS spends much of its time on rearranging the weights and on
// clearing the result. Here some panels of B are put together once for all of A's rows, whose numbers are spread over vectors where they lie; a tile
// of sums stays in registers (Goto and van de Geijn, "Anatomy of high-performance matrix multiplication", 2008). A factor with many zeros goes by
// lists (sparse.h).
//
// GFLOP/s on one core of a Zen 4 whose multipliers do 122 in float32 in a bare loop and 61 in float64: OpenBLAS 0.3.21, and this with AVX-512 and
// with AVX2; the gradients' products go the step of their weights besides.
//
//                                        float32            float64
//     256×784 by 784×1024             102  111  109       52  54  52
//     256×1024 by 1024×1024           102  109  106       52  54  51
//     256×1024 by (1024×1024)ᵀ         95  106  102       51  53  50
//     784×256 by 256×1024, step       104  107   95       52  51  43
//     1024×256 by 256×1024, step      103  104   84       51  48  39
//     64×784 by 784×128                99  108  106       46  54  52
//     784×64 by 64×128, step           99  105  100       47  50  45

// A tile of sums: rows at most, rows where it is wide, and vectors in a row. A wide one is six rows of four vectors and not twelve of two, for
// twelve rows of A that lie a power of two apart do not have their places in the first cache, whose sets have eight.
enum { WIDE_ROWS = 6 };
#if VECTOR_BYTES == 64
enum { TILE_ROWS = 12, TILE_VECTORS = 4 };
#else
enum { TILE_ROWS = 6, TILE_VECTORS = 2 };
#endif
/// Numbers of a panel's row; rows of a panel at most, and panels at a time, so that they stay in the second cache.
enum { PANEL = TILE_VECTORS * W, PANEL_ROWS = 400, PANELS = 8 / TILE_VECTORS };

/// What becomes of a strip's sums, at most as wide as the panel: C = scale · sums + bias + C, and the parameter's step along it. What is NULL, or not
/// asked, stays out.
typedef struct {
  REAL scale;
  const REAL *bias;
  int add;
  REAL *c;
  REAL *parameter;
  REAL rate;
  size_t row;
  size_t columns;
} strip_result;

/// A vector, or a number, of the result.
#define FINISH(T, v, place, u, LOAD, STORE) \
  do { \
    T v_ = to.scale * (v); \
    if (to.bias) v_ += LOAD(to.bias + (u)); \
    if (to.add) v_ += LOAD(to.c + (place)); \
    STORE(to.c + (place), v_); \
    if (to.parameter) STORE(to.parameter + (place), LOAD(to.parameter + (place)) - to.rate * v_); \
  } while (0)
#define LOAD_NUMBER(p) *(p)
#define STORE_NUMBER(p, x) *(p) = (x)

/// The strip of columns from number `from` of C's memory on.
INLINE strip_result strip_of(const nn_product *f, size_t from, size_t columns, int is_first, int is_last) {
  return (strip_result){
      .scale = (REAL)f->scale,
      .bias = f->bias && is_first ? (const REAL *)f->bias + from : 0,
      .add = f->add || !is_first,
      .c = (REAL *)f->c + from,
      .parameter = f->parameter && is_last ? (REAL *)f->parameter + from : 0,
      .rate = (REAL)f->rate,
      .row = f->c_row,
      .columns = columns,
  };
}

/// The results' lines come while their sums are made.
INLINE void prefetch_results(int rows, int vectors, const strip_result to, size_t first, size_t column) {
#pragma clang loop unroll(full)
  for (int i = 0; i < rows; i++)
#pragma clang loop unroll(full)
    for (int j = 0; j < vectors; j += 64 / VECTOR_BYTES) {
      size_t place = (first + i) * to.row + column + j * W;
      __builtin_prefetch(to.c + place, 1);
      if (to.parameter) __builtin_prefetch(to.parameter + place, 1);
    }
}

/// What becomes of the sums of `rows` rows, `width` vectors from one to the next, from row `first` on.
INLINE void finish_rows(int rows, int vectors, const V *sums, int width, const strip_result to, size_t first) {
  if (to.columns == (size_t)vectors * W) {
#pragma clang loop unroll(full)
    for (int i = 0; i < rows; i++)
#pragma clang loop unroll(full)
      for (int j = 0; j < vectors; j++) FINISH(V, sums[i * width + j], (first + i) * to.row + j * W, j * W, load, store);
    return;
  }
  REAL rest[TILE_ROWS * PANEL] __attribute__((aligned(64)));
#pragma clang loop unroll(full)
  for (int i = 0; i < rows; i++)
#pragma clang loop unroll(full)
    for (int j = 0; j < vectors; j++) store(rest + (i * vectors + j) * W, sums[i * width + j]);
  for (int i = 0; i < rows; i++)
    for (size_t u = 0; u < to.columns; u++)
      FINISH(REAL, rest[i * vectors * W + u], (first + i) * to.row + u, u, LOAD_NUMBER, STORE_NUMBER);
}

/// `rows` rows of a strip that is `vectors` wide, from row `first` on.
INLINE void product_tile(int rows, int vectors, const REAL *a, size_t step_i, size_t step_k, const REAL *panel, size_t k,
                         const strip_result to, size_t first) {
  // Only where the sums take long enough.
  if (k >= 128) prefetch_results(rows, vectors, to, first, 0);
  // Unrolled, or the sums would not stay in registers.
  V sums[TILE_ROWS][TILE_VECTORS], b[TILE_VECTORS];
#pragma clang loop unroll(full)
  for (int i = 0; i < rows; i++)
#pragma clang loop unroll(full)
    for (int j = 0; j < vectors; j++) sums[i][j] = all(0);
  // Two of the rows' places are kept, for to find six of them, one from the other, takes as long as the sums.
  const REAL *second = a + 3 * step_i;
  __asm__("" : "+r"(second));
  for (size_t p = 0; p < k; p++, a += step_k, second += step_k, panel += vectors * W) {
#pragma clang loop unroll(full)
    for (int j = 0; j < vectors; j++) b[j] = load(panel + j * W);
#pragma clang loop unroll(full)
    for (int i = 0; i < rows; i++) {
      V x = all(i < 3 || rows > 6 ? a[i * step_i] : second[(i - 3) * step_i]);
#pragma clang loop unroll(full)
      for (int j = 0; j < vectors; j++) sums[i][j] += x * b[j];
    }
  }
  finish_rows(rows, vectors, &sums[0][0], TILE_VECTORS, to, first);
}

// Lane by lane from two vectors, of their low and of their high halves.
#if IS_DOUBLE
#define LANES (VECTOR_BYTES / 8)
#else
#define LANES (VECTOR_BYTES / 4)
#endif
#if LANES == 2
#define LOW 0, 2
#define HIGH 1, 3
#elif LANES == 4
#define LOW 0, 4, 1, 5
#define HIGH 2, 6, 3, 7
#elif LANES == 8
#define LOW 0, 8, 1, 9, 2, 10, 3, 11
#define HIGH 4, 12, 5, 13, 6, 14, 7, 15
#else
#define LOW 0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23
#define HIGH 8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31
#endif

/// A square of W rows becomes its columns.
INLINE void transpose(const REAL *from, size_t from_row, REAL *to, size_t to_row) {
  V rows[W], next[W];
#pragma clang loop unroll(full)
  for (int i = 0; i < W; i++) rows[i] = load(from + i * from_row);
#pragma clang loop unroll(full)
  for (int step = 1; step < W; step *= 2) {
#pragma clang loop unroll(full)
    for (int i = 0; i < W / 2; i++) {
      next[2 * i] = __builtin_shufflevector(rows[i], rows[i + W / 2], LOW);
      next[2 * i + 1] = __builtin_shufflevector(rows[i], rows[i + W / 2], HIGH);
    }
#pragma clang loop unroll(full)
    for (int i = 0; i < W; i++) rows[i] = next[i];
  }
#pragma clang loop unroll(full)
  for (int i = 0; i < W; i++) store(to + i * to_row, rows[i]);
}

/// Rows of B that lie as the panel's do.
INLINE void pack_rows(const REAL *from, size_t row, size_t depth, int vectors, REAL *panel) {
  for (size_t p = 0; p < depth; p++, from += row, panel += vectors * W) {
    // The next panel's, before its turn comes.
#pragma clang loop unroll(full)
    for (int j = 0; j < vectors; j += 64 / VECTOR_BYTES) __builtin_prefetch(from + (vectors + j) * W, 0, 2);
#pragma clang loop unroll(full)
    for (int j = 0; j < vectors; j++) store(panel + j * W, load(from + j * W));
  }
}

/// Columns u to u + `columns` of rows `start` to `start` + `depth` of B, one row after the other, padded with zeros to so many vectors.
INLINE void pack_panel(const nn_product *f, size_t start, size_t depth, size_t u, size_t columns, size_t vectors, REAL *panel) {
  const REAL *from = (const REAL *)f->b + start * f->b_row + u * f->b_column;
  size_t p = 0, width = vectors * W;
  if (f->b_column == 1 && columns == width) {
    switch (vectors) {
      case 1: pack_rows(from, f->b_row, depth, 1, panel); return;
      case 2: pack_rows(from, f->b_row, depth, 2, panel); return;
#if VECTOR_BYTES == 64
      case 3: pack_rows(from, f->b_row, depth, 3, panel); return;
#endif
      case 4: pack_rows(from, f->b_row, depth, 4, panel); return;
    }
  }
  if (f->b_row == 1 && columns == width)
    for (; p + W <= depth; p += W)
      for (size_t j = 0; j < width; j += W)
        transpose(from + p + j * f->b_column, f->b_column, panel + p * width + j, width);
  for (; p < depth; p++)
    for (size_t j = 0; j < width; j++)
      panel[p * width + j] = j < columns ? from[p * f->b_row + j * f->b_column] : 0;
}

/// Part `part` of `parts` of the rows' lines.
static void bring(const nn_rows *soon, size_t part, size_t parts) {
  size_t lines = (soon->bytes + 63) / 64, all = soon->rows * lines;
  for (size_t i = all * part / parts; i < all * (part + 1) / parts; i++) {
    size_t row = soon->order ? (size_t)soon->order[i / lines] : i / lines;
    __builtin_prefetch((const char *)soon->first + row * soon->bytes + i % lines * 64, 0, 2);
  }
}

/// The product of all places.
static __attribute__((noinline)) void dense_product(const nn_product *f) {
  REAL panels[PANELS * PANEL_ROWS * PANEL] __attribute__((aligned(64)));
  size_t blocks = (f->k + PANEL_ROWS - 1) / PANEL_ROWS;
  // Tiles of nearly equal height: one of a row or two would not keep the multipliers busy.
  size_t most = f->n > 2 * W ? WIDE_ROWS : TILE_ROWS, tiles = (f->m + most - 1) / most;
  for (size_t block = 0; block < blocks; block++) {
    size_t start = f->k * block / blocks, depth = f->k * (block + 1) / blocks - start;
    for (size_t left = 0; left < f->n; left += PANELS * PANEL) {
      size_t right = f->n - left < PANELS * PANEL ? f->n : left + PANELS * PANEL;
      strip_result strips[PANELS];
      for (size_t u = left; u < right; u += PANEL) {
        size_t columns = right - u < PANEL ? right - u : PANEL;
        pack_panel(f, start, depth, u, columns, (columns + W - 1) / W, panels + (u - left) * depth);
        strips[(u - left) / PANEL] = strip_of(f, u, columns, block == 0, block + 1 == blocks);
      }
      for (size_t tile = 0; tile < tiles; tile++) {
        size_t i = f->m * tile / tiles, rows = f->m * (tile + 1) / tiles - i;
        if (f->soon.rows && block == 0 && left == 0) bring(&f->soon, tile, tiles);
        const REAL *a = (const REAL *)f->a + i * f->step_i + start * f->step_k, *panel = panels;
        for (const strip_result *to = strips; panel < panels + (right - left) * depth; to++, panel += PANEL * depth) {
          // What the compiler knows it can unroll.
#define TILE_OF(rows, vectors) \
  case (rows) * 8 + (vectors): product_tile(rows, vectors, a, f->step_i, f->step_k, panel, depth, *to, i); break;
#define TILES_OF(vectors) \
  TILE_OF(6, vectors) TILE_OF(5, vectors) TILE_OF(4, vectors) TILE_OF(3, vectors) TILE_OF(2, vectors) TILE_OF(1, vectors)
#define HIGH_TILES_OF(vectors) \
  TILE_OF(12, vectors) TILE_OF(11, vectors) TILE_OF(10, vectors) TILE_OF(9, vectors) TILE_OF(8, vectors) TILE_OF(7, vectors)
          switch (rows * 8 + (to->columns + W - 1) / W) {
            TILES_OF(1)
            TILES_OF(2)
#if VECTOR_BYTES == 64
            HIGH_TILES_OF(1)
            HIGH_TILES_OF(2)
            TILES_OF(3)
            TILES_OF(4)
#endif
          }
        }
      }
    }
  }
}

#include "sparse.h"

static void rows_product(const nn_product *f) {
  switch (cheapest(f)) {
    case ALL_PLACES: dense_product(f); break;
    case LISTS: listed_product(f, 0); break;
    case TURNED_LISTS: listed_product(f, 1); break;
  }
}
#undef TILE_OF
#undef TILES_OF
#undef HIGH_TILES_OF
#undef FINISH
#undef LOAD_NUMBER
#undef STORE_NUMBER
#undef LANES
#undef LOW
#undef HIGH
