/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fuzz.h"

#include "dns-message.h"
#include "dns-server.h"
#include "tlsrpt-domain.h"
#include "tlsrpt-limits.h"
#include "tlsrpt-watch.h"

#define DOMAIN "example.com"
#define EXPECTED "v=TLSRPTv1; rua=mailto:tls@example.com"
/* Seconds after which a question has failed. */
#define TIMEOUT 60
/* Strings of a TXT record have a length of one octet. */
#define LINE_LENGTH 200

/* What the name server answers: a line for each question. */
static const uint8_t *script;
static size_t script_size;
static char *owner_name;

/* A digit is how it fails, or for how many seconds its answer can be kept; what follows
 * are records. */
static GByteArray *
reply_cb (const guint8 *query,
          gsize         length,
          gboolean      is_tcp)
{
  g_autofree char *line = fuzz_take_line (&script, &script_size);
  GByteArray *reply = dns_message_new_reply (query, length,
                                             g_ascii_isdigit (*line) ? (guint) (*line - '0') : 0);
  g_auto (GStrv) texts = NULL;
  guint32 ttl = 0;

  if (*line == 't')
    ttl = g_ascii_isdigit (line[1]) ? 1U << (3 * (line[1] - '0')) : 1;
  if (*line == '\0' || g_ascii_isdigit (*line))
    return reply;

  texts = g_strsplit (line + 1 + (ttl > 0 && line[1] != '\0'), "|", 5);
  for (gsize i = 0; texts[i] != NULL; i++)
    {
      if (strlen (texts[i]) > LINE_LENGTH)
        texts[i][LINE_LENGTH] = '\0';
      dns_message_add_text (reply, owner_name, ttl, texts[i]);
    }

  return reply;
}

static void
check_text (char *text)
{
  g_autofree char *own = text;

  g_assert_true (g_utf8_validate (own, -1, NULL));
  for (const char *p = own; *p != '\0'; p = g_utf8_next_char (p))
    g_assert_false (g_unichar_iscntrl (g_utf8_get_char (p)));
}

/* What it says of itself fits together. */
static void
check_watch (TlsrptWatch *watch)
{
  TlsrptWatchState state = tlsrpt_watch_get_state (watch);
  TlsrptWatchFinding finding = tlsrpt_watch_get_finding (watch);
  g_autoptr (GDateTime) asked = tlsrpt_watch_dup_asked (watch);
  g_autoptr (GDateTime) end = tlsrpt_watch_dup_end (watch);

  g_assert_true ((state == TLSRPT_WATCH_FOUND) == (finding == TLSRPT_WATCH_FINDING_EXPECTED));
  g_assert_true (tlsrpt_watch_is_running (watch) ==
                 (state == TLSRPT_WATCH_WAITING || state == TLSRPT_WATCH_LOOKING));
  g_assert_true ((finding == TLSRPT_WATCH_FINDING_FAILED) ==
                 !tlsrpt_outcome_is_known (tlsrpt_watch_get_outcome (watch)));
  g_assert_cmpint (g_date_time_compare (asked, end), <, 0);
  if (state == TLSRPT_WATCH_WAITING)
    {
      g_autoptr (GDateTime) next = tlsrpt_watch_dup_next (watch);

      g_assert_cmpint (g_date_time_difference (next, asked), >=,
                       (gint64) tlsrpt_watch_get_interval (watch) * 1000 - G_TIME_SPAN_SECOND);
    }
  check_text (tlsrpt_watch_dup_title (watch));
  check_text (tlsrpt_watch_dup_detail (watch));
}

static void
state_changed_cb (TlsrptWatch *watch,
                  GParamSpec  *pspec,
                  gpointer     user_data)
{
  guint *n_looks = user_data;

  check_watch (watch);
  *n_looks += tlsrpt_watch_get_state (watch) == TLSRPT_WATCH_LOOKING;
}

/* It looks again no sooner than the interval and the TTL allow, once at the end, and never
 * after it. */
static void
check_plan (const uint8_t **data,
            size_t         *size)
{
  const gint64 start = 1000;
  const gint64 end = start + TLSRPT_LIMIT_WATCH_TIME * G_GINT64_CONSTANT (1000);
  gint64 now = start + ((gint64) fuzz_take_number (data, size, 256) << 19);
  gint64 interval = (gint64) 1 << fuzz_take_number (data, size, 32);
  guint32 ttl = (guint32) fuzz_take_number (data, size, 256) << 12;
  gint64 next = tlsrpt_watch_plan_find_next (start, now, interval, ttl);

  if (next == -1)
    g_assert_cmpint (now + interval, >, end);
  else
    {
      g_assert_cmpint (next, <=, end);
      g_assert_cmpint (next, >=, now + interval);
      g_assert_true (next == end || next >= now + (gint64) ttl * 1000);
    }
}

/* Numbers for a plan, a domain, and a record; then what DNS answers, a line a question. */
int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;
  g_autofree char *domain = NULL;
  g_autofree char *line = NULL;
  g_autofree char *expected = NULL;
  g_autoptr (TlsrptResolver) resolver = NULL;
  g_autoptr (TlsrptWatch) watch = NULL;
  g_autoptr (DnsServer) server = NULL;
  TlsrptWatchState last;
  guint n_looks = 0;
  guint interval;

  check_plan (&data, &size);
  interval = fuzz_take_number (&data, &size, 8) == 7 ? G_MAXUINT : 0;
  name = fuzz_take_line (&data, &size);
  text = g_utf8_make_valid (name, -1);
  domain = tlsrpt_domain_to_ascii (text, NULL);
  if (domain == NULL)
    domain = g_strdup (DOMAIN);
  line = fuzz_take_line (&data, &size);
  expected = *line != '\0' ? g_utf8_make_valid (line, -1) : g_strdup (EXPECTED);
  owner_name = g_strconcat ("_smtp._tls.", domain, NULL);
  script = data;
  script_size = size;

  server = dns_server_new (reply_cb, FALSE);
  resolver = tlsrpt_resolver_new (server->address, TIMEOUT, TLSRPT_RESOLVER_RECURSIVE, NULL);
  watch = tlsrpt_watch_new (resolver, domain, expected);
  tlsrpt_watch_set_interval (watch, interval);
  g_signal_connect (watch, "notify::state", G_CALLBACK (state_changed_cb), &n_looks);
  fuzz_read_properties (watch);
  tlsrpt_watch_start (watch);

  /* Until it has ended, the script has, or there is nothing to be seen for a while. */
  while (tlsrpt_watch_is_running (watch) && script_size > 0 &&
         !(tlsrpt_watch_get_state (watch) == TLSRPT_WATCH_WAITING &&
           tlsrpt_watch_awaits_cache (watch)))
    g_main_context_iteration (NULL, TRUE);

  last = tlsrpt_watch_get_state (watch);
  tlsrpt_watch_stop (watch);
  g_assert_cmpint (tlsrpt_watch_get_state (watch), ==,
                   last == TLSRPT_WATCH_WAITING || last == TLSRPT_WATCH_LOOKING
                     ? TLSRPT_WATCH_STOPPED : last);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  /* Nobody is asked before the first look, or without one. */
  g_assert_cmpuint (server->n_questions, >=, n_looks > 0 ? n_looks - 1 : 0);
  g_assert_true (n_looks > 0 || server->n_questions == 0);
  g_clear_pointer (&owner_name, g_free);

  return 0;
}
