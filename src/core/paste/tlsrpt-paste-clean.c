/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-paste-private.h"

#include "tlsrpt-markup.h"

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
  { 0x037e, 0x037e, ";", TLSRPT_PASTE_CHARACTERS },
  { 0x2000, 0x200a, " ", TLSRPT_PASTE_SPECIAL_SPACES },
  { 0x200b, 0x200b, "", TLSRPT_PASTE_INVISIBLE },
  { 0x200e, 0x200f, "", TLSRPT_PASTE_INVISIBLE },
  { 0x2010, 0x2011, "-", TLSRPT_PASTE_CHARACTERS },
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
  { 0xfe0e, 0xfe0f, "", TLSRPT_PASTE_INVISIBLE },
  { 0xfeff, 0xfeff, "", TLSRPT_PASTE_INVISIBLE },
  { 0xff02, 0xff02, "\"", TLSRPT_PASTE_SMART_QUOTES },
};

/* The wide forms of ASCII, which an input method for Chinese or Japanese types. */
#define FIRST_WIDE 0xff01
#define LAST_WIDE 0xff5e

/* What terminals take for a colour or a place begins with it (ECMA-48 section 5.4). */
#define ESCAPE '\x1b'

/* A text and where it comes from, while it is made plain. */
typedef struct
{
  GString *bytes;
  GArray  *offsets;
} Plain;

static void
append (Plain      *plain,
        const char *octets,
        gsize       length,
        guint32     place)
{
  g_string_append_len (plain->bytes, octets, length);
  for (gsize i = 0; i < length; i++)
    g_array_append_val (plain->offsets, place);
}

static gboolean
find_replacement (gunichar          c,
                  TlsrptPasteNotes *notes,
                  char             *plain)
{
  for (gsize i = 0; i < G_N_ELEMENTS (replacements) && c >= replacements[i].first; i++)
    {
      if (c <= replacements[i].last)
        {
          *notes |= replacements[i].note;
          g_strlcpy (plain, replacements[i].plain, 2);
          return TRUE;
        }
    }

  if (c < FIRST_WIDE || c > LAST_WIDE)
    return FALSE;

  *notes |= TLSRPT_PASTE_CHARACTERS;
  plain[0] = (char) (c - FIRST_WIDE + '!');
  plain[1] = '\0';

  return TRUE;
}

/* UTF-16 by its mark, or because every other octet of the beginning is NUL. */
static gboolean
is_utf16 (const char *text,
          gsize       length,
          gboolean   *is_big_endian)
{
  gsize n_pairs = MIN (length, 64) / 2;
  gsize n_high[2] = { 0 };

  if (length < 4)
    return FALSE;

  *is_big_endian = memcmp (text, "\xfe\xff", 2) == 0;
  if (*is_big_endian || memcmp (text, "\xff\xfe", 2) == 0)
    return TRUE;

  for (gsize i = 0; i < n_pairs * 2; i++)
    n_high[i % 2] += text[i] == '\0';

  *is_big_endian = n_high[0] > n_high[1];

  return n_high[0] + n_high[1] == n_pairs && (n_high[0] == 0 || n_high[1] == 0);
}

static gunichar
get_unit (const char *text,
          gboolean    is_big_endian)
{
  guchar first = (guchar) text[0];
  guchar second = (guchar) text[1];

  return is_big_endian ? first << 8 | second : second << 8 | first;
}

static void
decode_utf16 (Plain      *plain,
              const char *text,
              gsize       length,
              gboolean    is_big_endian)
{
  for (gsize i = 0; i + 1 < length; i += 2)
    {
      gunichar c = get_unit (text + i, is_big_endian);
      guint32 place = i;
      char utf8[6];

      if (c >= 0xd800 && c < 0xdc00 && i + 3 < length)
        {
          gunichar low = get_unit (text + i + 2, is_big_endian);

          if (low >= 0xdc00 && low < 0xe000)
            {
              c = 0x10000 + ((c - 0xd800) << 10) + (low - 0xdc00);
              i += 2;
            }
        }

      /* The mark of the order of octets is none of the text. */
      if (c == 0xfeff && i == 0)
        continue;

      if (!g_unichar_validate (c))
        c = 0xfffd;

      append (plain, utf8, g_unichar_to_utf8 (c, utf8), place);
    }
}

static gboolean
is_plain (const GString *text)
{
  for (gsize i = 0; i < text->len; i++)
    {
      if ((guchar) text->str[i] >= 0x80 || text->str[i] == '\r' || text->str[i] == ESCAPE)
        return FALSE;
    }

  return TRUE;
}

/* Makes plain ASCII of the typographic characters that have no business in a record;
 * line breaks become line feeds. */
