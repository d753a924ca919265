/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "record-mirror.h"
#include "tlsrpt-error.h"
#include "tlsrpt-limits.h"
#include "tlsrpt-record.h"

#include <string.h>

static void
test_add (void)
{
  TlsrptRecord *record = record_make ("example.com", "");
  TlsrptField *field = NULL;

  tlsrpt_record_clear (record);
  for (guint i = 0; i < TLSRPT_LIMIT_DESTINATIONS; i++)
    {
      g_autofree char *address = g_strdup_printf ("a%u@example.com", i);

      field = tlsrpt_record_add_destination (record, TLSRPT_FIELD_MAIL, address);
      g_assert_true (field == record_get (record, i));
      g_assert_cmpstr (tlsrpt_field_get_text (field), ==, address);
    }

  g_assert_null (tlsrpt_record_add_destination (record, TLSRPT_FIELD_MAIL, "b@example.com"));
  g_assert_null (tlsrpt_record_add_destination (record, TLSRPT_FIELD_ENDPOINT, NULL));
  g_assert_null (tlsrpt_record_add_to_group (record, TLSRPT_FIELD_MAIL));
  g_assert_cmpuint (g_list_model_get_n_items (tlsrpt_record_get_destinations (record)), ==,
                    TLSRPT_LIMIT_DESTINATIONS);

  tlsrpt_record_set_domain (record, "example.com");
  record_assert_consistent (record);
  g_assert_true (g_str_has_suffix (tlsrpt_record_get_value (record),
                                   ",mailto:a14@example.com,mailto:a15@example.com"));

  g_assert_finalize_object (record);
}

typedef struct
{
  const char *name;
  const char *before; /* m: a mail address, e: an endpoint */
  const char *mail;   /* with a capital that was added */
  const char *endpoint;
} Group;

static const Group groups[] = {
  { "empty", "", "M", "E" },
  { "mail", "mm", "mmM", "mmE" },
  { "endpoints", "ee", "Mee", "eeE" },
  { "both", "mmee", "mmMee", "mmeeE" },
  { "mixed", "mem", "memM", "meEm" },
  { "mixed-otherwise", "eme", "emMe", "emeE" },
};

static void
assert_added (const Group     *c,
              TlsrptFieldKind  kind,
              const char      *expected)
{
  TlsrptRecord *record = tlsrpt_record_new ();
  g_autoptr (GString) order = g_string_new (NULL);
  TlsrptField *added;

  for (const char *b = c->before; *b != '\0'; b++)
    tlsrpt_record_add_destination (record, *b == 'm' ? TLSRPT_FIELD_MAIL : TLSRPT_FIELD_ENDPOINT,
                                   NULL);

  added = tlsrpt_record_add_to_group (record, kind);
  g_assert_true (tlsrpt_field_is_blank (added));

  for (guint i = 0; i <= strlen (c->before); i++)
    {
      TlsrptField *field = record_get (record, i);
      char letter = tlsrpt_field_get_kind (field) == TLSRPT_FIELD_MAIL ? 'm' : 'e';

      g_string_append_c (order, field == added ? g_ascii_toupper (letter) : letter);
    }

  g_assert_cmpstr (order->str, ==, expected);
  g_assert_finalize_object (record);
}

static void
test_add_to_group (gconstpointer data)
{
  const Group *c = data;

  assert_added (c, TLSRPT_FIELD_MAIL, c->mail);
  assert_added (c, TLSRPT_FIELD_ENDPOINT, c->endpoint);
}

