/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "record-mirror.h"
#include "tlsrpt-record.h"

/* Each property is told of once, and only if it is another. */
static void
test_notify (void)
{
  TlsrptRecord *record = tlsrpt_record_new ();
  RecordMirror *mirror = record_mirror_new (record);
  TlsrptField *field;

  tlsrpt_record_set_domain (record, "");
  tlsrpt_record_set_zone (record, NULL);
  record_mirror_assert_notified (mirror, "");

  tlsrpt_record_set_domain (record, "example");
  record_mirror_assert_notified (mirror, "domain problem");
  tlsrpt_record_set_domain (record, "example.com");
  record_mirror_assert_notified (mirror, "domain owner-name problem relative-name zone-apex");
  tlsrpt_record_set_domain (record, "example.com.");
  record_mirror_assert_notified (mirror, "domain");

  field = tlsrpt_record_add_destination (record, TLSRPT_FIELD_MAIL, NULL);
  record_mirror_assert_notified (mirror, "");
  tlsrpt_field_set_text (field, " ");
  record_mirror_assert_notified (mirror, "");
  tlsrpt_field_set_text (field, "a@example");
  record_mirror_assert_notified (mirror, "problem");
  tlsrpt_field_set_text (field, "a@example.com");
  record_mirror_assert_notified (mirror, "problem value zone-line");
  tlsrpt_field_set_text (field, "a@Example.com");
  record_mirror_assert_notified (mirror, "");
  tlsrpt_field_set_text (field, "b@example.com");
  record_mirror_assert_notified (mirror, "value zone-line");

  tlsrpt_record_set_zone (record, "example.com");
  record_mirror_assert_notified (mirror, "zone");
  tlsrpt_record_set_zone (record, "example.net");
  record_mirror_assert_notified (mirror,
                                 "problem relative-name value zone zone-apex zone-line");
  tlsrpt_record_set_zone (record, "");
  record_mirror_assert_notified (mirror,
                                 "problem relative-name value zone zone-apex zone-line");

  tlsrpt_record_set_domain (record, "www.example.com");
  record_mirror_assert_notified (mirror, "advice domain owner-name relative-name zone-line");
  tlsrpt_record_set_domain (record, "www.example.net");
  record_mirror_assert_notified (mirror, "advice domain owner-name zone-apex zone-line");

  /* A blank row is not a destination; a second one is. */
  tlsrpt_record_add_destination (record, TLSRPT_FIELD_ENDPOINT, NULL);
  record_mirror_assert_notified (mirror, "");
  tlsrpt_record_add_destination (record, TLSRPT_FIELD_ENDPOINT, "https://example.com");
  record_mirror_assert_notified (mirror, "advice value zone-line");

  tlsrpt_record_clear (record);
  record_mirror_assert_notified (mirror,
                                 "advice domain owner-name problem relative-name value zone-apex "
                                 "zone-line");
  tlsrpt_record_clear (record);
  record_mirror_assert_notified (mirror, "");

  record_mirror_free (mirror);
  g_assert_finalize_object (record);
}

/* Whoever freezes the record is told in the end.  A frozen field tells its record at once. */
static void
test_notify_frozen (void)
{
  TlsrptRecord *record = record_make ("example.com", "a@example.com b@example.com");
  RecordMirror *mirror = record_mirror_new (record);
  TlsrptField *field = record_get (record, 0);
  g_auto (GStrv) uris = NULL;

  g_object_freeze_notify (G_OBJECT (record));
  tlsrpt_field_set_text (field, "c@example.com");
  tlsrpt_field_set_text (field, "d@example.com");
  g_object_thaw_notify (G_OBJECT (record));
  record_mirror_assert_notified (mirror, "value zone-line");

  g_object_freeze_notify (G_OBJECT (field));
  tlsrpt_field_set_text (field, "wrong");
  tlsrpt_field_set_text (field, "e@example.com");
  tlsrpt_field_set_text (field, "");
  record_assert_consistent (record);
  uris = tlsrpt_record_dup_uris (record);
  g_assert_cmpstr (uris[0], ==, "mailto:b@example.com");
  g_assert_cmpstr (tlsrpt_record_get_value (record), ==, "v=TLSRPTv1; rua=mailto:b@example.com");
  g_object_thaw_notify (G_OBJECT (field));

  record_mirror_free (mirror);
  g_assert_finalize_object (record);
}

/* What the window does when the list changes: it looks at everything. */
static void
look_cb (GListModel   *model,
         guint         position,
         guint         n_removed,
         guint         n_added,
         TlsrptRecord *record)
{
  TlsrptField *field = tlsrpt_record_get_problem_field (record);
  g_auto (GStrv) uris = tlsrpt_record_dup_uris (record);

  record_assert_consistent (record);
  if (field != NULL)
    g_assert_nonnull (tlsrpt_field_get_error (field));
}

