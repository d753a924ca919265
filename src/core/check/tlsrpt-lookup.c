/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-lookup.h"

#include "tlsrpt-discovery.h"
#include "tlsrpt-domain.h"
#include "tlsrpt-limits.h"
#include "tlsrpt-sts-fetch.h"
#include "tlsrpt-sts-record.h"

/* TLSA records belong to a port and a protocol (RFC 6698 section 3). */
#define TLSA_PREFIX "_25._tcp."

#define STS_PREFIX "_mta-sts."
#define RECORD_PREFIX "_smtp._tls."

/* A label that nobody makes: if it has records, a wildcard answers for it. */
#define WILDCARD_PREFIX "_wildcard-check._tls."

/* Where people put the record by mistake: names of drafts and of how-tos, the
 * domain itself, and what becomes of the absolute name in a panel that appends the
 * zone. */
static const char *const stray_prefixes[] = {
  "_smtp-tlsrpt.",
  "_smtp_tlsrpt.",
  "_tlsrpt.",
  "",
};

typedef struct
{
  TlsrptPublished   *published;
  TlsrptLookupFlags  flags;
  GPtrArray         *resolvers; /* of the authorities */

  /* Queries that run at the same time form a stage. */
  void             (*next_stage) (GTask *task);
  guint              n_pending;
} Lookup;

typedef struct
{
  GTask         *task;
  TlsrptAnswer **slot;
} Question;

static void
lookup_free (Lookup *lookup)
{
  g_clear_pointer (&lookup->published, tlsrpt_published_unref);
  g_clear_pointer (&lookup->resolvers, g_ptr_array_unref);
  g_free (lookup);
}

static void
stage_ended (GTask *task)
{
  Lookup *lookup = g_task_get_task_data (task);

  if (g_task_return_error_if_cancelled (task))
    return;

  if (lookup->next_stage != NULL)
    {
      lookup->next_stage (task);
      return;
    }

  g_task_return_pointer (task, g_steal_pointer (&lookup->published),
                         (GDestroyNotify) tlsrpt_published_unref);
}

/* Every stage begins with one pending, so that it cannot end before it has asked
 * for everything. */
static void
begin_stage (GTask *task,
             void (*next_stage) (GTask *task))
{
  Lookup *lookup = g_task_get_task_data (task);

  lookup->next_stage = next_stage;
  lookup->n_pending = 1;
}

static void
end_one (GTask *task)
{
  Lookup *lookup = g_task_get_task_data (task);

  if (--lookup->n_pending == 0)
    stage_ended (task);
}

static void
asked_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  Question *question = user_data;
  g_autoptr (GTask) task = question->task;

  /* NULL only when canceled, which the end of the stage handles. */
  *question->slot = tlsrpt_resolver_ask_finish (TLSRPT_RESOLVER (source), result, NULL);
  g_free (question);
  end_one (task);
}

static void
ask (GTask               *task,
     TlsrptResolver      *resolver,
     const char          *name,
     TlsrptResourceType   type,
     TlsrptAnswer       **slot)
{
  Lookup *lookup = g_task_get_task_data (task);
  Question *question = g_new (Question, 1);

  question->task = g_object_ref (task);
  question->slot = slot;
  lookup->n_pending++;
  tlsrpt_resolver_ask_async (resolver, name, type, g_task_get_cancellable (task), asked_cb,
                             question);
}

static void
ask_prefixed (GTask               *task,
              const char          *prefix,
              const char          *domain,
              TlsrptResourceType   type,
              TlsrptAnswer       **slot)
{
  g_autofree char *name = g_strconcat (prefix, domain, NULL);

  ask (task, g_task_get_source_object (task), name, type, slot);
}

/* --- The authorities --------------------------------------------------------- */

static const char *
find_address (TlsrptAuthority *authority)
{
  if (tlsrpt_answer_get_n_resources (authority->ipv4) > 0)
    return tlsrpt_answer_get_resource (authority->ipv4, 0)->host;

  if (tlsrpt_answer_get_n_resources (authority->ipv6) > 0)
    return tlsrpt_answer_get_resource (authority->ipv6, 0)->host;

  return NULL;
}

static void
ask_authorities (GTask *task)
{
  Lookup *lookup = g_task_get_task_data (task);
  TlsrptPublished *published = lookup->published;
  double timeout = tlsrpt_resolver_get_timeout (g_task_get_source_object (task));

  begin_stage (task, NULL);
  lookup->resolvers = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < published->authorities->len; i++)
    {
      TlsrptAuthority *authority = g_ptr_array_index (published->authorities, i);
      const char *address = find_address (authority);
      TlsrptResolver *resolver;

      if (address == NULL)
        continue;

      resolver = tlsrpt_resolver_new (address, timeout, TLSRPT_RESOLVER_AUTHORITATIVE, NULL);
      g_assert (resolver != NULL);
      g_ptr_array_add (lookup->resolvers, resolver);
      ask (task, resolver, published->owner_name, TLSRPT_RESOURCE_TXT, &authority->record);
    }

  end_one (task);
}

