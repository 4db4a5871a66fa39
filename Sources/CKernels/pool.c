#define _GNU_SOURCE
#include "kernels.h"
#include <pthread.h>
#include <sched.h>
#include <stdatomic.h>
#include <stdint.h>
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
  /// Helpers from this number on end after this piece of work.
  int kept;
} work;
static _Atomic unsigned generation;
static _Atomic int running;
/// The tasks that each thread has left: from the low half to below the high half.
static struct {
  _Alignas(64) _Atomic uint64_t left;
} ranges[most_helpers + 1];

static inline void pause_briefly(void) {
#if defined(__x86_64__)
  __builtin_ia32_pause();
#endif
}

/// A task that `thread` has left, or -1.
static int take(int thread, int from_above) {
  uint64_t left = atomic_load_explicit(&ranges[thread].left, memory_order_relaxed);
  for (;;) {
    uint32_t first = (uint32_t)left, end = (uint32_t)(left >> 32);
    if (first >= end) return -1;
    uint64_t rest = from_above ? (uint64_t)(end - 1) << 32 | first : (uint64_t)end << 32 | (first + 1);
    if (atomic_compare_exchange_weak(&ranges[thread].left, &left, rest)) return (int)(from_above ? end - 1 : first);
  }
}

/// A thread begins with its own tasks, always the same, so that it finds in its cache what it had before; then it takes the others' last ones,
/// for their processors may be slower.
static void take_tasks(int thread) {
  int threads = work.wanted + 1;
  for (int turn = 0; turn < threads; turn++) {
    int owner = (thread + turn) % threads, index;
    while ((index = take(owner, turn > 0)) >= 0) work.task(work.context, index, work.count);
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
    int ends = number >= work.kept;
    atomic_fetch_sub(&running, 1);
    if (ends) return 0;
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

/// Shows the helpers the work that stands in `work`.
static void announce(void) {
  atomic_store(&running, helpers);
  atomic_fetch_add(&generation, 1);
  pthread_mutex_lock(&mutex);
  if (sleepers > 0) pthread_cond_broadcast(&wake);
  pthread_mutex_unlock(&mutex);
}

static void wait_for_helpers(void) {
  // A helper that another program has taken the processor from gets it back the sooner.
  for (int spun = 0; atomic_load(&running) > 0; spun++) {
    if (spun < spins)
      pause_briefly();
    else
      sched_yield();
  }
}

void nn_parallel_keep(int threads) {
  while (atomic_flag_test_and_set(&busy)) sched_yield();
  if (owner == getpid() && helpers > threads - 1) {
    work.wanted = 0;
    work.kept = threads - 1;
    announce();
    wait_for_helpers();
    helpers = threads - 1;
  }
  atomic_flag_clear(&busy);
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
  work.kept = most_helpers;
  // There may be fewer than it asked for.
  work.wanted = helpers < threads - 1 ? helpers : threads - 1;
  for (int i = 0; i <= work.wanted; i++) {
    uint64_t first = (uint64_t)count * i / (work.wanted + 1), end = (uint64_t)count * (i + 1) / (work.wanted + 1);
    atomic_store_explicit(&ranges[i].left, end << 32 | first, memory_order_relaxed);
  }
  announce();
  take_tasks(0);
  wait_for_helpers();
  atomic_flag_clear(&busy);
}

int nn_processors(void) {
  cpu_set_t set;
  if (sched_getaffinity(0, sizeof set, &set) == 0) return CPU_COUNT(&set);
  return (int)sysconf(_SC_NPROCESSORS_ONLN);
}
