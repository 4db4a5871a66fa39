// Dense layers on columns: the lanes are samples, a weight is spread over a vector, and a tile of sums stays in registers.

/// A tile of `U` units by `S` vectors of samples.
#define TILE(U, S) \
  do { \
    V sums[U][S]; \
    for (int j = 0; j < U; j++) \
      for (int s = 0; s < S; s++) sums[j][s] = all(bias ? bias[u + j] : 0); \
    const REAL *xk = x + i, *wk = w + u * step_j; \
    for (size_t k = 0; k < inputs; k++, xk += stride, wk += step_k) { \
      V xs[S]; \
      for (int s = 0; s < S; s++) xs[s] = load(xk + s * W); \
      for (int j = 0; j < U; j++) { \
        V weight = all(wk[j * step_j]); \
        for (int s = 0; s < S; s++) sums[j][s] += weight * xs[s]; \
      } \
    } \
    for (int j = 0; j < U; j++) \
      for (int s = 0; s < S; s++) { \
        V v = sums[j][s]; \
        size_t place = (u + j) * stride + i + s * W; \
        if (relu) v = (V)((I)v & ~(I)(v < 0)); \
        if (mask) v = (V)((I)v & (I)(load(mask + place) > 0)); \
        store(out + place, v); \
      } \
  } while (0)

INLINE void product(const REAL *x, const REAL *w, size_t step_k, size_t step_j, const REAL *bias, int relu,
                    const REAL *mask, REAL *out, size_t inputs, size_t units, size_t stride) {
  size_t u = 0;
  for (; u + 4 <= units; u += 4) {
    size_t i = 0;
    for (; i + 2 * W <= stride; i += 2 * W) TILE(4, 2);
    for (; i < stride; i += W) TILE(4, 1);
  }
  for (; u + 2 <= units; u += 2) {
    size_t i = 0;
    for (; i + 2 * W <= stride; i += 2 * W) TILE(2, 2);
    for (; i < stride; i += W) TILE(2, 1);
  }
  for (; u < units; u++) {
    size_t i = 0;
    for (; i + 4 * W <= stride; i += 4 * W) TILE(1, 4);
    for (; i < stride; i += W) TILE(1, 1);
  }
}

static void columns_product(const void *x, const void *w, size_t step_k, size_t step_j, const void *bias, int relu,
                                  const void *mask, void *out, size_t inputs, size_t units, size_t stride) {
  // The usual cases each get a loop of their own.
  if (inputs == 1)
    product(x, w, step_k, step_j, bias, relu, mask, out, 1, units, stride);
  else if (inputs == 2 && step_j == 1)
    product(x, w, step_k, 1, bias, relu, mask, out, 2, units, stride);
  else if (step_j == 1)
    product(x, w, step_k, 1, bias, relu, mask, out, inputs, units, stride);
  else
    product(x, w, step_k, step_j, bias, relu, mask, out, inputs, units, stride);
}

#define GRADIENT_TILE(N, U) \
  do { \
    V sums[N][U]; \
    for (int a = 0; a < N; a++) \
      for (int b = 0; b < U; b++) sums[a][b] = all(0); \
    for (size_t s = 0; s < stride; s += W) { \
      V ds[U]; \
      for (int b = 0; b < U; b++) ds[b] = load(dz + (u + b) * stride + s); \
      for (int a = 0; a < N; a++) { \
        V v = load(x + (i + a) * stride + s); \
        for (int b = 0; b < U; b++) sums[a][b] += v * ds[b]; \
      } \
    } \
    for (int a = 0; a < N; a++) \
      for (int b = 0; b < U; b++) dw[(i + a) * units + u + b] += sum(sums[a][b]); \
  } while (0)

/// The same with the sums of dz beside the first inputs.
#define GRADIENT_STRIP(U) \
  do { \
    size_t i = 0; \
    for (; i + 2 <= inputs; i += 2) GRADIENT_TILE(2, U); \
    if (i < inputs) GRADIENT_TILE(1, U); \
    V totals[U]; \
    for (int b = 0; b < U; b++) totals[b] = all(0); \
    for (size_t s = 0; s < stride; s += W) \
      for (int b = 0; b < U; b++) totals[b] += load(dz + (u + b) * stride + s); \
    for (int b = 0; b < U; b++) db[u + b] += sum(totals[b]); \
  } while (0)

