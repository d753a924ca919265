/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "fake-published.h"
#include "tlsrpt-look-conclusion.h"
#include "tlsrpt-look-summary.h"
#include "tlsrpt-look-text.h"

#include <string.h>

#define MX "“\u2068mx.example.com\u2069”"
#define POLICY(mode, mx) "version: STSv1\nmode: " mode "\nmx: " mx "\nmax_age: 86400\n"
#define NOBODY TLSRPT_N_CONTACT_OUTCOMES

/* What is seen at the addresses of the one mail server, and the sentence for it. */
typedef struct
{
  const char           *name;
  TlsrptContactOutcome  outcomes[2];
  TlsrptPkixFlags       pkix;
  const char           *policy;
  TlsrptMark            mark;
  const char           *conclusion;
  TlsrptMark            host_mark;
  const char           *host_summary;
} Case;

static const Case cases[] = {
  { "good", { TLSRPT_CONTACT_TLS, NOBODY }, 0, NULL, TLSRPT_MARK_GOOD,
    "Nothing to fix; a sender would deliver the mail over TLS", TLSRPT_MARK_GOOD, "TLS" },
  { "sts", { TLSRPT_CONTACT_TLS, TLSRPT_CONTACT_TLS }, 0, POLICY ("enforce", "mx.example.com"),
    TLSRPT_MARK_GOOD, "Nothing to fix; a sender would deliver the mail over TLS",
    TLSRPT_MARK_GOOD, "TLS" },
  { "expired", { TLSRPT_CONTACT_TLS, NOBODY }, TLSRPT_PKIX_EXPIRED,
    POLICY ("enforce", "mx.example.com"), TLSRPT_MARK_BAD,
    "A sender would report “certificate-expired” for " MX " and delay the mail", TLSRPT_MARK_BAD,
    "TLS\nThe server’s certificate, or one that it depends on, has expired" },
  { "testing", { TLSRPT_CONTACT_TLS, NOBODY }, TLSRPT_PKIX_EXPIRED,
    POLICY ("testing", "mx.example.com"), TLSRPT_MARK_DOUBTFUL,
    "A sender would report “certificate-expired” for " MX ", but deliver the mail",
    TLSRPT_MARK_DOUBTFUL, "TLS\nThe server’s certificate, or one that it depends on, has expired" },
  { "no-starttls", { TLSRPT_CONTACT_TLS, TLSRPT_CONTACT_NO_STARTTLS }, 0, NULL, TLSRPT_MARK_BAD,
    "A sender would report “starttls-not-supported” for " MX " and deliver the mail without TLS",
    TLSRPT_MARK_BAD, "The server does not offer STARTTLS" },
  { "half", { TLSRPT_CONTACT_TLS, TLSRPT_CONTACT_UNREACHABLE }, 0, NULL, TLSRPT_MARK_GOOD,
    "A sender would deliver the mail over TLS; 1 of 2 addresses could not be checked from here",
    TLSRPT_MARK_GOOD, "TLS" },
  { "half-silent", { TLSRPT_CONTACT_TLS, TLSRPT_CONTACT_REFUSED }, 0, NULL, TLSRPT_MARK_DOUBTFUL,
    "A sender would deliver the mail over TLS, but 1 of 2 addresses do not answer",
    TLSRPT_MARK_DOUBTFUL, "The connection is refused" },
  { "refused", { TLSRPT_CONTACT_REFUSED, NOBODY }, 0, NULL, TLSRPT_MARK_BAD,
    "No mail server answers, so a sender would delay the mail", TLSRPT_MARK_BAD,
    "The connection is refused" },
  { "blocked", { TLSRPT_CONTACT_TIMED_OUT, TLSRPT_CONTACT_UNREACHABLE }, 0, NULL,
    TLSRPT_MARK_NONE,
    "This network seems to block port 25, so the mail servers could not be checked",
    TLSRPT_MARK_NONE, "This network seems to block port 25" },
  { "not-tried", { TLSRPT_CONTACT_NOT_TRIED, NOBODY }, 0, NULL, TLSRPT_MARK_NONE,
    "No mail server was contacted, because all of their addresses are special-purpose addresses",
    TLSRPT_MARK_NONE, "Not contacted: a special-purpose address, or too many addresses" },
  { "no-address", { NOBODY, NOBODY }, 0, NULL, TLSRPT_MARK_NONE,
    "No mail server has an address to connect to", TLSRPT_MARK_NONE, "No address to connect to" },
};

