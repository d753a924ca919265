/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-look.h"

#include "tlsrpt-limits.h"
#include "tlsrpt-look-conclusion.h"
#include "tlsrpt-smtp-session.h"
#include "tlsrpt-special-address.h"

#define SMTP_PORT 25
#define HTTPS_PORT 443
#define TLSA_PREFIX "_25._tcp."

/* Seconds that a visit may take over its limit before nobody waits for it any more. */
#define GRACE 2

/* One visit to come or under way.  Those of one host have the same lane and follow one
 * another. */
typedef struct
{
  GTask         *task; /* of the look */
  TlsrptVisit   *visit;
  GPtrArray     *contacts;
  guint          position;
  guint          lane;

  GCancellable  *stop;
  GCancellable  *given_up;
  gulong         cancelled_id;
  GSource       *deadline;
} Journey;

typedef struct
{
  TlsrptLook *look;
  GPtrArray  *waiting; /* Journey */
  GHashTable *lanes;   /* those in which somebody is under way */
  guint       n_running;
  guint       n_visited;
  guint       n_all;

  TlsrptLookCache    *cache;
  TlsrptLookProgress  progress;
  gpointer            progress_data;
} Looking;

static void begin_visits (GTask *task);

static void
look_host_free (TlsrptLookHost *host)
{
  g_ptr_array_unref (host->contacts);
  g_free (host);
}

void
tlsrpt_look_free (TlsrptLook *self)
{
  g_ptr_array_unref (self->hosts);
  g_ptr_array_unref (self->senders);
  g_ptr_array_unref (self->rua);
  tlsrpt_published_unref (self->published);
  g_free (self);
}

static void
journey_free (Journey *journey)
{
  g_clear_pointer (&journey->visit, tlsrpt_visit_free);
  if (journey->deadline != NULL)
    {
      g_source_destroy (journey->deadline);
      g_source_unref (journey->deadline);
    }
  g_object_unref (journey->stop);
  g_object_unref (journey->given_up);
  g_ptr_array_unref (journey->contacts);
  g_free (journey);
}

static void
looking_free (Looking *looking)
{
  g_clear_pointer (&looking->look, tlsrpt_look_free);
  g_ptr_array_unref (looking->waiting);
  g_hash_table_unref (looking->lanes);
  g_free (looking);
}

static gboolean
deadline_cb (gpointer user_data)
{
  Journey *journey = user_data;

  g_cancellable_cancel (journey->stop);
  g_cancellable_cancel (journey->given_up);

  return G_SOURCE_REMOVE;
}

static void
cancelled_cb (GCancellable *cancellable,
              gpointer      user_data)
{
  Journey *journey = user_data;

  g_cancellable_cancel (journey->stop);
  g_cancellable_cancel (journey->given_up);
}

static void
visited_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  Journey *journey = user_data;
  g_autoptr (GTask) task = journey->task;
  Looking *looking = g_task_get_task_data (task);
  TlsrptContact *contact = g_task_propagate_pointer (G_TASK (result), NULL);

  if (contact == NULL)
    {
      contact = tlsrpt_contact_new (journey->visit->address);
      contact->outcome = TLSRPT_CONTACT_TIMED_OUT;
    }
  else if (looking->cache != NULL)
    {
      tlsrpt_look_cache_add (looking->cache, journey->visit, contact);
    }

  tlsrpt_contact_free (g_ptr_array_index (journey->contacts, journey->position));
  g_ptr_array_index (journey->contacts, journey->position) = contact;

  g_cancellable_disconnect (g_task_get_cancellable (task), journey->cancelled_id);
  g_hash_table_remove (looking->lanes, GUINT_TO_POINTER (journey->lane));
  looking->n_running--;
  looking->n_visited++;
  journey_free (journey);

  /* Who does not want to know any more may be gone. */
  if (looking->progress != NULL && !g_cancellable_is_cancelled (g_task_get_cancellable (task)))
    looking->progress (looking->n_visited, looking->n_all, looking->progress_data);

  begin_visits (task);
}

