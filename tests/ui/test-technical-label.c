/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-technical-label.h"
#include "ui-test.h"

#define V "v=TLSRPTv1; rua="

/* As wide as so many characters of a monospaced font, whatever the font is. */
static const struct
{
  const char *name;
  const char *text;
  int         width;
  const char *lines; /* with a bar between them */
} cases[] = {
  { "short", V "mailto:a@b.example", 60, V "mailto:a@b.example" },
  { "comma", V "mailto:tls@example.com,https://example.com/v1", 55,
    V "mailto:tls@example.com,|https://example.com/v1" },
  { "each", V "mailto:tls@example.com,mailto:b@example.com", 30,
    "v=TLSRPTv1; |rua=mailto:tls@example.com,|mailto:b@example.com" },
  /* A path may be divided, the host is not. */
  { "path", V "https://reports.example.com/a/long/path", 32,
    "v=TLSRPTv1; |rua=https://reports.example.com/|a/long/path" },
  { "zone-line", "_smtp._tls.example.com. 3600 IN TXT \"" V "mailto:a@b.example\"", 40,
    "_smtp._tls.example.com. 3600 IN TXT |\"" V "mailto:a@b.example\"" },
  /* Nothing is cut off where there is no room. */
  { "too-long", "mailto:tls@example.com", 10, "mailto:tls|@example.c|om" },
  { "lines", "a,b\nc d", 60, "a,b|c d" },
  { "empty", "", 10, "" },
};

static void
test_lines (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  GtkWidget *label = g_object_ref_sink (gtk_label_new (NULL));
  g_autofree char *measure = g_strnfill ((gsize) cases[i].width, 'm');
  g_autoptr (PangoLayout) layout = NULL;
  g_autoptr (GString) lines = g_string_new (NULL);
  PangoFontDescription *font = pango_font_description_from_string ("Monospace");
  int width;

  tlsrpt_technical_label_init (GTK_LABEL (label));
  gtk_label_set_label (GTK_LABEL (label), cases[i].text);

  layout = gtk_widget_create_pango_layout (label, measure);
  pango_layout_set_font_description (layout, font);
  pango_layout_get_size (layout, &width, NULL);

  pango_layout_set_text (layout, cases[i].text, -1);
  pango_layout_set_attributes (layout, gtk_label_get_attributes (GTK_LABEL (label)));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_width (layout, width);

  for (int j = 0; j < pango_layout_get_line_count (layout); j++)
    {
      PangoLayoutLine *line = pango_layout_get_line_readonly (layout, j);

      if (j > 0)
        g_string_append_c (lines, '|');
      g_string_append_len (lines, cases[i].text + line->start_index, line->length);
    }

  g_assert_cmpstr (lines->str, ==, cases[i].lines);
  /* What is selected and copied is the text. */
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (label)), ==, cases[i].text);

  pango_font_description_free (font);
  g_assert_finalize_object (label);
}

int
main (int   argc,
      char *argv[])
{
  ui_test_init (&argc, &argv);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/technical-label/%s", cases[i].name);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_lines);
    }

  return g_test_run ();
}
