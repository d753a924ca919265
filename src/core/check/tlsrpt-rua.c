/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-rua.h"

#include "tlsrpt-discovery.h"
#include "tlsrpt-grammar.h"
#include "tlsrpt-host.h"
#include "tlsrpt-limits.h"

#include <gio/gio.h>
#include <string.h>

#define ROOT "."

/* The part of a destination that DNS knows. */
static char *
dup_host (const char      *text,
          const TlsrptUri *uri)
{
  TlsrptSpan span = uri->scheme == TLSRPT_SCHEME_MAILTO ? uri->path : uri->host;
  g_autofree char *raw = g_strndup (text + span.offset, span.length);
  const char *host = raw;

  /* What is encoded in an address makes it unusable, as senders do not decode it. */
  if (uri->scheme == TLSRPT_SCHEME_MAILTO)
    {
      host = strrchr (raw, '@');
      if (host == NULL)
        return NULL;
      host++;
    }

  if (g_hostname_is_ip_address (host))
    return NULL;

  return tlsrpt_host_to_ascii (host, strlen (host), TLSRPT_LIMIT_NAME, NULL);
}

/**
 * tlsrpt_rua_add_all:
 * @list: (element-type TlsrptRua): where to add
 * @record: the TXT records at the name of the record
 *
 * Adds the first destinations of the record, if there is one that senders use.
 */
void
tlsrpt_rua_add_all (GPtrArray    *list,
                    TlsrptAnswer *record)
{
  g_autoptr (GPtrArray) texts = tlsrpt_answer_dup_texts (record);
  g_autoptr (TlsrptGrammar) grammar = NULL;
  const char *text;
  gsize length;
  guint position;

  if (tlsrpt_discover (texts, &position) != TLSRPT_DISCOVERY_ONE)
    return;

  text = tlsrpt_answer_get_octets (g_ptr_array_index (texts, position), &length);
  grammar = tlsrpt_grammar_new ();
  if (!tlsrpt_grammar_parse (grammar, text, (gssize) length))
    return;

  for (gsize i = 0; i < grammar->n_uris && list->len < TLSRPT_LIMIT_RUA_LOOKUPS; i++)
    {
      const TlsrptUri *uri = &grammar->uris[i];
      TlsrptRua *rua;

      if (!uri->usable)
        continue;

      rua = g_new0 (TlsrptRua, 1);
      rua->uri = g_strndup (text + uri->span.offset, uri->span.length);
      rua->host = dup_host (text, uri);
      rua->is_mail = uri->scheme == TLSRPT_SCHEME_MAILTO;
      g_ptr_array_add (list, rua);
    }
}

void
tlsrpt_rua_free (TlsrptRua *self)
{
  g_clear_pointer (&self->mx, tlsrpt_answer_free);
  g_clear_pointer (&self->ipv4, tlsrpt_answer_free);
  g_clear_pointer (&self->ipv6, tlsrpt_answer_free);
  g_free (self->host);
  g_free (self->uri);
  g_free (self);
}

static gboolean
has_records (TlsrptAnswer *answer)
{
  return answer != NULL && tlsrpt_answer_get_n_resources (answer) > 0;
}

/**
 * tlsrpt_rua_get_answer:
 * @self: a destination
 *
 * Gets the answer that decides whether reports can arrive: of an address, the MX
 * records of its domain, or the addresses of one that has none; of a URL, the
 * addresses of its host.  One that failed decides if no other has records.
 *
 * Returns: (nullable): the answer; `NULL` if nothing was asked
 */
TlsrptAnswer *
tlsrpt_rua_get_answer (TlsrptRua *self)
{
  if (self->mx != NULL && tlsrpt_answer_get_outcome (self->mx) != TLSRPT_OUTCOME_NO_DATA)
    return self->mx;

  if (has_records (self->ipv4) || tlsrpt_answer_has_failed (self->ipv4))
    return has_records (self->ipv6) ? self->ipv6 : self->ipv4;

  return self->ipv6 != NULL ? self->ipv6 : self->mx;
}

/**
 * tlsrpt_rua_find_problem:
 * @self: a destination
 *
 * Finds out why no report can arrive (RFC 5321 section 5.1, RFC 7505).
 *
 * Returns: the problem
 */
TlsrptRuaProblem
tlsrpt_rua_find_problem (TlsrptRua *self)
{
  TlsrptAnswer *answer = tlsrpt_rua_get_answer (self);

  if (answer == NULL)
    return TLSRPT_RUA_GOOD;

  if (tlsrpt_answer_has_failed (answer))
    return TLSRPT_RUA_UNKNOWN;

  if (!self->is_mail)
    return has_records (answer) ? TLSRPT_RUA_GOOD : TLSRPT_RUA_NO_ADDRESS;

  if (tlsrpt_answer_get_outcome (self->mx) == TLSRPT_OUTCOME_NO_DOMAIN)
    return TLSRPT_RUA_NO_DOMAIN;

  if (!has_records (answer))
    return TLSRPT_RUA_NO_MAIL;

  if (answer == self->mx && tlsrpt_answer_get_n_resources (answer) == 1 &&
      g_str_equal (tlsrpt_answer_get_resource (answer, 0)->host, ROOT))
    return TLSRPT_RUA_NULL_MX;

  return TLSRPT_RUA_GOOD;
}

/**
 * tlsrpt_rua_problem_get_token:
 * @problem: a problem
 *
 * Gets the word for @problem that programs read.
 *
 * Returns: (nullable): the token; `NULL` if there is none
 */
const char *
tlsrpt_rua_problem_get_token (TlsrptRuaProblem problem)
{
  static const char *const tokens[] = {
    [TLSRPT_RUA_GOOD] = NULL,
    [TLSRPT_RUA_UNKNOWN] = "unknown",
    [TLSRPT_RUA_NO_DOMAIN] = "no-domain",
    [TLSRPT_RUA_NO_MAIL] = "no-mail",
    [TLSRPT_RUA_NULL_MX] = "null-mx",
    [TLSRPT_RUA_NO_ADDRESS] = "no-address",
  };

  g_return_val_if_fail ((gsize) problem < G_N_ELEMENTS (tokens), NULL);

  return tokens[problem];
}
