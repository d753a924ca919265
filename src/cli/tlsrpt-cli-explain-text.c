/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-cli-explain-text.h"

#include "tlsrpt-cli-terminal.h"
#include "tlsrpt-failure-type.h"
#include "tlsrpt-guide-search.h"
#include "tlsrpt-guide-text.h"
#include "tlsrpt-guide.h"
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

/* Longer ids have a line of their own, so that the titles of all have room. */
#define LONGEST_ID 26

static void
append_prose (GString           *page,
              const TlsrptNames *names,
              const char        *text,
              const char        *first,
              guint              indent)
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

/* “id  subject”, with the subjects one below the other where there is room.  In
 * front of the column stand INDENT spaces, an id and two spaces. */
static void
append_entry (GString           *page,
              const TlsrptNames *names,
              TlsrptGuideEntry  *entry,
              guint              column)
{
  g_autofree char *first = g_strdup_printf ("%*s%s", INDENT, "", tlsrpt_guide_entry_get_id (entry));
  gboolean has_column = column + LEAST_COLUMN <= tlsrpt_wrap_get_width ();

  if (has_column && strlen (first) + 2 <= column)
    {
      append_prose (page, names, get_subject (entry), first, column);
    }
  else
    {
      g_string_append_printf (page, "%s\n", first);
      append_prose (page, names, get_subject (entry), "", has_column ? column : BULLET_INDENT);
    }
}

/* The column behind the ids that share their line. */
static guint
measure_column (char **ids)
{
  guint widest = 0;

  for (; *ids != NULL; ids++)
    {
      guint width = strlen (*ids);

      if (width <= LONGEST_ID)
        widest = MAX (widest, width);
    }

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
                const TlsrptNames        *names,
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
          append_prose (page, names, section->items[i + TLSRPT_GUIDE_CHECK_OTHERWISE], "", INDENT);
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

/* The parts of an entry that tell what to do. */
static gboolean
is_remedy (const TlsrptGuideSection *section)
{
  return section->kind == TLSRPT_GUIDE_SECTION_STEPS ||
         section->kind == TLSRPT_GUIDE_SECTION_CHECKS;
}

/**
 * tlsrpt_cli_explain_append_remedy:
 * @page: where to append
 * @names: what to fill in
 * @entry: an entry of the guide
 *
 * Appends what an entry is about and what to do.
 */
void
tlsrpt_cli_explain_append_remedy (GString           *page,
                                  const TlsrptNames *names,
                                  TlsrptGuideEntry  *entry)
{
  tlsrpt_cli_append_heading (page, tlsrpt_guide_entry_get_id (entry));
  append_prose (page, names, get_subject (entry), "", 0);

  for (guint i = 0; i < tlsrpt_guide_entry_get_n_sections (entry); i++)
    {
      const TlsrptGuideSection *section = tlsrpt_guide_entry_get_section (entry, i);

      if (is_remedy (section))
        append_section (page, names, section);
    }
}

/* Id, title and summary. */
static void
append_head (GString           *page,
             const TlsrptNames *names,
             TlsrptGuideEntry  *entry)
{
  tlsrpt_cli_append_heading (page, tlsrpt_guide_entry_get_id (entry));

  if (!TLSRPT_IS_REASON_CODE (entry))
    append_prose (page, names, tlsrpt_guide_entry_get_title (entry), "", 0);

  g_string_append_c (page, '\n');
  append_prose (page, names, tlsrpt_guide_entry_get_summary (entry), "", 0);
}

/**
 * tlsrpt_cli_explain_append_page:
 * @page: where to append
 * @names: what to fill in
 * @entry: an entry of the guide
 *
 * Appends all that an entry says.
 */
void
tlsrpt_cli_explain_append_page (GString           *page,
                                const TlsrptNames *names,
                                TlsrptGuideEntry  *entry)
{
  append_head (page, names, entry);

  for (guint i = 0; i < tlsrpt_guide_entry_get_n_sections (entry); i++)
    append_section (page, names, tlsrpt_guide_entry_get_section (entry, i));

  if (has_checks (entry) && (names->domain == NULL || names->mx == NULL))
    {
      g_string_append_c (page, '\n');
      append_prose (page, names,
                    /* Translators: “--domain” and “--mx” are options of the command;
                     * “DOMAIN” and “MX” stand in the commands */
                    _("DOMAIN is your domain, and MX the name of a mail server. --domain and --mx "
                      "fill them in."),
                    "", 0);
    }
}

/**
 * tlsrpt_cli_explain_append_hits:
 * @page: where to append
 * @names: what to fill in
 * @hits: (element-type TlsrptGuideHit): what was found, the best first
 *
 * Appends the summary of the best hit, and what else may be meant.
 */
void
tlsrpt_cli_explain_append_hits (GString           *page,
                                const TlsrptNames *names,
                                GArray            *hits)
{
  TlsrptGuideEntry *best = g_array_index (hits, TlsrptGuideHit, 0).entry;
  guint n_hits = MIN (hits->len, TLSRPT_GUIDE_SEARCH_LEAST);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) ids = NULL;
  g_autofree char *quoted = NULL;
  const char *id;

  append_head (page, names, best);

  for (guint i = 1; i < n_hits; i++)
    g_strv_builder_add (
      builder, tlsrpt_guide_entry_get_id (g_array_index (hits, TlsrptGuideHit, i).entry));

  ids = g_strv_builder_end (builder);

  if (ids[0] != NULL)
    {
      g_string_append_c (page, '\n');
      tlsrpt_cli_append_heading (page, _("See Also"));
    }

  for (guint i = 0; ids[i] != NULL; i++)
    append_entry (page, names, tlsrpt_guide_lookup (ids[i]), measure_column (ids));

  g_string_append_c (page, '\n');
  append_prose (page, names, _("This prints the whole page:"), "", 0);
  id = tlsrpt_guide_entry_get_id (best);
  quoted = strpbrk (id, " '\"") != NULL ? g_shell_quote (id) : g_strdup (id);
  /* In one piece, so that it can be copied. */
  g_string_append_printf (page, "%*stlsrpt-cli explain %s\n", BULLET_INDENT, "", quoted);
}

