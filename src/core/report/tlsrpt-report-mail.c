/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-report-mail.h"

#include "tlsrpt-error.h"
#include "tlsrpt-limits.h"
#include "tlsrpt-report-mail-count.h"
#include "tlsrpt-report-mail-scan.h"
#include "tlsrpt-report-mbox.h"

#include <glib/gi18n-lib.h>
#include <gmime/gmime.h>
#include <string.h>

/* GMime has no autoptr for these types. */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GMimeMessage, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GMimeParser, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GMimeStream, g_object_unref)

/* Digits of the length of a message. */
#define EMLX_DIGITS 10

/* The message in a file of Apple Mail (.emlx): its length stands on a line before it, and
 * a property list behind it. */
static gboolean
find_emlx (const guint8  **data,
           gsize          *size)
{
  gsize length = 0;
  gsize at = 0;

  while (at < *size && at < EMLX_DIGITS && g_ascii_isdigit ((*data)[at]))
    length = length * 10 + ((*data)[at++] - '0');
  if (at == 0)
    return FALSE;

  while (at < *size && (tlsrpt_report_mail_is_blank ((*data)[at]) || (*data)[at] == '\r'))
    at++;
  if (at == *size || (*data)[at] != '\n')
    return FALSE;

  at++;
  *data += at;
  *size = MIN (*size - at, length);

  return TRUE;
}

/**
 * tlsrpt_report_mail_recognise:
 * @data: some data
 * @size: its octets
 *
 * Tells whether data begins as a message does, or as a file of messages (mbox), or of
 * Apple Mail.
 *
 * Returns: `TRUE` if it does
 */
gboolean
tlsrpt_report_mail_recognise (const guint8 *data,
                              gsize         size)
{
  gsize name;

  if (tlsrpt_report_mbox_recognise (data, size))
    return TRUE;

  find_emlx (&data, &size);

  name = tlsrpt_report_mail_get_name_length (data, MIN (size, 100));
  if (name > 0 && data[name] != ':')
    return FALSE;

  for (gsize i = 0; i < name; i++)
    {
      if (!g_ascii_isalnum (data[i]) && data[i] != '-' && data[i] != '_')
        return FALSE;
    }

  return name > 0;
}

/* GMime builds objects for all parts and fields before anybody can count them: a
 * kilobyte for five octets.  It also reads all addresses, and descends into groups of
 * them until the stack ends.  So all that could become an object is counted beforehand,
 * and no address gets there.
 *
 * That lines are treated alike wherever they are harms no report: in base64 there is no
 * colon, and no line of JSON can begin with the name of such a field.  One that was
 * wrapped as quoted-printable could, within a string; it loses the line rather than that
 * a stranger finds a way around. */
static GByteArray *
strip (const guint8           *data,
       gsize                   size,
       TlsrptReportMailCount  *count,
       GError                **error)
{
  g_autoptr (GByteArray) kept = g_byte_array_sized_new ((guint) size);
  const guint8 *end = data + size;

  tlsrpt_report_mail_count_begin (count);

  while (data < end)
    {
      const guint8 *line_end = memchr (data, '\n', end - data);
      gsize length = (line_end != NULL ? line_end : end) - data;
      gsize with_end = length + (line_end != NULL);

      if (!tlsrpt_report_mail_count_line (count, data, length, error))
        return NULL;

      if (!count->is_address)
        g_byte_array_append (kept, data, (guint) with_end);

      data += with_end;
    }

  return g_steal_pointer (&kept);
}

static gboolean
is_report (GMimeObject *part,
           const char  *name)
{
  GMimeContentType *type = g_mime_object_get_content_type (part);
  const char *subtype = g_mime_content_type_get_media_subtype (type);

  return (g_mime_content_type_is_type (type, "application", "*") && subtype != NULL &&
          g_ascii_strncasecmp (subtype, "tlsrpt", strlen ("tlsrpt")) == 0) ||
         tlsrpt_report_mail_is_report_name (name);
}

static void
visit_part (GMimePart            *part,
            TlsrptReportMailFunc  func,
            gpointer              user_data)
{
  g_autoptr (GMimeStream) stream = g_mime_stream_mem_new ();
  GMimeDataWrapper *content = g_mime_part_get_content (part);
  const char *filename = g_mime_part_get_filename (part);
  g_autofree char *name = g_utf8_make_valid (filename != NULL ? filename : "", -1);

  if (content != NULL)
    g_mime_data_wrapper_write_to_stream (content, stream);

  func (g_mime_stream_mem_get_byte_array (GMIME_STREAM_MEM (stream)),
        name, is_report (GMIME_OBJECT (part), name), user_data);
}

