// Products of which a factor has many zeros: the values and derivatives of ReLU, the blank of pictures. What two of its rows hold in a block is
// listed: the places where both have a number, and those where only one has. A pair of rows then costs its numbers instead of all places. Nothing
// else changes: a zero that meets infinity is listed too.
//
// GFLOP/s on one core of a Zen 4, counted as if all places were summed, with AVX-512 and with AVX2 in float32 and in float64: without zeros, which
// is the product of all places, and with half and four fifths of them (Tests/Benchmark/kernels/products.c). Where A has the zeros:
//
//                                     float32                          float64
//     256×1024 by 1024×512        110  180  372   108  165  299     53   84  155    51   65  111
//     256×1024 by (512×1024)ᵀ     108  182  346   105  147  264     54   84  154    52   65  106
//     1024×256 by 256×512, step   109  155  266    86  116  199     50   64   91    41   42   57
//     where B has, turned:
//     784×256 by 256×512, step    109  128  189    97  103  161     53   53   88    43   43   56

// Vectors of a strip; rows of a block, so that a strip of it stays in the first cache; strips of a block that are put together at a time, and
// lists that are made at a time, so that they stay in the second. Of LIST_BLOCKS blocks at most the sums are put together before they go to the
// result, for LIST_HEIGHT rows at a time.
enum {
  LIST_VECTORS = 4,
  LIST_PANEL = LIST_VECTORS * W,
  LIST_DEPTH = 128,
  LIST_PANELS = 8 * 64 / VECTOR_BYTES,
  LIST_PAIRS = 256 / sizeof(REAL),
  LIST_BLOCKS = 4,
  LIST_HEIGHT = 64
};

// What a product by lists takes, in times of one of all places, as measured: for its numbers, if there were no zeros;
#define NUMBERS_COST 1.05
// for turning the result;
#define TURN_COST (0.2 + 0.1 * IS_DOUBLE)
// by a row, and by a number of depth, for what few of them have to bear;
#define SMALL_COST 10
// in any case; and for listing, by vectors of the other factor's row.
#if VECTOR_BYTES == 64
#define STRIP_COST 0.07
#define LIST_COST 1.4
#elif VECTOR_BYTES == 32
#define STRIP_COST 0.2
#define LIST_COST (3 + 3 * IS_DOUBLE)
#else
#define STRIP_COST 0.2
#define LIST_COST 6
#endif

/// Of each byte the places of its set bits, from the lowest on.
extern uint8_t nn_set_bits[256][8];

/// A place in a strip, as it lies in a list of numbers.
typedef BITS PLACE __attribute__((may_alias));

/// The lists of two rows, one after the other with room for a vector after each: of `both` places the first row's numbers, the second's, and the
/// places; of `first` places the first row's numbers, and the places; of `second` places the second row's.
typedef struct {
  size_t both, first, second;
  const REAL *numbers;
} row_pair;

/// The lanes that are set, one bit each.
INLINE unsigned bits(I lanes) {
#if VECTOR_BYTES == 64 && IS_DOUBLE
  return _mm512_movepi64_mask((__m512i)lanes);
#elif VECTOR_BYTES == 64
  return _mm512_movepi32_mask((__m512i)lanes);
#elif VECTOR_BYTES == 32 && IS_DOUBLE
  return (unsigned)_mm256_movemask_pd((__m256d)lanes);
#elif VECTOR_BYTES == 32
  return (unsigned)_mm256_movemask_ps((__m256)lanes);
#else
  unsigned result = 0;
  for (int i = 0; i < W; i++) result |= (unsigned)(lanes[i] & 1) << i;
  return result;
#endif
}

/// The lanes that are not zero.
INLINE unsigned numbers(V v) { return bits(((I)v & ~((I){0} + SIGN)) != 0); }

/// Stores the lanes of `mask` one after the other, and something else after them up to a whole vector.
INLINE void squeeze(V v, unsigned mask, REAL *to) {
#if VECTOR_BYTES == 64 && IS_DOUBLE
  store(to, (V)_mm512_maskz_compress_pd((__mmask8)mask, (__m512d)v));
#elif VECTOR_BYTES == 64
  store(to, (V)_mm512_maskz_compress_ps((__mmask16)mask, (__m512)v));
#elif VECTOR_BYTES == 32
#if IS_DOUBLE
  // Two lanes for each.
  mask = (mask & 1) * 3 | (mask & 2) * 6 | (mask & 4) * 12 | (mask & 8) * 24;
#endif
  __m256i lanes = _mm256_cvtepu8_epi32(_mm_loadl_epi64((const __m128i *)nn_set_bits[mask]));
  store(to, (V)_mm256_permutevar8x32_ps((__m256)v, lanes));
#else
  for (int i = 0, n = 0; i < W; i++) {
    to[n] = v[i];
    n += mask >> i & 1;
  }
#endif
}

