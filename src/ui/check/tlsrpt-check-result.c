/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-check-result.h"

#include "tlsrpt-advice-topic.h"
#include "tlsrpt-comparison.h"
#include "tlsrpt-display.h"
#include "tlsrpt-domain.h"
#include "tlsrpt-fact-row.h"
#include "tlsrpt-host.h"
#include "tlsrpt-look-box.h"
#include "tlsrpt-marked-row.h"
#include "tlsrpt-pill-button.h"
#include "tlsrpt-provider.h"
#include "tlsrpt-remark-row.h"
#include "tlsrpt-toast.h"
#include "tlsrpt-ttl.h"
#include "tlsrpt-txt.h"
#include "tlsrpt-verdict-row.h"
#include "tlsrpt-watch-offer.h"

#include <glib/gi18n.h>

/* Most findings that are shown: a list box is slow with more. */
#define MOST_FINDINGS 50

/**
 * TlsrptCheckResult:
 *
 * The result of a check: three verdicts, what to do, and the answers of DNS.
 */
struct _TlsrptCheckResult
{
  GtkBox               parent_instance;

  TlsrptCheck         *check;

  /* Template widgets */
  AdwPreferencesGroup *advice_group;
  GtkListBox          *advice_list;
  GtkWidget           *comparison_group;
  GtkWidget           *copy_button;
  GtkLabel            *domain_label;
  TlsrptMarkedRow     *expected_row;
  AdwPreferencesGroup *facts_group;
  AdwPreferencesGroup *findings_group;
  GtkListBox          *findings_list;
  TlsrptVerdictRow    *match_row;
  TlsrptLookBox       *look_box;
  AdwStatusPage       *no_answer_page;
  TlsrptVerdictRow    *presence_row;
  GtkListBox          *provider_list;
  TlsrptMarkedRow     *published_row;
  GtkLabel            *time_label;
  GtkButton           *use_button;
  TlsrptVerdictRow    *validity_row;
  GtkWidget           *verdict_box;
  TlsrptWatchOffer    *watch_offer;
};

G_DEFINE_FINAL_TYPE (TlsrptCheckResult, tlsrpt_check_result, GTK_TYPE_BOX)

enum
{
  PROP_0,
  PROP_CHECK,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
import (TlsrptCheckResult *self,
        const char        *text)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.import-text", "s", text);
}

/* What belongs into DNS in place of what is there. */
static void
copy_clicked_cb (TlsrptCheckResult *self)
{
  g_autoptr (TlsrptRecord) record = NULL;

  g_object_get (self->check, "record", &record, NULL);
  tlsrpt_toast_copy (GTK_WIDGET (self), tlsrpt_record_get_value (record), _("Value copied"));
}

/* As a line of a zone file, which says what domain it is for: the form may have another. */
static void
use_clicked_cb (TlsrptCheckResult *self)
{
  const TlsrptVerdict *verdict = tlsrpt_check_get_verdict (self->check);
  gsize length;
  const char *octets = tlsrpt_answer_get_octets (verdict->text, &length);
  g_autofree char *value = g_utf8_make_valid (octets, (gssize) length);
  g_autofree char *name = tlsrpt_domain_to_owner_name (verdict->published->domain);
  g_autoptr (GString) line = g_string_new (NULL);

  tlsrpt_txt_append_line (line, name, TLSRPT_TTL_TESTING, value);
  import (self, line->str);
}

static void
advice_repaired_cb (TlsrptRemarkRow   *row,
                    TlsrptCheckResult *self)
{
  import (self, tlsrpt_remark_get_repair (tlsrpt_remark_row_get_remark (row)));
}

static void
clear_list (GtkListBox *list)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (list, 0)) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (row));
}

static void
show_heading (TlsrptCheckResult *self,
              TlsrptPublished   *published)
{
  g_autofree char *name = tlsrpt_host_dup_shown (published->domain);
  g_autofree char *domain = tlsrpt_display_isolate (name, -1);
  g_autoptr (GDateTime) local = g_date_time_to_local (published->time);
  /* Translators: when DNS was asked: date and time as the country writes them; see
   * “man strftime”
   * xgettext:no-c-format */
  g_autofree char *time = g_date_time_format (local, _("Checked on %b %-e, %Y, at %H:%M"));

  gtk_label_set_label (self->domain_label, domain);
  gtk_label_set_label (self->time_label, time);
}

/* Without a record there is nothing to validate or to compare. */
static void
show_part (TlsrptVerdictRow        *row,
           const TlsrptVerdictPart *part)
{
  gtk_widget_set_visible (GTK_WIDGET (row), part != NULL);
  if (part != NULL)
    tlsrpt_verdict_row_set_part (row, part);
}

