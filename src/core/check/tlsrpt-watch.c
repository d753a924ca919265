/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-watch.h"

#include "tlsrpt-limits.h"

#include <time.h>

#define RECORD_PREFIX "_smtp._tls."

/* Milliseconds after which the clock is looked at again: a timer stands still while the
 * computer sleeps. */
#define LONGEST_NAP 30000

/**
 * TlsrptWatch:
 *
 * Asks for one TXT record again and again, until DNS has the one that is expected.
 *
 * It asks the question of a check, no more often than the TTL of the answer and the
 * interval allow, for no longer than `TLSRPT_LIMIT_WATCH_TIME`, and nothing before the
 * first interval is over: who asks too early has a cache remember that there is nothing.
 */
struct _TlsrptWatch
{
  GObject             parent_instance;

  TlsrptResolver     *resolver;
  char               *domain;
  char               *owner_name;
  char               *expected;
  guint               interval;

  /* Output */
  TlsrptWatchState    state;
  TlsrptWatchFinding  finding;
  TlsrptOutcome       outcome;

  /* Moments of read_clock() */
  gint64              start;
  gint64              asked;
  gint64              next;

  guint               timeout;
  GCancellable       *cancellable;
};

G_DEFINE_ENUM_TYPE (TlsrptWatchState, tlsrpt_watch_state,
                    G_DEFINE_ENUM_VALUE (TLSRPT_WATCH_STOPPED, "stopped"),
                    G_DEFINE_ENUM_VALUE (TLSRPT_WATCH_WAITING, "waiting"),
                    G_DEFINE_ENUM_VALUE (TLSRPT_WATCH_LOOKING, "looking"),
                    G_DEFINE_ENUM_VALUE (TLSRPT_WATCH_FOUND, "found"),
                    G_DEFINE_ENUM_VALUE (TLSRPT_WATCH_EXPIRED, "expired"))

G_DEFINE_FINAL_TYPE (TlsrptWatch, tlsrpt_watch, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_INTERVAL,
  PROP_STATE,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

/* Milliseconds, those included in which the computer slept; nobody can set this clock. */
static gint64
read_clock (void)
{
  struct timespec now;

  clock_gettime (CLOCK_BOOTTIME, &now);

  return now.tv_sec * G_GINT64_CONSTANT (1000) + now.tv_nsec / 1000000;
}

/* The time of day of a moment. */
static GDateTime *
dup_time (gint64 moment)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return g_date_time_add (now, (moment - read_clock ()) * 1000);
}

static void
set_state (TlsrptWatch      *self,
           TlsrptWatchState  state)
{
  self->state = state;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
}

static void nap (TlsrptWatch *self);

static void
plan (TlsrptWatch *self,
      guint32      ttl)
{
  self->next = tlsrpt_watch_plan_find_next (self->start, self->asked, self->interval, ttl);
  if (self->next < 0)
    {
      set_state (self, TLSRPT_WATCH_EXPIRED);
      return;
    }

  nap (self);
  set_state (self, TLSRPT_WATCH_WAITING);
}

static void
asked_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (TlsrptWatch) self = user_data;
  g_autoptr (TlsrptAnswer) answer = NULL;
  guint32 ttl;

  answer = tlsrpt_resolver_ask_finish (TLSRPT_RESOLVER (source), result, NULL);
  /* Stopping already set the state. */
  if (answer == NULL)
    return;

  self->outcome = tlsrpt_answer_get_outcome (answer);
  self->finding = tlsrpt_watch_plan_judge (answer, self->expected, &ttl);
  if (self->finding == TLSRPT_WATCH_FINDING_EXPECTED)
    set_state (self, TLSRPT_WATCH_FOUND);
  else
    plan (self, ttl);
}

static void
look (TlsrptWatch *self)
{
  self->asked = read_clock ();
  set_state (self, TLSRPT_WATCH_LOOKING);
  tlsrpt_resolver_ask_async (self->resolver, self->owner_name, TLSRPT_RESOURCE_TXT,
                             self->cancellable, asked_cb, g_object_ref (self));
}

