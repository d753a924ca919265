/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-view-title.h"

#include "tlsrpt-stack.h"

/**
 * TlsrptViewTitle:
 *
 * The title in the middle of a header bar: the switcher of the views or, where that has
 * no room, the title of the window.
 *
 * [class@Adw.ViewSwitcherTitle] has a second switcher for the widths between, whose
 * sixty widgets are built and measured before anything is shown.
 */
struct _TlsrptViewTitle
{
  GtkWidget        parent_instance;

  gboolean         is_narrow;

  /* Template widgets */
  AdwViewSwitcher *switcher;
  AdwWindowTitle  *title;
};

G_DEFINE_FINAL_TYPE (TlsrptViewTitle, tlsrpt_view_title, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_NARROW,
  PROP_STACK,
  PROP_TITLE,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
show_child (TlsrptViewTitle *self,
            gboolean         is_narrow)
{
  GtkWidget *shown = is_narrow ? GTK_WIDGET (self->title) : GTK_WIDGET (self->switcher);

  gtk_widget_set_child_visible (GTK_WIDGET (self->switcher), !is_narrow);
  gtk_widget_set_child_visible (GTK_WIDGET (self->title), is_narrow);
  tlsrpt_stack_hide_others (GTK_WIDGET (self), shown);

  if (self->is_narrow == is_narrow)
    return;

  self->is_narrow = is_narrow;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NARROW]);
}

static void
tlsrpt_view_title_measure (GtkWidget      *widget,
                           GtkOrientation  orientation,
                           int             for_size,
                           int            *minimum,
                           int            *natural,
                           int            *minimum_baseline,
                           int            *natural_baseline)
{
  TlsrptViewTitle *self = TLSRPT_VIEW_TITLE (widget);
  int switcher_minimum, switcher_natural, title_minimum, title_natural;

  gtk_widget_measure (GTK_WIDGET (self->switcher), orientation, -1,
                      &switcher_minimum, &switcher_natural, NULL, NULL);
  gtk_widget_measure (GTK_WIDGET (self->title), orientation, -1,
                      &title_minimum, &title_natural, NULL, NULL);

  *natural = MAX (switcher_natural, title_natural);
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL
               ? MIN (switcher_minimum, title_minimum)
               : MAX (switcher_minimum, title_minimum);
}

static void
tlsrpt_view_title_size_allocate (GtkWidget *widget,
                                 int        width,
                                 int        height,
                                 int        baseline)
{
  TlsrptViewTitle *self = TLSRPT_VIEW_TITLE (widget);
  GtkAllocation allocation = { 0, 0, width, height };
  int needed;

  gtk_widget_measure (GTK_WIDGET (self->switcher), GTK_ORIENTATION_HORIZONTAL, -1,
                      NULL, &needed, NULL, NULL);
  show_child (self, width < needed);
  gtk_widget_size_allocate (self->is_narrow ? GTK_WIDGET (self->title) : GTK_WIDGET (self->switcher),
                            &allocation, baseline);
}

static void
tlsrpt_view_title_get_property (GObject    *object,
                                guint       property_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  TlsrptViewTitle *self = TLSRPT_VIEW_TITLE (object);

  switch (property_id)
    {
    case PROP_NARROW:
      g_value_set_boolean (value, self->is_narrow);
      break;

    case PROP_STACK:
      g_value_set_object (value, adw_view_switcher_get_stack (self->switcher));
      break;

    case PROP_TITLE:
      g_value_set_string (value, adw_window_title_get_title (self->title));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
tlsrpt_view_title_set_property (GObject      *object,
                                guint         property_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  TlsrptViewTitle *self = TLSRPT_VIEW_TITLE (object);

  switch (property_id)
    {
    case PROP_STACK:
      adw_view_switcher_set_stack (self->switcher, g_value_get_object (value));
      break;

    case PROP_TITLE:
      adw_window_title_set_title (self->title, g_value_get_string (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
tlsrpt_view_title_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TLSRPT_TYPE_VIEW_TITLE);

  G_OBJECT_CLASS (tlsrpt_view_title_parent_class)->dispose (object);
}

static void
tlsrpt_view_title_class_init (TlsrptViewTitleClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tlsrpt_view_title_dispose;
  object_class->get_property = tlsrpt_view_title_get_property;
  object_class->set_property = tlsrpt_view_title_set_property;

  widget_class->measure = tlsrpt_view_title_measure;
  widget_class->size_allocate = tlsrpt_view_title_size_allocate;

  /**
   * TlsrptViewTitle:narrow:
   *
   * Whether the title is shown, because the switcher has no room.
   */
  properties[PROP_NARROW] =
    g_param_spec_boolean ("narrow", NULL, NULL, FALSE,
                          G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  /**
   * TlsrptViewTitle:stack:
   *
   * The views to switch between.
   */
  properties[PROP_STACK] =
    g_param_spec_object ("stack", NULL, NULL, ADW_TYPE_VIEW_STACK,
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);

  /**
   * TlsrptViewTitle:title:
   *
   * The title of the window.
   */
  properties[PROP_TITLE] =
    g_param_spec_string ("title", NULL, NULL, "",
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/tlsrpt-view-title.ui");
  gtk_widget_class_bind_template_child (widget_class, TlsrptViewTitle, switcher);
  gtk_widget_class_bind_template_child (widget_class, TlsrptViewTitle, title);
}

static void
tlsrpt_view_title_init (TlsrptViewTitle *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

gboolean
tlsrpt_view_title_get_narrow (TlsrptViewTitle *self)
{
  g_return_val_if_fail (TLSRPT_IS_VIEW_TITLE (self), FALSE);

  return self->is_narrow;
}
