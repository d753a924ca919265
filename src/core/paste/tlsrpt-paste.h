/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TlsrptPasteForm:
 *
 * What a record was read from.
 */
typedef enum
{
  TLSRPT_PASTE_VALUE,      /* the bare value */
  TLSRPT_PASTE_QUOTED,     /* quoted strings, as “dig +short” prints them */
  TLSRPT_PASTE_ZONE,       /* a line of a zone file, or of nsupdate */
  TLSRPT_PASTE_DIG,
  TLSRPT_PASTE_HOST,
  TLSRPT_PASTE_NSLOOKUP,
  TLSRPT_PASTE_POWERSHELL, /* Resolve-DnsName */
  TLSRPT_PASTE_JSON,
  TLSRPT_PASTE_TEXT,       /* found within other text */
} TlsrptPasteForm;

/**
 * TlsrptPasteNotes:
 *
 * What was done to a pasted text to read it, and what is odd about it.
 */
typedef enum
{
  TLSRPT_PASTE_SMART_QUOTES = 1 << 0,
  TLSRPT_PASTE_SPECIAL_SPACES = 1 << 1,
  TLSRPT_PASTE_INVISIBLE = 1 << 2,
  TLSRPT_PASTE_ESCAPES = 1 << 3,
  TLSRPT_PASTE_QUOTES = 1 << 4,
  TLSRPT_PASTE_STRINGS = 1 << 5,
  TLSRPT_PASTE_LINE_BREAKS = 1 << 6,
  TLSRPT_PASTE_UNCLOSED = 1 << 7,
  TLSRPT_PASTE_CUT = 1 << 8,
  TLSRPT_PASTE_UNQUOTED = 1 << 9,
  TLSRPT_PASTE_OTHER_LINES = 1 << 10,
  TLSRPT_PASTE_WRONG_NAME = 1 << 11,
  TLSRPT_PASTE_DOUBLED_NAME = 1 << 12,
  TLSRPT_PASTE_CHARACTERS = 1 << 13,
  TLSRPT_PASTE_UTF16 = 1 << 14,
  TLSRPT_PASTE_ENCODED = 1 << 15,
  TLSRPT_PASTE_HTML = 1 << 16,
  TLSRPT_PASTE_LINKS = 1 << 17,
  TLSRPT_PASTE_REST = 1 << 18,
  TLSRPT_PASTE_REMOVED = 1 << 19,
  TLSRPT_PASTE_OTHER_ANSWER = 1 << 20,
  TLSRPT_PASTE_REDIRECTS = 1 << 21,
  TLSRPT_PASTE_RICH_TEXT = 1 << 22,
} TlsrptPasteNotes;

/**
 * TlsrptPasted:
 * @form: what it was read from
 * @notes: what was done to read it
 * @mark: the mark of a diff before its line, or NUL
 * @name: (nullable): the name at which senders would look for it
 * @ttl: seconds, or -1 if none was given
 * @text: the value, any octets
 * @offsets: (nullable) (element-type guint32): for each octet of @text, and for its
 *   end, where in the pasted text it comes from
 *
 * A TXT record that was found in pasted text.
 */
typedef struct
{
  TlsrptPasteForm   form;
  TlsrptPasteNotes  notes;
  char              mark;
  char             *name;
  gint64            ttl;

  GString          *text;
  GArray           *offsets;
} TlsrptPasted;

GPtrArray  *tlsrpt_paste_read            (const char          *text,
                                          gsize                length,
                                          GError             **error) G_GNUC_WARN_UNUSED_RESULT;
void        tlsrpt_paste_keep_tlsrpt     (GPtrArray           *records);
gboolean    tlsrpt_paste_is_wanted       (const char          *text);

void        tlsrpt_pasted_free           (TlsrptPasted        *self);
const char *tlsrpt_pasted_get_form       (const TlsrptPasted  *self);
const char *tlsrpt_pasted_get_label      (const TlsrptPasted  *self);
gboolean    tlsrpt_pasted_is_whole       (const TlsrptPasted  *self);
char      **tlsrpt_pasted_dup_messages   (const TlsrptPasted  *self) G_GNUC_WARN_UNUSED_RESULT;
gboolean    tlsrpt_pasted_may_share_name (const TlsrptPasted  *self,
                                          const TlsrptPasted  *other);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlsrptPasted, tlsrpt_pasted_free)

G_END_DECLS
