/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-grammar-private.h"

/* A part of the text without the white space around it. */
typedef struct
{
  gsize start;
  gsize end;
} Range;

/* Records of other kinds that people have at hand, by how they begin. */
static const struct
{
  const char        *start;
  TlsrptFindingCode  code;
} other_records[] = {
  { "v=spf1", TLSRPT_FINDING_SPF_RECORD },
  { "spf2.0", TLSRPT_FINDING_SPF_RECORD },
  { "v=DMARC1", TLSRPT_FINDING_DMARC_RECORD },
  { "v=STSv1", TLSRPT_FINDING_MTA_STS_RECORD },
  { "v=DKIM1", TLSRPT_FINDING_DKIM_RECORD },
  { "k=rsa", TLSRPT_FINDING_DKIM_RECORD },
  { "k=ed25519", TLSRPT_FINDING_DKIM_RECORD },
  { "v=BIMI1", TLSRPT_FINDING_BIMI_RECORD },
};

/* Versions as they are found in the wild and in how-tos. */
static const char *const misspelled_versions[] = {
  "TLSRPT",
  "TLSRPT1",
  "TLSRPTv",
  "TLSRPTv1.0",
  "TLS-RPT1",
  "TLS-RPTv1",
  "TLSPRTv1",
  "TLSRTPv1",
  "TLSRPv1",
  "TLSRFTv1",
  "TSLRPT1",
  "TSLRPTv1",
};

static gsize
skip_white_space (const char *text,
                  gsize       at,
                  gsize       end)
{
  while (at < end && tlsrpt_is_white_space (text[at]))
    at++;

  return at;
}

static Range
trim (const char *text,
      gsize       start,
      gsize       end)
{
  start = skip_white_space (text, start, end);

  while (end > start && tlsrpt_is_white_space (text[end - 1]))
    end--;

  return (Range) { start, end };
}

/* The end of the list item, or of the field if @delimiter is not a comma. */
static gsize
find_end (const TlsrptGrammar *grammar,
          gsize                at,
          char                 delimiter)
{
  while (at < grammar->length && grammar->text[at] != ';' && grammar->text[at] != delimiter)
    at++;

  return at;
}

static gboolean
range_equals (const char *text,
              Range       range,
              const char *word)
{
  gsize length = strlen (word);

  return range.end - range.start == length && memcmp (text + range.start, word, length) == 0;
}

static gboolean
range_equals_caseless (const char *text,
                       Range       range,
                       const char *word)
{
  gsize length = strlen (word);

  return range.end - range.start == length &&
         g_ascii_strncasecmp (text + range.start, word, length) == 0;
}

static gboolean
range_starts_caseless (const char *text,
                       Range       range,
                       const char *word)
{
  gsize length = strlen (word);

  return range.end - range.start >= length &&
         g_ascii_strncasecmp (text + range.start, word, length) == 0;
}

/* What no part of a record can hold. */
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
                 Range          range)
{
  for (gsize i = range.start; i < range.end; i++)
    {
      if (fail_at_foreign_character (grammar, i))
        return TRUE;
    }

  return FALSE;
}

/* Fails at the first foreign character of @range, or else with @code at all of it. */
static void
fail_at_range (TlsrptGrammar     *grammar,
               TlsrptFindingCode  code,
               Range              range)
{
  if (!fail_at_foreign (grammar, range))
    tlsrpt_grammar_fail (grammar, code, range.start, range.end - range.start);
}

static gboolean
fail_at_other_record (TlsrptGrammar *grammar,
                      Range          all)
{
  for (gsize i = 0; i < G_N_ELEMENTS (other_records); i++)
    {
      gsize end = all.start + strlen (other_records[i].start);

      if (range_starts_caseless (grammar->text, all, other_records[i].start) &&
          (end == all.end || !g_ascii_isalnum (grammar->text[end])))
        {
          tlsrpt_grammar_fail (grammar, other_records[i].code, all.start, end - all.start);
          return TRUE;
        }
    }

  return FALSE;
}

/**
 * tlsrpt_judge_version:
 * @text: a text
 * @start: where the word behind “v=” begins
 * @end: where it ends
 *
 * Tells what is wrong with a version that is not the right one.
 *
 * Returns: `TLSRPT_FINDING_VERSION` if it is that of another kind of record, or
 *   why it is not `TLSRPTv1`; `TLSRPT_FINDING_VERSION_CASE` for the right one, too
 */