static void
test_insert (void)
{
  TlsrptRecord *record = record_make ("example.com", "a@x.example c@x.example");
  TlsrptField *field = tlsrpt_field_new (TLSRPT_FIELD_MAIL, "b@x.example");
  TlsrptField *last = tlsrpt_field_new (TLSRPT_FIELD_MAIL, "d@x.example");

  g_assert_true (tlsrpt_record_insert_destination (record, 1, field));
  g_assert_true (tlsrpt_record_insert_destination (record, G_MAXUINT, last));
  record_assert_texts (record, "a@x.example b@x.example c@x.example d@x.example");
  record_assert_consistent (record);

  while (g_list_model_get_n_items (tlsrpt_record_get_destinations (record)) <
         TLSRPT_LIMIT_DESTINATIONS)
    g_assert_nonnull (tlsrpt_record_add_destination (record, TLSRPT_FIELD_MAIL, NULL));
  tlsrpt_record_remove_destination (record, field);
  g_assert_nonnull (tlsrpt_record_add_destination (record, TLSRPT_FIELD_MAIL, NULL));
  g_assert_false (tlsrpt_record_insert_destination (record, 0, field));

  g_object_unref (last);
  g_assert_finalize_object (record);
  g_assert_finalize_object (field);
}

/* A field that was removed goes its own way, and comes back as it is. */
static void
test_remove (void)
{
  TlsrptRecord *record = record_make ("example.com", "a@x.example b@x.example a@x.example");
  g_autoptr (TlsrptField) field = g_object_ref (record_get (record, 2));
  RecordMirror *mirror;
  guint position;

  g_assert_true (tlsrpt_field_get_duplicate (field));
  position = tlsrpt_record_remove_destination (record, field);
  g_assert_cmpuint (position, ==, 2);
  g_assert_false (tlsrpt_field_get_duplicate (field));
  g_assert_cmpuint (g_signal_handler_find (field, G_SIGNAL_MATCH_DATA, 0, 0, NULL, NULL, record),
                    ==, 0);
  record_assert_texts (record, "a@x.example b@x.example");

  mirror = record_mirror_new (record);
  tlsrpt_field_set_text (field, "c@x.example");
  tlsrpt_field_set_text (field, "wrong");
  record_mirror_assert_notified (mirror, "");

  tlsrpt_field_set_text (field, "c@x.example");
  g_assert_true (tlsrpt_record_insert_destination (record, position, field));
  record_mirror_assert_notified (mirror, "value zone-line");
  tlsrpt_field_set_text (field, "d@x.example");
  record_mirror_assert_notified (mirror, "value zone-line");

  record_mirror_free (mirror);

  /* The field may outlive the record. */
  g_assert_finalize_object (record);
  tlsrpt_field_set_text (field, "e@x.example");
}

static void
test_problem_field (void)
{
  TlsrptRecord *record = record_make ("example.com", "wrong");

  g_assert_true (tlsrpt_record_get_problem_field (record) == record_get (record, 0));
  tlsrpt_record_remove_destination (record, record_get (record, 0));
  g_assert_null (tlsrpt_record_get_problem_field (record));
  g_assert_error (tlsrpt_record_get_error (record), TLSRPT_ERROR, TLSRPT_ERROR_NO_DESTINATION);

  g_assert_finalize_object (record);
}

typedef struct
{
  const char *name;
  const char *before;
  guint       position;
  int         steps;
  const char *after; /* NULL: there is no such place */
} Move;

static const Move moves[] = {
  { "down", "a b c", 0, 1, "b a c" },
  { "down-two", "a b c", 0, 2, "b c a" },
  { "up", "a b c", 2, -1, "a c b" },
  { "up-two", "a b c", 2, -2, "c a b" },
  { "nowhere", "a b c", 1, 0, "a b c" },
  { "above", "a b c", 0, -1, NULL },
  { "below", "a b c", 2, 1, NULL },
  { "far-below", "a b c", 0, 3, NULL },
  { "far-above", "a b c", 2, G_MININT, NULL },
  { "alone", "a", 0, 1, NULL },
  /* Only those of its kind count. */
  { "past-a-url", "a http://x b", 0, 1, "http://x b a" },
  { "past-a-url-up", "a http://x b", 2, -1, "b a http://x" },
  { "url-among-addresses", "a http://x b http://y", 1, 1, "a b http://y http://x" },
  { "url-alone", "a http://x b", 1, 1, NULL },
  { "url-alone-up", "a http://x b", 1, -1, NULL },
};

