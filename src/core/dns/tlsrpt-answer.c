/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-answer.h"

#include "tlsrpt-limits.h"
#include "tlsrpt-resource-private.h"

struct _TlsrptAnswer
{
  char               *name;
  TlsrptResourceType  type;
  TlsrptOutcome       outcome;

  GPtrArray          *aliases;   /* ends in NULL */
  GArray             *resources;
  char               *zone;

  gboolean            has_alias_loop;
  gboolean            is_authenticated;
  gboolean            is_bogus;
  gboolean            is_authoritative;
};

static gboolean
is_record_of (const ns_rr *rr,
              const char  *name,
              int          type)
{
  return ns_rr_class (*rr) == ns_c_in && (int) ns_rr_type (*rr) == type &&
         g_ascii_strcasecmp (ns_rr_name (*rr), name) == 0;
}

static gboolean
is_alias (TlsrptAnswer *self,
          const char   *name)
{
  if (g_ascii_strcasecmp (self->name, name) == 0)
    return TRUE;

  for (guint i = 0; i < self->aliases->len; i++)
    {
      if (g_str_equal (g_ptr_array_index (self->aliases, i), name))
        return TRUE;
    }

  return FALSE;
}

/*
 * Finds the alias of @name among the answers, which stand in any order.
 * Returns FALSE if the answer is malformed.
 */
static gboolean
find_alias (ns_msg      *message,
            const char  *name,
            char       **alias,
            guint32     *ttl)
{
  for (int i = 0; i < ns_msg_count (*message, ns_s_an); i++)
    {
      ns_rr rr;

      if (ns_parserr (message, ns_s_an, i, &rr) != 0)
        return FALSE;

      if (!is_record_of (&rr, name, ns_t_cname))
        continue;

      *alias = tlsrpt_resource_read_name (message, ns_rr_rdata (rr),
                                          ns_rr_rdata (rr) + ns_rr_rdlen (rr));
      *ttl = tlsrpt_resource_read_ttl (&rr);

      return *alias != NULL;
    }

  return TRUE;
}

/* Follows the aliases from the name that was asked for to the last one. */
static gboolean
read_aliases (TlsrptAnswer *self,
              ns_msg       *message,
              guint32      *ttl)
{
  const char *name = self->name;

  while (self->aliases->len < TLSRPT_LIMIT_ALIASES)
    {
      char *alias = NULL;
      guint32 alias_ttl = *ttl;

      if (!find_alias (message, name, &alias, &alias_ttl))
        return FALSE;

      if (alias == NULL)
        return TRUE;

      self->has_alias_loop = is_alias (self, alias);
      g_ptr_array_add (self->aliases, alias);
      *ttl = MIN (*ttl, alias_ttl);
      name = alias;

      if (self->has_alias_loop)
        return TRUE;
    }

  /* Nobody follows a chain as long as this one. */
  self->has_alias_loop = TRUE;

  return TRUE;
}

static gboolean
read_resources (TlsrptAnswer *self,
                ns_msg       *message,
                guint32       ttl)
{
  const char *name = self->name;

  if (self->aliases->len > 0)
    name = g_ptr_array_index (self->aliases, self->aliases->len - 1);

  for (int i = 0; i < ns_msg_count (*message, ns_s_an); i++)
    {
      TlsrptResource resource = { 0, };
      ns_rr rr;

      if (ns_parserr (message, ns_s_an, i, &rr) != 0)
        return FALSE;

      if (!is_record_of (&rr, name, (int) self->type))
        continue;

      if (self->resources->len == TLSRPT_LIMIT_ANSWER_RECORDS)
        {
          self->outcome = TLSRPT_OUTCOME_TOO_LARGE;
          return TRUE;
        }

      if (!tlsrpt_resource_read (&resource, self->type, message, &rr))
        return FALSE;

      /* A cache forgets the record when it forgets an alias on the way. */
      resource.ttl = MIN (ttl, tlsrpt_resource_read_ttl (&rr));
      g_array_append_val (self->resources, resource);
    }

  return TRUE;
}

/* A negative answer names its zone with an SOA record (RFC 2308 section 2). */
static gboolean
read_zone (TlsrptAnswer *self,
           ns_msg       *message)
{
  for (int i = 0; i < ns_msg_count (*message, ns_s_ns); i++)
    {
      ns_rr rr;

      if (ns_parserr (message, ns_s_ns, i, &rr) != 0)
        return FALSE;

      if (self->zone == NULL && ns_rr_type (rr) == ns_t_soa)
        self->zone = g_ascii_strdown (ns_rr_name (rr), -1);
    }

  return TRUE;
}

