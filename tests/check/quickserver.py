# SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A name server on loopback for any number of domains: each has a record and a mail server,
and nothing else.  It takes its time, and notes it."""

import asyncio
import socket
import struct
import threading

HEADER = struct.Struct("!HHHHHH")
QR, AA = 1 << 15, 1 << 10
TXT, MX, NS = 16, 15, 2
NXDOMAIN = 3


def read_question(query):
    """The labels, the type, and where the question ends."""
    end = HEADER.size
    labels = []
    while query[end]:
        labels.append(query[end + 1:end + 1 + query[end]].lower())
        end += query[end] + 1
    kind, = struct.unpack_from("!H", query, end + 1)
    return labels, kind, end + 5


def answer(query, labels, kind, end):
    number, = struct.unpack_from("!H", query)
    data, code = None, 0
    if labels[0] == b"_smtp" and kind == TXT:
        text = b"v=TLSRPTv1; rua=mailto:tls@" + b".".join(labels[2:])
        data = bytes([len(text)]) + text
    elif labels[0].startswith(b"_"):
        code = NXDOMAIN
    elif kind == MX:
        data = struct.pack("!H", 10) + b"\2mx\7example\0"
    elif kind == NS:
        data = b"\2ns\7example\0"

    answers = b""
    if data is not None:
        answers = b"\xc0\x0c" + struct.pack("!HHIH", kind, 1, 300, len(data)) + data
    head = HEADER.pack(number, QR | AA | code, 1, 1 if answers else 0, 0, 0)
    return head + query[HEADER.size:end] + answers


class QuickServer(asyncio.DatagramProtocol):
    """@delay is how many seconds an answer takes, or a function of the labels."""

    def __init__(self, delay):
        self.delay = delay
        self.delays = []    # how long answers really took, which on a busy machine is longer
        self.asked = {}     # how many answers are due, of domains whose own name is asked for
        self.most_asked = 0
        self.transport = self.loop = None
        listener = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 1 << 20)
        listener.bind(("127.0.0.1", 0))
        self.address = f"127.0.0.1:{listener.getsockname()[1]}"
        threading.Thread(target=self.serve, args=(listener,), daemon=True).start()

    def serve(self, listener):
        async def forever():
            loop = asyncio.get_running_loop()
            await loop.create_datagram_endpoint(lambda: self, sock=listener)
            await asyncio.Event().wait()
        asyncio.run(forever())

    def connection_made(self, transport):
        self.transport = transport
        self.loop = asyncio.get_running_loop()

    def datagram_received(self, data, addr):
        labels, kind, end = read_question(data)
        domain = labels[-2]
        if domain != b"mx":
            self.asked[domain] = self.asked.get(domain, 0) + 1
            self.most_asked = max(self.most_asked, len(self.asked))
        delay = self.delay(labels) if callable(self.delay) else self.delay
        reply = answer(data, labels, kind, end)
        self.loop.call_later(delay, self.send, reply, addr, domain, self.loop.time())

    def send(self, data, addr, domain, begin):
        if domain in self.asked:
            self.asked[domain] -= 1
            if not self.asked[domain]:
                del self.asked[domain]
        self.transport.sendto(data, addr)
        self.delays.append(self.loop.time() - begin)
