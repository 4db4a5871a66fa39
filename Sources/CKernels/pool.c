#define _GNU_SOURCE
#include "kernels.h"
#include <pthread.h>
#include <sched.h>
#include <stdatomic.h>
#include <unistd.h>

// One piece of work at a time. A helper spins for a few microseconds after a piece of work, for the next step of a training comes soon,
// then it sleeps.

enum { most_helpers = 63, spins = 4000 };
static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t wake = PTHREAD_COND_INITIALIZER;
static atomic_flag busy = ATOMIC_FLAG_INIT;
static int helpers;
static int sleepers;
static pid_t owner;

static struct {
  void (*task)(void *, int, int);
  void *context;
  int count;
  int wanted;
} work;
static _Atomic unsigned generation;
static _Atomic int next_index, running;

static inline void pause_briefly(void) {
#if defined(__x86_64__)
  __builtin_ia32_pause();
#endif
}

/// One task for each thread: always the same, so that a thread finds in its cache what it had before. More: who is free takes the next.
static void take_tasks(int thread) {
  if (work.count == work.wanted + 1) {
    work.task(work.context, thread, work.count);
    return;
  }
  for (;;) {
    int index = atomic_fetch_add(&next_index, 1);
    if (index >= work.count) return;
    work.task(work.context, index, work.count);
  }
}

static void *help(void *argument) {
  const unsigned *start = argument;
  int number = (int)start[0];
  unsigned seen = start[1];
  for (;;) {
    int spun = 0;
    while (atomic_load(&generation) == seen && spun < spins) {
      pause_briefly();
      spun++;
    }
    if (atomic_load(&generation) == seen) {
      pthread_mutex_lock(&mutex);
      sleepers++;
      while (atomic_load(&generation) == seen) pthread_cond_wait(&wake, &mutex);
      sleepers--;
      pthread_mutex_unlock(&mutex);
    }
    // Every helper answers every generation, so that none is late for an old one.
    seen++;
    if (number < work.wanted) take_tasks(number + 1);
    atomic_fetch_sub(&running, 1);
  }
  return 0;
}

static unsigned starts[most_helpers][2];

static void make_helpers(int wanted) {
  // A forked child has none of its parent's threads.
  if (owner != getpid()) {
    helpers = 0;
    sleepers = 0;
    owner = getpid();
    atomic_store(&generation, 0);
  }
  if (wanted > most_helpers) wanted = most_helpers;
  while (helpers < wanted) {
    pthread_attr_t attributes;
    pthread_t thread;
    pthread_attr_init(&attributes);
    pthread_attr_setdetachstate(&attributes, PTHREAD_CREATE_DETACHED);
    // Its number, and the generation it need not answer.
    starts[helpers][0] = (unsigned)helpers;
    starts[helpers][1] = atomic_load(&generation);
    int failed = pthread_create(&thread, &attributes, help, starts[helpers]);
    pthread_attr_destroy(&attributes);
    if (failed) return;
    helpers++;
  }
}

void nn_parallel(int threads, void (*task)(void *context, int index, int count), void *context, int count) {
  if (threads > count) threads = count;
  if (threads < 2 || atomic_flag_test_and_set(&busy)) {
    for (int i = 0; i < count; i++) task(context, i, count);
    return;
  }
  make_helpers(threads - 1);
  work.task = task;
  work.context = context;
  work.count = count;
  // There may be fewer than it asked for.
  work.wanted = helpers < threads - 1 ? helpers : threads - 1;
  atomic_store(&next_index, 0);
  atomic_store(&running, helpers);
  atomic_fetch_add(&generation, 1);
  pthread_mutex_lock(&mutex);
  if (sleepers > 0) pthread_cond_broadcast(&wake);
  pthread_mutex_unlock(&mutex);
  take_tasks(0);
  // A helper that another program has taken the processor from gets it back the sooner.
  for (int spun = 0; atomic_load(&running) > 0; spun++) {
    if (spun < spins)
      pause_briefly();
    else
      sched_yield();
  }
  atomic_flag_clear(&busy);
}

int nn_processors(void) {
  cpu_set_t set;
  if (sched_getaffinity(0, sizeof set, &set) == 0) return CPU_COUNT(&set);
  return (int)sysconf(_SC_NPROCESSORS_ONLN);
}
