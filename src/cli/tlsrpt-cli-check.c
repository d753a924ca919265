/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-cli-check.h"

#include "tlsrpt-cli-check-compare.h"
#include "tlsrpt-cli-connect.h"
#include "tlsrpt-cli-generate.h"
#include "tlsrpt-cli-input.h"
#include "tlsrpt-cli-line.h"
#include "tlsrpt-cli-options.h"
#include "tlsrpt-cli-terminal.h"
#include "tlsrpt-display.h"
#include "tlsrpt-domain.h"
#include "tlsrpt-error.h"
#include "tlsrpt-helo.h"
#include "tlsrpt-limits.h"
#include "tlsrpt-line-reader.h"
#include "tlsrpt-look-json.h"
#include "tlsrpt-lookup.h"

#include <glib/gi18n.h>
#include <string.h>
#include <unistd.h>

/* Seconds a question may take at the most. */
#define MAX_TIMEOUT 300

/* How many domains, for each that is looked up at the same time, may be done before one
 * that was named earlier: output keeps the order of the input, and memory its bounds. */
#define MAX_WAITING 8

typedef struct
{
  TlsrptResolver    *resolver;
  TlsrptLookupFlags  flags;
  const char        *expected;
  gboolean           is_json;
  gboolean           is_quiet;

  /* Looking at mail servers: one domain at a time, so that none meets many of us */
  gboolean           is_connecting;
  TlsrptLookOptions  look_options;
  guint              max_running;

  /* What an earlier run found, if its results are compared */
  TlsrptHistory     *history;

  /* Input: arguments, or lines of standard input */
  char             **domains;
  TlsrptLineReader  *reader;
  gsize              line;
  gboolean           is_reading;
  gboolean           is_at_end;

  /* Entries in the order of the input, the oldest first */
  GQueue             entries;
  guint              n_running;

  /* What the domains come to */
  gboolean           has_problem;
  gboolean           has_no_answer;
  char              *hint; /* (nullable): what to do about the first of them */
  GMainLoop         *loop;
} Check;

/* A domain from when its lookup begins until its output is printed. */
typedef struct
{
  Check         *check;
  TlsrptVerdict *verdict;
  GString       *output; /* NULL as long as the lookup is under way */
} Entry;

static void proceed (Check *check);

static void
print_finished (Check *check)
{
  Entry *entry;

  while ((entry = g_queue_peek_head (&check->entries)) != NULL && entry->output != NULL)
    {
      tlsrpt_cli_print (entry->output->str);
      g_string_free (entry->output, TRUE);
      g_free (g_queue_pop_head (&check->entries));
    }
}

/* What was wrong before and still is is no news. */
static void
note_verdict (Check               *check,
              const TlsrptVerdict *verdict)
{
  gboolean is_right = tlsrpt_verdict_is_usable (verdict) &&
                      (check->expected == NULL || verdict->match == TLSRPT_MATCH_SAME);

  /* A fault is one whatever else is unknown. */
  if (check->history == NULL && verdict->presence != TLSRPT_PRESENCE_UNKNOWN && !is_right)
    check->has_problem = TRUE;
  else if (!tlsrpt_verdict_is_complete (verdict))
    check->has_no_answer = TRUE;
}

/* What comes next where there is no record, or one that cannot be used. */
static void
note_hint (Check               *check,
           const TlsrptVerdict *verdict)
{
  const char *domain = verdict->published->domain;

  if (check->hint != NULL || check->is_json || check->history != NULL)
    return;

  if (verdict->presence == TLSRPT_PRESENCE_NONE)
    /* Translators: both %s are the same domain; keep the command as it is */
    check->hint = g_strdup_printf (_("To make a record: tlsrpt-cli generate %s tlsrpt@%s"), domain,
                                   domain);
  else if (verdict->presence == TLSRPT_PRESENCE_ONE && !tlsrpt_verdict_is_usable (verdict))
    /* Translators: %s is a domain; keep the commands as they are */
    check->hint = g_strdup_printf (_("To see what is wrong where: dig +short TXT _smtp._tls.%s | "
                                     "tlsrpt-cli lint --paste"),
                                   domain);
}

