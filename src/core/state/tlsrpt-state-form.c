/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-state-private.h"

#include "tlsrpt-limits.h"
#include "tlsrpt-record.h"

#include <string.h>

/* Whether a text could hold a secret: a URL with a name and a password before its host, or
 * with a query, which is where tokens are.  It need not be finished, nor right: somebody
 * may have stopped typing in the middle of it. */
static gboolean
holds_secret (const char *text)
{
  if (strchr (text, '?') != NULL)
    return TRUE;

  if (g_ascii_strncasecmp (text, "mailto:", strlen ("mailto:")) == 0)
    text += strlen ("mailto:");

  return strchr (text, '@') != NULL &&
         (strpbrk (text, ":\\") != NULL || strstr (text, "//") != NULL);
}

/**
 * tlsrpt_state_is_private:
 * @text: what somebody typed
 *
 * Tells what is not kept.
 *
 * Returns: whether @text could hold a password
 */
gboolean
tlsrpt_state_is_private (const char *text)
{
  g_autofree char *folded = NULL;
  g_autofree char *decoded = NULL;

  /* Longer than any entry, so nobody knows what it is. */
  if (strlen (text) > TLSRPT_LIMIT_INPUT)
    return TRUE;

  /* As the form itself reads it: full-width characters are the plain ones. */
  folded = g_utf8_normalize (text, -1, G_NORMALIZE_ALL_COMPOSE);
  if (folded == NULL || holds_secret (folded))
    return TRUE;

  decoded = g_uri_unescape_string (folded, NULL);

  return decoded != NULL && holds_secret (decoded);
}

/* A form of which nothing was kept is none. */
static gboolean
is_blank (GVariant *form,
          guint     left_out)
{
  const char *domain;
  g_autoptr (GVariantIter) destinations = NULL;
  const char *text;
  guint kind;

  g_variant_get (form, "(&s&sua(us))", &domain, NULL, NULL, &destinations);
  if (domain[0] != '\0' || left_out > 0)
    return FALSE;

  while (g_variant_iter_next (destinations, "(u&s)", &kind, &text))
    {
      if (text[0] != '\0')
        return FALSE;
    }

  return TRUE;
}

static void
take_form (TlsrptState *self,
           GVariant    *form,
           guint        left_out)
{
  g_autoptr (GVariant) owned = g_variant_ref_sink (form);

  tlsrpt_state_form_clear (self);
  if (is_blank (owned, left_out))
    return;

  self->form = g_steal_pointer (&owned);
  self->left_out = left_out;
}

/**
 * tlsrpt_state_get_form:
 *
 * Gets the form.
 *
 * Returns: (transfer none) (nullable): the form, for [method@Record.restore], or `NULL`
 *   if it was empty
 */
GVariant *
tlsrpt_state_get_form (TlsrptState *self)
{
  g_return_val_if_fail (TLSRPT_IS_STATE (self), NULL);

  return self->form;
}

/**
 * tlsrpt_state_get_left_out:
 *
 * Counts what the form had and the state has not.
 *
 * Returns: how many entries could hold a password
 */
guint
tlsrpt_state_get_left_out (TlsrptState *self)
{
  g_return_val_if_fail (TLSRPT_IS_STATE (self), 0);

  return self->left_out;
}

/**
 * tlsrpt_state_set_form:
 * @form: what [method@Record.save] returned
 *
 * Keeps a form, less what could hold a password.
 */
void
tlsrpt_state_set_form (TlsrptState *self,
                       GVariant    *form)
{
  g_autoptr (GVariantIter) destinations = NULL;
  g_autoptr (GVariant) old = NULL;
  GVariantBuilder builder;
  const char *texts[2];
  const char *text;
  guint left_out = 0;
  guint old_left_out;
  guint kind;
  guint ttl;

  g_return_if_fail (TLSRPT_IS_STATE (self));
  g_return_if_fail (g_variant_is_of_type (form, TLSRPT_RECORD_STATE_TYPE));

  g_variant_get (form, "(&s&sua(us))", &texts[0], &texts[1], &ttl, &destinations);
  g_variant_builder_init (&builder, TLSRPT_RECORD_STATE_TYPE);
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      gboolean is_private = tlsrpt_state_is_private (texts[i]);

      g_variant_builder_add (&builder, "s", is_private ? "" : texts[i]);
      left_out += is_private;
    }
  g_variant_builder_add (&builder, "u", ttl);
  g_variant_builder_open (&builder, G_VARIANT_TYPE ("a(us)"));
  while (g_variant_iter_next (destinations, "(u&s)", &kind, &text))
    {
      if (tlsrpt_state_is_private (text))
        left_out++;
      else
        g_variant_builder_add (&builder, "(us)", kind, text);
    }
  g_variant_builder_close (&builder);

  old = g_steal_pointer (&self->form);
  old_left_out = self->left_out;
  take_form (self, g_variant_builder_end (&builder), left_out);

  if (old_left_out != self->left_out || (old == NULL) != (self->form == NULL) ||
      (old != NULL && !g_variant_equal (old, self->form)))
    tlsrpt_state_changed (self);
}

static const char *
get_text (const TlsrptJsonValue *value)
{
  return value->type == TLSRPT_JSON_TEXT ? value->string.text : "";
}

static gboolean
is_text (const TlsrptJsonValue *value)
{
  return value->type == TLSRPT_JSON_ABSENT ||
         (value->type == TLSRPT_JSON_TEXT && value->string.length <= TLSRPT_LIMIT_INPUT);
}

