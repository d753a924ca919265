# SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A name server's front that does what name servers do in the worst case.  What it
has no rule for it hands on to the server behind it."""

import socket
import struct
import threading
import time

HEADER = struct.Struct("!HHHHHH")
QR, NOTIFY, AA, TC, RD, AD, CD = 1 << 15, 4 << 11, 1 << 10, 1 << 9, 1 << 8, 1 << 5, 1 << 4
A, NS, MX, TXT = 1, 2, 15, 16
WAIT = 5


def question(query):
    """The name, in lower case, the type and where the question ends."""
    labels, position = [], HEADER.size
    while query[position]:
        length = query[position]
        labels.append(query[position + 1:position + 1 + length].decode("latin-1").lower())
        position += length + 1
    kind, = struct.unpack_from("!H", query, position + 1)
    return ".".join(labels), kind, position + 5


def question_of(name, kind, number=0):
    """A query."""
    labels = b"".join(bytes([len(label)]) + label.encode("ascii") for label in name.split("."))
    return HEADER.pack(number, RD, 1, 0, 0, 0) + labels + b"\0" + struct.pack("!HH", kind, 1)


def is_answer(message):
    """Whether the server knew: the code of the answer is none of a failure."""
    flags, = struct.unpack_from("!H", message, 2)
    return flags & 15 in (0, 3)


def reply(query, flags=0, answers=(), count=None, questions=1):
    """A message with the question of the query."""
    number, = struct.unpack_from("!H", query)
    *_, end = question(query)
    head = HEADER.pack(number, QR | flags, questions, len(answers) if count is None else count,
                       0, 0)
    return head + query[HEADER.size:end] * questions + b"".join(answers)


def clear_response(message):
    """The message, as if it were a query itself."""
    return message[:2] + bytes([message[2] & 0x7F]) + message[3:]


def txt(text, ttl=60, length=None):
    """A TXT record of one string, at the name of the question."""
    data = bytes([len(text) if length is None else length]) + text
    return b"\xc0\x0c" + struct.pack("!HHIH", TXT, 1, ttl, len(data)) + data


def ns(name, ttl=60):
    """An NS record, at the name of the question."""
    data = b"".join(bytes([len(label)]) + label.encode("ascii") for label in name.split("."))
    return b"\xc0\x0c" + struct.pack("!HHIH", NS, 1, ttl, len(data) + 1) + data + b"\0"


class Front:
    """Serves an address over UDP, and over TCP if asked to."""

    def __init__(self, address, behind, rules, tcp=True):
        self.behind = behind
        self.rules = rules
        self.asked = []
        self.seen = set()

        self.udp = socket.socket(socket.AF_INET6 if ":" in address else socket.AF_INET,
                                 socket.SOCK_DGRAM)
        self.udp.bind((address, 53))
        self._start(self._serve_udp)

        if tcp:
            self.tcp = socket.create_server((address, 53), family=self.udp.family, backlog=64)
            self._start(self._serve_tcp)

    @staticmethod
    def _start(target, *arguments):
        threading.Thread(target=target, args=arguments, daemon=True).start()

    def _serve_udp(self):
        while True:
            query, client = self.udp.recvfrom(65535)
            self._start(self._answer_udp, query, client)

    def _answer_udp(self, query, client):
        answer = self._answer(query, False)
        if answer is not None:
            self.udp.sendto(answer, client)

    def _serve_tcp(self):
        while True:
            connection, _ = self.tcp.accept()
            self._start(self._answer_tcp, connection)

    def _answer_tcp(self, connection):
        with connection, connection.makefile("rb") as stream:
            length, = struct.unpack("!H", stream.read(2))
            query = stream.read(length)
            name, *_ = question(query)

            if self._rule(name) == "tcp-closes":
                return
            if self._rule(name) == "tcp-silent":
                stream.read(1)
                return
            if self._rule(name) == "tcp-late":
                # Longer than the first try over UDP, and less than the time-out.
                time.sleep(2.5)

            answer = self._answer(query, True)
            data = struct.pack("!H", len(answer)) + answer
            if self._rule(name) != "drip":
                connection.sendall(data)
                return

            for octet in data:
                try:
                    connection.sendall(bytes([octet]))
                except OSError:
                    return
                time.sleep(0.5)

    def _rule(self, name):
        return self.rules.get(name)

    def _answer(self, query, is_tcp):
        name, kind, _ = question(query)
        self.asked.append((name, kind, is_tcp))
        rule = self._rule(name) or self._rule((name, kind))

        if rule == "silent":
            return None
        if rule == "lossy" and name not in self.seen:
            self.seen.add(name)
            return None
        if isinstance(rule, int):
            return reply(query, rule)
        if rule == "bogus" and not struct.unpack_from("!H", query, 2)[0] & CD:
            return reply(query, 2)
        if rule == "stale":
            return reply(query, answers=[txt(b"v=TLSRPTv1; rua=mailto:old@example.com", 120)])
        if rule == "not-cached":
            return reply(query, 3)
        if isinstance(rule, tuple):
            return reply(query, answers=[ns(host) for host in rule])
        if rule == "bad-length":
            return reply(query, answers=[txt(b"v=TLSRPTv1", length=200)])
        if rule == "bad-count":
            return reply(query, answers=[txt(b"v=TLSRPTv1")], count=9)
        if rule == "short":
            return reply(query)[:HEADER.size + 3]
        if rule == "wrong-number":
            answer = reply(query, answers=[txt(b"v=TLSRPTv1; rua=mailto:forged@example.com")])
            return bytes([answer[0] ^ 255]) + answer[1:]
        forged = [txt(b"v=TLSRPTv1; rua=mailto:forged@example.com")]
        if rule == "echo":
            return query
        if rule == "no-response":
            return clear_response(reply(query, answers=forged))
        if rule == "notify":
            return reply(query, NOTIFY, forged)
        if rule == "no-question":
            return reply(query, answers=forged, questions=0)
        if rule == "other-question":
            return reply(query.replace(b"other-question", b"same-question!"), answers=forged)
        if rule == "other-type":
            _, _, end = question(query)
            return reply(query[:end - 4] + b"\0\x01" + query[end - 2:], answers=forged)
        if rule in ("drip", "truncated", "tcp-closes", "tcp-silent", "tcp-late") and not is_tcp:
            return reply(query, TC)
        if rule == "drip":
            return reply(query, answers=[txt(b"v=TLSRPTv1; rua=mailto:slow@example.com")])

        answer = self._ask_behind(query, is_tcp)
        if rule == "signed":
            flags, = struct.unpack_from("!H", answer, 2)
            answer = answer[:2] + struct.pack("!H", flags | AD) + answer[4:]
        return answer

    def _ask_behind(self, query, is_tcp):
        if not is_tcp:
            with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as server:
                server.settimeout(WAIT)
                server.connect(self.behind)
                server.send(query)
                return server.recv(65535)

        with socket.create_connection(self.behind, WAIT) as server, \
                server.makefile("rb") as stream:
            server.sendall(struct.pack("!H", len(query)) + query)
            length, = struct.unpack("!H", stream.read(2))
            return stream.read(length)
