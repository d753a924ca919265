/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-report-pool.h"

#include "tlsrpt-index.h"
#include "tlsrpt-octets.h"
#include "tlsrpt-text-hash.h"

/*
 * The strings that come again in report after report: domains, hosts, senders and
 * types.  Only who makes reports adds to them; who reads a report, in whatever
 * thread, only follows pointers.
 */

/* A recently seen string and its copy.  An entry fits one cache line, so longer
 * strings are not remembered. */
#define CACHE_LINE 64
#define RECENT_LENGTH 40

typedef struct
{
  const char            *kept;
  TlsrptReportCheckFunc  check;
  guint32                length;
  guint32                oddity;
  char                   given[RECENT_LENGTH];
} Recent;

/* Where two strings meet both are remembered. */
#define N_WAYS 2
#define RECENT_BITS 10

struct _TlsrptReportPool
{
  gatomicrefcount  ref_count;
  TlsrptIndex      index;
  GPtrArray       *texts;
  GStringChunk    *strings;
  Recent         (*recent)[N_WAYS];
};

/**
 * tlsrpt_report_pool_new:
 *
 * Creates an empty pool.
 *
 * Returns: (transfer full): the pool
 */
TlsrptReportPool *
tlsrpt_report_pool_new (void)
{
  TlsrptReportPool *self = g_new0 (TlsrptReportPool, 1);

  g_atomic_ref_count_init (&self->ref_count);
  tlsrpt_index_init (&self->index);
  self->texts = g_ptr_array_new ();
  self->strings = g_string_chunk_new (4096);
  self->recent = g_aligned_alloc0 (1 << RECENT_BITS, sizeof *self->recent, CACHE_LINE);

  return self;
}

TlsrptReportPool *
tlsrpt_report_pool_ref (TlsrptReportPool *self)
{
  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
tlsrpt_report_pool_unref (TlsrptReportPool *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  tlsrpt_index_clear (&self->index);
  g_ptr_array_unref (self->texts);
  g_string_chunk_free (self->strings);
  g_aligned_free (self->recent);
  g_free (self);
}

static const char *
keep (TlsrptReportPool *self,
      const char       *text,
      gsize             length)
{
  const guint64 hash = tlsrpt_text_hash (text, length);
  gsize place = tlsrpt_index_begin (&self->index, hash);
  char *kept;

  for (guint32 i = tlsrpt_index_next (&self->index, hash, &place); i != TLSRPT_INDEX_NONE;
       i = tlsrpt_index_next (&self->index, hash, &place))
    {
      kept = g_ptr_array_index (self->texts, i);
      if (strcmp (kept, text) == 0)
        return kept;
    }

  kept = g_string_chunk_insert_len (self->strings, text, (gssize) length);
  tlsrpt_index_add (&self->index, hash, self->texts->len);
  g_ptr_array_add (self->texts, kept);

  return kept;
}

static TlsrptReportString
add_unseen (TlsrptReportPool      *self,
            const char            *text,
            gsize                  length,
            TlsrptReportCheckFunc  check)
{
  g_autofree char *normal = NULL;
  guint oddity;

  if (memchr (text, '\0', length) != NULL)
    {
      /* g_utf8_make_valid() replaces NUL with U+FFFD. */
      normal = g_utf8_make_valid (text, (gssize) length);

      return (TlsrptReportString) { keep (self, normal, strlen (normal)), TLSRPT_REPORT_ODDITY_NUL };
    }

  oddity = check != NULL ? check (text, length, &normal) : 0;

  if (normal != NULL)
    return (TlsrptReportString) { keep (self, normal, strlen (normal)), oddity };

  return (TlsrptReportString) { keep (self, text, length), oddity };
}

static inline gboolean
is_same (const Recent          *recent,
         const char            *text,
         gsize                  length,
         TlsrptReportCheckFunc  check)
{
  return recent->length == length && recent->check == check &&
         tlsrpt_octets_equal (recent->given, text, length) && recent->kept != NULL;
}

/**
 * tlsrpt_report_pool_add:
 * @self: the pool
 * @text: a string; a NUL ends it
 * @length: its octets
 * @check: (nullable) (scope call): looks at the string
 *
 * Keeps a string as long as the pool.
 *
 * Returns: the string, one pointer for all that are equal, and what @check said of it
 *   now or when it last came
 */
TlsrptReportString
tlsrpt_report_pool_add (TlsrptReportPool      *self,
                        const char            *text,
                        gsize                  length,
                        TlsrptReportCheckFunc  check)
{
  TlsrptReportString string;
  Recent *recent;

  if (length > RECENT_LENGTH)
    return add_unseen (self, text, length, check);

  recent = self->recent[tlsrpt_octets_scatter (text, length) >> (64 - RECENT_BITS)];
  for (guint i = 0; i < N_WAYS; i++)
    {
      if (is_same (&recent[i], text, length, check))
        return (TlsrptReportString) { recent[i].kept, recent[i].oddity };
    }

  string = add_unseen (self, text, length, check);
  recent[1] = recent[0];
  recent->kept = string.text;
  recent->check = check;
  recent->length = (guint32) length;
  recent->oddity = string.oddity;
  memcpy (recent->given, text, length);

  return string;
}
