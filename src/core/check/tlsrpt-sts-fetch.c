/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-sts-fetch.h"

#include "tlsrpt-display.h"
#include "tlsrpt-error.h"
#include "tlsrpt-limits.h"
#include "tlsrpt-sts-transfer.h"

#include <glib/gi18n-lib.h>

#define HOST_PREFIX "mta-sts."

/* In the order in which they are tried. */
static const TlsrptResourceType types[] = { TLSRPT_RESOURCE_AAAA, TLSRPT_RESOURCE_A };

typedef struct
{
  char          *host;
  TlsrptAnswer  *answers[G_N_ELEMENTS (types)];
  guint          n_pending;

  GCancellable  *stop;
  GSource       *cancelled;
  GSource       *deadline;
  gboolean       is_late;
} Fetch;

typedef struct
{
  GTask         *task;
  TlsrptAnswer **slot;
} Question;

/* Data of the thread, which may outlive the fetch that gave up on it. */
typedef struct
{
  char      *host;
  GPtrArray *addresses;
} Order;

static void
destroy_source (GSource *source)
{
  g_source_destroy (source);
  g_source_unref (source);
}

static void
fetch_free (Fetch *fetch)
{
  for (gsize i = 0; i < G_N_ELEMENTS (types); i++)
    g_clear_pointer (&fetch->answers[i], tlsrpt_answer_free);
  g_clear_object (&fetch->stop);
  g_clear_pointer (&fetch->cancelled, destroy_source);
  g_clear_pointer (&fetch->deadline, destroy_source);
  g_free (fetch->host);
  g_free (fetch);
}

static void
order_free (Order *order)
{
  g_ptr_array_unref (order->addresses);
  g_free (order->host);
  g_free (order);
}

static gboolean
cancelled_cb (GCancellable *cancellable,
              gpointer      user_data)
{
  Fetch *fetch = user_data;

  g_cancellable_cancel (fetch->stop);

  return G_SOURCE_REMOVE;
}

static gboolean
deadline_cb (gpointer user_data)
{
  Fetch *fetch = user_data;

  fetch->is_late = TRUE;
  g_cancellable_cancel (fetch->stop);

  return G_SOURCE_REMOVE;
}

/* Ends the fetch if somebody, or the deadline, stopped it. */
static gboolean
return_if_stopped (GTask *task)
{
  Fetch *fetch = g_task_get_task_data (task);
  g_autofree char *host = NULL;
  GError *error = NULL;

  if (g_task_return_error_if_cancelled (task))
    return TRUE;

  if (!fetch->is_late)
    return FALSE;

  host = tlsrpt_display_isolate (fetch->host, -1);
  tlsrpt_error_set (&error, TLSRPT_ERROR_STS_CONNECTION, TLSRPT_ERROR_FINAL, NULL,
                    /* Translators: %s is a host */
                    _("“%s” did not send the policy in time"), host);
  g_task_return_error (task, error);

  return TRUE;
}

static void
transferred_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  TlsrptStsPolicy *policy = g_task_propagate_pointer (G_TASK (result), &error);

  if (policy != NULL)
    {
      g_task_return_pointer (task, policy, (GDestroyNotify) tlsrpt_sts_policy_free);
      return;
    }

  if (return_if_stopped (task))
    g_error_free (error);
  else
    g_task_return_error (task, error);
}

static void
transfer_in_thread (GTask        *transfer,
                    gpointer      source_object,
                    gpointer      task_data,
                    GCancellable *cancellable)
{
  Order *order = task_data;
  GError *error = NULL;
  TlsrptStsPolicy *policy = tlsrpt_sts_transfer (order->host, order->addresses, cancellable,
                                                 &error);

  if (policy != NULL)
    g_task_return_pointer (transfer, policy, (GDestroyNotify) tlsrpt_sts_policy_free);
  else
    g_task_return_error (transfer, error);
}

static GPtrArray *
dup_addresses (Fetch *fetch)
{
  GPtrArray *addresses = g_ptr_array_new_with_free_func (g_free);

  for (gsize i = 0; i < G_N_ELEMENTS (types); i++)
    {
      gsize n = MIN (tlsrpt_answer_get_n_resources (fetch->answers[i]), TLSRPT_LIMIT_ADDRESSES);

      for (gsize j = 0; j < n; j++)
        g_ptr_array_add (addresses,
                         g_strdup (tlsrpt_answer_get_resource (fetch->answers[i], j)->host));
    }

  return addresses;
}

