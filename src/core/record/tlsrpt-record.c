/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-record-private.h"

#include "tlsrpt-domain.h"
#include "tlsrpt-limits.h"
#include "tlsrpt-list-store.h"
#include "tlsrpt-record-output.h"

#include <string.h>

/**
 * TlsrptRecord:
 *
 * A TLS-RPT record while it is being written (RFC 8460 section 3).
 *
 * Set the inputs to whatever the user typed; the outputs follow at once.
 * Exactly one of [property@Record:value] and [property@Record:problem] is set at
 * any time.
 */
struct _TlsrptRecord
{
  GObject             parent_instance;

  /* Input */
  TlsrptField        *domain;
  char               *zone;
  guint               ttl;
  GListStore         *destinations;

  /* Output, derived by update() */
  TlsrptRecordOutput *output;
  GListStore         *advice;

  guint               n_holds;
};

G_DEFINE_FINAL_TYPE (TlsrptRecord, tlsrpt_record, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_ADVICE,
  PROP_DESTINATIONS,
  PROP_DOMAIN,
  PROP_DOMAIN_FIELD,
  PROP_OWNER_NAME,
  PROP_PROBLEM,
  PROP_RELATIVE_NAME,
  PROP_TTL,
  PROP_VALUE,
  PROP_ZONE,
  PROP_ZONE_APEX,
  PROP_ZONE_LINE,
  N_PROPS,
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void
notify_if_changed (TlsrptRecord *self,
                   const char   *old_text,
                   const char   *text,
                   int           prop_id)
{
  if (g_strcmp0 (old_text, text) != 0)
    g_object_notify_by_pspec (G_OBJECT (self), properties[prop_id]);
}

/* Derives the outputs and tells of those that are not what they were. */
static void
update (TlsrptRecord *self)
{
  g_autoptr (TlsrptRecordOutput) old = NULL;
  TlsrptRecordOutput *output;

  if (self->n_holds > 0)
    return;

  g_object_freeze_notify (G_OBJECT (self));

  output = tlsrpt_record_output_new (self->domain, self->zone, self->ttl,
                                     G_LIST_MODEL (self->destinations));
  old = g_steal_pointer (&self->output);
  self->output = output;

  notify_if_changed (self, old->owner_name, output->owner_name, PROP_OWNER_NAME);
  notify_if_changed (self, old->relative_name, output->relative_name, PROP_RELATIVE_NAME);
  notify_if_changed (self, old->zone_apex, output->zone_apex, PROP_ZONE_APEX);
  notify_if_changed (self, old->value, output->value, PROP_VALUE);
  notify_if_changed (self, old->zone_line, output->zone_line, PROP_ZONE_LINE);
  notify_if_changed (self,
                     old->error != NULL ? old->error->message : NULL,
                     output->error != NULL ? output->error->message : NULL,
                     PROP_PROBLEM);
  tlsrpt_list_store_update (self->advice, output->advice,
                            (GEqualFunc) (void *) tlsrpt_remark_equal);

  g_object_thaw_notify (G_OBJECT (self));
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
domain_text_changed_cb (TlsrptRecord *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DOMAIN]);
}

