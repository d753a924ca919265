/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-discovery.h"

#define RECORD "v=TLSRPTv1; rua=mailto:a@b.example"

typedef struct
{
  const char      *name;
  const char      *texts[5];
  TlsrptDiscovery  discovery;
  guint            position;
} Case;

static const Case cases[] = {
  { "nothing", { NULL }, TLSRPT_DISCOVERY_NONE, 0 },
  { "one", { RECORD }, TLSRPT_DISCOVERY_ONE, 0 },
  { "no-space", { "v=TLSRPTv1;rua=mailto:a@b.example" }, TLSRPT_DISCOVERY_ONE, 0 },
  { "spf", { "v=spf1 -all" }, TLSRPT_DISCOVERY_NONE, 0 },
  { "empty", { "" }, TLSRPT_DISCOVERY_NONE, 0 },
  { "beside-spf", { "v=spf1 -all", RECORD, "x" }, TLSRPT_DISCOVERY_ONE, 1 },
  { "same-twice", { RECORD, RECORD }, TLSRPT_DISCOVERY_SEVERAL, 0 },
  { "two", { RECORD, "x", "v=TLSRPTv1;" }, TLSRPT_DISCOVERY_SEVERAL, 0 },
  { "leading-space", { " " RECORD }, TLSRPT_DISCOVERY_NONE, 0 },
  { "case", { "v=tlsrptv1; rua=mailto:a@b.example" }, TLSRPT_DISCOVERY_NONE, 0 },

  /* Grammatical, but discarded beside another. */
  { "space-alone", { "v=TLSRPTv1 ; rua=mailto:a@b.example" }, TLSRPT_DISCOVERY_ONE, 0 },
  { "space-beside", { "v=TLSRPTv1 ; rua=mailto:a@b.example", "x" }, TLSRPT_DISCOVERY_NONE, 0 },
  { "space-and-other", { "v=TLSRPTv1 ; rua=mailto:a@b.example", RECORD },
    TLSRPT_DISCOVERY_ONE, 1 },

  /* A bad record that stands alone is there, and bad. */
  { "bad-alone", { "v=TLSRPTv1" }, TLSRPT_DISCOVERY_ONE, 0 },
  { "bad-uri-alone", { "v=TLSRPTv1; rua=bad" }, TLSRPT_DISCOVERY_ONE, 0 },
  { "bad-beside", { "x", "v=TLSRPTv1" }, TLSRPT_DISCOVERY_NONE, 0 },
  { "other-version", { "v=TLSRPTv10; rua=mailto:a@b.example" }, TLSRPT_DISCOVERY_NONE, 0 },
};

static void
test_discover (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (GPtrArray) texts =
    g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  guint position = 0;

  for (gsize i = 0; c->texts[i] != NULL; i++)
    g_ptr_array_add (texts, g_bytes_new_static (c->texts[i], strlen (c->texts[i])));

  g_assert_cmpint (tlsrpt_discover (texts, &position), ==, c->discovery);
  g_assert_cmpuint (position, ==, c->position);
}

static void
test_names (void)
{
  g_assert_cmpstr (tlsrpt_discovery_get_name (TLSRPT_DISCOVERY_NONE), ==, "none");
  g_assert_cmpstr (tlsrpt_discovery_get_name (TLSRPT_DISCOVERY_ONE), ==, "one");
  g_assert_cmpstr (tlsrpt_discovery_get_name (TLSRPT_DISCOVERY_SEVERAL), ==, "several");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/discovery/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_discover);
    }

  g_test_add_func ("/discovery/names", test_names);

  return g_test_run ();
}
