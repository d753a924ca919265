/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-application.h"

#include "tlsrpt-consent.h"
#include "tlsrpt-display.h"
#include "tlsrpt-guide.h"
#include "tlsrpt-limits.h"
#include "tlsrpt-paste-limit.h"
#include "tlsrpt-search-provider.h"
#include "tlsrpt-session.h"
#include "tlsrpt-window.h"

#include <glib-unix.h>
#include <glib/gi18n.h>

/* The exit status for unusable arguments, as in tlsrpt-cli. */
#define EXIT_USAGE 2
/* How long a program without a window waits for what else the desktop's search asks, in
 * milliseconds. */
#define SEARCH_TIMEOUT 10000
/* The exit status that tells build-aux/run that there is no display. */
#define EXIT_NO_DISPLAY 3

struct _TlsrptApplication
{
  AdwApplication  parent_instance;

  TlsrptSession  *session;
};

G_DEFINE_FINAL_TYPE (TlsrptApplication, tlsrpt_application, ADW_TYPE_APPLICATION)

/* All of them; gtk/help-overlay.ui lists them for people. */
static const struct
{
  const char *action;
  const char *accels[2];
} accelerators[] = {
  { "app.new-window", { "<Control><Shift>n" } },
  { "app.quit", { "<Control>q" } },
  { "app.shortcuts", { "<Control>question" } },
  { "win.check", { "<Control>r" } },
  { "win.copy", { "<Control><Shift>c" } },
  { "win.guide", { "F1" } },
  { "win.import", { "<Control>i" } },
  { "win.main", { "<Control>Return" } },
  { "win.new", { "<Control>n" } },
  { "win.open-reports", { "<Control>o" } },
  { "win.print-reports", { "<Control>p" } },
  { "win.save", { "<Control>s" } },
  { "win.search", { "<Control>f" } },
  { "win.step-view(-1)", { "<Control>Page_Up" } },
  { "win.step-view(1)", { "<Control>Page_Down" } },
  { "win.view::record", { "<Alt>1" } },
  { "win.view::check", { "<Alt>2" } },
  { "win.view::reports", { "<Alt>3" } },
  { "win.view::guide", { "<Alt>4" } },
  { "window.close", { "<Control>w" } },
};

static const GOptionEntry options[] = {
  { "domain", '\0', G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME, NULL,
    N_("Fill in the domain"), N_("DOMAIN") },
  { "explain", '\0', G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME, NULL,
    N_("Explain a result type or reason code from a report"), N_("TOKEN") },
  { "rua", '\0', G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME_ARRAY, NULL,
    N_("Fill in an email address or an HTTPS URL that receives reports; can be repeated"),
    N_("DESTINATION") },
  { "server", '\0', G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME, NULL,
    N_("The name server to query, instead of those of the system"), N_("ADDRESS[:PORT]") },
  { "version", '\0', G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, NULL,
    N_("Show the version and exit"), NULL },
  { G_OPTION_REMAINING, '\0', G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME_ARRAY, NULL,
    NULL, N_("[FILE…]") },
  { NULL },
};

static TlsrptResolver *
make_resolver (const char  *server,
               GError     **error)
{
  return tlsrpt_resolver_new (server, TLSRPT_RESOLVER_TIMEOUT, TLSRPT_RESOLVER_RECURSIVE, error);
}

static TlsrptWindow *
add_window (TlsrptApplication *self)
{
  TlsrptWindow *window = tlsrpt_window_new (GTK_APPLICATION (self));

  /* With the last window the program ends, however it was started. */
  g_application_set_inactivity_timeout (G_APPLICATION (self), 0);
  tlsrpt_session_add (self->session, window);

  return window;
}

static TlsrptWindow *
ensure_window (TlsrptApplication *self)
{
  GList *windows = gtk_application_get_windows (GTK_APPLICATION (self));

  for (GList *l = windows; l != NULL; l = l->next)
    {
      if (TLSRPT_IS_WINDOW (l->data))
        return l->data;
    }

  return add_window (self);
}