static void
find_authorities (GTask *task)
{
  Lookup *lookup = g_task_get_task_data (task);
  TlsrptPublished *published = lookup->published;
  gsize n = MIN (tlsrpt_answer_get_n_resources (published->ns), TLSRPT_LIMIT_NAME_SERVERS);

  begin_stage (task, ask_authorities);

  for (gsize i = 0; i < n; i++)
    {
      TlsrptAuthority *authority = g_new0 (TlsrptAuthority, 1);

      authority->host = g_strdup (tlsrpt_answer_get_resource (published->ns, i)->host);
      g_ptr_array_add (published->authorities, authority);
      ask_prefixed (task, "", authority->host, TLSRPT_RESOURCE_A, &authority->ipv4);
      ask_prefixed (task, "", authority->host, TLSRPT_RESOURCE_AAAA, &authority->ipv6);
    }

  end_one (task);
}

/* --- What the first answers lead to ------------------------------------------- */

static void
policy_fetched_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Lookup *lookup = g_task_get_task_data (task);
  TlsrptPublished *published = lookup->published;

  published->sts_policy = tlsrpt_sts_fetch_finish (TLSRPT_RESOLVER (source), result,
                                                   &published->sts_error);
  end_one (task);
}

/* A policy counts only with its record (RFC 8461 section 3.1). */
static void
fetch_policy (GTask *task)
{
  Lookup *lookup = g_task_get_task_data (task);
  TlsrptPublished *published = lookup->published;

  published->sts_id = tlsrpt_sts_record_find (published->sts_record, &published->sts_error);
  if (published->sts_id == NULL)
    return;

  lookup->n_pending++;
  tlsrpt_sts_fetch_async (g_task_get_source_object (task), published->domain,
                          g_task_get_cancellable (task), policy_fetched_cb, g_object_ref (task));
}

static void
ask_addresses (GTask         *task,
               const char    *host,
               TlsrptAnswer **ipv4,
               TlsrptAnswer **ipv6)
{
  ask_prefixed (task, "", host, TLSRPT_RESOURCE_A, ipv4);
  ask_prefixed (task, "", host, TLSRPT_RESOURCE_AAAA, ipv6);
}

static void
ask_mail_servers (GTask *task)
{
  Lookup *lookup = g_task_get_task_data (task);
  TlsrptPublished *published = lookup->published;
  gboolean is_implicit = tlsrpt_answer_get_outcome (published->mx) == TLSRPT_OUTCOME_NO_DATA;

  tlsrpt_published_add_mail_servers (published);
  for (guint i = 0; i < published->mail_servers->len; i++)
    {
      TlsrptMailServer *server = g_ptr_array_index (published->mail_servers, i);

      ask_prefixed (task, TLSA_PREFIX, server->host, TLSRPT_RESOURCE_TLSA, &server->tlsa);
      if (!is_implicit)
        ask_addresses (task, server->host, &server->ipv4, &server->ipv6);
    }

  if (is_implicit)
    ask_addresses (task, published->domain, &published->ipv4, &published->ipv6);
}

/* Nothing is sent to a destination but to the name servers. */
static void
ask_destinations (GTask *task)
{
  Lookup *lookup = g_task_get_task_data (task);
  TlsrptPublished *published = lookup->published;

  tlsrpt_rua_add_all (published->rua, published->record);
  for (guint i = 0; i < published->rua->len; i++)
    {
      TlsrptRua *rua = g_ptr_array_index (published->rua, i);

      if (rua->host == NULL)
        continue;

      if (rua->is_mail)
        ask_prefixed (task, "", rua->host, TLSRPT_RESOURCE_MX, &rua->mx);
      else
        ask_addresses (task, rua->host, &rua->ipv4, &rua->ipv6);
    }
}

/* What only the answers about mail servers and destinations lead to. */
static void
ask_last (GTask *task)
{
  Lookup *lookup = g_task_get_task_data (task);
  TlsrptPublished *published = lookup->published;

  begin_stage (task, lookup->flags & TLSRPT_LOOKUP_AUTHORITATIVE ? find_authorities : NULL);

  for (guint i = 0; i < published->mail_servers->len; i++)
    {
      TlsrptMailServer *server = g_ptr_array_index (published->mail_servers, i);
      const char *alias = tlsrpt_mail_server_get_last_alias (server);

      if (alias != NULL)
        ask_prefixed (task, TLSA_PREFIX, alias, TLSRPT_RESOURCE_TLSA, &server->expanded_tlsa);
      if (tlsrpt_answer_get_n_resources (server->tlsa) > 0 && published->zone != NULL &&
          !g_str_equal (server->host, published->domain) &&
          tlsrpt_domain_is_within (server->host, published->zone))
        ask_prefixed (task, RECORD_PREFIX, server->host, TLSRPT_RESOURCE_TXT, &server->record);
    }

  for (guint i = 0; i < published->rua->len; i++)
    {
      TlsrptRua *rua = g_ptr_array_index (published->rua, i);

      if (rua->mx != NULL && tlsrpt_answer_get_outcome (rua->mx) == TLSRPT_OUTCOME_NO_DATA)
        ask_addresses (task, rua->host, &rua->ipv4, &rua->ipv6);
    }

  end_one (task);
}

