/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-finding.h"

#include "tlsrpt-reference.h"

#include <glib/gi18n-lib.h>

/* What can be done about a finding without asking anybody. */
typedef enum
{
  REPAIR_NONE,
  REPAIR_REPLACE, /* the repair stands in place of the span */
  REPAIR_PREFIX,  /* the repair goes before the span */
} Repair;

typedef struct
{
  const char     *name;
  TlsrptSeverity  severity;
  const char     *section;
  const char     *message;
  Repair          repair;
  const char     *text;
} FindingInfo;

#define GRAMMAR "8460 3"
#define SENDERS NULL

static const FindingInfo infos[] = {
  [TLSRPT_FINDING_EMPTY] = {
    "empty", TLSRPT_SEVERITY_ERROR, GRAMMAR,
    N_("There is no record in this text"),
    REPAIR_NONE, NULL,
  },
  [TLSRPT_FINDING_TEXT_TOO_LONG] = {
    "text-too-long", TLSRPT_SEVERITY_ERROR, NULL,
    N_("The text is longer than 65536 octets; the rest was not read"),
    REPAIR_NONE, NULL,
  },
  [TLSRPT_FINDING_LEADING_WHITE_SPACE] = {
    "leading-white-space", TLSRPT_SEVERITY_ERROR, GRAMMAR,
    N_("White space stands before the version; the record must begin with “v=TLSRPTv1”"),
    REPAIR_REPLACE, "",
  },
  [TLSRPT_FINDING_QUOTES] = {
    "quotes", TLSRPT_SEVERITY_ERROR, GRAMMAR,
    N_("Quotation marks belong to a zone file; if DNS holds them, they are part of the record "
       "and make it invalid"),
    REPAIR_NONE, NULL,
  },
  [TLSRPT_FINDING_VERSION] = {
    "version", TLSRPT_SEVERITY_ERROR, GRAMMAR,
    N_("This is not a TLS-RPT record: it does not begin with “v=TLSRPTv1”"),
    REPAIR_NONE, NULL,
  },
  [TLSRPT_FINDING_VERSION_CASE] = {
    "version-case", TLSRPT_SEVERITY_ERROR, GRAMMAR,
    N_("The version must be written “v=TLSRPTv1”, with these capital and small letters"),
    REPAIR_REPLACE, "v=TLSRPTv1",
  },
  [TLSRPT_FINDING_VERSION_MISSING] = {
    "version-missing", TLSRPT_SEVERITY_ERROR, GRAMMAR,
    N_("The version is missing; the record must begin with “v=TLSRPTv1;”"),
    REPAIR_PREFIX, "v=TLSRPTv1; ",
  },
  [TLSRPT_FINDING_VERSION_MISSPELLED] = {
    "version-misspelled", TLSRPT_SEVERITY_ERROR, GRAMMAR,
    N_("The version is misspelled; the record must begin with “v=TLSRPTv1”"),
    REPAIR_REPLACE, "v=TLSRPTv1",
  },
  [TLSRPT_FINDING_VERSION_UNKNOWN] = {
    "version-unknown", TLSRPT_SEVERITY_ERROR, GRAMMAR,
    N_("This version does not exist; the only one is “v=TLSRPTv1”"),
    REPAIR_NONE, NULL,
  },
  [TLSRPT_FINDING_SPF_RECORD] = {
    "spf-record", TLSRPT_SEVERITY_ERROR, "7208 4.5",
    N_("This is an SPF record, which tells who may send mail for the domain; "
       "it is not a TLS-RPT record"),
    REPAIR_NONE, NULL,
  },
  [TLSRPT_FINDING_DMARC_RECORD] = {
    "dmarc-record", TLSRPT_SEVERITY_ERROR, "7489 6.3",
    N_("This is a DMARC record, which belongs at “_dmarc”; it is not a TLS-RPT record"),
    REPAIR_NONE, NULL,
  },
  [TLSRPT_FINDING_MTA_STS_RECORD] = {
    "mta-sts-record", TLSRPT_SEVERITY_ERROR, "8461 3.1",
    N_("This is an MTA-STS record, which belongs at “_mta-sts”; it is not a TLS-RPT record"),
    REPAIR_NONE, NULL,
  },
  [TLSRPT_FINDING_DKIM_RECORD] = {
    "dkim-record", TLSRPT_SEVERITY_ERROR, "6376 3.6.1",
    N_("This is a DKIM record, which holds a key for signatures; it is not a TLS-RPT record"),
    REPAIR_NONE, NULL,
  },
  [TLSRPT_FINDING_BIMI_RECORD] = {
    "bimi-record", TLSRPT_SEVERITY_ERROR, NULL,
    N_("This is a BIMI record, which names a logo; it is not a TLS-RPT record"),
    REPAIR_NONE, NULL,
  },

  [TLSRPT_FINDING_MISSING_SEMICOLON] = {
    "missing-semicolon", TLSRPT_SEVERITY_ERROR, GRAMMAR,
    N_("A semicolon is missing behind the version"),
    REPAIR_PREFIX, ";",
  },
  [TLSRPT_FINDING_EMPTY_FIELD] = {
    "empty-field", TLSRPT_SEVERITY_ERROR, GRAMMAR,
    N_("Nothing stands between two semicolons; one of them is too many"),
    REPAIR_REPLACE, "",
  },
  [TLSRPT_FINDING_FIELD_WITHOUT_EQUALS] = {
    "field-without-equals", TLSRPT_SEVERITY_ERROR, GRAMMAR,
    N_("A field is a name, an equals sign and a value; here is no equals sign"),
    REPAIR_NONE, NULL,
  },
  [TLSRPT_FINDING_WHITE_SPACE_AROUND_EQUALS] = {
    "white-space-around-equals", TLSRPT_SEVERITY_ERROR, GRAMMAR,
    N_("No white space may stand beside an equals sign"),
    REPAIR_REPLACE, "=",
  },
  [TLSRPT_FINDING_TRAILING_WHITE_SPACE] = {
    "trailing-white-space", TLSRPT_SEVERITY_ERROR, GRAMMAR,
    N_("White space may end the record only behind a semicolon"),
    REPAIR_REPLACE, "",
  },
  [TLSRPT_FINDING_EXTENSION_NAME] = {
    "extension-name", TLSRPT_SEVERITY_ERROR, GRAMMAR,
    N_("The name of a field begins with a letter or digit and holds only letters, digits, "
       "“_”, “-” and “.”"),
    REPAIR_NONE, NULL,
  },
  [TLSRPT_FINDING_EXTENSION_NAME_TOO_LONG] = {
    "extension-name-too-long", TLSRPT_SEVERITY_ERROR, GRAMMAR,
    N_("The name of a field has at most 32 characters"),
    REPAIR_NONE, NULL,
  },
  [TLSRPT_FINDING_EXTENSION_VALUE] = {
    "extension-value", TLSRPT_SEVERITY_ERROR, GRAMMAR,
    N_("The value of an extension can hold neither white space nor an equals sign"),
    REPAIR_NONE, NULL,
  },
  [TLSRPT_FINDING_EXTENSION_VALUE_EMPTY] = {
    "extension-value-empty", TLSRPT_SEVERITY_ERROR, GRAMMAR,
    N_("The extension has no value"),
    REPAIR_NONE, NULL,
  },
  [TLSRPT_FINDING_CONTROL_CHARACTER] = {
    "control-character", TLSRPT_SEVERITY_ERROR, GRAMMAR,
    N_("An unprintable character, such as a line break, cannot be part of a record"),
    REPAIR_NONE, NULL,
  },
  [TLSRPT_FINDING_NON_ASCII] = {
    "non-ascii", TLSRPT_SEVERITY_ERROR, GRAMMAR,
    N_("A record holds only ASCII characters"),
    REPAIR_NONE, NULL,
  },
  [TLSRPT_FINDING_MISSING_RUA] = {
    "missing-rua", TLSRPT_SEVERITY_ERROR, GRAMMAR,
    N_("There is no “rua=”, so the record does not say where reports should go"),
    REPAIR_NONE, NULL,
  },

  [TLSRPT_FINDING_EMPTY_URI] = {
    "empty-uri", TLSRPT_SEVERITY_ERROR, GRAMMAR,
    N_("A destination is missing here"),
    REPAIR_NONE, NULL,
  },
  [TLSRPT_FINDING_EXTRA_COMMA] = {
    "extra-comma", TLSRPT_SEVERITY_ERROR, GRAMMAR,
    N_("A destination must stand on both sides of a comma"),
    REPAIR_REPLACE, "",
  },
  [TLSRPT_FINDING_BARE_ADDRESS] = {
    "bare-address", TLSRPT_SEVERITY_ERROR, GRAMMAR,
    N_("“mailto:” is missing before the mail address"),
    REPAIR_PREFIX, "mailto:",
  },
  [TLSRPT_FINDING_MAILTO_EQUALS] = {
    "mailto-equals", TLSRPT_SEVERITY_ERROR, GRAMMAR,
    N_("A colon must follow “mailto”, not an equals sign"),
    REPAIR_REPLACE, "mailto:",
  },
  [TLSRPT_FINDING_URI_SCHEME] = {
    "uri-scheme", TLSRPT_SEVERITY_ERROR, "3986 3.1",
    /* xgettext: no-c-format */
    /* xgettext:no-c-format */
    N_("A destination begins with “mailto:” or “https://”; if it belongs to the one before it, "
       "the comma between them must be written “%2C”"),
    REPAIR_NONE, NULL,
  },
  [TLSRPT_FINDING_URI_WHITE_SPACE] = {
    "uri-white-space", TLSRPT_SEVERITY_ERROR, "3986 2",
    N_("A destination cannot hold white space"),
    REPAIR_NONE, NULL,
  },
  [TLSRPT_FINDING_URI_CHARACTER] = {
    "uri-character", TLSRPT_SEVERITY_ERROR, "3986 2",
    N_("This character cannot stand here in a destination"),
    REPAIR_NONE, NULL,
  },
  [TLSRPT_FINDING_URI_PERCENT] = {
    "uri-percent", TLSRPT_SEVERITY_ERROR, "3986 2.1",
    N_("Two hexadecimal digits must follow a percent sign; the sign itself is written “%25”"),
    REPAIR_NONE, NULL,
  },
  [TLSRPT_FINDING_URI_IP_LITERAL] = {
    "uri-ip-literal", TLSRPT_SEVERITY_ERROR, "3986 3.2.2",
    N_("This is not an IPv6 address in brackets"),
    REPAIR_NONE, NULL,
  },
  [TLSRPT_FINDING_URI_PORT] = {
    "uri-port", TLSRPT_SEVERITY_ERROR, "3986 3.2.3",
    N_("A port has only digits"),
    REPAIR_NONE, NULL,
  },
  [TLSRPT_FINDING_RAW_EXCLAMATION] = {
    "raw-exclamation", TLSRPT_SEVERITY_ERROR, GRAMMAR,
    N_("An exclamation mark in a destination must be written “%21”"),
    REPAIR_REPLACE, "%21",
  },
  [TLSRPT_FINDING_SIZE_SUFFIX] = {
    "size-suffix", TLSRPT_SEVERITY_ERROR, GRAMMAR,
    N_("A size limit such as “!10m” belongs to DMARC; TLS-RPT has none"),
    REPAIR_REPLACE, "",
  },
  [TLSRPT_FINDING_NO_USABLE_DESTINATION] = {
    "no-usable-destination", TLSRPT_SEVERITY_ERROR, GRAMMAR,
    N_("No sender can report to any of these destinations; it takes a mail address or "
       "an https address"),
    REPAIR_NONE, NULL,
  },

  [TLSRPT_FINDING_SPACE_BEFORE_FIRST_SEMICOLON] = {
    "space-before-first-semicolon", TLSRPT_SEVERITY_WARNING, GRAMMAR,
    N_("Some senders ignore the record because it does not begin with “v=TLSRPTv1;”, and beside "
       "another TXT record all must ignore it"),
    REPAIR_REPLACE, "",
  },
  [TLSRPT_FINDING_SPACE_BEFORE_COMMA] = {
    "space-before-comma", TLSRPT_SEVERITY_WARNING, SENDERS,
    N_("Some senders take the white space before the comma for a part of the destination"),
    REPAIR_REPLACE, "",
  },
  [TLSRPT_FINDING_SPACE_AFTER_COMMA] = {
    "space-after-comma", TLSRPT_SEVERITY_WARNING, SENDERS,
    N_("Some senders drop a destination that follows a comma and white space"),
    REPAIR_REPLACE, "",
  },
  [TLSRPT_FINDING_EXTENSION_BEFORE_RUA] = {
    "extension-before-rua", TLSRPT_SEVERITY_WARNING, SENDERS,
    N_("Some senders ignore a record in which “rua=” does not come right behind the version"),
    REPAIR_NONE, NULL,
  },
  [TLSRPT_FINDING_RUA_CASE] = {
    "rua-case", TLSRPT_SEVERITY_WARNING, GRAMMAR,
    N_("Only “rua” in small letters names destinations; senders ignore this field"),
    REPAIR_REPLACE, "rua",
  },
  [TLSRPT_FINDING_SEVERAL_RUA] = {
    "several-rua", TLSRPT_SEVERITY_WARNING, SENDERS,
    N_("Most senders read only the first “rua=”; put all destinations into one, with commas"),
    REPAIR_NONE, NULL,
  },
  [TLSRPT_FINDING_SCHEME_CASE] = {
    "scheme-case", TLSRPT_SEVERITY_WARNING, SENDERS,
    N_("Some senders know “mailto:” and “https:” only in small letters"),
    REPAIR_NONE, NULL,
  },
  [TLSRPT_FINDING_UNSUPPORTED_SCHEME] = {
    "unsupported-scheme", TLSRPT_SEVERITY_WARNING, GRAMMAR,
    N_("Reports go only to “mailto:” and “https:” destinations; senders ignore this one"),
    REPAIR_NONE, NULL,
  },
  [TLSRPT_FINDING_HTTP] = {
    "http", TLSRPT_SEVERITY_WARNING, GRAMMAR,
    N_("Most senders ignore an “http:” destination, and others would send reports unencrypted; "
       "it must be “https:”"),
    REPAIR_NONE, NULL,
  },
  [TLSRPT_FINDING_MAILTO_ADDRESS] = {
    "mailto-address", TLSRPT_SEVERITY_WARNING, "6068 2",
    N_("This is not a mail address, so no sender can report to it"),
    REPAIR_NONE, NULL,
  },
  [TLSRPT_FINDING_ENCODED_LOCAL_PART] = {
    "encoded-local-part", TLSRPT_SEVERITY_WARNING, SENDERS,
    N_("Most senders do not decode the address and write to one that does not exist; choose "
       "an address without special characters"),
    REPAIR_NONE, NULL,
  },
  [TLSRPT_FINDING_MAILTO_QUERY] = {
    "mailto-query", TLSRPT_SEVERITY_WARNING, SENDERS,
    N_("Most senders take what follows the question mark for a part of the address"),
    REPAIR_REPLACE, "",
  },
  [TLSRPT_FINDING_HOST_NAME] = {
    "host-name", TLSRPT_SEVERITY_WARNING, "5321 2.3.5",
    N_("Senders find no host by this name: it is not a full domain name, such as example.com"),
    REPAIR_NONE, NULL,
  },
  [TLSRPT_FINDING_URL_HOST] = {
    "url-host", TLSRPT_SEVERITY_WARNING, "9110 4.2.2",
    N_("A host name must follow “https://”; no sender can report to this destination"),
    REPAIR_NONE, NULL,
  },
  [TLSRPT_FINDING_URL_PORT] = {
    "url-port", TLSRPT_SEVERITY_WARNING, SENDERS,
    N_("Firewalls at a sender may let it connect to port 443 only"),
    REPAIR_NONE, NULL,
  },
  [TLSRPT_FINDING_URL_PORT_RANGE] = {
    "url-port-range", TLSRPT_SEVERITY_WARNING, "9293 3.1",
    N_("There is no such port; no sender can report to this destination"),
    REPAIR_NONE, NULL,
  },
  [TLSRPT_FINDING_URL_USER_INFO] = {
    "url-user-info", TLSRPT_SEVERITY_WARNING, "9110 4.2.4",
    N_("Everybody can read a user name or password in DNS, and senders may refuse the address"),
    REPAIR_NONE, NULL,
  },
  [TLSRPT_FINDING_URL_IP_ADDRESS] = {
    "url-ip-address", TLSRPT_SEVERITY_WARNING, SENDERS,
    N_("Hardly any certificate is valid for an IP address; use a host name"),
    REPAIR_NONE, NULL,
  },
  [TLSRPT_FINDING_URL_FRAGMENT] = {
    "url-fragment", TLSRPT_SEVERITY_WARNING, "9110 4.2.5",
    N_("What follows “#” is never sent to the server"),
    REPAIR_REPLACE, "",
  },
  [TLSRPT_FINDING_URL_EQUALS_SIGN] = {
    "url-equals-sign", TLSRPT_SEVERITY_WARNING, SENDERS,
    N_("Some senders stop reading the address at an equals sign"),
    REPAIR_NONE, NULL,
  },
  [TLSRPT_FINDING_NO_MAIL_ADDRESS] = {
    "no-mail-address", TLSRPT_SEVERITY_WARNING, SENDERS,
    N_("Some senders report by mail only; add a mail address"),
    REPAIR_NONE, NULL,
  },
  [TLSRPT_FINDING_VALUE_TOO_LONG] = {
    "value-too-long", TLSRPT_SEVERITY_WARNING, NULL,
    N_("The record is longer than 4096 characters, which some DNS providers refuse"),
    REPAIR_NONE, NULL,
  },
  [TLSRPT_FINDING_VALUE_OVER_UDP] = {
    "value-over-udp", TLSRPT_SEVERITY_WARNING, "1035 4.2.1",
    N_("The record is so long that its answer may not fit a DNS packet of 512 octets"),
    REPAIR_NONE, NULL,
  },

  [TLSRPT_FINDING_VALUE_OVER_STRING] = {
    "value-over-string", TLSRPT_SEVERITY_NOTE, "1035 3.3.14",
    N_("The record is longer than 255 characters and must be published as several strings"),
    REPAIR_NONE, NULL,
  },
  [TLSRPT_FINDING_DUPLICATE_DESTINATION] = {
    "duplicate-destination", TLSRPT_SEVERITY_NOTE, NULL,
    N_("This destination is named twice"),
    REPAIR_NONE, NULL,
  },
  [TLSRPT_FINDING_MANY_DESTINATIONS] = {
    "many-destinations", TLSRPT_SEVERITY_NOTE, GRAMMAR,
    N_("There are more than 16 destinations; no sender has to use them all"),
    REPAIR_NONE, NULL,
  },
  [TLSRPT_FINDING_SEVERAL_DESTINATIONS] = {
    "several-destinations", TLSRPT_SEVERITY_NOTE, GRAMMAR,
    N_("Some senders use only the first destination, so the most important one comes first"),
    REPAIR_NONE, NULL,
  },
  [TLSRPT_FINDING_EXTENSION] = {
    "extension", TLSRPT_SEVERITY_NOTE, GRAMMAR,
    N_("No extension is defined yet; senders ignore this field, and some checkers complain"),
    REPAIR_NONE, NULL,
  },
  [TLSRPT_FINDING_MORE] = {
    "more", TLSRPT_SEVERITY_NOTE, NULL,
    N_("There is more to say about this text, but the list ends here"),
    REPAIR_NONE, NULL,
  },
};

