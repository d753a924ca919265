/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-report-mail-field.h"

#include <string.h>

/*
 * The fields of a header that tell what the content is (RFC 2045, RFC 2183), in the simple
 * form that senders of reports write.  All else is refused: comments, encoded words,
 * parameters in pieces, escaped characters, whatever is given twice.
 */

#define LONGEST_BOUNDARY 70

static const struct
{
  const char           *type;
  TlsrptReportMailKind  kind;
} kinds[] = {
  { "application/tlsrpt+gzip", TLSRPT_REPORT_MAIL_REPORT },
  { "application/tlsrpt+json", TLSRPT_REPORT_MAIL_REPORT },
  { "multipart/report", TLSRPT_REPORT_MAIL_PARTS },
  { "text/plain", TLSRPT_REPORT_MAIL_TEXT },
};

/**
 * tlsrpt_report_mail_span_equal:
 * @span: octets of a message
 * @text: ASCII
 *
 * Returns: whether they are the same, in whatever case
 */
gboolean
tlsrpt_report_mail_span_equal (TlsrptReportMailSpan  span,
                               const char           *text)
{
  gsize length = strlen (text);

  /* Most are written as the RFC writes them. */
  return (gsize) (span.end - span.at) == length &&
         (memcmp (span.at, text, length) == 0 ||
          g_ascii_strncasecmp ((const char *) span.at, text, length) == 0);
}

static gboolean
is_empty (const TlsrptReportMailSpan *span)
{
  return span->at == span->end;
}

static gboolean
is_blank_or_end (guint8 c)
{
  return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

static void
skip_blanks (TlsrptReportMailSpan *rest)
{
  while (!is_empty (rest) && is_blank_or_end (*rest->at))
    rest->at++;
}

/* Characters of a token (RFC 2045 section 5.1) that mean nothing else to anybody. */
static gboolean
is_token_char (guint8 c)
{
  static const gboolean is_other[256] = {
    ['!'] = TRUE, ['#'] = TRUE, ['$'] = TRUE, ['&'] = TRUE, ['+'] = TRUE, ['-'] = TRUE, ['.'] = TRUE,
    ['^'] = TRUE, ['_'] = TRUE, ['~'] = TRUE,
  };

  return g_ascii_isalnum (c) || is_other[c];
}

static gboolean
take_token (TlsrptReportMailSpan *rest,
            TlsrptReportMailSpan *token)
{
  token->at = rest->at;
  while (!is_empty (rest) && is_token_char (*rest->at))
    rest->at++;
  token->end = rest->at;

  return !is_empty (token);
}

/* Behind the quotation mark.  In an encoded word (RFC 2047) “=?” comes first. */
static gboolean
take_quoted (TlsrptReportMailSpan *rest,
             TlsrptReportMailSpan *value)
{
  value->at = rest->at;
  for (; !is_empty (rest) && *rest->at != '"'; rest->at++)
    {
      if (!g_ascii_isprint (*rest->at) || *rest->at == '\\' ||
          (*rest->at == '?' && rest->at > value->at && rest->at[-1] == '='))
        return FALSE;
    }
  value->end = rest->at;

  if (is_empty (rest) || is_empty (value) || *value->at == ' ' || value->end[-1] == ' ')
    return FALSE;
  rest->at++;

  return TRUE;
}

/* Takes “; name=value”. */
static gboolean
take_parameter (TlsrptReportMailSpan *rest,
                TlsrptReportMailSpan *name,
                TlsrptReportMailSpan *value)
{
  if (*rest->at != ';')
    return FALSE;
  rest->at++;
  skip_blanks (rest);

  if (!take_token (rest, name) || is_empty (rest) || *rest->at != '=')
    return FALSE;
  rest->at++;

  if (is_empty (rest))
    return FALSE;
  if (*rest->at != '"')
    return take_token (rest, value);
  rest->at++;

  return take_quoted (rest, value);
}

/* Takes all parameters; those with the names are kept. */
static gboolean
take_parameters (TlsrptReportMailSpan *rest,
                 const char           *name,
                 TlsrptReportMailSpan *value,
                 const char           *other_name,
                 TlsrptReportMailSpan *other_value)
{
  for (skip_blanks (rest); !is_empty (rest); skip_blanks (rest))
    {
      TlsrptReportMailSpan given;
      TlsrptReportMailSpan given_value;
      TlsrptReportMailSpan *kept = NULL;

      if (!take_parameter (rest, &given, &given_value))
        return FALSE;

      if (tlsrpt_report_mail_span_equal (given, name))
        kept = value;
      else if (other_name != NULL && tlsrpt_report_mail_span_equal (given, other_name))
        kept = other_value;

      if (kept != NULL && kept->at != NULL)
        return FALSE;
      if (kept != NULL)
        *kept = given_value;
    }

  return TRUE;
}

static gboolean
take_type (TlsrptReportMailHeader *self,
           TlsrptReportMailSpan    rest)
{
  TlsrptReportMailSpan type;
  TlsrptReportMailSpan subtype;

  if (self->kind != TLSRPT_REPORT_MAIL_OTHER || !take_token (&rest, &type) || is_empty (&rest) ||
      *rest.at != '/')
    return FALSE;
  rest.at++;
  if (!take_token (&rest, &subtype))
    return FALSE;

  type.end = subtype.end;
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      if (tlsrpt_report_mail_span_equal (type, kinds[i].type))
        self->kind = kinds[i].kind;
    }

  return self->kind != TLSRPT_REPORT_MAIL_OTHER &&
         take_parameters (&rest, "boundary", &self->boundary, "name", &self->name) &&
         self->boundary.end - self->boundary.at <= LONGEST_BOUNDARY;
}

static gboolean
take_encoding (TlsrptReportMailHeader *self,
               TlsrptReportMailSpan    rest)
{
  TlsrptReportMailSpan encoding;

  if (self->has_encoding || !take_token (&rest, &encoding))
    return FALSE;
  skip_blanks (&rest);

  self->has_encoding = TRUE;
  self->is_base64 = tlsrpt_report_mail_span_equal (encoding, "base64");

  return is_empty (&rest) &&
         (self->is_base64 || tlsrpt_report_mail_span_equal (encoding, "7bit") ||
          tlsrpt_report_mail_span_equal (encoding, "8bit"));
}

static gboolean
take_disposition (TlsrptReportMailHeader *self,
                  TlsrptReportMailSpan    rest)
{
  TlsrptReportMailSpan disposition;

  if (self->has_disposition || !take_token (&rest, &disposition))
    return FALSE;

  self->has_disposition = TRUE;

  return take_parameters (&rest, "filename", &self->filename, NULL, NULL);
}

/**
 * tlsrpt_report_mail_header_take:
 * @self: the header
 * @name: the name of a field
 * @value: its value, with the ends of its lines
 *
 * Takes a field of the header.
 *
 * Returns: `FALSE` if it is not of the simple form
 */
gboolean
tlsrpt_report_mail_header_take (TlsrptReportMailHeader *self,
                                TlsrptReportMailSpan    name,
                                TlsrptReportMailSpan    value)
{
  if ((*name.at | 0x20) != 'c')
    return TRUE;

  skip_blanks (&value);

  if (tlsrpt_report_mail_span_equal (name, "Content-Type"))
    return take_type (self, value);
  if (tlsrpt_report_mail_span_equal (name, "Content-Transfer-Encoding"))
    return take_encoding (self, value);
  if (tlsrpt_report_mail_span_equal (name, "Content-Disposition"))
    return take_disposition (self, value);

  return TRUE;
}
