# attacks: 66: every byte arrives
# expect: stdoutBytes=300
import os

os.write(1, bytes(range(256)) + b"\xed\xa0\x80" * 10 + b"\x00" * 5 + b"\xff\xfe\xef\xbf\xbe" + b"\xf4\x90\x80\x80")
