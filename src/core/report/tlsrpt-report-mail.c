/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-report-mail.h"

#include "tlsrpt-error.h"
#include "tlsrpt-limits.h"
#include "tlsrpt-report-mbox.h"
#include "tlsrpt-text.h"

#include <glib/gi18n-lib.h>
#include <gmime/gmime.h>
#include <string.h>

/* GMime has no autoptr for these types. */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GMimeMessage, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GMimeParser, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GMimeStream, g_object_unref)

/* Header fields that GMime parses although no report depends on them.  All of RFC 5322
 * section 3.6 that may hold a list of addresses; those of RFC 5322 section 3.6.6 begin
 * with “Resent-”. */
static const char *const address_fields[] = {
  "Bcc",
  "Cc",
  "From",
  "Reply-To",
  "Sender",
  "To",
};

#define RESENT "Resent-"
#define CONTENT "Content-"

/* Digits of the length of a message. */
#define EMLX_DIGITS 10

static gboolean
is_blank (guint8 c)
{
  return c == ' ' || c == '\t';
}

/* The length of what could be the name of a header field, or 0.  White space before the
 * colon is obsolete (RFC 5322 section 4.5) and accepted by GMime all the same. */
static gsize
get_field_name_length (const guint8 *line,
                       gsize         length)
{
  gsize name = 0;
  gsize colon;

  while (name < length && line[name] != ':' && g_ascii_isgraph (line[name]))
    name++;

  for (colon = name; colon < length && is_blank (line[colon]); colon++)
    continue;

  return colon < length && line[colon] == ':' ? name : 0;
}

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

  while (at < *size && (is_blank ((*data)[at]) || (*data)[at] == '\r'))
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

  name = get_field_name_length (data, MIN (size, 100));
  if (name > 0 && data[name] != ':')
    return FALSE;

  for (gsize i = 0; i < name; i++)
    {
      if (!g_ascii_isalnum (data[i]) && data[i] != '-' && data[i] != '_')
        return FALSE;
    }

  return name > 0;
}

static gboolean
is_address_field (const char *line,
                  gsize       name)
{
  if (name >= strlen (RESENT) && tlsrpt_text_has_prefix (line, RESENT))
    return TRUE;

  for (gsize i = 0; i < G_N_ELEMENTS (address_fields); i++)
    {
      if (name == strlen (address_fields[i]) && tlsrpt_text_has_prefix (line, address_fields[i]))
        return TRUE;
    }

  return FALSE;
}

/* Numbers of parts and parameters that would become GMime objects, and the field being read.
 * The numbers are those of a whole file: a hundred messages take as long as one with as much. */
typedef struct
{
  guint    n_parts_left;
  gsize    n_boundaries;
  gsize    n_fields;
  gsize    n_parameters;

  gsize    field;
  gsize    field_parameters;
  gboolean is_address;
  gboolean has_parameters;
} Structure;

/* A line that begins a field, or none. */
static void
begin_field (Structure    *self,
             const guint8 *line,
             gsize         length)
{
  gsize name = get_field_name_length (line, length);

  self->n_fields += name > 0;
  self->field_parameters = 0;
  self->is_address = name > 0 && is_address_field ((const char *) line, name);
  self->field = name > 0 && g_ascii_isalpha (line[0]) && !self->is_address ? length : 0;
  self->has_parameters = name >= strlen (CONTENT) &&
                         tlsrpt_text_has_prefix ((const char *) line, CONTENT);
}

static void
count_parameters (Structure    *self,
                  const guint8 *line,
                  gsize         length)
{
  for (gsize i = 0; i < length; i++)
    {
      if (line[i] == ';')
        {
          self->field_parameters++;
          self->n_parameters++;
        }
    }
}

static gboolean
check_limits (const Structure  *self,
              GError          **error)
{
  if (self->n_boundaries > TLSRPT_LIMIT_MAIL_BOUNDARIES ||
      self->n_fields > TLSRPT_LIMIT_MAIL_FIELDS ||
      self->field_parameters > TLSRPT_LIMIT_MAIL_PARAMETERS ||
      self->n_parameters > TLSRPT_LIMIT_MAIL_ALL_PARAMETERS)
    {
      tlsrpt_error_set (error, TLSRPT_ERROR_TOO_MANY, TLSRPT_ERROR_FINAL, NULL,
                        _("The message has too many parts or header fields"));
      return FALSE;
    }

  if (self->field > TLSRPT_LIMIT_MAIL_FIELD)
    {
      tlsrpt_error_set (error, TLSRPT_ERROR_TOO_LONG, TLSRPT_ERROR_FINAL, NULL,
                        _("The message has a header field that is too long"));
      return FALSE;
    }

  return TRUE;
}

