/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fuzz.h"

#include "tlsrpt-report-collection.h"
#include "tlsrpt-report-folder.h"
#include "tlsrpt-report-other.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

/* Milliseconds of quiet: so many that it is looked at only when somebody asks for it. */
#define DELAY 600000

#define MOST_COMMANDS 40
#define MOST_LOOKS 5
#define MOST_LEVELS 4
#define MOST_NAME 100

/* A folder, and what a window knows of it. */
typedef struct
{
  char                   *top;
  char                   *path;
  gboolean                is_away;
  gint64                  n_writes;

  TlsrptReportFolder     *folder;
  TlsrptReportCollection *collection;
  GHashTable             *known;
  guint                   n_loading;
  guint                   n_looks;
} World;

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_assert_true (tlsrpt_report_collection_load_finish (TLSRPT_REPORT_COLLECTION (source), result,
                                                       NULL));
  (*(guint *) user_data)--;
}

/* Nothing goes that was not there. */
static void
looked_cb (World                          *world,
           const TlsrptReportFolderChange *change)
{
  world->n_looks++;
  g_assert_cmpuint (change->moved_from->len, ==, change->moved_to->len);
  for (guint i = 0; i < change->moved_from->len; i++)
    {
      const char *from = g_ptr_array_index (change->moved_from, i);
      const char *to = g_ptr_array_index (change->moved_to, i);

      g_assert_true (g_hash_table_remove (world->known, from));
      g_hash_table_add (world->known, g_strdup (to));
      tlsrpt_report_collection_rename_file (world->collection, from, to);
    }

  for (guint i = 0; i < change->went->len; i++)
    g_assert_true (g_hash_table_remove (world->known, g_ptr_array_index (change->went, i)));
  tlsrpt_report_collection_remove_files (world->collection, change->went);

  for (guint i = 0; i < change->came->len; i++)
    g_hash_table_add (world->known, g_strdup (g_ptr_array_index (change->came, i)));
  if (change->came->len > 0)
    {
      world->n_loading++;
      tlsrpt_report_collection_update_async (world->collection,
                                             (const char *const *) change->came->pdata,
                                             change->came->len, NULL, loaded_cb,
                                             &world->n_loading);
    }
}

/* Removes the files from a set that are there: each has to be in it. */
static void
find_files (const char *path,
            gboolean    has_cur,
            GHashTable *left)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);
      g_autofree char *cur = g_build_filename (child, "cur", NULL);
      struct stat status;

      if (tlsrpt_report_other_is_ignored (name) || stat (child, &status) != 0)
        continue;

      if (S_ISREG (status.st_mode))
        g_assert_true (g_hash_table_remove (left, child));
      /* What is being delivered to a Maildir is left out. */
      else if (S_ISDIR (status.st_mode) && !g_file_test (child, G_FILE_TEST_IS_SYMLINK) &&
               !(has_cur && g_str_equal (name, "tmp")))
        find_files (child, g_file_test (cur, G_FILE_TEST_IS_DIR), left);
    }
}

static void
copy_key (gpointer key,
          gpointer value,
          gpointer user_data)
{
  g_hash_table_add (user_data, g_strdup (key));
}

static void
check_files (World *world)
{
  g_autoptr (GHashTable) left = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *cur = g_build_filename (world->path, "cur", NULL);
  const GError *error = tlsrpt_report_folder_get_error (world->folder);

  g_assert_true ((error != NULL) == world->is_away);
  g_assert_true (tlsrpt_report_folder_is_readable (world->folder) != world->is_away);
  g_assert_cmpuint (tlsrpt_report_folder_get_n_files (world->folder), ==,
                    g_hash_table_size (world->known));
  if (error != NULL)
    {
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      return;
    }

  g_hash_table_foreach (world->known, copy_key, left);
  find_files (world->path, g_file_test (cur, G_FILE_TEST_IS_DIR), left);
  g_assert_cmpuint (g_hash_table_size (left), ==, 0);
}

/* Whatever has come and gone: there is what would be there if all files were read now. */
static void
check_reports (World *world)
{
  g_autoptr (TlsrptReportCollection) fresh = tlsrpt_report_collection_new ();
  g_autofree const char **paths = (const char **) g_hash_table_get_keys_as_array (world->known,
                                                                                  NULL);
  guint n_loading = 1;

  if (world->is_away)
    return;

  tlsrpt_report_collection_update_async (fresh, paths, g_hash_table_size (world->known), NULL,
                                         loaded_cb, &n_loading);
  while (n_loading > 0)
    g_main_context_iteration (NULL, TRUE);

  g_assert_cmpuint (tlsrpt_report_collection_get_reports (world->collection)->len, ==,
                    tlsrpt_report_collection_get_reports (fresh)->len);
  g_assert_cmpuint (tlsrpt_report_collection_get_n_duplicates (world->collection), ==,
                    tlsrpt_report_collection_get_n_duplicates (fresh));
  g_assert_cmpuint (tlsrpt_report_collection_get_n_faulty_files (world->collection), ==,
                    tlsrpt_report_collection_get_n_faulty_files (fresh));
  g_assert_cmpuint (tlsrpt_report_collection_get_n_others (world->collection), ==,
                    tlsrpt_report_collection_get_n_others (fresh));
}

