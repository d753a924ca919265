/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-cli-explain.h"

#include "tlsrpt-display.h"
#include "tlsrpt-domain.h"
#include "tlsrpt-error.h"
#include "tlsrpt-failure-type.h"
#include "tlsrpt-guide-text.h"
#include "tlsrpt-guide.h"
#include "tlsrpt-json-writer.h"
#include "tlsrpt-mail-host.h"
#include "tlsrpt-question.h"
#include "tlsrpt-reason-code.h"
#include "tlsrpt-wrap.h"

#include <glib/gi18n.h>
#include <string.h>

/* The columns where text under a heading begins, and under a bullet, and under a
 * number. */
#define INDENT 2
#define BULLET_INDENT 4
#define NUMBER_INDENT 5

/* Titles have a column of their own if it is at least this wide. */
#define LEAST_COLUMN 20

/* The user's own names, which the texts speak of as DOMAIN and MX. */
typedef struct
{
  char *domain;
  char *mx;
} Names;

static void
append_prose (GString     *page,
              const Names *names,
              const char  *text,
              const char  *first,
              guint        indent)
{
  g_autofree char *plain = tlsrpt_guide_text_to_plain (text, names->domain, names->mx);

  tlsrpt_wrap_append (page, plain, first, indent, tlsrpt_wrap_get_width ());
}

/* What an entry is about: a reason code has no other title than itself. */
static const char *
get_subject (TlsrptGuideEntry *entry)
{
  return TLSRPT_IS_REASON_CODE (entry) ? tlsrpt_guide_entry_get_summary (entry)
                                       : tlsrpt_guide_entry_get_title (entry);
}

/* “id  subject”, with the subjects one below the other where there is room. */
static void
append_entry (GString          *page,
              const Names      *names,
              TlsrptGuideEntry *entry,
              guint             column)
{
  g_autofree char *first = g_strdup_printf ("%*s%s", INDENT, "", tlsrpt_guide_entry_get_id (entry));

  if (column + LEAST_COLUMN <= tlsrpt_wrap_get_width ())
    {
      append_prose (page, names, get_subject (entry), first, column);
    }
  else
    {
      g_string_append_printf (page, "%s\n", first);
      append_prose (page, names, get_subject (entry), "", BULLET_INDENT);
    }
}

/* The column behind the longest id. */
static guint
measure_column (char **ids)
{
  guint widest = 0;

  for (; *ids != NULL; ids++)
    widest = MAX (widest, strlen (*ids));

  return INDENT + widest + 2;
}

static guint
measure_ids (GListModel *entries)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) ids = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (entries); i++)
    {
      g_autoptr (TlsrptGuideEntry) entry = g_list_model_get_item (entries, i);

      g_strv_builder_add (builder, tlsrpt_guide_entry_get_id (entry));
    }

  ids = g_strv_builder_end (builder);

  return measure_column (ids);
}

static void
append_section (GString                  *page,
                const Names              *names,
                const TlsrptGuideSection *section)
{
  g_string_append_printf (page, "\n%s\n", section->heading);

  for (guint i = 0; section->items[i] != NULL; i++)
    {
      const char *item = section->items[i];
      g_autofree char *number = g_strdup_printf ("%*s%u.", INDENT, "", i + 1);
      g_autofree char *command = NULL;

      switch (section->kind)
        {
        case TLSRPT_GUIDE_SECTION_TEXT:
          if (i > 0)
            g_string_append_c (page, '\n');
          append_prose (page, names, item, "", INDENT);
          break;

        case TLSRPT_GUIDE_SECTION_LIST:
          append_prose (page, names, item, "  -", BULLET_INDENT);
          break;

        case TLSRPT_GUIDE_SECTION_STEPS:
          append_prose (page, names, item, number, NUMBER_INDENT);
          break;

        case TLSRPT_GUIDE_SECTION_ENTRIES:
          append_entry (page, names, tlsrpt_guide_lookup (item), measure_column (section->items));
          break;

        case TLSRPT_GUIDE_SECTION_CHECKS:
          /* In one piece, so that it can be copied. */
          command = tlsrpt_guide_text_fill (section->items[i + TLSRPT_GUIDE_CHECK_COMMAND],
                                            names->domain, names->mx);
          append_prose (page, names, section->items[i + TLSRPT_GUIDE_CHECK_SHOWS], "", INDENT);
          g_string_append_printf (page, "%*s%s\n", BULLET_INDENT, "", command);
          append_prose (page, names, section->items[i + TLSRPT_GUIDE_CHECK_GOOD], "", INDENT);
          i += TLSRPT_GUIDE_N_CHECK_ITEMS - 1;

          if (section->items[i + 1] != NULL)
            g_string_append_c (page, '\n');
          break;

        default:
          g_assert_not_reached ();
        }
    }
}

