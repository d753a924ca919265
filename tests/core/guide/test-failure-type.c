/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-failure-type.h"
#include "tlsrpt-guide-text.h"

#define NEGOTIATION TLSRPT_FAILURE_GROUP_NEGOTIATION
#define STS TLSRPT_FAILURE_GROUP_STS
#define DANE TLSRPT_FAILURE_GROUP_DANE

typedef struct
{
  const char         *token;
  TlsrptFailureGroup  group;
} Case;

/* The registry “STARTTLS Validation Result Types”, in its order, copied from it
 * by hand: this list and the catalogue must not come from the same source. */
static const Case registry[] = {
  { "starttls-not-supported", NEGOTIATION },
  { "certificate-host-mismatch", NEGOTIATION },
  { "certificate-expired", NEGOTIATION },
  { "tlsa-invalid", DANE },
  { "dnssec-invalid", DANE },
  { "dane-required", DANE },
  { "certificate-not-trusted", NEGOTIATION },
  { "sts-policy-invalid", STS },
  { "sts-webpki-invalid", STS },
  { "validation-failure", NEGOTIATION },
  { "sts-policy-fetch-error", STS },
};

static void
test_registry (void)
{
  GListModel *types = tlsrpt_failure_type_get_all ();
  TlsrptFailureGroup group = NEGOTIATION;

  g_assert_cmpuint (G_N_ELEMENTS (registry), ==, 11);
  g_assert_cmpuint (g_list_model_get_n_items (types), ==, 11);
  g_assert_true (g_list_model_get_item_type (types) == TLSRPT_TYPE_FAILURE_TYPE);

  for (gsize i = 0; i < G_N_ELEMENTS (registry); i++)
    {
      TlsrptFailureType *type = tlsrpt_failure_type_lookup (registry[i].token);

      g_assert_nonnull (type);
      g_assert_cmpstr (tlsrpt_guide_entry_get_id (TLSRPT_GUIDE_ENTRY (type)), ==,
                       registry[i].token);
      g_assert_cmpint (tlsrpt_failure_type_get_group (type), ==, registry[i].group);
      g_assert_cmpint (tlsrpt_failure_type_get_actors (type), !=, 0);
    }

  /* Group by group, and what the list holds is what is looked up. */
  for (guint i = 0; i < g_list_model_get_n_items (types); i++)
    {
      g_autoptr (TlsrptFailureType) type = g_list_model_get_item (types, i);
      const char *token = tlsrpt_guide_entry_get_id (TLSRPT_GUIDE_ENTRY (type));

      g_assert_true (tlsrpt_failure_type_lookup (token) == type);
      g_assert_cmpint (tlsrpt_failure_type_get_group (type), >=, group);
      group = tlsrpt_failure_type_get_group (type);
    }
}