G_STATIC_ASSERT (G_N_ELEMENTS (infos) == TLSRPT_N_FINDING_CODES);

static const FindingInfo *
get_info (const TlsrptFinding *self)
{
  g_assert ((guint) self->code < G_N_ELEMENTS (infos));

  return &infos[self->code];
}

TlsrptSeverity
tlsrpt_finding_get_severity (const TlsrptFinding *self)
{
  return get_info (self)->severity;
}

/**
 * tlsrpt_finding_get_code_name:
 * @self: a finding
 *
 * Gets the word for the finding that scripts may rely on; it never changes.
 *
 * Returns: lower-case words joined by hyphens
 */
const char *
tlsrpt_finding_get_code_name (const TlsrptFinding *self)
{
  return get_info (self)->name;
}

/**
 * tlsrpt_finding_dup_section:
 * @self: a finding
 *
 * Says where the rule is written that the finding is about.
 *
 * Returns: (nullable) (transfer full): an RFC and its section; `NULL` if it is no
 *   rule but what senders do
 */
char *
tlsrpt_finding_dup_section (const TlsrptFinding *self)
{
  const char *section = get_info (self)->section;

  return section != NULL ? tlsrpt_reference_dup (section) : NULL;
}

/**
 * tlsrpt_finding_get_message:
 * @self: a finding
 *
 * Gets the sentence that tells the finding to a person.
 *
 * Returns: the translated message
 */
const char *
tlsrpt_finding_get_message (const TlsrptFinding *self)
{
  return _(get_info (self)->message);
}

/**
 * tlsrpt_finding_dup_repair:
 * @self: a finding
 * @text: the text in which it was found
 *
 * Gets what can stand in place of the span of the finding, if that is certain.
 *
 * Returns: (transfer full) (nullable): the replacement; it may be empty
 */
char *
tlsrpt_finding_dup_repair (const TlsrptFinding *self,
                           const char          *text)
{
  const FindingInfo *info = get_info (self);
  GString *repair;

  switch (info->repair)
    {
    case REPAIR_REPLACE:
      return g_strdup (info->text);

    case REPAIR_PREFIX:
      repair = g_string_new (info->text);
      g_string_append_len (repair, text + self->offset, self->length);
      return g_string_free (repair, FALSE);

    case REPAIR_NONE:
    default:
      return NULL;
    }
}