static void
look (World *world)
{
  guint n_looks = world->n_looks;

  tlsrpt_report_folder_look (world->folder);
  while (world->n_looks == n_looks || world->n_loading > 0)
    g_main_context_iteration (NULL, TRUE);

  check_files (world);
}

/* The path of a name in the folder, or NULL if it may not be one. */
static char *
dup_path (World      *world,
          const char *name)
{
  g_auto (GStrv) parts = g_strsplit (name != NULL ? name : "", "/", -1);

  if (g_strv_length (parts) > MOST_LEVELS)
    return NULL;

  for (gsize i = 0; parts[i] != NULL; i++)
    {
      gsize length = strlen (parts[i]);

      if (length == 0 || length > MOST_NAME || g_str_equal (parts[i], ".") ||
          g_str_equal (parts[i], ".."))
        return NULL;
    }

  return parts[0] != NULL ? g_build_filename (world->path, name, NULL) : NULL;
}

/* No two have one time, for file systems do not tell what happens at once. */
static void
write_file (World      *world,
            const char *path,
            const char *content)
{
  struct timespec times[2] = { { .tv_sec = 1796083200 + world->n_writes++ }, { 0 } };
  int fd = g_open (path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);

  if (fd < 0)
    return;

  times[1] = times[0];
  g_assert_cmpint (write (fd, content, strlen (content)), ==, (gssize) strlen (content));
  g_assert_cmpint (futimens (fd, times), ==, 0);
  close (fd);
}

/* A letter, a name, and what belongs to it; what is not possible does not happen. */
static void
obey (World      *world,
      const char *line)
{
  g_auto (GStrv) words = g_strsplit (line, " ", 3);
  g_autofree char *path = NULL;
  g_autofree char *other = NULL;

  if (*line == '~')
    {
      g_autofree char *away = g_build_filename (world->top, "away", NULL);

      g_assert_cmpint (world->is_away ? g_rename (away, world->path)
                                      : g_rename (world->path, away), ==, 0);
      world->is_away = !world->is_away;
      return;
    }

  if (words[0] == NULL || words[1] == NULL)
    return;
  path = dup_path (world, words[1]);
  other = dup_path (world, words[2]);
  if (path == NULL)
    return;

  switch (*line)
    {
    case 'w':
      write_file (world, path, words[2] != NULL ? words[2] : "");
      break;

    case 'r':
      g_remove (path);
      break;

    case 'd':
      g_mkdir (path, 0700);
      break;

    case 'm':
      if (other != NULL)
        g_rename (path, other);
      break;

    case 'l':
      /* Nothing else is within reach of it. */
      if (other != NULL && symlink (other, path) != 0)
        return;
      break;

    default:
      break;
    }
}

static void
remove_folder (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (!g_file_test (child, G_FILE_TEST_IS_SYMLINK) && g_file_test (child, G_FILE_TEST_IS_DIR))
        remove_folder (child);
      else
        g_assert_cmpint (g_unlink (child), ==, 0);
    }

  g_assert_cmpint (g_rmdir (path), ==, 0);
}

/* What becomes of a folder, a line each; an empty one is a look at it. */
int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  World world = { .top = g_dir_make_tmp ("fuzz-XXXXXX", NULL) };

  world.path = g_build_filename (world.top, "reports", NULL);
  g_assert_cmpint (g_mkdir (world.path, 0700), ==, 0);
  world.known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  world.collection = tlsrpt_report_collection_new ();
  world.folder = tlsrpt_report_folder_new (world.path, DELAY);
  g_signal_connect_swapped (world.folder, "looked", G_CALLBACK (looked_cb), &world);

  for (guint i = 0; size > 0 && i < MOST_COMMANDS && world.n_looks < MOST_LOOKS; i++)
    {
      g_autofree char *line = fuzz_take_line (&data, &size);

      if (*line == '\0')
        look (&world);
      else
        obey (&world, line);
    }
  look (&world);
  check_reports (&world);

  tlsrpt_report_collection_remove_all_files (world.collection);
  g_assert_cmpuint (tlsrpt_report_collection_get_reports (world.collection)->len, ==, 0);
  g_assert_cmpuint (tlsrpt_report_collection_get_n_faulty_files (world.collection), ==, 0);

  g_object_unref (world.folder);
  g_object_unref (world.collection);
  g_hash_table_unref (world.known);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  remove_folder (world.top);
  g_free (world.path);
  g_free (world.top);

  return 0;
}
