/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-report-children.h"

#include "tlsrpt-limits.h"
#include "tlsrpt-report-child-private.h"

/*
 * Several programs that read reports, one for each processor.  Results come in the order in
 * which the files were added, so that nobody can tell how many programs there are; which of
 * them gets a file matters to nobody else.
 *
 * Files go to them in runs.  A file has its time from when its result is waited for: what the
 * others do is not on its account.
 */

/* A run of files for one program, in files and octets. */
#define RUN_FILES 64
#define RUN_OCTETS (256 * 1024)

/* After so many, one more program is worth its start, which takes as long as a hundred small
 * files. */
#define WORTH_FILES 1000
#define WORTH_OCTETS (2 * 1024 * 1024)

struct _TlsrptReportChildren
{
  TlsrptReportChild *children[TLSRPT_LIMIT_READERS];
  guint              n_children;
  /* How many of them can be started, as far as is known; how many are used so far, and what
   * for */
  guint              n_usable;
  guint              n_used;
  gsize              n_files;
  gsize              n_octets;
  /* (element-type TlsrptReportChild): whose turn it is, for each file */
  GQueue             turns;

  /* Who gets the files now, and how many it has got of this run. */
  TlsrptReportChild *current;
  guint              n_run_files;
  gsize              n_run_octets;
};

/**
 * tlsrpt_report_children_new:
 * @program: the path of the program that reads reports
 * @seconds: how long it may take for a file
 * @n: how many of them may run, or 0 for one for each processor
 *
 * Creates what reads reports in programs of their own.  They are started when there is
 * enough to read.
 *
 * Returns: (transfer full): the children
 */
TlsrptReportChildren *
tlsrpt_report_children_new (const char *program,
                            guint       seconds,
                            guint       n)
{
  TlsrptReportChildren *self = g_new0 (TlsrptReportChildren, 1);

  self->n_children = CLAMP (n > 0 ? n : g_get_num_processors (), 1, TLSRPT_LIMIT_READERS);
  self->children[0] = tlsrpt_report_child_new (program, seconds);
  for (guint i = 1; i < self->n_children; i++)
    self->children[i] = tlsrpt_report_child_new_beside (self->children[0]);
  self->n_usable = self->n_children;
  self->n_used = 1;
  self->current = self->children[0];
  g_queue_init (&self->turns);

  return self;
}

void
tlsrpt_report_children_free (TlsrptReportChildren *self)
{
  while (self->n_children > 0)
    tlsrpt_report_child_free (self->children[--self->n_children]);
  g_queue_clear (&self->turns);
  g_free (self);
}

/* Whether the next file goes to somebody else. */
static gboolean
is_run_over (const TlsrptReportChildren *self)
{
  return self->n_run_files >= RUN_FILES || self->n_run_octets >= RUN_OCTETS ||
         tlsrpt_report_child_is_busy (self->current);
}

/* Who gets the next file: when a run is over, the one with the least to do. */
static TlsrptReportChild *
pick (TlsrptReportChildren *self)
{
  if (!is_run_over (self))
    return self->current;

  for (guint i = 0; i < self->n_used; i++)
    {
      TlsrptReportChild *child = self->children[i];

      if (tlsrpt_report_child_is_busy (self->current) ||
          (!tlsrpt_report_child_is_busy (child) &&
           tlsrpt_report_child_get_load (child) < tlsrpt_report_child_get_load (self->current)))
        self->current = child;
    }

  self->n_run_files = 0;
  self->n_run_octets = 0;

  return self->current;
}

/* Takes another one when there is enough to do.  Where no more programs can be started, those
 * that run go on. */
static void
grow (TlsrptReportChildren *self)
{
  const gsize n_worth = 1 + self->n_files / WORTH_FILES + self->n_octets / WORTH_OCTETS;

  while (self->n_used < MIN (n_worth, self->n_usable))
    {
      if (tlsrpt_report_child_start (self->children[self->n_used]))
        self->n_used++;
      else
        self->n_usable = self->n_used;
    }
}

static void
end_turn (TlsrptReportChildren *self,
          gsize                 load_before)
{
  const gsize n_octets = tlsrpt_report_child_get_load (self->current) - load_before;

  self->n_run_files++;
  self->n_run_octets += n_octets;
  self->n_files++;
  self->n_octets += n_octets;
  grow (self);
  g_queue_push_tail (&self->turns, self->current);
}

/**
 * tlsrpt_report_children_add_file:
 * @self: the children
 * @path: the path of a file
 *
 * Has a file read.
 */
void
tlsrpt_report_children_add_file (TlsrptReportChildren *self,
                                 const char           *path)
{
  TlsrptReportChild *child = pick (self);
  gsize load = tlsrpt_report_child_get_load (child);

  tlsrpt_report_child_add_file (child, path);
  end_turn (self, load);
}

/**
 * tlsrpt_report_children_add_stream:
 * @self: the children
 * @file: what to call it
 * @fd: what to read from, to its end
 *
 * Has standard input read, or whatever else is already open.
 */
