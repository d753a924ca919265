/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-technical-label.h"

#include <string.h>

static gboolean
is_space (char c)
{
  return c == ' ' || c == '\t' || c == '\n';
}

/* The end of what stands together from @start on: a word, and of a list with commas one
 * item with its comma. */
static const char *
find_token_end (const char *start)
{
  const char *end = start;

  while (*end != '\0' && !is_space (*end))
    {
      if (*end++ == ',')
        break;
    }

  return end;
}

/* A URL stays together up to its host; its path may be divided where there are slashes. */
static const char *
find_whole_end (const char *start,
                const char *end)
{
  const char *host = g_strstr_len (start, end - start, "://");
  const char *slash = NULL;

  if (host != NULL)
    slash = memchr (host + strlen ("://"), '/', end - host - strlen ("://"));

  return slash != NULL ? slash + 1 : end;
}

static void
text_changed_cb (GtkLabel *label)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  /* A hyphen inserted at a line break would look like part of the text. */
  pango_attr_list_insert (attributes, pango_attr_insert_hyphens_new (FALSE));
  tlsrpt_technical_label_add_tokens (attributes, gtk_label_get_text (label));
  gtk_label_set_attributes (label, attributes);
}

/**
 * tlsrpt_technical_label_init:
 * @label: a label
 *
 * Makes a label fit for records and names: they read from left to right wherever
 * they stand, stand below what is written in the language of the session, and break
 * between what belongs together.
 */
void
tlsrpt_technical_label_init (GtkLabel *label)
{
  gboolean is_rtl = gtk_widget_get_default_direction () == GTK_TEXT_DIR_RTL;

  g_return_if_fail (GTK_IS_LABEL (label));

  gtk_widget_set_direction (GTK_WIDGET (label), GTK_TEXT_DIR_LTR);
  gtk_label_set_xalign (label, is_rtl ? 1.0 : 0.0);
  tlsrpt_technical_label_wrap (label);
}

/**
 * tlsrpt_technical_label_wrap:
 * @label: a label for technical text
 *
 * Makes its lines break between what belongs together, as
 * tlsrpt_technical_label_add_tokens() says, whatever the text is.
 */
void
tlsrpt_technical_label_wrap (GtkLabel *label)
{
  g_return_if_fail (GTK_IS_LABEL (label));

  g_signal_connect (label, "notify::label", G_CALLBACK (text_changed_cb), NULL);
  text_changed_cb (label);
}

/**
 * tlsrpt_technical_label_add_tokens:
 * @attributes: the attributes of a label
 * @text: its text
 *
 * Makes lines break between the words of a text and after its commas, rather than within
 * a domain or an address, as long as these are shorter than a line.  Nothing is added to
 * the text, which may be selected and copied.
 */
void
tlsrpt_technical_label_add_tokens (PangoAttrList *attributes,
                                   const char    *text)
{
  const char *start = text;

  g_return_if_fail (attributes != NULL);
  g_return_if_fail (text != NULL);

  while (*start != '\0')
    {
      const char *end = find_token_end (start);

      if (end > start)
        {
          PangoAttribute *word = pango_attr_word_new ();

          word->start_index = (guint) (start - text);
          word->end_index = (guint) (find_whole_end (start, end) - text);
          pango_attr_list_insert (attributes, word);
          start = end;
        }
      else
        {
          start++;
        }
    }
}
