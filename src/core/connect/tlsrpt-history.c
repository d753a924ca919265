/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-history.h"

#include "tlsrpt-error.h"
#include "tlsrpt-json-error.h"
#include "tlsrpt-json-texts.h"
#include "tlsrpt-json-writer.h"
#include "tlsrpt-snapshot.h"
#include "tlsrpt-text-hash.h"

#include <glib/gi18n-lib.h>

struct _TlsrptHistory
{
  TlsrptJsonParser *parser;
  GHashTable       *snapshots; /* by domain */
};

/* For programs and for people. */
static const struct
{
  const char *token;
  const char *label;
} kinds[] = {
  [TLSRPT_CHANGED_RECORD] = { "record", N_("TLS-RPT record") },
  [TLSRPT_CHANGED_MX] = { "mx", N_("MX record") },
  [TLSRPT_CHANGED_POLICY] = { "mta-sts", N_("MTA-STS policy") },
  [TLSRPT_CHANGED_TLSA] = { "tlsa", N_("TLSA records") },
  [TLSRPT_CHANGED_CONNECTION] = { "connection", N_("Connection") },
  [TLSRPT_CHANGED_CERTIFICATE] = { "certificate", N_("Certificate") },
  [TLSRPT_CHANGED_TRUST] = { "pkix", N_("Certificate validation") },
  [TLSRPT_CHANGED_SENDER] = { "sender", N_("What senders would report") },
  [TLSRPT_CHANGED_DESTINATION] = { "rua", N_("Destination") },
};

static gboolean
add_object (TlsrptHistory  *self,
            const char     *text,
            gsize           length,
            guint           number,
            GError        **error)
{
  TlsrptJsonValue root;
  TlsrptJsonStatus status;
  TlsrptSnapshot *snapshot;

  status = tlsrpt_json_parser_parse (self->parser, text, length, length, &root);
  if (status != TLSRPT_JSON_OK)
    {
      g_autoptr (GError) reason = NULL;

      tlsrpt_json_set_error (&reason, status, text, length);
      tlsrpt_error_set (error, TLSRPT_ERROR_JSON, TLSRPT_ERROR_FINAL, NULL,
                        /* Translators: %u is the number of an object in a file, %s says what is
                         * wrong with it */
                        _("object %u: %s"), number, reason->message);
      return FALSE;
    }

  snapshot = tlsrpt_snapshot_new (&root);
  if (snapshot == NULL)
    {
      tlsrpt_error_set (error, TLSRPT_ERROR_JSON, TLSRPT_ERROR_FINAL, NULL,
                        /* Translators: %u is the number of an object in a file; the quotation
                         * marks enclose a command */
                        _("object %u is not the output of “tlsrpt-cli check --json”"), number);
      return FALSE;
    }

  /* Of several about one domain the last counts. */
  g_hash_table_replace (self->snapshots, snapshot->domain, snapshot);

  return TRUE;
}

/**
 * tlsrpt_history_new:
 * @text: what an earlier run printed
 * @length: its bytes
 * @error: set if it is something else
 *
 * Reads what an earlier run found.
 *
 * Returns: (transfer full) (nullable): the history, or `NULL` with @error set
 */
TlsrptHistory *
tlsrpt_history_new (const char  *text,
                    gsize        length,
                    GError     **error)
{
  g_autoptr (TlsrptHistory) self = g_new (TlsrptHistory, 1);
  TlsrptJsonTexts texts;
  gsize begin, end;
  guint number = 0;

  self->parser = tlsrpt_json_parser_new ();
  self->snapshots = g_hash_table_new_full (tlsrpt_text_hash_str, g_str_equal, NULL,
                                           (GDestroyNotify) tlsrpt_snapshot_free);

  /* An empty file has no address. */
  tlsrpt_json_texts_init (&texts, text != NULL ? text : "", length);
  while (tlsrpt_json_texts_next (&texts, &begin, &end))
    {
      if (!add_object (self, text + begin, end - begin, ++number, error))
        return NULL;
    }

  if (number == 0)
    {
      tlsrpt_json_set_error (error, TLSRPT_JSON_EMPTY, text, length);
      return NULL;
    }

  return g_steal_pointer (&self);
}

void
tlsrpt_history_free (TlsrptHistory *self)
{
  tlsrpt_json_parser_free (self->parser);
  g_hash_table_unref (self->snapshots);
  g_free (self);
}

/**
 * tlsrpt_history_get_time:
 * @self: a history
 * @domain: a domain in A-labels
 *
 * Gets when a domain was checked.
 *
 * Returns: (nullable): the time as it was printed, or `NULL`
 */
const char *
tlsrpt_history_get_time (TlsrptHistory *self,
                         const char    *domain)
{
  TlsrptSnapshot *snapshot = g_hash_table_lookup (self->snapshots, domain);

  return snapshot != NULL ? snapshot->time : NULL;
}

/* --- Comparing ---------------------------------------------------------------- */

static void
changed_free (TlsrptChanged *changed)
{
  g_free (changed->place);
  g_free (changed->before);
  g_free (changed->after);
  g_free (changed);
}