/// Lists `depth` places of two rows, or of one if `other` is NULL; with `whole`, zeros too. Returns where the lists end.
static REAL *list_pair(const REAL *one, const REAL *other, size_t depth, int whole, row_pair *pair, REAL *to) {
  enum { VECTORS = LIST_DEPTH / W };
  V x[VECTORS], y[VECTORS];
  unsigned in_x[VECTORS], in_y[VECTORS], both = 0, first = 0, second = 0;
  int vectors = 0;
  for (size_t p = 0; p < depth; p += W, vectors++) {
    size_t rest = depth - p;
    unsigned lanes = rest < W ? (1u << rest) - 1 : (unsigned)((1ull << W) - 1);
    x[vectors] = rest < W ? load_part(one + p, rest, 0) : load(one + p);
    y[vectors] = !other ? all(0) : rest < W ? load_part(other + p, rest, 0) : load(other + p);
    unsigned a = whole ? lanes : numbers(x[vectors]), b = !other ? 0 : whole ? lanes : numbers(y[vectors]);
    in_x[vectors] = a;
    in_y[vectors] = b;
    both += (unsigned)__builtin_popcount(a & b);
    first += (unsigned)__builtin_popcount(a & ~b);
    second += (unsigned)__builtin_popcount(b & ~a);
  }
  *pair = (row_pair){both, first, second, to};
  I places;
  for (int i = 0; i < W; i++) places[i] = i * LIST_PANEL;
  REAL *at = to, *at_first = to + 3 * (both + W), *at_second = at_first + 2 * (first + W);
  for (int v = 0; v < vectors; v++, places += W * LIST_PANEL) {
    unsigned mask = in_x[v] & in_y[v];
    squeeze(x[v], mask, at);
    squeeze(y[v], mask, at + both + W);
    squeeze((V)places, mask, at + 2 * (both + W));
    at += __builtin_popcount(mask);
    mask = in_x[v] & ~in_y[v];
    squeeze(x[v], mask, at_first);
    squeeze((V)places, mask, at_first + first + W);
    at_first += __builtin_popcount(mask);
    mask = in_y[v] & ~in_x[v];
    squeeze(y[v], mask, at_second);
    squeeze((V)places, mask, at_second + second + W);
    at_second += __builtin_popcount(mask);
  }
  return to + 3 * (both + W) + 2 * (first + W) + 2 * (second + W);
}

/// Adds the products of a pair of rows with a strip.
INLINE void sum_pair(const row_pair *pair, const REAL *panel, V sums[2][LIST_VECTORS]) {
  const REAL *x = pair->numbers, *y = x + pair->both + W;
  const PLACE *place = (const PLACE *)(y + pair->both + W);
  for (size_t q = 0; q < pair->both; q++) {
    V first = all(x[q]), second = all(y[q]);
#pragma clang loop unroll(full)
    for (int j = 0; j < LIST_VECTORS; j++) {
      V b = load(panel + place[q] + j * W);
      sums[0][j] += first * b;
      sums[1][j] += second * b;
    }
  }
  x = (const REAL *)(place + pair->both + W);
#pragma clang loop unroll(full)
  for (int row = 0; row < 2; row++) {
    size_t count = row == 0 ? pair->first : pair->second;
    place = (const PLACE *)(x + count + W);
    for (size_t q = 0; q < count; q++) {
      V number = all(x[q]);
#pragma clang loop unroll(full)
      for (int j = 0; j < LIST_VECTORS; j++) sums[row][j] += number * load(panel + place[q] + j * W);
    }
    x = (const REAL *)(place + count + W);
  }
}

/// `depth` numbers of up to W rows of A, from row `first` and place `start` on, one row `*distance` after the other: where they are, or in `room`.
static const REAL *listed_rows(const nn_product *f, size_t first, size_t rows, size_t start, size_t depth, REAL *room, size_t *distance) {
  const REAL *from = (const REAL *)f->a + first * f->step_i + start * f->step_k;
  if (f->step_k == 1) {
    *distance = f->step_i;
    return from;
  }
  *distance = LIST_DEPTH;
  size_t p = 0;
  if (f->step_i == 1 && rows == W)
    for (; p + W <= depth; p += W) transpose(from + p * f->step_k, f->step_k, room + p, LIST_DEPTH);
  for (; p < depth; p++)
    for (size_t i = 0; i < rows; i++) room[i * LIST_DEPTH + p] = from[i * f->step_i + p * f->step_k];
  return room;
}

