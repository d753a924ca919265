/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-summary.h"

#include "tlsrpt-display.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Lengths are relative, and colors those of the reader: it is printed and mailed. */
#define STYLE \
  "body { max-width: 48em; margin: 2em auto; padding: 0 1em; font-family: sans-serif;" \
  " overflow-wrap: anywhere; }\n" \
  "table { border-collapse: collapse; }\n" \
  "th, td { padding: 0.2em 0.8em 0.2em 0; text-align: start; vertical-align: top; }\n" \
  ".number { text-align: end; white-space: nowrap; }\n" \
  ".bar { display: flex; width: 12em; height: 0.8em; margin-top: 0.2em; }\n" \
  ".bar span { height: 100%; }\n" \
  ".failed { background: #c01c28; min-width: 2px; }\n" \
  ".successful { background: #26a269; }\n" \
  "pre { padding: 0.8em; border: 1px solid; overflow-x: auto; }\n"

/* Isolates become elements, which every browser knows; each is closed. */
static void
append_text (GString    *html,
             const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);
  guint depth = 0;

  for (const char *p = escaped; *p != '\0'; p++)
    {
      if (g_str_has_prefix (p, TLSRPT_FIRST_STRONG_ISOLATE))
        {
          g_string_append (html, "<bdi>");
          depth++;
          p += strlen (TLSRPT_FIRST_STRONG_ISOLATE) - 1;
        }
      else if (g_str_has_prefix (p, TLSRPT_POP_DIRECTIONAL_ISOLATE))
        {
          if (depth > 0)
            {
              g_string_append (html, "</bdi>");
              depth--;
            }
          p += strlen (TLSRPT_POP_DIRECTIONAL_ISOLATE) - 1;
        }
      else
        {
          g_string_append_c (html, *p);
        }
    }

  for (; depth > 0; depth--)
    g_string_append (html, "</bdi>");
}

static void
append_element (GString    *html,
                const char *name,
                const char *text)
{
  g_string_append_printf (html, "<%s>", name);
  append_text (html, text);
  g_string_append_printf (html, "</%s>\n", name);
}

static void
append_items (GString                  *html,
              const TlsrptSummaryBlock *block)
{
  const char *name = block->kind == TLSRPT_SUMMARY_STEPS ? "ol" : "ul";

  g_string_append_printf (html, "<%s>\n", name);
  for (gsize i = 0; block->items[i] != NULL; i++)
    append_element (html, "li", block->items[i]);
  g_string_append_printf (html, "</%s>\n", name);
}

/* The numbers say the same. */
static void
append_bar (GString                *html,
            const TlsrptSummaryBar *bar)
{
  g_string_append (html, "<td aria-hidden=\"true\"><div class=\"bar\">");
  if (bar->failed > 0)
    g_string_append_printf (html, "<span class=\"failed\" style=\"width: %u.%u%%\"></span>",
                            bar->failed / 10, bar->failed % 10);
  g_string_append_printf (html, "<span class=\"successful\" style=\"width: %u.%u%%\"></span>",
                          bar->successful / 10, bar->successful % 10);
  g_string_append (html, "</div></td>");
}

static void
append_table (GString                  *html,
              const TlsrptSummaryBlock *block)
{
  g_string_append (html, "<table>\n");
  for (guint i = 0; i < block->rows->len; i++)
    {
      char **cells = g_ptr_array_index (block->rows, i);
      guint n_cells = g_strv_length (cells);
      const char *name = i == 0 ? "th" : "td";

      g_string_append (html, "<tr>");
      for (guint j = 0; j < n_cells; j++)
        {
          g_string_append_printf (html, "<%s%s>", name,
                                  j + block->n_numbers < n_cells ? "" : " class=\"number\"");
          append_text (html, cells[j]);
          g_string_append_printf (html, "</%s>", name);
        }
      if (block->bars != NULL && i > 0)
        append_bar (html, &g_array_index (block->bars, TlsrptSummaryBar, i - 1));
      g_string_append (html, "</tr>\n");
    }
  g_string_append (html, "</table>\n");
}

static void
append_block (GString                  *html,
              const TlsrptSummaryBlock *block)
{
  switch (block->kind)
    {
    case TLSRPT_SUMMARY_TITLE:
      append_element (html, "h1", block->text);
      break;

    case TLSRPT_SUMMARY_HEADING:
      append_element (html, "h2", block->text);
      break;

    case TLSRPT_SUMMARY_SUBHEADING:
      append_element (html, "h3", block->text);
      break;

    case TLSRPT_SUMMARY_LIST:
    case TLSRPT_SUMMARY_STEPS:
      append_items (html, block);
      break;

    case TLSRPT_SUMMARY_TABLE:
      append_table (html, block);
      break;

    case TLSRPT_SUMMARY_CODE:
      /* It is never read from right to left. */
      g_string_append (html, "<pre dir=\"ltr\">");
      append_text (html, block->text);
      g_string_append (html, "</pre>\n");
      break;

    case TLSRPT_SUMMARY_PARAGRAPH:
    default:
      append_element (html, "p", block->text);
      break;
    }
}

/**
 * tlsrpt_summary_dup_html:
 * @blocks: (element-type TlsrptSummaryBlock): a summary
 *
 * Writes a summary as a document in HTML, which loads nothing and runs nothing.
 *
 * Returns: (transfer full): the document, in UTF-8
 */
char *
tlsrpt_summary_dup_html (const GPtrArray *blocks)
{
  GString *html = g_string_new ("<!DOCTYPE html>\n");

  g_string_append_printf (html, "<html lang=\"%s\" dir=\"auto\">\n<head>\n<meta charset=\"utf-8\">\n",
                          /* Translators: the tag of your language in HTML, such as “de” */
                          C_("language tag", "en"));
  g_string_append (html, "<meta http-equiv=\"Content-Security-Policy\" "
                         "content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
                         "<meta name=\"viewport\" content=\"width=device-width\">\n"
                         "<meta name=\"color-scheme\" content=\"light dark\">\n");
  append_element (html, "title", _("TLS Reports"));
  g_string_append (html, "<style>\n" STYLE "</style>\n</head>\n<body>\n");

  for (guint i = 0; i < blocks->len; i++)
    append_block (html, g_ptr_array_index (blocks, i));

  g_string_append (html, "</body>\n</html>\n");

  return g_string_free (html, FALSE);
}
