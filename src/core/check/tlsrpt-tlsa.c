/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-tlsa.h"

#include <glib/gi18n-lib.h>

/* Certificate usages of SMTP (RFC 7672 section 3.1). */
#define USAGE_DANE_TA 2
#define USAGE_DANE_EE 3

/* Selectors (RFC 6698 section 2.1.2). */
#define SELECTOR_CERTIFICATE 0
#define SELECTOR_KEY 1

/* Matching types (RFC 6698 section 2.1.3). */
#define MATCHING_FULL 0
#define MATCHING_SHA256 1
#define MATCHING_SHA512 2
#define LENGTH_SHA256 32
#define LENGTH_SHA512 64

/* Tags of DER (ITU-T X.690 section 8.1.2). */
#define TAG_BIT_STRING 0x03
#define TAG_SEQUENCE 0x30

static const char *const codes[] = {
  [TLSRPT_TLSA_USAGE] = "tlsa-usage",
  [TLSRPT_TLSA_SELECTOR] = "tlsa-selector",
  [TLSRPT_TLSA_MATCHING] = "tlsa-matching",
  [TLSRPT_TLSA_LENGTH] = "tlsa-length",
  [TLSRPT_TLSA_DATA] = "tlsa-data",
};

/* Octets of DER, of which the first are taken away as they are read. */
typedef struct
{
  const guint8 *octets;
  gsize         length;
} Der;

/* Takes one element with that tag; @content gets what is inside of it. */
static gboolean
take_element (Der    *der,
              guint8  tag,
              Der    *content)
{
  gsize length;
  gsize n_length = 0;

  if (der->length < 2 || der->octets[0] != tag)
    return FALSE;

  length = der->octets[1];
  if (length >= 0x80)
    {
      /* The long form (section 8.1.3.5): a record of DNS needs two octets at most. */
      n_length = length - 0x80;
      if (n_length < 1 || n_length > 2 || der->length < 2 + n_length)
        return FALSE;

      length = 0;
      for (gsize i = 0; i < n_length; i++)
        length = length << 8 | der->octets[2 + i];
    }

  if (length > der->length - 2 - n_length)
    return FALSE;

  content->octets = der->octets + 2 + n_length;
  content->length = length;
  der->octets += 2 + n_length + length;
  der->length -= 2 + n_length + length;

  return TRUE;
}

/* Whether the octets have the shape of what the selector names, to their end: of a
 * certificate (RFC 5280 section 4.1), which is its body, the algorithm and the
 * signature, or of a key, which is the algorithm and the bits (section 4.1.2.7). */
static gboolean
has_shape (const guint8 *octets,
           gsize         length,
           guint8        selector)
{
  Der der = { octets, length };
  Der whole, part;

  if (!take_element (&der, TAG_SEQUENCE, &whole) || der.length > 0)
    return FALSE;

  if (selector == SELECTOR_CERTIFICATE &&
      (!take_element (&whole, TAG_SEQUENCE, &part) || part.length == 0))
    return FALSE;

  return take_element (&whole, TAG_SEQUENCE, &part) && part.length > 0 &&
         take_element (&whole, TAG_BIT_STRING, &part) && part.length > 1 && whole.length == 0;
}

/**
 * tlsrpt_tlsa_find_fault:
 * @record: a TLSA record
 *
 * Finds out why senders cannot use a record (RFC 7672 section 3.1.3, RFC 6698 section
 * 2.1).
 *
 * Returns: the fault, or `TLSRPT_TLSA_USABLE`
 */
TlsrptTlsaFault
tlsrpt_tlsa_find_fault (const TlsrptResource *record)
{
  gsize length;
  const guint8 *octets = g_bytes_get_data (record->data, &length);

  if (record->usage != USAGE_DANE_TA && record->usage != USAGE_DANE_EE)
    return TLSRPT_TLSA_USAGE;

  if (record->selector != SELECTOR_CERTIFICATE && record->selector != SELECTOR_KEY)
    return TLSRPT_TLSA_SELECTOR;

  switch (record->matching)
    {
    case MATCHING_FULL:
      return has_shape (octets, length, record->selector) ? TLSRPT_TLSA_USABLE : TLSRPT_TLSA_DATA;

    case MATCHING_SHA256:
      return length == LENGTH_SHA256 ? TLSRPT_TLSA_USABLE : TLSRPT_TLSA_LENGTH;

    case MATCHING_SHA512:
      return length == LENGTH_SHA512 ? TLSRPT_TLSA_USABLE : TLSRPT_TLSA_LENGTH;

    default:
      return TLSRPT_TLSA_MATCHING;
    }
}

