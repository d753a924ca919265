/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-host.h"

#include "tlsrpt-display.h"
#include "tlsrpt-error.h"
#include "tlsrpt-limits.h"
#include "tlsrpt-text.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <idn2.h>
#include <string.h>

/* The code points that IDNA and UTS 46 take for a dot. */
static gboolean
is_dot (gunichar c)
{
  return c == '.' || c == 0x3002 || c == 0xff0e || c == 0xff61;
}

/* libidn2 deletes some characters and maps others to something dangerous, so
 * what cannot stand in a name is refused before it gets there.  The joiners
 * U+200C and U+200D pass: IDNA2008 knows where they may stand. */
static gboolean
is_allowed (gunichar c)
{
  if (c < 0x80)
    return g_ascii_isalnum (c) || c == '-' || c == '.';

  if (c == 0x200c || c == 0x200d)
    return TRUE;

  return g_unichar_isgraph (c) && g_unichar_type (c) != G_UNICODE_FORMAT &&
         g_unichar_type (c) != G_UNICODE_PRIVATE_USE && c != 0x034f && c != 0x115f &&
         c != 0x1160 && c != 0x3164 && c != 0xffa0 && !(c >= 0xfe00 && c <= 0xfe0f) &&
         !(c >= 0xe0000 && c <= 0xe0fff);
}

static gboolean
check_characters (const char  *text,
                  gsize        length,
                  GError     **error)
{
  for (const char *p = text; p < text + length; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      g_autofree char *shown = NULL;
      g_autofree char *described = NULL;

      if (is_allowed (c))
        continue;

      shown = tlsrpt_display_isolate (text, length);
      described = tlsrpt_text_describe (c);
      tlsrpt_error_set (error, TLSRPT_ERROR_CHARACTER, TLSRPT_ERROR_FINAL, NULL,
                        /* Translators: the first %s is a domain name as typed, the second is
                         * “a space”, “the character “,”” or the like */
                        _("“%s” holds %s, which cannot stand in a domain name"),
                        shown, described);
      return FALSE;
    }

  return TRUE;
}

/* An empty label is judged on what was typed, so that the message can show it.
 * One dot at the end is the root's and no fault. */
static gboolean
check_dots (const char  *text,
            gsize        length,
            GError     **error)
{
  gboolean was_dot = TRUE;

  for (const char *p = text; p < text + length; p = g_utf8_next_char (p))
    {
      gboolean dot = is_dot (g_utf8_get_char (p));

      if (dot && was_dot)
        {
          g_autofree char *shown = tlsrpt_display_isolate (text, length);

          tlsrpt_error_set (error, TLSRPT_ERROR_DOMAIN_EMPTY_LABEL, TLSRPT_ERROR_FINAL, NULL,
                            p == text
                              /* Translators: %s is a domain name as typed */
                              ? _("“%s” begins with a dot")
                              /* Translators: %s is a domain name as typed */
                              : _("“%s” has two dots in a row"),
                            shown);
          return FALSE;
        }

      was_dot = dot;
    }

  return TRUE;
}

/* Checks a name as labels of letters, digits and hyphens (RFC 5890 section
 * 2.3.1), lower case by now.  The last label must not look like a number: no
 * top-level domain does, but an IPv4 address would (RFC 3696 section 2). */
static gboolean
check_labels (const char  *name,
              gsize        limit,
              GError     **error)
{
  g_autofree char *shown = NULL;
  const char *label = name;
  gsize n_labels = 0;

  for (;;)
    {
      gsize length = strcspn (label, ".");
      gboolean is_last = label[length] == '\0';

      n_labels++;

      if (length > TLSRPT_LIMIT_LABEL)
        {
          shown = tlsrpt_display_isolate (label, length);
          tlsrpt_error_set (error, TLSRPT_ERROR_DOMAIN_LABEL_TOO_LONG, TLSRPT_ERROR_FINAL, NULL,
                            /* Translators: %s is a part of a domain name, %d a number */
                            _("“%s” is longer than the %d octets that a part of a name may have"),
                            shown, TLSRPT_LIMIT_LABEL);
          return FALSE;
        }

      if (label[0] == '-' || label[length - 1] == '-')
        {
          shown = tlsrpt_display_isolate (label, length);
          tlsrpt_error_set (error, TLSRPT_ERROR_DOMAIN_HYPHEN,
                            is_last && label[0] != '-' ? TLSRPT_ERROR_INCOMPLETE
                                                       : TLSRPT_ERROR_FINAL,
                            NULL,
                            /* Translators: %s is a part of a domain name */
                            _("“%s” begins or ends with a hyphen"), shown);
          return FALSE;
        }

      if (length >= 4 && label[2] == '-' && label[3] == '-' && strncmp (label, "xn--", 4) != 0)
        {
          shown = tlsrpt_display_isolate (label, length);
          tlsrpt_error_set (error, TLSRPT_ERROR_DOMAIN_HYPHEN, TLSRPT_ERROR_FINAL, NULL,
                            /* Translators: %s is a part of a domain name */
                            _("“%s” has two hyphens in third and fourth place, which is reserved"),
                            shown);
          return FALSE;
        }

      if (is_last)
        {
          if (strspn (label, "0123456789") == length)
            {
              shown = tlsrpt_display_isolate (name, -1);
              tlsrpt_error_set (error, TLSRPT_ERROR_DOMAIN_IP_ADDRESS, TLSRPT_ERROR_INCOMPLETE,
                                NULL,
                                g_hostname_is_ip_address (name)
                                  /* Translators: %s is what was typed */
                                  ? _("“%s” is an IP address, not a domain name")
                                  /* Translators: %s is what was typed */
                                  : _("“%s” ends in a number, as no domain name does"),
                                shown);
              return FALSE;
            }
          break;
        }

      label += length + 1;
    }

  if (n_labels < 2)
    {
      shown = tlsrpt_display_isolate (name, -1);
      tlsrpt_error_set (error, TLSRPT_ERROR_DOMAIN_SINGLE_LABEL, TLSRPT_ERROR_INCOMPLETE, NULL,
                        /* Translators: %s is what was typed */
                        _("“%s” is not a full domain name, such as example.com"), shown);
      return FALSE;
    }

  if (strlen (name) > limit)
    {
      tlsrpt_error_set (error, TLSRPT_ERROR_TOO_LONG, TLSRPT_ERROR_FINAL, NULL,
                        /* Translators: %d is a number of octets */
                        _("The domain name is longer than %d octets"), (int) limit);
      return FALSE;
    }

  return TRUE;
}

