/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-cli-generate.h"

#include "tlsrpt-cli-blocks.h"
#include "tlsrpt-destination.h"
#include "tlsrpt-display.h"
#include "tlsrpt-domain.h"
#include "tlsrpt-error.h"
#include "tlsrpt-export.h"
#include "tlsrpt-host.h"
#include "tlsrpt-limits.h"
#include "tlsrpt-txt.h"

#include <glib/gi18n.h>
#include <string.h>

/* Appends the record of a line from its parts alone, with a line feed. */
typedef void (*AppendParts) (GString    *text,
                             const char *owner_name,
                             guint       ttl,
                             const char *value);

/* A value, and room for one destination more before its length is known. */
#define VALUE_ROOM (TLSRPT_LIMIT_VALUE + TLSRPT_DESTINATION_PLAIN_ROOM)

/* What is kept from line to line, so that a line costs few allocations. */
typedef struct
{
  const TlsrptExportFormat *format;
  AppendParts               append_parts; /* or NULL, if the format takes more than these */
  TlsrptExportZones         zones;
  guint                     ttl;

  gsize                     line;
  GPtrArray                *words; /* point into the line, NULL at the end */
  GPtrArray                *uris;
  GString                  *owner_name;
  GString                  *value;
  GString                  *output;
  gboolean                  has_fault;

  char                     *zone; /* of the last record, or NULL */
  gboolean                  has_zones;
  gboolean                  quiet;
} Batch;

static void
append_zone_line (GString    *text,
                  const char *owner_name,
                  guint       ttl,
                  const char *value)
{
  tlsrpt_txt_append_line (text, owner_name, ttl, value);
  g_string_append_c (text, '\n');
}

static void
append_value (GString    *text,
              const char *owner_name,
              guint       ttl,
              const char *value)
{
  g_string_append (text, value);
  g_string_append_c (text, '\n');
}

static void
append_name (GString    *text,
             const char *owner_name,
             guint       ttl,
             const char *value)
{
  g_string_append (text, owner_name);
  g_string_append_c (text, '\n');
}

static AppendParts
find_append_parts (const char *format)
{
  if (g_str_equal (format, "zone"))
    return append_zone_line;
  if (g_str_equal (format, "value"))
    return append_value;
  if (g_str_equal (format, "name"))
    return append_name;

  return NULL;
}

static inline gboolean
is_blank (char c)
{
  return c == ' ' || c == '\t';
}

/* Cuts a line at white space, in place.  A word that begins with “#” begins a
 * comment: inside a word it is part of a URL. */
static void
split_words (char      *line,
             GPtrArray *words)
{
  g_ptr_array_set_size (words, 0);

  for (;;)
    {
      while (is_blank (*line))
        line++;
      if (*line == '\0' || *line == '#')
        break;

      g_ptr_array_add (words, line);
      while (*line != '\0' && !is_blank (*line))
        line++;
      if (*line == '\0')
        break;
      *line++ = '\0';
    }

  g_ptr_array_add (words, NULL);
}

static gboolean
report_too_many (Batch *batch)
{
  /* Translators: where a fault is; %d is a number */
  tlsrpt_cli_error (_("line %zu: more than %d destinations"), batch->line,
                    TLSRPT_LIMIT_DESTINATIONS);

  return FALSE;
}

static gboolean
add_uri (Batch      *batch,
         const char *word,
         guint       position)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *uri = tlsrpt_destination_parse (word, &error);

  if (uri == NULL)
    {
      tlsrpt_cli_report_fault (batch->line, position, error);
      return FALSE;
    }

  for (guint i = 0; i < batch->uris->len; i++)
    {
      if (tlsrpt_destination_equal (g_ptr_array_index (batch->uris, i), uri))
        return TRUE;
    }

  if (batch->uris->len == TLSRPT_LIMIT_DESTINATIONS)
    return report_too_many (batch);

  g_ptr_array_add (batch->uris, g_steal_pointer (&uri));

  return TRUE;
}

/* A word, which may be a list as on the command line. */
static gboolean
add_word (Batch      *batch,
          const char *word,
          guint       position)
{
  g_auto (GStrv) parts = tlsrpt_destination_split (word);

  if (parts == NULL)
    return add_uri (batch, word, position);

  for (gsize i = 0; parts[i] != NULL; i++)
    {
      if (!add_uri (batch, parts[i], position))
        return FALSE;
    }

  return TRUE;
}

static gboolean
report_line (Batch        *batch,
             const GError *error)
{
  /* Translators: where a fault is, and what it is */
  tlsrpt_cli_error (_("line %zu: %s"), batch->line, error->message);

  return FALSE;
}

/* The zone of each record is told by the record, by a comment, or at the end it is
 * said that it is not. */
static void
append_zone (Batch      *batch,
             const char *zone)
{
  if (g_strcmp0 (batch->zone, zone) == 0)
    return;

  batch->has_zones |= batch->zone != NULL;
  if (batch->zones == TLSRPT_EXPORT_ZONES_COMMENT)
    tlsrpt_export_format_append_zone (batch->format, zone, batch->zone == NULL, batch->output);

  g_free (batch->zone);
  batch->zone = g_strdup (zone);
}

