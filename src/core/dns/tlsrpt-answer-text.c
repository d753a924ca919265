/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-answer.h"

/**
 * tlsrpt_answer_dup_text:
 * @self: an answer with TXT records
 * @i: which one
 *
 * Joins the character-strings of a TXT record without a space (RFC 8460 section
 * 3).
 *
 * Returns: (transfer full): the text, which may hold any octet
 */
GBytes *
tlsrpt_answer_dup_text (TlsrptAnswer *self,
                        gsize         i)
{
  const TlsrptResource *resource = tlsrpt_answer_get_resource (self, i);
  g_autoptr (GByteArray) text = g_byte_array_new ();

  g_return_val_if_fail (resource != NULL && resource->strings != NULL, NULL);

  for (guint j = 0; j < resource->strings->len; j++)
    {
      gsize length;
      const guint8 *string = g_bytes_get_data (g_ptr_array_index (resource->strings, j), &length);

      g_byte_array_append (text, string, (guint) length);
    }

  return g_byte_array_free_to_bytes (g_steal_pointer (&text));
}

/**
 * tlsrpt_answer_dup_texts:
 * @self: an answer with TXT records, or without
 *
 * Joins the character-strings of every TXT record.
 *
 * Returns: (transfer full) (element-type GBytes): the texts
 */
GPtrArray *
tlsrpt_answer_dup_texts (TlsrptAnswer *self)
{
  GPtrArray *texts = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);

  for (gsize i = 0; i < tlsrpt_answer_get_n_resources (self); i++)
    g_ptr_array_add (texts, tlsrpt_answer_dup_text (self, i));

  return texts;
}

/**
 * tlsrpt_answer_has_same_texts:
 * @self: an answer
 * @other: another
 *
 * Compares the TXT records of two answers.  Servers rotate them, so their order
 * does not count.
 *
 * Returns: `TRUE` if both have the same records, or none
 */
gboolean
tlsrpt_answer_has_same_texts (TlsrptAnswer *self,
                              TlsrptAnswer *other)
{
  g_autoptr (GPtrArray) texts = tlsrpt_answer_dup_texts (self);
  g_autoptr (GPtrArray) others = tlsrpt_answer_dup_texts (other);

  if (texts->len != others->len)
    return FALSE;

  for (guint i = 0; i < texts->len; i++)
    {
      if (!g_ptr_array_find_with_equal_func (others, g_ptr_array_index (texts, i),
                                             (GEqualFunc) g_bytes_equal, NULL))
        return FALSE;
    }

  return TRUE;
}

/**
 * tlsrpt_answer_get_octets:
 * @text: a character-string or a text of an answer
 * @length: (out): its octets
 *
 * Gets the octets of a text.  Unlike g_bytes_get_data() it has some where there are
 * none: an empty string is what it is.
 *
 * Returns: the octets; no NUL ends them
 */
const char *
tlsrpt_answer_get_octets (GBytes *text,
                          gsize  *length)
{
  const char *octets = g_bytes_get_data (text, length);

  return octets != NULL ? octets : "";
}
