/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-failure-type.h"

#include "tlsrpt-failure-sender.h"
#include "tlsrpt-failure-texts.h"
#include "tlsrpt-guide-text.h"

#include <glib/gi18n-lib.h>

/**
 * TlsrptFailureType:
 *
 * One of the eleven result types of RFC 8460 section 4.3, explained.
 *
 * A report may hold types that are not in the registry: they are shown as they
 * are, and there is nothing to look up.
 */
struct _TlsrptFailureType
{
  TlsrptGuideEntry          parent_instance;

  const TlsrptFailureTexts *texts;
};

G_DEFINE_FINAL_TYPE (TlsrptFailureType, tlsrpt_failure_type, TLSRPT_TYPE_GUIDE_ENTRY)

static void
tlsrpt_failure_type_class_init (TlsrptFailureTypeClass *klass)
{
}

static void
tlsrpt_failure_type_init (TlsrptFailureType *self)
{
}

static TlsrptFailureType *
failure_type_new (const TlsrptFailureTexts *texts)
{
  TlsrptFailureType *self = g_object_new (TLSRPT_TYPE_FAILURE_TYPE, NULL);
  TlsrptGuideEntry *entry = TLSRPT_GUIDE_ENTRY (self);
  g_auto (GStrv) senders = tlsrpt_failure_sender_describe (texts->token);

  self->texts = texts;

  tlsrpt_guide_entry_set_texts (entry, texts->token, texts->title, texts->summary, texts->words);
  tlsrpt_guide_entry_add_section (entry, TLSRPT_GUIDE_SECTION_TEXT,
                                  "saw", N_("What the Sender Saw"),
                                  texts->saw, G_N_ELEMENTS (texts->saw));
  tlsrpt_guide_entry_add_section (entry, TLSRPT_GUIDE_SECTION_TEXT,
                                  "effect", N_("What Happens to the Mail"),
                                  texts->effect, G_N_ELEMENTS (texts->effect));
  tlsrpt_guide_entry_add_section (entry, TLSRPT_GUIDE_SECTION_TEXT,
                                  "urgency", N_("How Urgent It Is"),
                                  texts->urgency, G_N_ELEMENTS (texts->urgency));
  tlsrpt_guide_entry_add_section (entry, TLSRPT_GUIDE_SECTION_TEXT,
                                  "who", N_("Who Must Act"),
                                  texts->who, G_N_ELEMENTS (texts->who));
  tlsrpt_guide_entry_add_section (entry, TLSRPT_GUIDE_SECTION_LIST,
                                  "stopgap", N_("If Mail Must Flow Now"),
                                  texts->stopgap, G_N_ELEMENTS (texts->stopgap));
  tlsrpt_guide_entry_add_section (entry, TLSRPT_GUIDE_SECTION_LIST,
                                  "causes", N_("Usual Causes"),
                                  texts->causes, G_N_ELEMENTS (texts->causes));
  tlsrpt_guide_entry_add_strings (entry, TLSRPT_GUIDE_SECTION_LIST,
                                  "senders", N_("What Senders Report as This"),
                                  (const char *const *) senders);
  tlsrpt_guide_entry_add_section (entry, TLSRPT_GUIDE_SECTION_STEPS,
                                  "steps", N_("What to Do"),
                                  texts->steps, G_N_ELEMENTS (texts->steps));
  tlsrpt_guide_entry_add_section (entry, TLSRPT_GUIDE_SECTION_LIST,
                                  "servers", N_("In Your Mail Server"),
                                  texts->servers, G_N_ELEMENTS (texts->servers));
  tlsrpt_guide_entry_add_section (entry, TLSRPT_GUIDE_SECTION_CHECKS,
                                  "checks", N_("How to Check"),
                                  texts->checks, G_N_ELEMENTS (texts->checks));
  tlsrpt_guide_entry_add_section (entry, TLSRPT_GUIDE_SECTION_LIST,
                                  "scope", N_("One Address or All"),
                                  texts->scope, G_N_ELEMENTS (texts->scope));
  tlsrpt_guide_entry_add_section (entry, TLSRPT_GUIDE_SECTION_LIST,
                                  "proof", N_("Prove It Is Fixed Today"),
                                  texts->proof, G_N_ELEMENTS (texts->proof));
  tlsrpt_guide_entry_add_section (entry, TLSRPT_GUIDE_SECTION_ENTRIES,
                                  "reason_codes", N_("Reason Codes Seen With It"),
                                  texts->reason_codes, G_N_ELEMENTS (texts->reason_codes));
  tlsrpt_guide_entry_add_section (entry, TLSRPT_GUIDE_SECTION_LIST,
                                  "exchange_codes", N_("Bounces of Exchange Online Say"),
                                  texts->exchange_codes, G_N_ELEMENTS (texts->exchange_codes));
  tlsrpt_guide_entry_add_section (entry, TLSRPT_GUIDE_SECTION_ENTRIES,
                                  "related", N_("See Also"),
                                  texts->related, G_N_ELEMENTS (texts->related));
  tlsrpt_guide_entry_add_references (entry, texts->references, G_N_ELEMENTS (texts->references));

  return self;
}

static void
append_types (GListStore               *store,
              const TlsrptFailureTexts *texts,
              gsize                     n_texts)
{
  for (gsize i = 0; i < n_texts; i++)
    {
      g_autoptr (TlsrptFailureType) type = failure_type_new (&texts[i]);

      g_list_store_append (store, type);
    }
}

/**
 * tlsrpt_failure_type_get_all:
 *
 * Gets the eleven types, group by group.  They are made when first asked for.
 *
 * Returns: (transfer none): a list of [class@FailureType]
 */