static void
show_parts (TlsrptCheckResult   *self,
            const TlsrptVerdict *verdict)
{
  g_autoptr (TlsrptVerdictPart) presence = tlsrpt_verdict_part_new_presence (verdict);
  g_autoptr (TlsrptVerdictPart) validity = tlsrpt_verdict_part_new_validity (verdict);
  g_autoptr (TlsrptVerdictPart) match = tlsrpt_verdict_part_new_match (verdict);

  show_part (self->presence_row, presence);
  show_part (self->validity_row, validity);
  show_part (self->match_row, match);

  gtk_widget_set_visible (GTK_WIDGET (self->use_button),
                          verdict->text != NULL && verdict->match != TLSRPT_MATCH_SAME);
  /* The form has a record for this domain, and DNS does not have it. */
  tlsrpt_watch_offer_set_wanted (self->watch_offer, verdict->match == TLSRPT_MATCH_DIFFERENT);
}

/* Only where a record differs from the one of the form, which is for this domain then. */
static void
show_comparison (TlsrptCheckResult   *self,
                 const TlsrptVerdict *verdict)
{
  gboolean is_different = verdict->text != NULL && verdict->match == TLSRPT_MATCH_DIFFERENT;
  g_autoptr (TlsrptComparison) comparison = NULL;
  g_autoptr (TlsrptRecord) record = NULL;

  gtk_widget_set_visible (self->comparison_group, is_different);
  gtk_widget_set_visible (self->copy_button, is_different);
  if (!is_different)
    return;

  g_object_get (self->check, "record", &record, NULL);
  comparison = tlsrpt_comparison_new (verdict->text, tlsrpt_record_get_value (record));
  tlsrpt_marked_row_set_text (self->published_row, comparison->published.text,
                              comparison->published.marks);
  tlsrpt_marked_row_set_text (self->expected_row, comparison->expected.text,
                              comparison->expected.marks);
}

static void
show_advice (TlsrptCheckResult *self,
             GPtrArray         *list)
{
  clear_list (self->advice_list);

  for (guint i = 0; i < list->len; i++)
    {
      TlsrptRemark *advice = g_ptr_array_index (list, i);
      gboolean is_several = g_str_equal (tlsrpt_remark_get_code (advice), "several-records");
      GtkWidget *row = tlsrpt_remark_row_new (advice);

      g_object_set (row,
                    "repair-label", is_several ? _("Merge Them") : _("Use This Record"),
                    NULL);
      g_signal_connect (row, "repaired", G_CALLBACK (advice_repaired_cb), self);
      tlsrpt_remark_row_set_topic (TLSRPT_REMARK_ROW (row),
                                   tlsrpt_advice_topic_find (tlsrpt_remark_get_code (advice)));
      gtk_list_box_append (self->advice_list, row);
    }

  gtk_widget_set_visible (GTK_WIDGET (self->advice_group), list->len > 0);
}

static GtkWidget *
create_finding_row (const TlsrptGrammar *grammar,
                    const TlsrptFinding *finding)
{
  g_autoptr (TlsrptRemark) remark = tlsrpt_finding_to_remark (finding, NULL, NULL);
  g_autoptr (TlsrptExcerpt) excerpt = NULL;
  GtkWidget *row = tlsrpt_remark_row_new (remark);

  excerpt = tlsrpt_excerpt_new (grammar->text, grammar->length, finding->offset, finding->length);
  tlsrpt_remark_row_set_excerpt (TLSRPT_REMARK_ROW (row), excerpt);

  return row;
}

static void
show_findings (TlsrptCheckResult   *self,
               const TlsrptGrammar *grammar)
{
  gsize n = grammar != NULL ? MIN (grammar->n_findings, MOST_FINDINGS) : 0;

  clear_list (self->findings_list);

  for (gsize i = 0; i < n; i++)
    gtk_list_box_append (self->findings_list,
                         create_finding_row (grammar, &grammar->findings[i]));

  gtk_widget_set_visible (GTK_WIDGET (self->findings_group), n > 0);
}

static void
show_facts (TlsrptCheckResult *self,
            TlsrptPublished   *published)
{
  g_autoptr (GPtrArray) facts = tlsrpt_fact_list (published);

  for (guint i = 0; i < facts->len; i++)
    adw_preferences_group_add (self->facts_group,
                               tlsrpt_fact_row_new (g_ptr_array_index (facts, i)));
}

