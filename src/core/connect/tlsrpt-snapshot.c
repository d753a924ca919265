/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-snapshot.h"

#include "tlsrpt-text-hash.h"

#include <string.h>

/* How every record begins that senders take for one (RFC 8460 section 3). */
#define RECORD_BEGIN "v=TLSRPTv1"

static void
seen_free (TlsrptSeen *seen)
{
  g_free (seen->key);
  g_free (seen->host);
  g_free (seen->place);
  g_free (seen->value);
  g_free (seen);
}

void
tlsrpt_snapshot_free (TlsrptSnapshot *self)
{
  g_free (self->domain);
  g_free (self->time);
  g_hash_table_unref (self->by_key);
  g_hash_table_unref (self->unknown_hosts);
  g_ptr_array_unref (self->seen);
  g_free (self);
}

/* --- JSON --------------------------------------------------------------------- */

static TlsrptJsonValue
get (const TlsrptJsonValue *object,
     const char            *name)
{
  const TlsrptJsonKey key = { name, strlen (name), 0 };
  TlsrptJsonValue value = { .type = TLSRPT_JSON_ABSENT };

  if (object->type == TLSRPT_JSON_OBJECT)
    tlsrpt_json_get_members (object, &key, 1, &value, 1);

  return value;
}

static char *
dup_text (const TlsrptJsonValue *value)
{
  return value->type == TLSRPT_JSON_TEXT
           ? g_strndup (value->string.text, value->string.length)
           : NULL;
}

static char *
dup_member (const TlsrptJsonValue *object,
            const char            *name)
{
  TlsrptJsonValue value = get (object, name);

  return dup_text (&value);
}

static gint64
get_integer (const TlsrptJsonValue *object,
             const char            *name)
{
  TlsrptJsonValue value = get (object, name);

  return value.type == TLSRPT_JSON_INTEGER ? value.integer : 0;
}

