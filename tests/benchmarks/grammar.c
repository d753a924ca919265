/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* How many records a second the parser judges, beside passes over the same octets
 * that judge nothing. */

#include "config.h"

#include "tlsrpt-lint.h"

#include <locale.h>
#include <stdlib.h>

#define N_RECORDS 100000
#define N_ROUNDS 10
#define LEAST_RATE 3000000.0

/* Records as they are found: most are good, some are not; %u makes them differ. */
static const char *const records[] = {
  "v=TLSRPTv1; rua=mailto:tlsrpt@host%u.example.com",
  "v=TLSRPTv1;rua=mailto:tls-reports@host%u.example.net;",
  "v=TLSRPTv1; rua=mailto:a%u@example.org,https://reports.example.net/v1/tlsrpt",
  "v=TLSRPTv1; rua=https://tlsrpt.example.com/v1/%u?key=value",
  "v=TLSRPTv1; rua=mailto:a@h%u.example, mailto:b@h.example; ext=1",
  "v=TLSRPTv1 ; rua=MAILTO:reports@host%u.example.com",
  "v=TLSRPTv1; rua=mailto:a!b@host%u.example.com",
  "v=TLSRPTv1; rua=reports@host%u.example.com;;",
  "v=tlsrptv1; rua=mailto:reports@host%u.example.com",
  "v=DMARC1; p=none; rua=mailto:dmarc%u@example.com",
};

typedef gsize (*Pass) (const char *text,
                       gsize       length);

static TlsrptGrammar *grammar;

static double
get_seconds (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);

  return now.tv_sec + now.tv_nsec / 1e9;
}

static gsize
parse_lines (const char *text,
             gsize       length)
{
  const char *end = text + length;
  gsize n_valid = 0;

  while (text < end)
    {
      const char *stop = memchr (text, '\n', end - text);

      n_valid += tlsrpt_grammar_parse (grammar, text, stop - text);
      text = stop + 1;
    }

  return n_valid;
}

static gsize
lint_lines (const char *text,
            gsize       length)
{
  const char *end = text + length;
  gsize n_findings = 0;

  while (text < end)
    {
      const char *stop = memchr (text, '\n', end - text);

      tlsrpt_grammar_lint (grammar, text, stop - text);
      n_findings += grammar->n_findings;
      text = stop + 1;
    }

  return n_findings;
}

static gsize
find_lines (const char *text,
            gsize       length)
{
  const char *end = text + length;
  gsize n = 0;

  for (; text < end; n++)
    text = (const char *) memchr (text, '\n', end - text) + 1;

  return n;
}

static gsize
split_lines (const char *text,
             gsize       length)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  gsize n = 0;

  for (gsize i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) fields = g_strsplit (lines[i], ";", -1);

      n += g_strv_length (fields);
    }

  return n;
}

/* The best of several rounds: what else the machine does only makes it slower. */
static double
measure (Pass        pass,
         const char *text,
         gsize       length)
{
  double best = G_MAXDOUBLE;

  for (int i = 0; i < N_ROUNDS; i++)
    {
      double start = get_seconds ();

      g_assert_cmpuint (pass (text, length), >, 0);
      best = MIN (best, get_seconds () - start);
    }

  return best;
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GString) text = g_string_new (NULL);
  double parse;
  double lint;
  double find;
  double split;

  setlocale (LC_ALL, "");
  grammar = tlsrpt_grammar_new ();

  for (guint i = 0; i < N_RECORDS; i++)
    {
      g_auto (GStrv) halves = g_strsplit (records[i % G_N_ELEMENTS (records)], "%u", 2);

      g_string_append_printf (text, "%s%u%s\n", halves[0], i, halves[1]);
    }

  parse = measure (parse_lines, text->str, text->len);
  lint = measure (lint_lines, text->str, text->len);
  find = measure (find_lines, text->str, text->len);
  split = measure (split_lines, text->str, text->len);

  g_print ("grammar: %.0f records/s (at least %.0f), %.0f MB/s, %.2f of g_strsplit(), "
           "%.1f times memchr(); with what senders do %.0f records/s\n",
           N_RECORDS / parse, LEAST_RATE, text->len / parse / 1e6, parse / split, parse / find,
           N_RECORDS / lint);

  tlsrpt_grammar_free (grammar);

  return N_RECORDS / parse >= LEAST_RATE ? EXIT_SUCCESS : EXIT_FAILURE;
}
