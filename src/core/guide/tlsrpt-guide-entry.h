/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * TlsrptGuideSectionKind:
 * @TLSRPT_GUIDE_SECTION_TEXT: paragraphs
 * @TLSRPT_GUIDE_SECTION_LIST: items in no order
 * @TLSRPT_GUIDE_SECTION_STEPS: items to do one after the other
 * @TLSRPT_GUIDE_SECTION_CHECKS: four items a check: what it tells, the command,
 *   the expected output, and what other output means
 * @TLSRPT_GUIDE_SECTION_ENTRIES: ids of other entries of the guide
 */
typedef enum
{
  TLSRPT_GUIDE_SECTION_TEXT,
  TLSRPT_GUIDE_SECTION_LIST,
  TLSRPT_GUIDE_SECTION_STEPS,
  TLSRPT_GUIDE_SECTION_CHECKS,
  TLSRPT_GUIDE_SECTION_ENTRIES,
} TlsrptGuideSectionKind;

/* Items of a check.  All the code in “good” is in the output for a server that is in
 * order, and never all of it in that for one with the fault of the page. */
enum
{
  TLSRPT_GUIDE_CHECK_SHOWS,
  TLSRPT_GUIDE_CHECK_COMMAND,
  TLSRPT_GUIDE_CHECK_GOOD,
  TLSRPT_GUIDE_CHECK_OTHERWISE,
  TLSRPT_GUIDE_N_CHECK_ITEMS,
};

/**
 * TlsrptGuideSection:
 * @kind: how the items are to be shown
 * @name: what JSON calls the section; never translated
 * @heading: the translated heading
 * @items: what the section says, see tlsrpt-guide-text.h; `NULL` ends it
 *
 * A part of an entry under one heading.
 */
typedef struct
{
  TlsrptGuideSectionKind   kind;
  const char              *name;
  const char              *heading;
  char                   **items;
} TlsrptGuideSection;

#define TLSRPT_TYPE_GUIDE_ENTRY (tlsrpt_guide_entry_get_type ())

G_DECLARE_DERIVABLE_TYPE (TlsrptGuideEntry, tlsrpt_guide_entry, TLSRPT, GUIDE_ENTRY, GObject)

struct _TlsrptGuideEntryClass
{
  GObjectClass parent_class;
};

const char               *tlsrpt_guide_entry_get_id         (TlsrptGuideEntry *self);
const char               *tlsrpt_guide_entry_get_title      (TlsrptGuideEntry *self);
const char               *tlsrpt_guide_entry_get_summary    (TlsrptGuideEntry *self);
const char               *tlsrpt_guide_entry_get_words      (TlsrptGuideEntry *self);
guint                     tlsrpt_guide_entry_get_n_sections (TlsrptGuideEntry *self);
const TlsrptGuideSection *tlsrpt_guide_entry_get_section    (TlsrptGuideEntry *self,
                                                             guint             position);

/* For the types of entries, while they build one: entries do not change later.
 * The texts are translated here; items end in NULL, or after n_items. */
void tlsrpt_guide_entry_set_texts      (TlsrptGuideEntry       *self,
                                        const char             *id,
                                        const char             *title,
                                        const char             *summary,
                                        const char             *words);
void tlsrpt_guide_entry_add_section    (TlsrptGuideEntry       *self,
                                        TlsrptGuideSectionKind  kind,
                                        const char             *name,
                                        const char             *heading,
                                        const char *const      *items,
                                        gsize                   n_items);
void tlsrpt_guide_entry_add_strings    (TlsrptGuideEntry       *self,
                                        TlsrptGuideSectionKind  kind,
                                        const char             *name,
                                        const char             *heading,
                                        const char *const      *items);
void tlsrpt_guide_entry_add_references (TlsrptGuideEntry       *self,
                                        const char *const      *references,
                                        gsize                   n_references);

G_END_DECLS
