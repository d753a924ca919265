/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-state-private.h"

#include "tlsrpt-error.h"
#include "tlsrpt-json-error.h"
#include "tlsrpt-limits.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What this program writes.  A file of a later version is not ours to change. */
#define VERSION 1

/**
 * TlsrptState:
 *
 * What the window keeps from one start to the next: the form, the view, the addresses
 * that were used before, the list of domains, and where the folder of reports is, with marks
 * for the problems that somebody has seen.  It never holds a password, nor anything that a
 * report says.
 */
G_DEFINE_FINAL_TYPE (TlsrptState, tlsrpt_state, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  SIGNAL_DOMAINS_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static gboolean
is_view (const char *text,
         gsize       length)
{
  if (length == 0 || length > TLSRPT_LIMIT_LABEL)
    return FALSE;

  for (gsize i = 0; i < length; i++)
    {
      if (!g_ascii_islower (text[i]) && text[i] != '-')
        return FALSE;
    }

  return TRUE;
}

static gboolean
saved_read (TlsrptState           *self,
            const TlsrptJsonValue *value)
{
  if (value->type != TLSRPT_JSON_TEXT)
    return FALSE;

  self->saved = g_date_time_new_from_iso8601 (value->string.text, NULL);

  return TRUE;
}

static gboolean
view_read (TlsrptState           *self,
           const TlsrptJsonValue *value)
{
  if (value->type != TLSRPT_JSON_TEXT)
    return FALSE;

  if (is_view (value->string.text, value->string.length))
    self->view = g_strdup (value->string.text);

  return TRUE;
}

static void
view_write (TlsrptState      *self,
            TlsrptJsonWriter *writer)
{
  if (self->view != NULL)
    tlsrpt_json_writer_string (writer, "view", self->view);
}

static void
view_clear (TlsrptState *self)
{
  g_clear_pointer (&self->view, g_free);
}

/* In the order in which they are written. */
static const struct
{
  TlsrptJsonKey key;
  gboolean (*read)  (TlsrptState           *self,
                     const TlsrptJsonValue *value);
  void     (*write) (TlsrptState           *self,
                     TlsrptJsonWriter      *writer);
  void     (*clear) (TlsrptState           *self);
} members[] = {
  { TLSRPT_JSON_KEY ("saved", 0), saved_read, NULL, NULL },
  { TLSRPT_JSON_KEY ("view", 1), view_read, view_write, view_clear },
  { TLSRPT_JSON_KEY ("form", 2), tlsrpt_state_form_read, tlsrpt_state_form_write,
    tlsrpt_state_form_clear },
  { TLSRPT_JSON_KEY ("addresses", 3), tlsrpt_state_addresses_read,
    tlsrpt_state_addresses_write, tlsrpt_state_addresses_clear },
  { TLSRPT_JSON_KEY ("domains", 4), tlsrpt_state_domains_read, tlsrpt_state_domains_write,
    tlsrpt_state_domains_clear },
  { TLSRPT_JSON_KEY ("folder", 5), tlsrpt_state_folder_read, tlsrpt_state_folder_write,
    tlsrpt_state_folder_clear },
};

static void
clear (TlsrptState *self)
{
  g_clear_pointer (&self->saved, g_date_time_unref);

  for (gsize i = 0; i < G_N_ELEMENTS (members); i++)
    {
      if (members[i].clear != NULL)
        members[i].clear (self);
    }
}

static void
tlsrpt_state_finalize (GObject *object)
{
  TlsrptState *self = TLSRPT_STATE (object);

  clear (self);
  g_ptr_array_unref (self->addresses);
  tlsrpt_state_domains_finalize (self);

  G_OBJECT_CLASS (tlsrpt_state_parent_class)->finalize (object);
}

static void
tlsrpt_state_class_init (TlsrptStateClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = tlsrpt_state_finalize;

  /**
   * TlsrptState::changed:
   *
   * Something is to be kept that was not, or not so.
   */
  signals[SIGNAL_CHANGED] =
    g_signal_new ("changed",
                  G_TYPE_FROM_CLASS (klass),
                  G_SIGNAL_RUN_LAST,
                  0,
                  NULL, NULL, NULL,
                  G_TYPE_NONE, 0);

  /**
   * TlsrptState::domains-changed:
   *
   * The list of domains, or what is known of one, is not what it was.
   */
  signals[SIGNAL_DOMAINS_CHANGED] =
    g_signal_new ("domains-changed",
                  G_TYPE_FROM_CLASS (klass),
                  G_SIGNAL_RUN_LAST,
                  0,
                  NULL, NULL, NULL,
                  G_TYPE_NONE, 0);
}

static void
tlsrpt_state_init (TlsrptState *self)
{
  self->addresses = g_ptr_array_new_null_terminated (TLSRPT_LIMIT_STATE_ADDRESSES, g_free, TRUE);
  tlsrpt_state_domains_init (self);
}

TlsrptState *
tlsrpt_state_new (void)
{
  return g_object_new (TLSRPT_TYPE_STATE, NULL);
}

static gboolean
refuse_member (const char  *name,
               GError     **error)
{
  tlsrpt_error_set (error, TLSRPT_ERROR_STATE, TLSRPT_ERROR_FINAL, NULL,
                    /* Translators: %s is the name of a member in a JSON file, such as “form” */
                    _("“%s” has a value of an unknown kind"), name);

  return FALSE;
}

static gboolean
check_version (const TlsrptJsonValue  *value,
               GError                **error)
{
  if (value->type != TLSRPT_JSON_INTEGER || value->integer < 1)
    return refuse_member ("version", error);

  if (value->integer > VERSION)
    {
      tlsrpt_error_set (error, TLSRPT_ERROR_STATE_VERSION, TLSRPT_ERROR_FINAL, NULL,
                        _("A later version of this program wrote the file"));
      return FALSE;
    }

  return TRUE;
}

static gboolean
read_members (TlsrptState            *self,
              const TlsrptJsonValue  *root,
              GError                **error)
{
  static const TlsrptJsonKey version_key = TLSRPT_JSON_KEY ("version", 0);
  TlsrptJsonValue values[G_N_ELEMENTS (members)];
  TlsrptJsonKey keys[G_N_ELEMENTS (members)];
  TlsrptJsonValue version;

  if (root->type != TLSRPT_JSON_OBJECT)
    {
      tlsrpt_error_set (error, TLSRPT_ERROR_STATE, TLSRPT_ERROR_FINAL, NULL,
                        _("The file is not an object of JSON"));
      return FALSE;
    }

  tlsrpt_json_get_members (root, &version_key, 1, &version, 1);
  if (!check_version (&version, error))
    return FALSE;

  for (gsize i = 0; i < G_N_ELEMENTS (members); i++)
    keys[i] = members[i].key;

  tlsrpt_json_get_members (root, keys, G_N_ELEMENTS (keys), values, G_N_ELEMENTS (values));
  for (gsize i = 0; i < G_N_ELEMENTS (members); i++)
    {
      if (values[i].type != TLSRPT_JSON_ABSENT && !members[i].read (self, &values[i]))
        return refuse_member (members[i].key.name, error);
    }

  return TRUE;
}

/**
 * tlsrpt_state_new_from_json:
 * @text: what [method@State.to_json] returned
 * @length: its octets
 * @error: return location for an error
 *
 * Reads a state.  It is whole or nothing: whoever gets an error keeps the text, which
 * may hold more than this program understands.
 *
 * Returns: (transfer full) (nullable): the state
 */
TlsrptState *
tlsrpt_state_new_from_json (const char  *text,
                            gsize        length,
                            GError     **error)
{
  g_autoptr (TlsrptState) self = tlsrpt_state_new ();
  g_autoptr (TlsrptJsonParser) parser = tlsrpt_json_parser_new ();
  TlsrptJsonStatus status;
  TlsrptJsonValue root;

  g_return_val_if_fail (text != NULL, NULL);

  if (length > TLSRPT_LIMIT_STATE)
    {
      g_autofree char *size = g_format_size_full (TLSRPT_LIMIT_STATE, G_FORMAT_SIZE_IEC_UNITS);

      tlsrpt_error_set (error, TLSRPT_ERROR_TOO_LONG, TLSRPT_ERROR_FINAL, NULL,
                        /* Translators: %s is a size, such as “8 MiB” */
                        _("The file is larger than %s"), size);
      return NULL;
    }

  status = tlsrpt_json_parser_parse (parser, text, length, length, &root);
  if (status != TLSRPT_JSON_OK)
    {
      tlsrpt_json_set_error (error, status, text, length);
      return NULL;
    }

  if (!read_members (self, &root, error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * tlsrpt_state_to_json:
 * @now: the time
 *
 * Writes the state, for people as well: a member a line.
 *
 * Returns: (transfer full): JSON in ASCII
 */
char *
tlsrpt_state_to_json (TlsrptState *self,
                      GDateTime   *now)
{
  g_autoptr (GDateTime) utc = NULL;
  g_autofree char *saved = NULL;
  TlsrptJsonWriter writer;
  GString *text;

  g_return_val_if_fail (TLSRPT_IS_STATE (self), NULL);

  utc = g_date_time_to_utc (now);
  saved = g_date_time_format (utc, "%Y-%m-%dT%H:%M:%SZ");
  text = g_string_new (NULL);
  tlsrpt_json_writer_init (&writer, text, TLSRPT_JSON_INDENTED);
  tlsrpt_json_writer_begin_object (&writer, NULL);
  tlsrpt_json_writer_integer (&writer, "version", VERSION);
  tlsrpt_json_writer_string (&writer, "saved", saved);
  for (gsize i = 0; i < G_N_ELEMENTS (members); i++)
    {
      if (members[i].write != NULL)
        members[i].write (self, &writer);
    }
  tlsrpt_json_writer_end_object (&writer);
  g_string_append_c (text, '\n');

  return g_string_free (text, FALSE);
}

/**
 * tlsrpt_state_get_saved:
 *
 * Gets when the state that was read was written.
 *
 * Returns: (transfer none) (nullable): the time, or `NULL` if it was not read
 */
GDateTime *
tlsrpt_state_get_saved (TlsrptState *self)
{
  g_return_val_if_fail (TLSRPT_IS_STATE (self), NULL);

  return self->saved;
}

/**
 * tlsrpt_state_clear:
 *
 * Forgets everything.
 */
void
tlsrpt_state_clear (TlsrptState *self)
{
  g_return_if_fail (TLSRPT_IS_STATE (self));

  clear (self);
  tlsrpt_state_domains_changed (self);
}

/**
 * tlsrpt_state_get_view:
 *
 * Gets the name of the view that was shown last.
 *
 * Returns: (transfer none) (nullable): the name, which may be that of no view
 */
const char *
tlsrpt_state_get_view (TlsrptState *self)
{
  g_return_val_if_fail (TLSRPT_IS_STATE (self), NULL);

  return self->view;
}

void
tlsrpt_state_set_view (TlsrptState *self,
                       const char  *view)
{
  g_return_if_fail (TLSRPT_IS_STATE (self));
  g_return_if_fail (view == NULL || is_view (view, strlen (view)));

  if (g_strcmp0 (self->view, view) == 0)
    return;

  g_free (self->view);
  self->view = g_strdup (view);
  tlsrpt_state_changed (self);
}

void
tlsrpt_state_changed (TlsrptState *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

void
tlsrpt_state_domains_changed (TlsrptState *self)
{
  tlsrpt_state_changed (self);
  g_signal_emit (self, signals[SIGNAL_DOMAINS_CHANGED], 0);
}
