/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-fact.h"

#include "tlsrpt-display.h"

#include <glib/gi18n-lib.h>

static void
fact_free (TlsrptFact *fact)
{
  g_free (fact->summary);
  g_free (fact->details);
  g_free (fact);
}

/* Takes the summary; the details are those of the lines, if there are any. */
static void
add (GPtrArray  *facts,
     const char *title,
     char       *summary,
     GString    *lines)
{
  TlsrptFact *fact = g_new (TlsrptFact, 1);

  g_string_truncate (lines, lines->len > 0 ? lines->len - 1 : 0);
  fact->title = title;
  fact->summary = summary;
  fact->details = lines->len > 0 ? g_strdup (lines->str) : NULL;
  g_ptr_array_add (facts, fact);
}

/* The strings of a record in quotation marks, as zone files have them. */
static void
append_strings (GString   *lines,
                GPtrArray *strings)
{
  for (guint i = 0; i < strings->len; i++)
    {
      gsize length;
      const char *string = tlsrpt_answer_get_octets (g_ptr_array_index (strings, i), &length);
      g_autofree char *shown = tlsrpt_display_sanitise (string, (gssize) length);

      g_string_append_printf (lines, "%s\"%s\"", i > 0 ? " " : "", shown);
    }

  g_string_append_c (lines, '\n');
}

static void
append_texts (GString      *lines,
              TlsrptAnswer *answer)
{
  for (gsize i = 0; i < tlsrpt_answer_get_n_resources (answer); i++)
    append_strings (lines, tlsrpt_answer_get_resource (answer, i)->strings);
}

static void
append_name (GString    *lines,
             const char *name)
{
  g_autofree char *shown = tlsrpt_display_sanitise (name, -1);

  g_string_append_printf (lines, "%s\n", shown);
}

/* Below the name that was asked for. */
static void
append_failure (GString      *lines,
                TlsrptAnswer *answer)
{
  g_string_append_printf (lines, "    %s\n",
                          tlsrpt_outcome_get_message (tlsrpt_answer_get_outcome (answer)));
}

/* Hosts or addresses, or why there are none, unless that is a fact. */
static void
append_answer (GString      *lines,
               TlsrptAnswer *answer)
{
  for (gsize i = 0; answer != NULL && i < tlsrpt_answer_get_n_resources (answer); i++)
    {
      g_string_append (lines, "    ");
      append_name (lines, tlsrpt_answer_get_resource (answer, i)->host);
    }

  if (tlsrpt_answer_has_failed (answer))
    append_failure (lines, answer);
}

static char *
dup_outcome (TlsrptAnswer *answer)
{
  return g_strdup (tlsrpt_outcome_get_message (tlsrpt_answer_get_outcome (answer)));
}

static void
add_texts (GPtrArray       *facts,
           TlsrptPublished *published)
{
  TlsrptAnswer *answer = published->record;
  gsize n = tlsrpt_answer_get_n_resources (answer);
  g_autoptr (GString) lines = g_string_new (NULL);
  g_autofree char *name = tlsrpt_display_isolate (published->owner_name, -1);

  /* The verdict says already that there is none, and why. */
  if (n == 0)
    return;

  append_texts (lines, answer);
  add (facts, _("TXT Records"),
       g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                     /* Translators: %zu is a number, %s a name in DNS */
                                     "%zu record at “%s”", "%zu records at “%s”", n),
                        n, name),
       lines);
}

static void
add_aliases (GPtrArray       *facts,
             TlsrptPublished *published)
{
  const char *const *aliases = tlsrpt_answer_get_aliases (published->record);
  guint n = g_strv_length ((char **) aliases);
  g_autoptr (GString) lines = g_string_new (NULL);
  g_autofree char *last = NULL;

  if (n == 0)
    return;

  append_name (lines, published->owner_name);
  for (guint i = 0; i < n; i++)
    append_name (lines, aliases[i]);

  last = tlsrpt_display_isolate (aliases[n - 1], -1);
  add (facts, _("Alias"),
       /* Translators: a CNAME record; %s is a name in DNS */
       g_strdup_printf (_("The name is an alias of “%s”"), last), lines);
}

static char *
dup_mail_summary (TlsrptPublished *published)
{
  gsize n = tlsrpt_answer_get_n_resources (published->mx);

  if (tlsrpt_published_takes_no_mail (published))
    return g_strdup (_("The domain does not accept mail"));

  if (tlsrpt_published_has_implicit_mx (published))
    return g_strdup (_("No MX record: mail is delivered to the domain itself"));

  /* Whether mail goes to the domain itself depends on its address. */
  if (tlsrpt_answer_has_failed (published->ipv4))
    return dup_outcome (published->ipv4);
  if (tlsrpt_answer_has_failed (published->ipv6))
    return dup_outcome (published->ipv6);

  if (n == 0)
    return dup_outcome (published->mx);

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                       /* Translators: %zu is a number */
                                       "%zu MX record", "%zu MX records", n),
                          n);
}

