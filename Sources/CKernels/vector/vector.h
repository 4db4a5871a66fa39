// One number type in vectors of VECTOR_BYTES. Included with REAL, BITS, IS_DOUBLE and x set.

typedef REAL V __attribute__((vector_size(VECTOR_BYTES)));
typedef REAL VU __attribute__((vector_size(VECTOR_BYTES), aligned(1), may_alias));
typedef BITS I __attribute__((vector_size(VECTOR_BYTES)));
enum { W = VECTOR_BYTES / sizeof(REAL) };
#define INLINE static inline __attribute__((always_inline))

INLINE V load(const REAL *p) { return *(const VU *)p; }
INLINE void store(REAL *p, V v) { *(VU *)p = v; }
INLINE V all(REAL x) { return x - (V){0}; }
INLINE V choose(I mask, V yes, V no) { return (V)((mask & (I)yes) | (~mask & (I)no)); }
INLINE int any(I mask) { return __builtin_reduce_or(mask) != 0; }
INLINE V magnitude(V v) { return (V)((I)v & ~((I){0} + SIGN)); }
INLINE V copy_sign(V to, V from) { return (V)(((I)to & ~((I){0} + SIGN)) | ((I)from & ((I){0} + SIGN))); }
/// Whether |v| > limit, or v is nan; by its bits, for a comparison with nan would raise a flag.
INLINE I beyond(V v, REAL limit) { return ((I)v & ~((I){0} + SIGN)) > (I)all(limit); }

/// The first `n` numbers, then `fill`.
INLINE V load_part(const REAL *p, size_t n, REAL fill) {
  V v = all(fill);
  for (size_t i = 0; i < n; i++) v[i] = p[i];
  return v;
}
INLINE void store_part(REAL *p, V v, size_t n) {
  for (size_t i = 0; i < n; i++) p[i] = v[i];
}

/// The sum of the lanes by halves.
INLINE REAL sum(V v) {
#if VECTOR_BYTES == 64 && IS_DOUBLE
  return ((v[0] + v[4]) + (v[2] + v[6])) + ((v[1] + v[5]) + (v[3] + v[7]));
#elif VECTOR_BYTES == 32 && IS_DOUBLE
  return (v[0] + v[2]) + (v[1] + v[3]);
#elif VECTOR_BYTES == 16 && IS_DOUBLE
  return v[0] + v[1];
#else
  for (int half = W / 2; half > 0; half /= 2)
    for (int i = 0; i < half; i++) v[i] += v[i + half];
  return v[0];
#endif
}

/// Runs `BODY` with X a vector of x, over all of x; the tail goes through the same arithmetic, padded with `FILL`.
#define MAP1(X, x, y, n, FILL, BODY) \
  do { \
    size_t i_ = 0; \
    for (; i_ + W <= (n); i_ += W) { \
      V X = load((x) + i_); \
      store((y) + i_, (BODY)); \
    } \
    if (i_ < (n)) { \
      V X = load_part((x) + i_, (n) - i_, (FILL)); \
      store_part((y) + i_, (BODY), (n) - i_); \
    } \
  } while (0)
