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
#include "tlsrpt-octets.h"

#include <cstring>
#include <new>
#include <simdjson.h>
#include <utility>

using namespace simdjson;

struct _TlsrptJsonParser
{
  dom::parser parser { TLSRPT_LIMIT_REPORT_JSON };
};

static_assert (TLSRPT_JSON_PADDING >= SIMDJSON_PADDING, "simdjson wants more padding");

/*
 * A parsed document is a tape of 64-bit words, and a buffer of strings.  The upper octet
 * of a word tells what it is, the rest where its string, or what comes after its end, is;
 * in a number's case the next word is the number.  (simdjson, “doc/tape.md”.)
 */
static constexpr guint64 PAYLOAD = (G_GUINT64_CONSTANT (1) << 56) - 1;

static char
get_type (guint64 word)
{
  return (char) (word >> 56);
}

/* A document's tape and its strings, for who reads many words of it. */
struct Tape
{
  const dom::document *document;
  const uint64_t      *words;
  const uint8_t       *strings;

  explicit Tape (const dom::document &of)
    : document (&of), words (of.tape.get ()), strings (of.string_buf.get ())
  {
  }

  explicit Tape (const TlsrptJsonPlace &place)
    : Tape (*static_cast<const dom::document *> (place.document))
  {
  }
};

static inline const char *
get_string (const Tape &tape,
            guint64     word,
            gsize      *length)
{
  const uint8_t *string = tape.strings + (word & PAYLOAD);
  guint32 stored;

  std::memcpy (&stored, string, sizeof stored);
  *length = stored;

  return reinterpret_cast<const char *> (string) + sizeof stored;
}

/* For the beginning of an array or an object: the place behind its end. */
static gsize
get_end (guint64 word)
{
  return word & G_MAXUINT32;
}

/* For the same: how many values are in it, as far as the number fits its place; it does,
 * for a text as long as it may be has fewer. */
static gsize
get_length (guint64 word)
{
  return (word & PAYLOAD) >> 32;
}

/* Reads the value at a place, and returns the place behind it. */
static inline gsize
read_value (const Tape      &tape,
            gsize            index,
            TlsrptJsonValue *value)
{
  const guint64 word = tape.words[index];

  switch (get_type (word))
    {
    case '"':
      value->type = TLSRPT_JSON_TEXT;
      value->string.text = get_string (tape, word, &value->string.length);
      return index + 1;

    case 'l':
      value->type = TLSRPT_JSON_INTEGER;
      value->integer = (gint64) tape.words[index + 1];
      return index + 2;

    case '[':
    case '{':
      value->type = get_type (word) == '[' ? TLSRPT_JSON_ARRAY : TLSRPT_JSON_OBJECT;
      value->place = { tape.document, index };
      return get_end (word);

    case 't':
    case 'f':
      value->type = TLSRPT_JSON_BOOLEAN;
      value->boolean = get_type (word) == 't';
      return index + 1;

    case 'u':
      value->type = TLSRPT_JSON_NUMBER_REAL;
      value->real = (double) tape.words[index + 1];
      return index + 2;

    case 'd':
      value->type = TLSRPT_JSON_NUMBER_REAL;
      std::memcpy (&value->real, &tape.words[index + 1], sizeof value->real);
      return index + 2;

    default:
      value->type = TLSRPT_JSON_NULL;
      return index + 1;
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

/* Whether a document has more values than it may.  Sums the element counts in the tape;
 * skips numbers, whose second word could look like a container. */
static bool
has_too_many_values (const Tape &tape)
{
  const auto begins_list = [] (guint64 word) {
    return get_type (word) == '[' || get_type (word) == '{';
  };
  const gsize end = tape.words[0] & PAYLOAD;
  gsize most = 1;
  gsize count = 1;

  for (gsize i = 1; i < end; i++)
    most += begins_list (tape.words[i]) ? get_length (tape.words[i]) : 0;

  if (most <= TLSRPT_LIMIT_REPORT_VALUES)
    return false;

  for (gsize i = 1; i < end; i++)
    {
      const guint64 word = tape.words[i];

      if (begins_list (word))
        count += get_length (word);
      else if (get_type (word) == 'l' || get_type (word) == 'u' || get_type (word) == 'd')
        i++;
    }

  return count > TLSRPT_LIMIT_REPORT_VALUES;
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
                      .error ();
  if (error != SUCCESS)
    return to_status (error);

  /* A value and what parts it from the next one take two octets at least. */
  if (length / 2 >= TLSRPT_LIMIT_REPORT_VALUES && has_too_many_values (Tape (self->parser.doc)))
    return TLSRPT_JSON_TOO_MANY;

  read_value (Tape (self->parser.doc), 1, root);

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
            /* For truncated or trailing text simdjson reports offset 0, which is meaningless. */
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

/* Finds a name among the keys, beginning with the one that is likely. */
static inline gsize
find_key (const char          *name,
          gsize                length,
          const TlsrptJsonKey *keys,
          gsize                n_keys,
          gsize                likely)
{
  const auto matches = [=] (gsize i) {
    return keys[i].length == length && tlsrpt_octets_equal (keys[i].name, name, length);
  };

  for (gsize i = likely; i < n_keys; i++)
    {
      if (matches (i))
        return i;
    }

  for (gsize i = 0; i < likely; i++)
    {
      if (matches (i))
        return i;
    }

  return n_keys;
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
 * Returns: which there are
 */
TlsrptJsonMembers
tlsrpt_json_get_members (const TlsrptJsonValue *object,
                         const TlsrptJsonKey   *keys,
                         gsize                  n_keys,
                         TlsrptJsonValue       *values,
                         gsize                  n_values)
{
  const Tape tape (object->place);
  const gsize end = get_end (tape.words[object->place.index]) - 1;
  TlsrptJsonMembers members = { 0, 0 };
  TlsrptJsonValue unknown;
  gsize likely = 0;

  for (gsize i = 0; i < n_values; i++)
    values[i].type = TLSRPT_JSON_ABSENT;

  for (gsize i = object->place.index + 1; i < end;)
    {
      gsize length;
      const char *name = get_string (tape, tape.words[i], &length);
      const gsize found = find_key (name, length, keys, n_keys, likely);

      if (G_LIKELY (found < n_keys))
        {
          TlsrptJsonValue *value = &values[keys[found].slot];
          const guint64 bit = G_GUINT64_CONSTANT (1) << found;

          if (G_UNLIKELY (value->type != TLSRPT_JSON_ABSENT))
            members.repeated |= bit;
          members.given |= bit;

          i = read_value (tape, i + 1, value);
          likely = found + 1;
        }
      else
        {
          i = read_value (tape, i + 1, &unknown);
        }
    }

  return members;
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
  const Tape tape (array->place);

  iter->place = { tape.document, array->place.index + 1 };
  iter->rest = get_length (tape.words[array->place.index]);

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
  const Tape tape (iter->place);

  if (iter->rest == 0)
    return FALSE;

  iter->place.index = read_value (tape, iter->place.index, value);
  iter->rest--;

  return TRUE;
}
