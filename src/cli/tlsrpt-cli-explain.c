/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-cli-explain.h"

#include "tlsrpt-cli-explain-text.h"
#include "tlsrpt-cli-options.h"
#include "tlsrpt-cli-terminal.h"
#include "tlsrpt-domain.h"
#include "tlsrpt-error.h"
#include "tlsrpt-failure-type.h"
#include "tlsrpt-guide-search.h"
#include "tlsrpt-guide-text.h"
#include "tlsrpt-guide.h"
#include "tlsrpt-json-writer.h"
#include "tlsrpt-mail-host.h"
#include "tlsrpt-question.h"
#include "tlsrpt-reason-code.h"

#include <glib/gi18n.h>

static void
write_checks (TlsrptJsonWriter         *writer,
              const TlsrptNames        *names,
              const TlsrptGuideSection *section)
{
  static const char *const members[] = {
    [TLSRPT_GUIDE_CHECK_SHOWS] = "shows",
    [TLSRPT_GUIDE_CHECK_COMMAND] = "command",
    [TLSRPT_GUIDE_CHECK_GOOD] = "good",
    [TLSRPT_GUIDE_CHECK_OTHERWISE] = "otherwise",
  };

  tlsrpt_json_writer_begin_array (writer, section->name);

  for (guint i = 0; section->items[i] != NULL; i += TLSRPT_GUIDE_N_CHECK_ITEMS)
    {
      tlsrpt_json_writer_begin_object (writer, NULL);

      for (guint j = 0; j < TLSRPT_GUIDE_N_CHECK_ITEMS; j++)
        {
          const char *item = section->items[i + j];
          g_autofree char *text = j == TLSRPT_GUIDE_CHECK_COMMAND
                                    ? tlsrpt_guide_text_fill (item, names->domain, names->mx)
                                    : tlsrpt_guide_text_to_plain (item, names->domain, names->mx);

          tlsrpt_json_writer_string (writer, members[j], text);
        }

      tlsrpt_json_writer_end_object (writer);
    }

  tlsrpt_json_writer_end_array (writer);
}

static void
write_section (TlsrptJsonWriter         *writer,
               const TlsrptNames        *names,
               const TlsrptGuideSection *section)
{
  if (section->kind == TLSRPT_GUIDE_SECTION_CHECKS)
    {
      write_checks (writer, names, section);
      return;
    }

  tlsrpt_json_writer_begin_array (writer, section->name);

  for (guint i = 0; section->items[i] != NULL; i++)
    {
      g_autofree char *plain =
        tlsrpt_guide_text_to_plain (section->items[i], names->domain, names->mx);

      tlsrpt_json_writer_string (writer, NULL, plain);
    }

  tlsrpt_json_writer_end_array (writer);
}

static void
write_actors (TlsrptJsonWriter    *writer,
              TlsrptFailureActors  actors)
{
  tlsrpt_json_writer_begin_array (writer, "actors");
  if (actors & TLSRPT_FAILURE_ACTOR_YOU)
    tlsrpt_json_writer_string (writer, NULL, "you");
  if (actors & TLSRPT_FAILURE_ACTOR_PROVIDER)
    tlsrpt_json_writer_string (writer, NULL, "provider");
  if (actors & TLSRPT_FAILURE_ACTOR_SENDER)
    tlsrpt_json_writer_string (writer, NULL, "sender");
  tlsrpt_json_writer_end_array (writer);
}

static void
write_entry (TlsrptJsonWriter  *writer,
             const TlsrptNames *names,
             TlsrptGuideEntry  *entry,
             gboolean           is_answer)
{
  g_autofree char *summary = tlsrpt_guide_text_to_plain (tlsrpt_guide_entry_get_summary (entry),
                                                         names->domain, names->mx);

  if (is_answer)
    tlsrpt_json_writer_begin_answer (writer);
  else
    tlsrpt_json_writer_begin_object (writer, NULL);
  tlsrpt_json_writer_string (writer, "id", tlsrpt_guide_entry_get_id (entry));
  tlsrpt_json_writer_string (writer, "title", tlsrpt_guide_entry_get_title (entry));
  tlsrpt_json_writer_string (writer, "summary", summary);

  if (TLSRPT_IS_FAILURE_TYPE (entry))
    {
      TlsrptFailureType *type = TLSRPT_FAILURE_TYPE (entry);
      TlsrptFailureGroup group = tlsrpt_failure_type_get_group (type);

      tlsrpt_json_writer_string (writer, "group", tlsrpt_failure_group_get_name (group));
      write_actors (writer, tlsrpt_failure_type_get_actors (type));
    }

  for (guint i = 0; i < tlsrpt_guide_entry_get_n_sections (entry); i++)
    write_section (writer, names, tlsrpt_guide_entry_get_section (entry, i));

  tlsrpt_json_writer_end_object (writer);
}

