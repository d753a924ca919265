/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-stand-ins.h"

G_BEGIN_DECLS

struct _TlsrptStandIns
{
  /* The names, each by its first label and what it is below */
  GHashTable *names;
  guint       n_domains;
  /* (element-type utf8 utf8): each by what it stands for */
  GHashTable *addresses;
  GHashTable *texts;
  /* (element-type utf8 uint): how many of a kind there are, and the number of a network */
  GHashTable *counts;
  GHashTable *networks;
  /* Octets of all, about */
  gsize       size;
  /* What stands for all that there is no room for, of the last call */
  char       *rest;
};

GHashTable *tlsrpt_stand_ins_new_names (void) G_GNUC_WARN_UNUSED_RESULT;
gboolean    tlsrpt_stand_ins_reserve   (TlsrptStandIns *self,
                                        gsize           length);

G_END_DECLS
