/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Times in microseconds, as the benchmarks take and sort them. */
#pragma once

#include <time.h>

#include <glib.h>

/* What this thread has worked: other programs on the machine do not count. */
static inline gint64
bench_get_work_time (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);

  return (gint64) time.tv_sec * G_USEC_PER_SEC + time.tv_nsec / 1000;
}

/* For qsort() and g_array_sort(). */
static inline int
bench_compare_times (const void *a,
                     const void *b)
{
  const gint64 *first = a;
  const gint64 *second = b;

  return (*first > *second) - (*first < *second);
}
