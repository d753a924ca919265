/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-report-fields.h"

#include "tlsrpt-limits.h"
#include "tlsrpt-report-check.h"
#include "tlsrpt-report-list.h"
#include "tlsrpt-report-time.h"

#include <string.h>

struct _TlsrptReportFields
{
  TlsrptReportBuilder *builder;
  /* For lists that were written into strings. */
  TlsrptJsonParser    *inner;
  TlsrptReportTimes   *times;
};

TlsrptReportFields *
tlsrpt_report_fields_new (void)
{
  TlsrptReportFields *self = g_new0 (TlsrptReportFields, 1);

  self->builder = tlsrpt_report_builder_new ();
  self->inner = tlsrpt_json_parser_new ();
  self->times = tlsrpt_report_times_new ();

  return self;
}

void
tlsrpt_report_fields_free (TlsrptReportFields *self)
{
  tlsrpt_report_builder_free (self->builder);
  tlsrpt_json_parser_free (self->inner);
  tlsrpt_report_times_free (self->times);
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
 * @value: (nullable): what was there; where it could not be read, a note says so already
 * @name: its name
 *
 * Notes a field that RFC 8460 demands, if it is not there.
 */
void
tlsrpt_report_fields_require (TlsrptReportFields    *self,
                              gboolean               is_given,
                              const TlsrptJsonValue *value,
                              const char            *name)
{
  if (G_LIKELY (is_given))
    return;

  if (value == NULL || value->type == TLSRPT_JSON_ABSENT || value->type == TLSRPT_JSON_NULL ||
      value->type == TLSRPT_JSON_ARRAY ||
      (value->type == TLSRPT_JSON_TEXT && value->string.length == 0))
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

/* The text of a value, and a buffer for converted numbers. */
typedef struct
{
  const char *text;
  gsize       length;
  char        number[G_ASCII_DTOSTR_BUF_SIZE];
} Text;

static inline gboolean read_text (TlsrptReportFields    *self,
                                  const TlsrptJsonValue *value,
                                  const char            *name,
                                  Text                  *text);

static gboolean
read_other_as_text (TlsrptReportFields    *self,
                    const TlsrptJsonValue *value,
                    const char            *name,
                    Text                  *text)
{
  switch (value->type)
    {
    case TLSRPT_JSON_INTEGER:
      g_snprintf (text->number, sizeof text->number, "%" G_GINT64_FORMAT, value->integer);
      text->text = text->number;
      break;

    case TLSRPT_JSON_NUMBER_REAL:
      g_ascii_dtostr (text->number, sizeof text->number, value->real);
      text->text = text->number;
      break;

    case TLSRPT_JSON_BOOLEAN:
      text->text = value->boolean ? "true" : "false";
      break;

    case TLSRPT_JSON_ARRAY:
      {
        TlsrptJsonIter iter;
        TlsrptJsonValue first;

        note (self, TLSRPT_REPORT_NOTE_LIST, name);
        tlsrpt_json_iter_init (&iter, value);

        return tlsrpt_json_iter_next (&iter, &first) && first.type != TLSRPT_JSON_ARRAY &&
               read_text (self, &first, name, text);
      }

    case TLSRPT_JSON_OBJECT:
      note (self, TLSRPT_REPORT_NOTE_TYPE, name);
      return FALSE;

    case TLSRPT_JSON_TEXT:
    case TLSRPT_JSON_ABSENT:
    case TLSRPT_JSON_NULL:
    default:
      return FALSE;
    }

  note (self, TLSRPT_REPORT_NOTE_NOT_A_STRING, name);
  text->length = strlen (text->text);

  return TRUE;
}

/* Reads a string; accepts numbers, booleans, and the first item of a list as one.  An
 * empty one says nothing. */
static inline gboolean
read_text (TlsrptReportFields    *self,
           const TlsrptJsonValue *value,
           const char            *name,
           Text                  *text)
{
  if (G_UNLIKELY (value->type != TLSRPT_JSON_TEXT))
    return read_other_as_text (self, value, name, text);

  text->text = value->string.text;
  text->length = value->string.length;

  if (G_UNLIKELY (text->length > TLSRPT_LIMIT_REPORT_STRING))
    {
      note (self, TLSRPT_REPORT_NOTE_TOO_LONG, name);
      return FALSE;
    }

  return text->length > 0;
}

/* Notes a NUL, for which nothing more is to be said of a string. */
static TlsrptReportString
note_nul (TlsrptReportFields *self,
          const char         *name,
          TlsrptReportString  string)
{
  if (G_UNLIKELY (string.oddity == TLSRPT_REPORT_ODDITY_NUL))
    {
      note (self, TLSRPT_REPORT_NOTE_NUL, name);
      string.oddity = 0;
    }

  return string;
}

static TlsrptReportString
share (TlsrptReportFields    *self,
       const TlsrptJsonValue *value,
       const char            *name,
       TlsrptReportCheckFunc  check)
{
  TlsrptReportString string;
  Text text;

  if (!read_text (self, value, name, &text))
    return (TlsrptReportString) { NULL, 0 };

  string = note_nul (self, name,
                     tlsrpt_report_builder_share (self->builder, text.text, text.length, check));
  /* A host of nothing but white space, or a prefix alone. */
  if (G_UNLIKELY (string.text != NULL && *string.text == '\0'))
    string.text = NULL;

  return string;
}

static const char *
copy (TlsrptReportFields *self,
      const Text         *text,
      const char         *name)
{
  TlsrptReportString string = tlsrpt_report_builder_copy (self->builder, text->text, text->length);

  return note_nul (self, name, string).text;
}

/* Text that is likely to differ from report to report. */
const char *
tlsrpt_report_fields_get_string (TlsrptReportFields    *self,
                                 const TlsrptJsonValue *value,
                                 const char            *name)
{
  Text text;

  return read_text (self, value, name, &text) ? copy (self, &text, name) : NULL;
}

/* Text that comes again in other reports. */
const char *
tlsrpt_report_fields_get_name (TlsrptReportFields    *self,
                               const TlsrptJsonValue *value,
                               const char            *name)
{
  return share (self, value, name, NULL).text;
}

const char *
tlsrpt_report_fields_get_host (TlsrptReportFields    *self,
                               const TlsrptJsonValue *value,
                               const char            *name)
{
  TlsrptReportString host = share (self, value, name, tlsrpt_report_check_host);

  if (G_UNLIKELY (host.oddity != 0))
    note (self, TLSRPT_REPORT_NOTE_MX_PREFIX, name);

  return host.text;
}

const char *
tlsrpt_report_fields_get_address (TlsrptReportFields    *self,
                                  const TlsrptJsonValue *value,
                                  const char            *name)
{
  g_autofree char *normal = NULL;
  Text text;

  if (!read_text (self, value, name, &text))
    return NULL;

  switch (tlsrpt_report_check_address (text.text, text.length, &normal))
    {
    case TLSRPT_REPORT_ODDITY_NO_ADDRESS:
      note (self, TLSRPT_REPORT_NOTE_NOT_AN_ADDRESS, name);
      break;

    case TLSRPT_REPORT_ODDITY_FORM:
      note (self, TLSRPT_REPORT_NOTE_ADDRESS_FORM, name);
      text.text = normal;
      text.length = strlen (normal);
      break;

    default:
      break;
    }

  return copy (self, &text, name);
}

/* A type, of which the note tells the spelling if that is all that is odd about it. */
static const char *
get_type (TlsrptReportFields    *self,
          const TlsrptJsonValue *value,
          const char            *name,
          TlsrptReportCheckFunc  check,
          TlsrptReportNoteCode   unknown)
{
  TlsrptReportString type = share (self, value, name, check);
  Text text;

  if (G_LIKELY (type.oddity == 0))
    return type.text;

  if (type.oddity == TLSRPT_REPORT_ODDITY_SPELLING && read_text (self, value, name, &text))
    note (self, TLSRPT_REPORT_NOTE_SPELLING,
          tlsrpt_report_builder_share (self->builder, text.text, text.length, NULL).text);
  else
    note (self, unknown, type.text);

  return type.text;
}

const char *
tlsrpt_report_fields_get_policy_type (TlsrptReportFields    *self,
                                      const TlsrptJsonValue *value,
                                      const char            *name)
{
  return get_type (self, value, name, tlsrpt_report_check_policy_type,
                   TLSRPT_REPORT_NOTE_POLICY_TYPE);
}

const char *
tlsrpt_report_fields_get_result_type (TlsrptReportFields    *self,
                                      const TlsrptJsonValue *value,
                                      const char            *name)
{
  return get_type (self, value, name, tlsrpt_report_check_result_type,
                   TLSRPT_REPORT_NOTE_RESULT_TYPE);
}

static void
add_to_list (TlsrptReportFields    *self,
             TlsrptReportList      *list,
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
        add_to_list (self, list, &item, name, check, FALSE);
      return;
    }

  string = share (self, value, name, check);
  if (string.text == NULL)
    return;

  if (G_UNLIKELY (string.oddity != 0))
    note (self, TLSRPT_REPORT_NOTE_MX_PREFIX, name);

  tlsrpt_report_list_add (list, string.text);
}

static const char *const *
get_list (TlsrptReportFields    *self,
          const TlsrptJsonValue *value,
          const char            *name,
          TlsrptReportCheckFunc  check)
{
  TlsrptReportList list;
  TlsrptJsonIter iter;
  TlsrptJsonValue item;

  switch (value->type)
    {
    case TLSRPT_JSON_ARRAY:
      tlsrpt_report_list_init (&list, self->builder, tlsrpt_json_iter_init (&iter, value));
      while (tlsrpt_json_iter_next (&iter, &item))
        add_to_list (self, &list, &item, name, check, TRUE);
      break;

    case TLSRPT_JSON_ABSENT:
    case TLSRPT_JSON_NULL:
      tlsrpt_report_list_init (&list, self->builder, 0);
      break;

    default:
      note (self, TLSRPT_REPORT_NOTE_NOT_A_LIST, name);
      tlsrpt_report_list_init (&list, self->builder, 1);
      add_to_list (self, &list, value, name, check, TRUE);
      break;
    }

  return tlsrpt_report_list_end (&list);
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
  gint64 time;
  TlsrptReportTimeForm form;

  if (value->type == TLSRPT_JSON_ABSENT || value->type == TLSRPT_JSON_NULL ||
      (value->type == TLSRPT_JSON_TEXT && value->string.length == 0))
    return TLSRPT_REPORT_NO_TIME;

  /* Seconds since 1970, which the name of the file has (RFC 8460 section 5.1). */
  if (value->type == TLSRPT_JSON_INTEGER && value->integer > 0 && value->integer <= G_MAXUINT32)
    {
      note (self, TLSRPT_REPORT_NOTE_TIME_FORM, name);
      return value->integer;
    }

  if (value->type != TLSRPT_JSON_TEXT ||
      !tlsrpt_report_times_read (self->times, value->string.text, value->string.length,
                                 &time, &form))
    {
      note (self, TLSRPT_REPORT_NOTE_NOT_A_TIME, name);
      return TLSRPT_REPORT_NO_TIME;
    }

  switch (form)
    {
    case TLSRPT_REPORT_TIME_NO_ZONE:
      note (self, TLSRPT_REPORT_NOTE_NO_TIME_ZONE, name);
      break;
    case TLSRPT_REPORT_TIME_DATE:
      note (self, TLSRPT_REPORT_NOTE_NO_TIME, name);
      break;
    case TLSRPT_REPORT_TIME_OTHER:
      note (self, TLSRPT_REPORT_NOTE_TIME_FORM, name);
      break;
    case TLSRPT_REPORT_TIME_USUAL:
    default:
      break;
    }

  return time;
}
