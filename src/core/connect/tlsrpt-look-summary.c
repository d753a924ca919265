/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-look-summary.h"

#include "tlsrpt-display.h"
#include "tlsrpt-failure-type.h"
#include "tlsrpt-look-text.h"

#include <glib/gi18n-lib.h>

/* Places to name for one line; a list of more helps nobody. */
#define MOST_PLACES 8

/* --- The whole ---------------------------------------------------------------- */

typedef struct
{
  guint n_all;
  guint n_tried;
  guint n_answered;
  guint n_unchecked; /* which says nothing about the server */
} Count;

/* What lies between here and there says nothing about the server. */
static gboolean
is_unchecked (TlsrptContact *contact)
{
  return contact->outcome == TLSRPT_CONTACT_BLOCKED ||
         contact->outcome == TLSRPT_CONTACT_NOT_TRIED ||
         contact->outcome == TLSRPT_CONTACT_UNREACHABLE;
}

static Count
count_contacts (TlsrptLook *self)
{
  Count count = { 0, 0, 0, 0 };

  for (guint i = 0; i < self->hosts->len; i++)
    {
      TlsrptLookHost *host = g_ptr_array_index (self->hosts, i);

      for (guint j = 0; j < host->contacts->len; j++)
        {
          TlsrptContact *contact = g_ptr_array_index (host->contacts, j);

          count.n_all++;
          count.n_tried += contact->outcome != TLSRPT_CONTACT_NOT_TRIED;
          count.n_answered += tlsrpt_contact_has_answered (contact->outcome);
          count.n_unchecked += is_unchecked (contact);
        }
    }

  return count;
}

/* The failure that costs the mail most, if there is any. */
static const TlsrptLookSender *
find_worst (TlsrptLook *self)
{
  const TlsrptLookSender *worst = NULL;

  for (guint i = 0; i < self->senders->len; i++)
    {
      const TlsrptLookSender *sender = g_ptr_array_index (self->senders, i);

      if (sender->reported.type != NULL &&
          (worst == NULL || sender->reported.delivery > worst->reported.delivery))
        worst = sender;
    }

  return worst;
}

static char *
dup_failure (TlsrptLook             *self,
             const TlsrptLookSender *sender)
{
  const char *name = sender->host != NULL ? sender->host : self->published->domain;
  g_autofree char *shown = tlsrpt_display_isolate (name, -1);
  const char *type = sender->reported.type;

  switch (sender->reported.delivery)
    {
    case TLSRPT_DELIVERY_DELAYED:
      /* Translators: the first %s is a word of a report, such as “tlsa-invalid”, the second
       * a mail server or a domain */
      return g_strdup_printf (_("A sender would report “%s” for “%s” and delay the mail"), type,
                              shown);

    case TLSRPT_DELIVERY_UNPROTECTED:
      /* Translators: the first %s is a word of a report, such as “tlsa-invalid”, the second
       * a mail server or a domain */
      return g_strdup_printf (_("A sender would report “%s” for “%s” and deliver the mail without "
                                "TLS"),
                              type, shown);

    case TLSRPT_DELIVERY_DELIVERED:
    default:
      /* Translators: the first %s is a word of a report, such as “tlsa-invalid”, the second
       * a mail server or a domain */
      return g_strdup_printf (_("A sender would report “%s” for “%s”, but deliver the mail"), type,
                              shown);
    }
}

/* A sender that could not look up TLSA records waits (RFC 7672 section 2.1). */
static gboolean
is_lookup_missing (TlsrptLook *self)
{
  for (guint i = 0; i < self->senders->len; i++)
    {
      const TlsrptLookSender *sender = g_ptr_array_index (self->senders, i);

      if (sender->reported.type == NULL &&
          sender->reported.delivery == TLSRPT_DELIVERY_DELAYED)
        return TRUE;
    }

  return FALSE;
}

/* A URL to which no report can go, if there is any. */
static TlsrptRua *
find_bad_destination (TlsrptLook *self)
{
  for (guint i = 0; i < self->rua->len; i++)
    {
      GPtrArray *contacts = g_ptr_array_index (self->rua, i);
      TlsrptContact *contact = contacts->len > 0 ? g_ptr_array_index (contacts, 0) : NULL;

      if (contact != NULL && tlsrpt_look_get_destination_mark (contact) == TLSRPT_MARK_BAD)
        return g_ptr_array_index (self->published->rua, i);
    }

  return NULL;
}