/* The window that a dialog belongs to.  Over the bus, these actions can be called before
 * there is one. */
static GtkWindow *
ensure_parent (TlsrptApplication *self)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  if (window == NULL)
    {
      window = GTK_WINDOW (add_window (self));
      gtk_window_present (window);
    }

  return window;
}

static void
about_action (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  GtkWindow *window = ensure_parent (TLSRPT_APPLICATION (user_data));

  adw_show_about_window (window,
                         "application-icon", APPLICATION_ID,
                         "application-name", _("TLS-RPT Record Generator"),
                         "copyright", "© 2026 The TLS-RPT Record Generator contributors",
                         "developer-name", _("The TLS-RPT Record Generator contributors"),
                         "issue-url", HOMEPAGE "/issues",
                         "license-type", GTK_LICENSE_GPL_3_0,
                         "translator-credits", _("translator-credits"),
                         "version", PACKAGE_VERSION,
                         "website", HOMEPAGE,
                         NULL);
}

static void
explain_action (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  TlsrptWindow *window = ensure_window (TLSRPT_APPLICATION (user_data));

  tlsrpt_window_explain (window, g_variant_get_string (parameter, NULL));
  gtk_window_present (GTK_WINDOW (window));
}

static void
forget_cb (TlsrptApplication *self,
           const char        *response)
{
  g_autoptr (GError) error = NULL;
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  if (!g_str_equal (response, "forget"))
    return;

  if (!tlsrpt_session_forget (self->session, &error) && TLSRPT_IS_WINDOW (window))
    {
      g_autofree char *text = NULL;

      /* Translators: %s is a sentence about what went wrong */
      text = g_strdup_printf (_("Not everything could be deleted: %s"), error->message);
      tlsrpt_window_tell (TLSRPT_WINDOW (window), text);
    }
}

static void
forget_action (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  GtkWindow *window = ensure_parent (TLSRPT_APPLICATION (user_data));
  GtkWidget *dialog = tlsrpt_consent_dialog_new (window, _("Forget Everything?"),
                                                 _("What is kept on this computer is deleted: the "
                                                   "form, the addresses, your domains, and where "
                                                   "your folder of reports is. What you have "
                                                   "published and your report files stay."));

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog),
                                    "cancel", _("_Cancel"),
                                    "forget", _("_Forget Everything"),
                                    NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "forget",
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (forget_cb), user_data,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
new_window_action (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       user_data)
{
  gtk_window_present (GTK_WINDOW (add_window (TLSRPT_APPLICATION (user_data))));
}

static void
quit_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  g_application_quit (G_APPLICATION (user_data));
}

/* What GTK brings with it can be searched, too. */
static void
limit_pastes (GtkWidget *widget)
{
  if (GTK_IS_TEXT (widget))
    tlsrpt_paste_limit_attach (widget, TLSRPT_LIMIT_INPUT, NULL, NULL);

  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    limit_pastes (child);
}

static void
shortcuts_action (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource (RESOURCE_PATH "/help-overlay.ui");
  GtkWindow *overlay = GTK_WINDOW (gtk_builder_get_object (builder, "help_overlay"));

  limit_pastes (GTK_WIDGET (overlay));
  gtk_window_set_transient_for (overlay, ensure_parent (TLSRPT_APPLICATION (user_data)));
  gtk_window_present (overlay);
}

static void
show_reports_action (GSimpleAction *action,
                     GVariant      *parameter,
                     gpointer       user_data)
{
  TlsrptWindow *window = ensure_window (TLSRPT_APPLICATION (user_data));

  tlsrpt_window_show_reports (window);
  gtk_window_present (GTK_WINDOW (window));
}

/* A window that is closed took its notification along, so it is there as a rule. */
static void
show_watched_action (GSimpleAction *action,
                     GVariant      *parameter,
                     gpointer       user_data)
{
  GtkWindow *window = gtk_application_get_window_by_id (GTK_APPLICATION (user_data),
                                                        g_variant_get_uint32 (parameter));

  if (!TLSRPT_IS_WINDOW (window))
    return;

  tlsrpt_window_show_watched (TLSRPT_WINDOW (window));
  gtk_window_present (window);
}

