/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-reason-code.h"

#include "tlsrpt-guide-text.h"
#include "tlsrpt-limits.h"
#include "tlsrpt-reason-code-texts.h"

#include <glib/gi18n-lib.h>

/**
 * TlsrptReasonCode:
 *
 * A word that senders write into `failure-reason-code`, explained.
 *
 * RFC 8460 leaves the codes to the senders, so this can only be a glossary of
 * those that are seen: a code that is not in it is shown as it is.
 */
struct _TlsrptReasonCode
{
  TlsrptGuideEntry parent_instance;

  /* Whether every code that begins with the id is meant. */
  gboolean         is_family;
};

G_DEFINE_FINAL_TYPE (TlsrptReasonCode, tlsrpt_reason_code, TLSRPT_TYPE_GUIDE_ENTRY)

static void
tlsrpt_reason_code_class_init (TlsrptReasonCodeClass *klass)
{
}

static void
tlsrpt_reason_code_init (TlsrptReasonCode *self)
{
}

static void
add_senders (TlsrptGuideEntry *entry,
             guint             senders)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) names = NULL;

  for (TlsrptSender sender = 0; sender < TLSRPT_N_SENDERS; sender++)
    {
      if (senders & (1 << sender))
        g_strv_builder_add (builder, tlsrpt_sender_get_name (sender));
    }

  names = g_strv_builder_end (builder);
  tlsrpt_guide_entry_add_strings (entry, TLSRPT_GUIDE_SECTION_LIST,
                                  "senders", N_("Written By"),
                                  (const char *const *) names);
}

static TlsrptReasonCode *
reason_code_new (const TlsrptReasonCodeTexts *texts)
{
  TlsrptReasonCode *self = g_object_new (TLSRPT_TYPE_REASON_CODE, NULL);
  TlsrptGuideEntry *entry = TLSRPT_GUIDE_ENTRY (self);

  self->is_family = texts->is_family;

  /* The code is its own title: nobody knows it by another. */
  tlsrpt_guide_entry_set_texts (entry, texts->code, texts->code, texts->meaning, NULL);
  tlsrpt_guide_entry_add_section (entry, TLSRPT_GUIDE_SECTION_TEXT,
                                  "advice", N_("What to Do"),
                                  texts->advice, G_N_ELEMENTS (texts->advice));
  add_senders (entry, texts->senders);
  tlsrpt_guide_entry_add_section (entry, TLSRPT_GUIDE_SECTION_ENTRIES,
                                  "types", N_("Seen With"),
                                  texts->types, G_N_ELEMENTS (texts->types));

  return self;
}

/**
 * tlsrpt_reason_code_get_all:
 *
 * Gets the glossary.  It is made when first asked for.
 *
 * Returns: (transfer none): a list of [class@ReasonCode]
 */
GListModel *
tlsrpt_reason_code_get_all (void)
{
  static GListStore *store;

  if (store == NULL)
    {
      gsize n_texts;
      const TlsrptReasonCodeTexts *texts = tlsrpt_reason_code_texts_get (&n_texts);

      store = g_list_store_new (TLSRPT_TYPE_REASON_CODE);

      for (gsize i = 0; i < n_texts; i++)
        {
          g_autoptr (TlsrptReasonCode) code = reason_code_new (&texts[i]);

          g_list_store_append (store, code);
        }
    }

  return G_LIST_MODEL (store);
}

/* The longest entry that matches wins, so that a code of a family that is known by
 * itself is explained by itself. */
static TlsrptReasonCode *
lookup_part (const char *code)
{
  TlsrptReasonCode *best = NULL;
  gsize best_length = 0;

  for (guint i = 0; i < g_list_model_get_n_items (tlsrpt_reason_code_get_all ()); i++)
    {
      g_autoptr (TlsrptReasonCode) candidate = NULL;
      const char *id;
      gsize length;

      candidate = g_list_model_get_item (tlsrpt_reason_code_get_all (), i);
      id = tlsrpt_guide_entry_get_id (TLSRPT_GUIDE_ENTRY (candidate));
      length = tlsrpt_guide_text_skip_id (id, code);

      if (length > best_length && (candidate->is_family || code[length] == '\0'))
        {
          /* The list keeps it alive. */
          best = candidate;
          best_length = length;
        }
    }

  return best;
}

/**
 * tlsrpt_reason_code_lookup:
 * @code: a code, as a report has it
 *
 * Looks a code up, in any case, with hyphens, underscores or spaces.  Of a code that
 * mox put together with “+”, such as “cannot-fetch-policy+fallback-to-cached-policy”,
 * the first part that is known counts.
 *
 * Returns: (transfer none) (nullable): what is known of @code
 */
TlsrptReasonCode *
tlsrpt_reason_code_lookup (const char *code)
{
  TlsrptReasonCode *found;
  g_auto (GStrv) parts = NULL;

  g_return_val_if_fail (code != NULL, NULL);

  found = lookup_part (code);

  /* Longer than any code that is put together. */
  if (found != NULL || strchr (code, '+') == NULL || strlen (code) > TLSRPT_LIMIT_DISPLAY)
    return found;

  parts = g_strsplit (code, "+", 3);

  for (guint i = 0; parts[i] != NULL && found == NULL; i++)
    {
      g_autofree char *suffix = g_strconcat ("+", parts[i], NULL);

      found = lookup_part (parts[i]);

      if (found == NULL)
        found = lookup_part (suffix);
    }

  return found;
}
