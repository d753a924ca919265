/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-lazy-page.h"

#include "tlsrpt-record.h"

/**
 * TlsrptLazyPage:
 *
 * A page of the window that is built when it is first shown, so that the window
 * starts as fast as if it had one page.
 *
 * A page that has a property `record` gets [property@LazyPage:record], and what
 * tlsrpt_lazy_page_set_state() was called with becomes its property `state`.
 */
struct _TlsrptLazyPage
{
  AdwBin        parent_instance;

  GType         page_type;
  TlsrptRecord *record;
  TlsrptState  *state;
};

G_DEFINE_FINAL_TYPE (TlsrptLazyPage, tlsrpt_lazy_page, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_PAGE_TYPE,
  PROP_RECORD,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

enum
{
  BUILT,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
tlsrpt_lazy_page_map (GtkWidget *widget)
{
  /* Before the parent is mapped, so that the page is mapped with it. */
  tlsrpt_lazy_page_get_page (TLSRPT_LAZY_PAGE (widget));

  GTK_WIDGET_CLASS (tlsrpt_lazy_page_parent_class)->map (widget);
}

static void
tlsrpt_lazy_page_get_property (GObject    *object,
                               guint       property_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  TlsrptLazyPage *self = TLSRPT_LAZY_PAGE (object);

  switch (property_id)
    {
    case PROP_PAGE_TYPE:
      g_value_set_gtype (value, self->page_type);
      break;

    case PROP_RECORD:
      g_value_set_object (value, self->record);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
tlsrpt_lazy_page_set_property (GObject      *object,
                               guint         property_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  TlsrptLazyPage *self = TLSRPT_LAZY_PAGE (object);

  switch (property_id)
    {
    case PROP_PAGE_TYPE:
      self->page_type = g_value_get_gtype (value);
      break;

    case PROP_RECORD:
      g_set_object (&self->record, g_value_get_object (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
tlsrpt_lazy_page_dispose (GObject *object)
{
  TlsrptLazyPage *self = TLSRPT_LAZY_PAGE (object);

  g_clear_object (&self->record);
  g_clear_object (&self->state);

  G_OBJECT_CLASS (tlsrpt_lazy_page_parent_class)->dispose (object);
}

static void
tlsrpt_lazy_page_class_init (TlsrptLazyPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tlsrpt_lazy_page_dispose;
  object_class->get_property = tlsrpt_lazy_page_get_property;
  object_class->set_property = tlsrpt_lazy_page_set_property;

  widget_class->map = tlsrpt_lazy_page_map;

  /**
   * TlsrptLazyPage:page-type:
   *
   * The widget to build.
   */
  properties[PROP_PAGE_TYPE] =
    g_param_spec_gtype ("page-type", NULL, NULL, GTK_TYPE_WIDGET,
                        G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);

  /**
   * TlsrptLazyPage:record:
   *
   * The record of the window.
   */
  properties[PROP_RECORD] =
    g_param_spec_object ("record", NULL, NULL, TLSRPT_TYPE_RECORD,
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * TlsrptLazyPage::built:
   * @self: a lazy page
   * @page: the page that was built
   *
   * The page is there, and gets what else it needs.
   */
  signals[BUILT] = g_signal_new ("built", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                 0, NULL, NULL, NULL, G_TYPE_NONE, 1, GTK_TYPE_WIDGET);
}

static void
tlsrpt_lazy_page_init (TlsrptLazyPage *self)
{
}

/**
 * tlsrpt_lazy_page_get_page:
 * @self: a lazy page
 *
 * Gets the page, building it if it has not been shown yet.
 *
 * Returns: (transfer none): the page
 */
GtkWidget *
tlsrpt_lazy_page_get_page (TlsrptLazyPage *self)
{
  GtkWidget *page;

  g_return_val_if_fail (TLSRPT_IS_LAZY_PAGE (self), NULL);

  page = adw_bin_get_child (ADW_BIN (self));
  if (page != NULL)
    return page;

  page = g_object_new (self->page_type, NULL);
  if (g_object_class_find_property (G_OBJECT_GET_CLASS (page), "record") != NULL)
    g_object_set (page, "record", self->record, NULL);
  if (self->state != NULL)
    g_object_set (page, "state", self->state, NULL);

  adw_bin_set_child (ADW_BIN (self), page);
  g_signal_emit (self, signals[BUILT], 0, page);

  return page;
}

/**
 * tlsrpt_lazy_page_set_state:
 * @self: a lazy page whose page has a state
 * @state: what is kept
 *
 * Sets the state of the page, without building it for that.
 */
void
tlsrpt_lazy_page_set_state (TlsrptLazyPage *self,
                            TlsrptState    *state)
{
  g_return_if_fail (TLSRPT_IS_LAZY_PAGE (self));
  g_return_if_fail (TLSRPT_IS_STATE (state));

  g_set_object (&self->state, state);
  if (adw_bin_get_child (ADW_BIN (self)) != NULL)
    g_object_set (adw_bin_get_child (ADW_BIN (self)), "state", state, NULL);
}

gboolean
tlsrpt_lazy_page_is_built (TlsrptLazyPage *self)
{
  g_return_val_if_fail (TLSRPT_IS_LAZY_PAGE (self), FALSE);

  return adw_bin_get_child (ADW_BIN (self)) != NULL;
}
