/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-undo.h"

/* Most steps that can be undone, to bound the memory. */
#define MAX_STEPS 100

/* Either a whole form, or one destination and where it was. */
typedef struct
{
  GVariant    *state;
  TlsrptField *field;
  guint        position;
} Step;

struct _TlsrptUndo
{
  GQueue steps;
};

static void
step_free (gpointer data)
{
  Step *step = data;

  g_clear_pointer (&step->state, g_variant_unref);
  g_clear_object (&step->field);
  g_free (step);
}

static void
push (TlsrptUndo *self,
      Step       *step)
{
  g_queue_push_head (&self->steps, step);

  if (self->steps.length > MAX_STEPS)
    step_free (g_queue_pop_tail (&self->steps));
}

TlsrptUndo *
tlsrpt_undo_new (void)
{
  TlsrptUndo *self = g_new0 (TlsrptUndo, 1);

  g_queue_init (&self->steps);

  return self;
}

void
tlsrpt_undo_free (TlsrptUndo *self)
{
  g_queue_clear_full (&self->steps, step_free);
  g_free (self);
}

/**
 * tlsrpt_undo_clear:
 * @self: what can be undone
 * @record: a record
 *
 * Empties @record, keeping what it held.
 */
void
tlsrpt_undo_clear (TlsrptUndo   *self,
                   TlsrptRecord *record)
{
  tlsrpt_undo_keep (self, record);
  tlsrpt_record_clear (record);
}

/**
 * tlsrpt_undo_keep:
 * @self: what can be undone
 * @record: a record
 *
 * Keeps what @record holds, before it is changed.
 */
void
tlsrpt_undo_keep (TlsrptUndo   *self,
                  TlsrptRecord *record)
{
  g_autoptr (GVariant) state = tlsrpt_record_save (record);

  tlsrpt_undo_push (self, state);
}

/**
 * tlsrpt_undo_push:
 * @self: what can be undone
 * @state: what [method@Record.save] returned
 *
 * Keeps a form that is not there, as if it had just been.
 */
void
tlsrpt_undo_push (TlsrptUndo *self,
                  GVariant   *state)
{
  Step *step = g_new0 (Step, 1);

  step->state = g_variant_ref (state);
  push (self, step);
}

/**
 * tlsrpt_undo_forget:
 * @self: what can be undone
 *
 * Leaves nothing that could be brought back.
 */
void
tlsrpt_undo_forget (TlsrptUndo *self)
{
  g_queue_clear_full (&self->steps, step_free);
}

/**
 * tlsrpt_undo_remove:
 * @self: what can be undone
 * @record: a record
 * @field: a destination of @record
 *
 * Removes @field from @record, keeping it and its place.
 */
void
tlsrpt_undo_remove (TlsrptUndo   *self,
                    TlsrptRecord *record,
                    TlsrptField  *field)
{
  Step *step = g_new0 (Step, 1);

  step->field = g_object_ref (field);
  step->position = tlsrpt_record_remove_destination (record, field);
  push (self, step);
}

gboolean
tlsrpt_undo_is_empty (TlsrptUndo *self)
{
  return g_queue_is_empty (&self->steps);
}

/**
 * tlsrpt_undo_undo:
 * @self: what can be undone
 * @record: the record it was taken from
 *
 * Brings back what was taken last.  What was typed since stays, unless the whole
 * form was emptied.
 *
 * Returns: (transfer none) (nullable): the field that came back, the domain if
 *   the whole form did
 */
TlsrptField *
tlsrpt_undo_undo (TlsrptUndo   *self,
                  TlsrptRecord *record)
{
  Step *step = g_queue_pop_head (&self->steps);
  TlsrptField *field = NULL;

  if (step == NULL)
    return NULL;

  if (step->state != NULL)
    {
      tlsrpt_record_restore (record, step->state);
      field = tlsrpt_record_get_domain_field (record);
    }
  else if (tlsrpt_record_insert_destination (record, step->position, step->field))
    {
      /* The record holds it. */
      field = step->field;
    }

  step_free (step);

  return field;
}