static void
append_text (GString             *text,
             const TlsrptVerdict *verdict,
             TlsrptLook          *look)
{
  tlsrpt_cli_check_append_text (text, verdict);
  if (look != NULL)
    tlsrpt_cli_connect_append_text (text, look);
}

/* What is printed as JSON is also what is compared. */
static void
append_changes (Check               *check,
                GString             *text,
                const TlsrptVerdict *verdict,
                TlsrptLook          *look)
{
  const char *domain = verdict->published->domain;
  g_autoptr (GString) json = g_string_new (NULL);
  g_autoptr (GPtrArray) changes = NULL;

  tlsrpt_look_append_json (json, verdict, look);
  changes = tlsrpt_history_compare (check->history, json->str, json->len);
  if (changes != NULL && changes->len > 0)
    check->has_problem = TRUE;

  if (check->is_json)
    {
      tlsrpt_changed_append_json (json, changes);
      g_string_append_len (text, json->str, (gssize) json->len);
    }
  else
    {
      tlsrpt_cli_check_append_changes (text, domain,
                                       tlsrpt_history_get_time (check->history, domain), changes);
    }
}

/* Prints what is known of a domain, and goes on. */
static void
finish_entry (Entry      *entry,
              TlsrptLook *look)
{
  Check *check = entry->check;
  g_autoptr (TlsrptVerdict) verdict = g_steal_pointer (&entry->verdict);
  gboolean had_problem = check->has_problem;
  gboolean had_no_answer = check->has_no_answer;

  check->has_problem = FALSE;
  check->has_no_answer = FALSE;
  note_verdict (check, verdict);
  note_hint (check, verdict);
  entry->output = g_string_new (NULL);
  if (check->history != NULL)
    append_changes (check, entry->output, verdict, look);
  else if (check->is_json)
    tlsrpt_look_append_json (entry->output, verdict, look);
  else
    append_text (entry->output, verdict, look);

  if (look != NULL && !tlsrpt_look_has_answer (look))
    check->has_no_answer = TRUE;
  if (look != NULL && check->history == NULL && tlsrpt_look_has_failure (look))
    check->has_problem = TRUE;

  if (check->is_quiet && !check->has_problem && !check->has_no_answer)
    g_string_truncate (entry->output, 0);
  check->has_problem |= had_problem;
  check->has_no_answer |= had_no_answer;

  check->n_running--;
  print_finished (check);
  proceed (check);
}

static void
looked_at_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  /* Nobody cancels it. */
  g_autoptr (TlsrptLook) look = tlsrpt_look_finish (result, NULL);

  finish_entry (user_data, look);
}

static void
looked_up_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  Entry *entry = user_data;
  Check *check = entry->check;
  g_autoptr (TlsrptPublished) published = tlsrpt_lookup_finish (TLSRPT_RESOLVER (source), result,
                                                                NULL);

  entry->verdict = tlsrpt_verdict_new (published, check->expected);
  if (check->is_connecting)
    tlsrpt_look_async (published, &check->look_options, NULL, looked_at_cb, entry);
  else
    finish_entry (entry, NULL);
}

static void
look_up (Check      *check,
         const char *domain)
{
  Entry *entry = g_new0 (Entry, 1);

  entry->check = check;
  g_queue_push_tail (&check->entries, entry);
  check->n_running++;
  tlsrpt_lookup_async (check->resolver, domain, check->flags, NULL, looked_up_cb, entry);
}

/* One line of standard input; NULL if it is no domain. */
static char *
parse_line (Check         *check,
            TlsrptCliLine *line)
{
  g_autoptr (GError) error = NULL;
  char *domain;

  if (!tlsrpt_cli_line_check (line))
    {
      check->has_problem = TRUE;
      return NULL;
    }

  g_strstrip (line->text);
  if (*line->text == '\0' || *line->text == '#')
    return NULL;

  domain = tlsrpt_domain_to_ascii (line->text, &error);
  if (domain == NULL)
    {
      tlsrpt_cli_report_fault (line->number, 0, error);
      check->has_problem = TRUE;
    }

  return domain;
}

static void
line_free (TlsrptCliLine *line)
{
  g_free (line->text);
  g_free (line);
}

