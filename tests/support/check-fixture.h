/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dns-server.h"
#include "tlsrpt-check.h"

G_BEGIN_DECLS

/* What tests of checks share: a name server that knows what dns-zone.h says, and
 * somebody who asks it. */
typedef struct
{
  DnsServer      *server;
  TlsrptResolver *resolver;
} CheckFixture;

void         check_fixture_set_up        (CheckFixture  *fixture,
                                          gconstpointer  data);
void         check_fixture_tear_down     (CheckFixture  *fixture,
                                          gconstpointer  data);

/* From here on, a name server that keeps silent is not waited for. */
void         check_fixture_lose_patience (CheckFixture  *fixture);

void         check_fixture_wait_while    (GSourceFunc    is_running,
                                          gpointer       data);
TlsrptCheck *check_fixture_run           (CheckFixture  *fixture,
                                          const char    *domain) G_GNUC_WARN_UNUSED_RESULT;

/* Adds a test with a name server of its own. */
#define check_fixture_add(path, test, data) \
  g_test_add ((path), CheckFixture, (data), \
              check_fixture_set_up, (test), check_fixture_tear_down)

G_END_DECLS
