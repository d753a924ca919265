/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-report-list.h"

#include <string.h>

/* The list lies in the memory of its report, which is not given back: to grow, it
 * doubles. */
static void
make_room (TlsrptReportList *self,
           gsize             room)
{
  const char **strings = tlsrpt_report_builder_alloc (self->builder, room + 1, sizeof *strings);

  if (self->n_strings > 0)
    memcpy (strings, self->strings, self->n_strings * sizeof *strings);

  self->strings = strings;
  self->room = room;
}

/**
 * tlsrpt_report_list_init:
 * @self: (out caller-allocates): the list
 * @builder: the builder of the report
 * @n_expected: how many strings there will be, if all is as it should be
 *
 * Begins a list.
 */
void
tlsrpt_report_list_init (TlsrptReportList    *self,
                         TlsrptReportBuilder *builder,
                         gsize                n_expected)
{
  self->builder = builder;
  self->n_strings = 0;
  make_room (self, n_expected);
}

/**
 * tlsrpt_report_list_add:
 * @self: the list
 * @string: (transfer none): a string of the report
 *
 * Adds a string.
 */
void
tlsrpt_report_list_add (TlsrptReportList *self,
                        const char       *string)
{
  if (self->n_strings == self->room)
    make_room (self, MAX (1, self->room * 2));

  self->strings[self->n_strings++] = string;
}

/**
 * tlsrpt_report_list_end:
 * @self: the list
 *
 * Ends a list.
 *
 * Returns: (transfer none) (array zero-terminated=1): the strings, which belong to the
 *   report
 */
const char *const *
tlsrpt_report_list_end (TlsrptReportList *self)
{
  self->strings[self->n_strings] = NULL;

  return self->strings;
}
