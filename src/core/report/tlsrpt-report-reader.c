/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-report-reader-private.h"

#include "tlsrpt-display.h"
#include "tlsrpt-error.h"
#include "tlsrpt-gzip.h"
#include "tlsrpt-json.h"
#include "tlsrpt-report-file.h"
#include "tlsrpt-report-mail.h"
#include "tlsrpt-report-other.h"
#include "tlsrpt-report-recognise.h"
#include "tlsrpt-zip.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/*
 * Octets to reports.  What data is shows in the data: senders and mail programs
 * give any name and any media type to it.  Containers may hold containers, a few
 * levels deep, and all that comes out of one file together is limited.
 */

/**
 * tlsrpt_report_reader_new:
 *
 * Creates a reader.  It keeps its memory from file to file, and the reports share
 * their strings.  One thread at a time may use it; the reports belong to all.
 *
 * Returns: (transfer full): the reader
 */
TlsrptReportReader *
tlsrpt_report_reader_new (void)
{
  TlsrptReportReader *self = g_new0 (TlsrptReportReader, 1);

  self->json = tlsrpt_report_json_new ();
  self->input = g_byte_array_new ();
  for (gsize i = 0; i < G_N_ELEMENTS (self->expanded); i++)
    self->expanded[i] = g_byte_array_new ();

  return self;
}

void
tlsrpt_report_reader_free (TlsrptReportReader *self)
{
  tlsrpt_report_json_free (self->json);
  g_byte_array_unref (self->input);
  for (gsize i = 0; i < G_N_ELEMENTS (self->expanded); i++)
    g_byte_array_unref (self->expanded[i]);
  g_free (self);
}

/* Adds a fault of the file, or of the attachment or entry of it that is being read.  It
 * takes the error. */
void
tlsrpt_report_reader_add_fault (TlsrptReportReader *self,
                                GError             *error)
{
  if (self->part != NULL && *self->part != '\0')
    {
      g_autofree char *part = tlsrpt_display_isolate (self->part, -1);

      /* Translators: %s is the name of a file inside a message or an archive; what is wrong
       * with it follows */
      g_prefix_error (&error, _("In “%s”: "), part);
    }

  g_ptr_array_add (self->faults, tlsrpt_report_fault_new (self->file, error));
}

/* Reads an array that is ours.  It may be gone afterwards. */
void
tlsrpt_report_reader_read_array (TlsrptReportReader *self,
                                 GByteArray         *array,
                                 guint               notes)
{
  gsize size = array->len;
  TlsrptReportContent content = { NULL, size, size + TLSRPT_JSON_PADDING, array };

  /* The parser of JSON looks a little further than the end; what it finds there makes no
   * difference, but has to be something. */
  g_byte_array_set_size (array, (guint) content.allocated);
  memset (array->data + size, 0, TLSRPT_JSON_PADDING);
  g_byte_array_set_size (array, (guint) size);
  content.data = array->data;

  tlsrpt_report_reader_read_content (self, &content, notes);
}

static void
refuse_unknown (const TlsrptReportContent  *content,
                GError                    **error)
{
  if (tlsrpt_report_is_utf16 (content->data, content->size))
    tlsrpt_error_set (error, TLSRPT_ERROR_ENCODING, TLSRPT_ERROR_FINAL, NULL,
                      _("The text is UTF-16; a report must be UTF-8"));
  else
    tlsrpt_error_set (error, TLSRPT_ERROR_REPORT, TLSRPT_ERROR_FINAL, NULL,
                      _("Not a TLS report, email message, or archive"));
}

static void
refuse (TlsrptReportReader        *self,
        const TlsrptReportContent *content)
{
  g_autoptr (GError) error = NULL;
  const char *seal = tlsrpt_report_other_get_seal (content->data, content->size);

  if (content->size == 0)
    tlsrpt_error_set (&error, TLSRPT_ERROR_EMPTY, TLSRPT_ERROR_FINAL, NULL,
                      _("The file is empty"));
  else if (seal != NULL)
    tlsrpt_error_set (&error, TLSRPT_ERROR_REPORT_WRAPPED, TLSRPT_ERROR_FINAL, NULL, "%s", seal);
  else if (!tlsrpt_report_other_recognise (content->data, content->size, &error))
    refuse_unknown (content, &error);

  tlsrpt_report_reader_add_fault (self, g_steal_pointer (&error));
}

