/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Loaded into a program before the C library, it kills the program while that saves a
 * file whose name begins with KILL_FILE: at KILL_AT, which is the beginning or the middle
 * of what is written (“begin”, “half”), before the old file is replaced (“before”), or
 * after it (“after”). */

#define _GNU_SOURCE

#include <dlfcn.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static int
is_at (const char *place)
{
  const char *wanted = getenv ("KILL_AT");

  return wanted != NULL && strcmp (wanted, place) == 0;
}

static int
is_wanted (const char *path)
{
  const char *wanted = getenv ("KILL_FILE");
  const char *slash = strrchr (path, '/');
  const char *name = slash != NULL ? slash + 1 : path;

  return wanted != NULL && strncmp (name, wanted, strlen (wanted)) == 0;
}

static int
is_open (int fd)
{
  char link[64];
  char path[4096];
  ssize_t length;

  snprintf (link, sizeof link, "/proc/self/fd/%d", fd);
  length = readlink (link, path, sizeof path - 1);
  if (length < 0)
    return 0;

  path[length] = '\0';

  return is_wanted (path);
}

static void
end (void)
{
  kill (getpid (), SIGKILL);
}

ssize_t
write (int         fd,
       const void *data,
       size_t      size)
{
  ssize_t (*real) (int, const void *, size_t) = dlsym (RTLD_NEXT, "write");

  if (is_at ("begin") && is_open (fd))
    end ();
  if (is_at ("half") && is_open (fd))
    {
      real (fd, data, size / 2);
      end ();
    }

  return real (fd, data, size);
}

int
rename (const char *from,
        const char *to)
{
  int (*real) (const char *, const char *) = dlsym (RTLD_NEXT, "rename");
  int result;

  if (is_at ("before") && is_wanted (to))
    end ();

  result = real (from, to);
  if (is_at ("after") && is_wanted (to))
    end ();

  return result;
}
