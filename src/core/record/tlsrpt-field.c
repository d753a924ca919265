/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-field.h"

#include "tlsrpt-error.h"

/**
 * TlsrptField:
 *
 * One input of the form and what became of it.
 *
 * Set [property@Field:text] to whatever was typed; the output properties follow.
 * Exactly one of [property@Field:value] and [property@Field:problem] is set at
 * any time.
 */
struct _TlsrptField
{
  GObject          parent_instance;

  TlsrptFieldKind  kind;

  /* Input */
  char            *text;
  char            *domain;

  /* Output, derived by update() */
  char            *value;
  GError          *error;
  GPtrArray       *advice;

  /* Output, set by the record */
  gboolean         duplicate;
};

G_DEFINE_FINAL_TYPE (TlsrptField, tlsrpt_field, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_ADVICE,
  PROP_BLANK,
  PROP_DUPLICATE,
  PROP_INCOMPLETE,
  PROP_KIND,
  PROP_PROBLEM,
  PROP_REPAIR,
  PROP_TEXT,
  PROP_VALUE,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const char *
get_problem (TlsrptField *self)
{
  return self->error != NULL ? self->error->message : NULL;
}

static const char *
get_repair (TlsrptField *self)
{
  return self->error != NULL ? tlsrpt_error_get_repair (self->error) : NULL;
}

static gboolean
is_blank (const GError *error)
{
  return g_error_matches (error, TLSRPT_ERROR, TLSRPT_ERROR_EMPTY);
}

static gboolean
is_incomplete (TlsrptField *self)
{
  return self->error != NULL && tlsrpt_error_is_incomplete (self->error);
}

/* Keeps the advice that says what it said before.  Returns whether it changed. */
static gboolean
update_advice (TlsrptField *self)
{
  g_autoptr (GPtrArray) advice = g_ptr_array_new_with_free_func (g_object_unref);
  gboolean changed;

  if (self->value != NULL)
    tlsrpt_field_kind_advise (self->kind, self->value, self->text, advice);

  changed = advice->len != self->advice->len;
  for (guint i = 0; i < advice->len && !changed; i++)
    changed = !tlsrpt_remark_equal (g_ptr_array_index (advice, i),
                                    g_ptr_array_index (self->advice, i));

  if (!changed)
    return FALSE;

  g_ptr_array_unref (self->advice);
  self->advice = g_steal_pointer (&advice);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ADVICE]);

  return TRUE;
}

/* Derives the outputs and tells of those that are not what they were.  Returns whether
 * there is one that a record depends on. */
static gboolean
update (TlsrptField *self)
{
  g_autofree char *old_value = g_steal_pointer (&self->value);
  g_autoptr (GError) old_error = g_steal_pointer (&self->error);
  gboolean was_incomplete = old_error != NULL && tlsrpt_error_is_incomplete (old_error);
  gboolean was_blank = is_blank (old_error);
  gboolean changed = FALSE;

  self->value = tlsrpt_field_kind_to_value (self->kind, self->text, self->domain, &self->error);

  if (g_strcmp0 (self->value, old_value) != 0)
    {
      changed = TRUE;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VALUE]);
    }

  if (g_strcmp0 (get_problem (self), old_error != NULL ? old_error->message : NULL) != 0)
    {
      changed = TRUE;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PROBLEM]);
    }

  if (g_strcmp0 (get_repair (self),
                 old_error != NULL ? tlsrpt_error_get_repair (old_error) : NULL) != 0)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REPAIR]);

  if (is_blank (self->error) != was_blank)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BLANK]);

  if (is_incomplete (self) != was_incomplete)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_INCOMPLETE]);

  changed |= update_advice (self);

  return changed;
}

/* Derives the outputs after @pspec, which may be `NULL`, has changed.  The record comes
 * before those who watch a property, since these look at the record, too. */
static void
input_changed (TlsrptField *self,
               GParamSpec  *pspec)
{
  g_object_freeze_notify (G_OBJECT (self));

  if (pspec != NULL)
    g_object_notify_by_pspec (G_OBJECT (self), pspec);
  if (update (self))
    g_signal_emit (self, signals[CHANGED], 0);

  g_object_thaw_notify (G_OBJECT (self));
}

