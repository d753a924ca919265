/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-guide-text.h"

#include "tlsrpt-display.h"

#include <glib/gi18n-lib.h>

/* A placeholder is a whole word: the “MX” in “X509_MX” is none. */
static gboolean
is_word (char c)
{
  return g_ascii_isalnum (c) || c == '_' || c == '-';
}

static void
append_filled (GString    *result,
               const char *code,
               gsize       length,
               const char *domain,
               const char *mx)
{
  const char *end = code + length;

  for (const char *p = code; p < end;)
    {
      const char *word = p;
      gsize size;

      while (p < end && is_word (*p))
        p++;

      size = p - word;

      if (domain != NULL && size == strlen ("DOMAIN") && strncmp (word, "DOMAIN", size) == 0)
        g_string_append (result, domain);
      else if (mx != NULL && size == strlen ("MX") && strncmp (word, "MX", size) == 0)
        g_string_append (result, mx);
      else
        g_string_append_len (result, word, size);

      while (p < end && !is_word (*p))
        g_string_append_c (result, *p++);
    }
}

/**
 * tlsrpt_guide_text_fill:
 * @code: a command, or a name
 * @domain: (nullable): what stands for DOMAIN; a checked domain, since the
 *   result may go to a shell
 * @mx: (nullable): what stands for MX; a checked host name
 *
 * Puts the user's own names in place of the words DOMAIN and MX.
 *
 * Returns: (transfer full): the filled @code
 */
char *
tlsrpt_guide_text_fill (const char *code,
                        const char *domain,
                        const char *mx)
{
  GString *result;

  g_return_val_if_fail (code != NULL, NULL);

  result = g_string_new (NULL);
  append_filled (result, code, strlen (code), domain, mx);

  return g_string_free (result, FALSE);
}

typedef void (*AppendFunc) (GString    *result,
                            const char *text,
                            gboolean    is_code);

/* Prose and code alternate; an odd backtick at the end would open code that
 * runs to the end. */
static char *
render (const char *text,
        const char *domain,
        const char *mx,
        AppendFunc  append)
{
  GString *result = g_string_new (NULL);
  g_auto (GStrv) parts = g_strsplit (text, "`", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      gboolean is_code = i % 2 == 1;
      g_autofree char *filled = is_code ? tlsrpt_guide_text_fill (parts[i], domain, mx) : NULL;

      append (result, is_code ? filled : parts[i], is_code);
    }

  return g_string_free (result, FALSE);
}

static void
append_plain (GString    *result,
              const char *text,
              gboolean    is_code)
{
  if (is_code)
    /* Translators: puts a piece of code that stands in a sentence between
     * quotation marks; %s is the code */
    g_string_append_printf (result, _("“%s”"), text);
  else
    g_string_append (result, text);
}

static void
append_markup (GString    *result,
               const char *text,
               gboolean    is_code)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  if (is_code)
    g_string_append_printf (result,
                            TLSRPT_FIRST_STRONG_ISOLATE
                            "<span face=\"monospace\" insert_hyphens=\"false\">%s</span>"
                            TLSRPT_POP_DIRECTIONAL_ISOLATE,
                            escaped);
  else
    g_string_append (result, escaped);
}

/**
 * tlsrpt_guide_text_to_plain:
 * @text: a text of the guide
 * @domain: (nullable): what stands for DOMAIN
 * @mx: (nullable): what stands for MX
 *
 * Makes a text ready for a terminal: the code in it stands between quotation
 * marks.
 *
 * Returns: (transfer full): the text
 */
char *
tlsrpt_guide_text_to_plain (const char *text,
                            const char *domain,
                            const char *mx)
{
  g_return_val_if_fail (text != NULL, NULL);

  return render (text, domain, mx, append_plain);
}

/**
 * tlsrpt_guide_text_to_markup:
 * @text: a text of the guide
 * @domain: (nullable): what stands for DOMAIN
 * @mx: (nullable): what stands for MX
 *
 * Makes a text ready for a label: the code in it is monospace, gets no hyphen
 * where it is broken, and is isolated, so that it keeps its order in a language
 * that is written from right to left.
 *
 * Returns: (transfer full): Pango markup
 */
char *
tlsrpt_guide_text_to_markup (const char *text,
                             const char *domain,
                             const char *mx)
{
  g_return_val_if_fail (text != NULL, NULL);

  return render (text, domain, mx, append_markup);
}

/* Senders, logs, and people write the same id with hyphens, underscores, or spaces, and
 * in any case. */
static char
fold_octet (char c)
{
  return c == '_' || c == ' ' ? '-' : g_ascii_tolower (c);
}

/**
 * tlsrpt_guide_text_skip_id:
 * @id: the id of an entry
 * @text: what may begin with it, in any case, with hyphens, underscores or spaces
 *
 * Returns: how many octets of @text are @id; 0 if it does not begin with it
 */
gsize
tlsrpt_guide_text_skip_id (const char *id,
                           const char *text)
{
  gsize length = 0;

  g_return_val_if_fail (id != NULL, 0);
  g_return_val_if_fail (text != NULL, 0);

  for (; id[length] != '\0'; length++)
    {
      if (fold_octet (id[length]) != fold_octet (text[length]))
        return 0;
    }

  return length;
}

/**
 * tlsrpt_guide_text_is_same_id:
 * @id: the id of an entry
 * @word: what may be the same, in any case, with hyphens, underscores or spaces
 *
 * Returns: whether @word is @id
 */
gboolean
tlsrpt_guide_text_is_same_id (const char *id,
                              const char *word)
{
  gsize length = tlsrpt_guide_text_skip_id (id, word);

  return length > 0 && word[length] == '\0';
}
