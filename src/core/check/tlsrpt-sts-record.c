/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-sts-record.h"

#include "tlsrpt-display.h"
#include "tlsrpt-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define VERSION "v=STSv1"
#define ID "id="

/* Longest id, and longest name of a field. */
#define MAX_LENGTH 32

static gboolean
is_id (const char *id)
{
  gsize length = strspn (id, G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS);

  return length > 0 && length <= MAX_LENGTH && id[length] == '\0';
}

/* sts-extension (RFC 8461 section 3.1). */
static gboolean
is_extension (const char *field)
{
  const char *equals = strchr (field, '=');
  gsize length;

  if (equals == NULL || !g_ascii_isalnum (field[0]) || equals[1] == '\0')
    return FALSE;

  length = strspn (field, G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS "_-.");
  if (field + length != equals || length > MAX_LENGTH)
    return FALSE;

  for (const char *c = equals + 1; *c != '\0'; c++)
    {
      if (*c < 0x21 || *c > 0x7e || *c == '=')
        return FALSE;
    }

  return TRUE;
}

static char *
set_error (GError     **error,
           const char  *text,
           gsize        length)
{
  g_autofree char *shown = tlsrpt_display_isolate (text, (gssize) length);

  tlsrpt_error_set (error, TLSRPT_ERROR_STS_RECORD, TLSRPT_ERROR_FINAL, NULL,
                    /* Translators: %s is a record found in DNS */
                    _("“%s” is not an MTA-STS record, such as v=STSv1; id=20260101T000000"),
                    shown);

  return NULL;
}

/**
 * tlsrpt_sts_record_parse:
 * @text: the text of a TXT record
 * @length: octets of @text
 * @error: return location for an error
 *
 * Judges an MTA-STS record by the grammar of RFC 8461 section 3.1.
 *
 * Returns: (transfer full) (nullable): its id, or `NULL` with @error set
 */
char *
tlsrpt_sts_record_parse (const char  *text,
                         gsize        length,
                         GError     **error)
{
  g_autofree char *copy = g_strndup (text, length);
  g_auto (GStrv) fields = NULL;
  char *id = NULL;
  gsize n;

  if (strlen (copy) != length)
    return set_error (error, text, length);

  fields = g_strsplit (copy, ";", -1);
  n = g_strv_length (fields);

  for (gsize i = 0; i < n; i++)
    {
      /* White space stands only beside a semicolon. */
      char *field = i == 0 ? fields[i] : fields[i] + strspn (fields[i], " \t");
      gsize end = strlen (field);

      while (i + 1 < n && end > 0 && strchr (" \t", field[end - 1]) != NULL)
        field[--end] = '\0';

      if (i == 0 && g_str_equal (field, VERSION))
        continue;

      /* One semicolon may end the record. */
      if (i > 1 && i + 1 == n && *field == '\0')
        continue;

      if (i == 0 || !is_extension (field) ||
          (g_str_has_prefix (field, ID) && !is_id (field + strlen (ID))))
        {
          g_free (id);
          return set_error (error, text, length);
        }

      if (id == NULL && g_str_has_prefix (field, ID))
        id = g_strdup (field + strlen (ID));
    }

  return id != NULL ? id : set_error (error, text, length);
}

/**
 * tlsrpt_sts_record_find:
 * @answer: the TXT records at “_mta-sts”
 * @error: return location for an error
 *
 * Finds the MTA-STS record among the TXT records: those that do not begin with
 * “v=STSv1;” are left out, and exactly one must remain (RFC 8461 section 3.1).
 *
 * Returns: (transfer full) (nullable): its id, or `NULL` with @error set; the code
 *   is `TLSRPT_ERROR_EMPTY` if there is none
 */
char *
tlsrpt_sts_record_find (TlsrptAnswer  *answer,
                        GError       **error)
{
  g_autoptr (GBytes) found = NULL;
  gsize n_found = 0;

  for (gsize i = 0; i < tlsrpt_answer_get_n_resources (answer); i++)
    {
      g_autoptr (GBytes) text = tlsrpt_answer_dup_text (answer, i);
      gsize length;
      const char *data = g_bytes_get_data (text, &length);

      if (length < strlen (VERSION ";") || memcmp (data, VERSION ";", strlen (VERSION ";")) != 0)
        continue;

      n_found++;
      g_clear_pointer (&found, g_bytes_unref);
      found = g_steal_pointer (&text);
    }

  if (n_found == 0)
    {
      tlsrpt_error_set (error, TLSRPT_ERROR_EMPTY, TLSRPT_ERROR_FINAL, NULL,
                        _("There is no MTA-STS record"));
      return NULL;
    }

  if (n_found > 1)
    {
      tlsrpt_error_set (error, TLSRPT_ERROR_SEVERAL, TLSRPT_ERROR_FINAL, NULL,
                        _("There are several MTA-STS records, so senders ignore all of them"));
      return NULL;
    }

  return tlsrpt_sts_record_parse (g_bytes_get_data (found, NULL), g_bytes_get_size (found), error);
}
