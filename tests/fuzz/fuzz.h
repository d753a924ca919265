/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>
#include <stdint.h>
#include <string.h>

/* What libFuzzer calls (https://llvm.org/docs/LibFuzzer.html); without it, main() of
 * fuzz-main.c does. */
int LLVMFuzzerTestOneInput (const uint8_t *data,
                            size_t         size);

/* Takes the next line off the input, or what is left of it: an empty one at the end. */
static inline char *
fuzz_take_line (const uint8_t **data,
                size_t         *size)
{
  const uint8_t *end = *size > 0 ? memchr (*data, '\n', *size) : NULL;
  size_t length = end != NULL ? (size_t) (end - *data) : *size;
  char *line = g_strndup (length > 0 ? (const char *) *data : "", length);

  length = MIN (length + 1, *size);
  *data += length;
  *size -= length;

  return line;
}

/* Takes the next octet off the input, and makes of it a number below @n: zero at the end. */
static inline guint
fuzz_take_number (const uint8_t **data,
                  size_t         *size,
                  guint           n)
{
  if (*size == 0)
    return 0;

  (*size)--;

  return *(*data)++ % n;
}

/* Reads everything that can be bound to. */
static inline void
fuzz_read_properties (gpointer object)
{
  guint n;
  g_autofree GParamSpec **properties =
    g_object_class_list_properties (G_OBJECT_GET_CLASS (object), &n);

  for (guint i = 0; i < n; i++)
    {
      g_auto (GValue) value = G_VALUE_INIT;

      if ((properties[i]->flags & G_PARAM_READABLE) == 0)
        continue;

      g_object_get_property (G_OBJECT (object), properties[i]->name, &value);
      if (G_VALUE_HOLDS_STRING (&value) && g_value_get_string (&value) != NULL)
        g_assert_true (g_utf8_validate (g_value_get_string (&value), -1, NULL));
    }
}
