/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-grammar-private.h"

/* The end of the list item, or of the field if @delimiter is not a comma. */
gsize
tlsrpt_grammar_find_field_end (const TlsrptGrammar *grammar,
                               gsize                at,
                               char                 delimiter)
{
  while (at < grammar->length && grammar->text[at] != ';' && grammar->text[at] != delimiter)
    at++;

  return at;
}

/* Whether no part of a record can contain the character. */
static gboolean
is_foreign (char               c,
            TlsrptFindingCode *code)
{
  if ((guint8) c >= 0x80)
    *code = TLSRPT_FINDING_NON_ASCII;
  else if (g_ascii_iscntrl (c) && c != '\t')
    *code = TLSRPT_FINDING_CONTROL_CHARACTER;
  else
    return FALSE;

  return TRUE;
}

/* Fails at @at if no part of a record can hold the character there. */
static gboolean
fail_at_foreign_character (TlsrptGrammar *grammar,
                           gsize          at)
{
  const char *text = grammar->text;
  TlsrptFindingCode code;
  gsize end = at + 1;

  if (!is_foreign (text[at], &code))
    return FALSE;

  /* All octets of a UTF-8 character. */
  while (end < grammar->length && ((guint8) text[end] & 0xc0) == 0x80)
    end++;

  tlsrpt_grammar_fail (grammar, code, at, end - at);

  return TRUE;
}

static gboolean
fail_at_foreign (TlsrptGrammar *grammar,
                 TlsrptRange    range)
{
  for (gsize i = range.start; i < range.end; i++)
    {
      if (fail_at_foreign_character (grammar, i))
        return TRUE;
    }

  return FALSE;
}

/* Fails at the first foreign character of @range, or else with @code at all of it. */
void
tlsrpt_grammar_fail_at_range (TlsrptGrammar     *grammar,
                              TlsrptFindingCode  code,
                              TlsrptRange        range)
{
  if (!fail_at_foreign (grammar, range))
    tlsrpt_grammar_fail (grammar, code, range.start, range.end - range.start);
}

static void
diagnose_extension_name (TlsrptGrammar *grammar,
                         TlsrptRange    name,
                         gsize          equals)
{
  gsize at = tlsrpt_grammar_skip_extension_name (grammar->text, name.start, name.end);

  if (name.start == name.end)
    tlsrpt_grammar_fail (grammar, TLSRPT_FINDING_EXTENSION_NAME, equals, 1);
  else if (at == name.end)
    return;
  else if (at - name.start == TLSRPT_EXTENSION_NAME_LENGTH)
    tlsrpt_grammar_fail_at_range (grammar, TLSRPT_FINDING_EXTENSION_NAME_TOO_LONG, name);
  else if (!fail_at_foreign_character (grammar, at))
    tlsrpt_grammar_fail (grammar, TLSRPT_FINDING_EXTENSION_NAME, at, 1);
}

/**
 * tlsrpt_grammar_diagnose_extension:
 * @grammar: a parser
 * @offset: where a field begins that is not grammatical
 *
 * Says what is wrong with the field.
 *
 * Returns: where the field ends
 */
gsize
tlsrpt_grammar_diagnose_extension (TlsrptGrammar *grammar,
                                   gsize          offset)
{
  const char *text = grammar->text;
  gsize end = tlsrpt_grammar_find_field_end (grammar, offset, ';');
  TlsrptRange field = tlsrpt_grammar_trim_white_space (text, offset, end);
  const char *sign = memchr (text + field.start, '=', field.end - field.start);
  gsize equals;
  gsize at;
  TlsrptRange name;
  TlsrptRange value;

  if (sign == NULL)
    {
      tlsrpt_grammar_fail_at_range (grammar, TLSRPT_FINDING_FIELD_WITHOUT_EQUALS, field);
      return end;
    }

  equals = sign - text;
  name = tlsrpt_grammar_trim_white_space (text, field.start, equals);
  value = tlsrpt_grammar_trim_white_space (text, equals + 1, field.end);
  diagnose_extension_name (grammar, name, equals);

  if (value.start == value.end)
    {
      tlsrpt_grammar_fail (grammar, TLSRPT_FINDING_EXTENSION_VALUE_EMPTY,
                           name.start, field.end - name.start);
      return end;
    }

  if (name.end != equals || value.start != equals + 1)
    tlsrpt_grammar_fail (grammar, TLSRPT_FINDING_WHITE_SPACE_AROUND_EQUALS,
                         name.end, value.start - name.end);

  /* The destinations of “rua = …” are judged when the white space is gone. */
  if (tlsrpt_range_equals (text, name, "rua"))
    return end;

  at = tlsrpt_grammar_skip_extension_value (text, value.start, value.end);

  if (at < value.end && !fail_at_foreign_character (grammar, at))
    tlsrpt_grammar_fail (grammar, TLSRPT_FINDING_EXTENSION_VALUE, at, 1);

  return end;
}

