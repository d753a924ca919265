/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-report-fields.h"

#include "tlsrpt-limits.h"
#include "tlsrpt-report-check.h"
#include "tlsrpt-report-time.h"
#include "tlsrpt-text-hash.h"

#include <string.h>

/* Reports of a day all have the same two times. */
typedef struct
{
  char     text[36];
  gint64   time;
  gboolean has_zone;
} RecentTime;

#define N_RECENT_TIMES 1024

struct _TlsrptReportFields
{
  TlsrptReportBuilder *builder;
  /* For lists that were written into strings. */
  TlsrptJsonParser    *inner;
  GPtrArray           *list;
  RecentTime           times[N_RECENT_TIMES];
};

TlsrptReportFields *
tlsrpt_report_fields_new (void)
{
  TlsrptReportFields *self = g_new0 (TlsrptReportFields, 1);

  self->builder = tlsrpt_report_builder_new ();
  self->inner = tlsrpt_json_parser_new ();
  self->list = g_ptr_array_new ();

  return self;
}

void
tlsrpt_report_fields_free (TlsrptReportFields *self)
{
  tlsrpt_report_builder_free (self->builder);
  tlsrpt_json_parser_free (self->inner);
  g_ptr_array_unref (self->list);
  g_free (self);
}

TlsrptReportBuilder *
tlsrpt_report_fields_get_builder (TlsrptReportFields *self)
{
  return self->builder;
}

static void
note (TlsrptReportFields   *self,
      TlsrptReportNoteCode  code,
      const char           *subject)
{
  tlsrpt_report_builder_note (self->builder, code, subject);
}

/**
 * tlsrpt_report_fields_require:
 * @self: the fields
 * @is_given: whether it is there
 * @name: its name
 *
 * Notes a field that RFC 8460 demands, if it is not there.
 */
void
tlsrpt_report_fields_require (TlsrptReportFields *self,
                              gboolean            is_given,
                              const char         *name)
{
  if (!is_given)
    note (self, TLSRPT_REPORT_NOTE_MISSING, name);
}

/**
 * tlsrpt_report_fields_read:
 * @self: the fields
 * @object: what should be an object
 * @name: (nullable): its own name
 * @keys: the names of its members; those of the RFC first, in the order of slots
 * @n_keys: how many
 * @values: (out): the members
 * @n_values: the number of slots
 *
 * Reads the members of an object.
 *
 * Returns: `FALSE` if there is none that is known
 */
gboolean
tlsrpt_report_fields_read (TlsrptReportFields    *self,
                           const TlsrptJsonValue *object,
                           const char            *name,
                           const TlsrptJsonKey   *keys,
                           gsize                  n_keys,
                           TlsrptJsonValue       *values,
                           gsize                  n_values)
{
  TlsrptJsonMembers members;

  if (object->type != TLSRPT_JSON_OBJECT)
    {
      if (name != NULL)
        note (self,
              object->type == TLSRPT_JSON_ABSENT || object->type == TLSRPT_JSON_NULL
                ? TLSRPT_REPORT_NOTE_MISSING
                : TLSRPT_REPORT_NOTE_TYPE,
              name);
      return FALSE;
    }

  members = tlsrpt_json_get_members (object, keys, n_keys, values, n_values);

  for (gsize i = 0; G_UNLIKELY (members.repeated >> i != 0) && i < n_keys; i++)
    {
      if ((members.repeated >> i & 1) != 0)
        note (self, TLSRPT_REPORT_NOTE_REPEATED, keys[i].name);
    }

  for (gsize i = n_values; G_UNLIKELY (members.given >> i != 0) && i < n_keys; i++)
    {
      if ((members.given >> i & 1) != 0)
        note (self, TLSRPT_REPORT_NOTE_OTHER_NAME, keys[i].name);
    }

  if (members.given == 0 && name != NULL)
    note (self, TLSRPT_REPORT_NOTE_MISSING, name);

  return members.given != 0;
}

/**
 * tlsrpt_report_fields_iter_init:
 * @self: the fields
 * @iter: the iterator
 * @value: what should be an array of objects, and may be one object
 * @name: its name
 *
 * Begins to go through a list.
 *
 * Returns: the number of entries
 */
