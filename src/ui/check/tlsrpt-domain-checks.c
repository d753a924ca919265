/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-domain-checks.h"

#include "tlsrpt-domain.h"
#include "tlsrpt-standing.h"
#include "tlsrpt-text-hash.h"
#include "tlsrpt-verdict-json.h"

/**
 * TlsrptDomainChecks:
 *
 * The checks of the domains that are kept: what they find goes into the state, and the
 * last check of each domain stays for whoever wants to know more.
 *
 * Nothing is asked before tlsrpt_domain_checks_start().
 */
struct _TlsrptDomainChecks
{
  GObject          parent_instance;

  /* One of our own until the kept one has been read. */
  TlsrptState     *state;
  guint            n_domains;
  TlsrptRecord    *record;

  TlsrptCheckList *list;
  guint            n_unreached; /* of the list, for want of a network */
  GHashTable      *checks; /* by their domains, which they own */
};

G_DEFINE_FINAL_TYPE (TlsrptDomainChecks, tlsrpt_domain_checks, G_TYPE_OBJECT)

enum
{
  SIGNAL_DOMAINS_CHANGED,
  SIGNAL_PROGRESSED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* The value of the form, if it is about this domain. */
static const char *
find_made (TlsrptDomainChecks *self,
           const char         *domain)
{
  g_autofree char *owner_name = tlsrpt_domain_to_owner_name (domain);

  if (self->record == NULL ||
      g_strcmp0 (tlsrpt_record_get_owner_name (self->record), owner_name) != 0)
    return NULL;

  return tlsrpt_record_get_value (self->record);
}

/* What the form has made since counts more than what it had made before. */
static const char *
find_expected (TlsrptDomainChecks      *self,
               const TlsrptStateDomain *domain)
{
  const char *made = find_made (self, domain->name);

  return made != NULL ? made : domain->expected;
}

static void
show_progress (TlsrptDomainChecks *self)
{
  g_signal_emit (self, signals[SIGNAL_PROGRESSED], 0);
}

static void
check_state_changed_cb (TlsrptDomainChecks *self,
                        GParamSpec         *pspec,
                        TlsrptCheck        *check)
{
  tlsrpt_domain_checks_keep (self, check);
}

static void
forget_list (TlsrptDomainChecks *self)
{
  GListModel *model = G_LIST_MODEL (self->list);

  if (self->list == NULL)
    return;

  g_signal_handlers_disconnect_by_func (self->list, show_progress, self);
  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (TlsrptCheck) check = g_list_model_get_item (model, i);

      g_signal_handlers_disconnect_by_func (check, check_state_changed_cb, self);
    }
  tlsrpt_check_list_cancel (self->list);
  g_clear_object (&self->list);
}

static gboolean
is_forgotten (gpointer key,
              gpointer value,
              gpointer user_data)
{
  return tlsrpt_state_find_domain (user_data, key) == NULL;
}

/* Nothing is left of what was removed. */
static void
domains_changed_cb (TlsrptDomainChecks *self)
{
  guint n_before = self->n_domains;

  self->n_domains = tlsrpt_state_get_domains (self->state)->len;
  if (self->n_domains < n_before)
    g_hash_table_foreach_remove (self->checks, is_forgotten, self->state);

  if (self->n_domains == 0)
    tlsrpt_domain_checks_cancel (self);

  g_signal_emit (self, signals[SIGNAL_DOMAINS_CHANGED], 0);
}

