/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-error.h"
#include "tlsrpt-limits.h"
#include "tlsrpt-record.h"
#include "tlsrpt-state.h"

#include <string.h>

static char *
to_json (TlsrptState *state)
{
  g_autoptr (GDateTime) now = g_date_time_new_utc (2026, 12, 1, 8, 30, 0);

  return tlsrpt_state_to_json (state, now);
}

static void
count_cb (guint *n_changes)
{
  (*n_changes)++;
}

static GVariant *
create_form (const char *domain,
             const char *destination)
{
  g_autoptr (TlsrptRecord) record = tlsrpt_record_new ();

  tlsrpt_record_set_domain (record, domain);
  if (destination != NULL)
    tlsrpt_record_add_destination (record, tlsrpt_field_kind_guess (destination), destination);

  return tlsrpt_record_save (record);
}

/* A person can read it, and edit it. */
static void
test_text (void)
{
  static const char *const uris[] = { "mailto:tls@example.org", "https://example.net/r", NULL };
  g_autoptr (TlsrptState) state = tlsrpt_state_new ();
  g_autoptr (TlsrptState) read = NULL;
  g_autoptr (GVariant) form = create_form ("exämple.com", "tls@example.org");
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  g_autofree char *again = NULL;
  g_autofree char *saved = NULL;

  tlsrpt_state_set_view (state, "check");
  tlsrpt_state_set_form (state, form);
  tlsrpt_state_use_addresses (state, uris);
  text = to_json (state);
  g_assert_cmpstr (text, ==,
                   "{\n"
                   "  \"version\": 1,\n"
                   "  \"saved\": \"2026-12-01T08:30:00Z\",\n"
                   "  \"view\": \"check\",\n"
                   "  \"form\": {\n"
                   "    \"domain\": \"ex\\u00e4mple.com\",\n"
                   "    \"ttl\": 3600,\n"
                   "    \"destinations\": [\n"
                   "      {\n"
                   "        \"mail\": \"tls@example.org\"\n"
                   "      }\n"
                   "    ]\n"
                   "  },\n"
                   "  \"addresses\": [\n"
                   "    \"tls@example.org\",\n"
                   "    \"https://example.net/r\"\n"
                   "  ]\n"
                   "}\n");

  read = tlsrpt_state_new_from_json (text, strlen (text), &error);
  g_assert_no_error (error);
  g_assert_true (g_variant_equal (tlsrpt_state_get_form (read), form));
  g_assert_cmpstr (tlsrpt_state_get_view (read), ==, "check");
  saved = g_date_time_format_iso8601 (tlsrpt_state_get_saved (read));
  g_assert_cmpstr (saved, ==, "2026-12-01T08:30:00Z");
  again = to_json (read);
  g_assert_cmpstr (again, ==, text);
}

/* An empty form, and nothing else, is nothing to keep. */
static void
test_empty (void)
{
  g_autoptr (TlsrptState) state = tlsrpt_state_new ();
  g_autoptr (GVariant) form = create_form ("", "");
  g_autofree char *text = NULL;
  guint n_changes = 0;

  g_signal_connect_swapped (state, "changed", G_CALLBACK (count_cb), &n_changes);
  tlsrpt_state_set_form (state, form);
  g_assert_null (tlsrpt_state_get_form (state));
  g_assert_cmpuint (n_changes, ==, 0);
  text = to_json (state);
  g_assert_cmpstr (text, ==,
                   "{\n  \"version\": 1,\n  \"saved\": \"2026-12-01T08:30:00Z\"\n}\n");
}

static void
test_changed (void)
{
  static const char *const uris[] = { "mailto:a@example.org", "mailto:b@example.org", NULL };
  g_autoptr (TlsrptState) state = tlsrpt_state_new ();
  g_autoptr (GVariant) form = create_form ("example.com", NULL);
  g_autoptr (GVariant) other = create_form ("example.org", NULL);
  guint n_changes = 0;

  g_signal_connect_swapped (state, "changed", G_CALLBACK (count_cb), &n_changes);
  tlsrpt_state_set_form (state, form);
  tlsrpt_state_set_form (state, form);
  g_assert_cmpuint (n_changes, ==, 1);
  tlsrpt_state_set_form (state, other);
  g_assert_cmpuint (n_changes, ==, 2);
  tlsrpt_state_set_view (state, "guide");
  tlsrpt_state_set_view (state, "guide");
  g_assert_cmpuint (n_changes, ==, 3);
  tlsrpt_state_use_addresses (state, uris);
  g_assert_cmpuint (n_changes, ==, 4);
  tlsrpt_state_clear (state);
  g_assert_cmpuint (n_changes, ==, 5);
  g_assert_null (tlsrpt_state_get_form (state));
  g_assert_null (tlsrpt_state_get_view (state));
  g_assert_null (tlsrpt_state_get_addresses (state)[0]);
}

