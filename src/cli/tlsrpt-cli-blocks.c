/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-cli-blocks.h"

#include "tlsrpt-cli-input.h"
#include "tlsrpt-cli.h"
#include "tlsrpt-line-reader.h"

#include <glib/gi18n.h>
#include <string.h>
#include <unistd.h>

/*
 * Lines of standard input on all processors.  One thread reads them into blocks, others work
 * on a block each, and whoever has the next block in order writes it.  There are only so
 * many blocks, which are used again and again, so that memory stays flat.
 */

/* A block is full when it has this many octets: enough that nobody waits for a lock. */
#define BLOCK_SIZE 32768

/* For each processor a block that is worked on, and one that waits. */
#define BLOCKS_EACH 2

typedef struct
{
  gsize    offset;
  gsize    length;
  gboolean is_cut;
} Line;

typedef struct
{
  gsize    sequence;
  gsize    first_number;
  GString *text;   /* lines with a NUL behind each */
  GArray  *lines;
  GString *output;
  GString *errors;
} Block;

typedef struct
{
  const TlsrptCliBlocks *blocks;
  gpointer               user_data;
  GAsyncQueue           *free;
  GAsyncQueue           *full;

  GMutex                 mutex;
  GCond                  written;
  gsize                  turn; /* the block to be written next */
  gboolean               has_failed;
} Work;

/* Ends a thread. */
static Block end_of_work;

/* A text that is as large as it is going to be, so that memory does not grow while it is
 * used for the first time. */
static GString *
text_new (gsize size)
{
  GString *text = g_string_sized_new (size);

  memset (text->str, 0, text->allocated_len);

  return text;
}

static Block *
block_new (void)
{
  Block *self = g_new0 (Block, 1);

  self->text = text_new (2 * BLOCK_SIZE);
  self->lines = g_array_new (FALSE, FALSE, sizeof (Line));
  self->output = text_new (4 * BLOCK_SIZE);
  self->errors = g_string_new (NULL);

  return self;
}

static void
block_free (Block *self)
{
  g_string_free (self->text, TRUE);
  g_array_unref (self->lines);
  g_string_free (self->output, TRUE);
  g_string_free (self->errors, TRUE);
  g_free (self);
}

static void
block_add (Block               *self,
           const TlsrptCliLine *line)
{
  const Line added = { self->text->len, line->length, line->is_cut };

  if (self->lines->len == 0)
    self->first_number = line->number;

  g_array_append_val (self->lines, added);
  g_string_append_len (self->text, line->text, (gssize) line->length + 1);
}

/* Works on the lines of a block, and writes what came of them when it is their turn. */
static void
run_block (Work     *work,
           Block    *block,
           gpointer  state)
{
  tlsrpt_cli_capture_errors (block->errors);
  for (guint i = 0; i < block->lines->len; i++)
    {
      const Line *line = &g_array_index (block->lines, Line, i);
      const TlsrptCliLine given = {
        block->first_number + i, block->text->str + line->offset, line->length, line->is_cut,
      };

      work->blocks->line (&given, block->output, state);
    }
  tlsrpt_cli_capture_errors (NULL);

  g_mutex_lock (&work->mutex);
  while (work->turn != block->sequence)
    g_cond_wait (&work->written, &work->mutex);

  if (!work->has_failed)
    {
      if (block->errors->len > 0)
        tlsrpt_cli_complain (block->errors->str);
      work->has_failed = !tlsrpt_cli_write (block->output);
      work->blocks->end_block (state, work->user_data);
    }

  work->turn++;
  g_cond_broadcast (&work->written);
  g_mutex_unlock (&work->mutex);

  g_string_truncate (block->text, 0);
  g_string_truncate (block->output, 0);
  g_string_truncate (block->errors, 0);
  g_array_set_size (block->lines, 0);
}

