/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-paste-private.h"

#include "tlsrpt-limits.h"

/* The members under which DNS services keep a record, in what their programming
 * interfaces and dashboards show. */
enum
{
  INNER,
  INNER_STRINGS,
  VALUE,
  STRINGS,
  NAME,
  TTL,
  TYPE,
  TARGET,
  N_SLOTS,
};

static const TlsrptJsonKey keys[] = {
  TLSRPT_JSON_KEY ("Answer", INNER),
  TLSRPT_JSON_KEY ("answers", INNER),
  TLSRPT_JSON_KEY ("ChangeBatch", INNER),
  TLSRPT_JSON_KEY ("Changes", INNER),
  TLSRPT_JSON_KEY ("ResourceRecordSet", INNER),
  TLSRPT_JSON_KEY ("ResourceRecordSets", INNER),
  TLSRPT_JSON_KEY ("ResourceRecords", INNER),
  /* Each of Azure has the strings of one record. */
  TLSRPT_JSON_KEY ("TXTRecords", INNER_STRINGS),
  TLSRPT_JSON_KEY ("txtRecords", INNER_STRINGS),
  TLSRPT_JSON_KEY ("domain_records", INNER),
  TLSRPT_JSON_KEY ("mx_records", INNER),
  TLSRPT_JSON_KEY ("record", INNER),
  TLSRPT_JSON_KEY ("records", INNER),
  TLSRPT_JSON_KEY ("result", INNER),
  TLSRPT_JSON_KEY ("rrset", INNER),
  TLSRPT_JSON_KEY ("rrsets", INNER),
  TLSRPT_JSON_KEY ("Value", VALUE),
  TLSRPT_JSON_KEY ("content", VALUE),
  TLSRPT_JSON_KEY ("data", VALUE),
  TLSRPT_JSON_KEY ("rdata", VALUE),
  TLSRPT_JSON_KEY ("rrdatas", VALUE),
  TLSRPT_JSON_KEY ("rrset_values", VALUE),
  TLSRPT_JSON_KEY ("value", VALUE),
  TLSRPT_JSON_KEY ("values", VALUE),
  TLSRPT_JSON_KEY ("Strings", STRINGS),
  TLSRPT_JSON_KEY ("strings", STRINGS),
  TLSRPT_JSON_KEY ("Name", NAME),
  TLSRPT_JSON_KEY ("name", NAME),
  TLSRPT_JSON_KEY ("rrset_name", NAME),
  TLSRPT_JSON_KEY ("TTL", TTL),
  TLSRPT_JSON_KEY ("ttl", TTL),
  TLSRPT_JSON_KEY ("Type", TYPE),
  TLSRPT_JSON_KEY ("type", TYPE),
  TLSRPT_JSON_KEY ("NameHost", TARGET),
};

/* Types of records, by their numbers (RFC 1035 section 3.2.2). */
#define TYPE_CNAME 5
#define TYPE_TXT 16

/* What is known of a value from the objects around it. */
typedef struct
{
  const TlsrptJsonValue *name;
  const TlsrptJsonValue *ttl;
  gboolean               has_strings; /* a list of values is one record */
} Context;

static gboolean
is_text (const TlsrptJsonValue *value,
         const char            *text)
{
  return value->type == TLSRPT_JSON_TEXT && value->string.length == strlen (text) &&
         g_ascii_strncasecmp (value->string.text, text, value->string.length) == 0;
}

/* A name of DNS, and no title that a person gave. */
static char *
dup_name (const TlsrptJsonValue *value)
{
  for (gsize i = 0; i < value->string.length; i++)
    {
      if (g_ascii_isspace (value->string.text[i]))
        return NULL;
    }

  return value->string.length > 0
           ? tlsrpt_paste_dup_name (value->string.text, value->string.length)
           : NULL;
}

