"""Takes the class library out of a .NET program that is a single file: unbundle.py PROGRAM DIRECTORY.

The file holds the offset of its list of parts, before a mark; the list is a header and, for each part, offset, size, compressed size, kind
and name. Ours has nothing compressed.
"""

import pathlib
import struct
import sys

MARK = bytes.fromhex("8b1202b96a612038727b930214d7a03213f5b9e6efae3318ee3b2dce24b36aae")
HEADER, LOCATIONS, PART = struct.Struct("<IIi"), struct.Struct("<qqqqQ"), struct.Struct("<qqqB")
ASSEMBLY = 1

program, directory = pathlib.Path(sys.argv[1]).read_bytes(), pathlib.Path(sys.argv[2])


def text(at):
    """A string behind its length, which is a number of one byte or two; and where it ends."""
    length = program[at]
    at += 1
    if length & 0x80:
        length = length & 0x7F | program[at] << 7
        at += 1
    return program[at : at + length].decode(), at + length


(at,) = struct.unpack_from("<q", program, program.index(MARK) - 8)
_, _, parts = HEADER.unpack_from(program, at)
_, at = text(at + HEADER.size)
at += LOCATIONS.size
for _ in range(parts):
    offset, size, compressed, kind = PART.unpack_from(program, at)
    name, at = text(at + PART.size)
    if kind == ASSEMBLY and "/" not in name:
        assert compressed == 0, name
        (directory / name).write_bytes(program[offset : offset + size])
