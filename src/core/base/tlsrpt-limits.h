/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

/*
 * Every limit of the program, in one place.  The man page repeats those that a
 * user can meet.  Sizes are octets unless the name says otherwise.
 */

/* A DNS label and a whole name in text form (RFC 1035 section 2.3.4). */
#define TLSRPT_LIMIT_LABEL 63
#define TLSRPT_LIMIT_NAME 253

/* A policy domain: a name less the eleven octets of “_smtp._tls.”. */
#define TLSRPT_LIMIT_DOMAIN 242

/* A local part (RFC 5321 section 4.5.3.1.1), and a whole address: a path of 256
 * less its angle brackets (section 4.5.3.1.3). */
#define TLSRPT_LIMIT_LOCAL_PART 64
#define TLSRPT_LIMIT_ADDRESS 254

#define TLSRPT_LIMIT_URL 2048
#define TLSRPT_LIMIT_DESTINATIONS 16

/* Longest input of a field that we look at. */
#define TLSRPT_LIMIT_INPUT 65536

/* A character-string of a TXT record (RFC 1035 section 3.3.14). */
#define TLSRPT_LIMIT_TXT_STRING 255

/* A value beyond this may not fit a 512 octet answer over UDP. */
#define TLSRPT_LIMIT_VALUE_UDP 450

/* The smallest limit of the large DNS providers for one TXT value. */
#define TLSRPT_LIMIT_VALUE 4096

/* Mail servers whose records are exported along with that of the domain. */
#define TLSRPT_LIMIT_EXPORT_HOSTS 16

/* A TTL is a 31 bit number (RFC 2181 section 8). */
#define TLSRPT_LIMIT_TTL 2147483647

/* Things to say about one record; a list of more helps nobody. */
#define TLSRPT_LIMIT_FINDINGS 100

/* Rows of one list in the import window: more take too long to lay out. */
#define TLSRPT_LIMIT_IMPORT_ITEMS 30

/* Characters of text that is not ours, as far as it is displayed. */
#define TLSRPT_LIMIT_DISPLAY 300

/* A report file as it comes, and the JSON of one report. */
#define TLSRPT_LIMIT_REPORT_FILE (32 * 1024 * 1024)
#define TLSRPT_LIMIT_REPORT_JSON (16 * 1024 * 1024)
#define TLSRPT_LIMIT_REPORT_DEPTH 32
#define TLSRPT_LIMIT_REPORT_VALUES 500000

/* A string inside a report; a longer one is left out, and a note says so. */
#define TLSRPT_LIMIT_REPORT_STRING 65536

/* Different notes on one report. */
#define TLSRPT_LIMIT_REPORT_NOTES 100

/* Most octets expanded from one file, or read for it: archives inside messages, and so
 * on, whether they are whole or not. */
#define TLSRPT_LIMIT_REPORT_OUTPUT (64 * 1024 * 1024)
#define TLSRPT_LIMIT_REPORT_NESTING 4

/* How many times larger than itself compressed data may become.  Text of a report
 * reaches a few hundred when one failure is repeated; zlib itself ends at 1032. */
#define TLSRPT_LIMIT_REPORT_RATIO 500

/* A file of messages: their parts, lines that could begin a part or be a header field, the
 * octets of one field with the lines that continue it, and the parameters of a field and of
 * all. */
#define TLSRPT_LIMIT_MAIL_PARTS 1000
#define TLSRPT_LIMIT_MAIL_BOUNDARIES 20000
#define TLSRPT_LIMIT_MAIL_FIELDS 200000
#define TLSRPT_LIMIT_MAIL_FIELD 16384
#define TLSRPT_LIMIT_MAIL_PARAMETERS 100
#define TLSRPT_LIMIT_MAIL_ALL_PARAMETERS 20000

/* The program that reads reports: how many run at the same time, its memory, the seconds for
 * one file, and what it may say about one. */
#define TLSRPT_LIMIT_READERS 8
#define TLSRPT_LIMIT_READER_MEMORY (1024 * 1024 * 1024)
#define TLSRPT_LIMIT_READER_SECONDS 10
#define TLSRPT_LIMIT_READER_REPLY (128 * 1024 * 1024)

/* Files in one go, and entries of one archive. */
#define TLSRPT_LIMIT_REPORT_FILES 2000

/* A folder that is watched: what is looked at in it, the newest files that are read, the
 * folders in it that are watched as well, the seconds without an answer after which it
 * is said, and the milliseconds of quiet after which it is looked at again. */
#define TLSRPT_LIMIT_FOLDER_ENTRIES 100000
#define TLSRPT_LIMIT_FOLDER_FILES 10000
#define TLSRPT_LIMIT_FOLDER_MONITORS 100
#define TLSRPT_LIMIT_FOLDER_SECONDS 10
#define TLSRPT_FOLDER_DELAY 1000

