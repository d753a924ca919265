/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-domain-rows.h"

#include "tlsrpt-host.h"
#include "tlsrpt-standing.h"

#include <glib/gi18n.h>

/* What is said where there is nothing to say: a word would be one too many. */
#define NOTHING "–"

/* A row of the table, which is made in the main thread and read in others. */
typedef struct
{
  TlsrptStateDomain *domain;
  char              *shown;
  char              *second;
} Row;

static const char *
get_shown (gconstpointer row)
{
  return ((const Row *) row)->shown;
}

static const char *
get_second (gconstpointer row)
{
  return ((const Row *) row)->second;
}

static const char *
get_name (gconstpointer row)
{
  return tlsrpt_domain_rows_get_domain (row)->name;
}

static const char *
get_state (gconstpointer row)
{
  const TlsrptStateDomain *domain = tlsrpt_domain_rows_get_domain (row);

  return domain->checked > 0 ? domain->state : NULL;
}

/* What a screen reader reads of a domain that was not checked is said once. */
static const char *
get_word (gconstpointer  row,
          const char    *token)
{
  return tlsrpt_domain_rows_get_domain (row)->checked > 0 ? tlsrpt_standing_get_word (token)
                                                          : NOTHING;
}

static const char *
get_state_word (gconstpointer row)
{
  return tlsrpt_domain_rows_get_domain (row)->checked > 0
           ? get_word (row, tlsrpt_domain_rows_get_domain (row)->state)
           : tlsrpt_standing_get_word (NULL);
}

static const char *
get_record (gconstpointer row)
{
  return tlsrpt_domain_rows_get_domain (row)->record;
}

static const char *
get_record_word (gconstpointer row)
{
  return get_word (row, get_record (row));
}

static const char *
get_mta_sts (gconstpointer row)
{
  return tlsrpt_domain_rows_get_domain (row)->mta_sts;
}

static const char *
get_mta_sts_word (gconstpointer row)
{
  return get_word (row, get_mta_sts (row));
}

static const char *
get_dane (gconstpointer row)
{
  return tlsrpt_domain_rows_get_domain (row)->dane;
}

static const char *
get_dane_word (gconstpointer row)
{
  return get_word (row, get_dane (row));
}

static gint64
get_checked (gconstpointer row)
{
  return tlsrpt_domain_rows_get_domain (row)->checked;
}

static char *
dup_plain_time (gint64 time)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (time);

  return utc != NULL && time > 0 ? g_date_time_format (utc, "%Y-%m-%dT%H:%M:%SZ") : g_strdup ("");
}

static const char *
get_value (gconstpointer row)
{
  return tlsrpt_domain_rows_get_published (tlsrpt_domain_rows_get_domain (row));
}

static const char *
get_expected (gconstpointer row)
{
  return tlsrpt_domain_rows_get_domain (row)->expected;
}

static const char *
get_value_text (gconstpointer row)
{
  return get_value (row) != NULL ? get_value (row) : NOTHING;
}

static const char *
get_expected_text (gconstpointer row)
{
  return get_expected (row) != NULL ? get_expected (row) : NOTHING;
}

static const TlsrptTableColumn columns[] = {
  { .title = N_("Domain"), .get_text = get_shown, .get_token = get_name,
    .get_second = get_second },
  { .title = N_("State"), .get_text = get_state_word, .get_token = get_state, .width = 11 },
  { .title = N_("Record"), .get_text = get_record_word, .get_token = get_record, .width = 9,
    .is_extra = TRUE },
  { .title = N_("MTA-STS"), .get_text = get_mta_sts_word, .get_token = get_mta_sts, .width = 9,
    .is_extra = TRUE },
  { .title = N_("DANE"), .get_text = get_dane_word, .get_token = get_dane, .width = 9,
    .is_extra = TRUE },
  { .title = N_("Checked"), .get_number = get_checked, .dup_number = tlsrpt_domain_rows_dup_time,
    .dup_number_plain = dup_plain_time, .width = 20, .is_extra = TRUE },
  { .title = N_("Published Record"), .get_text = get_value_text, .get_token = get_value,
    .width = 24, .is_extra = TRUE },
  { .title = N_("Expected Record"), .get_text = get_expected_text, .get_token = get_expected,
    .width = 24, .is_extra = TRUE },
};

/**
 * tlsrpt_domain_rows_set_columns:
 * @table: a table without columns
 *
 * Has @table tell about domains.
 */
void
tlsrpt_domain_rows_set_columns (TlsrptTable *table)
{
  tlsrpt_table_set_columns (table, columns, G_N_ELEMENTS (columns));
}

static void
clear_row (gpointer data)
{
  Row *row = data;

  tlsrpt_state_domain_unref (row->domain);
  g_free (row->shown);
  g_free (row->second);
}

/**
 * tlsrpt_domain_rows_new:
 * @state: what has the domains
 * @word: (nullable): only those whose state this is, in the word for people
 *
 * Takes down what is known of the domains.
 *
 * Returns: (transfer full): rows
 */
TlsrptRows *
tlsrpt_domain_rows_new (TlsrptState *state,
                        const char  *word)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (Row));
  GPtrArray *domains = tlsrpt_state_get_domains (state);

  g_array_set_clear_func (rows, clear_row);
  for (guint i = 0; i < domains->len; i++)
    {
      Row row = { .domain = g_ptr_array_index (domains, i) };

      if (word != NULL && !g_str_equal (get_state_word (&row), word))
        continue;

      tlsrpt_state_domain_ref (row.domain);
      row.shown = tlsrpt_host_dup_shown (row.domain->name);
      row.second = tlsrpt_domain_rows_dup_time (row.domain->checked);
      g_array_append_val (rows, row);
    }

  return tlsrpt_rows_new (G_TYPE_ARRAY, rows, rows->data, sizeof (Row), rows->len);
}

/**
 * tlsrpt_domain_rows_get_domain:
 * @row: the data of a row
 *
 * Gets what a row is about.
 *
 * Returns: the domain, for as long as the row lives
 */
const TlsrptStateDomain *
tlsrpt_domain_rows_get_domain (gconstpointer row)
{
  return ((const Row *) row)->domain;
}

/**
 * tlsrpt_domain_rows_get_published:
 * @domain: a domain
 *
 * Gets the record that the last check has found.  The one before stays in @domain to be
 * compared with the next one.
 *
 * Returns: (nullable): the record, or `NULL` if there was not exactly one
 */
const char *
tlsrpt_domain_rows_get_published (const TlsrptStateDomain *domain)
{
  static const char *const words[] = { "valid", "unusable", "invalid", NULL };

  return domain->record != NULL && g_strv_contains (words, domain->record) ? domain->value : NULL;
}

/**
 * tlsrpt_domain_rows_dup_time:
 * @time: in seconds since 1970, or 0
 *
 * Says when a domain was checked.
 *
 * Returns: (transfer full): the time for people
 */
char *
tlsrpt_domain_rows_dup_time (gint64 time)
{
  g_autoptr (GDateTime) local = time > 0 ? g_date_time_new_from_unix_local (time) : NULL;

  if (local == NULL)
    return g_strdup (C_("domain list", "Never"));

  /* Translators: a date with its time, short; see “man strftime”
   * xgettext:no-c-format */
  return g_date_time_format (local, _("%b %-e, %Y, %H:%M"));
}
