/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-anonymizer-private.h"

#include "tlsrpt-limits.h"

#include <arpa/inet.h>

/*
 * Numbers that are an address or a telephone together, however they are written: in
 * 192,0,2,33 none of them alone says anything.
 */

/* More numbers than this, or as many digits in several, could be an address. */
#define MOST_NUMBERS 2
#define MOST_DIGITS 6

/* Digits of a digest outside of a TLSA record, which may be cut into pieces. */
#define LEAST_DIGEST 16

#define HTTP "HTTP/"

/* Digits of a number that is not a piece of TLSA data. */
#define MOST_NUMBER_DIGITS 3

typedef struct
{
  const char *text;
  gboolean    is_tlsa;

  const char *begin;
  const char *end;
  gsize       n_numbers;
  gsize       n_digits;
  /* What stands between blanks, colons, and the like. */
  gsize       n_parts;
} Run;

static gboolean
is_digit (char c)
{
  return g_ascii_isdigit (c);
}

static gboolean
is_hex (char c)
{
  return g_ascii_isxdigit (c);
}

gboolean
tlsrpt_anonymizer_is_all_digits (const char *text,
                                 gsize       length)
{
  return length > 0 && tlsrpt_anonymizer_measure (text, is_digit) >= length;
}

gboolean
tlsrpt_anonymizer_is_all_hex (const char *text,
                              gsize       length)
{
  return length > 0 && tlsrpt_anonymizer_measure (text, is_hex) >= length;
}

/* Whether this is a name of two labels or more: the last of an address or a version is a
 * number. */
gboolean
tlsrpt_anonymizer_is_name (const char *text)
{
  gsize n_labels = 0;

  if (strlen (text) > TLSRPT_LIMIT_NAME)
    return FALSE;

  for (const char *label = text; ; n_labels++)
    {
      gsize length = strcspn (label, ".");

      if (length == 0 || length > TLSRPT_LIMIT_LABEL)
        return FALSE;
      if (label[length] == '\0')
        return n_labels > 0 && !tlsrpt_anonymizer_is_all_digits (label, length);
      label += length + 1;
    }
}

gboolean
tlsrpt_anonymizer_is_digest (const char *text)
{
  gsize length = strlen (text);

  return length >= LEAST_DIGEST && tlsrpt_anonymizer_is_all_hex (text, length);
}

/* A number of up to three digits after a dot. */
static gsize
measure_detail (const char *text,
                gsize       length)
{
  gsize n = 1;

  if (length == 0 || text[0] != '.')
    return 0;

  while (n < length && n <= 3 && g_ascii_isdigit (text[n]))
    n++;

  return n > 1 ? n : 0;
}

/**
 * tlsrpt_anonymizer_is_status:
 * @text: a text
 * @length: its octets
 *
 * Checks for a status code of RFC 3463 section 2, alone or after the reply code of RFC
 * 5321 section 4.2 that it belongs to.
 *
 * Returns: whether it is nothing else
 */
gboolean
tlsrpt_anonymizer_is_status (const char *text,
                             gsize       length)
{
  static const char classes[] = "245";
  static const char marks[] = " -#";
  gsize i = 0;
  gsize n;

  if (length > 4 && tlsrpt_anonymizer_is_all_digits (text, 3) && strchr (marks, text[3]) != NULL)
    i = 3 + strspn (text + 3, marks);
  if (i >= length || text[i] != text[0] || strchr (classes, text[i]) == NULL)
    return FALSE;

  i++;
  n = measure_detail (text + i, length - i);
  if (n == 0)
    return FALSE;
  i += n;
  n = measure_detail (text + i, length - i);

  return n > 0 && i + n == length;
}

/* The version and the status of an answer (RFC 9112 section 4). */
static gboolean
is_http_status (const Run *run)
{
  return run->begin - run->text >= (gssize) strlen (HTTP) &&
         g_ascii_strncasecmp (run->begin - strlen (HTTP), HTTP, strlen (HTTP)) == 0 &&
         run->end - run->begin == (gssize) strlen ("1.1 404") && run->begin[1] == '.' &&
         run->begin[3] == ' ' && run->n_numbers == 3;
}

static gboolean
are_telling (gsize n_numbers,
             gsize n_digits)
{
  return n_numbers > MOST_NUMBERS || (n_numbers > 1 && n_digits > MOST_DIGITS);
}

/**
 * tlsrpt_anonymizer_has_numbers:
 * @text: a token
 *
 * Checks whether there are numbers in a token that could be an address together.
 *
 * Returns: whether there are
 */
