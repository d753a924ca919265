/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-error.h"
#include "tlsrpt-limits.h"
#include "tlsrpt-text.h"

#include <string.h>

typedef struct
{
  const char *name;
  const char *text;
  const char *trimmed; /* NULL if it is refused */
} Trim;

static const Trim trims[] = {
  { "nothing", "", "" },
  { "blank", " \t\r\n", "" },
  { "bare", "a b", "a b" },
  { "around", " \n a b\t", "a b" },
  { "wide", "\u3000\u00a0a\u2003", "a" },

  /* What cannot be seen is named by whoever refuses it. */
  { "invisible", "\u200ba\u200b", "\u200ba\u200b" },
  { "mark-behind-space", "a \u0301", "a \u0301" },
  { "encoding", "a\xff", NULL },
  { "cut-character", "a\xc3", NULL },
  { "surrogate", "\xed\xa0\x80", NULL },
};

static void
test_trim (gconstpointer data)
{
  const Trim *c = data;
  g_autoptr (GError) error = NULL;
  const char *start;
  gsize length;

  if (c->trimmed == NULL)
    {
      g_assert_false (tlsrpt_text_trim (c->text, &start, &length, &error));
      g_assert_error (error, TLSRPT_ERROR, TLSRPT_ERROR_ENCODING);
      return;
    }

  g_assert_true (tlsrpt_text_trim (c->text, &start, &length, &error));
  g_assert_no_error (error);
  g_assert_cmpmem (start, length, c->trimmed, strlen (c->trimmed));
}

/* Counted with its white space: nobody types that much. */
static void
test_limit (void)
{
  g_autofree char *longest = g_strnfill (TLSRPT_LIMIT_INPUT, ' ');
  g_autofree char *longer = g_strnfill (TLSRPT_LIMIT_INPUT + 1, ' ');
  g_autoptr (GError) error = NULL;
  const char *start;
  gsize length;

  g_assert_true (tlsrpt_text_trim (longest, &start, &length, &error));
  g_assert_cmpuint (length, ==, 0);

  g_assert_false (tlsrpt_text_trim (longer, &start, &length, &error));
  g_assert_error (error, TLSRPT_ERROR, TLSRPT_ERROR_TOO_LONG);
}

/* Whatever cannot stand somewhere has a name that can be seen. */
static void
test_describe (void)
{
  static const struct
  {
    gunichar    c;
    const char *name;
  } cases[] = {
    { ' ', "a space" },
    { '\t', "a tab" },
    { '\n', "a line break" },
    { '\r', "a line break" },
    { ',', "the character “,”" },
    { 0xe9, "the character “é”" },
    { 0x1f4a9, "the character “💩”" },
    { 0x0301, "the character U+0301" },
    { 0x00a0, "the invisible character U+00A0" },
    { 0x200b, "the invisible character U+200B" },
    { 0x202e, "the invisible character U+202E" },
    { 0x1b, "the invisible character U+001B" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = tlsrpt_text_describe (cases[i].c);

      g_assert_cmpstr (name, ==, cases[i].name);
    }
}

static void
test_squeeze (void)
{
  static const struct
  {
    const char *text;
    const char *squeezed;
  } cases[] = {
    { "", "" },
    { "ab", "ab" },
    { " a\u00a0b\tc\n", "abc" },
    { "\ufeffa\u200bb\u202ec", "abc" },
    { "a\ufe0f", "a" },

    /* Names need the joiners, and marks are letters. */
    { "a\u200cb\u200dc", "a\u200cb\u200dc" },
    { "e\u0301", "e\u0301" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *squeezed = tlsrpt_text_squeeze (cases[i].text, strlen (cases[i].text));
      g_autofree char *none = tlsrpt_text_squeeze (cases[i].text, 0);

      g_assert_cmpstr (squeezed, ==, cases[i].squeezed);
      g_assert_cmpstr (none, ==, "");
    }
}

static void
test_has_prefix (void)
{
  g_assert_true (tlsrpt_text_has_prefix ("mailto:a", "mailto:"));
  g_assert_true (tlsrpt_text_has_prefix ("MailTo:a", "mailto:"));
  g_assert_true (tlsrpt_text_has_prefix ("a", ""));
  g_assert_false (tlsrpt_text_has_prefix ("mailt", "mailto:"));
  g_assert_false (tlsrpt_text_has_prefix ("", "mailto:"));

  /* A letter that only looks so to the locale. */
  g_assert_false (tlsrpt_text_has_prefix ("ma\u0131lto:a", "mailto:"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (trims); i++)
    {
      g_autofree char *path = g_strconcat ("/text/trim/", trims[i].name, NULL);

      g_test_add_data_func (path, &trims[i], test_trim);
    }

  g_test_add_func ("/text/limit", test_limit);
  g_test_add_func ("/text/describe", test_describe);
  g_test_add_func ("/text/squeeze", test_squeeze);
  g_test_add_func ("/text/has-prefix", test_has_prefix);

  return g_test_run ();
}
