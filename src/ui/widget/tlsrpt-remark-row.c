/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-remark-row.h"

#include "tlsrpt-accessible.h"
#include "tlsrpt-display.h"
#include "tlsrpt-reference.h"
#include "tlsrpt-severity-look.h"
#include "tlsrpt-technical-label.h"

#include <glib/gi18n.h>

/**
 * TlsrptRemarkRow:
 *
 * A row that shows a [class@Remark]: an icon for its severity, what it says, why, and
 * where, and a button for its repair.  It is visible while there is a remark.
 *
 * It can be activated if the remark has a range, so that a list can go there.
 */
struct _TlsrptRemarkRow
{
  AdwPreferencesRow  parent_instance;

  TlsrptRemark      *remark;
  char              *repair_title;
  TlsrptSeverity     severity; /* of a message without a remark */

  /* Template widgets */
  GtkLabel          *detail_label;
  GtkLabel          *excerpt_label;
  GtkButton         *guide_button;
  GtkImage          *icon;
  GtkLabel          *message_label;
  GtkButton         *repair_button;
  GtkLabel          *repair_label;
};

G_DEFINE_FINAL_TYPE (TlsrptRemarkRow, tlsrpt_remark_row, ADW_TYPE_PREFERENCES_ROW)

enum
{
  PROP_0,
  PROP_MESSAGE,
  PROP_REMARK,
  PROP_REPAIR_LABEL,
  PROP_SEVERITY,
  N_PROPS,
};

enum
{
  SIGNAL_REPAIRED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void
show_severity (TlsrptRemarkRow *self)
{
  TlsrptSeverity severity = tlsrpt_remark_get_severity (self->remark);
  const char *classes[] = { tlsrpt_severity_get_style (severity), NULL };
  const char *label = tlsrpt_severity_get_label (severity);

  gtk_image_set_from_icon_name (self->icon, tlsrpt_severity_get_icon_name (severity));
  gtk_widget_set_css_classes (GTK_WIDGET (self->icon), classes);
  tlsrpt_accessible_set_name (GTK_ACCESSIBLE (self->icon), label);
}

/* Says why, or else where the rule is written. */
static void
show_detail (TlsrptRemarkRow *self)
{
  const char *section = tlsrpt_remark_get_section (self->remark);
  g_autofree char *detail = g_strdup (tlsrpt_remark_get_detail (self->remark));

  if (detail == NULL && section != NULL)
    detail = tlsrpt_reference_dup (section);

  gtk_label_set_label (self->detail_label, detail);
  gtk_widget_set_visible (GTK_WIDGET (self->detail_label), detail != NULL);
}

static char *
name_repair (TlsrptRemarkRow *self,
             const char      *repair)
{
  g_autofree char *shown = NULL;

  if (self->repair_title != NULL)
    return g_strdup (self->repair_title);

  if (repair[0] == '\0')
    return g_strdup (_("Remove"));

  shown = tlsrpt_display_isolate (repair, -1);
  /* Translators: a button; %s is a domain, an email address, a URL, or a part of a record
   * that takes the place of what was typed */
  return g_strdup_printf (_("Use “%s”"), shown);
}

static void
show_repair (TlsrptRemarkRow *self)
{
  const char *repair = self->remark != NULL ? tlsrpt_remark_get_repair (self->remark) : NULL;
  g_autofree char *label = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->repair_button), repair != NULL);
  if (repair == NULL)
    return;

  label = name_repair (self, repair);
  gtk_label_set_label (self->repair_label, label);
  tlsrpt_accessible_set_name (GTK_ACCESSIBLE (self->repair_button), label);
}

/* Who goes through the list by keyboard comes by each row: by the row itself, unless
 * something in it takes the focus, since a list lets it go no further than to its row. */
static void
show_range (TlsrptRemarkRow *self)
{
  gboolean has_range = tlsrpt_remark_get_range (self->remark) != NULL;
  gboolean has_child = tlsrpt_remark_get_repair (self->remark) != NULL ||
                       gtk_widget_get_visible (GTK_WIDGET (self->guide_button)) ||
                       gtk_widget_get_visible (GTK_WIDGET (self->excerpt_label));

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), has_range);
  gtk_widget_set_focusable (GTK_WIDGET (self), has_range || !has_child);
}

static void
show_remark (TlsrptRemarkRow *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self), self->remark != NULL);
  show_severity (self);
  show_repair (self);
  if (self->remark == NULL)
    return;

  gtk_label_set_label (self->message_label, tlsrpt_remark_get_message (self->remark));
  show_detail (self);
  show_range (self);
}

