#define _GNU_SOURCE
#include "search.h"
#include <string.h>

const void *nn_find(const void *text, size_t length, const void *part, size_t part_length) {
  return memmem(text, length, part, part_length);
}

const void *nn_find_last(const void *text, int byte, size_t length) { return memrchr(text, byte, length); }
