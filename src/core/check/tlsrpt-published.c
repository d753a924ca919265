/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-published.h"

#include "tlsrpt-domain.h"
#include "tlsrpt-limits.h"

#include <string.h>

#define ROOT "."

static void
authority_free (TlsrptAuthority *authority)
{
  g_clear_pointer (&authority->ipv4, tlsrpt_answer_free);
  g_clear_pointer (&authority->ipv6, tlsrpt_answer_free);
  g_clear_pointer (&authority->record, tlsrpt_answer_free);
  g_free (authority->host);
  g_free (authority);
}

/* The strays are put in place when their answers come. */
static void
stray_free (TlsrptAnswer *stray)
{
  if (stray != NULL)
    tlsrpt_answer_free (stray);
}

/**
 * tlsrpt_published_new:
 * @domain: a policy domain in A-labels
 *
 * Creates the record of what is published, to be filled in.
 *
 * Returns: (transfer full): what is published
 */
TlsrptPublished *
tlsrpt_published_new (const char *domain)
{
  TlsrptPublished *self = g_atomic_rc_box_new0 (TlsrptPublished);

  self->domain = g_strdup (domain);
  self->owner_name = tlsrpt_domain_to_owner_name (domain);
  self->time = g_date_time_new_now_utc ();
  self->rua = g_ptr_array_new_with_free_func ((GDestroyNotify) tlsrpt_rua_free);
  self->strays = g_ptr_array_new_with_free_func ((GDestroyNotify) stray_free);
  self->mail_servers = g_ptr_array_new_with_free_func ((GDestroyNotify) tlsrpt_mail_server_free);
  self->authorities = g_ptr_array_new_with_free_func ((GDestroyNotify) authority_free);

  return self;
}

