/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-state-private.h"

#include "tlsrpt-limits.h"

#include <string.h>

#define SECONDS_PER_DAY (24 * 60 * 60)

/* A problem that was seen: a hash of its type and its place, and its first day. */
typedef struct
{
  guint64 mark;
  gint64  day;
} Seen;

static gboolean
find_mark (TlsrptState *self,
           guint64      mark,
           guint       *position)
{
  for (guint i = 0; self->seen != NULL && i < self->seen->len; i++)
    {
      if (g_array_index (self->seen, Seen, i).mark == mark)
        {
          *position = i;
          return TRUE;
        }
    }

  return FALSE;
}

static GArray *
seen_new (void)
{
  return g_array_new (FALSE, FALSE, sizeof (Seen));
}

/**
 * tlsrpt_state_get_folder:
 *
 * Gets the folder whose reports are read at the start.
 *
 * Returns: (transfer none) (nullable) (type filename): its path
 */
const char *
tlsrpt_state_get_folder (TlsrptState *self)
{
  g_return_val_if_fail (TLSRPT_IS_STATE (self), NULL);

  return self->folder;
}

/**
 * tlsrpt_state_set_folder:
 * @path: (nullable) (type filename): the path of a folder
 *
 * Keeps a folder.  Another one has other problems, so marks go.
 */
void
tlsrpt_state_set_folder (TlsrptState *self,
                         const char  *path)
{
  g_return_if_fail (TLSRPT_IS_STATE (self));
  g_return_if_fail (path == NULL || g_path_is_absolute (path));

  if (g_strcmp0 (self->folder, path) == 0)
    return;

  tlsrpt_state_folder_clear (self);
  self->folder = g_strdup (path);
  tlsrpt_state_changed (self);
}

/**
 * tlsrpt_state_has_marks:
 *
 * Tells whether the problems of the folder were ever marked.
 *
 * Returns: `FALSE` if nothing is known of what was seen
 */
gboolean
tlsrpt_state_has_marks (TlsrptState *self)
{
  g_return_val_if_fail (TLSRPT_IS_STATE (self), FALSE);

  return self->seen != NULL;
}

/**
 * tlsrpt_state_is_marked:
 * @mark: what [func@state_mark] returned
 *
 * Returns: whether somebody has seen the problem
 */
gboolean
tlsrpt_state_is_marked (TlsrptState *self,
                        guint64      mark)
{
  guint position;

  g_return_val_if_fail (TLSRPT_IS_STATE (self), FALSE);

  return find_mark (self, mark, &position);
}

/**
 * tlsrpt_state_add_marks:
 * @marks: (array length=n_marks): marks of problems that were seen
 * @n_marks: how many
 * @now: seconds since 1970
 *
 * Keeps marks; of too many the oldest go.
 */
void
tlsrpt_state_add_marks (TlsrptState   *self,
                        const guint64 *marks,
                        gsize          n_marks,
                        gint64         now)
{
  gboolean is_changed = FALSE;
  guint position;

  g_return_if_fail (TLSRPT_IS_STATE (self));

  if (self->folder == NULL)
    return;

  if (self->seen == NULL)
    {
      self->seen = seen_new ();
      is_changed = TRUE;
    }

  for (gsize i = 0; i < n_marks; i++)
    {
      Seen seen = { marks[i], now / SECONDS_PER_DAY };

      if (find_mark (self, marks[i], &position))
        continue;

      g_array_append_val (self->seen, seen);
      is_changed = TRUE;
    }

  if (self->seen->len > TLSRPT_LIMIT_STATE_MARKS)
    g_array_remove_range (self->seen, 0, self->seen->len - TLSRPT_LIMIT_STATE_MARKS);
  if (is_changed)
    tlsrpt_state_changed (self);
}

/**
 * tlsrpt_state_mark:
 * @result_type: a type of failure
 * @place: the host or domain that has it
 *
 * Makes the mark of a problem, which does not tell what it is.
 *
 * Returns: the mark
 */
guint64
tlsrpt_state_mark (const char *result_type,
                   const char *place)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  guint8 digest[32];
  gsize length = sizeof digest;
  guint64 mark = 0;

  g_return_val_if_fail (result_type != NULL, 0);
  g_return_val_if_fail (place != NULL, 0);

  /* With the NUL between them. */
  g_checksum_update (checksum, (const guchar *) result_type, (gssize) strlen (result_type) + 1);
  g_checksum_update (checksum, (const guchar *) place, (gssize) strlen (place));
  g_checksum_get_digest (checksum, digest, &length);
  for (gsize i = 0; i < sizeof mark; i++)
    mark = mark << 8 | digest[i];

  return mark;
}