/// Whether none of them is infinite or no number: a zero times such a one is no number either.
static int are_finite(const REAL *numbers, size_t count) {
  I found = {0};
  for (size_t i = 0; i < count; i += W) found |= beyond(load(numbers + i), LARGEST);
  return !any(found);
}

/// What becomes of the sums of `units` of C's columns with a strip of its rows, from column `first` on: they lie turned.
static void finish_turned(const REAL *sums, size_t units, const strip_result *strip, size_t first) {
  REAL turned[LIST_PANEL][LIST_HEIGHT] __attribute__((aligned(64)));
  for (size_t i = 0; i < units; i += W)
    for (size_t u = 0; u < LIST_PANEL; u += W) transpose(sums + i * LIST_PANEL + u, LIST_PANEL, &turned[u][i], LIST_HEIGHT);
  const strip_result to = *strip;
  for (size_t u = 0; u < to.columns; u++) {
    // Those of some rows later.
    for (size_t i = 0; i < units; i += 64 / sizeof(REAL)) prefetch_results(1, 1, to, u + 4, first + i);
    size_t i = 0;
    for (; i + W <= units; i += W) FINISH(V, load(&turned[u][i]), u * to.row + first + i, 0, load, store);
    for (; i < units; i++) FINISH(REAL, turned[u][i], u * to.row + first + i, 0, LOAD_NUMBER, STORE_NUMBER);
  }
}

/// The product by lists of A's numbers, or, turned, of B's: then there is no bias.
static __attribute__((noinline)) void listed_product(const nn_product *given, int turned) {
  REAL panels[LIST_PANELS * LIST_DEPTH * LIST_PANEL] __attribute__((aligned(64)));
  REAL numbers[LIST_PAIRS * (3 * LIST_DEPTH + 7 * W)], room[W * LIST_DEPTH];
  REAL sums_before[LIST_HEIGHT * LIST_PANEL] __attribute__((aligned(64)));
  row_pair pairs[LIST_PAIRS];
  // The transposed product lists its A.
  nn_product f = *given;
  if (turned) {
    f.a = given->b, f.step_i = given->b_column, f.step_k = given->b_row, f.m = given->n;
    f.b = given->a, f.b_column = given->step_i, f.b_row = given->step_k, f.n = given->m;
  }
  // Blocks that begin at whole lines. Few of them are taken together, many each on its own.
  size_t groups = (f.k + 15) / 16, blocks = (groups + LIST_DEPTH / 16 - 1) / (LIST_DEPTH / 16);
  size_t span = blocks <= LIST_BLOCKS ? blocks : 1, width = LIST_PANELS / span * LIST_PANEL, height = LIST_PAIRS / span * 2;
  int keeps_sums = turned || span > 1;
  if (keeps_sums && height > LIST_HEIGHT) height = LIST_HEIGHT;
  // Whole vectors of rows.
  height = height / W * W;
  for (size_t left = 0; left < f.n; left += width) {
    size_t right = f.n - left < width ? f.n : left + width;
    strip_result strips[LIST_PANELS];
    for (size_t block = 0; block < blocks; block += span) {
      size_t starts[LIST_BLOCKS + 1], count = 0;
      for (size_t b = 0; b <= span; b++) starts[b] = groups * (block + b) / blocks * 16;
      if (starts[span] > f.k) starts[span] = f.k;
      for (size_t u = left; u < right; u += LIST_PANEL, count++) {
        size_t columns = right - u < LIST_PANEL ? right - u : LIST_PANEL;
        for (size_t b = 0; b < span; b++)
          pack_panel(&f, starts[b], starts[b + 1] - starts[b], u, columns, LIST_VECTORS, panels + (count * span + b) * LIST_DEPTH * LIST_PANEL);
        strips[count] = strip_of(&f, u * (turned ? f.c_row : 1), columns, block == 0, block + span == blocks);
      }
      int whole = 0;
      for (size_t i = 0; i < count * span; i++)
        whole |= !are_finite(panels + i * LIST_DEPTH * LIST_PANEL, (starts[i % span + 1] - starts[i % span]) * LIST_PANEL);
      for (size_t top = 0; top < f.m; top += height) {
        size_t bottom = f.m - top < height ? f.m : top + height;
        if (f.soon.rows && block == 0 && left == 0) bring(&f.soon, top / height, (f.m + height - 1) / height);
        REAL *to = numbers;
        row_pair *pair = pairs;
        for (size_t b = 0; b < span; b++)
          for (size_t i = top; i < bottom; i += W) {
            size_t rows = bottom - i < W ? bottom - i : W, depth = starts[b + 1] - starts[b], distance;
            const REAL *a = listed_rows(&f, i, rows, starts[b], depth, room, &distance);
            for (size_t r = 0; r < rows; r += 2)
              to = list_pair(a + r * distance, r + 1 < rows ? a + (r + 1) * distance : 0, depth, whole, pair++, to);
          }
        const REAL *panel = panels;
        for (const strip_result *strip = strips; strip < strips + count; strip++) {
          pair = pairs;
          for (size_t b = 0; b < span; b++, panel += LIST_DEPTH * LIST_PANEL)
            for (size_t i = top; i < bottom; i += 2) {
              int is_last = b + 1 == span;
              REAL *before = sums_before + (keeps_sums ? i - top : 0) * LIST_PANEL;
              V sums[2][LIST_VECTORS];
#pragma clang loop unroll(full)
              for (int j = 0; j < 2 * LIST_VECTORS; j++) sums[j / LIST_VECTORS][j % LIST_VECTORS] = b == 0 ? all(0) : load(before + j * W);
              if (!turned && is_last) prefetch_results(2, LIST_VECTORS, *strip, i, 0);
              sum_pair(pair++, panel, sums);
              if (turned || !is_last) {
#pragma clang loop unroll(full)
                for (int j = 0; j < 2 * LIST_VECTORS; j++) store(before + j * W, sums[j / LIST_VECTORS][j % LIST_VECTORS]);
              } else if (i + 1 < bottom) {
                finish_rows(2, LIST_VECTORS, &sums[0][0], LIST_VECTORS, *strip, i);
              } else {
                finish_rows(1, LIST_VECTORS, &sums[0][0], LIST_VECTORS, *strip, i);
              }
            }
          if (turned) finish_turned(sums_before, bottom - top, strip, top);
        }
      }
    }
  }
}