/* What nobody looked at, or could not find out, has not changed for all we know. */
static gboolean
is_comparable (const TlsrptSnapshot *snapshot,
               const TlsrptSeen     *seen)
{
  return snapshot->known & 1u << seen->kind &&
         (seen->host == NULL || !g_hash_table_contains (snapshot->unknown_hosts, seen->host));
}

static void
add_change (GPtrArray        *changes,
            const TlsrptSeen *seen,
            const char       *before,
            const char       *after)
{
  TlsrptChanged *changed = g_new (TlsrptChanged, 1);

  changed->kind = seen->kind;
  changed->place = g_strdup (seen->place);
  changed->before = g_strdup (before);
  changed->after = g_strdup (after);
  g_ptr_array_add (changes, changed);
}

static GPtrArray *
compare (const TlsrptSnapshot *before,
         const TlsrptSnapshot *after)
{
  GPtrArray *changes = g_ptr_array_new_with_free_func ((GDestroyNotify) changed_free);

  for (guint i = 0; i < after->seen->len; i++)
    {
      const TlsrptSeen *seen = g_ptr_array_index (after->seen, i);
      const TlsrptSeen *other = g_hash_table_lookup (before->by_key, seen->key);

      if (seen->value == NULL || !is_comparable (before, seen))
        continue;

      if (other == NULL)
        add_change (changes, seen, NULL, seen->value);
      else if (other->value != NULL && !g_str_equal (other->value, seen->value))
        add_change (changes, seen, other->value, seen->value);
    }

  for (guint i = 0; i < before->seen->len; i++)
    {
      const TlsrptSeen *seen = g_ptr_array_index (before->seen, i);

      if (seen->value != NULL && is_comparable (after, seen) &&
          !g_hash_table_contains (after->by_key, seen->key))
        add_change (changes, seen, seen->value, NULL);
    }

  return changes;
}

/**
 * tlsrpt_history_compare:
 * @self: a history
 * @json: the object of a domain, as `tlsrpt-cli check --json` prints it now
 * @length: its bytes
 *
 * Finds out what has changed.  What was not looked at both times, or could not be found
 * out, is not compared.
 *
 * Returns: (transfer full) (nullable) (element-type TlsrptChanged): the changes; `NULL` if
 *   the domain was not checked before, or @json is something else
 */
GPtrArray *
tlsrpt_history_compare (TlsrptHistory *self,
                        const char    *json,
                        gsize          length)
{
  TlsrptJsonValue root;
  g_autoptr (TlsrptSnapshot) after = NULL;
  TlsrptSnapshot *before;

  if (tlsrpt_json_parser_parse (self->parser, json, length, length, &root) != TLSRPT_JSON_OK)
    return NULL;

  after = tlsrpt_snapshot_new (&root);
  if (after == NULL)
    return NULL;

  before = g_hash_table_lookup (self->snapshots, after->domain);

  return before != NULL ? compare (before, after) : NULL;
}

/**
 * tlsrpt_changed_get_token:
 * @kind: what has changed
 *
 * Returns: the word for it that programs read
 */
const char *
tlsrpt_changed_get_token (TlsrptChangedKind kind)
{
  g_return_val_if_fail ((gsize) kind < G_N_ELEMENTS (kinds), NULL);

  return kinds[kind].token;
}

/**
 * tlsrpt_changed_get_label:
 * @kind: what has changed
 *
 * Returns: the word for it for people
 */
const char *
tlsrpt_changed_get_label (TlsrptChangedKind kind)
{
  g_return_val_if_fail ((gsize) kind < G_N_ELEMENTS (kinds), NULL);

  return _(kinds[kind].label);
}

/**
 * tlsrpt_changed_append_json:
 * @object: an object on one line, with its line feed
 * @changes: (nullable) (element-type TlsrptChanged): the changes
 *
 * Adds the member “changes” to an object.
 */
void
tlsrpt_changed_append_json (GString   *object,
                            GPtrArray *changes)
{
  TlsrptJsonWriter writer;

  g_return_if_fail (g_str_has_suffix (object->str, "}\n"));

  g_string_truncate (object, object->len - 2);
  g_string_append (object, ",\"changes\":");
  tlsrpt_json_writer_init (&writer, object, TLSRPT_JSON_COMPACT);

  if (changes == NULL)
    {
      tlsrpt_json_writer_null (&writer, NULL);
    }
  else
    {
      tlsrpt_json_writer_begin_array (&writer, NULL);
      for (guint i = 0; i < changes->len; i++)
        {
          const TlsrptChanged *changed = g_ptr_array_index (changes, i);

          tlsrpt_json_writer_begin_object (&writer, NULL);
          tlsrpt_json_writer_string (&writer, "what", tlsrpt_changed_get_token (changed->kind));
          tlsrpt_json_writer_string (&writer, "place", changed->place);
          tlsrpt_json_writer_string (&writer, "before", changed->before);
          tlsrpt_json_writer_string (&writer, "after", changed->after);
          tlsrpt_json_writer_end_object (&writer);
        }
      tlsrpt_json_writer_end_array (&writer);
    }

  g_string_append (object, "}\n");
}