/* The way of nearly every name: letters, digits and hyphens that IDNA leaves as
 * they are, apart from case.  One pass, and no word about what is wrong: whatever
 * is not plain or not right goes the long way. */
static char *
convert_plain (const char *text,
               gsize       length,
               gsize       limit)
{
  g_autofree char *name = NULL;
  gsize label_start = 0;
  gsize n_labels = 0;
  gboolean is_number = TRUE;

  if (length > 0 && text[length - 1] == '.')
    length--;
  if (length == 0 || length > limit)
    return NULL;

  name = g_malloc (length + 1);
  for (gsize i = 0; i <= length; i++)
    {
      char c = i < length ? text[i] : '.';

      if (g_ascii_isalnum (c))
        {
          is_number = is_number && g_ascii_isdigit (c);
          name[i] = g_ascii_tolower (c);
        }
      else if (c == '-')
        {
          /* At the start, or where “xn--” and its like have theirs. */
          if (i == label_start || (i == label_start + 3 && name[i - 1] == '-'))
            return NULL;
          is_number = FALSE;
          name[i] = c;
        }
      else if (c == '.')
        {
          gsize size = i - label_start;

          if (size == 0 || size > TLSRPT_LIMIT_LABEL || name[i - 1] == '-')
            return NULL;
          if (i == length)
            break;

          n_labels++;
          label_start = i + 1;
          is_number = TRUE;
          name[i] = c;
        }
      else
        {
          return NULL;
        }
    }

  if (n_labels == 0 || is_number)
    return NULL;

  name[length] = '\0';

  return g_steal_pointer (&name);
}

/* Whether a name is ASCII and IDNA has nothing to say about it. */
static gboolean
is_plain (const char *text,
          gsize       length)
{
  for (gsize i = 0; i < length; i++)
    {
      if ((guchar) text[i] >= 0x80)
        return FALSE;

      if ((i == 0 || text[i - 1] == '.') && tlsrpt_text_has_prefix (text + i, "xn--"))
        return FALSE;
    }

  return TRUE;
}

static char *
lookup (const char  *text,
        gsize        length,
        GError     **error)
{
  g_autofree char *copy = g_strndup (text, length);
  g_autofree char *shown = NULL;
  g_autofree char *result = NULL;
  uint8_t *ascii = NULL;
  int status;

  status = idn2_lookup_u8 ((const uint8_t *) copy, &ascii,
                           IDN2_NFC_INPUT | IDN2_NONTRANSITIONAL);
  if (status == IDN2_OK)
    {
      result = g_strdup ((const char *) ascii);
      idn2_free (ascii);
      return g_steal_pointer (&result);
    }

  shown = tlsrpt_display_isolate (text, length);
  switch (status)
    {
    case IDN2_TOO_BIG_LABEL:
      tlsrpt_error_set (error, TLSRPT_ERROR_DOMAIN_LABEL_TOO_LONG, TLSRPT_ERROR_FINAL, NULL,
                        /* Translators: %s is a domain name as typed, %d a number */
                        _("A part of “%s” is longer than %d octets"), shown, TLSRPT_LIMIT_LABEL);
      break;

    case IDN2_TOO_BIG_DOMAIN:
      tlsrpt_error_set (error, TLSRPT_ERROR_TOO_LONG, TLSRPT_ERROR_FINAL, NULL,
                        /* Translators: %d is a number of octets */
                        _("The domain name is longer than %d octets"), TLSRPT_LIMIT_NAME);
      break;

    case IDN2_HYPHEN_STARTEND:
    case IDN2_2HYPHEN:
      tlsrpt_error_set (error, TLSRPT_ERROR_DOMAIN_HYPHEN, TLSRPT_ERROR_INCOMPLETE, NULL,
                        /* Translators: %s is a domain name as typed */
                        _("“%s” has a hyphen where none may stand"), shown);
      break;

    default:
      /* An “xn--” label is wrong until it is whole. */
      tlsrpt_error_set (error, TLSRPT_ERROR_DOMAIN_IDN, TLSRPT_ERROR_INCOMPLETE, NULL,
                        /* Translators: the first %s is a domain name as typed, the second is
                         * the reason that the IDNA library gives */
                        _("“%s” is not an internationalized domain name (%s)"),
                        shown, idn2_strerror (status));
      break;
    }

  return NULL;
}

