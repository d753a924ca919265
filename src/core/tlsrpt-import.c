/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-import.h"

#include "tlsrpt-display.h"
#include "tlsrpt-import-reading.h"
#include "tlsrpt-limits.h"

#include <glib/gi18n-lib.h>

/**
 * TlsrptImport:
 *
 * A text that holds a record, while it is pasted or typed, and what would become of a
 * form if the record were put into it.
 *
 * Set the inputs; the outputs follow at once, and the signal
 * [signal@Import::judged] tells that they have.
 */
struct _TlsrptImport
{
  GObject              parent_instance;

  /* Input */
  char                *text;
  TlsrptRecord        *form;
  int                  wanted; /* of several records; -1 until somebody has chosen */

  /* Output, derived by update() */
  TlsrptImportReading *reading;
  GListStore          *findings;
  GListStore          *changes;
  GListStore          *choices;
  char                *hint;
  gboolean             can_merge;
  gboolean             can_replace;
  gboolean             has_choice;

  TlsrptGrammar       *grammar;
};

G_DEFINE_FINAL_TYPE (TlsrptImport, tlsrpt_import, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_CAN_MERGE,
  PROP_CAN_REPLACE,
  PROP_CHANGES,
  PROP_CHOICES,
  PROP_DOMAIN,
  PROP_FINDINGS,
  PROP_FORM,
  PROP_HAS_CHOICE,
  PROP_HINT,
  PROP_NOTES,
  PROP_SELECTED,
  PROP_SEVERITY,
  PROP_SOURCE,
  PROP_TEXT,
  PROP_VALUE,
  PROP_VERDICT,
  N_PROPS,
};

