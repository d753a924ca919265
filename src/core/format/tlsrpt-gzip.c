/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-gzip.h"

#include "tlsrpt-error.h"
#include "tlsrpt-limits.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

/* Outputs below this size are never treated as bombs. */
#define HARMLESS (1024 * 1024)

/**
 * tlsrpt_gzip_recognise:
 * @data: some data
 * @size: its octets
 *
 * Tells whether data begins as a gzip member does (RFC 1952 section 2.3.1).
 *
 * Returns: `TRUE` if it does
 */
gboolean
tlsrpt_gzip_recognise (const guint8 *data,
                       gsize         size)
{
  return size >= 2 && data[0] == 0x1f && data[1] == 0x8b;
}

/**
 * tlsrpt_gzip_check_ratio:
 * @n_read: octets that were compressed
 * @n_written: what came out of them so far
 *
 * Checks that data does not grow as only bombs do.  The entries of archives are
 * compressed in the same way.
 *
 * Returns: `FALSE` if it does
 */
gboolean
tlsrpt_gzip_check_ratio (gsize    n_read,
                         gsize    n_written,
                         GError **error)
{
  if (n_written <= HARMLESS || n_written / TLSRPT_LIMIT_REPORT_RATIO <= n_read)
    return TRUE;

  tlsrpt_error_set (error, TLSRPT_ERROR_COMPRESSION_RATIO, TLSRPT_ERROR_FINAL, NULL,
                    _("The compressed data would expand far more than that of any report"));

  return FALSE;
}

/* Expands one member.  GLib's decompressor stops at its end, and knows no limit. */
static gboolean
expand_member (const guint8  *data,
               gsize          size,
               gsize          limit,
               GByteArray    *output,
               gsize         *n_read,
               GError       **error)
{
  g_autoptr (GConverter) decompressor =
    G_CONVERTER (g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP));
  GConverterResult result = G_CONVERTER_CONVERTED;
  gsize begin = output->len;

  *n_read = 0;

  while (result != G_CONVERTER_FINISHED)
    {
      g_autoptr (GError) local_error = NULL;
      gsize used = output->len;
      gsize room = CLAMP (MAX (used, size * 4), 4096, HARMLESS);
      gsize taken;
      gsize written;

      /* One octet over the limit is enough to know. */
      g_byte_array_set_size (output, MIN (used + room, limit + 1));
      result = g_converter_convert (decompressor,
                                    data + *n_read, size - *n_read,
                                    output->data + used, output->len - used,
                                    G_CONVERTER_INPUT_AT_END,
                                    &taken, &written, &local_error);

      if (result == G_CONVERTER_ERROR)
        {
          g_byte_array_set_size (output, used);
          if (g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_PARTIAL_INPUT))
            tlsrpt_error_set (error, TLSRPT_ERROR_COMPRESSION, TLSRPT_ERROR_FINAL, NULL,
                              _("The compressed data is incomplete"));
          else
            tlsrpt_error_set (error, TLSRPT_ERROR_COMPRESSION, TLSRPT_ERROR_FINAL, NULL,
                              _("The compressed data is damaged"));
          return FALSE;
        }

      g_byte_array_set_size (output, used + written);
      *n_read += taken;

      if (output->len > limit)
        {
          g_autofree char *most = g_format_size_full (limit, G_FORMAT_SIZE_IEC_UNITS);

          tlsrpt_error_set (error, TLSRPT_ERROR_TOO_LONG, TLSRPT_ERROR_FINAL, NULL,
                            /* Translators: %s is a size, such as “16 MiB” */
                            _("The uncompressed data is larger than %s"), most);
          return FALSE;
        }

      if (!tlsrpt_gzip_check_ratio (*n_read, output->len - begin, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * tlsrpt_gzip_expand:
 * @data: gzip data
 * @size: its octets
 * @limit: how many octets may come out
 * @output: where they are appended, if something is wrong as far as it was expanded
 * @flags: (out): what was unusual
 *
 * Expands all members of gzip data.
 *
 * Returns: `FALSE` if it is damaged or too large
 */
gboolean
tlsrpt_gzip_expand (const guint8     *data,
                    gsize             size,
                    gsize             limit,
                    GByteArray       *output,
                    TlsrptGzipFlags  *flags,
                    GError          **error)
{
  gsize n_read;

  *flags = 0;

  do
    {
      if (!expand_member (data, size, limit, output, &n_read, error))
        return FALSE;

      data += n_read;
      size -= n_read;
      if (tlsrpt_gzip_recognise (data, size))
        *flags |= TLSRPT_GZIP_MEMBERS;
    }
  while (tlsrpt_gzip_recognise (data, size));

  if (size > 0)
    *flags |= TLSRPT_GZIP_TRAILING;

  return TRUE;
}

/**
 * tlsrpt_gzip_compress:
 * @data: some data
 * @size: its octets
 *
 * Compresses data.
 *
 * Returns: (transfer full): gzip data
 */
GByteArray *
tlsrpt_gzip_compress (const guint8 *data,
                      gsize         size)
{
  g_autoptr (GZlibCompressor) compressor = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, 9);
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();
  g_autoptr (GOutputStream) stream = g_converter_output_stream_new (memory,
                                                                    G_CONVERTER (compressor));
  g_autoptr (GBytes) bytes = NULL;
  GByteArray *result = g_byte_array_new ();
  gsize length;
  gconstpointer octets;

  /* Memory takes all that there is. */
  g_output_stream_write_all (stream, data, size, NULL, NULL, NULL);
  g_output_stream_close (stream, NULL, NULL);

  bytes = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (memory));
  octets = g_bytes_get_data (bytes, &length);
  g_byte_array_append (result, octets, (guint) length);

  return result;
}
