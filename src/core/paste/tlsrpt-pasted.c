/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-paste.h"

#include <glib/gi18n-lib.h>

static const struct
{
  const char *name;
  const char *label;
} forms[] = {
  [TLSRPT_PASTE_VALUE] = { "value", N_("Record value") },
  [TLSRPT_PASTE_QUOTED] = { "quoted", N_("Quoted strings") },
  [TLSRPT_PASTE_ZONE] = { "zone", N_("Zone file line") },
  [TLSRPT_PASTE_DIG] = { "dig", N_("Output of dig") },
  [TLSRPT_PASTE_HOST] = { "host", N_("Output of host") },
  [TLSRPT_PASTE_NSLOOKUP] = { "nslookup", N_("Output of nslookup") },
  [TLSRPT_PASTE_POWERSHELL] = { "resolve-dnsname", N_("Output of Resolve-DnsName") },
  [TLSRPT_PASTE_JSON] = { "json", N_("JSON") },
  [TLSRPT_PASTE_TEXT] = { "text", N_("Text that contains a record") },
};

static const struct
{
  TlsrptPasteNotes  note;
  const char       *message;
} notes[] = {
  { TLSRPT_PASTE_SMART_QUOTES, N_("Curly quotes were replaced with straight quotes") },
  { TLSRPT_PASTE_SPECIAL_SPACES, N_("Special spaces were replaced with plain spaces") },
  { TLSRPT_PASTE_INVISIBLE, N_("Invisible characters were removed") },
  { TLSRPT_PASTE_ESCAPES, N_("Backslashes were read as in a zone file") },
  { TLSRPT_PASTE_QUOTES, N_("Quotation marks around the value were removed") },
  { TLSRPT_PASTE_STRINGS, N_("Several strings were joined without a space, as senders do") },
  { TLSRPT_PASTE_LINE_BREAKS, N_("Line breaks in the value were removed") },
  { TLSRPT_PASTE_UNCLOSED, N_("A quotation mark is missing at the end") },
  { TLSRPT_PASTE_CUT, N_("The text is cut off, so part of the record may be missing") },
  { TLSRPT_PASTE_UNQUOTED, N_("A zone file needs quotation marks around the value; without them, a "
                              "semicolon begins a comment") },
  { TLSRPT_PASTE_CHARACTERS, N_("Typographic or wide characters were taken for plain ones") },
  { TLSRPT_PASTE_UTF16, N_("The text was converted from UTF-16") },
  { TLSRPT_PASTE_RICH_TEXT, N_("The text was converted from rich text (RTF)") },
  { TLSRPT_PASTE_ENCODED, N_("The encoding of a message or a form was undone") },
  { TLSRPT_PASTE_HTML, N_("Tags and character references of HTML were undone") },
  { TLSRPT_PASTE_LINKS, N_("Links were replaced with their text") },
  { TLSRPT_PASTE_REDIRECTS, N_("Links through a link-checking service were replaced with their target") },
  { TLSRPT_PASTE_REST, N_("What follows the record on its line was skipped") },
  { TLSRPT_PASTE_REMOVED, N_("Lines that the diff removes were skipped") },
  { TLSRPT_PASTE_OTHER_ANSWER, N_("Another lookup in the text found no record") },
  { TLSRPT_PASTE_OTHER_LINES, N_("Lines without a record were skipped") },
};

void
tlsrpt_pasted_free (TlsrptPasted *self)
{
  g_free (self->name);
  g_string_free (self->text, TRUE);
  g_clear_pointer (&self->offsets, g_array_unref);
  g_free (self);
}

/**
 * tlsrpt_pasted_get_form:
 * @self: a pasted record
 *
 * Gets the word for what it was read from that scripts may rely on.
 *
 * Returns: a lower-case word
 */
const char *
tlsrpt_pasted_get_form (const TlsrptPasted *self)
{
  return forms[self->form].name;
}

/**
 * tlsrpt_pasted_get_label:
 * @self: a pasted record
 *
 * Gets what it was read from, for people.
 *
 * Returns: a translated phrase
 */
const char *
tlsrpt_pasted_get_label (const TlsrptPasted *self)
{
  return _(forms[self->form].label);
}

/**
 * tlsrpt_pasted_is_whole:
 * @self: a pasted record
 *
 * Tells whether all of a record was pasted, as far as can be seen.  What was cut off
 * may end in a shorter host, which a repair must not make an address of.
 *
 * Returns: `FALSE` if a part of it may be missing
 */
gboolean
tlsrpt_pasted_is_whole (const TlsrptPasted *self)
{
  return (self->notes & (TLSRPT_PASTE_CUT | TLSRPT_PASTE_UNCLOSED)) == 0;
}

/**
 * tlsrpt_pasted_dup_messages:
 * @self: a pasted record
 *
 * Says what was done to read the record, and what is odd about it.
 *
 * Returns: (transfer full) (array zero-terminated=1): translated sentences
 */
char **
tlsrpt_pasted_dup_messages (const TlsrptPasted *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (notes); i++)
    {
      if ((self->notes & notes[i].note) != 0)
        g_strv_builder_add (builder, _(notes[i].message));
    }

  return g_strv_builder_end (builder);
}
