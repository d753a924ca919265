#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""check --connect of 16 mail servers with 4 addresses each, which take 50 ms for every answer:
how near the time is to that of the waiting alone, and whether memory stays flat, also when all
of them talk without end."""

import os
import socket
import struct
import subprocess
import sys
import tempfile
import threading
import time

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "..", "check"))

# pylint: disable=wrong-import-position
import sandbox
from mailhost import MX, TXT, Certificates, encode_name, serve
from smtphost import A, NameServer

DELAY = 0.05
# TLSRPT_LIMIT_CONTACT_ADDRESSES, TLSRPT_LIMIT_CONTACTS, and what a domain may have
ADDRESSES = 4
PARALLEL = 8
HOSTS = 16
RUNS = 3
MOST_TIME = 1.2
MOST_GROWTH = 1.5


class MailServers:
    """All of them; they note how long their answers really took."""

    def __init__(self, context):
        self.context = context
        self.delays = []
        self.is_endless = False
        self.visits = 0
        self.lock = threading.Lock()
        serve("0.0.0.0", 25, self._handle)

    def forget(self):
        self.delays.clear()
        self.visits = 0

    def _answer(self, connection, text):
        begin = time.monotonic()
        time.sleep(DELAY)
        connection.sendall(text)
        self.delays.append(time.monotonic() - begin)

    def _handle(self, connection):
        with self.lock:
            self.visits += 1
        if self.is_endless:
            while True:
                connection.sendall(b"220-" + b"x" * 500 + b"\r\n")
        self._answer(connection, b"220 mx\r\n")
        for line in connection.makefile("rb"):
            if line.startswith(b"EHLO"):
                self._answer(connection, b"250-mx\r\n250 STARTTLS\r\n")
            elif line.startswith(b"STARTTLS"):
                self._answer(connection, b"220 go ahead\r\n")
                with self.context.wrap_socket(connection, server_side=True) as tls:
                    tls.read(1024)
                return
            else:
                return


def publish(names, label, hosts, addresses):
    domain = f"{label}.example"
    record = f"v=TLSRPTv1; rua=mailto:tls@{domain}".encode()
    names.records[f"_smtp._tls.{domain}", TXT] = [bytes([len(record)]) + record]
    names.records[domain, MX] = [struct.pack("!H", i) + encode_name(f"mx{i}.{domain}")
                                 for i in range(hosts)]
    for i in range(hosts):
        names.records[f"mx{i}.{domain}", A] = [socket.inet_aton(f"127.3.{i}.{j + 1}")
                                               for j in range(addresses)]


def run(label):
    """The seconds until the result is there, and the peak of memory in KiB."""
    begin = time.monotonic()
    with subprocess.Popen([sys.argv[1], "check", "--connect", "--json", "--helo",
                           "client.example", "--server", "127.0.0.1"], stdin=subprocess.PIPE,
                          stdout=subprocess.PIPE) as process:
        process.stdin.write(f"{label}.example\n".encode())
        process.stdin.flush()
        # As long as there may be more to come, it does not end.
        assert process.stdout.readline().startswith(b"{")
        seconds = time.monotonic() - begin
        with open(f"/proc/{process.pid}/status", encoding="ascii") as status:
            peak = next(int(line.split()[1]) for line in status if line.startswith("VmHWM:"))
        process.stdin.close()
    return seconds, peak


def main():
    sandbox.require("openssl")
    sandbox.enter()

    with tempfile.TemporaryDirectory() as folder:
        certificates = Certificates(folder)
        certificates.make("mx", "mx.example")
        servers = MailServers(certificates.context("mx"))
        names = NameServer([], certificates)
        publish(names, "one", 1, 1)
        publish(names, "all", HOSTS, ADDRESSES)
        names.serve("127.0.0.1")

        _, one_memory = run("one")
        results = []
        for _ in range(RUNS):
            servers.forget()
            seconds, memory = run("all")
            assert servers.visits == HOSTS * ADDRESSES, servers.visits
            results.append((seconds, sum(servers.delays) / PARALLEL, memory))
        # The best of several: what else the machine does only makes it slower.
        seconds, ideal, memory = min(results, key=lambda result: result[0] / result[1])
        servers.is_endless = True
        _, endless_memory = run("all")

    most = max(memory, endless_memory)
    growth = most / one_memory
    print(f"connect: {seconds:.2f} s for {HOSTS} hosts of {ADDRESSES} addresses, "
          f"{seconds / ideal:.2f} times the {ideal:.2f} s of waiting (at most {MOST_TIME}); "
          f"memory {memory} KiB, {endless_memory} KiB if they talk without end, {growth:.2f} "
          f"times that of one address (at most {MOST_GROWTH})")
    sys.exit(0 if seconds <= MOST_TIME * ideal and growth <= MOST_GROWTH else 1)


main()
