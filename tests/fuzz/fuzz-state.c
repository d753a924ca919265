/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fuzz.h"

#include "tlsrpt-state.h"

static char *
write_state (TlsrptState *state)
{
  g_autoptr (GDateTime) now = g_date_time_new_utc (2026, 12, 1, 0, 0, 0);

  return tlsrpt_state_to_json (state, now);
}

/* What is known of domains can be taken out, and put back where it was. */
static void
check_domains (TlsrptState *state)
{
  GPtrArray *domains = tlsrpt_state_get_domains (state);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) places = NULL;
  g_autofree char *before = write_state (state);
  g_autofree char *after = NULL;
  guint n_domains = domains->len;

  for (guint i = 0; i < n_domains; i++)
    {
      const TlsrptStateDomain *domain = g_ptr_array_index (domains, i);

      g_assert_true (tlsrpt_state_find_domain (state, domain->name) == domain);
      g_assert_false (tlsrpt_state_insert_domain (state, domain, 0));
      g_assert_true (tlsrpt_state_update_domain (state, domain));
      domain = g_ptr_array_index (domains, i);
      if (i % 3 != 1)
        g_ptr_array_add (names, g_strdup (domain->name));
    }

  places = tlsrpt_state_take_domains (state, (const char *const *) names->pdata, names->len);
  g_assert_cmpuint (places->len, ==, names->len);
  g_assert_cmpuint (tlsrpt_state_get_domains (state)->len, ==, n_domains - names->len);
  tlsrpt_state_put_back (state, places);
  after = write_state (state);
  g_assert_cmpstr (before, ==, after);
}

/* What stands in a file of the state may be anything.  What is made of it can be written,
 * and read again as the same. */
int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autofree char *text = g_memdup2 (size > 0 ? (const char *) data : "", MAX (size, 1));
  g_autoptr (GError) error = NULL;
  g_autoptr (TlsrptState) state =
    tlsrpt_state_new_from_json (text, size, &error);
  g_autoptr (TlsrptState) again = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  if (state == NULL)
    {
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      return 0;
    }

  first = write_state (state);
  again = tlsrpt_state_new_from_json (first, strlen (first), &error);
  g_assert_no_error (error);
  second = write_state (again);
  g_assert_cmpstr (first, ==, second);
  check_domains (again);

  return 0;
}