/// The share of numbers that are not zero among `lines` lines of `length`, judged by about 128 of each of 16 lines.
static double filled(const REAL *from, size_t lines, size_t length, size_t step) {
  size_t some = lines < 16 ? lines : 16, vectors = length / W, few = vectors < 128 / W ? vectors : 128 / W, count = 0;
  for (size_t line = 0; line < some; line++)
    for (size_t v = 0; v < few; v++)
      count += (size_t)__builtin_popcount(numbers(load(from + lines * line / some * step + vectors * v / few * W)));
  return few == 0 ? 1 : (double)count / (double)(some * few * W);
}

/// What the product of `rows` rows of which `share` is not zero with `columns` columns takes by lists, that of all places being 1.
static double cost_of_lists(double share, size_t rows, size_t columns, size_t depth) {
  size_t listed_for = columns < LIST_PANELS * LIST_PANEL ? columns : LIST_PANELS * LIST_PANEL;
  return NUMBERS_COST * share + STRIP_COST + LIST_COST * W / (double)listed_for + SMALL_COST * (1 / (double)rows + 1 / (double)depth);
}

/// How a product is made: of all places, by lists of A's numbers, or of B's.
enum { ALL_PLACES, LISTS, TURNED_LISTS };

/// What makes the product fastest.
static int cheapest(const nn_product *f) {
  if (f->step_k != 1 && f->step_i != 1) return ALL_PLACES;
  double left = 1, right = 1;
  if (f->n >= LIST_PANEL && cost_of_lists(0, f->m, f->n, f->k) < 1) {
    double share = f->step_k == 1 ? filled(f->a, f->m, f->k, f->step_i) : filled(f->a, f->k, f->m, f->step_k);
    left = cost_of_lists(share, f->m, f->n, f->k);
  }
  if (f->m >= LIST_PANEL && !f->bias && f->b_column == 1 && cost_of_lists(0, f->n, f->m, f->k) + TURN_COST < 1)
    right = cost_of_lists(filled(f->b, f->k, f->n, f->b_row), f->n, f->m, f->k) + TURN_COST;
  if (left >= 1 && right >= 1) return ALL_PLACES;
  return left <= right ? LISTS : TURNED_LISTS;
}
