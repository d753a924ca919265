/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-look-text.h"

#include "tlsrpt-display.h"

#include <glib/gi18n-lib.h>

/**
 * tlsrpt_policy_get_name:
 * @policy: a policy
 *
 * Returns: what people call it
 */
const char *
tlsrpt_policy_get_name (TlsrptPolicy policy)
{
  switch (policy)
    {
    case TLSRPT_POLICY_TLSA:
      return "DANE";

    case TLSRPT_POLICY_STS:
      return "MTA-STS";

    case TLSRPT_POLICY_NONE:
    default:
      return _("no policy");
    }
}

/**
 * tlsrpt_delivery_get_message:
 * @delivery: what happens to the mail
 *
 * Returns: the words for it
 */
const char *
tlsrpt_delivery_get_message (TlsrptDelivery delivery)
{
  switch (delivery)
    {
    case TLSRPT_DELIVERY_DELIVERED:
      return _("mail is delivered");

    case TLSRPT_DELIVERY_UNPROTECTED:
      return _("mail is delivered without TLS");

    case TLSRPT_DELIVERY_DELAYED:
    default:
      return _("mail is delayed, and bounces if nothing changes");
    }
}

static char *
dup_date (gint64 seconds)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (seconds);

  /* Translators: a date; see “man strftime”
   * xgettext:no-c-format */
  return time != NULL ? g_date_time_format (time, _("%b %-e, %Y")) : g_strdup ("?");
}

/**
 * tlsrpt_contact_dup_summary:
 * @contact: a visit
 *
 * Says in one line what was seen.
 *
 * Returns: (transfer full): the words
 */
char *
tlsrpt_contact_dup_summary (TlsrptContact *contact)
{
  const char *message = tlsrpt_contact_outcome_get_message (contact->outcome);
  g_autofree char *foreign = NULL;

  if (contact->outcome == TLSRPT_CONTACT_TLS && contact->chain->len > 0)
    {
      TlsrptCertificate *certificate = g_ptr_array_index (contact->chain, 0);
      g_autofree char *date = dup_date (certificate->not_after);

      /* Translators: the first %s is a version of TLS, the second a date */
      return g_strdup_printf (_("%s, certificate valid until %s"), contact->protocol, date);
    }

  if (contact->reply != NULL)
    {
      foreign = tlsrpt_display_isolate (contact->reply, -1);
      return g_strdup_printf ("%s (%u %s)", message, contact->code, foreign);
    }

  if (contact->detail != NULL)
    {
      foreign = tlsrpt_display_isolate (contact->detail, -1);
      return g_strdup_printf ("%s (%s)", message, foreign);
    }

  return g_strdup (message);
}

/**
 * tlsrpt_contact_dup_notes:
 * @contact: a visit
 *
 * Says what is wrong with the certificates, and whether TLSA records match them.
 *
 * Returns: (transfer full): a line for each
 */
char **
tlsrpt_contact_dup_notes (TlsrptContact *contact)
{
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();

  if (contact->outcome != TLSRPT_CONTACT_TLS)
    return g_strv_builder_end (lines);

  for (guint i = 0; i < TLSRPT_N_PKIX_FLAGS; i++)
    {
      if (contact->pkix & (1u << i))
        g_strv_builder_add (lines, tlsrpt_pkix_get_message (1u << i));
    }

  if (contact->dane.n_usable > 0)
    {
      g_autofree char *line = g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE,
                     /* Translators: both are numbers */
                     "%u of %u usable TLSA record matches", "%u of %u usable TLSA records match",
                     contact->dane.n_usable),
        contact->dane.n_matched, contact->dane.n_usable);

      g_strv_builder_add (lines, line);
    }

  return g_strv_builder_end (lines);
}

/**
 * tlsrpt_look_dup_place:
 * @host: a host
 * @address: (nullable): one of its addresses
 *
 * Says where something was seen.
 *
 * Returns: (transfer full): the words
 */
char *
tlsrpt_look_dup_place (const char *host,
                       const char *address)
{
  g_autofree char *place = address != NULL ? g_strdup_printf ("%s [%s]", host, address)
                                           : g_strdup (host);

  return tlsrpt_display_isolate (place, -1);
}

/**
 * tlsrpt_look_dup_plan:
 * @published: what is published
 * @helo: what to call ourselves
 *
 * Says whom a look would contact, before it does.
 *
 * Returns: (transfer full): the words, of several lines
 */
char *
tlsrpt_look_dup_plan (TlsrptPublished *published,
                      const char      *helo)
{
  g_autofree char *name = tlsrpt_display_isolate (helo, -1);
  g_autoptr (GString) hosts = g_string_new (NULL);
  g_autoptr (GString) urls = g_string_new (NULL);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < published->mail_servers->len; i++)
    {
      TlsrptMailServer *server = g_ptr_array_index (published->mail_servers, i);
      g_autofree char *host = tlsrpt_display_isolate (server->host, -1);

      g_string_append_printf (hosts, "\n%s", host);
    }

  for (guint i = 0; i < published->rua->len; i++)
    {
      TlsrptRua *rua = g_ptr_array_index (published->rua, i);
      g_autofree char *host = NULL;

      if (rua->is_mail || rua->host == NULL)
        continue;

      host = tlsrpt_display_isolate (rua->host, -1);
      g_string_append_printf (urls, "\n%s", host);
    }

  g_string_append_printf (text,
                          /* Translators: the first %s is a list of hosts, each on a line of its
                           * own, the second the name of this computer */
                          _("As senders do, this computer connects to port 25 of:%s\n\nIt gives "
                            "its name as “%s” and goes no further than the certificate. No mail "
                            "is sent."),
                          hosts->str, name);

  if (urls->len > 0)
    {
      g_string_append (text, "\n\n");
      g_string_append_printf (text,
                              /* Translators: %s is a list of hosts, each on a line of its own */
                              _("It also connects to port 443 of the hosts that receive reports, "
                                "without sending one:%s"),
                              urls->str);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}
