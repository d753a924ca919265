/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-report-reader.h"

#include "tlsrpt-display.h"
#include "tlsrpt-error.h"
#include "tlsrpt-gzip.h"
#include "tlsrpt-json-texts.h"
#include "tlsrpt-json.h"
#include "tlsrpt-limits.h"
#include "tlsrpt-report-file.h"
#include "tlsrpt-report-json.h"
#include "tlsrpt-report-mail.h"
#include "tlsrpt-report-other.h"
#include "tlsrpt-zip.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/*
 * Octets to reports.  What data is shows in the data: senders and mail programs
 * give any name and any media type to it.  Containers may hold containers, a few
 * levels deep, and all that comes out of one file together is limited.
 */

/* Text that is not kept for the next file, in octets. */
#define LARGE_TEXT (1024 * 1024)

/* No report is shorter, in octets, when it is encoded. */
#define LEAST_BASE64 16

struct _TlsrptReportReader
{
  TlsrptReportJson *json;

  /* Kept from file to file: what is read, and what is expanded at each level. */
  GByteArray       *input;
  GByteArray       *expanded[TLSRPT_LIMIT_REPORT_NESTING];

  /* The file that is being read, and the attachment or entry within it. */
  const char       *file;
  const char       *part;
  GPtrArray        *reports;
  GPtrArray        *faults;
  /* How much may still be expanded of the file, and whether that was too little. */
  gsize             n_left;
  gboolean          is_spent;
  guint             level;
  /* Why there may be no report in a message: what it is sealed with. */
  const char       *seal;
};

/* Input to read: an array that we own, or borrowed data. */
typedef struct
{
  const guint8 *data;
  gsize         size;
  /* How many octets can be read. */
  gsize         allocated;
  GByteArray   *array;
} Content;

static void read_content (TlsrptReportReader *self,
                          const Content      *content,
                          guint               notes);

/**
 * tlsrpt_report_fault_new:
 * @file: the name of a file
 * @error: (transfer full): what is wrong with it
 *
 * Creates a fault.
 *
 * Returns: (transfer full): the fault
 */
TlsrptReportFault *
tlsrpt_report_fault_new (const char *file,
                         GError     *error)
{
  TlsrptReportFault *self = g_new (TlsrptReportFault, 1);

  self->file = g_strdup (file);
  self->error = error;

  return self;
}

/**
 * tlsrpt_report_fault_is_other:
 * @self: a fault
 *
 * Tells whether a file is a report of another kind.  Beside TLS reports it is nothing to
 * worry about: both arrive in one mailbox.
 *
 * Returns: `TRUE` if it is
 */
gboolean
tlsrpt_report_fault_is_other (const TlsrptReportFault *self)
{
  return g_error_matches (self->error, TLSRPT_ERROR, TLSRPT_ERROR_REPORT_OTHER);
}

void
tlsrpt_report_fault_free (TlsrptReportFault *self)
{
  g_free (self->file);
  g_error_free (self->error);
  g_free (self);
}

/**
 * tlsrpt_report_reader_new:
 *
 * Creates a reader.  It keeps its memory from file to file, and the reports share
 * their strings.  One thread at a time may use it; the reports belong to all.
 *
 * Returns: (transfer full): the reader
 */
TlsrptReportReader *
tlsrpt_report_reader_new (void)
{
  TlsrptReportReader *self = g_new0 (TlsrptReportReader, 1);

  self->json = tlsrpt_report_json_new ();
  self->input = g_byte_array_new ();
  for (gsize i = 0; i < G_N_ELEMENTS (self->expanded); i++)
    self->expanded[i] = g_byte_array_new ();

  return self;
}

void
tlsrpt_report_reader_free (TlsrptReportReader *self)
{
  tlsrpt_report_json_free (self->json);
  g_byte_array_unref (self->input);
  for (gsize i = 0; i < G_N_ELEMENTS (self->expanded); i++)
    g_byte_array_unref (self->expanded[i]);
  g_free (self);
}

static void
add_fault (TlsrptReportReader *self,
           GError             *error)
{
  if (self->part != NULL && *self->part != '\0')
    {
      g_autofree char *part = tlsrpt_display_isolate (self->part, -1);

      /* Translators: %s is the name of a file inside a message or an archive; what is wrong
       * with it follows */
      g_prefix_error (&error, _("In “%s”: "), part);
    }

  g_ptr_array_add (self->faults, tlsrpt_report_fault_new (self->file, error));
}