/* Texts, one after the other. */
static char *
join (const TlsrptJsonValue *array,
      const char            *separator)
{
  g_autoptr (GString) text = g_string_new (NULL);
  TlsrptJsonIter iter;
  TlsrptJsonValue item;

  if (array->type != TLSRPT_JSON_ARRAY)
    return NULL;

  tlsrpt_json_iter_init (&iter, array);
  while (tlsrpt_json_iter_next (&iter, &item))
    {
      g_autofree char *part = dup_text (&item);

      if (text->len > 0)
        g_string_append (text, separator);
      g_string_append (text, part != NULL ? part : "");
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static int
compare_texts (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

/* In one order, since DNS has none. */
static char *
join_sorted (GPtrArray *texts)
{
  g_ptr_array_sort (texts, compare_texts);
  g_ptr_array_add (texts, NULL);

  return g_strjoinv (", ", (char **) texts->pdata);
}

/* Whether DNS answered, be it that there is nothing. */
static gboolean
is_known (const TlsrptJsonValue *object,
          const char            *name)
{
  g_autofree char *outcome = dup_member (object, name);

  return g_strcmp0 (outcome, "answer") == 0 || g_strcmp0 (outcome, "no-data") == 0 ||
         g_strcmp0 (outcome, "no-domain") == 0;
}

/* --- What was found ----------------------------------------------------------- */

/* Takes the value.  Of two with the same key, the second goes on with the first. */
static void
add (TlsrptSnapshot    *self,
     TlsrptChangedKind  kind,
     const char        *host,
     const char        *place,
     char              *value)
{
  g_autofree char *key = g_strdup_printf ("%d %s", (int) kind, place != NULL ? place : "");
  TlsrptSeen *seen = g_hash_table_lookup (self->by_key, key);

  if (seen != NULL)
    {
      g_autofree char *first = g_steal_pointer (&seen->value);

      if (first != NULL && value != NULL)
        seen->value = g_strdup_printf ("%s, %s", first, value);
      g_free (value);
      return;
    }

  seen = g_new (TlsrptSeen, 1);
  seen->key = g_steal_pointer (&key);
  seen->kind = kind;
  seen->host = g_strdup (host);
  seen->place = g_strdup (place);
  seen->value = value;
  g_ptr_array_add (self->seen, seen);
  g_hash_table_insert (self->by_key, seen->key, seen);
}

static void
add_records (TlsrptSnapshot        *self,
             const TlsrptJsonValue *object)
{
  TlsrptJsonValue answers = get (object, "answers");
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_free);
  TlsrptJsonIter iter;
  TlsrptJsonValue item;

  if (!is_known (object, "outcome") || answers.type != TLSRPT_JSON_ARRAY)
    return;

  self->known |= 1u << TLSRPT_CHANGED_RECORD;
  tlsrpt_json_iter_init (&iter, &answers);
  while (tlsrpt_json_iter_next (&iter, &item))
    {
      g_autofree char *record = join (&item, "");

      if (record != NULL && g_str_has_prefix (record, RECORD_BEGIN))
        g_ptr_array_add (records, g_steal_pointer (&record));
    }

  if (records->len > 0)
    add (self, TLSRPT_CHANGED_RECORD, NULL, NULL, join_sorted (records));
}

static void
add_mx (TlsrptSnapshot        *self,
        const TlsrptJsonValue *object)
{
  TlsrptJsonValue list = get (object, "mx");
  TlsrptJsonIter iter;
  TlsrptJsonValue item;

  if (!is_known (object, "mx_outcome") || list.type != TLSRPT_JSON_ARRAY)
    return;

  self->known |= 1u << TLSRPT_CHANGED_MX;
  tlsrpt_json_iter_init (&iter, &list);
  while (tlsrpt_json_iter_next (&iter, &item))
    {
      g_autofree char *host = dup_member (&item, "host");

      if (host != NULL)
        add (self, TLSRPT_CHANGED_MX, NULL, host,
             g_strdup_printf ("%" G_GINT64_FORMAT, get_integer (&item, "preference")));
    }
}

static void
add_policy (TlsrptSnapshot        *self,
            const TlsrptJsonValue *object)
{
  TlsrptJsonValue sts = get (object, "mta_sts");
  TlsrptJsonValue error = get (&sts, "error");
  TlsrptJsonValue mx = get (&sts, "mx");
  g_autofree char *id = dup_member (&sts, "id");
  g_autofree char *mode = dup_member (&sts, "mode");
  g_autofree char *patterns = join (&mx, " ");

  if (!is_known (&sts, "outcome"))
    return;

  self->known |= 1u << TLSRPT_CHANGED_POLICY;
  if (mode != NULL)
    add (self, TLSRPT_CHANGED_POLICY, NULL, NULL,
         g_strdup_printf ("id: %s; mode: %s; mx: %s; max_age: %" G_GINT64_FORMAT,
                          id != NULL ? id : "", mode, patterns != NULL ? patterns : "",
                          get_integer (&sts, "max_age")));
  /* Why is told in the language of that run, and by what senders report. */
  else if (error.type == TLSRPT_JSON_TEXT)
    add (self, TLSRPT_CHANGED_POLICY, NULL, NULL, g_strdup ("unusable"));
}

static char *
dup_tlsa_records (const TlsrptJsonValue *item)
{
  TlsrptJsonValue records = get (item, "records");
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  TlsrptJsonIter iter;
  TlsrptJsonValue record;

  if (records.type == TLSRPT_JSON_ARRAY)
    {
      tlsrpt_json_iter_init (&iter, &records);
      while (tlsrpt_json_iter_next (&iter, &record))
        {
          g_autofree char *data = dup_member (&record, "data");

          g_ptr_array_add (texts, g_strdup_printf ("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT
                                                   " %" G_GINT64_FORMAT " %s",
                                                   get_integer (&record, "usage"),
                                                   get_integer (&record, "selector"),
                                                   get_integer (&record, "matching"),
                                                   data != NULL ? data : ""));
        }
    }

  return join_sorted (texts);
}

static void
add_tlsa (TlsrptSnapshot        *self,
          const TlsrptJsonValue *object)
{
  TlsrptJsonValue list = get (object, "tlsa");
  TlsrptJsonIter iter;
  TlsrptJsonValue item;

  if (list.type != TLSRPT_JSON_ARRAY)
    return;

  self->known |= 1u << TLSRPT_CHANGED_TLSA;
  tlsrpt_json_iter_init (&iter, &list);
  while (tlsrpt_json_iter_next (&iter, &item))
    {
      g_autofree char *host = dup_member (&item, "host");
      g_autofree char *records = dup_tlsa_records (&item);
      TlsrptJsonValue used = get (&item, "used");

      if (host == NULL || used.type != TLSRPT_JSON_BOOLEAN || !used.boolean)
        continue;

      if (!is_known (&item, "outcome"))
        add (self, TLSRPT_CHANGED_TLSA, host, host, NULL);
      else if (*records != '\0')
        add (self, TLSRPT_CHANGED_TLSA, host, host, g_steal_pointer (&records));
    }
}

/* That of the server itself. */
static char *
dup_certificate (const TlsrptJsonValue *contact)
{
  TlsrptJsonValue list = get (contact, "certificates");
  TlsrptJsonIter iter;
  TlsrptJsonValue own;
  g_autofree char *digest = NULL;
  g_autofree char *end = NULL;

  if (list.type != TLSRPT_JSON_ARRAY)
    return NULL;

  tlsrpt_json_iter_init (&iter, &list);
  if (!tlsrpt_json_iter_next (&iter, &own))
    return NULL;

  digest = dup_member (&own, "sha256");
  end = dup_member (&own, "not_after");

  return digest != NULL && end != NULL ? g_strdup_printf ("SHA-256 %s, until %s", digest, end)
                                       : NULL;
}

static void
add_contact (TlsrptSnapshot        *self,
             const char            *host,
             const TlsrptJsonValue *contact)
{
  static const char *const unknown[] = { "blocked", "not-tried", "unreachable", NULL };
  g_autofree char *address = dup_member (contact, "address");
  g_autofree char *outcome = dup_member (contact, "outcome");
  g_autofree char *certificate = dup_certificate (contact);
  g_autofree char *place = NULL;
  TlsrptJsonValue pkix = get (contact, "pkix");
  g_autofree char *faults = join (&pkix, ", ");

  if (address == NULL || outcome == NULL)
    return;

  place = g_strdup_printf ("%s [%s]", host, address);
  add (self, TLSRPT_CHANGED_CONNECTION, host, place,
       g_strv_contains (unknown, outcome) ? NULL : g_strdup (outcome));

  /* Whoever did not get to see a certificate does not know which one it is. */
  add (self, TLSRPT_CHANGED_CERTIFICATE, host, place, g_steal_pointer (&certificate));
  add (self, TLSRPT_CHANGED_TRUST, host, place,
       faults == NULL ? NULL : *faults != '\0' ? g_steal_pointer (&faults) : g_strdup ("valid"));
}

static void
add_hosts (TlsrptSnapshot        *self,
           const TlsrptJsonValue *object)
{
  TlsrptJsonValue list = get (object, "hosts");
  TlsrptJsonIter iter;
  TlsrptJsonValue item;

  if (list.type != TLSRPT_JSON_ARRAY)
    return;

  tlsrpt_json_iter_init (&iter, &list);
  while (tlsrpt_json_iter_next (&iter, &item))
    {
      g_autofree char *host = dup_member (&item, "host");
      TlsrptJsonValue addresses = get (&item, "addresses");
      TlsrptJsonIter contacts;
      TlsrptJsonValue contact;

      if (host == NULL)
        continue;

      if (!is_known (&item, "outcome"))
        g_hash_table_add (self->unknown_hosts, g_strdup (host));

      if (addresses.type != TLSRPT_JSON_ARRAY)
        continue;

      self->known |= 1u << TLSRPT_CHANGED_CONNECTION | 1u << TLSRPT_CHANGED_CERTIFICATE |
                     1u << TLSRPT_CHANGED_TRUST;
      tlsrpt_json_iter_init (&contacts, &addresses);
      while (tlsrpt_json_iter_next (&contacts, &contact))
        add_contact (self, host, &contact);
    }
}

static void
add_senders (TlsrptSnapshot        *self,
             const TlsrptJsonValue *object)
{
  TlsrptJsonValue list = get (object, "senders");
  TlsrptJsonIter iter;
  TlsrptJsonValue item;

  if (list.type != TLSRPT_JSON_ARRAY)
    return;

  self->known |= 1u << TLSRPT_CHANGED_SENDER;
  tlsrpt_json_iter_init (&iter, &list);
  while (tlsrpt_json_iter_next (&iter, &item))
    {
      g_autofree char *address = dup_member (&item, "address");
      g_autofree char *delivery = dup_member (&item, "delivery");
      g_autofree char *host = dup_member (&item, "host");
      g_autofree char *policy = dup_member (&item, "policy");
      g_autofree char *type = dup_member (&item, "result_type");
      g_autofree char *place = NULL;

      if (policy == NULL || delivery == NULL)
        continue;

      place = host == NULL      ? g_strdup (policy)
              : address == NULL ? g_strdup_printf ("%s, %s", host, policy)
                                : g_strdup_printf ("%s [%s], %s", host, address, policy);
      add (self, TLSRPT_CHANGED_SENDER, host, place,
           type != NULL ? g_strdup_printf ("%s (%s)", type, delivery)
                        : g_strdup_printf ("no failure (%s)", delivery));
    }
}

static void
add_destinations (TlsrptSnapshot        *self,
                  const TlsrptJsonValue *object)
{
  TlsrptJsonValue list = get (object, "rua");
  TlsrptJsonIter iter;
  TlsrptJsonValue item;

  if (list.type != TLSRPT_JSON_ARRAY)
    return;

  tlsrpt_json_iter_init (&iter, &list);
  while (tlsrpt_json_iter_next (&iter, &item))
    {
      g_autofree char *uri = dup_member (&item, "uri");
      TlsrptJsonValue connection = get (&item, "connection");
      g_autofree char *outcome = dup_member (&connection, "outcome");
      g_autofree char *certificate = dup_certificate (&connection);

      if (uri == NULL || outcome == NULL)
        continue;

      /* Only if both know it: the others are in the record. */
      self->known |= 1u << TLSRPT_CHANGED_DESTINATION;
      add (self, TLSRPT_CHANGED_DESTINATION, NULL, uri,
           certificate != NULL ? g_strdup_printf ("%s, %s", outcome, certificate)
                               : g_steal_pointer (&outcome));
    }
}

/**
 * tlsrpt_snapshot_new:
 * @object: an object that `tlsrpt-cli check --json` printed
 *
 * Reads what is compared.
 *
 * Returns: (transfer full) (nullable): what a check found; `NULL` if @object is something
 *   else
 */
TlsrptSnapshot *
tlsrpt_snapshot_new (const TlsrptJsonValue *object)
{
  g_autofree char *domain = dup_member (object, "domain");
  TlsrptJsonValue verdict = get (object, "verdict");
  TlsrptJsonValue sts = get (object, "mta_sts");
  TlsrptSnapshot *self;

  if (domain == NULL || verdict.type != TLSRPT_JSON_TEXT || sts.type != TLSRPT_JSON_OBJECT)
    return NULL;

  self = g_new0 (TlsrptSnapshot, 1);
  self->domain = g_steal_pointer (&domain);
  self->time = dup_member (object, "time");
  self->seen = g_ptr_array_new_with_free_func ((GDestroyNotify) seen_free);
  self->by_key = g_hash_table_new (tlsrpt_text_hash_str, g_str_equal);
  self->unknown_hosts = g_hash_table_new_full (tlsrpt_text_hash_str, g_str_equal, g_free, NULL);

  add_records (self, object);
  add_mx (self, object);
  add_policy (self, object);
  add_tlsa (self, object);
  add_hosts (self, object);
  add_senders (self, object);
  add_destinations (self, object);

  return self;
}
