/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-state-private.h"

#include "tlsrpt-domain.h"
#include "tlsrpt-grammar.h"
#include "tlsrpt-limits.h"
#include "tlsrpt-text-hash.h"

#include <string.h>

/* A word that programs read, and no more. */
static gboolean
is_word (const char *text)
{
  gsize length = text != NULL ? strlen (text) : 0;

  return length > 0 && length <= TLSRPT_LIMIT_LABEL &&
         strspn (text, "abcdefghijklmnopqrstuvwxyz-") == length;
}

/* A record of ordinary length in which no destination could hold a password. */
static gboolean
is_keepable (const char *record)
{
  g_autoptr (TlsrptGrammar) grammar = NULL;

  if (record == NULL || strlen (record) > TLSRPT_LIMIT_VALUE || !g_str_is_ascii (record))
    return FALSE;

  grammar = tlsrpt_grammar_new ();
  tlsrpt_grammar_parse (grammar, record, -1);
  for (gsize i = 0; i < grammar->n_uris; i++)
    {
      TlsrptSpan span = grammar->uris[i].span;
      g_autofree char *uri = g_strndup (grammar->text + span.offset, span.length);

      if (tlsrpt_state_is_private (uri))
        return FALSE;
    }

  return grammar->n_uris > 0;
}

/* A sentence of this program, in which no address could hold a password. */
static gboolean
is_sentence (const char *text)
{
  return text != NULL && strlen (text) <= TLSRPT_LIMIT_VALUE && strstr (text, "://") == NULL;
}

static void
forget_unless (char     **slot,
               gboolean   is_kept)
{
  if (!is_kept)
    g_clear_pointer (slot, g_free);
}

/* Lets only what may be kept into the list. */
static TlsrptStateDomain *
clean (const TlsrptStateDomain *domain)
{
  TlsrptStateDomain *self = tlsrpt_state_domain_new (domain->name, domain->expected);

  forget_unless (&self->expected, is_keepable (self->expected));
  self->value = g_strdup (domain->value);
  forget_unless (&self->value, is_keepable (self->value));
  if (domain->checked > 0)
    {
      self->checked = domain->checked;
      self->state = is_word (domain->state) ? g_strdup (domain->state) : NULL;
      self->record = is_word (domain->record) ? g_strdup (domain->record) : NULL;
      self->mta_sts = is_word (domain->mta_sts) ? g_strdup (domain->mta_sts) : NULL;
      self->dane = is_word (domain->dane) ? g_strdup (domain->dane) : NULL;
      self->reason = is_sentence (domain->reason) ? g_strdup (domain->reason) : NULL;
    }

  return self;
}

static gboolean
insert (TlsrptState             *self,
        const TlsrptStateDomain *domain,
        guint                    position)
{
  TlsrptStateDomain *cleaned;

  if (self->domains->len >= TLSRPT_LIMIT_CHECKS ||
      g_hash_table_contains (self->domains_by_name, domain->name))
    return FALSE;

  cleaned = clean (domain);
  g_ptr_array_insert (self->domains, (int) MIN (position, self->domains->len), cleaned);
  g_hash_table_insert (self->domains_by_name, cleaned->name, cleaned);

  return TRUE;
}

/**
 * tlsrpt_state_get_domains:
 *
 * Gets the domains of the list, in the order in which they were added.
 *
 * Returns: (transfer none) (element-type TlsrptStateDomain): the domains
 */
GPtrArray *
tlsrpt_state_get_domains (TlsrptState *self)
{
  g_return_val_if_fail (TLSRPT_IS_STATE (self), NULL);

  return self->domains;
}

/**
 * tlsrpt_state_find_domain:
 * @name: a policy domain in A-labels
 *
 * Gets what is known of a domain.
 *
 * Returns: (transfer none) (nullable): the domain, or `NULL` if it is not in the list
 */
const TlsrptStateDomain *
tlsrpt_state_find_domain (TlsrptState *self,
                          const char  *name)
{
  g_return_val_if_fail (TLSRPT_IS_STATE (self), NULL);
  g_return_val_if_fail (name != NULL, NULL);

  return g_hash_table_lookup (self->domains_by_name, name);
}

/**
 * tlsrpt_state_insert_domain:
 * @domain: what is known of it, of which only what may be kept is
 * @position: where, or `G_MAXUINT` for the end
 *
 * Adds a domain to the list.
 *
 * Returns: `FALSE` if it is there already, or if there is no room for another one
 */
gboolean
tlsrpt_state_insert_domain (TlsrptState             *self,
                            const TlsrptStateDomain *domain,
                            guint                    position)
{
  g_return_val_if_fail (TLSRPT_IS_STATE (self), FALSE);
  g_return_val_if_fail (domain != NULL, FALSE);

  if (!insert (self, domain, position))
    return FALSE;

  tlsrpt_state_domains_changed (self);

  return TRUE;
}

