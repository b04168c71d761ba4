#!/bin/sh
# Makes program, the compiler with the main file's .mlb in its place where there is one: that is how MLton knows a program's other files.
set -eu
source=$1

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
install -m 0755 "$source/wait.pl" wait
