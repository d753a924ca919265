/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-confine.h"

#include "tlsrpt-limits.h"

#include <errno.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>

#ifdef HAVE_SECCOMP
#include <seccomp.h>
#endif

/*
 * What the program gives up before it reads anything foreign: memory without end, time
 * without end, and, where libseccomp is there, all system calls but those that reading
 * octets, thinking and writing octets takes.  No file, socket or program can be opened
 * then, and no memory made executable.
 *
 * A call that is not on the list fails and does not kill: what a library tries on the way,
 * such as to load a table of characters, it can do without, and to have failed is as
 * harmless as to be dead.  A kernel without such filters is no reason to read nothing: the
 * other limits hold, and the program is still apart.
 */

static void
set_limit (int    resource,
           rlim_t most)
{
  struct rlimit limit;

  if (getrlimit (resource, &limit) != 0)
    return;

  limit.rlim_cur = MIN (limit.rlim_max, most);
  setrlimit (resource, &limit);
}

/* A sanitizer reserves terabytes, and has system calls of its own. */
#ifndef TLSRPT_SANITIZED

#ifdef HAVE_SECCOMP

static void
filter_system_calls (void)
{
  static const int allowed[] = {
    SCMP_SYS (brk),
    SCMP_SYS (clock_gettime),
    SCMP_SYS (clock_gettime64),
    SCMP_SYS (exit),
    SCMP_SYS (exit_group),
    SCMP_SYS (futex),
    SCMP_SYS (futex_time64),
    SCMP_SYS (getpid),
    SCMP_SYS (getrandom),
    SCMP_SYS (getrusage),
    SCMP_SYS (gettid),
    SCMP_SYS (gettimeofday),
    SCMP_SYS (madvise),
    SCMP_SYS (mremap),
    SCMP_SYS (munmap),
    SCMP_SYS (read),
    SCMP_SYS (restart_syscall),
    SCMP_SYS (rt_sigaction),
    SCMP_SYS (rt_sigprocmask),
    SCMP_SYS (rt_sigreturn),
    SCMP_SYS (sched_yield),
    SCMP_SYS (sigreturn),
    SCMP_SYS (tgkill),
    SCMP_SYS (time),
    SCMP_SYS (write),
    SCMP_SYS (writev),
  };
  /* As long as they make nothing executable. */
  static const int protecting[] = {
    SCMP_SYS (mmap),
    SCMP_SYS (mmap2),
    SCMP_SYS (mprotect),
  };
  scmp_filter_ctx filter = seccomp_init (SCMP_ACT_ERRNO (EPERM));

  if (filter == NULL)
    return;

  /* What another processor does not have cannot be added there, and need not be. */
  for (gsize i = 0; i < G_N_ELEMENTS (allowed); i++)
    seccomp_rule_add (filter, SCMP_ACT_ALLOW, allowed[i], 0);

  for (gsize i = 0; i < G_N_ELEMENTS (protecting); i++)
    seccomp_rule_add (filter, SCMP_ACT_ALLOW, protecting[i], 1,
                      SCMP_A2 (SCMP_CMP_MASKED_EQ, PROT_EXEC, 0));

  /* Its own limits, and nobody else's. */
  seccomp_rule_add (filter, SCMP_ACT_ALLOW, SCMP_SYS (getrlimit), 0);
  seccomp_rule_add (filter, SCMP_ACT_ALLOW, SCMP_SYS (setrlimit), 0);
  seccomp_rule_add (filter, SCMP_ACT_ALLOW, SCMP_SYS (prlimit64), 1,
                    SCMP_A0 (SCMP_CMP_EQ, 0));

  seccomp_load (filter);
  seccomp_release (filter);
}

#endif

#endif

/**
 * tlsrpt_confine:
 *
 * Gives up what reading reports does not take.  Everything that a library loads when it is
 * first used has to be loaded by now.
 */
void
tlsrpt_confine (void)
{
  prctl (PR_SET_DUMPABLE, 0);
  prctl (PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
  set_limit (RLIMIT_CORE, 0);
  set_limit (RLIMIT_FSIZE, 0);

#ifndef TLSRPT_SANITIZED
  set_limit (RLIMIT_AS, TLSRPT_LIMIT_READER_MEMORY);
#ifdef HAVE_SECCOMP
  filter_system_calls ();
#endif
#endif
}

/**
 * tlsrpt_confine_time:
 *
 * Allows the program so much more time of the processor as a file may take.  The program
 * that waits for it has a clock of its own, which knows of each file; this one ends it if
 * nobody waits any more.
 */
void
tlsrpt_confine_time (void)
{
  struct rusage usage;

  if (getrusage (RUSAGE_SELF, &usage) == 0)
    set_limit (RLIMIT_CPU, (rlim_t) usage.ru_utime.tv_sec + (rlim_t) usage.ru_stime.tv_sec + 2 +
                           TLSRPT_LIMIT_READER_SECONDS);
}