TlsrptFindingCode
tlsrpt_judge_version (const char *text,
                      gsize       start,
                      gsize       end)
{
  Range value = { start, end };

  if (range_equals_caseless (text, value, "TLSRPTv1"))
    return TLSRPT_FINDING_VERSION_CASE;

  for (gsize i = 0; i < G_N_ELEMENTS (misspelled_versions); i++)
    {
      if (range_equals_caseless (text, value, misspelled_versions[i]))
        return TLSRPT_FINDING_VERSION_MISSPELLED;
    }

  if (range_starts_caseless (text, value, "TLSRPTv"))
    return TLSRPT_FINDING_VERSION_UNKNOWN;

  return TLSRPT_FINDING_VERSION;
}

/* “v”, an equals sign and a word.  Moves @at to where the word ends, unless this is
 * no TLS-RPT record at all. */
static gboolean
diagnose_version_field (TlsrptGrammar *grammar,
                        Range          all,
                        gsize          equals,
                        gsize         *at)
{
  const char *text = grammar->text;
  Range name = trim (text, all.start, equals);
  Range value = { skip_white_space (text, equals + 1, all.end), all.end };
  TlsrptFindingCode code;

  for (gsize i = value.start; i < all.end; i++)
    {
      if (tlsrpt_is_white_space (text[i]))
        {
          value.end = i;
          break;
        }
    }

  if (name.end != equals || value.start != equals + 1)
    tlsrpt_grammar_fail (grammar, TLSRPT_FINDING_WHITE_SPACE_AROUND_EQUALS,
                         name.end, value.start - name.end);

  *at = value.end;

  if (range_equals (text, name, "v") && range_equals (text, value, "TLSRPTv1"))
    return TRUE;

  code = tlsrpt_judge_version (text, value.start, value.end);
  fail_at_range (grammar, code, (Range) { name.start, value.end });

  return code != TLSRPT_FINDING_VERSION;
}

/* Whether a name and an equals sign begin at @at. */
static gboolean
starts_field (const char *text,
              gsize       at,
              gsize       end)
{
  gsize name_end = tlsrpt_skip_extension_name (text, at, end);
  gsize next = skip_white_space (text, name_end, end);

  return name_end > at && next < end && text[next] == '=';
}

/* What stands between the version and the first semicolon.  Returns where to go on. */
static gsize
diagnose_after_version (TlsrptGrammar *grammar,
                        gsize          at,
                        gsize          end)
{
  gsize next = skip_white_space (grammar->text, at, end);

  if (next == end)
    return end;

  if (starts_field (grammar->text, next, end))
    {
      tlsrpt_grammar_fail (grammar, TLSRPT_FINDING_MISSING_SEMICOLON, at, next - at);
      return next;
    }

  fail_at_range (grammar, TLSRPT_FINDING_FIELD_WITHOUT_EQUALS, trim (grammar->text, next, end));

  return end;
}

/**
 * tlsrpt_diagnose_version:
 * @grammar: a parser whose text does not begin with a version and its delimiter
 *
 * Says what is wrong with the beginning.
 *
 * Returns: where the first delimiter or field stands, or `TLSRPT_NOWHERE`
 */
gsize
tlsrpt_diagnose_version (TlsrptGrammar *grammar)
{
  const char *text = grammar->text;
  gsize semicolon = find_end (grammar, 0, ';');
  Range all = trim (text, 0, semicolon);
  const char *sign = memchr (text + all.start, '=', all.end - all.start);
  Range name;
  gsize at;

  if (all.start == all.end && semicolon == grammar->length)
    {
      tlsrpt_grammar_fail (grammar, TLSRPT_FINDING_EMPTY, 0, grammar->length);
      return TLSRPT_NOWHERE;
    }

  if (all.start > 0)
    tlsrpt_grammar_fail (grammar, TLSRPT_FINDING_LEADING_WHITE_SPACE, 0, all.start);

  if (fail_at_other_record (grammar, all))
    return TLSRPT_NOWHERE;

  if (all.start < all.end && text[all.start] == '"')
    {
      tlsrpt_grammar_fail (grammar, TLSRPT_FINDING_QUOTES, all.start, 1);
      return TLSRPT_NOWHERE;
    }

  name = trim (text, all.start, sign == NULL ? all.start : (gsize) (sign - text));

  if (range_equals_caseless (text, name, "v"))
    return diagnose_version_field (grammar, all, sign - text, &at)
             ? diagnose_after_version (grammar, at, semicolon)
             : TLSRPT_NOWHERE;

  if (range_equals_caseless (text, name, "rua"))
    {
      tlsrpt_grammar_fail (grammar, TLSRPT_FINDING_VERSION_MISSING, all.start, 0);
      return all.start;
    }

  fail_at_range (grammar, TLSRPT_FINDING_VERSION, all);

  return TLSRPT_NOWHERE;
}

