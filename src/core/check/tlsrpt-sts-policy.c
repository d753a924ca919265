/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-sts-policy.h"

#include "tlsrpt-display.h"
#include "tlsrpt-error.h"
#include "tlsrpt-limits.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define VERSION "STSv1"

/* Longest name of a field (RFC 8461 section 3.2). */
#define MAX_FIELD_NAME 32

/* 1*10(DIGIT) */
#define MAX_DIGITS 10

struct _TlsrptStsPolicy
{
  TlsrptStsMode   mode;
  guint           max_age;
  GPtrArray      *patterns; /* ends in NULL */
  TlsrptStsFlaws  flaws;
};

typedef enum
{
  FIELD_VERSION = 1 << 0,
  FIELD_MODE = 1 << 1,
  FIELD_MAX_AGE = 1 << 2,
  FIELD_MX = 1 << 3,
} Field;

static const char *const modes[] = {
  [TLSRPT_STS_MODE_NONE] = "none",
  [TLSRPT_STS_MODE_TESTING] = "testing",
  [TLSRPT_STS_MODE_ENFORCE] = "enforce",
};

const char *
tlsrpt_sts_mode_get_token (TlsrptStsMode mode)
{
  g_return_val_if_fail ((gsize) mode < G_N_ELEMENTS (modes), NULL);

  return modes[mode];
}

/* “example.com” or “*.example.com”: letters, digits and hyphens (RFC 5321 section
 * 4.1.2). */
static gboolean
is_pattern (const char *pattern)
{
  g_auto (GStrv) labels = NULL;

  if (g_str_has_prefix (pattern, "*."))
    pattern += 2;

  if (strlen (pattern) > TLSRPT_LIMIT_NAME)
    return FALSE;

  labels = g_strsplit (pattern, ".", -1);
  for (gsize i = 0; labels[i] != NULL; i++)
    {
      gsize length = strlen (labels[i]);

      if (length == 0 || length > TLSRPT_LIMIT_LABEL || labels[i][0] == '-' ||
          labels[i][length - 1] == '-')
        return FALSE;

      for (gsize j = 0; j < length; j++)
        {
          if (!g_ascii_isalnum (labels[i][j]) && labels[i][j] != '-')
            return FALSE;
        }
    }

  return labels[0] != NULL;
}

static gboolean
set_version (TlsrptStsPolicy  *self,
             const char       *value,
             GError          **error)
{
  g_autofree char *shown = NULL;

  if (g_str_equal (value, VERSION))
    return TRUE;

  shown = tlsrpt_display_isolate (value, -1);
  tlsrpt_error_set (error, TLSRPT_ERROR_STS_VERSION, TLSRPT_ERROR_FINAL, NULL,
                    /* Translators: the first %s is what was found, the second is “STSv1” */
                    _("The version is “%s”; only “%s” is defined"), shown, VERSION);

  return FALSE;
}

static gboolean
set_mode (TlsrptStsPolicy  *self,
          const char       *value,
          GError          **error)
{
  g_autofree char *shown = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (modes); i++)
    {
      if (g_str_equal (value, modes[i]))
        {
          self->mode = (TlsrptStsMode) i;
          return TRUE;
        }
    }

  shown = tlsrpt_display_isolate (value, -1);
  tlsrpt_error_set (error, TLSRPT_ERROR_STS_MODE, TLSRPT_ERROR_FINAL, NULL,
                    /* Translators: %s is what was found */
                    _("The mode is “%s”; it must be “enforce”, “testing”, or “none”"), shown);

  return FALSE;
}

static gboolean
set_max_age (TlsrptStsPolicy  *self,
             const char       *value,
             GError          **error)
{
  g_autofree char *shown = NULL;
  guint64 seconds;

  if (strlen (value) <= MAX_DIGITS &&
      g_ascii_string_to_unsigned (value, 10, 0, TLSRPT_STS_MAX_AGE_MOST, &seconds, NULL))
    {
      self->max_age = (guint) seconds;
      return TRUE;
    }

  shown = tlsrpt_display_isolate (value, -1);
  tlsrpt_error_set (error, TLSRPT_ERROR_STS_MAX_AGE, TLSRPT_ERROR_FINAL, NULL,
                    /* Translators: %s is what was found, %d a number of seconds */
                    _("The max_age is “%s”; it must be a number of seconds up to %d"), shown,
                    TLSRPT_STS_MAX_AGE_MOST);

  return FALSE;
}

