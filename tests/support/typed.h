/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-error.h"

G_BEGIN_DECLS

/* Tables for the functions that judge what was typed: a row is an input and what
 * becomes of it. */

/**
 * TypedCase:
 * @name: the row's part of the test's path
 * @typed: the input
 * @result: what the function returns, or `NULL` if it refuses the input
 * @code: why it refuses
 * @flags: whether further typing can mend the input
 * @repair: what the refusal offers instead, or `NULL`
 */
typedef struct
{
  const char       *name;
  const char       *typed;
  const char       *result;
  TlsrptError       code;
  TlsrptErrorFlags  flags;
  const char       *repair;
} TypedCase;

typedef char *(*TypedFunc) (const char  *typed,
                            GError     **error);

#define ACCEPTED(name, typed, result) \
  { name, typed, result, 0, TLSRPT_ERROR_FINAL, NULL }
#define REFUSED(name, typed, code, repair) \
  { name, typed, NULL, TLSRPT_ERROR_##code, TLSRPT_ERROR_FINAL, repair }
#define INCOMPLETE(name, typed, code, repair) \
  { name, typed, NULL, TLSRPT_ERROR_##code, TLSRPT_ERROR_INCOMPLETE, repair }

void typed_assert     (const TypedCase    *c,
                       TypedFunc           func);
void typed_assert_uri (const char         *uri);
void typed_add_tests  (const char         *path,
                       const TypedCase    *cases,
                       gsize               n_cases,
                       void              (*test) (gconstpointer c));
void typed_fuzz       (TypedFunc           func,
                       const char *const  *pieces,
                       gsize               n_pieces,
                       void              (*assert_result) (const char *result));

G_END_DECLS
