/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-guide-entry.h"

#include "tlsrpt-reference.h"

#include <glib/gi18n-lib.h>

/**
 * TlsrptGuideEntry:
 *
 * Something that the guide explains: a result type, a reason code, a question.
 *
 * An entry is immutable and speaks the language that the program had when the
 * entry was made.
 */
typedef struct
{
  char   *id;
  char   *title;
  char   *summary;
  char   *words;
  GArray *sections;
} TlsrptGuideEntryPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (TlsrptGuideEntry, tlsrpt_guide_entry, G_TYPE_OBJECT)

static TlsrptGuideEntryPrivate *
get_private (TlsrptGuideEntry *self)
{
  return tlsrpt_guide_entry_get_instance_private (self);
}

static void
clear_section (gpointer data)
{
  TlsrptGuideSection *section = data;

  g_strfreev (section->items);
}

static void
tlsrpt_guide_entry_finalize (GObject *object)
{
  TlsrptGuideEntryPrivate *priv = get_private (TLSRPT_GUIDE_ENTRY (object));

  g_free (priv->id);
  g_free (priv->title);
  g_free (priv->summary);
  g_free (priv->words);
  g_array_unref (priv->sections);

  G_OBJECT_CLASS (tlsrpt_guide_entry_parent_class)->finalize (object);
}

static void
tlsrpt_guide_entry_class_init (TlsrptGuideEntryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = tlsrpt_guide_entry_finalize;
}

static void
tlsrpt_guide_entry_init (TlsrptGuideEntry *self)
{
  TlsrptGuideEntryPrivate *priv = get_private (self);

  priv->sections = g_array_new (FALSE, FALSE, sizeof (TlsrptGuideSection));
  g_array_set_clear_func (priv->sections, clear_section);
}

/**
 * tlsrpt_guide_entry_get_id:
 * @self: an entry
 *
 * Gets the word that names the entry, in reports, on the command line and on
 * the bus.  It is never translated.
 *
 * Returns: the id
 */
const char *
tlsrpt_guide_entry_get_id (TlsrptGuideEntry *self)
{
  g_return_val_if_fail (TLSRPT_IS_GUIDE_ENTRY (self), NULL);

  return get_private (self)->id;
}

const char *
tlsrpt_guide_entry_get_title (TlsrptGuideEntry *self)
{
  g_return_val_if_fail (TLSRPT_IS_GUIDE_ENTRY (self), NULL);

  return get_private (self)->title;
}

const char *
tlsrpt_guide_entry_get_summary (TlsrptGuideEntry *self)
{
  g_return_val_if_fail (TLSRPT_IS_GUIDE_ENTRY (self), NULL);

  return get_private (self)->summary;
}

/**
 * tlsrpt_guide_entry_get_words:
 * @self: an entry
 *
 * Gets plain words that people search for and that the texts do not have.
 *
 * Returns: the words, or ""
 */
const char *
tlsrpt_guide_entry_get_words (TlsrptGuideEntry *self)
{
  g_return_val_if_fail (TLSRPT_IS_GUIDE_ENTRY (self), NULL);

  return get_private (self)->words;
}

guint
tlsrpt_guide_entry_get_n_sections (TlsrptGuideEntry *self)
{
  g_return_val_if_fail (TLSRPT_IS_GUIDE_ENTRY (self), 0);

  return get_private (self)->sections->len;
}

const TlsrptGuideSection *
tlsrpt_guide_entry_get_section (TlsrptGuideEntry *self,
                                guint             position)
{
  g_return_val_if_fail (TLSRPT_IS_GUIDE_ENTRY (self), NULL);
  g_return_val_if_fail (position < get_private (self)->sections->len, NULL);

  return &g_array_index (get_private (self)->sections, TlsrptGuideSection, position);
}

/* gettext ("") returns the header of the catalog. */
static const char *
translate (const char *text)
{
  return text != NULL && *text != '\0' ? _(text) : "";
}

/**
 * tlsrpt_guide_entry_set_texts:
 * @self: an entry that is being made
 * @id: its id
 * @title: its title, marked with N_()
 * @summary: one line about it, marked with N_()
 * @words: (nullable): plain words to find it by, marked with N_()
 *
 * Sets what every entry has, in the language of the program.
 */
