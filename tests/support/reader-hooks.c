/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "reader-hooks.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <unistd.h>

static void
crash (GByteArray *out)
{
  abort ();
}

static void
hang (GByteArray *out)
{
  for (;;)
    pause ();
}

static void
exhaust (GByteArray *out)
{
  for (;;)
    memset (g_malloc (16 << 20), 1, 16 << 20);
}

/* Nothing that begins so is a reply. */
static void
babble (GByteArray *out)
{
  for (guint i = 0; i < 1000; i++)
    g_byte_array_append (out, (const guint8 *) "\1\0\0\0", 4);
}

/* It never comes. */
static void
promise (GByteArray *out)
{
  g_byte_array_append (out, (const guint8 *) "\377\377\377\377", 4);
}

/* The child that got through has more to say than the one that was stopped. */
static void
break_out (GByteArray *out)
{
#if defined (HAVE_SECCOMP) && !defined (TLSRPT_SANITIZED)
  if (open ("/etc/passwd", O_RDONLY) >= 0 || socket (AF_INET, SOCK_STREAM, 0) >= 0 ||
      fork () >= 0 || kill (getppid (), 0) == 0 ||
      mmap (NULL, 4096, PROT_READ | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) != MAP_FAILED)
    abort ();
#endif
}

static const struct
{
  const char  *name;
  void       (*func) (GByteArray *out);
} hooks[] = {
  { "crash", crash },
  { "hang", hang },
  { "exhaust", exhaust },
  { "babble", babble },
  { "promise", promise },
  { "break-out", break_out },
};

void
reader_hooks_run (const char *file,
                  GByteArray *out)
{
  g_autofree char *name = g_path_get_basename (file);

  for (gsize i = 0; i < G_N_ELEMENTS (hooks); i++)
    {
      if (g_str_equal (name, hooks[i].name))
        hooks[i].func (out);
    }
}
