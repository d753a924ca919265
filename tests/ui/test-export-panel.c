/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-copy-row.h"
#include "tlsrpt-entry-row.h"
#include "tlsrpt-export-panel.h"
#include "tlsrpt-panel-group.h"
#include "tlsrpt-remark-row.h"
#include "ui-test.h"

#include <string.h>

#define V "v=TLSRPTv1; rua=mailto:tls@example.com"
#define ZONE_LINE "_smtp._tls.mail.example.com. 3600 IN TXT \"" V "\""

typedef struct
{
  TlsrptRecord *record;
  GtkWidget    *window;
  GtkWidget    *panel;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  GtkWidget *overlay = adw_toast_overlay_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  fixture->record = tlsrpt_record_new ();
  tlsrpt_record_set_domain (fixture->record, "mail.example.com");
  tlsrpt_record_add_destination (fixture->record, TLSRPT_FIELD_MAIL, "tls@example.com");

  fixture->panel = tlsrpt_export_panel_new (fixture->record);
  /* Resets the choice of the test before, which the settings remember. */
  tlsrpt_export_set_format (tlsrpt_export_panel_get_export (TLSRPT_EXPORT_PANEL (fixture->panel)),
                            "zone");
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 400, 600);
  /* The panel needs room to grow, as on the page. */
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled),
                                  GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), fixture->panel);
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (overlay), scrolled);
  gtk_window_set_child (GTK_WINDOW (fixture->window), overlay);
  gtk_window_present (GTK_WINDOW (fixture->window));
  ui_test_wait_frame (fixture->window);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_object_add_weak_pointer (G_OBJECT (fixture->panel), (gpointer *) &fixture->panel);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  ui_test_wait ();

  /* There are no reference cycles with the panel. */
  g_assert_null (fixture->panel);
  g_assert_finalize_object (fixture->record);
}

static GtkDropDown *
get_drop_down (Fixture *fixture)
{
  return GTK_DROP_DOWN (ui_test_find_type (fixture->panel, GTK_TYPE_DROP_DOWN, 0));
}

static void
choose (Fixture    *fixture,
        const char *key)
{
  GListModel *model = gtk_drop_down_get_model (get_drop_down (fixture));

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (GtkStringObject) item = g_list_model_get_item (model, i);

      if (g_str_equal (gtk_string_object_get_string (item), key))
        gtk_drop_down_set_selected (get_drop_down (fixture), i);
    }

  ui_test_wait ();
}

static GtkWidget *
find_row (Fixture    *fixture,
          const char *title)
{
  GtkWidget *row = ui_test_find_row (fixture->panel, title, 0);

  g_assert_nonnull (row);

  return row;
}

static void
assert_shows (Fixture    *fixture,
              const char *text)
{
  ui_test_wait ();
  g_assert_nonnull (ui_test_find_label (fixture->panel, text));
}

/* A problem that two rows show would look like two problems. */
static void
assert_says_once (Fixture    *fixture,
                  const char *message)
{
  guint n = 0;
  GtkWidget *row;

  ui_test_wait ();
  for (guint i = 0;
       (row = ui_test_find_type (fixture->panel, TLSRPT_TYPE_REMARK_ROW, i)) != NULL;
       i++)
    {
      TlsrptRemark *remark = tlsrpt_remark_row_get_remark (TLSRPT_REMARK_ROW (row));

      n += remark != NULL && g_str_equal (tlsrpt_remark_get_message (remark), message);
    }

  g_assert_cmpuint (n, ==, 1);
}

static void
assert_has_buttons (Fixture  *fixture,
                    gboolean  are_sensitive)
{
  GtkWidget *copy = ui_test_find_button (fixture->panel, "Cop_y Export");
  GtkWidget *save = ui_test_find_button (fixture->panel, "_Save As…");

  g_assert_cmpint (gtk_widget_is_sensitive (copy), ==, are_sensitive);
  g_assert_cmpint (gtk_widget_is_sensitive (save), ==, are_sensitive);
}

static GtkWidget *
get_group (Fixture *fixture)
{
  return ui_test_find_type (fixture->panel, TLSRPT_TYPE_PANEL_GROUP, 0);
}