/* Says something that is no more than a sentence. */
static void
set_message (TlsrptRemarkRow *self,
             const char      *message)
{
  g_autoptr (TlsrptRemark) remark = NULL;

  if (message != NULL)
    remark = tlsrpt_remark_new (self->severity, "message", NULL, "%s", message);

  tlsrpt_remark_row_set_remark (self, remark);
}

static void
repair_clicked_cb (TlsrptRemarkRow *self)
{
  g_signal_emit (self, signals[SIGNAL_REPAIRED], 0);
}

static void
tlsrpt_remark_row_get_property (GObject    *object,
                                guint       property_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  TlsrptRemarkRow *self = TLSRPT_REMARK_ROW (object);

  switch (property_id)
    {
    case PROP_REMARK:
      g_value_set_object (value, self->remark);
      break;

    case PROP_REPAIR_LABEL:
      g_value_set_string (value, self->repair_title);
      break;

    case PROP_SEVERITY:
      g_value_set_enum (value, self->severity);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
tlsrpt_remark_row_set_property (GObject      *object,
                                guint         property_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  TlsrptRemarkRow *self = TLSRPT_REMARK_ROW (object);

  switch (property_id)
    {
    case PROP_MESSAGE:
      set_message (self, g_value_get_string (value));
      break;

    case PROP_REMARK:
      tlsrpt_remark_row_set_remark (self, g_value_get_object (value));
      break;

    case PROP_REPAIR_LABEL:
      g_free (self->repair_title);
      self->repair_title = g_value_dup_string (value);
      show_repair (self);
      break;

    case PROP_SEVERITY:
      self->severity = g_value_get_enum (value);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
tlsrpt_remark_row_dispose (GObject *object)
{
  TlsrptRemarkRow *self = TLSRPT_REMARK_ROW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), TLSRPT_TYPE_REMARK_ROW);
  g_clear_object (&self->remark);

  G_OBJECT_CLASS (tlsrpt_remark_row_parent_class)->dispose (object);
}

static void
tlsrpt_remark_row_finalize (GObject *object)
{
  TlsrptRemarkRow *self = TLSRPT_REMARK_ROW (object);

  g_free (self->repair_title);

  G_OBJECT_CLASS (tlsrpt_remark_row_parent_class)->finalize (object);
}

static void
tlsrpt_remark_row_class_init (TlsrptRemarkRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tlsrpt_remark_row_dispose;
  object_class->finalize = tlsrpt_remark_row_finalize;
  object_class->get_property = tlsrpt_remark_row_get_property;
  object_class->set_property = tlsrpt_remark_row_set_property;

  /**
   * TlsrptRemarkRow:message:
   *
   * Sets a remark that is only this sentence, with the severity that was set before.
   */
  properties[PROP_MESSAGE] =
    g_param_spec_string ("message", NULL, NULL, NULL,
                         G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);

  /**
   * TlsrptRemarkRow:remark:
   *
   * What the row says; `NULL` hides the row.
   */
  properties[PROP_REMARK] =
    g_param_spec_object ("remark", NULL, NULL, TLSRPT_TYPE_REMARK,
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);

  /**
   * TlsrptRemarkRow:repair-label:
   *
   * What the button says; `NULL` for “Use” and the repair.
   */
  properties[PROP_REPAIR_LABEL] =
    g_param_spec_string ("repair-label", NULL, NULL, NULL,
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);

  /**
   * TlsrptRemarkRow:severity:
   *
   * How much a [property@RemarkRow:message] matters.
   */
  properties[PROP_SEVERITY] =
    g_param_spec_enum ("severity", NULL, NULL, TLSRPT_TYPE_SEVERITY, TLSRPT_SEVERITY_NONE,
                       G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * TlsrptRemarkRow::repaired:
   *
   * The repair is wanted.
   */
  signals[SIGNAL_REPAIRED] =
    g_signal_new ("repaired",
                  G_TYPE_FROM_CLASS (klass),
                  G_SIGNAL_RUN_LAST,
                  0,
                  NULL, NULL, NULL,
                  G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/tlsrpt-remark-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TlsrptRemarkRow, detail_label);
  gtk_widget_class_bind_template_child (widget_class, TlsrptRemarkRow, excerpt_label);
  gtk_widget_class_bind_template_child (widget_class, TlsrptRemarkRow, guide_button);
  gtk_widget_class_bind_template_child (widget_class, TlsrptRemarkRow, icon);
  gtk_widget_class_bind_template_child (widget_class, TlsrptRemarkRow, message_label);
  gtk_widget_class_bind_template_child (widget_class, TlsrptRemarkRow, repair_button);
  gtk_widget_class_bind_template_child (widget_class, TlsrptRemarkRow, repair_label);
  gtk_widget_class_bind_template_callback (widget_class, repair_clicked_cb);
}

static void
tlsrpt_remark_row_init (TlsrptRemarkRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  tlsrpt_technical_label_init (self->excerpt_label);
}

/**
 * tlsrpt_remark_row_new:
 * @remark: (nullable): what the row says
 *
 * Creates a row.
 *
 * Returns: (transfer floating): the row
 */
GtkWidget *
tlsrpt_remark_row_new (TlsrptRemark *remark)
{
  return g_object_new (TLSRPT_TYPE_REMARK_ROW, "remark", remark, NULL);
}

/**
 * tlsrpt_remark_row_get_remark:
 *
 * Returns: (transfer none) (nullable): what the row says
 */
TlsrptRemark *
tlsrpt_remark_row_get_remark (TlsrptRemarkRow *self)
{
  g_return_val_if_fail (TLSRPT_IS_REMARK_ROW (self), NULL);

  return self->remark;
}

void
tlsrpt_remark_row_set_remark (TlsrptRemarkRow *self,
                              TlsrptRemark    *remark)
{
  g_return_if_fail (TLSRPT_IS_REMARK_ROW (self));
  g_return_if_fail (remark == NULL || TLSRPT_IS_REMARK (remark));

  if (g_set_object (&self->remark, remark))
    show_remark (self);
}

/**
 * tlsrpt_remark_row_set_excerpt:
 * @excerpt: the part of a record that the remark is about
 *
 * Shows where it is.  The span is underlined, as misspelled words are.
 */
void
tlsrpt_remark_row_set_excerpt (TlsrptRemarkRow     *self,
                               const TlsrptExcerpt *excerpt)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  PangoAttribute *const marks[] = {
    pango_attr_underline_new (PANGO_UNDERLINE_ERROR),
    pango_attr_weight_new (PANGO_WEIGHT_BOLD),
  };

  g_return_if_fail (TLSRPT_IS_REMARK_ROW (self));
  g_return_if_fail (self->remark != NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      marks[i]->start_index = excerpt->start;
      marks[i]->end_index = excerpt->end;
      pango_attr_list_insert (attributes, marks[i]);
    }
  pango_attr_list_insert (attributes, pango_attr_insert_hyphens_new (FALSE));
  tlsrpt_technical_label_add_tokens (attributes, excerpt->text);

  gtk_label_set_label (self->excerpt_label, excerpt->text);
  gtk_label_set_attributes (self->excerpt_label, attributes);
  gtk_widget_set_visible (GTK_WIDGET (self->excerpt_label), TRUE);
  show_range (self);
}

/**
 * tlsrpt_remark_row_show_success:
 * @self: a row with a remark
 *
 * Shows that the remark is good news, until there is another one.
 */
void
tlsrpt_remark_row_show_success (TlsrptRemarkRow *self)
{
  static const char *const classes[] = { "success", NULL };

  g_return_if_fail (TLSRPT_IS_REMARK_ROW (self));

  gtk_image_set_from_icon_name (self->icon, "object-select-symbolic");
  gtk_widget_set_css_classes (GTK_WIDGET (self->icon), (const char **) classes);
  tlsrpt_accessible_set_name (GTK_ACCESSIBLE (self->icon), _("Valid"));
}

/**
 * tlsrpt_remark_row_set_topic:
 * @self: a row with a remark
 * @topic: (nullable): the ID of the entry of the guide that explains it
 *
 * Adds a button that leads to the guide.
 */
void
tlsrpt_remark_row_set_topic (TlsrptRemarkRow *self,
                             const char      *topic)
{
  g_return_if_fail (TLSRPT_IS_REMARK_ROW (self));
  g_return_if_fail (self->remark != NULL);

  gtk_widget_set_visible (GTK_WIDGET (self->guide_button), topic != NULL);
  if (topic != NULL)
    {
      gtk_actionable_set_action_target (GTK_ACTIONABLE (self->guide_button), "s", topic);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (self->guide_button), "app.explain");
    }
  show_range (self);
}
