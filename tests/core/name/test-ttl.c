/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-error.h"
#include "tlsrpt-ttl.h"

#include <string.h>

typedef struct
{
  const char *name;
  const char *text;
  int         code; /* -1: it is right */
  guint       ttl;
} Case;

#define REFUSED(name, text) { name, text, TLSRPT_ERROR_TTL, 0 }

static const Case cases[] = {
  { "number", "3600", -1, 3600 },
  { "zero", "0", -1, 0 },
  { "leading-zeros", "0060", -1, 60 },
  { "white-space", " 300\n", -1, 300 },

  /* RFC 2181 section 8: 31 bits. */
  { "largest", "2147483647", -1, 2147483647 },
  REFUSED ("too-large", "2147483648"),
  REFUSED ("far-too-large", "99999999999999999999999999"),

  REFUSED ("negative", "-1"),
  REFUSED ("plus", "+1"),

  /* The units of zone files. */
  { "minutes", "30m", -1, 1800 },
  { "hour", "1h", -1, 3600 },
  { "day", "1D", -1, 86400 },
  { "week", "1w", -1, 604800 },
  { "seconds", "60s", -1, 60 },
  { "sum", "1d12h", -1, 129600 },
  REFUSED ("unit-alone", "h"),
  REFUSED ("unit-unknown", "1y"),
  REFUSED ("unit-twice", "1hh"),
  REFUSED ("unit-missing", "1h30"),
  REFUSED ("unit-space", "1 h"),
  REFUSED ("units-too-large", "3551w"),
  REFUSED ("units-far-too-large", "99999999999999999999w"),

  REFUSED ("hexadecimal", "0x10"),
  REFUSED ("fraction", "1.5"),
  REFUSED ("two", "1 2"),
  REFUSED ("other-digits", "\u0661"),
  { "empty", "", TLSRPT_ERROR_EMPTY, 0 },
  { "blank", " \t", TLSRPT_ERROR_EMPTY, 0 },
  { "encoding", "1\xff", TLSRPT_ERROR_ENCODING, 0 },
};

static void
test_parse (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (GError) error = NULL;
  guint ttl = 1;

  if (c->code == -1)
    {
      g_assert_true (tlsrpt_ttl_parse (c->text, &ttl, &error));
      g_assert_no_error (error);
      g_assert_cmpuint (ttl, ==, c->ttl);
      return;
    }

  g_assert_false (tlsrpt_ttl_parse (c->text, &ttl, &error));
  g_assert_error (error, TLSRPT_ERROR, c->code);
  g_assert_cmpuint (ttl, ==, 1);
}

/* What was typed is quoted, and harmless. */
static void
test_hostile (void)
{
  g_autoptr (GError) error = NULL;
  guint ttl;

  g_assert_false (tlsrpt_ttl_parse ("\033[2J", &ttl, &error));
  g_assert_null (strchr (error->message, '\033'));
  g_assert_nonnull (strstr (error->message, "“\u2068⟨U+001B⟩[2J\u2069”"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/ttl/parse/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_parse);
    }

  g_test_add_func ("/ttl/hostile", test_hostile);

  return g_test_run ();
}
