/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_SETTINGS_ENABLE_BACKEND

#include "fuzz.h"

#include "tlsrpt-export-panel.h"
#include "tlsrpt-settings.h"
#include "window-fixture.h"

#include <gio/gsettingsbackend.h>
#include <unistd.h>

#define DOMAIN "example.com"
#define DESTINATION "tls@example.com"

static const char *
prepare (void)
{
  static char *path = NULL;

  if (path == NULL)
    {
      ui_test_init (&(int) { 1 }, &(char **) { (char *[]) { (char *) "fuzz", NULL } });
      window_fixture_open ();
      path = g_strdup_printf ("%s/tlsrpt-fuzz-%d", g_get_tmp_dir (), (int) getpid ());
    }

  return path;
}

/* What is kept may be anything: the file of the settings is the input.  The window comes
 * up with it, and so does what is remembered inside. */
int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  const char *path = prepare ();
  g_autoptr (GSettingsBackend) backend = NULL;
  g_autoptr (GError) error = NULL;
  WindowFixture fixture;
  GtkWidget *panel;

  g_file_set_contents (path, size > 0 ? (const char *) data : "", (gssize) size, &error);
  g_assert_no_error (error);
  backend = g_keyfile_settings_backend_new (path, "/", NULL);
  tlsrpt_settings_open (backend);

  window_fixture_set_up (&fixture, NULL);
  tlsrpt_window_fill (TLSRPT_WINDOW (fixture.window), DOMAIN,
                      (const char *const[]) { DESTINATION, NULL });
  panel = tlsrpt_export_panel_new (fixture.record);
  g_object_ref_sink (panel);
  ui_test_wait_frame (fixture.window);
  fuzz_read_properties (tlsrpt_export_panel_get_export (TLSRPT_EXPORT_PANEL (panel)));
  fuzz_read_properties (fixture.record);
  g_object_unref (panel);
  window_fixture_tear_down (&fixture, NULL);

  unlink (path);

  return 0;
}
