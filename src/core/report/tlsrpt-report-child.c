/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-report-child-private.h"

#include "tlsrpt-error.h"
#include "tlsrpt-limits.h"
#include "tlsrpt-report-file.h"
#include "tlsrpt-report-wire.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <signal.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

/*
 * Reports are read in a program of its own, which gets the octets of files through a
 * socket and has no other way to the world: whatever a stranger makes of GMime, zlib,
 * libzip or simdjson, or of us, costs one file, and neither the window nor what else is
 * read.
 *
 * It is a program of its own and not this one once more.  The window would take longer to
 * start than most files take to read, and have all the libraries of a window within; and
 * nothing of this process, with its threads, goes on in a fork of it.
 *
 * If it cannot be started, no report is read.  To go on without it would keep the wall
 * only as long as nobody leans on it; what is missing then is a file of the installation,
 * or memory for a process, and the message says which.
 *
 * Several files are on their way at the same time, so that both programs work and neither
 * waits for the other after each file.  When the program dies, the files on their way are
 * sent to another one singly: the one that it dies of again is to blame.
 */

/* What is on its way, in files and octets, before a result should be taken. */
#define MOST_JOBS 256
#define MOST_OCTETS (1024 * 1024)

/* What the program complains about, of which each file gets one line, is for its makers. */
#ifdef TLSRPT_SANITIZED
#define CHILD_STDERR 0
#else
#define CHILD_STDERR G_SPAWN_STDERR_TO_DEV_NULL
#endif

/* What is read at once, and what is kept for the next time. */
#define STEP (64 * 1024)
#define KEPT (1024 * 1024)

typedef struct
{
  char       *file;
  /* What is in it, until it is done with */
  GByteArray *data;
  GError     *error;
  gboolean    is_sent;
  guint       n_tries;
} Job;

struct _TlsrptReportChild
{
  char             *program;
  gint64            patience;
  /* Its own, or that of another child */
  TlsrptReportWire *wire;
  gboolean          is_wire_own;

  GQueue            jobs;
  /* (element-type GByteArray): memory of jobs that are done, for others */
  GPtrArray        *spare;
  gsize             n_octets;
  guint             n_sent;
  /* How many of the first jobs are to be sent singly */
  guint             n_careful;

  GPid              pid;
  int               fd;
  gboolean          has_greeted;
  /* Whether it has ended, which shows when its replies are used up */
  gboolean          has_ended;
  GError           *start_error;
  GByteArray       *in;
  gsize             n_taken;
  GByteArray       *out;
  gsize             n_written;
  gint64            last_progress;
};

static void
job_free (Job *job)
{
  g_free (job->file);
  g_clear_pointer (&job->data, g_byte_array_unref);
  g_clear_error (&job->error);
  g_free (job);
}

/**
 * tlsrpt_report_child_new:
 * @program: the path of the program that reads reports
 * @seconds: how long it may take for a file
 *
 * Creates what reads reports in a program of its own.  It is started when there is
 * something to read.
 *
 * Returns: (transfer full): the child
 */
TlsrptReportChild *
tlsrpt_report_child_new (const char *program,
                         guint       seconds)
{
  TlsrptReportChild *self = g_new0 (TlsrptReportChild, 1);

  self->program = g_strdup (program);
  self->patience = seconds * G_TIME_SPAN_SECOND;
  self->wire = tlsrpt_report_wire_new ();
  self->is_wire_own = TRUE;
  g_queue_init (&self->jobs);
  self->spare = g_ptr_array_new_with_free_func ((GDestroyNotify) g_byte_array_unref);
  self->fd = -1;
  self->in = g_byte_array_new ();
  self->out = g_byte_array_new ();

  return self;
}

