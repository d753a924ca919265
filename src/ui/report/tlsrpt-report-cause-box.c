/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-report-cause-box.h"

#include "tlsrpt-copy-row.h"
#include "tlsrpt-display.h"
#include "tlsrpt-evidence-text.h"
#include "tlsrpt-heading.h"
#include "tlsrpt-report-fact.h"

#include <glib/gi18n.h>
#include <string.h>

/* What a step says before its command, if that is at its end. */
static char *
dup_sentence (const char *step,
              const char *command)
{
  char *sentence = tlsrpt_display_strip_isolates (step);
  gsize length = strlen (sentence);

  if (!g_str_has_suffix (sentence, command))
    return sentence;

  /* The colon, with the space before it that some languages have. */
  length -= strlen (command);
  while (length > 0 && (strchr (": ", sentence[length - 1]) != NULL ||
                        (length > 1 && memcmp (sentence + length - 2, "\u00a0", 2) == 0)))
    length -= strchr (": ", sentence[length - 1]) != NULL ? 1 : 2;
  sentence[length] = '\0';

  return sentence;
}

static GtkWidget *
create_command_row (const char *title,
                    const char *step,
                    const char *command)
{
  g_autofree char *sentence = dup_sentence (step, command);
  /* Translators: “Step 2”, and what to do */
  g_autofree char *full_title = g_strdup_printf (_("%s: %s"), title, sentence);
  /* Translators: copies a command; %s is a sentence that says what the command does */
  g_autofree char *copy_label = g_strdup_printf (_("Copy Command: %s"), sentence);

  return g_object_new (TLSRPT_TYPE_COPY_ROW,
                       "copied-label", _("Command copied"),
                       "copy-label", copy_label,
                       "text", command,
                       "title", full_title,
                       NULL);
}

/**
 * tlsrpt_report_cause_append_steps:
 * @list: a list
 * @steps: (array zero-terminated=1): what to do, as sentences
 * @commands: (array zero-terminated=1): for each step its command, or an empty string
 *
 * Appends a row for each step, with a button that copies the command.
 */
void
tlsrpt_report_cause_append_steps (GtkListBox        *list,
                                  const char *const *steps,
                                  const char *const *commands)
{
  for (guint i = 0; steps[i] != NULL; i++)
    {
      /* Translators: what to do first, second and so on; %u is the number */
      g_autofree char *number = g_strdup_printf (_("Step %u"), i + 1);
      const char *title = steps[1] != NULL ? number : _("What to Do");

      gtk_list_box_append (list, *commands[i] != '\0'
                                   ? create_command_row (title, steps[i], commands[i])
                                   : tlsrpt_report_fact_new_text (title, steps[i]));
    }
}

/**
 * tlsrpt_report_cause_append_published:
 * @list: a list
 * @name: where to publish it
 * @value: a text to publish
 *
 * Appends a row with a text, and what copies it.
 */
void
tlsrpt_report_cause_append_published (GtkListBox *list,
                                      const char *name,
                                      const char *value)
{
  /* Translators: %s is a URL or the name of a record, where to publish a text */
  g_autofree char *title = g_strdup_printf (_("To publish at %s"), name);
  /* Translators: copies a text; %s is a URL or the name of a record, where to publish it */
  g_autofree char *copy_label = g_strdup_printf (_("Copy Text for %s"), name);
  GtkWidget *row = g_object_new (TLSRPT_TYPE_COPY_ROW,
                                 "copied-label", _("Text copied"),
                                 "copy-label", copy_label,
                                 "text", value,
                                 "title", title,
                                 NULL);

  gtk_list_box_append (list, row);
}

/**
 * tlsrpt_report_cause_append:
 * @box: a vertical box
 * @title: the heading
 * @cause: why something failed
 *
 * Appends a cause: what it is and how sure that is, what speaks for it, and what to do.
 */
void
tlsrpt_report_cause_append (GtkBox            *box,
                            const char        *title,
                            const TlsrptCause *cause)
{
  GtkListBox *list = tlsrpt_heading_append_list (box, title);
  g_auto (GStrv) evidence = tlsrpt_cause_dup_evidence (cause);
  gsize n_evidence = g_strv_length (evidence);

  gtk_list_box_append (list, tlsrpt_report_fact_new_text (tlsrpt_confidence_get_label (cause->confidence),
                                                          cause->message));
  if (n_evidence > 0)
    gtk_list_box_append (list, tlsrpt_report_fact_new_lines (_("In the Reports"),
                                                             (const char *const *) evidence,
                                                             n_evidence));
  gtk_list_box_append (list,
                       tlsrpt_report_fact_new_text (_("Who Must Act"),
                                                    tlsrpt_failure_actors_get_label (cause->actors)));
  tlsrpt_report_cause_append_steps (list, (const char *const *) cause->steps,
                                    (const char *const *) cause->commands);
  if (cause->publish_value != NULL)
    tlsrpt_report_cause_append_published (list, cause->publish_name, cause->publish_value);
}