/**
 * tlsrpt_state_update_domain:
 * @domain: what is known of it now
 *
 * Keeps what a check has found, if the domain is in the list.
 *
 * Returns: whether it is
 */
gboolean
tlsrpt_state_update_domain (TlsrptState             *self,
                            const TlsrptStateDomain *domain)
{
  TlsrptStateDomain *old;
  TlsrptStateDomain *cleaned;
  guint position;

  g_return_val_if_fail (TLSRPT_IS_STATE (self), FALSE);
  g_return_val_if_fail (domain != NULL, FALSE);

  old = g_hash_table_lookup (self->domains_by_name, domain->name);
  if (old == NULL || !g_ptr_array_find (self->domains, old, &position))
    return FALSE;

  cleaned = clean (domain);
  g_hash_table_replace (self->domains_by_name, cleaned->name, cleaned);
  self->domains->pdata[position] = cleaned;
  tlsrpt_state_domain_unref (old);
  tlsrpt_state_domains_changed (self);

  return TRUE;
}

static void
clear_place (gpointer data)
{
  TlsrptStatePlace *place = data;

  tlsrpt_state_domain_unref (place->domain);
}

/**
 * tlsrpt_state_take_domains:
 * @names: (array length=n_names): policy domains in A-labels
 * @n_names: how many there are
 *
 * Forgets all that is known of domains.
 *
 * Returns: (transfer full) (element-type TlsrptStatePlace): those that were in the list, in
 *   their order
 */
GArray *
tlsrpt_state_take_domains (TlsrptState       *self,
                           const char *const *names,
                           gsize              n_names)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (TlsrptStatePlace));
  g_autoptr (GHashTable) gone = g_hash_table_new (NULL, NULL);
  guint n_kept = 0;

  g_return_val_if_fail (TLSRPT_IS_STATE (self), places);

  g_array_set_clear_func (places, clear_place);
  for (gsize i = 0; i < n_names; i++)
    {
      TlsrptStateDomain *domain = g_hash_table_lookup (self->domains_by_name, names[i]);

      if (domain != NULL)
        g_hash_table_add (gone, domain);
    }

  if (g_hash_table_size (gone) == 0)
    return places;

  for (guint i = 0; i < self->domains->len; i++)
    {
      TlsrptStatePlace place = { g_ptr_array_index (self->domains, i), i };

      if (g_hash_table_contains (gone, place.domain))
        {
          g_hash_table_remove (self->domains_by_name, place.domain->name);
          place.domain = tlsrpt_state_domain_ref (place.domain);
          g_array_append_val (places, place);
        }
      else
        {
          /* Those between are let go of at the end. */
          self->domains->pdata[i] = self->domains->pdata[n_kept];
          self->domains->pdata[n_kept++] = place.domain;
        }
    }
  g_ptr_array_set_size (self->domains, (int) n_kept);
  tlsrpt_state_domains_changed (self);

  return places;
}

/**
 * tlsrpt_state_put_back:
 * @places: (element-type TlsrptStatePlace): what tlsrpt_state_take_domains() has taken
 *
 * Brings domains back to where they were, unless they are there again.
 */
void
tlsrpt_state_put_back (TlsrptState *self,
                       GArray      *places)
{
  gboolean is_changed = FALSE;

  g_return_if_fail (TLSRPT_IS_STATE (self));
  g_return_if_fail (places != NULL);

  for (guint i = 0; i < places->len; i++)
    {
      const TlsrptStatePlace *place = &g_array_index (places, TlsrptStatePlace, i);

      is_changed |= insert (self, place->domain, place->position);
    }

  if (is_changed)
    tlsrpt_state_domains_changed (self);
}

static char *
dup_text (const TlsrptJsonValue *value)
{
  return value->type == TLSRPT_JSON_TEXT ? g_strdup (value->string.text) : NULL;
}

/* The last hours of the year 9999 may be in a year of UTC that cannot be written. */
static gint64
read_time (const TlsrptJsonValue *value)
{
  g_autoptr (GDateTime) time = NULL;
  g_autoptr (GDateTime) utc = NULL;

  if (value->type == TLSRPT_JSON_TEXT)
    time = g_date_time_new_from_iso8601 (value->string.text, NULL);
  if (time != NULL)
    utc = g_date_time_new_from_unix_utc (g_date_time_to_unix (time));

  return utc != NULL ? MAX (g_date_time_to_unix (utc), 0) : 0;
}

