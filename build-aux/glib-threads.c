/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * Tells helgrind what the mutexes of GLib are, for they are made of futexes, of which it
 * knows nothing: without this, everything that one thread hands to another looks like a
 * race.  GLib's conditions need no word, since their mutexes say all.
 */

#include <glib.h>
#include <valgrind/helgrind.h>

#define WRAP(name) I_WRAP_SONAME_FNNAME_ZU (libglibZhZa, name)

void WRAP (g_mutex_lock) (GMutex *mutex);
void WRAP (g_mutex_unlock) (GMutex *mutex);
gboolean WRAP (g_mutex_trylock) (GMutex *mutex);
void WRAP (g_cond_wait) (GCond *cond, GMutex *mutex);
gboolean WRAP (g_cond_wait_until) (GCond *cond, GMutex *mutex, gint64 end_time);

static void
acquire (GMutex *mutex)
{
  ANNOTATE_HAPPENS_AFTER (mutex);
}

static void
release (GMutex *mutex)
{
  ANNOTATE_HAPPENS_BEFORE (mutex);
}

void
WRAP (g_mutex_lock) (GMutex *mutex)
{
  OrigFn fn;

  VALGRIND_GET_ORIG_FN (fn);
  CALL_FN_v_W (fn, mutex);
  acquire (mutex);
}

void
WRAP (g_mutex_unlock) (GMutex *mutex)
{
  OrigFn fn;

  VALGRIND_GET_ORIG_FN (fn);
  release (mutex);
  CALL_FN_v_W (fn, mutex);
}

gboolean
WRAP (g_mutex_trylock) (GMutex *mutex)
{
  gboolean is_locked;
  OrigFn fn;

  VALGRIND_GET_ORIG_FN (fn);
  CALL_FN_W_W (is_locked, fn, mutex);
  if (is_locked)
    acquire (mutex);

  return is_locked;
}

void
WRAP (g_cond_wait) (GCond  *cond,
                    GMutex *mutex)
{
  OrigFn fn;

  VALGRIND_GET_ORIG_FN (fn);
  release (mutex);
  CALL_FN_v_WW (fn, cond, mutex);
  acquire (mutex);
}

gboolean
WRAP (g_cond_wait_until) (GCond  *cond,
                          GMutex *mutex,
                          gint64  end_time)
{
  gboolean is_signaled;
  OrigFn fn;

  VALGRIND_GET_ORIG_FN (fn);
  release (mutex);
  CALL_FN_W_WWW (is_signaled, fn, cond, mutex, end_time);
  acquire (mutex);

  return is_signaled;
}