/* What is known of a mail server besides its name, below it. */
static void
append_addresses (GString         *lines,
                  TlsrptPublished *published,
                  const char      *host)
{
  for (guint i = 0; i < published->mail_servers->len; i++)
    {
      TlsrptMailServer *server = g_ptr_array_index (published->mail_servers, i);
      const char *const *aliases = tlsrpt_mail_server_get_aliases (server);
      TlsrptAnswer *answers[2];

      if (!g_str_equal (server->host, host))
        continue;

      for (gsize j = 0; aliases[j] != NULL; j++)
        {
          g_string_append (lines, "    CNAME ");
          append_name (lines, aliases[j]);
        }

      tlsrpt_published_get_addresses (published, server, answers);
      append_answer (lines, answers[0]);
      append_answer (lines, answers[1]);
    }
}

static void
add_mail_servers (GPtrArray       *facts,
                  TlsrptPublished *published)
{
  g_autoptr (GString) lines = g_string_new (NULL);

  for (gsize i = 0; i < tlsrpt_answer_get_n_resources (published->mx); i++)
    {
      const TlsrptResource *mx = tlsrpt_answer_get_resource (published->mx, i);

      g_string_append_printf (lines, "%u ", mx->preference);
      append_name (lines, mx->host);
      append_addresses (lines, published, mx->host);
    }

  add (facts, _("Mail Servers"), dup_mail_summary (published), lines);
}

static gboolean
has_tlsa (TlsrptMailServer *server)
{
  return tlsrpt_answer_get_n_resources (tlsrpt_mail_server_get_tlsa (server)) > 0;
}

static void
append_tlsa (GString      *lines,
             TlsrptAnswer *tlsa)
{
  if (tlsa == NULL || (tlsrpt_answer_get_n_resources (tlsa) == 0 && !tlsrpt_answer_has_failed (tlsa)))
    return;

  append_name (lines, tlsrpt_answer_get_name (tlsa));
  if (tlsrpt_answer_has_failed (tlsa))
    append_failure (lines, tlsa);

  for (gsize i = 0; i < tlsrpt_answer_get_n_resources (tlsa); i++)
    {
      const TlsrptResource *record = tlsrpt_answer_get_resource (tlsa, i);
      gsize length;
      const guint8 *octets = g_bytes_get_data (record->data, &length);

      g_string_append_printf (lines, "    %u %u %u ", record->usage, record->selector,
                              record->matching);
      for (gsize j = 0; j < length; j++)
        g_string_append_printf (lines, "%02x", octets[j]);
      g_string_append_c (lines, '\n');
    }
}

static void
add_dane (GPtrArray       *facts,
          TlsrptPublished *published)
{
  g_autoptr (GString) lines = g_string_new (NULL);

  if (published->mail_servers->len == 0)
    return;

  for (guint i = 0; i < published->mail_servers->len; i++)
    {
      TlsrptMailServer *server = g_ptr_array_index (published->mail_servers, i);

      /* What counts comes first. */
      append_tlsa (lines, tlsrpt_mail_server_get_tlsa (server));
      if (tlsrpt_mail_server_get_tlsa (server) != server->tlsa)
        append_tlsa (lines, server->tlsa);
      else
        append_tlsa (lines, server->expanded_tlsa);
    }

  /* A name of its own. */
  add (facts, "DANE", tlsrpt_fact_dup_dane (published), lines);
}

static void
append_policy (GString         *lines,
               TlsrptStsPolicy *policy)
{
  const char *const *patterns = tlsrpt_sts_policy_get_patterns (policy);

  g_string_append_printf (lines, "mode: %s\nmax_age: %u\n",
                          tlsrpt_sts_mode_get_token (tlsrpt_sts_policy_get_mode (policy)),
                          tlsrpt_sts_policy_get_max_age (policy));
  for (gsize i = 0; patterns[i] != NULL; i++)
    {
      g_string_append (lines, "mx: ");
      append_name (lines, patterns[i]);
    }
}

static char *
dup_sts_summary (TlsrptPublished *published)
{
  if (published->sts_policy != NULL)
    {
      switch (tlsrpt_sts_policy_get_mode (published->sts_policy))
        {
        case TLSRPT_STS_MODE_ENFORCE:
          return g_strdup (_("The policy is enforced"));

        case TLSRPT_STS_MODE_TESTING:
          return g_strdup (_("The policy is being tested"));

        case TLSRPT_STS_MODE_NONE:
        default:
          return g_strdup (_("The policy is withdrawn"));
        }
    }

  return g_strdup (tlsrpt_fact_get_sts_problem (published));
}

static void
add_sts (GPtrArray       *facts,
         TlsrptPublished *published)
{
  g_autoptr (GString) lines = g_string_new (NULL);

  append_texts (lines, published->sts_record);
  if (published->sts_policy != NULL)
    append_policy (lines, published->sts_policy);

  /* A name of its own. */
  add (facts, "MTA-STS", dup_sts_summary (published), lines);
}