/* Reports of one text: lines of JSON, and the like. */
#define TLSRPT_LIMIT_REPORT_TEXTS 100000

/* Problems of one set of reports that causes are looked for, and the hosts that are added
 * to a policy. */
#define TLSRPT_LIMIT_REPORT_PROBLEMS 1000
#define TLSRPT_LIMIT_MISSING_HOSTS 16

/* Names, addresses and words that reports are written without: what is kept of them, in
 * octets.  Those after them have one stand-in. */
#define TLSRPT_LIMIT_STAND_INS (128 * 1024 * 1024)

/* Series of the metrics of reports: a monitoring system keeps each of them. */
#define TLSRPT_LIMIT_METRICS 1000

/* Sending a sample: what is kept of the answer, and the seconds for all of it. */
#define TLSRPT_LIMIT_POST_REPLY 4096
#define TLSRPT_LIMIT_POST_TIME 30

/* Limits for DNS: records in one answer, aliases before it, questions that are under
 * way at once (each has a socket). */
#define TLSRPT_LIMIT_ANSWER_RECORDS 100
#define TLSRPT_LIMIT_ALIASES 16
#define TLSRPT_LIMIT_QUESTIONS 128

/* The servers of a domain that are asked about one by one; the domains that are looked
 * up at the same time, how many somebody may choose at the most, and the questions that
 * are then under way for each. */
#define TLSRPT_LIMIT_MAIL_SERVERS 16
#define TLSRPT_LIMIT_NAME_SERVERS 8
#define TLSRPT_LIMIT_LOOKUPS 16
#define TLSRPT_LIMIT_JOBS 64
#define TLSRPT_LIMIT_JOB_QUESTIONS 8

/* Domains in a list in the window, and the text they are read from.  tlsrpt-cli
 * takes any number. */
#define TLSRPT_LIMIT_CHECKS 5000
#define TLSRPT_LIMIT_CHECK_TEXT (1024 * 1024)

/* Destinations of a record whose hosts are looked up. */
#define TLSRPT_LIMIT_RUA_LOOKUPS 16

/* Waiting until DNS has a record: the seconds from one look to the next, and of all. */
#define TLSRPT_LIMIT_WATCH_INTERVAL (5 * 60)
#define TLSRPT_LIMIT_WATCH_TIME (24 * 60 * 60)

/* Pieces of advice on one domain; a list of more helps nobody. */
#define TLSRPT_LIMIT_ADVICE 50

/* The addresses of a host, of either family, that are of interest. */
#define TLSRPT_LIMIT_ADDRESSES 8

/* An MTA-STS policy (RFC 8461 section 3.3), and the interim responses before it: no
 * policy host has a reason to send one (RFC 9110 section 15.2). */
#define TLSRPT_LIMIT_POLICY 65536
#define TLSRPT_LIMIT_INTERIM_RESPONSES 8

/* Looking at mail servers: addresses of one of them, connections at once, and seconds
 * to connect, for a reply (those who keep strangers waiting do so for six), and for
 * all. */
#define TLSRPT_LIMIT_CONTACT_ADDRESSES 4
#define TLSRPT_LIMIT_CONTACTS 8
#define TLSRPT_LIMIT_SMTP_CONNECT 10
#define TLSRPT_LIMIT_SMTP_REPLY_TIME 30
#define TLSRPT_LIMIT_SMTP_TIME 60

/* Addresses whose certificates are remembered while a list of domains is checked. */
#define TLSRPT_LIMIT_CONTACT_CACHE 256

/* What an earlier run printed, for a comparison. */
#define TLSRPT_LIMIT_COMPARE_FILE (64 * 1024 * 1024)

/* What a mail server may say: one reply, its lines, all octets of a handshake, the
 * certificates in it, and how many of these are kept. */
#define TLSRPT_LIMIT_SMTP_REPLY 65536
#define TLSRPT_LIMIT_SMTP_LINES 100
#define TLSRPT_LIMIT_HANDSHAKE (256 * 1024)
#define TLSRPT_LIMIT_CHAIN (100 * 1024)
#define TLSRPT_LIMIT_CERTIFICATES 20

/* The file of what the window keeps, how far it may have grown for the records of another
 * domain, the addresses in it that are offered again, the marks of problems that were seen,
 * the copies of files that could not be read, and the milliseconds between a change and the
 * file. */
#define TLSRPT_LIMIT_STATE (8 * 1024 * 1024)
#define TLSRPT_LIMIT_STATE_RECORDS (5 * 1024 * 1024)
#define TLSRPT_LIMIT_STATE_ADDRESSES 5
#define TLSRPT_LIMIT_STATE_MARKS 2000
#define TLSRPT_LIMIT_STATE_COPIES 9
#define TLSRPT_STATE_DELAY 500