enum
{
  SIGNAL_JUDGED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

/* Takes over what is new.  Items that say what they said before stay, so that their
 * rows stay; only their places follow. */
static void
update_list (GListStore *list,
             GPtrArray  *items)
{
  guint n_old = g_list_model_get_n_items (G_LIST_MODEL (list));
  guint n_head = 0;
  guint n_tail = 0;

  for (; n_head < MIN (n_old, items->len); n_head++)
    {
      g_autoptr (TlsrptImportItem) old = g_list_model_get_item (G_LIST_MODEL (list), n_head);
      TlsrptImportItem *item = g_ptr_array_index (items, n_head);

      if (!tlsrpt_import_item_equal (old, item))
        break;
      tlsrpt_import_item_move (old, item);
    }

  for (; n_tail < MIN (n_old, items->len) - n_head; n_tail++)
    {
      g_autoptr (TlsrptImportItem) old =
        g_list_model_get_item (G_LIST_MODEL (list), n_old - 1 - n_tail);
      TlsrptImportItem *item = g_ptr_array_index (items, items->len - 1 - n_tail);

      if (!tlsrpt_import_item_equal (old, item))
        break;
      tlsrpt_import_item_move (old, item);
    }

  if (n_old - n_head - n_tail > 0 || items->len - n_head - n_tail > 0)
    g_list_store_splice (list, n_head, n_old - n_head - n_tail,
                         items->pdata + n_head, items->len - n_head - n_tail);
}

static void
add_sentence (GString    *hint,
              const char *sentence)
{
  if (hint->len > 0)
    g_string_append_c (hint, '\n');
  g_string_append (hint, sentence);
}

/* What merging would do.  Returns whether it can be done. */
static gboolean
describe_merge (TlsrptImport *self,
                GString      *hint)
{
  const TlsrptImportReading *reading = self->reading;
  const char *domain = tlsrpt_field_get_value (tlsrpt_record_get_domain_field (self->form));
  guint n_fields;
  guint n_known = tlsrpt_record_count_known (self->form, reading->uris, &n_fields);
  guint n_new = reading->uris->len - n_known;
  g_autofree char *sum = NULL;
  g_autofree char *known = NULL;
  g_autofree char *place = NULL;

  if (n_fields > TLSRPT_LIMIT_DESTINATIONS)
    {
      /* Translators: both numbers are counts of destinations, more than one */
      sum = g_strdup_printf (_("Merging would make %u destinations; the form holds at most %d."),
                             n_fields, TLSRPT_LIMIT_DESTINATIONS);
      add_sentence (hint, sum);
      return FALSE;
    }

  if (n_new == 0)
    sum = g_strdup (_("All destinations of this record are in the form already."));
  else
    /* Translators: %u is a number of destinations */
    sum = g_strdup_printf (ngettext ("Merging adds %u destination to the form.",
                                     "Merging adds %u destinations to the form.", n_new), n_new);
  add_sentence (hint, sum);

  if (n_new > 0 && n_known > 0)
    {
      /* Translators: %u is a number of destinations */
      known = g_strdup_printf (ngettext ("%u destination is in the form already.",
                                         "%u destinations are in the form already.", n_known),
                               n_known);
      add_sentence (hint, known);
    }

  if (domain != NULL && reading->domain != NULL && !g_str_equal (domain, reading->domain))
    {
      /* Translators: %s is the domain in the form, another than that of the record */
      place = g_strdup_printf (_("The domain stays %s when they are merged."), domain);
      add_sentence (hint, place);
    }

  return TRUE;
}

static void
update_plan (TlsrptImport *self)
{
  g_autoptr (GString) hint = g_string_new (NULL);
  const TlsrptImportReading *reading = self->reading;
  g_autofree char *too_many = NULL;

  self->has_choice = self->form != NULL && !tlsrpt_record_is_blank (self->form);
  self->can_replace = reading->value != NULL && reading->uris->len <= TLSRPT_LIMIT_DESTINATIONS;

  if (reading->value != NULL && !self->can_replace)
    {
      /* Translators: both numbers are counts of destinations, more than one */
      too_many = g_strdup_printf (_("The record has %u destinations; the form holds at most %d."),
                                  reading->uris->len, TLSRPT_LIMIT_DESTINATIONS);
      add_sentence (hint, too_many);
    }

  self->can_merge = self->can_replace && self->has_choice && describe_merge (self, hint);

  g_free (self->hint);
  self->hint = hint->len > 0 ? g_strdup (hint->str) : NULL;
}

static void
notify_string (TlsrptImport *self,
               const char   *before,
               const char   *after,
               int           property_id)
{
  if (g_strcmp0 (before, after) != 0)
    g_object_notify_by_pspec (G_OBJECT (self), properties[property_id]);
}

/* Derives the outputs and tells of those that are not what they were. */
static void
update (TlsrptImport *self)
{
  g_autoptr (TlsrptImportReading) old = g_steal_pointer (&self->reading);
  g_autofree char *old_hint = g_strdup (self->hint);
  gboolean could_merge = self->can_merge;
  gboolean could_replace = self->can_replace;
  gboolean had_choice = self->has_choice;

  self->reading = tlsrpt_import_read (self->grammar, self->text, self->wanted);
  update_plan (self);

  g_object_freeze_notify (G_OBJECT (self));

  notify_string (self, old->source, self->reading->source, PROP_SOURCE);
  notify_string (self, old->notes, self->reading->notes, PROP_NOTES);
  notify_string (self, old->verdict, self->reading->verdict, PROP_VERDICT);
  notify_string (self, old->value, self->reading->value, PROP_VALUE);
  notify_string (self, old->domain, self->reading->domain, PROP_DOMAIN);
  notify_string (self, old_hint, self->hint, PROP_HINT);

  if (old->severity != self->reading->severity)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SEVERITY]);
  if (could_merge != self->can_merge)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_MERGE]);
  if (could_replace != self->can_replace)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_REPLACE]);
  if (had_choice != self->has_choice)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_HAS_CHOICE]);

  update_list (self->findings, self->reading->findings);
  update_list (self->changes, self->reading->changes);
  update_list (self->choices, self->reading->choices);

  /* After the choices, of which it is one. */
  if (old->selected != self->reading->selected || old->choices->len != self->reading->choices->len)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED]);

  g_object_thaw_notify (G_OBJECT (self));

  g_signal_emit (self, signals[SIGNAL_JUDGED], 0);
}