static char *
read_path (const TlsrptJsonValue *path,
           const TlsrptJsonValue *uri)
{
  g_autofree char *text = NULL;

  if (path->type == TLSRPT_JSON_TEXT)
    text = g_strdup (path->string.text);
  else if (uri->type == TLSRPT_JSON_TEXT)
    text = g_filename_from_uri (uri->string.text, NULL, NULL);

  if (text == NULL || !g_path_is_absolute (text) || strlen (text) > TLSRPT_LIMIT_INPUT)
    return NULL;

  return g_steal_pointer (&text);
}

static gboolean
read_seen (TlsrptState           *self,
           const TlsrptJsonValue *value)
{
  static const TlsrptJsonKey keys[] = {
    TLSRPT_JSON_KEY ("mark", 0),
    TLSRPT_JSON_KEY ("day", 1),
  };
  TlsrptJsonValue values[G_N_ELEMENTS (keys)];
  g_autoptr (GDateTime) date = NULL;
  g_autofree char *time = NULL;
  Seen seen = { 0, 0 };

  if (value->type != TLSRPT_JSON_OBJECT)
    return FALSE;

  tlsrpt_json_get_members (value, keys, G_N_ELEMENTS (keys), values, G_N_ELEMENTS (values));
  if (values[0].type != TLSRPT_JSON_TEXT || values[1].type != TLSRPT_JSON_TEXT)
    return FALSE;

  time = g_strconcat (values[1].string.text, "T00:00:00Z", NULL);
  date = g_date_time_new_from_iso8601 (time, NULL);
  if (date != NULL)
    seen.day = g_date_time_to_unix (date) / SECONDS_PER_DAY;

  /* Edited by hand, it is no mark any more. */
  if (self->seen->len < TLSRPT_LIMIT_STATE_MARKS &&
      g_ascii_string_to_unsigned (values[0].string.text, 16, 0, G_MAXUINT64, &seen.mark, NULL))
    g_array_append_val (self->seen, seen);

  return TRUE;
}

gboolean
tlsrpt_state_folder_read (TlsrptState           *self,
                          const TlsrptJsonValue *value)
{
  enum { PATH, URI, SEEN, N_SLOTS };
  static const TlsrptJsonKey keys[] = {
    TLSRPT_JSON_KEY ("path", PATH),
    TLSRPT_JSON_KEY ("uri", URI),
    TLSRPT_JSON_KEY ("seen", SEEN),
  };
  TlsrptJsonValue values[N_SLOTS];
  TlsrptJsonIter iter;
  TlsrptJsonValue item;

  if (value->type != TLSRPT_JSON_OBJECT)
    return FALSE;

  tlsrpt_json_get_members (value, keys, G_N_ELEMENTS (keys), values, N_SLOTS);
  if (values[SEEN].type != TLSRPT_JSON_ABSENT && values[SEEN].type != TLSRPT_JSON_ARRAY)
    return FALSE;

  self->folder = read_path (&values[PATH], &values[URI]);
  if (self->folder == NULL || values[SEEN].type == TLSRPT_JSON_ABSENT)
    return TRUE;

  self->seen = seen_new ();
  tlsrpt_json_iter_init (&iter, &values[SEEN]);
  while (tlsrpt_json_iter_next (&iter, &item))
    {
      if (!read_seen (self, &item))
        return FALSE;
    }

  return TRUE;
}

void
tlsrpt_state_folder_write (TlsrptState      *self,
                           TlsrptJsonWriter *writer)
{
  g_autofree char *uri = NULL;

  if (self->folder == NULL)
    return;

  tlsrpt_json_writer_begin_object (writer, "folder");
  if (g_utf8_validate (self->folder, -1, NULL))
    tlsrpt_json_writer_string (writer, "path", self->folder);
  else if ((uri = g_filename_to_uri (self->folder, NULL, NULL)) != NULL)
    tlsrpt_json_writer_string (writer, "uri", uri);

  if (self->seen != NULL)
    {
      tlsrpt_json_writer_begin_array (writer, "seen");
      for (guint i = 0; i < self->seen->len; i++)
        {
          const Seen *seen = &g_array_index (self->seen, Seen, i);
          g_autoptr (GDateTime) date = g_date_time_new_from_unix_utc (seen->day * SECONDS_PER_DAY);
          g_autofree char *day = g_date_time_format (date, "%Y-%m-%d");
          g_autofree char *mark = g_strdup_printf ("%016" G_GINT64_MODIFIER "x", seen->mark);

          tlsrpt_json_writer_begin_object (writer, NULL);
          tlsrpt_json_writer_string (writer, "mark", mark);
          tlsrpt_json_writer_string (writer, "day", day);
          tlsrpt_json_writer_end_object (writer);
        }
      tlsrpt_json_writer_end_array (writer);
    }
  tlsrpt_json_writer_end_object (writer);
}

void
tlsrpt_state_folder_clear (TlsrptState *self)
{
  g_clear_pointer (&self->folder, g_free);
  g_clear_pointer (&self->seen, g_array_unref);
}