/* Whether several zones are in the records is all that matters where only the parts
 * are written. */
static void
watch_zones (Batch      *batch,
             const char *domain)
{
  g_autofree char *zone = NULL;

  if (batch->has_zones || batch->quiet || batch->zones != TLSRPT_EXPORT_ZONES_NONE)
    return;

  zone = tlsrpt_domain_guess_zone (domain);
  append_zone (batch, zone);
}

static gboolean
append_export (Batch      *batch,
               const char *domain)
{
  g_autofree char *zone = tlsrpt_domain_guess_zone (domain);
  g_autofree char *relative_name = tlsrpt_domain_to_relative_name (domain, zone);
  g_autoptr (GError) error = NULL;
  const TlsrptExportRecord record = {
    .name = batch->owner_name->str,
    .relative_name = relative_name,
    .zone = zone,
    .ttl = batch->ttl,
    .value = batch->value->str,
  };

  if (!tlsrpt_export_format_check (batch->format, &record, &error))
    return report_line (batch, error);

  append_zone (batch, zone);
  tlsrpt_export_format_append (batch->format, &record, 1, batch->output);

  return TRUE;
}

/* A record from its parts alone, by the rules of the model: a million lines are
 * not a million models. */
static gboolean
append_from_parts (Batch *batch)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *domain = NULL;
  gboolean ok = TRUE;

  domain = tlsrpt_domain_to_ascii (g_ptr_array_index (batch->words, 0), &error);
  if (domain == NULL)
    {
      tlsrpt_cli_report_fault (batch->line, 0, error);
      ok = FALSE;
    }

  g_ptr_array_set_size (batch->uris, 0);
  for (guint i = 1; i + 1 < batch->words->len; i++)
    ok = add_word (batch, g_ptr_array_index (batch->words, i), i) && ok;

  if (!ok)
    return FALSE;

  g_string_assign (batch->owner_name, TLSRPT_DOMAIN_OWNER_PREFIX ".");
  g_string_append (batch->owner_name, domain);
  g_string_truncate (batch->value, 0);
  tlsrpt_txt_append_value (batch->value, (const char *const *) batch->uris->pdata,
                           batch->uris->len);
  if (batch->value->len > TLSRPT_LIMIT_VALUE)
    {
      /* Translators: where a fault is; the last %d is the largest number of bytes */
      tlsrpt_cli_error (_("line %zu: the value is longer than %d bytes"),
                        batch->line, TLSRPT_LIMIT_VALUE);
      return FALSE;
    }

  if (batch->append_parts == NULL)
    return append_export (batch, domain);

  watch_zones (batch, domain);
  batch->append_parts (batch->output, batch->owner_name->str, batch->ttl, batch->value->str);

  return TRUE;
}

/* Whether a destination is among those that stand in front of it, each with a NUL behind. */
static gboolean
is_repeated (const char *first,
             const char *uri)
{
  for (; first < uri; first += strlen (first) + 1)
    {
      if (tlsrpt_destination_equal (first, uri))
        return TRUE;
    }

  return FALSE;
}

/* The fast path of append_from_parts(): a line of nothing but plain words, which is right.
 * (The row “generate --batch” of the benchmark “speed”: 17,800 instructions a line before,
 * 5,900 with it, of which those of names in other scripts are a third.)  Returns whether it
 * was one. */
static gboolean
append_plain (Batch *batch)
{
  static const char beginning[] = "v=TLSRPTv1; rua=";
  const char *domain = g_ptr_array_index (batch->words, 0);
  char owner_name[sizeof TLSRPT_DOMAIN_OWNER_PREFIX + TLSRPT_LIMIT_NAME + 2] =
    TLSRPT_DOMAIN_OWNER_PREFIX ".";
  char *name = owner_name + strlen (TLSRPT_DOMAIN_OWNER_PREFIX ".");
  gsize length = strlen (domain);
  char value[VALUE_ROOM];
  char *const uris = value + strlen (beginning);
  char *uri = uris;

  if (length > TLSRPT_LIMIT_NAME ||
      tlsrpt_host_write_plain (domain, length, TLSRPT_LIMIT_DOMAIN, name) == 0)
    return FALSE;

  for (guint i = 1; i + 1 < batch->words->len; i++)
    {
      const char *word = g_ptr_array_index (batch->words, i);

      length = tlsrpt_destination_write_plain (word, strlen (word), uri);
      /* With the NUL, which stands for a comma. */
      if (length == 0 || uri + length - value > TLSRPT_LIMIT_VALUE)
        return FALSE;

      uri[length] = '\0';
      if (!is_repeated (uris, uri))
        uri += length + 1;
    }

  memcpy (value, beginning, strlen (beginning));
  for (char *end = uris + strlen (uris); end + 1 < uri; end += strlen (end))
    *end = ',';

  watch_zones (batch, name);
  batch->append_parts (batch->output, owner_name, batch->ttl, value);

  return TRUE;
}