static TlsrptOutcome
outcome_of_code (int code)
{
  switch (code)
    {
    case ns_r_noerror:
      return TLSRPT_OUTCOME_ANSWER;

    case ns_r_nxdomain:
      return TLSRPT_OUTCOME_NO_DOMAIN;

    case ns_r_refused:
      return TLSRPT_OUTCOME_REFUSED;

    default:
      return TLSRPT_OUTCOME_SERVER_FAILURE;
    }
}

/* A response to a query (RFC 1035 section 4.1.1), and to this one: who sends something
 * else back knows nothing of the name. */
static gboolean
is_response (TlsrptAnswer *self,
             ns_msg       *message)
{
  ns_rr question;

  return ns_msg_getflag (*message, ns_f_qr) &&
         ns_msg_getflag (*message, ns_f_opcode) == ns_o_query &&
         ns_msg_count (*message, ns_s_qd) == 1 &&
         ns_parserr (message, ns_s_qd, 0, &question) == 0 &&
         is_record_of (&question, self->name, (int) self->type);
}

static TlsrptOutcome
read_message (TlsrptAnswer *self,
              const guint8 *data,
              gsize         length)
{
  guint32 ttl = G_MAXUINT32;
  ns_msg message;

  if (length > NS_MAXMSG || ns_initparse (data, (int) length, &message) != 0 ||
      !is_response (self, &message))
    return TLSRPT_OUTCOME_MALFORMED;

  if (ns_msg_getflag (message, ns_f_tc))
    return TLSRPT_OUTCOME_TRUNCATED;

  self->is_authenticated = ns_msg_getflag (message, ns_f_ad);
  self->is_authoritative = ns_msg_getflag (message, ns_f_aa);
  self->outcome = outcome_of_code (ns_msg_getflag (message, ns_f_rcode));
  if (!tlsrpt_outcome_is_known (self->outcome))
    return self->outcome;

  if (!read_aliases (self, &message, &ttl) || !read_resources (self, &message, ttl) ||
      !read_zone (self, &message))
    return TLSRPT_OUTCOME_MALFORMED;

  if (self->outcome == TLSRPT_OUTCOME_ANSWER && self->resources->len == 0)
    return TLSRPT_OUTCOME_NO_DATA;

  return self->outcome;
}

/**
 * tlsrpt_answer_new_failed:
 * @name: the name that was asked for
 * @type: the type that was asked for
 * @outcome: how the question ended
 *
 * Creates an answer without records.
 *
 * Returns: (transfer full): the answer
 */
TlsrptAnswer *
tlsrpt_answer_new_failed (const char         *name,
                          TlsrptResourceType  type,
                          TlsrptOutcome       outcome)
{
  TlsrptAnswer *self;

  g_return_val_if_fail (name != NULL, NULL);

  self = g_new0 (TlsrptAnswer, 1);
  self->name = g_strdup (name);
  self->type = type;
  self->outcome = outcome;
  self->aliases = g_ptr_array_new_with_free_func (g_free);
  self->resources = g_array_new (FALSE, FALSE, sizeof (TlsrptResource));
  g_array_set_clear_func (self->resources, tlsrpt_resource_clear);

  return self;
}

/**
 * tlsrpt_answer_new_bogus:
 * @name: the name that was asked for
 * @type: the type that was asked for
 *
 * Creates the answer of a server that fails as long as it checks signatures, and no
 * longer when it is told not to (RFC 4035 section 4.3).
 *
 * Returns: (transfer full): the answer
 */
TlsrptAnswer *
tlsrpt_answer_new_bogus (const char         *name,
                         TlsrptResourceType  type)
{
  TlsrptAnswer *self = tlsrpt_answer_new_failed (name, type, TLSRPT_OUTCOME_SERVER_FAILURE);

  self->is_bogus = TRUE;

  return self;
}

/**
 * tlsrpt_answer_new:
 * @name: the name that was asked for
 * @type: the type that was asked for
 * @message: a DNS message as it came from the network
 * @length: octets of @message
 *
 * Reads an answer.  A message that cannot be read gives an answer too: one whose
 * outcome says so.
 *
 * Returns: (transfer full): the answer
 */
