/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-excerpt.h"

#include <string.h>

typedef struct
{
  const char *name;
  const char *text;
  gsize       offset;
  gsize       length;
  gsize       room; /* of a line, or 0 */
  const char *shown;
  const char *span;
} Case;

#define FORTY "0123456789012345678901234567890123456789"

static const Case cases[] = {
  { "whole", "abc", 0, 3, 0, "abc", "abc" },
  { "middle", "abc", 1, 1, 0, "abc", "b" },
  { "missing", "abc", 3, 0, 0, "abc", "" },
  { "empty", "", 0, 0, 0, "", "" },
  { "fits", FORTY "x" FORTY, 40, 1, 0, FORTY "x" FORTY, "x" },
  { "cut", "a" FORTY "x" FORTY "b", 41, 1, 0, "…" FORTY "x" FORTY "…", "x" },
  { "cut-character", "\xc3\xa4" "123456789012345678901234567890123456789" "x", 41, 1, 0,
    "…123456789012345678901234567890123456789x", "x" },
  { "hostile", "a\033b", 1, 1, 0, "a⟨U+001B⟩b", "⟨U+001B⟩" },
  { "markup", "<b>&", 0, 3, 0, "<b>&", "<b>" },
  { "line-fits", "0123456789", 9, 1, 10, "0123456789", "9" },
  { "line-cut-after", "0123456789", 1, 1, 6, "012345…", "1" },
  { "line-cut-before", "0123456789", 7, 1, 6, "…456789", "7" },
  { "line-cut-both", "0123456789", 5, 1, 6, "…234567…", "5" },
  { "line-long-span", "0123456789", 1, 9, 6, "012345…", "12345" },
  { "line-missing", "0123456789", 10, 0, 6, "…789", "" },
  { "line-no-text", "01\x80\x80\x80\x80\x80\x80" "89", 5, 1, 4, "…���8…", "�" },
};

static void
test_excerpt (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (TlsrptExcerpt) excerpt = NULL;
  g_autofree char *span = NULL;

  if (c->room > 0)
    excerpt = tlsrpt_excerpt_new_for_line (c->text, strlen (c->text), c->offset, c->length,
                                           c->room);
  else
    excerpt = tlsrpt_excerpt_new (c->text, strlen (c->text), c->offset, c->length);
  span = g_strndup (excerpt->text + excerpt->start, excerpt->end - excerpt->start);

  g_assert_cmpstr (excerpt->text, ==, c->shown);
  g_assert_cmpstr (span, ==, c->span);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/excerpt/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_excerpt);
    }

  return g_test_run ();
}
