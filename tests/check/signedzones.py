# SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Zones that Knot signs and serves, some of which are spoiled in between."""

import os
import re
import socket
import subprocess
import sys
import time

PARENT = "example"
ADDRESS = "127.5.0.1"

# Longer ago than signatures last.
LONG_AGO = 90 * 24 * 3600

CONF = """
server:
  listen: {address}@53
  rundir: {folder}
log:
  - target: stderr
    any: error
database:
  storage: {folder}
policy:
  - id: nsec
    algorithm: ecdsap256sha256
    single-type-signing: on
    cds-cdnskey-publish: none
    nsec3: off
  - id: nsec3
    algorithm: ecdsap256sha256
    single-type-signing: on
    cds-cdnskey-publish: none
    nsec3: on
    nsec3-salt-length: 0
zone:
"""

# What kzonesign reads has a policy; what knotd serves is as it is.
SIGN = """
  - domain: {zone}
    file: {folder}/{zone}.zone
    dnssec-signing: on
    dnssec-policy: {policy}
"""
SERVE = """
  - domain: {zone}
    file: {folder}/{served}{zone}.zone
    zonefile-sync: -1
    journal-content: none
"""

HEAD = """$ORIGIN {zone}.
$TTL 60
@ SOA ns.example. hostmaster.example. 1 3600 900 604800 60
@ NS ns.example.
"""


class Zone:
    """A zone below the parent.  It is signed with NSEC, NSEC3, or not at all (None); spoil is
    a record whose signature is no longer right, such as “@ MX”."""

    # pylint: disable=too-few-public-methods
    def __init__(self, label, records, policy="nsec", spoil=None, fault=None):
        self.name = f"{label}.{PARENT}"
        self.records = records
        self.policy = policy
        self.spoil = spoil
        self.fault = fault


def spoil_signature(path, zone, spoil):
    """Changes the signatures of one kind that belong to one name."""
    owner, kind = spoil.split()
    owner = zone + "." if owner == "@" else f"{owner}.{zone}."
    pattern = re.compile(rf"^{re.escape(owner)}\s+(\d+\s+)?(IN\s+)?RRSIG\s+{kind}\s")
    lines, n = [], 0
    with open(path, encoding="ascii") as source:
        for line in source:
            if pattern.match(line):
                start, signature = line.rstrip().rsplit(None, 1)
                n += 1
                line = f"{start} {'B' if signature[0] == 'A' else 'A'}{signature[1:]}\n"
            lines.append(line)
    assert n > 0, f"{path} has no signature of {spoil}"
    with open(path, "w", encoding="ascii") as target:
        target.writelines(lines)


class Zones:
    """The parent and its zones, served at ADDRESS."""

    def __init__(self, folder, zones):
        self.folder = folder
        self.signed = os.path.join(folder, "signed")
        os.mkdir(self.signed)
        delegations = ["ns A " + ADDRESS]
        for zone in zones:
            delegations.append(f"{zone.name}. NS ns.{PARENT}.")
            self._write(zone.name, zone.records)
            if zone.policy:
                self._sign(zone.name, zone.policy, zone.fault == "expired")
                delegations += self._delegate(zone)
            if zone.spoil:
                spoil_signature(os.path.join(self.signed, zone.name + ".zone"), zone.name,
                                zone.spoil)
        self._write(PARENT, delegations)
        self._sign(PARENT, "nsec", False)
        self.anchor, = self._signers_of(PARENT)
        self._serve([(zone.name, zone.policy) for zone in zones] + [(PARENT, "nsec")])

    def _write(self, zone, records):
        with open(os.path.join(self.folder, zone + ".zone"), "w", encoding="ascii") as text:
            text.write(HEAD.format(zone=zone) + "\n".join(records) + "\n")

    def _configure(self, name, zones):
        path = os.path.join(self.folder, name)
        with open(path, "w", encoding="ascii") as text:
            text.write(CONF.format(address=ADDRESS, folder=self.folder) + zones)
        return path

    def _sign(self, zone, policy, is_old):
        config = self._configure("sign.conf", SIGN.format(zone=zone, policy=policy,
                                                          folder=self.folder))
        old = ["--time", str(int(time.time()) - LONG_AGO)] if is_old else []
        subprocess.run(["kzonesign", "--config", config, "--outdir", self.signed, *old, zone],
                       check=True, capture_output=True)

    def _signers_of(self, zone):
        """The DS records with SHA-256 of what was just signed."""
        result = subprocess.run(["keymgr", "-c", os.path.join(self.folder, "sign.conf"), zone,
                                 "ds"], check=True, capture_output=True, text=True)
        return [line for line in result.stdout.splitlines() if line.split()[4] == "2"]

    def _delegate(self, zone):
        records = self._signers_of(zone.name)
        assert records
        if zone.fault == "other-key":
            records = [re.sub(r"\S{8}$", "00000000", each) for each in records]
        return records

    def _serve(self, zones):
        config = self._configure("serve.conf", "".join(
            SERVE.format(zone=name, folder=self.folder, served="signed/" if policy else "")
            for name, policy in zones))
        # pylint: disable=consider-using-with
        self.knot = subprocess.Popen(["knotd", "-c", config], stdout=sys.stderr)
        query = b"\0\1\0\0\0\1\0\0\0\0\0\0\7example\0\0\6\0\1"
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as client:
            client.settimeout(0.1)
            client.connect((ADDRESS, 53))
            while True:
                if self.knot.poll() is not None:
                    raise RuntimeError("knotd ended at once")
                try:
                    client.send(query)
                    # The number of answers
                    if client.recv(65535)[7]:
                        return
                except OSError:
                    time.sleep(0.02)

    def stop(self):
        self.knot.terminate()
        self.knot.wait()
