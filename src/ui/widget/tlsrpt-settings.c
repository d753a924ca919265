/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-settings.h"

/* The schema is missing when the program runs from its build directory: then
 * nothing is remembered. */
static GSettings *
get_settings (void)
{
  static GSettings *settings = NULL;
  static gboolean is_looked_up = FALSE;

  if (!is_looked_up)
    {
      GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
      g_autoptr (GSettingsSchema) schema = NULL;

      is_looked_up = TRUE;
      if (source != NULL)
        schema = g_settings_schema_source_lookup (source, APPLICATION_ID, TRUE);
      if (schema != NULL)
        settings = g_settings_new_full (schema, NULL, NULL);
    }

  return settings;
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
  GSettings *settings = get_settings ();

  if (settings != NULL)
    g_settings_bind (settings, key, object, property, G_SETTINGS_BIND_DEFAULT);
}
