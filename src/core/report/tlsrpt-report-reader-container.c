/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-report-reader-private.h"

#include "tlsrpt-error.h"
#include "tlsrpt-gzip.h"
#include "tlsrpt-report-mail.h"
#include "tlsrpt-report-other.h"
#include "tlsrpt-report-recognise.h"
#include "tlsrpt-zip.h"

#include <glib/gi18n-lib.h>

/* Takes what was expanded, or read for it, from what may be expanded of a file with
 * all that is nested in it, whatever came of it: what costs the same again and again
 * without success is as long as what succeeds. */
static gboolean
charge (TlsrptReportReader *self,
        gsize               n_octets)
{
  g_autoptr (GError) error = NULL;

  if (n_octets <= self->n_left)
    {
      self->n_left -= n_octets;
      return TRUE;
    }

  self->is_spent = TRUE;
  tlsrpt_error_set (&error, TLSRPT_ERROR_TOO_LONG, TLSRPT_ERROR_FINAL, NULL,
                    _("The file contains too much to be read at once"));
  tlsrpt_report_reader_add_fault (self, g_steal_pointer (&error));

  return FALSE;
}

/* Reads what came out of a container. */
static void
read_expanded (TlsrptReportReader *self,
               GByteArray         *expanded,
               guint               notes)
{
  self->level++;
  tlsrpt_report_reader_read_array (self, expanded, notes);
  self->level--;
}

void
tlsrpt_report_reader_read_gzip (TlsrptReportReader        *self,
                                const TlsrptReportContent *content,
                                guint                      notes)
{
  g_autoptr (GError) error = NULL;
  GByteArray *expanded = self->expanded[self->level];
  TlsrptGzipFlags flags;
  gboolean is_whole;

  g_byte_array_set_size (expanded, 0);
  is_whole = tlsrpt_gzip_expand (content->data, content->size, TLSRPT_LIMIT_REPORT_JSON,
                                 expanded, &flags, &error);
  if (!charge (self, expanded->len))
    return;

  if (!is_whole)
    {
      tlsrpt_report_reader_add_fault (self, g_steal_pointer (&error));
      return;
    }

  if ((flags & TLSRPT_GZIP_MEMBERS) != 0)
    notes |= 1u << TLSRPT_REPORT_NOTE_MEMBERS;
  if ((flags & TLSRPT_GZIP_TRAILING) != 0)
    notes |= 1u << TLSRPT_REPORT_NOTE_TRAILING;
  if (tlsrpt_gzip_recognise (expanded->data, expanded->len))
    notes |= 1u << TLSRPT_REPORT_NOTE_TWICE_COMPRESSED;

  read_expanded (self, expanded, notes);
}

static void
read_entry (TlsrptReportReader *self,
            TlsrptZip          *zip,
            guint               entry)
{
  g_autoptr (GError) error = NULL;
  GByteArray *expanded = self->expanded[self->level];
  gboolean is_whole;

  g_byte_array_set_size (expanded, 0);
  is_whole = tlsrpt_zip_expand (zip, entry, TLSRPT_LIMIT_REPORT_JSON, expanded, &error);
  if (!charge (self, expanded->len))
    return;

  if (is_whole)
    read_expanded (self, expanded, 0);
  else
    tlsrpt_report_reader_add_fault (self, g_steal_pointer (&error));
}

void
tlsrpt_report_reader_read_zip (TlsrptReportReader        *self,
                               const TlsrptReportContent *content)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TlsrptZip) zip = tlsrpt_zip_open (content->data, content->size, &error);
  const char *part_before = self->part;
  guint n_before = self->reports->len + self->faults->len;

  if (zip == NULL)
    {
      tlsrpt_report_reader_add_fault (self, g_steal_pointer (&error));
      return;
    }

  for (guint i = 0; i < tlsrpt_zip_get_n_entries (zip) && !self->is_spent; i++)
    {
      g_autofree char *name = tlsrpt_zip_dup_name (zip, i);

      if (name == NULL || tlsrpt_report_other_is_ignored (name))
        continue;

      self->part = name;
      if (charge (self, tlsrpt_zip_get_compressed_size (zip, i)))
        read_entry (self, zip, i);
      self->part = part_before;
    }

  if (self->reports->len + self->faults->len == n_before)
    {
      tlsrpt_error_set (&error, TLSRPT_ERROR_REPORT_NONE, TLSRPT_ERROR_FINAL, NULL,
                        _("The archive does not contain a report"));
      tlsrpt_report_reader_add_fault (self, g_steal_pointer (&error));
    }
}

void
tlsrpt_report_reader_read_base64 (TlsrptReportReader        *self,
                                  const TlsrptReportContent *content)
{
  GByteArray *expanded = self->expanded[self->level];
  int state = 0;
  guint save = 0;
  gsize size;

  if (!charge (self, content->size))
    return;

  g_byte_array_set_size (expanded, (guint) (content->size / 4 * 3 + 3));
  size = g_base64_decode_step ((const char *) content->data, content->size, expanded->data, &state,
                               &save);
  g_byte_array_set_size (expanded, (guint) size);
  read_expanded (self, expanded, 1u << TLSRPT_REPORT_NOTE_BASE64);
}

static void
part_cb (GByteArray *content,
         const char *name,
         gboolean    is_report,
         gpointer    user_data)
{
  TlsrptReportReader *self = user_data;
  const char *part_before = self->part;

  /* A signature beside what was signed hides nothing. */
  if (!is_report && self->seal == NULL && !g_str_has_suffix (name, ".p7s"))
    self->seal = tlsrpt_report_other_get_seal (content->data, content->len);

  /* The text for people, a signature, and a logo are no broken reports. */
  if (!is_report &&
      !(content->len > 0 && content->data[0] == '{') &&
      !tlsrpt_report_strip_text (content) &&
      !tlsrpt_report_is_base64 (content->data, content->len) &&
      !tlsrpt_gzip_recognise (content->data, content->len) &&
      !tlsrpt_zip_recognise (content->data, content->len) &&
      !tlsrpt_report_other_recognise (content->data, content->len, NULL))
    return;

  self->part = name;
  self->level++;
  tlsrpt_report_reader_read_array (self, content, 0);
  self->level--;
  self->part = part_before;
}

void
tlsrpt_report_reader_read_mail (TlsrptReportReader        *self,
                                const TlsrptReportContent *content)
{
  g_autoptr (GError) error = NULL;
  guint n_before = self->reports->len + self->faults->len;

  self->seal = NULL;
  if (!tlsrpt_report_mail_foreach (content->data, content->size, part_cb, self, &error))
    {
      tlsrpt_report_reader_add_fault (self, g_steal_pointer (&error));
    }
  else if (self->reports->len + self->faults->len == n_before)
    {
      if (self->seal != NULL)
        tlsrpt_error_set (&error, TLSRPT_ERROR_REPORT_WRAPPED, TLSRPT_ERROR_FINAL, NULL,
                          "%s", self->seal);
      else
        tlsrpt_error_set (&error, TLSRPT_ERROR_REPORT_NONE, TLSRPT_ERROR_FINAL, NULL,
                          _("The message does not contain a report"));
      tlsrpt_report_reader_add_fault (self, g_steal_pointer (&error));
    }
}