/* The policy host has no address, or nobody knows it. */
static void
return_no_address (GTask *task)
{
  Fetch *fetch = g_task_get_task_data (task);
  g_autofree char *host = tlsrpt_display_isolate (fetch->host, -1);
  TlsrptAnswer *answer = fetch->answers[0];
  GError *error = NULL;

  /* An outcome that is no fact explains more than one that is. */
  if (!tlsrpt_answer_has_failed (answer))
    answer = fetch->answers[1];

  tlsrpt_error_set (&error,
                    tlsrpt_answer_has_failed (answer) ? TLSRPT_ERROR_STS_LOOKUP
                                                      : TLSRPT_ERROR_STS_CONNECTION,
                    TLSRPT_ERROR_FINAL, NULL,
                    /* Translators: the first %s is a host, the second a sentence that says why */
                    _("No address was found for “%s”. %s"), host,
                    tlsrpt_outcome_get_message (tlsrpt_answer_get_outcome (answer)));
  g_task_return_error (task, error);
}

static void
begin_transfer (GTask *task)
{
  Fetch *fetch = g_task_get_task_data (task);
  g_autoptr (GPtrArray) addresses = NULL;
  g_autoptr (GTask) transfer = NULL;
  Order *order;

  if (return_if_stopped (task))
    return;

  addresses = dup_addresses (fetch);
  if (addresses->len == 0)
    {
      return_no_address (task);
      return;
    }

  order = g_new (Order, 1);
  order->host = g_strdup (fetch->host);
  order->addresses = g_steal_pointer (&addresses);

  /* Once it is stopped nobody waits for the thread: when that ends is up to the host. */
  transfer = g_task_new (NULL, fetch->stop, transferred_cb, g_object_ref (task));
  g_task_set_source_tag (transfer, begin_transfer);
  g_task_set_task_data (transfer, order, (GDestroyNotify) order_free);
  g_task_set_return_on_cancel (transfer, TRUE);
  g_task_run_in_thread (transfer, transfer_in_thread);
}

static void
asked_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  Question *question = user_data;
  g_autoptr (GTask) task = question->task;
  Fetch *fetch = g_task_get_task_data (task);

  /* Only stopping makes it NULL. */
  *question->slot = tlsrpt_resolver_ask_finish (TLSRPT_RESOLVER (source), result, NULL);
  g_free (question);

  if (--fetch->n_pending == 0)
    begin_transfer (task);
}

static void
ask_addresses (GTask *task)
{
  Fetch *fetch = g_task_get_task_data (task);

  fetch->n_pending = G_N_ELEMENTS (types);
  for (gsize i = 0; i < G_N_ELEMENTS (types); i++)
    {
      Question *question = g_new (Question, 1);

      question->task = g_object_ref (task);
      question->slot = &fetch->answers[i];
      tlsrpt_resolver_ask_async (g_task_get_source_object (task), fetch->host, types[i],
                                 fetch->stop, asked_cb, question);
    }
}

static GSource *
attach (GTask       *task,
        GSource     *source,
        GSourceFunc  callback)
{
  g_source_set_callback (source, callback, g_task_get_task_data (task), NULL);
  g_source_attach (source, g_task_get_context (task));

  return source;
}

/**
 * tlsrpt_sts_fetch_async:
 * @resolver: who finds the policy host
 * @domain: a policy domain in A-labels
 * @cancellable: (nullable): to stop
 * @callback: called in the thread-default main context
 * @user_data: for @callback
 *
 * Fetches the MTA-STS policy of a domain, within `TLSRPT_STS_FETCH_PATIENCE` times
 * what a question to @resolver may take.
 */
void
tlsrpt_sts_fetch_async (TlsrptResolver      *resolver,
                        const char          *domain,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  guint milliseconds;
  Fetch *fetch;

  g_return_if_fail (TLSRPT_IS_RESOLVER (resolver));
  g_return_if_fail (domain != NULL);

  task = g_task_new (resolver, cancellable, callback, user_data);
  g_task_set_source_tag (task, tlsrpt_sts_fetch_async);
  if (g_task_return_error_if_cancelled (task))
    return;

  fetch = g_new0 (Fetch, 1);
  g_task_set_task_data (task, fetch, (GDestroyNotify) fetch_free);
  fetch->host = g_strconcat (HOST_PREFIX, domain, NULL);
  fetch->stop = g_cancellable_new ();
  if (cancellable != NULL)
    fetch->cancelled = attach (task, g_cancellable_source_new (cancellable),
                               G_SOURCE_FUNC (cancelled_cb));
  milliseconds = (guint) (TLSRPT_STS_FETCH_PATIENCE * 1000 *
                          tlsrpt_resolver_get_timeout (resolver));
  fetch->deadline = attach (task, g_timeout_source_new (milliseconds), deadline_cb);

  ask_addresses (task);
}

/**
 * tlsrpt_sts_fetch_finish:
 * @resolver: the resolver
 * @result: what the callback got
 * @error: why there is no policy that a sender could use
 *
 * Gets the policy.
 *
 * Returns: (transfer full) (nullable): the policy, or `NULL` with @error set
 */
TlsrptStsPolicy *
tlsrpt_sts_fetch_finish (TlsrptResolver  *resolver,
                         GAsyncResult    *result,
                         GError         **error)
{
  g_return_val_if_fail (g_task_is_valid (result, resolver), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, tlsrpt_sts_fetch_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