static void
read_array (TlsrptReportReader *self,
            GByteArray         *array,
            guint               notes)
{
  gsize size = array->len;
  Content content = { NULL, size, size + TLSRPT_JSON_PADDING, array };

  /* The parser of JSON looks a little further than the end; what it finds there makes no
   * difference, but has to be something. */
  g_byte_array_set_size (array, (guint) content.allocated);
  memset (array->data + size, 0, TLSRPT_JSON_PADDING);
  g_byte_array_set_size (array, (guint) size);
  content.data = array->data;

  read_content (self, &content, notes);
}

/* Results for the texts in a file. */
typedef struct
{
  guint    n_texts;
  gboolean is_cut_off;
  guint    n_bad;
  /* Number of the first bad text, and its error */
  guint    first_bad;
  GError  *error;
} Texts;

static void
take_bad (Texts  *texts,
          GError *error)
{
  if (texts->n_bad++ == 0)
    {
      texts->first_bad = texts->n_texts;
      texts->error = error;
    }
  else
    {
      g_error_free (error);
    }
}

/* Reads the reports of the text that was parsed last. */
static void
read_values (TlsrptReportReader *self,
             guint               notes,
             Texts              *texts)
{
  TlsrptReport *report;
  GError *error = NULL;

  while (tlsrpt_report_json_next (self->json, self->file, notes, &report, &error))
    {
      if (texts->n_texts == TLSRPT_LIMIT_REPORT_TEXTS)
        {
          texts->is_cut_off = TRUE;
          g_clear_pointer (&report, tlsrpt_report_unref);
          g_clear_error (&error);
          return;
        }

      texts->n_texts++;
      if (report != NULL)
        g_ptr_array_add (self->reports, report);
      else
        take_bad (texts, g_steal_pointer (&error));
    }
}

/* Adds one fault for all that was no report: a file may be full of it. */
static void
tell_bad (TlsrptReportReader *self,
          Texts              *texts)
{
  g_autoptr (GError) error = NULL;

  if (texts->n_bad > 1 || (texts->n_bad == 1 && texts->n_texts > 1))
    /* Translators: %'u is the place of a report in a file with several; what is wrong with
     * it follows */
    g_prefix_error (&texts->error, _("Report %'u in this file: "), texts->first_bad);
  if (texts->n_bad > 0)
    add_fault (self, g_steal_pointer (&texts->error));

  if (texts->n_bad > 1)
    {
      tlsrpt_error_set (&error, TLSRPT_ERROR_REPORT, TLSRPT_ERROR_FINAL, NULL,
                        /* Translators: %'u is a number of reports */
                        ngettext ("%'u more report in this file cannot be read",
                                  "%'u more reports in this file cannot be read",
                                  texts->n_bad - 1),
                        texts->n_bad - 1);
      add_fault (self, g_steal_pointer (&error));
    }

  if (texts->is_cut_off)
    {
      tlsrpt_error_set (&error, TLSRPT_ERROR_TOO_MANY, TLSRPT_ERROR_FINAL, NULL,
                        /* Translators: %'d is a number of reports */
                        ngettext ("Only the first %'d report in this file was read",
                                  "Only the first %'d reports in this file were read",
                                  TLSRPT_LIMIT_REPORT_TEXTS),
                        TLSRPT_LIMIT_REPORT_TEXTS);
      add_fault (self, g_steal_pointer (&error));
    }
}

/* Reads texts that follow each other, if there are several.  One that is broken does
 * not hide those on other lines. */