void
tlsrpt_report_children_add_stream (TlsrptReportChildren *self,
                                   const char           *file,
                                   int                   fd)
{
  TlsrptReportChild *child = pick (self);
  gsize load = tlsrpt_report_child_get_load (child);

  tlsrpt_report_child_add_stream (child, file, fd);
  end_turn (self, load);
}

/**
 * tlsrpt_report_children_add_fault:
 * @self: the children
 * @fault: (transfer full): a fault
 *
 * Adds what could not be read at all, in its place among the files.
 */
void
tlsrpt_report_children_add_fault (TlsrptReportChildren *self,
                                  TlsrptReportFault    *fault)
{
  TlsrptReportChild *child = pick (self);
  gsize load = tlsrpt_report_child_get_load (child);

  tlsrpt_report_child_add_fault (child, fault);
  end_turn (self, load);
}

/**
 * tlsrpt_report_children_is_busy:
 * @self: the children
 *
 * Tells whether enough is on its way for now.
 *
 * Returns: `TRUE` if a result should be taken before more is added
 */
gboolean
tlsrpt_report_children_is_busy (TlsrptReportChildren *self)
{
  for (guint i = 0; i < self->n_used; i++)
    {
      if (!tlsrpt_report_child_is_busy (self->children[i]))
        return FALSE;
    }

  return TRUE;
}

/* Returns FALSE if it was cancelled. */
static gboolean
poll_all (TlsrptReportChild **children,
          guint               n_children,
          TlsrptReportChild  *awaited,
          GCancellable       *cancellable)
{
  GPollFD poll_fds[TLSRPT_LIMIT_READERS + 1];
  TlsrptReportChild *polled[TLSRPT_LIMIT_READERS];
  gint64 left = tlsrpt_report_child_get_deadline (awaited) - g_get_monotonic_time ();
  gboolean has_cancellable;
  gboolean is_late = TRUE;
  guint n = 0;

  for (guint i = 0; i < n_children; i++)
    {
      if (tlsrpt_report_child_get_poll (children[i], children[i] == awaited, &poll_fds[n]))
        polled[n++] = children[i];
    }

  has_cancellable = cancellable != NULL && g_cancellable_make_pollfd (cancellable, &poll_fds[n]);
  g_poll (poll_fds, n + has_cancellable, (int) (MAX (left, 0) / G_TIME_SPAN_MILLISECOND) + 1);
  if (has_cancellable)
    g_cancellable_release_fd (cancellable);
  if (g_cancellable_is_cancelled (cancellable))
    return FALSE;

  for (guint i = 0; i < n; i++)
    {
      if (polled[i] == awaited && poll_fds[i].revents != 0)
        is_late = FALSE;
      tlsrpt_report_child_go_on (polled[i], &poll_fds[i]);
    }

  if (is_late && g_get_monotonic_time () >= tlsrpt_report_child_get_deadline (awaited))
    tlsrpt_report_child_give_up (awaited);

  return TRUE;
}

/* Waits for the next result of one of the children, while all of them go on.  Returns FALSE
 * if it was cancelled. */
gboolean
tlsrpt_report_children_wait (TlsrptReportChild **children,
                             guint               n_children,
                             TlsrptReportChild  *awaited,
                             GCancellable       *cancellable,
                             GPtrArray          *reports,
                             GPtrArray          *faults)
{
  tlsrpt_report_child_await (awaited);

  for (;;)
    {
      for (guint i = 0; i < n_children; i++)
        tlsrpt_report_child_begin (children[i]);

      if (tlsrpt_report_child_take (awaited, reports, faults))
        return TRUE;
      /* If it has died, another one has to be started first. */
      if (tlsrpt_report_child_get_pid (awaited) != 0 &&
          !poll_all (children, n_children, awaited, cancellable))
        return FALSE;
    }
}

/**
 * tlsrpt_report_children_next:
 * @self: the children
 * @cancellable: (nullable): to give up
 * @reports: (element-type TlsrptReport): where the reports are added
 * @faults: (element-type TlsrptReportFault): where the faults are added
 *
 * Waits for the result of the file that was added first.
 *
 * Returns: `FALSE` if there is none, or if it was cancelled
 */
gboolean
tlsrpt_report_children_next (TlsrptReportChildren *self,
                             GCancellable         *cancellable,
                             GPtrArray            *reports,
                             GPtrArray            *faults)
{
  TlsrptReportChild *awaited = g_queue_peek_head (&self->turns);

  if (awaited == NULL || !tlsrpt_report_children_wait (self->children, self->n_used, awaited,
                                                       cancellable, reports, faults))
    return FALSE;

  g_queue_pop_head (&self->turns);

  return TRUE;
}

/* For tests: how many programs run. */
guint
tlsrpt_report_children_count_started (const TlsrptReportChildren *self)
{
  guint n = 0;

  for (guint i = 0; i < self->n_children; i++)
    n += tlsrpt_report_child_get_pid (self->children[i]) != 0;

  return n;
}