static void
add_destinations (GPtrArray       *facts,
                  TlsrptPublished *published)
{
  g_autoptr (GString) lines = g_string_new (NULL);
  guint n_good = 0;

  if (published->rua->len == 0)
    return;

  for (guint i = 0; i < published->rua->len; i++)
    {
      TlsrptRua *rua = g_ptr_array_index (published->rua, i);

      n_good += tlsrpt_rua_find_problem (rua) == TLSRPT_RUA_GOOD;
      append_name (lines, rua->uri);
      append_answer (lines, rua->mx);
      append_answer (lines, rua->ipv4);
      append_answer (lines, rua->ipv6);
    }

  add (facts, _("Destinations"),
       g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                     /* Translators: the first %u is how many of the second %u */
                                     "DNS shows where to deliver reports for %u of %u destination",
                                     "DNS shows where to deliver reports for %u of %u destinations",
                                     published->rua->len),
                        n_good, published->rua->len),
       lines);
}

static void
append_authority (GString         *lines,
                  TlsrptAuthority *authority)
{
  append_name (lines, authority->host);
  if (authority->record == NULL)
    return;

  for (gsize i = 0; i < tlsrpt_answer_get_n_resources (authority->record); i++)
    {
      g_string_append (lines, "    ");
      append_strings (lines, tlsrpt_answer_get_resource (authority->record, i)->strings);
    }

  if (tlsrpt_answer_get_n_resources (authority->record) == 0)
    append_failure (lines, authority->record);
}

static void
add_name_servers (GPtrArray       *facts,
                  TlsrptPublished *published)
{
  g_autoptr (GString) lines = g_string_new (NULL);
  g_autofree char *zone = NULL;

  if (published->zone == NULL)
    return;

  for (guint i = 0; i < published->authorities->len; i++)
    append_authority (lines, g_ptr_array_index (published->authorities, i));

  for (gsize i = 0; published->authorities->len == 0 &&
                    i < tlsrpt_answer_get_n_resources (published->ns); i++)
    append_name (lines, tlsrpt_answer_get_resource (published->ns, i)->host);

  zone = tlsrpt_display_isolate (published->zone, -1);
  add (facts, _("Name Servers"),
       published->authorities->len > 0
         /* Translators: %s is a DNS zone, such as “example.com” */
         ? g_strdup_printf (_("Answers from the name servers of “%s”"), zone)
         /* Translators: %s is a DNS zone, such as “example.com” */
         : g_strdup_printf (_("Name servers of “%s”"), zone),
       lines);
}

/**
 * tlsrpt_fact_list:
 * @published: what is published
 *
 * Puts into words what was found, without a judgement.
 *
 * Returns: (transfer full) (element-type TlsrptFact): the facts
 */
GPtrArray *
tlsrpt_fact_list (TlsrptPublished *published)
{
  GPtrArray *facts = g_ptr_array_new_with_free_func ((GDestroyNotify) fact_free);

  add_texts (facts, published);
  add_aliases (facts, published);
  add_destinations (facts, published);
  add_mail_servers (facts, published);
  add_dane (facts, published);
  add_sts (facts, published);
  add_name_servers (facts, published);

  return facts;
}

/**
 * tlsrpt_fact_dup_dane:
 * @published: what is published
 *
 * Says how many of the mail servers can be authenticated by DANE, and of how many
 * nobody knows.
 *
 * Returns: (transfer full): the words
 */
char *
tlsrpt_fact_dup_dane (TlsrptPublished *published)
{
  GPtrArray *servers = published->mail_servers;
  g_autofree char *found = NULL;
  guint n_failed = 0;
  guint n = 0;

  for (guint i = 0; i < servers->len; i++)
    {
      TlsrptMailServer *server = g_ptr_array_index (servers, i);

      n += has_tlsa (server);
      n_failed += tlsrpt_answer_has_failed (tlsrpt_mail_server_get_tlsa (server));
    }

  found = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                        /* Translators: the first %u is how many of the second
                                         * %u */
                                        "%u of %u mail server has TLSA records",
                                        "%u of %u mail servers have TLSA records", servers->len),
                           n, servers->len);
  if (n_failed == 0)
    return g_steal_pointer (&found);

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                       /* Translators: %s says how many have TLSA records, %u
                                        * is a number of lookups */
                                       "%s; %u lookup failed", "%s; %u lookups failed", n_failed),
                          found, n_failed);
}

/**
 * tlsrpt_fact_get_sts_problem:
 * @published: what is published, without an MTA-STS policy
 *
 * Says why there is no MTA-STS policy.
 *
 * Returns: a sentence
 */
const char *
tlsrpt_fact_get_sts_problem (TlsrptPublished *published)
{
  TlsrptOutcome outcome = tlsrpt_answer_get_outcome (published->sts_record);

  if (published->sts_error != NULL && tlsrpt_outcome_is_known (outcome))
    return published->sts_error->message;

  return tlsrpt_outcome_get_message (outcome);
}