/* The next line; NULL at the end, or with an error. */
static TlsrptCliLine *
get_line (TlsrptLineReader  *reader,
          GError           **error)
{
  TlsrptCliLine *line = g_new0 (TlsrptCliLine, 1);
  char *text;

  if (!tlsrpt_line_reader_next (reader, &text, &line->length, &line->is_cut, error))
    g_clear_pointer (&line, g_free);
  else
    line->text = g_memdup2 (text, line->length + 1);

  return line;
}

/* Reading may block, so it has a thread. */
static void
read_line_in_thread (GTask        *task,
                     gpointer      source_object,
                     gpointer      task_data,
                     GCancellable *cancellable)
{
  GError *error = NULL;
  TlsrptCliLine *line = get_line (task_data, &error);

  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, line, (GDestroyNotify) line_free);
}

/* Begins with the domain of a line, if it has one; takes the line. */
static void
take_line (Check         *check,
           TlsrptCliLine *line,
           const GError  *error)
{
  g_autofree char *domain = NULL;

  if (line == NULL)
    {
      check->is_at_end = TRUE;
      if (error != NULL)
        {
          /* Translators: %s says why */
          tlsrpt_cli_error (_("standard input: %s"), error->message);
          check->has_problem = TRUE;
        }
    }
  else
    {
      line->number = ++check->line;
      domain = parse_line (check, line);
      line_free (line);
    }

  if (domain != NULL)
    look_up (check, domain);
}

static void
line_read_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  Check *check = user_data;
  g_autoptr (GError) error = NULL;
  TlsrptCliLine *line = g_task_propagate_pointer (G_TASK (result), &error);

  check->is_reading = FALSE;
  take_line (check, line, error);
  proceed (check);
}

/* What was read along with other lines needs no thread: that took five switches a domain. */
static void
read_line (Check *check)
{
  g_autoptr (GTask) task = NULL;

  if (tlsrpt_line_reader_is_ready (check->reader))
    {
      g_autoptr (GError) error = NULL;
      TlsrptCliLine *line = get_line (check->reader, &error);

      take_line (check, line, error);
      return;
    }

  task = g_task_new (NULL, NULL, line_read_cb, check);
  check->is_reading = TRUE;
  g_task_set_task_data (task, check->reader, NULL);
  g_task_run_in_thread (task, read_line_in_thread);
}

/* Begins what there is room for, and ends when nothing is left. */
static void
proceed (Check *check)
{
  while (!check->is_at_end && !check->is_reading && check->n_running < check->max_running &&
         g_queue_get_length (&check->entries) < MAX_WAITING * check->max_running)
    {
      if (check->reader != NULL)
        read_line (check);
      else if (*check->domains != NULL)
        look_up (check, *check->domains++);
      else
        check->is_at_end = TRUE;
    }

  if (check->is_at_end && g_queue_is_empty (&check->entries))
    g_main_loop_quit (check->loop);
}

/* Every argument to A-labels, or a line for each that cannot be used. */
static char **
parse_arguments (char **arguments)
{
  g_auto (GStrv) domains = g_new0 (char *, g_strv_length (arguments) + 1);
  gboolean ok = TRUE;

  for (gsize i = 0; arguments[i] != NULL; i++)
    {
      g_autoptr (GError) error = NULL;

      domains[i] = tlsrpt_domain_to_ascii (arguments[i], &error);
      if (domains[i] != NULL)
        continue;

      tlsrpt_cli_report_fault (0, 0, error);
      domains[i] = g_strdup ("");
      ok = FALSE;
    }

  return ok ? g_steal_pointer (&domains) : NULL;
}

static TlsrptExit
run (Check  *check,
     char  **domains)
{
  g_autoptr (TlsrptLineReader) reader = NULL;
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);

  if (domains == NULL)
    reader = tlsrpt_line_reader_new (STDIN_FILENO);

  check->domains = domains;
  check->reader = reader;
  check->loop = loop;
  g_queue_init (&check->entries);

  proceed (check);
  if (!check->is_at_end || !g_queue_is_empty (&check->entries))
    g_main_loop_run (loop);

  if (check->hint != NULL && !check->is_quiet)
    tlsrpt_cli_terminal_hint (check->hint);
  g_free (check->hint);

  /* A fault that is certain says more than a question that is open. */
  if (check->has_problem)
    return TLSRPT_EXIT_PROBLEM;

  return check->has_no_answer ? TLSRPT_EXIT_NO_DNS : TLSRPT_EXIT_OK;
}

