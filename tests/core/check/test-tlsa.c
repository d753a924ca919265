/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-tlsa.h"

#include <string.h>

#define DIGEST_32 "0123456789abcdef0123456789abcdef"
#define DIGEST_64 DIGEST_32 DIGEST_32

/* The outlines of DER: the algorithm, the bits, and what is around them. */
#define ALGORITHM "\x30\x03\x06\x01\x2a"
#define BITS "\x03\x02\x00\x07"
#define KEY "\x30\x09" ALGORITHM BITS
#define BODY "\x30\x02\x05\x00"
#define CERTIFICATE "\x30\x0d" BODY ALGORITHM BITS

typedef struct
{
  const char      *name;
  guint8           usage;
  guint8           selector;
  guint8           matching;
  const char      *data;
  gsize            length;
  TlsrptTlsaFault  fault;
} Record;

#define DATA(text) text, sizeof (text) - 1

static const Record records[] = {
  { "key-sha256", 3, 1, 1, DATA (DIGEST_32), TLSRPT_TLSA_USABLE },
  { "key-sha512", 3, 1, 2, DATA (DIGEST_64), TLSRPT_TLSA_USABLE },
  { "authority-sha256", 2, 0, 1, DATA (DIGEST_32), TLSRPT_TLSA_USABLE },
  { "whole-key", 3, 1, 0, DATA (KEY), TLSRPT_TLSA_USABLE },
  { "whole-certificate", 2, 0, 0, DATA (CERTIFICATE), TLSRPT_TLSA_USABLE },
  { "long-form", 3, 1, 0, DATA ("\x30\x81\x09" ALGORITHM BITS), TLSRPT_TLSA_USABLE },
  { "two-octets-of-length", 3, 1, 0, DATA ("\x30\x82\x00\x09" ALGORITHM BITS),
    TLSRPT_TLSA_USABLE },

  { "usage-pkix-ta", 0, 0, 1, DATA (DIGEST_32), TLSRPT_TLSA_USAGE },
  { "usage-pkix-ee", 1, 1, 1, DATA (DIGEST_32), TLSRPT_TLSA_USAGE },
  { "usage-unassigned", 4, 1, 1, DATA (DIGEST_32), TLSRPT_TLSA_USAGE },
  { "usage-private", 255, 1, 1, DATA (DIGEST_32), TLSRPT_TLSA_USAGE },
  { "usage-digit", '3', 1, 1, DATA (DIGEST_32), TLSRPT_TLSA_USAGE },

  { "selector-two", 3, 2, 1, DATA (DIGEST_32), TLSRPT_TLSA_SELECTOR },
  { "selector-three", 2, 3, 1, DATA (DIGEST_32), TLSRPT_TLSA_SELECTOR },
  { "selector-private", 3, 255, 1, DATA (DIGEST_32), TLSRPT_TLSA_SELECTOR },
  { "selector-digit", 3, '1', 1, DATA (DIGEST_32), TLSRPT_TLSA_SELECTOR },
  { "selector-before-length", 3, 7, 2, DATA (DIGEST_32), TLSRPT_TLSA_SELECTOR },

  { "matching-three", 3, 1, 3, DATA (DIGEST_32), TLSRPT_TLSA_MATCHING },
  { "matching-sha512-bits", 3, 1, 64, DATA (DIGEST_64), TLSRPT_TLSA_MATCHING },
  { "matching-private", 3, 1, 255, DATA (DIGEST_32), TLSRPT_TLSA_MATCHING },
  { "matching-digit", 3, 1, '1', DATA (DIGEST_32), TLSRPT_TLSA_MATCHING },
  { "matching-without-data", 2, 0, 9, DATA (""), TLSRPT_TLSA_MATCHING },

  { "sha256-without-data", 3, 1, 1, DATA (""), TLSRPT_TLSA_LENGTH },
  { "sha256-one-short", 3, 1, 1, DIGEST_32, 31, TLSRPT_TLSA_LENGTH },
  { "sha256-one-long", 3, 1, 1, DATA (DIGEST_32 "0"), TLSRPT_TLSA_LENGTH },
  { "sha256-of-sha1", 3, 1, 1, DIGEST_32, 20, TLSRPT_TLSA_LENGTH },
  { "sha256-as-text", 3, 1, 1, DATA (DIGEST_64), TLSRPT_TLSA_LENGTH },
  { "sha512-of-sha256", 3, 1, 2, DATA (DIGEST_32), TLSRPT_TLSA_LENGTH },
  { "sha512-of-sha384", 3, 1, 2, DIGEST_64, 48, TLSRPT_TLSA_LENGTH },

  { "digest-as-key", 3, 1, 0, DATA (DIGEST_32), TLSRPT_TLSA_DATA },
  { "digest-as-certificate", 3, 0, 0, DATA (DIGEST_32), TLSRPT_TLSA_DATA },
  { "key-as-certificate", 3, 0, 0, DATA (KEY), TLSRPT_TLSA_DATA },
  { "certificate-as-key", 3, 1, 0, DATA (CERTIFICATE), TLSRPT_TLSA_DATA },
  { "no-key", 3, 1, 0, DATA (""), TLSRPT_TLSA_DATA },
  { "key-cut", 3, 1, 0, KEY, sizeof KEY - 2, TLSRPT_TLSA_DATA },
  { "key-and-more", 3, 1, 0, DATA (KEY "\0"), TLSRPT_TLSA_DATA },
  { "key-and-more-inside", 3, 1, 0, DATA ("\x30\x0b" ALGORITHM BITS "\5\0"), TLSRPT_TLSA_DATA },
  { "pem", 3, 0, 0, DATA ("-----BEGIN CERTIFICATE-----"), TLSRPT_TLSA_DATA },
  { "endless-length", 3, 1, 0, DATA ("\x30\x84\xff\xff\xff\xff"), TLSRPT_TLSA_DATA },
  { "indefinite-length", 3, 1, 0, DATA ("\x30\x80" ALGORITHM BITS "\0\0"), TLSRPT_TLSA_DATA },
  { "one-octet", 3, 1, 0, DATA ("\x30"), TLSRPT_TLSA_DATA },
  { "length-cut", 3, 1, 0, DATA ("\x30\x82\x01"), TLSRPT_TLSA_DATA },
};

static TlsrptResource
make (const Record *c)
{
  /* A block of its own, so that a sanitizer sees one read too many. */
  return (TlsrptResource){
    .usage = c->usage,
    .selector = c->selector,
    .matching = c->matching,
    .data = g_bytes_new (c->data, c->length),
  };
}

static void
test_record (gconstpointer data)
{
  const Record *c = data;
  TlsrptResource record = make (c);

  g_assert_cmpint (tlsrpt_tlsa_find_fault (&record), ==, c->fault);
  if (c->fault != TLSRPT_TLSA_USABLE)
    {
      g_autofree char *message = tlsrpt_tlsa_dup_fault (&record, "mx.example.com");
      g_autofree char *shown = g_strdup_printf ("“%u %u %u” of “mx.example.com”", c->usage,
                                                c->selector, c->matching);

      g_assert_true (g_str_has_prefix (tlsrpt_tlsa_fault_get_code (c->fault), "tlsa-"));
      g_assert_nonnull (strstr (message, shown));
    }

  g_bytes_unref (record.data);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (records); i++)
    {
      g_autofree char *path = g_strdup_printf ("/tlsa/%s", records[i].name);

      g_test_add_data_func (path, &records[i], test_record);
    }

  return g_test_run ();
}
