/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-lint.h"

#include "tlsrpt-grammar-private.h"
#include "tlsrpt-limits.h"

#include <glib/gi18n-lib.h>

/* Findings on how senders treat a grammatical record, from their sources or from running them. */

static gsize
span_end (TlsrptSpan span)
{
  return span.offset + span.length;
}

static void
add_span (TlsrptGrammar     *grammar,
          TlsrptFindingCode  code,
          TlsrptSpan         span)
{
  tlsrpt_grammar_add (grammar, code, span.offset, span.length);
}

/* Scheme and host have no case; a local part and a path have. */
static gboolean
same_destination (const char      *text,
                  const TlsrptUri *uri,
                  const TlsrptUri *other)
{
  const char *uri_text = text + uri->span.offset;
  const char *other_text = text + other->span.offset;
  gsize start = uri->path.offset - uri->span.offset;
  gsize end = uri->span.length;

  if (end != other->span.length || start != other->path.offset - other->span.offset ||
      g_ascii_strncasecmp (uri_text, other_text, end) != 0)
    return FALSE;

  if (uri->scheme == TLSRPT_SCHEME_MAILTO)
    {
      while (end > start && uri_text[end - 1] != '@')
        end--;
    }

  return memcmp (uri_text + start, other_text + start, end - start) == 0;
}

/* Whether DNS may have a host by this name: one of several labels, the last of which
 * is no number (RFC 3696 section 2). */
static gboolean
is_full_name (const char *text,
              gsize       length)
{
  gsize label = 0;
  gsize n_digits = 0;

  if (length > 0 && text[length - 1] == '.')
    length--;

  for (gsize i = 0; i < length; i++)
    {
      if (g_ascii_isalpha (text[i]))
        continue;

      if (text[i] == '.')
        {
          label = i + 1;
          n_digits = 0;
        }
      else if (g_ascii_isdigit (text[i]))
        n_digits++;
      else if (text[i] != '-' && text[i] != '_')
        return FALSE;
    }

  return label > 0 && n_digits < length - label;
}

static void
lint_host (TlsrptGrammar *grammar,
           TlsrptSpan     host)
{
  if (!is_full_name (grammar->text + host.offset, host.length))
    add_span (grammar, TLSRPT_FINDING_HOST_NAME, host);
}

/* What stands behind the last “@” of an address. */
static TlsrptSpan
find_mail_host (const char *text,
                TlsrptSpan  path)
{
  const char *end = text + span_end (path);
  const char *host = text + path.offset;

  for (const char *at = memchr (host, '@', path.length); at != NULL;
       at = memchr (host, '@', (gsize) (end - host)))
    host = at + 1;

  return (TlsrptSpan) { (gsize) (host - text), (gsize) (end - host) };
}

static void
lint_mailto (TlsrptGrammar   *grammar,
             const TlsrptUri *uri)
{
  const char *text = grammar->text;

  if (!uri->usable)
    add_span (grammar, TLSRPT_FINDING_MAILTO_ADDRESS, uri->span);
  else if (memchr (text + uri->path.offset, '%', uri->path.length) != NULL)
    add_span (grammar, TLSRPT_FINDING_ENCODED_LOCAL_PART, uri->path);

  if (uri->usable)
    lint_host (grammar, find_mail_host (text, uri->path));

  if (uri->query.offset != 0 || uri->fragment.offset != 0)
    tlsrpt_grammar_add (grammar, TLSRPT_FINDING_MAILTO_QUERY,
                        span_end (uri->path), span_end (uri->span) - span_end (uri->path));
}

static gboolean
is_ip_address (const char *text,
               TlsrptSpan  host)
{
  gsize n_dots = 0;

  if (host.length > 0 && text[host.offset] == '[')
    return TRUE;

  for (gsize i = 0; i < host.length; i++)
    {
      if (text[host.offset + i] == '.')
        n_dots++;
      else if (!g_ascii_isdigit (text[host.offset + i]))
        return FALSE;
    }

  return n_dots == 3;
}