/* Reports an empty list item: the extra comma, or the field if it has no destination. */
static void
fail_at_empty_uri (TlsrptGrammar *grammar,
                   gsize          offset,
                   gsize          end)
{
  const char *text = grammar->text;
  gsize before = offset;

  while (before > 0 && tlsrpt_grammar_is_white_space (text[before - 1]))
    before--;

  if (before > 0 && text[before - 1] == ',')
    tlsrpt_grammar_fail (grammar, TLSRPT_FINDING_EXTRA_COMMA, before - 1, 1);
  else if (end < grammar->length && text[end] == ',')
    tlsrpt_grammar_fail (grammar, TLSRPT_FINDING_EXTRA_COMMA, end, 1);
  else
    tlsrpt_grammar_fail (grammar, TLSRPT_FINDING_EMPTY_URI, offset, 0);
}

static gboolean
is_one_of (char        c,
           const char *characters)
{
  return c != '\0' && strchr (characters, c) != NULL;
}

/* “!10m” of DMARC at the end of a destination. */
static gboolean
is_size_suffix (const char  *text,
                TlsrptRange  range)
{
  gsize i = range.start + 1;

  while (i < range.end && g_ascii_isdigit (text[i]))
    i++;

  if (i == range.start + 1)
    return FALSE;

  return i == range.end || (i + 1 == range.end && is_one_of (text[i], "kmgtKMGT"));
}

static void
fail_at_character (TlsrptGrammar *grammar,
                   gsize          stop,
                   gsize          end)
{
  const char *text = grammar->text;

  if (fail_at_foreign_character (grammar, stop))
    return;

  if (tlsrpt_grammar_is_white_space (text[stop]))
    tlsrpt_grammar_fail (grammar, TLSRPT_FINDING_URI_WHITE_SPACE,
                         stop, tlsrpt_grammar_skip_white_space (text, stop, end) - stop);
  else if (text[stop] == '!' && is_size_suffix (text, (TlsrptRange) { stop, end }))
    tlsrpt_grammar_fail (grammar, TLSRPT_FINDING_SIZE_SUFFIX, stop, end - stop);
  else if (text[stop] == '!')
    tlsrpt_grammar_fail (grammar, TLSRPT_FINDING_RAW_EXCLAMATION, stop, 1);
  else
    tlsrpt_grammar_fail (grammar, TLSRPT_FINDING_URI_CHARACTER, stop, 1);
}

static void
fail_at_scheme (TlsrptGrammar *grammar,
                TlsrptRange    token,
                gsize          stop)
{
  const char *text = grammar->text;
  gsize length = token.end - token.start;
  const char *at = memchr (text + token.start, '@', length);

  if (fail_at_foreign (grammar, token))
    return;

  if (tlsrpt_range_starts_caseless (text, token, "mailto="))
    tlsrpt_grammar_fail (grammar, TLSRPT_FINDING_MAILTO_EQUALS, token.start, strlen ("mailto="));
  else if (at != NULL && memchr (text + token.start, ':', length) == NULL &&
           g_ascii_isalnum (text[token.start]))
    tlsrpt_grammar_fail (grammar, TLSRPT_FINDING_BARE_ADDRESS, token.start, length);
  else if (stop < token.end && is_one_of (text[stop], "\"'<>[]{}\\^`|"))
    tlsrpt_grammar_fail (grammar, TLSRPT_FINDING_URI_CHARACTER, stop, 1);
  else
    tlsrpt_grammar_fail (grammar, TLSRPT_FINDING_URI_SCHEME, token.start, length);
}

/**
 * tlsrpt_grammar_diagnose_uri:
 * @grammar: a parser
 * @offset: where a destination begins that is not grammatical
 * @fault: what [func@uri_scan] said of it
 * @stop: how far it came
 *
 * Says what is wrong with the destination.
 *
 * Returns: where the destination ends
 */
gsize
tlsrpt_grammar_diagnose_uri (TlsrptGrammar  *grammar,
                             gsize           offset,
                             TlsrptUriFault  fault,
                             gsize           stop)
{
  const char *text = grammar->text;
  gsize end = tlsrpt_grammar_find_field_end (grammar, offset, ',');
  TlsrptRange token = tlsrpt_grammar_trim_white_space (text, offset, end);

  if (token.start == token.end)
    {
      fail_at_empty_uri (grammar, offset, end);
      return end;
    }

  /* White space behind a comma is grammatical and skipped; behind the equals sign
   * it is not. */
  if (token.start > offset)
    {
      tlsrpt_grammar_fail (grammar, TLSRPT_FINDING_WHITE_SPACE_AROUND_EQUALS,
                           offset - 1, token.start - offset + 1);
      return end;
    }

  switch (fault)
    {
    case TLSRPT_URI_NO_SCHEME:
      fail_at_scheme (grammar, token, stop);
      break;

    case TLSRPT_URI_PERCENT:
      tlsrpt_grammar_fail (grammar, TLSRPT_FINDING_URI_PERCENT, stop, MIN (3, token.end - stop));
      break;

    case TLSRPT_URI_IP_LITERAL:
      tlsrpt_grammar_fail (grammar, TLSRPT_FINDING_URI_IP_LITERAL, stop, token.end - stop);
      break;

    case TLSRPT_URI_PORT:
      tlsrpt_grammar_fail (grammar, TLSRPT_FINDING_URI_PORT, stop, 1);
      break;

    case TLSRPT_URI_OK:
    default:
      fail_at_character (grammar, stop, token.end);
      break;
    }

  return end;
}
