/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-mail-server.h"

TlsrptMailServer *
tlsrpt_mail_server_new (const char *host,
                        guint16     preference)
{
  TlsrptMailServer *self = g_new0 (TlsrptMailServer, 1);

  self->host = g_strdup (host);
  self->preference = preference;

  return self;
}

void
tlsrpt_mail_server_free (TlsrptMailServer *self)
{
  g_clear_pointer (&self->ipv4, tlsrpt_answer_free);
  g_clear_pointer (&self->ipv6, tlsrpt_answer_free);
  g_clear_pointer (&self->tlsa, tlsrpt_answer_free);
  g_clear_pointer (&self->expanded_tlsa, tlsrpt_answer_free);
  g_clear_pointer (&self->record, tlsrpt_answer_free);
  g_free (self->host);
  g_free (self);
}

/**
 * tlsrpt_mail_server_get_aliases:
 * @self: a mail server
 *
 * Gets the names that CNAME records lead to, in order.
 *
 * Returns: (array zero-terminated=1): the names; none if it is no alias
 */
const char *const *
tlsrpt_mail_server_get_aliases (TlsrptMailServer *self)
{
  static const char *const none[] = { NULL };
  TlsrptAnswer *answers[] = { self->ipv4, self->ipv6 };

  for (gsize i = 0; i < G_N_ELEMENTS (answers); i++)
    {
      if (answers[i] != NULL && tlsrpt_answer_get_aliases (answers[i])[0] != NULL)
        return tlsrpt_answer_get_aliases (answers[i]);
    }

  return none;
}

/**
 * tlsrpt_mail_server_get_last_alias:
 * @self: a mail server
 *
 * Gets the name that the aliases end at.
 *
 * Returns: (nullable): the name; `NULL` if it is no alias, or leads nowhere
 */
const char *
tlsrpt_mail_server_get_last_alias (TlsrptMailServer *self)
{
  const char *const *aliases = tlsrpt_mail_server_get_aliases (self);
  guint n = g_strv_length ((char **) aliases);

  if (n == 0 || (self->ipv4 != NULL && tlsrpt_answer_has_alias_loop (self->ipv4)) ||
      (self->ipv6 != NULL && tlsrpt_answer_has_alias_loop (self->ipv6)))
    return NULL;

  return aliases[n - 1];
}

/**
 * tlsrpt_mail_server_get_tlsa:
 * @self: a mail server
 *
 * Gets the TLSA records that count: those at the name that @self is an alias of, if
 * there are some or nobody knows, before those at its own (RFC 7672 section 2.2.2).
 *
 * Returns: the answer
 */
TlsrptAnswer *
tlsrpt_mail_server_get_tlsa (TlsrptMailServer *self)
{
  if (self->expanded_tlsa != NULL && (tlsrpt_answer_has_failed (self->expanded_tlsa) ||
                                      tlsrpt_answer_get_n_resources (self->expanded_tlsa) > 0))
    return self->expanded_tlsa;

  return self->tlsa;
}