/* Each field of the form has a row with a button, and the page that describes it a link. */
static void
assert_shows_panel (Fixture              *fixture,
                    const TlsrptProvider *provider)
{
  TlsrptExport *export = tlsrpt_export_panel_get_export (TLSRPT_EXPORT_PANEL (fixture->panel));
  GPtrArray *steps = tlsrpt_export_get_steps (export);
  GtkWidget *link;

  ui_test_wait_frame (fixture->window);
  g_assert_nonnull (steps);
  for (guint i = 0; i < steps->len; i++)
    {
      const TlsrptPanelStep *step = g_ptr_array_index (steps, i);
      GtkWidget *row = ui_test_find_row (get_group (fixture), step->label, 0);
      g_autofree char *text = NULL;

      g_assert_true (TLSRPT_IS_COPY_ROW (row));
      g_object_get (row, "text", &text, NULL);
      g_assert_cmpstr (text, ==, step->value);
    }

  link = ui_test_find_type (get_group (fixture), GTK_TYPE_LINK_BUTTON, 0);
  g_assert_cmpstr (gtk_link_button_get_uri (GTK_LINK_BUTTON (link)), ==, provider->url);
  if (provider->place != NULL)
    assert_shows (fixture, provider->place);
}

static void
test_formats (Fixture       *fixture,
              gconstpointer  data)
{
  assert_shows (fixture, ZONE_LINE);
  assert_shows (fixture, "Zone File (BIND, NSD, Knot)");

  for (gsize i = 0; i < tlsrpt_export_format_count (); i++)
    {
      const TlsrptExportFormat *format = tlsrpt_export_format_at (i);
      TlsrptExport *export = tlsrpt_export_panel_get_export (TLSRPT_EXPORT_PANEL (fixture->panel));
      const char *text;
      g_autofree char *shown = NULL;

      choose (fixture, tlsrpt_export_format_get_key (format));
      g_assert_cmpstr (tlsrpt_export_get_format (export), ==,
                       tlsrpt_export_format_get_key (format));

      if (tlsrpt_export_format_get_panel (format) != NULL)
        {
          assert_shows_panel (fixture, tlsrpt_export_format_get_panel (format));
          continue;
        }

      /* All of the text but its final line feed. */
      text = tlsrpt_export_get_text (export);
      shown = g_strndup (text, strlen (text) - 1);
      assert_shows (fixture, shown);
      assert_shows (fixture, tlsrpt_export_format_get_title (format));
      if (tlsrpt_export_format_get_note (format) != NULL)
        assert_shows (fixture, tlsrpt_export_format_get_note (format));
    }
}

static void
test_panel (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *copied = NULL;

  choose (fixture, "zone");
  g_assert_null (get_group (fixture));

  choose (fixture, "panel-route53");
  g_assert_nonnull (get_group (fixture));
  g_signal_emit_by_name (ui_test_find_type (ui_test_find_row (get_group (fixture), "Record name", 0),
                                            GTK_TYPE_BUTTON, 0), "clicked");
  copied = ui_test_read_clipboard (fixture->window);
  g_assert_cmpstr (copied, ==, "_smtp._tls.mail");

  /* The zone decides what the name is. */
  gtk_editable_set_text (GTK_EDITABLE (find_row (fixture, "_Zone")), "mail.example.com");
  ui_test_wait ();
  g_free (copied);
  g_signal_emit_by_name (ui_test_find_type (ui_test_find_row (get_group (fixture), "Record name", 0),
                                            GTK_TYPE_BUTTON, 0), "clicked");
  copied = ui_test_read_clipboard (fixture->window);
  g_assert_cmpstr (copied, ==, "_smtp._tls");

  /* What the form does not take is said, and there is nothing to copy. */
  gtk_editable_set_text (GTK_EDITABLE (find_row (fixture, "_Zone")), "example.net");
  ui_test_wait ();
  g_assert_null (get_group (fixture));
}

static void
test_copy (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *copied = NULL;

  choose (fixture, "octodns");
  g_signal_emit_by_name (ui_test_find_button (fixture->panel, "Cop_y Export"), "clicked");
  copied = ui_test_read_clipboard (fixture->window);
  g_assert_cmpstr (copied, ==,
                   "_smtp._tls.mail:\n  ttl: 3600\n  type: TXT\n"
                   "  value: v=TLSRPTv1\\; rua=mailto:tls@example.com");
}

static void
test_zone (Fixture       *fixture,
           gconstpointer  data)
{
  GtkWidget *row = find_row (fixture, "_Zone");

  choose (fixture, "doctl");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, "example.com");

  gtk_editable_set_text (GTK_EDITABLE (row), "mail.example.com");
  assert_shows (fixture, "doctl compute domain records create mail.example.com --record-type TXT "
                         "--record-name _smtp._tls --record-data '" V "' --record-ttl 3600");
  assert_has_buttons (fixture, TRUE);

  /* It is said what is wrong, and there is nothing to copy. */
  gtk_editable_set_text (GTK_EDITABLE (row), "example.net");
  assert_says_once (fixture, "The zone “\u2068example.net\u2069” does not contain "
                             "“mail.example.com”");
  tlsrpt_entry_row_check (TLSRPT_ENTRY_ROW (row));
  assert_says_once (fixture, "The zone “\u2068example.net\u2069” does not contain "
                             "“mail.example.com”");
  g_assert_true (gtk_widget_has_css_class (row, "error"));
  assert_has_buttons (fixture, FALSE);
  g_assert_null (ui_test_find_label (fixture->panel, tlsrpt_record_get_value (fixture->record)));
  g_assert_nonnull (tlsrpt_record_get_value (fixture->record));

  g_signal_emit_by_name (ui_test_find_type (fixture->panel, TLSRPT_TYPE_REMARK_ROW, 0),
                         "repaired");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, "example.com");
  assert_has_buttons (fixture, TRUE);

  /* An empty row means that the guessed zone is wanted. */
  gtk_editable_set_text (GTK_EDITABLE (row), "");
  assert_has_buttons (fixture, FALSE);
  g_signal_emit_by_name (row, "committed");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, "example.com");
}

