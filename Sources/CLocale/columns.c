#define _GNU_SOURCE
#include "CLocale.h"

#include <locale.h>
#include <pthread.h>
#include <wchar.h>

static pthread_once_t once = PTHREAD_ONCE_INIT;
static locale_t unicode;

// The UTF-8 locale that glibc always has.
static void open_locale(void) { unicode = newlocale(LC_CTYPE_MASK, "C.UTF-8", (locale_t)0); }

int nn_columns(uint32_t scalar) {
  pthread_once(&once, open_locale);
  if (!unicode) return -1;
  locale_t outer = uselocale(unicode);
  int columns = wcwidth((wchar_t)scalar);
  uselocale(outer);
  return columns;
}
