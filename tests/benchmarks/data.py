# SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Data that does not repeat, the same at each run: random hosts, addresses, and reasons;
one record, one line, and one report in five is irregular, in the ways that the tests
know."""

import json
import random
import string

SEED = 8460
IRREGULAR = 5

LETTERS = string.ascii_lowercase + string.digits
ENDS = ("com", "org", "net", "de", "fr", "example", "co.uk", "com.br", "email", "io")

V = "v=TLSRPTv1; rua="


def word(rng, least=3, most=12):
    return "".join(rng.choices(LETTERS, k=rng.randint(least, most)))


def domain(rng):
    labels = [word(rng, 4, 14) for _ in range(rng.choice((1, 1, 1, 2)))]
    # No top-level domain is a number, and no label ends in a hyphen.
    return ".".join(("a" + labels[0], *labels[1:], rng.choice(ENDS)))


def host(rng):
    return rng.choice(("mx.", "mail.", "tlsrpt.", "")) + domain(rng)


def address(rng):
    local = rng.choice(("tlsrpt", "tls-reports", "postmaster", word(rng), word(rng)))
    return f"{local}@{domain(rng)}"


def url(rng):
    return f"https://{host(rng)}/" + "/".join(word(rng) for _ in range(rng.randint(0, 3)))


REGULAR_RECORDS = (
    (40, lambda rng: f"{V}mailto:{address(rng)}"),
    (15, lambda rng: f"v=TLSRPTv1;rua=mailto:{address(rng)}"),
    (10, lambda rng: f"{V}mailto:{address(rng)};"),
    (20, lambda rng: f"{V}mailto:{address(rng)},mailto:{address(rng)}"),
    (10, lambda rng: f"{V}mailto:{address(rng)},{url(rng)}"),
    (5, lambda rng: f"{V}{url(rng)}"),
)

IRREGULAR_RECORDS = (
    lambda rng: f"{V}{url(rng)}?{word(rng)}={word(rng)}",
    lambda rng: f"{V}mailto:{address(rng)}, mailto:{address(rng)}",
    lambda rng: f"{V}mailto:{address(rng)}; ext={word(rng)}",
    lambda rng: f"v=TLSRPTv1; {word(rng)}={word(rng)}; rua=mailto:{address(rng)}",
    lambda rng: f"v=TLSRPTv1 ; rua=MAILTO:{address(rng)}",
    lambda rng: f"{V}mailto:{word(rng)}!{address(rng)}",
    lambda rng: f"{V}mailto:{word(rng)}%21{address(rng)}",
    lambda rng: f"{V}{address(rng)};;",
    lambda rng: f"{V}mailto:{address(rng)}!10m",
    lambda rng: f"v=tlsrptv1; rua=mailto:{address(rng)}",
    lambda rng: f"v=TLSRPT1; rua=mailto:{address(rng)}",
    lambda rng: f"rua=mailto:{address(rng)}",
    lambda rng: f"v=DMARC1; p=none; rua=mailto:{address(rng)}",
    lambda rng: f"v=spf1 include:{domain(rng)} -all",
    lambda rng: f"{V}http://{host(rng)}/",
    lambda rng: f"{V}mailto:{address(rng)} mailto:{address(rng)}",
    lambda rng: f"{V}mailto:{address(rng)};rua={url(rng)}",
    lambda rng: f"\"{V}mailto:{address(rng)}\"",
    lambda rng: f"{V}https://{host(rng)}:8443/{word(rng)}#{word(rng)}",
    lambda rng: f"{V}mailto:{word(rng)}@{word(rng)}",
)


def chosen(rng, number, regular, irregular):
    """One of the regular ways, each as often as its number says, or an irregular one."""
    if number % IRREGULAR == IRREGULAR - 1:
        return irregular[number // IRREGULAR % len(irregular)](rng)
    weights, ways = zip(*regular)
    return rng.choices(ways, weights)[0](rng)


def records(count):
    """Texts of records, one a line."""
    rng = random.Random(SEED)
    return [chosen(rng, i, REGULAR_RECORDS, IRREGULAR_RECORDS) for i in range(count)]


REGULAR_LINES = (
    (70, lambda rng: f"{domain(rng)} {address(rng)}"),
    (20, lambda rng: f"{domain(rng)} {address(rng)} {url(rng)}"),
    (10, lambda rng: f"{domain(rng)} mailto:{address(rng)}"),
)

IRREGULAR_LINES = (
    lambda rng: f"{domain(rng).upper()} {address(rng)}",
    lambda rng: f"{domain(rng)}. {address(rng)},{address(rng)}",
    lambda rng: f"\t{domain(rng)} \t {url(rng)}?{word(rng)}={word(rng)}",
    lambda rng: f"{domain(rng)} {word(rng)}+{word(rng)}@{domain(rng).title()}",
    lambda rng: f"{domain(rng)} {url(rng)} {address(rng)} # {word(rng)}",
    lambda rng: f"{domain(rng)} {word(rng)}!{address(rng)}",
    lambda rng: f"b\u00fccher{domain(rng)} {address(rng)}",
    lambda rng: f"{domain(rng)} https://{host(rng)}:8443/{word(rng)}%20{word(rng)}",
)


def lines(count):
    """Lines for generate --batch, all of which can be used."""
    rng = random.Random(SEED)
    return [chosen(rng, i, REGULAR_LINES, IRREGULAR_LINES) for i in range(count)]


TYPES = ("starttls-not-supported", "certificate-host-mismatch", "certificate-expired",
         "certificate-not-trusted", "validation-failure", "tlsa-invalid",
         "sts-webpki-invalid")


def failure(rng, number):
    made = {
        "result-type": rng.choice(TYPES),
        "sending-mta-ip": ".".join(str(rng.randint(1, 254)) for _ in range(4)),
        "receiving-mx-hostname": host(rng),
        "receiving-mx-helo": host(rng),
        "receiving-ip": f"2001:db8:{rng.randint(0, 65535):x}::{rng.randint(1, 65535):x}",
        "failed-session-count": rng.randint(1, 60000),
        "additional-information": url(rng),
        "failure-reason-code": word(rng, 8, 30),
    }
    if number % IRREGULAR == IRREGULAR - 1:
        way = number // IRREGULAR % 5
        if way == 0:
            made["failed-session-count"] = str(made["failed-session-count"])
        elif way == 1:
            made["receiving-mx-hostname"] = made["receiving-mx-hostname"].title() + "."
        elif way == 2:
            made["additional-info-uri"] = made.pop("additional-information")
        elif way == 3:
            made["sending-mta-ip"] = None
        else:
            made["failure-reason-code"] = f"R\u00e9sum\u00e9 \u201c{word(rng)}\u201d"
    return made


def report(rng, number, size):
    """The JSON of a report of about as many octets."""
    day = f"2026-{number // 28 % 12 + 1:02}-{number % 28 + 1:02}"
    end = domain(rng)
    details = []
    made = {
        "organization-name": f"{word(rng).title()} {word(rng).title()} Inc.",
        "date-range": {"start-datetime": f"{day}T00:00:00Z", "end-datetime": f"{day}T23:59:59Z"},
        "contact-info": address(rng),
        "report-id": f"{day}T00:00:00Z_{word(rng, 8, 12)}",
        "policies": [{
            "policy": {
                "policy-type": "sts",
                "policy-string": ["version: STSv1", "mode: enforce", f"mx: *.{end}",
                                  "max_age: 604800"],
                "policy-domain": end,
                "mx-host": [f"*.{end}"],
            },
            "summary": {"total-successful-session-count": rng.randint(0, 100000),
                        "total-failure-session-count": rng.randint(60000, 600000)},
            "failure-details": details,
        }],
    }
    text = json.dumps(made, separators=(",", ":"))
    left = size - len(text)
    number_of_failure = number
    parts = []
    while left > 0:
        part = json.dumps(failure(rng, number_of_failure), separators=(",", ":"),
                          ensure_ascii=False)
        parts.append(part)
        left -= len(part.encode()) + 1
        number_of_failure += 1
    if len(parts) > 1:
        parts.pop()
    return text.replace('"failure-details":[]', '"failure-details":[' + ",".join(parts) + "]")


def reports(count, size):
    rng = random.Random(SEED)
    return [report(rng, i, size) for i in range(count)]
