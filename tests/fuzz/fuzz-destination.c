/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fuzz.h"

#include "tlsrpt-destination.h"
#include "tlsrpt-grammar.h"
#include "tlsrpt-txt.h"

#include <string.h>

/* What is accepted makes a record that derives from the grammar, and is understood
 * when it is typed again. */
static void
assert_destination (const char   *uri,
                    const GError *error)
{
  g_autofree char *again = NULL;
  g_autoptr (GError) again_error = NULL;
  g_autoptr (GString) value = g_string_new (NULL);
  g_autoptr (TlsrptGrammar) grammar = tlsrpt_grammar_new ();
  const char *uris[] = { uri, NULL };

  g_assert_true ((uri == NULL) != (error == NULL));
  if (uri == NULL)
    return;

  tlsrpt_txt_append_value (value, uris, 1);
  g_assert_true (tlsrpt_grammar_parse (grammar, value->str, (gssize) value->len));
  g_assert_true (grammar->usable);
  g_assert_cmpuint (grammar->n_uris, ==, 1);
  g_assert_null (strpbrk (uri, ",;! "));

  again = tlsrpt_destination_parse (uri, &again_error);
  g_assert_no_error (again_error);
  g_assert_cmpstr (again, ==, uri);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autofree char *text = g_strndup ((const char *) data, size);
  g_autoptr (GError) address_error = NULL;
  g_autoptr (GError) url_error = NULL;
  g_autofree char *address = tlsrpt_destination_from_address (text, &address_error);
  g_autofree char *url = tlsrpt_destination_from_url (text, &url_error);

  assert_destination (address, address_error);
  assert_destination (url, url_error);
  g_strfreev (tlsrpt_destination_split (text));

  return 0;
}