static void
diagnose_extension_name (TlsrptGrammar *grammar,
                         Range          name,
                         gsize          equals)
{
  gsize at = tlsrpt_skip_extension_name (grammar->text, name.start, name.end);

  if (name.start == name.end)
    tlsrpt_grammar_fail (grammar, TLSRPT_FINDING_EXTENSION_NAME, equals, 1);
  else if (at == name.end)
    return;
  else if (at - name.start == TLSRPT_EXTENSION_NAME_LENGTH)
    fail_at_range (grammar, TLSRPT_FINDING_EXTENSION_NAME_TOO_LONG, name);
  else if (!fail_at_foreign_character (grammar, at))
    tlsrpt_grammar_fail (grammar, TLSRPT_FINDING_EXTENSION_NAME, at, 1);
}

/**
 * tlsrpt_diagnose_extension:
 * @grammar: a parser
 * @offset: where a field begins that is not grammatical
 *
 * Says what is wrong with the field.
 *
 * Returns: where the field ends
 */
gsize
tlsrpt_diagnose_extension (TlsrptGrammar *grammar,
                           gsize          offset)
{
  const char *text = grammar->text;
  gsize end = find_end (grammar, offset, ';');
  Range field = trim (text, offset, end);
  const char *sign = memchr (text + field.start, '=', field.end - field.start);
  gsize equals;
  gsize at;
  Range name;
  Range value;

  if (sign == NULL)
    {
      fail_at_range (grammar, TLSRPT_FINDING_FIELD_WITHOUT_EQUALS, field);
      return end;
    }

  equals = sign - text;
  name = trim (text, field.start, equals);
  value = trim (text, equals + 1, field.end);
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
  if (range_equals (text, name, "rua"))
    return end;

  at = tlsrpt_skip_extension_value (text, value.start, value.end);

  if (at < value.end && !fail_at_foreign_character (grammar, at))
    tlsrpt_grammar_fail (grammar, TLSRPT_FINDING_EXTENSION_VALUE, at, 1);

  return end;
}

/* A token of a list in which one destination is missing: the comma that is too
 * many, or the whole field. */
static void
fail_at_empty_uri (TlsrptGrammar *grammar,
                   gsize          offset,
                   gsize          end)
{
  const char *text = grammar->text;
  gsize before = offset;

  while (before > 0 && tlsrpt_is_white_space (text[before - 1]))
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
is_size_suffix (const char *text,
                Range       range)
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

  if (tlsrpt_is_white_space (text[stop]))
    tlsrpt_grammar_fail (grammar, TLSRPT_FINDING_URI_WHITE_SPACE,
                         stop, skip_white_space (text, stop, end) - stop);
  else if (text[stop] == '!' && is_size_suffix (text, (Range) { stop, end }))
    tlsrpt_grammar_fail (grammar, TLSRPT_FINDING_SIZE_SUFFIX, stop, end - stop);
  else if (text[stop] == '!')
    tlsrpt_grammar_fail (grammar, TLSRPT_FINDING_RAW_EXCLAMATION, stop, 1);
  else
    tlsrpt_grammar_fail (grammar, TLSRPT_FINDING_URI_CHARACTER, stop, 1);
}

static void
fail_at_scheme (TlsrptGrammar *grammar,
                Range          token,
                gsize          stop)
{
  const char *text = grammar->text;
  gsize length = token.end - token.start;
  const char *at = memchr (text + token.start, '@', length);

  if (fail_at_foreign (grammar, token))
    return;

  if (range_starts_caseless (text, token, "mailto="))
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
 * tlsrpt_diagnose_uri:
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
tlsrpt_diagnose_uri (TlsrptGrammar  *grammar,
                     gsize           offset,
                     TlsrptUriFault  fault,
                     gsize           stop)
{
  const char *text = grammar->text;
  gsize end = find_end (grammar, offset, ',');
  Range token = trim (text, offset, end);

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
