/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-state-domain.h"

/**
 * tlsrpt_state_domain_new:
 * @name: a policy domain in A-labels
 * @expected: (nullable): the record that the form made for it
 *
 * Creates a domain that was not checked yet.
 *
 * Returns: (transfer full): the domain
 */
TlsrptStateDomain *
tlsrpt_state_domain_new (const char *name,
                         const char *expected)
{
  TlsrptStateDomain *self;

  g_return_val_if_fail (name != NULL, NULL);

  self = g_atomic_rc_box_new0 (TlsrptStateDomain);
  self->name = g_strdup (name);
  self->expected = g_strdup (expected);

  return self;
}

TlsrptStateDomain *
tlsrpt_state_domain_ref (const TlsrptStateDomain *self)
{
  return g_atomic_rc_box_acquire ((gpointer) self);
}

static void
clear (gpointer data)
{
  TlsrptStateDomain *self = data;

  g_free (self->name);
  g_free (self->expected);
  g_free (self->value);
  g_free (self->state);
  g_free (self->record);
  g_free (self->mta_sts);
  g_free (self->dane);
  g_free (self->reason);
}

void
tlsrpt_state_domain_unref (TlsrptStateDomain *self)
{
  g_atomic_rc_box_release_full (self, clear);
}
