/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-cli-connect.h"

#include "tlsrpt-display.h"
#include "tlsrpt-look-summary.h"
#include "tlsrpt-look-text.h"
#include "tlsrpt-wrap.h"

#include <glib/gi18n.h>

#define INDENT 2
#define DETAIL_INDENT 4

/* One paragraph after a label.  Foreign parts are harmless by now. */
static void
append_labelled (GString    *text,
                 guint       indent,
                 const char *label,
                 const char *value)
{
  /* Translators: %s is a label, such as “Published”; text follows */
  g_autofree char *lead = g_strdup_printf (_("%s: "), label);
  g_autofree char *plain_lead = tlsrpt_display_strip_isolates (lead);
  g_autofree char *first = g_strdup_printf ("%*s%s", (int) indent, "", plain_lead);
  g_autofree char *plain = tlsrpt_display_strip_isolates (value);

  tlsrpt_wrap_append (text, plain, first, indent + INDENT, tlsrpt_wrap_get_width ());
}

static void
append_line (GString    *text,
             guint       indent,
             const char *line)
{
  g_autofree char *first = g_strdup_printf ("%*s", (int) indent, "");
  g_autofree char *plain = tlsrpt_display_strip_isolates (line);

  tlsrpt_wrap_append (text, plain, first, indent + INDENT, tlsrpt_wrap_get_width ());
}

static void
append_contact (GString       *text,
                const char    *label,
                TlsrptContact *contact)
{
  g_autofree char *summary = tlsrpt_contact_dup_summary (contact);
  g_auto (GStrv) notes = tlsrpt_contact_dup_notes (contact);

  append_labelled (text, INDENT, label, summary);
  for (gsize i = 0; notes[i] != NULL; i++)
    append_line (text, DETAIL_INDENT, notes[i]);
}

static void
append_destinations (GString    *text,
                     TlsrptLook *look)
{
  for (guint i = 0; i < look->rua->len; i++)
    {
      TlsrptRua *rua = g_ptr_array_index (look->published->rua, i);
      GPtrArray *contacts = g_ptr_array_index (look->rua, i);
      g_autofree char *label = tlsrpt_display_sanitise (rua->uri, -1);

      if (contacts->len > 0)
        append_contact (text, label, g_ptr_array_index (contacts, 0));
    }
}

static void
append_sender (GString                *text,
               const TlsrptLookSender *sender)
{
  const TlsrptReported *reported = &sender->reported;
  g_autofree char *where = sender->host != NULL ? tlsrpt_look_dup_place (sender->host, sender->address)
                                                : g_strdup (_("The domain"));
  g_autofree char *label = g_strdup_printf ("%s, %s", where, tlsrpt_policy_get_name (reported->policy));
  g_auto (GStrv) others = tlsrpt_reported_dup_others (reported);
  g_autofree char *list = g_strjoinv (", ", others);
  g_autofree char *value = NULL;

  if (reported->type == NULL)
    /* Translators: %s is what happens to mail, such as “mail is delivered” */
    value = g_strdup_printf (_("no failure; %s"), tlsrpt_delivery_get_message (reported->delivery));
  else if (*list == '\0')
    /* Translators: a word of a report, and what happens to mail */
    value = g_strdup_printf (_("%s; %s"), reported->type, tlsrpt_delivery_get_message (reported->delivery));
  else
    /* Translators: a word of a report, other words for the same, and what happens to mail */
    value = g_strdup_printf (_("%s (some senders: %s); %s"), reported->type, list,
                             tlsrpt_delivery_get_message (reported->delivery));

  append_labelled (text, DETAIL_INDENT, label, value);
}

static void
append_senders (GString    *text,
                TlsrptLook *look)
{
  const char *first_type = NULL;

  if (look->senders->len == 0)
    return;

  append_line (text, INDENT, _("What senders would report:"));
  for (guint i = 0; i < look->senders->len; i++)
    {
      const TlsrptLookSender *sender = g_ptr_array_index (look->senders, i);

      append_sender (text, sender);
      if (first_type == NULL)
        first_type = sender->reported.type;
    }

  if (first_type != NULL)
    {
      g_autofree char *hint = g_strdup_printf (
        /* Translators: %s is a command; keep the quotation marks */
        _("“tlsrpt-cli explain %s” tells how to fix it"), first_type);

      append_line (text, INDENT, hint);
    }
}

/* Senders keep a policy for as long as it says, also after it was changed. */
static void
append_cache_note (GString    *text,
                   TlsrptLook *look)
{
  if (look->published->sts_policy != NULL || look->published->sts_id != NULL)
    append_line (text, INDENT,
                 _("Senders may still use an earlier MTA-STS policy, which can’t be seen here"));
}

/**
 * tlsrpt_cli_connect_append_text:
 * @text: where to append
 * @look: the look at the mail servers of a domain
 *
 * Appends to the paragraph on a domain what was seen at its mail servers.
 */
void
tlsrpt_cli_connect_append_text (GString    *text,
                                TlsrptLook *look)
{
  TlsrptMark mark;
  g_autofree char *conclusion = tlsrpt_look_dup_conclusion (look, &mark);

  append_labelled (text, INDENT, _("Result"), conclusion);

  for (guint i = 0; i < look->hosts->len; i++)
    {
      TlsrptLookHost *host = g_ptr_array_index (look->hosts, i);

      for (guint j = 0; j < host->contacts->len; j++)
        {
          TlsrptContact *contact = g_ptr_array_index (host->contacts, j);
          g_autofree char *label = tlsrpt_look_dup_place (host->server->host,
                                                         contact->address);

          append_contact (text, label, contact);
        }
    }

  append_destinations (text, look);
  append_senders (text, look);
  append_cache_note (text, look);
}
