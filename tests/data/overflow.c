/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

/* Writes behind the end of an array if it gets a long argument: the C library has to
 * notice, if the program was built to let it. */

static char place[8];

int
main (int   argc,
      char *argv[])
{
  if (argc > 1)
    memcpy (place, argv[1], strlen (argv[1]));

  return place[0];
}
