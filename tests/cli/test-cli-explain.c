/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Runs “tlsrpt-cli explain” as a person does, from outside. */

#define _GNU_SOURCE

#include "config.h"

#include <fcntl.h>
#include <gio/gio.h>
#include <stdlib.h>
#include <sys/ioctl.h>

typedef struct
{
  char *output;
  char *errors;
  int   status;
} Run;

static void
run_clear (Run *run)
{
  g_free (run->output);
  g_free (run->errors);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Run, run_clear)

static void
run_explain (Run               *run,
             const char        *columns,
             const char *const *arguments)
{
  g_autoptr (GSubprocessLauncher) launcher = NULL;
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GPtrArray) argv = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;

  launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE |
                                        G_SUBPROCESS_FLAGS_STDERR_PIPE);

  if (columns != NULL)
    g_subprocess_launcher_setenv (launcher, "COLUMNS", columns, TRUE);
  else
    g_subprocess_launcher_unsetenv (launcher, "COLUMNS");

  g_ptr_array_add (argv, (gpointer) g_getenv ("TLSRPT_CLI"));
  g_ptr_array_add (argv, (gpointer) "explain");
  for (; *arguments != NULL; arguments++)
    g_ptr_array_add (argv, (gpointer) *arguments);
  g_ptr_array_add (argv, NULL);

  process = g_subprocess_launcher_spawnv (launcher, (const char *const *) argv->pdata, &error);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &run->output, &run->errors, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_if_exited (process));
  run->status = g_subprocess_get_exit_status (process);
}

#define EXPLAIN(run, columns, ...) \
  run_explain ((run), (columns), (const char *const[]) { __VA_ARGS__ __VA_OPT__ (,) NULL })

static const char *const tokens[] = {
  "starttls-not-supported", "certificate-host-mismatch", "certificate-expired",
  "certificate-not-trusted", "validation-failure", "sts-policy-fetch-error", "sts-policy-invalid",
  "sts-webpki-invalid", "tlsa-invalid", "dnssec-invalid", "dane-required",
};

static void
test_list (void)
{
  g_auto (Run) run = { NULL };

  EXPLAIN (&run, NULL);
  g_assert_cmpint (run.status, ==, 0);
  g_assert_cmpstr (run.errors, ==, "");

  for (gsize i = 0; i < G_N_ELEMENTS (tokens); i++)
    g_assert_nonnull (strstr (run.output, tokens[i]));

  g_assert_nonnull (strstr (run.output, "direction"));
  g_assert_nonnull (strstr (run.output, "MX_HOSTS_MISMATCH"));
}

static void
test_page (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (tokens); i++)
    {
      g_auto (Run) run = { NULL };

      EXPLAIN (&run, NULL, tokens[i]);
      g_assert_cmpint (run.status, ==, 0);
      g_assert_cmpstr (run.errors, ==, "");
      g_assert_true (g_str_has_prefix (run.output, tokens[i]));
      g_assert_nonnull (strstr (run.output, "\nWhat to Do\n  1. "));
      g_assert_nonnull (strstr (run.output, "RFC 8460, section 4.3"));
      g_assert_nonnull (strstr (run.output, "--domain"));
      g_assert_null (strchr (run.output, '`'));
      g_assert_null (strstr (run.output, "\u2068"));
    }
}

