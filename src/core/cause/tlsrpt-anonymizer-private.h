/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-anonymizer.h"
#include "tlsrpt-stand-ins.h"

#include <string.h>

G_BEGIN_DECLS

struct _TlsrptAnonymizer
{
  TlsrptStandIns *stand_ins;
  /* (element-type utf8): the words that name nobody, in lower case */
  GHashTable     *words;
};

/* What names, addresses and words are made of; letters of all scripts. */
static inline gboolean
tlsrpt_anonymizer_is_of_word (char c)
{
  return g_ascii_isalnum (c) || (guchar) c >= 0x80;
}

static inline gboolean
tlsrpt_anonymizer_is_of_token (char c)
{
  return tlsrpt_anonymizer_is_of_word (c) || (c != '\0' && strchr (".-_:", c) != NULL);
}

static inline gsize
tlsrpt_anonymizer_measure (const char  *text,
                           gboolean   (*is_right) (char c))
{
  gsize length = 0;

  while (is_right (text[length]))
    length++;

  return length;
}

GHashTable *tlsrpt_anonymizer_new_words      (void) G_GNUC_WARN_UNUSED_RESULT;

gboolean    tlsrpt_anonymizer_is_all_digits  (const char           *text,
                                              gsize                 length);
gboolean    tlsrpt_anonymizer_is_all_hex     (const char           *text,
                                              gsize                 length);
gboolean    tlsrpt_anonymizer_is_name        (const char           *text);
gboolean    tlsrpt_anonymizer_is_digest      (const char           *text);
gboolean    tlsrpt_anonymizer_is_status      (const char           *text,
                                              gsize                 length);
gboolean    tlsrpt_anonymizer_has_numbers    (const char           *text);
gboolean    tlsrpt_anonymizer_find_numbers   (const char           *text,
                                              const char           *from,
                                              TlsrptAnonymizerText  sort,
                                              const char          **begin,
                                              const char          **end);

void        tlsrpt_anonymizer_append_token   (TlsrptAnonymizer     *self,
                                              const char           *text,
                                              gsize                 length,
                                              TlsrptAnonymizerText  sort,
                                              GString              *out);
const char *tlsrpt_anonymizer_find_tlsa_data (const char           *text,
                                              const char          **numbers);
void        tlsrpt_anonymizer_append_tlsa    (TlsrptAnonymizer     *self,
                                              const char           *data,
                                              GString              *out);

G_END_DECLS
