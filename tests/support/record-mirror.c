/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "record-mirror.h"

#include "tlsrpt-domain.h"
#include "tlsrpt-error.h"
#include "tlsrpt-limits.h"
#include "typed.h"

#include <string.h>

/**
 * record_make:
 * @domain: what is typed as the domain
 * @destinations: what is typed as destinations, with a space between
 *
 * Returns: (transfer full): a record with these inputs
 */
TlsrptRecord *
record_make (const char *domain,
             const char *destinations)
{
  TlsrptRecord *record = tlsrpt_record_new ();
  g_auto (GStrv) words = g_strsplit (destinations, " ", -1);

  tlsrpt_record_set_domain (record, domain);
  for (gsize i = 0; words[i] != NULL; i++)
    {
      gboolean is_url = strstr (words[i], "://") != NULL;

      g_assert_nonnull (tlsrpt_record_add_destination (record,
                                                       is_url ? TLSRPT_FIELD_ENDPOINT
                                                              : TLSRPT_FIELD_MAIL,
                                                       words[i]));
    }

  return record;
}

/**
 * record_get:
 * @position: of a destination
 *
 * Returns: (transfer none): the destination
 */
TlsrptField *
record_get (TlsrptRecord *record,
            guint         position)
{
  g_autoptr (TlsrptField) field =
    g_list_model_get_item (tlsrpt_record_get_destinations (record), position);

  return field;
}

static char *
join_texts (TlsrptRecord *record)
{
  GListModel *destinations = tlsrpt_record_get_destinations (record);
  GString *texts = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (destinations); i++)
    g_string_append_printf (texts, "%s%s", i > 0 ? " " : "",
                            tlsrpt_field_get_text (record_get (record, i)));

  return g_string_free (texts, FALSE);
}

/**
 * record_assert_texts:
 * @texts: what the destinations must hold, with a space between
 */
void
record_assert_texts (TlsrptRecord *record,
                     const char   *texts)
{
  g_autofree char *actual = join_texts (record);

  g_assert_cmpstr (actual, ==, texts);
}

/* Every property as text, in alphabetical order.  What is not text itself only
 * tells whether it is another. */
static const char *const property_names[] = {
  "advice", "destinations", "domain", "domain-field", "owner-name", "problem", "relative-name",
  "ttl", "value", "zone", "zone-apex", "zone-line",
};

#define N_PROPERTIES G_N_ELEMENTS (property_names)

static char *
read_property (TlsrptRecord *record,
               const char   *name)
{
  g_auto (GValue) value = G_VALUE_INIT;

  g_object_get_property (G_OBJECT (record), name, &value);

  if (G_VALUE_HOLDS_STRING (&value))
    return g_value_dup_string (&value);
  if (G_VALUE_HOLDS_UINT (&value))
    return g_strdup_printf ("%u", g_value_get_uint (&value));

  g_assert_true (G_VALUE_HOLDS_OBJECT (&value));
  g_assert_nonnull (g_value_get_object (&value));

  return g_strdup_printf ("%p", g_value_get_object (&value));
}

/* A value is the grammar's, in strings of a length that DNS has. */
static void
assert_value (TlsrptRecord *record,
              const char   *value)
{
  const char *const *strings = tlsrpt_record_get_strings (record);
  g_autofree char *joined = g_strjoinv (NULL, (char **) strings);
  g_auto (GStrv) uris = tlsrpt_record_dup_uris (record);
  g_autofree char *list = g_strjoinv (",", uris);
  g_autofree char *expected = g_strconcat ("v=TLSRPTv1; rua=", list, NULL);

  g_assert_cmpstr (value, ==, expected);
  g_assert_cmpstr (value, ==, joined);
  g_assert_cmpuint (strlen (value), <=, TLSRPT_LIMIT_VALUE);
  for (gsize i = 0; strings[i] != NULL; i++)
    {
      g_assert_cmpuint (strlen (strings[i]), <=, TLSRPT_LIMIT_TXT_STRING);
      g_assert_true (strings[i + 1] == NULL || strlen (strings[i]) == TLSRPT_LIMIT_TXT_STRING);
    }

  g_assert_cmpuint (g_strv_length (uris), >=, 1);
  g_assert_cmpuint (g_strv_length (uris), <=, TLSRPT_LIMIT_DESTINATIONS);
  for (gsize i = 0; uris[i] != NULL; i++)
    typed_assert_uri (uris[i]);
}

/**
 * record_assert_consistent:
 *
 * Asserts what a record must be at any time, whoever looks when.
 */
void
record_assert_consistent (TlsrptRecord *record)
{
  const char *value = tlsrpt_record_get_value (record);
  const char *problem = tlsrpt_record_get_problem (record);
  const char *owner_name = tlsrpt_record_get_owner_name (record);
  const char *relative_name = tlsrpt_record_get_relative_name (record);
  const char *apex = tlsrpt_record_get_zone_apex (record);
  const GError *error = tlsrpt_record_get_error (record);

  for (gsize i = 0; i < N_PROPERTIES; i++)
    g_free (read_property (record, property_names[i]));

  g_assert_true ((value == NULL) == (problem != NULL));
  g_assert_cmpstr (problem, ==, error != NULL ? error->message : NULL);
  g_assert_true ((value == NULL) == (tlsrpt_record_get_zone_line (record) == NULL));
  g_assert_true ((value == NULL) == (tlsrpt_record_get_strings (record) == NULL));
  g_assert_true ((relative_name == NULL) == (apex == NULL));

  if (value != NULL)
    {
      assert_value (record, value);
      g_assert_null (tlsrpt_record_get_problem_field (record));
      g_assert_nonnull (owner_name);
      g_assert_nonnull (relative_name);
    }
  else
    {
      g_assert_true (error->domain == TLSRPT_ERROR);
      g_assert_cmpuint (g_list_model_get_n_items (tlsrpt_record_get_advice (record)), ==, 0);
    }

  if (relative_name != NULL)
    {
      g_autofree char *absolute = g_strconcat (relative_name, ".", apex, NULL);

      g_assert_cmpstr (absolute, ==, owner_name);
    }
}

