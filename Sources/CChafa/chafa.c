// libchafa and libpng are loaded on first use: glib comes with them, and linking them would make every start of nn slower for the sake
// of a few pictures. Of libchafa's stable interface (1.8 and later) what is used is declared here: its header would need those of glib.
#include "CChafa.h"

#include <dlfcn.h>
#include <png.h>
#include <stdlib.h>

// Values of chafa-canvas-config.h, chafa-common.h and chafa-symbol-map.h.
enum { CANVAS_TRUECOLOR = 0, PIXELS_RGB8 = 8 };
enum { TAG_SPACE = 1 << 0, TAG_SOLID = 1 << 1, TAG_QUAD = 1 << 7, TAG_HALF = 3 << 8 };

typedef struct Config Config;
typedef struct Symbols Symbols;
typedef struct Canvas Canvas;

static struct {
  Config *(*config_new)(void);
  void (*config_unref)(Config *);
  void (*set_geometry)(Config *, int, int);
  void (*set_canvas_mode)(Config *, int);
  void (*set_preprocessing)(Config *, int);
  void (*set_work)(Config *, float);
  void (*set_symbols)(Config *, const Symbols *);
  Symbols *(*symbols_new)(void);
  void (*symbols_unref)(Symbols *);
  void (*add_symbols)(Symbols *, int);
  Canvas *(*canvas_new)(const Config *);
  void (*canvas_unref)(Canvas *);
  void (*draw)(Canvas *, int, const uint8_t *, int, int, int);
  uint32_t (*character_at)(Canvas *, int, int);
  void (*colors_at)(Canvas *, int, int, int *, int *);
  __typeof__(png_image_begin_read_from_memory) *begin_read;
  __typeof__(png_image_finish_read) *finish_read;
  __typeof__(png_image_free) *free_image;
} library;

static bool find(void *file, const char *name, void *function) {
  *(void **)function = dlsym(file, name);
  return *(void **)function != NULL;
}

static bool load(void) {
  void *chafa = dlopen("libchafa.so.0", RTLD_NOW | RTLD_LOCAL);
  void *png = dlopen("libpng16.so.16", RTLD_NOW | RTLD_LOCAL);
  return chafa && png && find(chafa, "chafa_canvas_config_new", &library.config_new) &&
         find(chafa, "chafa_canvas_config_unref", &library.config_unref) &&
         find(chafa, "chafa_canvas_config_set_geometry", &library.set_geometry) &&
         find(chafa, "chafa_canvas_config_set_canvas_mode", &library.set_canvas_mode) &&
         find(chafa, "chafa_canvas_config_set_preprocessing_enabled", &library.set_preprocessing) &&
         find(chafa, "chafa_canvas_config_set_work_factor", &library.set_work) &&
         find(chafa, "chafa_canvas_config_set_symbol_map", &library.set_symbols) &&
         find(chafa, "chafa_symbol_map_new", &library.symbols_new) &&
         find(chafa, "chafa_symbol_map_unref", &library.symbols_unref) &&
         find(chafa, "chafa_symbol_map_add_by_tags", &library.add_symbols) &&
         find(chafa, "chafa_canvas_new", &library.canvas_new) &&
         find(chafa, "chafa_canvas_unref", &library.canvas_unref) &&
         find(chafa, "chafa_canvas_draw_all_pixels", &library.draw) &&
         find(chafa, "chafa_canvas_get_char_at", &library.character_at) &&
         find(chafa, "chafa_canvas_get_colors_at", &library.colors_at) &&
         find(png, "png_image_begin_read_from_memory", &library.begin_read) &&
         find(png, "png_image_finish_read", &library.finish_read) &&
         find(png, "png_image_free", &library.free_image);
}

bool nn_chafa_is_there(void) {
  static enum { UNKNOWN, MISSING, LOADED } state;
  if (state == UNKNOWN) state = load() ? LOADED : MISSING;
  return state == LOADED;
}

static void draw(const uint8_t *rgb, int width, int height, int columns, int rows, ChafaCell *cells) {
  Symbols *symbols = library.symbols_new();
  // Halves and quarters, which every font has; finer symbols are missing in some, or are drawn with gaps.
  library.add_symbols(symbols, TAG_SPACE | TAG_SOLID | TAG_HALF | TAG_QUAD);
  Config *config = library.config_new();
  library.set_geometry(config, columns, rows);
  library.set_canvas_mode(config, CANVAS_TRUECOLOR);
  // It raises contrast and saturation, but the colours of a plot mean something.
  library.set_preprocessing(config, 0);
  library.set_work(config, 1);
  library.set_symbols(config, symbols);
  Canvas *canvas = library.canvas_new(config);
  library.draw(canvas, PIXELS_RGB8, rgb, width, height, 3 * width);
  for (int row = 0; row < rows; row++) {
    for (int column = 0; column < columns; column++) {
      int foreground, background;
      library.colors_at(canvas, column, row, &foreground, &background);
      // -1 is no colour.
      cells[row * columns + column] = (ChafaCell){library.character_at(canvas, column, row),
                                                  foreground < 0 ? 0 : foreground, background < 0 ? 0xFFFFFF : background};
    }
  }
  library.canvas_unref(canvas);
  library.config_unref(config);
  library.symbols_unref(symbols);
}

bool nn_chafa_cells(const uint8_t *png, size_t length, int columns, int rows, ChafaCell *cells) {
  if (!nn_chafa_is_there()) return false;
  png_image image = {.version = PNG_IMAGE_VERSION};
  if (!library.begin_read(&image, png, length)) return false;
  image.format = PNG_FORMAT_RGB;
  uint8_t *rgb = malloc(PNG_IMAGE_SIZE(image));
  png_color white = {255, 255, 255};
  bool is_read = rgb && library.finish_read(&image, &white, rgb, 0, NULL);
  if (is_read) draw(rgb, image.width, image.height, columns, rows, cells);
  free(rgb);
  library.free_image(&image);
  return is_read;
}
