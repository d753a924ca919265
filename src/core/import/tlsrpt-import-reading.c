/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-import-reading.h"

#include "tlsrpt-destination.h"
#include "tlsrpt-difference.h"
#include "tlsrpt-discovery.h"
#include "tlsrpt-display.h"
#include "tlsrpt-domain.h"
#include "tlsrpt-error.h"
#include "tlsrpt-import-lint.h"
#include "tlsrpt-limits.h"
#include "tlsrpt-lint.h"
#include "tlsrpt-paste.h"
#include "tlsrpt-repair.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A place in a text, in octets and in characters; each is found from the one before. */
typedef struct
{
  const char *text;
  gsize       octets;
  guint       characters;
} Place;

static gboolean
is_inside_character (char c)
{
  return ((guchar) c & 0xc0) == 0x80;
}

/* Counts the characters that begin before @octets. */
static guint
count_characters (Place *place,
                  gsize  octets)
{
  if (octets < place->octets)
    {
      place->octets = 0;
      place->characters = 0;
    }

  for (; place->octets < octets; place->octets++)
    place->characters += !is_inside_character (place->text[place->octets]);

  return place->characters;
}

static TlsrptRange
find_range (Place *place,
            gsize  first,
            gsize  stop)
{
  TlsrptRange range;

  while (first > 0 && is_inside_character (place->text[first]))
    first--;

  range.start = count_characters (place, first);
  range.end = count_characters (place, stop);

  return range;
}

/* Where in the pasted text the part of a record ends that ends before @at: behind its
 * last octet, not before the next, for marks may stand between them. */
static gsize
find_end (const TlsrptPasted *record,
          const char         *text,
          gsize               at)
{
  gsize last;

  if (at == 0)
    return g_array_index (record->offsets, guint32, 0);

  last = g_array_index (record->offsets, guint32, at - 1);

  return text[last] == '\\' ? g_array_index (record->offsets, guint32, at) : last + 1;
}

static void
add_finding (TlsrptImportReading *self,
             const TlsrptFinding *finding,
             const TlsrptPasted  *record,
             Place               *place)
{
  g_autofree char *repair = NULL;
  TlsrptRange range;
  gsize start;
  gsize end;

  if (record->offsets == NULL)
    {
      g_ptr_array_add (self->findings, tlsrpt_finding_to_remark (finding, NULL, NULL));
      return;
    }

  end = find_end (record, place->text, finding->offset + finding->length);
  start = finding->length > 0 ? g_array_index (record->offsets, guint32, finding->offset) : end;

  /* Where it was pasted in another way, in two strings or with an escape, a repair would
   * go too far. */
  if (tlsrpt_pasted_is_whole (record) && end - start == finding->length &&
      memcmp (place->text + start, record->text->str + finding->offset, end - start) == 0)
    repair = tlsrpt_finding_dup_repair (finding, record->text->str);

  range = find_range (place, start, MAX (start, end));
  g_ptr_array_add (self->findings, tlsrpt_finding_to_remark (finding, &range, repair));
}

static void
add_findings (TlsrptImportReading *self,
              const TlsrptGrammar *grammar,
              const TlsrptPasted  *record,
              Place               *place)
{
  for (gsize i = 0; i < grammar->n_findings; i++)
    {
      if (self->findings->len == TLSRPT_LIMIT_IMPORT_ITEMS - 1)
        {
          const TlsrptFinding more = { TLSRPT_FINDING_MORE, record->text->len, 0 };

          add_finding (self, &more, record, place);
          return;
        }

      add_finding (self, &grammar->findings[i], record, place);
    }
}

static void
add_changes (TlsrptImportReading *self,
             const TlsrptRepair  *repair)
{
  for (guint i = 0; i < repair->changes->len; i++)
    {
      if (self->changes->len == TLSRPT_LIMIT_IMPORT_ITEMS - 1)
        {
          g_ptr_array_add (self->changes,
                           tlsrpt_remark_new (TLSRPT_SEVERITY_WARNING, "more-changes", NULL,
                                              _("More changes were made but are not listed")));
          return;
        }

      g_ptr_array_add (self->changes, tlsrpt_change_to_remark (g_ptr_array_index (repair->changes, i)));
    }
}

/* The form writes a destination in its own way, and does not take each that senders
 * could use. */
