/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-import-buffer.h"

#include "tlsrpt-limits.h"

#include <string.h>

/**
 * TlsrptImportBuffer:
 *
 * A text with a record, while it is pasted or typed, in which what is wrong is
 * underlined.
 */
struct _TlsrptImportBuffer
{
  GtkTextBuffer parent_instance;
};

G_DEFINE_FINAL_TYPE (TlsrptImportBuffer, tlsrpt_import_buffer, GTK_TYPE_TEXT_BUFFER)

enum
{
  SIGNAL_OVERFULL,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* Covers all of the text: a hyphen inserted at a line break would look like part of it. */
#define PLAIN_TAG "plain"

/* How the place of a finding is underlined, so that severities differ without color. */
static const struct
{
  TlsrptSeverity  severity;
  const char     *tag;
  PangoUnderline  underline;
} underlines[] = {
  { TLSRPT_SEVERITY_NOTE, "note", PANGO_UNDERLINE_SINGLE },
  { TLSRPT_SEVERITY_WARNING, "warning", PANGO_UNDERLINE_DOUBLE },
  { TLSRPT_SEVERITY_ERROR, "error", PANGO_UNDERLINE_ERROR },
};

static void
underline (GtkTextBuffer *buffer,
           TlsrptRemark  *remark)
{
  GtkTextIter start;
  GtkTextIter end;

  if (tlsrpt_remark_get_range (remark) == NULL)
    return;

  tlsrpt_import_buffer_get_place (TLSRPT_IMPORT_BUFFER (buffer), remark, &start, &end);

  /* Where something is missing, the character beside it is marked. */
  if (gtk_text_iter_equal (&start, &end) && !gtk_text_iter_forward_char (&end))
    gtk_text_iter_backward_char (&start);

  for (gsize i = 0; i < G_N_ELEMENTS (underlines); i++)
    {
      if (underlines[i].severity == tlsrpt_remark_get_severity (remark))
        gtk_text_buffer_apply_tag_by_name (buffer, underlines[i].tag, &start, &end);
    }
}

/* Removes a tag only where it is: removing it from all of the text would lay out all of
 * it again. */
static void
remove_underlines (GtkTextBuffer *buffer,
                   const char    *name)
{
  GtkTextTagTable *table = gtk_text_buffer_get_tag_table (buffer);
  GtkTextTag *tag = gtk_text_tag_table_lookup (table, name);
  GtkTextIter start;

  gtk_text_buffer_get_start_iter (buffer, &start);
  while (gtk_text_iter_starts_tag (&start, tag) ||
         gtk_text_iter_forward_to_tag_toggle (&start, tag))
    {
      GtkTextIter end = start;

      gtk_text_iter_forward_to_tag_toggle (&end, tag);
      gtk_text_buffer_remove_tag (buffer, tag, &start, &end);
      start = end;
    }
}

/* Tells whether so many octets are too many, and if so emits “overfull”. */
static gboolean
is_overfull (TlsrptImportBuffer *self,
             gsize               length)
{
  if (length <= TLSRPT_LIMIT_INPUT)
    return FALSE;

  g_signal_emit (self, signals[SIGNAL_OVERFULL], 0);

  return TRUE;
}

static void
tlsrpt_import_buffer_insert_text (GtkTextBuffer *buffer,
                                  GtkTextIter   *place,
                                  const char    *text,
                                  int            length)
{
  g_autofree char *before = NULL;
  GtkTextIter start;

  g_object_get (buffer, "text", &before, NULL);
  if (is_overfull (TLSRPT_IMPORT_BUFFER (buffer), strlen (before) + (gsize) length))
    {
      /* Other handlers would look for the text that was not inserted. */
      g_signal_stop_emission_by_name (buffer, "insert-text");
      return;
    }

  GTK_TEXT_BUFFER_CLASS (tlsrpt_import_buffer_parent_class)->insert_text (buffer, place, text,
                                                                          length);

  start = *place;
  gtk_text_iter_backward_chars (&start, (int) g_utf8_strlen (text, length));
  gtk_text_buffer_apply_tag_by_name (buffer, PLAIN_TAG, &start, place);
}

static void
tlsrpt_import_buffer_constructed (GObject *object)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (object);

  G_OBJECT_CLASS (tlsrpt_import_buffer_parent_class)->constructed (object);