static gboolean
add_pattern (TlsrptStsPolicy  *self,
             const char       *value,
             GError          **error)
{
  g_autofree char *shown = NULL;

  if (is_pattern (value))
    {
      g_ptr_array_add (self->patterns, g_ascii_strdown (value, -1));
      return TRUE;
    }

  shown = tlsrpt_display_isolate (value, -1);
  tlsrpt_error_set (error, TLSRPT_ERROR_STS_MX, TLSRPT_ERROR_FINAL, NULL,
                    /* Translators: %s is what was found */
                    _("“%s” is not the name of a mail server, such as mx.example.com or "
                      "*.example.com"),
                    shown);

  return FALSE;
}

static const struct
{
  const char *name;
  Field       field;
  gboolean  (*set) (TlsrptStsPolicy  *self,
                    const char       *value,
                    GError          **error);
} fields[] = {
  { "version", FIELD_VERSION, set_version },
  { "mode", FIELD_MODE, set_mode },
  { "max_age", FIELD_MAX_AGE, set_max_age },
  { "mx", FIELD_MX, add_pattern },
};

static gboolean
is_field_name (const char *name,
               gsize       length)
{
  if (length == 0 || length > MAX_FIELD_NAME || !g_ascii_isalnum (name[0]))
    return FALSE;

  for (gsize i = 0; i < length; i++)
    {
      if (!g_ascii_isalnum (name[i]) && strchr ("_-.", name[i]) == NULL)
        return FALSE;
    }

  return TRUE;
}

/* sts-policy-ext-value: anything visible, and spaces inside. */
static gboolean
is_field_value (const char *value)
{
  if (*value == '\0')
    return FALSE;

  for (; *value != '\0'; value++)
    {
      if (g_ascii_iscntrl (*value))
        return FALSE;
    }

  return TRUE;
}

static void
set_syntax_error (GError     **error,
                  const char  *line,
                  guint        number)
{
  g_autofree char *shown = tlsrpt_display_isolate (line, -1);

  tlsrpt_error_set (error, TLSRPT_ERROR_STS_SYNTAX, TLSRPT_ERROR_FINAL, NULL,
                    /* Translators: %u is a line’s number, %s the line */
                    _("Line %u is not a field such as “mode: enforce”: “%s”"), number, shown);
}

/* One field, without white space behind it (RFC 8461 section 3.2). */
static gboolean
read_field (TlsrptStsPolicy  *self,
            const char       *line,
            guint             number,
            Field            *found,
            GError          **error)
{
  const char *colon = strchr (line, ':');
  const char *value;
  gsize name_length;

  if (colon == NULL || !is_field_name (line, (gsize) (colon - line)))
    {
      set_syntax_error (error, line, number);
      return FALSE;
    }

  name_length = (gsize) (colon - line);
  value = colon + 1 + strspn (colon + 1, " \t");
  if (!is_field_value (value))
    {
      set_syntax_error (error, line, number);
      return FALSE;
    }

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      if (strncmp (line, fields[i].name, name_length) != 0 || fields[i].name[name_length] != '\0')
        continue;

      /* All entries but the first are ignored. */
      if ((*found & fields[i].field) && fields[i].field != FIELD_MX)
        {
          self->flaws |= TLSRPT_STS_FLAW_REPEATED;
          return TRUE;
        }

      *found |= fields[i].field;
      return fields[i].set (self, value, error);
    }

  /* Unknown fields are ignored. */
  return TRUE;
}

