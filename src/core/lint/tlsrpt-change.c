/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-change.h"

#include "tlsrpt-display.h"

#include <glib/gi18n-lib.h>

static const struct
{
  const char *name;
  const char *message;
} infos[] = {
  [TLSRPT_CHANGE_QUOTES] = {
    "quotes", N_("Marks around the record are not part of it"),
  },
  [TLSRPT_CHANGE_VERSION] = {
    "version", N_("The record must begin with exactly “v=TLSRPTv1”"),
  },
  [TLSRPT_CHANGE_VERSION_ADDED] = {
    "version-added", N_("The record must begin with “v=TLSRPTv1”, which was missing"),
  },
  [TLSRPT_CHANGE_LAYOUT] = {
    "layout", N_("White space, semicolons and commas stand where all senders expect them"),
  },
  [TLSRPT_CHANGE_RUA_NAME] = {
    "rua-name", N_("Only “rua” in small letters names destinations"),
  },
  [TLSRPT_CHANGE_RUA_MERGED] = {
    "rua-merged", N_("Most senders read only the first “rua=”, so there is one"),
  },
  [TLSRPT_CHANGE_SEPARATOR] = {
    "separator", N_("A comma separates two destinations"),
  },
  [TLSRPT_CHANGE_COMMA_ENCODED] = {
    "comma-encoded",
    /* xgettext:no-c-format */
    N_("A comma within a web address must be written “%2C”"),
  },
  [TLSRPT_CHANGE_MARKS] = {
    "marks", N_("Marks around a destination are not part of it"),
  },
  [TLSRPT_CHANGE_MAILTO_ADDED] = {
    "mailto-added", N_("A mail address needs “mailto:” before it"),
  },
  [TLSRPT_CHANGE_MAILTO_MENDED] = {
    "mailto-mended", N_("“mailto:” is followed by the address and nothing else"),
  },
  [TLSRPT_CHANGE_SIZE_SUFFIX] = {
    "size-suffix", N_("A size limit belongs to DMARC; TLS-RPT has none"),
  },
  [TLSRPT_CHANGE_MAILTO_QUERY] = {
    "mailto-query", N_("Most senders take what follows the address for a part of it"),
  },
  [TLSRPT_CHANGE_URL_FRAGMENT] = {
    "url-fragment", N_("What follows “#” is never sent to the server"),
  },
  [TLSRPT_CHANGE_LETTERS] = {
    "letters", N_("Some senders know the beginning only in small letters"),
  },
  [TLSRPT_CHANGE_REWRITTEN] = {
    "rewritten", N_("The same destination in the one way that all senders read"),
  },
  [TLSRPT_CHANGE_DUPLICATE] = {
    "duplicate", N_("The destination is named twice and stands in the record once"),
  },
  [TLSRPT_CHANGE_EXTENSION_DROPPED] = {
    "extension-dropped", N_("No extension is defined, and some senders ignore a record with one"),
  },
  [TLSRPT_CHANGE_FIELD_DROPPED] = {
    "field-dropped", N_("This is no part of a TLS-RPT record"),
  },
  [TLSRPT_CHANGE_HTTP_DROPPED] = {
    "http-dropped", N_("Reports are not sent to “http:”; add the “https:” address if there is one"),
  },
  [TLSRPT_CHANGE_SCHEME_DROPPED] = {
    "scheme-dropped", N_("Reports go only to “mailto:” and “https:” destinations"),
  },
  [TLSRPT_CHANGE_DESTINATION_DROPPED] = {
    "destination-dropped", N_("No sender can report to this destination"),
  },
  [TLSRPT_CHANGE_NOT_A_RECORD] = {
    "not-a-record", N_("This is not a TLS-RPT record"),
  },
  [TLSRPT_CHANGE_NO_DESTINATION] = {
    "no-destination", N_("No destination is left to which senders can report"),
  },
  [TLSRPT_CHANGE_TOO_LONG] = {
    "too-long", N_("The record would be longer than 4096 characters, which some DNS providers "
                   "refuse"),
  },
  [TLSRPT_CHANGE_TOO_MANY] = {
    "too-many", N_("There is too much to repair"),
  },
};

G_STATIC_ASSERT (G_N_ELEMENTS (infos) == TLSRPT_N_CHANGE_CODES);

void
tlsrpt_change_free (TlsrptChange *self)
{
  g_free (self->before);
  g_free (self->after);
  g_free (self->reason);
  g_free (self);
}

/**
 * tlsrpt_change_get_code_name:
 * @self: a change
 *
 * Gets the word for the change that scripts may rely on; it never changes.
 *
 * Returns: lower-case words joined by hyphens
 */
const char *
tlsrpt_change_get_code_name (const TlsrptChange *self)
{
  return infos[self->code].name;
}

/**
 * tlsrpt_change_get_message:
 * @self: a change
 *
 * Gets the sentence that tells a person why.
 *
 * Returns: the translated message
 */
const char *
tlsrpt_change_get_message (const TlsrptChange *self)
{
  return self->reason != NULL ? self->reason : _(infos[self->code].message);
}

/**
 * tlsrpt_change_dup_title:
 * @self: a change
 *
 * Says what was done, where [method@Change.get_message] says why.
 *
 * Returns: (transfer full) (nullable): a translated phrase; `NULL` if the change is
 *   to the text as a whole
 */
char *
tlsrpt_change_dup_title (const TlsrptChange *self)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  if (self->code == TLSRPT_CHANGE_LAYOUT || self->code >= TLSRPT_CHANGE_NOT_A_RECORD)
    return NULL;

  if (self->before != NULL && self->before[0] != '\0')
    before = tlsrpt_display_isolate (self->before, -1);
  if (self->after != NULL)
    after = tlsrpt_display_isolate (self->after, -1);

  if (before != NULL && after != NULL)
    /* Translators: what was there, and what stands in its place */
    return g_strdup_printf (_("“%s” is now “%s”"), before, after);

  if (after != NULL)
    /* Translators: %s is a part of a record */
    return g_strdup_printf (_("“%s” was added"), after);

  if (tlsrpt_change_is_loss (self) || self->code == TLSRPT_CHANGE_DUPLICATE)
    /* Translators: %s is a part of a record */
    return g_strdup_printf (_("“%s” was left out"), before);

  /* Translators: %s is a part of a record; why it was changed is said behind it */
  return g_strdup_printf (_("“%s”"), before);
}

/**
 * tlsrpt_change_is_loss:
 * @self: a change
 *
 * Tells whether something that stood in the record could not be kept.
 *
 * Returns: `FALSE` if the record means the same with the change
 */
gboolean
tlsrpt_change_is_loss (const TlsrptChange *self)
{
  return self->code >= TLSRPT_CHANGE_EXTENSION_DROPPED;
}
