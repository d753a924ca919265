/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-export.h"

#include "tlsrpt-domain.h"
#include "tlsrpt-export-hosts.h"
#include "tlsrpt-export-text.h"
#include "tlsrpt-ttl.h"

/**
 * TlsrptExport:
 *
 * A record, and those of mail servers, in the format of a DNS server, a provider or
 * a tool.
 *
 * Exactly one of [property@Export:text] and [property@Export:problem] is set at any
 * time.  The fields of the zone and the TTL set those of the record once they are
 * right.  That of the zone begins with a guess, which follows the domain until
 * somebody knows better.
 */
struct _TlsrptExport
{
  GObject       parent_instance;

  /* Input */
  TlsrptRecord *record;
  TlsrptField  *zone;
  TlsrptField  *ttl;
  char         *format;
  char         *hosts;

  /* Output, derived by update() */
  char         *guess;
  char         *text;
  GPtrArray    *steps;
  char         *file_name;
  GError       *error;
  GError       *hosts_error;
};

G_DEFINE_FINAL_TYPE (TlsrptExport, tlsrpt_export, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_FILE_NAME,
  PROP_FORMAT,
  PROP_HOSTS,
  PROP_HOSTS_PROBLEM,
  PROP_NOTE,
  PROP_PROBLEM,
  PROP_RECORD,
  PROP_TEXT,
  PROP_TTL_FIELD,
  PROP_ZONE_FIELD,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static const char *
get_message (const GError *error)
{
  return error != NULL ? error->message : NULL;
}

static const TlsrptExportFormat *
get_format (TlsrptExport *self)
{
  return tlsrpt_export_format_find (self->format);
}

static gboolean
check (TlsrptExport  *self,
       GPtrArray     *hosts,
       GError       **error)
{
  const GError *fault = tlsrpt_record_get_error (self->record);

  if (fault == NULL)
    fault = tlsrpt_field_get_error (self->zone);
  if (fault == NULL && tlsrpt_export_has_ttl (self))
    fault = tlsrpt_field_get_error (self->ttl);
  if (fault == NULL && hosts == NULL)
    fault = self->hosts_error;
  if (fault == NULL)
    return TRUE;

  g_propagate_error (error, g_error_copy (fault));

  return FALSE;
}

static char *
build_text (TlsrptExport  *self,
            GPtrArray     *hosts,
            GError       **error)
{
  if (!check (self, hosts, error))
    return NULL;

  return tlsrpt_export_text_build (self->record, get_format (self), hosts, error);
}

static void
take_string (TlsrptExport *self,
             char        **field,
             char         *value,
             int           prop_id)
{
  if (g_strcmp0 (*field, value) == 0)
    {
      g_free (value);
      return;
    }

  g_free (*field);
  *field = value;
  g_object_notify_by_pspec (G_OBJECT (self), properties[prop_id]);
}

static void
take_error (TlsrptExport *self,
            GError      **field,
            GError       *value,
            int           prop_id)
{
  g_autoptr (GError) old = *field;

  *field = value;
  if (g_strcmp0 (get_message (old), get_message (value)) != 0)
    g_object_notify_by_pspec (G_OBJECT (self), properties[prop_id]);
}

/* Derives the outputs and tells of those that are not what they were. */
static void
update (TlsrptExport *self)
{
  const char *domain = tlsrpt_field_get_value (tlsrpt_record_get_domain_field (self->record));
  g_autoptr (GPtrArray) hosts = NULL;
  GError *hosts_error = NULL;
  GError *error = NULL;
  char *text;

  g_object_freeze_notify (G_OBJECT (self));

  hosts = tlsrpt_export_hosts_parse (self->hosts, domain, &hosts_error);
  take_error (self, &self->hosts_error, hosts_error, PROP_HOSTS_PROBLEM);

  text = build_text (self, hosts, &error);
  g_clear_pointer (&self->steps, g_ptr_array_unref);
  if (text != NULL && tlsrpt_export_format_get_panel (get_format (self)) != NULL)
    self->steps = tlsrpt_export_text_list_steps (self->record, get_format (self), hosts);
  take_string (self, &self->text, text, PROP_TEXT);
  take_error (self, &self->error, error, PROP_PROBLEM);
  take_string (self, &self->file_name,
               domain != NULL
                 ? g_strdup_printf ("tlsrpt-%s.%s", domain,
                                    tlsrpt_export_format_get_extension (get_format (self)))
                 : NULL,
               PROP_FILE_NAME);

  g_object_thaw_notify (G_OBJECT (self));
}

/* A zone that was typed for another domain says nothing about this one. */
static void
domain_changed_cb (TlsrptExport *self)
{
  const char *domain = tlsrpt_field_get_value (tlsrpt_record_get_domain_field (self->record));
  gboolean is_guess = g_strcmp0 (tlsrpt_field_get_text (self->zone), self->guess) == 0;

  if (domain == NULL)
    return;

  g_free (self->guess);
  self->guess = tlsrpt_domain_guess_zone (domain);

  tlsrpt_field_set_domain (self->zone, domain);
  if (is_guess || tlsrpt_field_get_error (self->zone) != NULL)
    tlsrpt_field_set_text (self->zone, self->guess);
}

/* The form was emptied: the mail servers were those of another domain. */
static void
domain_text_changed_cb (TlsrptExport *self)
{
  if (tlsrpt_field_is_blank (tlsrpt_record_get_domain_field (self->record)))
    tlsrpt_export_set_hosts (self, NULL);
}

/* Somebody else has set the zone of the record. */
static void
record_zone_changed_cb (TlsrptExport *self)
{
  const char *zone = tlsrpt_record_get_zone (self->record);

  if (zone[0] == '\0')
    zone = self->guess;

  if (zone != NULL && g_strcmp0 (tlsrpt_field_get_value (self->zone), zone) != 0)
    tlsrpt_field_set_text (self->zone, zone);
}

/* The record has the last zone that was right, or guesses by itself. */
static void
zone_changed_cb (TlsrptExport *self)
{
  const char *zone = tlsrpt_field_get_value (self->zone);

  if (zone != NULL)
    tlsrpt_record_set_zone (self->record, g_strcmp0 (zone, self->guess) != 0 ? zone : NULL);

  update (self);
}

static void
record_ttl_changed_cb (TlsrptExport *self)
{
  g_autofree char *ttl = g_strdup_printf ("%u", tlsrpt_record_get_ttl (self->record));

  if (g_strcmp0 (tlsrpt_field_get_value (self->ttl), ttl) != 0)
    tlsrpt_field_set_text (self->ttl, ttl);
}

static void
ttl_changed_cb (TlsrptExport *self)
{
  guint ttl;

  if (tlsrpt_ttl_parse (tlsrpt_field_get_text (self->ttl), &ttl, NULL))
    tlsrpt_record_set_ttl (self->record, ttl);

  update (self);
}

static void
tlsrpt_export_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  TlsrptExport *self = TLSRPT_EXPORT (object);

  switch (prop_id)
    {
    case PROP_FILE_NAME:
      g_value_set_string (value, self->file_name);
      break;

    case PROP_FORMAT:
      g_value_set_string (value, self->format);
      break;

    case PROP_HOSTS:
      g_value_set_string (value, self->hosts);
      break;

    case PROP_HOSTS_PROBLEM:
      g_value_set_string (value, get_message (self->hosts_error));
      break;

    case PROP_NOTE:
      g_value_set_string (value, tlsrpt_export_get_note (self));
      break;

    case PROP_PROBLEM:
      g_value_set_string (value, get_message (self->error));
      break;

    case PROP_RECORD:
      g_value_set_object (value, self->record);
      break;

    case PROP_TEXT:
      g_value_set_string (value, self->text);
      break;

    case PROP_TTL_FIELD:
      g_value_set_object (value, self->ttl);
      break;

    case PROP_ZONE_FIELD:
      g_value_set_object (value, self->zone);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tlsrpt_export_set_property (GObject      *object,
                            guint         prop_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  TlsrptExport *self = TLSRPT_EXPORT (object);

  switch (prop_id)
    {
    case PROP_FORMAT:
      tlsrpt_export_set_format (self, g_value_get_string (value));
      break;

    case PROP_HOSTS:
      tlsrpt_export_set_hosts (self, g_value_get_string (value));
      break;

    case PROP_RECORD:
      self->record = g_value_dup_object (value);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tlsrpt_export_constructed (GObject *object)
{
  TlsrptExport *self = TLSRPT_EXPORT (object);

  G_OBJECT_CLASS (tlsrpt_export_parent_class)->constructed (object);

  tlsrpt_field_set_text (self->zone, tlsrpt_record_get_zone (self->record));
  domain_changed_cb (self);
  record_ttl_changed_cb (self);
  update (self);

  g_signal_connect_object (self->record, "notify::domain",
                           G_CALLBACK (domain_text_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->record, "notify::owner-name",
                           G_CALLBACK (domain_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->record, "notify::ttl",
                           G_CALLBACK (record_ttl_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->record, "notify::zone",
                           G_CALLBACK (record_zone_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->record, "notify",
                           G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (tlsrpt_record_get_advice (self->record), "items-changed",
                           G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->zone, "notify",
                           G_CALLBACK (zone_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->ttl, "notify",
                           G_CALLBACK (ttl_changed_cb), self, G_CONNECT_SWAPPED);
}

static void
tlsrpt_export_finalize (GObject *object)
{
  TlsrptExport *self = TLSRPT_EXPORT (object);

  g_object_unref (self->record);
  g_object_unref (self->zone);
  g_object_unref (self->ttl);
  g_free (self->format);
  g_free (self->hosts);
  g_free (self->guess);
  g_free (self->text);
  g_clear_pointer (&self->steps, g_ptr_array_unref);
  g_free (self->file_name);
  g_clear_error (&self->error);
  g_clear_error (&self->hosts_error);

  G_OBJECT_CLASS (tlsrpt_export_parent_class)->finalize (object);
}

static void
tlsrpt_export_class_init (TlsrptExportClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags input = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  const GParamFlags output = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = tlsrpt_export_get_property;
  object_class->set_property = tlsrpt_export_set_property;
  object_class->constructed = tlsrpt_export_constructed;
  object_class->finalize = tlsrpt_export_finalize;

  /**
   * TlsrptExport:file-name:
   *
   * What a file with the text would well be called.
   */
  properties[PROP_FILE_NAME] = g_param_spec_string ("file-name", NULL, NULL, NULL, output);

  /**
   * TlsrptExport:format:
   *
   * The word for the format.  A word that nobody knows is that for the default, as
   * the word may have been kept by another version.
   */
  properties[PROP_FORMAT] =
    g_param_spec_string ("format", NULL, NULL, TLSRPT_EXPORT_DEFAULT_FORMAT, input);

  /**
   * TlsrptExport:hosts:
   *
   * What was typed as the mail servers that have a record, too.  Without a domain
   * there are none.
   */
  properties[PROP_HOSTS] = g_param_spec_string ("hosts", NULL, NULL, "", input);

  /**
   * TlsrptExport:hosts-problem:
   *
   * What is wrong with the mail servers, a line each.
   */
  properties[PROP_HOSTS_PROBLEM] =
    g_param_spec_string ("hosts-problem", NULL, NULL, NULL, output);

  /**
   * TlsrptExport:note:
   *
   * What to mind when the text is used.
   */
  properties[PROP_NOTE] = g_param_spec_string ("note", NULL, NULL, NULL, output);

  /**
   * TlsrptExport:problem:
   *
   * Why there is no text, for people.
   */
  properties[PROP_PROBLEM] = g_param_spec_string ("problem", NULL, NULL, NULL, output);

  /**
   * TlsrptExport:record:
   *
   * The record that is exported.
   */
  properties[PROP_RECORD] =
    g_param_spec_object ("record", NULL, NULL, TLSRPT_TYPE_RECORD,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);

  /**
   * TlsrptExport:text:
   *
   * The record in the format, with a line feed at the end.  It is ASCII unless a field of a
   * web form has a label that is not.
   */
  properties[PROP_TEXT] = g_param_spec_string ("text", NULL, NULL, NULL, output);

  /**
   * TlsrptExport:ttl-field:
   *
   * The field that holds the TTL.
   */
  properties[PROP_TTL_FIELD] =
    g_param_spec_object ("ttl-field", NULL, NULL, TLSRPT_TYPE_FIELD, output);

  /**
   * TlsrptExport:zone-field:
   *
   * The field that holds the apex of the zone.
   */
  properties[PROP_ZONE_FIELD] =
    g_param_spec_object ("zone-field", NULL, NULL, TLSRPT_TYPE_FIELD, output);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
tlsrpt_export_init (TlsrptExport *self)
{
  self->zone = tlsrpt_field_new (TLSRPT_FIELD_ZONE, NULL);
  self->ttl = tlsrpt_field_new (TLSRPT_FIELD_TTL, NULL);
  self->format = g_strdup (TLSRPT_EXPORT_DEFAULT_FORMAT);
  self->hosts = g_strdup ("");
}

/**
 * tlsrpt_export_new:
 * @record: what to export
 *
 * Creates an export, which follows the record.
 *
 * Returns: (transfer full): the export
 */
TlsrptExport *
tlsrpt_export_new (TlsrptRecord *record)
{
  g_return_val_if_fail (TLSRPT_IS_RECORD (record), NULL);

  return g_object_new (TLSRPT_TYPE_EXPORT, "record", record, NULL);
}

TlsrptRecord *
tlsrpt_export_get_record (TlsrptExport *self)
{
  g_return_val_if_fail (TLSRPT_IS_EXPORT (self), NULL);

  return self->record;
}

TlsrptField *
tlsrpt_export_get_zone_field (TlsrptExport *self)
{
  g_return_val_if_fail (TLSRPT_IS_EXPORT (self), NULL);

  return self->zone;
}

/**
 * tlsrpt_export_guess_zone:
 * @self: an export
 *
 * Puts the zone that holds most records of its kind into the field.
 */
void
tlsrpt_export_guess_zone (TlsrptExport *self)
{
  g_return_if_fail (TLSRPT_IS_EXPORT (self));

  tlsrpt_field_set_text (self->zone, self->guess);
}

TlsrptField *
tlsrpt_export_get_ttl_field (TlsrptExport *self)
{
  g_return_val_if_fail (TLSRPT_IS_EXPORT (self), NULL);

  return self->ttl;
}

/**
 * tlsrpt_export_has_ttl:
 * @self: an export
 *
 * Tells whether the format says a TTL: some web forms have no field for it.
 *
 * Returns: whether it does
 */
gboolean
tlsrpt_export_has_ttl (TlsrptExport *self)
{
  const TlsrptProvider *provider;

  g_return_val_if_fail (TLSRPT_IS_EXPORT (self), FALSE);

  provider = tlsrpt_export_format_get_panel (get_format (self));

  return provider == NULL || provider->ttl != TLSRPT_PROVIDER_TTL_DEFAULT;
}

const char *
tlsrpt_export_get_format (TlsrptExport *self)
{
  g_return_val_if_fail (TLSRPT_IS_EXPORT (self), NULL);

  return self->format;
}

void
tlsrpt_export_set_format (TlsrptExport *self,
                          const char   *format)
{
  g_return_if_fail (TLSRPT_IS_EXPORT (self));

  if (format == NULL || tlsrpt_export_format_find (format) == NULL)
    format = TLSRPT_EXPORT_DEFAULT_FORMAT;

  if (g_str_equal (self->format, format))
    return;

  g_free (self->format);
  self->format = g_strdup (format);

  g_object_freeze_notify (G_OBJECT (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FORMAT]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NOTE]);
  update (self);
  g_object_thaw_notify (G_OBJECT (self));
}

const char *
tlsrpt_export_get_hosts (TlsrptExport *self)
{
  g_return_val_if_fail (TLSRPT_IS_EXPORT (self), NULL);

  return self->hosts;
}

void
tlsrpt_export_set_hosts (TlsrptExport *self,
                         const char   *hosts)
{
  g_return_if_fail (TLSRPT_IS_EXPORT (self));

  if (hosts == NULL)
    hosts = "";

  if (g_str_equal (self->hosts, hosts))
    return;

  g_free (self->hosts);
  self->hosts = g_strdup (hosts);

  g_object_freeze_notify (G_OBJECT (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_HOSTS]);
  update (self);
  g_object_thaw_notify (G_OBJECT (self));
}

const char *
tlsrpt_export_get_text (TlsrptExport *self)
{
  g_return_val_if_fail (TLSRPT_IS_EXPORT (self), NULL);

  return self->text;
}

/**
 * tlsrpt_export_get_steps:
 * @self: an export
 *
 * Gets what to put into the web form of a provider, one field after the other.
 *
 * Returns: (transfer none) (nullable) (element-type TlsrptPanelStep): the fields, or `NULL`
 *   if there is no text, or a program reads it
 */
GPtrArray *
tlsrpt_export_get_steps (TlsrptExport *self)
{
  g_return_val_if_fail (TLSRPT_IS_EXPORT (self), NULL);

  return self->steps;
}

/**
 * tlsrpt_export_get_error:
 *
 * Returns: (nullable): why there is no text
 */
const GError *
tlsrpt_export_get_error (TlsrptExport *self)
{
  g_return_val_if_fail (TLSRPT_IS_EXPORT (self), NULL);

  return self->error;
}

/**
 * tlsrpt_export_get_hosts_error:
 *
 * Returns: (nullable): what is wrong with the mail servers, whatever is with the
 *   rest
 */
const GError *
tlsrpt_export_get_hosts_error (TlsrptExport *self)
{
  g_return_val_if_fail (TLSRPT_IS_EXPORT (self), NULL);

  return self->hosts_error;
}

const char *
tlsrpt_export_get_note (TlsrptExport *self)
{
  g_return_val_if_fail (TLSRPT_IS_EXPORT (self), NULL);

  return tlsrpt_export_format_get_note (get_format (self));
}

const char *
tlsrpt_export_get_file_name (TlsrptExport *self)
{
  g_return_val_if_fail (TLSRPT_IS_EXPORT (self), NULL);

  return self->file_name;
}
