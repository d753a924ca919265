/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-check-list.h"

#include "tlsrpt-limits.h"

/**
 * TlsrptCheckList:
 *
 * Checks of many domains: a [iface@Gio.ListModel] of [class@Check].  At most
 * `TLSRPT_LIMIT_LOOKUPS` run at the same time.
 */
struct _TlsrptCheckList
{
  GObject    parent_instance;

  GPtrArray *checks;

  guint      n_started;
  guint      n_done;
  gboolean   is_cancelled;
};

static void tlsrpt_check_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TlsrptCheckList, tlsrpt_check_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      tlsrpt_check_list_model_init))

enum
{
  PROP_0,
  PROP_N_DONE,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void start_next (TlsrptCheckList *self);

/* --- The list ------------------------------------------------------------------------ */

static GType
tlsrpt_check_list_get_item_type (GListModel *list)
{
  return TLSRPT_TYPE_CHECK;
}

static guint
tlsrpt_check_list_get_n_items (GListModel *list)
{
  return TLSRPT_CHECK_LIST (list)->checks->len;
}

static gpointer
tlsrpt_check_list_get_item (GListModel *list,
                            guint       position)
{
  TlsrptCheckList *self = TLSRPT_CHECK_LIST (list);

  if (position >= self->checks->len)
    return NULL;

  return g_object_ref (g_ptr_array_index (self->checks, position));
}

static void
tlsrpt_check_list_model_init (GListModelInterface *iface)
{
  iface->get_item = tlsrpt_check_list_get_item;
  iface->get_item_type = tlsrpt_check_list_get_item_type;
  iface->get_n_items = tlsrpt_check_list_get_n_items;
}

/* --- Checking ------------------------------------------------------------------------- */

static void
state_changed_cb (TlsrptCheckList *self,
                  GParamSpec      *pspec,
                  TlsrptCheck     *check)
{
  if (tlsrpt_check_get_state (check) < TLSRPT_CHECK_DONE)
    return;

  self->n_done++;
  start_next (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_DONE]);
}

/* An invalid domain is done as soon as it starts, which calls this again. */
static void
start_next (TlsrptCheckList *self)
{
  while (!self->is_cancelled && self->n_started < self->checks->len &&
         self->n_started - self->n_done < TLSRPT_LIMIT_LOOKUPS)
    {
      TlsrptCheck *check = g_ptr_array_index (self->checks, self->n_started++);

      tlsrpt_check_start (check);
      if (tlsrpt_check_get_state (check) == TLSRPT_CHECK_DONE)
        self->n_done++;
      else
        g_signal_connect_object (check, "notify::state",
                                 G_CALLBACK (state_changed_cb), self, G_CONNECT_SWAPPED);
    }
}

static void
tlsrpt_check_list_get_property (GObject    *object,
                                guint       property_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  TlsrptCheckList *self = TLSRPT_CHECK_LIST (object);

  switch (property_id)
    {
    case PROP_N_DONE:
      g_value_set_uint (value, self->n_done);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
tlsrpt_check_list_finalize (GObject *object)
{
  TlsrptCheckList *self = TLSRPT_CHECK_LIST (object);

  tlsrpt_check_list_cancel (self);
  g_ptr_array_unref (self->checks);

  G_OBJECT_CLASS (tlsrpt_check_list_parent_class)->finalize (object);
}

static void
tlsrpt_check_list_class_init (TlsrptCheckListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = tlsrpt_check_list_finalize;
  object_class->get_property = tlsrpt_check_list_get_property;

  /**
   * TlsrptCheckList:n-done:
   *
   * How many checks have come to an end.
   */
  properties[PROP_N_DONE] =
    g_param_spec_uint ("n-done", NULL, NULL, 0, G_MAXUINT, 0,
                       G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
tlsrpt_check_list_init (TlsrptCheckList *self)
{
  self->checks = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * tlsrpt_check_list_new:
 * @resolver: whom to ask
 * @domains: (array zero-terminated=1): domains, as if they had been typed
 *
 * Creates checks, without asking anything.
 *
 * Returns: (transfer full): the list
 */
TlsrptCheckList *
tlsrpt_check_list_new (TlsrptResolver    *resolver,
                       const char *const *domains)
{
  TlsrptCheckList *self;

  g_return_val_if_fail (TLSRPT_IS_RESOLVER (resolver), NULL);
  g_return_val_if_fail (domains != NULL, NULL);

  self = g_object_new (TLSRPT_TYPE_CHECK_LIST, NULL);
  for (gsize i = 0; domains[i] != NULL; i++)
    g_ptr_array_add (self->checks,
                     tlsrpt_check_new (resolver, domains[i], TLSRPT_LOOKUP_NORMAL));

  return self;
}

/**
 * tlsrpt_check_list_start:
 * @self: a list that was not started yet
 *
 * Checks the domains, in their order.
 */
void
tlsrpt_check_list_start (TlsrptCheckList *self)
{
  g_return_if_fail (TLSRPT_IS_CHECK_LIST (self));
  g_return_if_fail (self->n_started == 0);

  start_next (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_DONE]);
}

/**
 * tlsrpt_check_list_cancel:
 * @self: a list
 *
 * Stops the checks that run and does not begin the others.  What is done stays.
 */
void
tlsrpt_check_list_cancel (TlsrptCheckList *self)
{
  g_return_if_fail (TLSRPT_IS_CHECK_LIST (self));

  self->is_cancelled = TRUE;
  for (guint i = 0; i < self->checks->len; i++)
    tlsrpt_check_cancel (g_ptr_array_index (self->checks, i));
}

guint
tlsrpt_check_list_get_n_done (TlsrptCheckList *self)
{
  g_return_val_if_fail (TLSRPT_IS_CHECK_LIST (self), 0);

  return self->n_done;
}

/**
 * tlsrpt_check_list_is_running:
 * @self: a list
 *
 * Returns: whether a verdict may still come
 */
gboolean
tlsrpt_check_list_is_running (TlsrptCheckList *self)
{
  g_return_val_if_fail (TLSRPT_IS_CHECK_LIST (self), FALSE);

  return !self->is_cancelled && self->n_done < self->checks->len;
}
