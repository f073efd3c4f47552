#!/usr/bin/env python3
"""Draw logo.png and amara.png of shapes, so that nobody's photo and nobody's mark is in this example (Python 3, nothing else)."""

import pathlib
import struct
import zlib

HERE = pathlib.Path(__file__).resolve().parent
FINE = 4  # points looked at along each side of a pixel


def circle(x, y, radius):
    return lambda px, py: (px - x) ** 2 + (py - y) ** 2 <= radius**2


def oval(x, y, width, height):
    return lambda px, py: ((px - x) / width) ** 2 + ((py - y) / height) ** 2 <= 1


def polygon(*corners):
    def holds(px, py):
        inside = False
        for (ax, ay), (bx, by) in zip(corners, corners[1:] + corners[:1]):
            if (ay > py) != (by > py) and px < (bx - ax) * (py - ay) / (by - ay) + ax:
                inside = not inside
        return inside

    return holds


def pixel(shapes, ground, x, y):
    """The mean of the colours of the topmost shapes over it."""
    sums = [0, 0, 0, 0]
    for i in range(FINE * FINE):
        px, py = x + (i % FINE + 0.5) / FINE, y + (i // FINE + 0.5) / FINE
        colour = next((colour for holds, colour in reversed(shapes) if holds(px, py)), ground)
        sums = [total + part for total, part in zip(sums, colour)]
    return bytes(total // (FINE * FINE) for total in sums)


def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def draw(name, width, height, shapes, ground):
    rows = b"".join(b"\0" + b"".join(pixel(shapes, ground, x, y) for x in range(width)) for y in range(height))
    header = struct.pack(">IIBBBBB", width, height, 8, 6, 0, 0, 0)
    (HERE / name).write_bytes(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows, 9)) + chunk(b"IEND", b""))


def main():
    deep, accent, light = (23, 58, 94, 255), (31, 108, 160, 255), (122, 178, 214, 255)
    # Three towers of a skyline, cut by a wing.
    draw("logo.png", 160, 40, [
        (polygon((40, 37), (40, 20), (55, 16), (55, 37)), light),
        (polygon((59, 37), (59, 12), (73, 7), (73, 37)), accent),
        (polygon((77, 37), (77, 19), (92, 15), (92, 37)), deep),
        (polygon((0, 33), (124, 24), (152, 1), (160, 3), (137, 27), (0, 39)), (255, 255, 255, 255)),
        (polygon((0, 35), (125, 26), (153, 2), (159, 3), (136, 25), (0, 37)), deep),
    ], (255, 255, 255, 0))
    skin, hair, cloth = (196, 138, 98, 255), (52, 34, 30, 255), (180, 74, 58, 255)
    draw("amara.png", 160, 160, [
        (oval(80, 74, 50, 56), hair),
        (polygon((34, 70), (126, 70), (132, 126), (28, 126)), hair),
        (oval(80, 170, 66, 44), cloth),
        (polygon((66, 100), (94, 100), (98, 134), (62, 134)), (176, 120, 84, 255)),
        (oval(80, 78, 34, 42), skin),
        (polygon((44, 62), (60, 38), (100, 34), (118, 64), (96, 50), (62, 54)), hair),
        (circle(67, 76, 3.6), hair),
        (circle(93, 76, 3.6), hair),
        (oval(80, 98, 13, 8), (150, 58, 58, 255)),
        (oval(80, 94, 14, 7), skin),
    ], (224, 233, 242, 255))


if __name__ == "__main__":
    main()