static gboolean
read_texts (TlsrptReportReader *self,
            const Content      *content,
            gsize               begin,
            guint               notes)
{
  const char *text = (const char *) content->data + begin;
  gsize length = content->size - begin;
  guint n_before = self->reports->len;
  Texts texts = { 0 };
  TlsrptJsonTexts iter;
  gsize text_begin;
  gsize text_end;

  tlsrpt_json_texts_init (&iter, text, length);
  while (!texts.is_cut_off && tlsrpt_json_texts_next (&iter, &text_begin, &text_end))
    {
      GError *error = NULL;

      if (tlsrpt_report_json_parse (self->json, text + text_begin, text_end - text_begin,
                                    content->allocated - begin - text_begin, &error))
        {
          read_values (self, notes, &texts);
        }
      else if (tlsrpt_json_texts_by_line (&iter, text_begin))
        {
          g_error_free (error);
        }
      else if (texts.n_texts == TLSRPT_LIMIT_REPORT_TEXTS)
        {
          texts.is_cut_off = TRUE;
          g_error_free (error);
        }
      else
        {
          texts.n_texts++;
          take_bad (&texts, error);
        }
    }

  if (self->reports->len == n_before)
    {
      g_clear_error (&texts.error);
      return FALSE;
    }

  tell_bad (self, &texts);

  return TRUE;
}

static void
read_json (TlsrptReportReader *self,
           const Content      *content,
           gsize               begin,
           guint               notes)
{
  g_autoptr (GError) error = NULL;
  Texts texts = { 0 };

  if (!tlsrpt_report_json_parse (self->json,
                                 (const char *) content->data + begin, content->size - begin,
                                 content->allocated - begin, &error))
    {
      /* Several reports in several members are nothing unusual. */
      if (!read_texts (self, content, begin, notes & ~(1u << TLSRPT_REPORT_NOTE_MEMBERS)))
        add_fault (self, g_steal_pointer (&error));
      return;
    }

  /* What was parsed takes more memory than the text, and what is made of it some
   * more: a large text has to go. */
  if (content->array != NULL && content->size >= LARGE_TEXT)
    g_free (g_byte_array_steal (content->array, NULL));

  read_values (self, notes, &texts);
  tell_bad (self, &texts);
}

/* Takes what was expanded, or read for it, from what may be expanded of a file with
 * all that is nested in it, whatever came of it: what costs the same again and again
 * without success is as long as what succeeds. */
static gboolean
charge (TlsrptReportReader *self,
        gsize               n_octets)
{
  g_autoptr (GError) error = NULL;

  if (n_octets <= self->n_left)
    {
      self->n_left -= n_octets;
      return TRUE;
    }

  self->is_spent = TRUE;
  tlsrpt_error_set (&error, TLSRPT_ERROR_TOO_LONG, TLSRPT_ERROR_FINAL, NULL,
                    _("The file contains too much to be read at once"));
  add_fault (self, g_steal_pointer (&error));

  return FALSE;
}

/* Reads what came out of a container. */
static void
read_expanded (TlsrptReportReader *self,
               GByteArray         *expanded,
               guint               notes)
{
  self->level++;
  read_array (self, expanded, notes);
  self->level--;
}

static void
read_gzip (TlsrptReportReader *self,
           const Content      *content,
           guint               notes)
{
  g_autoptr (GError) error = NULL;
  GByteArray *expanded = self->expanded[self->level];
  TlsrptGzipFlags flags;
  gboolean is_whole;

  g_byte_array_set_size (expanded, 0);
  is_whole = tlsrpt_gzip_expand (content->data, content->size, TLSRPT_LIMIT_REPORT_JSON,
                                 expanded, &flags, &error);
  if (!charge (self, expanded->len))
    return;

  if (!is_whole)
    {
      add_fault (self, g_steal_pointer (&error));
      return;
    }

  if ((flags & TLSRPT_GZIP_MEMBERS) != 0)
    notes |= 1u << TLSRPT_REPORT_NOTE_MEMBERS;
  if ((flags & TLSRPT_GZIP_TRAILING) != 0)
    notes |= 1u << TLSRPT_REPORT_NOTE_TRAILING;
  if (tlsrpt_gzip_recognise (expanded->data, expanded->len))
    notes |= 1u << TLSRPT_REPORT_NOTE_TWICE_COMPRESSED;

  read_expanded (self, expanded, notes);
}

static void
read_entry (TlsrptReportReader *self,
            TlsrptZip          *zip,
            guint               entry)
{
  g_autoptr (GError) error = NULL;
  GByteArray *expanded = self->expanded[self->level];
  gboolean is_whole;

  g_byte_array_set_size (expanded, 0);
  is_whole = tlsrpt_zip_expand (zip, entry, TLSRPT_LIMIT_REPORT_JSON, expanded, &error);
  if (!charge (self, expanded->len))
    return;

  if (is_whole)
    read_expanded (self, expanded, 0);
  else
    add_fault (self, g_steal_pointer (&error));
}

