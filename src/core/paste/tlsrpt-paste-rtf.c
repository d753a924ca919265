/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-paste-private.h"

#include <stdlib.h>

/* Rich text (RTF), as word processors save it. */

/* Control words of which the group holds no text of the document. */
static const char *const hidden[] = {
  "*", "fonttbl", "colortbl", "stylesheet", "info", "pict", "fldinst", "listtable",
  "listoverridetable", "header", "footer", "filetbl", "revtbl", "object", NULL,
};

/* Control words that stand for a character. */
static const struct
{
  const char *word;
  const char *plain;
} characters[] = {
  { "par", "\n" }, { "line", "\n" }, { "row", "\n" }, { "sect", "\n" }, { "page", "\n" },
  { "tab", "\t" }, { "cell", "\t" }, { "nestcell", "\t" }, { "ldblquote", "\"" },
  { "rdblquote", "\"" }, { "lquote", "'" }, { "rquote", "'" }, { "endash", "-" },
  { "emdash", "-" }, { "~", " " }, { "_", "-" }, { "{", "{" }, { "}", "}" }, { "\\", "\\" },
  { "\n", "\n" }, { "\r", "\n" },
};

/* A text while it is taken apart. */
typedef struct
{
  GString *result;
  GArray  *places;
  gsize    depth;
  gsize    hidden_from; /* the depth of a group without text, or 0 */
} Rtf;

static void
append (Rtf        *self,
        const char *octets,
        gsize       length,
        guint32     place)
{
  if (self->hidden_from > 0)
    return;

  g_string_append_len (self->result, octets, (gssize) length);
  for (gsize i = 0; i < length; i++)
    g_array_append_val (self->places, place);
}

static void
append_character (Rtf      *self,
                  gunichar  c,
                  guint32   place)
{
  char utf8[6];

  if (c != 0 && g_unichar_validate (c))
    append (self, utf8, (gsize) g_unichar_to_utf8 (c, utf8), place);
}

/* “\'93”: an octet of Windows-1252, of which only the quotation marks, dashes and the
 * space are of interest. */
static void
append_octet (Rtf     *self,
              guchar   octet,
              guint32  place)
{
  static const struct
  {
    guchar   octet;
    gunichar c;
  } marks[] = {
    { 0x82, 0x201a }, { 0x84, 0x201e }, { 0x91, 0x2018 }, { 0x92, 0x2019 }, { 0x93, 0x201c },
    { 0x94, 0x201d }, { 0x96, 0x2013 }, { 0x97, 0x2014 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      if (marks[i].octet == octet)
        {
          append_character (self, marks[i].c, place);
          return;
        }
    }

  append_character (self, octet, place);
}

/* A control word, or a control symbol, behind its backslash.  Returns where it ends. */
static gsize
read_control (Rtf        *self,
              const char *text,
              gsize       at,
              gsize       length,
              guint32     place)
{
  g_autofree char *word = NULL;
  gsize end = at;
  long number = 0;

  if (text[at] == '\'' && length - at > 2 && g_ascii_isxdigit (text[at + 1]) &&
      g_ascii_isxdigit (text[at + 2]))
    {
      append_octet (self, (guchar) (g_ascii_xdigit_value (text[at + 1]) << 4 |
                                    g_ascii_xdigit_value (text[at + 2])), place);
      return at + 3;
    }

  while (end < length && g_ascii_isalpha (text[end]))
    end++;

  if (end == at)
    {
      word = g_strndup (text + at, 1);
      end++;
    }
  else
    {
      word = g_strndup (text + at, end - at);
      if (end < length && (text[end] == '-' || g_ascii_isdigit (text[end])))
        {
          number = strtol (text + end, NULL, 10);
          end += text[end] == '-';
          while (end < length && g_ascii_isdigit (text[end]))
            end++;
        }
      if (end < length && text[end] == ' ')
        end++;
    }

  if (g_strv_contains (hidden, word) && self->hidden_from == 0)
    self->hidden_from = MAX (self->depth, 1);

  for (gsize i = 0; i < G_N_ELEMENTS (characters); i++)
    {
      if (g_str_equal (word, characters[i].word))
        append (self, characters[i].plain, strlen (characters[i].plain), place);
    }

  /* A character by its number, and one for those who do not know of it. */
  if (g_str_equal (word, "u"))
    {
      append_character (self, (gunichar) (number < 0 ? number + 0x10000 : number) & 0x1fffff, place);
      if (length - end > 3 && text[end] == '\\' && text[end + 1] == '\'')
        end += 4;
      else if (end < length && strchr ("\\{}", text[end]) == NULL)
        end++;
    }

  return end;
}

/**
 * tlsrpt_paste_rtf_undo:
 * @text: a text
 * @offsets: (element-type guint32): for each octet of @text where it comes from
 *
 * Makes plain text of rich text.
 *
 * Returns: whether it is rich text
 */
gboolean
tlsrpt_paste_rtf_undo (GString *text,
                       GArray  *offsets)
{
  Rtf rtf = { NULL, NULL, 0, 0 };

  if (!g_str_has_prefix (text->str, "{\\rtf"))
    return FALSE;

  rtf.result = g_string_sized_new (text->len);
  rtf.places = g_array_sized_new (FALSE, FALSE, sizeof (guint32), (guint) text->len);

  for (gsize at = 0; at < text->len;)
    {
      guint32 place = g_array_index (offsets, guint32, at);
      char c = text->str[at++];

      if (c == '{')
        {
          rtf.depth++;
        }
      else if (c == '}')
        {
          if (rtf.depth <= rtf.hidden_from)
            rtf.hidden_from = 0;
          rtf.depth -= rtf.depth > 0;
        }
      else if (c == '\\' && at < text->len)
        {
          at = read_control (&rtf, text->str, at, text->len, place);
        }
      else if (c != '\n' && c != '\r')
        {
          append (&rtf, &c, 1, place);
        }
    }

  g_string_truncate (text, 0);
  g_string_append_len (text, rtf.result->str, (gssize) rtf.result->len);
  g_array_set_size (offsets, 0);
  g_array_append_vals (offsets, rtf.places->data, rtf.places->len);
  g_string_free (rtf.result, TRUE);
  g_array_unref (rtf.places);

  return TRUE;
}
