/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-json.h"
#include "tlsrpt-paste.h"

#include <string.h>

G_BEGIN_DECLS

/**
 * TlsrptCursor:
 * @text: a text
 * @at: the place in it
 * @end: where reading ends, of a line for example
 *
 * A place in a text that moves on.
 */
typedef struct
{
  const char *text;
  gsize       at;
  gsize       end;
} TlsrptCursor;

static inline gboolean
tlsrpt_paste_is_blank (char c)
{
  return c == ' ' || c == '\t';
}

static inline char
tlsrpt_cursor_peek (const TlsrptCursor *self)
{
  return self->at < self->end ? self->text[self->at] : '\0';
}

static inline void
tlsrpt_cursor_skip_blanks (TlsrptCursor *self)
{
  while (self->at < self->end && tlsrpt_paste_is_blank (self->text[self->at]))
    self->at++;
}

/* Where a character stands next, or the end. */
static inline gsize
tlsrpt_cursor_find (const TlsrptCursor *self,
                    char                c)
{
  const char *found = memchr (self->text + self->at, c, self->end - self->at);

  return found != NULL ? (gsize) (found - self->text) : self->end;
}

static inline gboolean
tlsrpt_cursor_starts (const TlsrptCursor *self,
                      const char         *word)
{
  gsize length = strlen (word);

  return self->end - self->at >= length &&
         g_ascii_strncasecmp (self->text + self->at, word, length) == 0;
}

/**
 * TlsrptPasteReader:
 * @bytes: the pasted text in UTF-8, without what programs made of it on the way
 * @offsets: (element-type guint32): where each octet of it, and its end, comes from
 * @notes: what was done to all of it
 * @records: (element-type TlsrptPasted): what was found so far
 * @is_dig: whether dig's header was seen
 * @expects_strings: whether nslookup said “text =” and no more
 * @has_broken_json: whether JSON was begun that does not end
 * @mark: the mark of a diff before the line that is read now, or NUL
 * @n_other_lines: lines that nothing was found in
 * @n_brackets: how many lines above opened a list or a call
 * @origin: (nullable): “$ORIGIN …” of a zone file
 * @owner: (nullable): the name in the last line of a zone file
 * @near_name: (nullable): a name on a line of its own above, as in a form
 * @list_name: (nullable): “Name : …” of PowerShell's list
 * @list_ttl: “TTL : …” there, or -1
 * @aliases: (element-type utf8): the name of each CNAME, and where it leads
 * @json: (nullable): a parser, once one was needed
 *
 * A pasted text while it is being read.
 */
typedef struct
{
  GString          *bytes;
  GArray           *offsets;
  TlsrptPasteNotes  notes;
  GPtrArray        *records;

  /* What is known from the lines above. */
  gboolean          is_dig;
  gboolean          expects_strings;
  gboolean          has_broken_json;
  char              mark;
  gsize             n_other_lines;
  gsize             n_brackets;
  char             *origin;
  char             *owner;
  char             *near_name;
  char             *list_name;
  gint64            list_ttl;
  GPtrArray        *aliases;
  TlsrptJsonParser *json;
} TlsrptPasteReader;

static inline TlsrptCursor
tlsrpt_paste_reader_get_line (TlsrptPasteReader *self,
                              gsize              at)
{
  TlsrptCursor cursor = { self->bytes->str, at, self->bytes->len };

  cursor.end = tlsrpt_cursor_find (&cursor, '\n');

  return cursor;
}

/* In tlsrpt-paste-clean.c */
void          tlsrpt_paste_reader_init    (TlsrptPasteReader  *self,
                                           const char         *text,
                                           gsize               length,
                                           GPtrArray          *records);
void          tlsrpt_paste_reader_wrap    (TlsrptPasteReader  *self,
                                           TlsrptPasted       *record);
void          tlsrpt_paste_reader_clear   (TlsrptPasteReader  *self);

/* In tlsrpt-paste-record.c: a record while its value is put together. */
TlsrptPasted *tlsrpt_paste_begin          (TlsrptPasteReader  *self,
                                           TlsrptPasteForm     form);
void          tlsrpt_paste_append         (TlsrptPasteReader  *self,
                                           TlsrptPasted       *record,
                                           char                c,
                                           gsize               at);
