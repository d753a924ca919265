/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-summary.h"

#include "tlsrpt-display.h"

#include <string.h>

/* What is markup wherever it stands, in CommonMark and in what GitHub and GitLab make of it:
 * emphasis, code, links, HTML, entities, tables, formulas and mentions. */
#define MARKUP "\\`*_[]<>|~&$@#"

/* Whether a sign at the start of a line would make it a list, a rule or a heading. */
static gboolean
is_marker (const char *line)
{
  gsize n_digits = strspn (line, "0123456789");

  return strchr ("-+=", *line) != NULL ||
         (n_digits > 0 && (line[n_digits] == '.' || line[n_digits] == ')'));
}

/* Addresses become links by themselves. */
static gboolean
is_link (const char *text,
         const char *p)
{
  return g_str_has_prefix (p, "://") ||
         (*p == '.' && p - text >= 3 && g_ascii_strncasecmp (p - 3, "www", 3) == 0);
}

static void
append_text (GString    *markdown,
             const char *text)
{
  g_autofree char *plain = tlsrpt_display_strip_isolates (text);

  for (const char *p = plain; *p != '\0'; p++)
    {
      gboolean is_escaped = strchr (MARKUP, *p) != NULL || is_link (plain, p);

      if (p == plain && is_marker (p))
        {
          /* A number cannot be escaped, but what follows it can. */
          gsize n_digits = strspn (p, "0123456789");

          g_string_append_len (markdown, p, (gssize) n_digits);
          p += n_digits;
          is_escaped = TRUE;
        }

      if (is_escaped)
        g_string_append_c (markdown, '\\');
      g_string_append_c (markdown, *p == '\n' || *p == '\r' ? ' ' : *p);
    }
}

static void
append_line (GString    *markdown,
             const char *mark,
             const char *text)
{
  g_string_append (markdown, mark);
  append_text (markdown, text);
  g_string_append_c (markdown, '\n');
}

static void
append_items (GString                  *markdown,
              const TlsrptSummaryBlock *block)
{
  for (guint i = 0; block->items[i] != NULL; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u. ", i + 1);

      append_line (markdown, block->kind == TLSRPT_SUMMARY_STEPS ? number : "- ",
                   block->items[i]);
    }
}

static void
append_row (GString            *markdown,
            const char *const  *cells)
{
  for (gsize i = 0; cells[i] != NULL; i++)
    {
      g_string_append (markdown, i == 0 ? "| " : " | ");
      append_text (markdown, cells[i]);
    }
  g_string_append (markdown, " |\n");
}

static void
append_table (GString                  *markdown,
              const TlsrptSummaryBlock *block)
{
  for (guint i = 0; i < block->rows->len; i++)
    {
      char **cells = g_ptr_array_index (block->rows, i);
      guint n_cells = g_strv_length (cells);

      append_row (markdown, (const char *const *) cells);
      if (i > 0)
        continue;

      for (guint j = 0; j < n_cells; j++)
        g_string_append (markdown, j + block->n_numbers < n_cells ? "| --- " : "| ---: ");
      g_string_append (markdown, "|\n");
    }
}

/* A fence is longer than any that stands inside. */
static void
append_code (GString    *markdown,
             const char *code)
{
  gsize n_most = 2;
  g_autofree char *fence = NULL;

  for (const char *p = strchr (code, '`'); p != NULL; p = strchr (p, '`'))
    {
      gsize n = strspn (p, "`");

      n_most = MAX (n_most, n);
      p += n;
    }

  fence = g_strnfill (n_most + 1, '`');
  g_string_append_printf (markdown, "%s\n%s%s%s\n", fence, code,
                          g_str_has_suffix (code, "\n") ? "" : "\n", fence);
}

/**
 * tlsrpt_summary_dup_markdown:
 * @blocks: (element-type TlsrptSummaryBlock): a summary
 *
 * Writes a summary as Markdown, with the tables of GitHub.  Nothing in a report is markup.
 *
 * Returns: (transfer full): the text, in UTF-8
 */
char *
tlsrpt_summary_dup_markdown (const GPtrArray *blocks)
{
  GString *markdown = g_string_new (NULL);

  for (guint i = 0; i < blocks->len; i++)
    {
      const TlsrptSummaryBlock *block = g_ptr_array_index (blocks, i);

      if (i > 0)
        g_string_append_c (markdown, '\n');

      switch (block->kind)
        {
        case TLSRPT_SUMMARY_TITLE:
          append_line (markdown, "# ", block->text);
          break;

        case TLSRPT_SUMMARY_HEADING:
          append_line (markdown, "## ", block->text);
          break;

        case TLSRPT_SUMMARY_SUBHEADING:
          append_line (markdown, "### ", block->text);
          break;

        case TLSRPT_SUMMARY_LIST:
        case TLSRPT_SUMMARY_STEPS:
          append_items (markdown, block);
          break;

        case TLSRPT_SUMMARY_TABLE:
          append_table (markdown, block);
          break;

        case TLSRPT_SUMMARY_CODE:
          append_code (markdown, block->text);
          break;

        case TLSRPT_SUMMARY_PARAGRAPH:
        default:
          append_line (markdown, "", block->text);
          break;
        }
    }

  return g_string_free (markdown, FALSE);
}
