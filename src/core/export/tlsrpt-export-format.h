/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-provider.h"

G_BEGIN_DECLS

/* The word for the web form of a provider is this and the word for the provider. */
#define TLSRPT_EXPORT_PANEL_PREFIX "panel-"

/**
 * TlsrptExportGroup:
 *
 * What kind of tool reads a format.
 */
typedef enum
{
  TLSRPT_EXPORT_PLAIN,
  TLSRPT_EXPORT_SERVER,
  TLSRPT_EXPORT_PROVIDER,
  TLSRPT_EXPORT_CODE,
} TlsrptExportGroup;

/**
 * TlsrptExportZones:
 *
 * How a format shows the zone of a record.
 */
typedef enum
{
  TLSRPT_EXPORT_ZONES_NONE,
  TLSRPT_EXPORT_ZONES_COMMENT,
  TLSRPT_EXPORT_ZONES_INSIDE,
} TlsrptExportZones;

/**
 * TlsrptExportRecord:
 * @name: the absolute name of the record, without a final dot
 * @relative_name: the same relative to the zone
 * @zone: the apex of the zone, without a final dot
 * @ttl: seconds
 * @value: the value of the record
 *
 * A record as a format shows it.
 */
typedef struct
{
  const char *name;
  const char *relative_name;
  const char *zone;
  guint       ttl;
  const char *value;
} TlsrptExportRecord;

/**
 * TlsrptExportFormat:
 *
 * A format that a DNS server, a provider or a tool reads.
 */
typedef struct _TlsrptExportFormat TlsrptExportFormat;

gsize                     tlsrpt_export_format_count         (void);
const TlsrptExportFormat *tlsrpt_export_format_at            (gsize                      position);
const TlsrptExportFormat *tlsrpt_export_format_find          (const char                *key);

const char               *tlsrpt_export_format_get_key       (const TlsrptExportFormat  *self);
const char               *tlsrpt_export_format_get_title     (const TlsrptExportFormat  *self);
const char               *tlsrpt_export_format_get_words     (const TlsrptExportFormat  *self);
const char               *tlsrpt_export_format_get_note      (const TlsrptExportFormat  *self);
const char               *tlsrpt_export_format_get_extension (const TlsrptExportFormat  *self);
TlsrptExportGroup         tlsrpt_export_format_get_group     (const TlsrptExportFormat  *self);
gboolean                  tlsrpt_export_format_is_json       (const TlsrptExportFormat  *self);
const TlsrptProvider     *tlsrpt_export_format_get_panel     (const TlsrptExportFormat  *self);

gboolean                  tlsrpt_export_format_check         (const TlsrptExportFormat  *self,
                                                              const TlsrptExportRecord  *record,
                                                              GError                   **error);
TlsrptExportZones         tlsrpt_export_format_get_zones     (const TlsrptExportFormat  *self);
void                      tlsrpt_export_format_append_zone   (const TlsrptExportFormat  *self,
                                                              const char                *zone,
                                                              gboolean                   is_first,
                                                              GString                   *text);
void                      tlsrpt_export_format_append        (const TlsrptExportFormat  *self,
                                                              const TlsrptExportRecord  *records,
                                                              gsize                      n_records,
                                                              GString                   *text);

const char               *tlsrpt_export_group_get_title      (TlsrptExportGroup          group);

G_END_DECLS
