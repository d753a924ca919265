/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * simdjson behind an interface of C.  This is the only file in C++: it knows
 * JSON and nothing of reports, it is built without exceptions, and every error
 * that simdjson has is one of ours in the end.
 */

#include "config.h"

#include "tlsrpt-json.h"

#include "tlsrpt-limits.h"

#include <cstring>
#include <new>
#include <simdjson.h>
#include <type_traits>
#include <utility>

using namespace simdjson;

struct _TlsrptJsonParser
{
  dom::parser parser { TLSRPT_LIMIT_REPORT_JSON };
};

/* A value refers to its place in the document with two words, which is what the
 * interface has room for. */
static_assert (sizeof (dom::element) == sizeof (TlsrptJsonValue::node) &&
               sizeof (dom::array::iterator) == sizeof (TlsrptJsonIter::node) &&
               std::is_trivially_copyable<dom::element>::value &&
               std::is_trivially_copyable<dom::array::iterator>::value,
               "simdjson's references have changed");
static_assert (TLSRPT_JSON_PADDING >= SIMDJSON_PADDING, "simdjson wants more padding");

template <typename T>
static T
load (const guint64 *node)
{
  T reference;

  std::memcpy (static_cast<void *> (&reference), node, sizeof reference);

  return reference;
}

static dom::array
as_array (const dom::element &element)
{
  return element.get_array ().value_unsafe ();
}

static dom::object
as_object (const dom::element &element)
{
  return element.get_object ().value_unsafe ();
}

static void
store (const dom::element &element,
       TlsrptJsonValue    *value)
{
  switch (element.type ())
    {
    case dom::element_type::STRING:
      {
        std::string_view text = element.get_string ().value_unsafe ();

        value->type = TLSRPT_JSON_TEXT;
        value->string.text = text.data ();
        value->string.length = text.size ();
      }
      break;

    case dom::element_type::INT64:
      value->type = TLSRPT_JSON_INTEGER;
      value->integer = element.get_int64 ().value_unsafe ();
      break;

    case dom::element_type::ARRAY:
    case dom::element_type::OBJECT:
      value->type = element.is_array () ? TLSRPT_JSON_ARRAY : TLSRPT_JSON_OBJECT;
      std::memcpy (value->node, &element, sizeof element);
      break;

    case dom::element_type::BOOL:
      value->type = TLSRPT_JSON_BOOLEAN;
      value->boolean = element.get_bool ().value_unsafe ();
      break;

    case dom::element_type::UINT64:
    case dom::element_type::DOUBLE:
      value->type = TLSRPT_JSON_NUMBER_REAL;
      value->real = element.get_double ().value_unsafe ();
      break;

    case dom::element_type::NULL_VALUE:
    default:
      value->type = TLSRPT_JSON_NULL;
      break;
    }
}

static TlsrptJsonStatus
to_status (error_code error)
{
  switch (error)
    {
    case SUCCESS:
      return TLSRPT_JSON_OK;
    case CAPACITY:
      return TLSRPT_JSON_TOO_LARGE;
    case MEMALLOC:
      return TLSRPT_JSON_NO_MEMORY;
    case DEPTH_ERROR:
      return TLSRPT_JSON_TOO_DEEP;
    case STRING_ERROR:
      return TLSRPT_JSON_STRING;
    case NUMBER_ERROR:
    case NUMBER_OUT_OF_RANGE:
      return TLSRPT_JSON_NUMBER;
    case UTF8_ERROR:
      return TLSRPT_JSON_NOT_UTF8;
    case EMPTY:
      return TLSRPT_JSON_EMPTY;
    case UNESCAPED_CHARS:
      return TLSRPT_JSON_CONTROL;
    case UNCLOSED_STRING:
      return TLSRPT_JSON_UNCLOSED;
    default:
      return TLSRPT_JSON_SYNTAX;
    }
}

/* Counts the values of a document.  It is a tape of words, whose upper octet tells what
 * they are; keys stand on it like other strings. */
static gsize
count_values (const dom::document &document)
{
  const guint64 mask = (G_GUINT64_CONSTANT (1) << 56) - 1;
  const gsize end = document.tape[0] & mask;
  gsize count = 0;

  for (gsize i = 1; i < end; i++)
    {
      switch (document.tape[i] >> 56)
        {
        case '{':
          /* Above the place of its end stand its members, as far as they fit there. */
          count -= (document.tape[i] & mask) >> 32;
          count++;
          break;

        case 'l':
        case 'u':
        case 'd':
          /* The number itself follows. */
          i++;
          count++;
          break;

        case '}':
        case ']':
        case 'r':
          break;

        default:
          count++;
          break;
        }
    }

  return count;
}