static TlsrptPasted *
begin (TlsrptPasteReader *self,
       const Context     *context)
{
  TlsrptPasted *record = tlsrpt_paste_begin (self, TLSRPT_PASTE_JSON);

  g_clear_pointer (&record->offsets, g_array_unref);
  if (context->name->type == TLSRPT_JSON_TEXT)
    record->name = dup_name (context->name);
  if (context->ttl->type == TLSRPT_JSON_INTEGER)
    record->ttl = context->ttl->integer;

  return record;
}

/* A string is a value, or is what a zone file would hold: if @is_notation, marks that
 * begin it are none of DNS. */
static void
add_string (TlsrptPasted          *record,
            const TlsrptJsonValue *value,
            gboolean               is_notation)
{
  TlsrptPasteReader reader;
  g_autoptr (GPtrArray) parts =
    g_ptr_array_new_with_free_func ((GDestroyNotify) tlsrpt_pasted_free);
  TlsrptPasted *part;

  tlsrpt_paste_reader_init (&reader, value->string.text, value->string.length, parts);
  part = tlsrpt_paste_begin (&reader, TLSRPT_PASTE_JSON);
  for (gsize i = 0; i < reader.bytes->len; i++)
    tlsrpt_paste_append (&reader, part, reader.bytes->str[i], i);

  if (is_notation)
    tlsrpt_paste_undo (part);

  g_string_append_len (record->text, part->text->str, part->text->len);
  record->notes |= part->notes | reader.notes;
  tlsrpt_paste_reader_clear (&reader);
}

/* A string, or a list of strings that are one record each; within a list, those of
 * another one belong together. */
static void
walk_value (TlsrptPasteReader     *self,
            const TlsrptJsonValue *value,
            const Context         *context,
            gboolean               is_notation,
            gboolean               is_record)
{
  TlsrptPasted *record;
  TlsrptJsonIter iter;
  TlsrptJsonValue item;

  if (self->records->len >= TLSRPT_LIMIT_ANSWER_RECORDS)
    return;

  if (value->type == TLSRPT_JSON_TEXT)
    {
      record = begin (self, context);
      add_string (record, value, is_notation);
      return;
    }

  if (value->type != TLSRPT_JSON_ARRAY)
    return;

  record = is_record ? begin (self, context) : NULL;

  tlsrpt_json_iter_init (&iter, value);
  for (gsize i = 0; tlsrpt_json_iter_next (&iter, &item); i++)
    {
      if (record == NULL)
        {
          walk_value (self, &item, context, is_notation, item.type == TLSRPT_JSON_ARRAY);
        }
      else if (item.type == TLSRPT_JSON_TEXT)
        {
          add_string (record, &item, FALSE);
          if (i > 0)
            record->notes |= TLSRPT_PASTE_STRINGS;
        }
    }
}

static void
add_alias (TlsrptPasteReader     *self,
           const TlsrptJsonValue *name,
           const TlsrptJsonValue *target)
{
  if (name->type == TLSRPT_JSON_TEXT && target->type == TLSRPT_JSON_TEXT)
    tlsrpt_paste_add_alias (self, g_utf8_make_valid (name->string.text, name->string.length),
                            g_utf8_make_valid (target->string.text, target->string.length));
}

/* A string of a bare list is a value as programs get it from DNS; one in an object is
 * what a service shows. */