static void
test_other_words (void)
{
  const struct
  {
    const char *word;
    const char *line;
  } cases[] = {
    { "5.7.322", "certificate-expired\n" },
    { "4.4.317", "starttls-not-supported\n" },
    { "Certificate_Expired", "certificate-expired\n" },
    { "sts-invalid", "sts-policy-invalid\n" },
    { "no-policy-found", "no-policy-found\n" },
    { "STS", "sts\n" },
    { "tlsa", "tlsa\n" },
    { "VALIDATION_FAILURE", "VALIDATION_FAILURE\n" },
    { "direction", "direction\nDo reports cover mail I send or mail I receive?\n" },
    { "X509_V_ERR_CERT_REVOKED", "X509_V_ERR_\n" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (Run) run = { NULL };

      EXPLAIN (&run, NULL, cases[i].word);
      g_assert_cmpint (run.status, ==, 0);
      g_assert_true (g_str_has_prefix (run.output, cases[i].line));
    }

  {
    g_auto (Run) run = { NULL };

    /* As it stands in a report, without quoting. */
    EXPLAIN (&run, NULL, "bad", "https", "response", "code:", "404");
    g_assert_cmpint (run.status, ==, 0);
    g_assert_true (g_str_has_prefix (run.output, "bad https response code:\n"));
  }
}

/* Words are searched for. */
static void
test_words (void)
{
  const struct
  {
    const char *words;
    const char *line;
  } cases[] = {
    { "expired certificate", "certificate-expired\n" },
    { "450 4.7.323 tlsa-invalid: The domain failed DANE validation", "tlsa-invalid\n" },
    { "550 5.4.317 whatever", "starttls-not-supported\n" },
    { "\"policy-type\": \"tlsa\"", "tlsa\n" },
    { "certificate verification failed for mx: self-signed certificate in certificate chain",
      "self-signed_certificate_in_certificate_chain\n" },
    { "quarantine \033[31m\xff reports", "no-reports\n" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (Run) run = { NULL };

      EXPLAIN (&run, NULL, cases[i].words);
      g_assert_cmpint (run.status, ==, 0);
      g_assert_cmpstr (run.errors, ==, "");
      g_assert_true (g_str_has_prefix (run.output, cases[i].line));
      g_assert_nonnull (strstr (run.output, "\nSee Also\n  "));
      g_assert_nonnull (strstr (run.output, "\n    tlsrpt-cli explain "));
      g_assert_null (strchr (run.output, '\033'));
    }

  {
    g_auto (Run) run = { NULL };

    /* The shell splits it. */
    EXPLAIN (&run, NULL, "--json", "why", "is", "it", "\033expired", "--domain", "example.com");
    g_assert_cmpint (run.status, ==, 0);
    g_assert_true (g_str_is_ascii (run.output));
    g_assert_nonnull (strstr (run.output, "\"query\": \"why is it \\u001bexpired\""));
    g_assert_nonnull (strstr (run.output, "\"token\": \"certificate-expired\""));
    g_assert_nonnull (strstr (run.output, "\"kind\": \"failure_type\""));
    g_assert_nonnull (strstr (run.output, "\"score\": "));
  }
}

static void
test_names (void)
{
  g_auto (Run) run = { NULL };

  EXPLAIN (&run, NULL, "tlsa-invalid", "--domain", "bücher.example", "--mx", "mx1.example.com");
  g_assert_cmpint (run.status, ==, 0);
  g_assert_nonnull (strstr (run.output, "tlsa _25._tcp.mx1.example.com\n"));
  g_assert_null (strstr (run.output, "--domain"));
  run_clear (&run);

  EXPLAIN (&run, NULL, "sts-policy-invalid", "--domain", "bücher.example");
  g_assert_nonnull (strstr (run.output, "https://mta-sts.xn--bcher-kva.example/.well-known/"));
  g_assert_null (strstr (run.output, "mta-sts.DOMAIN"));
}

static void
assert_width (const char *output,
              gsize       width)
{
  g_auto (GStrv) lines = g_strsplit (output, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *text = lines[i] + strspn (lines[i], " ");

      /* A command stays in one piece, and so does a word that is too long. */
      if (!g_str_has_prefix (text, "openssl") && strchr (text, ' ') != NULL)
        g_assert_cmpuint (g_utf8_strlen (lines[i], -1), <=, width);
    }
}

static void
test_width (void)
{
  const char *const columns[] = { "40", "57", "80", "132" };

  for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      g_auto (Run) run = { NULL };

      EXPLAIN (&run, columns[i], "certificate-not-trusted");
      assert_width (run.output, atoi (columns[i]));
    }
}

static void
test_odd_width (void)
{
  const char *const columns[] = { "", "0", "-1", "1", "x", "99999999999999999999" };

  for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      g_auto (Run) run = { NULL };

      EXPLAIN (&run, columns[i], "dane-required");
      g_assert_cmpint (run.status, ==, 0);
      g_assert_cmpstr (run.errors, ==, "");
    }
}

/* On a terminal of 50 cells, the page is as wide as COLUMNS=50 makes it.  The pager and the
 * colors have tests of their own. */
