/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "check-fixture.h"

#include "dns-zone.h"

#define TIMEOUT 60
#define SHORT_TIMEOUT 0.3

/* Longer than anything here takes, even on a busy machine. */
#define PATIENCE_SECONDS 20

static TlsrptResolver *
create_resolver (CheckFixture *fixture,
                 double        timeout)
{
  g_autoptr (GError) error = NULL;
  TlsrptResolver *resolver = tlsrpt_resolver_new (fixture->server->address, timeout,
                                                  TLSRPT_RESOLVER_RECURSIVE, &error);

  g_assert_no_error (error);

  return resolver;
}

void
check_fixture_set_up (CheckFixture  *fixture,
                      gconstpointer  data)
{
  fixture->server = dns_server_new (dns_zone_reply, FALSE);
  fixture->resolver = create_resolver (fixture, TIMEOUT);
}

void
check_fixture_tear_down (CheckFixture  *fixture,
                         gconstpointer  data)
{
  /* A canceled operation ends in the next iteration of the main loop. */
  while (g_main_context_iteration (NULL, FALSE))
    ;

  g_assert_finalize_object (fixture->resolver);
  dns_server_free (fixture->server);
}

void
check_fixture_lose_patience (CheckFixture *fixture)
{
  g_object_unref (fixture->resolver);
  fixture->resolver = create_resolver (fixture, SHORT_TIMEOUT);
}

static void
give_up_cb (gpointer user_data)
{
  g_error ("Waited for too long");
}

void
check_fixture_wait_while (GSourceFunc is_running,
                          gpointer    data)
{
  guint timeout = g_timeout_add_once (PATIENCE_SECONDS * 1000, give_up_cb, NULL);

  while (is_running (data))
    g_main_context_iteration (NULL, TRUE);

  g_source_remove (timeout);
}

static gboolean
is_running (TlsrptCheck *check)
{
  return tlsrpt_check_get_state (check) == TLSRPT_CHECK_RUNNING;
}

TlsrptCheck *
check_fixture_run (CheckFixture *fixture,
                   const char   *domain)
{
  TlsrptCheck *check = tlsrpt_check_new (fixture->resolver, domain, TLSRPT_LOOKUP_NORMAL);

  tlsrpt_check_start (check);
  check_fixture_wait_while ((GSourceFunc) is_running, check);
  g_assert_cmpint (tlsrpt_check_get_state (check), ==, TLSRPT_CHECK_DONE);

  return check;
}
