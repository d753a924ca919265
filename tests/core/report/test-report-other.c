/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-error.h"
#include "tlsrpt-report-other.h"

#include <string.h>

#define TEXT(text) (text), sizeof (text) - 1
#define OTHER TLSRPT_ERROR_REPORT_OTHER
#define WRAPPED TLSRPT_ERROR_REPORT_WRAPPED

static const struct
{
  const char *name;
  const char *data;
  gsize       size;
  /* 0 if it is not known */
  int         code;
  /* What the message says */
  const char *word;
} contents[] = {
  { "dmarc", TEXT ("<?xml version=\"1.0\"?>\n<feedback>\n<version>1.0</version>"), OTHER, "DMARC" },
  { "dmarc-without-declaration", TEXT ("<feedback><report_metadata>"), OTHER, "DMARC" },
  { "dmarc-byte-order-mark", TEXT ("\xef\xbb\xbf<?xml version=\"1.0\"?><feedback>"), OTHER, "DMARC" },
  { "dmarc-white-space", TEXT ("\r\n  <feedback\n xmlns:x=\"y\">"), OTHER, "DMARC" },
  { "dmarc-name-space", TEXT ("<?xml?><ns0:feedback xmlns:ns0=\"x\">"), OTHER, "DMARC" },
  { "dmarc-comment", TEXT ("<?xml?><!-- a > b --><!DOCTYPE feedback><feedback>"), OTHER, "DMARC" },
  { "dmarc-utf-16", TEXT ("\xff\xfe<\0f\0e\0e\0d\0b\0a\0c\0k\0>\0"), OTHER, "DMARC" },
  { "other-xml", TEXT ("<?xml version=\"1.0\"?><rss><feedback>"), 0, NULL },
  { "like-dmarc", TEXT ("<feedbacks>"), 0, NULL },
  { "cut-off-in-a-comment", TEXT ("<?xml?><!-- <feedback>"), 0, NULL },
  { "html", TEXT ("<!DOCTYPE html><html>"), 0, NULL },

  { "winmail", TEXT ("\x78\x9f\x3e\x22\x01\x00"), WRAPPED, "winmail.dat" },
  { "outlook-message",
    TEXT ("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" "_\0x\0" "_\0_\0p\0r\0o\0p\0e\0r\0t\0i\0e\0s\0_\0v\0"),
    WRAPPED, ".msg" },
  { "office", TEXT ("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0\0\0"), WRAPPED, "Office" },
  { "outlook-data", TEXT ("!BDN\0\0\0\0"), WRAPPED, ".pst" },
  { "7z", TEXT ("7z\xbc\xaf\x27\x1c\0\4"), WRAPPED, "7z" },
  { "rar", TEXT ("Rar!\x1a\x07\x01\0"), WRAPPED, "RAR" },
  { "bzip2", TEXT ("BZh91AY&SY"), WRAPPED, "bzip2" },
  { "xz", TEXT ("\xfd" "7zXZ\0\0\4"), WRAPPED, "xz" },
  { "zstd", TEXT ("\x28\xb5\x2f\xfd\4"), WRAPPED, "Zstandard" },
  { "lz4", TEXT ("\x04\x22\x4d\x18\x64"), WRAPPED, "LZ4" },
  { "compress", TEXT ("\x1f\x9d\x90"), WRAPPED, "compress" },

  { "text", TEXT ("Hello"), 0, NULL },
  { "picture", TEXT ("\x89PNG\r\n\x1a\n"), 0, NULL },
  { "nothing", TEXT (""), 0, NULL },
};

static void
test_content (gconstpointer user_data)
{
  gsize i = GPOINTER_TO_SIZE (user_data);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (tlsrpt_report_other_recognise ((const guint8 *) contents[i].data,
                                                  contents[i].size, &error), ==,
                   contents[i].code != 0);
  if (contents[i].code == 0)
    {
      g_assert_no_error (error);
      return;
    }

  g_assert_error (error, TLSRPT_ERROR, contents[i].code);
  g_assert_nonnull (strstr (error->message, contents[i].word));
}

/* An archive of tar says what it is in its middle. */
static void
test_tar (void)
{
  g_autofree guint8 *data = g_malloc0 (512);
  g_autoptr (GError) error = NULL;

  memcpy (data, "report.json", strlen ("report.json"));
  memcpy (data + 257, "ustar", strlen ("ustar"));

  g_assert_false (tlsrpt_report_other_recognise (data, 261, &error));
  g_assert_true (tlsrpt_report_other_recognise (data, 512, &error));
  g_assert_error (error, TLSRPT_ERROR, WRAPPED);
  g_assert_nonnull (strstr (error->message, "tar"));
}

static const struct
{
  const char *path;
  gboolean    is_ignored;
} paths[] = {
  { "__MACOSX/._report.json", TRUE },
  { "__MACOSX", TRUE },
  { "a/__MACOSX/report.json", TRUE },
  { "a/._report.json", TRUE },
  { ".DS_Store", TRUE },
  { "Thumbs.db", TRUE },
  { "a\\Thumbs.db", TRUE },
  { "thumbs.DB", TRUE },
  { "a/desktop.ini", TRUE },
  { "readme.txt", TRUE },
  { "README", TRUE },
  { "2026/ReadMe.md", TRUE },
  { "readme.html", TRUE },
  { "README.rst", TRUE },
  { "readme.json", FALSE },
  { "readme.txt/report.json", FALSE },
  { "readme.txt.gz", FALSE },
  { "report.txt", FALSE },
  { "report.json", FALSE },
  { "../report.json", FALSE },
  { "./report.json", FALSE },
  { "a.b/report", FALSE },
  { "thumbs.db.json", FALSE },
  { "MACOSX/report.json", FALSE },
  { "", FALSE },
};

static void
test_paths (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_test_message ("%s", paths[i].path);
      g_assert_cmpint (tlsrpt_report_other_is_ignored (paths[i].path), ==, paths[i].is_ignored);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (contents); i++)
    {
      g_autofree char *path = g_strdup_printf ("/report-other/content/%s", contents[i].name);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_content);
    }
  g_test_add_func ("/report-other/tar", test_tar);
  g_test_add_func ("/report-other/paths", test_paths);

  return g_test_run ();
}
