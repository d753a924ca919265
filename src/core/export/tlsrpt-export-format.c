/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-export-format.h"

#include "tlsrpt-domain.h"
#include "tlsrpt-error.h"
#include "tlsrpt-export-format-private.h"
#include "tlsrpt-limits.h"
#include "tlsrpt-panel.h"
#include "tlsrpt-quote.h"
#include "tlsrpt-txt.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/*
 * A template is text with placeholders, “@part:quote:quote@”: a part of the record, and
 * the functions it goes through, the innermost first.  “@@” is “@”.
 */

typedef char *(*Quote) (const char *text);

static char *
quote_absolute (const char *text)
{
  return g_strconcat (text, ".", NULL);
}

/* V, or piece 1""piece 2: the provider for Route 53 puts marks around it. */
static char *
quote_pieces (const char *text)
{
  g_auto (GStrv) pieces = tlsrpt_txt_split (text);
  GString *quoted = g_string_new (NULL);

  for (gsize i = 0; pieces[i] != NULL; i++)
    {
      g_string_append (quoted, i > 0 ? "\"" : "");
      tlsrpt_txt_append (quoted, pieces[i]);
      g_string_truncate (quoted, quoted->len - 1);
    }

  return g_string_free (g_string_erase (quoted, 0, 1), FALSE);
}

/* Several strings in parentheses, as people write them. */
static char *
quote_zone (const char *text)
{
  g_autofree char *quoted = tlsrpt_quote_txt (text);

  return strlen (text) > TLSRPT_LIMIT_TXT_STRING ? g_strdup_printf ("( %s )", quoted)
                                                 : g_steal_pointer (&quoted);
}

/* “86400” as “1d”. */
static char *
quote_duration (const char *text)
{
  static const struct
  {
    guint64 seconds;
    char    unit;
  } units[] = { { 86400, 'd' }, { 3600, 'h' }, { 60, 'm' }, { 1, 's' } };
  guint64 seconds = g_ascii_strtoull (text, NULL, 10);
  gsize i = 0;

  while (seconds % units[i].seconds != 0)
    i++;

  return g_strdup_printf ("%" G_GUINT64_FORMAT "%c", seconds / units[i].seconds,
                          seconds == 0 ? 's' : units[i].unit);
}

/* A name as an identifier of Terraform, so that several records go into one file. */
static char *
quote_label (const char *text)
{
  char *label = g_strconcat ("tlsrpt_", text, NULL);

  return g_strcanon (label, G_CSET_a_2_z G_CSET_A_2_Z G_CSET_DIGITS "-_", '_');
}

static const struct
{
  const char *name;
  Quote       quote;
} quotes[] = {
  { "absolute", quote_absolute },
  { "duration", quote_duration },
  { "hcl", tlsrpt_quote_hcl },
  { "js", tlsrpt_quote_json },
  { "json", tlsrpt_quote_json },
  { "label", quote_label },
  { "octodns", tlsrpt_quote_octodns },
  { "pieces", quote_pieces },
  { "sh", tlsrpt_quote_shell },
  { "txt", tlsrpt_quote_txt },
  { "yaml", tlsrpt_quote_yaml },
  { "zone", quote_zone },
};

static char *
get_part (const TlsrptExportFormat *self,
          const TlsrptExportRecord *record,
          const char               *name)
{
  if (g_str_equal (name, "domain"))
    return g_strdup (record->name + strlen (TLSRPT_DOMAIN_OWNER_PREFIX "."));
  if (g_str_equal (name, "name"))
    return g_strdup (record->name);
  if (g_str_equal (name, "relative"))
    return g_strdup (record->relative_name);
  if (g_str_equal (name, "ttl"))
    return g_strdup_printf ("%u", record->ttl);
  if (g_str_equal (name, "value"))
    return g_strdup (record->value);
  if (g_str_equal (name, "zone"))
    return g_strdup (record->zone);

  g_error ("Format %s: there is no part @%s@", self->key, name);
}

static Quote
get_quote (const TlsrptExportFormat *self,
           const char               *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (quotes); i++)
    {
      if (g_str_equal (quotes[i].name, name))
        return quotes[i].quote;
    }

  g_error ("Format %s: there is no quote :%s", self->key, name);
}

static void
append_placeholder (const TlsrptExportFormat *self,
                    const TlsrptExportRecord *record,
                    const char               *placeholder,
                    GString                  *text)
{
  g_auto (GStrv) words = g_strsplit (placeholder, ":", -1);
  g_autofree char *part = get_part (self, record, words[0]);

  for (gsize i = 1; words[i] != NULL; i++)
    {
      char *quoted = get_quote (self, words[i]) (part);

      g_free (part);
      part = quoted;
    }

  g_string_append (text, part);
}

/* Names are A-labels, which stand for themselves in every language. */
static gboolean
is_name (const char *text)
{
  return text[strspn (text, G_CSET_a_2_z G_CSET_A_2_Z G_CSET_DIGITS "-_.")] == '\0';
}

