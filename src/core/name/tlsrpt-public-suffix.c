/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-public-suffix.h"

#include <libpsl.h>
#include <string.h>

/* The list is loaded when it is first asked: a window that opens does not wait
 * for a file.  It is the system's, or libpsl's own if that is newer. */
static const psl_ctx_t *
get_list (void)
{
  static gsize once = 0;
  static psl_ctx_t *list = NULL;

  if (g_once_init_enter (&once))
    {
      list = psl_latest (NULL);
      g_once_init_leave (&once, 1);
    }

  return list;
}

/**
 * tlsrpt_public_suffix_is_one:
 * @domain: a domain in A-labels
 *
 * Tells whether names are registered directly below a domain, so that it is
 * hardly one that receives mail.
 *
 * Returns: `TRUE` for a public suffix
 */
gboolean
tlsrpt_public_suffix_is_one (const char *domain)
{
  const psl_ctx_t *list = get_list ();

  return list != NULL && psl_is_public_suffix (list, domain);
}

/**
 * tlsrpt_public_suffix_has_top_label:
 * @label: a label in small letters
 *
 * Tells whether names may end in a label.
 *
 * Returns: `TRUE` for a top-level domain; if there is no list, for what most are like
 */
gboolean
tlsrpt_public_suffix_has_top_label (const char *label)
{
  const psl_ctx_t *list = get_list ();
  gsize length = strlen (label);

  if (list != NULL)
    return psl_is_public_suffix2 (list, label, PSL_TYPE_ANY | PSL_TYPE_NO_STAR_RULE);

  return (length == 2 || length == 3) && strspn (label, "abcdefghijklmnopqrstuvwxyz") == length;
}

/**
 * tlsrpt_public_suffix_find_registrable:
 * @domain: a domain in A-labels
 *
 * Finds the part of a domain that was registered: “example.com” in
 * “www.example.com”.
 *
 * Returns: (transfer none) (nullable): the end of @domain, or `NULL` if it is a
 *   public suffix
 */
const char *
tlsrpt_public_suffix_find_registrable (const char *domain)
{
  const psl_ctx_t *list = get_list ();

  return list != NULL ? psl_registrable_domain (list, domain) : NULL;
}
