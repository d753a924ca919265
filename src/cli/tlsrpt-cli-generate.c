/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-cli-generate.h"

#include "tlsrpt-destination.h"
#include "tlsrpt-display.h"
#include "tlsrpt-error.h"
#include "tlsrpt-host.h"
#include "tlsrpt-json-writer.h"
#include "tlsrpt-limits.h"
#include "tlsrpt-txt.h"

#include <glib/gi18n.h>
#include <string.h>

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

static void
append_json (GString      *text,
             TlsrptRecord *record)
{
  const char *domain = tlsrpt_field_get_value (tlsrpt_record_get_domain_field (record));
  GListModel *advice = tlsrpt_record_get_advice (record);
  g_autofree char *unicode = tlsrpt_host_to_unicode (domain);
  g_auto (GStrv) uris = tlsrpt_record_dup_uris (record);
  TlsrptJsonWriter writer;

  tlsrpt_json_writer_init (&writer, text, TLSRPT_JSON_INDENTED);
  tlsrpt_json_writer_begin_object (&writer, NULL);
  tlsrpt_json_writer_string (&writer, "domain", domain);
  tlsrpt_json_writer_string (&writer, "unicode_domain", unicode);
  tlsrpt_json_writer_string (&writer, "zone", tlsrpt_record_get_zone_apex (record));
  tlsrpt_json_writer_string (&writer, "name", tlsrpt_record_get_owner_name (record));
  tlsrpt_json_writer_string (&writer, "relative_name", tlsrpt_record_get_relative_name (record));
  tlsrpt_json_writer_integer (&writer, "ttl", tlsrpt_record_get_ttl (record));
  tlsrpt_json_writer_string (&writer, "value", tlsrpt_record_get_value (record));
  tlsrpt_json_writer_strings (&writer, "strings", tlsrpt_record_get_strings (record));
  tlsrpt_json_writer_string (&writer, "zone_line", tlsrpt_record_get_zone_line (record));
  tlsrpt_json_writer_strings (&writer, "destinations", (const char *const *) uris);
  tlsrpt_json_writer_begin_array (&writer, "advice");
  for (guint i = 0; i < g_list_model_get_n_items (advice); i++)
    {
      g_autoptr (TlsrptAdvice) item = g_list_model_get_item (advice, i);
      g_autofree char *message =
        tlsrpt_display_strip_isolates (tlsrpt_advice_get_message (item));

      tlsrpt_json_writer_begin_object (&writer, NULL);
      tlsrpt_json_writer_string (&writer, "code", tlsrpt_advice_get_code (item));
      tlsrpt_json_writer_string (&writer, "message", message);
      tlsrpt_json_writer_end_object (&writer);
    }
  tlsrpt_json_writer_end_array (&writer);
  tlsrpt_json_writer_end_object (&writer);
  g_string_append_c (text, '\n');
}

static const TlsrptGenerateFormat formats[] = {
  { "zone", NULL, append_zone_line, NULL },
  { "value", NULL, append_value, NULL },
  { "name", NULL, append_name, NULL },
  { "json", append_json, NULL, NULL },
};

static gboolean
find_format (const char           *name,
             TlsrptGenerateFormat *format)
{
  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      if (g_str_equal (formats[i].name, name))
        {
          *format = formats[i];
          return TRUE;
        }
    }

  *format = (TlsrptGenerateFormat) { .name = name, .export = tlsrpt_export_find (name) };

  return format->export != NULL;
}

/**
 * tlsrpt_cli_append_record:
 * @format: what to print
 * @record: a record that is right
 * @text: where to append
 *
 * Appends a record in a format, with its line feed.
 */
void
tlsrpt_cli_append_record (const TlsrptGenerateFormat *format,
                          TlsrptRecord               *record,
                          GString                    *text)
{
  TlsrptExportRecord parts = {
    .name = tlsrpt_record_get_owner_name (record),
    .relative_name = tlsrpt_record_get_relative_name (record),
    .zone = tlsrpt_record_get_zone_apex (record),
    .ttl = tlsrpt_record_get_ttl (record),
    .value = tlsrpt_record_get_value (record),
  };

  if (format->export != NULL)
    tlsrpt_export_append (format->export, &parts, text);
  else if (format->append_record != NULL)
    format->append_record (text, record);
  else
    format->append_parts (text, parts.name, parts.ttl, parts.value);
}

