/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-anonymizer-private.h"

#include "tlsrpt-limits.h"

/*
 * TLSA records (RFC 6698 section 2.2): whatever is hexadecimal behind the three numbers is
 * of a certificate or a key, in one piece or in many.
 */

#define N_NUMBERS 3

/* They have one digit, unless they are for private use. */
static gboolean
is_field (const char *word,
          gsize       length)
{
  return (length == 1 && g_ascii_isdigit (*word)) || (length == 3 && strncmp (word, "255", 3) == 0);
}

/**
 * tlsrpt_anonymizer_find_tlsa_data:
 * @text: a TLSA record
 * @numbers: (out): where its three numbers begin
 *
 * Finds what is behind usage, selector and matching type.
 *
 * Returns: (nullable): where it begins, or `NULL` if the numbers are not there
 */
const char *
tlsrpt_anonymizer_find_tlsa_data (const char  *text,
                                  const char **numbers)
{
  const char *begins[N_NUMBERS];
  gsize n = 0;

  while (*text != '\0')
    {
      gsize length = tlsrpt_anonymizer_measure (text, tlsrpt_anonymizer_is_of_word);

      if (length > 0 && !is_field (text, length))
        n = 0;
      else if (length > 0)
        begins[n++] = text;
      text += MAX (length, 1);
      if (n == N_NUMBERS)
        {
          *numbers = begins[0];
          return text;
        }
    }

  return NULL;
}

static gboolean
is_data (const char *text,
         gsize       length)
{
  gboolean has_word = FALSE;

  for (gsize i = 0; i < length;)
    {
      gsize size = tlsrpt_anonymizer_measure (text + i, tlsrpt_anonymizer_is_of_word);

      if (size > 0 && !tlsrpt_anonymizer_is_all_hex (text + i, size))
        return FALSE;
      has_word = has_word || size > 0;
      i += MAX (size, 1);
    }

  return has_word;
}

/* Measures pieces with what is between them. */
static gsize
measure_data (const char *text)
{
  gsize end = 0;

  for (gsize i = 0; text[i] != '\0';)
    {
      gsize length = tlsrpt_anonymizer_measure (text + i, tlsrpt_anonymizer_is_of_token);

      if (length > 0 && is_data (text + i, length))
        end = i + length;
      else if (length > 0)
        break;
      i += MAX (length, 1);
    }

  return end;
}

/* One digest for all pieces: the same data is the same, wherever it is cut. */
static void
append_pieces (TlsrptAnonymizer *self,
               const char       *text,
               gsize             length,
               GString          *out)
{
  g_autoptr (GString) hex = g_string_new (NULL);
  const char *digit;

  for (gsize i = 0; i < length; i++)
    {
      if (g_ascii_isxdigit (text[i]))
        g_string_append_c (hex, g_ascii_tolower (text[i]));
    }

  digit = tlsrpt_stand_ins_get_digest (self->stand_ins, hex->str);
  for (gsize i = 0; i < length; i++)
    g_string_append_c (out, g_ascii_isxdigit (text[i]) ? *digit++ : text[i]);
}

/**
 * tlsrpt_anonymizer_append_tlsa:
 * @self: an anonymizer
 * @data: what is behind the numbers of a TLSA record
 * @out: where the same is appended with other digits
 *
 * Rewrites the data of a TLSA record.
 */
void
tlsrpt_anonymizer_append_tlsa (TlsrptAnonymizer *self,
                               const char       *data,
                               GString          *out)
{
  while (*data != '\0' && out->len < TLSRPT_LIMIT_REPORT_STRING)
    {
      gsize length = tlsrpt_anonymizer_measure (data, tlsrpt_anonymizer_is_of_token);

      if (length == 0)
        g_string_append_c (out, data[length++]);
      else if (is_data (data, length))
        {
          length = measure_data (data);
          append_pieces (self, data, length, out);
        }
      else
        tlsrpt_anonymizer_append_token (self, data, length, TLSRPT_ANONYMIZER_TLSA, out);
      data += length;
    }
}
