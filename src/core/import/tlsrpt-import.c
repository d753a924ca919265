/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-import.h"

#include "tlsrpt-import-plan.h"

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
  gboolean             is_updating;

  /* Output, derived by update() */
  TlsrptImportReading *reading;
  GListStore          *findings;
  GListStore          *changes;
  GListStore          *choices;
  TlsrptImportPlan    *plan;

  TlsrptGrammar       *grammar;
};

G_DEFINE_FINAL_TYPE (TlsrptImport, tlsrpt_import, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_DOMAIN,
  PROP_HAS_CHOICE,
  PROP_HINT,
  PROP_NOTES,
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
  g_autoptr (TlsrptImportPlan) old_plan = g_steal_pointer (&self->plan);

  self->reading = tlsrpt_import_read (self->grammar, self->text, self->wanted);
  self->plan = tlsrpt_import_plan_new (self->reading, self->form);

  self->is_updating = TRUE;
  g_object_freeze_notify (G_OBJECT (self));

  notify_string (self, old->source, self->reading->source, PROP_SOURCE);
  notify_string (self, old->notes, self->reading->notes, PROP_NOTES);
  notify_string (self, old->verdict, self->reading->verdict, PROP_VERDICT);
  notify_string (self, old->value, self->reading->value, PROP_VALUE);
  notify_string (self, old->domain, self->reading->domain, PROP_DOMAIN);
  notify_string (self, old_plan->hint, self->plan->hint, PROP_HINT);

  if (old_plan->has_choice != self->plan->has_choice)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_HAS_CHOICE]);

  tlsrpt_remark_update_list (self->findings, self->reading->findings);
  tlsrpt_remark_update_list (self->changes, self->reading->changes);
  tlsrpt_remark_update_list (self->choices, self->reading->choices);

  g_object_thaw_notify (G_OBJECT (self));
  self->is_updating = FALSE;

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
    case PROP_DOMAIN:
      g_value_set_string (value, self->reading->domain);
      break;

    case PROP_HAS_CHOICE:
      g_value_set_boolean (value, self->plan->has_choice);
      break;

    case PROP_HINT:
      g_value_set_string (value, self->plan->hint);
      break;

    case PROP_NOTES:
      g_value_set_string (value, self->reading->notes);
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
  g_object_unref (self->findings);
  g_object_unref (self->changes);
  g_object_unref (self->choices);
  tlsrpt_import_plan_free (self->plan);
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
   * TlsrptImport:domain:
   *
   * The domain that the text tells.
   */
  properties[PROP_DOMAIN] = g_param_spec_string ("domain", NULL, NULL, NULL, output);

  /**
   * TlsrptImport:has-choice:
   *
   * Whether the form holds destinations, so that one can replace them or merge into
   * them.
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
  self->findings = g_list_store_new (TLSRPT_TYPE_REMARK);
  self->changes = g_list_store_new (TLSRPT_TYPE_REMARK);
  self->choices = g_list_store_new (TLSRPT_TYPE_REMARK);
  self->grammar = tlsrpt_grammar_new ();
  self->reading = tlsrpt_import_read (self->grammar, "", -1);
  self->plan = tlsrpt_import_plan_new (self->reading, NULL);
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

  /* A choice among other records does not apply to these. */
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

  /* A list selects an item by itself while the choices change; ignore that. */
  if (self->is_updating ||
      selected == self->reading->selected || selected >= self->reading->choices->len)
    return;

  self->wanted = (int) selected;
  update (self);
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

/**
 * tlsrpt_import_get_findings:
 *
 * Returns: (transfer none): a list of [class@Remark] on what is wrong, for rows; those
 *   that only moved are not replaced, so [method@Import.get_remarks] has the ranges
 */
GListModel *
tlsrpt_import_get_findings (TlsrptImport *self)
{
  g_return_val_if_fail (TLSRPT_IS_IMPORT (self), NULL);

  return G_LIST_MODEL (self->findings);
}

/**
 * tlsrpt_import_get_remarks:
 *
 * Returns: (transfer none) (element-type TlsrptRemark): the findings, each with the
 *   range in characters that it now has in the text; valid until an input changes
 */
GPtrArray *
tlsrpt_import_get_remarks (TlsrptImport *self)
{
  g_return_val_if_fail (TLSRPT_IS_IMPORT (self), NULL);

  return self->reading->findings;
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

  return self->plan->hint;
}

gboolean
tlsrpt_import_get_can_merge (TlsrptImport *self)
{
  g_return_val_if_fail (TLSRPT_IS_IMPORT (self), FALSE);

  return self->plan->can_merge;
}

gboolean
tlsrpt_import_get_can_replace (TlsrptImport *self)
{
  g_return_val_if_fail (TLSRPT_IS_IMPORT (self), FALSE);

  return self->plan->can_replace;
}

gboolean
tlsrpt_import_get_has_choice (TlsrptImport *self)
{
  g_return_val_if_fail (TLSRPT_IS_IMPORT (self), FALSE);

  return self->plan->has_choice;
}

/**
 * tlsrpt_import_is_other_domain:
 *
 * Returns: whether the record stands at another domain than that of the form
 */
gboolean
tlsrpt_import_is_other_domain (TlsrptImport *self)
{
  g_return_val_if_fail (TLSRPT_IS_IMPORT (self), FALSE);

  return self->plan->is_other_domain;
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
  g_return_if_fail (self->form != NULL && self->plan->can_replace);

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
  g_return_val_if_fail (self->form != NULL && self->plan->can_merge, 0);

  n_known = tlsrpt_record_count_known (self->form, self->reading->uris, &n_fields);
  tlsrpt_record_merge (self->form, self->reading->domain, self->reading->uris);

  return n_known;
}
