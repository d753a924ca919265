/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-anonymizer-private.h"

#include "tlsrpt-host.h"
#include "tlsrpt-limits.h"
#include "tlsrpt-reason-code.h"
#include "tlsrpt-text-hash.h"

#include <string.h>

/*
 * Text in which a name may be: of its words only those stay that are known to name
 * nobody.  Names, addresses and digests in it become those of the rest of the report, so
 * that a policy still covers, or does not cover, what it did.
 */

/* More digits could be an account or a telephone. */
#define MOST_DIGITS 3
#define MOST_SECONDS_DIGITS 10

#define NAME "name"

/* Besides those of the reason codes that are known: what libraries and servers say. */
static const char more_words[] =
  "a about access address after alert alerts allowed alternative an and any are as at attempt "
  "authority awaiting back bad be because before broken but by bytes ca canceled cannot cert "
  "certificate certificates chain check cipher client close closed cn code codes common "
  "connect connected connection content context could covered dane data date days deadline denied "
  "depth dial did digest dns dnssec does domain during ee eku empty end enforce eof error errors "
  "exceeded expected expired fail failed failure fetch fetching file first for forbidden format "
  "found from get got greeting greylisted greylisting had handshake has have header headers "
  "helo ehlo host hostname hosts http https id if in incorrect internal invalid io is issuer it "
  "its key keys last length limit limited line lines local localhost lookup lookups lost mail "
  "match matched matches matching max max_age message mismatch missing mode moved mta mtasts mx "
  "mxs name names net network new no none not now nxdomain of offered old on only openssl or "
  "other out over pair parse parsing peer period permanent permanently pkix please policies "
  "policy port presented private problem protocol queue rate read reading reason received record "
  "records redirect refused rejected remote reply request requested required reset resolve "
  "resolver resource response retry returned rfc root route routine routines rsa san self send "
  "sent server servers servfail service session sessions sha1 sha256 sha512 shutdown sig "
  "signature signed size smtp spki ssl starttls status sts stsv1 subject supported syntax "
  "system tcp temporarily temporary testing text than that the then this time timed timeout tls "
  "tlsa tlsrpt tlsv1 to too trust trusted try trying txt type types udp unable unavailable unexpected "
  "unknown unreachable unrecognized unsupported unsuitable until untrusted unverified url usage "
  "use used v valid validation value verification verified verify version wait was web webpki "
  "were when which while wildcard with without write writing wrong x509 yet";

static void
add_words (GHashTable *words,
           const char *text)
{
  while (*text != '\0')
    {
      const char *end = text;

      while (g_ascii_isalnum (*end))
        end++;
      if (end > text)
        g_hash_table_add (words, g_ascii_strdown (text, end - text));
      text = *end != '\0' ? end + 1 : end;
    }
}

GHashTable *
tlsrpt_anonymizer_new_words (void)
{
  GHashTable *words = g_hash_table_new_full (tlsrpt_text_hash_str, g_str_equal, g_free, NULL);
  GListModel *codes = tlsrpt_reason_code_get_all ();
  const char *const *types = tlsrpt_report_get_result_types ();

  for (guint i = 0; i < g_list_model_get_n_items (codes); i++)
    {
      g_autoptr (TlsrptGuideEntry) entry = g_list_model_get_item (codes, i);

      add_words (words, tlsrpt_guide_entry_get_id (entry));
    }
  for (gsize i = 0; types[i] != NULL; i++)
    add_words (words, types[i]);
  add_words (words, more_words);

  return words;
}

static void
append_word (TlsrptAnonymizer     *self,
             const char           *text,
             gsize                 length,
             TlsrptAnonymizerText  sort,
             GString              *out)
{
  gsize most_digits = sort == TLSRPT_ANONYMIZER_SECONDS ? MOST_SECONDS_DIGITS : MOST_DIGITS;
  g_autofree char *word = g_ascii_strdown (text, (gssize) length);

  if ((length <= most_digits && tlsrpt_anonymizer_is_all_digits (text, length)) ||
      g_hash_table_contains (self->words, word))
    g_string_append_len (out, text, (gssize) length);
  else
    g_string_append (out, tlsrpt_stand_ins_get_text (self->stand_ins, NAME, word));
}

/* Whether this may be of a certificate or a key: the first numbers of a TLSA record have
 * three digits at most. */
static gboolean
is_digest (const char           *text,
           TlsrptAnonymizerText  sort)
{
  gsize length = strlen (text);

  return tlsrpt_anonymizer_is_digest (text) ||
         (sort == TLSRPT_ANONYMIZER_TLSA && tlsrpt_anonymizer_is_all_hex (text, length) &&
          (length > MOST_DIGITS || !tlsrpt_anonymizer_is_all_digits (text, length)));
}

/* A name as DNS has it: a host that is written in U-labels, too, is one host.  Labels of
 * protocols are none of a host. */
static char *
dup_canonical (const char *name)
{
  const char *host = name;
  g_autofree char *ascii = NULL;

  while (*host == '_' && strchr (host, '.') != NULL)
    host = strchr (host, '.') + 1;

  if (!g_str_is_ascii (host))
    ascii = tlsrpt_host_to_ascii (host, strlen (host), TLSRPT_LIMIT_NAME, NULL);
  if (ascii == NULL || strchr (ascii, '.') == NULL)
    return g_strdup (name);

  return g_strdup_printf ("%.*s%s", (int) (host - name), name, ascii);
}

