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

/* How a label begins that stands for one with other letters (RFC 5890 section 2.3.2.1). */
#define A_LABEL_PREFIX "xn--"

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

  /* “≠”, “≮” and “≯” are “=”, “<” and “>” with a stroke, and refused as these are
   * by the STD3 rules alone (UTS 46 section 4), which libidn2 does not apply. */
  if (c == 0x2260 || c == 0x226e || c == 0x226f)
    return FALSE;

  return c == 0x200c || c == 0x200d || !tlsrpt_display_is_invisible (c);
}

static void
refuse_character (const char  *text,
                  gsize        length,
                  gunichar     c,
                  GError     **error)
{
  g_autofree char *shown = tlsrpt_display_isolate (text, length);
  g_autofree char *described = tlsrpt_text_describe (c);

  tlsrpt_error_set (error, TLSRPT_ERROR_CHARACTER, TLSRPT_ERROR_FINAL, NULL,
                    /* Translators: the first %s is a domain name as typed, the second is
                     * “a space”, “the character “,”” or the like */
                    _("“%s” contains %s, which is not allowed in a domain name"),
                    shown, described);
}

static gboolean
check_characters (const char  *text,
                  gsize        length,
                  GError     **error)
{
  for (const char *p = text; p < text + length; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (is_allowed (c))
        continue;

      refuse_character (text, length, c, error);
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

/* Whether the last label looks numeric: inet_aton() and web clients read “127.1” and
 * “0x7f.1” as IPv4 addresses. */
static gboolean
is_number (const char *label)
{
  if (label[0] == '0' && label[1] == 'x')
    return label[strspn (label + 2, "0123456789abcdef") + 2] == '\0';

  return label[strspn (label, "0123456789")] == '\0';
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
                            _("“%s” is too long: at most %d characters are allowed between dots"),
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

      if (length >= 4 && label[2] == '-' && label[3] == '-' && strncmp (label, A_LABEL_PREFIX, 4) != 0)
        {
          shown = tlsrpt_display_isolate (label, length);
          tlsrpt_error_set (error, TLSRPT_ERROR_DOMAIN_HYPHEN, TLSRPT_ERROR_FINAL, NULL,
                            /* Translators: %s is a part of a domain name */
                            _("“%s” has hyphens as its third and fourth characters, which is "
                              "reserved"),
                            shown);
          return FALSE;
        }

      if (is_last)
        {
          if (is_number (label))
            {
              shown = tlsrpt_display_isolate (name, -1);
              tlsrpt_error_set (error, TLSRPT_ERROR_DOMAIN_IP_ADDRESS, TLSRPT_ERROR_INCOMPLETE,
                                NULL,
                                g_hostname_is_ip_address (name)
                                  /* Translators: %s is what was typed */
                                  ? _("“%s” is an IP address, not a domain name")
                                  /* Translators: %s is what was typed */
                                  : _("“%s” ends in a number; a domain name cannot"),
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
                        /* Translators: %d is a number of bytes */
                        _("The domain name is longer than %d bytes"), (int) limit);
      return FALSE;
    }

  return TRUE;
}

/**
 * tlsrpt_host_write_plain:
 * @text: a name as typed
 * @length: octets of @text
 * @limit: octets that the result may have
 * @name: (out caller-allocates): room for @length octets and a NUL
 *
 * The fast path of [func@host_to_ascii] for plain ASCII names, which IDNA only
 * lowercases: one pass, no diagnostics (the row “generate --batch” of the benchmark
 * “speed”).
 *
 * Returns: the octets of the name, or 0 if the slow path has to judge it
 */
gsize
tlsrpt_host_write_plain (const char *text,
                         gsize       length,
                         gsize       limit,
                         char       *name)
{
  gsize label_start = 0;
  gsize n_labels = 0;

  if (length > 0 && text[length - 1] == '.')
    length--;
  if (length == 0 || length > limit)
    return 0;

  for (gsize i = 0;; i++)
    {
      for (; i < length && g_ascii_isalnum (text[i]); i++)
        {
          /* A digit has this bit, too. */
          name[i] = (char) (text[i] | 0x20);
        }

      if (i < length && text[i] == '-')
        {
          /* At the start, or where “xn--” and its like have theirs. */
          if (i == label_start || (i == label_start + 3 && name[i - 1] == '-'))
            return 0;
        }
      else if (i == length || text[i] == '.')
        {
          gsize size = i - label_start;

          if (size == 0 || size > TLSRPT_LIMIT_LABEL || name[i - 1] == '-')
            return 0;
          if (i == length)
            break;

          n_labels++;
          label_start = i + 1;
        }
      else
        {
          return 0;
        }

      name[i] = text[i];
    }

  name[length] = '\0';
  if (n_labels == 0 || (g_ascii_isdigit (name[label_start]) && is_number (name + label_start)))
    return 0;

  return length;
}

static char *
convert_plain (const char *text,
               gsize       length,
               gsize       limit)
{
  char name[TLSRPT_LIMIT_NAME + 2];

  if (length >= sizeof name)
    return NULL;

  length = tlsrpt_host_write_plain (text, length, limit, name);

  return length > 0 ? g_strndup (name, length) : NULL;
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

      if ((i == 0 || text[i - 1] == '.') && length - i >= strlen (A_LABEL_PREFIX) &&
          tlsrpt_text_has_prefix (text + i, A_LABEL_PREFIX))
        return FALSE;
    }

  return TRUE;
}

/* The first character that IDNA does not let stand in any name, 0 if there is
 * none: the library tells only that there is one. */
static gunichar
find_disallowed (const char *text,
                 gsize       length)
{
  for (const char *p = text; p < text + length; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      uint8_t *ascii = NULL;
      char alone[7] = { 0 };
      int status;

      if (c < 0x80 || is_dot (c))
        continue;

      g_unichar_to_utf8 (c, alone);
      status = idn2_lookup_u8 ((const uint8_t *) alone, &ascii,
                               IDN2_NFC_INPUT | IDN2_NONTRANSITIONAL);
      idn2_free (ascii);
      if (status == IDN2_DISALLOWED)
        return c;
    }

  return 0;
}

static void
refuse_idn (const char  *text,
            gsize        length,
            gsize        limit,
            int          status,
            GError     **error)
{
  g_autofree char *shown = tlsrpt_display_isolate (text, length);
  gunichar c;

  switch (status)
    {
    case IDN2_TOO_BIG_LABEL:
    case IDN2_PUNYCODE_BIG_OUTPUT:
      tlsrpt_error_set (error, TLSRPT_ERROR_DOMAIN_LABEL_TOO_LONG, TLSRPT_ERROR_FINAL, NULL,
                        /* Translators: %s is a domain name as typed, %d a number */
                        _("A part of “%s” is longer than %d bytes when encoded"), shown, TLSRPT_LIMIT_LABEL);
      return;

    case IDN2_TOO_BIG_DOMAIN:
      tlsrpt_error_set (error, TLSRPT_ERROR_TOO_LONG, TLSRPT_ERROR_FINAL, NULL,
                        /* Translators: %d is a number of bytes */
                        _("The domain name is longer than %d bytes"), (int) limit);
      return;

    case IDN2_HYPHEN_STARTEND:
      tlsrpt_error_set (error, TLSRPT_ERROR_DOMAIN_HYPHEN, TLSRPT_ERROR_INCOMPLETE, NULL,
                        /* Translators: %s is a domain name as typed */
                        _("A part of “%s” begins or ends with a hyphen"), shown);
      return;

    case IDN2_2HYPHEN:
      tlsrpt_error_set (error, TLSRPT_ERROR_DOMAIN_HYPHEN, TLSRPT_ERROR_INCOMPLETE, NULL,
                        /* Translators: %s is a domain name as typed */
                        _("A part of “%s” has hyphens as its third and fourth characters, which "
                          "is reserved"),
                        shown);
      return;

    default:
      break;
    }

  c = find_disallowed (text, length);
  if (c != 0)
    refuse_character (text, length, c, error);
  else
    /* An “xn--” label is wrong until it is whole, as is one that ends in a joiner. */
    tlsrpt_error_set (error, TLSRPT_ERROR_DOMAIN_IDN, TLSRPT_ERROR_INCOMPLETE, NULL,
                      /* Translators: the first %s is a domain name as typed, the second is
                       * the reason that the IDNA library gives */
                      _("“%s” is not an internationalized domain name (%s)"),
                      shown, idn2_strerror (status));
}

static char *
lookup (const char  *text,
        gsize        length,
        gsize        limit,
        GError     **error)
{
  g_autofree char *copy = g_strndup (text, length);
  uint8_t *ascii = NULL;
  char *result;
  int status;

  status = idn2_lookup_u8 ((const uint8_t *) copy, &ascii,
                           IDN2_NFC_INPUT | IDN2_NONTRANSITIONAL);
  if (status != IDN2_OK)
    {
      refuse_idn (text, length, limit, status, error);
      return NULL;
    }

  result = g_strdup ((const char *) ascii);
  idn2_free (ascii);

  return result;
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
      ascii = lookup (text, length, limit, error);
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

  if (strstr (host, A_LABEL_PREFIX) == NULL ||
      idn2_to_unicode_8z8z (host, &unicode, IDN2_NONTRANSITIONAL) != IDN2_OK)
    return g_strdup (host);

  result = g_strdup (unicode);
  idn2_free (unicode);

  return g_steal_pointer (&result);
}
