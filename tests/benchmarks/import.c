/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* From a keystroke in 64 KiB of pasted text to all that the import window says of it,
 * for texts that are hard on something; and beside it a mere check of their UTF-8. */

#include "config.h"

#include "tlsrpt-import.h"
#include "tlsrpt-limits.h"

#include <locale.h>
#include <stdlib.h>

#define N_KEYSTROKES 40
#define LONGEST_KEYSTROKE 5.0 /* milliseconds */

/* A text begins as a good record and goes on with one of these over and over. */
static const struct
{
  const char *name;
  const char *piece;
} texts[] = {
  { "nothing", "" },
  { "letters", "a" },
  { "semicolons", ";" },
  { "commas", "," },
  { "white space", " " },
  { "no schemes", "a:," },
  { "other schemes", "ftp://host.example/," },
  { "addresses", "mailto:a@b.example, " },
  { "bare addresses", "a@b.example," },
  { "size limits", "mailto:a@b.example!10m," },
  { "commas in URLs", "https://a/b,c" },
  { "extensions", ";x=1" },
  { "fields", ";rua=mailto:a@b.example" },
  { "percent signs", "%41" },
  { "records", "\"\n\"v=TLSRPTv1; rua=mailto:a@b.example" },
  { "zone", "\n_smtp._tls.example.com. TXT \"v=TLSRPTv1; rua=mailto:a@b.example\"" },
  { "PowerShell", "TXT {\n" },
  { "JSON", "[{\"data\":\"" },
  { "escapes", "\\032" },
  { "quotation marks", "“”" },
  { "special spaces", "\u00a0" },
  { "beyond ASCII", "ü" },
  { "line breaks", "\n" },
  { "tags", "<b>" },
  { "open tags", "<a " },
  { "comments of HTML", "<!--" },
  { "character references", "&amp;" },
  { "links", "[a@b.example](mailto:a@b.example)," },
  { "open links", "[a](" },
  { "brackets", "[" },
  { "angle brackets", "<mailto:a" },
  { "apostrophes", "'" },
  { "open strings", "\n\"a" },
  { "broken strings", "\nTXT \"a" },
  { "words", "\na b c d" },
  { "names", "\n_smtp._tls.example.com" },
  { "versions", "\n'v=a" },
  { "versions on a line", " 'v=TLSRPTv1'" },
  { "tabs", "\ta@b.example" },
  { "marks", "\n> - 1. " },
  { "aliases", "\na. CNAME b." },
  { "objects", "\n{}" },
  { "quoted-printable", "=3D" },
};

static double
get_milliseconds (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);

  return now.tv_sec * 1e3 + now.tv_nsec / 1e6;
}

/* The median: some keystrokes in between are hit by what else the machine does. */
static int
compare (const void *a,
         const void *b)
{
  const double *x = a;
  const double *y = b;

  return (*x > *y) - (*x < *y);
}

static double
measure (const char *piece,
         double     *check)
{
  g_autoptr (TlsrptRecord) form = tlsrpt_record_new ();
  g_autoptr (TlsrptImport) import = tlsrpt_import_new ();
  g_autoptr (GString) text = g_string_new ("v=TLSRPTv1; rua=mailto:a@example.com");
  double times[N_KEYSTROKES];
  double start;

  tlsrpt_record_set_domain (form, "example.com");
  tlsrpt_record_add_destination (form, TLSRPT_FIELD_MAIL, "a@example.com");
  tlsrpt_import_set_form (import, form);

  while (piece[0] != '\0' && text->len + strlen (piece) < TLSRPT_LIMIT_INPUT)
    g_string_append (text, piece);

  for (int i = 0; i < N_KEYSTROKES; i++)
    {
      /* In the address, so that what follows is the same and moves by one. */
      if (i % 2 == 0)
        g_string_insert_c (text, strlen ("v=TLSRPTv1; rua=mailto:a"), 'b');
      else
        g_string_erase (text, strlen ("v=TLSRPTv1; rua=mailto:a"), 1);

      start = get_milliseconds ();
      tlsrpt_import_set_text (import, text->str);
      times[i] = get_milliseconds () - start;
    }

  start = get_milliseconds ();
  for (int i = 0; i < 100; i++)
    g_assert_true (g_utf8_validate (text->str, (gssize) text->len, NULL));
  *check = (get_milliseconds () - start) / 100;

  qsort (times, N_KEYSTROKES, sizeof *times, compare);

  return times[N_KEYSTROKES / 2];
}

int
main (int   argc,
      char *argv[])
{
  double longest = 0;
  double longest_check = 0;

  setlocale (LC_ALL, "");

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      double check;
      double keystroke = measure (texts[i].piece, &check);

      g_print ("import, %s: %.2f ms\n", texts[i].name, keystroke);
      longest = MAX (longest, keystroke);
      longest_check = MAX (longest_check, check);
    }

  g_print ("import: a keystroke in 64 KiB takes %.2f ms (at most %.0f), where g_utf8_validate() "
           "takes %.2f ms\n", longest, LONGEST_KEYSTROKE, longest_check);

  return longest <= LONGEST_KEYSTROKE ? EXIT_SUCCESS : EXIT_FAILURE;
}
