/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TlsrptJsonStyle:
 * @TLSRPT_JSON_COMPACT: everything on one line
 * @TLSRPT_JSON_INDENTED: a member a line, for people
 */
typedef enum
{
  TLSRPT_JSON_COMPACT,
  TLSRPT_JSON_INDENTED,
} TlsrptJsonStyle;

/* The form of what we write, as the schemas that are installed describe it.  More members
 * do not change it; one that goes, or means something else, does. */
#define TLSRPT_JSON_SCHEMA 1

/**
 * TlsrptJsonWriter:
 * @text: (transfer none): where the JSON is appended
 *
 * Writes JSON (RFC 8259) in pure ASCII.  It lives on the stack; set it up with
 * [func@json_writer_init].  In every function `name` is the member's name inside
 * an object and `NULL` inside an array and at the top.
 */
typedef struct
{
  GString         *text;

  /*< private >*/
  TlsrptJsonStyle  style;
  guint            depth;
  gboolean         is_first;
} TlsrptJsonWriter;

void tlsrpt_json_writer_init         (TlsrptJsonWriter  *self,
                                      GString           *text,
                                      TlsrptJsonStyle    style);

void tlsrpt_json_writer_begin_answer (TlsrptJsonWriter  *self);
void tlsrpt_json_writer_begin_object (TlsrptJsonWriter  *self,
                                      const char        *name);
void tlsrpt_json_writer_end_object   (TlsrptJsonWriter  *self);
void tlsrpt_json_writer_begin_array  (TlsrptJsonWriter  *self,
                                      const char        *name);
void tlsrpt_json_writer_end_array    (TlsrptJsonWriter  *self);

void tlsrpt_json_writer_string       (TlsrptJsonWriter  *self,
                                      const char        *name,
                                      const char        *value);
void tlsrpt_json_writer_bytes        (TlsrptJsonWriter  *self,
                                      const char        *name,
                                      const char        *value,
                                      gsize              length);
void tlsrpt_json_writer_strings      (TlsrptJsonWriter  *self,
                                      const char        *name,
                                      const char *const *values);
void tlsrpt_json_writer_integer      (TlsrptJsonWriter  *self,
                                      const char        *name,
                                      gint64             value);
void tlsrpt_json_writer_boolean      (TlsrptJsonWriter  *self,
                                      const char        *name,
                                      gboolean           value);
void tlsrpt_json_writer_null         (TlsrptJsonWriter  *self,
                                      const char        *name);

G_END_DECLS