gboolean
tlsrpt_anonymizer_has_numbers (const char *text)
{
  gsize n_numbers = 0;
  gsize n_digits = 0;

  while (*text != '\0')
    {
      gsize length = tlsrpt_anonymizer_measure (text, tlsrpt_anonymizer_is_of_word);

      if (tlsrpt_anonymizer_is_all_digits (text, length))
        {
          n_numbers++;
          n_digits += length;
        }
      text += MAX (length, 1);
    }

  return are_telling (n_numbers, n_digits);
}

/* Those of one part are counted with the rest of it. */
static gboolean
is_found (const Run *run)
{
  return run->n_parts > 1 && are_telling (run->n_numbers, run->n_digits) &&
         !tlsrpt_anonymizer_is_status (run->begin, (gsize) (run->end - run->begin)) &&
         !is_http_status (run);
}

/* Begins again, unless the run is what is looked for. */
static gboolean
end_run (Run *run)
{
  if (is_found (run))
    return TRUE;

  *run = (Run) { .text = run->text, .is_tlsa = run->is_tlsa };

  return FALSE;
}

static gboolean
is_address (const char *text)
{
  guint8 octets[16];

  return inet_pton (strchr (text, ':') != NULL ? AF_INET6 : AF_INET, text, octets) == 1;
}

/* The marks at its ends may not be part of it. */
static gboolean
is_address_token (const char *text,
                  gsize       length)
{
  char token[INET6_ADDRSTRLEN + 1];

  while (length > 0 && strchr (".-", text[length - 1]) != NULL)
    length--;
  for (gsize n = 0; n <= 2 && n <= length; n++)
    {
      if (n > 0 && text[length - n] != ':')
        break;
      if (length - n >= sizeof token)
        continue;
      memcpy (token, text, length - n);
      token[length - n] = '\0';
      if (is_address (token) || is_address (token + strspn (token, ".:-")))
        return TRUE;
    }

  return FALSE;
}

/* What is replaced as a whole anyway. */
static gboolean
is_known_part (const char *text,
               gsize       length)
{
  g_autofree char *part = NULL;
  gsize begin = 0;

  while (begin < length && strchr (".-", text[begin]) != NULL)
    begin++;
  while (length > begin && strchr (".-", text[length - 1]) != NULL)
    length--;
  part = g_strndup (text + begin, length - begin);

  return is_address (part) || tlsrpt_anonymizer_is_name (part) || tlsrpt_anonymizer_is_digest (part);
}

/* Adds the numbers of a part, until the run ends and is what is looked for. */
static gboolean
add_part (Run        *run,
          const char *part,
          gsize       length)
{
  gboolean is_counted = FALSE;

  for (gsize i = 0; i < length;)
    {
      gsize size = tlsrpt_anonymizer_measure (part + i, tlsrpt_anonymizer_is_of_word);

      if (tlsrpt_anonymizer_is_all_digits (part + i, size) &&
          (!run->is_tlsa || size <= MOST_NUMBER_DIGITS))
        {
          if (run->n_numbers == 0)
            run->begin = part + i;
          run->end = part + i + size;
          run->n_numbers++;
          run->n_digits += size;
          run->n_parts += !is_counted;
          is_counted = TRUE;
        }
      else if (size > 0)
        {
          if (end_run (run))
            return TRUE;
          is_counted = FALSE;
        }
      i += MAX (size, 1);
    }

  return FALSE;
}

/* The same for a token. */
static gboolean
add_token (Run        *run,
           const char *token,
           gsize       length)
{
  gboolean is_known = is_address_token (token, length);

  for (gsize i = 0; i <= length;)
    {
      const char *colon = memchr (token + i, ':', length - i);
      gsize size = colon != NULL ? (gsize) (colon - token) - i : length - i;

      if (is_known || is_known_part (token + i, size) ? end_run (run) : add_part (run, token + i, size))
        return TRUE;
      i += size + 1;
    }

  return FALSE;
}

/**
 * tlsrpt_anonymizer_find_numbers:
 * @text: a text
 * @from: where to begin in it
 * @sort: what it is
 * @begin: (out): where the first of the numbers begins
 * @end: (out): where the last ends
 *
 * Finds numbers that could be an address together, with no letter between them.
 *
 * Returns: whether there are such
 */
gboolean
tlsrpt_anonymizer_find_numbers (const char            *text,
                                const char            *from,
                                TlsrptAnonymizerText   sort,
                                const char           **begin,
                                const char           **end)
{
  Run run = { .text = text, .is_tlsa = sort == TLSRPT_ANONYMIZER_TLSA };
  gboolean is_there = FALSE;

  while (*from != '\0' && !is_there)
    {
      gsize length = tlsrpt_anonymizer_measure (from, tlsrpt_anonymizer_is_of_token);

      if (length > 0)
        is_there = add_token (&run, from, length);
      from += MAX (length, 1);
    }

  *begin = run.begin;
  *end = run.end;

  return is_there || is_found (&run);
}