static void
assert_repair (GtkWidget  *row,
               const char *repair)
{
  TlsrptRemark *remark = tlsrpt_entry_row_get_remark (TLSRPT_ENTRY_ROW (row));

  g_assert_cmpstr (tlsrpt_remark_get_repair (remark), ==, repair);
}

static void
test_ttl (Fixture       *fixture,
          gconstpointer  data)
{
  GtkWidget *row = find_row (fixture, "TT_L in Seconds");

  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, "3600");
  assert_repair (row, "86400");

  tlsrpt_entry_row_apply_repair (TLSRPT_ENTRY_ROW (row));
  assert_shows (fixture, "_smtp._tls.mail.example.com. 86400 IN TXT \"" V "\"");
  g_assert_cmpuint (tlsrpt_record_get_ttl (fixture->record), ==, 86400);
  assert_repair (row, "3600");

  gtk_editable_set_text (GTK_EDITABLE (row), "1 day");
  g_assert_true (gtk_widget_has_css_class (row, "error"));
  assert_has_buttons (fixture, FALSE);
  g_assert_cmpuint (tlsrpt_record_get_ttl (fixture->record), ==, 86400);

  /* A value that the provider rejects is reported, although the row is valid. */
  gtk_editable_set_text (GTK_EDITABLE (row), "30");
  assert_has_buttons (fixture, TRUE);
  choose (fixture, "cloudflare");
  assert_has_buttons (fixture, FALSE);
  assert_shows (fixture, "Cloudflare (API) allows a TTL of 1 (automatic) or of 60 to 86400 seconds");
}

static void
assert_says_nothing_of (Fixture   *fixture,
                        GtkWidget *row)
{
  TlsrptRemark *remark = tlsrpt_entry_row_get_remark (TLSRPT_ENTRY_ROW (row));
  GtkWidget *remark_row;

  for (guint i = 0;
       (remark_row = ui_test_find_type (fixture->panel, TLSRPT_TYPE_REMARK_ROW, i)) != NULL;
       i++)
    g_assert_true (tlsrpt_remark_row_get_remark (TLSRPT_REMARK_ROW (remark_row)) != remark);
}

/* Not where the form has no field for it. */
static void
test_no_ttl (Fixture       *fixture,
             gconstpointer  data)
{
  GtkWidget *row = find_row (fixture, "TT_L in Seconds");

  choose (fixture, "panel-cloudflare");
  g_assert_true (gtk_widget_get_visible (row));

  /* What is wrong with it is then nobody's problem. */
  gtk_editable_set_text (GTK_EDITABLE (row), "1 day");
  g_assert_null (get_group (fixture));
  choose (fixture, "panel-strato");
  g_assert_false (gtk_widget_get_visible (row));
  g_assert_nonnull (get_group (fixture));
  assert_has_buttons (fixture, TRUE);
  for (guint i = 0; i < 2; i++)
    {
      tlsrpt_record_set_ttl (fixture->record, i == 0 ? 3600 : 60);
      ui_test_wait ();
      assert_says_nothing_of (fixture, row);
    }

  choose (fixture, "zone");
  g_assert_true (gtk_widget_get_visible (row));
}