void          tlsrpt_paste_append_range   (TlsrptPasteReader  *self,
                                           TlsrptPasted       *record,
                                           gsize               at,
                                           gsize               end);
void          tlsrpt_paste_end            (TlsrptPasteReader  *self,
                                           TlsrptPasted       *record,
                                           gsize               at);
gboolean      tlsrpt_paste_join           (TlsrptPasteReader  *self);

/* In tlsrpt-paste-data.c: the data of a record in the presentation format.  They
 * return where to go on. */
gsize         tlsrpt_paste_strings        (TlsrptPasteReader  *self,
                                           TlsrptPasted       *record,
                                           gsize               at);
gsize         tlsrpt_paste_braces         (TlsrptPasteReader  *self,
                                           TlsrptPasted       *record,
                                           gsize               at);
gsize         tlsrpt_paste_data           (TlsrptPasteReader  *self,
                                           TlsrptPasted       *record,
                                           TlsrptCursor        line);
void          tlsrpt_paste_plain          (TlsrptPasteReader  *self,
                                           TlsrptPasted       *record,
                                           gsize               at,
                                           gsize               end);

/* In tlsrpt-paste-literal.c: strings of programming and configuration languages. */
gsize         tlsrpt_paste_literals       (TlsrptPasteReader  *self,
                                           TlsrptPasted       *record,
                                           TlsrptCursor        line,
                                           gboolean            is_code);
void          tlsrpt_paste_undo           (TlsrptPasted       *record);

/* In tlsrpt-paste-mark.c: what stands before a line. */
void          tlsrpt_paste_skip_marks     (TlsrptPasteReader  *self,
                                           TlsrptCursor       *line);

/* In tlsrpt-paste-tool.c: a line as tools print one. */
gboolean      tlsrpt_paste_tool_line      (TlsrptPasteReader  *self,
                                           TlsrptCursor        line,
                                           gboolean            is_indented,
                                           gsize              *next);
gsize         tlsrpt_paste_string_lines   (TlsrptPasteReader  *self,
                                           gsize               at);

/* In tlsrpt-paste-rtf.c */
gboolean      tlsrpt_paste_rtf_undo       (GString            *text,
                                           GArray             *offsets);

/* In tlsrpt-paste-tinydns.c */
gboolean      tlsrpt_paste_tinydns_line   (TlsrptPasteReader  *self,
                                           TlsrptCursor        line);

/* In tlsrpt-paste-value.c: what stands there without a tool's words. */
gboolean      tlsrpt_paste_find_version   (TlsrptCursor        line,
                                           gsize              *start);
gboolean      tlsrpt_paste_begins_version (TlsrptCursor        cursor);
gsize         tlsrpt_paste_find_change    (TlsrptCursor        line);
gsize         tlsrpt_paste_find_rest      (TlsrptCursor        value,
                                           gboolean            is_alone);
gboolean      tlsrpt_paste_value_line     (TlsrptPasteReader  *self,
                                           TlsrptCursor        line,
                                           gsize              *next);

/* In tlsrpt-paste-wrap.c: a value that a line break may have cut. */
void          tlsrpt_paste_note_wrap      (TlsrptPasteReader  *self,
                                           TlsrptPasted       *record,
                                           gsize               at);

/* In tlsrpt-paste-name.c */
char         *tlsrpt_paste_dup_name       (const char         *text,
                                           gsize               length) G_GNUC_WARN_UNUSED_RESULT;
char         *tlsrpt_paste_find_name      (TlsrptCursor        line,
                                           gsize               from,
                                           gsize               to) G_GNUC_WARN_UNUSED_RESULT;
void          tlsrpt_paste_keep_near_name (TlsrptPasteReader  *self,
                                           TlsrptCursor        line);
void          tlsrpt_paste_add_alias      (TlsrptPasteReader  *self,
                                           char               *name,
                                           char               *target);
void          tlsrpt_paste_name_records   (TlsrptPasteReader  *self);

/* In tlsrpt-paste-json.c */
gboolean      tlsrpt_paste_json           (TlsrptPasteReader  *self,
                                           gsize               at,
                                           gsize              *next);

/* In tlsrpt-paste-answer.c: an answer that holds no record. */
gboolean      tlsrpt_paste_find_failure   (const char         *text,
                                           gsize               length,
                                           GError            **error);

G_END_DECLS