  gtk_text_buffer_create_tag (buffer, PLAIN_TAG, "insert-hyphens", FALSE, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (underlines); i++)
    gtk_text_buffer_create_tag (buffer, underlines[i].tag,
                                "underline", underlines[i].underline,
                                NULL);
}

static void
tlsrpt_import_buffer_class_init (TlsrptImportBufferClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkTextBufferClass *buffer_class = GTK_TEXT_BUFFER_CLASS (klass);

  object_class->constructed = tlsrpt_import_buffer_constructed;

  buffer_class->insert_text = tlsrpt_import_buffer_insert_text;

  /**
   * TlsrptImportBuffer::overfull:
   *
   * A text was not inserted because there is no room for it.
   */
  signals[SIGNAL_OVERFULL] =
    g_signal_new ("overfull",
                  G_TYPE_FROM_CLASS (klass),
                  G_SIGNAL_RUN_LAST,
                  0,
                  NULL, NULL, NULL,
                  G_TYPE_NONE, 0);
}

static void
tlsrpt_import_buffer_init (TlsrptImportBuffer *self)
{
}

/**
 * tlsrpt_import_buffer_get_place:
 * @self: a text
 * @remark: something to say about it, with a range in characters
 * @start: (out): where the place begins
 * @end: (out): where it ends
 *
 * Finds what @remark is about.
 */
void
tlsrpt_import_buffer_get_place (TlsrptImportBuffer *self,
                                TlsrptRemark       *remark,
                                GtkTextIter        *start,
                                GtkTextIter        *end)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self);
  const TlsrptRange *range = tlsrpt_remark_get_range (remark);

  g_return_if_fail (TLSRPT_IS_IMPORT_BUFFER (self));
  g_return_if_fail (range != NULL);

  gtk_text_buffer_get_iter_at_offset (buffer, start, (int) range->start);
  gtk_text_buffer_get_iter_at_offset (buffer, end, (int) range->end);
}

/**
 * tlsrpt_import_buffer_repair:
 * @self: a text
 * @remark: something to say about it, with a range and a repair
 *
 * Puts the repair in its place, and the cursor behind it.
 */
void
tlsrpt_import_buffer_repair (TlsrptImportBuffer *self,
                             TlsrptRemark       *remark)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self);
  g_autofree char *repair = NULL;
  GtkTextIter start;
  GtkTextIter end;

  g_return_if_fail (TLSRPT_IS_IMPORT_BUFFER (self));
  g_return_if_fail (TLSRPT_IS_REMARK (remark));

  /* The remark is freed when the text changes. */
  repair = g_strdup (tlsrpt_remark_get_repair (remark));

  tlsrpt_import_buffer_get_place (self, remark, &start, &end);
  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_delete (buffer, &start, &end);
  gtk_text_buffer_insert (buffer, &start, repair, -1);
  gtk_text_buffer_end_user_action (buffer);
  gtk_text_buffer_place_cursor (buffer, &start);
}

/**
 * tlsrpt_import_buffer_replace:
 * @self: a text
 * @text: another
 *
 * Puts @text in place of what is there, as somebody would type it, so that it can be
 * undone.
 */
void
tlsrpt_import_buffer_replace (TlsrptImportBuffer *self,
                              const char         *text)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self);
  GtkTextIter start;
  GtkTextIter end;

  g_return_if_fail (TLSRPT_IS_IMPORT_BUFFER (self));
  g_return_if_fail (text != NULL);

  if (is_overfull (self, strlen (text)))
    return;

  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  gtk_text_buffer_delete (buffer, &start, &end);
  gtk_text_buffer_insert (buffer, &start, text, -1);
  gtk_text_buffer_end_user_action (buffer);
}

/**
 * tlsrpt_import_buffer_underline:
 * @self: a text
 * @remarks: (element-type TlsrptRemark): what is wrong with it
 *
 * Shows where something is wrong.
 */
void
tlsrpt_import_buffer_underline (TlsrptImportBuffer *self,
                                GPtrArray          *remarks)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self);

  g_return_if_fail (TLSRPT_IS_IMPORT_BUFFER (self));
  g_return_if_fail (remarks != NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (underlines); i++)
    remove_underlines (buffer, underlines[i].tag);

  for (guint i = 0; i < remarks->len; i++)
    underline (buffer, g_ptr_array_index (remarks, i));
}