static GtkWidget *
create_provider_row (const TlsrptProvider *provider,
                     gboolean              is_only,
                     TlsrptPublished      *published)
{
  g_autofree char *title = g_strdup_printf (is_only
                                              /* Translators: %s is the name of a DNS provider */
                                              ? _("Your DNS is at %s")
                                              /* Translators: %s is the name of a DNS provider */
                                              : _("Part of your DNS is at %s"),
                                            provider->title);
  GtkWidget *icon = gtk_image_new_from_icon_name ("go-next-symbolic");
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW,
                                 "action-name", "win.show-panel",
                                 "activatable", TRUE,
                                 "subtitle", _("See what to enter in its web form"),
                                 "title", title,
                                 "use-markup", FALSE,
                                 NULL);

  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "(sss)", provider->id,
                                    published->domain, published->zone);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), icon);

  return row;
}

/* What the check has seen; nobody is asked again. */
static void
show_providers (TlsrptCheckResult *self,
                TlsrptPublished   *published)
{
  g_autoptr (GPtrArray) providers = tlsrpt_provider_match (published->ns);

  gtk_widget_set_visible (GTK_WIDGET (self->provider_list),
                          published->zone != NULL && providers->len > 0);
  if (published->zone == NULL)
    return;

  for (guint i = 0; i < providers->len; i++)
    gtk_list_box_append (self->provider_list,
                         create_provider_row (g_ptr_array_index (providers, i),
                                              providers->len == 1, published));
}

/* Without an answer there is nothing to say about the domain. */
static void
show_no_answer (TlsrptCheckResult *self,
                TlsrptPublished   *published)
{
  TlsrptOutcome outcome = tlsrpt_answer_get_outcome (published->record);
  gboolean is_offline = outcome == TLSRPT_OUTCOME_NO_NETWORK &&
                        !g_network_monitor_get_network_available (g_network_monitor_get_default ());

  adw_status_page_set_title (self->no_answer_page,
                             is_offline                             ? _("No Network")
                             : outcome == TLSRPT_OUTCOME_NO_NETWORK ? _("Could Not Be Reached")
                                                                    : _("No Answer"));
  adw_status_page_set_description (self->no_answer_page, tlsrpt_outcome_get_message (outcome));
}

/* Called again when the record that the check compares with has changed. */
static void
show_verdict (TlsrptCheckResult *self)
{
  const TlsrptVerdict *verdict = tlsrpt_check_get_verdict (self->check);

  show_parts (self, verdict);
  show_comparison (self, verdict);
  show_advice (self, verdict->advice);
  show_findings (self, verdict->grammar);
}