static void
test_spelling (void)
{
  const char *const unknown[] = {
    "", " ", "certificate-expired ", "certificate--expired", "certificateexpired", "sts", "expired",
  };
  const struct
  {
    const char *word;
    const char *token;
  } known[] = {
    { "Certificate-Expired", "certificate-expired" },
    { "CERTIFICATE_EXPIRED", "certificate-expired" },
    { "certificate expired", "certificate-expired" },
    { "starttls_not_supported", "starttls-not-supported" },
    /* In drafts of RFC 8460 */
    { "certificate-mismatch", "certificate-host-mismatch" },
    { "certificate-name-mismatch", "certificate-host-mismatch" },
    { "sts-invalid", "sts-policy-invalid" },
    { "WebPKI-Invalid", "sts-webpki-invalid" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (unknown); i++)
    g_assert_null (tlsrpt_failure_type_lookup (unknown[i]));

  for (gsize i = 0; i < G_N_ELEMENTS (known); i++)
    {
      TlsrptFailureType *type = tlsrpt_failure_type_lookup (known[i].word);

      g_assert_nonnull (type);
      g_assert_cmpstr (tlsrpt_guide_entry_get_id (TLSRPT_GUIDE_ENTRY (type)), ==, known[i].token);
    }
}

/* Every type answers every question of the guide. */
static void
test_sections (void)
{
  const char *const wanted[] = {
    "saw", "effect", "urgency", "who", "stopgap", "causes", "senders", "steps", "servers", "checks",
    "scope", "proof", "related", "references", NULL,
  };
  GListModel *types = tlsrpt_failure_type_get_all ();

  for (guint i = 0; i < g_list_model_get_n_items (types); i++)
    {
      g_autoptr (TlsrptGuideEntry) type = g_list_model_get_item (types, i);
      guint n_found = 0;

      for (guint j = 0; j < tlsrpt_guide_entry_get_n_sections (type); j++)
        {
          const TlsrptGuideSection *section = tlsrpt_guide_entry_get_section (type, j);

          if (g_strv_contains (wanted, section->name))
            n_found++;

          if (g_str_equal (section->name, "references"))
            g_assert_true (g_str_has_prefix (section->items[0], "RFC 8460, section 4.3."));
        }

      g_assert_cmpuint (n_found, ==, G_N_ELEMENTS (wanted) - 1);
    }
}

typedef struct
{
  const char *code;
  const char *token; /* NULL: no code for TLS */
} ExchangeCase;

static const ExchangeCase exchange_cases[] = {
  { "5.7.321", "starttls-not-supported" },
  { "5.7.322", "certificate-expired" },
  { "5.7.323", "tlsa-invalid" },
  { "5.7.324", "dnssec-invalid" },
  { "5.7.325", "certificate-host-mismatch" },
  { "4.4.317", "starttls-not-supported" },
  { "5.4.317", "starttls-not-supported" },
  { "4.7.322", "certificate-expired" },
  { "5.7.326", NULL },
  { "2.7.322", NULL },
  { "5.7.3222", NULL },
  { "5", NULL },
  { "", NULL },
};

static void
test_exchange (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (exchange_cases); i++)
    {
      TlsrptFailureType *type = tlsrpt_failure_type_lookup_exchange (exchange_cases[i].code);

      g_assert_cmpstr (type != NULL ? tlsrpt_guide_entry_get_id (TLSRPT_GUIDE_ENTRY (type)) : NULL,
                       ==, exchange_cases[i].token);
    }
}

static void
test_groups (void)
{
  g_assert_cmpstr (tlsrpt_failure_group_get_name (NEGOTIATION), ==, "negotiation");
  g_assert_cmpstr (tlsrpt_failure_group_get_name (STS), ==, "mta-sts");
  g_assert_cmpstr (tlsrpt_failure_group_get_name (DANE), ==, "dane");
  g_assert_cmpstr (tlsrpt_failure_group_get_title (DANE), ==, "DANE and DNS");
}

/* What people copy is right for a shell: it parses, and nothing is left to fill
 * in. */
static void
test_commands (void)
{
  GListModel *types = tlsrpt_failure_type_get_all ();
  g_autoptr (GString) script = g_string_new (NULL);
  g_autofree char *quoted = NULL;
  g_autofree char *line = NULL;
  g_autoptr (GError) error = NULL;
  int status;

  for (guint i = 0; i < g_list_model_get_n_items (types); i++)
    {
      g_autoptr (TlsrptGuideEntry) type = g_list_model_get_item (types, i);

      for (guint j = 0; j < tlsrpt_guide_entry_get_n_sections (type); j++)
        {
          const TlsrptGuideSection *section = tlsrpt_guide_entry_get_section (type, j);

          if (section->kind != TLSRPT_GUIDE_SECTION_CHECKS)
            continue;

          g_assert_cmpuint (g_strv_length (section->items) % TLSRPT_GUIDE_N_CHECK_ITEMS, ==, 0);

          for (guint k = 0; section->items[k] != NULL; k += TLSRPT_GUIDE_N_CHECK_ITEMS)
            {
              const char *command = section->items[k + TLSRPT_GUIDE_CHECK_COMMAND];
              g_autofree char *filled = tlsrpt_guide_text_fill (command, "example.com",
                                                                "mx1.example.com");

              g_assert_true (g_str_is_ascii (command));
              g_assert_null (strchr (command, '`'));
              g_assert_null (strstr (filled, "DOMAIN"));
              g_assert_null (strstr (filled, "MX"));
              g_assert_nonnull (strstr (filled, "example.com"));
              g_string_append_printf (script, "%s\n", filled);
            }
        }
    }

  quoted = g_shell_quote (script->str);
  line = g_strdup_printf ("sh -n -c %s", quoted);
  g_spawn_command_line_sync (line, NULL, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/failure-type/registry", test_registry);
  g_test_add_func ("/failure-type/spelling", test_spelling);
  g_test_add_func ("/failure-type/sections", test_sections);
  g_test_add_func ("/failure-type/exchange", test_exchange);
  g_test_add_func ("/failure-type/groups", test_groups);
  g_test_add_func ("/failure-type/commands", test_commands);

  return g_test_run ();
}