static void
test_move (gconstpointer data)
{
  const Move *c = data;
  TlsrptRecord *record = record_make ("example.com", c->before);
  TlsrptField *field = record_get (record, c->position);
  gboolean moved = tlsrpt_record_move_destination (record, field, c->steps);

  g_assert_cmpint (moved, ==, c->after != NULL);
  record_assert_texts (record, c->after != NULL ? c->after : c->before);
  record_assert_consistent (record);

  g_assert_finalize_object (record);
}

/* The order in the list is the order in the record. */
static void
test_move_value (void)
{
  TlsrptRecord *record = record_make ("example.com", "a@x.example b@x.example");
  RecordMirror *mirror = record_mirror_new (record);
  TlsrptField *field = record_get (record, 1);

  g_assert_true (tlsrpt_record_move_destination (record, field, -1));
  record_mirror_assert_notified (mirror, "value zone-line");
  g_assert_cmpstr (tlsrpt_record_get_value (record), ==,
                   "v=TLSRPTv1; rua=mailto:b@x.example,mailto:a@x.example");

  /* It is still watched. */
  tlsrpt_field_set_text (field, "c@x.example");
  record_mirror_assert_notified (mirror, "value zone-line");

  record_mirror_free (mirror);
  g_assert_finalize_object (record);
}

typedef struct
{
  const char *name;
  guint       n_others; /* blank destinations in front */
  const char *text;
  guint       n_parts;
  const char *kinds; /* of what stands in place of it: mail or endpoint */
  gboolean    stays; /* the field itself */
} Split;

static const Split splits[] = {
  { "one", 0, "a@x.example", 1, "m", TRUE },
  { "blank", 0, "", 1, "m", TRUE },
  { "two", 0, "a@x.example, b@x.example", 2, "mm", TRUE },
  { "url-second", 0, "a@x.example https://x.example", 2, "me", TRUE },
  { "url-first", 0, "https://x.example a@x.example", 2, "em", FALSE },
  { "urls", 0, "https://x.example,https://y.example", 2, "ee", FALSE },
  { "not-a-list", 0, "a@x.example, and so on", 1, "m", TRUE },
  { "just-enough", TLSRPT_LIMIT_DESTINATIONS - 2, "a@x.example b@x.example", 2, "mm", TRUE },
  { "too-many", TLSRPT_LIMIT_DESTINATIONS - 1, "a@x.example b@x.example", 1, "m", TRUE },
};

static void
test_split (gconstpointer data)
{
  const Split *c = data;
  TlsrptRecord *record = tlsrpt_record_new ();
  TlsrptField *field;
  guint n;

  for (guint i = 0; i < c->n_others; i++)
    tlsrpt_record_add_destination (record, TLSRPT_FIELD_MAIL, NULL);
  field = tlsrpt_record_add_destination (record, TLSRPT_FIELD_MAIL, c->text);
  n = tlsrpt_record_split_destination (record, field);

  g_assert_cmpuint (n, ==, c->n_parts);
  g_assert_cmpuint (g_list_model_get_n_items (tlsrpt_record_get_destinations (record)), ==,
                    c->n_others + n);
  g_assert_cmpint (record_get (record, c->n_others) == field, ==, c->stays);

  for (guint i = 0; i < n; i++)
    {
      TlsrptField *part = record_get (record, c->n_others + i);

      g_assert_cmpint (tlsrpt_field_get_kind (part), ==,
                       c->kinds[i] == 'm' ? TLSRPT_FIELD_MAIL : TLSRPT_FIELD_ENDPOINT);
      if (n > 1)
        g_assert_nonnull (tlsrpt_field_get_value (part));
      else
        g_assert_cmpstr (tlsrpt_field_get_text (part), ==, c->text);
    }
  record_assert_consistent (record);

  g_assert_finalize_object (record);
}

