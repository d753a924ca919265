/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-grammar.h"

#include "tlsrpt-grammar-private.h"
#include "tlsrpt-limits.h"

/*
 * The grammar of RFC 8460 section 3, with the URI of RFC 3986:
 *
 *   tlsrpt-record    = tlsrpt-version 1*(field-delim tlsrpt-field) [field-delim]
 *   field-delim      = *WSP ";" *WSP
 *   tlsrpt-field     = tlsrpt-rua / tlsrpt-extension
 *   tlsrpt-version   = %s"v=TLSRPTv1"
 *   tlsrpt-rua       = %s"rua=" tlsrpt-uri *(*WSP "," *WSP tlsrpt-uri)
 *   tlsrpt-extension = tlsrpt-ext-name "=" tlsrpt-ext-value
 *   tlsrpt-ext-name  = (ALPHA / DIGIT) *31(ALPHA / DIGIT / "_" / "-" / ".")
 *   tlsrpt-ext-value = 1*(%x21-3A / %x3C / %x3E-7E)
 *
 * This file only recognises it.  Whatever is not grammatical goes to
 * tlsrpt-grammar-version.c and tlsrpt-grammar-diagnose.c, which say why and where to
 * go on; so the common case is one pass over the octets.
 *
 * Everything that begins with “rua=” is a tlsrpt-rua: a wrong list of URIs is not
 * rescued as an extension of that name.
 */

#define VERSION_LENGTH (sizeof TLSRPT_VERSION - 1)
#define RUA "rua="
#define RUA_LENGTH (sizeof RUA - 1)

/* Makes room for one more element.  The first call makes room for most records. */
#define reserve(array, n, allocated) \
  G_STMT_START { \
    if (G_UNLIKELY ((n) == (allocated))) \
      { \
        (allocated) = MAX ((allocated) * 2, 8); \
        (array) = g_renew (__typeof__ (*(array)), (array), (allocated)); \
      } \
  } G_STMT_END

TlsrptGrammar *
tlsrpt_grammar_new (void)
{
  return g_new0 (TlsrptGrammar, 1);
}

void
tlsrpt_grammar_free (TlsrptGrammar *self)
{
  g_free (self->fields);
  g_free (self->uris);
  g_free (self->findings);
  g_free (self);
}

gsize
tlsrpt_grammar_skip_extension_name (const char *text,
                                    gsize       at,
                                    gsize       end)
{
  if (at == end || !g_ascii_isalnum (text[at]))
    return at;

  end = MIN (end, at + TLSRPT_EXTENSION_NAME_LENGTH);

  while (at < end && (g_ascii_isalnum (text[at]) ||
                      text[at] == '_' || text[at] == '-' || text[at] == '.'))
    at++;

  return at;
}

gsize
tlsrpt_grammar_skip_extension_value (const char *text,
                                     gsize       at,
                                     gsize       end)
{
  while (at < end && g_ascii_isgraph (text[at]) && text[at] != ';' && text[at] != '=')
    at++;

  return at;
}

/* A field that starts at @offset; its URIs are already in the list of all. */
static void
add_field (TlsrptGrammar *self,
           gboolean       is_rua,
           gsize          offset,
           gsize          name_length,
           gsize          end,
           gsize          n_uris)
{
  gsize value = offset + name_length + 1;

  reserve (self->fields, self->n_fields, self->allocated_fields);
  self->fields[self->n_fields++] = (TlsrptGrammarField) {
    .is_rua = is_rua,
    .span = { offset, end - offset },
    .name = { offset, name_length },
    .value = { value, end - value },
    .first_uri = self->n_uris - n_uris,
    .n_uris = n_uris,
  };
}

static gsize
skip_white_space (const TlsrptGrammar *self,
                  gsize                at)
{
  while (at < self->length && tlsrpt_grammar_is_white_space (self->text[at]))
    at++;

  return at;
}