void
tlsrpt_report_reader_read_content (TlsrptReportReader        *self,
                                   const TlsrptReportContent *content,
                                   guint                      notes)
{
  gsize begin;

  if (self->is_spent)
    return;

  if (tlsrpt_report_find_json (content->data, content->size, &begin))
    {
      if (begin > 0)
        notes |= 1u << TLSRPT_REPORT_NOTE_BYTE_ORDER_MARK;
      if (self->level == 0 && g_str_has_suffix (self->file, ".gz"))
        notes |= 1u << TLSRPT_REPORT_NOTE_NAME;

      tlsrpt_report_reader_read_json (self, content, begin, notes);
    }
  else if (self->level == TLSRPT_LIMIT_REPORT_NESTING)
    {
      g_autoptr (GError) error = NULL;

      tlsrpt_error_set (&error, TLSRPT_ERROR_NESTING, TLSRPT_ERROR_FINAL, NULL,
                        _("Archives and messages are nested too deeply"));
      tlsrpt_report_reader_add_fault (self, g_steal_pointer (&error));
    }
  else if (tlsrpt_gzip_recognise (content->data, content->size))
    {
      tlsrpt_report_reader_read_gzip (self, content, notes);
    }
  else if (tlsrpt_zip_recognise (content->data, content->size))
    {
      tlsrpt_report_reader_read_zip (self, content);
    }
  else if (tlsrpt_report_is_base64 (content->data, content->size))
    {
      tlsrpt_report_reader_read_base64 (self, content);
    }
  else if (!tlsrpt_report_is_utf16 (content->data, content->size) &&
           tlsrpt_report_mail_recognise (content->data, content->size))
    {
      tlsrpt_report_reader_read_mail (self, content);
    }
  else
    {
      refuse (self, content);
    }
}

static void
begin_file (TlsrptReportReader *self,
            const char         *file,
            GPtrArray          *reports,
            GPtrArray          *faults)
{
  self->file = file;
  self->part = NULL;
  self->reports = reports;
  self->faults = faults;
  self->n_left = TLSRPT_LIMIT_REPORT_OUTPUT;
  self->is_spent = FALSE;
  self->seal = NULL;
  self->level = 0;
  g_byte_array_set_size (self->input, 0);
}

/**
 * tlsrpt_report_reader_read_data:
 * @self: the reader
 * @file: the name of the file that the data comes from
 * @data: a report, or a message or an archive with reports
 * @size: the octets of @data, at most `TLSRPT_LIMIT_REPORT_FILE`
 * @allocated: how many octets can be read; with `TLSRPT_JSON_PADDING` more than @size
 *   JSON is not copied
 * @reports: (element-type TlsrptReport): where the reports are added
 * @faults: (element-type TlsrptReportFault): where the faults are added
 *
 * Reads reports.  There is at least one report or fault.
 */
void
tlsrpt_report_reader_read_data (TlsrptReportReader *self,
                                const char         *file,
                                const void         *data,
                                gsize               size,
                                gsize               allocated,
                                GPtrArray          *reports,
                                GPtrArray          *faults)
{
  const TlsrptReportContent content = { data, size, allocated, NULL };

  g_return_if_fail (size <= TLSRPT_LIMIT_REPORT_FILE && allocated >= size);

  begin_file (self, file, reports, faults);
  tlsrpt_report_reader_read_content (self, &content, 0);
}

/* Reads what was loaded, unless it could not be. */
static void
read_input (TlsrptReportReader *self,
            GError             *error)
{
  if (error == NULL)
    tlsrpt_report_reader_read_array (self, self->input, 0);
  else
    tlsrpt_report_reader_add_fault (self, error);
}

/**
 * tlsrpt_report_reader_read_file:
 * @self: the reader
 * @path: the path of a file
 * @reports: (element-type TlsrptReport): where the reports are added
 * @faults: (element-type TlsrptReportFault): where the faults are added
 *
 * Reads reports from a regular file.
 */
void
tlsrpt_report_reader_read_file (TlsrptReportReader *self,
                                const char         *path,
                                GPtrArray          *reports,
                                GPtrArray          *faults)
{
  g_autofree char *file = g_filename_display_name (path);
  GError *error = NULL;

  begin_file (self, file, reports, faults);
  tlsrpt_report_file_load (path, self->input, &error);
  read_input (self, error);
}