static void
tlsrpt_import_get_property (GObject    *object,
                            guint       property_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  TlsrptImport *self = TLSRPT_IMPORT (object);

  switch (property_id)
    {
    case PROP_CAN_MERGE:
      g_value_set_boolean (value, self->can_merge);
      break;

    case PROP_CAN_REPLACE:
      g_value_set_boolean (value, self->can_replace);
      break;

    case PROP_CHANGES:
      g_value_set_object (value, self->changes);
      break;

    case PROP_CHOICES:
      g_value_set_object (value, self->choices);
      break;

    case PROP_DOMAIN:
      g_value_set_string (value, self->reading->domain);
      break;

    case PROP_FINDINGS:
      g_value_set_object (value, self->findings);
      break;

    case PROP_FORM:
      g_value_set_object (value, self->form);
      break;

    case PROP_HAS_CHOICE:
      g_value_set_boolean (value, self->has_choice);
      break;

    case PROP_HINT:
      g_value_set_string (value, self->hint);
      break;

    case PROP_NOTES:
      g_value_set_string (value, self->reading->notes);
      break;

    case PROP_SELECTED:
      g_value_set_uint (value, self->reading->selected);
      break;

    case PROP_SEVERITY:
      g_value_set_enum (value, self->reading->severity);
      break;

    case PROP_SOURCE:
      g_value_set_string (value, self->reading->source);
      break;

    case PROP_TEXT:
      g_value_set_string (value, self->text);
      break;

    case PROP_VALUE:
      g_value_set_string (value, self->reading->value);
      break;

    case PROP_VERDICT:
      g_value_set_string (value, self->reading->verdict);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
tlsrpt_import_set_property (GObject      *object,
                            guint         property_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  TlsrptImport *self = TLSRPT_IMPORT (object);

  switch (property_id)
    {
    case PROP_FORM:
      tlsrpt_import_set_form (self, g_value_get_object (value));
      break;

    case PROP_SELECTED:
      tlsrpt_import_set_selected (self, g_value_get_uint (value));
      break;

    case PROP_TEXT:
      tlsrpt_import_set_text (self, g_value_get_string (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
tlsrpt_import_dispose (GObject *object)
{
  g_clear_object (&TLSRPT_IMPORT (object)->form);

  G_OBJECT_CLASS (tlsrpt_import_parent_class)->dispose (object);
}

static void
tlsrpt_import_finalize (GObject *object)
{
  TlsrptImport *self = TLSRPT_IMPORT (object);

  g_free (self->text);
  g_free (self->hint);
  g_object_unref (self->findings);
  g_object_unref (self->changes);
  g_object_unref (self->choices);
  tlsrpt_import_reading_free (self->reading);
  tlsrpt_grammar_free (self->grammar);

  G_OBJECT_CLASS (tlsrpt_import_parent_class)->finalize (object);
}

static void
tlsrpt_import_class_init (TlsrptImportClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags input = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  const GParamFlags output = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->dispose = tlsrpt_import_dispose;
  object_class->finalize = tlsrpt_import_finalize;
  object_class->get_property = tlsrpt_import_get_property;
  object_class->set_property = tlsrpt_import_set_property;

  /**
   * TlsrptImport:can-merge:
   *
   * Whether the form holds something that the record can be merged into.
   */
  properties[PROP_CAN_MERGE] = g_param_spec_boolean ("can-merge", NULL, NULL, FALSE, output);

  /**
   * TlsrptImport:can-replace:
   *
   * Whether there is a record that the form can hold.
   */
  properties[PROP_CAN_REPLACE] = g_param_spec_boolean ("can-replace", NULL, NULL, FALSE, output);

  /**
   * TlsrptImport:changes:
   *
   * What was changed to make [property@Import:value] of the text, and what the form
   * would change.
   */
  properties[PROP_CHANGES] =
    g_param_spec_object ("changes", NULL, NULL, G_TYPE_LIST_MODEL, output);

  /**
   * TlsrptImport:choices:
   *
   * All records together and each of them, if they are several.
   */
  properties[PROP_CHOICES] =
    g_param_spec_object ("choices", NULL, NULL, G_TYPE_LIST_MODEL, output);

  /**
   * TlsrptImport:domain:
   *
   * The domain that the text tells.
   */
  properties[PROP_DOMAIN] = g_param_spec_string ("domain", NULL, NULL, NULL, output);

  /**
   * TlsrptImport:findings:
   *
   * What is wrong with the text.
   */
  properties[PROP_FINDINGS] =
    g_param_spec_object ("findings", NULL, NULL, G_TYPE_LIST_MODEL, output);

  /**
   * TlsrptImport:form:
   *
   * The record that the text is imported into.
   */
  properties[PROP_FORM] = g_param_spec_object ("form", NULL, NULL, TLSRPT_TYPE_RECORD, input);

  /**
   * TlsrptImport:has-choice:
   *
   * Whether the form holds something, so that one can replace it or merge into it.
   */
  properties[PROP_HAS_CHOICE] = g_param_spec_boolean ("has-choice", NULL, NULL, FALSE, output);

  /**
   * TlsrptImport:hint:
   *
   * What to know before the record is put into the form.
   */
  properties[PROP_HINT] = g_param_spec_string ("hint", NULL, NULL, NULL, output);

  /**
   * TlsrptImport:notes:
   *
   * What was done to read the text; sentences, a line each.
   */
  properties[PROP_NOTES] = g_param_spec_string ("notes", NULL, NULL, NULL, output);

  /**
   * TlsrptImport:selected:
   *
   * Which of [property@Import:choices] is read.
   */
  properties[PROP_SELECTED] = g_param_spec_uint ("selected", NULL, NULL, 0, G_MAXUINT, 0, input);

  /**
   * TlsrptImport:severity:
   *
   * How bad the verdict is.
   */
  properties[PROP_SEVERITY] =
    g_param_spec_enum ("severity", NULL, NULL, TLSRPT_TYPE_SEVERITY, TLSRPT_SEVERITY_NONE, output);

  /**
   * TlsrptImport:source:
   *
   * What the text was recognised as.
   */
  properties[PROP_SOURCE] = g_param_spec_string ("source", NULL, NULL, NULL, output);

  /**
   * TlsrptImport:text:
   *
   * What was pasted.
   */
  properties[PROP_TEXT] = g_param_spec_string ("text", NULL, NULL, "", input);

  /**
   * TlsrptImport:value:
   *
   * The record that the text becomes.
   */
  properties[PROP_VALUE] = g_param_spec_string ("value", NULL, NULL, NULL, output);

  /**
   * TlsrptImport:verdict:
   *
   * What there is to say about the text in a sentence.
   */
  properties[PROP_VERDICT] = g_param_spec_string ("verdict", NULL, NULL, NULL, output);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * TlsrptImport::judged:
   *
   * An input has changed, and the outputs have followed: the places of the findings
   * and the differences, too, of which no property tells.
   */
  signals[SIGNAL_JUDGED] =
    g_signal_new ("judged",
                  G_TYPE_FROM_CLASS (klass),
                  G_SIGNAL_RUN_LAST,
                  0,
                  NULL, NULL, NULL,
                  G_TYPE_NONE, 0);
}

static void
tlsrpt_import_init (TlsrptImport *self)
{
  self->text = g_strdup ("");
  self->wanted = -1;
  self->findings = g_list_store_new (TLSRPT_TYPE_IMPORT_ITEM);
  self->changes = g_list_store_new (TLSRPT_TYPE_IMPORT_ITEM);
  self->choices = g_list_store_new (TLSRPT_TYPE_IMPORT_ITEM);
  self->grammar = tlsrpt_grammar_new ();
  self->reading = tlsrpt_import_read (self->grammar, "", -1);
}

/**
 * tlsrpt_import_new:
 *
 * Creates an import of no text.
 *
 * Returns: (transfer full): the import
 */
TlsrptImport *
tlsrpt_import_new (void)
{
  return g_object_new (TLSRPT_TYPE_IMPORT, NULL);
}

/**
 * tlsrpt_import_get_form:
 *
 * Returns: (transfer none) (nullable): the record that the text is imported into
 */
TlsrptRecord *
tlsrpt_import_get_form (TlsrptImport *self)
{
  g_return_val_if_fail (TLSRPT_IS_IMPORT (self), NULL);

  return self->form;
}

/**
 * tlsrpt_import_set_form:
 * @form: (nullable): the record that the text is imported into; nobody else changes it
 *   meanwhile
 *
 * Sets where the record goes.
 */
void
tlsrpt_import_set_form (TlsrptImport *self,
                        TlsrptRecord *form)
{
  g_return_if_fail (TLSRPT_IS_IMPORT (self));
  g_return_if_fail (form == NULL || TLSRPT_IS_RECORD (form));

  if (!g_set_object (&self->form, form))
    return;

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FORM]);
  update (self);
}

const char *
tlsrpt_import_get_text (TlsrptImport *self)
{
  g_return_val_if_fail (TLSRPT_IS_IMPORT (self), NULL);

  return self->text;
}

/**
 * tlsrpt_import_set_text:
 * @text: (nullable): what was pasted, as UTF-8
 *
 * Sets the text.
 */
void
tlsrpt_import_set_text (TlsrptImport *self,
                        const char   *text)
{
  g_return_if_fail (TLSRPT_IS_IMPORT (self));

  if (text == NULL)
    text = "";

  if (g_str_equal (self->text, text))
    return;

  g_free (self->text);
  self->text = g_strdup (text);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TEXT]);
  update (self);

  /* What was chosen among other records is no choice among these. */
  if (self->wanted > (int) g_list_model_get_n_items (G_LIST_MODEL (self->choices)) - 1)
    self->wanted = -1;
}

guint
tlsrpt_import_get_selected (TlsrptImport *self)
{
  g_return_val_if_fail (TLSRPT_IS_IMPORT (self), 0);

  return self->reading->selected;
}

/**
 * tlsrpt_import_set_selected:
 * @selected: one of the choices
 *
 * Chooses among several records.
 */
void
tlsrpt_import_set_selected (TlsrptImport *self,
                            guint         selected)
{
  g_return_if_fail (TLSRPT_IS_IMPORT (self));

  if (selected == self->reading->selected || selected >= self->reading->choices->len)
    return;

  self->wanted = (int) selected;
  update (self);
}

/**
 * tlsrpt_import_get_source:
 *
 * Returns: (nullable): what the text was recognised as
 */
const char *
tlsrpt_import_get_source (TlsrptImport *self)
{
  g_return_val_if_fail (TLSRPT_IS_IMPORT (self), NULL);

  return self->reading->source;
}

/**
 * tlsrpt_import_get_notes:
 *
 * Returns: (nullable): what was done to read the text
 */
const char *
tlsrpt_import_get_notes (TlsrptImport *self)
{
  g_return_val_if_fail (TLSRPT_IS_IMPORT (self), NULL);

  return self->reading->notes;
}

/**
 * tlsrpt_import_get_verdict:
 *
 * Returns: (nullable): a sentence, `NULL` if there is no text
 */
const char *
tlsrpt_import_get_verdict (TlsrptImport *self)
{
  g_return_val_if_fail (TLSRPT_IS_IMPORT (self), NULL);

  return self->reading->verdict;
}

TlsrptSeverity
tlsrpt_import_get_severity (TlsrptImport *self)
{
  g_return_val_if_fail (TLSRPT_IS_IMPORT (self), TLSRPT_SEVERITY_NONE);

  return self->reading->severity;
}

/**
 * tlsrpt_import_get_domain:
 *
 * Returns: (nullable): the domain that the text tells
 */
const char *
tlsrpt_import_get_domain (TlsrptImport *self)
{
  g_return_val_if_fail (TLSRPT_IS_IMPORT (self), NULL);

  return self->reading->domain;
}

/**
 * tlsrpt_import_get_value:
 *
 * Returns: (nullable): the record that the text becomes
 */
const char *
tlsrpt_import_get_value (TlsrptImport *self)
{
  g_return_val_if_fail (TLSRPT_IS_IMPORT (self), NULL);

  return self->reading->value;
}

/**
 * tlsrpt_import_get_differences:
 *
 * Returns: (transfer none) (element-type TlsrptSpan): what is new in the value; valid
 *   until an input changes
 */
GArray *
tlsrpt_import_get_differences (TlsrptImport *self)
{
  g_return_val_if_fail (TLSRPT_IS_IMPORT (self), NULL);

  return self->reading->differences;
}

GListModel *
tlsrpt_import_get_findings (TlsrptImport *self)
{
  g_return_val_if_fail (TLSRPT_IS_IMPORT (self), NULL);

  return G_LIST_MODEL (self->findings);
}

GListModel *
tlsrpt_import_get_changes (TlsrptImport *self)
{
  g_return_val_if_fail (TLSRPT_IS_IMPORT (self), NULL);

  return G_LIST_MODEL (self->changes);
}

GListModel *
tlsrpt_import_get_choices (TlsrptImport *self)
{
  g_return_val_if_fail (TLSRPT_IS_IMPORT (self), NULL);

  return G_LIST_MODEL (self->choices);
}

/**
 * tlsrpt_import_get_hint:
 *
 * Returns: (nullable): what to know before the record is put into the form
 */
const char *
tlsrpt_import_get_hint (TlsrptImport *self)
{
  g_return_val_if_fail (TLSRPT_IS_IMPORT (self), NULL);

  return self->hint;
}

gboolean
tlsrpt_import_get_can_merge (TlsrptImport *self)
{
  g_return_val_if_fail (TLSRPT_IS_IMPORT (self), FALSE);

  return self->can_merge;
}

gboolean
tlsrpt_import_get_can_replace (TlsrptImport *self)
{
  g_return_val_if_fail (TLSRPT_IS_IMPORT (self), FALSE);

  return self->can_replace;
}

gboolean
tlsrpt_import_get_has_choice (TlsrptImport *self)
{
  g_return_val_if_fail (TLSRPT_IS_IMPORT (self), FALSE);

  return self->has_choice;
}

/**
 * tlsrpt_import_replace:
 *
 * Puts the record into the form, in place of what it held.
 */
void
tlsrpt_import_replace (TlsrptImport *self)
{
  g_return_if_fail (TLSRPT_IS_IMPORT (self));
  g_return_if_fail (self->form != NULL && self->can_replace);

  tlsrpt_record_replace (self->form, self->reading->domain, self->reading->uris);
}

/**
 * tlsrpt_import_merge:
 *
 * Adds the record to what the form holds.
 *
 * Returns: how many destinations were there already
 */
guint
tlsrpt_import_merge (TlsrptImport *self)
{
  guint n_fields;
  guint n_known;

  g_return_val_if_fail (TLSRPT_IS_IMPORT (self), 0);
  g_return_val_if_fail (self->form != NULL && self->can_merge, 0);

  n_known = tlsrpt_record_count_known (self->form, self->reading->uris, &n_fields);
  tlsrpt_record_merge (self->form, self->reading->domain, self->reading->uris);

  return n_known;
}