static void
append_record (const TlsrptExportFormat *self,
               const TlsrptExportRecord *record,
               GString                  *text)
{
  g_auto (GStrv) pieces = NULL;

  g_assert (is_name (record->name) && is_name (record->relative_name) && is_name (record->zone));

  if (self->panel != NULL)
    {
      tlsrpt_panel_append (self->panel, record, text);
      return;
    }

  pieces = g_strsplit (self->template, "@", -1);

  /* Every other piece stood between two “@”. */
  for (gsize i = 0; pieces[i] != NULL; i++)
    {
      if (i % 2 == 0)
        g_string_append (text, pieces[i]);
      else if (pieces[i + 1] == NULL)
        g_error ("Format %s: an @ is missing after @%s", self->key, pieces[i]);
      else if (pieces[i][0] == '\0')
        g_string_append_c (text, '@');
      else
        append_placeholder (self, record, pieces[i], text);
    }
}

static gboolean
has_zone (const TlsrptExportFormat *self)
{
  g_auto (GStrv) pieces = NULL;

  if (self->panel != NULL)
    return FALSE;

  pieces = g_strsplit (self->template, "@", -1);
  for (guint i = 1; i < g_strv_length (pieces); i += 2)
    {
      if (g_str_equal (pieces[i], "zone") || g_str_has_prefix (pieces[i], "zone:"))
        return TRUE;
    }

  return FALSE;
}

static gboolean
check_ttl (const TlsrptExportFormat  *self,
           guint                      ttl,
           GError                   **error)
{
  guint max_ttl = self->max_ttl > 0 ? self->max_ttl : TLSRPT_LIMIT_TTL;

  if ((ttl >= self->min_ttl && ttl <= max_ttl) || (self->automatic_ttl && ttl == 1))
    return TRUE;

  tlsrpt_error_set (error, TLSRPT_ERROR_TTL, TLSRPT_ERROR_FINAL, NULL,
                    self->automatic_ttl
                      /* Translators: %s is the name of a tool; %u are seconds */
                      ? _("%s allows a TTL of 1 (automatic) or of %u to %u seconds")
                      /* Translators: %s is the name of a tool; %u are seconds */
                      : _("%s allows a TTL of %u to %u seconds"),
                    _(self->title), self->min_ttl, max_ttl);

  return FALSE;
}

/**
 * tlsrpt_export_format_check:
 * @self: a format
 * @record: what is to be exported
 * @error: return location for an error
 *
 * Tells whether what reads the format takes the record: its TTL and its length.
 *
 * Returns: `FALSE` with `TLSRPT_ERROR_TTL` or `TLSRPT_ERROR_TOO_LONG`
 */
gboolean
tlsrpt_export_format_check (const TlsrptExportFormat  *self,
                            const TlsrptExportRecord  *record,
                            GError                   **error)
{
  g_autofree char *quoted = NULL;

  if (!check_ttl (self, record->ttl, error))
    return FALSE;

  if (self->panel != NULL)
    return tlsrpt_panel_check (self->panel, record, error);

  if (self->max_quoted == 0)
    return TRUE;

  quoted = tlsrpt_quote_txt (record->value);
  if (strlen (quoted) <= self->max_quoted)
    return TRUE;

  tlsrpt_error_set (error, TLSRPT_ERROR_TOO_LONG, TLSRPT_ERROR_FINAL, NULL,
                    /* Translators: %s is the name of a tool; both %u are numbers of bytes */
                    _("The quoted value is %u bytes long, more than the %u that %s allows. Remove "
                      "a destination."),
                    (guint) strlen (quoted), (guint) self->max_quoted, _(self->title));

  return FALSE;
}

/**
 * tlsrpt_export_format_append_zone:
 * @self: a format
 * @zone: the apex of a zone
 * @is_first: whether no record comes before that has a name like one of this zone
 * @text: where to append
 *
 * Begins the records of a zone with a comment that names it.
 */
void
tlsrpt_export_format_append_zone (const TlsrptExportFormat *self,
                                  const char               *zone,
                                  gboolean                  is_first,
                                  GString                  *text)
{
  g_return_if_fail (self->comment != NULL);

  if (!is_first && self->separator != NULL)
    g_string_append (text, self->separator);
  g_string_append_printf (text, "%s Zone %s\n", self->comment, zone);
}

/**
 * tlsrpt_export_format_get_zones:
 * @self: a format
 *
 * Tells how the format shows the zone of a record.
 *
 * Returns: `TLSRPT_EXPORT_ZONES_INSIDE` if each record contains it,
 *   `TLSRPT_EXPORT_ZONES_COMMENT` if a comment can name it
 */
TlsrptExportZones
tlsrpt_export_format_get_zones (const TlsrptExportFormat *self)
{
  if (tlsrpt_export_format_is_json (self) || has_zone (self))
    return TLSRPT_EXPORT_ZONES_INSIDE;

  return self->comment != NULL ? TLSRPT_EXPORT_ZONES_COMMENT : TLSRPT_EXPORT_ZONES_NONE;
}