struct _RecordMirror
{
  TlsrptRecord *record;
  char         *values[N_PROPERTIES];
  gsize         n_notified[N_PROPERTIES];
  GPtrArray    *advice;
  gsize         n_advice_changes;
};

static void
notify_cb (TlsrptRecord *record,
           GParamSpec   *pspec,
           RecordMirror *self)
{
  const char *name = g_param_spec_get_name (pspec);
  gsize i = 0;

  while (!g_str_equal (property_names[i], name))
    g_assert_cmpuint (++i, <, N_PROPERTIES);

  g_free (self->values[i]);
  self->values[i] = read_property (record, name);
  self->n_notified[i]++;

  /* No handler of a notification sees a half-changed record. */
  record_assert_consistent (record);
}

static void
advice_changed_cb (GListModel   *advice,
                   guint         position,
                   guint         n_removed,
                   guint         n_added,
                   RecordMirror *self)
{
  g_ptr_array_remove_range (self->advice, position, n_removed);
  for (guint i = position; i < position + n_added; i++)
    g_ptr_array_insert (self->advice, i, g_list_model_get_item (advice, i));

  self->n_advice_changes++;
}

/**
 * record_mirror_new:
 *
 * Returns: (transfer full): a mirror that watches @record from now on
 */
RecordMirror *
record_mirror_new (TlsrptRecord *record)
{
  RecordMirror *self = g_new0 (RecordMirror, 1);
  GListModel *advice = tlsrpt_record_get_advice (record);

  self->record = g_object_ref (record);
  for (gsize i = 0; i < N_PROPERTIES; i++)
    self->values[i] = read_property (record, property_names[i]);
  self->advice = g_ptr_array_new_with_free_func (g_object_unref);
  advice_changed_cb (advice, 0, 0, g_list_model_get_n_items (advice), self);
  self->n_advice_changes = 0;

  g_signal_connect (record, "notify", G_CALLBACK (notify_cb), self);
  g_signal_connect (advice, "items-changed", G_CALLBACK (advice_changed_cb), self);

  return self;
}

void
record_mirror_free (RecordMirror *self)
{
  g_signal_handlers_disconnect_by_data (tlsrpt_record_get_advice (self->record), self);
  g_signal_handlers_disconnect_by_data (self->record, self);
  g_object_unref (self->record);
  for (gsize i = 0; i < N_PROPERTIES; i++)
    g_free (self->values[i]);
  g_ptr_array_unref (self->advice);
  g_free (self);
}

/**
 * record_mirror_assert_current:
 *
 * Asserts that everything that has changed has been told.
 */
void
record_mirror_assert_current (RecordMirror *self)
{
  GListModel *advice = tlsrpt_record_get_advice (self->record);

  for (gsize i = 0; i < N_PROPERTIES; i++)
    {
      g_autofree char *value = read_property (self->record, property_names[i]);

      g_assert_cmpstr (self->values[i], ==, value);
    }

  g_assert_cmpuint (self->advice->len, ==, g_list_model_get_n_items (advice));
  for (guint i = 0; i < self->advice->len; i++)
    {
      g_autoptr (TlsrptRemark) item = g_list_model_get_item (advice, i);

      g_assert_true (g_ptr_array_index (self->advice, i) == item);
    }
}

/**
 * record_mirror_assert_equal:
 * @other: the mirror of another record
 *
 * Asserts that both records are the same to look at.
 */
void
record_mirror_assert_equal (RecordMirror *self,
                            RecordMirror *other)
{
  for (gsize i = 0; i < N_PROPERTIES; i++)
    {
      /* Objects are their own. */
      if (!g_str_equal (property_names[i], "advice") &&
          !g_str_equal (property_names[i], "destinations") &&
          !g_str_equal (property_names[i], "domain-field"))
        g_assert_cmpstr (self->values[i], ==, other->values[i]);
    }

  g_assert_cmpuint (self->advice->len, ==, other->advice->len);
  for (guint i = 0; i < self->advice->len; i++)
    g_assert_true (tlsrpt_remark_equal (g_ptr_array_index (self->advice, i),
                                        g_ptr_array_index (other->advice, i)));
}

/**
 * record_mirror_assert_notified:
 * @names: the properties, in alphabetical order with a space between
 *
 * Asserts that exactly these properties have been told to have changed since the
 * last call, each of them once.  “advice” stands for a change of the list.
 */
void
record_mirror_assert_notified (RecordMirror *self,
                               const char   *names)
{
  g_autoptr (GString) notified = g_string_new (NULL);

  record_mirror_assert_current (self);

  /* The list stays the same object. */
  g_assert_cmpuint (self->n_notified[0], ==, 0);
  self->n_notified[0] = self->n_advice_changes;
  self->n_advice_changes = 0;

  for (gsize i = 0; i < N_PROPERTIES; i++)
    {
      g_assert_cmpuint (self->n_notified[i], <=, 1);
      if (self->n_notified[i] > 0)
        g_string_append_printf (notified, "%s%s", notified->len > 0 ? " " : "",
                                property_names[i]);
      self->n_notified[i] = 0;
    }

  g_assert_cmpstr (notified->str, ==, names);
}