static void
test_hosts (Fixture       *fixture,
            gconstpointer  data)
{
  GtkWidget *expander = ui_test_find_type (fixture->panel, ADW_TYPE_EXPANDER_ROW, 0);
  GtkWidget *view;
  GtkTextBuffer *buffer;

  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (expander), TRUE);
  ui_test_wait_frame (fixture->window);
  view = ui_test_find_type (fixture->panel, GTK_TYPE_TEXT_VIEW, 0);
  g_assert_nonnull (view);
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));

  gtk_text_buffer_set_text (buffer, "mx1.example.com\nmx2.example.com", -1);
  assert_shows (fixture, ZONE_LINE "\n"
                         "_smtp._tls.mx1.example.com. 3600 IN TXT \"" V "\"\n"
                         "_smtp._tls.mx2.example.com. 3600 IN TXT \"" V "\"");

  gtk_text_buffer_set_text (buffer, "192.0.2.1, mx1.example.com, 192.0.2.2", -1);
  assert_says_once (fixture, "“\u2068192.0.2.1\u2069” is an IP address, not a domain name\n"
                             "“\u2068192.0.2.2\u2069” is an IP address, not a domain name");
  assert_has_buttons (fixture, FALSE);

  gtk_text_buffer_set_text (buffer, "", -1);
  assert_shows (fixture, ZONE_LINE);
  assert_has_buttons (fixture, TRUE);

  /* A new form has no mail servers. */
  gtk_text_buffer_set_text (buffer, "mx1.example.com", -1);
  tlsrpt_record_clear (fixture->record);
  g_assert_cmpint (gtk_text_buffer_get_char_count (buffer), ==, 0);
}

/* The panel follows the form, right or wrong. */
static void
test_follow (Fixture       *fixture,
             gconstpointer  data)
{
  tlsrpt_record_set_domain (fixture->record, "");
  ui_test_wait ();
  assert_has_buttons (fixture, FALSE);
  g_assert_null (ui_test_find_label (fixture->panel, ZONE_LINE));

  tlsrpt_record_set_domain (fixture->record, "example.net");
  assert_shows (fixture, "_smtp._tls.example.net. 3600 IN TXT \"" V "\"");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find_row (fixture, "_Zone"))), ==,
                   "example.net");
}

/* Also within a list that is closed. */
static GtkWidget *
find_hidden (GtkWidget  *widget,
             GType       type,
             const char *text)
{
  GtkWidget *found = NULL;

  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type) &&
      (text == NULL || g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), text)))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_hidden (child, type, text);

  return found;
}

/* Return takes the first hit. */
static void
search (Fixture    *fixture,
        const char *words,
        gboolean    is_found)
{
  GtkWidget *drop_down = GTK_WIDGET (get_drop_down (fixture));
  GtkWidget *entry = find_hidden (drop_down, GTK_TYPE_SEARCH_ENTRY, NULL);
  GtkWidget *label = find_hidden (drop_down, GTK_TYPE_LABEL, "No Results Found");

  gtk_editable_set_text (GTK_EDITABLE (entry), words);
  g_signal_emit_by_name (entry, "activate");
  ui_test_wait_frame (fixture->window);
  g_assert_cmpint (gtk_widget_get_visible (label), ==, !is_found);
}

/* A format is found by the names of products, too, and a search that finds nothing says so. */
static void
test_search (Fixture       *fixture,
             gconstpointer  data)
{
  static const struct
  {
    const char *words;
    const char *key;
  } searches[] = {
    { "BIND", "zone" },
    { "amazon web services", "panel-route53" },
    { "gcp", "gcloud" },
    { "opentofu", "terraform-aws" },
    { "microsoft", "panel-azure" },
    { "bind", "zone" },
  };
  TlsrptExport *export = tlsrpt_export_panel_get_export (TLSRPT_EXPORT_PANEL (fixture->panel));

  for (gsize i = 0; i < G_N_ELEMENTS (searches); i++)
    {
      search (fixture, searches[i].words, TRUE);
      g_assert_cmpstr (tlsrpt_export_get_format (export), ==, searches[i].key);
    }

  search (fixture, "no such format", FALSE);
  g_assert_cmpstr (tlsrpt_export_get_format (export), ==, "zone");
}

/* Technical text is written from left to right, and nothing is wider than a phone. */
static void
test_looks (Fixture       *fixture,
            gconstpointer  data)
{
  for (gsize i = 0; i < tlsrpt_export_format_count (); i++)
    {
      int minimum;

      choose (fixture, tlsrpt_export_format_get_key (tlsrpt_export_format_at (i)));
      gtk_widget_measure (fixture->panel, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL,
                          NULL);
      g_assert_cmpint (minimum, <=, 360 - 24);
    }
}

int
main (int   argc,
      char *argv[])
{
  ui_test_init (&argc, &argv);

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

  ADD ("/export-panel/formats", test_formats);
  ADD ("/export-panel/panel", test_panel);
  ADD ("/export-panel/copy", test_copy);
  ADD ("/export-panel/zone", test_zone);
  ADD ("/export-panel/ttl", test_ttl);
  ADD ("/export-panel/no-ttl", test_no_ttl);
  ADD ("/export-panel/hosts", test_hosts);
  ADD ("/export-panel/follow", test_follow);
  ADD ("/export-panel/looks", test_looks);
  ADD ("/export-panel/search", test_search);

  return g_test_run ();
}
