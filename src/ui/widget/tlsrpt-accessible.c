/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-accessible.h"

/**
 * tlsrpt_accessible_describe:
 * @accessible: something to type into
 * @message: (nullable): what there is to say about what was typed
 * @is_wrong: whether it is wrong
 *
 * Tells a screen reader what others see beside @accessible.
 */
void
tlsrpt_accessible_describe (GtkAccessible *accessible,
                            const char    *message,
                            gboolean       is_wrong)
{
  g_return_if_fail (GTK_IS_ACCESSIBLE (accessible));

  if (is_wrong)
    gtk_accessible_update_state (accessible,
                                 GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE,
                                 -1);
  else
    gtk_accessible_reset_state (accessible, GTK_ACCESSIBLE_STATE_INVALID);

  if (message != NULL)
    gtk_accessible_update_property (accessible,
                                    GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, message,
                                    -1);
  else
    gtk_accessible_reset_property (accessible, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
}
