// Softmax and cross-entropy, of samples in rows or in columns.

static void softmax_rows(const void *z_, void *a_, size_t rows, size_t units) {
  for (size_t row = 0; row < rows; row++) {
    const REAL *z = (const REAL *)z_ + row * units;
    REAL *a = (REAL *)a_ + row * units;
    // Without its largest number taken off, exp would overflow; the quotient is the same.
    REAL largest = z[0];
    for (size_t u = 1; u < units; u++) largest = z[u] > largest ? z[u] : largest;
    MAP1(x, z, a, units, largest, v_exp(x - largest));
    REAL total = 0;
    for (size_t u = 0; u < units; u++) total += a[u];
    for (size_t u = 0; u < units; u++) a[u] /= total;
  }
}

INLINE V column_maximum(const REAL *z, size_t stride, size_t units) {
  V largest = load(z);
  for (size_t u = 1; u < units; u++) {
    V x = load(z + u * stride);
    largest = choose(x > largest, x, largest);
  }
  return largest;
}

static void softmax_columns(const void *z_, void *a_, size_t stride, size_t units) {
  for (size_t i = 0; i < stride; i += W) {
    const REAL *z = (const REAL *)z_ + i;
    REAL *a = (REAL *)a_ + i;
    V largest = column_maximum(z, stride, units), total = all(0);
    for (size_t u = 0; u < units; u++) {
      V e = v_exp(load(z + u * stride) - largest);
      store(a + u * stride, e);
      total += e;
    }
    for (size_t u = 0; u < units; u++) store(a + u * stride, load(a + u * stride) / total);
  }
}

static void softmax_backward_rows(const void *a_, const void *da_, void *dz_, size_t rows, size_t units) {
  for (size_t row = 0; row < rows; row++) {
    const REAL *a = (const REAL *)a_ + row * units, *da = (const REAL *)da_ + row * units;
    REAL *dz = (REAL *)dz_ + row * units;
    REAL mean = 0;
    for (size_t u = 0; u < units; u++) mean += da[u] * a[u];
    for (size_t u = 0; u < units; u++) dz[u] = a[u] * (da[u] - mean);
  }
}

static void softmax_backward_columns(const void *a_, const void *da_, void *dz_, size_t stride, size_t units) {
  for (size_t i = 0; i < stride; i += W) {
    const REAL *a = (const REAL *)a_ + i, *da = (const REAL *)da_ + i;
    REAL *dz = (REAL *)dz_ + i;
    V mean = all(0);
    for (size_t u = 0; u < units; u++) mean += load(da + u * stride) * load(a + u * stride);
    for (size_t u = 0; u < units; u++)
      store(dz + u * stride, load(a + u * stride) * (load(da + u * stride) - mean));
  }
}

static double cross_entropy_rows(
    const void *z_, const void *a_, const void *y_, size_t rows, size_t units, double epsilon) {
  double result = 0;
  for (size_t row = 0; row < rows; row++) {
    const REAL *z = (const REAL *)z_ + row * units, *a = (const REAL *)a_ + row * units, *y = (const REAL *)y_ + row * units;
    if (epsilon > 0) {
      for (size_t u = 0; u < units; u++)
        if (y[u] != 0) result -= y[u] * SCALAR(log)(a[u] + (REAL)epsilon);
      continue;
    }
    REAL largest = z[0];
    for (size_t u = 1; u < units; u++) largest = z[u] > largest ? z[u] : largest;
    V totals = all(0);
    size_t u = 0;
    for (; u + W <= units; u += W) totals += v_exp(load(z + u) - largest);
    if (u < units) {
      V last = v_exp(load_part(z + u, units - u, largest) - largest);
      for (size_t k = units - u; k < W; k++) last[k] = 0;
      totals += last;
    }
    REAL logarithm = SCALAR(log)(sum(totals));
    for (size_t u = 0; u < units; u++)
      if (y[u] != 0) result += y[u] * (logarithm - (z[u] - largest));
  }
  return result;
}

static double cross_entropy_columns(
    const void *z_, const void *a_, const void *y_, size_t rows, size_t stride, size_t units, double epsilon) {
  double result = 0;
  for (size_t i = 0; i < rows; i += W) {
    const REAL *z = (const REAL *)z_ + i, *a = (const REAL *)a_ + i, *y = (const REAL *)y_ + i;
    V loss = all(0);
    if (epsilon > 0) {
      for (size_t u = 0; u < units; u++) {
        V target = load(y + u * stride);
        loss -= (V)((I)(target * v_log(load(a + u * stride) + (REAL)epsilon)) & (I)(target != 0));
      }
    } else {
      V largest = column_maximum(z, stride, units), total = all(0);
      for (size_t u = 0; u < units; u++) total += v_exp(load(z + u * stride) - largest);
      V logarithm = v_log(total);
      for (size_t u = 0; u < units; u++) {
        V target = load(y + u * stride);
        loss += (V)((I)(target * (logarithm - (load(z + u * stride) - largest))) & (I)(target != 0));
      }
    }
    for (size_t k = rows - i; k < W; k++) loss[k] = 0;
    result += sum(loss);
  }
  return result;
}

static void cross_entropy_backward_rows(const void *a_, const void *y_, void *dz_, size_t rows, size_t units) {
  for (size_t row = 0; row < rows; row++) {
    const REAL *a = (const REAL *)a_ + row * units, *y = (const REAL *)y_ + row * units;
    REAL *dz = (REAL *)dz_ + row * units;
    REAL total = 0;
    for (size_t u = 0; u < units; u++) total += y[u];
    for (size_t u = 0; u < units; u++) dz[u] = a[u] * total - y[u];
  }
}

static void cross_entropy_backward_columns(const void *a_, const void *y_, void *dz_, size_t stride, size_t units) {
  for (size_t i = 0; i < stride; i += W) {
    const REAL *a = (const REAL *)a_ + i, *y = (const REAL *)y_ + i;
    REAL *dz = (REAL *)dz_ + i;
    V total = all(0);
    for (size_t u = 0; u < units; u++) total += load(y + u * stride);
    for (size_t u = 0; u < units; u++)
      store(dz + u * stride, load(a + u * stride) * total - load(y + u * stride));
  }
}

static void cross_entropy_gradient(const void *a_, const void *y_, void *r_, size_t n) {
  const REAL *a = a_, *y = y_;
  REAL *r = r_;
  for (size_t i = 0; i < n; i++) r[i] = y[i] == 0 ? 0 : -y[i] / a[i];
}
