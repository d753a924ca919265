/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* One core operation, many times: run under callgrind by instructions.py.
 *
 * usage: operations NAME COUNT */

#include "config.h"

#include "tlsrpt-destination.h"
#include "tlsrpt-domain.h"
#include "tlsrpt-limits.h"
#include "tlsrpt-record.h"

static void
convert_domain (void)
{
  g_autofree char *domain = tlsrpt_domain_to_ascii ("mail.example.com", NULL);

  g_assert_nonnull (domain);
}

static void
convert_international_domain (void)
{
  g_autofree char *domain = tlsrpt_domain_to_ascii ("mail.bücher.example", NULL);

  g_assert_nonnull (domain);
}

static void
convert_address (void)
{
  g_autofree char *uri = tlsrpt_destination_from_address ("tlsrpt+daily@example.com", NULL);

  g_assert_nonnull (uri);
}

static void
convert_url (void)
{
  g_autofree char *uri = tlsrpt_destination_from_url ("https://example.com/v1/tlsrpt", NULL);

  g_assert_nonnull (uri);
}

static TlsrptRecord *
get_record (void)
{
  static TlsrptRecord *record = NULL;

  if (record == NULL)
    {
      record = tlsrpt_record_new ();
      tlsrpt_record_set_domain (record, "example.com");
      for (guint i = 0; i < TLSRPT_LIMIT_DESTINATIONS; i++)
        {
          g_autofree char *address = g_strdup_printf ("tlsrpt%u@example.com", i);

          tlsrpt_record_add_destination (record, TLSRPT_FIELD_MAIL, address);
        }
      g_assert_nonnull (tlsrpt_record_get_value (record));
    }

  return record;
}

static void
change_record (void)
{
  static guint turn = 0;
  g_autoptr (TlsrptField) field =
    g_list_model_get_item (tlsrpt_record_get_destinations (get_record ()), 7);

  tlsrpt_field_set_text (field, turn++ % 2 == 0 ? "reports@example.com" : "reportz@example.com");
  g_assert_nonnull (tlsrpt_record_get_value (get_record ()));
}

static const struct
{
  const char *name;
  void      (*run) (void);
} operations[] = {
  { "domain", convert_domain },
  { "international domain", convert_international_domain },
  { "address", convert_address },
  { "url", convert_url },
  { "record, 16 destinations", change_record },
};

int
main (int   argc,
      char *argv[])
{
  g_assert (argc == 3);

  for (gsize i = 0; i < G_N_ELEMENTS (operations); i++)
    {
      guint64 count = g_ascii_strtoull (argv[2], NULL, 10);

      if (!g_str_equal (operations[i].name, argv[1]))
        continue;

      /* What is made once, such as the list of suffixes, is made here. */
      operations[i].run ();
      for (guint64 n = 0; n < count; n++)
        operations[i].run ();
      return 0;
    }

  return 2;
}
