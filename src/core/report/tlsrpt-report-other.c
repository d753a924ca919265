/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-report-other.h"

#include "tlsrpt-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/*
 * Files that are found beside reports, or that reports come wrapped in.  Each is told
 * by its content, and what to do about it is said.
 */

typedef struct
{
  gsize       offset;
  const char *magic;
  gsize       length;
  const char *message;
} Magic;

#define MAGIC(offset, magic, message) { (offset), (magic), sizeof (magic) - 1, (message) }

static const Magic magics[] = {
  /* Microsoft's TNEF, [MS-OXTNEF] section 2.1.3.1 */
  MAGIC (0, "\x78\x9f\x3e\x22",
         N_("This is a winmail.dat file of Outlook. Save the report in Outlook, or extract "
            "it with “tnef”.")),
  MAGIC (257, "ustar", N_("This is a tar archive. Unpack it first.")),
  MAGIC (0, "7z\xbc\xaf\x27\x1c", N_("This is a 7z archive. Unpack it first.")),
  MAGIC (0, "Rar!\x1a\x07", N_("This is a RAR archive. Unpack it first.")),
  MAGIC (0, "BZh", N_("This file is compressed with bzip2. Decompress it first.")),
  MAGIC (0, "\xfd" "7zXZ\0", N_("This file is compressed with xz. Decompress it first.")),
  MAGIC (0, "\x28\xb5\x2f\xfd", N_("This file is compressed with Zstandard. Decompress it first.")),
  MAGIC (0, "\x04\x22\x4d\x18", N_("This file is compressed with LZ4. Decompress it first.")),
  MAGIC (0, "\x1f\x9d", N_("This file is compressed with “compress”. Decompress it first.")),
  MAGIC (0, "!BDN", N_("This is an Outlook data file (.pst). Export the messages from Outlook.")),
};

/* [MS-CFB] section 2.2: an Outlook message, an Office document, a thumbnail cache */
static const char compound_file[] = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";

/* The names of streams are UTF-16.  Only a message has this one ([MS-OXMSG] section 2.4). */
static const char message_stream[] = "_\0_\0p\0r\0o\0p\0e\0r\0t\0i\0e\0s\0_";

/* The root element of a DMARC report (RFC 7489 appendix C), after its declaration and
 * comments, begins within this many octets. */
#define XML_HEAD 4096

static gboolean
contains (const guint8 *data,
          gsize         size,
          const char   *text,
          gsize         length)
{
  const guint8 *end = data + size;
  const guint8 *found = memchr (data, text[0], size);

  while (found != NULL && (gsize) (end - found) >= length)
    {
      if (memcmp (found, text, length) == 0)
        return TRUE;

      found = memchr (found + 1, text[0], (gsize) (end - found) - 1);
    }

  return FALSE;
}

/* Whether the first octet that says something could begin XML.  Most texts are none, and
 * need not be looked at any further. */
static gboolean
may_be_xml (const guint8 *data,
            gsize         size)
{
  gsize i = 0;

  while (i < size && (data[i] == '\0' || data[i] >= 0x80 || strchr (" \t\r\n", data[i]) != NULL))
    i++;

  return i < size && data[i] == '<';
}

/* Whether data is XML with a root named “feedback”, in UTF-8 or in UTF-16. */
static gboolean
is_dmarc (const guint8 *data,
          gsize         size)
{
  g_autoptr (GString) head = NULL;
  const char *root;

  if (!may_be_xml (data, MIN (size, XML_HEAD)))
    return FALSE;

  head = g_string_new (NULL);
  for (gsize i = 0; i < MIN (size, XML_HEAD); i++)
    {
      if (data[i] != '\0' && data[i] < 0x80)
        g_string_append_c (head, (char) data[i]);
    }

  root = head->str + strspn (head->str, " \t\r\n");
  while (g_str_has_prefix (root, "<?") || g_str_has_prefix (root, "<!"))
    {
      const char *end = g_str_has_prefix (root, "<!--") ? strstr (root, "-->") : strchr (root, '>');

      if (end == NULL)
        return FALSE;

      root = strchr (end, '>') + 1;
      root += strspn (root, " \t\r\n");
    }

  if (*root != '<')
    return FALSE;

  root++;
  if (root[strcspn (root, ": \t\r\n/>")] == ':')
    root = strchr (root, ':') + 1;

  return g_str_has_prefix (root, "feedback") && strchr (" \t\r\n>", root[strlen ("feedback")]) != NULL;
}