/* GMime builds objects for all parts and fields before anybody can count them: a
 * kilobyte for five octets.  It also reads all addresses, and descends into groups of
 * them until the stack ends.  So all that could become an object is counted beforehand,
 * and no address gets there.
 *
 * Where a header begins and ends shows only when the message is taken apart, so that
 * lines are treated alike wherever they are.  That harms no report: in base64 there is no
 * colon, and no line of JSON can begin with the name of such a field.  One that was
 * wrapped as quoted-printable could, within a string; it loses the line rather than that
 * a stranger finds a way around. */
static GByteArray *
strip (const guint8  *data,
       gsize          size,
       Structure     *structure,
       GError       **error)
{
  g_autoptr (GByteArray) kept = g_byte_array_sized_new ((guint) size);
  const guint8 *end = data + size;

  /* Nothing continues a field of another message. */
  begin_field (structure, data, 0);

  while (data < end)
    {
      const guint8 *line_end = memchr (data, '\n', end - data);
      gsize length = (line_end != NULL ? line_end : end) - data;
      gsize with_end = length + (line_end != NULL);

      if (length >= 2 && data[0] == '-' && data[1] == '-')
        structure->n_boundaries++;

      /* It continues a field, if there is one whose length matters. */
      if (length > 0 && is_blank (data[0]))
        structure->field += structure->field > 0 ? length : 0;
      else
        begin_field (structure, data, length);

      if (structure->has_parameters)
        count_parameters (structure, data, length);

      if (!check_limits (structure, error))
        return NULL;

      if (!structure->is_address)
        g_byte_array_append (kept, data, (guint) with_end);

      data += with_end;
    }

  return g_steal_pointer (&kept);
}

/* RFC 8460 section 5.3 names the two types.  Others were seen: the type alone, what
 * mail programs make of a file, and names that say more than the type does. */
static gboolean
is_report (GMimeObject *part,
           const char  *name)
{
  static const char *const suffixes[] = { ".json", ".gz", ".zip" };
  GMimeContentType *type = g_mime_object_get_content_type (part);
  const char *subtype = g_mime_content_type_get_media_subtype (type);

  if (g_mime_content_type_is_type (type, "application", "*") && subtype != NULL &&
      g_ascii_strncasecmp (subtype, "tlsrpt", strlen ("tlsrpt")) == 0)
    return TRUE;

  for (gsize i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      gsize length = strlen (suffixes[i]);
      gsize name_length = strlen (name);

      if (name_length >= length &&
          g_ascii_strcasecmp (name + name_length - length, suffixes[i]) == 0)
        return TRUE;
    }

  return FALSE;
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
               Structure             *structure,
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

      if (structure->n_parts_left == 0)
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

      structure->n_parts_left--;
      visit_part (GMIME_PART (part), func, user_data);
    }

  g_mime_part_iter_free (iter);

  return TRUE;
}

static gboolean
read_message (const guint8          *data,
              gsize                  size,
              Structure             *structure,
              TlsrptReportMailFunc   func,
              gpointer               user_data,
              GError               **error)
{
  g_autoptr (GByteArray) stripped = strip (data, size, structure, error);
  g_autoptr (GMimeStream) stream = NULL;
  g_autoptr (GMimeParser) parser = NULL;
  g_autoptr (GMimeMessage) message = NULL;

  if (stripped == NULL)
    return FALSE;

  stream = g_mime_stream_mem_new_with_byte_array (stripped);
  g_mime_stream_mem_set_owner (GMIME_STREAM_MEM (stream), FALSE);
  parser = g_mime_parser_new_with_stream (stream);
  message = g_mime_parser_construct_message (parser, NULL);

  return message == NULL || visit_message (message, structure, func, user_data, error);
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
  static gsize is_ready;
  Structure structure = { .n_parts_left = TLSRPT_LIMIT_MAIL_PARTS };
  TlsrptReportMbox mbox;
  const guint8 *message;
  gsize length;

  if (g_once_init_enter (&is_ready))
    {
      g_mime_init ();
      g_once_init_leave (&is_ready, 1);
    }

  find_emlx (&data, &size);

  /* GMime would begin another message at every line that begins with “From ”. */
  tlsrpt_report_mbox_init (&mbox, data, size);
  while (tlsrpt_report_mbox_next (&mbox, &message, &length))
    {
      if (!read_message (message, length, &structure, func, user_data, error))
        return FALSE;
    }

  return TRUE;
}