/**
 * tlsrpt_host_to_ascii:
 * @text: a name as typed, UTF-8, without white space around it
 * @length: octets of @text
 * @limit: octets that the result may have
 * @error: return location for an error
 *
 * Converts a name to A-labels (RFC 5890 section 2.3.2.1, after the mapping of
 * UTS 46), in lower case and without a final dot.  A name of one label, a number
 * and an IP address are refused.
 *
 * Returns: (transfer full) (nullable): the name, or `NULL` with @error set
 */
char *
tlsrpt_host_to_ascii (const char  *text,
                      gsize        length,
                      gsize        limit,
                      GError     **error)
{
  g_autofree char *ascii = NULL;
  gsize size;

  ascii = convert_plain (text, length, limit);
  if (ascii != NULL)
    return g_steal_pointer (&ascii);

  if (!check_characters (text, length, error) || !check_dots (text, length, error))
    return NULL;

  if (is_plain (text, length))
    {
      ascii = g_ascii_strdown (text, length);
    }
  else
    {
      ascii = lookup (text, length, error);
      if (ascii == NULL)
        return NULL;

      /* The mapping may make anything of a character, a dot included. */
      if (!check_characters (ascii, strlen (ascii), error) ||
          !check_dots (ascii, strlen (ascii), error))
        return NULL;
    }

  size = strlen (ascii);
  if (size > 0 && ascii[size - 1] == '.')
    ascii[size - 1] = '\0';

  if (ascii[0] == '\0')
    {
      tlsrpt_error_set (error, TLSRPT_ERROR_DOMAIN_EMPTY_LABEL, TLSRPT_ERROR_INCOMPLETE, NULL,
                        _("The domain name is missing"));
      return NULL;
    }

  if (!check_labels (ascii, limit, error))
    return NULL;

  return g_steal_pointer (&ascii);
}

/**
 * tlsrpt_host_to_unicode:
 * @host: a name in A-labels
 *
 * Converts a name to the form that people read.  Show it beside the A-labels,
 * never alone: two different names can look the same.
 *
 * Returns: (transfer full): the name in U-labels, or @host if it has none
 */
char *
tlsrpt_host_to_unicode (const char *host)
{
  g_autofree char *result = NULL;
  char *unicode = NULL;

  if (strstr (host, "xn--") == NULL ||
      idn2_to_unicode_8z8z (host, &unicode, IDN2_NONTRANSITIONAL) != IDN2_OK)
    return g_strdup (host);

  result = g_strdup (unicode);
  idn2_free (unicode);

  return g_steal_pointer (&result);
}

/* Cyrillic and Greek letters that look like Latin ones in most typefaces (from
 * the confusables of Unicode Technical Standard 39). */
static gboolean
looks_latin (gunichar c)
{
  static const gunichar lookalikes[] = {
    0x03b1, 0x03b9, 0x03bd, 0x03bf, 0x03c1, 0x03c5, 0x0430, 0x0435, 0x043e, 0x0440,
    0x0441, 0x0443, 0x0445, 0x0455, 0x0456, 0x0458, 0x04bb, 0x04cf, 0x0501, 0x051b,
    0x051d,
  };

  for (gsize i = 0; i < G_N_ELEMENTS (lookalikes); i++)
    {
      if (lookalikes[i] == c)
        return TRUE;
    }

  return FALSE;
}

/**
 * tlsrpt_host_is_lookalike:
 * @unicode: a name in U-labels
 *
 * Tells whether a label could be taken for a Latin one: it mixes Latin with
 * Cyrillic or Greek, or all of its letters have a Latin double.
 *
 * Returns: `TRUE` if the name can deceive the eye
 */
gboolean
tlsrpt_host_is_lookalike (const char *unicode)
{
  gboolean has_latin = FALSE;
  gboolean has_other = FALSE;
  gboolean all_alike = TRUE;

  for (const char *p = unicode;; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '.' || c == '\0')
        {
          if (has_other && (has_latin || all_alike))
            return TRUE;
          if (c == '\0')
            return FALSE;

          has_latin = has_other = FALSE;
          all_alike = TRUE;
          continue;
        }

      switch (g_unichar_get_script (c))
        {
        case G_UNICODE_SCRIPT_LATIN:
          has_latin = TRUE;
          break;

        case G_UNICODE_SCRIPT_CYRILLIC:
        case G_UNICODE_SCRIPT_GREEK:
          has_other = TRUE;
          all_alike = all_alike && looks_latin (c);
          break;

        default:
          break;
        }
    }
}