/* What the desktop entry offers: actions of the window, by the same name. */
static void
window_action (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  TlsrptWindow *window = ensure_window (TLSRPT_APPLICATION (user_data));
  g_autofree char *name = g_strconcat ("win.", g_action_get_name (G_ACTION (action)), NULL);

  gtk_window_present (GTK_WINDOW (window));
  gtk_widget_activate_action (GTK_WIDGET (window), name, NULL);
}

static const GActionEntry actions[] = {
  { .name = "about", .activate = about_action },
  { .name = "check", .activate = window_action },
  { .name = "explain", .activate = explain_action, .parameter_type = "s" },
  { .name = "forget", .activate = forget_action },
  { .name = "new", .activate = window_action },
  { .name = "new-window", .activate = new_window_action },
  { .name = "open-reports", .activate = window_action },
  { .name = "quit", .activate = quit_action },
  { .name = "shortcuts", .activate = shortcuts_action },
  { .name = "show-reports", .activate = show_reports_action },
  { .name = "show-watched", .activate = show_watched_action, .parameter_type = "u" },
};

static void
tlsrpt_application_activate (GApplication *application)
{
  gtk_window_present (GTK_WINDOW (ensure_window (TLSRPT_APPLICATION (application))));
}

static void
tlsrpt_application_open (GApplication  *application,
                         GFile        **files,
                         int            n_files,
                         const char    *hint)
{
  TlsrptWindow *window = ensure_window (TLSRPT_APPLICATION (application));

  tlsrpt_window_open_reports (window, files, n_files);
  gtk_window_present (GTK_WINDOW (window));
}

/* Whoever ends the program so does not mean to lose what was typed in the last second. */
static gboolean
signal_cb (gpointer user_data)
{
  g_application_quit (G_APPLICATION (user_data));

  return G_SOURCE_CONTINUE;
}

static void
tlsrpt_application_shutdown (GApplication *application)
{
  tlsrpt_session_end (TLSRPT_APPLICATION (application)->session);

  G_APPLICATION_CLASS (tlsrpt_application_parent_class)->shutdown (application);
}

static void
tlsrpt_application_startup (GApplication *application)
{
  static const int ending_signals[] = { SIGHUP, SIGINT, SIGTERM };
  GtkApplication *gtk_application = GTK_APPLICATION (application);

  G_APPLICATION_CLASS (tlsrpt_application_parent_class)->startup (application);

  g_action_map_add_action_entries (G_ACTION_MAP (application),
                                   actions, G_N_ELEMENTS (actions), application);

  for (gsize i = 0; i < G_N_ELEMENTS (accelerators); i++)
    gtk_application_set_accels_for_action (gtk_application,
                                           accelerators[i].action, accelerators[i].accels);

  for (gsize i = 0; i < G_N_ELEMENTS (ending_signals); i++)
    g_unix_signal_add (ending_signals[i], signal_cb, application);
}

static gboolean
refuse_encoding (const char  *text,
                 GError     **error)
{
  g_autofree char *shown = tlsrpt_display_sanitise (text, -1);

  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
               /* Translators: %s is an argument on the command line */
               _("The argument “%s” is not valid UTF-8"), shown);

  return FALSE;
}

static gboolean
check_encoding (const char *const  *texts,
                GError            **error)
{
  for (gsize i = 0; texts[i] != NULL; i++)
    {
      if (!g_utf8_validate (texts[i], -1, NULL))
        return refuse_encoding (texts[i], error);
    }

  return TRUE;
}

/* All arguments but file names must be UTF-8; the message names one that is not. */
static gboolean
check_arguments (char   **arguments,
                 GError **error)
{
  for (gsize i = 0; arguments[i] != NULL; i++)
    {
      if (!g_utf8_validate (arguments[i], -1, NULL) &&
          !g_file_test (arguments[i], G_FILE_TEST_EXISTS))
        return refuse_encoding (arguments[i], error);
    }

  return TRUE;
}