GListModel *
tlsrpt_failure_type_get_all (void)
{
  static GListStore *store;

  if (store == NULL)
    {
      store = g_list_store_new (TLSRPT_TYPE_FAILURE_TYPE);
      append_types (store, tlsrpt_failure_negotiation_texts, TLSRPT_N_NEGOTIATION_FAILURES);
      append_types (store, tlsrpt_failure_sts_texts, TLSRPT_N_STS_FAILURES);
      append_types (store, tlsrpt_failure_dane_texts, TLSRPT_N_DANE_FAILURES);
    }

  return G_LIST_MODEL (store);
}

static TlsrptFailureType *
peek (guint position)
{
  g_autoptr (TlsrptFailureType) type = NULL;

  type = g_list_model_get_item (tlsrpt_failure_type_get_all (), position);

  /* The list keeps it alive. */
  return type;
}

/**
 * tlsrpt_failure_type_lookup:
 * @token: a result type, as reports write it
 *
 * Looks a result type up.  Case does not matter, nor do hyphens and underscores
 * differ; what drafts of RFC 8460 called a type is known as well.
 *
 * Returns: (transfer none) (nullable): the type, or `NULL` if it is not one of
 *   the eleven
 */
TlsrptFailureType *
tlsrpt_failure_type_lookup (const char *token)
{
  g_return_val_if_fail (token != NULL, NULL);

  for (guint i = 0; i < g_list_model_get_n_items (tlsrpt_failure_type_get_all ()); i++)
    {
      const TlsrptFailureTexts *texts = peek (i)->texts;

      if (tlsrpt_guide_text_is_same_id (texts->token, token))
        return peek (i);

      for (gsize j = 0; j < G_N_ELEMENTS (texts->drafts) && texts->drafts[j] != NULL; j++)
        {
          if (tlsrpt_guide_text_is_same_id (texts->drafts[j], token))
            return peek (i);
        }
    }

  return NULL;
}

/**
 * tlsrpt_failure_type_lookup_exchange:
 * @code: an enhanced status code, such as “5.7.322”
 *
 * Finds the type that a bounce of Exchange Online stands for.  While Exchange
 * still tries, the same codes begin with a 4.
 *
 * Returns: (transfer none) (nullable): the type, or `NULL` if the code is none
 *   of those for TLS
 */
TlsrptFailureType *
tlsrpt_failure_type_lookup_exchange (const char *code)
{
  g_return_val_if_fail (code != NULL, NULL);

  if ((code[0] != '4' && code[0] != '5') || code[1] != '.')
    return NULL;

  for (guint i = 0; i < g_list_model_get_n_items (tlsrpt_failure_type_get_all ()); i++)
    {
      const TlsrptFailureTexts *texts = peek (i)->texts;

      for (gsize j = 0; j < G_N_ELEMENTS (texts->exchange_codes); j++)
        {
          if (texts->exchange_codes[j] != NULL &&
              g_str_equal (texts->exchange_codes[j] + 1, code + 1))
            return peek (i);
        }
    }

  return NULL;
}

TlsrptFailureGroup
tlsrpt_failure_type_get_group (TlsrptFailureType *self)
{
  g_return_val_if_fail (TLSRPT_IS_FAILURE_TYPE (self), TLSRPT_FAILURE_GROUP_NEGOTIATION);

  return self->texts->group;
}

TlsrptFailureActors
tlsrpt_failure_type_get_actors (TlsrptFailureType *self)
{
  g_return_val_if_fail (TLSRPT_IS_FAILURE_TYPE (self), 0);

  return self->texts->actors;
}

/**
 * tlsrpt_failure_actors_get_label:
 * @actors: who can fix something
 *
 * Gets what people call them.
 *
 * Returns: the translated label
 */
const char *
tlsrpt_failure_actors_get_label (TlsrptFailureActors actors)
{
  /* By what is set. */
  static const char *const labels[] = {
    N_("Nobody"),
    N_("The domain owner"),
    N_("The provider"),
    N_("The domain owner or the provider"),
    N_("The sender of the report"),
    N_("The domain owner or the sender of the report"),
    N_("The provider or the sender of the report"),
    N_("The domain owner, the provider, or the sender of the report"),
  };

  g_return_val_if_fail ((gsize) actors < G_N_ELEMENTS (labels), NULL);

  return _(labels[actors]);
}

/**
 * tlsrpt_failure_group_get_name:
 * @group: a group
 *
 * Gets what JSON calls a group.
 *
 * Returns: the name, never translated
 */
const char *
tlsrpt_failure_group_get_name (TlsrptFailureGroup group)
{
  static const char *const names[] = {
    [TLSRPT_FAILURE_GROUP_NEGOTIATION] = "negotiation",
    [TLSRPT_FAILURE_GROUP_STS] = "mta-sts",
    [TLSRPT_FAILURE_GROUP_DANE] = "dane",
  };

  g_return_val_if_fail (group < TLSRPT_N_FAILURE_GROUPS, NULL);

  return names[group];
}

/**
 * tlsrpt_failure_group_get_title:
 * @group: a group
 *
 * Gets the translated heading of a group.
 *
 * Returns: the title
 */
const char *
tlsrpt_failure_group_get_title (TlsrptFailureGroup group)
{
  static const char *const titles[] = {
    [TLSRPT_FAILURE_GROUP_NEGOTIATION] = N_("TLS Negotiation"),
    [TLSRPT_FAILURE_GROUP_STS] = N_("MTA-STS"),
    [TLSRPT_FAILURE_GROUP_DANE] = N_("DANE and DNS"),
  };

  g_return_val_if_fail (group < TLSRPT_N_FAILURE_GROUPS, NULL);

  return _(titles[group]);
}
