/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-sender-view.h"

#include "tlsrpt-error.h"

/*
 * What a sender reports is what RFC 8460 section 4.3 says of the result types.  Senders
 * that say something else are in the guide, by the fault.
 */

static void
add (GArray         *list,
     TlsrptPolicy    policy,
     const char     *type,
     TlsrptFault     fault,
     TlsrptDelivery  delivery)
{
  TlsrptReported reported = { policy, type, fault, delivery };

  g_array_append_val (list, reported);
}

/* What keeps TLS from beginning, whatever the policy. */
static const char *
find_type (TlsrptContactOutcome  outcome,
           TlsrptFault          *fault)
{
  switch (outcome)
    {
    case TLSRPT_CONTACT_NO_STARTTLS:
      *fault = TLSRPT_FAULT_NO_STARTTLS;
      return "starttls-not-supported";

    case TLSRPT_CONTACT_STARTTLS_REFUSED:
      *fault = TLSRPT_FAULT_STARTTLS_REFUSED;
      return "starttls-not-supported";

    case TLSRPT_CONTACT_HANDSHAKE:
    case TLSRPT_CONTACT_INJECTED:
      *fault = TLSRPT_FAULT_HANDSHAKE;
      return "validation-failure";

    default:
      *fault = TLSRPT_N_FAULTS;
      return NULL;
    }
}

/* One for each thing that is wrong: which of them a sender reports is up to it. */
static void
add_pkix (GArray          *list,
          TlsrptPolicy     policy,
          TlsrptPkixFlags  flags,
          TlsrptDelivery   delivery)
{
  if (flags & TLSRPT_PKIX_HOST_MISMATCH)
    add (list, policy, "certificate-host-mismatch", TLSRPT_FAULT_CERTIFICATE_NAME, delivery);
  if (flags & TLSRPT_PKIX_EXPIRED)
    add (list, policy, "certificate-expired", TLSRPT_FAULT_CERTIFICATE_EXPIRED, delivery);
  if (flags & ~(TlsrptPkixFlags) (TLSRPT_PKIX_HOST_MISMATCH | TLSRPT_PKIX_EXPIRED))
    add (list, policy, "certificate-not-trusted", TLSRPT_FAULT_CERTIFICATE_CHAIN, delivery);
}

/* RFC 7672 sections 2.1 and 2.2. */
static void
view_dane (GArray            *list,
           const TlsrptSight *sight)
{
  const TlsrptPolicy policy = TLSRPT_POLICY_TLSA;
  TlsrptFault fault;
  const char *type = find_type (sight->outcome, &fault);

  if (sight->dane == TLSRPT_DANE_BOGUS)
    add (list, policy, "dnssec-invalid", TLSRPT_FAULT_TLSA_BOGUS, TLSRPT_DELIVERY_DELAYED);
  else if (sight->dane == TLSRPT_DANE_WAY_BOGUS)
    add (list, policy, "dnssec-invalid", TLSRPT_FAULT_MX_BOGUS, TLSRPT_DELIVERY_DELAYED);
  else if (sight->dane == TLSRPT_DANE_UNKNOWN)
    add (list, policy, NULL, TLSRPT_N_FAULTS, TLSRPT_DELIVERY_DELAYED);
  else if (type != NULL || !tlsrpt_contact_has_answered (sight->outcome))
    add (list, policy, type, fault, TLSRPT_DELIVERY_DELAYED);
  else if (sight->dane == TLSRPT_DANE_UNUSABLE)
    add (list, policy, "tlsa-invalid", TLSRPT_FAULT_TLSA_UNUSABLE, TLSRPT_DELIVERY_DELIVERED);
  else if (sight->match.n_matched == 0)
    add (list, policy, "tlsa-invalid", TLSRPT_FAULT_TLSA_MISMATCH, TLSRPT_DELIVERY_DELAYED);
  else if (sight->match.flags != 0)
    add_pkix (list, policy, sight->match.flags, TLSRPT_DELIVERY_DELAYED);
  else
    add (list, policy, NULL, TLSRPT_N_FAULTS, TLSRPT_DELIVERY_DELIVERED);
}

/* RFC 8461 sections 4 and 5. */
static void
view_sts (GArray            *list,
          const TlsrptSight *sight)
{
  const TlsrptPolicy policy = TLSRPT_POLICY_STS;
  TlsrptDelivery failed = sight->sts == TLSRPT_STS_MODE_ENFORCE ? TLSRPT_DELIVERY_DELAYED
                                                               : TLSRPT_DELIVERY_DELIVERED;
  TlsrptFault fault;
  const char *type = find_type (sight->outcome, &fault);

  if (type != NULL && failed == TLSRPT_DELIVERY_DELIVERED)
    failed = TLSRPT_DELIVERY_UNPROTECTED;
  else if (!tlsrpt_contact_has_answered (sight->outcome))
    failed = TLSRPT_DELIVERY_DELAYED;

  if (!sight->is_in_policy)
    add (list, policy, "validation-failure", TLSRPT_FAULT_MX_NOT_LISTED, failed);
  else if (type != NULL || !tlsrpt_contact_has_answered (sight->outcome))
    add (list, policy, type, fault, failed);
  else if (sight->pkix != 0)
    add_pkix (list, policy, sight->pkix, failed);
  else
    add (list, policy, NULL, TLSRPT_N_FAULTS, TLSRPT_DELIVERY_DELIVERED);
}

