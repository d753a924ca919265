/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-stand-ins-private.h"

#include "tlsrpt-text-hash.h"

#include <string.h>

/*
 * A tree: a name is kept as its first label below another name, so that a long name does
 * not take the square of its length.
 */

/* Labels that are looked at; those before are taken as one with the first of them.  Names
 * of mail servers have a handful. */
#define MOST_LABELS 16

#define OVERFLOW_NAME "more.example"

static const char *const protocols[] = {
  "mta-sts", "_mta-sts", "_smtp", "_tls", "_tcp", "_25",
};

static const char *const kinds[] = { "host", "mx", "mail", "smtp" };

typedef struct _Name Name;

struct _Name
{
  Name       *parent;
  /* Of one name: the first label, or the last two. */
  const char *label;
  gsize       length;

  guint       id;
  guint       number;
  /* (nullable): of a label that stays, or which is numbered */
  const char *kind;
  gboolean    is_numbered;
  guint       counts[G_N_ELEMENTS (kinds)];

  char        text[];
};

static guint
hash_name (gconstpointer key)
{
  const Name *name = key;
  guint id = name->parent != NULL ? name->parent->id : 0;

  return (guint) tlsrpt_text_hash (name->label, name->length) ^ id * 0x9e3779b1U;
}

static gboolean
are_equal (gconstpointer a,
           gconstpointer b)
{
  const Name *one = a;
  const Name *other = b;

  return one->parent == other->parent && one->length == other->length &&
         memcmp (one->label, other->label, one->length) == 0;
}

GHashTable *
tlsrpt_stand_ins_new_names (void)
{
  return g_hash_table_new_full (hash_name, are_equal, g_free, NULL);
}

static gboolean
is_numbered (const char *label,
             gsize       length,
             const char *kind)
{
  gsize i = strlen (kind);

  if (length < i || strncmp (label, kind, i) != 0)
    return FALSE;

  while (i < length && g_ascii_isdigit (label[i]))
    i++;

  return i == length;
}

/* A label keeps its sort: those of protocols say nothing of anybody. */
static void
number_label (Name *name)
{
  gsize kind = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (protocols); i++)
    {
      if (strlen (protocols[i]) == name->length &&
          strncmp (name->label, protocols[i], name->length) == 0)
        {
          name->kind = protocols[i];
          return;
        }
    }

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      if (is_numbered (name->label, name->length, kinds[i]))
        kind = i;
    }

  name->kind = kinds[kind];
  name->is_numbered = TRUE;
  name->number = ++name->parent->counts[kind];
}

/* Gets the name of a label below another, or NULL if there is no room for it. */
static Name *
get_child (TlsrptStandIns *self,
           Name           *parent,
           const char     *label,
           gsize           length)
{
  const Name key = { .parent = parent, .label = label, .length = length };
  Name *name = g_hash_table_lookup (self->names, &key);

  if (name != NULL)
    return name;
  if (!tlsrpt_stand_ins_reserve (self, length))
    return NULL;

  name = g_malloc0 (sizeof *name + length);
  memcpy (name->text, label, length);
  name->parent = parent;
  name->label = name->text;
  name->length = length;
  name->id = g_hash_table_size (self->names) + 1;
  if (parent == NULL)
    name->number = ++self->n_domains;
  else
    number_label (name);
  g_hash_table_add (self->names, name);

  return name;
}

/* Finds where the label begins that ends before @end, or the first one if @n_labels have
 * been found. */
static const char *
find_label (const char *name,
            const char *end,
            gsize       n_labels)
{
  if (n_labels + 1 >= MOST_LABELS)
    return name;

  while (end > name && end[-1] != '.')
    end--;

  return end;
}

static void
append_name (const Name *name,
             GString    *out)
{
  /* RFC 2606 sections 2 and 3 */
  static const char *const domains[] = { "example.com", "example.net", "example.org" };

  for (; name->parent != NULL; name = name->parent)
    {
      g_string_append (out, name->kind);
      if (name->is_numbered)
        g_string_append_printf (out, "%u", name->number);
      g_string_append_c (out, '.');
    }

  if (name->number <= G_N_ELEMENTS (domains))
    g_string_append (out, domains[name->number - 1]);
  else
    g_string_append_printf (out, "domain%u.example", name->number);
}

/**
 * tlsrpt_stand_ins_dup_name:
 * @self: the stand-ins
 * @name: a name of two labels or more, in lower case
 *
 * Makes a name of RFC 2606 with as many labels, 16 at most.  Whatever is below a name is
 * below its stand-in, too; the last two labels are taken as one, so that it need not be
 * known which names are those of registries.
 *
 * Returns: (transfer full): the name
 */
char *
tlsrpt_stand_ins_dup_name (TlsrptStandIns *self,
                           const char     *name)
{
  const char *end = name + strlen (name);
  const char *begin = find_label (name, end, 0);
  GString *out;
  Name *found;

  g_assert (begin > name);
  begin = find_label (name, begin - 1, 0);
  found = get_child (self, NULL, begin, (gsize) (end - begin));

  for (gsize n_labels = 2; found != NULL && begin > name; n_labels++)
    {
      end = begin - 1;
      begin = find_label (name, end, n_labels);
      found = get_child (self, found, begin, (gsize) (end - begin));
    }

  if (found == NULL)
    return g_strdup (OVERFLOW_NAME);

  out = g_string_new (NULL);
  append_name (found, out);

  return g_string_free (out, FALSE);
}
