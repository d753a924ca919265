# SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""An MTA-STS policy host with an authority of its own.  The name it is called by
says how it behaves."""

import gzip
import os
import socket
import ssl
import subprocess
import threading
import time

PATH = "/.well-known/mta-sts.txt"
LIMIT = 65536

GOOD_HOSTS = [
    "sts-good", "sts-crlf", "sts-charset", "sts-mx", "sts-largest", "sts-large", "sts-redirect",
    "sts-missing", "sts-type", "sts-gzip", "sts-hostile", "sts-drip", "sts-six", "sts-interim",
    "sts-early", "sts-header", "sts-headers", "sts-chunks", "sts-extension", "sts-mute",
    "sts-plain", "sts-cut", "sts-cut-field", "sts-cut-all", "sts-cut-kept", "sts-cut-chunk",
    "sts-tls11", "sts-tls10", "sts-tls-old", "sts-tls12", "sts-tls13", "sts-tls-any",
    "sts-testing", "sts-typo", "sts-unused",
]

# Longer than any deadline of the tests.
FLOOD = 60


def policy(domain, *more):
    return "\n".join(["version: STSv1", "mode: enforce", f"mx: *.{domain}", "max_age: 604800",
                      *more, ""])


def padded(domain, size):
    """A policy of an exact size, by means of unknown fields."""
    text = policy(domain)
    while len(text) < size:
        text += "x: " + "y" * min(size - len(text) - 4, 1000) + "\n"
    assert len(text) == size
    return text


class Certificates:
    """An authority and what it signed, made anew each time."""

    def __init__(self, folder):
        self.folder = folder
        self._authority("ca")
        self._authority("other-ca")
        self._certificate("good", "ca", GOOD_HOSTS)
        self._certificate("sts-expired", "ca", ["sts-expired"],
                          'activation_date = "2020-01-01 00:00:00"\n'
                          'expiration_date = "2020-02-01 00:00:00"\n')
        self._certificate("sts-name", "ca", ["elsewhere"])
        self._certificate("sts-authority", "other-ca", ["sts-authority"])

    def path(self, name):
        return os.path.join(self.folder, name)

    def _run(self, *arguments):
        subprocess.run(["certtool", *arguments], check=True, capture_output=True)

    def _template(self, name, text):
        path = self.path(name + ".template")
        with open(path, "w", encoding="ascii") as template:
            template.write(text)
        return path

    def _key(self, name):
        self._run("--generate-privkey", "--key-type", "ecdsa", "--curve", "secp256r1",
                  "--no-text", "--outfile", self.path(name + ".key"))

    def _authority(self, name):
        self._key(name)
        template = self._template(name, f"cn = {name}\nca\ncert_signing_key\nexpiration_days = 9\n")
        self._run("--generate-self-signed", "--load-privkey", self.path(name + ".key"),
                  "--template", template, "--no-text", "--outfile", self.path(name + ".pem"))

    def _certificate(self, name, authority, labels, validity="expiration_days = 9\n"):
        self._key(name)
        names = "".join(f"dns_name = mta-sts.{label}.example\n" for label in labels)
        template = self._template(name, f"cn = {name}\ntls_www_server\nsigning_key\n"
                                  + validity + names)
        self._run("--generate-certificate", "--load-privkey", self.path(name + ".key"),
                  "--load-ca-certificate", self.path(authority + ".pem"),
                  "--load-ca-privkey", self.path(authority + ".key"),
                  "--template", template, "--no-text", "--outfile", self.path(name + ".pem"))


def flood(stream, beginning, again):
    """One thing after another, as fast as the peer takes it; nothing is silence."""
    end = time.monotonic() + FLOOD
    stream.write(beginning)
    stream.flush()
    while time.monotonic() < end:
        if not again:
            time.sleep(1)
        stream.write(again)
        stream.flush()


# Whose policy ends before it is whole: how much of it comes, and in which form.
CUT = {
    "sts-cut": (60, "Content-Length: 500\r\nConnection: close\r\n"),
    "sts-cut-field": (-1, "Content-Length: {}\r\nConnection: close\r\n"),
    "sts-cut-all": (0, "Content-Length: {}\r\nConnection: close\r\n"),
    "sts-cut-kept": (60, "Content-Length: {}\r\n"),
    "sts-cut-chunk": (60, "Transfer-Encoding: chunked\r\nConnection: close\r\n"),
}

HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n"

# Who never comes to an end: what it begins with, and what it sends again and again.
NEVER = {
    "sts-interim": (b"", b"HTTP/1.1 100 Continue\r\n\r\n"),
    "sts-header": (HEAD + b"X: ", b"x" * 1000),
    "sts-headers": (HEAD, b"X: x\r\n"),
    "sts-chunks": (HEAD + b"Transfer-Encoding: chunked\r\n\r\n", b"1\r\n\n\r\n"),
    "sts-extension": (HEAD + b"Transfer-Encoding: chunked\r\n\r\n1;", b"x" * 1000),
    "sts-mute": (b"", b""),
    "sts-plain": (b"", b"x" * 1000),
}


class PolicyHost:
    """Serves port 443 of an address, in some versions of TLS."""

    def __init__(self, address, certificates, oldest=ssl.TLSVersion.TLSv1_2,
                 newest=ssl.TLSVersion.MAXIMUM_SUPPORTED):
        self.contexts = {}
        self.requests = []
        for name in ("good", "sts-expired", "sts-name", "sts-authority"):
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(certificates.path(name + ".pem"),
                                    certificates.path(name + ".key"))
            context.minimum_version = oldest
            context.maximum_version = newest
            if oldest < ssl.TLSVersion.TLSv1_2:
                context.set_ciphers("DEFAULT:@SECLEVEL=0")
            context.set_alpn_protocols(["h2", "http/1.1"])
            self.contexts[name] = context
        self.contexts["good"].sni_callback = self._choose

        family = socket.AF_INET6 if ":" in address else socket.AF_INET
        self.listener = socket.create_server((address, 443), family=family, backlog=64)
        threading.Thread(target=self._serve, daemon=True).start()

    def _choose(self, connection, name, _context):
        label = (name or "").split(".")[1:2]
        if label and label[0] in self.contexts:
            connection.context = self.contexts[label[0]]

    def _serve(self):
        while True:
            connection, _ = self.listener.accept()
            threading.Thread(target=self._handle, args=(connection,), daemon=True).start()

    def _handle(self, connection):
        try:
            with self.contexts["good"].wrap_socket(connection, server_side=True) as tls, \
                    tls.makefile("rwb") as stream:
                # Frames of HTTP/2 without end would be one more way not to answer.
                assert tls.selected_alpn_protocol() == "http/1.1"
                self._respond(stream)
        except OSError:
            # Who does not trust the certificate, or had enough, hangs up.
            pass

    def _respond(self, stream):
        request = stream.readline().decode("ascii").split()
        headers = {}
        while (line := stream.readline().decode("latin-1").strip()):
            name, _, value = line.partition(":")
            headers[name.lower()] = value.strip()

        host = headers["host"]
        self.requests.append((host, request, headers))
        assert request[:2] == ["GET", PATH], request
        domain = host.removeprefix("mta-sts.")
        label = domain.split(".")[0]

        if label in NEVER:
            flood(stream, *NEVER[label])
            return
        if label in CUT:
            count, fields = CUT[label]
            data = policy(domain).encode()
            if "chunked" in fields:
                stream.write(HEAD + fields.encode() + b"\r\n%x\r\n" % len(data) + data[:count])
            else:
                stream.write(HEAD + fields.format(len(data)).encode() + b"\r\n" + data[:count])
            return
        if label == "sts-early":
            stream.write(b"HTTP/1.1 103 Early Hints\r\nLink: </style.css>\r\n\r\n" * 3)

        status, kind, body, more = "200 OK", "text/plain", policy(domain), ""
        if label == "sts-crlf":
            body = body.replace("\n", "\r\n")
        elif label == "sts-charset":
            kind = "Text/Plain; charset=utf-8"
        elif label == "sts-largest":
            body = padded(domain, LIMIT)
        elif label == "sts-large":
            body = padded(domain, LIMIT + 1)
        elif label == "sts-redirect":
            status, more = "301 Moved", f"Location: https://mta-sts.sts-good.example{PATH}\r\n"
        elif label == "sts-missing":
            status = "404 Not Found"
        elif label == "sts-type":
            kind = "text/html"
        elif label == "sts-testing":
            body = body.replace("enforce", "testing")
        elif label == "sts-typo":
            body = body.replace(f"*.{domain}", f"mail.{domain}")
        elif label == "sts-unused":
            body = policy(domain, f"mx: old.{domain}", "mx: mx.elsewhere.example")
        elif label == "sts-hostile":
            body = policy(domain, "\033]0;title\007\u202e: <b>&")

        data = body.encode()
        if label == "sts-gzip":
            data, more = gzip.compress(data), "Content-Encoding: gzip\r\n"

        head = (f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {len(data)}\r\n"
                f"Connection: close\r\n{more}\r\n")
        stream.write(head.encode())
        if label == "sts-drip":
            for octet in data:
                stream.write(bytes([octet]))
                stream.flush()
                time.sleep(1)
        stream.write(data)
        stream.flush()