gsize
tlsrpt_report_fields_iter_init (TlsrptReportFields    *self,
                                TlsrptJsonIter        *iter,
                                const TlsrptJsonValue *value,
                                const char            *name)
{
  switch (value->type)
    {
    case TLSRPT_JSON_ARRAY:
      return tlsrpt_json_iter_init (iter, value);

    case TLSRPT_JSON_OBJECT:
      note (self, TLSRPT_REPORT_NOTE_NOT_A_LIST, name);
      iter->rest = 1;
      return 1;

    case TLSRPT_JSON_ABSENT:
    case TLSRPT_JSON_NULL:
      iter->rest = 0;
      return 0;

    default:
      note (self, TLSRPT_REPORT_NOTE_TYPE, name);
      iter->rest = 0;
      return 0;
    }
}

gboolean
tlsrpt_report_fields_iter_next (TlsrptJsonIter        *iter,
                                const TlsrptJsonValue *value,
                                TlsrptJsonValue       *item)
{
  if (value->type == TLSRPT_JSON_ARRAY)
    return tlsrpt_json_iter_next (iter, item);

  if (iter->rest == 0)
    return FALSE;

  iter->rest = 0;
  *item = *value;

  return TRUE;
}

/* A string, or what a string was meant by.  An empty one says nothing. */
static TlsrptReportString
keep_string (TlsrptReportFields    *self,
             const TlsrptJsonValue *value,
             const char            *name,
             TlsrptReportScope      scope,
             TlsrptReportCheckFunc  check)
{
  const TlsrptReportString nothing = { NULL, 0 };
  TlsrptReportString string;
  const char *text;
  gsize length;
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  switch (value->type)
    {
    case TLSRPT_JSON_TEXT:
      text = value->string.text;
      length = value->string.length;
      break;

    case TLSRPT_JSON_INTEGER:
      g_snprintf (number, sizeof number, "%" G_GINT64_FORMAT, value->integer);
      text = number;
      length = strlen (number);
      break;

    case TLSRPT_JSON_NUMBER_REAL:
      g_ascii_dtostr (number, sizeof number, value->real);
      text = number;
      length = strlen (number);
      break;

    case TLSRPT_JSON_BOOLEAN:
      text = value->boolean ? "true" : "false";
      length = strlen (text);
      break;

    case TLSRPT_JSON_ARRAY:
      {
        TlsrptJsonIter iter;
        TlsrptJsonValue first;

        note (self, TLSRPT_REPORT_NOTE_LIST, name);
        tlsrpt_json_iter_init (&iter, value);
        if (!tlsrpt_json_iter_next (&iter, &first) || first.type == TLSRPT_JSON_ARRAY)
          return nothing;

        return keep_string (self, &first, name, scope, check);
      }

    case TLSRPT_JSON_OBJECT:
      note (self, TLSRPT_REPORT_NOTE_TYPE, name);
      return nothing;

    case TLSRPT_JSON_ABSENT:
    case TLSRPT_JSON_NULL:
    default:
      return nothing;
    }

  if (length == 0)
    return nothing;

  if (value->type != TLSRPT_JSON_TEXT)
    note (self, TLSRPT_REPORT_NOTE_NOT_A_STRING, name);

  if (length > TLSRPT_LIMIT_REPORT_STRING)
    {
      note (self, TLSRPT_REPORT_NOTE_TOO_LONG, name);
      return nothing;
    }

  string = tlsrpt_report_builder_string (self->builder, text, length, scope, check);
  if (G_UNLIKELY (string.oddity == TLSRPT_REPORT_ODDITY_NUL))
    {
      note (self, TLSRPT_REPORT_NOTE_NUL, name);
      string.oddity = 0;
    }

  return string;
}

/* Text that is likely to differ from report to report. */
const char *
tlsrpt_report_fields_get_string (TlsrptReportFields    *self,
                                 const TlsrptJsonValue *value,
                                 const char            *name)
{
  return keep_string (self, value, name, TLSRPT_REPORT_SCOPE_REPORT, NULL).text;
}