static void
take_state (TlsrptDomainChecks *self,
            TlsrptState        *state)
{
  g_set_object (&self->state, state);
  self->n_domains = tlsrpt_state_get_domains (state)->len;
  g_signal_connect_object (state, "domains-changed", G_CALLBACK (domains_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
tlsrpt_domain_checks_dispose (GObject *object)
{
  TlsrptDomainChecks *self = TLSRPT_DOMAIN_CHECKS (object);

  forget_list (self);
  g_hash_table_remove_all (self->checks);
  g_clear_object (&self->record);

  G_OBJECT_CLASS (tlsrpt_domain_checks_parent_class)->dispose (object);
}

static void
tlsrpt_domain_checks_finalize (GObject *object)
{
  TlsrptDomainChecks *self = TLSRPT_DOMAIN_CHECKS (object);

  g_hash_table_unref (self->checks);
  g_object_unref (self->state);

  G_OBJECT_CLASS (tlsrpt_domain_checks_parent_class)->finalize (object);
}

static void
tlsrpt_domain_checks_class_init (TlsrptDomainChecksClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = tlsrpt_domain_checks_dispose;
  object_class->finalize = tlsrpt_domain_checks_finalize;

  /**
   * TlsrptDomainChecks::domains-changed:
   *
   * The list of domains, or what is known of one, is not what it was.
   */
  signals[SIGNAL_DOMAINS_CHANGED] =
    g_signal_new ("domains-changed",
                  G_TYPE_FROM_CLASS (klass),
                  G_SIGNAL_RUN_LAST,
                  0,
                  NULL, NULL, NULL,
                  G_TYPE_NONE, 0);

  /**
   * TlsrptDomainChecks::progressed:
   *
   * Checks have begun, or one has come to an end.
   */
  signals[SIGNAL_PROGRESSED] =
    g_signal_new ("progressed",
                  G_TYPE_FROM_CLASS (klass),
                  G_SIGNAL_RUN_LAST,
                  0,
                  NULL, NULL, NULL,
                  G_TYPE_NONE, 0);
}

static void
tlsrpt_domain_checks_init (TlsrptDomainChecks *self)
{
  g_autoptr (TlsrptState) state = tlsrpt_state_new ();

  self->checks = g_hash_table_new_full (tlsrpt_text_hash_str, g_str_equal, NULL, g_object_unref);
  take_state (self, state);
}

TlsrptDomainChecks *
tlsrpt_domain_checks_new (void)
{
  return g_object_new (TLSRPT_TYPE_DOMAIN_CHECKS, NULL);
}

/**
 * tlsrpt_domain_checks_get_state:
 * @self: the checks
 *
 * Gets what has the domains.
 *
 * Returns: (transfer none): the state, which is another one once it has been read
 */
TlsrptState *
tlsrpt_domain_checks_get_state (TlsrptDomainChecks *self)
{
  g_return_val_if_fail (TLSRPT_IS_DOMAIN_CHECKS (self), NULL);

  return self->state;
}

/**
 * tlsrpt_domain_checks_set_state:
 * @self: the checks
 * @state: what is kept
 *
 * Takes the domains from @state, which gets those that somebody was quick to add.
 */
void
tlsrpt_domain_checks_set_state (TlsrptDomainChecks *self,
                                TlsrptState        *state)
{
  g_autoptr (TlsrptState) old = NULL;
  GPtrArray *domains;

  g_return_if_fail (TLSRPT_IS_DOMAIN_CHECKS (self));
  g_return_if_fail (TLSRPT_IS_STATE (state));

  if (self->state == state)
    return;

  g_signal_handlers_disconnect_by_func (self->state, domains_changed_cb, self);
  old = g_object_ref (self->state);
  take_state (self, state);
  domains = tlsrpt_state_get_domains (old);
  for (guint i = 0; i < domains->len; i++)
    tlsrpt_state_insert_domain (state, g_ptr_array_index (domains, i), G_MAXUINT);

  domains_changed_cb (self);
}

void
tlsrpt_domain_checks_set_record (TlsrptDomainChecks *self,
                                 TlsrptRecord       *record)
{
  g_return_if_fail (TLSRPT_IS_DOMAIN_CHECKS (self));

  g_set_object (&self->record, record);
}

/**
 * tlsrpt_domain_checks_add:
 * @self: the checks
 * @domain: a policy domain in A-labels
 *
 * Adds a domain, and the record that the form has made for it.
 *
 * Returns: `FALSE` if it is there already, or if there is no room for another one
 */
gboolean
tlsrpt_domain_checks_add (TlsrptDomainChecks *self,
                          const char         *domain)
{
  g_autoptr (TlsrptStateDomain) added = NULL;

  g_return_val_if_fail (TLSRPT_IS_DOMAIN_CHECKS (self), FALSE);
  g_return_val_if_fail (domain != NULL, FALSE);

  added = tlsrpt_state_domain_new (domain, find_made (self, domain));

  return tlsrpt_state_insert_domain (self->state, added, G_MAXUINT);
}

/**
 * tlsrpt_domain_checks_keep:
 * @self: the checks
 * @check: a check of any domain, whoever has started it
 *
 * Keeps what a check has found, if there is a verdict and its domain is one of those that
 * are kept.
 */
void
tlsrpt_domain_checks_keep (TlsrptDomainChecks *self,
                           TlsrptCheck        *check)
{
  const TlsrptStateDomain *old;
  const TlsrptVerdict *verdict;
  g_autoptr (TlsrptStateDomain) domain = NULL;
  g_autoptr (TlsrptStanding) standing = NULL;

  g_return_if_fail (TLSRPT_IS_DOMAIN_CHECKS (self));
  g_return_if_fail (TLSRPT_IS_CHECK (check));

  verdict = tlsrpt_check_get_verdict (check);
  old = tlsrpt_state_find_domain (self->state, tlsrpt_check_get_domain (check));
  if (verdict == NULL || old == NULL)
    return;

  g_hash_table_replace (self->checks, (gpointer) tlsrpt_check_get_domain (check),
                        g_object_ref (check));

  /* Without a network nothing is known of the domain that was not known before. */
  if (tlsrpt_answer_get_outcome (verdict->published->record) == TLSRPT_OUTCOME_NO_NETWORK)
    {
      self->n_unreached++;
      return;
    }

  domain = tlsrpt_state_domain_new (old->name, find_expected (self, old));
  standing = tlsrpt_standing_new (verdict->published, domain->expected, old->value);
  domain->checked = g_date_time_to_unix (verdict->published->time);
  /* Whoever puts a record back that was missing has changed nothing. */
  domain->value = g_strdup (standing->value != NULL ? standing->value : old->value);
  domain->state = g_strdup (standing->state);
  domain->record = g_strdup (standing->record);
  domain->mta_sts = g_strdup (standing->mta_sts);
  domain->dane = g_strdup (standing->dane);
  domain->reason = g_strdup (standing->reason);

  tlsrpt_state_update_domain (self->state, domain);
}

/**
 * tlsrpt_domain_checks_find:
 * @self: the checks
 * @domain: a policy domain in A-labels
 *
 * Gets the last check of a domain since the program was started.
 *
 * Returns: (transfer none) (nullable): a check with a verdict
 */
TlsrptCheck *
tlsrpt_domain_checks_find (TlsrptDomainChecks *self,
                           const char         *domain)
{
  g_return_val_if_fail (TLSRPT_IS_DOMAIN_CHECKS (self), NULL);

  return g_hash_table_lookup (self->checks, domain);
}

/**
 * tlsrpt_domain_checks_start:
 * @self: the checks
 * @resolver: whom to ask
 * @domain: (nullable): one of the domains, or `NULL` for all
 *
 * Checks domains.  Checks that still run are canceled.
 */
void
tlsrpt_domain_checks_start (TlsrptDomainChecks *self,
                            TlsrptResolver     *resolver,
                            const char         *domain)
{
  GPtrArray *domains;
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  g_return_if_fail (TLSRPT_IS_DOMAIN_CHECKS (self));
  g_return_if_fail (TLSRPT_IS_RESOLVER (resolver));

  domains = tlsrpt_state_get_domains (self->state);
  for (guint i = 0; domain == NULL && i < domains->len; i++)
    g_ptr_array_add (names, ((TlsrptStateDomain *) g_ptr_array_index (domains, i))->name);
  if (domain != NULL)
    g_ptr_array_add (names, (gpointer) domain);
  g_ptr_array_add (names, NULL);

  forget_list (self);
  self->n_unreached = 0;
  self->list = tlsrpt_check_list_new (resolver, (const char *const *) names->pdata);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->list)); i++)
    {
      g_autoptr (TlsrptCheck) check = g_list_model_get_item (G_LIST_MODEL (self->list), i);

      g_signal_connect_object (check, "notify::state",
                               G_CALLBACK (check_state_changed_cb), self, G_CONNECT_SWAPPED);
    }
  g_signal_connect_object (self->list, "notify::n-done",
                           G_CALLBACK (show_progress), self, G_CONNECT_SWAPPED);
  tlsrpt_check_list_start (self->list);
}

