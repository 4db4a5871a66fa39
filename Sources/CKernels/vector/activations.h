// The activations and their derivatives; the formulas stand in the engine's catalog.

#define ARGUMENTS_FORWARD const void *z_, void *a_, size_t n, double option_
#define ARGUMENTS_BACKWARD const void *z_, const void *a_, const void *da_, void *dz_, size_t n, double option_

#define FORWARD(name, BODY) \
  static void name##_forward(ARGUMENTS_FORWARD) { \
    const REAL *z = z_; \
    REAL *a = a_; \
    REAL option = (REAL)option_; \
    (void)option; \
    MAP1(x, z, a, n, 0, BODY); \
  }

/// BODY is the derivative, from x = z, y = a.
#define BACKWARD(name, BODY) \
  static void name##_backward(ARGUMENTS_BACKWARD) { \
    const REAL *z = z_, *a = a_, *da = da_; \
    REAL *dz = dz_; \
    REAL option = (REAL)option_; \
    (void)option; \
    size_t i = 0; \
    for (; i + W <= n; i += W) { \
      V x = load(z + i), y = load(a + i), d = load(da + i); \
      (void)x, (void)y; \
      store(dz + i, BODY); \
    } \
    if (i < n) { \
      V x = load_part(z + i, n - i, 0), y = load_part(a + i, n - i, 0), d = load_part(da + i, n - i, 0); \
      (void)x, (void)y; \
      store_part(dz + i, BODY, n - i); \
    } \
  }

/// From where on 1 - y has lost so many digits that the slope is worked from exp: y² is nearly y there.
#if IS_DOUBLE
#define SATURATED (REAL)0.99999
#else
#define SATURATED (REAL)0.99
#endif
INLINE V sigmoid_slope(V x, V y) {
  V slope = y * (1 - y);
  I near = y > SATURATED;
  if (__builtin_expect(any(near), 0)) {
    V e = exp_of_negative(choose(near, -x, all(0)));
    slope = choose(near, e / ((1 + e) * (1 + e)), slope);
  }
  return slope;
}
INLINE V tanh_slope(V x, V y) {
  V slope = 1 - y * y;
  I near = magnitude(y) > SATURATED;
  if (__builtin_expect(any(near), 0)) {
    V e = exp_of_negative(choose(near, -2 * magnitude(x), all(0)));
    slope = choose(near, 4 * e / ((1 + e) * (1 + e)), slope);
  }
  return slope;
}

FORWARD(linear, x)
BACKWARD(linear, d)
FORWARD(relu, (V)((I)x & ~(I)(x < 0)))
// d · 1 and d · 0, without the product.
BACKWARD(relu, (V)((I)d & (I)(x > 0)))
FORWARD(leaky_relu, choose(x > 0, x, option * x))
BACKWARD(leaky_relu, d *choose(x > 0, all(1), all(option)))
FORWARD(sigmoid, v_sigmoid(x))
BACKWARD(sigmoid, d *sigmoid_slope(x, y))
FORWARD(tanh, v_tanh(x))
BACKWARD(tanh, d *tanh_slope(x, y))
FORWARD(elu, choose(x > 0, x, option * v_expm1(choose(x > 0, all(0), x))))
// Not y + option, which cancels.
BACKWARD(elu, d *choose(x > 0, all(1), option * v_exp(choose(x > 0, all(0), x))))
FORWARD(softplus, v_softplus(x))
BACKWARD(softplus, d *v_sigmoid(x))
FORWARD(swish, x / (1 + v_exp(-x)))
INLINE V swish_slope(V x, V y) {
  V gate = v_sigmoid(x);
  return gate + y * (1 - gate);
}
BACKWARD(swish, d *swish_slope(x, y))

// erfc is the C library's.
static void gelu_forward(ARGUMENTS_FORWARD) {
  const REAL *z = z_;
  REAL *a = a_;
  (void)option_;
  for (size_t i = 0; i < n; i++) a[i] = z[i] * ((REAL)0.5 * SCALAR(erfc)(-z[i] * (REAL)0.70710678118654752440));
}
static void gelu_backward(ARGUMENTS_BACKWARD) {
  const REAL *z = z_, *da = da_;
  REAL *dz = dz_;
  (void)a_, (void)option_;
  for (size_t i = 0; i < n; i++) {
    REAL x = z[i];
    // At an infinity the second term is 0, not infinity times 0.
    REAL bell = SCALAR(exp)((REAL)-0.5 * x * x) * (REAL)0.39894228040143267794;
    dz[i] = da[i] * ((REAL)0.5 * SCALAR(erfc)(-x * (REAL)0.70710678118654752440) + (bell == 0 ? 0 : x * bell));
  }
}

#define FUNCTION(name, FILL) \
  static void map_##name(const void *x_, void *y_, size_t n) { \
    const REAL *x = x_; \
    REAL *y = y_; \
    MAP1(v, x, y, n, FILL, v_##name(v)); \
  }
FUNCTION(exp, 0)
FUNCTION(log, 1)
FUNCTION(log1p, 0)
FUNCTION(expm1, 0)
FUNCTION(tanh, 0)
FUNCTION(sigmoid, 0)
