/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-lint-json.h"

#include "tlsrpt-repair.h"

static void
write_span (const TlsrptGrammar *grammar,
            TlsrptJsonWriter    *writer,
            const char          *name,
            TlsrptSpan           span)
{
  tlsrpt_json_writer_bytes (writer, name, grammar->text + span.offset, span.length);
}

static void
write_destinations (const TlsrptGrammar *grammar,
                    TlsrptJsonWriter    *writer)
{
  tlsrpt_json_writer_begin_array (writer, "destinations");
  for (gsize i = 0; grammar->valid && i < grammar->n_uris; i++)
    write_span (grammar, writer, NULL, grammar->uris[i].span);
  tlsrpt_json_writer_end_array (writer);
}

static void
write_extensions (const TlsrptGrammar *grammar,
                  TlsrptJsonWriter    *writer)
{
  tlsrpt_json_writer_begin_array (writer, "extensions");

  for (gsize i = 0; grammar->valid && i < grammar->n_fields; i++)
    {
      if (grammar->fields[i].is_rua)
        continue;

      tlsrpt_json_writer_begin_object (writer, NULL);
      write_span (grammar, writer, "name", grammar->fields[i].name);
      write_span (grammar, writer, "value", grammar->fields[i].value);
      tlsrpt_json_writer_end_object (writer);
    }

  tlsrpt_json_writer_end_array (writer);
}

static void
write_findings (const TlsrptGrammar *grammar,
                TlsrptJsonWriter    *writer)
{
  tlsrpt_json_writer_begin_array (writer, "findings");

  for (gsize i = 0; i < grammar->n_findings; i++)
    {
      const TlsrptFinding *finding = &grammar->findings[i];

      tlsrpt_json_writer_begin_object (writer, NULL);
      tlsrpt_json_writer_word (writer, "severity",
                               tlsrpt_severity_get_name (tlsrpt_finding_get_severity (finding)));
      tlsrpt_json_writer_word (writer, "code", tlsrpt_finding_get_code_name (finding));
      tlsrpt_json_writer_integer (writer, "offset", finding->offset);
      tlsrpt_json_writer_integer (writer, "length", finding->length);
      tlsrpt_json_writer_string (writer, "message", tlsrpt_finding_get_message (finding));
      tlsrpt_json_writer_end_object (writer);
    }

  tlsrpt_json_writer_end_array (writer);
}

static void
write_members (const TlsrptGrammar *grammar,
               TlsrptJsonWriter    *writer)
{
  tlsrpt_json_writer_boolean (writer, "valid", grammar->valid);
  tlsrpt_json_writer_boolean (writer, "usable", grammar->usable);
  write_destinations (grammar, writer);
  write_extensions (grammar, writer);
  write_findings (grammar, writer);
}

static void
write_repaired (const TlsrptGrammar *grammar,
                TlsrptJsonWriter    *writer)
{
  char plain[TLSRPT_REPAIR_PLAIN_ROOM];
  gsize length;

  if (grammar->is_cut_off)
    {
      tlsrpt_json_writer_null (writer, "repaired");
      return;
    }

  length = tlsrpt_repair_write_plain (grammar, plain);
  if (length > 0)
    {
      tlsrpt_json_writer_bytes (writer, "repaired", plain, length);
    }
  else
    {
      g_autofree char *value = tlsrpt_repair_dup_value (grammar->text, grammar->length);

      tlsrpt_json_writer_string (writer, "repaired", value);
    }
}

/**
 * tlsrpt_lint_write:
 * @grammar: a parser that has judged a record
 * @writer: a writer
 * @name: (nullable): the name of the object, as the writer wants it
 *
 * Writes a record, the verdict on it and its repair.  What is not valid has no
 * destinations.  Offsets count octets.
 */
void
tlsrpt_lint_write (const TlsrptGrammar *grammar,
                   TlsrptJsonWriter    *writer,
                   const char          *name)
{
  if (name != NULL)
    tlsrpt_json_writer_begin_object (writer, name);
  else
    tlsrpt_json_writer_begin_answer (writer);
  tlsrpt_json_writer_bytes (writer, "input", grammar->text, grammar->length);
  write_members (grammar, writer);
  write_repaired (grammar, writer);
  tlsrpt_json_writer_end_object (writer);
}