typedef struct
{
  const char *name;
  const char *destination;
  gboolean    is_kept;
} PrivateCase;

static const PrivateCase private_cases[] = {
  { "address", "tls@example.com", TRUE },
  { "mailto", "mailto:tls@example.com", TRUE },
  { "half-address", "tls@", TRUE },
  { "slash-in-address", "a/b@example.com", TRUE },
  { "url", "https://example.com/tls/", TRUE },
  { "url-with-port", "https://example.com:8443/tls", TRUE },
  { "half-url", "https://exam", TRUE },
  { "user", "https://user@example.com/", FALSE },
  { "password", "https://user:secret@example.com/", FALSE },
  { "without-scheme", "user:secret@example.com/", FALSE },
  { "without-colon", "//secret@example.com", FALSE },
  { "backslashes", "\\\\secret@example.com", FALSE },
  { "half-typed", "https://user:secret@", FALSE },
  { "encoded", "https://user:secret%40example.com/", FALSE },
  { "full-width", "https://user:secret\357\274\240example.com/", FALSE },
  { "query", "https://example.com/?token=1", FALSE },
  { "encoded-query", "https://example.com/%3Ftoken=1", FALSE },
  { "mailto-query", "mailto:tls@example.com?subject=1", FALSE },
};

static void
test_private (gconstpointer data)
{
  const PrivateCase *c = data;
  g_autoptr (TlsrptState) state = tlsrpt_state_new ();
  g_autoptr (TlsrptState) read = NULL;
  g_autoptr (GVariant) form = create_form ("", c->destination);
  g_autoptr (GVariant) domain_form = create_form (c->destination, NULL);
  g_autofree char *text = NULL;
  g_autofree char *domain_text = NULL;

  tlsrpt_state_set_form (state, form);
  g_assert_cmpuint (tlsrpt_state_get_left_out (state), ==, !c->is_kept);
  text = to_json (state);
  g_assert_true (c->is_kept || strstr (text, "secret") == NULL);
  g_assert_true (c->is_kept || strstr (text, "token") == NULL);

  /* Whoever comes back learns of it. */
  read = tlsrpt_state_new_from_json (text, strlen (text), NULL);
  g_assert_cmpuint (tlsrpt_state_get_left_out (read), ==, !c->is_kept);
  g_assert_nonnull (tlsrpt_state_get_form (read));

  /* It does not matter which field it was pasted into. */
  tlsrpt_state_set_form (state, domain_form);
  g_assert_cmpuint (tlsrpt_state_get_left_out (state), ==, !c->is_kept);
  domain_text = to_json (state);
  g_assert_true (c->is_kept || strstr (domain_text, "secret") == NULL);
}

static void
assert_addresses (TlsrptState *state,
                  const char  *expected)
{
  g_autofree char *joined = g_strjoinv (" ", (char **) tlsrpt_state_get_addresses (state));

  g_assert_cmpstr (joined, ==, expected);
}

static void
test_addresses (void)
{
  static const char *const first[] = { "mailto:a@example.org", "mailto:b@example.org", NULL };
  static const char *const second[] = { "mailto:b@example.org", "mailto:c@example.org", NULL };
  static const char *const many[] = {
    "mailto:d@example.org", "https://example.org/?secret=1", "mailto:e@example.org",
    "https://example.org/f", "mailto:a@example.org", NULL,
  };
  g_autoptr (TlsrptState) state = tlsrpt_state_new ();

  assert_addresses (state, "");
  tlsrpt_state_use_addresses (state, first);
  assert_addresses (state, "a@example.org b@example.org");
  tlsrpt_state_use_addresses (state, second);
  assert_addresses (state, "b@example.org c@example.org a@example.org");
  tlsrpt_state_use_addresses (state, many);
  assert_addresses (state, "d@example.org e@example.org https://example.org/f a@example.org "
                           "b@example.org");
}

typedef struct
{
  const char  *name;
  const char  *text;
  TlsrptError  code;
} RefusedCase;

