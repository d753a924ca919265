/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-error.h"
#include "tlsrpt-limits.h"
#include "tlsrpt-state.h"

#include <string.h>

#define RECORD "v=TLSRPTv1; rua=mailto:tls@example.com"

static char *
to_json (TlsrptState *state)
{
  g_autoptr (GDateTime) now = g_date_time_new_utc (2026, 12, 1, 8, 30, 0);

  return tlsrpt_state_to_json (state, now);
}

static TlsrptState *
read_again (TlsrptState *state)
{
  g_autofree char *text = to_json (state);
  g_autoptr (GError) error = NULL;
  TlsrptState *again = tlsrpt_state_new_from_json (text, strlen (text), &error);

  g_assert_no_error (error);

  return again;
}

static gboolean
add (TlsrptState *state,
     const char  *name,
     const char  *expected)
{
  g_autoptr (TlsrptStateDomain) domain = tlsrpt_state_domain_new (name, expected);

  return tlsrpt_state_insert_domain (state, domain, G_MAXUINT);
}

static TlsrptStateDomain *
create_checked (const char *name)
{
  TlsrptStateDomain *domain = tlsrpt_state_domain_new (name, RECORD);

  domain->value = g_strdup (RECORD);
  domain->checked = 1796113800;
  domain->state = g_strdup ("published");
  domain->record = g_strdup ("valid");
  domain->mta_sts = g_strdup ("enforce");
  domain->dane = g_strdup ("absent");

  return domain;
}

static char *
join (TlsrptState *state)
{
  GPtrArray *domains = tlsrpt_state_get_domains (state);
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < domains->len; i++)
    {
      const TlsrptStateDomain *domain = g_ptr_array_index (domains, i);

      g_assert_true (tlsrpt_state_find_domain (state, domain->name) == domain);
      g_string_append_printf (names, "%s ", domain->name);
    }

  return g_string_free (names, FALSE);
}

static void
assert_domains (TlsrptState *state,
                const char  *expected)
{
  g_autofree char *names = join (state);

  g_assert_cmpstr (names, ==, expected);
}

static void
test_text (void)
{
  g_autoptr (TlsrptState) state = tlsrpt_state_new ();
  g_autoptr (TlsrptState) read = NULL;
  g_autoptr (TlsrptStateDomain) checked = create_checked ("example.com");
  g_autofree char *text = NULL;
  g_autofree char *again = NULL;

  checked->reason = g_strdup ("It may not last.");
  g_assert_true (add (state, "a.example", NULL));
  g_assert_true (tlsrpt_state_insert_domain (state, checked, G_MAXUINT));
  text = to_json (state);
  g_assert_cmpstr (text, ==,
                   "{\n"
                   "  \"version\": 1,\n"
                   "  \"saved\": \"2026-12-01T08:30:00Z\",\n"
                   "  \"domains\": [\n"
                   "    {\n"
                   "      \"name\": \"a.example\"\n"
                   "    },\n"
                   "    {\n"
                   "      \"name\": \"example.com\",\n"
                   "      \"expected\": \"" RECORD "\",\n"
                   "      \"value\": \"" RECORD "\",\n"
                   "      \"checked\": \"2026-12-01T08:30:00Z\",\n"
                   "      \"state\": \"published\",\n"
                   "      \"record\": \"valid\",\n"
                   "      \"mta_sts\": \"enforce\",\n"
                   "      \"dane\": \"absent\",\n"
                   "      \"reason\": \"It may not last.\"\n"
                   "    }\n"
                   "  ]\n"
                   "}\n");

  read = read_again (state);
  again = to_json (read);
  g_assert_cmpstr (again, ==, text);
}

static void
count_cb (guint *n_changes)
{
  (*n_changes)++;
}

/* Takes domains, and puts them back. */
static void
assert_taken (TlsrptState *state,
              const char  *names,
              const char  *expected)
{
  g_auto (GStrv) words = g_strsplit (names, " ", -1);
  g_autofree char *before = join (state);
  g_autofree char *after = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GArray) places = tlsrpt_state_take_domains (state, (const char *const *) words,
                                                         g_strv_length (words));

  for (guint i = 0; i < places->len; i++)
    {
      const TlsrptStatePlace *place = &g_array_index (places, TlsrptStatePlace, i);

      g_assert_null (tlsrpt_state_find_domain (state, place->domain->name));
      g_string_append_printf (text, "%s %u ", place->domain->name, place->position);
    }
  g_assert_cmpstr (text->str, ==, expected);
  after = join (state);
  g_assert_cmpuint (places->len == 0, ==, g_str_equal (after, before));

  tlsrpt_state_put_back (state, places);
  assert_domains (state, before);
  /* Once only. */
  tlsrpt_state_put_back (state, places);
  assert_domains (state, before);
}

