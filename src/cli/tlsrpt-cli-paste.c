/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-cli-paste.h"

#include "tlsrpt-display.h"
#include "tlsrpt-error.h"
#include "tlsrpt-wrap.h"

#include <glib/gi18n.h>

#define INDENT 2

/**
 * tlsrpt_cli_read_pasted:
 * @input: pasted text
 * @status: (out): the exit code if there is no record
 * @absence: (out) (optional): why there is no record
 *
 * Reads the records of a pasted text.  Where TLS-RPT records stand beside others,
 * as in a zone file, the others are left out.  What is wrong is printed.
 *
 * Returns: (transfer full) (nullable) (element-type TlsrptPasted): the records
 */
GPtrArray *
tlsrpt_cli_read_pasted (GBytes      *input,
                        TlsrptExit  *status,
                        GError     **absence)
{
  g_autoptr (GError) error = NULL;
  gsize length;
  const char *text = g_bytes_get_data (input, &length);
  GPtrArray *records = tlsrpt_paste_read (text != NULL ? text : "", length, &error);

  if (records == NULL)
    {
      tlsrpt_cli_error ("%s", error->message);

      /* A lookup that failed does not say that there is no record. */
      *status = g_error_matches (error, TLSRPT_ERROR, TLSRPT_ERROR_LOOKUP_FAILED) ||
                    g_error_matches (error, TLSRPT_ERROR, TLSRPT_ERROR_LOOKUP_TIMED_OUT)
                  ? TLSRPT_EXIT_NO_DNS
                  : TLSRPT_EXIT_INVALID;
      if (absence != NULL)
        *absence = g_steal_pointer (&error);
      return NULL;
    }

  tlsrpt_paste_keep_tlsrpt (records);

  return records;
}

/**
 * tlsrpt_cli_pasted_append:
 * @record: a pasted record
 * @page: where to append
 *
 * Says what a record was read from, and how.
 */
void
tlsrpt_cli_pasted_append (const TlsrptPasted *record,
                          GString            *page)
{
  g_auto (GStrv) messages = tlsrpt_pasted_dup_messages (record);
  g_autofree char *name = NULL;

  if (record->name != NULL)
    name = tlsrpt_display_sanitise (record->name, -1);

  if (name != NULL)
    /* Translators: what a record was read from, such as “Output of dig”, and its name */
    g_string_append_printf (page, _("%s: the record at %s"), tlsrpt_pasted_get_label (record), name);
  else
    g_string_append (page, tlsrpt_pasted_get_label (record));
  g_string_append_c (page, '\n');

  for (gsize i = 0; messages[i] != NULL; i++)
    {
      g_autofree char *plain = tlsrpt_display_strip_isolates (messages[i]);

      tlsrpt_wrap_append (page, plain, "", INDENT, tlsrpt_wrap_get_width ());
    }
}

/**
 * tlsrpt_cli_pasted_write:
 * @record: a pasted record
 * @writer: a writer within an object
 *
 * Writes what a record was read from, and how.
 */
void
tlsrpt_cli_pasted_write (const TlsrptPasted *record,
                         TlsrptJsonWriter   *writer)
{
  g_auto (GStrv) messages = tlsrpt_pasted_dup_messages (record);

  tlsrpt_json_writer_string (writer, "form", tlsrpt_pasted_get_form (record));
  tlsrpt_json_writer_string (writer, "name", record->name);
  if (record->ttl >= 0)
    tlsrpt_json_writer_integer (writer, "ttl", record->ttl);
  else
    tlsrpt_json_writer_null (writer, "ttl");

  tlsrpt_json_writer_begin_array (writer, "notes");
  for (gsize i = 0; messages[i] != NULL; i++)
    {
      g_autofree char *plain = tlsrpt_display_strip_isolates (messages[i]);

      tlsrpt_json_writer_string (writer, NULL, plain);
    }
  tlsrpt_json_writer_end_array (writer);
  tlsrpt_json_writer_null (writer, "absence");
}

/**
 * tlsrpt_cli_pasted_write_absence:
 * @absence: why a pasted text has no record
 * @writer: a writer within an array
 *
 * Writes an object like that of a record, without one.
 */
void
tlsrpt_cli_pasted_write_absence (const GError     *absence,
                                 TlsrptJsonWriter *writer)
{
  static const struct
  {
    int         code;
    const char *name;
  } names[] = {
    { TLSRPT_ERROR_NO_NAME, "no-such-name" },
    { TLSRPT_ERROR_NO_RECORD, "no-such-record" },
    { TLSRPT_ERROR_LOOKUP_FAILED, "lookup-failed" },
    { TLSRPT_ERROR_LOOKUP_TIMED_OUT, "lookup-timed-out" },
  };
  g_autofree char *plain = tlsrpt_display_strip_isolates (absence->message);
  const char *name = "nothing-found";

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      if (g_error_matches (absence, TLSRPT_ERROR, names[i].code))
        name = names[i].name;
    }

  tlsrpt_json_writer_begin_answer (writer);
  tlsrpt_json_writer_null (writer, "form");
  tlsrpt_json_writer_null (writer, "name");
  tlsrpt_json_writer_null (writer, "ttl");
  tlsrpt_json_writer_begin_array (writer, "notes");
  tlsrpt_json_writer_string (writer, NULL, plain);
  tlsrpt_json_writer_end_array (writer);
  tlsrpt_json_writer_string (writer, "absence", name);
  tlsrpt_json_writer_null (writer, "record");
  tlsrpt_json_writer_end_object (writer);
}
