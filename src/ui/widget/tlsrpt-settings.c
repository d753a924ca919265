/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-settings.h"

static GSettings *settings = NULL;
static gboolean is_open = FALSE;

/**
 * tlsrpt_settings_open:
 * @backend: (nullable): where they are kept; `NULL` for where the system keeps them
 *
 * Opens the settings; the first use does it, too.  The schema is missing when the program
 * runs from its build directory: then nothing is remembered.
 */
void
tlsrpt_settings_open (GSettingsBackend *backend)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = NULL;

  is_open = TRUE;
  g_clear_object (&settings);
  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, APPLICATION_ID, TRUE);
  if (schema != NULL)
    settings = g_settings_new_full (schema, backend, NULL);
}

/* The schema may be that of another version, which is installed. */
static gboolean
has_key (const char *key)
{
  g_autoptr (GSettingsSchema) schema = NULL;

  if (!is_open)
    tlsrpt_settings_open (NULL);

  if (settings == NULL)
    return FALSE;

  g_object_get (settings, "settings-schema", &schema, NULL);

  return g_settings_schema_has_key (schema, key);
}

/**
 * tlsrpt_settings_bind:
 * @key: a key of the schema
 * @object: (type GObject): an object
 * @property: a property of @object
 *
 * Gives the property what was remembered, and remembers what becomes of it.
 */
void
tlsrpt_settings_bind (const char *key,
                      gpointer    object,
                      const char *property)
{
  if (has_key (key))
    g_settings_bind (settings, key, object, property, G_SETTINGS_BIND_DEFAULT);
}

/**
 * tlsrpt_settings_set:
 * @key: a key of the schema that holds text
 * @value: what to remember
 *
 * Remembers something, which whatever is bound to the key has at once.
 */
void
tlsrpt_settings_set (const char *key,
                     const char *value)
{
  if (has_key (key))
    g_settings_set_string (settings, key, value);
}