/* What the thread needs may outlive the journey that gave up on it. */
typedef struct
{
  TlsrptVisit   *visit;
  TlsrptContact *seen; /* what was seen before */
  GCancellable  *stop;
} Errand;

static void
errand_free (Errand *errand)
{
  tlsrpt_visit_free (errand->visit);
  g_clear_pointer (&errand->seen, tlsrpt_contact_free);
  g_object_unref (errand->stop);
  g_free (errand);
}

static void
visit_in_thread (GTask        *task,
                 gpointer      source_object,
                 gpointer      task_data,
                 GCancellable *cancellable)
{
  Errand *errand = task_data;
  TlsrptContact *contact = g_steal_pointer (&errand->seen);

  if (contact != NULL)
    tlsrpt_visit_judge (errand->visit, contact);
  else
    contact = tlsrpt_smtp_session (errand->visit, errand->stop);

  g_task_return_pointer (task, contact, (GDestroyNotify) tlsrpt_contact_free);
}

static TlsrptVisit *
visit_copy (const TlsrptVisit *visit)
{
  TlsrptVisit *copy = g_memdup2 (visit, sizeof *visit);

  copy->address = g_strdup (visit->address);
  copy->host = g_strdup (visit->host);
  copy->server_name = g_strdup (visit->server_name);
  copy->helo = g_strdup (visit->helo);
  copy->hosts = g_strdupv (visit->hosts);
  copy->tlsa = g_ptr_array_ref (visit->tlsa);

  return copy;
}

static void
begin_visit (GTask   *task,
             Journey *journey)
{
  Looking *looking = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);
  g_autoptr (GTask) visit = NULL;
  Errand *errand = g_new0 (Errand, 1);

  looking->n_running++;
  g_hash_table_add (looking->lanes, GUINT_TO_POINTER (journey->lane));

  journey->task = g_object_ref (task);
  journey->deadline = g_timeout_source_new_seconds (TLSRPT_LIMIT_SMTP_TIME + GRACE);
  g_source_set_callback (journey->deadline, deadline_cb, journey, NULL);
  g_source_attach (journey->deadline, g_task_get_context (task));
  if (cancellable != NULL)
    journey->cancelled_id = g_cancellable_connect (cancellable, G_CALLBACK (cancelled_cb), journey,
                                                   NULL);

  errand->visit = visit_copy (journey->visit);
  errand->stop = g_object_ref (journey->stop);
  if (looking->cache != NULL)
    errand->seen = tlsrpt_look_cache_dup (looking->cache, journey->visit);
  visit = g_task_new (NULL, journey->given_up, visited_cb, journey);
  g_task_set_source_tag (visit, begin_visit);
  g_task_set_task_data (visit, errand, (GDestroyNotify) errand_free);
  g_task_set_return_on_cancel (visit, TRUE);
  g_task_run_in_thread (visit, visit_in_thread);
}

/* Begins what there is room for, and ends when nothing is left. */
static void
begin_visits (GTask *task)
{
  Looking *looking = g_task_get_task_data (task);

  if (g_cancellable_is_cancelled (g_task_get_cancellable (task)))
    g_ptr_array_set_size (looking->waiting, 0);

  for (guint i = 0; i < looking->waiting->len && looking->n_running < TLSRPT_LIMIT_CONTACTS;)
    {
      Journey *journey = g_ptr_array_index (looking->waiting, i);

      if (g_hash_table_contains (looking->lanes, GUINT_TO_POINTER (journey->lane)))
        {
          i++;
          continue;
        }

      begin_visit (task, g_ptr_array_steal_index (looking->waiting, i));
    }

  if (looking->n_running > 0 || g_task_return_error_if_cancelled (task))
    return;

  tlsrpt_look_conclude (looking->look);
  g_task_return_pointer (task, g_steal_pointer (&looking->look),
                         (GDestroyNotify) tlsrpt_look_free);
}

