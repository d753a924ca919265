# SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A resolver that validates with Unbound's library, which needs neither a service nor a user
of its own.  Who asks for it gets the answers that it does not trust, too."""

import ctypes
import socket
import struct
import threading

QR, RD, RA, AD, CD = 1 << 15, 1 << 8, 1 << 7, 1 << 5, 1 << 4
RCODE = 0xf
SERVFAIL = 2
HEADER = struct.Struct("!HHHHHH")


class Result(ctypes.Structure):
    """struct ub_result"""

    _fields_ = [("qname", ctypes.c_char_p), ("qtype", ctypes.c_int), ("qclass", ctypes.c_int),
                ("data", ctypes.c_void_p), ("len", ctypes.c_void_p),
                ("canonname", ctypes.c_char_p), ("rcode", ctypes.c_int),
                ("answer_packet", ctypes.c_void_p), ("answer_len", ctypes.c_int),
                ("havedata", ctypes.c_int), ("nxdomain", ctypes.c_int),
                ("secure", ctypes.c_int), ("bogus", ctypes.c_int),
                ("why_bogus", ctypes.c_char_p)]


def load():
    """The library, or nothing."""
    try:
        library = ctypes.CDLL("libunbound.so.8")
    except OSError:
        return None
    library.ub_ctx_create.restype = ctypes.c_void_p
    return library


class Validator:
    """Asks one name server for everything below a name, from its trust anchor on."""

    def __init__(self, library, zone, server, anchor):
        self.library = library
        self.trusting = self._make(zone, server, None)
        self.validating = self._make(zone, server, anchor)

    def _make(self, zone, server, anchor):
        context = ctypes.c_void_p(self.library.ub_ctx_create())
        assert self.library.ub_ctx_set_stub(context, zone.encode(), server.encode(), 0) == 0
        if anchor:
            assert self.library.ub_ctx_add_ta(context, anchor.encode()) == 0
        return context

    def _answer(self, query):
        number, flags = struct.unpack_from("!HH", query)
        end = HEADER.size
        while query[end]:
            end += query[end] + 1
        name, question = query[HEADER.size:end + 1], query[HEADER.size:end + 5]
        kind, = struct.unpack_from("!H", query, end + 1)

        labels, place = [], 0
        while name[place]:
            labels.append(name[place + 1:place + 1 + name[place]])
            place += name[place] + 1

        result = ctypes.POINTER(Result)()
        context = self.trusting if flags & CD else self.validating
        failed = self.library.ub_resolve(context, b".".join(labels) + b".", kind, 1,
                                         ctypes.byref(result))
        head = QR | RD | RA | flags & CD
        if failed or result[0].bogus or not result[0].answer_packet:
            code = SERVFAIL if failed or result[0].bogus else result[0].rcode
            answer = HEADER.pack(number, head | code, 1, 0, 0, 0) + question
        else:
            packet = ctypes.string_at(result[0].answer_packet, result[0].answer_len)
            old, = struct.unpack_from("!H", packet, 2)
            head |= old & RCODE | (AD if result[0].secure else 0)
            answer = struct.pack("!HH", number, head) + packet[4:]
        if not failed:
            self.library.ub_resolve_free(result)
        return answer

    def serve(self, where):
        listener = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        listener.bind((where, 53))

        def answer(query, client):
            listener.sendto(self._answer(query), client)

        def accept():
            while True:
                threading.Thread(target=answer, args=listener.recvfrom(65535),
                                 daemon=True).start()

        threading.Thread(target=accept, daemon=True).start()
