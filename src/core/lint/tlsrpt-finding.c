/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-finding.h"

#include "tlsrpt-destination.h"
#include "tlsrpt-reference.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Repairs of a finding that need no decision. */
typedef enum
{
  REPAIR_NONE,
  REPAIR_REPLACE, /* the repair stands in place of the span */
  REPAIR_PREFIX,  /* the repair goes before the span */
  REPAIR_HTTPS,   /* an offer: only a person knows whether that URL exists */
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
    N_("The text does not contain a record"),
    REPAIR_NONE, NULL,
  },
  [TLSRPT_FINDING_TEXT_TOO_LONG] = {
    "text-too-long", TLSRPT_SEVERITY_ERROR, NULL,
    N_("The text is longer than 65536 bytes; the rest was not read"),
    REPAIR_NONE, NULL,
  },
  [TLSRPT_FINDING_LEADING_WHITE_SPACE] = {
    "leading-white-space", TLSRPT_SEVERITY_ERROR, GRAMMAR,
    N_("White space before the version; the record must begin with “v=TLSRPTv1”"),
    REPAIR_REPLACE, "",
  },
  [TLSRPT_FINDING_QUOTES] = {
    "quotes", TLSRPT_SEVERITY_ERROR, GRAMMAR,
    N_("Quotation marks belong in a zone file; published in DNS, they are part of the record and "
       "make it invalid"),
    REPAIR_NONE, NULL,
  },
  [TLSRPT_FINDING_VERSION] = {
    "version", TLSRPT_SEVERITY_ERROR, GRAMMAR,
    N_("This is not a TLS-RPT record: it does not begin with “v=TLSRPTv1”"),
    REPAIR_NONE, NULL,
  },
  [TLSRPT_FINDING_VERSION_CASE] = {
    "version-case", TLSRPT_SEVERITY_ERROR, GRAMMAR,
    N_("The version must be exactly “v=TLSRPTv1” (it is case-sensitive)"),
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
    N_("This is an SPF record, not a TLS-RPT record; it lists the servers that may send mail for "
       "the domain"),
    REPAIR_NONE, NULL,
  },
  [TLSRPT_FINDING_DMARC_RECORD] = {
    "dmarc-record", TLSRPT_SEVERITY_ERROR, "7489 6.3",
    N_("This is a DMARC record, not a TLS-RPT record; it belongs at “_dmarc”"),
    REPAIR_NONE, NULL,
  },
  [TLSRPT_FINDING_MTA_STS_RECORD] = {
    "mta-sts-record", TLSRPT_SEVERITY_ERROR, "8461 3.1",
    N_("This is an MTA-STS record, not a TLS-RPT record; it belongs at “_mta-sts”"),
    REPAIR_NONE, NULL,
  },
  [TLSRPT_FINDING_DKIM_RECORD] = {
    "dkim-record", TLSRPT_SEVERITY_ERROR, "6376 3.6.1",
    N_("This is a DKIM record, not a TLS-RPT record; it contains a key for signatures"),
    REPAIR_NONE, NULL,
  },
  [TLSRPT_FINDING_BIMI_RECORD] = {
    "bimi-record", TLSRPT_SEVERITY_ERROR, NULL,
    N_("This is a BIMI record, not a TLS-RPT record; it contains the URL of a logo"),
    REPAIR_NONE, NULL,
  },

  [TLSRPT_FINDING_WRONG_NAME] = {
    "wrong-name", TLSRPT_SEVERITY_ERROR, GRAMMAR,
    N_("No sender looks at this name. The record must be published at “_smtp._tls.” and the "
       "domain."),
    REPAIR_NONE, NULL,
  },
  [TLSRPT_FINDING_DOUBLED_NAME] = {
    "doubled-name", TLSRPT_SEVERITY_ERROR, GRAMMAR,
    N_("The name contains the domain twice. The DNS panel adds the domain automatically, so enter "
       "the short name."),
    REPAIR_NONE, NULL,
  },
  [TLSRPT_FINDING_CUT_OFF] = {
    "cut-off", TLSRPT_SEVERITY_ERROR, NULL,
    N_("The text is cut off, so a part of the record may be missing"),
    REPAIR_NONE, NULL,
  },

  [TLSRPT_FINDING_MISSING_SEMICOLON] = {
    "missing-semicolon", TLSRPT_SEVERITY_ERROR, GRAMMAR,
    N_("A semicolon is missing after the version"),
    REPAIR_PREFIX, ";",
  },
  [TLSRPT_FINDING_EMPTY_FIELD] = {
    "empty-field", TLSRPT_SEVERITY_ERROR, GRAMMAR,
    N_("Empty field: remove one of the two semicolons"),
    REPAIR_REPLACE, "",
  },
  [TLSRPT_FINDING_FIELD_WITHOUT_EQUALS] = {
    "field-without-equals", TLSRPT_SEVERITY_ERROR, GRAMMAR,
    N_("This field has no equals sign"),
    REPAIR_NONE, NULL,
  },
  [TLSRPT_FINDING_WHITE_SPACE_AROUND_EQUALS] = {
    "white-space-around-equals", TLSRPT_SEVERITY_ERROR, GRAMMAR,
    N_("No white space is allowed around the equals sign"),
    REPAIR_REPLACE, "=",
  },
  [TLSRPT_FINDING_TRAILING_WHITE_SPACE] = {
    "trailing-white-space", TLSRPT_SEVERITY_ERROR, GRAMMAR,
    N_("White space at the end is only allowed after a semicolon"),
    REPAIR_REPLACE, "",
  },
  [TLSRPT_FINDING_EXTENSION_NAME] = {
    "extension-name", TLSRPT_SEVERITY_ERROR, GRAMMAR,
    N_("A field name must begin with a letter or digit and can contain only letters, digits, “_”, "
       "“-”, and “.”"),
    REPAIR_NONE, NULL,
  },
  [TLSRPT_FINDING_EXTENSION_NAME_TOO_LONG] = {
    "extension-name-too-long", TLSRPT_SEVERITY_ERROR, GRAMMAR,
    N_("A field name can have at most 32 characters"),
    REPAIR_NONE, NULL,
  },
  [TLSRPT_FINDING_EXTENSION_VALUE] = {
    "extension-value", TLSRPT_SEVERITY_ERROR, GRAMMAR,
    N_("The value of an extension cannot contain white space or an equals sign"),
    REPAIR_NONE, NULL,
  },
  [TLSRPT_FINDING_EXTENSION_VALUE_EMPTY] = {
    "extension-value-empty", TLSRPT_SEVERITY_ERROR, GRAMMAR,
    N_("The extension has no value"),
    REPAIR_NONE, NULL,
  },
  [TLSRPT_FINDING_CONTROL_CHARACTER] = {
    "control-character", TLSRPT_SEVERITY_ERROR, GRAMMAR,
    N_("A record cannot contain unprintable characters, such as line breaks"),
    REPAIR_NONE, NULL,
  },
  [TLSRPT_FINDING_NON_ASCII] = {
    "non-ascii", TLSRPT_SEVERITY_ERROR, GRAMMAR,
    N_("A record can contain only ASCII characters"),
    REPAIR_NONE, NULL,
  },
  [TLSRPT_FINDING_MISSING_RUA] = {
    "missing-rua", TLSRPT_SEVERITY_ERROR, GRAMMAR,
    N_("“rua=” is missing, so senders do not know where to send reports"),
    REPAIR_NONE, NULL,
  },

  [TLSRPT_FINDING_EMPTY_URI] = {
    "empty-uri", TLSRPT_SEVERITY_ERROR, GRAMMAR,
    N_("A destination is missing here"),
    REPAIR_NONE, NULL,
  },
  [TLSRPT_FINDING_EXTRA_COMMA] = {
    "extra-comma", TLSRPT_SEVERITY_ERROR, GRAMMAR,
    N_("A comma needs a destination on both sides"),
    REPAIR_REPLACE, "",
  },
  [TLSRPT_FINDING_BARE_ADDRESS] = {
    "bare-address", TLSRPT_SEVERITY_ERROR, GRAMMAR,
    N_("“mailto:” is missing before the email address"),
    REPAIR_PREFIX, "mailto:",
  },
  [TLSRPT_FINDING_MAILTO_EQUALS] = {
    "mailto-equals", TLSRPT_SEVERITY_ERROR, GRAMMAR,
    N_("“mailto” must be followed by a colon, not an equals sign"),
    REPAIR_REPLACE, "mailto:",
  },
  [TLSRPT_FINDING_URI_SCHEME] = {
    "uri-scheme", TLSRPT_SEVERITY_ERROR, "3986 3.1",
    /* xgettext: no-c-format */
    /* xgettext:no-c-format */
    N_("A destination must begin with “mailto:” or “https://”; if this text belongs to the "
       "destination before it, write the comma between them as “%2C”"),
    REPAIR_NONE, NULL,
  },
  [TLSRPT_FINDING_URI_WHITE_SPACE] = {
    "uri-white-space", TLSRPT_SEVERITY_ERROR, "3986 2",
    N_("A destination cannot contain white space"),
    REPAIR_NONE, NULL,
  },
  [TLSRPT_FINDING_URI_CHARACTER] = {
    "uri-character", TLSRPT_SEVERITY_ERROR, "3986 2",
    N_("This character is not allowed here in a destination"),
    REPAIR_NONE, NULL,
  },
  [TLSRPT_FINDING_URI_PERCENT] = {
    "uri-percent", TLSRPT_SEVERITY_ERROR, "3986 2.1",
    N_("A percent sign must be followed by two hexadecimal digits; the sign itself is written as "
       "“%25”"),
    REPAIR_NONE, NULL,
  },
  [TLSRPT_FINDING_URI_IP_LITERAL] = {
    "uri-ip-literal", TLSRPT_SEVERITY_ERROR, "3986 3.2.2",
    N_("This is not an IPv6 address in brackets"),
    REPAIR_NONE, NULL,
  },
  [TLSRPT_FINDING_URI_PORT] = {
    "uri-port", TLSRPT_SEVERITY_ERROR, "3986 3.2.3",
    N_("A port can contain only digits"),
    REPAIR_NONE, NULL,
  },
  [TLSRPT_FINDING_RAW_EXCLAMATION] = {
    "raw-exclamation", TLSRPT_SEVERITY_ERROR, GRAMMAR,
    N_("An exclamation mark in a destination must be written as “%21”"),
    REPAIR_REPLACE, "%21",
  },
  [TLSRPT_FINDING_SIZE_SUFFIX] = {
    "size-suffix", TLSRPT_SEVERITY_ERROR, GRAMMAR,
    N_("Size limits such as “!10m” belong to DMARC; TLS-RPT has none"),
    REPAIR_REPLACE, "",
  },
  [TLSRPT_FINDING_NO_USABLE_DESTINATION] = {
    "no-usable-destination", TLSRPT_SEVERITY_ERROR, GRAMMAR,
    N_("No sender can report to any of these destinations; use an email address or an HTTPS URL"),
    REPAIR_NONE, NULL,
  },

  [TLSRPT_FINDING_SPACE_BEFORE_FIRST_SEMICOLON] = {
    "space-before-first-semicolon", TLSRPT_SEVERITY_WARNING, GRAMMAR,
    N_("Some senders ignore the record because it does not begin with “v=TLSRPTv1;”. If there is "
       "another TXT record with the same name, all senders must ignore it."),
    REPAIR_REPLACE, "",
  },
  [TLSRPT_FINDING_SPACE_BEFORE_COMMA] = {
    "space-before-comma", TLSRPT_SEVERITY_WARNING, SENDERS,
    N_("Some senders treat the white space before the comma as part of the destination"),
    REPAIR_REPLACE, "",
  },
  [TLSRPT_FINDING_SPACE_AFTER_COMMA] = {
    "space-after-comma", TLSRPT_SEVERITY_WARNING, SENDERS,
    N_("Some senders drop a destination that follows a comma and white space"),
    REPAIR_REPLACE, "",
  },
  [TLSRPT_FINDING_EXTENSION_BEFORE_RUA] = {
    "extension-before-rua", TLSRPT_SEVERITY_WARNING, SENDERS,
    N_("Some senders ignore a record in which “rua=” does not directly follow the version"),
    REPAIR_NONE, NULL,
  },
  [TLSRPT_FINDING_RUA_CASE] = {
    "rua-case", TLSRPT_SEVERITY_WARNING, GRAMMAR,
    N_("“rua” must be lowercase; senders ignore this field"),
    REPAIR_REPLACE, "rua",
  },
  [TLSRPT_FINDING_SEVERAL_RUA] = {
    "several-rua", TLSRPT_SEVERITY_WARNING, SENDERS,
    N_("Most senders read only the first “rua=”; list all destinations in one, separated by commas"),
    REPAIR_NONE, NULL,
  },
  [TLSRPT_FINDING_SCHEME_CASE] = {
    "scheme-case", TLSRPT_SEVERITY_WARNING, SENDERS,
    N_("Some senders only accept lowercase “mailto:” and “https:”"),
    REPAIR_NONE, NULL,
  },
  [TLSRPT_FINDING_UNSUPPORTED_SCHEME] = {
    "unsupported-scheme", TLSRPT_SEVERITY_WARNING, GRAMMAR,
    N_("Reports go only to “mailto:” and “https:” destinations; senders ignore this one"),
    REPAIR_NONE, NULL,
  },
  [TLSRPT_FINDING_HTTP] = {
    "http", TLSRPT_SEVERITY_WARNING, GRAMMAR,
    N_("Most senders ignore “http:” destinations, and others would send reports unencrypted; use "
       "“https:”"),
    REPAIR_HTTPS, NULL,
  },
  [TLSRPT_FINDING_MAILTO_ADDRESS] = {
    "mailto-address", TLSRPT_SEVERITY_WARNING, "6068 2",
    N_("This is not an email address, so no sender can report to it"),
    REPAIR_NONE, NULL,
  },
  [TLSRPT_FINDING_ENCODED_LOCAL_PART] = {
    "encoded-local-part", TLSRPT_SEVERITY_WARNING, SENDERS,
    /* xgettext:no-c-format */
    N_("Most senders do not decode “%21” and similar codes in an address, so reports would be "
       "lost. Use an address without special characters."),
    REPAIR_NONE, NULL,
  },
  [TLSRPT_FINDING_MAILTO_QUERY] = {
    "mailto-query", TLSRPT_SEVERITY_WARNING, SENDERS,
    N_("Most senders treat the question mark and the text after it as part of the address"),
    REPAIR_REPLACE, "",
  },
  [TLSRPT_FINDING_HOST_NAME] = {
    "host-name", TLSRPT_SEVERITY_WARNING, "5321 2.3.5",
    N_("Senders cannot find a host with this name: it is not a full domain name, such as "
       "example.com"),
    REPAIR_NONE, NULL,
  },
  [TLSRPT_FINDING_URL_HOST] = {
    "url-host", TLSRPT_SEVERITY_WARNING, "9110 4.2.2",
    N_("A host name must follow “https://”; no sender can report to this destination"),
    REPAIR_NONE, NULL,
  },
  [TLSRPT_FINDING_URL_PORT] = {
    "url-port", TLSRPT_SEVERITY_WARNING, SENDERS,
    N_("Some senders can only connect to port 443"),
    REPAIR_NONE, NULL,
  },
  [TLSRPT_FINDING_URL_PORT_RANGE] = {
    "url-port-range", TLSRPT_SEVERITY_WARNING, "9293 3.1",
    N_("This port does not exist; no sender can report to this destination"),
    REPAIR_NONE, NULL,
  },
  [TLSRPT_FINDING_URL_USER_INFO] = {
    "url-user-info", TLSRPT_SEVERITY_WARNING, "9110 4.2.4",
    N_("Anyone can read a user name or password in DNS, and senders may reject the URL"),
    REPAIR_NONE, NULL,
  },
  [TLSRPT_FINDING_URL_IP_ADDRESS] = {
    "url-ip-address", TLSRPT_SEVERITY_WARNING, SENDERS,
    N_("Hardly any certificate is valid for an IP address; use a host name"),
    REPAIR_NONE, NULL,
  },
  [TLSRPT_FINDING_URL_FRAGMENT] = {
    "url-fragment", TLSRPT_SEVERITY_WARNING, "9110 4.2.5",
    N_("“#” and the text after it are never sent to the server"),
    REPAIR_REPLACE, "",
  },
  [TLSRPT_FINDING_URL_EQUALS_SIGN] = {
    "url-equals-sign", TLSRPT_SEVERITY_WARNING, SENDERS,
    N_("Some senders cut off URLs at “=”. Use a URL without it."),
    REPAIR_NONE, NULL,
  },
  [TLSRPT_FINDING_NO_MAIL_ADDRESS] = {
    "no-mail-address", TLSRPT_SEVERITY_WARNING, SENDERS,
    N_("Some senders report only by email. Add an email address."),
    REPAIR_NONE, NULL,
  },
  [TLSRPT_FINDING_VALUE_TOO_LONG] = {
    "value-too-long", TLSRPT_SEVERITY_WARNING, NULL,
    N_("The record is longer than 4096 characters, which some DNS providers reject"),
    REPAIR_NONE, NULL,
  },
  [TLSRPT_FINDING_VALUE_OVER_UDP] = {
    "value-over-udp", TLSRPT_SEVERITY_WARNING, "1035 4.2.1",
    N_("The answer may not fit in a 512-byte DNS packet, so some senders may not see the record"),
    REPAIR_NONE, NULL,
  },

  [TLSRPT_FINDING_VALUE_OVER_STRING] = {
    "value-over-string", TLSRPT_SEVERITY_NOTE, "1035 3.3.14",
    N_("Longer than 255 bytes: published as several strings. Some DNS panels require splitting "
       "the value."),
    REPAIR_NONE, NULL,
  },
  [TLSRPT_FINDING_DUPLICATE_DESTINATION] = {
    "duplicate-destination", TLSRPT_SEVERITY_NOTE, NULL,
    N_("A destination is listed more than once"),
    REPAIR_NONE, NULL,
  },
  [TLSRPT_FINDING_MANY_DESTINATIONS] = {
    "many-destinations", TLSRPT_SEVERITY_NOTE, GRAMMAR,
    N_("There are more than 16 destinations; senders need not use all of them"),
    REPAIR_NONE, NULL,
  },
  [TLSRPT_FINDING_SEVERAL_DESTINATIONS] = {
    "several-destinations", TLSRPT_SEVERITY_NOTE, GRAMMAR,
    N_("Some senders use only the first destination. Put the most important one first."),
    REPAIR_NONE, NULL,
  },
  [TLSRPT_FINDING_EXTENSION] = {
    "extension", TLSRPT_SEVERITY_NOTE, GRAMMAR,
    N_("Unknown field: senders ignore it, and some checkers report it as an error"),
    REPAIR_NONE, NULL,
  },
  [TLSRPT_FINDING_MORE] = {
    "more", TLSRPT_SEVERITY_NOTE, NULL,
    N_("More problems were found but are not listed"),
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
 * tlsrpt_finding_to_remark:
 * @self: a finding
 * @range: (nullable): where it is in what the reader of the remark sees
 * @repair: (nullable): what can stand there instead
 *
 * Turns a finding into what can be shown.
 *
 * Returns: (transfer full): the remark
 */
TlsrptRemark *
tlsrpt_finding_to_remark (const TlsrptFinding *self,
                          const TlsrptRange   *range,
                          const char          *repair)
{
  const FindingInfo *info = get_info (self);

  return tlsrpt_remark_new_from_parts (&(TlsrptRemarkParts) {
    .severity = info->severity,
    .code = info->name,
    .message = _(info->message),
    .section = info->section,
    .repair = repair,
    .range = range,
  });
}

/**
 * tlsrpt_finding_code_to_remark:
 * @self: what was found
 *
 * Says of a form what the finding says of a text, so that a fact has one wording.
 *
 * Returns: (transfer full): the remark
 */
TlsrptRemark *
tlsrpt_finding_code_to_remark (TlsrptFindingCode self)
{
  const TlsrptFinding finding = { .code = self };

  return tlsrpt_finding_to_remark (&finding, NULL, NULL);
}

/* The same URL by HTTPS, if reports could go there. */
static char *
dup_https (const char *text,
           gsize       length)
{
  g_autofree char *rest = NULL;
  g_autofree char *url = NULL;
  g_autofree char *parsed = NULL;

  g_return_val_if_fail (length > strlen ("http"), NULL);

  rest = g_strndup (text + strlen ("http"), length - strlen ("http"));
  url = g_strconcat ("https", rest, NULL);
  parsed = tlsrpt_destination_parse (url, NULL);

  return parsed != NULL ? g_steal_pointer (&url) : NULL;
}

/**
 * tlsrpt_finding_dup_repair:
 * @self: a finding
 * @text: the text in which it was found
 *
 * Gets what can stand in place of the span of the finding, if that is certain, or what the
 * form would offer, too.
 *
 * Returns: (transfer full) (nullable): the replacement; it may be empty
 */
char *
tlsrpt_finding_dup_repair (const TlsrptFinding *self,
                           const char          *text)
{
  const FindingInfo *info = get_info (self);
  GString *repair;

  /* What follows an address may be a part of its host: then nothing is certain. */
  if (self->code == TLSRPT_FINDING_MAILTO_QUERY &&
      self->length > 1 && memchr (text + self->offset, '=', self->length) == NULL)
    return NULL;

  switch (info->repair)
    {
    case REPAIR_REPLACE:
      return g_strdup (info->text);

    case REPAIR_PREFIX:
      repair = g_string_new (info->text);
      g_string_append_len (repair, text + self->offset, self->length);
      return g_string_free (repair, FALSE);

    case REPAIR_HTTPS:
      return dup_https (text + self->offset, self->length);

    case REPAIR_NONE:
    default:
      return NULL;
    }
}