static void
ask_strays (GTask *task)
{
  Lookup *lookup = g_task_get_task_data (task);
  TlsrptPublished *published = lookup->published;
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (gsize i = 0; i < G_N_ELEMENTS (stray_prefixes); i++)
    g_ptr_array_add (names, g_strconcat (stray_prefixes[i], published->domain, NULL));
  g_ptr_array_add (names, g_strconcat (published->owner_name, ".", published->domain, NULL));

  /* The slots must not move once they are lent. */
  g_ptr_array_set_size (published->strays, (int) names->len);
  for (guint i = 0; i < names->len; i++)
    ask (task, g_task_get_source_object (task), g_ptr_array_index (names, i), TLSRPT_RESOURCE_TXT,
         (TlsrptAnswer **) &g_ptr_array_index (published->strays, i));
}

static void
ask_more (GTask *task)
{
  Lookup *lookup = g_task_get_task_data (task);
  TlsrptPublished *published = lookup->published;
  TlsrptOutcome outcome = tlsrpt_answer_get_outcome (published->record);
  const char *zone = tlsrpt_answer_get_zone (published->ns);
  g_autoptr (GPtrArray) texts = tlsrpt_answer_dup_texts (published->record);

  begin_stage (task, ask_last);

  ask_mail_servers (task);
  ask_destinations (task);
  fetch_policy (task);

  if (outcome == TLSRPT_OUTCOME_ANSWER)
    ask_prefixed (task, WILDCARD_PREFIX, published->domain, TLSRPT_RESOURCE_TXT,
                  &published->wildcard);
  if (tlsrpt_outcome_is_known (outcome) && tlsrpt_discover (texts, NULL) == TLSRPT_DISCOVERY_NONE &&
      tlsrpt_answer_get_outcome (published->mx) != TLSRPT_OUTCOME_NO_DOMAIN)
    ask_strays (task);

  /* The domain may be no zone of its own: then the negative answer names it. */
  if (tlsrpt_answer_get_n_resources (published->ns) > 0)
    {
      published->zone = g_strdup (published->domain);
    }
  else if (tlsrpt_answer_get_outcome (published->ns) == TLSRPT_OUTCOME_NO_DATA && zone != NULL &&
           tlsrpt_domain_is_within (published->domain, zone))
    {
      published->zone = g_strdup (zone);
      g_clear_pointer (&published->ns, tlsrpt_answer_free);
      ask_prefixed (task, "", published->zone, TLSRPT_RESOURCE_NS, &published->ns);
    }

  end_one (task);
}

static void
ask_first (GTask *task)
{
  Lookup *lookup = g_task_get_task_data (task);
  TlsrptPublished *published = lookup->published;

  begin_stage (task, ask_more);
  ask_prefixed (task, "", published->owner_name, TLSRPT_RESOURCE_TXT, &published->record);
  ask_prefixed (task, "", published->domain, TLSRPT_RESOURCE_MX, &published->mx);
  ask_prefixed (task, STS_PREFIX, published->domain, TLSRPT_RESOURCE_TXT, &published->sts_record);
  ask_prefixed (task, "", published->domain, TLSRPT_RESOURCE_NS, &published->ns);
  end_one (task);
}

/**
 * tlsrpt_lookup_async:
 * @resolver: whom to ask
 * @domain: a policy domain in A-labels
 * @flags: what to ask for besides
 * @cancellable: (nullable): to stop
 * @callback: called in the thread-default main context
 * @user_data: for @callback
 *
 * Looks up everything that is published for a domain and bears on its reports.
 */
void
tlsrpt_lookup_async (TlsrptResolver      *resolver,
                     const char          *domain,
                     TlsrptLookupFlags    flags,
                     GCancellable        *cancellable,
                     GAsyncReadyCallback  callback,
                     gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  Lookup *lookup;

  g_return_if_fail (TLSRPT_IS_RESOLVER (resolver));
  g_return_if_fail (domain != NULL);

  task = g_task_new (resolver, cancellable, callback, user_data);
  g_task_set_source_tag (task, tlsrpt_lookup_async);

  lookup = g_new0 (Lookup, 1);
  lookup->published = tlsrpt_published_new (domain);
  lookup->flags = flags;
  g_task_set_task_data (task, lookup, (GDestroyNotify) lookup_free);

  ask_first (task);
}

/**
 * tlsrpt_lookup_finish:
 * @resolver: the resolver
 * @result: what the callback got
 * @error: set if the lookup was cancelled
 *
 * Gets what is published.  Questions that failed are in it too.
 *
 * Returns: (transfer full) (nullable): what is published, or `NULL` if the lookup
 *   was cancelled
 */
TlsrptPublished *
tlsrpt_lookup_finish (TlsrptResolver  *resolver,
                      GAsyncResult    *result,
                      GError         **error)
{
  g_return_val_if_fail (g_task_is_valid (result, resolver), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, tlsrpt_lookup_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
