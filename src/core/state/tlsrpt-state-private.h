/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-json-writer.h"
#include "tlsrpt-json.h"
#include "tlsrpt-state.h"

G_BEGIN_DECLS

/*
 * What the files of this folder share: one for each member of the state.  A new one has
 *
 *  - its values below;
 *  - tlsrpt_state_MEMBER_read (), which returns FALSE if a value is of another type than
 *    it writes, so that the file is kept aside, and passes over what is only out of date;
 *  - tlsrpt_state_MEMBER_write (), which writes no member when there is nothing to keep;
 *  - tlsrpt_state_MEMBER_clear (), which leaves nothing of it;
 *  - a line in the table of tlsrpt-state.c, whose version it raises once the program has
 *    been released without it.
 *
 * Its setters call tlsrpt_state_changed () when something is not what it was.
 */

struct _TlsrptState
{
  GObject     parent_instance;

  GDateTime  *saved;
  char       *view;

  /* form */
  GVariant   *form;
  guint       left_out;

  /* addresses */
  GPtrArray  *addresses;

  /* domains, and the same by their names, which they own */
  GPtrArray  *domains;
  GHashTable *domains_by_name;

  /* folder */
  char       *folder;
  GArray     *seen;
};

void     tlsrpt_state_changed         (TlsrptState           *self);
void     tlsrpt_state_domains_changed (TlsrptState           *self);
gboolean tlsrpt_state_is_private      (const char            *text);

gboolean tlsrpt_state_form_read       (TlsrptState           *self,
                                       const TlsrptJsonValue *value);
void     tlsrpt_state_form_write      (TlsrptState           *self,
                                       TlsrptJsonWriter      *writer);
void     tlsrpt_state_form_clear      (TlsrptState           *self);

gboolean tlsrpt_state_addresses_read  (TlsrptState           *self,
                                       const TlsrptJsonValue *value);
void     tlsrpt_state_addresses_write (TlsrptState           *self,
                                       TlsrptJsonWriter      *writer);
void     tlsrpt_state_addresses_clear (TlsrptState           *self);

void     tlsrpt_state_domains_init     (TlsrptState           *self);
void     tlsrpt_state_domains_finalize (TlsrptState           *self);
gboolean tlsrpt_state_domains_read     (TlsrptState           *self,
                                        const TlsrptJsonValue *value);
void     tlsrpt_state_domains_write    (TlsrptState           *self,
                                        TlsrptJsonWriter      *writer);
void     tlsrpt_state_domains_clear    (TlsrptState           *self);

gboolean tlsrpt_state_folder_read     (TlsrptState           *self,
                                       const TlsrptJsonValue *value);
void     tlsrpt_state_folder_write    (TlsrptState           *self,
                                       TlsrptJsonWriter      *writer);
void     tlsrpt_state_folder_clear    (TlsrptState           *self);

G_END_DECLS