static void
read_zip (TlsrptReportReader *self,
          const Content      *content)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TlsrptZip) zip = tlsrpt_zip_open (content->data, content->size, &error);
  const char *part_before = self->part;
  guint n_before = self->reports->len + self->faults->len;

  if (zip == NULL)
    {
      add_fault (self, g_steal_pointer (&error));
      return;
    }

  for (guint i = 0; i < tlsrpt_zip_get_n_entries (zip) && !self->is_spent; i++)
    {
      g_autofree char *name = tlsrpt_zip_dup_name (zip, i);

      if (name == NULL || tlsrpt_report_other_is_ignored (name))
        continue;

      self->part = name;
      if (charge (self, tlsrpt_zip_get_compressed_size (zip, i)))
        read_entry (self, zip, i);
      self->part = part_before;
    }

  if (self->reports->len + self->faults->len == n_before)
    {
      tlsrpt_error_set (&error, TLSRPT_ERROR_REPORT_NONE, TLSRPT_ERROR_FINAL, NULL,
                        _("The archive does not contain a report"));
      add_fault (self, g_steal_pointer (&error));
    }
}

/* Where JSON begins: behind a byte order mark, if there is one. */
static gboolean
recognise_json (const Content *content,
                gsize         *begin)
{
  gsize i;

  *begin = content->size >= 3 && memcmp (content->data, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;
  /* Texts in a sequence follow a record separator each (RFC 7464). */
  for (i = *begin; i < content->size &&
                   (g_ascii_isspace (content->data[i]) || content->data[i] == 0x1e); i++)
    continue;

  /* A report, or an array of them. */
  return i < content->size && (content->data[i] == '{' || content->data[i] == '[');
}

/* Whether a text for people holds a report, as when somebody pasted one into a message.
 * Then what stands around it is taken away. */
static gboolean
find_report (GByteArray *content)
{
  static const char policies[] = "\"policies\"";
  const char *text = (const char *) content->data;
  gsize size = content->len;
  gsize begin = 0;

  if (size == 0 || g_strstr_len (text, (gssize) size, policies) == NULL)
    return FALSE;

  /* At the beginning of a line. */
  while (begin < size && text[begin] != '{' && text[begin] != '[')
    {
      const char *end = memchr (text + begin, '\n', size - begin);

      begin = end != NULL ? (gsize) (end - text) + 1 : size;
      while (begin < size && g_ascii_isspace (text[begin]))
        begin++;
    }

  while (size > begin && text[size - 1] != '}' && text[size - 1] != ']')
    size--;
  if (size <= begin || g_strstr_len (text + begin, (gssize) (size - begin), policies) == NULL)
    return FALSE;

  g_byte_array_set_size (content, (guint) size);
  g_byte_array_remove_range (content, 0, (guint) begin);

  return TRUE;
}

/* What gzip data, a zip archive and JSON begin with in base64: as the source of a message
 * shows an attachment, and what is left of one if its header was lost. */
static gboolean
recognise_base64 (const Content *content)
{
  static const char *const heads[] = { "H4sI", "UEsDB", "eyJ", "ewog", "ewoJ", "ew0K", "eyAi", "W3si" };
  gboolean found = FALSE;
  gsize n = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (heads) && !found; i++)
    found = content->size >= LEAST_BASE64 &&
            memcmp (content->data, heads[i], strlen (heads[i])) == 0;
  if (!found)
    return FALSE;

  for (gsize i = 0; i < content->size; i++)
    {
      guint8 c = content->data[i];

      if (!g_ascii_isspace (c) && !g_ascii_isalnum (c) && c != '+' && c != '/' && c != '=')
        return FALSE;
      n += !g_ascii_isspace (c);
    }

  return n > 0;
}

