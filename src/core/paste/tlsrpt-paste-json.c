/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-paste-private.h"

#include "tlsrpt-json.h"

/* The members under which DNS services keep a record, in what their programming
 * interfaces and dashboards show. */
enum
{
  INNER,
  VALUE,
  NAME,
  TTL,
  N_SLOTS,
};

static const TlsrptJsonKey keys[] = {
  TLSRPT_JSON_KEY ("Answer", INNER),
  TLSRPT_JSON_KEY ("ChangeBatch", INNER),
  TLSRPT_JSON_KEY ("Changes", INNER),
  TLSRPT_JSON_KEY ("ResourceRecordSet", INNER),
  TLSRPT_JSON_KEY ("ResourceRecordSets", INNER),
  TLSRPT_JSON_KEY ("ResourceRecords", INNER),
  TLSRPT_JSON_KEY ("records", INNER),
  TLSRPT_JSON_KEY ("result", INNER),
  TLSRPT_JSON_KEY ("rrsets", INNER),
  TLSRPT_JSON_KEY ("Strings", VALUE),
  TLSRPT_JSON_KEY ("Value", VALUE),
  TLSRPT_JSON_KEY ("content", VALUE),
  TLSRPT_JSON_KEY ("data", VALUE),
  TLSRPT_JSON_KEY ("rrdatas", VALUE),
  TLSRPT_JSON_KEY ("rrset_values", VALUE),
  TLSRPT_JSON_KEY ("value", VALUE),
  TLSRPT_JSON_KEY ("Name", NAME),
  TLSRPT_JSON_KEY ("name", NAME),
  TLSRPT_JSON_KEY ("TTL", TTL),
  TLSRPT_JSON_KEY ("ttl", TTL),
};

/* A string of the JSON is a value, or is what a zone file would hold. */
static TlsrptPasted *
add_value (const TlsrptJsonValue *value,
           GPtrArray             *records)
{
  TlsrptPasteReader reader;
  TlsrptPasted *record;
  gsize end;

  tlsrpt_paste_reader_init (&reader, value->string.text, value->string.length, records);
  reader.has_offsets = FALSE;

  record = tlsrpt_paste_begin (&reader, TLSRPT_PASTE_JSON);
  end = tlsrpt_paste_data (&reader, record, 0);
  tlsrpt_paste_end (&reader, record, end);
  record->notes |= reader.notes;

  tlsrpt_paste_reader_clear (&reader);

  return record;
}

static void
walk (const TlsrptJsonValue *value,
      const TlsrptJsonValue *name,
      const TlsrptJsonValue *ttl,
      GPtrArray             *records)
{
  TlsrptJsonValue members[N_SLOTS] = { 0 };
  TlsrptJsonValue item;
  TlsrptJsonIter iter;
  TlsrptPasted *record;

  switch (value->type)
    {
    case TLSRPT_JSON_TEXT:
      record = add_value (value, records);
      if (name->type == TLSRPT_JSON_TEXT)
        record->name = g_utf8_make_valid (name->string.text, name->string.length);
      if (ttl->type == TLSRPT_JSON_INTEGER)
        record->ttl = ttl->integer;
      break;

    case TLSRPT_JSON_ARRAY:
      tlsrpt_json_iter_init (&iter, value);
      while (tlsrpt_json_iter_next (&iter, &item))
        walk (&item, name, ttl, records);
      break;

    case TLSRPT_JSON_OBJECT:
      tlsrpt_json_get_members (value, keys, G_N_ELEMENTS (keys), members, N_SLOTS);
      if (members[NAME].type == TLSRPT_JSON_TEXT)
        name = &members[NAME];
      if (members[TTL].type == TLSRPT_JSON_INTEGER)
        ttl = &members[TTL];
      walk (&members[INNER], name, ttl, records);
      walk (&members[VALUE], name, ttl, records);
      break;

    case TLSRPT_JSON_ABSENT:
    case TLSRPT_JSON_NULL:
    case TLSRPT_JSON_BOOLEAN:
    case TLSRPT_JSON_INTEGER:
    case TLSRPT_JSON_NUMBER_REAL:
    default:
      break;
    }
}

/**
 * tlsrpt_paste_json:
 * @text: what was pasted
 * @length: octets of @text
 * @records: (element-type TlsrptPasted): where to append
 *
 * Reads records from JSON: a string, a list of strings, or what a DNS service
 * shows.  The depth of the JSON is limited by its parser.
 *
 * Returns: whether this is JSON with a record in it
 */
gboolean
tlsrpt_paste_json (const char *text,
                   gsize       length,
                   GPtrArray  *records)
{
  g_autoptr (TlsrptJsonParser) parser = tlsrpt_json_parser_new ();
  const TlsrptJsonValue nothing = { .type = TLSRPT_JSON_ABSENT };
  TlsrptJsonValue root;
  guint before = records->len;

  if (tlsrpt_json_parser_parse (parser, text, length, length, &root) != TLSRPT_JSON_OK)
    return FALSE;

  walk (&root, &nothing, &nothing, records);

  return records->len > before;
}
