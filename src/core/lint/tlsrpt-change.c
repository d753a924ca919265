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
    "quotes", N_("Quotation marks around the record were removed"),
  },
  [TLSRPT_CHANGE_MARKUP] = {
    "markup", N_("Links and character references of web pages and chats are not part of a record"),
  },
  [TLSRPT_CHANGE_LEADING_MARKS] = {
    "leading-marks", N_("Nothing may precede “v=TLSRPTv1”"),
  },
  [TLSRPT_CHANGE_VERSION] = {
    "version", N_("The record must begin with exactly “v=TLSRPTv1”"),
  },
  [TLSRPT_CHANGE_VERSION_ADDED] = {
    "version-added", N_("The record must begin with “v=TLSRPTv1”, which was missing"),
  },
  [TLSRPT_CHANGE_LAYOUT] = {
    "layout", N_("Spacing and punctuation were normalized"),
  },
  [TLSRPT_CHANGE_RUA_NAME] = {
    "rua-name", N_("The destinations must begin with exactly “rua=”"),
  },
  [TLSRPT_CHANGE_RUA_MERGED] = {
    "rua-merged", N_("Most senders read only the first “rua=”, so all destinations are in one"),
  },
  [TLSRPT_CHANGE_RECORDS_MERGED] = {
    "records-merged", N_("Two records were run together; only one is allowed"),
  },
  [TLSRPT_CHANGE_SEPARATOR] = {
    "separator", N_("Destinations must be separated by commas"),
  },
  [TLSRPT_CHANGE_COMMA_ENCODED] = {
    "comma-encoded",
    /* xgettext:no-c-format */
    N_("A comma in a URL must be written as “%2C”"),
  },
  [TLSRPT_CHANGE_COMMA_FOR_DOT] = {
    "comma-for-dot", N_("A dot separates the parts of a host name"),
  },
  [TLSRPT_CHANGE_MARKS] = {
    "marks", N_("Marks around a destination are not part of it"),
  },
  [TLSRPT_CHANGE_MAILTO_ADDED] = {
    "mailto-added", N_("An email address must begin with “mailto:”"),
  },
  [TLSRPT_CHANGE_MAILTO_MENDED] = {
    "mailto-mended", N_("Only the address may follow “mailto:”"),
  },
  [TLSRPT_CHANGE_SCHEME_MENDED] = {
    "scheme-mended", N_("“mailto:” or “https:” was misspelled"),
  },
  [TLSRPT_CHANGE_SIZE_SUFFIX] = {
    "size-suffix", N_("Size limits belong to DMARC; TLS-RPT has none"),
  },
  [TLSRPT_CHANGE_MAILTO_QUERY] = {
    "mailto-query", N_("Most senders treat the question mark and the text after it as part of the "
                       "address"),
  },
  [TLSRPT_CHANGE_URL_FRAGMENT] = {
    "url-fragment", N_("“#” and the text after it are never sent to the server"),
  },
  [TLSRPT_CHANGE_LETTERS] = {
    "letters", N_("Some senders only accept lowercase “mailto:” and “https:”"),
  },
  [TLSRPT_CHANGE_REWRITTEN] = {
    "rewritten", N_("Rewritten in the form that all senders understand"),
  },
  [TLSRPT_CHANGE_DUPLICATE] = {
    "duplicate", N_("Duplicate destination removed"),
  },
  [TLSRPT_CHANGE_LEADING_DROPPED] = {
    "leading-dropped", N_("Nothing may precede “v=TLSRPTv1”"),
  },
  [TLSRPT_CHANGE_EXTENSION_DROPPED] = {
    "extension-dropped", N_("No extensions are defined, and some senders ignore records that "
                            "contain one"),
  },
  [TLSRPT_CHANGE_FIELD_DROPPED] = {
    "field-dropped", N_("This does not belong in a TLS-RPT record"),
  },
  [TLSRPT_CHANGE_HTTP_DROPPED] = {
    "http-dropped", N_("Reports are not sent to “http:” URLs; add the “https:” URL if there is one"),
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
    "no-destination", N_("No usable destination is left"),
  },
  [TLSRPT_CHANGE_TOO_LONG] = {
    "too-long", N_("The record would be longer than 4096 characters, which some DNS providers "
                   "reject"),
  },
  [TLSRPT_CHANGE_TOO_MANY] = {
    "too-many", N_("The record has too many problems to repair"),
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
    /* Translators: what was there, and what replaced it */
    return g_strdup_printf (_("“%s” is now “%s”"), before, after);

  if (after != NULL)
    /* Translators: %s is a part of a record */
    return g_strdup_printf (_("“%s” was added"), after);

  if (tlsrpt_change_is_loss (self) || self->code == TLSRPT_CHANGE_DUPLICATE ||
      self->code == TLSRPT_CHANGE_LEADING_MARKS)
    /* Translators: %s is a part of a record */
    return g_strdup_printf (_("“%s” was removed"), before);

  /* Translators: %s is a part of a record; the reason follows */
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
  return self->code >= TLSRPT_CHANGE_LEADING_DROPPED;
}

static TlsrptSeverity
get_severity (const TlsrptChange *self)
{
  if (self->code >= TLSRPT_CHANGE_NOT_A_RECORD)
    return TLSRPT_SEVERITY_ERROR;

  return tlsrpt_change_is_loss (self) ? TLSRPT_SEVERITY_WARNING : TLSRPT_SEVERITY_NOTE;
}

/**
 * tlsrpt_change_to_remark:
 * @self: a change
 *
 * Turns a change into what can be shown: what was done, and why.
 *
 * Returns: (transfer full): the remark
 */
TlsrptRemark *
tlsrpt_change_to_remark (const TlsrptChange *self)
{
  const char *message = tlsrpt_change_get_message (self);
  g_autofree char *title = tlsrpt_change_dup_title (self);

  return tlsrpt_remark_new_from_parts (&(TlsrptRemarkParts) {
    .severity = get_severity (self),
    .code = tlsrpt_change_get_code_name (self),
    .message = title != NULL ? title : message,
    .detail = title != NULL ? message : NULL,
  });
}
