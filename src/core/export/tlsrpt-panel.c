/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-panel.h"

#include "tlsrpt-display.h"
#include "tlsrpt-domain.h"
#include "tlsrpt-error.h"
#include "tlsrpt-quote.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define HOUR 3600

static void
step_free (TlsrptPanelStep *step)
{
  g_free (step->label);
  g_free (step->value);
  g_free (step->hint);
  g_free (step);
}

static void
add_step (GPtrArray  *steps,
          const char *label,
          char       *value,
          char       *hint)
{
  TlsrptPanelStep *step = g_new0 (TlsrptPanelStep, 1);

  step->label = g_strdup (label);
  step->value = value;
  step->hint = hint;
  g_ptr_array_add (steps, step);
}

/* What makes the slip impossible to miss: a name that ends in the zone twice. */
static char *
dup_name_hint (const TlsrptExportRecord *record)
{
  g_autofree char *doubled = g_strdup_printf ("%s.%s", record->name, record->zone);
  g_autofree char *shown = tlsrpt_display_isolate (doubled, -1);
  g_autofree char *zone = tlsrpt_display_isolate (record->zone, -1);
  g_autofree char *hint = NULL;
  g_autofree char *domain = NULL;
  g_autofree char *other = NULL;

  /* Translators: the first %s is a DNS zone, such as “example.com”, the second a name that
   * ends in it twice */
  hint = g_strdup_printf (_("In the zone “%s”, which the form adds. The full name would become "
                            "“%s”, which senders ignore."),
                          zone, shown);
  if (g_str_equal (record->relative_name, TLSRPT_DOMAIN_OWNER_PREFIX))
    return g_steal_pointer (&hint);

  /* The zone may be a guess. */
  domain = tlsrpt_display_isolate (record->name + strlen (TLSRPT_DOMAIN_OWNER_PREFIX "."), -1);
  /* Translators: the first %s is a domain, the second a short DNS name */
  other = g_strdup_printf (_("If “%s” is a zone of its own, enter “%s”."), domain,
                           TLSRPT_DOMAIN_OWNER_PREFIX);

  return g_strconcat (hint, " ", other, NULL);
}

static char *
dup_value (const TlsrptProvider     *provider,
           const TlsrptExportRecord *record)
{
  return provider->is_quoted ? tlsrpt_quote_txt (record->value) : g_strdup (record->value);
}

static char *
dup_choice (guint ttl)
{
  static const struct
  {
    guint       seconds;
    const char *one;
    const char *many;
  } units[] = {
    { 86400, "day", "days" }, { HOUR, "hour", "hours" }, { 60, "minute", "minutes" },
    { 1, "second", "seconds" },
  };
  gsize i = ttl > 0 ? 0 : G_N_ELEMENTS (units) - 1;

  while (ttl % units[i].seconds != 0)
    i++;

  return g_strdup_printf ("%u %s", ttl / units[i].seconds,
                          ttl / units[i].seconds == 1 ? units[i].one : units[i].many);
}

static void
add_ttl (GPtrArray            *steps,
         const TlsrptProvider *provider,
         guint                 ttl)
{
  gboolean is_hours = ttl > 0 && ttl % HOUR == 0;

  switch (provider->ttl)
    {
    case TLSRPT_PROVIDER_TTL_DEFAULT:
      break;

    case TLSRPT_PROVIDER_TTL_SECONDS:
      add_step (steps, provider->ttl_label, g_strdup_printf ("%u", ttl), NULL);
      break;

    case TLSRPT_PROVIDER_TTL_CHOICE:
      add_step (steps, provider->ttl_label, dup_choice (ttl),
                g_strdup (_("If the list does not contain it, choose the nearest one")));
      break;

    case TLSRPT_PROVIDER_TTL_UNIT:
      add_step (steps, provider->ttl_label, g_strdup_printf ("%u", is_hours ? ttl / HOUR : ttl),
                NULL);
      add_step (steps, provider->unit_label, g_strdup (is_hours ? "Hours" : "Seconds"), NULL);
      break;

    default:
      g_assert_not_reached ();
    }
}

/**
 * tlsrpt_panel_list_steps:
 * @provider: who hosts the zone
 * @record: a record
 *
 * Lists what to put into the provider’s web form.
 *
 * Returns: (transfer full) (element-type TlsrptPanelStep): the fields in their order
 */
GPtrArray *
tlsrpt_panel_list_steps (const TlsrptProvider     *provider,
                         const TlsrptExportRecord *record)
{
  GPtrArray *steps = g_ptr_array_new_with_free_func ((GDestroyNotify) step_free);

  add_step (steps, provider->type_label, g_strdup (provider->type), NULL);
  add_step (steps, provider->name_label, g_strdup (record->relative_name),
            dup_name_hint (record));
  add_step (steps, provider->value_label, dup_value (provider, record),
            g_strdup (provider->is_quoted ? _("With the quotation marks")
                                          : _("Without quotation marks")));
  add_ttl (steps, provider, record->ttl);

  return steps;
}

/**
 * tlsrpt_panel_append:
 * @provider: who hosts the zone
 * @record: a record
 * @text: where to append
 *
 * Appends a line for each field of the provider’s web form.
 */
void
tlsrpt_panel_append (const TlsrptProvider     *provider,
                     const TlsrptExportRecord *record,
                     GString                  *text)
{
  g_autoptr (GPtrArray) steps = tlsrpt_panel_list_steps (provider, record);

  for (guint i = 0; i < steps->len; i++)
    {
      const TlsrptPanelStep *step = g_ptr_array_index (steps, i);

      g_string_append_printf (text, "%s: %s\n", step->label, step->value);
    }
}

/**
 * tlsrpt_panel_check:
 * @provider: who hosts the zone
 * @record: a record
 * @error: return location for an error
 *
 * Tells whether the provider’s web form takes the value.
 *
 * Returns: `FALSE` with `TLSRPT_ERROR_TOO_LONG`
 */
gboolean
tlsrpt_panel_check (const TlsrptProvider      *provider,
                    const TlsrptExportRecord  *record,
                    GError                   **error)
{
  g_autofree char *value = dup_value (provider, record);

  if (provider->max_length == 0 || strlen (value) <= provider->max_length)
    return TRUE;

  tlsrpt_error_set (error, TLSRPT_ERROR_TOO_LONG, TLSRPT_ERROR_FINAL, NULL,
                    /* Translators: %s is the name of a provider; both %u are numbers of bytes */
                    _("The value is %u bytes long, more than the %u that the form of %s allows. "
                      "Remove a destination."),
                    (guint) strlen (value), (guint) provider->max_length, provider->title);

  return FALSE;
}