static void
nap_ended_cb (gpointer user_data)
{
  TlsrptWatch *self = TLSRPT_WATCH (user_data);

  self->timeout = 0;
  if (read_clock () >= self->next)
    look (self);
  else
    nap (self);
}

static void
nap (TlsrptWatch *self)
{
  /* Read once: CLAMP () looks at it several times, between which the clock goes on. */
  gint64 rest = self->next - read_clock ();

  self->timeout = g_timeout_add_once ((guint) CLAMP (rest, 0, LONGEST_NAP), nap_ended_cb, self);
}

static void
tlsrpt_watch_get_property (GObject    *object,
                           guint       property_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  TlsrptWatch *self = TLSRPT_WATCH (object);

  switch (property_id)
    {
    case PROP_INTERVAL:
      g_value_set_uint (value, self->interval);
      break;

    case PROP_STATE:
      g_value_set_enum (value, self->state);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
tlsrpt_watch_set_property (GObject      *object,
                           guint         property_id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  switch (property_id)
    {
    case PROP_INTERVAL:
      tlsrpt_watch_set_interval (TLSRPT_WATCH (object), g_value_get_uint (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
tlsrpt_watch_dispose (GObject *object)
{
  tlsrpt_watch_stop (TLSRPT_WATCH (object));

  G_OBJECT_CLASS (tlsrpt_watch_parent_class)->dispose (object);
}

static void
tlsrpt_watch_finalize (GObject *object)
{
  TlsrptWatch *self = TLSRPT_WATCH (object);

  g_object_unref (self->cancellable);
  g_object_unref (self->resolver);
  g_free (self->domain);
  g_free (self->owner_name);
  g_free (self->expected);

  G_OBJECT_CLASS (tlsrpt_watch_parent_class)->finalize (object);
}

static void
tlsrpt_watch_class_init (TlsrptWatchClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = tlsrpt_watch_dispose;
  object_class->finalize = tlsrpt_watch_finalize;
  object_class->get_property = tlsrpt_watch_get_property;
  object_class->set_property = tlsrpt_watch_set_property;

  /**
   * TlsrptWatch:interval:
   *
   * The least time from one look to the next, in milliseconds.
   */
  properties[PROP_INTERVAL] =
    g_param_spec_uint ("interval", NULL, NULL, 0, G_MAXUINT, TLSRPT_LIMIT_WATCH_INTERVAL * 1000,
                       G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  /**
   * TlsrptWatch:state:
   *
   * How far the watch has come.  It is notified again when there is more to say.
   */
  properties[PROP_STATE] =
    g_param_spec_enum ("state", NULL, NULL, TLSRPT_TYPE_WATCH_STATE, TLSRPT_WATCH_STOPPED,
                       G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
tlsrpt_watch_init (TlsrptWatch *self)
{
  self->cancellable = g_cancellable_new ();
  self->interval = TLSRPT_LIMIT_WATCH_INTERVAL * 1000;
}

/**
 * tlsrpt_watch_new:
 * @resolver: whom to ask
 * @domain: a policy domain in A-labels
 * @expected: the record that will be published for it
 *
 * Creates a watch, without asking anything.
 *
 * Returns: (transfer full): the watch
 */
TlsrptWatch *
tlsrpt_watch_new (TlsrptResolver *resolver,
                  const char     *domain,
                  const char     *expected)
{
  TlsrptWatch *self;

  g_return_val_if_fail (TLSRPT_IS_RESOLVER (resolver), NULL);
  g_return_val_if_fail (domain != NULL, NULL);
  g_return_val_if_fail (expected != NULL, NULL);

  self = g_object_new (TLSRPT_TYPE_WATCH, NULL);
  self->resolver = g_object_ref (resolver);
  self->domain = g_strdup (domain);
  self->owner_name = g_strconcat (RECORD_PREFIX, domain, NULL);
  self->expected = g_strdup (expected);

  return self;
}

const char *
tlsrpt_watch_get_domain (TlsrptWatch *self)
{
  g_return_val_if_fail (TLSRPT_IS_WATCH (self), NULL);

  return self->domain;
}

guint
tlsrpt_watch_get_interval (TlsrptWatch *self)
{
  g_return_val_if_fail (TLSRPT_IS_WATCH (self), 0);

  return self->interval;
}

void
tlsrpt_watch_set_interval (TlsrptWatch *self,
                           guint        interval)
{
  g_return_if_fail (TLSRPT_IS_WATCH (self));

  if (self->interval == interval)
    return;

  self->interval = interval;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_INTERVAL]);
}

/**
 * tlsrpt_watch_start:
 * @self: a watch that was not started yet
 *
 * Begins to wait for the first look.
 */
void
tlsrpt_watch_start (TlsrptWatch *self)
{
  g_return_if_fail (TLSRPT_IS_WATCH (self));
  g_return_if_fail (self->start == 0);

  self->start = read_clock ();
  self->asked = self->start;
  plan (self, 0);
}

/**
 * tlsrpt_watch_stop:
 * @self: a watch
 *
 * Asks no more.  A watch that has ended keeps its state.
 */
void
tlsrpt_watch_stop (TlsrptWatch *self)
{
  g_return_if_fail (TLSRPT_IS_WATCH (self));

  if (!tlsrpt_watch_is_running (self))
    return;

  g_clear_handle_id (&self->timeout, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  set_state (self, TLSRPT_WATCH_STOPPED);
}

TlsrptWatchState
tlsrpt_watch_get_state (TlsrptWatch *self)
{
  g_return_val_if_fail (TLSRPT_IS_WATCH (self), TLSRPT_WATCH_STOPPED);

  return self->state;
}

gboolean
tlsrpt_watch_is_running (TlsrptWatch *self)
{
  g_return_val_if_fail (TLSRPT_IS_WATCH (self), FALSE);

  return self->state == TLSRPT_WATCH_WAITING || self->state == TLSRPT_WATCH_LOOKING;
}

/**
 * tlsrpt_watch_get_finding:
 * @self: a watch
 *
 * Returns: what the last look has found
 */
TlsrptWatchFinding
tlsrpt_watch_get_finding (TlsrptWatch *self)
{
  g_return_val_if_fail (TLSRPT_IS_WATCH (self), TLSRPT_WATCH_FINDING_NONE);

  return self->finding;
}

/**
 * tlsrpt_watch_get_outcome:
 * @self: a watch that has looked
 *
 * Returns: how the last question ended
 */
TlsrptOutcome
tlsrpt_watch_get_outcome (TlsrptWatch *self)
{
  g_return_val_if_fail (TLSRPT_IS_WATCH (self), TLSRPT_OUTCOME_ANSWER);

  return self->outcome;
}

/**
 * tlsrpt_watch_awaits_cache:
 * @self: a watch that waits
 *
 * Returns: whether it waits for longer than the interval, since caches keep the answer
 */
gboolean
tlsrpt_watch_awaits_cache (TlsrptWatch *self)
{
  g_return_val_if_fail (TLSRPT_IS_WATCH (self), FALSE);

  return self->next - self->asked > self->interval;
}

/**
 * tlsrpt_watch_dup_asked:
 * @self: a watch that was started
 *
 * Returns: (transfer full): when it has last looked, or began, in local time
 */
GDateTime *
tlsrpt_watch_dup_asked (TlsrptWatch *self)
{
  g_return_val_if_fail (TLSRPT_IS_WATCH (self), NULL);

  return dup_time (self->asked);
}

/**
 * tlsrpt_watch_dup_end:
 * @self: a watch that was started
 *
 * Returns: (transfer full): when it ends at the latest, in local time
 */
GDateTime *
tlsrpt_watch_dup_end (TlsrptWatch *self)
{
  g_return_val_if_fail (TLSRPT_IS_WATCH (self), NULL);

  return dup_time (self->start + TLSRPT_LIMIT_WATCH_TIME * G_GINT64_CONSTANT (1000));
}

/**
 * tlsrpt_watch_dup_next:
 * @self: a watch that waits
 *
 * Returns: (transfer full): when it looks again, in local time
 */
GDateTime *
tlsrpt_watch_dup_next (TlsrptWatch *self)
{
  g_return_val_if_fail (TLSRPT_IS_WATCH (self), NULL);

  return dup_time (self->next);
}