static gboolean
parse_timeout (const char *text,
               double     *timeout)
{
  g_autofree char *shown = NULL;
  char *end;

  *timeout = TLSRPT_RESOLVER_TIMEOUT;
  if (text == NULL)
    return TRUE;

  *timeout = g_strtod (text, &end);
  if (*text != '\0' && *end == '\0' && *timeout > 0 && *timeout <= MAX_TIMEOUT)
    return TRUE;

  shown = tlsrpt_display_sanitise (text, -1);
  /* Translators: what was given, and the largest number of seconds */
  tlsrpt_cli_error (_("--timeout: “%s” is not a number of seconds up to %d"), shown, MAX_TIMEOUT);

  return FALSE;
}

/* How many domains are looked up at the same time. */
static gboolean
parse_jobs (const char *text,
            gboolean    is_connecting,
            guint      *jobs)
{
  g_autofree char *shown = NULL;
  guint64 number;

  *jobs = is_connecting ? 1 : TLSRPT_LIMIT_LOOKUPS;
  if (text == NULL)
    return TRUE;

  if (!g_ascii_string_to_unsigned (text, 10, 1, TLSRPT_LIMIT_JOBS, &number, NULL))
    {
      shown = tlsrpt_display_sanitise (text, -1);
      /* Translators: what was given, and the largest number */
      tlsrpt_cli_error (_("--jobs: “%s” is not a number from 1 to %d"), shown, TLSRPT_LIMIT_JOBS);
      return FALSE;
    }

  if (is_connecting && number > 1)
    {
      tlsrpt_cli_error (_("--connect takes one domain after another, without --jobs"));
      return FALSE;
    }

  *jobs = (guint) number;

  return TRUE;
}

/* What was given about looking at mail servers. */
static gboolean
parse_look (gboolean           is_connecting,
            const char        *helo,
            const char        *time,
            TlsrptLookOptions *options)
{
  g_autofree char *shown = NULL;

  options->time = g_get_real_time () / G_USEC_PER_SEC;

  if (!is_connecting && (helo != NULL || time != NULL))
    {
      tlsrpt_cli_error (_("--helo and --at need --connect"));
      return FALSE;
    }

  if (helo != NULL && !tlsrpt_helo_is_valid (helo))
    {
      shown = tlsrpt_display_sanitise (helo, -1);
      /* Translators: %s is what was given */
      tlsrpt_cli_error (_("--helo: “%s” is not the name of a host"), shown);
      return FALSE;
    }

  if (time != NULL && !tlsrpt_cli_connect_parse_time (time, options->time, &options->time))
    {
      shown = tlsrpt_display_sanitise (time, -1);
      /* Translators: %s is what was given; 2027-01-31 and +14d are examples */
      tlsrpt_cli_error (_("--at: “%s” is not a time such as 2027-01-31 or +14d"), shown);
      return FALSE;
    }

  return TRUE;
}

/**
 * tlsrpt_cli_check:
 *
 * Runs `tlsrpt-cli check`.
 *
 * Returns: the exit code
 */