static void
add_form_changes (TlsrptImportReading *self)
{
  for (guint i = 0; i < self->uris->len && self->changes->len < TLSRPT_LIMIT_IMPORT_ITEMS; i++)
    {
      const char *uri = g_ptr_array_index (self->uris, i);
      g_autofree char *typed = tlsrpt_destination_to_text (uri);
      g_autofree char *written = tlsrpt_destination_parse (typed, NULL);
      g_autofree char *before = NULL;
      g_autofree char *after = NULL;
      TlsrptRemark *remark;

      if (g_strcmp0 (uri, written) == 0)
        continue;

      before = tlsrpt_display_isolate (uri, -1);
      if (written != NULL)
        {
          after = tlsrpt_display_isolate (written, -1);
          remark = tlsrpt_remark_new (TLSRPT_SEVERITY_WARNING, "form-rewrites", NULL,
                                      /* Translators: both %s are destinations of reports */
                                      _("In the form, “%s” becomes “%s”"), before, after);
        }
      else
        {
          remark = tlsrpt_remark_new (TLSRPT_SEVERITY_WARNING, "form-rejects", NULL,
                                      /* Translators: %s is the destination of reports */
                                      _("The form does not accept “%s”"), before);
        }

      g_ptr_array_add (self->changes, remark);
    }
}

/* The domain at whose name a record stands.  What stands before it may be misspelled;
 * a name that is not complete has none. */
static char *
find_domain (const TlsrptPasted *record)
{
  const char *name = record->name;
  g_autofree char *domain = NULL;

  if (name == NULL)
    return NULL;

  while (*name == '_' && strchr (name, '.') != NULL)
    name = strchr (name, '.') + 1;

  domain = tlsrpt_domain_to_ascii (name, NULL);
  if (domain != NULL && (record->notes & TLSRPT_PASTE_DOUBLED_NAME) != 0)
    domain[strlen (domain) / 2] = '\0';

  return g_steal_pointer (&domain);
}

/* Whether records belong to one name, or nothing says otherwise. */
static gboolean
share_name (GPtrArray *records)
{
  for (guint i = 1; i < records->len; i++)
    {
      if (!tlsrpt_pasted_may_share_name (g_ptr_array_index (records, 0),
                                         g_ptr_array_index (records, i)))
        return FALSE;
    }

  return TRUE;
}

/* The shortest text that distinguishes this record from the others. */
static char *
describe_record (const TlsrptPasted *record)
{
  g_autofree char *domain = find_domain (record);

  if (domain != NULL)
    return g_steal_pointer (&domain);

  if (record->name != NULL)
    return tlsrpt_display_isolate (record->name, -1);

  return tlsrpt_display_isolate (record->text->str, record->text->len);
}

/* Several records at one name are ignored by senders, so merging them is preselected;
 * otherwise the first record is. */
static void
choose (TlsrptImportReading *self,
        GPtrArray           *records,
        int                  wanted)
{
  if (records->len == 1)
    return;

  g_ptr_array_add (self->choices,
                   tlsrpt_remark_new (TLSRPT_SEVERITY_NONE, "all-records", NULL,
                                      _("All merged into one")));

  for (guint i = 0; i < records->len; i++)
    {
      g_autofree char *title = describe_record (g_ptr_array_index (records, i));

      g_ptr_array_add (self->choices,
                       tlsrpt_remark_new (TLSRPT_SEVERITY_NONE, "record", NULL, "%s", title));
    }

  if (wanted >= 0 && wanted <= (int) records->len)
    self->selected = wanted;
  else
    self->selected = share_name (records) ? TLSRPT_IMPORT_ALL : 1;
}

static void
describe_source (TlsrptImportReading *self,
                 const TlsrptPasted  *record)
{
  g_auto (GStrv) messages = tlsrpt_pasted_dup_messages (record);
  g_autofree char *name = NULL;

  if (messages[0] != NULL)
    self->notes = g_strjoinv ("\n", messages);

  if (record->name == NULL)
    {
      self->source = g_strdup (tlsrpt_pasted_get_label (record));
      return;
    }

  name = tlsrpt_display_isolate (record->name, -1);
  /* Translators: what a record was read from, such as “Output of dig”, and its name */
  self->source = g_strdup_printf (_("%s: the record at %s"), tlsrpt_pasted_get_label (record),
                                  name);
}

/* Several records at one name are worse than what is wrong with each of them. */
static void
judge_together (TlsrptImportReading *self,
                GPtrArray           *texts)
{
  guint n_kept = 0;

  for (guint i = 0; i < texts->len; i++)
    n_kept += tlsrpt_discovery_keeps (g_ptr_array_index (texts, i));

  if (n_kept < 2)
    return;

  g_free (self->verdict);
  self->verdict = g_strdup (_("Several records at one name: senders ignore all of them."));
  self->severity = TLSRPT_SEVERITY_ERROR;
  g_ptr_array_insert (self->findings, 0, tlsrpt_remark_new_from_parts (&(TlsrptRemarkParts) {
    .severity = TLSRPT_SEVERITY_ERROR,
    .code = "several-records",
    .message = _("Senders ignore all TLS-RPT records if there is more than one. Merge them."),
    .section = "8460 3",
  }));
}

