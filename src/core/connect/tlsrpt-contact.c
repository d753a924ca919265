/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-contact.h"

#include <glib/gi18n-lib.h>

/* For programs and for people. */
static const struct
{
  const char *token;
  const char *message;
} outcomes[] = {
  [TLSRPT_CONTACT_TLS] = { "tls", N_("TLS") },
  [TLSRPT_CONTACT_NO_STARTTLS] = { "no-starttls", N_("The server does not offer STARTTLS") },
  [TLSRPT_CONTACT_STARTTLS_REFUSED] = { "starttls-refused",
                                        N_("The server offers STARTTLS, but refuses it") },
  [TLSRPT_CONTACT_HANDSHAKE] = { "handshake", N_("The TLS handshake fails") },
  [TLSRPT_CONTACT_INJECTED] = { "injected",
                                N_("The server sends text after its reply to STARTTLS, before "
                                   "TLS begins") },
  [TLSRPT_CONTACT_REJECTED] = { "rejected", N_("The server rejects the connection") },
  [TLSRPT_CONTACT_REFUSED] = { "refused", N_("The connection is refused") },
  [TLSRPT_CONTACT_UNREACHABLE] = { "unreachable", N_("The address is unreachable") },
  [TLSRPT_CONTACT_TIMED_OUT] = { "timed-out", N_("The server does not answer in time") },
  [TLSRPT_CONTACT_CLOSED] = { "closed", N_("The server closes the connection") },
  [TLSRPT_CONTACT_MUTE] = { "mute", N_("The server accepts the connection, but sends nothing") },
  [TLSRPT_CONTACT_NOT_SMTP] = { "not-smtp", N_("The server does not speak SMTP") },
  [TLSRPT_CONTACT_BLOCKED] = { "blocked", N_("This network seems to block port 25") },
  [TLSRPT_CONTACT_NOT_TRIED] = { "not-tried", N_("Not contacted: a special-purpose address, or "
                                                 "too many addresses") },
};

/**
 * tlsrpt_contact_new:
 * @address: an IP address
 *
 * Creates a visit that did not take place yet.
 *
 * Returns: (transfer full): the visit
 */
TlsrptContact *
tlsrpt_contact_new (const char *address)
{
  TlsrptContact *self = g_new0 (TlsrptContact, 1);

  self->address = g_strdup (address);
  self->outcome = TLSRPT_CONTACT_NOT_TRIED;
  self->chain = g_ptr_array_new_with_free_func ((GDestroyNotify) tlsrpt_certificate_free);

  return self;
}

/**
 * tlsrpt_contact_copy:
 * @self: a visit
 *
 * Copies a visit.  The copies share the certificates, which never change.
 *
 * Returns: (transfer full): the copy
 */
TlsrptContact *
tlsrpt_contact_copy (TlsrptContact *self)
{
  TlsrptContact *copy = g_memdup2 (self, sizeof *self);

  copy->address = g_strdup (self->address);
  copy->reply = g_strdup (self->reply);
  copy->detail = g_strdup (self->detail);
  copy->protocol = g_strdup (self->protocol);
  copy->cipher = g_strdup (self->cipher);
  copy->chain = g_ptr_array_ref (self->chain);

  return copy;
}

void
tlsrpt_contact_free (TlsrptContact *self)
{
  g_free (self->address);
  g_free (self->reply);
  g_free (self->detail);
  g_free (self->protocol);
  g_free (self->cipher);
  g_ptr_array_unref (self->chain);
  g_free (self);
}

/**
 * tlsrpt_contact_outcome_get_token:
 * @outcome: an outcome
 *
 * Returns: the word for it that programs read
 */
const char *
tlsrpt_contact_outcome_get_token (TlsrptContactOutcome outcome)
{
  g_return_val_if_fail (outcome < TLSRPT_N_CONTACT_OUTCOMES, NULL);

  return outcomes[outcome].token;
}

/**
 * tlsrpt_contact_outcome_get_message:
 * @outcome: an outcome
 *
 * Returns: what happened, in the language of the program
 */
const char *
tlsrpt_contact_outcome_get_message (TlsrptContactOutcome outcome)
{
  g_return_val_if_fail (outcome < TLSRPT_N_CONTACT_OUTCOMES, NULL);

  return _(outcomes[outcome].message);
}

/**
 * tlsrpt_contact_has_answered:
 * @outcome: an outcome
 *
 * Tells whether the server came as far as a sender must to find out about TLS.
 *
 * Returns: `TRUE` if it did
 */
gboolean
tlsrpt_contact_has_answered (TlsrptContactOutcome outcome)
{
  return outcome <= TLSRPT_CONTACT_INJECTED;
}
