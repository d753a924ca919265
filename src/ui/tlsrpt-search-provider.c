/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-search-provider.h"

#include "tlsrpt-guide-search.h"
#include "tlsrpt-guide.h"

/*
 * What the desktop's search finds in the guide: a result type or a code, typed into the
 * overview, leads to its page.  Plain words find nothing, since most of them are meant for
 * other programs.  Domains and reports of the user are not among the results.
 *
 * https://developer.gnome.org/documentation/tutorials/search-provider.html
 */

/* The desktop shows a few and drops the rest. */
#define MOST_RESULTS 10

static const char interface_xml[] =
  "<node>"
  "  <interface name='org.gnome.Shell.SearchProvider2'>"
  "    <method name='GetInitialResultSet'>"
  "      <arg type='as' name='terms' direction='in'/>"
  "      <arg type='as' name='results' direction='out'/>"
  "    </method>"
  "    <method name='GetSubsearchResultSet'>"
  "      <arg type='as' name='previous_results' direction='in'/>"
  "      <arg type='as' name='terms' direction='in'/>"
  "      <arg type='as' name='results' direction='out'/>"
  "    </method>"
  "    <method name='GetResultMetas'>"
  "      <arg type='as' name='identifiers' direction='in'/>"
  "      <arg type='aa{sv}' name='metas' direction='out'/>"
  "    </method>"
  "    <method name='ActivateResult'>"
  "      <arg type='s' name='identifier' direction='in'/>"
  "      <arg type='as' name='terms' direction='in'/>"
  "      <arg type='u' name='timestamp' direction='in'/>"
  "    </method>"
  "    <method name='LaunchSearch'>"
  "      <arg type='as' name='terms' direction='in'/>"
  "      <arg type='u' name='timestamp' direction='in'/>"
  "    </method>"
  "  </interface>"
  "</node>";

static GVariant *
find_results (const char *const *terms)
{
  g_autofree char *text = g_strjoinv (" ", (char **) terms);
  g_autoptr (GPtrArray) entries = tlsrpt_guide_search_named (text);
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("(as)"));
  g_variant_builder_open (&builder, G_VARIANT_TYPE_STRING_ARRAY);
  for (guint i = 0; i < MIN (entries->len, MOST_RESULTS); i++)
    g_variant_builder_add (&builder, "s",
                           tlsrpt_guide_entry_get_id (g_ptr_array_index (entries, i)));
  g_variant_builder_close (&builder);

  return g_variant_builder_end (&builder);
}

static void
add_meta (GVariantBuilder  *builder,
          TlsrptGuideEntry *entry)
{
  g_autoptr (GIcon) icon = g_themed_icon_new (APPLICATION_ID);

  g_variant_builder_open (builder, G_VARIANT_TYPE_VARDICT);
  g_variant_builder_add (builder, "{sv}", "id",
                         g_variant_new_string (tlsrpt_guide_entry_get_id (entry)));
  g_variant_builder_add (builder, "{sv}", "name",
                         g_variant_new_string (tlsrpt_guide_entry_get_title (entry)));
  g_variant_builder_add (builder, "{sv}", "description",
                         g_variant_new_string (tlsrpt_guide_entry_get_summary (entry)));
  g_variant_builder_add (builder, "{sv}", "icon", g_icon_serialize (icon));
  g_variant_builder_close (builder);
}

/* Whoever asks may ask for anything: what is no entry is left out. */
static GVariant *
describe_results (const char *const *ids)
{
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("(aa{sv})"));
  g_variant_builder_open (&builder, G_VARIANT_TYPE ("aa{sv}"));
  for (gsize i = 0; ids[i] != NULL && i < MOST_RESULTS; i++)
    {
      TlsrptGuideEntry *entry = tlsrpt_guide_lookup (ids[i]);

      if (entry != NULL)
        add_meta (&builder, entry);
    }
  g_variant_builder_close (&builder);

  return g_variant_builder_end (&builder);
}

/* Shows the page for what was found, or else the contents of the guide. */
static void
show (GApplication *application,
      const char   *id)
{
  if (id != NULL && tlsrpt_guide_lookup (id) != NULL)
    g_action_group_activate_action (G_ACTION_GROUP (application), "explain",
                                    g_variant_new_string (id));
  else
    g_application_activate (application);
}

static void
launch_search (GApplication      *application,
               const char *const *terms)
{
  g_autofree char *text = g_strjoinv (" ", (char **) terms);
  g_autoptr (GPtrArray) entries = tlsrpt_guide_search_named (text);

  show (application, entries->len > 0
                       ? tlsrpt_guide_entry_get_id (g_ptr_array_index (entries, 0)) : NULL);
}

static void
method_call_cb (GDBusConnection       *connection,
                const char            *sender,
                const char            *path,
                const char            *interface_name,
                const char            *method,
                GVariant              *parameters,
                GDBusMethodInvocation *invocation,
                gpointer               user_data)
{
  GApplication *application = user_data;
  g_autofree const char **strings = NULL;
  GVariant *result = NULL;
  const char *id;

  /* The program ends some time after the last of these, if there is no window. */
  g_application_hold (application);

  if (g_str_equal (method, "GetInitialResultSet"))
    {
      g_variant_get (parameters, "(^a&s)", &strings);
      result = find_results (strings);
    }
  else if (g_str_equal (method, "GetSubsearchResultSet"))
    {
      g_variant_get (parameters, "(@as^a&s)", NULL, &strings);
      result = find_results (strings);
    }
  else if (g_str_equal (method, "GetResultMetas"))
    {
      g_variant_get (parameters, "(^a&s)", &strings);
      result = describe_results (strings);
    }
  else if (g_str_equal (method, "ActivateResult"))
    {
      g_variant_get (parameters, "(&s^a&su)", &id, &strings, NULL);
      show (application, id);
    }
  else
    {
      g_variant_get (parameters, "(^a&su)", &strings, NULL);
      launch_search (application, strings);
    }

  g_dbus_method_invocation_return_value (invocation, result);
  g_application_release (application);
}

/**
 * tlsrpt_search_provider_export:
 * @application: the application, which has the action “explain”
 * @connection: the session bus
 * @path: the application's path on the bus; the provider's is one below it
 * @error: set if something else has the path
 *
 * Lets the desktop search in the guide, as long as there is a connection.
 *
 * Returns: whether it may
 */
gboolean
tlsrpt_search_provider_export (GApplication     *application,
                               GDBusConnection  *connection,
                               const char       *path,
                               GError          **error)
{
  static const GDBusInterfaceVTable vtable = { .method_call = method_call_cb };
  g_autoptr (GDBusNodeInfo) info = g_dbus_node_info_new_for_xml (interface_xml, NULL);
  g_autofree char *own_path = g_strconcat (path, "/SearchProvider", NULL);

  return g_dbus_connection_register_object (connection, own_path, info->interfaces[0], &vtable,
                                            application, NULL, error) != 0;
}