/* Creates another one, to be freed before @first: the reports of both share their strings. */
TlsrptReportChild *
tlsrpt_report_child_new_beside (const TlsrptReportChild *first)
{
  TlsrptReportChild *self = tlsrpt_report_child_new (first->program,
                                                     (guint) (first->patience / G_TIME_SPAN_SECOND));

  tlsrpt_report_wire_free (self->wire);
  self->wire = first->wire;
  self->is_wire_own = FALSE;

  return self;
}

/* Ends the program, which may be stuck.  Returns how it ended. */
static int
stop (TlsrptReportChild *self)
{
  int status = 0;

  if (self->fd < 0)
    return 0;

  close (self->fd);
  self->fd = -1;
  kill (self->pid, SIGKILL);
  while (waitpid (self->pid, &status, 0) < 0 && errno == EINTR)
    continue;
  g_spawn_close_pid (self->pid);
  self->pid = 0;

  self->has_greeted = self->has_ended = FALSE;
  self->n_sent = 0;
  self->n_taken = self->n_written = 0;
  g_byte_array_set_size (self->in, 0);
  g_byte_array_set_size (self->out, 0);

  return status;
}

void
tlsrpt_report_child_free (TlsrptReportChild *self)
{
  stop (self);
  g_queue_clear_full (&self->jobs, (GDestroyNotify) job_free);
  g_ptr_array_unref (self->spare);
  if (self->is_wire_own)
    tlsrpt_report_wire_free (self->wire);
  g_byte_array_unref (self->in);
  g_byte_array_unref (self->out);
  g_clear_error (&self->start_error);
  g_free (self->program);
  g_free (self);
}

static GByteArray *
take_memory (TlsrptReportChild *self)
{
  if (self->spare->len == 0)
    return g_byte_array_new ();

  return g_ptr_array_steal_index_fast (self->spare, self->spare->len - 1);
}

/* Most files are small, and to ask the system for memory for each takes long. */
static void
give_memory_back (TlsrptReportChild *self,
                  Job               *job)
{
  if (job->data == NULL)
    return;

  self->n_octets -= job->data->len;
  if (job->data->len > STEP)
    return;

  g_byte_array_set_size (job->data, 0);
  g_ptr_array_add (self->spare, g_steal_pointer (&job->data));
}

static void
add_job (TlsrptReportChild *self,
         char              *file,
         GByteArray        *data,
         GError            *error)
{
  Job *job = g_new0 (Job, 1);

  job->file = file;
  job->data = data;
  job->error = error;
  g_queue_push_tail (&self->jobs, job);
  self->n_octets += data != NULL ? data->len : 0;
}

/**
 * tlsrpt_report_child_add_file:
 * @self: the child
 * @path: the path of a file
 *
 * Has a file read.
 */
void
tlsrpt_report_child_add_file (TlsrptReportChild *self,
                              const char        *path)
{
  GByteArray *data = take_memory (self);
  GError *error = NULL;

  tlsrpt_report_file_load (path, data, &error);
  add_job (self, g_filename_display_name (path), data, error);
}

/**
 * tlsrpt_report_child_add_stream:
 * @self: the child
 * @file: what to call it
 * @fd: what to read from, to its end
 *
 * Has standard input read, or whatever else is already open.
 */
void
tlsrpt_report_child_add_stream (TlsrptReportChild *self,
                                const char        *file,
                                int                fd)
{
  GByteArray *data = take_memory (self);
  GError *error = NULL;

  tlsrpt_report_file_load_stream (fd, data, &error);
  add_job (self, g_strdup (file), data, error);
}

/**
 * tlsrpt_report_child_add_fault:
 * @self: the child
 * @fault: (transfer full): a fault
 *
 * Adds what could not be read at all, in its place among the files.
 */
void
tlsrpt_report_child_add_fault (TlsrptReportChild *self,
                               TlsrptReportFault *fault)
{
  add_job (self, g_strdup (fault->file), NULL, g_error_copy (fault->error));
  tlsrpt_report_fault_free (fault);
}

/**
 * tlsrpt_report_child_is_busy:
 * @self: the child
 *
 * Tells whether enough is on its way for now.
 *
 * Returns: `TRUE` if a result should be taken before more is added
 */
