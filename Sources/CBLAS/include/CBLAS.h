#pragma once
#include <stdbool.h>

// The few routines of OpenBLAS that nn uses, on row-major matrices, with the meaning they have in cblas.h. The library is loaded when the
// first of them is called: loading it takes longer than all the rest of a start, and its threads look for work for a while after that,
// which slows a program that multiplies small matrices only. Where it is not installed products are plain loops, and one note says so.

/// C (m×n) = alpha · op(A) (m×k) · op(B) (k×n) + beta · C.
void nn_dgemm(bool transposeA, bool transposeB, int m, int n, int k, double alpha, const double *a, int lda,
              const double *b, int ldb, double beta, double *c, int ldc);
void nn_sgemm(bool transposeA, bool transposeB, int m, int n, int k, float alpha, const float *a, int lda,
              const float *b, int ldb, float beta, float *c, int ldc);

/// y = alpha · op(A) · x + beta · y, where A is rows×columns as it lies in memory.
void nn_dgemv(bool transpose, int rows, int columns, double alpha, const double *a, int lda, const double *x,
              int stepX, double beta, double *y, int stepY);
void nn_sgemv(bool transpose, int rows, int columns, float alpha, const float *a, int lda, const float *x, int stepX,
              float beta, float *y, int stepY);

/// Σ x·y.
double nn_ddot(int count, const double *x, int stepX, const double *y, int stepY);

/// How many threads a product may take, from now on and once the library is loaded.
void nn_blas_threads(int threads);

/// Whether products run on the thread that asks for them alone, whatever `nn_blas_threads` says: for callers that bring threads of their own.
void nn_blas_alone(bool alone);