static void
write_list (TlsrptJsonWriter  *writer,
            const TlsrptNames *names,
            const char        *name,
            GListModel        *entries)
{
  tlsrpt_json_writer_begin_array (writer, name);

  for (guint i = 0; i < g_list_model_get_n_items (entries); i++)
    {
      g_autoptr (TlsrptGuideEntry) entry = g_list_model_get_item (entries, i);

      write_entry (writer, names, entry, FALSE);
    }

  tlsrpt_json_writer_end_array (writer);
}

static const char *
get_kind (TlsrptGuideEntry *entry)
{
  if (TLSRPT_IS_FAILURE_TYPE (entry))
    return "failure_type";

  return TLSRPT_IS_REASON_CODE (entry) ? "reason_code" : "question";
}

static void
append_hits_json (GString           *page,
                  const TlsrptNames *names,
                  const char        *query,
                  GArray            *hits)
{
  TlsrptJsonWriter writer;

  tlsrpt_json_writer_init (&writer, page, TLSRPT_JSON_INDENTED);
  tlsrpt_json_writer_begin_answer (&writer);
  tlsrpt_json_writer_string (&writer, "query", query);
  tlsrpt_json_writer_begin_array (&writer, "results");

  for (guint i = 0; i < hits->len; i++)
    {
      const TlsrptGuideHit *hit = &g_array_index (hits, TlsrptGuideHit, i);
      g_autofree char *summary =
        tlsrpt_guide_text_to_plain (tlsrpt_guide_entry_get_summary (hit->entry),
                                    names->domain, names->mx);

      tlsrpt_json_writer_begin_object (&writer, NULL);
      tlsrpt_json_writer_string (&writer, "token", tlsrpt_guide_entry_get_id (hit->entry));
      tlsrpt_json_writer_string (&writer, "title", tlsrpt_guide_entry_get_title (hit->entry));
      tlsrpt_json_writer_string (&writer, "kind", get_kind (hit->entry));
      tlsrpt_json_writer_string (&writer, "summary", summary);
      tlsrpt_json_writer_integer (&writer, "score", hit->score);
      tlsrpt_json_writer_end_object (&writer);
    }

  tlsrpt_json_writer_end_array (&writer);
  tlsrpt_json_writer_end_object (&writer);
  g_string_append_c (page, '\n');
}

static void
append_json (GString           *page,
             const TlsrptNames *names,
             TlsrptGuideEntry  *entry)
{
  TlsrptJsonWriter writer;

  tlsrpt_json_writer_init (&writer, page, TLSRPT_JSON_INDENTED);

  if (entry != NULL)
    {
      write_entry (&writer, names, entry, TRUE);
    }
  else
    {
      tlsrpt_json_writer_begin_answer (&writer);
      write_list (&writer, names, "failure_types", tlsrpt_failure_type_get_all ());
      write_list (&writer, names, "questions", tlsrpt_question_get_all ());
      write_list (&writer, names, "reason_codes", tlsrpt_reason_code_get_all ());
      tlsrpt_json_writer_end_object (&writer);
    }

  g_string_append_c (page, '\n');
}

/* A letter begins many words, and says nothing. */
static gboolean
has_word (const char *text)
{
  g_auto (GStrv) words = g_str_tokenize_and_fold (text, NULL, NULL);

  for (guint i = 0; words[i] != NULL; i++)
    {
      if (g_utf8_strlen (words[i], -1) >= 2)
        return TRUE;
    }

  return FALSE;
}

/* One topic, what is found for words, or, without either, everything.  A misspelled
 * token is an error. */
