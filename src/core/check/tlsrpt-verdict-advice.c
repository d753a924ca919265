/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-verdict-advice.h"

#include "tlsrpt-discovery.h"
#include "tlsrpt-display.h"
#include "tlsrpt-error.h"
#include "tlsrpt-lint.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What people mean to be a TLS-RPT record begins so, or nearly so. */
#define VERSION_STEM "v=TLSRPT"
#define VERSION_TYPO "v=TSLRPT"

/* Of other records at the name we tell about the first ones. */
#define MAX_OTHERS 3

/* The certificate usages that senders use for SMTP: DANE-TA and DANE-EE (RFC 7672
 * section 3.1). */
#define USAGE_DANE_TA 2
#define USAGE_DANE_EE 3

static void
add (TlsrptVerdict *self,
     TlsrptAdvice  *advice)
{
  g_ptr_array_add (self->advice, advice);
}

static char *
isolate_text (GBytes *text)
{
  gsize length;
  const char *octets = tlsrpt_answer_get_octets (text, &length);

  return tlsrpt_display_isolate (octets, (gssize) length);
}

/* For a person to begin with; what is no text in it becomes U+FFFD. */
static char *
dup_repair (GBytes *text)
{
  gsize length;
  const char *octets = tlsrpt_answer_get_octets (text, &length);

  return g_utf8_make_valid (octets, (gssize) length);
}

static gboolean
means_to_be_record (GBytes *text)
{
  gsize length;
  const char *octets = tlsrpt_answer_get_octets (text, &length);
  gsize stem = strlen (VERSION_STEM);

  return length >= stem && (g_ascii_strncasecmp (octets, VERSION_STEM, stem) == 0 ||
                            g_ascii_strncasecmp (octets, VERSION_TYPO, stem) == 0);
}

/* --- The name ------------------------------------------------------------------ */

static void
advise_on_aliases (TlsrptVerdict *self)
{
  TlsrptAnswer *answer = self->published->record;
  const char *const *aliases = tlsrpt_answer_get_aliases (answer);
  g_autofree char *last = NULL;

  if (aliases[0] == NULL)
    return;

  last = tlsrpt_display_isolate (aliases[g_strv_length ((char **) aliases) - 1], -1);

  if (tlsrpt_answer_has_alias_loop (answer))
    add (self, tlsrpt_advice_new (TLSRPT_ADVICE_WARNING, "alias-loop", NULL,
                                  _("The name is an alias that leads back to itself or through too "
                                    "many other aliases. Remove the CNAME record.")));
  else if (tlsrpt_answer_get_outcome (answer) != TLSRPT_OUTCOME_ANSWER)
    add (self, tlsrpt_advice_new (TLSRPT_ADVICE_WARNING, "alias-without-record", NULL,
                                  /* Translators: %s is a name in DNS */
                                  _("The name is an alias of “%s”, and no TXT record was found "
                                    "there. Publish the record there, or replace the CNAME "
                                    "record with it."),
                                  last));
  else
    add (self, tlsrpt_advice_new (TLSRPT_ADVICE_NOTE, "alias", NULL,
                                  /* Translators: %s is a name in DNS */
                                  _("The name is an alias of “%s”. This works; whoever controls "
                                    "that name decides where reports go."),
                                  last));
}

static void
advise_on_wildcard (TlsrptVerdict *self)
{
  if (self->is_wildcard)
    add (self, tlsrpt_advice_new (TLSRPT_ADVICE_WARNING, "wildcard", NULL,
                                  _("The answer comes from a wildcard, not from a record of this "
                                    "name. Publish the record at this name.")));
}

static void
advise_on_several (TlsrptVerdict *self)
{
  g_autoptr (GPtrArray) texts = tlsrpt_answer_dup_texts (self->published->record);
  g_autoptr (GString) all = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; i < texts->len; i++)
    {
      g_autofree char *repair = dup_repair (g_ptr_array_index (texts, i));

      if (!tlsrpt_discovery_keeps (g_ptr_array_index (texts, i)))
        continue;

      g_string_append_printf (all, "%s%s", n > 0 ? "\n" : "", repair);
      n++;
    }

  add (self, tlsrpt_advice_new (TLSRPT_ADVICE_WARNING, "several-records", all->str,
                                g_dngettext (GETTEXT_PACKAGE,
                                             /* Translators: %u is two at least */
                                             "There is %u TLS-RPT record at this name.",
                                             "There are %u TLS-RPT records at this name. Senders "
                                             "ignore all of them while there is more than one. "
                                             "Merge them.",
                                             n),
                                n));
}