/**
 * tlsrpt_export_format_append:
 * @self: a format that is no JSON
 * @records: (array length=n_records): what to export
 * @n_records: how many
 * @text: where to append
 *
 * Appends records in a format, with a line feed at the end.  Comments tell records
 * of several zones apart.
 */
void
tlsrpt_export_format_append (const TlsrptExportFormat *self,
                             const TlsrptExportRecord *records,
                             gsize                     n_records,
                             GString                  *text)
{
  gboolean has_zones = FALSE;
  gboolean has_conflict = FALSE;

  g_return_if_fail (!tlsrpt_export_format_is_json (self));

  for (gsize i = 1; i < n_records && self->comment != NULL; i++)
    {
      has_zones |= !g_str_equal (records[i].zone, records[0].zone);
      for (gsize j = 0; j < i; j++)
        has_conflict |= g_str_equal (records[i].relative_name, records[j].relative_name);
    }

  for (gsize i = 0; i < n_records; i++)
    {
      if (i > 0 && self->panel != NULL)
        g_string_append_c (text, '\n');
      if (has_zones && (i == 0 || !g_str_equal (records[i].zone, records[i - 1].zone)))
        tlsrpt_export_format_append_zone (self, records[i].zone, i == 0 || !has_conflict, text);

      append_record (self, &records[i], text);
    }
}

/**
 * tlsrpt_export_format_find:
 * @key: the word for a format
 *
 * Finds a format by its word.
 *
 * Returns: (nullable): the format
 */
const TlsrptExportFormat *
tlsrpt_export_format_find (const char *key)
{
  for (gsize i = 0; i < tlsrpt_export_format_count (); i++)
    {
      const TlsrptExportFormat *format = tlsrpt_export_format_at (i);

      if (g_str_equal (format->key, key))
        return format;
    }

  return NULL;
}

const char *
tlsrpt_export_format_get_key (const TlsrptExportFormat *self)
{
  return self->key;
}

/**
 * tlsrpt_export_format_get_title:
 * @self: a format
 *
 * Gets what people call the format.
 *
 * Returns: the translated title
 */
const char *
tlsrpt_export_format_get_title (const TlsrptExportFormat *self)
{
  g_autofree char *title = NULL;

  if (self->panel == NULL)
    return _(self->title);

  /* Translators: what is to be typed into a web page; %s is the name of a DNS provider */
  title = g_strdup_printf (_("%s (web form)"), self->title);

  return g_intern_string (title);
}

/**
 * tlsrpt_export_format_get_words:
 * @self: a format
 *
 * Gets what people may search for, besides the title: names of products, as they are in
 * every language.
 *
 * Returns: the words
 */
const char *
tlsrpt_export_format_get_words (const TlsrptExportFormat *self)
{
  return self->words;
}

/**
 * tlsrpt_export_format_get_note:
 * @self: a format
 *
 * Gets what to mind when the export is used.
 *
 * Returns: (nullable): the translated sentence
 */
const char *
tlsrpt_export_format_get_note (const TlsrptExportFormat *self)
{
  return self->note != NULL ? _(self->note) : NULL;
}

/**
 * tlsrpt_export_format_get_extension:
 * @self: a format
 *
 * Gets how the name of a file with the export ends.
 *
 * Returns: the extension, without its dot
 */
const char *
tlsrpt_export_format_get_extension (const TlsrptExportFormat *self)
{
  return self->extension;
}

TlsrptExportGroup
tlsrpt_export_format_get_group (const TlsrptExportFormat *self)
{
  return self->group;
}

/**
 * tlsrpt_export_format_is_json:
 * @self: a format
 *
 * Returns: whether the format is the record as data, which has more to tell than
 *   its parts; see [class@Export]
 */
gboolean
tlsrpt_export_format_is_json (const TlsrptExportFormat *self)
{
  return self->template == NULL && self->panel == NULL;
}

/**
 * tlsrpt_export_format_get_panel:
 * @self: a format
 *
 * Gets whose web form the format is.
 *
 * Returns: (nullable): the provider, or `NULL` if a program reads the format
 */
const TlsrptProvider *
tlsrpt_export_format_get_panel (const TlsrptExportFormat *self)
{
  return self->panel;
}

/**
 * tlsrpt_export_group_get_title:
 * @group: a group of formats
 *
 * Gets what people call the tools that read these formats.
 *
 * Returns: the translated title
 */
const char *
tlsrpt_export_group_get_title (TlsrptExportGroup group)
{
  static const char *const titles[] = {
    N_("Plain"),
    N_("DNS Servers"),
    N_("Providers"),
    N_("Infrastructure as Code"),
  };

  g_return_val_if_fail ((guint) group < G_N_ELEMENTS (titles), NULL);

  return _(titles[group]);
}