static void
lint_https (TlsrptGrammar   *grammar,
            const TlsrptUri *uri)
{
  const char *text = grammar->text;
  const char *equals;
  gsize after_host = uri->path.offset;

  if (uri->user_info.offset != 0)
    add_span (grammar, TLSRPT_FINDING_URL_USER_INFO, uri->user_info);

  if (uri->host.length == 0)
    add_span (grammar, TLSRPT_FINDING_URL_HOST, uri->span);
  else if (is_ip_address (text, uri->host))
    add_span (grammar, TLSRPT_FINDING_URL_IP_ADDRESS, uri->host);
  else
    lint_host (grammar, uri->host);

  if (!tlsrpt_uri_has_usable_port (text, uri->port))
    add_span (grammar, TLSRPT_FINDING_URL_PORT_RANGE, uri->port);
  else if (uri->port.length > 0 &&
           (uri->port.length != 3 || memcmp (text + uri->port.offset, "443", 3) != 0))
    add_span (grammar, TLSRPT_FINDING_URL_PORT, uri->port);

  equals = memchr (text + after_host, '=', span_end (uri->span) - after_host);
  if (equals != NULL)
    tlsrpt_grammar_add (grammar, TLSRPT_FINDING_URL_EQUALS_SIGN, equals - text, 1);

  if (uri->fragment.offset != 0)
    tlsrpt_grammar_add (grammar, TLSRPT_FINDING_URL_FRAGMENT,
                        uri->fragment.offset - 1, uri->fragment.length + 1);
}

static void
lint_uri (TlsrptGrammar   *grammar,
          const TlsrptUri *uri)
{
  const char *scheme;

  switch (uri->scheme)
    {
    case TLSRPT_SCHEME_MAILTO:
      lint_mailto (grammar, uri);
      scheme = "mailto";
      break;

    case TLSRPT_SCHEME_HTTPS:
      lint_https (grammar, uri);
      scheme = "https";
      break;

    case TLSRPT_SCHEME_HTTP:
      add_span (grammar, TLSRPT_FINDING_HTTP, uri->span);
      return;

    case TLSRPT_SCHEME_OTHER:
    default:
      add_span (grammar, TLSRPT_FINDING_UNSUPPORTED_SCHEME, uri->span);
      return;
    }

  /* It is the same but for its case. */
  if (memcmp (grammar->text + uri->span.offset, scheme, uri->scheme_length) != 0)
    tlsrpt_grammar_add (grammar, TLSRPT_FINDING_SCHEME_CASE,
                        uri->span.offset, uri->scheme_length);
}

/* White space around the comma between two destinations. */
static void
lint_comma (TlsrptGrammar   *grammar,
            const TlsrptUri *before,
            const TlsrptUri *after)
{
  gsize start = span_end (before->span);
  gsize end = after->span.offset;
  gsize comma = start;

  while (tlsrpt_grammar_is_white_space (grammar->text[comma]))
    comma++;

  /* A destination between them that is not grammatical. */
  for (gsize i = comma + 1; i < end; i++)
    {
      if (!tlsrpt_grammar_is_white_space (grammar->text[i]))
        return;
    }

  if (comma > start)
    tlsrpt_grammar_add (grammar, TLSRPT_FINDING_SPACE_BEFORE_COMMA, start, comma - start);

  if (end > comma + 1)
    tlsrpt_grammar_add (grammar, TLSRPT_FINDING_SPACE_AFTER_COMMA, comma + 1, end - comma - 1);
}

static void
lint_fields (TlsrptGrammar *grammar)
{
  gboolean seen_rua = FALSE;
  gboolean has_rua = FALSE;

  for (gsize i = 0; i < grammar->n_fields; i++)
    has_rua |= grammar->fields[i].is_rua;

  for (gsize i = 0; i < grammar->n_fields; i++)
    {
      const TlsrptGrammarField *field = &grammar->fields[i];

      if (!field->is_rua)
        {
          if (field->name.length == 3 &&
              g_ascii_strncasecmp (grammar->text + field->name.offset, "rua", 3) == 0)
            add_span (grammar, TLSRPT_FINDING_RUA_CASE, field->name);
          else if (seen_rua || !has_rua)
            add_span (grammar, TLSRPT_FINDING_EXTENSION, field->span);

          if (!seen_rua && has_rua)
            add_span (grammar, TLSRPT_FINDING_EXTENSION_BEFORE_RUA, field->span);

          continue;
        }

      if (seen_rua)
        add_span (grammar, TLSRPT_FINDING_SEVERAL_RUA, field->name);

      seen_rua = TRUE;

      for (gsize j = field->first_uri; j < field->first_uri + field->n_uris; j++)
        {
          if (j > field->first_uri)
            lint_comma (grammar, &grammar->uris[j - 1], &grammar->uris[j]);

          lint_uri (grammar, &grammar->uris[j]);
        }
    }
}