static const RefusedCase refused_cases[] = {
  { "empty", "", TLSRPT_ERROR_EMPTY },
  { "not-json", "hello", TLSRPT_ERROR_JSON },
  { "torn", "{\"version\": 1, \"view\": \"che", TLSRPT_ERROR_JSON },
  { "not-utf8", "{\"version\": 1, \"view\": \"\377\"}", TLSRPT_ERROR_ENCODING },
  { "array", "[]", TLSRPT_ERROR_STATE },
  { "no-version", "{}", TLSRPT_ERROR_STATE },
  { "version-text", "{\"version\": \"1\"}", TLSRPT_ERROR_STATE },
  { "version-zero", "{\"version\": 0}", TLSRPT_ERROR_STATE },
  { "later", "{\"version\": 2, \"form\": 7}", TLSRPT_ERROR_STATE_VERSION },
  { "saved", "{\"version\": 1, \"saved\": 1}", TLSRPT_ERROR_STATE },
  { "view", "{\"version\": 1, \"view\": 1}", TLSRPT_ERROR_STATE },
  { "form", "{\"version\": 1, \"form\": []}", TLSRPT_ERROR_STATE },
  { "folder", "{\"version\": 1, \"folder\": \"/tmp\"}", TLSRPT_ERROR_STATE },
  { "folder-seen", "{\"version\": 1, \"folder\": {\"path\": \"/tmp\", \"seen\": 1}}",
    TLSRPT_ERROR_STATE },
  { "domain", "{\"version\": 1, \"form\": {\"domain\": 1}}", TLSRPT_ERROR_STATE },
  { "ttl", "{\"version\": 1, \"form\": {\"ttl\": -1}}", TLSRPT_ERROR_STATE },
  { "ttl-large", "{\"version\": 1, \"form\": {\"ttl\": 2147483648}}", TLSRPT_ERROR_STATE },
  { "destinations", "{\"version\": 1, \"form\": {\"destinations\": {}}}", TLSRPT_ERROR_STATE },
  { "destination", "{\"version\": 1, \"form\": {\"destinations\": [1]}}", TLSRPT_ERROR_STATE },
  { "kind", "{\"version\": 1, \"form\": {\"destinations\": [{\"fax\": \"1\"}]}}",
    TLSRPT_ERROR_STATE },
  { "seventeen", "{\"version\": 1, \"form\": {\"destinations\": "
                 "[{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{}]}}", TLSRPT_ERROR_STATE },
  { "addresses", "{\"version\": 1, \"addresses\": \"a@example.com\"}", TLSRPT_ERROR_STATE },
  { "address", "{\"version\": 1, \"addresses\": [1]}", TLSRPT_ERROR_STATE },
  { "domains", "{\"version\": 1, \"domains\": {}}", TLSRPT_ERROR_STATE },
  { "domain-text", "{\"version\": 1, \"domains\": [\"example.com\"]}", TLSRPT_ERROR_STATE },
  { "domain-without-name", "{\"version\": 1, \"domains\": [{}]}", TLSRPT_ERROR_STATE },
};

static void
test_refused (gconstpointer data)
{
  const RefusedCase *c = data;
  g_autoptr (GError) error = NULL;

  g_assert_null (tlsrpt_state_new_from_json (c->text, strlen (c->text), &error));
  g_assert_error (error, TLSRPT_ERROR, (int) c->code);
}

static void
test_too_large (void)
{
  g_autofree char *text = g_malloc0 (TLSRPT_LIMIT_STATE + 1);
  g_autoptr (GError) error = NULL;

  g_assert_null (tlsrpt_state_new_from_json (text, TLSRPT_LIMIT_STATE + 1, &error));
  g_assert_error (error, TLSRPT_ERROR, TLSRPT_ERROR_TOO_LONG);
}

/* What is only out of date, or was edited, does not cost the rest. */
static void
test_passed_over (void)
{
  static const char text[] =
    "{\"version\": 1, \"saved\": \"yesterday\", \"view\": \"Überall\", \"later\": {},\n"
    " \"addresses\": [\"a@example.com\", \"nonsense\", \"https://u:p@example.com/\"],\n"
    " \"form\": {\"domain\": \"example.com\", \"color\": \"red\"}}";
  g_autoptr (GError) error = NULL;
  g_autoptr (TlsrptState) state = tlsrpt_state_new_from_json (text, strlen (text), &error);
  g_autoptr (TlsrptRecord) record = tlsrpt_record_new ();

  g_assert_no_error (error);
  g_assert_null (tlsrpt_state_get_saved (state));
  g_assert_null (tlsrpt_state_get_view (state));
  assert_addresses (state, "a@example.com");
  tlsrpt_record_restore (record, tlsrpt_state_get_form (state));
  g_assert_cmpstr (tlsrpt_record_get_domain (record), ==, "example.com");
}