/* TXT records at the name that are no TLS-RPT record. */
static void
advise_on_others (TlsrptVerdict *self)
{
  g_autoptr (GPtrArray) texts = tlsrpt_answer_dup_texts (self->published->record);
  g_autoptr (TlsrptGrammar) grammar = tlsrpt_grammar_new ();
  guint n_told = 0;

  for (guint i = 0; i < texts->len && n_told < MAX_OTHERS; i++)
    {
      GBytes *text = g_ptr_array_index (texts, i);
      g_autofree char *shown = isolate_text (text);
      g_autofree char *repair = dup_repair (text);
      const char *octets;
      gsize length;

      if (tlsrpt_discovery_keeps (text) ||
          (self->text != NULL && g_bytes_equal (text, self->text)))
        continue;

      n_told++;
      if (self->presence != TLSRPT_PRESENCE_NONE)
        {
          add (self, tlsrpt_advice_new (TLSRPT_ADVICE_NOTE, "other-record", NULL,
                                        /* Translators: %s is a TXT record */
                                        _("“%s” is also published at this name. Senders ignore it; "
                                          "remove it."),
                                        shown));
          continue;
        }

      octets = tlsrpt_answer_get_octets (text, &length);
      tlsrpt_lint (grammar, octets, (gssize) length);
      add (self, tlsrpt_advice_new (TLSRPT_ADVICE_WARNING, "not-a-record",
                                    means_to_be_record (text) ? repair : NULL,
                                    /* Translators: the first %s is a TXT record, the second a
                                     * sentence about it without a full stop */
                                    _("“%s” is published at this name. %s."), shown,
                                    tlsrpt_finding_get_message (&grammar->findings[0])));
    }
}

static void
advise_on_strays (TlsrptVerdict *self)
{
  TlsrptPublished *published = self->published;
  g_autofree char *right = tlsrpt_display_isolate (published->owner_name, -1);

  for (guint i = 0; i < published->strays->len; i++)
    {
      TlsrptAnswer *stray = g_ptr_array_index (published->strays, i);
      g_autofree char *wrong = tlsrpt_display_isolate (tlsrpt_answer_get_name (stray), -1);
      g_autoptr (GPtrArray) texts = tlsrpt_answer_dup_texts (stray);

      for (guint j = 0; j < texts->len; j++)
        {
          GBytes *text = g_ptr_array_index (texts, j);
          g_autofree char *repair = dup_repair (text);

          if (!means_to_be_record (text))
            continue;

          add (self, tlsrpt_advice_new (TLSRPT_ADVICE_WARNING, "wrong-name", repair,
                                        /* Translators: both are names in DNS */
                                        _("There is a record at “%s”, but senders look only at "
                                          "“%s”. Move it there."),
                                        wrong, right));
          break;
        }
    }
}

/* --- The name servers ------------------------------------------------------------ */

/* How long the answer that a cache gave may stay there. */
static guint32
find_ttl (TlsrptAnswer *answer)
{
  guint32 ttl = 0;

  for (gsize i = 0; i < tlsrpt_answer_get_n_resources (answer); i++)
    ttl = MAX (ttl, tlsrpt_answer_get_resource (answer, i)->ttl);

  return ttl;
}

static void
advise_on_cache (TlsrptVerdict *self,
                 const char    *host)
{
  guint32 ttl = find_ttl (self->published->record);

  if (ttl > 0)
    add (self, tlsrpt_advice_new (TLSRPT_ADVICE_WARNING, "cached", NULL,
                                  g_dngettext (GETTEXT_PACKAGE,
                                               /* Translators: %s is a host, %u a number */
                                               "“%s” already has a different record. Caches may "
                                               "keep the previous one for another %u second.",
                                               "“%s” already has a different record. Caches may "
                                               "keep the previous one for another %u seconds.",
                                               ttl),
                                  host, ttl));
  else
    add (self, tlsrpt_advice_new (TLSRPT_ADVICE_WARNING, "cached", NULL,
                                  /* Translators: %s is a host */
                                  _("“%s” already has a record. Caches may still report for a "
                                    "while that there is none."),
                                  host));
}

