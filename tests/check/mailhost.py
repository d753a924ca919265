# SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Domains with a mail server, a policy host and name servers, each with one fault, for
the commands of the guide.  The name of a domain says what is wrong with it."""

import os
import socket
import ssl
import struct
import subprocess
import threading

MX, TXT, TLSA, AAAA = 15, 16, 52, 28
NOERROR, SERVFAIL = 0, 2
QR, AA, RD, RA, AD, CD = 1 << 15, 1 << 10, 1 << 8, 1 << 7, 1 << 5, 1 << 4

FAULTS = [
    "good",
    # The mail server
    "no-starttls", "refused", "garbage", "wrong-name", "cn-only", "expired", "not-yet",
    "no-intermediate", "self-signed", "only-tls13",
    # TLSA and DNSSEC
    "mismatch", "unusable", "no-tlsa", "unsigned", "bogus", "lame",
    # MX records and the policy
    "other-mx", "domain-in-policy", "no-txt",
    # The policy host
    "missing", "broken", "redirect", "html", "closed", "dead-ipv6", "web-expired", "web-name",
    "web-self-signed", "txt-version", "no-mode", "odd-mode", "no-max-age", "no-mx", "dot", "bom",
]


def mail_host(fault):
    return f"mx.{fault}.example"


def policy_host(fault):
    return f"mta-sts.{fault}.example"


def address(kind, fault):
    """Each server has an address of its own: kind 1 is a mail server, 2 a policy host."""
    return f"127.{kind}.0.{FAULTS.index(fault) + 1}"


def ipv6_address(fault):
    return f"fd00::{FAULTS.index(fault) + 1:x}"


class Certificates:
    """A root, an intermediate authority, and what they signed, made anew each time."""

    def __init__(self, folder):
        self.folder = folder
        self._key("root")
        self._openssl("req", "-x509", "-new", "-key", self.path("root.key"), "-subj", "/CN=Root",
                      "-days", "9", "-out", self.path("root.pem"),
                      "-addext", "basicConstraints=critical,CA:TRUE")
        self._sign("intermediate", "root", "basicConstraints=critical,CA:TRUE\n")

    def path(self, name):
        return os.path.join(self.folder, name)

    @staticmethod
    def _openssl(*arguments):
        return subprocess.run(["openssl", *arguments], check=True, capture_output=True).stdout

    def _key(self, name):
        self._openssl("genpkey", "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256",
                      "-out", self.path(name + ".key"))

    def _sign(self, name, by, extensions, subject=None, dates=()):
        self._key(name)
        request, extension_file = self.path(name + ".csr"), self.path(name + ".ext")
        self._openssl("req", "-new", "-key", self.path(name + ".key"),
                      "-subj", f"/CN={subject or name}", "-out", request)
        with open(extension_file, "w", encoding="ascii") as text:
            text.write(extensions)
        signer = ["-CA", self.path(by + ".pem"), "-CAkey", self.path(by + ".key")] if by else \
            ["-signkey", self.path(name + ".key")]
        if dates:
            # “openssl x509” has no dates before OpenSSL 3.4, but “openssl ca” does.
            self._sign_dated(name, by, request, extension_file, dates)
        else:
            self._openssl("x509", "-req", "-in", request, *signer, "-days", "9",
                          "-extfile", extension_file, "-out", self.path(name + ".pem"))

    def _sign_dated(self, name, by, request, extension_file, dates):
        config = self.path(name + ".cnf")
        open(self.path(name + ".index"), "w", encoding="ascii").close()
        with open(config, "w", encoding="ascii") as text:
            text.write(f"[ca]\ndefault_ca=a\n[a]\ndatabase={self.path(name + '.index')}\n"
                       f"new_certs_dir={self.folder}\nrand_serial=yes\ndefault_md=sha256\n"
                       "policy=p\n[p]\ncommonName=supplied\n")
        self._openssl("ca", "-batch", "-notext", "-config", config, "-in", request,
                      "-cert", self.path(by + ".pem"), "-keyfile", self.path(by + ".key"),
                      "-startdate", dates[0], "-enddate", dates[1],
                      "-extfile", extension_file, "-out", self.path(name + ".pem"))

    def make(self, name, host, fault="", names=()):
        """Makes a certificate for a host, and the chain that its server presents."""
        extensions = "subjectAltName=" + ",".join(f"DNS:{each}" for each in names or [host]) + "\n"
        dates, by, subject = (), "intermediate", host
        if fault == "wrong-name":
            extensions, subject = "subjectAltName=DNS:elsewhere.example\n", "elsewhere.example"
        elif fault == "cn-only":
            extensions = ""
        elif fault == "purpose":
            extensions += "extendedKeyUsage=clientAuth\n"
        elif fault == "expired":
            dates = ("20200101000000Z", "20200201000000Z")
        elif fault == "not-yet":
            dates = ("20450101000000Z", "20460101000000Z")
        elif fault == "self-signed":
            by = None
        self._sign(name, by, extensions, subject, dates)

        chain = [name]
        if fault not in ("no-intermediate", "self-signed"):
            chain.append("intermediate")
        self._write_chain(name, chain)

    def _write_chain(self, name, chain):
        with open(self.path(name + ".chain"), "w", encoding="ascii") as target:
            for each in chain:
                with open(self.path(each + ".pem"), encoding="ascii") as source:
                    target.write(source.read())

    def make_odd(self, name, host):
        """A certificate whose names are none: with a NUL, markup, and control characters."""
        names = [host.encode() + b"\0.evil.example", b"<b>&\033[2J"]
        octets = b"".join(b"\x82" + bytes([len(each)]) + each for each in names)
        self._sign(name, "intermediate", "subjectAltName=DER:30"
                   f"{len(octets):02x}{octets.hex()}\n", "<b>\033[2J\u202e")
        self._write_chain(name, [name, "intermediate"])

    def make_big(self, name, host):
        """A certificate below an authority that has a key of 16,384 bits.  Such a key takes
        minutes to make, so that nobody has the other half of this one."""
        integer = "0x" + "c" + 4095 * "3"
        config = self.path("big.asn1")
        with open(config, "w", encoding="ascii") as text:
            text.write("asn1=SEQUENCE:key\n[key]\nalgorithm=SEQUENCE:algorithm\n"
                       "bits=BITWRAP,SEQUENCE:numbers\n[algorithm]\noid=OID:rsaEncryption\n"
                       f"none=NULL\n[numbers]\nn=INTEGER:{integer}\ne=INTEGER:0x10001\n")
        self._openssl("asn1parse", "-genconf", config, "-noout", "-out", self.path("big.der"))
        self._openssl("pkey", "-pubin", "-inform", "DER", "-in", self.path("big.der"),
                      "-out", self.path("big.pub"))
        # With one key it signs, and another it shows.
        self._openssl("genpkey", "-algorithm", "RSA", "-out", self.path("big.key"))
        self._openssl("req", "-new", "-key", self.path("big.key"), "-subj", "/CN=big",
                      "-out", self.path("big.csr"))
        authority = ("x509", "-req", "-in", self.path("big.csr"), "-CA", self.path("root.pem"),
                     "-CAkey", self.path("root.key"), "-days", "9",
                     "-extfile", self.path("intermediate.ext"))
        self._openssl(*authority, "-out", self.path("big.pem"))
        self._sign(name, "big", f"subjectAltName=DNS:{host}\n")
        self._openssl(*authority, "-force_pubkey", self.path("big.pub"),
                      "-out", self.path("big.pem"))
        self._write_chain(name, [name, "big"])

    def context(self, name):
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(self.path(name + ".chain"), self.path(name + ".key"))
        return context

    def digest(self, name):
        """What a TLSA record says of the key."""
        public = self._openssl("pkey", "-in", self.path(name + ".key"), "-pubout",
                               "-outform", "DER")
        return subprocess.run(["openssl", "dgst", "-sha256", "-binary"], input=public, check=True,
                              capture_output=True).stdout


def serve(where, port, handle):
    """Calls a function for each connection, in a thread of its own."""
    family = socket.AF_INET6 if ":" in where else socket.AF_INET
    listener = socket.create_server((where, port), family=family, backlog=16)

    def run(connection):
        with connection:
            try:
                handle(connection)
            except OSError:
                # Who rejects a certificate hangs up.
                pass

    def accept():
        while True:
            connection, _ = listener.accept()
            threading.Thread(target=run, args=(connection,), daemon=True).start()

    threading.Thread(target=accept, daemon=True).start()


def start_mail_server(fault, certificates):
    certificates.make("mx-" + fault, mail_host(fault), fault)
    context = certificates.context("mx-" + fault)
    if fault == "only-tls13":
        context.minimum_version = ssl.TLSVersion.TLSv1_3

    def handle(connection):
        connection.sendall(b"220 mx ESMTP\r\n")
        lines = connection.makefile("rb")
        for line in lines:
            word = line.split()[0].upper() if line.strip() else b""
            if word == b"EHLO":
                offer = b"" if fault == "no-starttls" else b"250-STARTTLS\r\n"
                connection.sendall(b"250-mx\r\n" + offer + b"250 SIZE\r\n")
            elif word == b"STARTTLS" and fault == "refused":
                connection.sendall(b"454 4.7.0 TLS not available\r\n")
            elif word == b"STARTTLS" and fault != "no-starttls":
                connection.sendall(b"220 go ahead\r\n")
                if fault == "garbage":
                    connection.sendall(b"this is no TLS\r\n")
                    return
                with context.wrap_socket(connection, server_side=True) as tls:
                    tls.read(1024)
                return
            elif word == b"QUIT":
                connection.sendall(b"221 bye\r\n")
                return
            else:
                connection.sendall(b"502 5.5.1 not implemented\r\n")

    serve(address(1, fault), 25, handle)


def make_policy(fault):
    host = f"{fault}.example" if fault == "domain-in-policy" else mail_host(fault)
    lines = {"version": "version: STSv1", "mode": "mode: enforce", "mx": f"mx: {host}",
             "max_age": "max_age: 604800"}
    if fault == "txt-version":
        lines["version"] = "v=STSv1"
    elif fault == "odd-mode":
        lines["mode"] = "mode: Enforce"
    elif fault == "dot":
        lines["mx"] += "."
    elif fault.startswith("no-"):
        lines.pop(fault[3:].replace("-", "_"), None)
    return ("\ufeff" if fault == "bom" else "") + "\r\n".join(lines.values()) + "\r\n"


def start_policy_host(fault, certificates):
    certificate_fault = {"web-expired": "expired", "web-name": "wrong-name",
                         "web-self-signed": "self-signed"}.get(fault, "")
    certificates.make("web-" + fault, policy_host(fault), certificate_fault)
    context = certificates.context("web-" + fault)
    status, kind, body, more = "200 OK", "text/plain", make_policy(fault), ""
    if fault == "missing":
        status, kind, body = "404 Not Found", "text/html", "<html>not found</html>"
    elif fault == "broken":
        status, body = "500 Internal Server Error", "error"
    elif fault == "redirect":
        status, more = "301 Moved", f"Location: https://{policy_host('good')}/\r\n"
    elif fault == "html":
        kind = "text/html"

    def handle(connection):
        with context.wrap_socket(connection, server_side=True) as tls:
            request = tls.makefile("rb")
            while request.readline().strip():
                pass
            data = body.encode()
            tls.sendall(f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n{more}"
                        f"Content-Length: {len(data)}\r\nConnection: close\r\n\r\n".encode() + data)

    if fault != "closed":
        serve(address(2, fault), 443, handle)
    if fault == "good":
        serve(ipv6_address(fault), 443, handle)


def encode_name(name):
    return b"".join(bytes([len(label)]) + label.encode() for label in name.split(".")) + b"\0"


class NameServer:
    """A resolver: validates, if asked to, and has only what the domains above need."""

    def __init__(self, certificates):
        self.records = {}
        for fault in FAULTS:
            host = "mx.elsewhere.example" if fault == "other-mx" else mail_host(fault)
            self.records[f"{fault}.example", MX] = [struct.pack("!H", 10) + encode_name(host)]
            if fault != "no-txt":
                text = b"v=STSv1; id=20260101"
                self.records[f"_mta-sts.{fault}.example", TXT] = [bytes([len(text)]) + text]
            usage, digest = (1 if fault == "unusable" else 3), certificates.digest("mx-" + fault)
            if fault == "mismatch":
                digest = bytes(32)
            if fault != "no-tlsa":
                self.records["_25._tcp." + mail_host(fault), TLSA] = [bytes([usage, 1, 1]) + digest]

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
        name, asked = ".".join(labels), query[12:position + 5]
        fault = labels[-2] if len(labels) > 1 else ""

        code, found = NOERROR, self.records.get((name, kind), [])
        if fault == "lame" or (fault == "bogus" and not flags & CD):
            code, found = SERVFAIL, []
        head = QR | RD | RA | (flags & CD) | code
        if code == NOERROR and fault not in ("unsigned", "bogus"):
            head |= AD
        body = b"".join(b"\xc0\x0c" + struct.pack("!HHIH", kind, 1, 60, len(data)) + data
                        for data in found)
        return struct.pack("!HHHHHH", number, head, 1, len(found), 0, 0) + asked + body


def write_hosts(path):
    with open(path, "w", encoding="ascii") as hosts:
        hosts.write("127.0.0.1 localhost\n")
        for fault in FAULTS:
            hosts.write(f"{address(1, fault)} {mail_host(fault)}\n")
            hosts.write(f"{address(2, fault)} {policy_host(fault)}\n")
            if fault in ("good", "dead-ipv6"):
                hosts.write(f"{ipv6_address(fault)} {policy_host(fault)}\n")
