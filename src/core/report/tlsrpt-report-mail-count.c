/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-report-mail-count.h"

#include "tlsrpt-error.h"
#include "tlsrpt-limits.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/*
 * What a message has in it, counted by its lines before anything is made of them.
 *
 * Where a header begins and ends shows only when the message is taken apart, so that lines
 * are treated alike wherever they are.
 */

/* Header fields that GMime parses although no report depends on them.  All of RFC 5322
 * section 3.6 that may hold a list of addresses; those of RFC 5322 section 3.6.6 begin
 * with “Resent-”. */
static const struct
{
  const char *name;
  gsize       length;
} address_fields[] = {
#define NAME(name) { name, sizeof name - 1 }
  NAME ("Bcc"),
  NAME ("Cc"),
  NAME ("From"),
  NAME ("Reply-To"),
  NAME ("Sender"),
  NAME ("To"),
#undef NAME
};

#define RESENT "Resent-"
#define CONTENT "Content-"

/**
 * tlsrpt_report_mail_get_name_length:
 * @line: a line
 * @length: its octets
 *
 * Finds the name of a header field.  White space before the colon is obsolete (RFC 5322
 * section 4.5) and accepted by GMime all the same.
 *
 * Returns: the length of what could be one, or 0
 */
gsize
tlsrpt_report_mail_get_name_length (const guint8 *line,
                                    gsize         length)
{
  gsize name = 0;
  gsize colon;

  while (name < length && line[name] != ':' && g_ascii_isgraph (line[name]))
    name++;

  for (colon = name; colon < length && tlsrpt_report_mail_is_blank (line[colon]); colon++)
    continue;

  return colon < length && line[colon] == ':' ? name : 0;
}

/* The first octets of a line, in whatever case; most are written as the RFC writes them. */
static inline gboolean
begins_with (const guint8 *line,
             const char   *text,
             gsize         length)
{
  return (line[0] | 0x20) == (text[0] | 0x20) &&
         (memcmp (line, text, length) == 0 ||
          g_ascii_strncasecmp ((const char *) line, text, length) == 0);
}

static gboolean
is_address_field (const guint8 *line,
                  gsize         name)
{
  if (name >= strlen (RESENT) && begins_with (line, RESENT, strlen (RESENT)))
    return TRUE;

  for (gsize i = 0; i < G_N_ELEMENTS (address_fields); i++)
    {
      if (name == address_fields[i].length && begins_with (line, address_fields[i].name, name))
        return TRUE;
    }

  return FALSE;
}

/* A line that begins a field, or none. */
static void
begin_field (TlsrptReportMailCount *self,
             const guint8          *line,
             gsize                  length)
{
  gsize name = tlsrpt_report_mail_get_name_length (line, length);

  self->n_fields += name > 0;
  self->field_parameters = 0;
  self->is_address = name > 0 && is_address_field (line, name);
  self->field = name > 0 && g_ascii_isalpha (line[0]) && !self->is_address ? length : 0;
  self->has_parameters = name >= strlen (CONTENT) &&
                         begins_with (line, CONTENT, strlen (CONTENT));
}

static void
count_parameters (TlsrptReportMailCount *self,
                  const guint8          *line,
                  gsize                  length)
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
check_limits (const TlsrptReportMailCount  *self,
              GError                      **error)
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

/**
 * tlsrpt_report_mail_count_init:
 * @self: the numbers
 *
 * Begins to count what is in a file.
 */
void
tlsrpt_report_mail_count_init (TlsrptReportMailCount *self)
{
  *self = (TlsrptReportMailCount) { .n_parts_left = TLSRPT_LIMIT_MAIL_PARTS };
}

/**
 * tlsrpt_report_mail_count_begin:
 * @self: the numbers
 *
 * Begins a message: nothing continues a field of another one.
 */
void
tlsrpt_report_mail_count_begin (TlsrptReportMailCount *self)
{
  begin_field (self, (const guint8 *) "", 0);
}

/**
 * tlsrpt_report_mail_count_line:
 * @self: the numbers
 * @line: the next line
 * @length: its octets, without its end
 *
 * Counts what is in a line.
 *
 * Returns: `FALSE` if that is too much
 */
gboolean
tlsrpt_report_mail_count_line (TlsrptReportMailCount  *self,
                               const guint8           *line,
                               gsize                   length,
                               GError                **error)
{
  if (length >= 2 && line[0] == '-' && line[1] == '-')
    self->n_boundaries++;

  /* It continues a field, if there is one whose length matters. */
  if (length > 0 && tlsrpt_report_mail_is_blank (line[0]))
    self->field += self->field > 0 ? length : 0;
  else
    begin_field (self, line, length);

  if (self->has_parameters)
    count_parameters (self, line, length);

  return check_limits (self, error);
}