static void
test_save (void)
{
  TlsrptRecord *record = record_make ("mail.example.com", "a@x.example wrong http://x.example ");
  RecordMirror *mirror = record_mirror_new (record);
  g_autoptr (GVariant) state = NULL;
  g_autoptr (GVariant) again = NULL;
  g_autofree char *zone_line = g_strdup (tlsrpt_record_get_zone_line (record));

  tlsrpt_record_set_zone (record, "mail.example.com");
  tlsrpt_record_set_ttl (record, 86400);
  state = tlsrpt_record_save (record);
  g_assert_false (g_variant_is_floating (state));

  tlsrpt_record_clear (record);
  record_mirror_assert_current (mirror);
  g_assert_cmpstr (tlsrpt_record_get_domain (record), ==, "");
  g_assert_cmpstr (tlsrpt_record_get_zone (record), ==, "");
  g_assert_cmpuint (tlsrpt_record_get_ttl (record), ==, 86400);
  record_assert_texts (record, "");

  tlsrpt_record_restore (record, state);
  record_mirror_assert_current (mirror);
  again = tlsrpt_record_save (record);
  g_assert_true (g_variant_equal (state, again));
  record_assert_texts (record, "a@x.example wrong http://x.example ");
  g_assert_cmpint (tlsrpt_field_get_kind (record_get (record, 2)), ==, TLSRPT_FIELD_ENDPOINT);
  g_assert_cmpstr (tlsrpt_record_get_zone_line (record), ==, zone_line);
  record_assert_consistent (record);

  record_mirror_free (mirror);
  g_assert_finalize_object (record);
}

/* A state that no record has saved does no harm. */
static void
test_restore_strange (void)
{
  TlsrptRecord *record = tlsrpt_record_new ();
  g_autoptr (GString) text = g_string_new ("('example.com', '', 4294967295, [");
  g_autoptr (GVariant) state = NULL;

  g_string_append (text, "(0, 'example.com'), (99, 'a@example.com')");
  for (guint i = 0; i < 3 * TLSRPT_LIMIT_DESTINATIONS; i++)
    g_string_append (text, ", (1, 'tls@example.com')");
  g_string_append (text, "])");

  state = g_variant_parse (G_VARIANT_TYPE ("(ssua(us))"), text->str, NULL, NULL, NULL);
  tlsrpt_record_restore (record, state);

  record_assert_consistent (record);
  g_assert_cmpuint (tlsrpt_record_get_ttl (record), ==, TLSRPT_LIMIT_TTL);
  g_assert_cmpuint (g_list_model_get_n_items (tlsrpt_record_get_destinations (record)), ==,
                    TLSRPT_LIMIT_DESTINATIONS);
  g_assert_cmpstr (tlsrpt_record_get_value (record), ==, "v=TLSRPTv1; rua=mailto:tls@example.com");

  g_assert_finalize_object (record);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/record-edit/add", test_add);

  for (gsize i = 0; i < G_N_ELEMENTS (groups); i++)
    {
      g_autofree char *path = g_strconcat ("/record-edit/add-to-group/", groups[i].name, NULL);

      g_test_add_data_func (path, &groups[i], test_add_to_group);
    }

  g_test_add_func ("/record-edit/insert", test_insert);
  g_test_add_func ("/record-edit/remove", test_remove);
  g_test_add_func ("/record-edit/problem-field", test_problem_field);
  g_test_add_func ("/record-edit/move-value", test_move_value);
  g_test_add_func ("/record-edit/save", test_save);
  g_test_add_func ("/record-edit/restore-strange", test_restore_strange);

  for (gsize i = 0; i < G_N_ELEMENTS (moves); i++)
    {
      g_autofree char *path = g_strconcat ("/record-edit/move/", moves[i].name, NULL);

      g_test_add_data_func (path, &moves[i], test_move);
    }

  for (gsize i = 0; i < G_N_ELEMENTS (splits); i++)
    {
      g_autofree char *path = g_strconcat ("/record-edit/split/", splits[i].name, NULL);

      g_test_add_data_func (path, &splits[i], test_split);
    }

  return g_test_run ();
}
