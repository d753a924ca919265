/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-look-rows.h"

#include "tlsrpt-display.h"
#include "tlsrpt-look-text.h"
#include "tlsrpt-mark-icon.h"

/* A mail server whose addresses are shown when somebody wants to see them. */
typedef struct
{
  TlsrptLook     *look;
  TlsrptLookHost *host;
} Addresses;

static GtkWidget *
create_row (TlsrptMark  mark,
            const char *title,
            const char *text)
{
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW,
                                 "subtitle", text,
                                 "title", title,
                                 "use-markup", FALSE,
                                 NULL);

  adw_action_row_add_prefix (ADW_ACTION_ROW (row), tlsrpt_mark_icon_new (mark));

  return row;
}

/* The summary, and a line for each note. */
static char *
dup_lines (TlsrptContact *contact)
{
  g_autofree char *summary = tlsrpt_contact_dup_summary (contact);
  g_auto (GStrv) notes = tlsrpt_contact_dup_notes (contact);
  g_autofree char *text = g_strjoinv ("\n", notes);

  return *text != '\0' ? g_strconcat (summary, "\n", text, NULL) : g_steal_pointer (&summary);
}

static void
expanded_cb (AdwExpanderRow *row,
             GParamSpec     *pspec,
             Addresses      *addresses)
{
  /* Once is enough. */
  g_signal_handlers_block_matched (row, G_SIGNAL_MATCH_FUNC, 0, 0, NULL, expanded_cb, NULL);

  for (guint i = 0; i < addresses->host->contacts->len; i++)
    {
      TlsrptContact *contact = g_ptr_array_index (addresses->host->contacts, i);
      TlsrptMark mark = tlsrpt_look_get_contact_mark (addresses->look, addresses->host, contact);
      g_autofree char *address = tlsrpt_display_isolate (contact->address, -1);
      g_autofree char *text = dup_lines (contact);

      adw_expander_row_add_row (row, create_row (mark, address, text));
    }
}

static void
addresses_free (gpointer  data,
                GClosure *closure)
{
  g_free (data);
}

/**
 * tlsrpt_look_row_new_host:
 * @look: a look, which must stay
 * @host: one of its mail servers
 *
 * Creates a row that says what was seen at a mail server, and opens to show its
 * addresses.
 *
 * Returns: (transfer full): a row
 */
GtkWidget *
tlsrpt_look_row_new_host (TlsrptLook     *look,
                          TlsrptLookHost *host)
{
  TlsrptMark mark = tlsrpt_look_get_host_mark (look, host);
  g_autofree char *title = tlsrpt_display_isolate (host->server->host, -1);
  g_autofree char *text = tlsrpt_look_dup_host_summary (look, host);
  Addresses *addresses;
  GtkWidget *row;

  /* AdwExpanderRow cannot do without the arrow. */
  if (host->contacts->len == 0)
    return create_row (mark, title, text);

  row = g_object_new (ADW_TYPE_EXPANDER_ROW,
                      "subtitle", text,
                      "title", title,
                      "use-markup", FALSE,
                      NULL);
  adw_expander_row_add_prefix (ADW_EXPANDER_ROW (row), tlsrpt_mark_icon_new (mark));

  addresses = g_new (Addresses, 1);
  addresses->look = look;
  addresses->host = host;
  g_signal_connect_data (row, "notify::expanded", G_CALLBACK (expanded_cb), addresses,
                         addresses_free, 0);

  return row;
}

/**
 * tlsrpt_look_row_new_group:
 * @group: what a sender reports
 *
 * Creates a row that says what a sender reports.  That of a failure leads to its page of
 * the guide.
 *
 * Returns: (transfer full): a row
 */
GtkWidget *
tlsrpt_look_row_new_group (const TlsrptLookGroup *group)
{
  const TlsrptReported *reported = &group->reported;
  g_autofree char *title = tlsrpt_look_group_dup_title (group);
  g_autofree char *text = tlsrpt_look_group_dup_text (group);
  GtkWidget *row = create_row (tlsrpt_look_group_get_mark (group), title, text);
  GtkWidget *arrow;

  if (reported->type == NULL)
    return row;

  arrow = g_object_new (GTK_TYPE_IMAGE,
                        "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                        "icon-name", "go-next-symbolic",
                        NULL);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), arrow);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "app.explain");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", reported->type);

  return row;
}

/**
 * tlsrpt_look_row_new_destination:
 * @rua: a destination that is a URL
 * @contact: the visit to its host
 *
 * Creates a row that says what was seen at the host of a URL.
 *
 * Returns: (transfer full): a row
 */
GtkWidget *
tlsrpt_look_row_new_destination (TlsrptRua     *rua,
                                 TlsrptContact *contact)
{
  g_autofree char *title = tlsrpt_display_isolate (rua->uri, -1);
  g_autofree char *text = dup_lines (contact);

  return create_row (tlsrpt_look_get_destination_mark (contact), title, text);
}