TlsrptJsonParser *
tlsrpt_json_parser_new (void)
{
  return new TlsrptJsonParser;
}

void
tlsrpt_json_parser_free (TlsrptJsonParser *self)
{
  delete self;
}

/**
 * tlsrpt_json_parser_parse:
 * @self: the parser, whose memory is used again from text to text
 * @text: the text
 * @length: its octets
 * @allocated: the octets that can be read; with `TLSRPT_JSON_PADDING` more than
 *   @length the text is not copied
 * @root: (out): the value
 *
 * Parses a text (RFC 8259), within the limits of tlsrpt-limits.h.
 *
 * Returns: `TLSRPT_JSON_OK`, or what is wrong
 */
TlsrptJsonStatus
tlsrpt_json_parser_parse (TlsrptJsonParser *self,
                          const char       *text,
                          gsize             length,
                          gsize             allocated,
                          TlsrptJsonValue  *root)
{
  dom::element element;
  error_code error;

  if (length > TLSRPT_LIMIT_REPORT_JSON)
    return TLSRPT_JSON_TOO_LARGE;

  if (self->parser.capacity () < length || self->parser.max_depth () != TLSRPT_LIMIT_REPORT_DEPTH)
    {
      /* In powers of two, lest every text a little longer allocates anew. */
      gsize capacity = 4096;

      while (capacity < length)
        capacity *= 2;

      error = self->parser.allocate (capacity, TLSRPT_LIMIT_REPORT_DEPTH);
      if (error != SUCCESS)
        return to_status (error);
    }

  error = self->parser.parse (text, length, allocated - length < TLSRPT_JSON_PADDING)
                      .get (element);
  if (error != SUCCESS)
    return to_status (error);

  /* A value and what parts it from the next one take two octets at least. */
  if (length / 2 >= TLSRPT_LIMIT_REPORT_VALUES &&
      count_values (self->parser.doc) > TLSRPT_LIMIT_REPORT_VALUES)
    return TLSRPT_JSON_TOO_MANY;

  root->key = 0;
  store (element, root);

  return TLSRPT_JSON_OK;
}

/* Reads a value and all it contains; stops at the first thing that is wrong. */
template <typename T>
static error_code
visit (T    &&value,
       guint  depth)
{
  ondemand::json_type type;
  error_code error = value.type ().get (type);

  if (error != SUCCESS)
    return error;
  if (depth > TLSRPT_LIMIT_REPORT_DEPTH)
    return DEPTH_ERROR;

  switch (type)
    {
    case ondemand::json_type::array:
      {
        ondemand::array array;

        error = value.get_array ().get (array);
        if (error != SUCCESS)
          return error;

        for (auto item : array)
          {
            ondemand::value child;

            error = std::move (item).get (child);
            if (error == SUCCESS)
              error = visit (child, depth + 1);
            if (error != SUCCESS)
              return error;
          }
      }
      break;

    case ondemand::json_type::object:
      {
        ondemand::object object;

        error = value.get_object ().get (object);
        if (error != SUCCESS)
          return error;

        for (auto item : object)
          {
            ondemand::field field;

            error = std::move (item).get (field);
            if (error == SUCCESS)
              error = visit (field.value (), depth + 1);
            if (error != SUCCESS)
              return error;
          }
      }
      break;

    case ondemand::json_type::string:
      error = value.get_string ().error ();
      break;

    case ondemand::json_type::number:
      error = value.get_double ().error ();
      break;

    case ondemand::json_type::boolean:
      error = value.get_bool ().error ();
      break;

    default:
      {
        /* It says only that it begins like “null”; and whether it is, an old simdjson
         * says without an error. */
        bool is_null = false;

        error = simdjson_result<bool> (value.is_null ()).get (is_null);
        if (error == SUCCESS && !is_null)
          error = N_ATOM_ERROR;
      }
      break;
    }

  return error;
}