/* Names an argument as --help does, with its line in a batch. */
static char *
name_argument (gsize line,
               guint position)
{
  if (line > 0 && position > 0)
    /* Translators: where a fault is; %u is the number of a destination in the line */
    return g_strdup_printf (_("line %zu: DESTINATION %u"), line, position);
  if (line > 0)
    /* Translators: where a fault is */
    return g_strdup_printf (_("line %zu: DOMAIN"), line);
  if (position > 0)
    /* Translators: the name of an argument, as in the usage line; %u is its number */
    return g_strdup_printf (_("DESTINATION %u"), position);

  return g_strdup (_("DOMAIN"));
}

/**
 * tlsrpt_cli_report_fault:
 * @line: the line of a batch, or 0
 * @position: 0 for the domain, then the destinations
 * @error: what is wrong with it
 *
 * Prints a line about an argument that cannot be used, with its repair.
 */
void
tlsrpt_cli_report_fault (gsize         line,
                         guint         position,
                         const GError *error)
{
  const char *repair = tlsrpt_error_get_repair (error);
  g_autofree char *where = name_argument (line, position);

  if (repair != NULL)
    {
      g_autofree char *shown = tlsrpt_display_sanitise (repair, -1);

      /* Translators: an argument, what is wrong with it, and what to type in its place */
      tlsrpt_cli_error (_("%s: %s (did you mean “%s”?)"), where, error->message, shown);
    }
  else
    {
      /* Translators: an argument and what is wrong with it */
      tlsrpt_cli_error (_("%s: %s"), where, error->message);
    }
}

/* Puts an argument into the record; a list of destinations becomes several. */
static gboolean
add_destination (TlsrptRecord  *record,
                 const char    *argument,
                 GError       **error)
{
  g_auto (GStrv) parts = tlsrpt_destination_split (argument);
  char *single[] = { (char *) argument, NULL };
  char **each = parts != NULL ? parts : single;

  for (; *each != NULL; each++)
    {
      g_autofree char *uri = tlsrpt_destination_parse (*each, error);

      if (uri == NULL)
        return FALSE;

      if (tlsrpt_record_add_destination (record, tlsrpt_destination_guess_kind (*each), *each) ==
          NULL)
        {
          tlsrpt_error_set (error, TLSRPT_ERROR_TOO_MANY, TLSRPT_ERROR_FINAL, NULL,
                            /* Translators: %d is a number */
                            _("More than %d destinations"), TLSRPT_LIMIT_DESTINATIONS);
          return FALSE;
        }
    }

  return TRUE;
}

/**
 * tlsrpt_cli_fill_record:
 * @record: an empty record
 * @arguments: (array zero-terminated=1): a domain and destinations
 * @line: the line of a batch, or 0
 *
 * Puts arguments into a record and prints a line for each that cannot be used.
 *
 * Returns: whether all can be used
 */
gboolean
tlsrpt_cli_fill_record (TlsrptRecord *record,
                        char        **arguments,
                        gsize         line)
{
  const GError *problem;
  gboolean ok = TRUE;

  tlsrpt_record_set_domain (record, arguments[0]);
  problem = tlsrpt_field_get_error (tlsrpt_record_get_domain_field (record));
  if (problem != NULL)
    {
      tlsrpt_cli_report_fault (line, 0, problem);
      ok = FALSE;
    }

  for (guint i = 1; arguments[i] != NULL; i++)
    {
      g_autoptr (GError) error = NULL;

      if (!add_destination (record, arguments[i], &error))
        {
          tlsrpt_cli_report_fault (line, i, error);
          ok = FALSE;
        }
    }

  return ok;
}

static void
print_advice (TlsrptRecord *record)
{
  GListModel *advice = tlsrpt_record_get_advice (record);

  for (guint i = 0; i < g_list_model_get_n_items (advice); i++)
    {
      g_autoptr (TlsrptAdvice) item = g_list_model_get_item (advice, i);

      if (tlsrpt_advice_get_level (item) == TLSRPT_ADVICE_WARNING)
        /* Translators: %s is a sentence about the record */
        tlsrpt_cli_error (_("warning: %s"), tlsrpt_advice_get_message (item));
      else
        /* Translators: %s is a sentence about the record */
        tlsrpt_cli_error (_("note: %s"), tlsrpt_advice_get_message (item));
    }
}