/* A token between colons, in lower case; @text is the same as it stands there. */
static void
append_part (TlsrptAnonymizer     *self,
             const char           *part,
             const char           *text,
             TlsrptAnonymizerText  sort,
             GString              *out)
{
  gsize length = strlen (part);
  const char *address = tlsrpt_stand_ins_get_address (self->stand_ins, part);

  if (address != NULL)
    g_string_append (out, address);
  else if (tlsrpt_anonymizer_is_name (part))
    {
      g_autofree char *canonical = dup_canonical (part);
      g_autofree char *name = tlsrpt_stand_ins_dup_name (self->stand_ins, canonical);

      g_string_append (out, name);
    }
  else if (is_digest (part, sort))
    g_string_append (out, tlsrpt_stand_ins_get_digest (self->stand_ins, part));
  else if (tlsrpt_anonymizer_has_numbers (part) && !tlsrpt_anonymizer_is_status (part, length))
    g_string_append (out, tlsrpt_stand_ins_get_text (self->stand_ins, NAME, part));
  else
    {
      for (gsize i = 0; i < length;)
        {
          gsize end = i;

          while (tlsrpt_anonymizer_is_of_word (part[end]))
            end++;
          if (end > i)
            append_word (self, text + i, end - i, sort, out);
          else
            g_string_append_c (out, part[end++]);
          i = end;
        }
    }
}

/* The marks at the ends of a token are not part of it, except in “::1”. */
void
tlsrpt_anonymizer_append_token (TlsrptAnonymizer     *self,
                                const char           *text,
                                gsize                 length,
                                TlsrptAnonymizerText  sort,
                                GString              *out)
{
  static const char marks[] = ".:-";
  g_autofree char *token = g_ascii_strdown (text, (gssize) length);
  gsize begin = strspn (token, marks);
  gsize end = length;
  const char *address;

  while (end > begin && strchr (marks, token[end - 1]) != NULL)
    end--;
  for (gsize i = end; i <= length; i++)
    {
      char behind = token[i];

      token[i] = '\0';
      address = tlsrpt_stand_ins_get_address (self->stand_ins, token);
      token[i] = behind;
      if (address != NULL)
        {
          g_string_append (out, address);
          g_string_append_len (out, text + i, (gssize) (length - i));
          return;
        }
      /* An address ends with two colons at most. */
      if (i >= end + 2)
        break;
    }

  g_string_append_len (out, text, (gssize) begin);
  token[end] = '\0';

  address = tlsrpt_stand_ins_get_address (self->stand_ins, token + begin);
  if (address != NULL)
    g_string_append (out, address);
  else if (sort != TLSRPT_ANONYMIZER_TLSA && strchr (token + begin, '.') == NULL &&
           strchr (token + begin, ':') != NULL &&
           tlsrpt_anonymizer_has_numbers (token + begin))
    g_string_append (out, tlsrpt_stand_ins_get_text (self->stand_ins, NAME, token + begin));
  else
    {
      for (gsize i = begin; i < end;)
        {
          gsize size = strcspn (token + i, ":");
          gboolean is_last = i + size == end;

          token[i + size] = '\0';
          append_part (self, token + i, text + i, sort, out);
          if (!is_last)
            g_string_append_c (out, ':');
          i += size + 1;
        }
    }

  g_string_append_len (out, text + end, (gssize) (length - end));
}

static void
append_words (TlsrptAnonymizer     *self,
              const char           *text,
              TlsrptAnonymizerText  sort,
              GString              *out)
{
  const char *from = text;
  const char *begin;
  const char *end;
  gboolean is_there = tlsrpt_anonymizer_find_numbers (text, from, sort, &begin, &end);

  while (*from != '\0' && out->len < TLSRPT_LIMIT_REPORT_STRING)
    {
      gsize length = tlsrpt_anonymizer_measure (from, tlsrpt_anonymizer_is_of_token);

      if (is_there && from == begin)
        {
          g_autofree char *numbers = g_strndup (begin, (gsize) (end - begin));

          g_string_append (out, tlsrpt_stand_ins_get_text (self->stand_ins, NAME, numbers));
          from = end;
          is_there = tlsrpt_anonymizer_find_numbers (text, from, sort, &begin, &end);
          continue;
        }

      if (is_there)
        length = MIN (length, (gsize) (begin - from));
      if (length > 0)
        tlsrpt_anonymizer_append_token (self, from, length, sort, out);
      else
        g_string_append_c (out, from[length++]);
      from += length;
    }
}

/**
 * tlsrpt_anonymizer_dup_text:
 * @self: an anonymizer
 * @text: a text
 * @sort: what it is
 *
 * Rewrites a text so that no name, address or digest is in it that was there before, and
 * no word that is not known to name nobody.  Blanks and punctuation stay.
 *
 * Returns: (transfer full): the text, in ASCII, not longer than `TLSRPT_LIMIT_REPORT_STRING`
 */
char *
tlsrpt_anonymizer_dup_text (TlsrptAnonymizer     *self,
                            const char           *text,
                            TlsrptAnonymizerText  sort)
{
  GString *out = g_string_new (NULL);
  const char *numbers;
  const char *data = NULL;

  if (sort == TLSRPT_ANONYMIZER_TLSA)
    data = tlsrpt_anonymizer_find_tlsa_data (text, &numbers);

  if (data != NULL)
    {
      g_autofree char *before = g_strndup (text, (gsize) (numbers - text));

      append_words (self, before, sort, out);
      g_string_append_len (out, numbers, (gssize) (data - numbers));
      tlsrpt_anonymizer_append_tlsa (self, data, out);
    }
  else
    append_words (self, text, sort, out);

  /* What stands for a letter is longer than the letter. */
  if (out->len > TLSRPT_LIMIT_REPORT_STRING)
    g_string_truncate (out, TLSRPT_LIMIT_REPORT_STRING);

  return g_string_free (out, FALSE);
}