/* Whatever is taken comes back to where it was. */
static void
test_taken (void)
{
  static const char *const all[] = { "a.example", "b.example", "c.example", "d.example" };
  g_autoptr (TlsrptState) state = tlsrpt_state_new ();
  guint n_changes = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (all); i++)
    g_assert_true (add (state, all[i], NULL));
  g_signal_connect_swapped (state, "domains-changed", G_CALLBACK (count_cb), &n_changes);

  for (guint set = 0; set < 1 << G_N_ELEMENTS (all); set++)
    {
      g_autoptr (GString) names = g_string_new ("other.example");
      g_autoptr (GString) expected = g_string_new (NULL);

      for (guint i = 0; i < G_N_ELEMENTS (all); i++)
        {
          if ((set & 1u << i) == 0)
            continue;

          g_string_prepend_c (names, ' ');
          g_string_prepend (names, all[i]);
          g_string_append_printf (expected, "%s %u ", all[i], i);
        }
      n_changes = 0;
      assert_taken (state, names->str, expected->str);
      g_assert_cmpuint (n_changes, ==, set == 0 ? 0 : 2);
    }
}

/* What a sentence holds, and nothing that could be a password. */
static void
test_reason (void)
{
  g_autofree char *long_text = g_strnfill (TLSRPT_LIMIT_VALUE + 1, 'a');
  const struct { const char *reason; gboolean is_kept; } cases[] = {
    { "The name “mx.example.com” does not exist", TRUE },
    { "", TRUE },
    { "The URL https://user:secret@example.com/ cannot be used", FALSE },
    { long_text, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TlsrptState) state = tlsrpt_state_new ();
      g_autoptr (TlsrptState) read = NULL;
      g_autoptr (TlsrptStateDomain) domain = create_checked ("example.com");

      domain->reason = g_strdup (cases[i].reason);
      g_assert_true (tlsrpt_state_insert_domain (state, domain, 0));
      read = read_again (state);
      g_assert_cmpstr (tlsrpt_state_find_domain (read, "example.com")->reason, ==,
                       cases[i].is_kept ? cases[i].reason : NULL);
    }
}

/* Each change is one to keep and one to show, and what changes nothing is none. */
static void
test_changes (void)
{
  g_autoptr (TlsrptState) state = tlsrpt_state_new ();
  g_autoptr (TlsrptStateDomain) other = create_checked ("other.example");
  g_autoptr (TlsrptStateDomain) checked = create_checked ("b.example");
  guint n_changes = 0;
  guint n_kept = 0;

  g_signal_connect_swapped (state, "domains-changed", G_CALLBACK (count_cb), &n_changes);
  g_signal_connect_swapped (state, "changed", G_CALLBACK (count_cb), &n_kept);

  g_assert_true (add (state, "a.example", NULL));
  g_assert_true (add (state, "b.example", NULL));
  g_assert_true (add (state, "c.example", NULL));
  g_assert_cmpuint (n_changes, ==, 3);

  /* It is there. */
  g_assert_false (add (state, "b.example", RECORD));
  g_assert_null (tlsrpt_state_find_domain (state, "b.example")->expected);

  /* It was removed while it was checked. */
  g_assert_false (tlsrpt_state_update_domain (state, other));
  assert_taken (state, "other.example", "");
  g_assert_cmpuint (n_changes, ==, 3);

  g_assert_true (tlsrpt_state_update_domain (state, checked));
  g_assert_cmpuint (n_changes, ==, 4);
  g_assert_cmpstr (tlsrpt_state_find_domain (state, "b.example")->state, ==, "published");
  assert_domains (state, "a.example b.example c.example ");

  /* It comes back whole, and where it was. */
  assert_taken (state, "b.example", "b.example 1 ");
  assert_domains (state, "a.example b.example c.example ");
  g_assert_cmpstr (tlsrpt_state_find_domain (state, "b.example")->dane, ==, "absent");
  g_assert_cmpuint (n_changes, ==, 6);

  tlsrpt_state_clear (state);
  assert_domains (state, "");
  g_assert_cmpuint (n_changes, ==, 7);
  g_assert_cmpuint (n_kept, ==, 7);
}

typedef struct
{
  const char *name;
  const char *record;
  gboolean    is_kept;
} RecordCase;

static const RecordCase record_cases[] = {
  { "address", RECORD, TRUE },
  { "url", "v=TLSRPTv1; rua=https://example.com/tls", TRUE },
  { "two", RECORD ",https://example.com/tls", TRUE },
  { "password", RECORD ",https://user:secret@example.com/", FALSE },
  { "query", "v=TLSRPTv1; rua=https://example.com/?token=secret", FALSE },
  { "encoded", "v=TLSRPTv1; rua=https://user:secret%40example.com/", FALSE },
  { "empty", "", FALSE },
  { "no-destination", "v=TLSRPTv1; secret", FALSE },
  { "not-ascii", "v=TLSRPTv1; rua=mailto:secret\303\244@example.com", FALSE },
};

