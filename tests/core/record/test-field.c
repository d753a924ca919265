/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sentence.h"
#include "tlsrpt-error.h"
#include "tlsrpt-field.h"

/* What a field must be at any time, whoever looks when. */
static void
assert_consistent (TlsrptField *field)
{
  g_autofree char *value = NULL;
  g_autofree char *problem = NULL;
  g_autofree char *repair = NULL;
  g_autofree char *text = NULL;
  g_autoptr (TlsrptRemark) advice = NULL;
  const GError *error = tlsrpt_field_get_error (field);
  TlsrptFieldKind kind;
  gboolean blank, duplicate, incomplete;

  g_object_get (field,
                "advice", &advice,
                "blank", &blank,
                "duplicate", &duplicate,
                "incomplete", &incomplete,
                "kind", &kind,
                "problem", &problem,
                "repair", &repair,
                "text", &text,
                "value", &value,
                NULL);

  g_assert_cmpint (kind, ==, tlsrpt_field_get_kind (field));
  g_assert_cmpstr (text, ==, tlsrpt_field_get_text (field));
  g_assert_cmpstr (value, ==, tlsrpt_field_get_value (field));
  g_assert_cmpint (blank, ==, tlsrpt_field_is_blank (field));
  g_assert_cmpint (duplicate, ==, tlsrpt_field_get_duplicate (field));
  g_assert_true (advice == tlsrpt_field_get_advice (field));
  g_assert_nonnull (text);

  g_assert_true ((value == NULL) != (problem == NULL));
  g_assert_true ((value == NULL) == (error != NULL));

  if (error != NULL)
    {
      g_assert_true (error->domain == TLSRPT_ERROR);
      g_assert_cmpstr (problem, ==, error->message);
      g_assert_cmpstr (repair, ==, tlsrpt_error_get_repair (error));
      g_assert_cmpint (incomplete, ==, tlsrpt_error_is_incomplete (error));
      g_assert_cmpint (blank, ==, error->code == TLSRPT_ERROR_EMPTY);
      g_assert_null (advice);
    }
  else
    {
      g_assert_null (repair);
      g_assert_false (incomplete);
      g_assert_false (blank);
    }

  g_assert_cmpuint (tlsrpt_field_get_all_advice (field)->len > 0, ==, advice != NULL);
}

static void
test_properties (void)
{
  static const TlsrptFieldKind kinds[] = {
    TLSRPT_FIELD_DOMAIN, TLSRPT_FIELD_MAIL, TLSRPT_FIELD_ENDPOINT, TLSRPT_FIELD_MAIL_HOST,
  };
  static const char *const texts[] = {
    "", " ", "example.com", "www.example.com", "co.uk", "tls@example.com", "a!b@example.com",
    "https://example.com", "https://example.com:8443/?a=b", "http://example.com", "exam ple.com",
    "\xff", "a@b.example, c@d.example",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      TlsrptField *changed = tlsrpt_field_new (kinds[i], NULL);

      g_assert_cmpstr (tlsrpt_field_get_text (changed), ==, "");
      g_assert_true (tlsrpt_field_is_blank (changed));
      assert_consistent (changed);

      for (gsize j = 0; j < G_N_ELEMENTS (texts); j++)
        {
          TlsrptField *fresh = tlsrpt_field_new (kinds[i], texts[j]);

          tlsrpt_field_set_text (changed, texts[j]);
          assert_consistent (fresh);
          assert_consistent (changed);
          g_assert_cmpstr (tlsrpt_field_get_value (changed), ==, tlsrpt_field_get_value (fresh));
          g_assert_finalize_object (fresh);
        }

      g_assert_finalize_object (changed);
    }
}

static void
test_construct (void)
{
  TlsrptField *field = g_object_new (TLSRPT_TYPE_FIELD,
                                     "text", "tls@example.com",
                                     "kind", TLSRPT_FIELD_MAIL,
                                     NULL);

  g_assert_cmpint (tlsrpt_field_get_kind (field), ==, TLSRPT_FIELD_MAIL);
  g_assert_cmpstr (tlsrpt_field_get_value (field), ==, "mailto:tls@example.com");
  assert_consistent (field);

  g_object_set (field, "text", NULL, NULL);
  g_assert_cmpstr (tlsrpt_field_get_text (field), ==, "");
  assert_consistent (field);

  g_assert_finalize_object (field);
}

