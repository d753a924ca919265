/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-cli-sample.h"

#include "tlsrpt-cli-choice.h"
#include "tlsrpt-cli-options.h"
#include "tlsrpt-destination.h"
#include "tlsrpt-display.h"
#include "tlsrpt-domain.h"
#include "tlsrpt-limits.h"
#include "tlsrpt-post.h"
#include "tlsrpt-report-sample.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* The forms by their names; those that can be sent have a media type (RFC 8460 section
 * 6.4 and 6.5). */
static const struct
{
  const char *name;
  const char *media_type;
} forms[] = {
  [TLSRPT_REPORT_SAMPLE_JSON] = { "json", "application/tlsrpt+json" },
  [TLSRPT_REPORT_SAMPLE_GZIP] = { "gzip", "application/tlsrpt+gzip" },
  [TLSRPT_REPORT_SAMPLE_MAIL] = { "mail", NULL },
};

static void
append_type (gpointer data,
             gpointer user_data)
{
  g_string_append_printf (user_data, "  %s\n", (const char *) data);
}

/* What a type can be: success, and what RFC 8460 has. */
static GPtrArray *
list_types (void)
{
  const char *const *known = tlsrpt_report_get_result_types ();
  GPtrArray *types = g_ptr_array_new ();

  g_ptr_array_add (types, (gpointer) TLSRPT_REPORT_SAMPLE_SUCCESS);
  for (gsize i = 0; known[i] != NULL; i++)
    g_ptr_array_add (types, (gpointer) known[i]);

  return types;
}

static char *
dup_description (void)
{
  g_autoptr (GPtrArray) types = list_types ();
  GString *text = g_string_new (_("Types:"));

  g_string_append_c (text, '\n');
  g_ptr_array_foreach (types, append_type, text);

  return g_string_free (text, FALSE);
}

static gboolean
check_types (char **types)
{
  g_autoptr (GPtrArray) known = list_types ();

  g_ptr_array_add (known, NULL);
  for (gsize i = 0; types != NULL && types[i] != NULL; i++)
    {
      if (g_strv_contains ((const char *const *) known->pdata, types[i]))
        continue;

      tlsrpt_cli_choice_report ("--type", types[i], (const char *const *) known->pdata);
      return FALSE;
    }

  return TRUE;
}

static gboolean
read_form (const char             *text,
           TlsrptReportSampleForm *form)
{
  const char *known[G_N_ELEMENTS (forms) + 1] = { NULL };

  for (gsize i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      known[i] = forms[i].name;
      if (g_str_equal (text, forms[i].name))
        {
          *form = (TlsrptReportSampleForm) i;
          return TRUE;
        }
    }

  tlsrpt_cli_choice_report ("--form", text, known);

  return FALSE;
}

/* Whether somebody at the terminal agrees. */
static gboolean
ask (const char *domain,
     const char *url)
{
  char answer[16] = "";
  g_autofree char *shown = tlsrpt_display_sanitise (url, -1);
  g_autofree char *question = NULL;

  /* Translators: a domain and a URL; “y” is not translated */
  question = g_strdup_printf (_("Send a sample report about %s to %s? Type “y” to agree: "), domain,
                              shown);
  tlsrpt_cli_print (question);

  return fgets (answer, sizeof answer, stdin) != NULL &&
         (answer[0] == 'y' || answer[0] == 'Y') && strchr ("\r\n", answer[1]) != NULL;
}

static TlsrptExit
show_reply (const TlsrptPostReply *reply)
{
  g_autofree char *phrase = tlsrpt_display_sanitise (reply->phrase, -1);
  g_autofree char *line = g_strdup_printf ("%u %s\n", reply->status, phrase);
  g_auto (GStrv) lines = NULL;

  tlsrpt_cli_print (line);
  lines = g_strsplit (reply->text, "\n", -1);
  for (gsize i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *shown = NULL;
      g_autofree char *end = NULL;

      g_strchomp (lines[i]);
      if (*lines[i] == '\0')
        continue;

      shown = tlsrpt_display_sanitise (lines[i], -1);
      end = g_strconcat ("  ", shown, "\n", NULL);
      tlsrpt_cli_print (end);
    }

  if (tlsrpt_post_reply_is_success (reply))
    return TLSRPT_EXIT_OK;

  tlsrpt_cli_error (_("the server did not accept the report"));

  return TLSRPT_EXIT_PROBLEM;
}

static TlsrptExit
post (const char             *domain,
      const char             *typed,
      gboolean                is_agreed,
      TlsrptReportSampleForm  form,
      GBytes                 *report)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *url = tlsrpt_destination_from_url (typed, &error);
  g_autoptr (TlsrptPostReply) reply = NULL;

  if (url == NULL)
    {
      tlsrpt_cli_error ("%s", error->message);
      return TLSRPT_EXIT_USAGE;
    }

  if (!is_agreed && !isatty (STDIN_FILENO))
    {
      tlsrpt_cli_error (_("--post asks before it sends; --yes agrees"));
      return TLSRPT_EXIT_USAGE;
    }

  if (!is_agreed && !ask (domain, url))
    {
      tlsrpt_cli_error (_("nothing was sent"));
      return TLSRPT_EXIT_PROBLEM;
    }

  reply = tlsrpt_post (url, forms[form].media_type, report, TLSRPT_LIMIT_POST_TIME, &error);
  if (reply == NULL)
    {
      tlsrpt_cli_error ("%s", error->message);
      return TLSRPT_EXIT_PROBLEM;
    }

  return show_reply (reply);
}

