// Losses of each number by itself: their sums, and derivatives. Sums keep one running vector for each of two halves of the loop.

#define LOSS(name, FILL_Z, FILL_A, FILL_Y, BODY) \
  static double name##_value(const void *z_, const void *a_, const void *y_, size_t n, double option_) { \
    const REAL *zs = z_, *as = a_, *ys = y_; \
    REAL option = (REAL)option_; \
    (void)option; \
    V total = all(0); \
    double sums = 0; \
    size_t i = 0, since = 0; \
    for (; i + W <= n; i += W) { \
      V z = load(zs + i), a = load(as + i), y = load(ys + i); \
      (void)z, (void)a; \
      total += BODY; \
      if (++since == 256) sums += sum(total), total = all(0), since = 0; \
    } \
    if (i < n) { \
      size_t m = n - i; \
      V z = load_part(zs + i, m, FILL_Z), a = load_part(as + i, m, FILL_A), y = load_part(ys + i, m, FILL_Y); \
      (void)z, (void)a; \
      V last = BODY; \
      for (size_t k = m; k < W; k++) last[k] = 0; \
      total += last; \
    } \
    return sums + sum(total); \
  }

#define GRADIENT(name, BODY) \
  static void name##_gradient(const void *a_, const void *y_, void *r_, size_t n, double option_, double scale_) { \
    const REAL *as = a_, *ys = y_; \
    REAL *r = r_; \
    REAL option = (REAL)option_, scale = (REAL)scale_; \
    (void)option; \
    size_t i = 0; \
    for (; i + W <= n; i += W) { \
      V a = load(as + i), y = load(ys + i); \
      store(r + i, BODY); \
    } \
    if (i < n) { \
      V a = load_part(as + i, n - i, (REAL)0.5), y = load_part(ys + i, n - i, 0); \
      store_part(r + i, BODY, n - i); \
    } \
  }

/// -y log(a + ε) - (1 - y) log(1 - a + ε); of targets 0 and 1 only one of the two logarithms counts.
INLINE V bce_epsilon(V a, V y, REAL epsilon) {
  I one = y == 1;
  V right = choose(one, a, 1 - a);
  if (__builtin_expect(any(~(one | (I)(y == 0))), 0))
    return -(y * v_log(a + epsilon)) - (1 - y) * v_log(1 - a + epsilon);
  return -v_log(right + epsilon);
}
/// max(z, 0) - z y + log(1 + exp(-|z|)); a nan or an infinity of z goes through.
INLINE V bce_exact(V z, V y) {
  return choose(z < 0, all(0), z) - z * y + log1p_unit(exp_of_negative(-magnitude(choose(z == z, z, all(0)))));
}
LOSS(bce_epsilon, 0, 0, 0, bce_epsilon(a, y, option))
LOSS(bce_exact, 0, 0, 0, bce_exact(z, y))
static double binary_cross_entropy_value(const void *z, const void *a, const void *y, size_t n, double epsilon) {
  return epsilon > 0 ? bce_epsilon_value(z, a, y, n, epsilon) : bce_exact_value(z, a, y, n, 0);
}
// A term whose factor is 0 is left out, for 0 / 0 would be nan.
GRADIENT(binary_cross_entropy, scale *(choose(y == 1, all(0), (1 - y) / choose(y == 1, all(1), 1 - a)) -
                                       choose(y == 0, all(0), y / choose(y == 0, all(1), a))))

LOSS(mse, 0, 0, 0, (a - y) * (a - y))
GRADIENT(mse, (2 * scale) * (a - y))
LOSS(mae, 0, 0, 0, magnitude(a - y))
INLINE V sign_of(V d) { return choose(d > 0, all(1), choose(d < 0, all(-1), d * 0)); }
GRADIENT(mae, scale *sign_of(a - y))
INLINE V huber(V d, REAL delta) { return choose(d <= delta, (REAL)0.5 * d * d, delta * (d - (REAL)0.5 * delta)); }
LOSS(huber, 0, 0, 0, huber(magnitude(a - y), option))
INLINE V cut(V d, REAL limit) { return choose(d > limit, all(limit), choose(d < -limit, all(-limit), d)); }
GRADIENT(huber, scale *cut(a - y, option))
INLINE V positive_part(V x) { return (V)((I)x & ~(I)(x < 0)); }
LOSS(hinge, 0, 0, 0, positive_part(1 - y * a))
GRADIENT(hinge, (V)((I)(-y * scale) & (I)(y * a < 1)))
LOSS(half_square, 0, 0, 0, (REAL)0.5 * ((a - y) * (a - y)))
GRADIENT(half_square, scale *(a - y))
#define difference_gradient half_square_gradient
