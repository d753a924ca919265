/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fuzz-reading.h"

#include "tlsrpt-gzip.h"
#include "tlsrpt-limits.h"

#include <gio/gio.h>

/* Compresses as a sender does. */
static GByteArray *
compress (const uint8_t *data,
          size_t         size)
{
  g_autoptr (GZlibCompressor) compressor = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, 1);
  g_autoptr (GOutputStream) output = g_memory_output_stream_new_resizable ();
  g_autoptr (GOutputStream) stream =
    g_converter_output_stream_new (output, G_CONVERTER (compressor));
  g_autoptr (GBytes) bytes = NULL;

  g_assert_true (g_output_stream_write_all (stream, data, size, NULL, NULL, NULL));
  g_assert_true (g_output_stream_close (stream, NULL, NULL));
  bytes = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (output));

  return g_bytes_unref_to_array (g_steal_pointer (&bytes));
}

/* What was compressed comes out again, unless it is suspiciously small. */
static void
check_compressed (const uint8_t *data,
                  size_t         size)
{
  g_autoptr (GByteArray) compressed = compress (data, size);
  g_autoptr (GByteArray) expanded = g_byte_array_new ();
  g_autoptr (GError) error = NULL;
  TlsrptGzipFlags flags = 0;

  if (tlsrpt_gzip_expand (compressed->data, compressed->len, TLSRPT_LIMIT_REPORT_JSON,
                          expanded, &flags, &error))
    {
      g_assert_cmpmem (expanded->data, expanded->len, data, size);
      g_assert_cmpint (flags, ==, 0);
    }
  else
    {
      g_assert_cmpuint (size, >, compressed->len);
    }

  fuzz_read_only ("report.json.gz", compressed->data, compressed->len);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autoptr (GByteArray) expanded = g_byte_array_new ();
  g_autoptr (GError) error = NULL;
  TlsrptGzipFlags flags;

  if (!tlsrpt_gzip_recognise (data, size))
    {
      if (size > 0)
        check_compressed (data, size);
      return 0;
    }

  if (tlsrpt_gzip_expand (data, size, 1024, expanded, &flags, &error))
    g_assert_cmpuint (expanded->len, <=, 1024);
  else
    g_assert_nonnull (error);
  fuzz_read_only ("report.json.gz", data, size);

  return 0;
}