static void
walk (TlsrptPasteReader     *self,
      const TlsrptJsonValue *value,
      const Context         *context,
      gboolean               is_member)
{
  TlsrptJsonValue members[N_SLOTS] = { 0 };
  Context inner = *context;
  const TlsrptJsonValue *type = &members[TYPE];
  TlsrptJsonIter iter;
  TlsrptJsonValue item;

  if (value->type == TLSRPT_JSON_TEXT)
    {
      walk_value (self, value, context, is_member, FALSE);
      return;
    }

  if (value->type == TLSRPT_JSON_ARRAY)
    {
      tlsrpt_json_iter_init (&iter, value);
      while (tlsrpt_json_iter_next (&iter, &item))
        {
          /* As resolvers in programs return it: a list of lists of strings. */
          if (item.type == TLSRPT_JSON_ARRAY)
            walk_value (self, &item, context, FALSE, TRUE);
          else
            walk (self, &item, context, is_member);
        }
      return;
    }

  if (value->type != TLSRPT_JSON_OBJECT)
    return;

  tlsrpt_json_get_members (value, keys, G_N_ELEMENTS (keys), members, N_SLOTS);
  if (members[NAME].type == TLSRPT_JSON_TEXT)
    inner.name = &members[NAME];
  if (members[TTL].type == TLSRPT_JSON_INTEGER)
    inner.ttl = &members[TTL];

  if ((type->type == TLSRPT_JSON_INTEGER && type->integer == TYPE_CNAME) || is_text (type, "CNAME"))
    {
      add_alias (self, inner.name, &members[members[TARGET].type != TLSRPT_JSON_ABSENT ? TARGET
                                                                                      : VALUE]);
      return;
    }

  walk (self, &members[INNER], &inner, TRUE);
  inner.has_strings = TRUE;
  walk (self, &members[INNER_STRINGS], &inner, TRUE);
  inner.has_strings = context->has_strings;

  /* The values of an A record are no TXT records. */
  if ((type->type == TLSRPT_JSON_INTEGER && type->integer != TYPE_TXT && type->integer != 0) ||
      (type->type == TLSRPT_JSON_TEXT && members[NAME].type == TLSRPT_JSON_TEXT &&
       type->string.length <= 6 && !is_text (type, "TXT")))
    return;

  if (members[STRINGS].type == TLSRPT_JSON_ARRAY)
    walk_value (self, &members[STRINGS], &inner, FALSE, TRUE);
  else if (members[STRINGS].type == TLSRPT_JSON_TEXT)
    walk_value (self, &members[STRINGS], &inner, FALSE, FALSE);
  else if (members[VALUE].type == TLSRPT_JSON_OBJECT)
    walk (self, &members[VALUE], &inner, TRUE);
  else
    walk_value (self, &members[VALUE], &inner, TRUE, context->has_strings);

}

/* Where the object or array that begins at @at ends, or the end of the text. */
static gsize
find_end (const char *text,
          gsize       at,
          gsize       length)
{
  gboolean in_string = FALSE;
  gsize depth = 0;

  for (; at < length; at++)
    {
      char c = text[at];

      if (in_string)
        {
          if (c == '\\')
            at++;
          else if (c == '"')
            in_string = FALSE;
        }
      else if (c == '"')
        in_string = TRUE;
      else if (c == '{' || c == '[')
        depth++;
      else if ((c == '}' || c == ']') && --depth == 0)
        return at + 1;
    }

  return length;
}

/**
 * tlsrpt_paste_json:
 * @self: a reader
 * @at: where a brace or a bracket stands that may begin JSON
 * @next: (out): where to go on
 *
 * Reads the records of an object or a list: a list of strings, or what a DNS service
 * shows.  The depth of the JSON is limited by its parser.
 *
 * Returns: whether this is JSON with a record in it
 */
gboolean
tlsrpt_paste_json (TlsrptPasteReader *self,
                   gsize              at,
                   gsize             *next)
{
  const TlsrptJsonValue nothing = { .type = TLSRPT_JSON_ABSENT };
  const Context context = { &nothing, &nothing, FALSE };
  TlsrptJsonValue root;
  guint before = self->records->len;
  guint n_aliases = self->aliases->len;
  gsize end;

  if (self->has_broken_json)
    return FALSE;

  end = find_end (self->bytes->str, at, self->bytes->len);
  if (end == self->bytes->len && (end == at || strchr ("]}", self->bytes->str[end - 1]) == NULL))
    {
      self->has_broken_json = TRUE;
      return FALSE;
    }

  if (self->json == NULL)
    self->json = tlsrpt_json_parser_new ();
  if (tlsrpt_json_parser_parse (self->json, self->bytes->str + at, end - at, end - at, &root) !=
      TLSRPT_JSON_OK)
    return FALSE;

  walk (self, &root, &context, FALSE);
  *next = end;

  return self->records->len > before || self->aliases->len > n_aliases;
}
