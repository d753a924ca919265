/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-import-buffer.h"
#include "tlsrpt-limits.h"
#include "ui-test.h"

static TlsrptImportBuffer *
create_buffer (const char *text)
{
  TlsrptImportBuffer *buffer = g_object_new (TLSRPT_TYPE_IMPORT_BUFFER, NULL);

  gtk_text_buffer_set_text (GTK_TEXT_BUFFER (buffer), text, -1);

  return buffer;
}

static void
assert_text (TlsrptImportBuffer *buffer,
             const char         *expected)
{
  g_autofree char *text = NULL;

  g_object_get (buffer, "text", &text, NULL);
  g_assert_cmpstr (text, ==, expected);
}

/* A letter for each character: how it is underlined, or a point. */
static char *
draw_underlines (TlsrptImportBuffer *buffer)
{
  static const char *const tags[] = { "note", "warning", "error" };
  GtkTextTagTable *table = gtk_text_buffer_get_tag_table (GTK_TEXT_BUFFER (buffer));
  GString *drawing = g_string_new (NULL);
  GtkTextIter iter;

  gtk_text_buffer_get_start_iter (GTK_TEXT_BUFFER (buffer), &iter);
  while (!gtk_text_iter_is_end (&iter))
    {
      char mark = '.';

      g_assert_true (gtk_text_iter_has_tag (&iter, gtk_text_tag_table_lookup (table, "plain")));
      for (gsize i = 0; i < G_N_ELEMENTS (tags); i++)
        {
          if (gtk_text_iter_has_tag (&iter, gtk_text_tag_table_lookup (table, tags[i])))
            mark = tags[i][0];
        }

      g_string_append_c (drawing, mark);
      gtk_text_iter_forward_char (&iter);
    }

  return g_string_free (drawing, FALSE);
}

static TlsrptRemark *
create_remark (TlsrptSeverity severity,
               gsize          start,
               gsize          end)
{
  return tlsrpt_remark_new_from_parts (&(TlsrptRemarkParts) {
    .severity = severity,
    .code = "code",
    .message = "message",
    .repair = "é!",
    .range = &(TlsrptRange) { start, end },
  });
}

typedef struct
{
  const char     *name;
  const char     *text;
  TlsrptSeverity  severity;
  guint           start;
  guint           end;
  const char     *drawing;
} Case;

static const Case cases[] = {
  { "note", "abcdef", TLSRPT_SEVERITY_NOTE, 1, 3, ".nn..." },
  { "warning", "abcdef", TLSRPT_SEVERITY_WARNING, 0, 6, "wwwwww" },
  { "error", "abcdef", TLSRPT_SEVERITY_ERROR, 5, 6, ".....e" },
  { "characters", "äöü", TLSRPT_SEVERITY_ERROR, 1, 2, ".e." },
  { "lines", "ab\ncd", TLSRPT_SEVERITY_ERROR, 1, 4, ".eee." },

  /* Where something is missing, the character beside it is marked. */
  { "missing", "abcdef", TLSRPT_SEVERITY_ERROR, 2, 2, "..e..." },
  { "missing-at-begin", "abcdef", TLSRPT_SEVERITY_ERROR, 0, 0, "e....." },
  { "missing-at-end", "abcdef", TLSRPT_SEVERITY_ERROR, 6, 6, ".....e" },
};

static void
test_underline (gconstpointer data)
{
  const Case *c = data;
  TlsrptImportBuffer *buffer = create_buffer (c->text);
  g_autoptr (GPtrArray) remarks = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *drawing = NULL;

  g_ptr_array_add (remarks, create_remark (c->severity, c->start, c->end));
  tlsrpt_import_buffer_underline (buffer, remarks);
  drawing = draw_underlines (buffer);
  g_assert_cmpstr (drawing, ==, c->drawing);

  g_assert_finalize_object (buffer);
}

/* A part that has been fixed is no longer underlined, and a remark on all of the text
 * underlines nothing. */
static void
test_underline_anew (void)
{
  TlsrptImportBuffer *buffer = create_buffer ("abcdef");
  g_autoptr (GPtrArray) remarks = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *both = NULL;
  g_autofree char *none = NULL;

  g_ptr_array_add (remarks, create_remark (TLSRPT_SEVERITY_ERROR, 0, 1));
  g_ptr_array_add (remarks, create_remark (TLSRPT_SEVERITY_ERROR, 4, 6));
  tlsrpt_import_buffer_underline (buffer, remarks);
  both = draw_underlines (buffer);
  g_assert_cmpstr (both, ==, "e...ee");

  g_ptr_array_set_size (remarks, 0);
  g_ptr_array_add (remarks, tlsrpt_remark_new (TLSRPT_SEVERITY_ERROR, "code", NULL, "message"));
  tlsrpt_import_buffer_underline (buffer, remarks);
  none = draw_underlines (buffer);
  g_assert_cmpstr (none, ==, "......");

  g_assert_finalize_object (buffer);
}

static void
test_repair (void)
{
  TlsrptImportBuffer *buffer = create_buffer ("äbcdef");
  g_autoptr (TlsrptRemark) remark = create_remark (TLSRPT_SEVERITY_ERROR, 1, 3);
  int position;

  tlsrpt_import_buffer_repair (buffer, remark);
  assert_text (buffer, "äé!def");
  g_object_get (buffer, "cursor-position", &position, NULL);
  g_assert_cmpint (position, ==, 3);

  /* As one step. */
  gtk_text_buffer_undo (GTK_TEXT_BUFFER (buffer));
  assert_text (buffer, "äbcdef");

  g_assert_finalize_object (buffer);
}

static void
count_cb (guint *n)
{
  (*n)++;
}

static void
test_room (void)
{
  g_autofree char *longest = g_strnfill (TLSRPT_LIMIT_INPUT - 2, 'a');
  g_autofree char *full = g_strconcat (longest, "é", NULL);
  g_autofree char *too_long = g_strconcat (full, "a", NULL);
  TlsrptImportBuffer *buffer = create_buffer ("");
  guint n_overfull = 0;

  g_signal_connect_swapped (buffer, "overfull", G_CALLBACK (count_cb), &n_overfull);

  /* Octets count. */
  tlsrpt_import_buffer_replace (buffer, longest);
  gtk_text_buffer_insert_at_cursor (GTK_TEXT_BUFFER (buffer), "é", -1);
  assert_text (buffer, full);
  g_assert_cmpuint (n_overfull, ==, 0);

  gtk_text_buffer_insert_at_cursor (GTK_TEXT_BUFFER (buffer), "a", -1);
  assert_text (buffer, full);
  g_assert_cmpuint (n_overfull, ==, 1);

  /* What there was stays. */
  tlsrpt_import_buffer_replace (buffer, too_long);
  assert_text (buffer, full);
  g_assert_cmpuint (n_overfull, ==, 2);

  tlsrpt_import_buffer_replace (buffer, longest);
  assert_text (buffer, longest);
  gtk_text_buffer_undo (GTK_TEXT_BUFFER (buffer));
  assert_text (buffer, full);

  g_assert_finalize_object (buffer);
}

int
main (int   argc,
      char *argv[])
{
  ui_test_init (&argc, &argv);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/import-buffer/underline/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_underline);
    }

  g_test_add_func ("/import-buffer/underline/anew", test_underline_anew);
  g_test_add_func ("/import-buffer/repair", test_repair);
  g_test_add_func ("/import-buffer/room", test_room);

  return g_test_run ();
}