gboolean
tlsrpt_report_child_is_busy (TlsrptReportChild *self)
{
  return g_queue_get_length (&self->jobs) >= MOST_JOBS || self->n_octets >= MOST_OCTETS;
}

/* The octets of the files that are on their way. */
gsize
tlsrpt_report_child_get_load (const TlsrptReportChild *self)
{
  return self->n_octets;
}

GPid
tlsrpt_report_child_get_pid (TlsrptReportChild *self)
{
  return self->pid;
}

static gboolean
start (TlsrptReportChild  *self,
       GError            **error)
{
  const char *const arguments[] = { self->program, NULL };
  int fds[2];

  if (socketpair (AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, fds) != 0)
    {
      int saved_errno = errno;

      g_set_error_literal (error, G_IO_ERROR, g_io_error_from_errno (saved_errno),
                           g_strerror (saved_errno));
      return FALSE;
    }

  if (!g_spawn_async_with_pipes_and_fds (NULL, arguments, NULL,
                                         G_SPAWN_DO_NOT_REAP_CHILD | G_SPAWN_STDOUT_TO_DEV_NULL |
                                         CHILD_STDERR,
                                         NULL, NULL, fds[1], -1, -1, NULL, NULL, 0, &self->pid,
                                         NULL, NULL, NULL, error))
    {
      close (fds[0]);
      close (fds[1]);
      return FALSE;
    }

  close (fds[1]);
  self->fd = fds[0];
  self->last_progress = g_get_monotonic_time ();

  return TRUE;
}

static void
set_start_error (TlsrptReportChild *self,
                 const char        *reason)
{
  tlsrpt_error_set (&self->start_error, TLSRPT_ERROR_READER, TLSRPT_ERROR_FINAL, NULL,
                    /* Translators: %s is what the system says */
                    _("The program that reads reports cannot be started: %s"), reason);
}

/* Sends what may be sent: in general all that there is. */
static void
send_jobs (TlsrptReportChild *self)
{
  for (GList *link = self->jobs.head; link != NULL; link = link->next)
    {
      Job *job = link->data;

      if (self->n_careful > 0 && self->n_sent > 0)
        return;
      if (job->is_sent || job->error != NULL)
        continue;

      if (self->n_sent == 0)
        self->last_progress = g_get_monotonic_time ();
      tlsrpt_report_wire_add_request (self->out, job->file, job->data->data, job->data->len);
      job->is_sent = TRUE;
      job->n_tries++;
      self->n_sent++;
    }
}

/* The program is of no more use.  Whose fault that is shows if it had one file alone, and
 * nothing else before: somebody else may have ended it while it waited. */
static void
give_up (TlsrptReportChild *self,
         gboolean           is_late)
{
  Job *job = g_queue_peek_head (&self->jobs);
  gboolean has_greeted = self->has_greeted;
  guint n_sent = self->n_sent;
  int status = stop (self);

  if (!has_greeted)
    {
      set_start_error (self, is_late ? _("it does not answer") : _("it ended at once"));
      return;
    }

  if (n_sent > 1 || (!is_late && job->n_tries < 2))
    self->n_careful = n_sent;
  else
    tlsrpt_error_set (&job->error, TLSRPT_ERROR_READER, TLSRPT_ERROR_FINAL, NULL, "%s",
                      is_late || (WIFSIGNALED (status) && WTERMSIG (status) == SIGXCPU)
                        ? _("The file was skipped because reading it takes too long")
                        : _("The file was skipped because reading it needs too much memory or "
                            "makes the reader crash"));

  for (GList *link = self->jobs.head; link != NULL; link = link->next)
    ((Job *) link->data)->is_sent = FALSE;
}

