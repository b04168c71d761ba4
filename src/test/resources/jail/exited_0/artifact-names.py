# attacks: 89, 97: names that are no text, or lead elsewhere when somebody splits them
# profile: compile
# collect: *
# expect: files>=5
for name in (b"line\nbreak", b"carriage\rreturn", b"-o", b"@list", b"tab\t", b"\x1b[2J\x1b]0;title\x07", b"<script>alert(1)<", b"..\\..\\x", b"C:", b"a:b",
             b"\xff\xfe", b"\xc0\xae\xc0\xae", b"\xe2\x80\xae.txt", b" ", b".", b"...", b"$HOME", b"`id`", b"%s%n", b"x" * 255, b"ok"):
    try:
        with open(name, "w") as file:
            file.write("x")
    except OSError:
        pass
print("held")
