#pragma once
#include <stddef.h>

// The C library's searches that Swift does not see, being GNU's.

/// Where `part` first stands in `text`, in linear time; null if nowhere.
const void *nn_find(const void *text, size_t length, const void *part, size_t part_length);
/// Where `byte` last stands in `text`; null if nowhere.
const void *nn_find_last(const void *text, int byte, size_t length);