static void
tlsrpt_field_get_property (GObject    *object,
                           guint       prop_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  TlsrptField *self = TLSRPT_FIELD (object);

  switch (prop_id)
    {
    case PROP_ADVICE:
      g_value_set_object (value, tlsrpt_field_get_advice (self));
      break;

    case PROP_BLANK:
      g_value_set_boolean (value, tlsrpt_field_is_blank (self));
      break;

    case PROP_DUPLICATE:
      g_value_set_boolean (value, self->duplicate);
      break;

    case PROP_INCOMPLETE:
      g_value_set_boolean (value, is_incomplete (self));
      break;

    case PROP_KIND:
      g_value_set_enum (value, self->kind);
      break;

    case PROP_PROBLEM:
      g_value_set_string (value, get_problem (self));
      break;

    case PROP_REPAIR:
      g_value_set_string (value, get_repair (self));
      break;

    case PROP_TEXT:
      g_value_set_string (value, self->text);
      break;

    case PROP_VALUE:
      g_value_set_string (value, self->value);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tlsrpt_field_set_property (GObject      *object,
                           guint         prop_id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  TlsrptField *self = TLSRPT_FIELD (object);

  switch (prop_id)
    {
    case PROP_KIND:
      self->kind = g_value_get_enum (value);
      break;

    case PROP_TEXT:
      tlsrpt_field_set_text (self, g_value_get_string (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tlsrpt_field_constructed (GObject *object)
{
  TlsrptField *self = TLSRPT_FIELD (object);

  G_OBJECT_CLASS (tlsrpt_field_parent_class)->constructed (object);

  update (self);
}

static void
tlsrpt_field_finalize (GObject *object)
{
  TlsrptField *self = TLSRPT_FIELD (object);

  g_free (self->text);
  g_free (self->domain);
  g_free (self->value);
  g_clear_error (&self->error);
  g_ptr_array_unref (self->advice);

  G_OBJECT_CLASS (tlsrpt_field_parent_class)->finalize (object);
}

static void
tlsrpt_field_class_init (TlsrptFieldClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags input = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  const GParamFlags output = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = tlsrpt_field_get_property;
  object_class->set_property = tlsrpt_field_set_property;
  object_class->constructed = tlsrpt_field_constructed;
  object_class->finalize = tlsrpt_field_finalize;

  /**
   * TlsrptField:advice:
   *
   * The most important thing to say about an input that is right.
   */
  properties[PROP_ADVICE] =
    g_param_spec_object ("advice", NULL, NULL, TLSRPT_TYPE_REMARK, output);

  /**
   * TlsrptField:blank:
   *
   * Whether nothing but white space was typed.
   */
  properties[PROP_BLANK] = g_param_spec_boolean ("blank", NULL, NULL, TRUE, output);

  /**
   * TlsrptField:duplicate:
   *
   * Whether the same destination stands further up in the record.
   */
  properties[PROP_DUPLICATE] = g_param_spec_boolean ("duplicate", NULL, NULL, FALSE, output);

  /**
   * TlsrptField:incomplete:
   *
   * Whether further typing could mend an input that is wrong.
   */
  properties[PROP_INCOMPLETE] = g_param_spec_boolean ("incomplete", NULL, NULL, TRUE, output);

  /**
   * TlsrptField:kind:
   *
   * What the field holds.
   */
  properties[PROP_KIND] =
    g_param_spec_enum ("kind", NULL, NULL, TLSRPT_TYPE_FIELD_KIND, TLSRPT_FIELD_DOMAIN,
                       G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);

  /**
   * TlsrptField:problem:
   *
   * What is wrong with the input, for people.
   */
  properties[PROP_PROBLEM] = g_param_spec_string ("problem", NULL, NULL, NULL, output);

  /**
   * TlsrptField:repair:
   *
   * What could be typed in place of an input that is wrong.
   */
  properties[PROP_REPAIR] = g_param_spec_string ("repair", NULL, NULL, NULL, output);

  /**
   * TlsrptField:text:
   *
   * What was typed.
   */
  properties[PROP_TEXT] = g_param_spec_string ("text", NULL, NULL, "", input);

  /**
   * TlsrptField:value:
   *
   * What goes into the record: a domain in A-labels, or a URI.
   */
  properties[PROP_VALUE] = g_param_spec_string ("value", NULL, NULL, NULL, output);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * TlsrptField::changed:
   *
   * The value, the problem, or the advice is another.  This comes before the
   * notifications of the properties, even if those are frozen.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
tlsrpt_field_init (TlsrptField *self)
{
  self->text = g_strdup ("");
  self->advice = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * tlsrpt_field_new:
 * @kind: what the field holds
 * @text: (nullable): what was typed
 *
 * Creates a field.
 *
 * Returns: (transfer full): the field
 */
TlsrptField *
tlsrpt_field_new (TlsrptFieldKind  kind,
                  const char      *text)
{
  TlsrptField *self = g_object_new (TLSRPT_TYPE_FIELD, "kind", kind, NULL);

  tlsrpt_field_set_text (self, text);

  return self;
}

TlsrptFieldKind
tlsrpt_field_get_kind (TlsrptField *self)
{
  g_return_val_if_fail (TLSRPT_IS_FIELD (self), TLSRPT_FIELD_DOMAIN);

  return self->kind;
}

const char *
tlsrpt_field_get_text (TlsrptField *self)
{
  g_return_val_if_fail (TLSRPT_IS_FIELD (self), NULL);

  return self->text;
}

void
tlsrpt_field_set_text (TlsrptField *self,
                       const char  *text)
{
  g_return_if_fail (TLSRPT_IS_FIELD (self));

  if (text == NULL)
    text = "";

  if (g_str_equal (self->text, text))
    return;

  g_free (self->text);
  self->text = g_strdup (text);

  input_changed (self, properties[PROP_TEXT]);
}

/**
 * tlsrpt_field_set_domain:
 * @domain: (nullable): a domain in A-labels
 *
 * Tells the field of a zone which domain the zone must hold.
 */
void
tlsrpt_field_set_domain (TlsrptField *self,
                         const char  *domain)
{
  g_return_if_fail (TLSRPT_IS_FIELD (self));
  g_return_if_fail (self->kind == TLSRPT_FIELD_ZONE);

  if (g_strcmp0 (self->domain, domain) == 0)
    return;

  g_free (self->domain);
  self->domain = g_strdup (domain);
  input_changed (self, NULL);
}

/**
 * tlsrpt_field_get_value:
 *
 * Returns: (nullable): a domain in A-labels or a URI, or `NULL` if the input is
 *   wrong
 */
const char *
tlsrpt_field_get_value (TlsrptField *self)
{
  g_return_val_if_fail (TLSRPT_IS_FIELD (self), NULL);

  return self->value;
}

/**
 * tlsrpt_field_get_error:
 *
 * Returns: (nullable): what is wrong with the input
 */
const GError *
tlsrpt_field_get_error (TlsrptField *self)
{
  g_return_val_if_fail (TLSRPT_IS_FIELD (self), NULL);

  return self->error;
}

gboolean
tlsrpt_field_is_blank (TlsrptField *self)
{
  g_return_val_if_fail (TLSRPT_IS_FIELD (self), TRUE);

  return is_blank (self->error);
}

/**
 * tlsrpt_field_get_advice:
 *
 * Returns: (transfer none) (nullable): the most important thing to say
 */
TlsrptRemark *
tlsrpt_field_get_advice (TlsrptField *self)
{
  g_return_val_if_fail (TLSRPT_IS_FIELD (self), NULL);

  return self->advice->len > 0 ? g_ptr_array_index (self->advice, 0) : NULL;
}

/**
 * tlsrpt_field_get_all_advice:
 *
 * Returns: (transfer none) (element-type TlsrptRemark): everything there is to say
 */
GPtrArray *
tlsrpt_field_get_all_advice (TlsrptField *self)
{
  g_return_val_if_fail (TLSRPT_IS_FIELD (self), NULL);

  return self->advice;
}

gboolean
tlsrpt_field_get_duplicate (TlsrptField *self)
{
  g_return_val_if_fail (TLSRPT_IS_FIELD (self), FALSE);

  return self->duplicate;
}

/**
 * tlsrpt_field_set_duplicate:
 * @duplicate: whether the same destination stands further up
 *
 * For the record that holds the field.
 */
void
tlsrpt_field_set_duplicate (TlsrptField *self,
                            gboolean     duplicate)
{
  g_return_if_fail (TLSRPT_IS_FIELD (self));

  duplicate = !!duplicate;
  if (self->duplicate == duplicate)
    return;

  self->duplicate = duplicate;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DUPLICATE]);
}