/* What could hold a password is not kept, wherever it comes from. */
static void
test_record (gconstpointer data)
{
  const RecordCase *c = data;
  g_autoptr (TlsrptState) state = tlsrpt_state_new ();
  g_autoptr (TlsrptStateDomain) domain = tlsrpt_state_domain_new ("example.com", c->record);
  g_autofree char *text = NULL;

  domain->value = g_strdup (c->record);
  g_assert_true (tlsrpt_state_insert_domain (state, domain, 0));
  g_assert_cmpstr (tlsrpt_state_find_domain (state, "example.com")->expected, ==,
                   c->is_kept ? c->record : NULL);
  g_assert_cmpstr (tlsrpt_state_find_domain (state, "example.com")->value, ==,
                   c->is_kept ? c->record : NULL);
  text = to_json (state);
  g_assert_null (strstr (text, "secret"));
}

/* What was edited, or is from another version, does not cost the rest. */
static void
test_passed_over (void)
{
  static const char text[] =
    "{\"version\": 1, \"domains\": [\n"
    "  {\"name\": \"A.Example.\", \"checked\": \"yesterday\", \"state\": \"published\"},\n"
    "  {\"name\": \"c.example\", \"checked\": \"9999-12-31T23:59:59-12:00\",\n"
    "   \"state\": \"published\"},\n"
    "  {\"name\": \"exa mple\"}, {\"name\": \"a.example\", \"expected\": \"" RECORD "\"},\n"
    "  {\"name\": \"b.example\", \"checked\": \"2026-12-01T08:30:00Z\", \"later\": [],\n"
    "   \"state\": \"<b>\", \"record\": \"brand-new\", \"mta_sts\": 7, \"reason\": 7}]}";
  g_autoptr (GError) error = NULL;
  g_autoptr (TlsrptState) state = tlsrpt_state_new_from_json (text, strlen (text), &error);
  const TlsrptStateDomain *domain;

  g_assert_no_error (error);
  assert_domains (state, "a.example c.example b.example ");
  /* In the year 10000 of UTC, which nobody can write. */
  g_assert_cmpint (tlsrpt_state_find_domain (state, "c.example")->checked, ==, 0);
  domain = tlsrpt_state_find_domain (state, "a.example");
  g_assert_cmpint (domain->checked, ==, 0);
  g_assert_null (domain->state);
  g_assert_null (domain->expected);
  domain = tlsrpt_state_find_domain (state, "b.example");
  g_assert_cmpint (domain->checked, ==, 1796113800);
  g_assert_null (domain->state);
  g_assert_cmpstr (domain->record, ==, "brand-new");
  g_assert_null (domain->mta_sts);
  g_assert_null (domain->reason);
}

/* As many as there may be, with long records, can be read again; one more is refused. */
static void
test_limit (void)
{
  g_autofree char *rest = g_strnfill (TLSRPT_LIMIT_VALUE - strlen (RECORD) - 1, 'a');
  g_autofree char *record = g_strconcat (RECORD "/", rest, NULL);
  g_autoptr (TlsrptState) state = tlsrpt_state_new ();
  g_autoptr (TlsrptState) read = NULL;
  g_autoptr (GString) text = g_string_new ("{\"version\": 1, \"domains\": [");
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < TLSRPT_LIMIT_CHECKS; i++)
    {
      g_autofree char *name = g_strdup_printf ("d%u.example", i);

      g_assert_true (add (state, name, record));
      g_string_append_printf (text, "{\"name\": \"%s\"}, ", name);
    }
  g_assert_false (add (state, "one-more.example", NULL));
  read = read_again (state);
  g_assert_cmpuint (tlsrpt_state_get_domains (read)->len, ==, TLSRPT_LIMIT_CHECKS);
  g_assert_cmpstr (tlsrpt_state_find_domain (read, "d0.example")->expected, ==, record);

  g_string_append (text, "{\"name\": \"one-more.example\"}]}");
  g_assert_null (tlsrpt_state_new_from_json (text->str, text->len, &error));
  g_assert_error (error, TLSRPT_ERROR, TLSRPT_ERROR_STATE);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/state-domains/text", test_text);
  g_test_add_func ("/state-domains/changes", test_changes);
  g_test_add_func ("/state-domains/taken", test_taken);
  g_test_add_func ("/state-domains/reason", test_reason);
  g_test_add_func ("/state-domains/passed-over", test_passed_over);
  g_test_add_func ("/state-domains/limit", test_limit);

  for (gsize i = 0; i < G_N_ELEMENTS (record_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/state-domains/record/%s", record_cases[i].name);

      g_test_add_data_func (path, &record_cases[i], test_record);
    }

  return g_test_run ();
}
