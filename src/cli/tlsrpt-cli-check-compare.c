/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-cli-check-compare.h"

#include "tlsrpt-cli.h"
#include "tlsrpt-display.h"
#include "tlsrpt-limits.h"
#include "tlsrpt-wrap.h"

#include <gio/gio.h>
#include <glib/gi18n.h>

#define INDENT 2

/* As much as is read in one go. */
#define BUFFER_SIZE 65536

static GBytes *
read_up_to (GInputStream  *input,
            gsize          limit,
            GError       **error)
{
  g_autoptr (GByteArray) text = g_byte_array_new ();
  guint8 buffer[BUFFER_SIZE];

  while (text->len < limit)
    {
      gssize n = g_input_stream_read (input, buffer, MIN (sizeof buffer, limit - text->len), NULL,
                                      error);

      if (n < 0)
        return NULL;
      if (n == 0)
        break;

      g_byte_array_append (text, buffer, (guint) n);
    }

  return g_byte_array_free_to_bytes (g_steal_pointer (&text));
}

/* A file that has no end would be read for ever. */
static GBytes *
read_file (const char  *path,
           GError     **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr (GFileInputStream) input = g_file_read (file, NULL, error);
  g_autoptr (GBytes) text = NULL;
  g_autofree char *size = NULL;

  if (input == NULL)
    return NULL;

  text = read_up_to (G_INPUT_STREAM (input), TLSRPT_LIMIT_COMPARE_FILE + 1, error);
  if (text == NULL || g_bytes_get_size (text) <= TLSRPT_LIMIT_COMPARE_FILE)
    return g_steal_pointer (&text);

  size = g_format_size_full (TLSRPT_LIMIT_COMPARE_FILE, G_FORMAT_SIZE_IEC_UNITS);
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED,
               /* Translators: %s is a size, such as “64 MiB” */
               _("the file is larger than %s"), size);

  return NULL;
}

/**
 * tlsrpt_cli_check_read_history:
 * @path: a file
 *
 * Reads what an earlier run printed.  What is wrong with it is printed.
 *
 * Returns: (transfer full) (nullable): what that run found
 */
TlsrptHistory *
tlsrpt_cli_check_read_history (const char *path)
{
  g_autofree char *shown = tlsrpt_display_sanitise (path, -1);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) text = read_file (path, &error);
  g_autofree char *message = NULL;
  TlsrptHistory *history = NULL;

  if (text != NULL)
    history = tlsrpt_history_new (g_bytes_get_data (text, NULL), g_bytes_get_size (text), &error);

  if (history == NULL)
    {
      message = tlsrpt_display_sanitise (error->message, -1);
      /* Translators: the first %s is a file, the second says what is wrong with it */
      tlsrpt_cli_error (_("--compare: “%s”: %s"), shown, message);
    }

  return history;
}

static void
append_paragraph (GString    *text,
                  const char *line,
                  guint       indent)
{
  g_autofree char *plain = tlsrpt_display_strip_isolates (line);

  tlsrpt_wrap_append (text, plain, "", indent, tlsrpt_wrap_get_width ());
}

static void
append_change (GString             *text,
               const TlsrptChanged *changed)
{
  const char *label = tlsrpt_changed_get_label (changed->kind);
  g_autofree char *place = changed->place != NULL ? tlsrpt_display_sanitise (changed->place, -1)
                                                  : NULL;
  g_autofree char *before = changed->before != NULL ? tlsrpt_display_sanitise (changed->before, -1)
                                                    : NULL;
  g_autofree char *after = changed->after != NULL ? tlsrpt_display_sanitise (changed->after, -1)
                                                  : NULL;
  g_autofree char *what = place != NULL ? g_strdup_printf ("%s (%s)", label, place)
                                        : g_strdup (label);
  g_autofree char *line = NULL;

  if (before == NULL)
    /* Translators: the first %s is what was added, such as “MX record”, the second its value */
    line = g_strdup_printf (_("%s: added: “%s”"), what, after);
  else if (after == NULL)
    /* Translators: the first %s is what was removed, such as “MX record”, the second its
     * value */
    line = g_strdup_printf (_("%s: removed: “%s”"), what, before);
  else
    /* Translators: the first %s is what has changed, such as “MX record”, the others are its
     * values */
    line = g_strdup_printf (_("%s: changed from “%s” to “%s”"), what, before, after);

  append_paragraph (text, line, 2 * INDENT);
}

/**
 * tlsrpt_cli_check_append_changes:
 * @text: where to append
 * @domain: a domain
 * @since: (nullable): when it was checked before
 * @changes: (nullable): what has changed; `NULL` if there is nothing to compare with
 *
 * Appends a paragraph that says what has changed.
 */
void
tlsrpt_cli_check_append_changes (GString    *text,
                                 const char *domain,
                                 const char *since,
                                 GPtrArray  *changes)
{
  g_autofree char *shown = since != NULL ? tlsrpt_display_sanitise (since, -1) : NULL;
  g_autofree char *head = NULL;

  g_string_append_printf (text, "%s\n", domain);

  if (changes == NULL)
    {
      append_paragraph (text, _("The earlier run did not check this domain"), INDENT);
      return;
    }

  if (changes->len == 0)
    /* Translators: %s is a time */
    head = g_strdup_printf (_("No change since %s"), shown != NULL ? shown : "?");
  else
    /* Translators: %s is a time */
    head = g_strdup_printf (_("Changed since %s:"), shown != NULL ? shown : "?");
  append_paragraph (text, head, INDENT);

  for (guint i = 0; i < changes->len; i++)
    append_change (text, g_ptr_array_index (changes, i));
}
