/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-check.h"

#include "tlsrpt-domain.h"

/**
 * TlsrptCheck:
 *
 * One look at what is published for a domain.
 *
 * Nothing is asked before tlsrpt_check_start().  When the state is
 * `TLSRPT_CHECK_DONE`, exactly one of the verdict and the error is set.  The
 * verdict follows the record that it compares with; DNS is not asked again.
 */
struct _TlsrptCheck
{
  GObject            parent_instance;

  TlsrptResolver    *resolver;
  TlsrptLookupFlags  flags;

  /* Input */
  char              *domain; /* in A-labels, or as it was typed if it is none */
  TlsrptRecord      *record;

  /* Output */
  TlsrptCheckState   state;
  GError            *error;
  TlsrptVerdict     *verdict;

  TlsrptPublished   *published;
  GCancellable      *cancellable;
};

G_DEFINE_ENUM_TYPE (TlsrptCheckState, tlsrpt_check_state,
                    G_DEFINE_ENUM_VALUE (TLSRPT_CHECK_WAITING, "waiting"),
                    G_DEFINE_ENUM_VALUE (TLSRPT_CHECK_RUNNING, "running"),
                    G_DEFINE_ENUM_VALUE (TLSRPT_CHECK_DONE, "done"),
                    G_DEFINE_ENUM_VALUE (TLSRPT_CHECK_CANCELLED, "cancelled"))

G_DEFINE_FINAL_TYPE (TlsrptCheck, tlsrpt_check, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_DOMAIN,
  PROP_RECORD,
  PROP_STATE,
  PROP_VERDICT,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

/* The value of the record, if it is one for this domain. */
static const char *
find_expected (TlsrptCheck *self)
{
  const char *owner_name;

  if (self->record == NULL)
    return NULL;

  owner_name = tlsrpt_record_get_owner_name (self->record);
  if (g_strcmp0 (owner_name, self->published->owner_name) != 0)
    return NULL;

  return tlsrpt_record_get_value (self->record);
}

static void
update_verdict (TlsrptCheck *self)
{
  if (self->published == NULL)
    return;

  g_clear_pointer (&self->verdict, tlsrpt_verdict_free);
  self->verdict = tlsrpt_verdict_new (self->published, find_expected (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VERDICT]);
}

static void
set_state (TlsrptCheck      *self,
           TlsrptCheckState  state)
{
  self->state = state;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
}

static void
looked_up_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (TlsrptCheck) self = user_data;

  self->published = tlsrpt_lookup_finish (TLSRPT_RESOLVER (source), result, NULL);
  update_verdict (self);

  /* Canceling already set the state. */
  if (self->published != NULL)
    set_state (self, TLSRPT_CHECK_DONE);
}

