/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-paste.h"

G_BEGIN_DECLS

/**
 * TlsrptPasteReader:
 * @bytes: the pasted text without what a word processor made of it
 * @offsets: (element-type guint32): where each octet of it, and its end, comes from
 * @has_offsets: whether that is in the text that the person pasted
 * @notes: what was done to all of it
 * @records: (element-type TlsrptPasted): what was found so far
 * @is_dig: whether dig's header was seen
 * @expects_strings: whether nslookup said “text =” and no more
 * @n_other_lines: lines that nothing was found in
 * @list_name: (nullable): “Name : …” of PowerShell's list
 * @list_ttl: “TTL : …” there, or -1
 * @alias: (nullable): the name of a CNAME
 * @target: (nullable): where it leads
 *
 * A pasted text while it is being read.
 */
typedef struct
{
  GString          *bytes;
  GArray           *offsets;
  gboolean          has_offsets;
  TlsrptPasteNotes  notes;
  GPtrArray        *records;

  /* What is known from the lines above. */
  gboolean          is_dig;
  gboolean          expects_strings;
  gsize             n_other_lines;
  char             *list_name;
  gint64            list_ttl;
  char             *alias;
  char             *target;
} TlsrptPasteReader;

static inline gboolean
tlsrpt_paste_is_blank (char c)
{
  return c == ' ' || c == '\t';
}

/* In tlsrpt-paste-clean.c */
void          tlsrpt_paste_reader_init  (TlsrptPasteReader *self,
                                         const char        *text,
                                         gsize              length,
                                         GPtrArray         *records);
void          tlsrpt_paste_reader_clear (TlsrptPasteReader *self);

/* In tlsrpt-paste-data.c: they read the data of a record and return where to go on. */
TlsrptPasted *tlsrpt_paste_begin        (TlsrptPasteReader *self,
                                         TlsrptPasteForm    form);
gsize         tlsrpt_paste_data         (TlsrptPasteReader *self,
                                         TlsrptPasted      *record,
                                         gsize              at);
gsize         tlsrpt_paste_strings      (TlsrptPasteReader *self,
                                         TlsrptPasted      *record,
                                         gsize              at);
void          tlsrpt_paste_plain        (TlsrptPasteReader *self,
                                         TlsrptPasted      *record,
                                         gsize              at,
                                         gsize              end);
void          tlsrpt_paste_end          (TlsrptPasteReader *self,
                                         TlsrptPasted      *record,
                                         gsize              at);
gsize         tlsrpt_paste_skip_blanks  (TlsrptPasteReader *self,
                                         gsize              at);
gsize         tlsrpt_paste_find         (TlsrptPasteReader *self,
                                         gsize              at,
                                         char               c);

/* In tlsrpt-paste-tool.c: a line as tools print one. */
gboolean      tlsrpt_paste_tool_line    (TlsrptPasteReader *self,
                                         gsize              line,
                                         gsize             *at);
gsize         tlsrpt_paste_string_lines (TlsrptPasteReader *self,
                                         gsize              at);

/* In tlsrpt-paste-value.c: what stands there without a tool's words. */
gboolean      tlsrpt_paste_find_version (TlsrptPasteReader *self,
                                         gsize              at,
                                         gsize              end,
                                         gsize             *start);
gsize         tlsrpt_paste_value        (TlsrptPasteReader *self,
                                         gsize              line,
                                         gsize              start,
                                         gsize              end);
gboolean      tlsrpt_paste_is_quoted    (TlsrptPasteReader *self,
                                         gsize              at,
                                         gsize              end);
gsize         tlsrpt_paste_quoted       (TlsrptPasteReader *self,
                                         gsize              at);

/* In tlsrpt-paste-json.c */
gboolean      tlsrpt_paste_json         (const char        *text,
                                         gsize              length,
                                         GPtrArray         *records);

G_END_DECLS
