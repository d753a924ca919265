/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TlsrptError:
 *
 * Why an input was refused.  A code names the fault; the message tells it to a
 * person, complete and translated.
 */
typedef enum
{
  /* Any input */
  TLSRPT_ERROR_EMPTY,             /* nothing was given */
  TLSRPT_ERROR_TOO_LONG,          /* over a limit of tlsrpt-limits.h */
  TLSRPT_ERROR_ENCODING,          /* not UTF-8, or a NUL */
  TLSRPT_ERROR_CHARACTER,         /* a character that cannot stand there */

  /* Domains and hosts */
  TLSRPT_ERROR_DOMAIN_EMPTY_LABEL,
  TLSRPT_ERROR_DOMAIN_LABEL_TOO_LONG,
  TLSRPT_ERROR_DOMAIN_HYPHEN,     /* a label starts or ends with a hyphen, or has “--” third */
  TLSRPT_ERROR_DOMAIN_SINGLE_LABEL,
  TLSRPT_ERROR_DOMAIN_IDN,        /* IDNA2008 refuses it */
  TLSRPT_ERROR_DOMAIN_IP_ADDRESS,
  TLSRPT_ERROR_DOMAIN_OWNER_NAME, /* the record's name was given */
  TLSRPT_ERROR_DOMAIN_URL,        /* a URL was given */
  TLSRPT_ERROR_DOMAIN_ADDRESS,    /* a mail address was given */

  /* Destinations */
  TLSRPT_ERROR_DESTINATION,       /* neither a mail address nor an https URL */
  TLSRPT_ERROR_SEVERAL,           /* more than one destination where one is wanted */
  TLSRPT_ERROR_TOO_MANY,          /* more than TLSRPT_LIMIT_DESTINATIONS */

  /* Mail addresses */
  TLSRPT_ERROR_ADDRESS_AT,        /* no “@”, or several */
  TLSRPT_ERROR_ADDRESS_LOCAL_PART,
  TLSRPT_ERROR_ADDRESS_LOCAL_PART_TOO_LONG,
  TLSRPT_ERROR_ADDRESS_QUOTED,    /* quoted local part */
  TLSRPT_ERROR_ADDRESS_COMMENT,
  TLSRPT_ERROR_ADDRESS_LITERAL,   /* “[192.0.2.1]” in place of a domain */
  TLSRPT_ERROR_ADDRESS_NON_ASCII, /* needs SMTPUTF8 */
  TLSRPT_ERROR_ADDRESS_DISPLAY_NAME,
  TLSRPT_ERROR_ADDRESS_QUERY,     /* “?subject=…” */

  /* URLs */
  TLSRPT_ERROR_URL_SCHEME,        /* not https */
  TLSRPT_ERROR_URL_SYNTAX,
  TLSRPT_ERROR_URL_HOST,          /* none */
  TLSRPT_ERROR_URL_USER_INFO,
  TLSRPT_ERROR_URL_PORT,
  TLSRPT_ERROR_URL_FRAGMENT,
  TLSRPT_ERROR_URL_PERCENT,       /* a percent sign without two hexadecimal digits, or “%00” */

  /* The record as a whole */
  TLSRPT_ERROR_NO_DESTINATION,
  TLSRPT_ERROR_ZONE,              /* the zone does not contain the domain */
  TLSRPT_ERROR_TTL,

  /* Looking up */
  TLSRPT_ERROR_SERVER,            /* not the address of a name server */

  /* The answer to a lookup that somebody else made */
  TLSRPT_ERROR_NO_NAME,           /* the name does not exist */
  TLSRPT_ERROR_NO_RECORD,         /* the name has no TXT record */
  TLSRPT_ERROR_LOOKUP_FAILED,
  TLSRPT_ERROR_LOOKUP_TIMED_OUT,

  /* MTA-STS */
  TLSRPT_ERROR_STS_RECORD,        /* the TXT record */
  TLSRPT_ERROR_STS_SYNTAX,        /* a line of the policy is not a field */
  TLSRPT_ERROR_STS_VERSION,
  TLSRPT_ERROR_STS_MODE,
  TLSRPT_ERROR_STS_MAX_AGE,
  TLSRPT_ERROR_STS_MX,
  TLSRPT_ERROR_STS_LOOKUP,        /* nobody knows where the policy host is */
  TLSRPT_ERROR_STS_CONNECTION,    /* the policy host cannot be reached */
  TLSRPT_ERROR_STS_TLS,           /* a version of TLS that senders refuse */
  TLSRPT_ERROR_STS_CERTIFICATE,
  TLSRPT_ERROR_STS_REDIRECT,
  TLSRPT_ERROR_STS_STATUS,        /* not 200 */
  TLSRPT_ERROR_STS_MEDIA_TYPE,    /* not text/plain */

  /* The guide */
  TLSRPT_ERROR_NOT_IN_GUIDE,

  /* Reports */
  TLSRPT_ERROR_FILE,              /* neither a file nor a folder */
  TLSRPT_ERROR_MEMORY,            /* not enough of it */
  TLSRPT_ERROR_JSON,              /* not JSON */
  TLSRPT_ERROR_JSON_DEPTH,        /* over TLSRPT_LIMIT_REPORT_DEPTH */
  TLSRPT_ERROR_JSON_VALUES,       /* over TLSRPT_LIMIT_REPORT_VALUES */
  TLSRPT_ERROR_REPORT,            /* JSON, but no report */
  TLSRPT_ERROR_POST,              /* a report was sent, and nobody answered */
  TLSRPT_ERROR_REPORT_OTHER,      /* a report, but not a TLS report */
  TLSRPT_ERROR_REPORT_WRAPPED,    /* what may contain a report, and cannot be opened */
  TLSRPT_ERROR_REPORT_NONE,       /* a message or an archive that holds no report */
  TLSRPT_ERROR_COMPRESSION,       /* gzip or zip data that is damaged or cannot be read */
  TLSRPT_ERROR_COMPRESSION_RATIO, /* far more comes out than a report could be */
  TLSRPT_ERROR_NESTING,           /* over TLSRPT_LIMIT_REPORT_NESTING */
  TLSRPT_ERROR_READER,            /* what reads reports cannot be started, or broke off */

  /* What the window keeps */
  TLSRPT_ERROR_STATE,             /* not what this program writes */
  TLSRPT_ERROR_STATE_VERSION,     /* of a later version of it */
  TLSRPT_ERROR_STATE_OWNER,       /* somebody else's */
} TlsrptError;

#define TLSRPT_ERROR (tlsrpt_error_quark ())

/**
 * TlsrptErrorFlags:
 * @TLSRPT_ERROR_FINAL: no further typing at the end can mend the input
 * @TLSRPT_ERROR_INCOMPLETE: the input may be the beginning of a right one
 */
typedef enum
{
  TLSRPT_ERROR_FINAL = 0,
  TLSRPT_ERROR_INCOMPLETE = 1 << 0,
} TlsrptErrorFlags;

GQuark      tlsrpt_error_quark         (void);

void        tlsrpt_error_set           (GError           **error,
                                        TlsrptError        code,
                                        TlsrptErrorFlags   flags,
                                        const char        *repair,
                                        const char        *format,
                                        ...) G_GNUC_PRINTF (5, 6);

const char *tlsrpt_error_get_repair    (const GError      *error);
void        tlsrpt_error_take_repair   (GError            *error,
                                        char              *repair);
void        tlsrpt_error_make_final    (GError            *error);
gboolean    tlsrpt_error_is_incomplete (const GError      *error);

G_END_DECLS