static void
advise_on_authorities (TlsrptVerdict *self)
{
  TlsrptPublished *published = self->published;
  TlsrptAuthority *first = NULL;

  for (guint i = 0; i < published->authorities->len; i++)
    {
      TlsrptAuthority *authority = g_ptr_array_index (published->authorities, i);
      g_autofree char *host = tlsrpt_display_isolate (authority->host, -1);

      if (authority->record == NULL ||
          !tlsrpt_outcome_is_known (tlsrpt_answer_get_outcome (authority->record)) ||
          !tlsrpt_answer_is_authoritative (authority->record))
        {
          add (self, tlsrpt_advice_new (TLSRPT_ADVICE_WARNING, "name-server", NULL,
                                        /* Translators: %s is a host */
                                        _("The name server “%s” does not answer for this zone."),
                                        host));
          continue;
        }

      /* What it does not serve itself it cannot know. */
      if (tlsrpt_answer_get_aliases (authority->record)[0] != NULL)
        continue;

      if (first == NULL)
        {
          first = authority;
          if (self->presence != TLSRPT_PRESENCE_UNKNOWN &&
              !tlsrpt_answer_has_same_texts (authority->record, published->record))
            advise_on_cache (self, host);
        }
      else if (!tlsrpt_answer_has_same_texts (authority->record, first->record))
        {
          add (self, tlsrpt_advice_new (TLSRPT_ADVICE_WARNING, "name-servers-differ", NULL,
                                        /* Translators: %s is a host */
                                        _("The name server “%s” returns a different record. It may "
                                          "not be up to date yet."),
                                        host));
        }
    }
}

/* --- What senders could report on --------------------------------------------------- */

static gboolean
receives_mail (TlsrptVerdict *self)
{
  TlsrptPublished *published = self->published;

  switch (tlsrpt_answer_get_outcome (published->mx))
    {
    case TLSRPT_OUTCOME_NO_DOMAIN:
      add (self, tlsrpt_advice_new (TLSRPT_ADVICE_WARNING, "no-such-domain", NULL,
                                    _("The domain does not exist in DNS. Check the spelling.")));
      return FALSE;

    case TLSRPT_OUTCOME_NO_DATA:
      if (tlsrpt_published_has_implicit_mx (published))
        {
          add (self, tlsrpt_advice_new (TLSRPT_ADVICE_NOTE, "implicit-mx", NULL,
                                        _("No MX record: mail is delivered to the domain itself.")));
          return TRUE;
        }

      if (!tlsrpt_published_takes_no_mail (published))
        return TRUE;

      add (self, tlsrpt_advice_new (TLSRPT_ADVICE_NOTE, "no-mail", NULL,
                                    _("The domain has no mail server, so no record is needed.")));
      return FALSE;

    case TLSRPT_OUTCOME_ANSWER:
      if (!tlsrpt_published_has_null_mx (published))
        return TRUE;

      add (self, tlsrpt_advice_new (TLSRPT_ADVICE_NOTE, "no-mail", NULL,
                                    _("The domain does not accept mail, so no record is needed.")));
      return FALSE;

    default:
      return TRUE;
    }
}

static gboolean
has_usable_tlsa (TlsrptAnswer *tlsa)
{
  for (gsize i = 0; i < tlsrpt_answer_get_n_resources (tlsa); i++)
    {
      const TlsrptResource *resource = tlsrpt_answer_get_resource (tlsa, i);

      if (resource->usage == USAGE_DANE_TA || resource->usage == USAGE_DANE_EE)
        return TRUE;
    }

  return FALSE;
}

/* Adds advice on DANE.  Returns whether senders may have something to check, or we
 * cannot tell. */
static gboolean
advise_on_dane (TlsrptVerdict *self)
{
  TlsrptPublished *published = self->published;
  gboolean has_dane = FALSE;

  for (guint i = 0; i < published->mail_servers->len; i++)
    {
      TlsrptMailServer *server = g_ptr_array_index (published->mail_servers, i);
      TlsrptOutcome outcome = tlsrpt_answer_get_outcome (server->tlsa);
      g_autofree char *host = tlsrpt_display_isolate (server->host, -1);

      if (!tlsrpt_outcome_is_known (outcome))
        has_dane = TRUE;

      if (outcome != TLSRPT_OUTCOME_ANSWER)
        continue;

      has_dane = TRUE;
      if (!has_usable_tlsa (server->tlsa))
        add (self, tlsrpt_advice_new (TLSRPT_ADVICE_WARNING, "tlsa-usage", NULL,
                                      /* Translators: %s is a host */
                                      _("Senders cannot use any of the TLSA records of “%s”: the "
                                        "certificate usage must be 2 or 3."),
                                      host));
      else if (!tlsrpt_answer_is_authenticated (server->tlsa))
        add (self, tlsrpt_advice_new (TLSRPT_ADVICE_NOTE, "tlsa-dnssec", NULL,
                                      /* Translators: %s is a host */
                                      _("The queried name server does not confirm the TLSA records "
                                        "of “%s” with DNSSEC. Senders use them only if the zone is "
                                        "signed."),
                                      host));
    }

  return has_dane;
}