/**
 * tlsrpt_sender_view:
 * @sight: what there is to see
 *
 * Finds out what a sender reports of one address of a mail server, for each policy that
 * is in force, and what happens to the mail.  A policy under which nothing fails has one
 * item without a type.
 *
 * Returns: (transfer full) (element-type TlsrptReported): what it reports
 */
GArray *
tlsrpt_sender_view (const TlsrptSight *sight)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (TlsrptReported));
  TlsrptFault fault;
  const char *type;

  if (sight->dane != TLSRPT_DANE_NONE)
    view_dane (list, sight);
  if (sight->sts != TLSRPT_STS_MODE_NONE)
    view_sts (list, sight);
  if (list->len > 0)
    return list;

  type = find_type (sight->outcome, &fault);
  add (list, TLSRPT_POLICY_NONE, type, fault,
       type != NULL                                         ? TLSRPT_DELIVERY_UNPROTECTED
       : tlsrpt_contact_has_answered (sight->outcome) ? TLSRPT_DELIVERY_DELIVERED
                                                            : TLSRPT_DELIVERY_DELAYED);

  return list;
}

/**
 * tlsrpt_sender_view_of_policy:
 * @published: what is published
 * @reported: (out): what a sender reports
 *
 * Finds out what a sender reports of an MTA-STS policy that it cannot use.  It delivers
 * as if there were none.
 *
 * Returns: `FALSE` if it reports nothing
 */
gboolean
tlsrpt_sender_view_of_policy (TlsrptPublished *published,
                              TlsrptReported  *reported)
{
  const GError *error = published->sts_error;

  *reported = (TlsrptReported) {
    TLSRPT_POLICY_STS, NULL, TLSRPT_N_FAULTS, TLSRPT_DELIVERY_DELIVERED,
  };

  /* That there is no record is no failure, nor that nobody knows. */
  if (published->sts_policy != NULL || error == NULL || error->domain != TLSRPT_ERROR ||
      error->code == TLSRPT_ERROR_EMPTY || error->code == TLSRPT_ERROR_STS_LOOKUP ||
      tlsrpt_answer_get_outcome (published->sts_record) != TLSRPT_OUTCOME_ANSWER)
    return FALSE;

  switch (error->code)
    {
    case TLSRPT_ERROR_STS_CERTIFICATE:
      reported->type = "sts-webpki-invalid";
      reported->fault = TLSRPT_FAULT_POLICY_CERTIFICATE;
      break;

    case TLSRPT_ERROR_STS_STATUS:
      reported->type = "sts-policy-fetch-error";
      reported->fault = TLSRPT_FAULT_POLICY_MISSING;
      break;

    case TLSRPT_ERROR_STS_CONNECTION:
    case TLSRPT_ERROR_STS_TLS:
      reported->type = "sts-policy-fetch-error";
      reported->fault = TLSRPT_FAULT_POLICY_UNREACHABLE;
      break;

    case TLSRPT_ERROR_STS_REDIRECT:
    case TLSRPT_ERROR_STS_MEDIA_TYPE:
    case TLSRPT_ERROR_TOO_LONG:
      reported->type = "sts-policy-fetch-error";
      break;

    default:
      reported->type = "sts-policy-invalid";
      reported->fault = TLSRPT_FAULT_POLICY_CONTENT;
      break;
    }

  return TRUE;
}

/**
 * tlsrpt_reported_dup_others:
 * @self: what a sender reports
 *
 * Gets the other result types that some senders use for the same fault.
 *
 * Returns: (transfer full): the types, in the order of the guide
 */
char **
tlsrpt_reported_dup_others (const TlsrptReported *self)
{
  g_autoptr (GPtrArray) others = g_ptr_array_new_with_free_func (g_free);
  gsize n_rows;
  const TlsrptFailureSender *rows = tlsrpt_failure_sender_get_all (&n_rows);

  for (gsize i = 0; i < n_rows; i++)
    {
      if (rows[i].fault == self->fault && g_strcmp0 (rows[i].type, self->type) != 0 &&
          !g_ptr_array_find_with_equal_func (others, rows[i].type, g_str_equal, NULL))
        g_ptr_array_add (others, g_strdup (rows[i].type));
    }
  g_ptr_array_add (others, NULL);

  return (char **) g_ptr_array_free (g_steal_pointer (&others), FALSE);
}

/**
 * tlsrpt_policy_get_token:
 * @policy: a policy
 *
 * Returns: the word for it in reports
 */
const char *
tlsrpt_policy_get_token (TlsrptPolicy policy)
{
  static const char *const tokens[] = {
    [TLSRPT_POLICY_NONE] = "no-policy-found",
    [TLSRPT_POLICY_TLSA] = "tlsa",
    [TLSRPT_POLICY_STS] = "sts",
  };

  g_return_val_if_fail ((gsize) policy < G_N_ELEMENTS (tokens), NULL);

  return tokens[policy];
}

/**
 * tlsrpt_delivery_get_token:
 * @delivery: what happens to the mail
 *
 * Returns: the word for it that programs read
 */
const char *
tlsrpt_delivery_get_token (TlsrptDelivery delivery)
{
  static const char *const tokens[] = {
    [TLSRPT_DELIVERY_DELIVERED] = "delivered",
    [TLSRPT_DELIVERY_UNPROTECTED] = "unprotected",
    [TLSRPT_DELIVERY_DELAYED] = "delayed",
  };

  g_return_val_if_fail ((gsize) delivery < G_N_ELEMENTS (tokens), NULL);

  return tokens[delivery];
}