static void
read_base64 (TlsrptReportReader *self,
             const Content      *content)
{
  GByteArray *expanded = self->expanded[self->level];
  int state = 0;
  guint save = 0;
  gsize size;

  if (!charge (self, content->size))
    return;

  g_byte_array_set_size (expanded, (guint) (content->size / 4 * 3 + 3));
  size = g_base64_decode_step ((const char *) content->data, content->size, expanded->data, &state,
                               &save);
  g_byte_array_set_size (expanded, (guint) size);
  read_expanded (self, expanded, 1u << TLSRPT_REPORT_NOTE_BASE64);
}

static void
part_cb (GByteArray *content,
         const char *name,
         gboolean    is_report,
         gpointer    user_data)
{
  TlsrptReportReader *self = user_data;
  const char *part_before = self->part;

  /* The text for people, a signature and a logo are no broken reports. */
  /* A signature beside what was signed hides nothing. */
  if (!is_report && self->seal == NULL && !g_str_has_suffix (name, ".p7s"))
    self->seal = tlsrpt_report_other_get_seal (content->data, content->len);

  if (!is_report &&
      !(content->len > 0 && content->data[0] == '{') &&
      !find_report (content) &&
      !recognise_base64 (&(Content) { content->data, content->len, content->len, content }) &&
      !tlsrpt_gzip_recognise (content->data, content->len) &&
      !tlsrpt_zip_recognise (content->data, content->len) &&
      !tlsrpt_report_other_recognise (content->data, content->len, NULL))
    return;

  self->part = name;
  self->level++;
  read_array (self, content, 0);
  self->level--;
  self->part = part_before;
}

static void
read_mail (TlsrptReportReader *self,
           const Content      *content)
{
  g_autoptr (GError) error = NULL;
  guint n_before = self->reports->len + self->faults->len;

  self->seal = NULL;
  if (!tlsrpt_report_mail_foreach (content->data, content->size, part_cb, self, &error))
    {
      add_fault (self, g_steal_pointer (&error));
    }
  else if (self->reports->len + self->faults->len == n_before)
    {
      if (self->seal != NULL)
        tlsrpt_error_set (&error, TLSRPT_ERROR_REPORT_WRAPPED, TLSRPT_ERROR_FINAL, NULL,
                          "%s", self->seal);
      else
        tlsrpt_error_set (&error, TLSRPT_ERROR_REPORT_NONE, TLSRPT_ERROR_FINAL, NULL,
                          _("The message does not contain a report"));
      add_fault (self, g_steal_pointer (&error));
    }
}

static gboolean
is_utf16 (const Content *content)
{
  return content->size >= 2 &&
         (memcmp (content->data, "\xff\xfe", 2) == 0 || memcmp (content->data, "\xfe\xff", 2) == 0);
}

static void
refuse_unknown (const Content  *content,
                GError        **error)
{
  if (is_utf16 (content))
    tlsrpt_error_set (error, TLSRPT_ERROR_ENCODING, TLSRPT_ERROR_FINAL, NULL,
                      _("The text is UTF-16; a report must be UTF-8"));
  else
    tlsrpt_error_set (error, TLSRPT_ERROR_REPORT, TLSRPT_ERROR_FINAL, NULL,
                      _("Not a TLS report, email message, or archive"));
}

static void
refuse (TlsrptReportReader *self,
        const Content      *content)
{
  g_autoptr (GError) error = NULL;

  const char *seal = tlsrpt_report_other_get_seal (content->data, content->size);

  if (content->size == 0)
    tlsrpt_error_set (&error, TLSRPT_ERROR_EMPTY, TLSRPT_ERROR_FINAL, NULL,
                      _("The file is empty"));
  else if (seal != NULL)
    tlsrpt_error_set (&error, TLSRPT_ERROR_REPORT_WRAPPED, TLSRPT_ERROR_FINAL, NULL, "%s", seal);
  else if (!tlsrpt_report_other_recognise (content->data, content->size, &error))
    refuse_unknown (content, &error);

  add_fault (self, g_steal_pointer (&error));
}

