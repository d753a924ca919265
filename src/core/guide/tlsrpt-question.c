/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-question.h"

#include "tlsrpt-guide-text.h"
#include "tlsrpt-question-texts.h"

#include <glib/gi18n-lib.h>

/**
 * TlsrptQuestion:
 *
 * A question that people ask about TLS-RPT, with its answer.
 */
struct _TlsrptQuestion
{
  TlsrptGuideEntry    parent_instance;

  TlsrptQuestionGroup group;
};

G_DEFINE_FINAL_TYPE (TlsrptQuestion, tlsrpt_question, TLSRPT_TYPE_GUIDE_ENTRY)

static void
tlsrpt_question_class_init (TlsrptQuestionClass *klass)
{
}

static void
tlsrpt_question_init (TlsrptQuestion *self)
{
}

static TlsrptQuestion *
question_new (TlsrptQuestionGroup        group,
              const TlsrptQuestionTexts *texts)
{
  TlsrptQuestion *self = g_object_new (TLSRPT_TYPE_QUESTION, NULL);
  TlsrptGuideEntry *entry = TLSRPT_GUIDE_ENTRY (self);

  self->group = group;
  tlsrpt_guide_entry_set_texts (entry, texts->id, texts->question, texts->summary, texts->words);
  tlsrpt_guide_entry_add_section (entry, TLSRPT_GUIDE_SECTION_TEXT,
                                  "answer", N_("Answer"),
                                  texts->answer, G_N_ELEMENTS (texts->answer));
  tlsrpt_guide_entry_add_section (entry, TLSRPT_GUIDE_SECTION_STEPS,
                                  "steps", N_("Step by Step"),
                                  texts->steps, G_N_ELEMENTS (texts->steps));
  tlsrpt_guide_entry_add_section (entry, TLSRPT_GUIDE_SECTION_CHECKS,
                                  "checks", N_("How to Check"),
                                  texts->checks, G_N_ELEMENTS (texts->checks));
  tlsrpt_guide_entry_add_section (entry, TLSRPT_GUIDE_SECTION_ENTRIES,
                                  "related", N_("See Also"),
                                  texts->related, G_N_ELEMENTS (texts->related));
  tlsrpt_guide_entry_add_references (entry, texts->references, G_N_ELEMENTS (texts->references));

  return self;
}

static void
append_questions (GListStore                *store,
                  TlsrptQuestionGroup        group,
                  const TlsrptQuestionTexts *texts)
{
  for (gsize i = 0; texts[i].id != NULL; i++)
    {
      g_autoptr (TlsrptQuestion) question = question_new (group, &texts[i]);

      g_list_store_append (store, question);
    }
}

/**
 * tlsrpt_question_get_all:
 *
 * Gets the questions in reading order, group by group.  They are made when first asked for.
 *
 * Returns: (transfer none): a list of [class@Question]
 */
GListModel *
tlsrpt_question_get_all (void)
{
  static GListStore *store;

  if (store == NULL)
    {
      store = g_list_store_new (TLSRPT_TYPE_QUESTION);
      append_questions (store, TLSRPT_QUESTION_GROUP_BASICS, tlsrpt_question_basic_texts);
      append_questions (store, TLSRPT_QUESTION_GROUP_RECORD, tlsrpt_question_record_texts);
      append_questions (store, TLSRPT_QUESTION_GROUP_REPORTS, tlsrpt_question_report_texts);
      append_questions (store, TLSRPT_QUESTION_GROUP_POLICIES, tlsrpt_question_policy_texts);
    }

  return G_LIST_MODEL (store);
}

/**
 * tlsrpt_question_lookup:
 * @id: the id of a question, such as “direction”
 *
 * Looks a question up, in any case, with hyphens or underscores.
 *
 * Returns: (transfer none) (nullable): the question, or `NULL` if there is none
 */
TlsrptQuestion *
tlsrpt_question_lookup (const char *id)
{
  GListModel *questions = tlsrpt_question_get_all ();

  g_return_val_if_fail (id != NULL, NULL);

  for (guint i = 0; i < g_list_model_get_n_items (questions); i++)
    {
      g_autoptr (TlsrptGuideEntry) question = g_list_model_get_item (questions, i);

      if (tlsrpt_guide_text_is_same_id (tlsrpt_guide_entry_get_id (question), id))
        /* The list keeps it alive. */
        return TLSRPT_QUESTION (question);
    }

  return NULL;
}

TlsrptQuestionGroup
tlsrpt_question_get_group (TlsrptQuestion *self)
{
  g_return_val_if_fail (TLSRPT_IS_QUESTION (self), TLSRPT_QUESTION_GROUP_BASICS);

  return self->group;
}

/**
 * tlsrpt_question_group_get_title:
 * @group: a group
 *
 * Gets the translated heading of a group.
 *
 * Returns: the title
 */
const char *
tlsrpt_question_group_get_title (TlsrptQuestionGroup group)
{
  static const char *const titles[] = {
    [TLSRPT_QUESTION_GROUP_BASICS] = N_("Getting Started"),
    [TLSRPT_QUESTION_GROUP_RECORD] = N_("The Record"),
    [TLSRPT_QUESTION_GROUP_REPORTS] = N_("Reports"),
    [TLSRPT_QUESTION_GROUP_POLICIES] = N_("Introducing MTA-STS and DANE"),
  };

  g_return_val_if_fail (group < TLSRPT_N_QUESTION_GROUPS, NULL);

  return _(titles[group]);
}