static void
tlsrpt_check_result_get_property (GObject    *object,
                                  guint       property_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  TlsrptCheckResult *self = TLSRPT_CHECK_RESULT (object);

  switch (property_id)
    {
    case PROP_CHECK:
      g_value_set_object (value, self->check);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
tlsrpt_check_result_set_property (GObject      *object,
                                  guint         property_id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  TlsrptCheckResult *self = TLSRPT_CHECK_RESULT (object);

  switch (property_id)
    {
    case PROP_CHECK:
      self->check = g_value_dup_object (value);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
tlsrpt_check_result_constructed (GObject *object)
{
  TlsrptCheckResult *self = TLSRPT_CHECK_RESULT (object);
  TlsrptPublished *published = tlsrpt_check_get_verdict (self->check)->published;
  gboolean has_answer = tlsrpt_published_has_answer (published);

  G_OBJECT_CLASS (tlsrpt_check_result_parent_class)->constructed (object);

  gtk_widget_set_visible (GTK_WIDGET (self->no_answer_page), !has_answer);
  gtk_widget_set_visible (self->verdict_box, has_answer);
  if (!has_answer)
    {
      show_no_answer (self, published);
      return;
    }

  show_heading (self, published);
  tlsrpt_look_box_set_published (self->look_box, published,
                                 tlsrpt_check_has_own_server (self->check));
  show_verdict (self);
  show_providers (self, published);
  show_facts (self, published);
  g_signal_connect_object (self->check, "notify::verdict",
                           G_CALLBACK (show_verdict), self, G_CONNECT_SWAPPED);
}

static void
tlsrpt_check_result_dispose (GObject *object)
{
  TlsrptCheckResult *self = TLSRPT_CHECK_RESULT (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), TLSRPT_TYPE_CHECK_RESULT);
  g_clear_object (&self->check);

  G_OBJECT_CLASS (tlsrpt_check_result_parent_class)->dispose (object);
}

static void
tlsrpt_check_result_class_init (TlsrptCheckResultClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = tlsrpt_check_result_constructed;
  object_class->dispose = tlsrpt_check_result_dispose;
  object_class->get_property = tlsrpt_check_result_get_property;
  object_class->set_property = tlsrpt_check_result_set_property;

  /**
   * TlsrptCheckResult:check:
   *
   * A check with a verdict.
   */
  properties[PROP_CHECK] =
    g_param_spec_object ("check", NULL, NULL, TLSRPT_TYPE_CHECK,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (TLSRPT_TYPE_LOOK_BOX);
  g_type_ensure (TLSRPT_TYPE_MARKED_ROW);
  g_type_ensure (TLSRPT_TYPE_PILL_BUTTON);
  g_type_ensure (TLSRPT_TYPE_VERDICT_ROW);
  g_type_ensure (TLSRPT_TYPE_WATCH_OFFER);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/tlsrpt-check-result.ui");
  gtk_widget_class_bind_template_child (widget_class, TlsrptCheckResult, advice_group);
  gtk_widget_class_bind_template_child (widget_class, TlsrptCheckResult, advice_list);
  gtk_widget_class_bind_template_child (widget_class, TlsrptCheckResult, comparison_group);
  gtk_widget_class_bind_template_child (widget_class, TlsrptCheckResult, copy_button);
  gtk_widget_class_bind_template_child (widget_class, TlsrptCheckResult, domain_label);
  gtk_widget_class_bind_template_child (widget_class, TlsrptCheckResult, expected_row);
  gtk_widget_class_bind_template_child (widget_class, TlsrptCheckResult, facts_group);
  gtk_widget_class_bind_template_child (widget_class, TlsrptCheckResult, findings_group);
  gtk_widget_class_bind_template_child (widget_class, TlsrptCheckResult, findings_list);
  gtk_widget_class_bind_template_child (widget_class, TlsrptCheckResult, look_box);
  gtk_widget_class_bind_template_child (widget_class, TlsrptCheckResult, match_row);
  gtk_widget_class_bind_template_child (widget_class, TlsrptCheckResult, no_answer_page);
  gtk_widget_class_bind_template_child (widget_class, TlsrptCheckResult, presence_row);
  gtk_widget_class_bind_template_child (widget_class, TlsrptCheckResult, provider_list);
  gtk_widget_class_bind_template_child (widget_class, TlsrptCheckResult, published_row);
  gtk_widget_class_bind_template_child (widget_class, TlsrptCheckResult, time_label);
  gtk_widget_class_bind_template_child (widget_class, TlsrptCheckResult, use_button);
  gtk_widget_class_bind_template_child (widget_class, TlsrptCheckResult, validity_row);
  gtk_widget_class_bind_template_child (widget_class, TlsrptCheckResult, verdict_box);
  gtk_widget_class_bind_template_child (widget_class, TlsrptCheckResult, watch_offer);
  gtk_widget_class_bind_template_callback (widget_class, copy_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, use_clicked_cb);
}

static void
tlsrpt_check_result_init (TlsrptCheckResult *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tlsrpt_check_result_new:
 * @check: a check with a verdict
 *
 * Creates what shows the verdict.
 *
 * Returns: (transfer full): the widget
 */
GtkWidget *
tlsrpt_check_result_new (TlsrptCheck *check)
{
  g_return_val_if_fail (TLSRPT_IS_CHECK (check), NULL);
  g_return_val_if_fail (tlsrpt_check_get_verdict (check) != NULL, NULL);

  return g_object_new (TLSRPT_TYPE_CHECK_RESULT, "check", check, NULL);
}

/**
 * tlsrpt_check_result_ask_to_look:
 * @self: a result
 *
 * Offers to look at the mail servers, if there are any, to find out whether what was
 * reported is fixed.
 */
void
tlsrpt_check_result_ask_to_look (TlsrptCheckResult *self)
{
  g_return_if_fail (TLSRPT_IS_CHECK_RESULT (self));

  if (gtk_widget_get_visible (self->verdict_box))
    tlsrpt_look_box_ask_after_report (self->look_box);
}

TlsrptCheck *
tlsrpt_check_result_get_check (TlsrptCheckResult *self)
{
  g_return_val_if_fail (TLSRPT_IS_CHECK_RESULT (self), NULL);

  return self->check;
}

/**
 * tlsrpt_check_result_hide_domain:
 * @self: a result
 *
 * Has the result not name its domain, which stands above it.
 */
void
tlsrpt_check_result_hide_domain (TlsrptCheckResult *self)
{
  g_return_if_fail (TLSRPT_IS_CHECK_RESULT (self));

  gtk_widget_set_visible (GTK_WIDGET (self->domain_label), FALSE);
}
