/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-error.h"
#include "tlsrpt-gzip.h"

#include <gio/gio.h>
#include <locale.h>

#define LIMIT 100000

/* “a” is the member of the text, “b” one that is as long as may be, “c” one that is an
 * octet longer, and “z” one of zeros without end; “!” cuts the last eight octets, “x”
 * turns one of them round, and all else stands for itself. */
typedef struct
{
  const char      *name;
  const char      *data;
  gssize           size;
  TlsrptGzipFlags  flags;
  TlsrptError      error;
} Case;

static const Case cases[] = {
  { "one", "a", 6, 0, 0 },
  { "two", "aa", 12, TLSRPT_GZIP_MEMBERS, 0 },
  { "line-end-behind", "a\r\n", 6, TLSRPT_GZIP_TRAILING, 0 },
  { "two-and-more", "aa.", 12, TLSRPT_GZIP_MEMBERS | TLSRPT_GZIP_TRAILING, 0 },
  { "as-long-as-may-be", "b", LIMIT, 0, 0 },
  { "too-long", "c", -1, 0, TLSRPT_ERROR_TOO_LONG },
  { "too-long-together", "ba", -1, TLSRPT_GZIP_MEMBERS, TLSRPT_ERROR_TOO_LONG },
  { "cut", "a!", -1, 0, TLSRPT_ERROR_COMPRESSION },
  { "second-cut", "aa!", -1, TLSRPT_GZIP_MEMBERS, TLSRPT_ERROR_COMPRESSION },
  { "wrong-sum", "ax", -1, 0, TLSRPT_ERROR_COMPRESSION },
  { "only-the-mark", "\x1f\x8b", -1, 0, TLSRPT_ERROR_COMPRESSION },
  { "bomb", "z", -1, 0, TLSRPT_ERROR_COMPRESSION_RATIO },
};

static void
append_member (GByteArray *data,
               GBytes     *content)
{
  g_autoptr (GConverter) compressor =
    G_CONVERTER (g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, 9));
  g_autoptr (GError) error = NULL;
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();
  g_autoptr (GOutputStream) stream = g_converter_output_stream_new (memory, compressor);
  g_autoptr (GBytes) member = NULL;

  g_output_stream_write_all (stream, g_bytes_get_data (content, NULL), g_bytes_get_size (content),
                             NULL, NULL, &error);
  g_assert_no_error (error);
  g_output_stream_close (stream, NULL, &error);
  g_assert_no_error (error);

  member = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (memory));
  g_byte_array_append (data, g_bytes_get_data (member, NULL), (guint) g_bytes_get_size (member));
}

/* What does not repeat itself. */
static void
append_noise (GByteArray *data,
              gsize       size)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  g_autofree guint8 *noise = g_malloc (size);
  g_autoptr (GBytes) content = NULL;

  for (gsize i = 0; i < size; i++)
    noise[i] = (guint8) g_rand_int_range (rand, 0, 256);
  content = g_bytes_new (noise, size);
  append_member (data, content);
}

static GByteArray *
create_data (const char *description)
{
  GByteArray *data = g_byte_array_new ();

  for (const char *c = description; *c != '\0'; c++)
    {
      switch (*c)
        {
        case 'a':
          {
            g_autoptr (GBytes) content = g_bytes_new_static ("report", 6);

            append_member (data, content);
          }
          break;

        case 'b':
        case 'c':
          append_noise (data, *c == 'b' ? LIMIT : LIMIT + 1);
          break;

        case 'z':
          {
            g_autoptr (GBytes) content = g_bytes_new_take (g_malloc0 (64 << 20), 64 << 20);

            append_member (data, content);
          }
          break;

        case '!':
          g_byte_array_set_size (data, data->len - 8);
          break;

        case 'x':
          data->data[data->len - 8] ^= 0xff;
          break;

        default:
          g_byte_array_append (data, (const guint8 *) c, 1);
          break;
        }
    }

  return data;
}

static void
test_expand (gconstpointer user_data)
{
  const Case *c = user_data;
  g_autoptr (GByteArray) data = create_data (c->data);
  g_autoptr (GByteArray) output = g_byte_array_new ();
  g_autoptr (GError) error = NULL;
  const gsize limit = *c->data == 'z' ? 128 << 20 : LIMIT;
  TlsrptGzipFlags flags;
  gboolean is_expanded;

  g_assert_true (tlsrpt_gzip_recognise (data->data, data->len));
  is_expanded = tlsrpt_gzip_expand (data->data, data->len, limit, output, &flags, &error);

  g_assert_cmphex (flags, ==, c->flags);
  if (c->size < 0)
    {
      g_assert_false (is_expanded);
      g_assert_error (error, TLSRPT_ERROR, (int) c->error);
      return;
    }

  g_assert_no_error (error);
  g_assert_true (is_expanded);
  g_assert_cmpint (output->len, ==, c->size);
  if (*c->data == 'a')
    g_assert_cmpmem (output->data, 6, "report", 6);
}

static void
test_recognise (void)
{
  static const guint8 texts[][3] = { { 0x1f, 0x8b, 0 }, { 'P', 'K', 0 }, { 0x8b, 0x1f, 0 } };

  g_assert_true (tlsrpt_gzip_recognise (texts[0], 2));
  g_assert_false (tlsrpt_gzip_recognise (texts[0], 1));
  g_assert_false (tlsrpt_gzip_recognise (texts[0], 0));
  g_assert_false (tlsrpt_gzip_recognise (texts[1], 3));
  g_assert_false (tlsrpt_gzip_recognise (texts[2], 3));
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/gzip/recognise", test_recognise);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/gzip/expand/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_expand);
    }

  return g_test_run ();
}