static void
read_content (TlsrptReportReader *self,
              const Content      *content,
              guint               notes)
{
  gsize begin;

  if (self->is_spent)
    return;

  if (recognise_json (content, &begin))
    {
      if (begin > 0)
        notes |= 1u << TLSRPT_REPORT_NOTE_BYTE_ORDER_MARK;
      if (self->level == 0 && g_str_has_suffix (self->file, ".gz"))
        notes |= 1u << TLSRPT_REPORT_NOTE_NAME;

      read_json (self, content, begin, notes);
    }
  else if (self->level == TLSRPT_LIMIT_REPORT_NESTING)
    {
      g_autoptr (GError) error = NULL;

      tlsrpt_error_set (&error, TLSRPT_ERROR_NESTING, TLSRPT_ERROR_FINAL, NULL,
                        _("Archives and messages are nested too deeply"));
      add_fault (self, g_steal_pointer (&error));
    }
  else if (tlsrpt_gzip_recognise (content->data, content->size))
    {
      read_gzip (self, content, notes);
    }
  else if (tlsrpt_zip_recognise (content->data, content->size))
    {
      read_zip (self, content);
    }
  else if (recognise_base64 (content))
    {
      read_base64 (self, content);
    }
  else if (!is_utf16 (content) && tlsrpt_report_mail_recognise (content->data, content->size))
    {
      read_mail (self, content);
    }
  else
    {
      refuse (self, content);
    }
}

static void
begin_file (TlsrptReportReader *self,
            const char         *file,
            GPtrArray          *reports,
            GPtrArray          *faults)
{
  self->file = file;
  self->part = NULL;
  self->reports = reports;
  self->faults = faults;
  self->n_left = TLSRPT_LIMIT_REPORT_OUTPUT;
  self->is_spent = FALSE;
  self->seal = NULL;
  self->level = 0;
  g_byte_array_set_size (self->input, 0);
}

/**
 * tlsrpt_report_reader_read_data:
 * @self: the reader
 * @file: the name of the file that the data comes from
 * @data: a report, or a message or an archive with reports
 * @size: the octets of @data, at most `TLSRPT_LIMIT_REPORT_FILE`
 * @allocated: how many octets can be read; with `TLSRPT_JSON_PADDING` more than @size
 *   JSON is not copied
 * @reports: (element-type TlsrptReport): where the reports are added
 * @faults: (element-type TlsrptReportFault): where the faults are added
 *
 * Reads reports.  There is at least one report or fault.
 */
void
tlsrpt_report_reader_read_data (TlsrptReportReader *self,
                                const char         *file,
                                const void         *data,
                                gsize               size,
                                gsize               allocated,
                                GPtrArray          *reports,
                                GPtrArray          *faults)
{
  const Content content = { data, size, allocated, NULL };

  g_return_if_fail (size <= TLSRPT_LIMIT_REPORT_FILE && allocated >= size);

  begin_file (self, file, reports, faults);
  read_content (self, &content, 0);
}

/* Reads what was loaded, unless it could not be. */
static void
read_input (TlsrptReportReader *self,
            GError             *error)
{
  if (error == NULL)
    read_array (self, self->input, 0);
  else
    add_fault (self, error);
}

/**
 * tlsrpt_report_reader_read_stream:
 * @self: the reader
 * @file: what to call it
 * @fd: what to read from, to its end
 * @reports: (element-type TlsrptReport): where the reports are added
 * @faults: (element-type TlsrptReportFault): where the faults are added
 *
 * Reads reports from standard input, or whatever else is already open.
 */
void
tlsrpt_report_reader_read_stream (TlsrptReportReader *self,
                                  const char         *file,
                                  int                 fd,
                                  GPtrArray          *reports,
                                  GPtrArray          *faults)
{
  GError *error = NULL;

  begin_file (self, file, reports, faults);
  tlsrpt_report_file_load_stream (fd, self->input, &error);
  read_input (self, error);
}

/**
 * tlsrpt_report_reader_read_file:
 * @self: the reader
 * @path: the path of a file
 * @reports: (element-type TlsrptReport): where the reports are added
 * @faults: (element-type TlsrptReportFault): where the faults are added
 *
 * Reads reports from a regular file.
 */
void
tlsrpt_report_reader_read_file (TlsrptReportReader *self,
                                const char         *path,
                                GPtrArray          *reports,
                                GPtrArray          *faults)
{
  g_autofree char *file = g_filename_display_name (path);
  GError *error = NULL;

  begin_file (self, file, reports, faults);
  tlsrpt_report_file_load (path, self->input, &error);
  read_input (self, error);
}