static void
advise_on_policy (TlsrptVerdict   *self,
                  TlsrptStsPolicy *policy)
{
  TlsrptPublished *published = self->published;
  TlsrptStsFlaws flaws = tlsrpt_sts_policy_get_flaws (policy);

  for (guint i = 0; i < published->mail_servers->len; i++)
    {
      TlsrptMailServer *server = g_ptr_array_index (published->mail_servers, i);
      g_autofree char *host = tlsrpt_display_isolate (server->host, -1);

      if (tlsrpt_sts_policy_get_mode (policy) != TLSRPT_STS_MODE_NONE &&
          !tlsrpt_sts_policy_allows (policy, server->host))
        add (self, tlsrpt_advice_new (TLSRPT_ADVICE_WARNING, "sts-mx", NULL,
                                      /* Translators: %s is a host */
                                      _("The MTA-STS policy does not list the mail server “%s”. "
                                        "Once the policy is enforced, senders must not deliver to "
                                        "it."),
                                      host));
    }

  if (flaws & TLSRPT_STS_FLAW_BLANK_LINE)
    add (self, tlsrpt_advice_new (TLSRPT_ADVICE_WARNING, "sts-blank-line", NULL,
                                  _("The MTA-STS policy has an empty line, so strict senders "
                                    "reject it.")));
  if (flaws & TLSRPT_STS_FLAW_REPEATED)
    add (self, tlsrpt_advice_new (TLSRPT_ADVICE_WARNING, "sts-repeated", NULL,
                                  _("The MTA-STS policy has a field twice. Senders use the first.")));
  if (flaws & TLSRPT_STS_FLAW_SHORT)
    add (self, tlsrpt_advice_new (TLSRPT_ADVICE_NOTE, "sts-short", NULL,
                                  _("The MTA-STS policy expires within a day. A few weeks protect "
                                    "better; change the id whenever the policy changes.")));
}

/* Adds advice on MTA-STS.  Returns whether senders may have something to check, or
 * we cannot tell. */
static gboolean
advise_on_sts (TlsrptVerdict *self)
{
  TlsrptPublished *published = self->published;

  if (published->sts_policy != NULL)
    {
      advise_on_policy (self, published->sts_policy);
      return tlsrpt_sts_policy_get_mode (published->sts_policy) != TLSRPT_STS_MODE_NONE;
    }

  if (!tlsrpt_outcome_is_known (tlsrpt_answer_get_outcome (published->sts_record)))
    return TRUE;

  if (g_error_matches (published->sts_error, TLSRPT_ERROR, TLSRPT_ERROR_EMPTY) &&
      published->sts_id == NULL)
    return FALSE;

  add (self, tlsrpt_advice_new (TLSRPT_ADVICE_WARNING,
                                published->sts_id != NULL ? "sts-policy" : "sts-record", NULL,
                                /* Translators: %s is a sentence without a full stop */
                                _("MTA-STS does not work: %s."), published->sts_error->message));

  return TRUE;
}

static void
advise_on_protection (TlsrptVerdict *self)
{
  gboolean has_sts = advise_on_sts (self);
  gboolean has_dane = advise_on_dane (self);

  if (!has_sts && !has_dane)
    add (self, tlsrpt_advice_new (TLSRPT_ADVICE_NOTE, "no-protection", NULL,
                                  _("The domain has neither MTA-STS nor DANE. Reports will only "
                                    "show whether TLS was used.")));
}

/**
 * tlsrpt_verdict_add_advice:
 * @self: a verdict in the making
 *
 * Adds what there is to do: first about the record, then about its surroundings.
 */
void
tlsrpt_verdict_add_advice (TlsrptVerdict *self)
{
  if (self->presence == TLSRPT_PRESENCE_SEVERAL)
    advise_on_several (self);

  if (self->presence != TLSRPT_PRESENCE_UNKNOWN)
    {
      advise_on_others (self);
      advise_on_strays (self);
    }

  advise_on_aliases (self);
  advise_on_wildcard (self);
  advise_on_authorities (self);

  if (receives_mail (self))
    advise_on_protection (self);
}