/**
 * tlsrpt_domain_checks_cancel:
 * @self: the checks
 *
 * Stops the checks that run and does not begin the others.  What was found stays.
 */
void
tlsrpt_domain_checks_cancel (TlsrptDomainChecks *self)
{
  g_return_if_fail (TLSRPT_IS_DOMAIN_CHECKS (self));

  if (!tlsrpt_domain_checks_is_running (self))
    return;

  tlsrpt_check_list_cancel (self->list);
  show_progress (self);
}

gboolean
tlsrpt_domain_checks_is_running (TlsrptDomainChecks *self)
{
  g_return_val_if_fail (TLSRPT_IS_DOMAIN_CHECKS (self), FALSE);

  return self->list != NULL && tlsrpt_check_list_is_running (self->list);
}

/**
 * tlsrpt_domain_checks_take_problem:
 * @self: the checks
 *
 * Says, once, what kept the checks that were started last from finding something out.
 *
 * Returns: (nullable): a sentence, or `NULL` if a name server could be reached
 */
const char *
tlsrpt_domain_checks_take_problem (TlsrptDomainChecks *self)
{
  g_return_val_if_fail (TLSRPT_IS_DOMAIN_CHECKS (self), NULL);

  if (self->n_unreached == 0)
    return NULL;

  self->n_unreached = 0;

  return tlsrpt_outcome_get_message (TLSRPT_OUTCOME_NO_NETWORK);
}

