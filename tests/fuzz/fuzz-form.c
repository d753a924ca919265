/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fuzz.h"

#include "tlsrpt-field-remark.h"
#include "tlsrpt-grammar.h"
#include "tlsrpt-limits.h"
#include "tlsrpt-record.h"

/* At any time the form has a record that derives from the grammar, or an error. */
static void
check_record (TlsrptRecord *record)
{
  const char *value = tlsrpt_record_get_value (record);
  g_autoptr (TlsrptGrammar) grammar = tlsrpt_grammar_new ();

  fuzz_read_properties (record);
  g_assert_true ((value == NULL || *value == '\0') == (tlsrpt_record_get_error (record) != NULL));
  if (tlsrpt_record_get_error (record) != NULL)
    return;

  g_assert_true (tlsrpt_grammar_parse (grammar, value, -1));
  g_assert_true (grammar->usable);
  g_assert_nonnull (tlsrpt_record_get_zone_line (record));
}

static TlsrptField *
dup_field (TlsrptRecord *record,
           const char   *line)
{
  GListModel *destinations = tlsrpt_record_get_destinations (record);
  guint n = g_list_model_get_n_items (destinations);

  return n > 0 ? g_list_model_get_item (destinations, (guint) line[1] % n) : NULL;
}

static void
edit (TlsrptRecord *record,
      const char   *line)
{
  g_autoptr (TlsrptField) field = dup_field (record, line);

  if (field == NULL)
    return;

  fuzz_read_properties (field);
  for (gboolean is_finished = FALSE; is_finished <= TRUE; is_finished++)
    {
      g_autoptr (TlsrptRemark) remark = tlsrpt_field_dup_remark (field, is_finished);
    }
  switch (line[0])
    {
    case '=':
      /* A form gets characters, whole ones. */
      tlsrpt_field_set_text (field, line[1] != '\0' ? g_utf8_next_char (line + 1) : "");
      break;
    case '-':
      tlsrpt_record_remove_destination (record, field);
      break;
    case '<':
    case '>':
      tlsrpt_record_move_destination (record, field, line[0] == '<' ? -1 : 1);
      break;
    default:
      tlsrpt_record_split_destination (record, field);
      break;
    }
}

/* A line is a step of somebody who fills in the form. */
static void
take_step (TlsrptRecord *record,
           const char   *line)
{
  GListModel *destinations = tlsrpt_record_get_destinations (record);

  switch (line[0])
    {
    case 'd':
      tlsrpt_record_set_domain (record, line + 1);
      break;
    case 'z':
      tlsrpt_record_set_zone (record, line + 1);
      break;
    case 't':
      tlsrpt_record_set_ttl (record, (guint) MIN (g_ascii_strtoull (line + 1, NULL, 10),
                                                  TLSRPT_LIMIT_TTL));
      break;
    case 'a':
    case 'u':
      if (g_list_model_get_n_items (destinations) < TLSRPT_LIMIT_DESTINATIONS)
        tlsrpt_record_add_destination (record,
                                       line[0] == 'a' ? TLSRPT_FIELD_MAIL : TLSRPT_FIELD_ENDPOINT,
                                       line + 1);
      break;
    case 'c':
      tlsrpt_record_clear (record);
      break;
    case 's':
      {
        g_autoptr (GVariant) state = g_variant_ref_sink (tlsrpt_record_save (record));

        tlsrpt_record_restore (record, state);
      }
      break;
    case '=':
    case '-':
    case '<':
    case '>':
    case '/':
      edit (record, line);
      break;
    default:
      break;
    }
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  TlsrptRecord *record = tlsrpt_record_new ();

  for (guint i = 0; size > 0 && i < 50; i++)
    {
      g_autofree char *raw = fuzz_take_line (&data, &size);
      g_autofree char *line = g_utf8_make_valid (raw, -1);

      take_step (record, line);
      check_record (record);
    }

  g_assert_finalize_object (record);

  return 0;
}
