/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fuzz.h"

#include "tlsrpt-failure-type.h"
#include "tlsrpt-guide-search.h"
#include "tlsrpt-guide-text.h"
#include "tlsrpt-guide.h"

/* A page as the guide shows it, for a domain and a mail server. */
static void
read_entry (TlsrptGuideEntry *entry,
            const char       *domain,
            const char       *mx)
{
  fuzz_read_properties (entry);
  for (guint i = 0; i < tlsrpt_guide_entry_get_n_sections (entry); i++)
    {
      const TlsrptGuideSection *section = tlsrpt_guide_entry_get_section (entry, i);

      for (gsize j = 0; section->items != NULL && section->items[j] != NULL; j++)
        {
          g_autofree char *plain = tlsrpt_guide_text_to_plain (section->items[j], domain, mx);
          g_autofree char *markup = tlsrpt_guide_text_to_markup (section->items[j], domain, mx);
          g_autofree char *code = tlsrpt_guide_text_fill (section->items[j], domain, mx);

          g_assert_true (g_utf8_validate (plain, -1, NULL));
          g_assert_true (g_utf8_validate (markup, -1, NULL));
          g_assert_nonnull (code);
        }
    }
}

/* What the list of types says of it, and what Exchange calls it. */
static void
read_type (TlsrptGuideEntry *entry,
           const char       *word)
{
  TlsrptFailureType *type = tlsrpt_failure_type_lookup_exchange (word);

  if (type == NULL && TLSRPT_IS_FAILURE_TYPE (entry))
    type = TLSRPT_FAILURE_TYPE (entry);
  if (type == NULL)
    return;

  g_assert_nonnull (tlsrpt_failure_group_get_title (tlsrpt_failure_type_get_group (type)));
  g_assert_nonnull (tlsrpt_failure_group_get_name (tlsrpt_failure_type_get_group (type)));
  g_assert_cmpint (tlsrpt_failure_type_get_actors (type), !=, 0);
}

/* The first line is searched for and looked up, as it is typed into the search or
 * as a report has it; the next two are the domain and the mail server of the page. */
int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autofree char *raw = fuzz_take_line (&data, &size);
  g_autofree char *word = g_utf8_make_valid (raw, -1);
  g_autofree char *raw_domain = fuzz_take_line (&data, &size);
  g_autofree char *domain = g_utf8_make_valid (raw_domain, -1);
  g_autofree char *raw_mx = fuzz_take_line (&data, &size);
  g_autofree char *mx = g_utf8_make_valid (raw_mx, -1);
  g_autoptr (GPtrArray) found = tlsrpt_guide_search (word);
  g_autoptr (GError) error = NULL;
  TlsrptGuideEntry *entry = tlsrpt_guide_find (raw, &error);

  g_assert_true ((entry == NULL) != (error == NULL));
  if (error != NULL)
    g_assert_true (g_utf8_validate (error->message, -1, NULL));
  else
    read_entry (entry, domain, mx);

  read_type (entry, raw);
  if (found->len > 0)
    read_entry (g_ptr_array_index (found, 0), domain, mx);

  return 0;
}
