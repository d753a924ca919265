/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "check-fixture.h"
#include "tlsrpt-check-text.h"

#include <string.h>

typedef struct
{
  const char *domain;
  const char *shown_domain;
  const char *published;
  const char *valid;
  const char *problem; /* a part of it, NULL if there is none */
  const char *summary;
} Case;

/* What the table says of a check that is done. */
static const Case cases[] = {
  { "good.example", "good.example", "Yes", "Yes", NULL, "mailto:tls@good.example" },
  { "two.example", "two.example", "Several", "", "more than one", "more than one" },
  { "invalid.example", "invalid.example", "Yes", "No", "“mailto:”", "“mailto:”" },
  { "unusable.example", "unusable.example", "Yes", "Unusable", "No sender", "No sender" },
  { "doubtful.example", "doubtful.example", "Yes", "Yes", NULL, "mailto:tls@doubtful.example" },
  { "nodata.example", "nodata.example", "No", "", "has no TXT record",
    "has no TXT record" },
  { "servfail.example", "servfail.example", "Unknown", "", "lookup failed", "lookup failed" },
  { "xn--bcher-kva.example", "bücher.example", "No", "", "does not exist", "does not exist" },
  { "xn--bcher-kva.x_y", "xn--bcher-kva.x_y", "", "", "“_”", "“_”" },
  { "x_y.example", "x_y.example", "", "", "“_”", "“_”" },
  { "x\033[2J.example", "x⟨U+001B⟩[2J.example", "", "", "U+001B", "U+001B" },
};

static void
assert_part (const char *text,
             const char *part)
{
  if (part == NULL)
    {
      g_assert_null (text);
      return;
    }

  /* Cells show no marks for the direction of what is quoted. */
  g_assert_nonnull (strstr (text, part));
  g_assert_null (strstr (text, "\u2068"));
  g_assert_null (strchr (text, '\033'));
}

static void
test_done (CheckFixture  *fixture,
           gconstpointer  data)
{
  const Case *c = data;
  TlsrptCheck *check = check_fixture_run (fixture, c->domain);
  g_autofree char *problem = tlsrpt_check_dup_problem (check);
  g_autofree char *domain = NULL;
  g_autofree char *published = NULL;
  g_autofree char *summary = NULL;
  g_autofree char *valid = NULL;

  g_object_get (check,
                "published", &published,
                "shown-domain", &domain,
                "summary", &summary,
                "valid", &valid,
                NULL);
  g_assert_cmpstr (domain, ==, c->shown_domain);
  g_assert_cmpstr (published, ==, c->published);
  g_assert_cmpstr (valid, ==, c->valid);
  assert_part (problem, c->problem);
  assert_part (summary, c->summary);

  g_assert_finalize_object (check);
}

static void
test_silence (CheckFixture  *fixture,
              gconstpointer  data)
{
  TlsrptCheck *check;
  g_autofree char *problem = NULL;

  check_fixture_lose_patience (fixture);
  check = check_fixture_run (fixture, "silent.example");
  problem = tlsrpt_check_dup_problem (check);

  g_assert_cmpstr (tlsrpt_check_get_published_word (check), ==, "Unknown");
  assert_part (problem, "in time");

  g_assert_finalize_object (check);
}

static void
assert_unjudged (TlsrptCheck *check,
                 const char  *expected_problem,
                 const char  *expected_summary)
{
  g_autofree char *problem = tlsrpt_check_dup_problem (check);
  g_autofree char *summary = tlsrpt_check_dup_summary (check);

  g_assert_cmpstr (tlsrpt_check_get_published_word (check), ==, "");
  g_assert_cmpstr (tlsrpt_check_get_valid_word (check), ==, "");
  g_assert_cmpstr (problem, ==, expected_problem);
  g_assert_cmpstr (summary, ==, expected_summary);
}

/* Until there is a verdict, the words say how far the check has come. */
static void
test_states (CheckFixture  *fixture,
             gconstpointer  data)
{
  TlsrptCheck *check = tlsrpt_check_new (fixture->resolver, "silent.example",
                                         TLSRPT_LOOKUP_NORMAL);

  assert_unjudged (check, NULL, "");

  tlsrpt_check_start (check);
  assert_unjudged (check, NULL, "Waiting for answers…");

  tlsrpt_check_cancel (check);
  assert_unjudged (check, "Canceled", "Canceled");

  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (check);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = g_strcanon (g_strdup (cases[i].domain),
                                          G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS "_.", '-');
      g_autofree char *path = g_strconcat ("/check-text/done/", name, NULL);

      check_fixture_add (path, test_done, &cases[i]);
    }

  check_fixture_add ("/check-text/silence", test_silence, NULL);
  check_fixture_add ("/check-text/states", test_states, NULL);

  return g_test_run ();
}
