/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-remark.h"

#include "tlsrpt-list-store.h"

/**
 * TlsrptRemark:
 *
 * One thing to say about an input, a pasted text, or a record: what is wrong with it,
 * what was changed in it, or what is worth knowing.
 *
 * It does not change.  A finding, a change, or an error becomes a remark when somebody
 * wants to see it.
 */
struct _TlsrptRemark
{
  GObject         parent_instance;

  TlsrptSeverity  severity;
  char           *code;
  char           *message;
  char           *detail;
  char           *section;
  char           *repair;

  gboolean        has_range;
  TlsrptRange     range;
};

G_DEFINE_FINAL_TYPE (TlsrptRemark, tlsrpt_remark, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_MESSAGE,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
tlsrpt_remark_get_property (GObject    *object,
                            guint       property_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  TlsrptRemark *self = TLSRPT_REMARK (object);

  switch (property_id)
    {
    case PROP_MESSAGE:
      g_value_set_string (value, self->message);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
tlsrpt_remark_finalize (GObject *object)
{
  TlsrptRemark *self = TLSRPT_REMARK (object);

  g_free (self->code);
  g_free (self->message);
  g_free (self->detail);
  g_free (self->section);
  g_free (self->repair);

  G_OBJECT_CLASS (tlsrpt_remark_parent_class)->finalize (object);
}

static void
tlsrpt_remark_class_init (TlsrptRemarkClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = tlsrpt_remark_finalize;
  object_class->get_property = tlsrpt_remark_get_property;

  /**
   * TlsrptRemark:message:
   *
   * The sentence for people.
   */
  properties[PROP_MESSAGE] =
    g_param_spec_string ("message", NULL, NULL, NULL,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
tlsrpt_remark_init (TlsrptRemark *self)
{
}

/**
 * tlsrpt_remark_new:
 * @severity: how much it matters
 * @code: what it is about, stable and in lower case with hyphens
 * @repair: (nullable): what to put in place of the input it is about
 * @format: the message for people, translated, followed by its arguments
 *
 * Creates a remark on an input or a record as a whole.
 *
 * Returns: (transfer full): the remark
 */
TlsrptRemark *
tlsrpt_remark_new (TlsrptSeverity  severity,
                   const char     *code,
                   const char     *repair,
                   const char     *format,
                   ...)
{
  g_autofree char *message = NULL;
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);

  return tlsrpt_remark_new_from_parts (&(TlsrptRemarkParts) {
    .severity = severity,
    .code = code,
    .message = message,
    .repair = repair,
  });
}

/**
 * tlsrpt_remark_new_from_parts:
 * @parts: what it consists of
 *
 * Creates a remark that says more than [ctor@Remark.new] can.
 *
 * Returns: (transfer full): the remark
 */
TlsrptRemark *
tlsrpt_remark_new_from_parts (const TlsrptRemarkParts *parts)
{
  TlsrptRemark *self;

  g_return_val_if_fail (parts->code != NULL, NULL);
  g_return_val_if_fail (parts->message != NULL, NULL);

  self = g_object_new (TLSRPT_TYPE_REMARK, NULL);
  self->severity = parts->severity;
  self->code = g_strdup (parts->code);
  self->message = g_strdup (parts->message);
  self->detail = g_strdup (parts->detail);
  self->section = g_strdup (parts->section);
  self->repair = g_strdup (parts->repair);

  if (parts->range != NULL)
    {
      self->has_range = TRUE;
      self->range = *parts->range;
    }

  return self;
}

/**
 * tlsrpt_remark_get_severity:
 * @self: (nullable): a remark
 *
 * Returns: how much @self matters, `TLSRPT_SEVERITY_NONE` for no remark
 */
TlsrptSeverity
tlsrpt_remark_get_severity (TlsrptRemark *self)
{
  return self != NULL ? self->severity : TLSRPT_SEVERITY_NONE;
}

const char *
tlsrpt_remark_get_code (TlsrptRemark *self)
{
  g_return_val_if_fail (TLSRPT_IS_REMARK (self), NULL);

  return self->code;
}

const char *
tlsrpt_remark_get_message (TlsrptRemark *self)
{
  g_return_val_if_fail (TLSRPT_IS_REMARK (self), NULL);

  return self->message;
}

/**
 * tlsrpt_remark_get_detail:
 *
 * Returns: (nullable): why it is so
 */
const char *
tlsrpt_remark_get_detail (TlsrptRemark *self)
{
  g_return_val_if_fail (TLSRPT_IS_REMARK (self), NULL);

  return self->detail;
}

/**
 * tlsrpt_remark_get_section:
 *
 * Returns: (nullable): an RFC and a section of it for [func@reference_dup]
 */
const char *
tlsrpt_remark_get_section (TlsrptRemark *self)
{
  g_return_val_if_fail (TLSRPT_IS_REMARK (self), NULL);

  return self->section;
}

/**
 * tlsrpt_remark_get_repair:
 *
 * Returns: (nullable): what to put in place of what the remark is about; it may be
 *   empty
 */
const char *
tlsrpt_remark_get_repair (TlsrptRemark *self)
{
  g_return_val_if_fail (TLSRPT_IS_REMARK (self), NULL);

  return self->repair;
}

/**
 * tlsrpt_remark_get_range:
 *
 * Returns: (nullable): the part of a text that the remark is about; `NULL` if it is
 *   about all of it
 */
const TlsrptRange *
tlsrpt_remark_get_range (TlsrptRemark *self)
{
  g_return_val_if_fail (TLSRPT_IS_REMARK (self), NULL);

  return self->has_range ? &self->range : NULL;
}

/* Whether both say the same, wherever they say it of. */
static gboolean
says_same (TlsrptRemark *self,
           TlsrptRemark *other)
{
  return self->severity == other->severity && g_str_equal (self->code, other->code) &&
         g_str_equal (self->message, other->message) &&
         g_strcmp0 (self->detail, other->detail) == 0 &&
         g_strcmp0 (self->section, other->section) == 0 &&
         g_strcmp0 (self->repair, other->repair) == 0 && self->has_range == other->has_range;
}

/**
 * tlsrpt_remark_equal:
 * @self: (nullable): a remark
 * @other: (nullable): another
 *
 * Returns: whether both say the same of the same place
 */
gboolean
tlsrpt_remark_equal (TlsrptRemark *self,
                     TlsrptRemark *other)
{
  if (self == NULL || other == NULL)
    return self == other;

  return says_same (self, other) && self->range.start == other->range.start &&
         self->range.end == other->range.end;
}

/**
 * tlsrpt_remark_update_list:
 * @list: (element-type TlsrptRemark): what there was to say
 * @remarks: (element-type TlsrptRemark): what there is to say now
 *
 * Takes over what is new.  A remark that only moved, since somebody typed before it,
 * stays as it was, so that its row stays: at the same index of @remarks is the one with
 * the new range.
 */
void
tlsrpt_remark_update_list (GListStore *list,
                           GPtrArray  *remarks)
{
  tlsrpt_list_store_update (list, remarks, (GEqualFunc) (void *) says_same);
}