static gboolean
has_checks (TlsrptGuideEntry *entry)
{
  for (guint i = 0; i < tlsrpt_guide_entry_get_n_sections (entry); i++)
    {
      if (tlsrpt_guide_entry_get_section (entry, i)->kind == TLSRPT_GUIDE_SECTION_CHECKS)
        return TRUE;
    }

  return FALSE;
}

static void
append_page (GString          *page,
             const Names      *names,
             TlsrptGuideEntry *entry)
{
  g_string_append_printf (page, "%s\n", tlsrpt_guide_entry_get_id (entry));

  if (!TLSRPT_IS_REASON_CODE (entry))
    append_prose (page, names, tlsrpt_guide_entry_get_title (entry), "", 0);

  g_string_append_c (page, '\n');
  append_prose (page, names, tlsrpt_guide_entry_get_summary (entry), "", 0);

  for (guint i = 0; i < tlsrpt_guide_entry_get_n_sections (entry); i++)
    append_section (page, names, tlsrpt_guide_entry_get_section (entry, i));

  if (has_checks (entry) && (names->domain == NULL || names->mx == NULL))
    {
      g_string_append_c (page, '\n');
      append_prose (page, names,
                    /* Translators: “--domain” and “--mx” are options of the command;
                     * “DOMAIN” and “MX” stand in the commands */
                    _("DOMAIN stands for your domain, and MX for the name of a mail server. "
                      "--domain and --mx fill them in."),
                    "", 0);
    }
}

static void
append_list (GString     *page,
             const Names *names,
             const char  *heading,
             GListModel  *entries)
{
  guint column = measure_ids (entries);

  g_string_append_printf (page, "%s\n", heading);

  for (guint i = 0; i < g_list_model_get_n_items (entries); i++)
    {
      g_autoptr (TlsrptGuideEntry) entry = g_list_model_get_item (entries, i);

      append_entry (page, names, entry, column);
    }

  g_string_append_c (page, '\n');
}

static void
append_contents (GString     *page,
                 const Names *names)
{
  GListModel *types = tlsrpt_failure_type_get_all ();
  guint column = measure_ids (types);
  guint i = 0;

  /* The list is in the order of the groups. */
  for (TlsrptFailureGroup group = 0; group < TLSRPT_N_FAILURE_GROUPS; group++)
    {
      g_string_append_printf (page, "%s\n", tlsrpt_failure_group_get_title (group));

      for (; i < g_list_model_get_n_items (types); i++)
        {
          g_autoptr (TlsrptFailureType) type = g_list_model_get_item (types, i);

          if (tlsrpt_failure_type_get_group (type) != group)
            break;

          append_entry (page, names, TLSRPT_GUIDE_ENTRY (type), column);
        }

      g_string_append_c (page, '\n');
    }

  append_list (page, names, _("Questions and Answers"), tlsrpt_question_get_all ());
  append_list (page, names, _("Reason Codes"), tlsrpt_reason_code_get_all ());

  append_prose (page, names, _("`tlsrpt-cli explain TOKEN` explains one of them."), "", 0);
}

static void
write_checks (TlsrptJsonWriter         *writer,
              const Names              *names,
              const TlsrptGuideSection *section)
{
  static const char *const members[] = {
    [TLSRPT_GUIDE_CHECK_SHOWS] = "shows",
    [TLSRPT_GUIDE_CHECK_COMMAND] = "command",
    [TLSRPT_GUIDE_CHECK_GOOD] = "good",
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
               const Names              *names,
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
write_entry (TlsrptJsonWriter *writer,
             const Names      *names,
             TlsrptGuideEntry *entry)
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
write_list (TlsrptJsonWriter *writer,
            const Names      *names,
            const char       *name,
            GListModel       *entries)
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
append_json (GString          *page,
             const Names      *names,
             TlsrptGuideEntry *entry)
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
check_names (Names      *names,
             const char *domain,
             const char *mx)
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
  g_autofree char *checked_domain = NULL;
  g_autofree char *checked_mx = NULL;
  Names names = { NULL, NULL };
  TlsrptGuideEntry *entry = NULL;
  g_autoptr (GString) page = g_string_new (NULL);

  g_option_context_set_summary (context,
                                _("Explains a result type or reason code of a report: what it "
                                  "means, who must act and how to mend it. Lists all of them if "
                                  "none is given."));
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  if (!tlsrpt_cli_parse_options (context, &argc, &argv))
    return TLSRPT_EXIT_USAGE;

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
    append_page (page, &names, entry);
  else
    append_contents (page, &names);

  tlsrpt_cli_print (page->str);

  return TLSRPT_EXIT_OK;
}