static TlsrptExit
generate_one (const TlsrptGenerateFormat *format,
              char                      **arguments,
              const char                 *zone,
              guint                       ttl)
{
  g_autoptr (TlsrptRecord) record = tlsrpt_record_new ();
  g_autoptr (GString) text = g_string_new (NULL);
  const GError *error;

  if (!tlsrpt_cli_fill_record (record, arguments, 0))
    return TLSRPT_EXIT_USAGE;

  tlsrpt_record_set_zone (record, zone);
  tlsrpt_record_set_ttl (record, ttl);

  /* The fields are right by now: what is left is the zone, or the length. */
  error = tlsrpt_record_get_error (record);
  if (error != NULL)
    {
      tlsrpt_cli_error ("%s", error->message);
      return TLSRPT_EXIT_USAGE;
    }

  tlsrpt_cli_append_record (format, record, text);
  tlsrpt_cli_print (text->str);

  if (format->append_record != append_json)
    print_advice (record);
  if (format->export != NULL && tlsrpt_export_get_note (format->export) != NULL)
    /* Translators: %s is a sentence about the record */
    tlsrpt_cli_error (_("note: %s"), tlsrpt_export_get_note (format->export));

  return TLSRPT_EXIT_OK;
}

/**
 * tlsrpt_cli_generate:
 *
 * Runs `tlsrpt-cli generate`.
 *
 * Returns: the exit code
 */
TlsrptExit
tlsrpt_cli_generate (int    argc,
                     char **argv)
{
  gboolean batch = FALSE;
  gint64 ttl = TLSRPT_RECORD_TTL_TESTING;
  g_autofree char *format_name = NULL;
  g_autofree char *zone = NULL;
  g_auto (GStrv) arguments = NULL;
  const GOptionEntry entries[] = {
    { "batch", 0, 0, G_OPTION_ARG_NONE, &batch,
      N_("Read “DOMAIN DESTINATION…” lines from standard input"), NULL },
    { "format", 'f', 0, G_OPTION_ARG_STRING, &format_name,
      N_("What to print: zone, value, name, json, nsupdate, knotc, pdnsutil, cloudflare, route53, "
         "gcloud, azure, doctl, hcloud, dnscontrol, octodns, terraform-aws, terraform-cloudflare, "
         "terraform-google or terraform-azurerm"), N_("FORMAT") },
    { "ttl", 't', 0, G_OPTION_ARG_INT64, &ttl,
      N_("How long resolvers may keep the record"), N_("SECONDS") },
    { "zone", 'z', 0, G_OPTION_ARG_FILENAME, &zone,
      N_("The zone that holds the record; guessed if not given"), N_("APEX") },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &arguments, NULL, NULL },
    G_OPTION_ENTRY_NULL
  };
  GOptionContext *context = g_option_context_new (_("DOMAIN DESTINATION…"));
  TlsrptGenerateFormat format;

  g_option_context_set_summary (context, _("Prints the TLS-RPT record of a domain."));
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  if (!tlsrpt_cli_parse_options (context, &argc, &argv))
    return TLSRPT_EXIT_USAGE;

  if (!find_format (format_name != NULL ? format_name : formats[0].name, &format))
    {
      g_autofree char *shown = tlsrpt_display_sanitise (format_name, -1);

      /* Translators: %s is what was given as the format */
      tlsrpt_cli_error (_("--format: there is no format “%s”; --help lists them"), shown);
      return TLSRPT_EXIT_USAGE;
    }

  if (ttl < 0 || ttl > TLSRPT_LIMIT_TTL)
    {
      /* Translators: %d is the largest number of seconds */
      tlsrpt_cli_error (_("--ttl: not a number of seconds from 0 to %d"), TLSRPT_LIMIT_TTL);
      return TLSRPT_EXIT_USAGE;
    }

  if (batch)
    {
      if (arguments != NULL)
        {
          tlsrpt_cli_error (_("--batch reads domains and destinations from standard input alone"));
          return TLSRPT_EXIT_USAGE;
        }

      if (zone != NULL)
        {
          tlsrpt_cli_error (_("--zone and --batch do not go together"));
          return TLSRPT_EXIT_USAGE;
        }

      return tlsrpt_cli_generate_batch (&format, (guint) ttl);
    }

  if (arguments == NULL || g_strv_length (arguments) < 2)
    {
      tlsrpt_cli_error (_("usage: tlsrpt-cli generate DOMAIN DESTINATION…"));
      return TLSRPT_EXIT_USAGE;
    }

  return generate_one (&format, arguments, zone, (guint) ttl);
}
