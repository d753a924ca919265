/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-import-item.h"

#include "tlsrpt-list-store.h"

/**
 * TlsrptImportItem:
 *
 * One thing to say about a text that is imported: what is wrong with it, what was
 * changed to repair it, or which records it holds.
 *
 * What it says does not change.  Where it stands does while somebody types before it.
 */
struct _TlsrptImportItem
{
  GObject         parent_instance;

  TlsrptSeverity  severity;
  char           *title;
  char           *detail;
  char           *repair;

  gboolean        has_place;
  guint           start;
  guint           end;
};

G_DEFINE_FINAL_TYPE (TlsrptImportItem, tlsrpt_import_item, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_TITLE,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
tlsrpt_import_item_get_property (GObject    *object,
                                 guint       property_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  TlsrptImportItem *self = TLSRPT_IMPORT_ITEM (object);

  switch (property_id)
    {
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
tlsrpt_import_item_finalize (GObject *object)
{
  TlsrptImportItem *self = TLSRPT_IMPORT_ITEM (object);

  g_free (self->title);
  g_free (self->detail);
  g_free (self->repair);

  G_OBJECT_CLASS (tlsrpt_import_item_parent_class)->finalize (object);
}

static void
tlsrpt_import_item_class_init (TlsrptImportItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = tlsrpt_import_item_finalize;
  object_class->get_property = tlsrpt_import_item_get_property;

  /**
   * TlsrptImportItem:title:
   *
   * What it says.
   */
  properties[PROP_TITLE] =
    g_param_spec_string ("title", NULL, NULL, NULL,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
tlsrpt_import_item_init (TlsrptImportItem *self)
{
}

/**
 * tlsrpt_import_item_new:
 * @severity: how much it matters
 * @title: what it says
 * @detail: (nullable): where that is written, or why it is so
 * @repair: (nullable): what can stand in its place in the text
 *
 * Creates an item that is about the text as a whole.
 *
 * Returns: (transfer full): the item
 */
TlsrptImportItem *
tlsrpt_import_item_new (TlsrptSeverity  severity,
                        const char     *title,
                        const char     *detail,
                        const char     *repair)
{
  TlsrptImportItem *self = g_object_new (TLSRPT_TYPE_IMPORT_ITEM, NULL);

  self->severity = severity;
  self->title = g_strdup (title);
  self->detail = g_strdup (detail);
  self->repair = g_strdup (repair);

  return self;
}

TlsrptSeverity
tlsrpt_import_item_get_severity (TlsrptImportItem *self)
{
  g_return_val_if_fail (TLSRPT_IS_IMPORT_ITEM (self), TLSRPT_SEVERITY_NONE);

  return self->severity;
}

const char *
tlsrpt_import_item_get_title (TlsrptImportItem *self)
{
  g_return_val_if_fail (TLSRPT_IS_IMPORT_ITEM (self), NULL);

  return self->title;
}

/**
 * tlsrpt_import_item_get_detail:
 *
 * Returns: (nullable): an RFC and its section, or a reason
 */
const char *
tlsrpt_import_item_get_detail (TlsrptImportItem *self)
{
  g_return_val_if_fail (TLSRPT_IS_IMPORT_ITEM (self), NULL);

  return self->detail;
}

/**
 * tlsrpt_import_item_get_repair:
 *
 * Returns: (nullable): what can stand in its place in the text; it may be empty
 */
const char *
tlsrpt_import_item_get_repair (TlsrptImportItem *self)
{
  g_return_val_if_fail (TLSRPT_IS_IMPORT_ITEM (self), NULL);

  return self->repair;
}

gboolean
tlsrpt_import_item_has_place (TlsrptImportItem *self)
{
  g_return_val_if_fail (TLSRPT_IS_IMPORT_ITEM (self), FALSE);

  return self->has_place;
}

guint
tlsrpt_import_item_get_start (TlsrptImportItem *self)
{
  g_return_val_if_fail (TLSRPT_IS_IMPORT_ITEM (self), 0);

  return self->start;
}

guint
tlsrpt_import_item_get_end (TlsrptImportItem *self)
{
  g_return_val_if_fail (TLSRPT_IS_IMPORT_ITEM (self), 0);

  return self->end;
}

/**
 * tlsrpt_import_item_set_place:
 * @start: the first character that it is about
 * @end: the character behind the last; @start if something is missing there
 *
 * Tells where the item stands.
 */
void
tlsrpt_import_item_set_place (TlsrptImportItem *self,
                              guint             start,
                              guint             end)
{
  g_return_if_fail (TLSRPT_IS_IMPORT_ITEM (self));

  self->has_place = TRUE;
  self->start = start;
  self->end = end;
}

/* Whether both say the same, wherever they stand. */
static gboolean
equal (TlsrptImportItem *self,
       TlsrptImportItem *other)
{
  return self->severity == other->severity && g_str_equal (self->title, other->title) &&
         g_strcmp0 (self->detail, other->detail) == 0 &&
         g_strcmp0 (self->repair, other->repair) == 0 && self->has_place == other->has_place;
}

/* Lets an item that says the same stand where another does. */
static gboolean
take_place (TlsrptImportItem *self,
            TlsrptImportItem *other)
{
  if (!equal (self, other))
    return FALSE;

  self->start = other->start;
  self->end = other->end;

  return TRUE;
}

/**
 * tlsrpt_import_item_update_list:
 * @list: (element-type TlsrptImportItem): what there was to say
 * @items: (element-type TlsrptImportItem): what there is to say now
 *
 * Takes over what is new.  Items that say what they said before stay, so that their
 * rows stay; only their places follow.
 */
void
tlsrpt_import_item_update_list (GListStore *list,
                                GPtrArray  *items)
{
  tlsrpt_list_store_update (list, items, (GEqualFunc) (void *) take_place);
}
