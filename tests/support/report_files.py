# SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Makes report files: one for each way in which senders depart from RFC 8460, and
one for each way in which a stranger could try to hurt who opens it.

usage: report_files.py FOLDER    writes them all, and says what to expect of each
"""

import base64
import gzip
import io
import itertools
import json
import os
import random
import struct
import sys
import zipfile
import zlib


def failure(**changes):
    details = {
        "result-type": "certificate-expired",
        "sending-mta-ip": "192.0.2.1",
        "receiving-mx-hostname": "mx.example.com",
        "receiving-ip": "203.0.113.1",
        "failed-session-count": 3,
    }
    details.update(changes)
    return {key: value for key, value in details.items() if value is not ...}


def entry(**changes):
    return {
        "policy": {
            "policy-type": "sts",
            "policy-string": ["version: STSv1", "mode: enforce", "mx: *.example.com",
                              "max_age: 604800"],
            "policy-domain": "example.com",
            "mx-host": ["*.example.com"],
        },
        "summary": {"total-successful-session-count": 10, "total-failure-session-count": 3},
        "failure-details": [failure()],
    } | changes


def report(**changes):
    value = {
        "organization-name": "Sender",
        "date-range": {"start-datetime": "2026-01-02T00:00:00Z",
                       "end-datetime": "2026-01-02T23:59:59Z"},
        "contact-info": "tls@sender.example",
        "report-id": "id-1",
        "policies": [entry()],
    }
    value.update({key.replace("_", "-"): change for key, change in changes.items()})
    return {key: change for key, change in value.items() if change is not ...}


def text(**changes):
    return json.dumps(report(**changes)).encode()


def member(data, **kwargs):
    return gzip.compress(data, mtime=0, **kwargs)


def zip_of(**entries):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in entries.items():
            archive.writestr(name.replace("__", "/").replace("_", "."), data)
    return buffer.getvalue()


def part(data, kind="application/tlsrpt+gzip", name="report.json.gz", encoding="base64"):
    head = f"Content-Type: {kind}\r\nContent-Transfer-Encoding: {encoding}\r\n"
    if name is not None:
        head += f'Content-Disposition: attachment; filename="{name}"\r\n'
    body = base64.encodebytes(data) if encoding == "base64" else data
    return head.encode() + b"\r\n" + body + b"\r\n"


HUMAN = b"Content-Type: text/plain\r\n\r\nThis is a report.\r\n"
FIELDS = (b"From: tls@sender.example\r\nTo: tls@example.com\r\n"
          b"Subject: Report Domain: example.com Submitter: sender.example Report-ID: <id-1>\r\n"
          b"TLS-Report-Domain: example.com\r\nTLS-Report-Submitter: sender.example\r\n"
          b"MIME-Version: 1.0\r\n")


def message(*parts, kind='multipart/report; report-type="tlsrpt"', fields=FIELDS):
    head = fields + f"Content-Type: {kind}; boundary=b\r\n\r\nPreamble\r\n".encode()
    return head + b"".join(b"--b\r\n" + each for each in parts) + b"--b--\r\n"


def bomb(unit, size):
    """A gzip member that expands to so many octets.  It is one compressed mebibyte again
    and again; the sum at its end is wrong, but nobody should get there."""
    compressor = zlib.compressobj(9, zlib.DEFLATED, -15)
    block = compressor.compress(unit * ((1 << 20) // len(unit)))
    block += compressor.flush(zlib.Z_FULL_FLUSH)
    return b"\x1f\x8b\x08" + bytes(7) + block * (size >> 20) + b"\3\0" + bytes(8)


def overlapping_zip(n, data, crc=None, deflated=None):
    """An archive all of whose entries share their data."""
    if deflated is None:
        deflated = zlib.compress(data, 9)[2:-4]
    head = struct.pack("<HHHHHIIIHH", 20, 0, 8, 0, 33, zlib.crc32(data) if crc is None else crc,
                       len(deflated), len(data), 1, 0)
    local = b"PK\3\4" + head + b"a" + deflated
    central = b"".join(b"PK\1\2" + struct.pack("<H", 20) + head + struct.pack("<HHHII", 0, 0, 0, 0, 0)
                       + b"a" for _ in range(n))
    return local + central + b"PK\5\6" + struct.pack("<HHHHIIH", 0, 0, n, n, len(central),
                                                     len(local), 0)


def senders():
    """What senders really do (name, data, number of reports, notes, totals)."""
    tlsa = {"policy-type": "tlsa", "policy-domain": "example.com",
            "policy-string": ['["3 1 1 00","3 1 1 01"]']}
    no_policy = {"policy-type": "no-policy-found"}
    well = {"total-successful-session-count": 10, "total-failure-session-count": 0}

    google = entry(summary=well)
    del google["failure-details"]
    yield "google.json.gz", member(text(policies=[google])), 1, [], (10, 0)

    google = {"policy": no_policy | {"policy-domain": "example.com"}, "summary": well}
    yield "google-no-policy.json", text(policies=[google]), 1, [], (10, 0)

    google = entry(**{"failure-details": [failure(**{"result-type": "validation-failure"})]})
    yield "google-unlisted-mx.json", text(policies=[google]), 1, [], (10, 3)

    microsoft = [entry(summary=well, **{"failure-details": []}), {"policy": tlsa, "summary": well}]
    del microsoft[0]["policy"]["mx-host"]
    yield ("microsoft.json", text(policies=microsoft), 1,
           ["MISSING mx-host", "JSON_IN_STRING policy-string", "COUNTED_ONCE example.com"], (10, 0))

    bare = failure(**{"sending-mta-ip": ..., "receiving-mx-hostname": ..., "receiving-ip": ...})
    yield ("microsoft-bare.json", text(policies=[entry(**{"failure-details": [bare]})]), 1,
           ["MISSING sending-mta-ip", "MISSING receiving-mx-hostname", "MISSING receiving-ip"],
           (10, 3))

    yield ("microsoft-no-zone.json",
           text(date_range={"start-datetime": "2026-01-02T00:00:00",
                            "end-datetime": "2026-01-02T23:59:59"}), 1,
           ["NO_TIME_ZONE start-datetime", "NO_TIME_ZONE end-datetime"], (10, 3))

    yield ("microsoft.eml",
           message(b"Content-Type: text/html\r\n\r\n<html>Report</html>\r\n", part(member(text()))),
           1, [], (10, 3))

    mail_ru = [failure(**{"failed-session-count": 1, "failure-reason-code": code})
               for code in ("bad https response code: 404", "bad https response code: 500")]
    mail_ru = entry(policy={"policy-type": "sts", "policy-domain": "example.com"},
                    summary={"total-successful-session-count": 0, "total-failure-session-count": 1},
                    **{"failure-details": mail_ru})
    yield ("mail-ru.json",
           text(policies=[mail_ru], date_range={"start-datetime": "2026-01-02T00:00:00Z",
                                                "end-datetime": "2026-01-03T00:00:00Z"}), 1,
           ["MISSING policy-string", "MISSING mx-host", "DETAILS_EXCEED example.com"], (0, 1))

    postfix = {"policy": no_policy, "summary": well, "failure-details": []}
    yield "postfix.json", text(policies=[postfix]), 1, ["MISSING policy-domain"], (10, 0)

    helo = failure(**{"receiving-mx-helo": "mx.example.com\r\n250-SIZE\r\n250 STARTTLS"})
    yield "postfix-helo.json", text(policies=[entry(**{"failure-details": [helo]})]), 1, [], (10, 3)

    halon = entry(policy={"policy-type": "sts", "policy-domain": "example.com",
                          "policy-string": "", "mx-host": "mx.example.com"})
    yield ("halon.eml", message(HUMAN, part(text(policies=[halon]), kind="application/tlsrpt+json",
                                            name="report.json", encoding="8bit")), 1,
           ["NOT_A_LIST policy-string", "NOT_A_LIST mx-host", "MISSING policy-string"], (10, 3))

    mox = entry(policy={"policy-type": "tlsa", "policy-domain": "example.com",
                        "policy-string": ["3 1 1 00"], "mx-host": ["mx.example.com"]})
    yield ("mox.eml", FIELDS + part(member(text(policies=[mox]))), 1, [], (10, 3))

    yield "null-contact.json", text(contact_info=None), 1, ["MISSING contact-info"], (10, 3)

    odd = entry()
    odd["policy"] |= {"policy-type": "mta-sts", "mx-host": ["mx: mx.example.com"]}
    odd["summary"] = {"total-successful-session-count": "10"}
    odd["failure-details"] = [failure(**{"failed-session-count": "3",
                                         "sending-mta-ip": "2001:DB8:0:0:0:0:0:1",
                                         "result-type": "timeout"})]
    yield ("others.json", text(policies=[odd]), 1,
           ["POLICY_TYPE mta-sts", "MX_PREFIX mx-host", "RESULT_TYPE timeout",
            "NUMBER_IN_STRING failed-session-count", "ADDRESS_FORM sending-mta-ip",
            "NUMBER_IN_STRING total-successful-session-count",
            "MISSING total-failure-session-count"], (10, 3))

    yield ("octet-stream.eml",
           message(HUMAN, part(member(text()), kind="application/octet-stream", name=None),
                   kind="multipart/mixed"), 1, [], (10, 3))
    yield "zip.eml", message(HUMAN, part(zip_of(report_json=text()), kind="application/zip",
                                         name="report.zip")), 1, [], (10, 3)
    yield "report.zip", zip_of(a_json=text(), b_json_gz=member(text(report_id="id-2")),
                               folder__="", folder__c_json=text(report_id="id-3")), 3, [], (30, 9)
    yield "trailing.json.gz", member(text()) + b"\r\n", 1, ["TRAILING"], (10, 3)
    yield "plain.json.gz", text(), 1, ["NAME"], (10, 3)
    yield "twice.json.gz", member(member(text())), 1, ["TWICE_COMPRESSED"], (10, 3)
    yield ("members.json.gz", member(text()[:100]) + member(text()[100:]), 1, ["MEMBERS"], (10, 3))
    yield "byte-order-mark.json", b"\xef\xbb\xbf\r\n" + text() + b"\r\n", 1, ["BYTE_ORDER_MARK"], (10, 3)
    yield ("week.json", text(date_range={"start-datetime": "2026-01-02T00:00:00Z",
                                         "end-datetime": "2026-01-08T23:59:59Z"}), 1,
           ["PERIOD_NOT_A_DAY"], (10, 3))
    yield ("hour.json", text(date_range={"start-datetime": "2026-01-02T01:00:00Z",
                                         "end-datetime": "2026-01-02T02:00:00Z"}), 1,
           ["PERIOD_NOT_A_DAY"], (10, 3))
    yield ("two.eml", message(HUMAN, part(member(text())), part(member(text(report_id="id-2")))),
           2, [], (20, 6))
    yield ("forwarded.eml", message(HUMAN, b"Content-Type: message/rfc822\r\n\r\n" + message(
        HUMAN, part(member(text()))).replace(b"=b\r\n", b"=c\r\n").replace(b"--b", b"--c"),
        kind="multipart/mixed"), 1, [], (10, 3))
    mail = message(HUMAN, part(member(text()))).replace(b"\r\n", b"\n")
    yield ("two.mbox", b"From a@b Fri Jan  2 00:00:00 2026\n" + mail
           + b"\nFrom a@b Fri Jan  2 00:00:00 2026\n" + mail, 2, [], (20, 6))


def hostile():
    """What a stranger may send (name, data, number of reports, faults, notes)."""
    deep = b"[" * 2000000
    objects = b"[" + b"{}," * 5000000 + b"{}]"
    many = b'{"policies":[{"failure-details":[' + b"{}," * 1000000 + b"{}]}]}"

    yield "bomb.json.gz", bomb(b" ", 1 << 30), 0, ["COMPRESSION_RATIO"], []
    yield "bomb-of-digits.json.gz", bomb(b"0123456789", 1 << 30), 0, ["COMPRESSION_RATIO"], []
    yield "bomb-in-bomb.json.gz", member(bomb(b" ", 1 << 30)), 0, ["COMPRESSION_RATIO"], []
    yield "large.json", b"{" + b" " * (16 << 20) + b"}", 0, ["TOO_LONG"], []
    data = member(os.urandom(1 << 16) * 300, compresslevel=1)
    yield "large-in-gzip.json.gz", data, 0, ["TOO_LONG"], []
    yield "larger-than-files.json", b" " * ((32 << 20) + 1), 0, ["TOO_LONG"], []
    yield "nested.json.gz", member(member(member(member(text())))), 1, [], ["TWICE_COMPRESSED"]
    data = member(member(member(member(member(text())))))
    yield "nested-deeper.json.gz", data, 0, ["NESTING"], []
    yield "truncated.json.gz", member(text())[:-20], 0, ["COMPRESSION"], []
    yield "truncated-sum.json.gz", member(text())[:-4], 0, ["COMPRESSION"], []
    bad = bytearray(member(text()))
    bad[-6] ^= 1
    yield "bad-sum.json.gz", bytes(bad), 0, ["COMPRESSION"], []
    yield "bad-second-member.json.gz", member(text()) + b"\x1f\x8b", 0, ["COMPRESSION"], []
    yield "two-reports.json.gz", member(text()) + member(text(report_id="id-2")), 2, [], []
    yield "header-only.gz", b"\x1f\x8b", 0, ["COMPRESSION"], []
    yield "not-gzip.json.gz", b"\x89PNG\r\n\x1a\n" + bytes(100), 0, ["REPORT"], []

    yield "utf-16.json", text().decode().encode("utf-16"), 0, ["ENCODING"], []
    yield "utf-16-be.json", b"\xfe\xff" + text().decode().encode("utf-16-be"), 0, ["ENCODING"], []
    yield "utf-16-no-mark.json", text().decode().encode("utf-16-le"), 0, ["JSON"], []
    data = text().replace(b"Sender", b"\xff\xfe")
    yield "not-utf-8.json", data, 0, ["ENCODING"], []
    yield "deep.json.gz", member(deep), 0, ["COMPRESSION_RATIO"], []
    yield "deep-unclosed-arrays.json", deep, 0, ["JSON"], []
    yield "deep-arrays.json", deep + b"]" * len(deep), 0, ["JSON_DEPTH"], []
    yield "deep-unclosed.json", b'{"a":' * 1000000, 0, ["JSON"], []
    yield ("deep-objects.json", b'{"a":' * 1000000 + b"1" + b"}" * 1000000, 0, ["JSON_DEPTH"], [])
    yield "objects.json.gz", gzip.compress(objects, 9, mtime=0), 0, ["COMPRESSION_RATIO"], []
    yield "objects.json", objects, 0, ["JSON_VALUES"], []
    yield "many-details.json", many, 0, ["JSON_VALUES"], []
    yield "many-keys.json", b'{"policies":[' + b",".join(
        b'{"summary":{"a%d":0}}' % i for i in range(160000)) + b"]}", 0, ["REPORT"], []
    yield "many-policies.json", b'{"policies":[' + b",".join(
        b'{"policy":{"policy-type":"sts","policy-domain":"d%d"}}' % i for i in range(120000)
    ) + b"]}", 1, [], ["MISSING policy-string"]

    # The usual hash of strings is the same for all of these.
    flood = ["".join(pair) for pair in itertools.islice(
        itertools.product(("a_", "b>"), repeat=17), 80000)]
    yield "flood.json", json.dumps({"policies": [{"failure-details": [
        {"result-type": each, "receiving-mx-hostname": each, "failed-session-count": 1}
        for each in flood]}]}).encode(), 1, [], ["MISSING sending-mta-ip"]

    repeated = b'{"policies":[{"policy":{"policy-type":"sts"}}],' + b'"report-id":"a",' * 100000 + b'"report-id":"b"}'
    yield "repeated.json", repeated, 1, [], ["REPEATED report-id"]
    yield "nul.json", text(report_id="a\0b"), 1, [], ["NUL report-id"]
    yield "surrogate.json", text().replace(b"id-1", b"\\ud800"), 0, ["JSON"], []
    yield "exponent.json", text().replace(b": 10,", b": 1e999,"), 0, ["JSON"], []
    count = "NOT_A_COUNT total-successful-session-count"
    for name, number in (("negative", b"-1"), ("fraction", b"0.5"), ("large", b"9223372036854775808"),
                         ("huge", b"1e300"), ("string", b'"1e3"'), ("boolean", b"true"),
                         ("list", b"[1]")):
        yield f"count-{name}.json", text().replace(b": 10,", b": " + number + b","), 1, [], [count]
    yield "count-larger.json", text().replace(b": 10,", b": 1" + b"0" * 30 + b","), 0, ["JSON"], []

    most = entry(summary={"total-successful-session-count": (1 << 63) - 1,
                          "total-failure-session-count": (1 << 63) - 1})
    yield "sum.json", text(policies=[most] * 4), 1, [], ["DETAILS_MISSING example.com"]
    yield ("reversed.json", text(date_range={"start-datetime": "2026-01-02T00:00:00Z",
                                             "end-datetime": "2025-01-02T00:00:00Z"}), 1, [],
           ["PERIOD_REVERSED"])
    yield ("year-9999.json", text(date_range={"start-datetime": "0001-01-01T00:00:00Z",
                                              "end-datetime": "9999-12-31T23:59:59Z"}), 1, [],
           ["PERIOD_NOT_A_DAY"])
    yield ("no-such-day.json", text(date_range={"start-datetime": "2026-02-30T00:00:00Z",
                                                "end-datetime": "x" * 1000}), 1, [],
           ["NOT_A_TIME start-datetime", "NOT_A_TIME end-datetime"])
    data = text(organization_name="x" * (1 << 20))
    yield "long-string.json", data, 1, [], ["TOO_LONG organization-name"]
    yield "long-key.json", text(**{"x" * (1 << 20): 1}), 1, [], []
    for name, string in (("markup", "<b>&amp;</b><a href='x'>y</a>"), ("bidi", "\u202egnp.exe\u200b\u2066"),
                         ("escape", "\x1b]0;title\x07\x1b[2J\x9b31m"), ("percent", "%s%n%d"),
                         ("formula", "=HYPERLINK(\"x\")"), ("line-feed", "a\r\nb\u2028c\u0085")):
        nasty = entry(**{"failure-details": [failure(**{
            "result-type": string, "receiving-mx-hostname": string, "receiving-mx-helo": string,
            "failure-reason-code": string, "additional-information": string,
            "sending-mta-ip": string})]})
        nasty["policy"] = {"policy-type": string, "policy-domain": string, "policy-string": [string],
                           "mx-host": [string]}
        yield (f"text-{name}.json", text(organization_name=string, contact_info=string,
                                         report_id=string, policies=[nasty]), 1, [],
               ["NOT_AN_ADDRESS sending-mta-ip"])

    yield "array.json", b"[" + text() + b"]", 1, [], []
    lines = b'{"policies":[{"summary":{"total-failure-session-count":1}}]}\n'
    yield "many-lines.json", lines * 20000, 20000, [], []
    yield "many-unclosed-lines.json", b'{"\n' * 1000000, 0, ["JSON"], []
    yield "many-broken-lines.json", text() + b"\n" + b"{]\n" * 1000000, 1, ["JSON", "REPORT", "TOO_MANY"], []
    yield "many-commas.json", b"{}" + b",{}" * 5000000, 0, ["JSON"], []
    yield "not-a-report.json", b'{"name":"package","version":"1"}', 0, ["REPORT"], []
    yield "empty.json", b"", 0, ["EMPTY"], []
    yield "empty.json.gz", member(b""), 0, ["EMPTY"], []
    yield "text.txt", b"Hello, world\n", 0, ["REPORT"], []

    yield "empty.zip", zip_of(), 0, ["REPORT_NONE"], []
    yield "truncated.zip", zip_of(a_json=text())[:-30], 0, ["COMPRESSION"], []
    data = zip_of(a_json=text()).replace(bytes(4), b"\xff\xff\xff\xff")
    yield "damaged.zip", data, 0, ["COMPRESSION"], []
    bad = bytearray(zip_of(a_json=text()))
    bad[50] ^= 0xff
    yield "bad-sum.zip", bytes(bad), 0, ["COMPRESSION"], []
    yield "names.zip", zip_of(**{"____etc__passwd": text(), "a\x1b[2J_json": b"x"}), 1, ["REPORT"], []
    yield "bomb.zip", zip_of(a=b" " * (200 << 20)), 0, ["COMPRESSION_RATIO"], []
    megabyte = b"{" + b" " * ((1 << 20) - 2) + b"}"
    yield ("overlapping.zip", overlapping_zip(1900, megabyte), 0, ["REPORT"] * 63 + ["TOO_LONG"],
           [])
    yield "many-entries.zip", overlapping_zip(60000, megabyte), 0, ["TOO_MANY"], []
    # Whatever comes of it, it costs: too large, with a wrong sum, growing too much, nothing
    # at all of much that has to be read, and the same in archives within an archive.
    noise = random.Random(8460).randbytes(48 << 10)
    large = noise + b" " * ((16 << 20) + 1 - len(noise))
    too_large = overlapping_zip(2000, large)
    yield "shared-too-large.zip", too_large, 0, ["TOO_LONG"] * 4, []
    yield ("shared-bad-sum.zip", overlapping_zip(2000, large[:-1], crc=1), 0,
           ["COMPRESSION"] * 3 + ["TOO_LONG"], [])
    yield ("shared-bomb.zip", overlapping_zip(500, b" " * (16 << 20)), 0,
           ["COMPRESSION_RATIO"] * 500, [])
    spaces = zlib.compress(b" " * (16 << 20), 9)[2:-4]
    yield ("shared-lying-bomb.zip", overlapping_zip(500, b" ", deflated=spaces), 0,
           ["COMPRESSION_RATIO"] * 8 + ["TOO_LONG"], [])
    blocks = b"\0\0\0\xff\xff" * (6 << 20) + b"\3\0"
    yield ("shared-nothing.zip", overlapping_zip(2000, b"", deflated=blocks), 0,
           ["EMPTY"] * 2 + ["TOO_LONG"], [])
    yield ("shared-nested.zip", zip_of(**{f"{i}_zip": too_large for i in range(20)}), 0,
           ["TOO_LONG"] * 4, [])
    yield "zip-in-zip.zip", zip_of(a_zip=zip_of(b_zip=zip_of(c_zip=zip_of(d_json=text())))), 1, [], []

    large = text(report_id="large", policies=[entry(**{"failure-details": [
        failure(**{"sending-mta-ip": f"192.0.2.{i % 250}", "receiving-ip": f"2001:db8::{i:x}"})
        for i in range(1, 8000)]})])
    details = ["DETAILS_EXCEED example.com"]
    yield "large-then-small.zip", zip_of(a_json=large, b_json=text(), c_json=large), 3, [], details
    yield ("large-then-small.eml",
           message(HUMAN, part(member(large)), part(member(text())), part(member(large))), 3, [],
           details)

    yield "no-report.eml", message(HUMAN, HUMAN), 0, ["REPORT_NONE"], []
    yield "headers-only.eml", FIELDS, 0, ["REPORT_NONE"], []
    broken = part(member(text())).replace(b"H4sI", b"H4s!")
    yield "broken-base64.eml", message(HUMAN, broken), 0, ["COMPRESSION"], []
    yield ("broken-quoted-printable.eml",
           message(HUMAN, part(text().replace(b"10", b"=ZZ"), kind="application/tlsrpt+json",
                               name="report.json", encoding="quoted-printable")), 0, ["JSON"], []
           )
    yield ("eight-bit.eml", message(HUMAN, part(member(text())),
                                    fields=b"Subject: \xff\xfe\x80\r\nFrom: \xe4 <\xf6@b>\r\n"), 1, [], [])
    yield ("path.eml", message(HUMAN, part(member(text()), name="../../../etc/passwd")), 1, [], [])
    yield ("path-broken.eml", message(HUMAN, part(b"x", name="../../\x1b[2J.json")), 0, ["REPORT"], [])
    yield "one-good.eml", message(HUMAN, part(member(text())), part(b"x")), 1, ["REPORT"], []
    yield "no-end.eml", message(HUMAN, part(member(text())))[:-9], 1, [], []
    nest = b"".join(b"Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n" % (i, i)
                    for i in range(50000))
    yield "nested-parts.eml", FIELDS + nest, 0, ["TOO_MANY"], []
    nest = b"".join(b"Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n" % (i, i)
                    for i in range(9000))
    yield "nested-fewer-parts.eml", FIELDS + nest, 0, ["REPORT_NONE"], []
    yield "nested-messages.eml", b"Content-Type: message/rfc822\n\n" * 100000, 0, ["REPORT_NONE"], []
    yield "many-parts.eml", message(*[HUMAN] * 1001), 0, ["TOO_MANY"], []
    yield "very-many-parts.eml", message(*[b"\r\n"] * 2000000), 0, ["TOO_MANY"], []
    yield "many-fields.eml", b"a:b\n" * 8000000, 0, ["TOO_MANY"], []
    yield "long-field.eml", b"Subject: " + b"g:" * 1000000 + b"\n\nx", 0, ["TOO_LONG"], []
    yield ("long-folded-field.eml", b"Subject:\n" + b" g:\n" * 100000 + b"\nx", 0, ["TOO_LONG"],
           [])
    yield "long-blank-field.eml", b"X: y\nSubject \t: " + b"g:" * 10000 + b"\n\nx", 0, ["TOO_LONG"], []
    # Groups of addresses in groups, however the field is written, and in a message within.
    groups = b"g:" * 41000
    for name, field in (("", b"To: "), ("-blank", b"To : "), ("-tab", b"tO\t \t:"),
                        ("-folded", b"To:\n "), ("-resent", b"Resent-Reply-To : "),
                        ("-sender", b"SENDER: "), ("-from", b"From : "), ("-bcc", b"BCC: ")):
        inner = b"X: y\r\n" + field + groups + b"\r\n"
        yield (f"groups{name}.eml", inner + message(part(member(text())), fields=b""), 1, [], [])
        yield (f"groups{name}-within.eml",
               message(b"Content-Type: message/rfc822\r\n\r\n" + inner +
                       message(part(member(text())), fields=b"").replace(b"=b", b"=c")
                       .replace(b"--b", b"--c")), 1, [], [])
    addresses = b"".join(b"To: " + b"a@b," * 4000 + b"\r\n" for _ in range(1900))
    yield "many-addresses.eml", message(part(member(text())), fields=FIELDS + addresses), 1, [], []
    parameters = b"".join(b";a%d=b" % i for i in range(1500))
    several = b"Content-Type: text/plain" + parameters + b"\r\n\r\n\r\n"
    yield "many-parameters.eml", message(*[several] * 999), 0, ["TOO_MANY"], []
    yield ("many-folded-parameters.eml", message(several.replace(b";", b"\r\n ;")), 0, ["TOO_MANY"],
           [])
    few = b"content-disposition : attachment" + b";a=b" * 90 + b"\r\n\r\n\r\n"
    yield "many-fields-with-parameters.eml", message(*[few] * 999), 0, ["TOO_MANY"], []
    usual = b"Content-Type: text/plain" + b";a=b" * 9 + b"\r\n\r\n\r\n"
    yield "few-parameters.eml", message(part(member(text())), *[usual] * 999), 1, [], []
    data = message(*[part(bomb(b"0123456789abcdef" * 64, 15 << 20))] * 50)
    yield "bombs.eml", data, 0, ["COMPRESSION_RATIO"] * 33 + ["TOO_LONG"], []
    several = member(noise + b" " * ((16 << 20) + 1))
    yield "large-parts.eml", message(*[part(several)] * 262), 0, ["TOO_LONG"] * 4, []


def month():
    """What a domain gets in a month in which a certificate expires (name, data)."""
    chance = random.Random(8460)
    senders_of_reports = (("Google Inc.", 900), ("Microsoft Corporation", 520), ("Mail.ru", 60),
                          ("Posteo e.K.", 45), ("Example University", 22))

    for day, (number, (sender, usual)) in itertools.product(range(1, 32),
                                                            enumerate(senders_of_reports)):
        date = f"2026-10-{day:02}"
        n_sessions = int(usual * chance.uniform(0.8, 1.2) * (0.4 if day % 7 in (3, 4) else 1))
        failures = []
        if 12 <= day <= 15:
            failures.append(failure(**{"receiving-mx-hostname": "mx2.example.com",
                                       "failed-session-count": n_sessions // 9 + 1,
                                       "failure-reason-code": "X509_V_ERR_CERT_HAS_EXPIRED"}))
        if chance.random() < 0.03:
            failures.append(failure(**{"result-type": "starttls-not-supported",
                                       "receiving-mx-hostname": "mx1.example.com",
                                       "failed-session-count": chance.randint(1, 6)}))
        if sender == "Mail.ru" and chance.random() < 0.2:
            failures.append(failure(**{"result-type": "sts-policy-fetch-error",
                                       "receiving-mx-hostname": ...,
                                       "failed-session-count": chance.randint(1, 3),
                                       "failure-reason-code": "bad https response code: 404"}))
        n_failed = sum(details["failed-session-count"] for details in failures)
        policy = entry(summary={"total-successful-session-count": n_sessions,
                                "total-failure-session-count": n_failed},
                       **{"failure-details": failures})
        yield f"{number}!example.com!{date}.json", text(
            organization_name=sender, report_id=f"{date}-{number}", policies=[policy],
            date_range={"start-datetime": f"{date}T00:00:00Z", "end-datetime": f"{date}T23:59:59Z"})


def main():
    folder = sys.argv[1]
    os.makedirs(folder, exist_ok=True)

    for name, data, n_reports, *rest in itertools.chain(senders(), hostile()):
        with open(os.path.join(folder, name), "wb") as file:
            file.write(data)
        print(name, n_reports, *rest)


if __name__ == "__main__":
    main()