static TlsrptPasteNotes
replace_characters (Plain *plain)
{
  g_autoptr (GString) bytes = NULL;
  g_autoptr (GArray) offsets = NULL;
  TlsrptPasteNotes notes = 0;
  const char *text;

  if (is_plain (plain->bytes))
    return 0;

  bytes = g_steal_pointer (&plain->bytes);
  offsets = g_steal_pointer (&plain->offsets);
  text = bytes->str;
  plain->bytes = g_string_sized_new (bytes->len);
  plain->offsets = g_array_sized_new (FALSE, FALSE, sizeof (guint32), bytes->len + 1);

  for (gsize i = 0; i < bytes->len;)
    {
      guint32 place = g_array_index (offsets, guint32, i);
      char replacement[2];
      gsize size = 1;
      gsize n = 1;

      if (text[i] == '\r')
        {
          append (plain, "\n", 1, place);
          i += i + 1 < bytes->len && text[i + 1] == '\n' ? 2 : 1;
          continue;
        }

      if (text[i] == ESCAPE && i + 1 < bytes->len && text[i + 1] == '[')
        {
          notes |= TLSRPT_PASTE_INVISIBLE;
          for (i += 2; i < bytes->len && text[i] >= ' ' && text[i] < '@'; i++)
            continue;
          i += i < bytes->len && text[i] >= '@' && text[i] <= '~';
          continue;
        }

      if ((guchar) text[i] >= 0x80)
        {
          gunichar c = g_utf8_get_char_validated (text + i, bytes->len - i);

          if (c < 0x110000)
            {
              size = g_utf8_skip[(guchar) text[i]];
              if (find_replacement (c, &notes, replacement))
                {
                  append (plain, replacement, strlen (replacement), place);
                  i += size;
                  continue;
                }
            }
        }

      while (size == 1 && (guchar) text[i] < 0x80 && i + n < bytes->len &&
             (guchar) text[i + n] < 0x80 && text[i + n] != '\r' && text[i + n] != ESCAPE)
        n++;
      size = MAX (size, n);

      g_string_append_len (plain->bytes, text + i, size);
      g_array_append_vals (plain->offsets, &g_array_index (offsets, guint32, i), size);
      i += size;
    }

  return notes;
}

static gboolean
contains (const GString *text,
          const char    *word)
{
  gsize length = strlen (word);

  for (const char *p = text->str; (p = memchr (p, word[1], text->str + text->len - p)) != NULL; p++)
    {
      if (p > text->str && (gsize) (text->str + text->len - p) >= length - 1 &&
          g_ascii_strncasecmp (p - 1, word, length) == 0)
        return TRUE;
    }

  return FALSE;
}

/* Quoted-printable, as the source of a message shows it (RFC 2045 section 6.7), or the
 * percent-encoding of a form: both octets by two hexadecimal digits behind a sign. */
static void
decode_octets (Plain *plain,
               char   sign)
{
  g_autoptr (GString) bytes = g_steal_pointer (&plain->bytes);
  g_autoptr (GArray) offsets = g_steal_pointer (&plain->offsets);
  const char *text = bytes->str;
  /* Of a form all is encoded, also what need not be in a URL. */
  gboolean is_form = sign == '%' && (contains (bytes, "%40") || contains (bytes, "%3b+"));

  plain->bytes = g_string_sized_new (bytes->len);
  plain->offsets = g_array_sized_new (FALSE, FALSE, sizeof (guint32), bytes->len + 1);

  for (gsize i = 0; i < bytes->len; i++)
    {
      guint32 place = g_array_index (offsets, guint32, i);
      char c = text[i];

      if (c == sign && i + 2 < bytes->len && g_ascii_isxdigit (text[i + 1]) &&
          g_ascii_isxdigit (text[i + 2]))
        {
          c = (char) (g_ascii_xdigit_value (text[i + 1]) << 4 | g_ascii_xdigit_value (text[i + 2]));
          i += 2;
        }
      else if (c == sign && sign == '=' && (i + 1 == bytes->len || text[i + 1] == '\n'))
        {
          i++;
          continue;
        }
      else if (is_form && (c == '+' || c == '&'))
        {
          /* A blank in a form, and the end of a field of it. */
          c = c == '+' ? ' ' : '\n';
        }

      append (plain, &c, 1, place);
    }
}

/* The sign before octets that are encoded, or NUL.  Where a record can be read as it
 * is, a sign stands for itself. */
static char
find_encoding (const GString *text)
{
  if (contains (text, "v=tlsrpt"))
    return '\0';
  if (contains (text, "v=3dtlsrpt"))
    return '=';

  return contains (text, "v%3dtlsrpt") ? '%' : '\0';
}

/* “v=TLSRPTv1” in base64, as LDIF and Kubernetes have it (RFC 4648 section 4). */
#define BASE64_VERSION "dj1UTFNSUFR2M"

