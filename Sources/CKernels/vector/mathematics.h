// exp, log and their kin on a vector. Lanes outside the range of the polynomials (nan, infinities, results that are no normal numbers) are
// worked by the C library one by one, so that they and the flags they raise are its own.
// Polynomials: interpolation at Chebyshev nodes with 60 digits. Each is within about one unit in the last place.
//
// They are nn's own because they are the fastest of those measured that are as exact. Nanoseconds a number, and the largest error in units of
// the last place, on a Zen 3 with AVX2 (Tests/Benchmark/kernels/measure.c; SLEEF's functions are those within one unit):
//
//                  C library      libmvec        SLEEF          nn
//     exp  double   6.36   0.50   1.33   2.39    1.99   0.72    1.13   0.91
//     exp  float    3.78   0.50   0.52   2.20    0.70   0.89    0.31   0.91
//     log  double   5.55   0.50   2.18   1.18    3.73   0.67    1.79   0.73
//     log  float    4.11   0.56   0.52   3.56    1.30   0.58    0.55   0.68
//     tanh double  15.45   1.91   3.81   1.45    6.02   0.50    2.18   1.41
//     tanh float   16.67   1.95   0.98   0.93    2.74   0.51    0.71   2.05

#if IS_DOUBLE
#define ROUNDER 0x1.8p52
#define LN2_HIGH 0x1.62e42fefa2p-1
#define LN2_LOW 7.371002565167799e-13
#define EXP_LIMIT 708.0
#define MANTISSA 52
#define BIAS 1023
#define SCALAR(function) function
INLINE V exp_tail(V r) {  // (exp(r) - 1 - r) / r², |r| <= log(2) / 2, error 1.3e-17
  V p = all(2.5100424157005066788e-8);
  p = p * r + 2.7620138719733995569e-7;
  p = p * r + 2.7557268378684192873e-6;
  p = p * r + 0.000024801521190217727651;
  p = p * r + 0.00019841269863105968748;
  p = p * r + 0.0013888888917281793308;
  p = p * r + 0.0083333333333300513464;
  p = p * r + 0.041666666666623991516;
  p = p * r + 0.16666666666666667456;
  return p * r + 0.5;
}
INLINE V log_tail(V z) {  // (log((1+s)/(1-s)) - 2s) / s³, z = s² <= 0.0295, error 9.2e-18
  V p = all(0.14616878919029820754);
  p = p * z + 0.15331686868638428253;
  p = p * z + 0.18182890170313970214;
  p = p * z + 0.22222211120449298486;
  p = p * z + 0.28571428626063380364;
  p = p * z + 0.39999999999899310681;
  return p * z + 0.66666666666666696929;
}
#else
#define ROUNDER 0x1.8p23f
#define LN2_HIGH 0.693115234375f
#define LN2_LOW 3.1946184945309415e-05f
#define EXP_LIMIT 87.0f
#define MANTISSA 23
#define BIAS 127
#define SCALAR(function) function##f
INLINE V exp_tail(V r) {  // error 7.9e-9
  V p = all(0.0013926213466332443037f);
  p = p * r + 0.0083632029715758549465f;
  p = p * r + 0.041666554437685938899f;
  p = p * r + 0.16666576845993976311f;
  return p * r + 0.5f;
}
INLINE V log_tail(V z) {  // error 3.4e-11
  V p = all(0.23330829986117114614f);
  p = p * z + 0.28550807482041598026f;
  p = p * z + 0.40000121957356163622f;
  return p * z + 0.66666666554353339705f;
}
#endif

/// exp(x) = 2^n · exp(r): gives exp(r) - 1 and 2^n.
INLINE V exp_parts(V x, V *power) {
  V shifted = x * (REAL)1.4426950408889634074 + ROUNDER;
  V n = shifted - ROUNDER;
  V r = x - n * LN2_HIGH;
  r = r - n * LN2_LOW;
  *power = (V)((I)all(1) + ((I)shifted << MANTISSA));
  return r + r * r * exp_tail(r);
}

INLINE V exp_core(V x) {
  V power, p = exp_parts(x, &power);
  return power + power * p;
}

INLINE V expm1_core(V x) {
  V power, p = exp_parts(x, &power);
  return power * p + (power - 1);
}

/// log(2^k · (1 + f)), 1 + f in [√½, √2].
INLINE V log_parts(V k, V f) {
  V s = f / (2 + f);
  V z = s * s;
  V half = (REAL)0.5 * f * f;
  // log(1 + f) = f - (half - s·(half + tail)), where tail = z·log_tail(z)
  V t = s * (half + z * log_tail(z));
  return k * LN2_HIGH - ((half - (t + k * LN2_LOW)) - f);
}