/**
 * tlsrpt_domain_checks_get_list:
 * @self: the checks
 *
 * Gets the checks that were started last.
 *
 * Returns: (transfer none) (nullable): the list
 */
TlsrptCheckList *
tlsrpt_domain_checks_get_list (TlsrptDomainChecks *self)
{
  g_return_val_if_fail (TLSRPT_IS_DOMAIN_CHECKS (self), NULL);

  return self->list;
}

/**
 * tlsrpt_domain_checks_to_json:
 * @self: the checks
 *
 * Makes what `tlsrpt-cli check --json` prints of the domains that were checked since the
 * program was started: an object for each, one a line.
 *
 * Returns: (transfer full): the text of a file, in ASCII
 */
GString *
tlsrpt_domain_checks_to_json (TlsrptDomainChecks *self)
{
  GString *json = g_string_new (NULL);
  GPtrArray *domains;

  g_return_val_if_fail (TLSRPT_IS_DOMAIN_CHECKS (self), json);

  domains = tlsrpt_state_get_domains (self->state);
  for (guint i = 0; i < domains->len; i++)
    {
      const TlsrptStateDomain *domain = g_ptr_array_index (domains, i);
      TlsrptCheck *check = tlsrpt_domain_checks_find (self, domain->name);

      if (check != NULL)
        tlsrpt_verdict_append_json (json, tlsrpt_check_get_verdict (check));
    }

  return json;
}
