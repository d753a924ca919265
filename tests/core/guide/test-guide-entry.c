/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-failure-type.h"
#include "tlsrpt-guide.h"
#include "tlsrpt-question.h"
#include "tlsrpt-reason-code.h"

/* Rules that every text of the guide keeps, so that it can be translated, shown
 * in a label, printed on a terminal and read aloud. */
static void
check_prose (const char *text)
{
  /* One word for one thing: these have a better one. */
  static const char *const unwanted[] = {
    " mend ", " mended", "judge", "octet", " mail address", "E-Mail", "e-mail", "E-mail", "mail host",
    "small letters", "blanks", "web address", " holds ", " hold ", " fits ", " that of ",
    " those of ", " of its own", "in the end", "is returned", "whoever runs the mail server",
    "stands", " behind the ", "is right", "look into", "Look into", "is refused",
  };
  g_auto (GStrv) parts = g_strsplit (text, "`", -1);

  g_test_message ("%s", text);

  for (gsize i = 0; i < G_N_ELEMENTS (unwanted); i++)
    g_assert_null (strstr (text, unwanted[i]));

  g_assert_true (g_utf8_validate (text, -1, NULL));
  g_assert_cmpstr (text, !=, "");
  g_assert_null (strstr (text, "  "));
  g_assert_null (strchr (text, '\n'));
  g_assert_false (g_str_has_prefix (text, " "));
  g_assert_false (g_str_has_suffix (text, " "));

  /* Code is closed, and not empty. */
  g_assert_cmpuint (g_strv_length (parts) % 2, ==, 1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      if (i % 2 == 1)
        {
          g_assert_cmpstr (parts[i], !=, "");
          g_assert_true (g_str_is_ascii (parts[i]));
        }
      else
        {
          /* Typographic quotes, no markup, no abbreviations. */
          g_assert_null (strpbrk (parts[i], "\"'<>&\\{}"));
          g_assert_null (strstr (parts[i], "e.g."));
          g_assert_null (strstr (parts[i], "i.e."));
          g_assert_null (strstr (parts[i], "..."));
        }
    }
}

static void
check_section (TlsrptGuideEntry         *entry,
               const TlsrptGuideSection *section)
{
  g_assert_cmpstr (section->name, !=, "");
  check_prose (section->heading);
  g_assert_nonnull (section->items[0]);

  for (guint i = 0; section->items[i] != NULL; i++)
    {
      TlsrptGuideEntry *other;

      switch (section->kind)
        {
        case TLSRPT_GUIDE_SECTION_ENTRIES:
          other = tlsrpt_guide_lookup (section->items[i]);
          g_test_message ("%s", section->items[i]);
          g_assert_nonnull (other);
          g_assert_true (other != entry);
          g_assert_cmpstr (tlsrpt_guide_entry_get_id (other), ==, section->items[i]);
          break;

        case TLSRPT_GUIDE_SECTION_CHECKS:
          if (i % TLSRPT_GUIDE_N_CHECK_ITEMS != TLSRPT_GUIDE_CHECK_COMMAND)
            check_prose (section->items[i]);
          break;

        case TLSRPT_GUIDE_SECTION_TEXT:
        case TLSRPT_GUIDE_SECTION_STEPS:
          check_prose (section->items[i]);
          g_assert_true (g_str_has_suffix (section->items[i], "."));
          break;

        case TLSRPT_GUIDE_SECTION_LIST:
          check_prose (section->items[i]);
          break;

        default:
          g_assert_not_reached ();
        }
    }
}

static void
check_entries (GListModel *entries)
{
  for (guint i = 0; i < g_list_model_get_n_items (entries); i++)
    {
      g_autoptr (TlsrptGuideEntry) entry = g_list_model_get_item (entries, i);

      g_assert_cmpstr (tlsrpt_guide_entry_get_id (entry), !=, "");
      check_prose (tlsrpt_guide_entry_get_title (entry));
      check_prose (tlsrpt_guide_entry_get_summary (entry));
      g_assert_null (strchr (tlsrpt_guide_entry_get_title (entry), '`'));
      g_assert_true (g_str_has_suffix (tlsrpt_guide_entry_get_summary (entry), "."));
      g_assert_cmpuint (g_utf8_strlen (tlsrpt_guide_entry_get_summary (entry), -1), <=, 100);
      g_assert_cmpuint (tlsrpt_guide_entry_get_n_sections (entry), >, 0);

      /* Nothing else answers to its id. */
      g_assert_true (tlsrpt_guide_lookup (tlsrpt_guide_entry_get_id (entry)) == entry);

      for (guint j = 0; j < tlsrpt_guide_entry_get_n_sections (entry); j++)
        check_section (entry, tlsrpt_guide_entry_get_section (entry, j));
    }
}

static void
test_failure_types (void)
{
  check_entries (tlsrpt_failure_type_get_all ());
}

static void
test_questions (void)
{
  check_entries (tlsrpt_question_get_all ());
}

static void
test_reason_codes (void)
{
  check_entries (tlsrpt_reason_code_get_all ());
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/guide-entry/failure-types", test_failure_types);
  g_test_add_func ("/guide-entry/questions", test_questions);
  g_test_add_func ("/guide-entry/reason-codes", test_reason_codes);

  return g_test_run ();
}
