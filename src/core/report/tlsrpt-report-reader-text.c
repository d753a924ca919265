/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-report-reader-private.h"

#include "tlsrpt-error.h"
#include "tlsrpt-json-texts.h"

#include <glib/gi18n-lib.h>

/* Text that is not kept for the next file, in octets. */
#define LARGE_TEXT (1024 * 1024)

/* Results for the texts in a file. */
typedef struct
{
  guint    n_texts;
  gboolean is_cut_off;
  guint    n_bad;
  /* Number of the first bad text, and its error */
  guint    first_bad;
  GError  *error;
} Texts;

static void
take_bad (Texts  *texts,
          GError *error)
{
  if (texts->n_bad++ == 0)
    {
      texts->first_bad = texts->n_texts;
      texts->error = error;
    }
  else
    {
      g_error_free (error);
    }
}

/* Reads the reports of the text that was parsed last. */
static void
read_values (TlsrptReportReader *self,
             guint               notes,
             Texts              *texts)
{
  TlsrptReport *report;
  GError *error = NULL;

  while (tlsrpt_report_json_next (self->json, self->file, notes, &report, &error))
    {
      if (texts->n_texts == TLSRPT_LIMIT_REPORT_TEXTS)
        {
          texts->is_cut_off = TRUE;
          g_clear_pointer (&report, tlsrpt_report_unref);
          g_clear_error (&error);
          return;
        }

      texts->n_texts++;
      if (report != NULL)
        g_ptr_array_add (self->reports, report);
      else
        take_bad (texts, g_steal_pointer (&error));
    }
}

/* Adds one fault for all that was no report: a file may be full of it. */
static void
tell_bad (TlsrptReportReader *self,
          Texts              *texts)
{
  g_autoptr (GError) error = NULL;

  if (texts->n_bad > 1 || (texts->n_bad == 1 && texts->n_texts > 1))
    /* Translators: %'u is the place of a report in a file with several; what is wrong with
     * it follows */
    g_prefix_error (&texts->error, _("Report %'u in this file: "), texts->first_bad);
  if (texts->n_bad > 0)
    tlsrpt_report_reader_add_fault (self, g_steal_pointer (&texts->error));

  if (texts->n_bad > 1)
    {
      tlsrpt_error_set (&error, TLSRPT_ERROR_REPORT, TLSRPT_ERROR_FINAL, NULL,
                        /* Translators: %'u is a number of reports */
                        ngettext ("%'u more report in this file cannot be read",
                                  "%'u more reports in this file cannot be read",
                                  texts->n_bad - 1),
                        texts->n_bad - 1);
      tlsrpt_report_reader_add_fault (self, g_steal_pointer (&error));
    }

  if (texts->is_cut_off)
    {
      tlsrpt_error_set (&error, TLSRPT_ERROR_TOO_MANY, TLSRPT_ERROR_FINAL, NULL,
                        /* Translators: %'d is a number of reports */
                        ngettext ("Only the first %'d report in this file was read",
                                  "Only the first %'d reports in this file were read",
                                  TLSRPT_LIMIT_REPORT_TEXTS),
                        TLSRPT_LIMIT_REPORT_TEXTS);
      tlsrpt_report_reader_add_fault (self, g_steal_pointer (&error));
    }
}

/* Reads texts that follow each other, if there are several.  One that is broken does
 * not hide those on other lines. */
static gboolean
read_texts (TlsrptReportReader        *self,
            const TlsrptReportContent *content,
            gsize                      begin,
            guint                      notes)
{
  const char *text = (const char *) content->data + begin;
  gsize length = content->size - begin;
  guint n_before = self->reports->len;
  Texts texts = { 0 };
  TlsrptJsonTexts iter;
  gsize text_begin;
  gsize text_end;

  tlsrpt_json_texts_init (&iter, text, length);
  while (!texts.is_cut_off && tlsrpt_json_texts_next (&iter, &text_begin, &text_end))
    {
      GError *error = NULL;

      if (tlsrpt_report_json_parse (self->json, text + text_begin, text_end - text_begin,
                                    content->allocated - begin - text_begin, &error))
        {
          read_values (self, notes, &texts);
        }
      else if (tlsrpt_json_texts_by_line (&iter, text_begin))
        {
          g_error_free (error);
        }
      else if (texts.n_texts == TLSRPT_LIMIT_REPORT_TEXTS)
        {
          texts.is_cut_off = TRUE;
          g_error_free (error);
        }
      else
        {
          texts.n_texts++;
          take_bad (&texts, error);
        }
    }

  if (self->reports->len == n_before)
    {
      g_clear_error (&texts.error);
      return FALSE;
    }

  tell_bad (self, &texts);

  return TRUE;
}

void
tlsrpt_report_reader_read_json (TlsrptReportReader        *self,
                                const TlsrptReportContent *content,
                                gsize                      begin,
                                guint                      notes)
{
  g_autoptr (GError) error = NULL;
  Texts texts = { 0 };

  if (!tlsrpt_report_json_parse (self->json,
                                 (const char *) content->data + begin, content->size - begin,
                                 content->allocated - begin, &error))
    {
      /* Several reports in several members are nothing unusual. */
      if (!read_texts (self, content, begin, notes & ~(1u << TLSRPT_REPORT_NOTE_MEMBERS)))
        tlsrpt_report_reader_add_fault (self, g_steal_pointer (&error));
      return;
    }

  /* What was parsed takes more memory than the text, and what is made of it some
   * more: a large text has to go. */
  if (content->array != NULL && content->size >= LARGE_TEXT)
    g_free (g_byte_array_steal (content->array, NULL));

  read_values (self, notes, &texts);
  tell_bad (self, &texts);
}
