/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "plain-parse.h"

#include <cstring>
#include <simdjson.h>
#include <vector>

using namespace simdjson;

/* Where a string begins, or what a number is. */
union Value
{
  size_t string;
  double number;
};

struct _PlainParser
{
  dom::parser        parser;
  std::vector<Value> values;
  std::vector<char>  strings;
  size_t             n_octets;
};

PlainParser *
plain_parser_new (void)
{
  return new PlainParser;
}

void
plain_parser_parse (PlainParser *self,
                    const char  *text,
                    gsize        length)
{
  /* The text is padded. */
  g_assert (self->parser.parse (text, length, false).error () == SUCCESS);
}

static void
keep (PlainParser  *self,
      dom::element  element)
{
  switch (element.type ())
    {
    case dom::element_type::OBJECT:
      {
        dom::object object = element.get_object ().value_unsafe ();

        for (dom::key_value_pair member : object)
          keep (self, member.value);
      }
      break;

    case dom::element_type::ARRAY:
      {
        dom::array array = element.get_array ().value_unsafe ();

        for (dom::element item : array)
          keep (self, item);
      }
      break;

    case dom::element_type::STRING:
      {
        std::string_view string = element.get_string ().value_unsafe ();

        self->values.push_back ({ .string = self->n_octets });
        std::memcpy (&self->strings[self->n_octets], string.data (), string.size () + 1);
        self->n_octets += string.size () + 1;
      }
      break;

    default:
      self->values.push_back ({ .number = (double) element.get_int64 ().value_unsafe () });
      break;
    }
}

/**
 * plain_parser_read:
 * @self: the parser
 * @text: a text
 * @length: its octets
 *
 * Parses a text and copies its values, to where those of the text before were, without
 * a look at what they are called or mean.
 */
void
plain_parser_read (PlainParser *self,
                   const char  *text,
                   gsize        length)
{
  dom::element element;

  g_assert (self->parser.parse (text, length, false).get (element) == SUCCESS);

  self->values.clear ();
  self->n_octets = 0;
  if (self->strings.size () < length)
    self->strings.resize (length);
  keep (self, element);
}

void
plain_parser_free (PlainParser *self)
{
  delete self;
}
