/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fuzz.h"

#include "tlsrpt-limits.h"
#include "tlsrpt-state-file.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

/* December 1, 2026: the same input has to lead to the same path. */
#define NOW G_GINT64_CONSTANT (1796083200)

typedef enum
{
  KIND_NONE,
  KIND_FOLDER,
  KIND_LINK,
  KIND_FILE,
  N_KINDS,
} Kind;

/* A folder with the file of a state. */
typedef struct
{
  char          *folder;
  char          *path;
  Kind           kind;
  const uint8_t *data;
  size_t         size;
  guint          n_copies;
} Disk;

static char *
name_copy (const Disk *disk,
           guint       number)
{
  return number == 1 ? g_strdup_printf ("%s.bad", disk->path)
                     : g_strdup_printf ("%s.bad.%u", disk->path, number);
}

static void
write_file (const char *path,
            const void *data,
            gsize       size)
{
  int fd = g_open (path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);

  g_assert_cmpint (fd, >=, 0);
  g_assert_cmpint (write (fd, data, size), ==, (gssize) size);
  close (fd);
}

static gboolean
has_content (const char *path,
             const void *data,
             gsize       size)
{
  g_autofree char *content = NULL;
  gsize length;

  return g_file_get_contents (path, &content, &length, NULL) && length == size &&
         (size == 0 || memcmp (content, data, size) == 0);
}

static void
set_up (Disk *disk)
{
  disk->folder = g_dir_make_tmp ("fuzz-XXXXXX", NULL);
  disk->path = g_build_filename (disk->folder, "state.json", NULL);

  if (disk->kind == KIND_FOLDER)
    g_assert_cmpint (g_mkdir (disk->path, 0700), ==, 0);
  else if (disk->kind == KIND_LINK)
    g_assert_cmpint (symlink ("elsewhere", disk->path), ==, 0);
  else if (disk->kind == KIND_FILE)
    write_file (disk->path, disk->data, disk->size);

  for (guint i = 1; i <= disk->n_copies; i++)
    {
      g_autofree char *copy = name_copy (disk, i);

      write_file (copy, &i, sizeof i);
    }
}

static void
tear_down (Disk *disk)
{
  g_autoptr (GDir) dir = g_dir_open (disk->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (disk->folder, name, NULL);

      g_remove (path);
    }
  g_assert_cmpint (g_rmdir (disk->folder), ==, 0);
  g_free (disk->folder);
  g_free (disk->path);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

/* Whatever is there, there is a state afterwards. */
static TlsrptStateFile *
load (const Disk *disk,
      GError    **error)
{
  TlsrptStateFile *file = tlsrpt_state_file_new (disk->path);
  g_autoptr (GAsyncResult) result = NULL;

  tlsrpt_state_file_load_async (file, NULL, loaded_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (tlsrpt_state_file_load_finish (file, result, error) == (*error == NULL));
  g_assert_nonnull (tlsrpt_state_file_get_state (file));

  return file;
}

/* What was there and cannot be read is not lost, nor are those that were kept before,
 * unless there are too many. */
static void
check_kept (const Disk   *disk,
            const GError *error)
{
  gboolean is_kept = disk->kind != KIND_FILE || error == NULL;

  g_assert_true (disk->kind != KIND_FOLDER || error != NULL);
  g_assert_true (error == NULL || g_utf8_validate (error->message, -1, NULL));

  for (guint i = 1; i <= TLSRPT_LIMIT_STATE_COPIES; i++)
    {
      g_autofree char *copy = name_copy (disk, i);

      is_kept = is_kept || has_content (copy, disk->data, disk->size);
      if (i <= disk->n_copies && (error == NULL || i < TLSRPT_LIMIT_STATE_COPIES))
        g_assert_true (has_content (copy, &i, sizeof i));
    }
  g_assert_true (is_kept);
}

static char *
dup_json (TlsrptState *state)
{
  g_autoptr (GDateTime) now = g_date_time_new_from_unix_utc (NOW);

  return tlsrpt_state_to_json (state, now);
}

/* What is changed is there at the next start, except in the place of what is no file. */
static void
check_written (const Disk      *disk,
               TlsrptStateFile *file,
               const char      *folder,
               const guint64   *marks,
               gsize            n_marks)
{
  TlsrptState *state = tlsrpt_state_file_get_state (file);
  g_autoptr (TlsrptStateFile) again = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  struct stat status;

  tlsrpt_state_set_folder (state, folder);
  tlsrpt_state_add_marks (state, marks, n_marks, NOW);
  tlsrpt_state_file_flush (file);
  before = dup_json (state);

  again = load (disk, &error);
  if (disk->kind == KIND_FOLDER)
    {
      g_assert_true (lstat (disk->path, &status) == 0 && S_ISDIR (status.st_mode));
      return;
    }

  g_assert_no_error (error);
  after = dup_json (tlsrpt_state_file_get_state (again));
  g_assert_cmpstr (before, ==, after);
  state = tlsrpt_state_file_get_state (again);
  g_assert_cmpstr (tlsrpt_state_get_folder (state), ==, folder);
  for (gsize i = 0; i < n_marks; i++)
    g_assert_true (tlsrpt_state_is_marked (state, marks[i]));
  g_assert_true (stat (disk->path, &status) == 0 && (status.st_mode & 077) == 0);
}

/* What the disk has in the place of the file; the folder that is kept, and two problems
 * that were seen, in a line each; and what is in the file. */
int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  Disk disk = { .kind = N_KINDS - 1 - fuzz_take_number (&data, &size, N_KINDS) };
  g_autofree char *line = NULL;
  g_autofree char *folder = NULL;
  g_autofree char *type = NULL;
  g_autofree char *place = NULL;
  g_autoptr (TlsrptStateFile) file = NULL;
  g_autoptr (GError) error = NULL;
  guint64 marks[2];

  disk.n_copies = fuzz_take_number (&data, &size, TLSRPT_LIMIT_STATE_COPIES + 2);
  line = fuzz_take_line (&data, &size);
  folder = g_strconcat ("/", line, NULL);
  type = fuzz_take_line (&data, &size);
  place = fuzz_take_line (&data, &size);
  marks[0] = tlsrpt_state_mark (type, place);
  marks[1] = tlsrpt_state_mark (place, type);
  disk.data = data;
  disk.size = size;

  set_up (&disk);
  file = load (&disk, &error);
  check_kept (&disk, error);
  check_written (&disk, file, folder, marks, G_N_ELEMENTS (marks));
  if (tlsrpt_state_file_forget (file, NULL))
    g_assert_false (g_file_test (disk.path, G_FILE_TEST_IS_REGULAR));
  g_assert_null (tlsrpt_state_get_folder (tlsrpt_state_file_get_state (file)));
  tear_down (&disk);

  return 0;
}
