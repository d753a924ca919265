/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-verdict-advice.h"

#include "tlsrpt-discovery.h"
#include "tlsrpt-display.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

/* RFC 5321 section 5.1 wants a name, and no sender looks an address up. */
static gboolean
is_address (const char *host)
{
  gsize length = strlen (host);
  gsize start;
  g_autofree char *name = NULL;

  length -= length > 0 && host[length - 1] == '.';
  /* “[192.0.2.1]” of a mail address */
  start = length > 2 && host[0] == '[' && host[length - 1] == ']';
  name = g_strndup (host + start, length - 2 * start);

  return g_hostname_is_ip_address (name);
}

static void
advise_on_addresses (TlsrptVerdict    *self,
                     TlsrptMailServer *server,
                     const char       *host)
{
  TlsrptAnswer *failed = tlsrpt_answer_has_failed (server->ipv4) ? server->ipv4 : server->ipv6;

  if (is_address (server->host))
    {
      tlsrpt_verdict_warn (self, "mx-is-address",
                           /* Translators: %s is an IP address */
                           _("An MX record contains the IP address “%s” instead of a host name, "
                             "so senders skip it."), host);
      return;
    }

  if (server->ipv4 == NULL || server->ipv6 == NULL ||
      tlsrpt_answer_get_n_resources (server->ipv4) > 0 ||
      tlsrpt_answer_get_n_resources (server->ipv6) > 0)
    return;

  if (tlsrpt_answer_has_failed (failed))
    tlsrpt_verdict_warn (self, "mx-address-unknown",
                         /* Translators: the first %s is a host, the second a sentence that says
                          * why */
                         _("The addresses of the mail server “%s” could not be looked up. %s"), host,
                         tlsrpt_outcome_get_message (tlsrpt_answer_get_outcome (failed)));
  else
    tlsrpt_verdict_warn (self, "mx-no-address",
                         /* Translators: %s is a host */
                         _("The mail server “%s” has no address in DNS, so senders skip it."), host);
}

/* RFC 5321 section 5.1, RFC 2181 section 10.3. */
static void
advise_on_alias (TlsrptVerdict    *self,
                 TlsrptMailServer *server,
                 const char       *host)
{
  const char *const *aliases = tlsrpt_mail_server_get_aliases (server);
  g_autofree char *alias = NULL;

  if (aliases[0] == NULL)
    return;

  alias = tlsrpt_display_isolate (aliases[g_strv_length ((char **) aliases) - 1], -1);
  tlsrpt_verdict_warn (self, "mx-alias",
                       /* Translators: both are hosts */
                       _("The mail server “%s” is an alias of “%s”, which MX records must not point "
                         "to. The server’s certificate must be valid for the name in the MX "
                         "record."),
                       host, alias);
}

/* Some senders that use DANE look for the record there. */
static void
advise_on_record (TlsrptVerdict    *self,
                  TlsrptMailServer *server)
{
  g_autoptr (GPtrArray) texts = NULL;
  g_autofree char *name = NULL;

  if (server->record == NULL || tlsrpt_answer_has_failed (server->record) ||
      self->presence != TLSRPT_PRESENCE_ONE)
    return;

  texts = tlsrpt_answer_dup_texts (server->record);
  if (tlsrpt_discover (texts, NULL) != TLSRPT_DISCOVERY_NONE)
    return;

  name = tlsrpt_display_isolate (tlsrpt_answer_get_name (server->record), -1);
  tlsrpt_verdict_note (self, "host-record",
                       /* Translators: %s is a name in DNS */
                       _("A few senders that use DANE look for a TLS-RPT record at “%s”. Publish the "
                         "record there as well to get their reports."),
                       name);
}

/**
 * tlsrpt_verdict_advise_on_hosts:
 * @self: a verdict in the making
 *
 * Adds advice on the names of the mail servers and what is at them.
 */
void
tlsrpt_verdict_advise_on_hosts (TlsrptVerdict *self)
{
  GPtrArray *servers = self->published->mail_servers;

  for (guint i = 0; i < servers->len; i++)
    {
      TlsrptMailServer *server = g_ptr_array_index (servers, i);
      g_autofree char *host = tlsrpt_display_isolate (server->host, -1);

      advise_on_addresses (self, server, host);
      advise_on_alias (self, server, host);
      advise_on_record (self, server);
    }
}