/* What is known although no sender would report a failure. */
static char *
dup_rest (TlsrptLook *self,
          Count       count)
{
  TlsrptRua *destination = find_bad_destination (self);
  guint n_silent = count.n_all - count.n_answered - count.n_unchecked;
  g_autofree char *shown = NULL;

  if (n_silent > 0)
    return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE,
                   /* Translators: the first %u is how many of the second %u */
                   "A sender would deliver the mail over TLS, but %u of %u address does not answer",
                   "A sender would deliver the mail over TLS, but %u of %u addresses do not answer",
                   count.n_all),
      n_silent, count.n_all);

  if (is_lookup_missing (self))
    return g_strdup (_("Senders that support DANE would delay the mail, because a lookup failed"));

  if (destination != NULL)
    {
      shown = tlsrpt_display_isolate (destination->uri, -1);
      /* Translators: %s is a URL */
      return g_strdup_printf (_("A sender would deliver the mail over TLS, but no report to “%s”"),
                              shown);
    }

  if (count.n_unchecked > 0)
    return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE,
                   /* Translators: the first %u is how many of the second %u */
                   "A sender would deliver the mail over TLS; %u of %u address could not be checked "
                   "from here",
                   "A sender would deliver the mail over TLS; %u of %u addresses could not be "
                   "checked from here",
                   count.n_all),
      count.n_unchecked, count.n_all);

  return NULL;
}

/* The worst of all that is said of a look: what is said of the whole must not be better or
 * worse than that of its parts. */
static TlsrptMark
find_mark (TlsrptLook *self)
{
  g_autoptr (GPtrArray) groups = tlsrpt_look_dup_groups (self);
  TlsrptMark mark = TLSRPT_MARK_NONE;

  for (guint i = 0; i < self->hosts->len; i++)
    mark = MAX (mark, tlsrpt_look_get_host_mark (self, g_ptr_array_index (self->hosts, i)));

  for (guint i = 0; i < groups->len; i++)
    mark = MAX (mark, tlsrpt_look_group_get_mark (g_ptr_array_index (groups, i)));

  for (guint i = 0; i < self->rua->len; i++)
    {
      GPtrArray *contacts = g_ptr_array_index (self->rua, i);

      if (contacts->len > 0)
        mark = MAX (mark, tlsrpt_look_get_destination_mark (g_ptr_array_index (contacts, 0)));
    }

  return mark;
}

/* What is wrong or unknown; `NULL` if that is nothing. */
static char *
dup_fault (TlsrptLook *self)
{
  const TlsrptLookSender *worst = find_worst (self);
  Count count = count_contacts (self);

  if (self->is_blocked)
    return g_strdup (_("This network seems to block port 25, so the mail servers could not be "
                       "checked"));

  if (worst != NULL)
    return dup_failure (self, worst);

  if (count.n_all == 0)
    return g_strdup (_("No mail server has an address to connect to"));

  if (count.n_tried == 0)
    return g_strdup (_("No mail server was contacted, because all of their addresses are "
                       "special-purpose addresses"));

  if (count.n_answered == 0)
    return g_strdup (_("No mail server answers, so a sender would delay the mail"));

  return dup_rest (self, count);
}

/**
 * tlsrpt_look_dup_conclusion:
 * @self: a look
 * @mark: (out): the same at a glance: the worst of what is said of its parts
 *
 * Says in one sentence whether a sender would deliver now, or what is still wrong.
 *
 * Returns: (transfer full): the sentence, without a full stop
 */
char *
tlsrpt_look_dup_conclusion (TlsrptLook *self,
                            TlsrptMark *mark)
{
  char *fault = dup_fault (self);

  *mark = find_mark (self);

  return fault != NULL ? fault
                       : g_strdup (_("Nothing to fix; a sender would deliver the mail over TLS"));
}

/**
 * tlsrpt_look_dup_answer:
 * @self: a look
 * @mark: (out): the same at a glance
 *
 * Says the same to somebody who asks whether what was reported is fixed.
 *
 * Returns: (transfer full): the sentence, without a full stop
 */
char *
tlsrpt_look_dup_answer (TlsrptLook *self,
                        TlsrptMark *mark)
{
  char *fault = dup_fault (self);

  *mark = find_mark (self);

  return fault != NULL ? fault : g_strdup (_("Fixed: a sender would deliver the mail over TLS"));
}

/* --- A mail server ------------------------------------------------------------ */

static TlsrptMark
find_sender_mark (TlsrptLook *self,
                  const char *host,
                  const char *address)
{
  TlsrptMark mark = TLSRPT_MARK_NONE;

  for (guint i = 0; i < self->senders->len; i++)
    {
      const TlsrptLookSender *sender = g_ptr_array_index (self->senders, i);

      if (sender->reported.type != NULL && g_strcmp0 (sender->host, host) == 0 &&
          (sender->address == NULL || g_strcmp0 (sender->address, address) == 0))
        mark = MAX (mark, sender->reported.delivery == TLSRPT_DELIVERY_DELIVERED
                            ? TLSRPT_MARK_DOUBTFUL
                            : TLSRPT_MARK_BAD);
    }

  return mark;
}

