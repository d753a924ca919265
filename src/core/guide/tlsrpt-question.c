/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-question.h"

#include "tlsrpt-question-texts.h"

#include <glib/gi18n-lib.h>

/**
 * TlsrptQuestion:
 *
 * A question that people ask about TLS-RPT, with its answer.
 */
struct _TlsrptQuestion
{
  TlsrptGuideEntry parent_instance;
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
question_new (const TlsrptQuestionTexts *texts)
{
  TlsrptQuestion *self = g_object_new (TLSRPT_TYPE_QUESTION, NULL);
  TlsrptGuideEntry *entry = TLSRPT_GUIDE_ENTRY (self);

  tlsrpt_guide_entry_set_texts (entry, texts->id, texts->question, texts->summary, texts->words);
  tlsrpt_guide_entry_add_section (entry, TLSRPT_GUIDE_SECTION_TEXT,
                                  "answer", N_("Answer"),
                                  texts->answer, G_N_ELEMENTS (texts->answer));
  tlsrpt_guide_entry_add_section (entry, TLSRPT_GUIDE_SECTION_STEPS,
                                  "steps", N_("Step by Step"),
                                  texts->steps, G_N_ELEMENTS (texts->steps));
  tlsrpt_guide_entry_add_section (entry, TLSRPT_GUIDE_SECTION_ENTRIES,
                                  "related", N_("See Also"),
                                  texts->related, G_N_ELEMENTS (texts->related));
  tlsrpt_guide_entry_add_references (entry, texts->references, G_N_ELEMENTS (texts->references));

  return self;
}

/**
 * tlsrpt_question_get_all:
 *
 * Gets the questions in reading order.  They are made when first asked for.
 *
 * Returns: (transfer none): a list of [class@Question]
 */
GListModel *
tlsrpt_question_get_all (void)
{
  static GListStore *store;

  if (store == NULL)
    {
      gsize n_texts;
      const TlsrptQuestionTexts *texts = tlsrpt_question_texts_get (&n_texts);

      store = g_list_store_new (TLSRPT_TYPE_QUESTION);

      for (gsize i = 0; i < n_texts; i++)
        {
          g_autoptr (TlsrptQuestion) question = question_new (&texts[i]);

          g_list_store_append (store, question);
        }
    }

  return G_LIST_MODEL (store);
}

/**
 * tlsrpt_question_lookup:
 * @id: the id of a question, such as “direction”
 *
 * Looks a question up.
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

      if (g_str_equal (id, tlsrpt_guide_entry_get_id (question)))
        /* The list keeps it alive. */
        return TLSRPT_QUESTION (question);
    }

  return NULL;
}