static gboolean
append_from_model (Batch *batch)
{
  g_autoptr (TlsrptRecord) record = tlsrpt_record_new ();
  g_autoptr (TlsrptExport) export = NULL;
  const GError *error;

  if (!tlsrpt_cli_fill_record (record, (char **) batch->words->pdata, batch->line))
    return FALSE;

  tlsrpt_record_set_ttl (record, batch->ttl);
  export = tlsrpt_export_new (record);
  tlsrpt_export_set_format (export, tlsrpt_export_format_get_key (batch->format));
  error = tlsrpt_export_get_error (export);
  if (error != NULL)
    return report_line (batch, error);

  g_string_append (batch->output, tlsrpt_export_get_text (export));

  return TRUE;
}

static gboolean
process_line (Batch               *batch,
              const TlsrptCliLine *line)
{
  if (!tlsrpt_cli_line_check (line))
    return FALSE;

  split_words (line->text, batch->words);
  if (batch->words->len == 1)
    return TRUE;

  if (batch->words->len == 2)
    {
      /* Translators: where a fault is */
      tlsrpt_cli_error (_("line %zu: DESTINATION is missing"), batch->line);
      return FALSE;
    }

  if (batch->words->len - 2 > TLSRPT_LIMIT_DESTINATIONS)
    return report_too_many (batch);

  if (tlsrpt_export_format_is_json (batch->format))
    return append_from_model (batch);

  return (batch->append_parts != NULL && append_plain (batch)) || append_from_parts (batch);
}

static void
process_line_cb (const TlsrptCliLine *line,
                 GString             *output,
                 gpointer             user_data)
{
  Batch *batch = user_data;

  batch->line = line->number;
  batch->output = output;
  batch->has_fault |= !process_line (batch, line);
}

static Batch *
batch_new (const TlsrptExportFormat *format,
           AppendParts               append_parts,
           guint                     ttl,
           gboolean                  quiet)
{
  Batch *self = g_new0 (Batch, 1);

  self->format = format;
  self->append_parts = append_parts;
  self->zones = tlsrpt_export_format_get_zones (format);
  self->ttl = ttl;
  self->quiet = quiet;
  self->words = g_ptr_array_new ();
  self->uris = g_ptr_array_new_with_free_func (g_free);
  self->owner_name = g_string_new (NULL);
  self->value = g_string_new (NULL);

  return self;
}

static void
batch_free (Batch *self)
{
  g_ptr_array_unref (self->words);
  g_ptr_array_unref (self->uris);
  g_string_free (self->owner_name, TRUE);
  g_string_free (self->value, TRUE);
  g_free (self->zone);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Batch, batch_free)

/* What a thread knows is its own, and told to the batch as a whole after each block. */
static gpointer
begin_cb (gpointer user_data)
{
  const Batch *whole = user_data;

  return batch_new (whole->format, whole->append_parts, whole->ttl, whole->quiet);
}

static void
block_written_cb (gpointer state,
                  gpointer user_data)
{
  Batch *batch = state;
  Batch *whole = user_data;

  whole->has_fault |= batch->has_fault;
  whole->has_zones |= batch->has_zones ||
                      (batch->zone != NULL && whole->zone != NULL &&
                       !g_str_equal (batch->zone, whole->zone));
  if (whole->zone == NULL)
    whole->zone = g_strdup (batch->zone);

  /* Nobody has to look any further. */
  batch->has_zones = whole->has_zones;
}

static void
end_cb (gpointer state)
{
  batch_free (state);
}

/**
 * tlsrpt_cli_generate_batch:
 * @format: the word for what to print
 * @ttl: seconds
 * @quiet: whether there are no notes
 *
 * Reads “DOMAIN DESTINATION…” lines from standard input and prints a record for
 * each, in order and in constant memory.  White space separates the words; “#”
 * begins a comment.
 *
 * Returns: `TLSRPT_EXIT_PROBLEM` if there was a fault in any line
 */
TlsrptExit
tlsrpt_cli_generate_batch (const char *format,
                           guint       ttl,
                           gboolean    quiet)
{
  static const TlsrptCliBlocks blocks = { begin_cb, process_line_cb, block_written_cb, end_cb };
  g_autoptr (Batch) batch = batch_new (tlsrpt_export_format_find (format),
                                       find_append_parts (format), ttl, quiet);
  gboolean ok;

  /* Made before there are several threads that need it. */
  (void) TLSRPT_ERROR;

  /* Where a line may depend on the zone of the one before it they come one after another. */
  ok = batch->append_parts != NULL ? tlsrpt_cli_blocks_foreach (&blocks, batch)
                                   : tlsrpt_cli_line_foreach (process_line_cb, batch);

  if (!quiet && batch->has_zones && batch->zones == TLSRPT_EXPORT_ZONES_NONE)
    tlsrpt_cli_error (_("note: the records are in several zones, which this format cannot show"));

  return ok && !batch->has_fault ? TLSRPT_EXIT_OK : TLSRPT_EXIT_PROBLEM;
}
