/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fuzz.h"

#include <stdlib.h>

/* Tries the files that are named, as a test: each once made a program fail, or
 * shows the way to code that others do not reach. */
int
main (int   argc,
      char *argv[])
{
  g_print ("1..%d\n", argc - 1);

  for (int i = 1; i < argc; i++)
    {
      g_autofree char *name = g_path_get_basename (argv[i]);
      g_autofree char *content = NULL;
      g_autoptr (GError) error = NULL;
      g_autofree uint8_t *data = NULL;
      gsize size;

      if (!g_file_get_contents (argv[i], &content, &size, &error))
        g_error ("%s", error->message);

      /* As large as the input: a read past its end is seen. */
      data = g_memdup2 (content, MAX (size, 1));
      LLVMFuzzerTestOneInput (data, size);
      g_print ("ok %d %s\n", i, name);
    }

  return EXIT_SUCCESS;
}
