/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-look-conclusion.h"

static gboolean
is_bogus (TlsrptAnswer *answer)
{
  return answer != NULL && tlsrpt_answer_is_bogus (answer);
}

static gboolean
is_insecure (TlsrptAnswer *answer)
{
  return answer != NULL && tlsrpt_answer_get_n_resources (answer) > 0 &&
         !tlsrpt_answer_is_authenticated (answer);
}

/**
 * tlsrpt_look_find_dane_state:
 * @published: what is published
 * @server: a mail server of it
 * @n_usable: how many of its TLSA records senders can use
 *
 * Finds out how far DANE is in force for a mail server (RFC 7672 section 2.2).
 *
 * Returns: how far
 */
TlsrptDaneState
tlsrpt_look_find_dane_state (TlsrptPublished  *published,
                             TlsrptMailServer *server,
                             guint             n_usable)
{
  TlsrptAnswer *tlsa = tlsrpt_mail_server_get_tlsa (server);
  TlsrptAnswer *addresses[2];

  tlsrpt_published_get_addresses (published, server, addresses);

  if (is_bogus (published->mx) || is_bogus (addresses[0]) || is_bogus (addresses[1]))
    return TLSRPT_DANE_WAY_BOGUS;

  if (is_bogus (tlsa))
    return TLSRPT_DANE_BOGUS;

  if (is_insecure (published->mx) || is_insecure (addresses[0]) || is_insecure (addresses[1]) ||
      is_insecure (tlsa))
    return TLSRPT_DANE_NONE;

  if (tlsrpt_answer_has_failed (tlsa))
    return TLSRPT_DANE_UNKNOWN;

  if (tlsrpt_answer_get_n_resources (tlsa) == 0)
    return TLSRPT_DANE_NONE;

  return n_usable > 0 ? TLSRPT_DANE_USABLE : TLSRPT_DANE_UNUSABLE;
}

static void
add_sender (TlsrptLook     *look,
            const char     *host,
            const char     *address,
            TlsrptReported  reported)
{
  TlsrptLookSender *sender = g_new (TlsrptLookSender, 1);

  sender->host = host;
  sender->address = address;
  sender->reported = reported;
  g_ptr_array_add (look->senders, sender);
}

static void
judge_contact (TlsrptLook       *look,
               TlsrptMailServer *server,
               TlsrptContact    *contact)
{
  TlsrptStsPolicy *policy = look->published->sts_policy;
  TlsrptSight sight = {
    .dane = tlsrpt_look_find_dane_state (look->published, server, contact->dane.n_usable),
    .sts = policy != NULL ? tlsrpt_sts_policy_get_mode (policy) : TLSRPT_STS_MODE_NONE,
    .is_in_policy = policy == NULL || tlsrpt_sts_policy_allows (policy, server->host),
    .outcome = contact->outcome,
    .pkix = contact->pkix,
    .match = contact->dane,
  };
  g_autoptr (GArray) list = tlsrpt_sender_view (&sight);

  for (guint i = 0; i < list->len; i++)
    add_sender (look, server->host, contact->address, g_array_index (list, TlsrptReported, i));
}

/* Nobody answers, and that takes as long as it may: then it is more likely this network
 * than every server. */
static gboolean
is_blocked (TlsrptLook *look)
{
  guint n_tried = 0;

  for (guint i = 0; i < look->hosts->len; i++)
    {
      TlsrptLookHost *host = g_ptr_array_index (look->hosts, i);

      for (guint j = 0; j < host->contacts->len; j++)
        {
          TlsrptContact *contact = g_ptr_array_index (host->contacts, j);

          if (contact->outcome == TLSRPT_CONTACT_NOT_TRIED)
            continue;

          n_tried++;
          if (contact->is_connected || (contact->outcome != TLSRPT_CONTACT_TIMED_OUT &&
                                        contact->outcome != TLSRPT_CONTACT_UNREACHABLE))
            return FALSE;
        }
    }

  return n_tried > 0;
}

/* Senders that validate do not even get to know where to go. */
static void
judge_way (TlsrptLook *look,
           const char *host)
{
  const TlsrptSight sight = {
    .dane = TLSRPT_DANE_WAY_BOGUS,
    .sts = TLSRPT_STS_MODE_NONE,
    .outcome = TLSRPT_CONTACT_NOT_TRIED,
  };
  g_autoptr (GArray) list = tlsrpt_sender_view (&sight);

  add_sender (look, host, NULL, g_array_index (list, TlsrptReported, 0));
}

/**
 * tlsrpt_look_conclude:
 * @look: a look whose visits have ended
 *
 * Adds to a look what senders report of it.
 */
void
tlsrpt_look_conclude (TlsrptLook *look)
{
  TlsrptReported reported;

  look->is_blocked = is_blocked (look);
  if (look->hosts->len == 0 && is_bogus (look->published->mx))
    judge_way (look, NULL);

  for (guint i = 0; i < look->hosts->len; i++)
    {
      TlsrptLookHost *host = g_ptr_array_index (look->hosts, i);

      if (host->contacts->len == 0 &&
          tlsrpt_look_find_dane_state (look->published, host->server, 0) == TLSRPT_DANE_WAY_BOGUS)
        judge_way (look, host->server->host);

      for (guint j = 0; j < host->contacts->len; j++)
        {
          TlsrptContact *contact = g_ptr_array_index (host->contacts, j);

          if (contact->outcome == TLSRPT_CONTACT_NOT_TRIED)
            continue;

          /* Where no way leads from here, one may lead from elsewhere: not every network has
           * IPv6. */
          if (look->is_blocked)
            contact->outcome = TLSRPT_CONTACT_BLOCKED;
          else if (contact->outcome != TLSRPT_CONTACT_UNREACHABLE)
            judge_contact (look, host->server, contact);
        }
    }

  if (!look->is_blocked && tlsrpt_sender_view_of_policy (look->published, &reported))
    add_sender (look, NULL, NULL, reported);
}