static void
test_look_while_changing (void)
{
  TlsrptRecord *record = record_make ("example.com", "wrong a@example.com");

  g_signal_connect (tlsrpt_record_get_destinations (record), "items-changed",
                    G_CALLBACK (look_cb), record);
  g_signal_connect (tlsrpt_record_get_advice (record), "items-changed", G_CALLBACK (look_cb),
                    record);

  tlsrpt_record_remove_destination (record, record_get (record, 0));
  tlsrpt_record_add_destination (record, TLSRPT_FIELD_MAIL, "b@example.com");
  tlsrpt_record_move_destination (record, record_get (record, 0), 1);
  tlsrpt_record_remove_destination (record, record_get (record, 0));
  tlsrpt_record_clear (record);

  g_assert_finalize_object (record);
}

static TlsrptRemark *
get_last_advice (TlsrptRecord *record)
{
  GListModel *advice = tlsrpt_record_get_advice (record);

  return g_list_model_get_item (advice, g_list_model_get_n_items (advice) - 1);
}

/* So does its row, while what comes before it follows the typing. */
static void
test_advice_stays (void)
{
  TlsrptRecord *record = record_make ("www.example.com", "a!b@example.com");
  g_autoptr (TlsrptRemark) first = g_list_model_get_item (tlsrpt_record_get_advice (record), 0);
  g_autoptr (TlsrptRemark) last = get_last_advice (record);
  g_autoptr (TlsrptRemark) new_first = NULL;
  g_autoptr (TlsrptRemark) new_last = NULL;

  tlsrpt_record_set_domain (record, "www2.example.com");
  new_first = g_list_model_get_item (tlsrpt_record_get_advice (record), 0);
  new_last = get_last_advice (record);

  g_assert_true (new_first != first);
  g_assert_true (new_last == last);

  g_assert_finalize_object (record);
}

static const char *const domains[] = {
  "", "example", "example.com", "www.example.com", "EXAMPLE.com", "ｅxample.com", "co.uk",
  "exam ple.com",
};

static const char *const zones[] = { "", " ", "example.com", "example.net", "exam ple.com" };

static const char *const texts[] = {
  "", " ", "a@example.com", "A@example.com", "b@x.example", "a!b@x.example", "a@", "wrong",
  "https://x.example", "https://x.example/", "https://x.example:8443/?a=b", "http://x.example",
  "a@x.example, b@x.example", "https://x.example c@x.example",
};

#define PICK(array) array[g_test_rand_int_range (0, G_N_ELEMENTS (array))]

static void
change_at_random (TlsrptRecord *record,
                  TlsrptField **removed)
{
  guint n = g_list_model_get_n_items (tlsrpt_record_get_destinations (record));
  TlsrptField *field = n > 0 ? record_get (record, g_test_rand_int_range (0, n)) : NULL;
  int action = g_test_rand_int_range (0, 12);
  TlsrptFieldKind kind = g_test_rand_bit () ? TLSRPT_FIELD_MAIL : TLSRPT_FIELD_ENDPOINT;

  if (action == 0)
    tlsrpt_record_set_domain (record, PICK (domains));
  else if (action == 1)
    tlsrpt_record_set_zone (record, PICK (zones));
  else if (action == 2)
    tlsrpt_record_set_ttl (record, g_test_rand_int_range (0, 3));
  else if (action == 3)
    tlsrpt_record_add_destination (record, kind, PICK (texts));
  else if (action == 4 && g_test_rand_int_range (0, 20) == 0)
    tlsrpt_record_clear (record);
  else if (field == NULL)
    return;
  else if (action == 5)
    tlsrpt_record_move_destination (record, field, g_test_rand_int_range (-3, 4));
  else if (action == 6)
    tlsrpt_record_split_destination (record, field);
  else if (action == 7 && *removed == NULL)
    {
      *removed = g_object_ref (field);
      tlsrpt_record_remove_destination (record, field);
    }
  else if (action == 8 && *removed != NULL)
    {
      tlsrpt_record_insert_destination (record, g_test_rand_int_range (0, n + 1), *removed);
      g_clear_object (removed);
    }
  else
    tlsrpt_field_set_text (field, PICK (texts));
}

/* Whatever the way to the inputs, the outputs are those of a record that was born
 * with them; and all that changes on the way is told. */
static void
test_random (void)
{
  TlsrptRecord *record = tlsrpt_record_new ();
  RecordMirror *mirror = record_mirror_new (record);
  g_autoptr (TlsrptField) removed = NULL;

  for (guint i = 0; i < 3000; i++)
    {
      TlsrptRecord *other = tlsrpt_record_new ();
      RecordMirror *expected;
      g_autoptr (GVariant) state = NULL;

      change_at_random (record, &removed);
      record_assert_consistent (record);
      record_mirror_assert_current (mirror);

      state = tlsrpt_record_save (record);
      tlsrpt_record_restore (other, state);
      expected = record_mirror_new (other);
      record_mirror_assert_equal (mirror, expected);

      record_mirror_free (expected);
      g_assert_finalize_object (other);
    }

  record_mirror_free (mirror);
  g_assert_finalize_object (record);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/record-notify/properties", test_notify);
  g_test_add_func ("/record-notify/frozen", test_notify_frozen);
  g_test_add_func ("/record-notify/look-while-changing", test_look_while_changing);
  g_test_add_func ("/record-notify/advice-stays", test_advice_stays);
  g_test_add_func ("/record-notify/random", test_random);

  return g_test_run ();
}
