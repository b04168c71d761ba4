# attacks: 130
import os

allowed = {"PATH", "HOME", "TMPDIR", "LANG", "CANARY_FILE", "CANARY_PORT", "LC_CTYPE"}
for name in sorted(set(os.environ) - allowed):
    print("variable", name)
print("held")
