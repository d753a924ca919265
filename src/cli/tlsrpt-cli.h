/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TlsrptExit:
 *
 * The exit codes of `tlsrpt-cli`; the man page says which command uses which.
 */
typedef enum
{
  TLSRPT_EXIT_OK = 0,
  TLSRPT_EXIT_PROBLEM = 1, /* some of the input is not as it should be */
  TLSRPT_EXIT_USAGE = 2,   /* the arguments cannot be used; nothing was printed */
  TLSRPT_EXIT_INVALID = 3, /* the record is invalid, or no sender can use it */
  TLSRPT_EXIT_NO_DNS = 4,  /* DNS could not answer */
  TLSRPT_EXIT_FAILED = 5,  /* what is watched for has happened */
} TlsrptExit;

/**
 * TlsrptCommand:
 * @name: the word on the command line
 * @summary: one line for --help, marked with N_()
 * @run: does the work; `argv[0]` is the command's name, the vector ends in `NULL`
 */
typedef struct
{
  const char  *name;
  const char  *summary;
  TlsrptExit (*run) (int    argc,
                     char **argv);
} TlsrptCommand;

/* What every command prints goes through these: foreign text is harmless by the
 * time it is here, and the isolates of messages are taken out. */
char *tlsrpt_cli_spell          (const char *text) G_GNUC_WARN_UNUSED_RESULT;
void  tlsrpt_cli_error          (const char *format,
                                 ...) G_GNUC_PRINTF (1, 2);
void  tlsrpt_cli_complain       (const char *text);
void  tlsrpt_cli_print          (const char *text);
void  tlsrpt_cli_capture_errors (GString    *errors);

G_END_DECLS