static void
test_terminal (void)
{
  struct winsize size = { .ws_row = 25, .ws_col = 50 };
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_NONE);
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GString) output = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  g_auto (Run) run = { NULL };
  char buffer[4096];
  gssize n;
  int master;
  int slave;

  master = posix_openpt (O_RDWR | O_NOCTTY);
  g_assert_cmpint (master, >=, 0);
  g_assert_cmpint (grantpt (master), ==, 0);
  g_assert_cmpint (unlockpt (master), ==, 0);
  g_assert_cmpint (ioctl (master, TIOCSWINSZ, &size), ==, 0);
  slave = open (ptsname (master), O_RDWR | O_NOCTTY);
  g_assert_cmpint (slave, >=, 0);

  g_subprocess_launcher_unsetenv (launcher, "COLUMNS");
  g_subprocess_launcher_setenv (launcher, "NO_COLOR", "1", TRUE);
  g_subprocess_launcher_setenv (launcher, "PAGER", "cat", TRUE);
  g_subprocess_launcher_take_stdout_fd (launcher, slave);
  process = g_subprocess_launcher_spawn (launcher, &error, g_getenv ("TLSRPT_CLI"), "explain",
                                         "dane-required", NULL);
  g_assert_no_error (error);
  g_subprocess_launcher_close (launcher);

  /* Reading fails once the other side is closed. */
  while ((n = read (master, buffer, sizeof (buffer))) > 0)
    g_string_append_len (output, buffer, n);

  close (master);
  g_assert_true (g_subprocess_wait_check (process, NULL, &error));
  g_assert_no_error (error);

  EXPLAIN (&run, "50", "dane-required");
  g_string_replace (output, "\r\n", "\n", 0);
  g_assert_cmpstr (output->str, ==, run.output);
}

static void
test_json (void)
{
  g_auto (Run) run = { NULL };

  EXPLAIN (&run, NULL, "--json", "certificate-expired", "--mx", "mx.example.com");
  g_assert_cmpint (run.status, ==, 0);
  g_assert_true (g_str_is_ascii (run.output));
  g_assert_nonnull (strstr (run.output, "\"id\": \"certificate-expired\""));
  g_assert_nonnull (strstr (run.output, "\"group\": \"negotiation\""));
  g_assert_nonnull (strstr (run.output, "-connect mx.example.com:25"));
  g_assert_nonnull (strstr (run.output, "\"5.7.322\""));
  run_clear (&run);

  EXPLAIN (&run, NULL, "--json");
  g_assert_cmpint (run.status, ==, 0);
  g_assert_true (g_str_is_ascii (run.output));

  for (gsize i = 0; i < G_N_ELEMENTS (tokens); i++)
    {
      g_autofree char *member = g_strdup_printf ("\"id\": \"%s\"", tokens[i]);

      g_assert_nonnull (strstr (run.output, member));
    }
}

static void
test_refused (void)
{
  const struct
  {
    const char *arguments[4];
    const char *message;
  } cases[] = {
    { { "certificate-expire" }, "certificate-expired" },
    { { "exipred" }, "certificate-expired" },
    { { "xyzzy" }, "not in the guide" },
    { { "" }, "not in the guide" },
    { { "\033]0;x\007" }, "⟨U+001B⟩" },
    { { "\xff" }, "not in the guide" },
    { { "--", "-x" }, "not in the guide" },
    { { "--no-such-option" }, "--no-such-option" },
    { { "--domain", "exa mple.com" }, "--domain" },
    { { "--domain", "$(reboot).example" }, "--domain" },
    { { "--mx", "a;b.example" }, "--mx" },
    { { "--mx", "" }, "--mx" },
    { { "--mx", "10 " }, "--mx" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (Run) run = { NULL };

      run_explain (&run, NULL, cases[i].arguments);
      g_assert_cmpint (run.status, ==, 2);
      g_assert_cmpstr (run.output, ==, "");
      g_assert_nonnull (strstr (run.errors, cases[i].message));
      g_assert_null (strchr (run.errors, '\033'));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/cli-explain/list", test_list);
  g_test_add_func ("/cli-explain/page", test_page);
  g_test_add_func ("/cli-explain/other-words", test_other_words);
  g_test_add_func ("/cli-explain/words", test_words);
  g_test_add_func ("/cli-explain/names", test_names);
  g_test_add_func ("/cli-explain/width", test_width);
  g_test_add_func ("/cli-explain/odd-width", test_odd_width);
  g_test_add_func ("/cli-explain/terminal", test_terminal);
  g_test_add_func ("/cli-explain/json", test_json);
  g_test_add_func ("/cli-explain/refused", test_refused);

  return g_test_run ();
}