/* GLib's message quotes an unknown option unescaped. */
static gboolean
check_options (char   **arguments,
               GError **error)
{
  for (gsize i = 1; arguments[i] != NULL && !g_str_equal (arguments[i], "--"); i++)
    {
      g_autofree char *name = g_strndup (arguments[i], strcspn (arguments[i], "="));
      g_autofree char *shown = tlsrpt_display_sanitise (name, -1);

      if (name[0] == '-' && !g_str_equal (name, shown))
        {
          g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_UNKNOWN_OPTION,
                       /* Translators: %s is what was given in the place of an option */
                       _("there is no option “%s”; --help lists them"), shown);
          return FALSE;
        }
    }

  return TRUE;
}

static gboolean
tlsrpt_application_local_command_line (GApplication   *application,
                                       char         ***arguments,
                                       int            *exit_status)
{
  g_autoptr (GError) error = NULL;

  if (!check_arguments (*arguments, &error) || !check_options (*arguments, &error))
    {
      g_printerr ("%s: %s\n", g_get_prgname (), error->message);
      /* GLib ends the program in the same way. */
      *exit_status = g_error_matches (error, G_OPTION_ERROR, G_OPTION_ERROR_UNKNOWN_OPTION)
                       ? EXIT_FAILURE
                       : EXIT_USAGE;
      return TRUE;
    }

  return G_APPLICATION_CLASS (tlsrpt_application_parent_class)
           ->local_command_line (application, arguments, exit_status);
}

/* What the options hold. */
static gboolean
check_given (GVariantDict  *given,
             GError       **error)
{
  static const char *const texts[] = { "domain", "explain", "server" };
  g_autofree const char **destinations = NULL;
  const char *text;

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      const char *const values[] = {
        g_variant_dict_lookup (given, texts[i], "^&ay", &text) ? text : NULL, NULL,
      };

      if (!check_encoding (values, error))
        return FALSE;
    }

  if (g_variant_dict_lookup (given, "rua", "^a&ay", &destinations))
    {
      if (!check_encoding ((const char *const *) destinations, error))
        return FALSE;

      if (g_strv_length ((char **) destinations) > TLSRPT_LIMIT_DESTINATIONS)
        {
          g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                       /* Translators: %d is a number */
                       _("A record can have at most %d destinations"),
                       TLSRPT_LIMIT_DESTINATIONS);
          return FALSE;
        }
    }

  if (g_variant_dict_lookup (given, "explain", "^&ay", &text) &&
      tlsrpt_guide_find (text, error) == NULL)
    return FALSE;

  if (g_variant_dict_lookup (given, "server", "^&ay", &text))
    {
      g_autoptr (TlsrptResolver) resolver = make_resolver (text, error);

      return resolver != NULL;
    }

  return TRUE;
}

static int
tlsrpt_application_handle_local_options (GApplication *application,
                                         GVariantDict *given)
{
  g_autoptr (GError) error = NULL;

  if (g_variant_dict_contains (given, "version"))
    {
      g_print ("tlsrpt-generator %s\n", PACKAGE_VERSION);
      return EXIT_SUCCESS;
    }

  if (!check_given (given, &error))
    {
      g_autofree char *plain = tlsrpt_display_strip_isolates (error->message);

      g_printerr ("%s: %s\n", g_get_prgname (), plain);
      return EXIT_USAGE;
    }

  /* GTK itself would end the program without mentioning tlsrpt-cli. */
  if (!gtk_init_check ())
    {
      /* Translators: %s is the name of the program */
      g_printerr (_("%s: There is no display; tlsrpt-cli does the same in a terminal\n"),
                  g_get_prgname ());
      return EXIT_NO_DISPLAY;
    }

  return -1;
}