/**
 * tlsrpt_report_other_recognise:
 * @data: some data
 * @size: its octets
 * @error: what it is: `TLSRPT_ERROR_REPORT_OTHER` for a report of another kind, which is
 *   right where it is, or `TLSRPT_ERROR_REPORT_WRAPPED` for what may contain a report
 *
 * Tells whether data is no TLS report, but something else that is well known.
 *
 * Returns: `TRUE` if it is, and then @error is set
 */
gboolean
tlsrpt_report_other_recognise (const guint8  *data,
                               gsize          size,
                               GError       **error)
{
  const char *message = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (magics) && message == NULL; i++)
    {
      const Magic *magic = &magics[i];

      if (size >= magic->offset + magic->length &&
          memcmp (data + magic->offset, magic->magic, magic->length) == 0)
        message = magic->message;
    }

  if (message == NULL && size >= strlen (compound_file) &&
      memcmp (data, compound_file, strlen (compound_file)) == 0)
    message = contains (data, size, message_stream, sizeof message_stream - 1)
                ? N_("This is an Outlook message (.msg). Save it as .eml, or save its attachment.")
                : N_("This is a Microsoft compound file, such as an Office document or Thumbs.db");

  if (message != NULL)
    {
      tlsrpt_error_set (error, TLSRPT_ERROR_REPORT_WRAPPED, TLSRPT_ERROR_FINAL, NULL,
                        "%s", _(message));
      return TRUE;
    }

  if (!is_dmarc (data, size))
    return FALSE;

  tlsrpt_error_set (error, TLSRPT_ERROR_REPORT_OTHER, TLSRPT_ERROR_FINAL, NULL,
                    _("This is a DMARC report, not a TLS report"));

  return TRUE;
}

/* The content types of CMS (RFC 5652 section 4), as DER and as BER begin with one: signed
 * and encrypted data of S/MIME. */
static const char cms_type[] = "\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x07";

/* Octets before it: a sequence with its length. */
#define CMS_HEAD 8

/**
 * tlsrpt_report_other_get_seal:
 * @data: some data
 * @size: its octets
 *
 * Tells whether data is encrypted or signed, so that nobody but a mail program can read
 * what is in it.  A signature without what was signed cannot be told from that.
 *
 * Returns: (nullable): a sentence that says so
 */
const char *
tlsrpt_report_other_get_seal (const guint8 *data,
                              gsize         size)
{
  static const char *const heads[] = { "-----BEGIN PGP MESSAGE-----", "-----BEGIN PKCS7-----",
                                       "-----BEGIN CMS-----" };
  const char *message = N_("The message is encrypted, or signed together with its content. Open it "
                           "in an email program and save the report.");

  if (size > 0 && data[0] == 0x30 &&
      contains (data, MIN (size, CMS_HEAD + sizeof cms_type), cms_type, sizeof cms_type - 1))
    return _(message);

  for (gsize i = 0; i < G_N_ELEMENTS (heads); i++)
    {
      if (size >= strlen (heads[i]) && memcmp (data, heads[i], strlen (heads[i])) == 0)
        return _(message);
    }

  return NULL;
}

/**
 * tlsrpt_report_other_is_ignored:
 * @path: the name of a file, or its path inside a folder or an archive
 *
 * Tells whether a file is hidden, is there only because a file manager put it there, or
 * is one that every archive may have.
 *
 * Returns: `TRUE` if nobody wants to hear of it
 */
gboolean
tlsrpt_report_other_is_ignored (const char *path)
{
  static const char *const names[] = {
    "__macosx", "thumbs.db", "ehthumbs.db", "ehthumbs_vista.db", "desktop.ini", "icon\r", NULL,
  };
  static const char *const read_me[] = {
    "readme", "readme.htm", "readme.html", "readme.md", "readme.pdf", "readme.rst", "readme.txt", NULL,
  };
  g_auto (GStrv) parts = g_strsplit_set (path, "/\\", -1);

  for (gsize i = 0; parts[i] != NULL; i++)
    {
      g_autofree char *name = g_ascii_strdown (parts[i], -1);

      if ((name[0] == '.' && name[1] != '\0' && !g_str_equal (name, "..")) ||
          g_strv_contains (names, name))
        return TRUE;

      /* It comes with an archive, and is for people. */
      if (parts[i + 1] == NULL && g_strv_contains (read_me, name))
        return TRUE;
    }

  return FALSE;
}