static gpointer
work_thread (gpointer data)
{
  Work *work = data;
  gpointer state = work->blocks->begin (work->user_data);

  for (Block *block = g_async_queue_pop (work->full); block != &end_of_work;
       block = g_async_queue_pop (work->full))
    {
      run_block (work, block, state);
      g_async_queue_push (work->free, block);
    }

  work->blocks->end (state);

  return NULL;
}

static gboolean
has_failed (Work *work)
{
  gboolean result;

  g_mutex_lock (&work->mutex);
  result = work->has_failed;
  g_mutex_unlock (&work->mutex);

  return result;
}

static GPtrArray *
start_threads (Work  *work,
               guint  n_threads)
{
  GPtrArray *threads = g_ptr_array_new ();

  for (guint i = 0; i < n_threads; i++)
    g_ptr_array_add (threads, g_thread_new ("lines", work_thread, work));
  for (guint i = 0; i < n_threads * BLOCKS_EACH; i++)
    g_async_queue_push (work->free, block_new ());

  return threads;
}

static void
end_threads (Work      *work,
             GPtrArray *threads)
{
  for (guint i = 0; i < threads->len; i++)
    g_async_queue_push (work->full, &end_of_work);
  for (guint i = 0; i < threads->len; i++)
    g_thread_join (g_ptr_array_index (threads, i));

  g_ptr_array_unref (threads);
}

/* Reads lines into blocks.  Up to the second block, or with one processor, this thread works
 * on them, too. */
static void
read_blocks (Work    *work,
             GError **error)
{
  g_autoptr (TlsrptLineReader) reader = tlsrpt_line_reader_new (STDIN_FILENO);
  const guint n_threads = g_get_num_processors ();
  GPtrArray *threads = NULL;
  gpointer state = work->blocks->begin (work->user_data);
  Block *block = block_new ();
  TlsrptCliLine line = { 0 };
  gsize sequence = 0;

  while (tlsrpt_line_reader_next (reader, &line.text, &line.length, &line.is_cut, error))
    {
      line.number++;
      block_add (block, &line);
      if (block->text->len < BLOCK_SIZE)
        continue;

      block->sequence = sequence++;
      if (n_threads == 1)
        {
          run_block (work, block, state);
        }
      else
        {
          if (threads == NULL)
            threads = start_threads (work, n_threads);
          g_async_queue_push (work->full, block);
          block = g_async_queue_pop (work->free);
        }

      if (has_failed (work))
        break;
    }

  /* The last one comes after all others. */
  block->sequence = sequence;
  run_block (work, block, state);
  block_free (block);
  work->blocks->end (state);

  if (threads != NULL)
    end_threads (work, threads);
}

/**
 * tlsrpt_cli_blocks_foreach:
 * @self: what to do
 * @user_data: for @self
 *
 * Reads lines from standard input as [func@cli_line_foreach] does, in constant memory, but
 * works on them on all processors.  Output and errors come in the order of the lines: they
 * are the same, however many processors there are.  (The row “generate --batch” of the
 * benchmark “speed”.)
 *
 * Returns: `FALSE` if something could not be read or written
 */
gboolean
tlsrpt_cli_blocks_foreach (const TlsrptCliBlocks *self,
                           gpointer               user_data)
{
  g_autoptr (GError) error = NULL;
  Work work = {
    .blocks = self,
    .user_data = user_data,
    .free = g_async_queue_new_full ((GDestroyNotify) block_free),
    .full = g_async_queue_new (),
  };

  g_mutex_init (&work.mutex);
  g_cond_init (&work.written);

  read_blocks (&work, &error);

  g_async_queue_unref (work.free);
  g_async_queue_unref (work.full);
  g_mutex_clear (&work.mutex);
  g_cond_clear (&work.written);

  if (work.has_failed)
    return FALSE;

  if (error != NULL)
    {
      /* Translators: %s says why */
      tlsrpt_cli_error (_("standard input: %s"), error->message);
      return FALSE;
    }

  return TRUE;
}
