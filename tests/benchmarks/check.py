#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""check over 1,000 domains against a name server that takes 20 ms for an answer: how near
the time is to that of the waiting alone, and whether memory stays flat."""

import asyncio
import os
import socket
import struct
import sys
import tempfile
import threading
import time

from measure import run

DELAY = 0.02
DOMAINS = 1000
FEW_DOMAINS = 200
# TLSRPT_LIMIT_LOOKUPS
PARALLEL = 16
# What a domain publishes, and then what surrounds that: one waits for the other.
STAGES = 2
RUNS = 3
MOST_TIME = 1.3
MOST_GROWTH = 1.25

HEADER = struct.Struct("!HHHHHH")
QR, AA = 1 << 15, 1 << 10
TXT, MX, NS = 16, 15, 2
NXDOMAIN = 3


def answer(query):
    """Every domain has a record and a mail server, and nothing else."""
    number, = struct.unpack_from("!H", query)
    end = HEADER.size
    labels = []
    while query[end]:
        labels.append(query[end + 1:end + 1 + query[end]])
        end += query[end] + 1
    kind, = struct.unpack_from("!H", query, end + 1)
    question = query[HEADER.size:end + 5]

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
    return head + question + answers


class Server(asyncio.DatagramProtocol):
    """Notes how long its answers really took, which on a busy machine is longer."""

    delays = []

    def connection_made(self, transport):
        self.transport = transport
        self.loop = asyncio.get_running_loop()

    def datagram_received(self, data, addr):
        self.loop.call_later(DELAY, self.send, answer(data), addr, self.loop.time())

    def send(self, data, addr, begin):
        self.transport.sendto(data, addr)
        self.delays.append(self.loop.time() - begin)


def serve(listener):
    async def forever():
        await asyncio.get_running_loop().create_datagram_endpoint(Server, sock=listener)
        await asyncio.Event().wait()
    asyncio.run(forever())


def measure(command, path):
    """The seconds it took, those of the waiting alone, those at work, and the memory."""
    Server.delays.clear()
    begin = time.monotonic()
    processor, memory = run(command, path)
    seconds = time.monotonic() - begin
    delay = sum(Server.delays) / len(Server.delays)
    return seconds, DOMAINS / PARALLEL * STAGES * delay, processor, memory


def write_domains(path, count):
    with open(path, "w", encoding="ascii") as domains:
        for i in range(count):
            domains.write(f"host{i}.example\n")


with tempfile.TemporaryDirectory() as folder:
    small, large = os.path.join(folder, "small"), os.path.join(folder, "large")
    write_domains(small, FEW_DOMAINS)
    write_domains(large, DOMAINS)

    listener = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 1 << 20)
    listener.bind(("127.0.0.1", 0))
    threading.Thread(target=serve, args=(listener,), daemon=True).start()

    check = [sys.argv[1], "check", "--json", "--server", f"127.0.0.1:{listener.getsockname()[1]}"]
    _, few_memory = run(check, small)
    # The best of several: what else the machine does only makes it slower.
    seconds, ideal, processor, memory = min((measure(check, large) for _ in range(RUNS)),
                                            key=lambda result: result[0] / result[1])

growth = memory / few_memory
print(f"check: {seconds:.2f} s for {DOMAINS} domains, {seconds / ideal:.2f} times the "
      f"{ideal:.2f} s of waiting (at most {MOST_TIME}), {processor:.2f} s of it at work; "
      f"memory {memory} KiB, {growth:.2f} times that of {FEW_DOMAINS} (at most {MOST_GROWTH})")
sys.exit(0 if seconds <= MOST_TIME * ideal and growth <= MOST_GROWTH else 1)