/**
 * tlsrpt_look_get_contact_mark:
 * @self: a look
 * @host: one of its mail servers
 * @contact: a visit to one of its addresses
 *
 * Gets what came of a visit, at a glance.
 *
 * Returns: the mark
 */
TlsrptMark
tlsrpt_look_get_contact_mark (TlsrptLook     *self,
                              TlsrptLookHost *host,
                              TlsrptContact  *contact)
{
  TlsrptMark mark;

  if (is_unchecked (contact))
    return TLSRPT_MARK_NONE;

  mark = find_sender_mark (self, host->server->host, contact->address);
  if (mark != TLSRPT_MARK_NONE)
    return mark;

  if (tlsrpt_contact_has_answered (contact->outcome))
    return TLSRPT_MARK_GOOD;

  /* A sender goes on to the next address, if there is one that answers. */
  return tlsrpt_look_has_answer (self) ? TLSRPT_MARK_DOUBTFUL : TLSRPT_MARK_BAD;
}

/**
 * tlsrpt_look_get_host_mark:
 * @self: a look
 * @host: one of its mail servers
 *
 * Gets what came of the visits to a mail server, at a glance.
 *
 * Returns: the worst of their marks
 */
TlsrptMark
tlsrpt_look_get_host_mark (TlsrptLook     *self,
                           TlsrptLookHost *host)
{
  TlsrptMark mark = find_sender_mark (self, host->server->host, NULL);

  for (guint i = 0; i < host->contacts->len; i++)
    mark = MAX (mark, tlsrpt_look_get_contact_mark (self, host,
                                                    g_ptr_array_index (host->contacts, i)));

  return mark;
}

static gint64
get_not_after (TlsrptContact *contact)
{
  return contact->chain->len > 0
           ? ((TlsrptCertificate *) g_ptr_array_index (contact->chain, 0))->not_after
           : G_MAXINT64;
}

/* The visit that says most about a mail server: the worst, or else the certificate that
 * ends first. */
static TlsrptContact *
find_telling (TlsrptLook     *self,
              TlsrptLookHost *host)
{
  TlsrptContact *telling = NULL;
  TlsrptMark mark = TLSRPT_MARK_NONE;

  for (guint i = 0; i < host->contacts->len; i++)
    {
      TlsrptContact *contact = g_ptr_array_index (host->contacts, i);
      TlsrptMark its_mark = tlsrpt_look_get_contact_mark (self, host, contact);

      if (telling == NULL || its_mark > mark ||
          (its_mark == mark && get_not_after (contact) < get_not_after (telling)))
        {
          telling = contact;
          mark = its_mark;
        }
    }

  return telling;
}

/**
 * tlsrpt_look_dup_host_summary:
 * @self: a look
 * @host: one of its mail servers
 *
 * Says what was seen at a mail server: what is worst, or until when its certificate is
 * valid.
 *
 * Returns: (transfer full): the words
 */
char *
tlsrpt_look_dup_host_summary (TlsrptLook     *self,
                              TlsrptLookHost *host)
{
  TlsrptContact *contact = find_telling (self, host);
  g_autofree char *summary = NULL;
  g_auto (GStrv) notes = NULL;

  if (contact == NULL)
    return g_strdup (_("No address to connect to"));

  summary = tlsrpt_contact_dup_summary (contact);
  notes = tlsrpt_contact_dup_notes (contact);
  if (notes[0] == NULL)
    return g_steal_pointer (&summary);

  return g_strdup_printf ("%s\n%s", summary, notes[0]);
}

/**
 * tlsrpt_look_get_destination_mark:
 * @contact: a visit to the host of a URL that receives reports
 *
 * Gets what came of the visit, at a glance.
 *
 * Returns: the mark
 */
TlsrptMark
tlsrpt_look_get_destination_mark (TlsrptContact *contact)
{
  if (contact->outcome == TLSRPT_CONTACT_NOT_TRIED ||
      contact->outcome == TLSRPT_CONTACT_UNREACHABLE)
    return TLSRPT_MARK_NONE;

  return contact->outcome == TLSRPT_CONTACT_TLS && contact->pkix == 0 ? TLSRPT_MARK_GOOD
                                                                      : TLSRPT_MARK_BAD;
}

/* --- What senders report ------------------------------------------------------ */

static void
group_free (TlsrptLookGroup *group)
{
  g_ptr_array_unref (group->places);
  g_free (group);
}