static void
open_arguments (TlsrptWindow            *window,
                GApplicationCommandLine *command_line,
                const char *const       *arguments)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);

  for (gsize i = 0; arguments[i] != NULL; i++)
    g_ptr_array_add (files, g_application_command_line_create_file_for_arg (command_line,
                                                                            arguments[i]));

  tlsrpt_window_open_reports (window, (GFile **) files->pdata, files->len);
}

static int
tlsrpt_application_command_line (GApplication            *application,
                                 GApplicationCommandLine *command_line)
{
  GVariantDict *given = g_application_command_line_get_options_dict (command_line);
  TlsrptWindow *window;
  g_autoptr (GError) error = NULL;
  g_autofree const char **destinations = NULL;
  g_autofree const char **files = NULL;
  const char *domain = NULL;
  const char *server = NULL;
  const char *token = NULL;

  /* Checked again: these arguments come over the bus, where any program can send them. */
  if (!check_given (given, &error))
    {
      g_autofree char *plain = tlsrpt_display_strip_isolates (error->message);

      g_application_command_line_printerr (command_line, "%s: %s\n", g_get_prgname (), plain);
      return EXIT_USAGE;
    }

  window = ensure_window (TLSRPT_APPLICATION (application));

  g_variant_dict_lookup (given, "domain", "^&ay", &domain);
  g_variant_dict_lookup (given, "explain", "^&ay", &token);
  g_variant_dict_lookup (given, "rua", "^a&ay", &destinations);
  g_variant_dict_lookup (given, "server", "^&ay", &server);
  g_variant_dict_lookup (given, G_OPTION_REMAINING, "^a&ay", &files);

  if (server != NULL)
    {
      g_autoptr (TlsrptResolver) resolver = make_resolver (server, NULL);

      tlsrpt_window_set_resolver (window, resolver);
    }

  if (domain != NULL || destinations != NULL)
    tlsrpt_window_fill (window, domain, (const char *const *) destinations);

  if (files != NULL)
    open_arguments (window, command_line, (const char *const *) files);

  gtk_window_present (GTK_WINDOW (window));

  /* Only then, since presenting a new window moves the focus once more. */
  if (token != NULL)
    tlsrpt_window_explain (window, token);

  return EXIT_SUCCESS;
}

static gboolean
tlsrpt_application_dbus_register (GApplication     *application,
                                  GDBusConnection  *connection,
                                  const char       *path,
                                  GError          **error)
{
  if ((g_application_get_flags (application) & G_APPLICATION_IS_SERVICE) != 0)
    g_application_set_inactivity_timeout (application, SEARCH_TIMEOUT);

  return G_APPLICATION_CLASS (tlsrpt_application_parent_class)
           ->dbus_register (application, connection, path, error) &&
         tlsrpt_search_provider_export (application, connection, path, error);
}

static void
tlsrpt_application_finalize (GObject *object)
{
  g_object_unref (TLSRPT_APPLICATION (object)->session);

  G_OBJECT_CLASS (tlsrpt_application_parent_class)->finalize (object);
}

static void
tlsrpt_application_class_init (TlsrptApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = tlsrpt_application_finalize;

  application_class->activate = tlsrpt_application_activate;
  application_class->command_line = tlsrpt_application_command_line;
  application_class->dbus_register = tlsrpt_application_dbus_register;
  application_class->handle_local_options = tlsrpt_application_handle_local_options;
  application_class->local_command_line = tlsrpt_application_local_command_line;
  application_class->open = tlsrpt_application_open;
  application_class->shutdown = tlsrpt_application_shutdown;
  application_class->startup = tlsrpt_application_startup;
}

static void
tlsrpt_application_init (TlsrptApplication *self)
{
  self->session = tlsrpt_session_new ();
  g_application_add_main_option_entries (G_APPLICATION (self), options);
}

TlsrptApplication *
tlsrpt_application_new (void)
{
  return g_object_new (TLSRPT_TYPE_APPLICATION,
                       "application-id", APPLICATION_ID,
                       "flags", G_APPLICATION_HANDLES_COMMAND_LINE | G_APPLICATION_HANDLES_OPEN,
                       "resource-base-path", RESOURCE_PATH,
                       NULL);
}