static void
notify_cb (TlsrptField *field,
           GParamSpec  *pspec,
           GPtrArray   *names)
{
  assert_consistent (field);
  g_ptr_array_add (names, (char *) g_param_spec_get_name (pspec));
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

typedef struct
{
  const char      *name;
  TlsrptFieldKind  kind;
  const char      *before;
  const char      *after;
  const char      *notified; /* in alphabetical order */
} Change;

static const Change changes[] = {
  { "nothing", TLSRPT_FIELD_DOMAIN, "example.com", "example.com", "" },
  { "null", TLSRPT_FIELD_DOMAIN, "", NULL, "" },
  { "blank", TLSRPT_FIELD_DOMAIN, "", " ", "text" },
  { "begin", TLSRPT_FIELD_DOMAIN, "", "e", "blank problem text" },
  { "go-on", TLSRPT_FIELD_DOMAIN, "e", "ex", "problem text" },
  { "end", TLSRPT_FIELD_DOMAIN, "example", "example.com", "incomplete problem text value" },
  { "right-at-once", TLSRPT_FIELD_DOMAIN, "", "example.com",
    "blank incomplete problem text value" },
  { "same-value", TLSRPT_FIELD_DOMAIN, "example.com", "Example.com.", "text" },
  { "other-value", TLSRPT_FIELD_DOMAIN, "example.com", "example.net", "text value" },
  { "wrong", TLSRPT_FIELD_DOMAIN, "example.com", "exam ple.com", "problem repair text value" },
  { "other-repair", TLSRPT_FIELD_DOMAIN, "exam ple.com", "exam ple.net", "problem repair text" },
  { "same-repair", TLSRPT_FIELD_DOMAIN, "exam ple.com", "e xample.com", "problem text" },
  { "final", TLSRPT_FIELD_DOMAIN, "example", "exam_ple", "incomplete problem text" },
  { "empty", TLSRPT_FIELD_DOMAIN, "example.com", "", "blank incomplete problem text value" },
  { "advice", TLSRPT_FIELD_DOMAIN, "example.com", "www.example.com", "advice text value" },
  { "advice-kept", TLSRPT_FIELD_DOMAIN, "www.example.com", "WWW.example.com", "text" },
  { "advice-other", TLSRPT_FIELD_DOMAIN, "www.example.com", "mx.example.com",
    "advice text value" },
  { "advice-gone", TLSRPT_FIELD_DOMAIN, "www.example.com", "www.example.com/",
    "advice problem repair text value" },
  { "advice-same-value", TLSRPT_FIELD_DOMAIN, "example.com", "ｅxample.com", "advice text" },
  { "mail", TLSRPT_FIELD_MAIL, "tls@example", "tls@example.com", "incomplete problem text value" },
  { "mail-advice", TLSRPT_FIELD_MAIL, "a@example.com", "a!b@example.com", "advice text value" },
  { "mail-advice-kept", TLSRPT_FIELD_MAIL, "a!b@example.com", "c!d@example.com", "text value" },
  { "url", TLSRPT_FIELD_ENDPOINT, "https://example", "https://example.com",
    "incomplete problem text value" },
  { "url-advice-kept", TLSRPT_FIELD_ENDPOINT, "https://example.com/?a=", "https://example.com/?a=b",
    "text value" },
};

static void
test_notify (gconstpointer data)
{
  const Change *c = data;
  TlsrptField *field = tlsrpt_field_new (c->kind, c->before);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autofree char *joined = NULL;

  g_signal_connect (field, "notify", G_CALLBACK (notify_cb), names);
  tlsrpt_field_set_text (field, c->after);

  g_ptr_array_sort (names, compare_names);
  g_ptr_array_add (names, NULL);
  joined = g_strjoinv (" ", (char **) names->pdata);
  g_assert_cmpstr (joined, ==, c->notified);

  g_assert_finalize_object (field);
}

/* Changes that are frozen tell of each property once, of what it is then. */
static void
test_notify_frozen (void)
{
  TlsrptField *field = tlsrpt_field_new (TLSRPT_FIELD_MAIL, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autofree char *joined = NULL;

  g_signal_connect (field, "notify", G_CALLBACK (notify_cb), names);
  g_object_freeze_notify (G_OBJECT (field));
  tlsrpt_field_set_text (field, "a@example.com");
  tlsrpt_field_set_text (field, "a");
  tlsrpt_field_set_text (field, "b@example.com");
  g_assert_cmpuint (names->len, ==, 0);
  g_object_thaw_notify (G_OBJECT (field));

  g_ptr_array_sort (names, compare_names);
  g_ptr_array_add (names, NULL);
  joined = g_strjoinv (" ", (char **) names->pdata);
  g_assert_cmpstr (joined, ==, "blank incomplete problem text value");

  g_assert_finalize_object (field);
}

static void
test_duplicate (void)
{
  TlsrptField *field = tlsrpt_field_new (TLSRPT_FIELD_MAIL, "a@example.com");
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  g_signal_connect (field, "notify", G_CALLBACK (notify_cb), names);

  tlsrpt_field_set_duplicate (field, FALSE);
  g_assert_cmpuint (names->len, ==, 0);

  tlsrpt_field_set_duplicate (field, 2);
  tlsrpt_field_set_duplicate (field, TRUE);
  g_assert_cmpuint (names->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (names, 0), ==, "duplicate");
  assert_consistent (field);

  tlsrpt_field_set_duplicate (field, FALSE);
  g_assert_cmpuint (names->len, ==, 2);

  g_assert_finalize_object (field);
}

typedef struct
{
  const char      *name;
  TlsrptFieldKind  kind;
  const char      *text;
  const char      *codes; /* the most important first; “!” marks a warning */
  const char      *repair;
} Advised;

static const Advised advised[] = {
  { "domain", TLSRPT_FIELD_DOMAIN, "example.com", "", NULL },
  { "domain-capitals", TLSRPT_FIELD_DOMAIN, "Example.COM", "", NULL },
  { "domain-co-uk", TLSRPT_FIELD_DOMAIN, "example.co.uk", "", NULL },
  { "subdomain", TLSRPT_FIELD_DOMAIN, "www.example.com", "subdomain", "example.com" },
  { "subdomain-co-uk", TLSRPT_FIELD_DOMAIN, "mail.example.co.uk", "subdomain", "example.co.uk" },
  { "subdomain-idn", TLSRPT_FIELD_DOMAIN, "www.bücher.example",
    "subdomain internationalized-domain", "bücher.example" },
  { "suffix", TLSRPT_FIELD_DOMAIN, "co.uk", "!public-suffix", NULL },
  { "suffix-private", TLSRPT_FIELD_DOMAIN, "github.io", "!public-suffix", NULL },
  { "below-private-suffix", TLSRPT_FIELD_DOMAIN, "project.github.io", "", NULL },
  { "idn", TLSRPT_FIELD_DOMAIN, "bücher.example", "internationalized-domain", NULL },
  { "idn-a-label", TLSRPT_FIELD_DOMAIN, "xn--bcher-kva.example", "internationalized-domain", NULL },
  { "mapped", TLSRPT_FIELD_DOMAIN, "①.example", "mapped-domain", NULL },
  { "mapped-dot", TLSRPT_FIELD_DOMAIN, "example。com", "mapped-domain", NULL },
  { "white-space-is-not-mapped", TLSRPT_FIELD_DOMAIN, "\u00a0example.com\u00a0", "", NULL },
  { "lookalike", TLSRPT_FIELD_DOMAIN, "аррӏе.example", "!lookalike-domain", NULL },
  { "mixed", TLSRPT_FIELD_DOMAIN, "pаypal.example", "!lookalike-domain", NULL },
  { "domain-wrong", TLSRPT_FIELD_DOMAIN, "www.example.com:25", "", NULL },

  { "mail", TLSRPT_FIELD_MAIL, "tls@example.com", "", NULL },
  { "mail-plus", TLSRPT_FIELD_MAIL, "a+b@example.com", "", NULL },
  { "mail-subdomain", TLSRPT_FIELD_MAIL, "a@www.example.com", "", NULL },
  { "mail-encoded", TLSRPT_FIELD_MAIL, "a!b@example.com", "!encoded-local-part", NULL },
  { "mail-percent", TLSRPT_FIELD_MAIL, "a%b@example.com", "!encoded-local-part", NULL },
  { "mail-equals", TLSRPT_FIELD_MAIL, "a=b@example.com", "!encoded-local-part", NULL },

  { "url", TLSRPT_FIELD_ENDPOINT, "https://example.com/tls", "", NULL },
  { "url-encoded", TLSRPT_FIELD_ENDPOINT, "https://example.com/a,b", "", NULL },
  { "url-query", TLSRPT_FIELD_ENDPOINT, "https://example.com/?a", "", NULL },
  { "url-equals", TLSRPT_FIELD_ENDPOINT, "https://example.com/?a=b", "!url-equals-sign", NULL },
  { "url-equals-path", TLSRPT_FIELD_ENDPOINT, "https://example.com/a=b", "!url-equals-sign", NULL },
  { "url-equals-encoded", TLSRPT_FIELD_ENDPOINT, "https://example.com/a%3Db", "", NULL },
  { "url-port", TLSRPT_FIELD_ENDPOINT, "https://example.com:8443/", "!url-port", NULL },
  { "url-port-default", TLSRPT_FIELD_ENDPOINT, "https://example.com:443/", "", NULL },
  { "url-colon", TLSRPT_FIELD_ENDPOINT, "https://example.com/a:b", "", NULL },
  { "url-both", TLSRPT_FIELD_ENDPOINT, "https://example.com:8443/?a=b",
    "!url-equals-sign !url-port", NULL },
};

static void
test_advice (gconstpointer data)
{
  const Advised *c = data;
  TlsrptField *field = tlsrpt_field_new (c->kind, c->text);
  GPtrArray *advice = tlsrpt_field_get_all_advice (field);
  g_autoptr (GString) codes = g_string_new (NULL);

  for (guint i = 0; i < advice->len; i++)
    {
      TlsrptRemark *item = g_ptr_array_index (advice, i);
      const char *message = tlsrpt_remark_get_message (item);

      g_test_message ("%s", message);
      g_assert_cmpstr (message, !=, "");
      g_assert_true (sentence_ends_well (message));
      g_assert_true (g_utf8_validate (message, -1, NULL));

      g_string_append_printf (codes, "%s%s%s", i > 0 ? " " : "",
                              tlsrpt_remark_get_severity (item) == TLSRPT_SEVERITY_WARNING ? "!"
                                                                                           : "",
                              tlsrpt_remark_get_code (item));
    }

  g_assert_cmpstr (codes->str, ==, c->codes);
  g_assert_cmpstr (advice->len > 0 ? tlsrpt_remark_get_repair (g_ptr_array_index (advice, 0))
                                   : NULL, ==, c->repair);
  assert_consistent (field);

  g_assert_finalize_object (field);
}

/* A binding to the advice is not disturbed by changes that are none of its. */
static void
test_advice_kept (void)
{
  TlsrptField *field = tlsrpt_field_new (TLSRPT_FIELD_DOMAIN, "www.example.com");
  TlsrptRemark *advice = tlsrpt_field_get_advice (field);

  tlsrpt_field_set_text (field, " WWW.Example.com.");
  g_assert_true (tlsrpt_field_get_advice (field) == advice);

  tlsrpt_field_set_text (field, "mx.example.com");
  g_assert_true (tlsrpt_field_get_advice (field) != advice);

  g_assert_finalize_object (field);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/field/properties", test_properties);
  g_test_add_func ("/field/construct", test_construct);
  g_test_add_func ("/field/duplicate", test_duplicate);
  g_test_add_func ("/field/notify-frozen", test_notify_frozen);
  g_test_add_func ("/field/advice-kept", test_advice_kept);

  for (gsize i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autofree char *path = g_strconcat ("/field/notify/", changes[i].name, NULL);

      g_test_add_data_func (path, &changes[i], test_notify);
    }

  for (gsize i = 0; i < G_N_ELEMENTS (advised); i++)
    {
      g_autofree char *path = g_strconcat ("/field/advice/", advised[i].name, NULL);

      g_test_add_data_func (path, &advised[i], test_advice);
    }

  return g_test_run ();
}