TlsrptExit
tlsrpt_cli_check (int    argc,
                  char **argv)
{
  gboolean authoritative = FALSE;
  gboolean connect = FALSE;
  gboolean json = FALSE;
  gboolean quiet = FALSE;
  TlsrptLookOptions look_options = { 0, };
  double timeout;
  guint jobs;
  g_autofree char *at = NULL;
  g_autofree char *compare = NULL;
  g_autofree char *expected = NULL;
  g_autofree char *helo = NULL;
  g_autofree char *jobs_text = NULL;
  g_autofree char *server = NULL;
  g_autofree char *timeout_text = NULL;
  g_auto (GStrv) arguments = NULL;
  g_auto (GStrv) domains = NULL;
  g_autoptr (TlsrptResolver) resolver = NULL;
  g_autoptr (TlsrptHistory) history = NULL;
  g_autoptr (TlsrptLookCache) cache = tlsrpt_look_cache_new ();
  g_autoptr (GError) error = NULL;
  const GOptionEntry entries[] = {
    { "at", 0, 0, G_OPTION_ARG_FILENAME, &at,
      N_("Validate certificates as of another time, such as +14d"), N_("TIME") },
    { "authoritative", 'a', 0, G_OPTION_ARG_NONE, &authoritative,
      N_("Also query the authoritative servers, past all caches"), NULL },
    { "compare", 0, 0, G_OPTION_ARG_FILENAME, &compare,
      N_("Print what has changed since an earlier run, whose --json output is in FILE"),
      N_("FILE") },
    { "connect", 'c', 0, G_OPTION_ARG_NONE, &connect,
      N_("Connect to the mail servers as senders do, up to the certificate; no mail is sent"),
      NULL },
    { "expect", 'e', 0, G_OPTION_ARG_FILENAME, &expected,
      N_("The exact value expected"), N_("VALUE") },
    { "helo", 0, 0, G_OPTION_ARG_FILENAME, &helo,
      N_("The name to give to mail servers"), N_("NAME") },
    { "jobs", 'j', 0, G_OPTION_ARG_FILENAME, &jobs_text,
      N_("How many domains to look up at the same time"), N_("NUMBER") },
    { "json", 0, 0, G_OPTION_ARG_NONE, &json,
      N_("Print a JSON object per line, one for each domain"), NULL },
    { "quiet", 'q', 0, G_OPTION_ARG_NONE, &quiet,
      N_("Print only the domains with which something is wrong"), NULL },
    { "server", 's', 0, G_OPTION_ARG_FILENAME, &server,
      N_("The name server to query, instead of those of the system"), N_("ADDRESS[:PORT]") },
    { "timeout", 't', 0, G_OPTION_ARG_FILENAME, &timeout_text,
      N_("How long to wait for an answer"), N_("SECONDS") },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &arguments, NULL, NULL },
    G_OPTION_ENTRY_NULL
  };
  GOptionContext *context = g_option_context_new (_("[DOMAIN…]"));
  const char *server_address;
  const char *server_option;
  TlsrptExit status;

  g_option_context_set_summary (context, _("Looks up the TLS-RPT record of each domain and "
                                           "validates it."));
  g_option_context_set_description (context, _("Without a DOMAIN, domains are read from standard "
                                               "input, one per line."));
  if (!tlsrpt_cli_parse_options (context, entries, argv, &status))
    return status;

  if (!parse_timeout (timeout_text, &timeout) || !parse_jobs (jobs_text, connect, &jobs) ||
      !parse_look (connect, helo, at, &look_options))
    return TLSRPT_EXIT_USAGE;

  if (helo == NULL)
    helo = tlsrpt_helo_dup_default ();
  look_options.helo = helo;
  /* The default is for name servers: mail servers keep strangers waiting longer. */
  look_options.patience = timeout_text != NULL ? timeout : TLSRPT_LIMIT_SMTP_TIME;
  /* Who names a name server of their own knows where its answers lead. */
  server_address = tlsrpt_cli_option_or ("--server", server, "TLSRPT_SERVER", &server_option);
  look_options.allow_special = server_address != NULL;
  look_options.cache = cache;

  resolver = tlsrpt_resolver_new (server_address, timeout, TLSRPT_RESOLVER_RECURSIVE, &error);
  if (resolver == NULL)
    {
      tlsrpt_cli_error ("%s: %s", server_option, error->message);
      return TLSRPT_EXIT_USAGE;
    }

  tlsrpt_resolver_set_jobs (resolver, jobs);

  if (arguments == NULL && !tlsrpt_cli_check_input ("tlsrpt-cli check DOMAIN…"))
    return TLSRPT_EXIT_USAGE;

  if (arguments != NULL)
    {
      domains = parse_arguments (arguments);
      if (domains == NULL)
        return TLSRPT_EXIT_USAGE;
    }

  if (compare != NULL)
    {
      history = tlsrpt_cli_check_read_history (compare);
      if (history == NULL)
        return TLSRPT_EXIT_USAGE;
    }

  return run (&(Check) {
                .resolver = resolver,
                .flags = authoritative ? TLSRPT_LOOKUP_AUTHORITATIVE : TLSRPT_LOOKUP_NORMAL,
                .expected = expected,
                .is_json = json,
                .is_quiet = quiet,
                .is_connecting = connect,
                .look_options = look_options,
                .max_running = jobs,
                .history = history,
              },
              domains);
}