static gboolean
read_domain (TlsrptState           *self,
             const TlsrptJsonValue *value)
{
  enum { NAME, EXPECTED, VALUE, CHECKED, STATE, RECORD, MTA_STS, DANE, REASON, N_SLOTS };
  static const TlsrptJsonKey keys[] = {
    TLSRPT_JSON_KEY ("name", NAME),
    TLSRPT_JSON_KEY ("expected", EXPECTED),
    TLSRPT_JSON_KEY ("value", VALUE),
    TLSRPT_JSON_KEY ("checked", CHECKED),
    TLSRPT_JSON_KEY ("state", STATE),
    TLSRPT_JSON_KEY ("record", RECORD),
    TLSRPT_JSON_KEY ("mta_sts", MTA_STS),
    TLSRPT_JSON_KEY ("dane", DANE),
    TLSRPT_JSON_KEY ("reason", REASON),
  };
  g_autoptr (TlsrptStateDomain) domain = NULL;
  g_autofree char *name = NULL;
  TlsrptJsonValue values[N_SLOTS];

  if (value->type != TLSRPT_JSON_OBJECT)
    return FALSE;

  tlsrpt_json_get_members (value, keys, G_N_ELEMENTS (keys), values, N_SLOTS);
  if (values[NAME].type != TLSRPT_JSON_TEXT)
    return FALSE;

  /* Somebody may have edited the file. */
  name = tlsrpt_domain_to_ascii (values[NAME].string.text, NULL);
  if (name == NULL)
    return TRUE;

  domain = tlsrpt_state_domain_new (name, NULL);
  domain->expected = dup_text (&values[EXPECTED]);
  domain->value = dup_text (&values[VALUE]);
  domain->checked = read_time (&values[CHECKED]);
  domain->state = dup_text (&values[STATE]);
  domain->record = dup_text (&values[RECORD]);
  domain->mta_sts = dup_text (&values[MTA_STS]);
  domain->dane = dup_text (&values[DANE]);
  domain->reason = dup_text (&values[REASON]);
  insert (self, domain, G_MAXUINT);

  return TRUE;
}

gboolean
tlsrpt_state_domains_read (TlsrptState           *self,
                           const TlsrptJsonValue *value)
{
  TlsrptJsonIter iter;
  TlsrptJsonValue item;

  /* More than there may be are not for us to shorten. */
  if (value->type != TLSRPT_JSON_ARRAY ||
      tlsrpt_json_iter_init (&iter, value) > TLSRPT_LIMIT_CHECKS)
    return FALSE;

  while (tlsrpt_json_iter_next (&iter, &item))
    {
      if (!read_domain (self, &item))
        return FALSE;
    }

  return TRUE;
}

static void
write_text (TlsrptJsonWriter *writer,
            const char       *name,
            const char       *text)
{
  if (text != NULL)
    tlsrpt_json_writer_string (writer, name, text);
}

/* A file that is too large could not be read again, so the last of thousands of long
 * records are left out. */
static void
write_record (TlsrptJsonWriter *writer,
              const char       *name,
              const char       *text)
{
  if (writer->text->len < TLSRPT_LIMIT_STATE_RECORDS)
    write_text (writer, name, text);
}

static void
write_domain (TlsrptJsonWriter        *writer,
              const TlsrptStateDomain *domain)
{
  tlsrpt_json_writer_begin_object (writer, NULL);
  tlsrpt_json_writer_string (writer, "name", domain->name);
  write_record (writer, "expected", domain->expected);
  write_record (writer, "value", domain->value);
  if (domain->checked > 0)
    {
      g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (domain->checked);
      g_autofree char *text = g_date_time_format (time, "%Y-%m-%dT%H:%M:%SZ");

      tlsrpt_json_writer_string (writer, "checked", text);
      write_text (writer, "state", domain->state);
      write_text (writer, "record", domain->record);
      write_text (writer, "mta_sts", domain->mta_sts);
      write_text (writer, "dane", domain->dane);
      write_record (writer, "reason", domain->reason);
    }
  tlsrpt_json_writer_end_object (writer);
}

void
tlsrpt_state_domains_write (TlsrptState      *self,
                            TlsrptJsonWriter *writer)
{
  if (self->domains->len == 0)
    return;

  tlsrpt_json_writer_begin_array (writer, "domains");
  for (guint i = 0; i < self->domains->len; i++)
    write_domain (writer, g_ptr_array_index (self->domains, i));
  tlsrpt_json_writer_end_array (writer);
}

void
tlsrpt_state_domains_clear (TlsrptState *self)
{
  g_hash_table_remove_all (self->domains_by_name);
  g_ptr_array_set_size (self->domains, 0);
}

void
tlsrpt_state_domains_init (TlsrptState *self)
{
  self->domains = g_ptr_array_new_with_free_func ((GDestroyNotify) tlsrpt_state_domain_unref);
  self->domains_by_name = g_hash_table_new (tlsrpt_text_hash_str, g_str_equal);
}

void
tlsrpt_state_domains_finalize (TlsrptState *self)
{
  g_hash_table_unref (self->domains_by_name);
  g_ptr_array_unref (self->domains);
}
