/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-cli-generate.h"

#include "tlsrpt-cli-choice.h"
#include "tlsrpt-cli-input.h"
#include "tlsrpt-cli-options.h"
#include "tlsrpt-cli-terminal.h"
#include "tlsrpt-destination.h"
#include "tlsrpt-display.h"
#include "tlsrpt-domain.h"
#include "tlsrpt-error.h"
#include "tlsrpt-export.h"
#include "tlsrpt-limits.h"
#include "tlsrpt-mail-host.h"
#include "tlsrpt-panel.h"
#include "tlsrpt-repair.h"
#include "tlsrpt-ttl.h"

#include <glib/gi18n.h>
#include <string.h>

/* Options and arguments of the command line. */
typedef struct
{
  const char  *format;
  const char  *record;
  const char  *zone;
  char       **hosts;
  char       **arguments;
  guint        ttl;
  gboolean     quiet;
} GenerateOptions;

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

      if (tlsrpt_record_add_destination (record, tlsrpt_field_kind_guess (*each), *each) ==
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
      g_autoptr (TlsrptRemark) item = g_list_model_get_item (advice, i);

      if (tlsrpt_remark_get_severity (item) == TLSRPT_SEVERITY_WARNING)
        /* Translators: %s is a sentence about the record */
        tlsrpt_cli_error (_("warning: %s"), tlsrpt_remark_get_message (item));
      else
        /* Translators: %s is a sentence about the record */
        tlsrpt_cli_error (_("note: %s"), tlsrpt_remark_get_message (item));
    }
}

/* Puts the destinations of a record into another one: that of “tlsrpt-cli merge”, say. */
static gboolean
add_record (TlsrptRecord *record,
            const char   *argument)
{
  char *arguments[] = { (char *) argument, NULL };
  g_autoptr (GBytes) input = tlsrpt_cli_read_input (arguments, TRUE);
  g_autoptr (TlsrptRepair) repair = NULL;
  const char *text;
  gsize length;

  if (input == NULL)
    return FALSE;

  text = g_bytes_get_data (input, &length);
  repair = tlsrpt_repair_new (text != NULL ? text : "", length);
  if (repair->value == NULL || tlsrpt_repair_has_loss (repair))
    {
      tlsrpt_cli_error (_("--record: this record cannot be used as it is; “tlsrpt-cli repair” "
                          "explains why"));
      return FALSE;
    }

  for (guint i = 0; i < repair->uris->len; i++)
    {
      g_autoptr (GError) error = NULL;

      if (!add_destination (record, g_ptr_array_index (repair->uris, i), &error))
        {
          /* Translators: %s says what is wrong */
          tlsrpt_cli_error (_("--record: %s"), error->message);
          return FALSE;
        }
    }

  return TRUE;
}

static gboolean
report_option (const char   *option,
               const GError *error)
{
  g_auto (GStrv) lines = g_strsplit (error->message, "\n", -1);

  for (gsize i = 0; lines[i] != NULL; i++)
    tlsrpt_cli_error ("%s: %s", option, lines[i]);

  return FALSE;
}

/* What is wrong by the time the fields are right. */
static gboolean
check_export (TlsrptExport *export)
{
  const GError *error = tlsrpt_export_get_error (export);
  const GError *zone_error = tlsrpt_record_get_zone_error (tlsrpt_export_get_record (export));
  const GError *hosts_error = tlsrpt_export_get_hosts_error (export);
  gboolean ok = TRUE;

  if (zone_error != NULL)
    ok = report_option ("--zone", zone_error);
  if (hosts_error != NULL)
    ok = report_option ("--mx-host", hosts_error);
  if (!ok || error == NULL)
    return ok;

  if (g_error_matches (error, TLSRPT_ERROR, TLSRPT_ERROR_TTL))
    return report_option ("--ttl", error);

  tlsrpt_cli_error ("%s", error->message);

  return FALSE;
}

/* A name that is empty was meant to be one. */
static gboolean
check_hosts (char **hosts)
{
  for (; hosts != NULL && *hosts != NULL; hosts++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *host = tlsrpt_mail_host_to_ascii (*hosts, &error);

      if (host == NULL && g_error_matches (error, TLSRPT_ERROR, TLSRPT_ERROR_EMPTY))
        return report_option ("--mx-host", error);
    }

  return TRUE;
}

/* What to mind in each field of a web form, and where it is described. */
static void
print_panel (TlsrptExport *export)
{
  const TlsrptExportFormat *format = tlsrpt_export_format_find (tlsrpt_export_get_format (export));
  const TlsrptProvider *panel = tlsrpt_export_format_get_panel (format);
  GPtrArray *steps = tlsrpt_export_get_steps (export);

  if (panel == NULL || steps == NULL)
    return;

  for (guint i = 0; i < steps->len; i++)
    {
      const TlsrptPanelStep *step = g_ptr_array_index (steps, i);

      if (step->hint != NULL)
        /* Translators: the name of a field of a web form, and what to mind there */
        tlsrpt_cli_error (_("note: %s: %s"), step->label, step->hint);
    }

  if (panel->place != NULL)
    /* Translators: the way to a web form, as the names of what to click on */
    tlsrpt_cli_error (_("note: The form is at %s"), panel->place);
  /* Translators: a URL, and a date such as 2026-12-31 */
  tlsrpt_cli_error (_("note: This follows %s, read on %s"), panel->url, panel->verified);
}