/**
 * tlsrpt_json_find_fault:
 * @text: a text that was refused
 * @length: its octets
 * @status: why
 *
 * Finds out where a text is wrong.  The parser that builds the document does not
 * say; simdjson's other one, which reads along the text, does.
 *
 * Returns: the offset of the fault, or `G_MAXSIZE` if it is not known
 */
gsize
tlsrpt_json_find_fault (const char       *text,
                        gsize             length,
                        TlsrptJsonStatus  status)
{
  const char *end;

  switch (status)
    {
    case TLSRPT_JSON_NOT_UTF8:
      return g_utf8_validate_len (text, length, &end) ? G_MAXSIZE : (gsize) (end - text);

    case TLSRPT_JSON_UNCLOSED:
      return length;

    case TLSRPT_JSON_TOO_DEEP:
    case TLSRPT_JSON_NUMBER:
    case TLSRPT_JSON_STRING:
    case TLSRPT_JSON_SYNTAX:
      {
        ondemand::parser parser { TLSRPT_LIMIT_REPORT_JSON };
        padded_string padded (text, length);
        ondemand::document document;
        const char *location;

        if (parser.iterate (padded).get (document) == SUCCESS)
          {
            /* Where the text ends too soon, or goes on behind its end, the place
             * found is its beginning: that says nothing. */
            visit (document, 1);
            if (document.current_location ().get (location) == SUCCESS &&
                location > padded.data () && location <= padded.data () + length)
              return location - padded.data ();
          }
      }
      return G_MAXSIZE;

    default:
      return G_MAXSIZE;
    }
}

/**
 * tlsrpt_json_get_members:
 * @object: a value of type `TLSRPT_JSON_OBJECT`
 * @keys: the members to get, in the order in which they are likely
 * @n_keys: how many, at most 64
 * @values: (out): the value of every slot; `TLSRPT_JSON_ABSENT` where there is none
 * @n_values: the number of slots
 *
 * Gets members of an object.  Where a slot is named twice the last one counts.
 *
 * Returns: the keys that came when their slot was already taken, one bit each
 */
guint64
tlsrpt_json_get_members (const TlsrptJsonValue *object,
                         const TlsrptJsonKey   *keys,
                         gsize                  n_keys,
                         TlsrptJsonValue       *values,
                         gsize                  n_values)
{
  guint64 repeated = 0;
  gsize expected = 0;

  for (gsize i = 0; i < n_values; i++)
    values[i].type = TLSRPT_JSON_ABSENT;

  for (dom::key_value_pair member : as_object (load<dom::element> (object->node)))
    {
      for (gsize i = 0; i < n_keys; i++)
        {
          const TlsrptJsonKey *key = &keys[expected];

          if (member.key.size () == key->length &&
              std::memcmp (member.key.data (), key->name, key->length) == 0)
            {
              TlsrptJsonValue *value = &values[key->slot];

              if (value->type != TLSRPT_JSON_ABSENT)
                repeated |= G_GUINT64_CONSTANT (1) << expected;

              value->key = (guint) expected;
              store (member.value, value);
              expected = expected + 1 == n_keys ? 0 : expected + 1;
              break;
            }

          expected = expected + 1 == n_keys ? 0 : expected + 1;
        }
    }

  return repeated;
}

/**
 * tlsrpt_json_iter_init:
 * @iter: the iterator
 * @array: a value of type `TLSRPT_JSON_ARRAY`
 *
 * Begins to go through an array.
 *
 * Returns: the number of elements
 */
gsize
tlsrpt_json_iter_init (TlsrptJsonIter        *iter,
                       const TlsrptJsonValue *array)
{
  dom::array elements = as_array (load<dom::element> (array->node));
  dom::array::iterator begin = elements.begin ();

  std::memcpy (iter->node, &begin, sizeof begin);
  iter->rest = elements.size ();

  return iter->rest;
}

/**
 * tlsrpt_json_iter_next:
 * @iter: the iterator
 * @value: (out): the element
 *
 * Gets the next element of an array.
 *
 * Returns: `FALSE` behind the last one
 */
gboolean
tlsrpt_json_iter_next (TlsrptJsonIter  *iter,
                       TlsrptJsonValue *value)
{
  dom::array::iterator position = load<dom::array::iterator> (iter->node);

  if (iter->rest == 0)
    return FALSE;

  value->key = 0;
  store (*position, value);
  ++position;
  std::memcpy (iter->node, &position, sizeof position);
  iter->rest--;

  return TRUE;
}