static void
read_records (TlsrptImportReading *self,
              TlsrptGrammar       *grammar,
              const char          *text,
              GPtrArray           *records)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_autoptr (GString) all = g_string_new (NULL);
  g_autoptr (TlsrptRepair) repair = NULL;
  Place place = { text, 0, 0 };
  gboolean is_whole = TRUE;

  for (guint i = 0; i < records->len; i++)
    {
      const TlsrptPasted *record = g_ptr_array_index (records, i);

      tlsrpt_import_lint (grammar, record);
      add_findings (self, grammar, record, &place);
      is_whole = is_whole && !grammar->is_cut_off;

      if (tlsrpt_grammar_get_severity (grammar) >= self->severity)
        {
          g_free (self->verdict);
          self->verdict = g_strdup (tlsrpt_lint_get_verdict (grammar));
          self->severity = tlsrpt_grammar_get_severity (grammar);
        }

      g_ptr_array_add (texts, g_bytes_new (record->text->str, record->text->len));
      g_string_append_len (all, record->text->str, record->text->len);
    }

  if (tlsrpt_import_has_several (records))
    judge_together (self, texts);

  /* What is missing cannot be repaired. */
  if (!is_whole)
    return;

  repair = tlsrpt_repair_merge (texts);
  add_changes (self, repair);

  if (repair->value != NULL)
    {
      self->value = g_steal_pointer (&repair->value);
      g_ptr_array_unref (self->uris);
      self->uris = g_ptr_array_ref (repair->uris);
      g_array_unref (self->differences);
      self->differences = tlsrpt_difference_find (all->str, all->len, self->value);
      add_form_changes (self);
    }
}

static TlsrptImportReading *
reading_new (void)
{
  TlsrptImportReading *self = g_new0 (TlsrptImportReading, 1);

  self->differences = g_array_new (FALSE, FALSE, sizeof (TlsrptSpan));
  self->uris = g_ptr_array_new_with_free_func (g_free);
  self->findings = g_ptr_array_new_with_free_func (g_object_unref);
  self->changes = g_ptr_array_new_with_free_func (g_object_unref);
  self->choices = g_ptr_array_new_with_free_func (g_object_unref);

  return self;
}

/**
 * tlsrpt_import_read:
 * @grammar: a parser
 * @text: what was pasted
 * @wanted: which of several records to read, from 1; `TLSRPT_IMPORT_ALL`, or -1 for
 *   what most people want
 *
 * Reads, judges and mends what was pasted.
 *
 * Returns: (transfer full): what can be said about it
 */
TlsrptImportReading *
tlsrpt_import_read (TlsrptGrammar *grammar,
                    const char    *text,
                    int            wanted)
{
  TlsrptImportReading *self = reading_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) records = tlsrpt_paste_read (text, strlen (text), &error);
  const TlsrptPasted *first;

  if (records == NULL)
    {
      /* No text yet is no fault. */
      if (!g_error_matches (error, TLSRPT_ERROR, TLSRPT_ERROR_EMPTY))
        {
          self->verdict = g_strdup (error->message);
          self->severity = TLSRPT_SEVERITY_ERROR;
        }
      return self;
    }

  tlsrpt_paste_keep_tlsrpt (records);
  choose (self, records, wanted);

  if (self->selected != TLSRPT_IMPORT_ALL)
    {
      g_ptr_array_remove_range (records, self->selected, records->len - self->selected);
      g_ptr_array_remove_range (records, 0, self->selected - 1);
    }

  first = g_ptr_array_index (records, 0);
  describe_source (self, first);
  if (share_name (records))
    self->domain = find_domain (first);

  read_records (self, grammar, text, records);

  return self;
}

void
tlsrpt_import_reading_free (TlsrptImportReading *self)
{
  g_free (self->source);
  g_free (self->notes);
  g_free (self->verdict);
  g_free (self->value);
  g_array_unref (self->differences);
  g_free (self->domain);
  g_ptr_array_unref (self->uris);
  g_ptr_array_unref (self->findings);
  g_ptr_array_unref (self->changes);
  g_ptr_array_unref (self->choices);
  g_free (self);
}
