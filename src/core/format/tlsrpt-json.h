/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Octets that must be readable behind a text that is parsed where it stands. */
#define TLSRPT_JSON_PADDING 64

/**
 * TlsrptJsonStatus:
 *
 * What became of a text.
 */
typedef enum
{
  TLSRPT_JSON_OK,
  TLSRPT_JSON_EMPTY,       /* nothing but white space */
  TLSRPT_JSON_TOO_LARGE,   /* over TLSRPT_LIMIT_REPORT_JSON octets */
  TLSRPT_JSON_TOO_DEEP,    /* over TLSRPT_LIMIT_REPORT_DEPTH */
  TLSRPT_JSON_TOO_MANY,    /* over TLSRPT_LIMIT_REPORT_VALUES */
  TLSRPT_JSON_NOT_UTF8,
  TLSRPT_JSON_NUMBER,      /* a number that is malformed, or too large */
  TLSRPT_JSON_STRING,      /* an escape that means nothing, or half a surrogate pair */
  TLSRPT_JSON_CONTROL,     /* a control character inside a string */
  TLSRPT_JSON_UNCLOSED,    /* the text ends within a string */
  TLSRPT_JSON_SYNTAX,
  TLSRPT_JSON_NO_MEMORY,
} TlsrptJsonStatus;

typedef enum
{
  TLSRPT_JSON_ABSENT,      /* the member is not there */
  TLSRPT_JSON_NULL,
  TLSRPT_JSON_BOOLEAN,
  TLSRPT_JSON_INTEGER,     /* fits 64 bits with a sign */
  TLSRPT_JSON_NUMBER_REAL, /* any other number */
  TLSRPT_JSON_TEXT,
  TLSRPT_JSON_ARRAY,
  TLSRPT_JSON_OBJECT,
} TlsrptJsonType;

/**
 * TlsrptJsonPlace:
 *
 * Where in a parsed text something is; the parser alone knows how to read it.
 */
typedef struct
{
  /*< private >*/
  gconstpointer document;
  gsize         index;
} TlsrptJsonPlace;

/**
 * TlsrptJsonValue:
 * @type: which member of the union is set
 *
 * A value of a parsed text.  It lives until its parser parses again.  A string
 * ends in a NUL, and may contain others.
 */
typedef struct
{
  TlsrptJsonType type;

  union
  {
    gboolean boolean;
    gint64   integer;
    double   real;
    struct
    {
      const char *text;
      gsize       length;
    } string;

    /*< private >*/
    TlsrptJsonPlace place;
  };
} TlsrptJsonValue;

/**
 * TlsrptJsonKey:
 * @name: the member's name
 * @length: its octets
 * @slot: where its value goes; two names may share one
 *
 * A member that an object may have.
 */
typedef struct
{
  const char *name;
  gsize       length;
  guint       slot;
} TlsrptJsonKey;

#define TLSRPT_JSON_KEY(name, slot) { (name), sizeof (name) - 1, (slot) }

/**
 * TlsrptJsonMembers:
 * @given: the keys that an object has
 * @repeated: the keys that came when their slot was already taken
 *
 * What an object has of the members that it may have: one bit for each key.
 */
typedef struct
{
  guint64 given;
  guint64 repeated;
} TlsrptJsonMembers;

typedef struct
{
  /*< private >*/
  TlsrptJsonPlace place;
  gsize           rest;
} TlsrptJsonIter;

typedef struct _TlsrptJsonParser TlsrptJsonParser;

TlsrptJsonParser *tlsrpt_json_parser_new   (void) G_GNUC_WARN_UNUSED_RESULT;
void              tlsrpt_json_parser_free  (TlsrptJsonParser      *self);

TlsrptJsonStatus  tlsrpt_json_parser_parse (TlsrptJsonParser      *self,
                                            const char            *text,
                                            gsize                  length,
                                            gsize                  allocated,
                                            TlsrptJsonValue       *root);
gsize             tlsrpt_json_find_fault   (const char            *text,
                                            gsize                  length,
                                            TlsrptJsonStatus       status);

TlsrptJsonMembers tlsrpt_json_get_members  (const TlsrptJsonValue *object,
                                            const TlsrptJsonKey   *keys,
                                            gsize                  n_keys,
                                            TlsrptJsonValue       *values,
                                            gsize                  n_values);
gsize             tlsrpt_json_iter_init    (TlsrptJsonIter        *iter,
                                            const TlsrptJsonValue *array);
gboolean          tlsrpt_json_iter_next    (TlsrptJsonIter        *iter,
                                            TlsrptJsonValue       *value);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlsrptJsonParser, tlsrpt_json_parser_free)

G_END_DECLS