TlsrptPublished *
tlsrpt_published_ref (TlsrptPublished *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear_published (gpointer data)
{
  TlsrptPublished *self = data;

  g_clear_pointer (&self->record, tlsrpt_answer_free);
  g_clear_pointer (&self->wildcard, tlsrpt_answer_free);
  g_ptr_array_unref (self->rua);
  g_ptr_array_unref (self->strays);
  g_clear_pointer (&self->mx, tlsrpt_answer_free);
  g_clear_pointer (&self->ipv4, tlsrpt_answer_free);
  g_clear_pointer (&self->ipv6, tlsrpt_answer_free);
  g_ptr_array_unref (self->mail_servers);
  g_clear_pointer (&self->ns, tlsrpt_answer_free);
  g_ptr_array_unref (self->authorities);
  g_clear_pointer (&self->sts_record, tlsrpt_answer_free);
  g_clear_pointer (&self->sts_policy, tlsrpt_sts_policy_free);
  g_clear_error (&self->sts_error);
  g_date_time_unref (self->time);
  g_free (self->sts_id);
  g_free (self->zone);
  g_free (self->owner_name);
  g_free (self->domain);
}

void
tlsrpt_published_unref (TlsrptPublished *self)
{
  g_atomic_rc_box_release_full (self, clear_published);
}

static void
add_mail_server (TlsrptPublished *self,
                 const char      *host,
                 guint16          preference)
{
  TlsrptMailServer *server;

  for (guint i = 0; i < self->mail_servers->len; i++)
    {
      server = g_ptr_array_index (self->mail_servers, i);
      if (g_str_equal (server->host, host))
        {
          server->preference = MIN (server->preference, preference);
          return;
        }
    }

  g_ptr_array_add (self->mail_servers, tlsrpt_mail_server_new (host, preference));
}

static int
compare_mail_servers (gconstpointer a,
                      gconstpointer b)
{
  const TlsrptMailServer *first = *(TlsrptMailServer *const *) a;
  const TlsrptMailServer *second = *(TlsrptMailServer *const *) b;

  if (first->preference != second->preference)
    return first->preference < second->preference ? -1 : 1;

  return strcmp (first->host, second->host);
}

/**
 * tlsrpt_published_add_mail_servers:
 * @self: what is published
 *
 * Makes the list of mail servers out of the MX records, or out of the domain if it
 * has none (RFC 5321 section 5.1).
 */
void
tlsrpt_published_add_mail_servers (TlsrptPublished *self)
{
  for (gsize i = 0; i < tlsrpt_answer_get_n_resources (self->mx); i++)
    {
      const TlsrptResource *mx = tlsrpt_answer_get_resource (self->mx, i);

      if (!g_str_equal (mx->host, ROOT))
        add_mail_server (self, mx->host, mx->preference);
    }

  if (tlsrpt_answer_get_outcome (self->mx) == TLSRPT_OUTCOME_NO_DATA)
    add_mail_server (self, self->domain, 0);

  g_ptr_array_sort (self->mail_servers, compare_mail_servers);
  if (self->mail_servers->len > TLSRPT_LIMIT_MAIL_SERVERS)
    g_ptr_array_set_size (self->mail_servers, TLSRPT_LIMIT_MAIL_SERVERS);
}

/**
 * tlsrpt_published_get_addresses:
 * @self: what is published
 * @server: a mail server of @self
 * @answers: (out): the answers with its IPv4 and IPv6 addresses; `NULL` for one that
 *   was not asked for
 *
 * Gets the addresses of a mail server, which may be the domain itself.
 */
void
tlsrpt_published_get_addresses (TlsrptPublished  *self,
                                TlsrptMailServer *server,
                                TlsrptAnswer     *answers[2])
{
  gboolean is_implicit = tlsrpt_answer_get_outcome (self->mx) == TLSRPT_OUTCOME_NO_DATA;

  answers[0] = is_implicit ? self->ipv4 : server->ipv4;
  answers[1] = is_implicit ? self->ipv6 : server->ipv6;
}

/**
 * tlsrpt_published_has_null_mx:
 * @self: what is published
 *
 * Tells whether the domain says that it takes no mail (RFC 7505).
 *
 * Returns: `TRUE` if its only MX record names the root
 */
gboolean
tlsrpt_published_has_null_mx (TlsrptPublished *self)
{
  return tlsrpt_answer_get_n_resources (self->mx) == 1 &&
         g_str_equal (tlsrpt_answer_get_resource (self->mx, 0)->host, ROOT);
}

/**
 * tlsrpt_published_has_implicit_mx:
 * @self: what is published
 *
 * Tells whether mail goes to the domain’s own address.
 *
 * Returns: `TRUE` if the domain has an address and no MX record
 */
gboolean
tlsrpt_published_has_implicit_mx (TlsrptPublished *self)
{
  return (self->ipv4 != NULL && tlsrpt_answer_get_n_resources (self->ipv4) > 0) ||
         (self->ipv6 != NULL && tlsrpt_answer_get_n_resources (self->ipv6) > 0);
}

static gboolean
has_no_address (TlsrptAnswer *answer)
{
  return answer == NULL || (tlsrpt_outcome_is_known (tlsrpt_answer_get_outcome (answer)) &&
                            tlsrpt_answer_get_n_resources (answer) == 0);
}

/**
 * tlsrpt_published_takes_no_mail:
 * @self: what is published
 *
 * Tells whether it is certain that no mail can be delivered to the domain.
 *
 * Returns: `FALSE` if it has a mail server, does not exist, or nobody knows
 */
gboolean
tlsrpt_published_takes_no_mail (TlsrptPublished *self)
{
  if (tlsrpt_answer_get_outcome (self->mx) == TLSRPT_OUTCOME_NO_DATA)
    return has_no_address (self->ipv4) && has_no_address (self->ipv6);

  return tlsrpt_published_has_null_mx (self);
}

static gboolean
is_silent (TlsrptAnswer *answer)
{
  TlsrptOutcome outcome = tlsrpt_answer_get_outcome (answer);

  return outcome == TLSRPT_OUTCOME_TIMED_OUT || outcome == TLSRPT_OUTCOME_NO_NETWORK;
}

/**
 * tlsrpt_published_has_answer:
 * @self: what is published
 *
 * Tells whether anybody answered at all.
 *
 * Returns: `FALSE` if there is nothing to say about the domain
 */
gboolean
tlsrpt_published_has_answer (TlsrptPublished *self)
{
  return !is_silent (self->record) || !is_silent (self->mx);
}
