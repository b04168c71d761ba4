# language: nim
# attacks: 144: staticExec and staticRead, in the compile jail
import std/[os, strutils]

const
  shadow = staticExec("cat /etc/shadow @CANARY_FILE@ 2> /dev/null; hostname")
  gorged = gorgeEx("cat /proc/1/environ; cat @CANARY_FILE@")

if shadow.strip() notin ["", "box"] or gorged.exitCode == 0:
  echo shadow, gorged.output
if fileExists("@CANARY_FILE@"):
  echo "the canary"
echo "held"