static gboolean
append_answer (GString           *page,
               const TlsrptNames *names,
               const char        *text,
               gboolean           json)
{
  TlsrptGuideEntry *entry = tlsrpt_guide_lookup (text);
  g_autoptr (GArray) hits = NULL;
  g_autoptr (GError) error = NULL;
  gboolean is_guess;

  if (entry != NULL)
    {
      if (json)
        append_json (page, names, entry);
      else
        tlsrpt_cli_explain_append_page (page, names, entry);

      return TRUE;
    }

  hits = tlsrpt_guide_search_hits (text, &is_guess);

  /* Of a single word, a guess is the correction of a slip. */
  if (hits->len == 0 || !has_word (text) || tlsrpt_guide_is_slip (text) ||
      (is_guess && strpbrk (text, " \t\r\n") == NULL))
    {
      tlsrpt_guide_find (text, &error);
      tlsrpt_cli_error ("%s", error->message);

      return FALSE;
    }

  if (json)
    append_hits_json (page, names, text, hits);
  else
    tlsrpt_cli_explain_append_hits (page, names, hits);

  return TRUE;
}

/* Checks that values to fill in are names: they may be pasted into a shell. */
static gboolean
check_names (TlsrptNames *names,
             const char  *domain,
             const char  *mx)
{
  g_autoptr (GError) error = NULL;
  const char *option = "--domain";

  if (domain != NULL)
    names->domain = tlsrpt_domain_to_ascii (domain, &error);

  if (error == NULL && mx != NULL)
    {
      option = "--mx";
      names->mx = tlsrpt_mail_host_to_ascii (mx, &error);
    }

  if (error == NULL)
    return TRUE;

  /* Translators: an option of the command and what is wrong with its value */
  tlsrpt_cli_error (_("%s: %s"), option, error->message);

  return FALSE;
}

/**
 * tlsrpt_cli_explain:
 *
 * Runs `tlsrpt-cli explain`.
 *
 * Returns: the exit code
 */
TlsrptExit
tlsrpt_cli_explain (int    argc,
                    char **argv)
{
  gboolean json = FALSE;
  g_autofree char *domain = NULL;
  g_autofree char *mx = NULL;
  g_auto (GStrv) arguments = NULL;
  const GOptionEntry entries[] = {
    { "domain", 'd', 0, G_OPTION_ARG_FILENAME, &domain,
      N_("The domain in the commands"), N_("DOMAIN") },
    { "json", 0, 0, G_OPTION_ARG_NONE, &json,
      N_("Print JSON"), NULL },
    { "mx", 'm', 0, G_OPTION_ARG_FILENAME, &mx,
      N_("The mail server in the commands"), N_("HOST") },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &arguments, NULL, NULL },
    G_OPTION_ENTRY_NULL
  };
  GOptionContext *context = g_option_context_new (_("[TOKEN | WORD…]"));
  TlsrptExit status;
  g_autofree char *checked_domain = NULL;
  g_autofree char *checked_mx = NULL;
  TlsrptNames names = { NULL, NULL };
  g_autoptr (GString) page = g_string_new (NULL);

  g_option_context_set_summary (context,
                                _("Explains a result type or reason code of a report: what it "
                                  "means, who must act, and how to fix it. Searches the guide for "
                                  "anything else, such as a question or a line of a log. Lists "
                                  "all topics if none is given."));
  if (!tlsrpt_cli_parse_options (context, entries, argv, &status))
    return status;

  if (!check_names (&names, domain, mx))
    return TLSRPT_EXIT_USAGE;

  checked_domain = names.domain;
  checked_mx = names.mx;

  if (arguments != NULL)
    {
      g_autofree char *joined = g_strjoinv (" ", arguments);
      g_autofree char *text = g_utf8_make_valid (joined, -1);

      if (!append_answer (page, &names, g_strstrip (text), json))
        return TLSRPT_EXIT_USAGE;
    }
  else if (json)
    {
      append_json (page, &names, NULL);
    }
  else
    {
      tlsrpt_cli_explain_append_contents (page, &names);
    }

  tlsrpt_cli_terminal_page ();
  tlsrpt_cli_print (page->str);

  return TLSRPT_EXIT_OK;
}
