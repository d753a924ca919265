/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fuzz.h"

#include <stdlib.h>

/*
 * Makes up messages for fuzz-mail: libFuzzer alone never comes to a header field that
 * is long, or to one among thousands.  A step adds fields, parts or nested groups to
 * what is there (RFC 5322, RFC 2045, RFC 2231), or leaves it to libFuzzer.
 */

size_t LLVMFuzzerMutate (uint8_t *data,
                         size_t   size,
                         size_t   max_size);
size_t LLVMFuzzerCustomMutator (uint8_t     *data,
                                size_t       size,
                                size_t       max_size,
                                unsigned int seed);

static const char *const names[] = {
  "To", "Cc", "Bcc", "From", "Sender", "Reply-To", "Resent-To", "Resent-From", "Subject", "Date",
  "Message-ID", "References", "Received", "Content-Type", "Content-Disposition", "MIME-Version",
  "Content-Transfer-Encoding", "Content-ID", "List-Id", "X-A", "TLS-Report-Domain", "DKIM-Signature",
};

/* Between the name and the value: what a parser may see otherwise than another does. */
static const char *const colons[] = {
  ": ", ":", " : ", "\t:", "  :\t", ":\n ", ":\r\n\t", "\n :", "\r: ", ";",
};

/* What a value is repeated from. */
static const char *const atoms[] = {
  "a:", "a:a@b,", "<", "(", "((", ")", "\"", "\\\"", "a@b.example, ", "a b <a@b.example>;",
  "=?utf-8?q?=41?= ", "=?utf-8?b?QQ==?= ", "=?", "@a,@b:", "[", ";a=b", "; a*0=b", ";a*1*=''%41",
  "; filename=\"a.json\"", "; name*=utf-8''%e2%82%ac.json.gz", "; boundary=b", ";boundary=\"b\"",
  "multipart/mixed", "multipart/report; report-type=\"tlsrpt\"", "application/tlsrpt+gzip",
  "application/tlsrpt+json", "message/rfc822", "message/partial; number=1; total=2; id=a",
  "base64", "quoted-printable", "x-uuencode", "attachment", "\n ", "\r\n\t", "\xff", " ", "\n",
};

/* Parts and what ends them. */
static const char *const blocks[] = {
  "\n--b\n", "\n--b--\n", "--b\r\n", "\n\n",
  "\n--b\nContent-Type: application/tlsrpt+json\n\n{}\n",
  "\n--b\nContent-Type: application/json; name=a.json\nContent-Transfer-Encoding: base64\n\ne30=\n",
  "\n--b\nContent-Transfer-Encoding: x-uuencode\n\nbegin 644 a.json\n\">WT \n`\nend\n",
  "\n--b\nContent-Type: message/rfc822\n\nSubject: a\n\n",
  "\n--b\nContent-Type: multipart/mixed; boundary=b\n\n",
  "\nFrom a@b Thu Jan  1 00:00:00 2026\nContent-Type: multipart/mixed; boundary=b\n\n--b\n",
};

#define PICK(table) ((table)[(guint) rand () % G_N_ELEMENTS (table)])

/* Once mostly, and sometimes until it is large. */
static guint
pick_times (void)
{
  static const guint times[] = { 1, 1, 1, 2, 3, 10, 100, 1000, 10000 };

  return PICK (times);
}

static void
append_value (GString *text,
              size_t   room)
{
  const char *atom = PICK (atoms);

  for (guint n = pick_times (); n > 0 && text->len + strlen (atom) < room; n--)
    g_string_append (text, atom);
}

static void
append_fields (GString *text,
               size_t   room)
{
  g_autoptr (GString) field = g_string_new (PICK (names));

  g_string_append (field, PICK (colons));
  for (guint n = 1 + (guint) rand () % 3; n > 0; n--)
    append_value (field, room);
  g_string_append (field, rand () % 2 == 0 ? "\n" : "\r\n");

  for (guint n = pick_times (); n > 0 && text->len + field->len < room; n--)
    g_string_append_len (text, field->str, (gssize) field->len);
}

static void
append_blocks (GString *text,
               size_t   room)
{
  const char *block = PICK (blocks);

  for (guint n = pick_times (); n > 0 && text->len + strlen (block) < room; n--)
    g_string_append (text, block);
}

/* A place at the beginning of a line. */
static size_t
pick_place (const uint8_t *data,
            size_t         size)
{
  size_t place = (size_t) rand () % (size + 1);

  while (place > 0 && data[place - 1] != '\n')
    place--;

  return place;
}

size_t
LLVMFuzzerCustomMutator (uint8_t     *data,
                         size_t       size,
                         size_t       max_size,
                         unsigned int seed)
{
  g_autoptr (GString) text = g_string_new (NULL);
  size_t place;

  srand (seed);
  if (size >= max_size || rand () % 3 == 0)
    return LLVMFuzzerMutate (data, size, max_size);

  switch (rand () % 3)
    {
    case 0:
      append_value (text, max_size - size);
      break;
    case 1:
      append_blocks (text, max_size - size);
      break;
    default:
      append_fields (text, max_size - size);
      break;
    }

  place = pick_place (data, size);
  memmove (data + place + text->len, data + place, size - place);
  memcpy (data + place, text->str, text->len);

  return size + text->len;
}
