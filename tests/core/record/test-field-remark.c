/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-field-remark.h"

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
test_dup (gconstpointer data)
{
  const Case *c = data;
  TlsrptField *field = tlsrpt_field_new (c->kind, c->text);
  g_autoptr (TlsrptRemark) typing = tlsrpt_field_dup_remark (field, FALSE);
  g_autoptr (TlsrptRemark) finished = tlsrpt_field_dup_remark (field, TRUE);

  g_assert_cmpint (tlsrpt_remark_get_severity (typing), ==, c->typing);
  g_assert_cmpint (tlsrpt_remark_get_severity (finished), ==, c->finished);
  g_assert_cmpint (tlsrpt_field_is_good (field), ==, c->is_good);

  /* There is a remark if, and only if, it matters. */
  g_assert_true ((typing != NULL) == (c->typing != TLSRPT_SEVERITY_NONE));
  g_assert_true ((finished != NULL) == (c->finished != TLSRPT_SEVERITY_NONE));
  if (finished != NULL)
    g_assert_cmpstr (tlsrpt_remark_get_repair (finished), ==, c->repair);
  if (c->finished == TLSRPT_SEVERITY_ERROR)
    g_assert_cmpstr (tlsrpt_remark_get_code (finished), ==, "problem");

  g_assert_finalize_object (field);
}

/* That a destination is listed twice matters more than what it is like, but less than
 * that it is none. */
static void
test_duplicate (void)
{
  TlsrptField *field = tlsrpt_field_new (TLSRPT_FIELD_MAIL, "a!b@example.com");
  g_autoptr (TlsrptRemark) duplicate = NULL;
  g_autoptr (TlsrptRemark) wrong = NULL;

  tlsrpt_field_set_duplicate (field, TRUE);
  duplicate = tlsrpt_field_dup_remark (field, FALSE);
  g_assert_cmpint (tlsrpt_remark_get_severity (duplicate), ==, TLSRPT_SEVERITY_NOTE);
  g_assert_cmpstr (tlsrpt_remark_get_code (duplicate), ==, "duplicate");
  g_assert_false (tlsrpt_field_is_good (field));

  tlsrpt_field_set_text (field, "a b");
  wrong = tlsrpt_field_dup_remark (field, TRUE);
  g_assert_cmpint (tlsrpt_remark_get_severity (wrong), ==, TLSRPT_SEVERITY_ERROR);

  g_assert_finalize_object (field);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/field-remark/dup/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_dup);
    }

  g_test_add_func ("/field-remark/duplicate", test_duplicate);

  return g_test_run ();
}