/* Undoes base64 where a record begins in it. */
static gboolean
decode_base64 (Plain *plain)
{
  GString *bytes = plain->bytes;
  g_autofree guchar *octets = NULL;
  const char *found;
  guint32 place;
  gsize length;
  gsize size;
  gsize at;
  int state = 0;
  guint save = 0;

  if (!contains (bytes, BASE64_VERSION))
    return FALSE;
  found = g_strstr_len (bytes->str, (gssize) bytes->len, BASE64_VERSION);
  if (found == NULL)
    return FALSE;

  length = strspn (found, G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS "+/=");
  at = (gsize) (found - bytes->str);
  octets = g_malloc (length / 4 * 3 + 6);
  size = g_base64_decode_step (found, length, octets, &state, &save);
  place = g_array_index (plain->offsets, guint32, at);

  g_string_erase (bytes, (gssize) at, (gssize) length);
  g_string_insert_len (bytes, (gssize) at, (const char *) octets, (gssize) size);
  g_array_remove_range (plain->offsets, (guint) at, (guint) length);
  for (gsize i = 0; i < size; i++)
    g_array_insert_val (plain->offsets, (guint) (at + i), place);

  return TRUE;
}

/* Undoes what was done to the whole text on the way. */
static TlsrptPasteNotes
make_plain (Plain      *plain,
            const char *text,
            gsize       length)
{
  TlsrptPasteNotes notes = 0;
  TlsrptMarkupKinds kinds;
  gboolean is_big_endian;
  char sign;

  if (is_utf16 (text, length, &is_big_endian))
    {
      decode_utf16 (plain, text, length, is_big_endian);
      notes |= TLSRPT_PASTE_UTF16;
    }
  else
    {
      g_string_append_len (plain->bytes, text, length);
      g_array_set_size (plain->offsets, length);
      for (guint32 i = 0; i < length; i++)
        g_array_index (plain->offsets, guint32, i) = i;
    }

  if (tlsrpt_paste_rtf_undo (plain->bytes, plain->offsets))
    notes |= TLSRPT_PASTE_RICH_TEXT;

  notes |= replace_characters (plain);

  sign = find_encoding (plain->bytes);
  if (sign != '\0')
    {
      decode_octets (plain, sign);
      notes |= TLSRPT_PASTE_ENCODED;
    }
  else if (decode_base64 (plain))
    {
      notes |= TLSRPT_PASTE_ENCODED;
    }

  kinds = tlsrpt_markup_remove (plain->bytes, plain->offsets);
  if ((kinds & TLSRPT_MARKUP_HTML) != 0)
    notes |= TLSRPT_PASTE_HTML;
  if ((kinds & TLSRPT_MARKUP_LINK) != 0)
    notes |= TLSRPT_PASTE_LINKS;
  if ((kinds & TLSRPT_MARKUP_REDIRECT) != 0)
    notes |= TLSRPT_PASTE_REDIRECTS;
  if (kinds != TLSRPT_MARKUP_NONE)
    notes |= replace_characters (plain);

  return notes;
}

/**
 * tlsrpt_paste_reader_init:
 * @self: a reader
 * @text: octets of any kind
 * @length: octets of @text
 * @records: (element-type TlsrptPasted): where to append what is found
 *
 * Makes @text plain: UTF-8 without markup and without typographic characters.
 * What is not UTF-8 stays as it is.
 */
void
tlsrpt_paste_reader_init (TlsrptPasteReader *self,
                          const char        *text,
                          gsize              length,
                          GPtrArray         *records)
{
  Plain plain = {
    g_string_sized_new (length),
    g_array_sized_new (FALSE, FALSE, sizeof (guint32), length + 1),
  };
  guint32 end = length;

  *self = (TlsrptPasteReader) {
    .notes = make_plain (&plain, text, length),
    .records = records,
    .list_ttl = -1,
    .aliases = g_ptr_array_new_with_free_func (g_free),
  };

  g_array_append_val (plain.offsets, end);
  self->bytes = plain.bytes;
  self->offsets = plain.offsets;
}

/**
 * tlsrpt_paste_reader_wrap:
 * @self: a reader
 * @record: a record that was read
 *
 * Makes @self read what was found once more, since one notation stood within another.
 * The value of @record is empty then.
 */
void
tlsrpt_paste_reader_wrap (TlsrptPasteReader *self,
                          TlsrptPasted      *record)
{
  guint32 end = record->offsets->len == 0
                  ? 0
                  : g_array_index (record->offsets, guint32, record->offsets->len - 1) + 1;

  g_array_append_val (record->offsets, end);

  *self = (TlsrptPasteReader) {
    .bytes = g_steal_pointer (&record->text),
    .offsets = g_steal_pointer (&record->offsets),
    .list_ttl = -1,
  };

  record->text = g_string_new (NULL);
  record->offsets = g_array_new (FALSE, FALSE, sizeof (guint32));
}

void
tlsrpt_paste_reader_clear (TlsrptPasteReader *self)
{
  g_string_free (self->bytes, TRUE);
  g_array_unref (self->offsets);
  g_free (self->origin);
  g_free (self->owner);
  g_free (self->near_name);
  g_free (self->list_name);
  g_clear_pointer (&self->aliases, g_ptr_array_unref);
  g_clear_pointer (&self->json, tlsrpt_json_parser_free);
}
