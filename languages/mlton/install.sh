#!/bin/sh
# Makes program, the compiler with the main file's .mlb in its place where there is one: that is how MLton knows a program's other files.
set -eu

cat >program <<'SCRIPT'
#!/bin/sh
# program MAIN OPTION...
set -eu
main=$1
shift
if [ -e "${main%.*}.mlb" ]; then main=${main%.*}.mlb; fi
exec mlton "$@" "$main"
SCRIPT
chmod 0755 program