static void
tlsrpt_check_get_property (GObject    *object,
                           guint       property_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  TlsrptCheck *self = TLSRPT_CHECK (object);

  switch (property_id)
    {
    case PROP_DOMAIN:
      g_value_set_string (value, self->domain);
      break;

    case PROP_RECORD:
      g_value_set_object (value, self->record);
      break;

    case PROP_STATE:
      g_value_set_enum (value, self->state);
      break;

    case PROP_VERDICT:
      g_value_set_pointer (value, self->verdict);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
tlsrpt_check_set_property (GObject      *object,
                           guint         property_id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  TlsrptCheck *self = TLSRPT_CHECK (object);

  switch (property_id)
    {
    case PROP_RECORD:
      tlsrpt_check_set_record (self, g_value_get_object (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
tlsrpt_check_dispose (GObject *object)
{
  TlsrptCheck *self = TLSRPT_CHECK (object);

  tlsrpt_check_set_record (self, NULL);

  G_OBJECT_CLASS (tlsrpt_check_parent_class)->dispose (object);
}

static void
tlsrpt_check_finalize (GObject *object)
{
  TlsrptCheck *self = TLSRPT_CHECK (object);

  g_clear_pointer (&self->verdict, tlsrpt_verdict_free);
  g_clear_pointer (&self->published, tlsrpt_published_unref);
  g_clear_error (&self->error);
  g_object_unref (self->cancellable);
  g_object_unref (self->resolver);
  g_free (self->domain);

  G_OBJECT_CLASS (tlsrpt_check_parent_class)->finalize (object);
}

static void
tlsrpt_check_class_init (TlsrptCheckClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = tlsrpt_check_dispose;
  object_class->finalize = tlsrpt_check_finalize;
  object_class->get_property = tlsrpt_check_get_property;
  object_class->set_property = tlsrpt_check_set_property;

  /**
   * TlsrptCheck:domain:
   *
   * The policy domain in A-labels; what was typed, if that is no domain.
   */
  properties[PROP_DOMAIN] =
    g_param_spec_string ("domain", NULL, NULL, NULL,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  /**
   * TlsrptCheck:record:
   *
   * What the verdict compares with, as long as it is a record for this domain.
   */
  properties[PROP_RECORD] =
    g_param_spec_object ("record", NULL, NULL, TLSRPT_TYPE_RECORD,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  /**
   * TlsrptCheck:state:
   *
   * How far the check has come.
   */
  properties[PROP_STATE] =
    g_param_spec_enum ("state", NULL, NULL, TLSRPT_TYPE_CHECK_STATE, TLSRPT_CHECK_WAITING,
                       G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  /**
   * TlsrptCheck:verdict:
   *
   * The [struct@Verdict], once there is one.  It is another one when the record
   * has changed.
   */
  properties[PROP_VERDICT] =
    g_param_spec_pointer ("verdict", NULL, NULL,
                          G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
tlsrpt_check_init (TlsrptCheck *self)
{
  self->cancellable = g_cancellable_new ();
}

/**
 * tlsrpt_check_new:
 * @resolver: whom to ask
 * @domain: what was typed for a domain
 * @flags: what to ask for besides
 *
 * Creates a check, without asking anything.
 *
 * Returns: (transfer full): the check
 */
TlsrptCheck *
tlsrpt_check_new (TlsrptResolver    *resolver,
                  const char        *domain,
                  TlsrptLookupFlags  flags)
{
  TlsrptCheck *self;

  g_return_val_if_fail (TLSRPT_IS_RESOLVER (resolver), NULL);
  g_return_val_if_fail (domain != NULL, NULL);

  self = g_object_new (TLSRPT_TYPE_CHECK, NULL);
  self->resolver = g_object_ref (resolver);
  self->flags = flags;
  self->domain = tlsrpt_domain_to_ascii (domain, &self->error);
  if (self->domain == NULL)
    self->domain = g_strdup (domain);

  return self;
}

/**
 * tlsrpt_check_start:
 * @self: a check that was not started yet
 *
 * Asks DNS, and the policy host if there is one.
 */
void
tlsrpt_check_start (TlsrptCheck *self)
{
  g_return_if_fail (TLSRPT_IS_CHECK (self));
  g_return_if_fail (self->state == TLSRPT_CHECK_WAITING);

  if (self->error != NULL)
    {
      set_state (self, TLSRPT_CHECK_DONE);
      return;
    }

  set_state (self, TLSRPT_CHECK_RUNNING);
  tlsrpt_lookup_async (self->resolver, self->domain, self->flags, self->cancellable,
                       looked_up_cb, g_object_ref (self));
}

/**
 * tlsrpt_check_cancel:
 * @self: a check
 *
 * Stops asking, or does not begin; there will be no verdict.  A check that is
 * done stays so.
 */
void
tlsrpt_check_cancel (TlsrptCheck *self)
{
  g_return_if_fail (TLSRPT_IS_CHECK (self));

  if (self->state >= TLSRPT_CHECK_DONE)
    return;

  g_cancellable_cancel (self->cancellable);
  set_state (self, TLSRPT_CHECK_CANCELLED);
}

const char *
tlsrpt_check_get_domain (TlsrptCheck *self)
{
  g_return_val_if_fail (TLSRPT_IS_CHECK (self), NULL);

  return self->domain;
}

/**
 * tlsrpt_check_has_own_server:
 * @self: a check
 *
 * Tells whether a name server was named to ask.  Whoever does that knows where its answers
 * lead.
 *
 * Returns: `FALSE` if the name servers of the system are asked
 */
gboolean
tlsrpt_check_has_own_server (TlsrptCheck *self)
{
  g_return_val_if_fail (TLSRPT_IS_CHECK (self), FALSE);

  return tlsrpt_resolver_get_server (self->resolver) != NULL;
}

void
tlsrpt_check_set_record (TlsrptCheck  *self,
                         TlsrptRecord *record)
{
  g_return_if_fail (TLSRPT_IS_CHECK (self));
  g_return_if_fail (record == NULL || TLSRPT_IS_RECORD (record));

  if (self->record == record)
    return;

  if (self->record != NULL)
    g_signal_handlers_disconnect_by_func (self->record, update_verdict, self);

  g_set_object (&self->record, record);

  if (record != NULL)
    {
      g_signal_connect_object (record, "notify::owner-name",
                               G_CALLBACK (update_verdict), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (record, "notify::value",
                               G_CALLBACK (update_verdict), self, G_CONNECT_SWAPPED);
    }

  update_verdict (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RECORD]);
}

TlsrptCheckState
tlsrpt_check_get_state (TlsrptCheck *self)
{
  g_return_val_if_fail (TLSRPT_IS_CHECK (self), TLSRPT_CHECK_WAITING);

  return self->state;
}

/**
 * tlsrpt_check_get_error:
 * @self: a check
 *
 * Returns: (nullable): why the domain is none
 */
const GError *
tlsrpt_check_get_error (TlsrptCheck *self)
{
  g_return_val_if_fail (TLSRPT_IS_CHECK (self), NULL);

  return self->error;
}

const TlsrptVerdict *
tlsrpt_check_get_verdict (TlsrptCheck *self)
{
  g_return_val_if_fail (TLSRPT_IS_CHECK (self), NULL);

  return self->verdict;
}