static void
show_next (TlsrptRecord *record)
{
  const char *typed = tlsrpt_record_get_domain (record);
  g_autofree char *domain = tlsrpt_domain_to_ascii (typed, NULL);
  /* Translators: %s is a domain; keep the command as it is */
  g_autofree char *hint = g_strdup_printf (_("Once it is published: tlsrpt-cli check %s"), domain);

  tlsrpt_cli_terminal_hint (hint);
}

static TlsrptExit
generate_one (const GenerateOptions *options)
{
  g_autoptr (TlsrptRecord) record = tlsrpt_record_new ();
  g_autoptr (TlsrptExport) export = NULL;
  g_autofree char *hosts = NULL;

  if (options->record != NULL && !add_record (record, options->record))
    return TLSRPT_EXIT_USAGE;

  if (!tlsrpt_cli_fill_record (record, options->arguments, 0))
    return TLSRPT_EXIT_USAGE;

  if (!check_hosts (options->hosts))
    return TLSRPT_EXIT_USAGE;

  if (options->hosts != NULL)
    hosts = g_strjoinv (",", options->hosts);

  tlsrpt_record_set_zone (record, options->zone);
  tlsrpt_record_set_ttl (record, options->ttl);
  export = tlsrpt_export_new (record);
  tlsrpt_export_set_format (export, options->format);
  tlsrpt_export_set_hosts (export, hosts);

  if (!check_export (export))
    return TLSRPT_EXIT_USAGE;

  tlsrpt_cli_print (tlsrpt_export_get_text (export));

  if (options->quiet)
    return TLSRPT_EXIT_OK;

  if (!g_str_equal (options->format, "json"))
    print_advice (record);
  print_panel (export);
  if (tlsrpt_export_get_note (export) != NULL)
    /* Translators: %s is a sentence about the record */
    tlsrpt_cli_error (_("note: %s"), tlsrpt_export_get_note (export));
  show_next (record);

  return TLSRPT_EXIT_OK;
}

static TlsrptExit
generate_batch (const GenerateOptions *options)
{
  if (options->arguments != NULL)
    {
      tlsrpt_cli_error (_("--batch reads domains and destinations only from standard input"));
      return TLSRPT_EXIT_USAGE;
    }

  if (options->zone != NULL)
    {
      tlsrpt_cli_error (_("--zone and --batch cannot be combined"));
      return TLSRPT_EXIT_USAGE;
    }

  if (options->hosts != NULL)
    {
      tlsrpt_cli_error (_("--mx-host and --batch cannot be combined"));
      return TLSRPT_EXIT_USAGE;
    }

  if (options->record != NULL)
    {
      tlsrpt_cli_error (_("--record and --batch cannot be combined"));
      return TLSRPT_EXIT_USAGE;
    }

  if (!tlsrpt_cli_check_input ("tlsrpt-cli generate --batch < FILE"))
    return TLSRPT_EXIT_USAGE;

  return tlsrpt_cli_generate_batch (options->format, options->ttl, options->quiet);
}

/* What people call a server or a provider by, and the format for it. */
static const struct
{
  const char *alias;
  const char *key;
} aliases[] = {
  { "aws", "route53" }, { "bind", "zone" }, { "digitalocean", "doctl" },
  { "gcp", "gcloud" }, { "google", "gcloud" }, { "hetzner", "hcloud" },
  { "knot", "knotc" }, { "nsd", "zone" }, { "powerdns", "pdnsutil" },
};

static char *
describe_formats (void)
{
  g_autoptr (GString) keys = g_string_new (NULL);

  for (gsize i = 0; i < tlsrpt_export_format_count (); i++)
    g_string_append_printf (keys, "%s%s", i > 0 ? ", " : "",
                            tlsrpt_export_format_get_key (tlsrpt_export_format_at (i)));

  /* Translators: %s is a list of words for --format, such as “zone, nsupdate, json” */
  return g_strdup_printf (_("What to print: %s"), keys->str);
}

/* Whose web form is not said. */
static void
report_panels (const char *option)
{
  g_autoptr (GString) keys = g_string_new (NULL);

  for (gsize i = 0; i < tlsrpt_provider_count (); i++)
    g_string_append_printf (keys, "%s%s%s", i > 0 ? ", " : "", TLSRPT_EXPORT_PANEL_PREFIX,
                            tlsrpt_provider_at (i)->id);

  /* Translators: an option, and a list of words for it, such as “panel-cloudflare” */
  tlsrpt_cli_error (_("%s: name the provider: %s"), option, keys->str);
}