void
tlsrpt_guide_entry_set_texts (TlsrptGuideEntry *self,
                              const char       *id,
                              const char       *title,
                              const char       *summary,
                              const char       *words)
{
  TlsrptGuideEntryPrivate *priv;

  g_return_if_fail (TLSRPT_IS_GUIDE_ENTRY (self));
  g_return_if_fail (get_private (self)->id == NULL);

  priv = get_private (self);
  priv->id = g_strdup (id);
  priv->title = g_strdup (translate (title));
  priv->summary = g_strdup (translate (summary));
  priv->words = g_strdup (translate (words));
}

static void
take_section (TlsrptGuideEntry       *self,
              TlsrptGuideSectionKind  kind,
              const char             *name,
              const char             *heading,
              GStrvBuilder           *builder)
{
  TlsrptGuideSection section = { kind, name, translate (heading), g_strv_builder_end (builder) };

  if (section.items[0] == NULL)
    g_strfreev (section.items);
  else
    g_array_append_val (get_private (self)->sections, section);
}

/**
 * tlsrpt_guide_entry_add_section:
 * @self: an entry that is being made
 * @kind: what the items are
 * @name: a static string, what JSON calls the section
 * @heading: the heading, marked with N_()
 * @items: (array length=n_items): the items, marked with N_() where they are prose
 * @n_items: how many there are at most; a `NULL` ends them earlier
 *
 * Adds a section, unless it has no items.
 */
void
tlsrpt_guide_entry_add_section (TlsrptGuideEntry       *self,
                                TlsrptGuideSectionKind  kind,
                                const char             *name,
                                const char             *heading,
                                const char *const      *items,
                                gsize                   n_items)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  g_return_if_fail (TLSRPT_IS_GUIDE_ENTRY (self));

  for (gsize i = 0; i < n_items && items[i] != NULL; i++)
    {
      gboolean is_code = kind == TLSRPT_GUIDE_SECTION_ENTRIES ||
                         (kind == TLSRPT_GUIDE_SECTION_CHECKS &&
                          i % TLSRPT_GUIDE_N_CHECK_ITEMS == TLSRPT_GUIDE_CHECK_COMMAND);

      g_strv_builder_add (builder, is_code ? items[i] : translate (items[i]));
    }

  take_section (self, kind, name, heading, builder);
}

/**
 * tlsrpt_guide_entry_add_strings:
 * @self: an entry that is being made
 * @kind: what the items are
 * @name: a static string, what JSON calls the section
 * @heading: the heading, marked with N_()
 * @items: (array zero-terminated=1): the items, in the language of the program
 *
 * Adds a section that was put together, unless it has no items.
 */
void
tlsrpt_guide_entry_add_strings (TlsrptGuideEntry       *self,
                                TlsrptGuideSectionKind  kind,
                                const char             *name,
                                const char             *heading,
                                const char *const      *items)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  g_return_if_fail (TLSRPT_IS_GUIDE_ENTRY (self));

  for (; *items != NULL; items++)
    g_strv_builder_add (builder, *items);

  take_section (self, kind, name, heading, builder);
}

/**
 * tlsrpt_guide_entry_add_references:
 * @self: an entry that is being made
 * @references: (array length=n_references): strings such as “8460 4.3.1”
 * @n_references: how many there are at most; a `NULL` ends them earlier
 *
 * Adds the section that says where the standards speak of the matter.
 */
void
tlsrpt_guide_entry_add_references (TlsrptGuideEntry  *self,
                                   const char *const *references,
                                   gsize              n_references)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  g_return_if_fail (TLSRPT_IS_GUIDE_ENTRY (self));

  for (gsize i = 0; i < n_references && references[i] != NULL; i++)
    {
      g_autofree char *reference = tlsrpt_reference_dup (references[i]);

      g_strv_builder_add (builder, reference);
    }

  take_section (self, TLSRPT_GUIDE_SECTION_LIST, "references", N_("References"), builder);
}
