// What happens to parameters and gradients between backward and the next forward.

static void add(void *sum_, const void *x_, size_t n) {
  REAL *s = sum_;
  const REAL *x = x_;
  for (size_t i = 0; i < n; i++) s[i] += x[i];
}
static void scale(void *x_, size_t n, double factor) {
  REAL *x = x_, f = (REAL)factor;
  for (size_t i = 0; i < n; i++) x[i] *= f;
}
static double squares(const void *x_, size_t n) {
  const REAL *x = x_;
  double result = 0;
  for (size_t start = 0; start < n; start += 1024) {
    size_t end = start + 1024 < n ? start + 1024 : n, i = start;
    V total = all(0);
    for (; i + W <= end; i += W) total += load(x + i) * load(x + i);
    if (i < end) {
      V last = load_part(x + i, end - i, 0);
      total += last * last;
    }
    result += sum(total);
  }
  return result;
}
static void penalise(void *g_, const void *w_, size_t n, double l1_, double l2_) {
  REAL *g = g_, l1 = (REAL)l1_, l2 = (REAL)l2_;
  const REAL *w = w_;
  for (size_t i = 0; i < n; i++) g[i] += l2 * w[i] + (w[i] > 0 ? l1 : w[i] < 0 ? -l1 : 0);
}
static void clamp(void *x_, size_t n, double limit_) {
  REAL *x = x_, limit = (REAL)limit_;
  for (size_t i = 0; i < n; i++) x[i] = x[i] > limit ? limit : x[i] < -limit ? -limit : x[i];
}

static void sgd(const nn_update *u) {
  REAL *restrict w = u->parameter, *restrict velocity = u->slots;
  const REAL *restrict gradient = u->gradient;
  REAL rate = (REAL)u->rate, decay = (REAL)u->decay, momentum = (REAL)u->options[0];
  int nesterov = u->options[1] != 0;
  size_t n = u->count;
  if (momentum == 0 && decay == 0) {
    for (size_t i = 0; i < n; i++) w[i] -= rate * gradient[i];
  } else if (momentum == 0) {
    for (size_t i = 0; i < n; i++) w[i] -= rate * (gradient[i] + decay * w[i]);
  } else {
    for (size_t i = 0; i < n; i++) {
      REAL g = gradient[i] + decay * w[i];
      REAL v = momentum * velocity[i] + g;
      velocity[i] = v;
      w[i] -= rate * (nesterov ? g + momentum * v : v);
    }
  }
}

static void rmsprop(const nn_update *u) {
  size_t n = u->count;
  REAL *restrict w = u->parameter, *restrict square = u->slots, *restrict velocity = square + u->slot_step;
  const REAL *restrict gradient = u->gradient;
  REAL rate = (REAL)u->rate, decay = (REAL)u->decay;
  REAL alpha = (REAL)u->options[0], rest = (REAL)(1 - u->options[0]), epsilon = (REAL)u->options[1];
  REAL momentum = (REAL)u->options[2];
  size_t i = 0;
  for (; i < n; i++) {
    REAL g = gradient[i] + decay * w[i];
    REAL s = alpha * square[i] + rest * g * g;
    square[i] = s;
    REAL move = g / (SCALAR(__builtin_sqrt)(s) + epsilon);
    if (momentum != 0) {
      move += momentum * velocity[i];
      velocity[i] = move;
    }
    w[i] -= rate * move;
  }
}

static void adam(const nn_update *u) {
  size_t n = u->count;
  REAL *restrict w = u->parameter, *restrict mean = u->slots, *restrict square = mean + u->slot_step;
  const REAL *restrict gradient = u->gradient;
  REAL rate = (REAL)u->rate, decay = (REAL)u->decay, beta1 = (REAL)u->options[0], beta2 = (REAL)u->options[1];
  REAL rest1 = (REAL)(1 - u->options[0]), rest2 = (REAL)(1 - u->options[1]);
  REAL epsilon = (REAL)u->options[2], correction = (REAL)u->options[3], shrink = (REAL)u->options[4];
  for (size_t i = 0; i < n; i++) {
    REAL x = w[i] * shrink;
    REAL g = gradient[i] + decay * x;
    REAL m = beta1 * mean[i] + rest1 * g, s = beta2 * square[i] + rest2 * g * g;
    mean[i] = m;
    square[i] = s;
    w[i] = x - rate * m / (SCALAR(__builtin_sqrt)(s) / correction + epsilon);
  }
}

static size_t count_right(const void *a_, const void *y_, size_t n, double threshold_, double low_, double high_) {
  const REAL *a = a_, *y = y_, threshold = (REAL)threshold_, low = (REAL)low_, high = (REAL)high_;
  size_t right = 0;
  for (size_t i = 0; i < n; i++) right += (a[i] > threshold ? high : low) == y[i];
  return right;
}
static size_t count_right_classes(
    const void *a_, const void *y_, size_t rows, size_t units, size_t sample_step, size_t unit_step) {
  size_t right = 0;
  for (size_t r = 0; r < rows; r++) {
    const REAL *a = (const REAL *)a_ + r * sample_step, *y = (const REAL *)y_ + r * sample_step;
    size_t best = 0, target = 0;
    for (size_t u = 1; u < units; u++) {
      if (a[u * unit_step] > a[best * unit_step]) best = u;
      if (y[u * unit_step] > y[target * unit_step]) target = u;
    }
    right += best == target;
  }
  return right;
}
