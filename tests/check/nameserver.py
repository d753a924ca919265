# SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A real name server with the zone of the tests, and what spoils its answers."""

import os
import socket
import subprocess
import sys
import time

from front import A, NS, TXT, Front, is_answer, question_of

HERE = os.path.dirname(os.path.abspath(__file__))
KNOT = ("127.0.0.1", 5300)

RULES = {
    f"_smtp._tls.{label}.example": rule
    for label, rule in {
        "servfail": 2, "formerr": 1, "notimp": 4, "refused": 5, "silent": "silent",
        "lossy": "lossy", "bad-length": "bad-length", "bad-count": "bad-count",
        "short": "short", "wrong-number": "wrong-number", "truncated": "truncated",
        "tcp-closes": "tcp-closes", "drip": "drip", "stale": "stale",
        "not-cached": "not-cached", "tcp-silent": "tcp-silent", "tcp-late": "tcp-late",
        "echo": "echo", "no-response": "no-response", "notify": "notify",
        "no-question": "no-question", "other-question": "other-question",
        "other-type": "other-type",
    }.items()
}
RULES |= {
    "_25._tcp.mx.dane.example": "signed",
    "_25._tcp.mx.tlsa-servfail.example": 2,
    "_25._tcp.mx.tlsa-refused.example": 5,
    "_25._tcp.mx.tlsa-silent.example": "silent",
    "_25._tcp.mx.tlsa-malformed.example": "bad-count",
    "_25._tcp.mx.tlsa-faults.example": "signed",
    "mx-servfail.example": 2,
    "mx-silent.example": "silent",
    "mx-malformed.example": "bad-count",
    # Secure from the domain to the certificate, or not at one place of the way
    "dane.example": "signed",
    "mx.dane.example": "signed",
    "_25._tcp.mx.insecure-mx.example": "signed",
    "mx.insecure-mx.example": "signed",
    "_25._tcp.mx.insecure-address.example": "signed",
    "insecure-address.example": "signed",
    # Signatures that nobody can trust
    "_smtp._tls.bogus.example": "bogus",
    "bogus-mx.example": "bogus",
    "_25._tcp.mx.bogus-tlsa.example": "bogus",
    "mx.address-unknown.example": 2,
    "mail.rua-unknown.example": 2,
    # Two providers, and one beside a name server of its own
    ("hosted.example", NS): ("dee.ns.cloudflare.com", "ns-1.awsdns-02.net"),
    ("hosted-partly.example", NS): ("dee.ns.cloudflare.com", "ns1.example"),
    # One family of addresses is enough not to know.
    ("implicit-unknown.example", A): 2,
    "_mta-sts.sts-unknown.example": 2,
    "mta-sts.sts-lost.example": 2,
}

KNOT_CONF = """
server:
  listen: {address}@{port}
  rundir: {folder}
  tcp-workers: 2
  udp-workers: 2
log:
  - target: stderr
    any: error
database:
  storage: {folder}
zone:
  - domain: example
    file: {folder}/example.zone
    zonefile-sync: -1
    journal-content: none
"""


def write_zone(path):
    """The zone, and what is too long to write down."""
    with open(os.path.join(HERE, "example.zone"), encoding="ascii") as source, \
            open(path, "w", encoding="ascii") as target:
        target.write(source.read())
        # 10 KB in one record, and 61 records.
        target.write("large MX 10 mx.large\n_smtp._tls.large TXT \"v=TLSRPTv1; rua=mailto:a@x\" ")
        target.write(" ".join(f'",mailto:{i:0240}@x.example"' for i in range(40)) + "\n")
        target.write("many MX 10 mx.many\n")
        for i in range(60):
            target.write(f'_smtp._tls.many TXT "site-verification={i:032}"\n')
        target.write('_smtp._tls.many TXT "v=TLSRPTv1; rua=mailto:tls@many.example"\n')
        # More mail servers than anyone has, and one that leads nowhere.
        for i in range(60):
            target.write(f"many-mx MX {i} mx{i}.many-mx\n")
            target.write(f"mx{i}.many-mx A 127.0.1.{i}\n" if i else "mx0.many-mx CNAME loop.many-mx\n")
        target.write("loop.many-mx CNAME mx0.many-mx\n")
        target.write("_smtp._tls.many-mx TXT \"v=TLSRPTv1; rua=mailto:a0@many-mx.example\"")
        target.write("".join(f" \",mailto:a{i}@many-mx.example\"" for i in range(1, 60)) + "\n")
        target.write("flood MX 10 mx.flood\n")
        for i in range(101):
            target.write(f'_smtp._tls.flood TXT "site-verification={i}"\n')


class NameServer:
    """Knot with the zone, behind fronts on port 53.  The first one follows RULES."""

    def __init__(self, folder):
        zone = os.path.join(folder, "example.zone")
        write_zone(zone)
        config = os.path.join(folder, "knot.conf")
        with open(config, "w", encoding="ascii") as text:
            text.write(KNOT_CONF.format(address=KNOT[0], port=KNOT[1], folder=folder))
        # pylint: disable=consider-using-with
        self.knot = subprocess.Popen(["knotd", "-c", config], stdout=sys.stderr)
        self._wait()

        self.front = Front("127.0.0.1", KNOT, RULES)
        Front("::1", KNOT, {})
        Front("127.0.0.3", KNOT, {}, tcp=False)
        # What the zone calls its own name servers.
        Front("127.0.0.11", KNOT, {})
        Front("127.0.0.12", KNOT, {})

    def _wait(self):
        """Until it answers, which is when the zone is loaded."""
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as client:
            client.settimeout(0.1)
            client.connect(KNOT)
            while True:
                if self.knot.poll() is not None:
                    raise RuntimeError("knotd ended at once")
                try:
                    client.send(question_of("good.example", TXT))
                    if is_answer(client.recv(65535)):
                        return
                except OSError:
                    time.sleep(0.02)

    def stop(self):
        self.knot.terminate()
        self.knot.wait()