/* The marks of problems do not tell what these are. */
static void
test_folder (void)
{
  const guint64 mark = tlsrpt_state_mark ("certificate-expired", "mx.example.com");
  g_autoptr (TlsrptState) state = tlsrpt_state_new ();
  g_autoptr (TlsrptState) read = NULL;
  g_autofree char *text = NULL;
  g_autofree char *again = NULL;
  g_autofree char *other = NULL;
  guint n_changes = 0;

  g_signal_connect_swapped (state, "changed", G_CALLBACK (count_cb), &n_changes);
  g_assert_cmpuint (mark, !=, tlsrpt_state_mark ("certificate-expired", "mx.example.org"));
  g_assert_cmpuint (mark, !=, tlsrpt_state_mark ("certificate-expiredmx", ".example.com"));

  /* Without a folder there is nothing to mark. */
  tlsrpt_state_add_marks (state, &mark, 1, 0);
  g_assert_false (tlsrpt_state_has_marks (state));
  g_assert_cmpuint (n_changes, ==, 0);

  tlsrpt_state_set_folder (state, "/home/a/Mail/tls\303\244");
  g_assert_false (tlsrpt_state_has_marks (state));
  tlsrpt_state_add_marks (state, NULL, 0, 0);
  g_assert_true (tlsrpt_state_has_marks (state));
  tlsrpt_state_add_marks (state, &mark, 1, G_GINT64_CONSTANT (1796083200));
  tlsrpt_state_add_marks (state, &mark, 1, G_GINT64_CONSTANT (1796083200));
  g_assert_cmpuint (n_changes, ==, 3);
  g_assert_true (tlsrpt_state_is_marked (state, mark));
  g_assert_false (tlsrpt_state_is_marked (state, mark + 1));
  text = to_json (state);
  g_assert_cmpstr (text, ==,
                   "{\n"
                   "  \"version\": 1,\n"
                   "  \"saved\": \"2026-12-01T08:30:00Z\",\n"
                   "  \"folder\": {\n"
                   "    \"path\": \"/home/a/Mail/tls\\u00e4\",\n"
                   "    \"seen\": [\n"
                   "      {\n"
                   "        \"mark\": \"27c09a4b1de5cb6e\",\n"
                   "        \"day\": \"2026-12-01\"\n"
                   "      }\n"
                   "    ]\n"
                   "  }\n"
                   "}\n");
  read = tlsrpt_state_new_from_json (text, strlen (text), NULL);
  g_assert_nonnull (read);
  g_assert_cmpstr (tlsrpt_state_get_folder (read), ==, "/home/a/Mail/tls\303\244");
  g_assert_true (tlsrpt_state_is_marked (read, mark));
  again = to_json (read);
  g_assert_cmpstr (again, ==, text);

  /* Of another folder nothing is known; names of files need not be text. */
  tlsrpt_state_set_folder (read, "/home/a/\377");
  g_assert_false (tlsrpt_state_is_marked (read, mark));
  other = to_json (read);
  g_assert_nonnull (strstr (other, "file:///home/a/%FF"));
  g_clear_object (&read);
  read = tlsrpt_state_new_from_json (other, strlen (other), NULL);
  g_assert_cmpstr (tlsrpt_state_get_folder (read), ==, "/home/a/\377");

  /* Forgotten is forgotten. */
  tlsrpt_state_clear (state);
  g_assert_null (tlsrpt_state_get_folder (state));
  g_assert_false (tlsrpt_state_has_marks (state));
}

/* Of too many marks the newest stay. */
static void
test_marks (void)
{
  g_autoptr (TlsrptState) state = tlsrpt_state_new ();

  tlsrpt_state_set_folder (state, "/tmp");
  for (guint64 mark = 1; mark <= TLSRPT_LIMIT_STATE_MARKS + 10; mark++)
    tlsrpt_state_add_marks (state, &mark, 1, 0);

  g_assert_false (tlsrpt_state_is_marked (state, 10));
  g_assert_true (tlsrpt_state_is_marked (state, 11));
  g_assert_true (tlsrpt_state_is_marked (state, TLSRPT_LIMIT_STATE_MARKS + 10));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/state/text", test_text);
  g_test_add_func ("/state/empty", test_empty);
  g_test_add_func ("/state/changed", test_changed);
  g_test_add_func ("/state/addresses", test_addresses);
  g_test_add_func ("/state/folder", test_folder);
  g_test_add_func ("/state/marks", test_marks);
  g_test_add_func ("/state/too-large", test_too_large);
  g_test_add_func ("/state/passed-over", test_passed_over);

  for (gsize i = 0; i < G_N_ELEMENTS (private_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/state/private/%s", private_cases[i].name);

      g_test_add_data_func (path, &private_cases[i], test_private);
    }

  for (gsize i = 0; i < G_N_ELEMENTS (refused_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/state/refused/%s", refused_cases[i].name);

      g_test_add_data_func (path, &refused_cases[i], test_refused);
    }

  return g_test_run ();
}