/* The key of a format, or `NULL` if there is no such format, which is told. */
static const char *
read_format (const char *text,
             const char *option)
{
  g_autoptr (GPtrArray) known = NULL;

  if (text == NULL)
    return TLSRPT_EXPORT_DEFAULT_FORMAT;

  if (tlsrpt_export_format_find (text) != NULL)
    return text;

  for (gsize i = 0; i < G_N_ELEMENTS (aliases); i++)
    {
      if (g_ascii_strcasecmp (text, aliases[i].alias) == 0)
        return aliases[i].key;
    }

  if (g_str_equal (text, "panel"))
    {
      report_panels (option);
      return NULL;
    }

  known = g_ptr_array_new ();
  for (gsize i = 0; i < tlsrpt_export_format_count (); i++)
    g_ptr_array_add (known,
                     (gpointer) tlsrpt_export_format_get_key (tlsrpt_export_format_at (i)));
  for (gsize i = 0; i < G_N_ELEMENTS (aliases); i++)
    g_ptr_array_add (known, (gpointer) aliases[i].alias);
  g_ptr_array_add (known, NULL);
  tlsrpt_cli_choice_report (option, text, (const char *const *) known->pdata);

  return NULL;
}

static gboolean
parse_ttl (const char *option,
           const char *text,
           guint      *ttl)
{
  g_autoptr (GError) error = NULL;

  return tlsrpt_ttl_parse (text, ttl, &error) || report_option (option, error);
}

static gboolean
check_arguments (const GenerateOptions *options)
{
  gboolean has_domain = options->arguments != NULL;
  gboolean has_destination = options->record != NULL ||
                             (has_domain && options->arguments[1] != NULL);

  if (!has_domain)
    tlsrpt_cli_error (_("DOMAIN is missing; see --help"));
  if (!has_destination)
    tlsrpt_cli_error (_("DESTINATION is missing; see --help"));

  return has_domain && has_destination;
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
  gboolean quiet = FALSE;
  g_autofree char *format_name = NULL;
  g_autofree char *record = NULL;
  g_autofree char *ttl = NULL;
  g_autofree char *zone = NULL;
  g_auto (GStrv) arguments = NULL;
  g_auto (GStrv) hosts = NULL;
  g_autofree char *formats = describe_formats ();
  const GOptionEntry entries[] = {
    { "batch", 0, 0, G_OPTION_ARG_NONE, &batch,
      N_("Read “DOMAIN DESTINATION…” lines from standard input"), NULL },
    { "format", 'f', 0, G_OPTION_ARG_FILENAME, &format_name,
      formats, N_("FORMAT") },
    { "mx-host", 'm', 0, G_OPTION_ARG_FILENAME_ARRAY, &hosts,
      N_("Also print a record for this mail server, for DANE; can be repeated"), N_("NAME") },
    { "quiet", 'q', 0, G_OPTION_ARG_NONE, &quiet, N_("Print no notes"), NULL },
    { "record", 'r', 0, G_OPTION_ARG_FILENAME, &record,
      N_("Take destinations from this record, or from one on standard input (“-”)"),
      N_("TEXT") },
    { "ttl", 't', 0, G_OPTION_ARG_FILENAME, &ttl,
      N_("How long resolvers may cache the record, such as 3600, 1h, or 1d"), N_("TIME") },
    { "zone", 'z', 0, G_OPTION_ARG_FILENAME, &zone,
      N_("The zone that contains the record; guessed if not given"), N_("APEX") },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &arguments, NULL, NULL },
    G_OPTION_ENTRY_NULL
  };
  GOptionContext *context = g_option_context_new (_("DOMAIN DESTINATION…"));
  TlsrptExit status;
  GenerateOptions options;
  const char *format;
  const char *option;
  const char *ttl_text;

  g_option_context_set_summary (context, _("Prints the TLS-RPT record of a domain."));
  if (!tlsrpt_cli_parse_options (context, entries, argv, &status))
    return status;

  format = tlsrpt_cli_option_or ("--format", format_name, "TLSRPT_FORMAT", &option);
  format = read_format (format, option);
  if (format == NULL)
    return TLSRPT_EXIT_USAGE;

  options = (GenerateOptions) { format, record, zone, hosts, arguments, TLSRPT_TTL_TESTING,
                                quiet };

  ttl_text = tlsrpt_cli_option_or ("--ttl", ttl, "TLSRPT_TTL", &option);
  if (ttl_text != NULL && !parse_ttl (option, ttl_text, &options.ttl))
    return TLSRPT_EXIT_USAGE;

  if (!batch && !check_arguments (&options))
    return TLSRPT_EXIT_USAGE;

  return batch ? generate_batch (&options) : generate_one (&options);
}