static gboolean
is_number (const TlsrptJsonValue *value,
           gint64                 limit)
{
  return value->type == TLSRPT_JSON_ABSENT ||
         (value->type == TLSRPT_JSON_INTEGER && value->integer >= 0 && value->integer <= limit);
}

/* An object with one member, whose name is the kind. */
static gboolean
read_destination (const TlsrptJsonValue *value,
                  GVariantBuilder       *builder)
{
  static const TlsrptJsonKey keys[] = {
    TLSRPT_JSON_KEY ("mail", 0),
    TLSRPT_JSON_KEY ("endpoint", 1),
  };
  static const guint kinds[] = { TLSRPT_FIELD_MAIL, TLSRPT_FIELD_ENDPOINT };
  TlsrptJsonValue values[G_N_ELEMENTS (keys)];

  if (value->type != TLSRPT_JSON_OBJECT)
    return FALSE;

  tlsrpt_json_get_members (value, keys, G_N_ELEMENTS (keys), values, G_N_ELEMENTS (values));
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      if (values[i].type != TLSRPT_JSON_ABSENT && is_text (&values[i]))
        {
          g_variant_builder_add (builder, "(us)", kinds[i], values[i].string.text);
          return TRUE;
        }
    }

  return FALSE;
}

static gboolean
read_destinations (const TlsrptJsonValue *value,
                   GVariantBuilder       *builder)
{
  TlsrptJsonIter iter;
  TlsrptJsonValue item;
  gboolean is_good = TRUE;

  if (value->type == TLSRPT_JSON_ABSENT)
    return TRUE;
  if (value->type != TLSRPT_JSON_ARRAY ||
      tlsrpt_json_iter_init (&iter, value) > TLSRPT_LIMIT_DESTINATIONS)
    return FALSE;

  while (is_good && tlsrpt_json_iter_next (&iter, &item))
    is_good = read_destination (&item, builder);

  return is_good;
}

gboolean
tlsrpt_state_form_read (TlsrptState           *self,
                        const TlsrptJsonValue *value)
{
  enum { DOMAIN, ZONE, TTL, DESTINATIONS, LEFT_OUT, N_SLOTS };
  static const TlsrptJsonKey keys[] = {
    TLSRPT_JSON_KEY ("domain", DOMAIN),
    TLSRPT_JSON_KEY ("zone", ZONE),
    TLSRPT_JSON_KEY ("ttl", TTL),
    TLSRPT_JSON_KEY ("destinations", DESTINATIONS),
    TLSRPT_JSON_KEY ("left_out", LEFT_OUT),
  };
  TlsrptJsonValue values[N_SLOTS];
  GVariantBuilder builder;

  if (value->type != TLSRPT_JSON_OBJECT)
    return FALSE;

  tlsrpt_json_get_members (value, keys, G_N_ELEMENTS (keys), values, N_SLOTS);
  if (!is_text (&values[DOMAIN]) || !is_text (&values[ZONE]) ||
      !is_number (&values[TTL], TLSRPT_LIMIT_TTL) ||
      !is_number (&values[LEFT_OUT], TLSRPT_LIMIT_DESTINATIONS + 2))
    return FALSE;

  g_variant_builder_init (&builder, TLSRPT_RECORD_STATE_TYPE);
  g_variant_builder_add (&builder, "s", get_text (&values[DOMAIN]));
  g_variant_builder_add (&builder, "s", get_text (&values[ZONE]));
  g_variant_builder_add (&builder, "u", values[TTL].type == TLSRPT_JSON_ABSENT
                                          ? TLSRPT_TTL_TESTING
                                          : (guint) values[TTL].integer);
  g_variant_builder_open (&builder, G_VARIANT_TYPE ("a(us)"));
  if (!read_destinations (&values[DESTINATIONS], &builder))
    {
      g_variant_builder_clear (&builder);
      return FALSE;
    }
  g_variant_builder_close (&builder);

  take_form (self, g_variant_builder_end (&builder),
             values[LEFT_OUT].type == TLSRPT_JSON_ABSENT ? 0 : (guint) values[LEFT_OUT].integer);

  return TRUE;
}

void
tlsrpt_state_form_write (TlsrptState      *self,
                         TlsrptJsonWriter *writer)
{
  g_autoptr (GVariantIter) destinations = NULL;
  const char *domain;
  const char *zone;
  const char *text;
  guint kind;
  guint ttl;

  if (self->form == NULL)
    return;

  g_variant_get (self->form, "(&s&sua(us))", &domain, &zone, &ttl, &destinations);
  tlsrpt_json_writer_begin_object (writer, "form");
  tlsrpt_json_writer_string (writer, "domain", domain);
  if (zone[0] != '\0')
    tlsrpt_json_writer_string (writer, "zone", zone);
  tlsrpt_json_writer_integer (writer, "ttl", ttl);
  tlsrpt_json_writer_begin_array (writer, "destinations");
  while (g_variant_iter_next (destinations, "(u&s)", &kind, &text))
    {
      tlsrpt_json_writer_begin_object (writer, NULL);
      tlsrpt_json_writer_string (writer, kind == TLSRPT_FIELD_ENDPOINT ? "endpoint" : "mail",
                                 text);
      tlsrpt_json_writer_end_object (writer);
    }
  tlsrpt_json_writer_end_array (writer);
  if (self->left_out > 0)
    tlsrpt_json_writer_integer (writer, "left_out", self->left_out);
  tlsrpt_json_writer_end_object (writer);
}

void
tlsrpt_state_form_clear (TlsrptState *self)
{
  g_clear_pointer (&self->form, g_variant_unref);
  self->left_out = 0;
}