/**
 * tlsrpt_tlsa_fault_get_code:
 * @fault: a fault
 *
 * Gets the code of the advice on @fault.
 *
 * Returns: the code
 */
const char *
tlsrpt_tlsa_fault_get_code (TlsrptTlsaFault fault)
{
  g_return_val_if_fail ((gsize) fault < G_N_ELEMENTS (codes) && codes[fault] != NULL, NULL);

  return codes[fault];
}

/**
 * tlsrpt_tlsa_dup_fault:
 * @record: a TLSA record that senders cannot use
 * @host: the mail server, as it is displayed
 *
 * Says which record it is, and what is wrong with it.
 *
 * Returns: (transfer full): a sentence
 */
char *
tlsrpt_tlsa_dup_fault (const TlsrptResource *record,
                       const char           *host)
{
  g_autofree char *shown = g_strdup_printf ("%u %u %u", record->usage, record->selector,
                                            record->matching);
  gsize length = g_bytes_get_size (record->data);

  switch (tlsrpt_tlsa_find_fault (record))
    {
    case TLSRPT_TLSA_USAGE:
      /* Translators: the first %s is the beginning of a TLSA record, such as “3 1 1”, the
       * second a host */
      return g_strdup_printf (_("Senders cannot use the TLSA record “%s” of “%s”: the "
                                "certificate usage must be 2 or 3."),
                              shown, host);

    case TLSRPT_TLSA_SELECTOR:
      /* Translators: the first %s is the beginning of a TLSA record, such as “3 1 1”, the
       * second a host */
      return g_strdup_printf (_("Senders cannot use the TLSA record “%s” of “%s”: the selector "
                                "must be 0 or 1."),
                              shown, host);

    case TLSRPT_TLSA_MATCHING:
      /* Translators: the first %s is the beginning of a TLSA record, such as “3 1 1”, the
       * second a host */
      return g_strdup_printf (_("Senders cannot use the TLSA record “%s” of “%s”: the matching "
                                "type must be 0, 1, or 2."),
                              shown, host);

    case TLSRPT_TLSA_LENGTH:
      /* Translators: the first %s is the beginning of a TLSA record, such as “3 1 1”, the
       * second a host; %d and %zu are numbers */
      return g_strdup_printf (_("Senders cannot use the TLSA record “%s” of “%s”: its digest must "
                                "be %d bytes long, not %zu."),
                              shown, host,
                              record->matching == MATCHING_SHA256 ? LENGTH_SHA256 : LENGTH_SHA512,
                              length);

    case TLSRPT_TLSA_DATA:
      if (record->selector == SELECTOR_CERTIFICATE)
        /* Translators: the first %s is the beginning of a TLSA record, such as “3 1 1”, the
         * second a host */
        return g_strdup_printf (_("Senders cannot use the TLSA record “%s” of “%s”: its data must "
                                  "be a whole certificate."),
                                shown, host);

      /* Translators: the first %s is the beginning of a TLSA record, such as “3 1 1”, the
       * second a host */
      return g_strdup_printf (_("Senders cannot use the TLSA record “%s” of “%s”: its data must be "
                                "a whole public key."),
                              shown, host);

    case TLSRPT_TLSA_USABLE:
    case TLSRPT_TLSA_N_FAULTS:
    default:
      g_return_val_if_reached (NULL);
    }
}

/**
 * tlsrpt_tlsa_count_usable:
 * @answer: an answer with TLSA records, or without
 *
 * Counts the records that senders can use.
 *
 * Returns: the number
 */
gsize
tlsrpt_tlsa_count_usable (TlsrptAnswer *answer)
{
  gsize n = 0;

  for (gsize i = 0; i < tlsrpt_answer_get_n_resources (answer); i++)
    n += tlsrpt_tlsa_find_fault (tlsrpt_answer_get_resource (answer, i)) == TLSRPT_TLSA_USABLE;

  return n;
}