static gboolean
visit_message (GMimeMessage          *message,
               TlsrptReportMailCount *count,
               TlsrptReportMailFunc   func,
               gpointer               user_data,
               GError               **error)
{
  GMimePartIter *iter = g_mime_part_iter_new (GMIME_OBJECT (message));

  for (gboolean more = g_mime_part_iter_is_valid (iter); more; more = g_mime_part_iter_next (iter))
    {
      GMimeObject *part = g_mime_part_iter_get_current (iter);

      if (!GMIME_IS_PART (part))
        continue;

      if (count->n_parts_left == 0)
        {
          g_mime_part_iter_free (iter);
          tlsrpt_error_set (error, TLSRPT_ERROR_TOO_MANY, TLSRPT_ERROR_FINAL, NULL,
                            /* Translators: %'d is a number of parts */
                            ngettext ("The message has more than %'d part",
                                      "The message has more than %'d parts",
                                      TLSRPT_LIMIT_MAIL_PARTS),
                            TLSRPT_LIMIT_MAIL_PARTS);
          return FALSE;
        }

      count->n_parts_left--;
      visit_part (GMIME_PART (part), func, user_data);
    }

  g_mime_part_iter_free (iter);

  return TRUE;
}

/* Reads a message of whatever shape. */
static gboolean
read_message (const guint8           *data,
              gsize                   size,
              TlsrptReportMailCount  *count,
              TlsrptReportMailFunc    func,
              gpointer                user_data,
              GError                **error)
{
  static gsize is_ready;
  g_autoptr (GByteArray) stripped = strip (data, size, count, error);
  g_autoptr (GMimeStream) stream = NULL;
  g_autoptr (GMimeParser) parser = NULL;
  g_autoptr (GMimeMessage) message = NULL;

  if (stripped == NULL)
    return FALSE;

  if (g_once_init_enter (&is_ready))
    {
      g_mime_init ();
      g_once_init_leave (&is_ready, 1);
    }

  stream = g_mime_stream_mem_new_with_byte_array (stripped);
  g_mime_stream_mem_set_owner (GMIME_STREAM_MEM (stream), FALSE);
  parser = g_mime_parser_new_with_stream (stream);
  message = g_mime_parser_construct_message (parser, NULL);

  return message == NULL || visit_message (message, count, func, user_data, error);
}

static gboolean
read_messages (const guint8          *data,
               gsize                  size,
               gboolean               may_scan,
               TlsrptReportMailFunc   func,
               gpointer               user_data,
               GError               **error)
{
  TlsrptReportMailCount count;
  TlsrptReportMbox mbox;
  const guint8 *message;
  gsize length;

  tlsrpt_report_mail_count_init (&count);
  find_emlx (&data, &size);

  /* GMime would begin another message at every line that begins with “From ”. */
  tlsrpt_report_mbox_init (&mbox, data, size);
  while (tlsrpt_report_mbox_next (&mbox, &message, &length))
    {
      if ((!may_scan || !tlsrpt_report_mail_scan (message, length, &count, func, user_data)) &&
          !read_message (message, length, &count, func, user_data, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * tlsrpt_report_mail_foreach:
 * @data: a message, or several in a file, as in a mailbox
 * @size: its octets
 * @func: (scope call): called for every part, also those of forwarded messages
 * @user_data: passed to @func
 *
 * Takes a message apart.
 *
 * Returns: `FALSE` if there is too much of it
 */
gboolean
tlsrpt_report_mail_foreach (const guint8          *data,
                            gsize                  size,
                            TlsrptReportMailFunc   func,
                            gpointer               user_data,
                            GError               **error)
{
  return read_messages (data, size, TRUE, func, user_data, error);
}

/**
 * tlsrpt_report_mail_foreach_slowly:
 * @data: a message, or several in a file, as in a mailbox
 * @size: its octets
 * @func: (scope call): called for every part, also those of forwarded messages
 * @user_data: passed to @func
 *
 * Takes a message apart, by GMime alone: what tests compare the other way with.
 *
 * Returns: `FALSE` if there is too much of it
 */
gboolean
tlsrpt_report_mail_foreach_slowly (const guint8          *data,
                                   gsize                  size,
                                   TlsrptReportMailFunc   func,
                                   gpointer               user_data,
                                   GError               **error)
{
  return read_messages (data, size, FALSE, func, user_data, error);
}