static void
append_list (GString           *page,
             const TlsrptNames *names,
             const char        *heading,
             GListModel        *entries)
{
  guint column = measure_ids (entries);

  tlsrpt_cli_append_heading (page, heading);

  for (guint i = 0; i < g_list_model_get_n_items (entries); i++)
    {
      g_autoptr (TlsrptGuideEntry) entry = g_list_model_get_item (entries, i);

      append_entry (page, names, entry, column);
    }

  g_string_append_c (page, '\n');
}

/* The list is in the order of the groups. */
static void
append_questions (GString           *page,
                  const TlsrptNames *names)
{
  GListModel *questions = tlsrpt_question_get_all ();
  guint column = measure_ids (questions);
  guint i = 0;

  for (TlsrptQuestionGroup group = 0; group < TLSRPT_N_QUESTION_GROUPS; group++)
    {
      tlsrpt_cli_append_heading (page, tlsrpt_question_group_get_title (group));

      for (; i < g_list_model_get_n_items (questions); i++)
        {
          g_autoptr (TlsrptQuestion) question = g_list_model_get_item (questions, i);

          if (tlsrpt_question_get_group (question) != group)
            break;

          append_entry (page, names, TLSRPT_GUIDE_ENTRY (question), column);
        }

      g_string_append_c (page, '\n');
    }
}

/**
 * tlsrpt_cli_explain_append_contents:
 * @page: where to append
 * @names: what to fill in
 *
 * Appends a list of all entries.
 */
void
tlsrpt_cli_explain_append_contents (GString           *page,
                                    const TlsrptNames *names)
{
  GListModel *types = tlsrpt_failure_type_get_all ();
  guint column = measure_ids (types);
  guint i = 0;

  /* The list is in the order of the groups. */
  for (TlsrptFailureGroup group = 0; group < TLSRPT_N_FAILURE_GROUPS; group++)
    {
      tlsrpt_cli_append_heading (page, tlsrpt_failure_group_get_title (group));

      for (; i < g_list_model_get_n_items (types); i++)
        {
          g_autoptr (TlsrptFailureType) type = g_list_model_get_item (types, i);

          if (tlsrpt_failure_type_get_group (type) != group)
            break;

          append_entry (page, names, TLSRPT_GUIDE_ENTRY (type), column);
        }

      g_string_append_c (page, '\n');
    }

  append_questions (page, names);
  append_list (page, names, _("Reason Codes"), tlsrpt_reason_code_get_all ());

  append_prose (page, names, _("`tlsrpt-cli explain TOKEN` explains one of them."), "", 0);
}
