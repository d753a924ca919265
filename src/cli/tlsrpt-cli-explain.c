/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-cli-explain.h"

#include "tlsrpt-cli-explain-text.h"
#include "tlsrpt-cli-options.h"
#include "tlsrpt-domain.h"
#include "tlsrpt-error.h"
#include "tlsrpt-failure-type.h"
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
             TlsrptGuideEntry  *entry)
{
  g_autofree char *summary = tlsrpt_guide_text_to_plain (tlsrpt_guide_entry_get_summary (entry),
                                                         names->domain, names->mx);

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

      write_entry (writer, names, entry);
    }

  tlsrpt_json_writer_end_array (writer);
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
      write_entry (&writer, names, entry);
    }
  else
    {
      tlsrpt_json_writer_begin_object (&writer, NULL);
      write_list (&writer, names, "failure_types", tlsrpt_failure_type_get_all ());
      write_list (&writer, names, "questions", tlsrpt_question_get_all ());
      write_list (&writer, names, "reason_codes", tlsrpt_reason_code_get_all ());
      tlsrpt_json_writer_end_object (&writer);
    }

  g_string_append_c (page, '\n');
}

/* What is filled in may be pasted into a shell, so it must be a name. */
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
  GOptionContext *context = g_option_context_new (_("[TOKEN]"));
  TlsrptExit status;
  g_autofree char *checked_domain = NULL;
  g_autofree char *checked_mx = NULL;
  TlsrptNames names = { NULL, NULL };
  TlsrptGuideEntry *entry = NULL;
  g_autoptr (GString) page = g_string_new (NULL);

  g_option_context_set_summary (context,
                                _("Explains a result type or reason code of a report: what it "
                                  "means, who must act and how to mend it. Lists all of them if "
                                  "none is given."));
  if (!tlsrpt_cli_parse_options (context, entries, &argc, &argv, &status))
    return status;

  if (!check_names (&names, domain, mx))
    return TLSRPT_EXIT_USAGE;

  checked_domain = names.domain;
  checked_mx = names.mx;

  if (arguments != NULL)
    {
      g_autoptr (GError) error = NULL;
      /* Some reason codes consist of several words. */
      g_autofree char *token = g_strjoinv (" ", arguments);

      entry = tlsrpt_guide_find (token, &error);
      if (entry == NULL)
        {
          tlsrpt_cli_error ("%s", error->message);
          return TLSRPT_EXIT_USAGE;
        }
    }

  if (json)
    append_json (page, &names, entry);
  else if (entry != NULL)
    tlsrpt_cli_explain_append_page (page, &names, entry);
  else
    tlsrpt_cli_explain_append_contents (page, &names);

  tlsrpt_cli_print (page->str);

  return TLSRPT_EXIT_OK;
}