/* To a file, or to a folder under the name that senders give it. */
static TlsrptExit
write_file (const char *output,
            const char *name,
            GBytes     *report)
{
  g_autofree char *path = g_file_test (output, G_FILE_TEST_IS_DIR)
                          ? g_build_filename (output, name, NULL) : g_strdup (output);
  g_autoptr (GError) error = NULL;
  gsize size;
  const char *data = g_bytes_get_data (report, &size);

  if (g_file_set_contents_full (path, data, (gssize) size, G_FILE_SET_CONTENTS_CONSISTENT, 0666,
                                &error))
    return TLSRPT_EXIT_OK;

  tlsrpt_cli_error ("%s", error->message);

  return TLSRPT_EXIT_PROBLEM;
}

static TlsrptExit
print (TlsrptReportSampleForm  form,
       GBytes                 *report)
{
  gsize size;
  gconstpointer data = g_bytes_get_data (report, &size);

  if (form == TLSRPT_REPORT_SAMPLE_GZIP && isatty (STDOUT_FILENO))
    {
      tlsrpt_cli_error (_("compressed data is not for a terminal; use --output"));
      return TLSRPT_EXIT_USAGE;
    }

  return fwrite (data, 1, size, stdout) == size ? TLSRPT_EXIT_OK : TLSRPT_EXIT_PROBLEM;
}

/**
 * tlsrpt_cli_sample:
 *
 * Runs `tlsrpt-cli sample`.
 *
 * Returns: the exit code
 */
TlsrptExit
tlsrpt_cli_sample (int    argc,
                   char **argv)
{
  g_auto (GStrv) arguments = NULL;
  g_auto (GStrv) types = NULL;
  g_autofree char *form_name = NULL;
  g_autofree char *output = NULL;
  g_autofree char *url = NULL;
  gboolean is_agreed = FALSE;
  const GOptionEntry entries[] = {
    { "form", 'f', 0, G_OPTION_ARG_FILENAME, &form_name,
      N_("How to write it: json, gzip, mail"), N_("FORM") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output,
      N_("Write it to a file, or to a folder under its usual name"), N_("FILE") },
    { "post", 0, 0, G_OPTION_ARG_FILENAME, &url,
      N_("Send it once to an https URL, after a question"), N_("URL") },
    { "type", 't', 0, G_OPTION_ARG_FILENAME_ARRAY, &types,
      N_("What failed, if not everything (repeatable)"), N_("TYPE") },
    { "yes", 'y', 0, G_OPTION_ARG_NONE, &is_agreed, N_("Send it without a question"), NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &arguments, NULL, NULL },
    G_OPTION_ENTRY_NULL
  };
  GOptionContext *context = g_option_context_new (_("DOMAIN"));
  g_autofree char *description = dup_description ();
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  TlsrptReportSampleForm form = TLSRPT_REPORT_SAMPLE_JSON;
  g_autoptr (GError) error = NULL;
  g_autofree char *domain = NULL;
  g_autofree char *id = tlsrpt_report_sample_dup_id ();
  g_autofree char *name = NULL;
  g_autoptr (GBytes) report = NULL;
  TlsrptExit status;

  g_option_context_set_summary (context, _("Makes a sample report about yesterday, to try a "
                                           "mailbox, an endpoint, or a tool with."));
  g_option_context_set_description (context, description);
  if (!tlsrpt_cli_parse_options (context, entries, argv, &status))
    return status;

  if (arguments == NULL || arguments[1] != NULL)
    {
      tlsrpt_cli_error (arguments == NULL ? _("DOMAIN is missing") : _("more than one DOMAIN"));
      return TLSRPT_EXIT_USAGE;
    }

  if (url != NULL)
    form = TLSRPT_REPORT_SAMPLE_GZIP;
  if (!check_types (types) || (form_name != NULL && !read_form (form_name, &form)))
    return TLSRPT_EXIT_USAGE;

  if (url != NULL && (output != NULL || forms[form].media_type == NULL))
    {
      tlsrpt_cli_error (_("--post cannot be combined with --output or --form=mail"));
      return TLSRPT_EXIT_USAGE;
    }

  if (is_agreed && url == NULL)
    {
      tlsrpt_cli_error (_("--yes needs --post"));
      return TLSRPT_EXIT_USAGE;
    }

  domain = tlsrpt_domain_to_ascii (arguments[0], &error);
  if (domain == NULL)
    {
      tlsrpt_cli_error ("%s", error->message);
      return TLSRPT_EXIT_USAGE;
    }

  report = tlsrpt_report_sample_new (domain,
                                     types != NULL ? (const char *const *) types
                                                   : tlsrpt_report_get_result_types (),
                                     id, form, now);
  name = tlsrpt_report_sample_dup_file_name (domain, id, form, now);
  if (url != NULL)
    return post (domain, url, is_agreed, form, report);
  if (output != NULL)
    return write_file (output, name, report);

  return print (form, report);
}