static void
host_free (TlsrptLookHost *host)
{
  g_ptr_array_unref (host->contacts);
  g_free (host);
}

static TlsrptLook *
make_look (const Case *c)
{
  TlsrptLook *look = g_new0 (TlsrptLook, 1);
  TlsrptLookHost *host = g_new (TlsrptLookHost, 1);

  look->published = fake_published ();
  if (c->policy != NULL)
    fake_policy (look->published, c->policy);
  look->hosts = g_ptr_array_new_with_free_func ((GDestroyNotify) host_free);
  look->senders = g_ptr_array_new_with_free_func (g_free);
  look->rua = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);

  host->server = g_ptr_array_index (look->published->mail_servers, 0);
  host->contacts = g_ptr_array_new_with_free_func ((GDestroyNotify) tlsrpt_contact_free);
  g_ptr_array_add (look->hosts, host);

  for (gsize i = 0; i < G_N_ELEMENTS (c->outcomes); i++)
    {
      TlsrptContact *contact;

      if (c->outcomes[i] == NOBODY)
        continue;

      contact = tlsrpt_contact_new (i == 0 ? "192.0.2.1" : "2001:db8::1");
      contact->outcome = c->outcomes[i];
      contact->pkix = c->pkix;
      g_ptr_array_add (host->contacts, contact);
    }

  tlsrpt_look_conclude (look);

  return look;
}

static void
test_conclusion (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (TlsrptLook) look = make_look (c);
  TlsrptLookHost *host = g_ptr_array_index (look->hosts, 0);
  TlsrptMark mark;
  g_autofree char *conclusion = tlsrpt_look_dup_conclusion (look, &mark);
  g_autofree char *summary = tlsrpt_look_dup_host_summary (look, host);

  g_assert_cmpstr (conclusion, ==, c->conclusion);
  g_assert_cmpint (mark, ==, c->mark);
  g_assert_cmpstr (summary, ==, c->host_summary);
  g_assert_cmpint (tlsrpt_look_get_host_mark (look, host), ==, c->host_mark);
}

/* The same about several addresses is one group, and failures come first. */
static void
test_groups (void)
{
  const Case c = {
    .outcomes = { TLSRPT_CONTACT_TLS, TLSRPT_CONTACT_TLS },
    .pkix = TLSRPT_PKIX_NOT_TRUSTED | TLSRPT_PKIX_EXPIRED,
    .policy = POLICY ("enforce", "mx.example.com"),
  };
  g_autoptr (TlsrptLook) look = make_look (&c);
  g_autoptr (GPtrArray) groups = tlsrpt_look_dup_groups (look);
  const TlsrptLookGroup *group = g_ptr_array_index (groups, 0);
  g_autofree char *title = tlsrpt_look_group_dup_title (group);
  g_autofree char *text = tlsrpt_look_group_dup_text (group);

  g_assert_cmpuint (look->senders->len, ==, 4);
  g_assert_cmpuint (groups->len, ==, 2);
  g_assert_cmpstr (title, ==, "The certificate has expired");
  g_assert_cmpstr (text, ==,
                   "certificate-expired (some senders: certificate-not-trusted)\n"
                   "MTA-STS: mail is delayed, and bounces if nothing changes\n"
                   "\u2068mx.example.com [192.0.2.1]\u2069, \u2068mx.example.com [2001:db8::1]\u2069");
}