/* Text that is the same in every report of a sender. */
const char *
tlsrpt_report_fields_get_name (TlsrptReportFields    *self,
                               const TlsrptJsonValue *value,
                               const char            *name)
{
  return keep_string (self, value, name, TLSRPT_REPORT_SCOPE_ALL, NULL).text;
}

const char *
tlsrpt_report_fields_get_host (TlsrptReportFields    *self,
                               const TlsrptJsonValue *value,
                               const char            *name)
{
  TlsrptReportString host = keep_string (self, value, name, TLSRPT_REPORT_SCOPE_ALL,
                                         tlsrpt_report_check_host);

  if (G_UNLIKELY (host.oddity != 0))
    note (self, TLSRPT_REPORT_NOTE_MX_PREFIX, name);

  return host.text;
}

const char *
tlsrpt_report_fields_get_address (TlsrptReportFields    *self,
                                  const TlsrptJsonValue *value,
                                  const char            *name)
{
  TlsrptReportString address = keep_string (self, value, name, TLSRPT_REPORT_SCOPE_REPORT,
                                            tlsrpt_report_check_address);

  if (G_UNLIKELY (address.oddity == TLSRPT_REPORT_ODDITY_NO_ADDRESS))
    note (self, TLSRPT_REPORT_NOTE_NOT_AN_ADDRESS, name);
  else if (G_UNLIKELY (address.oddity == TLSRPT_REPORT_ODDITY_FORM))
    note (self, TLSRPT_REPORT_NOTE_ADDRESS_FORM, name);

  return address.text;
}

const char *
tlsrpt_report_fields_get_policy_type (TlsrptReportFields    *self,
                                      const TlsrptJsonValue *value,
                                      const char            *name)
{
  TlsrptReportString type = keep_string (self, value, name, TLSRPT_REPORT_SCOPE_ALL,
                                         tlsrpt_report_check_policy_type);

  if (G_UNLIKELY (type.oddity != 0))
    note (self, TLSRPT_REPORT_NOTE_POLICY_TYPE, type.text);

  return type.text;
}

const char *
tlsrpt_report_fields_get_result_type (TlsrptReportFields    *self,
                                      const TlsrptJsonValue *value,
                                      const char            *name)
{
  TlsrptReportString type = keep_string (self, value, name, TLSRPT_REPORT_SCOPE_ALL,
                                         tlsrpt_report_check_result_type);

  if (G_UNLIKELY (type.oddity != 0))
    note (self, TLSRPT_REPORT_NOTE_RESULT_TYPE, type.text);

  return type.text;
}

static void
add_to_list (TlsrptReportFields    *self,
             const TlsrptJsonValue *value,
             const char            *name,
             TlsrptReportCheckFunc  check,
             gboolean               may_be_json)
{
  TlsrptReportString string;
  TlsrptJsonValue root;
  TlsrptJsonValue item;
  TlsrptJsonIter iter;

  /* Microsoft writes a JSON array into the one string of the array. */
  if (may_be_json && value->type == TLSRPT_JSON_TEXT && value->string.text[0] == '[' &&
      value->string.length <= TLSRPT_LIMIT_REPORT_STRING &&
      tlsrpt_json_parser_parse (self->inner, value->string.text, value->string.length,
                                value->string.length, &root) == TLSRPT_JSON_OK)
    {
      note (self, TLSRPT_REPORT_NOTE_JSON_IN_STRING, name);
      tlsrpt_json_iter_init (&iter, &root);
      while (tlsrpt_json_iter_next (&iter, &item))
        add_to_list (self, &item, name, check, FALSE);
      return;
    }

  string = keep_string (self, value, name, TLSRPT_REPORT_SCOPE_ALL, check);
  if (string.text == NULL)
    return;

  if (string.oddity != 0)
    note (self, TLSRPT_REPORT_NOTE_MX_PREFIX, name);

  g_ptr_array_add (self->list, (gpointer) string.text);
}

