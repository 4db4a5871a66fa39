#define _GNU_SOURCE
#include "CKernels.h"
#include <pthread.h>

static _Thread_local uintptr_t known_bottom;

uintptr_t nn_stack_bottom(void) {
  if (known_bottom) return known_bottom;
  pthread_attr_t attributes;
  if (pthread_getattr_np(pthread_self(), &attributes) != 0) return 0;
  void *bottom = 0;
  size_t size = 0;
  pthread_attr_getstack(&attributes, &bottom, &size);
  pthread_attr_destroy(&attributes);
  known_bottom = (uintptr_t)bottom;
  return known_bottom;
}
