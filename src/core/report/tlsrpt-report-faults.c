/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-report-faults.h"

#include "tlsrpt-text-hash.h"

struct _TlsrptReportFaults
{
  GPtrArray  *all;
  /* Index of the faults, which own the keys. */
  GHashTable *known;
  GHashTable *files;
  guint       n_others;
};

static guint
fault_hash (gconstpointer key)
{
  const TlsrptReportFault *fault = key;

  return tlsrpt_text_hash_str (fault->file) ^ tlsrpt_text_hash_str (fault->error->message);
}

static gboolean
fault_equal (gconstpointer a,
             gconstpointer b)
{
  const TlsrptReportFault *fault = a;
  const TlsrptReportFault *other = b;

  return g_str_equal (fault->file, other->file) &&
         g_str_equal (fault->error->message, other->error->message);
}

TlsrptReportFaults *
tlsrpt_report_faults_new (void)
{
  TlsrptReportFaults *self = g_new0 (TlsrptReportFaults, 1);

  self->all = g_ptr_array_new_with_free_func ((GDestroyNotify) tlsrpt_report_fault_free);
  self->known = g_hash_table_new (fault_hash, fault_equal);
  self->files = g_hash_table_new (tlsrpt_text_hash_str, g_str_equal);

  return self;
}

void
tlsrpt_report_faults_free (TlsrptReportFaults *self)
{
  g_hash_table_unref (self->known);
  g_hash_table_unref (self->files);
  g_ptr_array_unref (self->all);
  g_free (self);
}

/**
 * tlsrpt_report_faults_take:
 * @self: faults
 * @faults: (element-type TlsrptReportFault): more of them, with a free function; it is
 *   empty afterwards
 *
 * Adds the faults that are not known.
 */
void
tlsrpt_report_faults_take (TlsrptReportFaults *self,
                           GPtrArray          *faults)
{
  gsize n_taken;
  g_autofree gpointer *taken = g_ptr_array_steal (faults, &n_taken);

  for (gsize i = 0; i < n_taken; i++)
    {
      TlsrptReportFault *fault = taken[i];

      if (g_hash_table_contains (self->known, fault))
        {
          tlsrpt_report_fault_free (fault);
          continue;
        }

      g_ptr_array_add (self->all, fault);
      g_hash_table_add (self->known, fault);
      if (tlsrpt_report_fault_is_other (fault))
        self->n_others++;
      else if (!g_hash_table_contains (self->files, fault->file))
        g_hash_table_add (self->files, fault->file);
    }
}

/**
 * tlsrpt_report_faults_remove:
 * @self: faults
 * @fault: a fault; the one of @self that is equal to it goes
 *
 * Takes out a fault of a file that is gone.
 */
void
tlsrpt_report_faults_remove (TlsrptReportFaults      *self,
                             const TlsrptReportFault *fault)
{
  TlsrptReportFault *known = g_hash_table_lookup (self->known, fault);
  gpointer counted = NULL;

  if (known == NULL)
    return;

  if (tlsrpt_report_fault_is_other (known))
    self->n_others--;

  /* Another fault of the file has its name as well. */
  g_hash_table_steal_extended (self->files, known->file, &counted, NULL);
  g_hash_table_remove (self->known, known);
  for (guint i = 0; counted != NULL && i < self->all->len; i++)
    {
      const TlsrptReportFault *other = g_ptr_array_index (self->all, i);

      if (other != known && !tlsrpt_report_fault_is_other (other) &&
          g_str_equal (other->file, known->file))
        {
          g_hash_table_add (self->files, other->file);
          break;
        }
    }
  g_ptr_array_remove (self->all, known);
}

/**
 * tlsrpt_report_faults_clear:
 * @self: faults
 *
 * Forgets them all.
 */
void
tlsrpt_report_faults_clear (TlsrptReportFaults *self)
{
  g_hash_table_remove_all (self->known);
  g_hash_table_remove_all (self->files);
  g_ptr_array_set_size (self->all, 0);
  self->n_others = 0;
}

/**
 * tlsrpt_report_faults_get_all:
 * @self: faults
 *
 * Gets the faults, as they came.
 *
 * Returns: (transfer none) (element-type TlsrptReportFault): the faults
 */
const GPtrArray *
tlsrpt_report_faults_get_all (const TlsrptReportFaults *self)
{
  return self->all;
}

/**
 * tlsrpt_report_faults_get_n_files:
 * @self: faults
 *
 * Gets how many files could not be read, or not all of them.  Reports of another kind
 * are not counted.
 *
 * Returns: their number
 */
guint
tlsrpt_report_faults_get_n_files (const TlsrptReportFaults *self)
{
  return g_hash_table_size (self->files);
}

/**
 * tlsrpt_report_faults_get_n_others:
 * @self: faults
 *
 * Gets how many reports of another kind there are.
 *
 * Returns: their number
 */
guint
tlsrpt_report_faults_get_n_others (const TlsrptReportFaults *self)
{
  return self->n_others;
}
