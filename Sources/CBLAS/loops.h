// The routines of BLAS as plain loops, for a machine without the library: included once for each type of numbers, with REAL and NAME(routine).
// Matrices are row-major; what stands in C and y is not read where beta is 0.

static void NAME(loops_scale)(REAL *y, int count, int step, REAL beta) {
  for (int i = 0; i < count; i++) y[(long)i * step] = beta == 0 ? 0 : beta * y[(long)i * step];
}

static void NAME(loops_gemm)(bool transposeA, bool transposeB, int m, int n, int k, REAL alpha, const REAL *a, int lda,
                             const REAL *b, int ldb, REAL beta, REAL *c, int ldc) {
  for (int i = 0; i < m; i++) {
    REAL *row = c + (long)i * ldc;
    NAME(loops_scale)(row, n, 1, beta);
    if (transposeB) {
      for (int j = 0; j < n; j++) {
        REAL sum = 0;
        for (int p = 0; p < k; p++) {
          sum += (transposeA ? a[(long)p * lda + i] : a[(long)i * lda + p]) * b[(long)j * ldb + p];
        }
        row[j] += alpha * sum;
      }
      continue;
    }
    for (int p = 0; p < k; p++) {
      const REAL factor = alpha * (transposeA ? a[(long)p * lda + i] : a[(long)i * lda + p]);
      const REAL *other = b + (long)p * ldb;
      for (int j = 0; j < n; j++) row[j] += factor * other[j];
    }
  }
}

static void NAME(loops_gemv)(bool transpose, int rows, int columns, REAL alpha, const REAL *a, int lda, const REAL *x,
                             int stepX, REAL beta, REAL *y, int stepY) {
  NAME(loops_scale)(y, transpose ? columns : rows, stepY, beta);
  for (int i = 0; i < rows; i++) {
    const REAL *row = a + (long)i * lda;
    if (transpose) {
      const REAL factor = alpha * x[(long)i * stepX];
      for (int j = 0; j < columns; j++) y[(long)j * stepY] += factor * row[j];
    } else {
      REAL sum = 0;
      for (int j = 0; j < columns; j++) sum += row[j] * x[(long)j * stepX];
      y[(long)i * stepY] += alpha * sum;
    }
  }
}
