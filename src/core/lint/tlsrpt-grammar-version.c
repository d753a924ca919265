/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-grammar-private.h"

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

static gboolean
fail_at_other_record (TlsrptGrammar *grammar,
                      TlsrptRange    all)
{
  for (gsize i = 0; i < G_N_ELEMENTS (other_records); i++)
    {
      gsize end = all.start + strlen (other_records[i].start);

      if (tlsrpt_range_starts_caseless (grammar->text, all, other_records[i].start) &&
          (end == all.end || !g_ascii_isalnum (grammar->text[end])))
        {
          tlsrpt_grammar_fail (grammar, other_records[i].code, all.start, end - all.start);
          return TRUE;
        }
    }

  return FALSE;
}

/**
 * tlsrpt_grammar_judge_version:
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
tlsrpt_grammar_judge_version (const char *text,
                              gsize       start,
                              gsize       end)
{
  TlsrptRange value = { start, end };

  if (tlsrpt_range_equals_caseless (text, value, "TLSRPTv1"))
    return TLSRPT_FINDING_VERSION_CASE;

  for (gsize i = 0; i < G_N_ELEMENTS (misspelled_versions); i++)
    {
      if (tlsrpt_range_equals_caseless (text, value, misspelled_versions[i]))
        return TLSRPT_FINDING_VERSION_MISSPELLED;
    }

  if (tlsrpt_range_starts_caseless (text, value, "TLSRPTv"))
    return TLSRPT_FINDING_VERSION_UNKNOWN;

  return TLSRPT_FINDING_VERSION;
}

/* “v”, an equals sign and a word.  Moves @at to where the word ends, unless this is
 * no TLS-RPT record at all. */
static gboolean
diagnose_version_field (TlsrptGrammar *grammar,
                        TlsrptRange    all,
                        gsize          equals,
                        gsize         *at)
{
  const char *text = grammar->text;
  TlsrptRange name = tlsrpt_grammar_trim_white_space (text, all.start, equals);
  TlsrptRange value = { tlsrpt_grammar_skip_white_space (text, equals + 1, all.end), all.end };
  TlsrptFindingCode code;

  for (gsize i = value.start; i < all.end; i++)
    {
      if (tlsrpt_grammar_is_white_space (text[i]))
        {
          value.end = i;
          break;
        }
    }

  if (name.end != equals || value.start != equals + 1)
    tlsrpt_grammar_fail (grammar, TLSRPT_FINDING_WHITE_SPACE_AROUND_EQUALS,
                         name.end, value.start - name.end);

  *at = value.end;

  if (tlsrpt_range_equals (text, name, "v") && tlsrpt_range_equals (text, value, "TLSRPTv1"))
    return TRUE;

  code = tlsrpt_grammar_judge_version (text, value.start, value.end);
  tlsrpt_grammar_fail_at_range (grammar, code, (TlsrptRange) { name.start, value.end });

  return code != TLSRPT_FINDING_VERSION;
}

/* Whether a name and an equals sign begin at @at. */
static gboolean
starts_field (const char *text,
              gsize       at,
              gsize       end)
{
  gsize name_end = tlsrpt_grammar_skip_extension_name (text, at, end);
  gsize next = tlsrpt_grammar_skip_white_space (text, name_end, end);

  return name_end > at && next < end && text[next] == '=';
}

/* Diagnoses the text between the version and the first semicolon.  Returns where to continue. */
static gsize
diagnose_after_version (TlsrptGrammar *grammar,
                        gsize          at,
                        gsize          end)
{
  gsize next = tlsrpt_grammar_skip_white_space (grammar->text, at, end);

  if (next == end)
    return end;

  if (starts_field (grammar->text, next, end))
    {
      tlsrpt_grammar_fail (grammar, TLSRPT_FINDING_MISSING_SEMICOLON, at, next - at);
      return next;
    }

  tlsrpt_grammar_fail_at_range (grammar, TLSRPT_FINDING_FIELD_WITHOUT_EQUALS,
                                tlsrpt_grammar_trim_white_space (grammar->text, next, end));

  return end;
}

/**
 * tlsrpt_grammar_diagnose_version:
 * @grammar: a parser whose text does not begin with a version and its delimiter
 *
 * Says what is wrong with the beginning.
 *
 * Returns: where the first delimiter or field stands, or `TLSRPT_NOWHERE`
 */
gsize
tlsrpt_grammar_diagnose_version (TlsrptGrammar *grammar)
{
  const char *text = grammar->text;
  gsize semicolon = tlsrpt_grammar_find_field_end (grammar, 0, ';');
  TlsrptRange all = tlsrpt_grammar_trim_white_space (text, 0, semicolon);
  const char *sign = memchr (text + all.start, '=', all.end - all.start);
  TlsrptRange name;
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

  name = tlsrpt_grammar_trim_white_space (text, all.start,
                                          sign == NULL ? all.start : (gsize) (sign - text));

  if (tlsrpt_range_equals_caseless (text, name, "v"))
    return diagnose_version_field (grammar, all, sign - text, &at)
             ? diagnose_after_version (grammar, at, semicolon)
             : TLSRPT_NOWHERE;

  if (tlsrpt_range_equals_caseless (text, name, "rua"))
    {
      tlsrpt_grammar_fail (grammar, TLSRPT_FINDING_VERSION_MISSING, all.start, 0);
      return all.start;
    }

  tlsrpt_grammar_fail_at_range (grammar, TLSRPT_FINDING_VERSION, all);

  return TLSRPT_NOWHERE;
}