static const char *const *
get_list (TlsrptReportFields    *self,
          const TlsrptJsonValue *value,
          const char            *name,
          TlsrptReportCheckFunc  check)
{
  const char **list;
  TlsrptJsonIter iter;
  TlsrptJsonValue item;

  g_ptr_array_set_size (self->list, 0);

  if (value->type == TLSRPT_JSON_ARRAY)
    {
      tlsrpt_json_iter_init (&iter, value);
      while (tlsrpt_json_iter_next (&iter, &item))
        add_to_list (self, &item, name, check, TRUE);
    }
  else if (value->type != TLSRPT_JSON_ABSENT && value->type != TLSRPT_JSON_NULL)
    {
      note (self, TLSRPT_REPORT_NOTE_NOT_A_LIST, name);
      add_to_list (self, value, name, check, TRUE);
    }

  list = tlsrpt_report_builder_alloc (self->builder, self->list->len + 1, sizeof *list);
  if (self->list->len > 0)
    memcpy (list, self->list->pdata, self->list->len * sizeof *list);
  list[self->list->len] = NULL;

  return list;
}

const char *const *
tlsrpt_report_fields_get_strings (TlsrptReportFields    *self,
                                  const TlsrptJsonValue *value,
                                  const char            *name)
{
  return get_list (self, value, name, NULL);
}

const char *const *
tlsrpt_report_fields_get_hosts (TlsrptReportFields    *self,
                                const TlsrptJsonValue *value,
                                const char            *name)
{
  return get_list (self, value, name, tlsrpt_report_check_host);
}

/**
 * tlsrpt_report_fields_get_count:
 * @self: the fields
 * @value: what should be an integer
 * @name: its name
 *
 * Reads a number of sessions.
 *
 * Returns: the number, or `TLSRPT_REPORT_NO_COUNT`
 */
gint64
tlsrpt_report_fields_get_count (TlsrptReportFields    *self,
                                const TlsrptJsonValue *value,
                                const char            *name)
{
  guint64 number;

  switch (value->type)
    {
    case TLSRPT_JSON_INTEGER:
      if (value->integer >= 0)
        return value->integer;
      break;

    case TLSRPT_JSON_NUMBER_REAL:
      /* 2⁶³ is the first whole number that does not fit. */
      if (value->real >= 0 && value->real < 0x1p63 && value->real == (double) (gint64) value->real)
        return (gint64) value->real;
      break;

    case TLSRPT_JSON_TEXT:
      if (g_ascii_string_to_unsigned (value->string.text, 10, 0, G_MAXINT64, &number, NULL))
        {
          note (self, TLSRPT_REPORT_NOTE_NUMBER_IN_STRING, name);
          return (gint64) number;
        }
      break;

    case TLSRPT_JSON_ABSENT:
    case TLSRPT_JSON_NULL:
      return TLSRPT_REPORT_NO_COUNT;

    default:
      break;
    }

  note (self, TLSRPT_REPORT_NOTE_NOT_A_COUNT, name);

  return TLSRPT_REPORT_NO_COUNT;
}

/**
 * tlsrpt_report_fields_get_time:
 * @self: the fields
 * @value: what should be a time (RFC 3339)
 * @name: its name
 *
 * Reads a time.
 *
 * Returns: seconds since 1970, or `TLSRPT_REPORT_NO_TIME`
 */
gint64
tlsrpt_report_fields_get_time (TlsrptReportFields    *self,
                               const TlsrptJsonValue *value,
                               const char            *name)
{
  RecentTime *recent;

  if (value->type == TLSRPT_JSON_ABSENT || value->type == TLSRPT_JSON_NULL)
    return TLSRPT_REPORT_NO_TIME;

  if (value->type == TLSRPT_JSON_TEXT &&
      value->string.length > 0 && value->string.length < sizeof recent->text &&
      strlen (value->string.text) == value->string.length)
    {
      recent = &self->times[tlsrpt_text_hash (value->string.text, value->string.length) %
                            N_RECENT_TIMES];

      if (strcmp (recent->text, value->string.text) != 0 &&
          tlsrpt_report_time_parse (value->string.text, &recent->time, &recent->has_zone))
        g_strlcpy (recent->text, value->string.text, sizeof recent->text);

      if (strcmp (recent->text, value->string.text) == 0)
        {
          if (!recent->has_zone)
            note (self, TLSRPT_REPORT_NOTE_NO_TIME_ZONE, name);

          return recent->time;
        }
    }

  note (self, TLSRPT_REPORT_NOTE_NOT_A_TIME, name);

  return TLSRPT_REPORT_NO_TIME;
}