static void
read_some (TlsrptReportChild *self)
{
  gsize used = self->in->len;
  gssize n_read;

  /* What was taken makes room. */
  if (self->n_taken > 0)
    {
      g_byte_array_remove_range (self->in, 0, (guint) self->n_taken);
      used -= self->n_taken;
      self->n_taken = 0;
    }

  g_byte_array_set_size (self->in, (guint) (used + STEP));
  do
    n_read = recv (self->fd, self->in->data + used, STEP, MSG_DONTWAIT);
  while (n_read < 0 && errno == EINTR);
  g_byte_array_set_size (self->in, (guint) (used + (gsize) MAX (n_read, 0)));

  if (n_read == 0 || (n_read < 0 && errno != EAGAIN))
    self->has_ended = TRUE;
}

static void
write_some (TlsrptReportChild *self)
{
  gssize n_written;

  do
    n_written = send (self->fd, self->out->data + self->n_written,
                      self->out->len - self->n_written, MSG_DONTWAIT | MSG_NOSIGNAL);
  while (n_written < 0 && errno == EINTR);

  /* Whether it is dead shows when the last of its replies was read. */
  if (n_written < 0)
    {
      if (errno != EAGAIN)
        self->n_written = self->out->len;
      return;
    }

  self->n_written += (gsize) n_written;
  self->last_progress = g_get_monotonic_time ();

  if (self->n_written == self->out->len && self->out->len > KEPT)
    g_free (g_byte_array_steal (self->out, NULL));
  else if (self->n_written == self->out->len)
    g_byte_array_set_size (self->out, 0);
  if (self->n_written >= self->out->len)
    self->n_written = 0;
}

/* Begins to wait for the result of the first file.  Whoever has taken the one before may have
 * been busy since, and that is not the time of this one. */
void
tlsrpt_report_child_await (TlsrptReportChild *self)
{
  self->last_progress = g_get_monotonic_time ();
}

/* When to wait no longer for the result of the first file. */
gint64
tlsrpt_report_child_get_deadline (const TlsrptReportChild *self)
{
  return self->last_progress + self->patience;
}

void
tlsrpt_report_child_give_up (TlsrptReportChild *self)
{
  give_up (self, TRUE);
}

/* Says what to poll.  Of one whose result is not awaited no more is read than it keeps.
 * Returns FALSE if it is nothing. */
gboolean
tlsrpt_report_child_get_poll (const TlsrptReportChild *self,
                              gboolean                 is_awaited,
                              GPollFD                 *poll_fd)
{
  *poll_fd = (GPollFD) { self->fd, 0, 0 };

  if (is_awaited || self->in->len - self->n_taken < KEPT)
    poll_fd->events |= G_IO_IN;
  if (self->n_written < self->out->len)
    poll_fd->events |= G_IO_OUT;

  return self->fd >= 0 && self->n_sent > 0 && !self->has_ended && poll_fd->events != 0;
}

/* Goes on with what was polled. */
void
tlsrpt_report_child_go_on (TlsrptReportChild *self,
                           const GPollFD     *poll_fd)
{
  if ((poll_fd->revents & G_IO_OUT) != 0)
    write_some (self);
  else if (poll_fd->revents != 0)
    read_some (self);
}

/* Takes the greeting of the program, which comes before all else. */
static TlsrptReportWireStatus
read_greeting (TlsrptReportChild *self)
{
  gsize length = strlen (TLSRPT_REPORT_WIRE_GREETING);

  if (self->in->len < length)
    return TLSRPT_REPORT_WIRE_INCOMPLETE;
  if (memcmp (self->in->data, TLSRPT_REPORT_WIRE_GREETING, length) != 0)
    return TLSRPT_REPORT_WIRE_BAD;

  self->n_taken = length;
  self->has_greeted = TRUE;

  return TLSRPT_REPORT_WIRE_WHOLE;
}