static TlsrptLookGroup *
find_group (GPtrArray            *groups,
            const TlsrptReported *reported)
{
  TlsrptLookGroup *group;

  for (guint i = 0; i < groups->len; i++)
    {
      group = g_ptr_array_index (groups, i);
      if (group->reported.policy == reported->policy &&
          group->reported.fault == reported->fault &&
          group->reported.delivery == reported->delivery &&
          g_strcmp0 (group->reported.type, reported->type) == 0)
        return group;
    }

  group = g_new (TlsrptLookGroup, 1);
  group->reported = *reported;
  group->places = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (groups, group);

  return group;
}

/* Failures first, those that cost most before the others. */
static int
compare_groups (gconstpointer a,
                gconstpointer b)
{
  const TlsrptReported *one = &(*(TlsrptLookGroup *const *) a)->reported;
  const TlsrptReported *other = &(*(TlsrptLookGroup *const *) b)->reported;

  if ((one->type != NULL) != (other->type != NULL))
    return one->type != NULL ? -1 : 1;

  return (int) other->delivery - (int) one->delivery;
}

/**
 * tlsrpt_look_dup_groups:
 * @self: a look
 *
 * Gathers what senders report, the same about several addresses as one.
 *
 * Returns: (transfer full) (element-type TlsrptLookGroup): the groups, the worst first
 */
GPtrArray *
tlsrpt_look_dup_groups (TlsrptLook *self)
{
  GPtrArray *groups = g_ptr_array_new_with_free_func ((GDestroyNotify) group_free);

  for (guint i = 0; i < self->senders->len; i++)
    {
      const TlsrptLookSender *sender = g_ptr_array_index (self->senders, i);
      TlsrptLookGroup *group = find_group (groups, &sender->reported);

      if (sender->host != NULL)
        g_ptr_array_add (group->places, tlsrpt_look_dup_place (sender->host, sender->address));
    }

  g_ptr_array_sort (groups, compare_groups);

  return groups;
}

/**
 * tlsrpt_look_group_get_mark:
 * @self: a group
 *
 * Gets what a sender reports, at a glance.
 *
 * Returns: the mark
 */
TlsrptMark
tlsrpt_look_group_get_mark (const TlsrptLookGroup *self)
{
  gboolean is_delivered = self->reported.delivery == TLSRPT_DELIVERY_DELIVERED;

  if (self->reported.type == NULL)
    return is_delivered ? TLSRPT_MARK_GOOD : TLSRPT_MARK_DOUBTFUL;

  return is_delivered ? TLSRPT_MARK_DOUBTFUL : TLSRPT_MARK_BAD;
}

/**
 * tlsrpt_look_group_dup_title:
 * @self: a group
 *
 * Says what a sender reports: what the guide calls the failure.
 *
 * Returns: (transfer full): the words
 */
char *
tlsrpt_look_group_dup_title (const TlsrptLookGroup *self)
{
  TlsrptFailureType *type = self->reported.type != NULL
                              ? tlsrpt_failure_type_lookup (self->reported.type)
                              : NULL;

  if (type != NULL)
    return g_strdup (tlsrpt_guide_entry_get_title (TLSRPT_GUIDE_ENTRY (type)));

  /* A mail that waits is no success, although a report has no word for it. */
  return g_strdup (self->reported.delivery == TLSRPT_DELIVERY_DELIVERED
                     ? _("No failure")
                     : _("Nothing, because no TLS session begins"));
}

/**
 * tlsrpt_look_group_dup_text:
 * @self: a group
 *
 * Says the rest: the result types, the policy, what happens to the mail, and where.
 *
 * Returns: (transfer full): the words, of several lines
 */
char *
tlsrpt_look_group_dup_text (const TlsrptLookGroup *self)
{
  const TlsrptReported *reported = &self->reported;
  g_auto (GStrv) others = tlsrpt_reported_dup_others (reported);
  g_autofree char *list = g_strjoinv (", ", others);
  g_autoptr (GString) text = g_string_new (NULL);

  if (reported->type != NULL && *list != '\0')
    /* Translators: a word of a report, and other words for the same */
    g_string_append_printf (text, _("%s (some senders: %s)"), reported->type, list);
  else if (reported->type != NULL)
    g_string_append (text, reported->type);
  if (text->len > 0)
    g_string_append_c (text, '\n');

  /* Translators: the name of a policy, such as “MTA-STS”, and what happens to mail */
  g_string_append_printf (text, _("%s: %s"), tlsrpt_policy_get_name (reported->policy),
                          tlsrpt_delivery_get_message (reported->delivery));

  for (guint i = 0; i < MIN (self->places->len, MOST_PLACES); i++)
    g_string_append_printf (text, "%s%s", i == 0 ? "\n" : ", ",
                            (const char *) g_ptr_array_index (self->places, i));
  if (self->places->len > MOST_PLACES)
    g_string_append (text, ", …");

  return g_string_free (g_steal_pointer (&text), FALSE);
}
