/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* From a changed character to the updated record, 16 destinations: the median,
 * and beside it the time to put the same value together from its parts alone. */

#include "config.h"

#include "tlsrpt-limits.h"
#include "tlsrpt-record.h"

#include <locale.h>
#include <stdlib.h>

#define N_ROUNDS 20000
#define LARGEST_MEDIAN 50.0 /* microseconds */

static int
compare (const void *a,
         const void *b)
{
  const gint64 *x = a;
  const gint64 *y = b;

  return (*x > *y) - (*x < *y);
}

static double
find_median (gint64 *times)
{
  qsort (times, N_ROUNDS, sizeof *times, compare);

  return times[N_ROUNDS / 2] / 1000.0;
}

static gint64
get_nanoseconds (void)
{
  struct timespec now;

  clock_gettime (CLOCK_MONOTONIC, &now);

  return now.tv_sec * G_GINT64_CONSTANT (1000000000) + now.tv_nsec;
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (TlsrptRecord) record = tlsrpt_record_new ();
  g_autofree gint64 *times = g_new (gint64, N_ROUNDS);
  g_auto (GStrv) uris = NULL;
  TlsrptField *field = NULL;
  double change;
  double join;

  setlocale (LC_ALL, "");

  tlsrpt_record_set_domain (record, "mail.example.com");
  for (guint i = 0; i < TLSRPT_LIMIT_DESTINATIONS; i++)
    {
      g_autofree char *address = g_strdup_printf ("tlsrpt%u@example.com", i);

      field = tlsrpt_record_add_destination (record, TLSRPT_FIELD_MAIL, address);
    }
  uris = tlsrpt_record_dup_uris (record);

  for (guint i = 0; i < N_ROUNDS; i++)
    {
      g_autofree char *address = g_strdup_printf ("tlsrpt-%c@example.com", 'a' + i % 26);
      gint64 start = get_nanoseconds ();

      tlsrpt_field_set_text (field, address);
      g_assert_nonnull (tlsrpt_record_get_value (record));
      times[i] = get_nanoseconds () - start;
    }
  change = find_median (times);

  for (guint i = 0; i < N_ROUNDS; i++)
    {
      gint64 start = get_nanoseconds ();
      g_autofree char *joined = g_strjoinv (",", uris);
      g_autofree char *value = g_strconcat ("v=TLSRPTv1; rua=", joined, NULL);

      g_assert_nonnull (value);
      times[i] = get_nanoseconds () - start;
    }
  join = find_median (times);

  g_print ("changed character to record: %.2f µs median (at most %.0f), %.1f times a plain join\n",
           change, LARGEST_MEDIAN, change / join);

  return change <= LARGEST_MEDIAN ? 0 : 1;
}