static void
watch (TlsrptRecord *self,
       TlsrptField  *field)
{
  g_signal_connect_object (field, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
}

static void
unwatch (TlsrptRecord *self,
         TlsrptField  *field)
{
  g_signal_handlers_disconnect_by_data (field, self);
  tlsrpt_field_set_duplicate (field, FALSE);
}

/**
 * tlsrpt_record_hold:
 *
 * Puts off the update until [method@Record.release], so that several changes
 * are one.
 */
void
tlsrpt_record_hold (TlsrptRecord *self)
{
  self->n_holds++;
  g_object_freeze_notify (G_OBJECT (self));
}

void
tlsrpt_record_release (TlsrptRecord *self)
{
  g_assert (self->n_holds > 0);

  self->n_holds--;
  update (self);
  g_object_thaw_notify (G_OBJECT (self));
}

/**
 * tlsrpt_record_splice:
 * @position: where to begin
 * @n_removals: how many destinations to remove
 * @additions: (array length=n_additions): the fields to put there
 * @n_additions: how many
 *
 * Changes the list of destinations: the one place that does.
 */
void
tlsrpt_record_splice (TlsrptRecord *self,
                      guint         position,
                      guint         n_removals,
                      TlsrptField **additions,
                      guint         n_additions)
{
  tlsrpt_record_hold (self);

  for (guint i = 0; i < n_removals; i++)
    {
      g_autoptr (TlsrptField) field =
        g_list_model_get_item (G_LIST_MODEL (self->destinations), position + i);

      unwatch (self, field);
    }

  g_list_store_splice (self->destinations, position, n_removals, (gpointer *) additions,
                       n_additions);

  for (guint i = 0; i < n_additions; i++)
    watch (self, additions[i]);

  tlsrpt_record_release (self);
}

static void
tlsrpt_record_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  TlsrptRecord *self = TLSRPT_RECORD (object);

  switch (prop_id)
    {
    case PROP_ADVICE:
      g_value_set_object (value, self->advice);
      break;

    case PROP_DESTINATIONS:
      g_value_set_object (value, self->destinations);
      break;

    case PROP_DOMAIN:
      g_value_set_string (value, tlsrpt_record_get_domain (self));
      break;

    case PROP_DOMAIN_FIELD:
      g_value_set_object (value, self->domain);
      break;

    case PROP_OWNER_NAME:
      g_value_set_string (value, self->output->owner_name);
      break;

    case PROP_PROBLEM:
      g_value_set_string (value, tlsrpt_record_get_problem (self));
      break;

    case PROP_RELATIVE_NAME:
      g_value_set_string (value, self->output->relative_name);
      break;

    case PROP_TTL:
      g_value_set_uint (value, self->ttl);
      break;

    case PROP_VALUE:
      g_value_set_string (value, self->output->value);
      break;

    case PROP_ZONE:
      g_value_set_string (value, self->zone);
      break;

    case PROP_ZONE_APEX:
      g_value_set_string (value, self->output->zone_apex);
      break;

    case PROP_ZONE_LINE:
      g_value_set_string (value, self->output->zone_line);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tlsrpt_record_set_property (GObject      *object,
                            guint         prop_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  TlsrptRecord *self = TLSRPT_RECORD (object);

  switch (prop_id)
    {
    case PROP_DOMAIN:
      tlsrpt_record_set_domain (self, g_value_get_string (value));
      break;

    case PROP_TTL:
      tlsrpt_record_set_ttl (self, g_value_get_uint (value));
      break;

    case PROP_ZONE:
      tlsrpt_record_set_zone (self, g_value_get_string (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tlsrpt_record_finalize (GObject *object)
{
  TlsrptRecord *self = TLSRPT_RECORD (object);

  g_object_unref (self->domain);
  g_free (self->zone);
  g_object_unref (self->destinations);
  tlsrpt_record_output_free (self->output);
  g_object_unref (self->advice);

  G_OBJECT_CLASS (tlsrpt_record_parent_class)->finalize (object);
}

static void
tlsrpt_record_class_init (TlsrptRecordClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags input = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  const GParamFlags output = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = tlsrpt_record_get_property;
  object_class->set_property = tlsrpt_record_set_property;
  object_class->finalize = tlsrpt_record_finalize;

  /**
   * TlsrptRecord:advice:
   *
   * A list of [class@Remark] about a record that is right.
   */
  properties[PROP_ADVICE] =
    g_param_spec_object ("advice", NULL, NULL, G_TYPE_LIST_MODEL, output);

  /**
   * TlsrptRecord:destinations:
   *
   * The list of [class@Field] that hold the report destinations, in the order of
   * the record.  Change it through the functions of the record.
   */
  properties[PROP_DESTINATIONS] =
    g_param_spec_object ("destinations", NULL, NULL, G_TYPE_LIST_MODEL, output);

  /**
   * TlsrptRecord:domain:
   *
   * What was typed as the policy domain.
   */
  properties[PROP_DOMAIN] = g_param_spec_string ("domain", NULL, NULL, "", input);

  /**
   * TlsrptRecord:domain-field:
   *
   * The field that holds the policy domain.
   */
  properties[PROP_DOMAIN_FIELD] =
    g_param_spec_object ("domain-field", NULL, NULL, TLSRPT_TYPE_FIELD, output);

  /**
   * TlsrptRecord:owner-name:
   *
   * The record's absolute name, without the final dot.
   */
  properties[PROP_OWNER_NAME] = g_param_spec_string ("owner-name", NULL, NULL, NULL, output);

  /**
   * TlsrptRecord:problem:
   *
   * Why there is no record, for people.
   */
  properties[PROP_PROBLEM] = g_param_spec_string ("problem", NULL, NULL, NULL, output);

  /**
   * TlsrptRecord:relative-name:
   *
   * The record's name for panels that append the zone.
   */
  properties[PROP_RELATIVE_NAME] =
    g_param_spec_string ("relative-name", NULL, NULL, NULL, output);

  /**
   * TlsrptRecord:ttl:
   *
   * How long resolvers may keep the record, in seconds.
   */
  properties[PROP_TTL] =
    g_param_spec_uint ("ttl", NULL, NULL, 0, TLSRPT_LIMIT_TTL, TLSRPT_TTL_TESTING, input);

  /**
   * TlsrptRecord:value:
   *
   * The value of the TXT record in its canonical form.
   */
  properties[PROP_VALUE] = g_param_spec_string ("value", NULL, NULL, NULL, output);

  /**
   * TlsrptRecord:zone:
   *
   * What was typed as the zone's apex; empty to have it guessed.
   */
  properties[PROP_ZONE] = g_param_spec_string ("zone", NULL, NULL, "", input);

  /**
   * TlsrptRecord:zone-apex:
   *
   * The apex of the zone that holds the record, in A-labels.
   */
  properties[PROP_ZONE_APEX] = g_param_spec_string ("zone-apex", NULL, NULL, NULL, output);

  /**
   * TlsrptRecord:zone-line:
   *
   * The record as a line of a zone file.
   */
  properties[PROP_ZONE_LINE] = g_param_spec_string ("zone-line", NULL, NULL, NULL, output);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * TlsrptRecord::changed:
   *
   * An input is another, and the outputs follow it by now.
   */
  signals[SIGNAL_CHANGED] =
    g_signal_new ("changed",
                  G_TYPE_FROM_CLASS (klass),
                  G_SIGNAL_RUN_LAST,
                  0,
                  NULL, NULL, NULL,
                  G_TYPE_NONE, 0);
}

static void
tlsrpt_record_init (TlsrptRecord *self)
{
  self->domain = tlsrpt_field_new (TLSRPT_FIELD_DOMAIN, NULL);
  self->zone = g_strdup ("");
  self->ttl = TLSRPT_TTL_TESTING;
  self->destinations = g_list_store_new (TLSRPT_TYPE_FIELD);
  self->output = tlsrpt_record_output_new_empty ();
  self->advice = g_list_store_new (TLSRPT_TYPE_REMARK);

  g_signal_connect_object (self->domain, "notify::text", G_CALLBACK (domain_text_changed_cb), self,
                           G_CONNECT_SWAPPED);
  watch (self, self->domain);
  update (self);
}

/**
 * tlsrpt_record_new:
 *
 * Creates a record whose form is empty.
 *
 * Returns: (transfer full): the record
 */
TlsrptRecord *
tlsrpt_record_new (void)
{
  return g_object_new (TLSRPT_TYPE_RECORD, NULL);
}

TlsrptField *
tlsrpt_record_get_domain_field (TlsrptRecord *self)
{
  g_return_val_if_fail (TLSRPT_IS_RECORD (self), NULL);

  return self->domain;
}

const char *
tlsrpt_record_get_domain (TlsrptRecord *self)
{
  g_return_val_if_fail (TLSRPT_IS_RECORD (self), NULL);

  return tlsrpt_field_get_text (self->domain);
}

void
tlsrpt_record_set_domain (TlsrptRecord *self,
                          const char   *domain)
{
  g_return_if_fail (TLSRPT_IS_RECORD (self));

  tlsrpt_field_set_text (self->domain, domain);
}

const char *
tlsrpt_record_get_zone (TlsrptRecord *self)
{
  g_return_val_if_fail (TLSRPT_IS_RECORD (self), NULL);

  return self->zone;
}

void
tlsrpt_record_set_zone (TlsrptRecord *self,
                        const char   *zone)
{
  g_return_if_fail (TLSRPT_IS_RECORD (self));

  if (zone == NULL)
    zone = "";

  if (g_str_equal (self->zone, zone))
    return;

  tlsrpt_record_hold (self);
  g_free (self->zone);
  self->zone = g_strdup (zone);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ZONE]);
  tlsrpt_record_release (self);
}

guint
tlsrpt_record_get_ttl (TlsrptRecord *self)
{
  g_return_val_if_fail (TLSRPT_IS_RECORD (self), 0);

  return self->ttl;
}

void
tlsrpt_record_set_ttl (TlsrptRecord *self,
                       guint         ttl)
{
  g_return_if_fail (TLSRPT_IS_RECORD (self));
  g_return_if_fail (ttl <= TLSRPT_LIMIT_TTL);

  if (self->ttl == ttl)
    return;

  tlsrpt_record_hold (self);
  self->ttl = ttl;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TTL]);
  tlsrpt_record_release (self);
}

GListModel *
tlsrpt_record_get_destinations (TlsrptRecord *self)
{
  g_return_val_if_fail (TLSRPT_IS_RECORD (self), NULL);

  return G_LIST_MODEL (self->destinations);
}

const char *
tlsrpt_record_get_owner_name (TlsrptRecord *self)
{
  g_return_val_if_fail (TLSRPT_IS_RECORD (self), NULL);

  return self->output->owner_name;
}

const char *
tlsrpt_record_get_relative_name (TlsrptRecord *self)
{
  g_return_val_if_fail (TLSRPT_IS_RECORD (self), NULL);

  return self->output->relative_name;
}

const char *
tlsrpt_record_get_zone_apex (TlsrptRecord *self)
{
  g_return_val_if_fail (TLSRPT_IS_RECORD (self), NULL);

  return self->output->zone_apex;
}

const char *
tlsrpt_record_get_value (TlsrptRecord *self)
{
  g_return_val_if_fail (TLSRPT_IS_RECORD (self), NULL);

  return self->output->value;
}

const char *
tlsrpt_record_get_zone_line (TlsrptRecord *self)
{
  g_return_val_if_fail (TLSRPT_IS_RECORD (self), NULL);

  return self->output->zone_line;
}

/**
 * tlsrpt_record_get_strings:
 *
 * Returns: (transfer none) (nullable): the value as TXT strings of at most
 *   `TLSRPT_LIMIT_TXT_STRING` octets
 */
const char *const *
tlsrpt_record_get_strings (TlsrptRecord *self)
{
  g_return_val_if_fail (TLSRPT_IS_RECORD (self), NULL);

  return (const char *const *) self->output->strings;
}

/**
 * tlsrpt_record_dup_uris:
 *
 * Returns: (transfer full): the destinations that stand in the record
 */
char **
tlsrpt_record_dup_uris (TlsrptRecord *self)
{
  char **uris;

  g_return_val_if_fail (TLSRPT_IS_RECORD (self), NULL);

  uris = g_new0 (char *, self->output->uris->len + 1);
  for (guint i = 0; i < self->output->uris->len; i++)
    uris[i] = g_strdup (g_ptr_array_index (self->output->uris, i));

  return uris;
}

const char *
tlsrpt_record_get_problem (TlsrptRecord *self)
{
  g_return_val_if_fail (TLSRPT_IS_RECORD (self), NULL);

  return self->output->error != NULL ? self->output->error->message : NULL;
}

/**
 * tlsrpt_record_get_error:
 *
 * Returns: (nullable): why there is no record
 */
const GError *
tlsrpt_record_get_error (TlsrptRecord *self)
{
  g_return_val_if_fail (TLSRPT_IS_RECORD (self), NULL);

  return self->output->error;
}

/**
 * tlsrpt_record_get_zone_error:
 *
 * Returns: (nullable): what is wrong with the zone, whatever is with the rest
 */
const GError *
tlsrpt_record_get_zone_error (TlsrptRecord *self)
{
  g_return_val_if_fail (TLSRPT_IS_RECORD (self), NULL);

  return self->output->zone_error;
}

/**
 * tlsrpt_record_get_problem_field:
 *
 * Returns: (transfer none) (nullable): the first field that is wrong
 */
TlsrptField *
tlsrpt_record_get_problem_field (TlsrptRecord *self)
{
  g_return_val_if_fail (TLSRPT_IS_RECORD (self), NULL);

  return self->output->problem_field;
}

GListModel *
tlsrpt_record_get_advice (TlsrptRecord *self)
{
  g_return_val_if_fail (TLSRPT_IS_RECORD (self), NULL);

  return G_LIST_MODEL (self->advice);
}
