# SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Mail servers, each with a behaviour of its own, with the name servers and the policy host
of their domains.  The name of a domain says how its mail server behaves."""

import hashlib
import socket
import ssl
import struct
import subprocess
import threading
import time

from mailhost import AA, AD, AAAA, CD, MX, NOERROR, QR, RA, RD, SERVFAIL, TLSA, TXT, encode_name, serve

A = 1
POLICY_ADDRESS = "127.4.0.1"

# Longer than any deadline of the tests.
FLOOD = 60

# Long enough to do something else meanwhile.
LATE = 4


def mail_host(label):
    return f"mx.{label}.example"


class Case:
    """A domain: its mail server, TLSA records, and policy, and what must come out."""

    # pylint: disable=too-many-instance-attributes,too-many-arguments
    def __init__(self, label, outcome, reported, *, fault="", tlsa=(), mode=None, pkix=None,
                 dns="", addresses=None, status=None, policy_mx=None, matched=None, options=(),
                 differ=True, mx=None):
        self.label = label
        self.outcome = outcome
        self.reported = reported
        self.fault = fault
        self.tlsa = tlsa
        self.mode = mode
        self.pkix = pkix
        self.dns = dns
        self.addresses = addresses
        self.status = status
        self.policy_mx = policy_mx or mail_host(label)
        self.matched = matched
        self.options = options
        self.differ = differ
        self.mx = mx


def der_of(certificates, name):
    return subprocess.run(["openssl", "x509", "-in", certificates.path(name + ".pem"),
                           "-outform", "DER"], check=True, capture_output=True).stdout


def spki_of(certificates, name):
    return subprocess.run(["openssl", "pkey", "-in", certificates.path(name + ".key"), "-pubout",
                           "-outform", "DER"], check=True, capture_output=True).stdout


def tlsa_data(certificates, words, label):
    """“3 1 1”, or “2 1 1 intermediate”; the last word may also be “wrong” or “short”."""
    usage, selector, matching, *more = words.split()
    what = more[0] if more else "own"
    name = "mx-" + label if what in ("own", "wrong", "short") else what
    octets = (spki_of if selector == "1" else der_of)(certificates, name)
    if matching == "1":
        octets = hashlib.sha256(octets).digest()
    elif matching == "2":
        octets = hashlib.sha512(octets).digest()
    if what == "wrong":
        octets = bytes(len(octets))
    elif what == "short":
        octets = octets[:20]
    return bytes([int(usage), int(selector), int(matching)]) + octets


def reset(connection):
    """Ends a connection with RST."""
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))


def flood(connection, again, pause=0.0):
    end = time.monotonic() + FLOOD
    while time.monotonic() < end:
        connection.sendall(again)
        time.sleep(pause)


def greet(label, connection):
    """The greeting.  Returns whether the server goes on."""
    if label in ("rst-banner", "rst-half"):
        if label == "rst-half":
            connection.sendall(b"220-m")
        reset(connection)
    elif label == "closed":
        pass
    elif label == "mute":
        time.sleep(FLOOD)
    elif label == "late":
        time.sleep(LATE)
        connection.sendall(b"220 welcome\r\n")
        return True
    elif label == "drip":
        flood(connection, b"2", 0.2)
    elif label == "endless":
        flood(connection, b"220-mx\r\n")
    elif label == "long-line":
        connection.sendall(b"220 " + b"x" * 1000000 + b"\r\n")
    elif label == "garbage":
        connection.sendall(b"SSH-2.0-OpenSSH_9.2\r\n")
    elif label == "rejected":
        connection.sendall(b"554 5.7.1 \033[2Jno <b>service</b>\r\n")
    else:
        connection.sendall(b"220-mx\r\n220 welcome\r\n")
        return True
    return False


def spoil(label, connection):
    """A reply of which there is no end: an octet at a time, a line that is too long, or a
    connection that ends in the middle of it."""
    if label.startswith("drip-"):
        flood(connection, b"2", 0.2)
    elif label.startswith("long-"):
        connection.sendall(b"250 " + b"x" * 1000000 + b"\r\n")
    else:
        connection.sendall(b"2")
        reset(connection)


def start_tls(label, connection, context):
    if label == "refused":
        connection.sendall(b"454 4.7.0 TLS not available\r\n")
        return
    if label in ("drip-starttls", "long-starttls", "rst-mid-starttls"):
        spoil(label, connection)
        return
    if label == "injected":
        connection.sendall(b"220 go ahead\r\n250 injected\r\n")
        time.sleep(1)
        return
    connection.sendall(b"220 go ahead\r\n")
    if label == "rst-tls":
        reset(connection)
    elif label == "rst-hello":
        connection.recv(4096)
        reset(connection)
    elif label == "rst-flight":
        # The first octets of a flight that does not come.
        connection.recv(4096)
        connection.sendall(b"\x16\x03\x03\x20\x00\x02")
        reset(connection)
    elif label == "mute-tls":
        time.sleep(FLOOD)
    elif label == "drip-tls":
        flood(connection, b"\x16", 0.2)
    elif label == "no-tls":
        # Sent any earlier, it would come with the reply.
        connection.recv(4096)
        connection.sendall(b"this is no TLS\r\n")
    elif label == "alert":
        connection.recv(4096)
        connection.sendall(b"\x15\x03\x03\x00\x02\x02\x28")
    else:
        with context.wrap_socket(connection, server_side=True) as tls:
            tls.read(1024)


def start(label, address, certificates, log, behaviour=None, names=None):
    """Starts the server at one address.  Lines that it is told go into the log, and names that it
    is called by in the handshake (SNI) into that list."""
    behaviour = behaviour or label
    context = certificates.context("mx-" + label)
    if names is not None:
        context.sni_callback = lambda connection, name, own: names.append(name)
    if label == "tls10":
        context.minimum_version = ssl.TLSVersion.TLSv1
        context.set_ciphers("DEFAULT:@SECLEVEL=0")
        context.maximum_version = ssl.TLSVersion.TLSv1_1
    elif label == "tls12":
        context.maximum_version = ssl.TLSVersion.TLSv1_2

    def handle(connection):
        if not greet(behaviour, connection):
            return
        for line in connection.makefile("rb"):
            log.append(line)
            word = line.split()[0].upper() if line.strip() else b""
            if word == b"EHLO":
                if behaviour == "rst-ehlo":
                    reset(connection)
                    return
                if behaviour in ("drip-ehlo", "long-ehlo", "rst-mid-ehlo"):
                    spoil(behaviour, connection)
                    return
                if behaviour == "endless-ehlo":
                    flood(connection, b"250-SIZE\r\n")
                offer = b"" if behaviour == "no-starttls" else b"250-starttls\r\n"
                connection.sendall(b"250-mx\r\n" + offer + b"250 SIZE\r\n")
                if behaviour == "rst-offer":
                    reset(connection)
                    return
            elif word == b"STARTTLS":
                if behaviour == "rst-starttls":
                    reset(connection)
                    return
                start_tls(behaviour, connection, context)
                if behaviour != "refused":
                    return
            else:
                connection.sendall(b"221 bye\r\n")
                return

    serve(address, 25, handle)


def start_policy_host(cases, certificates, log=None):
    """Starts the host of all policies, which also is one that receives reports.  Each line that it
    is told before its answer goes into the log."""
    hosts = {f"mta-sts.{case.label}.example": case for case in cases if case.mode}
    certificates.make("web", "web.example", names=list(hosts) + ["rua.example"])
    context = certificates.context("web")

    def handle(connection):
        with context.wrap_socket(connection, server_side=True) as tls:
            host, asked = "", tls.makefile("rb")
            for line in asked:
                if log is not None:
                    log.append(line)
                if line.lower().startswith(b"host:"):
                    host = line.split()[1].decode()
                if not line.strip():
                    break
            if host not in hosts:
                return
            case = hosts[host]
            body = (f"version: STSv1\nmode: {case.mode}\nmx: {case.policy_mx}\n"
                    "max_age: 604800\n").encode()
            tls.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nConnection: close\r\n"
                        + f"Content-Length: {len(body)}\r\n\r\n".encode() + body)

    serve(POLICY_ADDRESS, 443, handle)


class NameServer:
    """A resolver that says of each domain what its case wants."""

    def __init__(self, cases, certificates):
        self.records = {("rua.example", A): [socket.inet_aton(POLICY_ADDRESS)]}
        self.dns = {}
        for case in cases:
            domain, host = f"{case.label}.example", mail_host(case.label)
            record = f"v=TLSRPTv1; rua=mailto:tls@{domain},https://rua.example/v1".encode()
            self.dns[case.label] = case.dns
            self.records[domain, MX] = [struct.pack("!H", 10) + encode_name(case.mx or host)]
            self.records[f"_smtp._tls.{domain}", TXT] = [bytes([len(record)]) + record]
            self.records[host, A] = [socket.inet_aton(each) for each in case.addresses or []
                                     if ":" not in each]
            self.records[host, AAAA] = [socket.inet_pton(socket.AF_INET6, each)
                                        for each in case.addresses or [] if ":" in each]
            if case.tlsa:
                self.records["_25._tcp." + host, TLSA] = [
                    tlsa_data(certificates, words, case.label) for words in case.tlsa]
            if case.mode:
                text = b"v=STSv1; id=1;"
                self.records[f"_mta-sts.{domain}", TXT] = [bytes([len(text)]) + text]
                self.records[f"mta-sts.{domain}", A] = [socket.inet_aton(POLICY_ADDRESS)]

    def serve(self, where):
        listener = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        listener.bind((where, 53))

        def answer():
            while True:
                query, client = listener.recvfrom(65535)
                listener.sendto(self._answer(query), client)

        threading.Thread(target=answer, daemon=True).start()

    def _answer(self, query):
        number, flags = struct.unpack_from("!HH", query)
        labels, position = [], 12
        while query[position]:
            labels.append(query[position + 1:position + 1 + query[position]].decode().lower())
            position += query[position] + 1
        kind, = struct.unpack_from("!H", query, position + 1)
        dns = self.dns.get(labels[-2] if len(labels) > 1 else "", "")

        code, found = NOERROR, self.records.get((".".join(labels), kind), [])
        bogus = {"bogus-tlsa": TLSA, "bogus-mx": MX, "bogus-address": A}.get(dns)
        if bogus == kind and not flags & CD or dns == "lame-tlsa" and kind == TLSA:
            code, found = SERVFAIL, []
        head = QR | AA | RD | RA | (flags & CD) | code
        if code == NOERROR and dns != "insecure" and bogus != kind:
            head |= AD
        body = b"".join(b"\xc0\x0c" + struct.pack("!HHIH", kind, 1, 60, len(data)) + data
                        for data in found)
        return (struct.pack("!HHHHHH", number, head, 1, len(found), 0, 0)
                + query[12:position + 5] + body)