static gboolean
read_lines (TlsrptStsPolicy  *self,
            const char       *text,
            Field            *found,
            GError          **error)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      gboolean is_last = lines[i + 1] == NULL;
      gsize length = strlen (lines[i]);

      /* A line ends in LF or CRLF; a CR at the end of the text ends nothing. */
      if (!is_last && length > 0 && lines[i][length - 1] == '\r')
        lines[i][--length] = '\0';

      if (is_last && length == 0)
        break;

      /* White space may follow a field. */
      while (length > 0 && strchr (" \t", lines[i][length - 1]) != NULL)
        lines[i][--length] = '\0';

      if (length == 0)
        {
          self->flaws |= TLSRPT_STS_FLAW_BLANK_LINE;
          continue;
        }

      if (!read_field (self, lines[i], i + 1, found, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
require_fields (TlsrptStsPolicy  *self,
                Field             found,
                GError          **error)
{
  static const struct
  {
    Field       field;
    TlsrptError code;
    const char *name;
  } required[] = {
    { FIELD_VERSION, TLSRPT_ERROR_STS_VERSION, "version" },
    { FIELD_MODE, TLSRPT_ERROR_STS_MODE, "mode" },
    { FIELD_MAX_AGE, TLSRPT_ERROR_STS_MAX_AGE, "max_age" },
    { FIELD_MX, TLSRPT_ERROR_STS_MX, "mx" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (required); i++)
    {
      if (found & required[i].field)
        continue;

      /* A policy with mode “none” needs no “mx”. */
      if (required[i].field == FIELD_MX && self->mode == TLSRPT_STS_MODE_NONE)
        continue;

      tlsrpt_error_set (error, required[i].code, TLSRPT_ERROR_FINAL, NULL,
                        /* Translators: %s is the name of a field, such as “max_age” */
                        _("The field “%s” is missing"), required[i].name);
      return FALSE;
    }

  return TRUE;
}

/**
 * tlsrpt_sts_policy_parse:
 * @text: the policy as the policy host serves it
 * @length: octets of @text
 * @error: return location for an error
 *
 * Judges a policy by the grammar of RFC 8461 section 3.2.
 *
 * Returns: (transfer full) (nullable): the policy, or `NULL` with @error set
 */
TlsrptStsPolicy *
tlsrpt_sts_policy_parse (const char  *text,
                         gsize        length,
                         GError     **error)
{
  g_autoptr (TlsrptStsPolicy) self = NULL;
  g_autofree char *copy = NULL;
  Field found = 0;

  if (!g_utf8_validate_len (text, length, NULL))
    {
      tlsrpt_error_set (error, TLSRPT_ERROR_ENCODING, TLSRPT_ERROR_FINAL, NULL,
                        _("The policy is not UTF-8 text"));
      return NULL;
    }

  if (length == 0)
    {
      tlsrpt_error_set (error, TLSRPT_ERROR_EMPTY, TLSRPT_ERROR_FINAL, NULL,
                        _("The policy is empty"));
      return NULL;
    }

  self = g_new0 (TlsrptStsPolicy, 1);
  self->patterns = g_ptr_array_new_with_free_func (g_free);
  copy = g_strndup (text, length);
  if (!read_lines (self, copy, &found, error) || !require_fields (self, found, error))
    return NULL;

  if (self->max_age < TLSRPT_STS_MAX_AGE_SHORT && self->mode != TLSRPT_STS_MODE_NONE)
    self->flaws |= TLSRPT_STS_FLAW_SHORT;
  g_ptr_array_add (self->patterns, NULL);

  return g_steal_pointer (&self);
}

void
tlsrpt_sts_policy_free (TlsrptStsPolicy *self)
{
  g_ptr_array_unref (self->patterns);
  g_free (self);
}

TlsrptStsMode
tlsrpt_sts_policy_get_mode (TlsrptStsPolicy *self)
{
  return self->mode;
}

guint
tlsrpt_sts_policy_get_max_age (TlsrptStsPolicy *self)
{
  return self->max_age;
}

/**
 * tlsrpt_sts_policy_get_patterns:
 * @self: a policy
 *
 * Gets the names of the mail servers, in lower case.
 *
 * Returns: (array zero-terminated=1): names; one may begin with “*.”
 */
const char *const *
tlsrpt_sts_policy_get_patterns (TlsrptStsPolicy *self)
{
  return (const char *const *) self->patterns->pdata;
}

TlsrptStsFlaws
tlsrpt_sts_policy_get_flaws (TlsrptStsPolicy *self)
{
  return self->flaws;
}

/**
 * tlsrpt_sts_pattern_matches:
 * @pattern: a name, or one that begins with “*.”, in lower case
 * @host: the name of a mail server, in lower case
 *
 * Tells whether @pattern is about @host.  A wildcard stands for exactly one label, the
 * leftmost (RFC 8461 section 4.1).
 *
 * Returns: `TRUE` if it is
 */
gboolean
tlsrpt_sts_pattern_matches (const char *pattern,
                            const char *host)
{
  const char *dot = strchr (host, '.');

  if (pattern[0] == '*')
    return dot != NULL && dot != host && g_str_equal (pattern + 1, dot);

  return g_str_equal (pattern, host);
}

/**
 * tlsrpt_sts_policy_allows:
 * @self: a policy
 * @host: the name of a mail server, in lower case
 *
 * Tells whether mail may go to @host.
 *
 * Returns: `TRUE` if a pattern matches
 */
gboolean
tlsrpt_sts_policy_allows (TlsrptStsPolicy *self,
                          const char      *host)
{
  const char *const *patterns = tlsrpt_sts_policy_get_patterns (self);

  for (gsize i = 0; patterns[i] != NULL; i++)
    {
      if (tlsrpt_sts_pattern_matches (patterns[i], host))
        return TRUE;
    }

  return FALSE;
}
