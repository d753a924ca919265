/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-zip.h"

#include "tlsrpt-error.h"
#include "tlsrpt-gzip.h"
#include "tlsrpt-limits.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <zip.h>

/*
 * Archives, through libzip.  It reads the central directory with care, checks the
 * sums, and is fuzzed by people who do nothing else; a reader of our own would be
 * two hundred lines of offsets that a stranger chooses.  libarchive could do it as
 * well, but it guesses among thirty formats, most of which no report comes in.
 */

#define STEP (64 * 1024)

struct _TlsrptZip
{
  zip_t *archive;
  gsize  size;
};

/**
 * tlsrpt_zip_recognise:
 * @data: some data
 * @size: its octets
 *
 * Tells whether data begins as an archive does: with an entry, or, when there is
 * none, with the end of the directory.
 *
 * Returns: `TRUE` if it does
 */
gboolean
tlsrpt_zip_recognise (const guint8 *data,
                      gsize         size)
{
  return size >= 4 && (memcmp (data, "PK\3\4", 4) == 0 || memcmp (data, "PK\5\6", 4) == 0);
}

static void
set_damaged (GError **error)
{
  tlsrpt_error_set (error, TLSRPT_ERROR_COMPRESSION, TLSRPT_ERROR_FINAL, NULL,
                    _("The archive is damaged"));
}

/**
 * tlsrpt_zip_open:
 * @data: an archive, which must stay as long as what is returned
 * @size: its octets
 *
 * Opens an archive.
 *
 * Returns: (transfer full): the archive, or `NULL` if it is damaged or has too
 *   many entries
 */
TlsrptZip *
tlsrpt_zip_open (const guint8  *data,
                 gsize          size,
                 GError       **error)
{
  g_autoptr (TlsrptZip) self = g_new0 (TlsrptZip, 1);
  zip_source_t *source = zip_source_buffer_create (data, size, 0, NULL);

  self->size = size;
  if (source != NULL)
    self->archive = zip_open_from_source (source, ZIP_RDONLY, NULL);

  if (self->archive == NULL)
    {
      if (source != NULL)
        zip_source_free (source);
      set_damaged (error);
      return NULL;
    }

  if (zip_get_num_entries (self->archive, 0) > TLSRPT_LIMIT_REPORT_FILES)
    {
      tlsrpt_error_set (error, TLSRPT_ERROR_TOO_MANY, TLSRPT_ERROR_FINAL, NULL,
                        /* Translators: %'d is a number of entries */
                        ngettext ("The archive has more than %'d entry",
                                  "The archive has more than %'d entries",
                                  TLSRPT_LIMIT_REPORT_FILES),
                        TLSRPT_LIMIT_REPORT_FILES);
      return NULL;
    }

  return g_steal_pointer (&self);
}

void
tlsrpt_zip_free (TlsrptZip *self)
{
  if (self->archive != NULL)
    zip_discard (self->archive);
  g_free (self);
}

guint
tlsrpt_zip_get_n_entries (TlsrptZip *self)
{
  return (guint) zip_get_num_entries (self->archive, 0);
}

/**
 * tlsrpt_zip_dup_name:
 * @self: the archive
 * @entry: the number of an entry
 *
 * Gets the name of an entry: text that is not ours, and no path to follow.
 *
 * Returns: (transfer full) (nullable): the name, or `NULL` for a folder
 */
char *
tlsrpt_zip_dup_name (TlsrptZip *self,
                     guint      entry)
{
  const char *name = zip_get_name (self->archive, entry, ZIP_FL_ENC_GUESS);

  if (name == NULL)
    name = "";

  return g_str_has_suffix (name, "/") ? NULL : g_utf8_make_valid (name, -1);
}

/**
 * tlsrpt_zip_get_compressed_size:
 * @self: the archive
 * @entry: the number of an entry
 *
 * Gets how much has to be read to expand an entry.  Entries may share their data, so
 * that all of them together have more than the archive, and data may be read without
 * anything coming of it.
 *
 * Returns: the octets of the entry in the archive, as far as they can be there
 */
gsize
tlsrpt_zip_get_compressed_size (TlsrptZip *self,
                                guint      entry)
{
  zip_stat_t stat;

  if (zip_stat_index (self->archive, entry, 0, &stat) != 0 ||
      (stat.valid & ZIP_STAT_COMP_SIZE) == 0)
    return self->size;

  return (gsize) MIN (stat.comp_size, self->size);
}

/**
 * tlsrpt_zip_expand:
 * @self: the archive
 * @entry: the number of an entry
 * @limit: how many octets may come out
 * @output: where they are appended, if something is wrong as far as it was expanded
 *
 * Expands an entry.
 *
 * Returns: `FALSE` if it is damaged or too large, or cannot be read
 */
gboolean
tlsrpt_zip_expand (TlsrptZip   *self,
                   guint        entry,
                   gsize        limit,
                   GByteArray  *output,
                   GError     **error)
{
  zip_stat_t stat;
  gsize compressed = tlsrpt_zip_get_compressed_size (self, entry);
  gsize begin = output->len;
  gboolean grows_as_usual;
  zip_file_t *file;
  zip_int64_t n_read = 0;

  if (zip_stat_index (self->archive, entry, 0, &stat) != 0)
    {
      set_damaged (error);
      return FALSE;
    }

  /* libzip knows methods whose tables alone could fill the memory. */
  if ((stat.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && stat.encryption_method != ZIP_EM_NONE)
    {
      tlsrpt_error_set (error, TLSRPT_ERROR_COMPRESSION, TLSRPT_ERROR_FINAL, NULL,
                        _("The archive is encrypted"));
      return FALSE;
    }
  if ((stat.valid & ZIP_STAT_COMP_METHOD) != 0 &&
      stat.comp_method != ZIP_CM_STORE && stat.comp_method != ZIP_CM_DEFLATE)
    {
      tlsrpt_error_set (error, TLSRPT_ERROR_COMPRESSION, TLSRPT_ERROR_FINAL, NULL,
                        _("The archive uses an unsupported compression method"));
      return FALSE;
    }

  /* The expanded size that the archive claims, which may be false. */
  if ((stat.valid & ZIP_STAT_SIZE) != 0 &&
      !tlsrpt_gzip_check_ratio (compressed, (gsize) stat.size, error))
    return FALSE;

  file = zip_fopen_index (self->archive, entry, 0);
  if (file == NULL)
    {
      set_damaged (error);
      return FALSE;
    }

  do
    {
      gsize used = output->len;

      g_byte_array_set_size (output, (guint) MIN (used + STEP, limit + 1));
      n_read = zip_fread (file, output->data + used, output->len - used);
      g_byte_array_set_size (output, (guint) (used + MAX (n_read, 0)));
      grows_as_usual = tlsrpt_gzip_check_ratio (compressed, output->len - begin, error);
    }
  while (n_read > 0 && output->len <= limit && grows_as_usual);

  zip_fclose (file);

  if (!grows_as_usual)
    return FALSE;

  if (n_read < 0)
    {
      set_damaged (error);
      return FALSE;
    }

  if (output->len > limit)
    {
      g_autofree char *most = g_format_size_full (limit, G_FORMAT_SIZE_IEC_UNITS);

      tlsrpt_error_set (error, TLSRPT_ERROR_TOO_LONG, TLSRPT_ERROR_FINAL, NULL,
                        /* Translators: %s is a size, such as “16 MiB” */
                        _("The uncompressed data is larger than %s"), most);
      return FALSE;
    }

  return TRUE;
}
