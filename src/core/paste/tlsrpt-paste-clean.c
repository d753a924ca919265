/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-paste-private.h"

/* What web pages, mail programs and word processors make of plain characters. */
static const struct
{
  gunichar         first;
  gunichar         last;
  const char      *plain;
  TlsrptPasteNotes note;
} replacements[] = {
  { 0x0085, 0x0085, "\n", 0 },
  { 0x00a0, 0x00a0, " ", TLSRPT_PASTE_SPECIAL_SPACES },
  { 0x00ab, 0x00ab, "\"", TLSRPT_PASTE_SMART_QUOTES },
  { 0x00ad, 0x00ad, "", TLSRPT_PASTE_INVISIBLE },
  { 0x00bb, 0x00bb, "\"", TLSRPT_PASTE_SMART_QUOTES },
  { 0x2000, 0x200a, " ", TLSRPT_PASTE_SPECIAL_SPACES },
  { 0x200b, 0x200b, "", TLSRPT_PASTE_INVISIBLE },
  { 0x200e, 0x200f, "", TLSRPT_PASTE_INVISIBLE },
  { 0x2018, 0x201b, "'", TLSRPT_PASTE_SMART_QUOTES },
  { 0x201c, 0x201f, "\"", TLSRPT_PASTE_SMART_QUOTES },
  { 0x2028, 0x2029, "\n", 0 },
  { 0x202a, 0x202e, "", TLSRPT_PASTE_INVISIBLE },
  { 0x202f, 0x202f, " ", TLSRPT_PASTE_SPECIAL_SPACES },
  { 0x2032, 0x2032, "'", TLSRPT_PASTE_SMART_QUOTES },
  { 0x2033, 0x2033, "\"", TLSRPT_PASTE_SMART_QUOTES },
  { 0x205f, 0x205f, " ", TLSRPT_PASTE_SPECIAL_SPACES },
  { 0x2060, 0x2060, "", TLSRPT_PASTE_INVISIBLE },
  { 0x2066, 0x2069, "", TLSRPT_PASTE_INVISIBLE },
  { 0x3000, 0x3000, " ", TLSRPT_PASTE_SPECIAL_SPACES },
  { 0xfeff, 0xfeff, "", TLSRPT_PASTE_INVISIBLE },
  { 0xff02, 0xff02, "\"", TLSRPT_PASTE_SMART_QUOTES },
};

static const char *
find_replacement (gunichar          c,
                  TlsrptPasteNotes *notes)
{
  for (gsize i = 0; i < G_N_ELEMENTS (replacements) && c >= replacements[i].first; i++)
    {
      if (c <= replacements[i].last)
        {
          *notes |= replacements[i].note;
          return replacements[i].plain;
        }
    }

  return NULL;
}

static void
append (TlsrptPasteReader *self,
        const char        *octets,
        gsize              length,
        gsize              offset)
{
  for (gsize i = 0; i < length; i++)
    {
      guint32 place = offset + i;

      g_string_append_c (self->bytes, octets[i]);
      g_array_append_val (self->offsets, place);
    }
}

/**
 * tlsrpt_paste_reader_init:
 * @self: a reader
 * @text: octets of any kind
 * @length: octets of @text
 * @records: (element-type TlsrptPasted): where to append what is found
 *
 * Makes plain ASCII of the typographic characters that have no business in a
 * record; line breaks become line feeds.  What is not UTF-8 stays as it is.
 */
void
tlsrpt_paste_reader_init (TlsrptPasteReader *self,
                          const char        *text,
                          gsize              length,
                          GPtrArray         *records)
{
  guint32 end = length;

  *self = (TlsrptPasteReader) {
    .bytes = g_string_sized_new (length),
    .offsets = g_array_sized_new (FALSE, FALSE, sizeof (guint32), length + 1),
    .has_offsets = TRUE,
    .records = records,
    .list_ttl = -1,
  };

  for (gsize i = 0; i < length;)
    {
      gsize size = 1;
      const char *plain = NULL;

      if (text[i] == '\r')
        {
          plain = "\n";
          size = i + 1 < length && text[i + 1] == '\n' ? 2 : 1;
        }
      else if ((guchar) text[i] >= 0x80)
        {
          gunichar c = g_utf8_get_char_validated (text + i, length - i);

          if (c < 0x110000)
            {
              size = g_utf8_skip[(guchar) text[i]];
              plain = find_replacement (c, &self->notes);
            }
        }

      if (plain != NULL)
        append (self, plain, strlen (plain), i);
      else
        append (self, text + i, size, i);

      i += size;
    }

  g_array_append_val (self->offsets, end);
}

void
tlsrpt_paste_reader_clear (TlsrptPasteReader *self)
{
  g_string_free (self->bytes, TRUE);
  g_array_unref (self->offsets);
  g_free (self->list_name);
  g_free (self->alias);
  g_free (self->target);
}