static void
plan_visit (Looking                 *looking,
            const TlsrptVisit       *pattern,
            const TlsrptLookOptions *options,
            GPtrArray               *contacts,
            guint                    lane,
            const char              *text)
{
  g_autoptr (GInetAddress) address = g_inet_address_new_from_string (text);
  Journey *journey;

  g_ptr_array_add (contacts, tlsrpt_contact_new (text));
  if (address == NULL || (!options->allow_special && tlsrpt_address_is_special (address)))
    return;

  journey = g_new0 (Journey, 1);
  journey->visit = visit_copy (pattern);
  journey->visit->address = g_strdup (text);
  journey->contacts = g_ptr_array_ref (contacts);
  journey->position = contacts->len - 1;
  journey->lane = lane;
  journey->stop = g_cancellable_new ();
  journey->given_up = g_cancellable_new ();
  g_ptr_array_add (looking->waiting, journey);
}

/* Of both families, turn by turn, so that a limit leaves out none of them. */
static void
plan_visits (Looking                 *looking,
             const TlsrptVisit       *pattern,
             const TlsrptLookOptions *options,
             GPtrArray               *contacts,
             guint                    lane,
             guint                    limit,
             TlsrptAnswer            *answers[2])
{
  gsize n[2];

  for (gsize i = 0; i < 2; i++)
    n[i] = answers[i] != NULL ? tlsrpt_answer_get_n_resources (answers[i]) : 0;

  for (gsize i = 0; i < MAX (n[0], n[1]); i++)
    {
      for (gsize family = 0; family < 2; family++)
        {
          const char *address;

          if (i >= n[family])
            continue;

          address = tlsrpt_answer_get_resource (answers[family], i)->host;
          if (contacts->len < limit)
            plan_visit (looking, pattern, options, contacts, lane, address);
        }
    }
}

static void
plan_host (Looking                 *looking,
           const TlsrptLookOptions *options,
           TlsrptMailServer        *server,
           guint                    lane)
{
  TlsrptPublished *published = looking->look->published;
  TlsrptAnswer *tlsa = tlsrpt_mail_server_get_tlsa (server);
  TlsrptLookHost *host = g_new (TlsrptLookHost, 1);
  g_autoptr (GPtrArray) usable = tlsrpt_tlsa_dup_usable (tlsa);
  const char *base = server->host;
  TlsrptAnswer *addresses[2];

  host->server = server;
  host->contacts = g_ptr_array_new_with_free_func ((GDestroyNotify) tlsrpt_contact_free);
  g_ptr_array_add (looking->look->hosts, host);

  /* RFC 7672 section 3.2.3: the name at which the TLSA records are, and the domain. */
  if (usable->len > 0 &&
      tlsrpt_look_find_dane_state (published, server, usable->len) == TLSRPT_DANE_USABLE &&
      g_str_has_prefix (tlsrpt_answer_get_name (tlsa), TLSA_PREFIX))
    base = tlsrpt_answer_get_name (tlsa) + sizeof TLSA_PREFIX - 1;

  tlsrpt_published_get_addresses (published, server, addresses);
  plan_visits (looking,
               &(TlsrptVisit) {
                 .port = SMTP_PORT,
                 .is_plain_first = TRUE,
                 .host = server->host,
                 .server_name = (char *) base,
                 .helo = (char *) options->helo,
                 .hosts = (char *[]) { (char *) base, published->domain, NULL },
                 .tlsa = usable,
                 .time = options->time,
                 .patience = options->patience,
               },
               options, host->contacts, lane, TLSRPT_LIMIT_CONTACT_ADDRESSES, addresses);
}