INLINE V log_core(V x) {
  // The exponent of x/√½, so that the fraction is in [√½, √2].
  I root = (I)all((REAL)0.70710678118654752440);
  I raised = (I)x - root;
  I exponent = raised >> MANTISSA;  // arithmetic: toward minus infinity
#if IS_DOUBLE
  // An integer below 2^51 put into the mantissa of 1.5·2^52 is the number itself; AVX2 has no other conversion.
  V k = (V)(exponent + (I)all(ROUNDER)) - ROUNDER;
#else
  V k = __builtin_convertvector(exponent, V);
#endif
  V m = (V)((I)x - (exponent << MANTISSA));
  return log_parts(k, m - 1);
}

/// log(1 + x) for x in [0, 1].
INLINE V log1p_unit(V x) {
  I large = x > (REAL)0.41421356237309504880;
  V f = choose(large, (x - 1) * (REAL)0.5, x);
  return log_parts(choose(large, all(1), all(0)), f);
}

#define BY_LANES(name, safe, scalar) \
  static __attribute__((noinline)) V name##_special(V x, I bad) { \
    V y = name##_core(choose(bad, all(safe), x)); \
    for (int i = 0; i < W; i++) \
      if (bad[i]) y[i] = scalar(x[i]); \
    return y; \
  }

BY_LANES(exp, 0, SCALAR(exp))
INLINE V v_exp(V x) {
  I bad = beyond(x, EXP_LIMIT);
  if (__builtin_expect(any(bad), 0)) return exp_special(x, bad);
  return exp_core(x);
}

/// exp(x) for x <= 0; below the smallest normal number it is 0 and raises nothing.
INLINE V exp_of_negative(V x) {
  I low = x < -EXP_LIMIT;
  V y = exp_core(choose(low, all(-EXP_LIMIT), x));
  return (V)((I)y & ~low);
}

BY_LANES(expm1, 0, SCALAR(expm1))
INLINE V v_expm1(V x) {
  // -0 has its own bits.
  I bad = beyond(x, EXP_LIMIT) | ((I)x == (I){0} + SIGN);
  if (__builtin_expect(any(bad), 0)) return expm1_special(x, bad);
  return expm1_core(x);
}

BY_LANES(log, 1, SCALAR(log))
INLINE V v_log(V x) {
#if IS_DOUBLE
  I bad = ((I)x < (I)all(0x1p-1022)) | ((I)x >= (I)all(__builtin_inf()));
#else
  I bad = ((I)x < (I)all(0x1p-126f)) | ((I)x >= (I)all(__builtin_inff()));
#endif
  if (__builtin_expect(any(bad), 0)) return log_special(x, bad);
  return log_core(x);
}

INLINE V log1p_core(V x) {
  // log(u) with u = 1 + x rounded, and what the rounding lost.
  V u = 1 + x;
  V lost = choose(x < 1, x - (u - 1), 1 - (u - x));
  return log_core(u) + lost / u;
}
BY_LANES(log1p, 0, SCALAR(log1p))
INLINE V v_log1p(V x) {
  // Large, or negative and not above -0.5, or -0.
  I bad = beyond(x, (REAL)1e30) | (((I)x < 0) & ((I)magnitude(x) >= (I)all((REAL)0.5))) | ((I)x == (I){0} + SIGN);
  if (__builtin_expect(any(bad), 0)) return log1p_special(x, bad);
  return log1p_core(x);
}

INLINE V tanh_core(V x) {
  V a = magnitude(x);
#if IS_DOUBLE
  a = choose(a > 20, all(20), a);
#else
  a = choose(a > 10, all(10), a);
#endif
  V t = expm1_core(a + a);
  return copy_sign(t / (t + 2), x);
}
BY_LANES(tanh, 0, SCALAR(tanh))
INLINE V v_tanh(V x) {
  I bad = beyond(x, (REAL)1e30);
  if (__builtin_expect(any(bad), 0)) return tanh_special(x, bad);
  return tanh_core(x);
}

INLINE V v_sigmoid(V x) { return 1 / (1 + v_exp(-x)); }
INLINE V v_softplus(V x) {
  I bad = beyond(x, (REAL)1e30);
  V y = choose(x > 0, x, all(0)) + log1p_unit(exp_of_negative(-magnitude(choose(bad, all(0), x))));
  if (__builtin_expect(any(bad), 0)) {
    for (int i = 0; i < W; i++)
      if (bad[i]) y[i] = x[i] != x[i] ? x[i] : x[i] > 0 ? x[i] : 0;
  }
  return y;
}