/* tlsrpt-version; returns where the first field-delim stands. */
static gsize
parse_version (TlsrptGrammar *self)
{
  if (G_LIKELY (self->length >= VERSION_LENGTH &&
                memcmp (self->text, TLSRPT_VERSION, VERSION_LENGTH) == 0))
    {
      gsize next = skip_white_space (self, VERSION_LENGTH);

      if (next == self->length || self->text[next] == ';')
        return VERSION_LENGTH;
    }

  return tlsrpt_grammar_diagnose_version (self);
}

/* tlsrpt-uri; returns where it ends. */
static gsize
parse_uri (TlsrptGrammar *self,
           gsize          at)
{
  TlsrptUriFault fault;
  TlsrptUri *uri;
  gsize end;
  gsize next;

  reserve (self->uris, self->n_uris, self->allocated_uris);
  uri = &self->uris[self->n_uris];

  fault = tlsrpt_uri_scan (self->text, at, self->length, uri);
  end = at + uri->span.length;
  next = skip_white_space (self, end);

  if (G_UNLIKELY (fault != TLSRPT_URI_OK ||
                  (next < self->length && self->text[next] != ',' && self->text[next] != ';')))
    return tlsrpt_grammar_diagnose_uri (self, at, fault, end);

  self->usable |= uri->usable;
  self->n_uris++;

  return end;
}

/* tlsrpt-rua; returns where it ends. */
static gsize
parse_rua (TlsrptGrammar *self,
           gsize          offset)
{
  gsize first = self->n_uris;
  gsize at = offset + RUA_LENGTH;

  for (;;)
    {
      gsize next;

      at = parse_uri (self, at);
      next = skip_white_space (self, at);

      if (next == self->length || self->text[next] != ',')
        break;

      at = skip_white_space (self, next + 1);
    }

  add_field (self, TRUE, offset, RUA_LENGTH - 1, at, self->n_uris - first);

  return at;
}

/* tlsrpt-extension; returns where it ends. */
static gsize
parse_extension (TlsrptGrammar *self,
                 gsize          offset)
{
  gsize name_end = tlsrpt_grammar_skip_extension_name (self->text, offset, self->length);

  if (name_end > offset && name_end < self->length && self->text[name_end] == '=')
    {
      gsize end = tlsrpt_grammar_skip_extension_value (self->text, name_end + 1, self->length);
      gsize next = skip_white_space (self, end);

      if (end > name_end + 1 && (next == self->length || self->text[next] == ';'))
        {
          add_field (self, FALSE, offset, name_end - offset, end, 0);
          return end;
        }
    }

  return tlsrpt_grammar_diagnose_extension (self, offset);
}

static gboolean
starts_rua (const TlsrptGrammar *self,
            gsize                at)
{
  return self->length - at >= RUA_LENGTH && memcmp (self->text + at, RUA, RUA_LENGTH) == 0;
}

static gboolean
starts_spaced_rua (const TlsrptGrammar *self,
                   gsize                at)
{
  return self->length - at >= RUA_LENGTH && memcmp (self->text + at, RUA, RUA_LENGTH - 1) == 0 &&
         tlsrpt_grammar_is_white_space (self->text[at + RUA_LENGTH - 1]);
}