TlsrptAnswer *
tlsrpt_answer_new (const char         *name,
                   TlsrptResourceType  type,
                   const guint8       *message,
                   gsize               length)
{
  TlsrptAnswer *self = tlsrpt_answer_new_failed (name, type, TLSRPT_OUTCOME_MALFORMED);

  self->outcome = read_message (self, message, length);
  if (self->outcome != TLSRPT_OUTCOME_ANSWER)
    g_array_set_size (self->resources, 0);
  g_ptr_array_add (self->aliases, NULL);

  return self;
}

void
tlsrpt_answer_free (TlsrptAnswer *self)
{
  g_free (self->name);
  g_ptr_array_unref (self->aliases);
  g_array_unref (self->resources);
  g_free (self->zone);
  g_free (self);
}

const char *
tlsrpt_answer_get_name (TlsrptAnswer *self)
{
  return self->name;
}

TlsrptResourceType
tlsrpt_answer_get_resource_type (TlsrptAnswer *self)
{
  return self->type;
}

TlsrptOutcome
tlsrpt_answer_get_outcome (TlsrptAnswer *self)
{
  return self->outcome;
}

/**
 * tlsrpt_answer_has_failed:
 * @self: (nullable): an answer; `NULL` if nothing was asked
 *
 * Tells whether the lack of records is no fact.
 *
 * Returns: `TRUE` if the question was asked and DNS could not answer it
 */
gboolean
tlsrpt_answer_has_failed (TlsrptAnswer *self)
{
  return self != NULL && !tlsrpt_outcome_is_known (self->outcome);
}

/**
 * tlsrpt_answer_get_aliases:
 * @self: an answer
 *
 * Gets the targets of the CNAME records that lead from the name to the answer, in
 * order.
 *
 * Returns: (array zero-terminated=1): the names
 */
const char *const *
tlsrpt_answer_get_aliases (TlsrptAnswer *self)
{
  static const char *const none[] = { NULL };

  return self->aliases->len > 0 ? (const char *const *) self->aliases->pdata : none;
}

/**
 * tlsrpt_answer_has_alias_loop:
 * @self: an answer
 *
 * Tells whether the aliases lead nowhere.
 *
 * Returns: `TRUE` if an alias stands twice in the chain, or the chain is endless
 */
gboolean
tlsrpt_answer_has_alias_loop (TlsrptAnswer *self)
{
  return self->has_alias_loop;
}

/**
 * tlsrpt_answer_is_authenticated:
 * @self: an answer
 *
 * Tells whether the name server says that it checked the answer with DNSSEC.
 *
 * Returns: the AD bit (RFC 4035 section 3.2.3)
 */
gboolean
tlsrpt_answer_is_authenticated (TlsrptAnswer *self)
{
  return self->is_authenticated;
}

/**
 * tlsrpt_answer_is_bogus:
 * @self: (nullable): an answer; `NULL` if nothing was asked
 *
 * Tells whether it is the DNSSEC signatures that keep the answer from us.
 *
 * Returns: `TRUE` if there is an answer that the server does not trust
 */
gboolean
tlsrpt_answer_is_bogus (TlsrptAnswer *self)
{
  return self != NULL && self->is_bogus;
}

/**
 * tlsrpt_answer_is_authoritative:
 * @self: an answer
 *
 * Tells whether the answer comes from a server of the zone and not from a cache.
 *
 * Returns: the AA bit (RFC 1035 section 4.1.1)
 */
gboolean
tlsrpt_answer_is_authoritative (TlsrptAnswer *self)
{
  return self->is_authoritative;
}

/**
 * tlsrpt_answer_get_zone:
 * @self: an answer
 *
 * Gets the apex of the zone that a negative answer comes from.
 *
 * Returns: (nullable): the apex
 */
const char *
tlsrpt_answer_get_zone (TlsrptAnswer *self)
{
  return self->zone;
}

gsize
tlsrpt_answer_get_n_resources (TlsrptAnswer *self)
{
  return self->resources->len;
}

const TlsrptResource *
tlsrpt_answer_get_resource (TlsrptAnswer *self,
                            gsize         i)
{
  g_return_val_if_fail (i < self->resources->len, NULL);

  return &g_array_index (self->resources, TlsrptResource, i);
}