/* Takes the reply to a job, as soon as there is one. */
static TlsrptReportWireStatus
read_reply (TlsrptReportChild *self,
            Job               *job,
            GPtrArray         *reports,
            GPtrArray         *faults)
{
  TlsrptReportWireStatus status = TLSRPT_REPORT_WIRE_WHOLE;
  gsize size;

  if (!self->has_greeted)
    status = read_greeting (self);

  if (status == TLSRPT_REPORT_WIRE_WHOLE)
    status = tlsrpt_report_wire_read_reply (self->wire, self->in->data + self->n_taken,
                                            self->in->len - self->n_taken, job->file,
                                            &size, reports, faults);

  if (status == TLSRPT_REPORT_WIRE_WHOLE)
    {
      self->n_taken += size;
      self->n_sent--;
      self->last_progress = g_get_monotonic_time ();
      if (self->n_taken == self->in->len && self->in->len > KEPT)
        g_free (g_byte_array_steal (self->in, NULL));
      if (self->n_taken >= self->in->len)
        {
          g_byte_array_set_size (self->in, 0);
          self->n_taken = 0;
        }
    }

  return status;
}

/* Starts the program before there is anything to read.  Returns whether it runs; one that
 * does not is tried again with the first file. */
gboolean
tlsrpt_report_child_start (TlsrptReportChild *self)
{
  return self->fd >= 0 || start (self, NULL);
}

/* Has the program, which is started if there is none, told of all that it may be told. */
void
tlsrpt_report_child_begin (TlsrptReportChild *self)
{
  const Job *job = g_queue_peek_head (&self->jobs);

  if (job == NULL || job->error != NULL || self->start_error != NULL)
    return;

  if (self->fd < 0)
    {
      g_autoptr (GError) error = NULL;

      if (!start (self, &error))
        {
          set_start_error (self, error->message);
          return;
        }
    }

  send_jobs (self);
}

/* Does a part of a job.  Returns whether it is done. */
static gboolean
advance (TlsrptReportChild *self,
         Job               *job,
         GPtrArray         *reports,
         GPtrArray         *faults)
{
  tlsrpt_report_child_begin (self);

  if (job->error == NULL && self->start_error != NULL)
    job->error = g_error_copy (self->start_error);

  if (job->error != NULL)
    {
      g_ptr_array_add (faults, tlsrpt_report_fault_new (job->file,
                                                        g_steal_pointer (&job->error)));
      return TRUE;
    }

  switch (read_reply (self, job, reports, faults))
    {
    case TLSRPT_REPORT_WIRE_WHOLE:
      return TRUE;

    case TLSRPT_REPORT_WIRE_BAD:
      give_up (self, FALSE);
      return FALSE;

    case TLSRPT_REPORT_WIRE_INCOMPLETE:
    default:
      if (self->has_ended)
        give_up (self, FALSE);
      return FALSE;
    }
}

/* Takes the result of the file that was added first, if it is there. */
gboolean
tlsrpt_report_child_take (TlsrptReportChild *self,
                          GPtrArray         *reports,
                          GPtrArray         *faults)
{
  Job *job = g_queue_peek_head (&self->jobs);

  if (!advance (self, job, reports, faults))
    return FALSE;

  g_queue_pop_head (&self->jobs);
  give_memory_back (self, job);
  self->n_careful -= self->n_careful > 0;
  job_free (job);

  return TRUE;
}

/**
 * tlsrpt_report_child_next:
 * @self: the child
 * @cancellable: (nullable): to give up
 * @reports: (element-type TlsrptReport): where the reports are added
 * @faults: (element-type TlsrptReportFault): where the faults are added
 *
 * Waits for the result of the file that was added first.
 *
 * Returns: `FALSE` if there is none, or if it was cancelled
 */
gboolean
tlsrpt_report_child_next (TlsrptReportChild *self,
                          GCancellable      *cancellable,
                          GPtrArray         *reports,
                          GPtrArray         *faults)
{
  return !g_queue_is_empty (&self->jobs) &&
         tlsrpt_report_children_wait (&self, 1, self, cancellable, reports, faults);
}