/* One address is enough to see the certificate; nothing is sent over the connection. */
static void
plan_destination (Looking                 *looking,
                  const TlsrptLookOptions *options,
                  TlsrptRua               *rua,
                  guint                    lane)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  GPtrArray *contacts = g_ptr_array_new_with_free_func ((GDestroyNotify) tlsrpt_contact_free);

  g_ptr_array_add (looking->look->rua, contacts);
  if (rua->is_mail || rua->host == NULL)
    return;

  plan_visits (looking,
               &(TlsrptVisit) {
                 .port = HTTPS_PORT,
                 .host = rua->host,
                 .server_name = rua->host,
                 .helo = (char *) options->helo,
                 .hosts = (char *[]) { rua->host, NULL },
                 .tlsa = none,
                 .time = options->time,
                 .patience = options->patience,
               },
               options, contacts, lane, 1, (TlsrptAnswer *[]) { rua->ipv4, rua->ipv6 });
}

/**
 * tlsrpt_look_async:
 * @published: what is published for a domain
 * @options: how to look
 * @cancellable: (nullable): to stop
 * @callback: called in the thread-default main context
 * @user_data: for @callback
 *
 * Visits the mail servers of a domain, and the hosts of the URLs to which reports go, as
 * senders do: up to the certificate.  Nothing is sent.
 */
void
tlsrpt_look_async (TlsrptPublished         *published,
                   const TlsrptLookOptions *options,
                   GCancellable            *cancellable,
                   GAsyncReadyCallback      callback,
                   gpointer                 user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Looking *looking = g_new0 (Looking, 1);
  TlsrptLook *look = g_new0 (TlsrptLook, 1);
  guint n_hosts = published->mail_servers->len;

  look->published = tlsrpt_published_ref (published);
  look->hosts = g_ptr_array_new_with_free_func ((GDestroyNotify) look_host_free);
  look->senders = g_ptr_array_new_with_free_func (g_free);
  look->rua = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  looking->look = look;
  looking->cache = options->cache;
  looking->progress = options->progress;
  looking->progress_data = options->progress_data;
  looking->waiting = g_ptr_array_new_with_free_func ((GDestroyNotify) journey_free);
  looking->lanes = g_hash_table_new (NULL, NULL);
  g_task_set_source_tag (task, tlsrpt_look_async);
  g_task_set_task_data (task, looking, (GDestroyNotify) looking_free);

  for (guint i = 0; i < n_hosts; i++)
    plan_host (looking, options, g_ptr_array_index (published->mail_servers, i), i);
  for (guint i = 0; i < published->rua->len; i++)
    plan_destination (looking, options, g_ptr_array_index (published->rua, i), n_hosts + i);

  looking->n_all = looking->waiting->len;
  begin_visits (task);
}

/**
 * tlsrpt_look_finish:
 * @result: what the callback got
 * @error: set if the look was cancelled
 *
 * Gets what was seen.
 *
 * Returns: (transfer full) (nullable): the look, or `NULL` with @error set
 */
TlsrptLook *
tlsrpt_look_finish (GAsyncResult  *result,
                    GError       **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, tlsrpt_look_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * tlsrpt_look_has_answer:
 * @self: a look
 *
 * Tells whether there was a mail server to look at, or none to go to.
 *
 * Returns: `FALSE` if there are addresses, and none of them answers
 */
gboolean
tlsrpt_look_has_answer (TlsrptLook *self)
{
  guint n = 0;

  for (guint i = 0; i < self->hosts->len; i++)
    {
      TlsrptLookHost *host = g_ptr_array_index (self->hosts, i);

      for (guint j = 0; j < host->contacts->len; j++, n++)
        {
          TlsrptContact *contact = g_ptr_array_index (host->contacts, j);

          if (tlsrpt_contact_has_answered (contact->outcome))
            return TRUE;
        }
    }

  return n == 0;
}

/**
 * tlsrpt_look_has_failure:
 * @self: a look
 *
 * Tells whether a sender would report a failure.
 *
 * Returns: `TRUE` if it would
 */
gboolean
tlsrpt_look_has_failure (TlsrptLook *self)
{
  for (guint i = 0; i < self->senders->len; i++)
    {
      const TlsrptLookSender *sender = g_ptr_array_index (self->senders, i);

      if (sender->reported.type != NULL)
        return TRUE;
    }

  return FALSE;
}