static void columns_gradient(
    const void *x_, const void *dz_, void *dw_, void *db_, size_t inputs, size_t units, size_t stride) {
  const REAL *x = x_, *dz = dz_;
  REAL *dw = dw_, *db = db_;
  if (units == 1) {
    // One unit, many inputs: the tile lies along the inputs.
    size_t u = 0, i = 0;
    for (; i + 8 <= inputs; i += 8) GRADIENT_TILE(8, 1);
    for (; i + 2 <= inputs; i += 2) GRADIENT_TILE(2, 1);
    for (; i < inputs; i++) GRADIENT_TILE(1, 1);
    V totals[4] = {all(0), all(0), all(0), all(0)};
    size_t s = 0;
    for (; s + 4 * W <= stride; s += 4 * W)
      for (int k = 0; k < 4; k++) totals[k] += load(dz + s + k * W);
    for (; s < stride; s += W) totals[0] += load(dz + s);
    db[0] += sum((totals[0] + totals[1]) + (totals[2] + totals[3]));
    return;
  }
  size_t u = 0;
  for (; u + 4 <= units; u += 4) GRADIENT_STRIP(4);
  for (; u + 2 <= units; u += 2) GRADIENT_STRIP(2);
  for (; u < units; u++) GRADIENT_STRIP(1);
}

static void clear_padding(void *columns, size_t rows, size_t stride, size_t units) {
  if (rows == stride) return;
  for (size_t u = 0; u < units; u++) {
    REAL *column = (REAL *)columns + u * stride;
    for (size_t r = rows; r < stride; r++) column[r] = 0;
  }
}
#define COLUMNS_FROM(name, SOURCE) \
  static void columns_##name( \
      const SOURCE *x, const int64_t *order, size_t start, size_t rows, size_t width, void *out_, size_t stride) { \
    REAL *out = out_; \
    if (!order && width == 1) { \
      for (size_t r = 0; r < rows; r++) out[r] = (REAL)x[start + r]; \
    } else if (!order && width == 2) { \
      const SOURCE *from = x + start * 2; \
      for (size_t r = 0; r < rows; r++) { \
        out[r] = (REAL)from[2 * r]; \
        out[stride + r] = (REAL)from[2 * r + 1]; \
      } \
    } else { \
      for (size_t r = 0; r < rows; r++) { \
        const SOURCE *from = x + (order ? (size_t)order[start + r] : start + r) * width; \
        for (size_t i = 0; i < width; i++) out[i * stride + r] = (REAL)from[i]; \
      } \
    } \
    clear_padding(out, rows, stride, width); \
  } \
  static void rows_##name( \
      const SOURCE *x, const int64_t *order, size_t start, size_t rows, size_t width, void *out_) { \
    enum { line = 64 / sizeof(SOURCE) }; \
    REAL *out = out_; \
    const SOURCE *from = x + (order ? (size_t)order[start] : start) * width; \
    for (size_t r = 0; r < rows; r++, out += width) { \
      /* The next row lies anywhere: it comes while this one is worked. */ \
      size_t next_row = r + 1 < rows ? start + r + 1 : start + r; \
      const SOURCE *next = x + (order ? (size_t)order[next_row] : next_row) * width; \
      size_t i = 0; \
      for (; i + line <= width; i += line) { \
        __builtin_prefetch(next + i); \
        for (size_t j = 0; j < line; j++) out[i + j] = (REAL)from[i + j]; \
      } \
      for (; i < width; i++) out[i] = (REAL)from[i]; \
      from = next; \
    } \
  }

COLUMNS_FROM(from_doubles, double)
COLUMNS_FROM(from_floats, float)

static void add_bias(void *z_, const void *b_, size_t rows, size_t units) {
  const REAL *b = b_;
  for (size_t row = 0; row < rows; row++) {
    REAL *z = (REAL *)z_ + row * units;
    for (size_t u = 0; u < units; u++) z[u] += b[u];
  }
}

static void column_sums(const void *dz_, void *db_, size_t rows, size_t units, double scale_, int add) {
  const REAL *dz = dz_;
  REAL *db = db_, scale = (REAL)scale_;
  size_t u = 0;
  for (; u + W <= units; u += W) {
    V total = all(0);
    for (size_t row = 0; row < rows; row++) total += load(dz + row * units + u);
    store(db + u, scale * total + (add ? load(db + u) : all(0)));
  }
  for (; u < units; u++) {
    REAL total = 0;
    for (size_t row = 0; row < rows; row++) total += dz[row * units + u];
    db[u] = scale * total + (add ? db[u] : 0);
  }
}
