/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-field-judgement.h"

typedef struct
{
  const char      *name;
  TlsrptFieldKind  kind;
  const char      *text;
  TlsrptSeverity   typing; /* while somebody is typing */
  TlsrptSeverity   finished;
  gboolean         is_good;
  const char      *repair;
} Case;

static const Case cases[] = {
  { "blank", TLSRPT_FIELD_MAIL, "",
    TLSRPT_SEVERITY_NONE, TLSRPT_SEVERITY_ERROR, FALSE, NULL },
  { "incomplete", TLSRPT_FIELD_MAIL, "tls@example",
    TLSRPT_SEVERITY_NONE, TLSRPT_SEVERITY_ERROR, FALSE, NULL },
  { "wrong", TLSRPT_FIELD_DOMAIN, "exam ple.com",
    TLSRPT_SEVERITY_ERROR, TLSRPT_SEVERITY_ERROR, FALSE, "example.com" },
  { "right", TLSRPT_FIELD_DOMAIN, "example.com",
    TLSRPT_SEVERITY_NONE, TLSRPT_SEVERITY_NONE, TRUE, NULL },
  { "note", TLSRPT_FIELD_DOMAIN, "www.example.com",
    TLSRPT_SEVERITY_NOTE, TLSRPT_SEVERITY_NOTE, TRUE, "example.com" },
  { "warning", TLSRPT_FIELD_DOMAIN, "co.uk",
    TLSRPT_SEVERITY_WARNING, TLSRPT_SEVERITY_WARNING, FALSE, NULL },
};

static void
test_judge (gconstpointer data)
{
  const Case *c = data;
  TlsrptField *field = tlsrpt_field_new (c->kind, c->text);
  TlsrptFieldJudgement typing = tlsrpt_field_judge (field, FALSE);
  TlsrptFieldJudgement finished = tlsrpt_field_judge (field, TRUE);

  g_assert_cmpint (typing.severity, ==, c->typing);
  g_assert_cmpint (finished.severity, ==, c->finished);
  g_assert_cmpint (typing.is_good, ==, c->is_good);
  g_assert_cmpint (finished.is_good, ==, c->is_good);
  g_assert_cmpstr (finished.repair, ==, c->repair);

  /* There is a message if, and only if, it matters. */
  g_assert_true ((typing.message != NULL) == (typing.severity != TLSRPT_SEVERITY_NONE));
  g_assert_true ((finished.message != NULL) == (finished.severity != TLSRPT_SEVERITY_NONE));

  g_assert_finalize_object (field);
}

/* That a destination stands twice matters more than what it is like, but less than that
 * it is none. */
static void
test_duplicate (void)
{
  TlsrptField *field = tlsrpt_field_new (TLSRPT_FIELD_MAIL, "a!b@example.com");
  TlsrptFieldJudgement judgement;

  tlsrpt_field_set_duplicate (field, TRUE);
  judgement = tlsrpt_field_judge (field, FALSE);
  g_assert_cmpint (judgement.severity, ==, TLSRPT_SEVERITY_NOTE);
  g_assert_nonnull (judgement.message);
  g_assert_false (judgement.is_good);

  tlsrpt_field_set_text (field, "a b");
  judgement = tlsrpt_field_judge (field, TRUE);
  g_assert_cmpint (judgement.severity, ==, TLSRPT_SEVERITY_ERROR);

  g_assert_finalize_object (field);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/field-judgement/judge/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_judge);
    }

  g_test_add_func ("/field-judgement/duplicate", test_duplicate);

  return g_test_run ();
}