static void
lint_destinations (TlsrptGrammar *grammar)
{
  gboolean has_mailto = FALSE;

  /* Far more than the limit come from no person; comparing each with each would
   * take long. */
  for (gsize i = 0; i < MIN (grammar->n_uris, TLSRPT_LIMIT_DESTINATIONS); i++)
    {
      for (gsize j = 0; j < i; j++)
        {
          if (same_destination (grammar->text, &grammar->uris[j], &grammar->uris[i]))
            {
              add_span (grammar, TLSRPT_FINDING_DUPLICATE_DESTINATION, grammar->uris[i].span);
              break;
            }
        }
    }

  if (!grammar->valid)
    return;

  for (gsize i = 0; i < grammar->n_uris; i++)
    has_mailto |= grammar->uris[i].usable && grammar->uris[i].scheme == TLSRPT_SCHEME_MAILTO;

  if (!grammar->usable)
    add_span (grammar, TLSRPT_FINDING_NO_USABLE_DESTINATION, grammar->uris[0].span);
  else if (!has_mailto)
    add_span (grammar, TLSRPT_FINDING_NO_MAIL_ADDRESS, grammar->uris[0].span);

  if (grammar->n_uris > TLSRPT_LIMIT_DESTINATIONS)
    add_span (grammar, TLSRPT_FINDING_MANY_DESTINATIONS,
              grammar->uris[TLSRPT_LIMIT_DESTINATIONS].span);
  else if (grammar->n_uris > 1)
    add_span (grammar, TLSRPT_FINDING_SEVERAL_DESTINATIONS, grammar->uris[1].span);
}

static void
lint_length (TlsrptGrammar *grammar)
{
  static const struct
  {
    gsize              limit;
    TlsrptFindingCode  code;
  } limits[] = {
    { TLSRPT_LIMIT_VALUE, TLSRPT_FINDING_VALUE_TOO_LONG },
    { TLSRPT_LIMIT_VALUE_UDP, TLSRPT_FINDING_VALUE_OVER_UDP },
    { TLSRPT_LIMIT_TXT_STRING, TLSRPT_FINDING_VALUE_OVER_STRING },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (limits); i++)
    {
      if (grammar->length > limits[i].limit)
        {
          tlsrpt_grammar_add (grammar, limits[i].code,
                              limits[i].limit, grammar->length - limits[i].limit);
          return;
        }
    }
}

static void
lint_version (TlsrptGrammar *grammar)
{
  gsize start = strlen (TLSRPT_VERSION);
  gsize end = start;

  /* There are fields, so there is a semicolon. */
  while (tlsrpt_grammar_is_white_space (grammar->text[end]))
    end++;

  if (end > start)
    tlsrpt_grammar_add (grammar, TLSRPT_FINDING_SPACE_BEFORE_FIRST_SEMICOLON, start, end - start);
}

/**
 * tlsrpt_grammar_lint:
 * @grammar: a parser
 * @text: octets of any kind; they must stay where they are while @grammar is used
 * @length: octets of @text, or -1 if a NUL ends it
 *
 * Parses @text and judges it: to the errors of the grammar come warnings and notes
 * about what senders do with it.
 */
void
tlsrpt_grammar_lint (TlsrptGrammar *grammar,
                     const char    *text,
                     gssize         length)
{
  tlsrpt_grammar_parse (grammar, text, length);

  if (grammar->n_fields == 0)
    return;

  if (grammar->valid)
    lint_version (grammar);

  lint_fields (grammar);
  lint_destinations (grammar);

  if (grammar->valid)
    lint_length (grammar);
}

/**
 * tlsrpt_lint_get_verdict:
 * @grammar: a parser that has judged a record
 *
 * Sums up what was found, for people.
 *
 * Returns: a translated sentence
 */
const char *
tlsrpt_lint_get_verdict (const TlsrptGrammar *grammar)
{
  for (gsize i = 0; i < grammar->n_findings && !grammar->valid; i++)
    {
      if (grammar->findings[i].code == TLSRPT_FINDING_WRONG_NAME ||
          grammar->findings[i].code == TLSRPT_FINDING_DOUBLED_NAME)
        return _("The record is at a name where no sender looks for it.");
    }

  if (!grammar->valid)
    return _("This is not a valid TLS-RPT record.");

  if (!grammar->usable)
    return _("The record is valid, but no sender can report to it.");

  if (tlsrpt_grammar_get_severity (grammar) == TLSRPT_SEVERITY_WARNING)
    return _("The record is valid, but not all senders understand it.");

  return _("The record is valid.");
}
