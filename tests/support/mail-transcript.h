/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-report-mail.h"

#include <string.h>

/* What comes out of a message: names, whether they are of reports, and the content. */
static inline void
mail_transcript_add_cb (GByteArray *content,
                        const char *name,
                        gboolean    is_report,
                        gpointer    user_data)
{
  GByteArray *transcript = user_data;
  guint32 length = content->len;

  g_byte_array_append (transcript, (const guint8 *) name, (guint) strlen (name) + 1);
  g_byte_array_append (transcript, (const guint8 *) &is_report, sizeof is_report);
  g_byte_array_append (transcript, (const guint8 *) &length, sizeof length);
  if (length > 0)
    g_byte_array_append (transcript, content->data, length);
}

/* Whoever reads a message, it comes to the same. */
static inline void
mail_transcript_check (const void *data,
                       gsize       size)
{
  g_autoptr (GByteArray) transcript = g_byte_array_new ();
  g_autoptr (GByteArray) expected = g_byte_array_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) expected_error = NULL;

  tlsrpt_report_mail_foreach (data, size, mail_transcript_add_cb, transcript, &error);
  tlsrpt_report_mail_foreach_slowly (data, size, mail_transcript_add_cb, expected, &expected_error);

  if (transcript->len != expected->len ||
      (expected->len > 0 && memcmp (transcript->data, expected->data, expected->len) != 0))
    {
      g_autofree char *text = g_strndup (data, size);
      g_autofree char *shown = g_strescape (text, NULL);

      g_test_message ("%s", shown);
    }

  g_assert_cmpmem (transcript->data, transcript->len, expected->data, expected->len);
  g_assert_cmpstr (error != NULL ? error->message : NULL, ==,
                   expected_error != NULL ? expected_error->message : NULL);
}
