/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fuzz.h"

#include "tlsrpt-application.h"
#include "ui-test.h"

/* A folder in which there can be no file. */
#define NOWHERE "/dev/null/"

static void
print_nothing (const char *text)
{
  g_assert_true (g_utf8_validate (text, -1, NULL));
}

/* GTK knows one application a process. */
static GApplication *
get_application (void)
{
  static GApplication *application = NULL;

  if (application == NULL)
    {
      ui_test_init (&(int) { 1 }, &(char **) { (char *[]) { (char *) "fuzz", NULL } });
      g_set_prgname ("tlsrpt-generator");
      g_set_printerr_handler (print_nothing);
      application = G_APPLICATION (tlsrpt_application_new ());
      g_application_set_flags (application, g_application_get_flags (application) |
                                              G_APPLICATION_NON_UNIQUE);
      g_assert_true (g_application_register (application, NULL, NULL));
    }

  return application;
}

/* A value of a type that the option may not have. */
static GVariant *
make_value (char        type,
            const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, ",", 40);
  g_autofree char *valid = g_utf8_make_valid (text, -1);

  switch (type)
    {
    case 'l':
      return g_variant_new_bytestring_array ((const char *const *) parts, -1);

    case 's':
      return g_variant_new_string (valid);

    case 'n':
      return g_variant_new_int64 (g_ascii_strtoll (text, NULL, 10));

    case 'o':
      /* Without the NUL that ends others. */
      return g_variant_new_fixed_array (G_VARIANT_TYPE_BYTE, text, strlen (text), 1);

    case 'v':
      return g_variant_new_variant (g_variant_new_bytestring (text));

    default:
      return g_variant_new_bytestring (text);
    }
}

/* The options that another process says it was given. */
static void
hand_over (GApplication *application,
           GVariant     *options,
           GVariant     *arguments)
{
  g_autoptr (GApplicationCommandLine) command_line =
    g_object_new (G_TYPE_APPLICATION_COMMAND_LINE,
                  "arguments", arguments,
                  "options", options,
                  NULL);
  int status;

  g_signal_emit_by_name (application, "command-line", command_line, &status);
  g_assert_true (status == 0 || status == 2);
}

static void
open_file (GApplication *application,
           const char   *name,
           const char   *hint)
{
  g_autofree char *path = g_strconcat (NOWHERE, name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  G_APPLICATION_GET_CLASS (application)->open (application, &file, 1, hint);
}

/* One line of the input: “open NAME HINT”, “explain TOKEN”, or an option, a letter for
 * its type before the name. */
static void
read_line (GApplication *application,
           const char   *line,
           GVariantDict *options)
{
  g_auto (GStrv) words = g_strsplit (line, " ", 3);
  const char *equals = strchr (line, '=');
  guint n = g_strv_length (words);

  if (n >= 2 && g_str_equal (words[0], "open"))
    {
      open_file (application, words[1], n == 3 ? words[2] : "");
    }
  else if (n >= 2 && g_str_equal (words[0], "explain"))
    {
      g_autofree char *token = g_utf8_make_valid (words[1], -1);

      g_action_group_activate_action (G_ACTION_GROUP (application), "explain",
                                      g_variant_new_string (token));
    }
  else if (equals != NULL && equals > line)
    {
      g_autofree char *raw = g_strndup (line + 1, equals - line - 1);
      g_autofree char *name = g_utf8_make_valid (raw, -1);
      g_autofree char *value = g_strdup (equals + 1);

      /* No file of this computer is read. */
      if (*name == '\0')
        {
          g_free (value);
          value = g_strconcat (NOWHERE, equals + 1, NULL);
          g_strdelimit (value, ",", '_');
        }
      g_variant_dict_insert_value (options, name, make_value (line[0], value));
    }
}

/* What other programs of a session hand over, line by line. */
int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  GApplication *application = get_application ();
  g_autoptr (GPtrArray) arguments = g_ptr_array_new_with_free_func (g_free);
  g_auto (GVariantDict) options = G_VARIANT_DICT_INIT (NULL);
  g_autoptr (GVariant) given = NULL;
  g_autoptr (GVariant) words = NULL;

  while (size > 0 && arguments->len < 20)
    {
      char *line = fuzz_take_line (&data, &size);

      g_ptr_array_add (arguments, line);
      read_line (application, line, &options);
    }

  given = g_variant_ref_sink (g_variant_dict_end (&options));
  words = g_variant_ref_sink (
    g_variant_new_bytestring_array ((const char *const *) arguments->pdata, arguments->len));
  hand_over (application, given, words);
  ui_test_wait ();

  return 0;
}