/* 1*(field-delim tlsrpt-field) [field-delim], from behind the version on. */
static void
parse_fields (TlsrptGrammar *self,
              gsize          at)
{
  gboolean has_rua = FALSE;

  while (at < self->length)
    {
      gsize next = skip_white_space (self, at);

      if (next == self->length)
        {
          tlsrpt_grammar_fail (self, TLSRPT_FINDING_TRAILING_WHITE_SPACE, at, next - at);
          break;
        }

      /* A missing delimiter here follows a wrong version, which was reported already. */
      if (G_LIKELY (self->text[next] == ';'))
        next = skip_white_space (self, next + 1);

      at = next;

      if (at == self->length)
        break;

      if (G_UNLIKELY (self->text[at] == ';'))
        {
          tlsrpt_grammar_fail (self, TLSRPT_FINDING_EMPTY_FIELD, at, 1);
        }
      else if (starts_rua (self, at))
        {
          has_rua = TRUE;
          at = parse_rua (self, at);
        }
      else
        {
          /* “rua =” is wrong, and that is said; it is not missing as well. */
          has_rua |= starts_spaced_rua (self, at);
          at = parse_extension (self, at);
        }
    }

  if (!has_rua)
    tlsrpt_grammar_fail (self, TLSRPT_FINDING_MISSING_RUA, self->length, 0);
}

/**
 * tlsrpt_grammar_parse:
 * @self: a parser
 * @text: octets of any kind; they must stay where they are while @self is used
 * @length: octets of @text, or -1 if a NUL ends it
 *
 * Parses @text.  All findings are errors: [func@grammar_lint] adds what senders do with a
 * record that is grammatical.
 *
 * Returns: whether @text is a TLS-RPT record
 */
gboolean
tlsrpt_grammar_parse (TlsrptGrammar *self,
                      const char    *text,
                      gssize         length)
{
  gsize at;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (text != NULL, FALSE);

  self->text = text;
  self->length = length < 0 ? strlen (text) : (gsize) length;
  self->valid = TRUE;
  self->usable = FALSE;
  self->is_cut_off = FALSE;
  self->n_fields = 0;
  self->n_uris = 0;
  self->n_findings = 0;

  at = parse_version (self);

  /* A text that is no TLS-RPT record has no fields to check. */
  if (at != TLSRPT_NOWHERE)
    parse_fields (self, at);

  self->usable = self->usable && self->valid;

  return self->valid;
}

/**
 * tlsrpt_grammar_add:
 * @self: a parser
 * @code: what was found
 * @offset: where
 * @length: octets it covers
 *
 * Adds a finding in the order of the text.
 */
void
tlsrpt_grammar_add (TlsrptGrammar     *self,
                    TlsrptFindingCode  code,
                    gsize              offset,
                    gsize              length)
{
  gsize i;

  if (self->n_findings == TLSRPT_LIMIT_FINDINGS)
    return;

  if (self->n_findings == TLSRPT_LIMIT_FINDINGS - 1)
    {
      code = TLSRPT_FINDING_MORE;
      offset = self->length;
      length = 0;
    }

  reserve (self->findings, self->n_findings, self->allocated_findings);

  for (i = self->n_findings++; i > 0 && self->findings[i - 1].offset > offset; i--)
    self->findings[i] = self->findings[i - 1];

  self->findings[i] = (TlsrptFinding) { code, offset, length };
}

/**
 * tlsrpt_grammar_fail:
 * @self: a parser
 * @code: what was found
 * @offset: where
 * @length: octets it covers
 *
 * Adds a finding that makes the text another thing than a TLS-RPT record.
 */
void
tlsrpt_grammar_fail (TlsrptGrammar     *self,
                     TlsrptFindingCode  code,
                     gsize              offset,
                     gsize              length)
{
  self->valid = FALSE;
  tlsrpt_grammar_add (self, code, offset, length);
}

/**
 * tlsrpt_grammar_get_severity:
 * @self: a parser
 *
 * Gets the severity of the worst finding.
 *
 * Returns: the severity, that of a note if there is no finding
 */
TlsrptSeverity
tlsrpt_grammar_get_severity (const TlsrptGrammar *self)
{
  TlsrptSeverity worst = TLSRPT_SEVERITY_NOTE;

  /* The list may have been cut. */
  if (!self->usable)
    return TLSRPT_SEVERITY_ERROR;

  for (gsize i = 0; i < self->n_findings; i++)
    worst = MAX (worst, tlsrpt_finding_get_severity (&self->findings[i]));

  return worst;
}
