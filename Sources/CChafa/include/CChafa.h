#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// A character of the terminal and its two colours, 0xRRGGBB.
typedef struct {
  uint32_t character;
  uint32_t foreground;
  uint32_t background;
} ChafaCell;

/// Whether libchafa and libpng are there. They are loaded when this is first asked.
bool nn_chafa_is_there(void);

/// Turns a PNG file of `length` bytes into columns × rows `cells`, row by row. False: it is no PNG file, or the libraries are missing.
bool nn_chafa_cells(const uint8_t *png, size_t length, int columns, int rows, ChafaCell *cells);
