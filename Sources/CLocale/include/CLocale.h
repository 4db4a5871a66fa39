#pragma once
#include <stdint.h>

/// Columns of a screen that a Unicode scalar takes by glibc's wcwidth(3), whatever the user's locale is; -1 if its table does not know it.
int nn_columns(uint32_t scalar);