/* A sender that does not get through has no failure to report either, but no success. */
static void
test_no_failure (void)
{
  static const struct
  {
    TlsrptContactOutcome  outcome;
    const char           *title;
  } rows[] = {
    { TLSRPT_CONTACT_TLS, "No failure" },
    { TLSRPT_CONTACT_MUTE, "Nothing, because no TLS session begins" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const Case c = { .outcomes = { rows[i].outcome, NOBODY } };
      g_autoptr (TlsrptLook) look = make_look (&c);
      g_autoptr (GPtrArray) groups = tlsrpt_look_dup_groups (look);
      g_autofree char *title = tlsrpt_look_group_dup_title (g_ptr_array_index (groups, 0));

      g_assert_cmpuint (groups->len, ==, 1);
      g_assert_cmpstr (title, ==, rows[i].title);
    }
}

/* Whoever asks after a report wants to know whether it is fixed; what is not, is said in
 * the same words. */
static void
test_answer (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TlsrptLook) look = make_look (&cases[i]);
      TlsrptMark mark;
      g_autofree char *answer = tlsrpt_look_dup_answer (look, &mark);
      const char *wanted = g_str_has_prefix (cases[i].conclusion, "Nothing to fix; ")
                             ? "Fixed: a sender would deliver the mail over TLS"
                             : cases[i].conclusion;

      g_assert_cmpstr (answer, ==, wanted);
      g_assert_cmpint (mark, ==, cases[i].mark);
    }
}

/* Of whatever is seen, the whole is marked as its worst part is. */
static void
test_marks (void)
{
  static const char *const policies[] = {
    NULL, POLICY ("testing", "mx.example.com"), POLICY ("enforce", "mx.example.com"),
    POLICY ("enforce", "mx.example.net"),
  };

  for (guint i = 0; i < TLSRPT_N_CONTACT_OUTCOMES * TLSRPT_N_CONTACT_OUTCOMES * 8; i++)
    {
      const Case c = {
        .outcomes = { i / 8 % TLSRPT_N_CONTACT_OUTCOMES,
                      i / 8 / TLSRPT_N_CONTACT_OUTCOMES },
        .pkix = i & 4 ? TLSRPT_PKIX_EXPIRED : 0,
        .policy = policies[i & 3],
      };
      g_autoptr (TlsrptLook) look = make_look (&c);
      g_autoptr (GPtrArray) groups = tlsrpt_look_dup_groups (look);
      TlsrptMark worst = tlsrpt_look_get_host_mark (look, g_ptr_array_index (look->hosts, 0));
      TlsrptMark mark;
      g_autofree char *conclusion = tlsrpt_look_dup_conclusion (look, &mark);

      for (guint j = 0; j < groups->len; j++)
        worst = MAX (worst, tlsrpt_look_group_get_mark (g_ptr_array_index (groups, j)));

      g_assert_cmpint (mark, ==, worst);
      g_assert_cmpint (mark == TLSRPT_MARK_GOOD, ==,
                       g_str_has_prefix (conclusion, "Nothing to fix") ||
                         strstr (conclusion, "could not be checked from here") != NULL);
    }
}

/* Whoever is asked for consent is told all of it; what comes from DNS stays text. */
static void
test_plan (void)
{
  g_autoptr (TlsrptPublished) published = fake_published ();
  g_autofree char *mail = tlsrpt_look_dup_plan (published, "here.example");
  g_autofree char *web = NULL;
  TlsrptRua *rua = g_new0 (TlsrptRua, 1);

  g_assert_nonnull (strstr (mail, "port 25 of:\n\u2068mx.example.com\u2069\n"));
  g_assert_nonnull (strstr (mail, "“\u2068here.example\u2069”"));
  g_assert_nonnull (strstr (mail, "No mail is sent."));
  g_assert_null (strstr (mail, "443"));

  rua->uri = g_strdup ("https://b.example/");
  rua->host = g_strdup ("b.example");
  g_ptr_array_add (published->rua, rua);
  web = tlsrpt_look_dup_plan (published, "here.example");
  g_assert_nonnull (strstr (web, "port 443"));
  g_assert_nonnull (strstr (web, ":\n\u2068b.example\u2069"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/look-summary/conclusion/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_conclusion);
    }
  g_test_add_func ("/look-summary/groups", test_groups);
  g_test_add_func ("/look-summary/no-failure", test_no_failure);
  g_test_add_func ("/look-summary/answer", test_answer);
  g_test_add_func ("/look-summary/marks", test_marks);
  g_test_add_func ("/look-summary/plan", test_plan);

  return g_test_run ();
}
