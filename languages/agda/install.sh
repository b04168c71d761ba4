#!/bin/sh
# Makes build, the compiler with Agda's own modules as compiled for the first program.
set -eu
source=$1

cat >build <<'SCRIPT'
#!/bin/sh
set -eu
cp -r /opt/agda/compiled /tmp/agda
agda -v0 -i . -i /usr/share/agda-stdlib/src --compile --compile-dir=/tmp/agda --ghc-flag=-O0 --ghc-flag=-dynamic --ghc-flag=-v0 "$@"
cp /tmp/agda/Main Main
SCRIPT
chmod 0755 build

mkdir compiled
work=$(mktemp -d)
cp "$source/hello.agda" "$work/Main.agda"
cd "$work"
sh /opt/agda/build Main.agda
rm -r /opt/agda/compiled /tmp/agda/Main /tmp/agda/MAlonzo/Code/Main.*
mv /tmp/agda /opt/agda/compiled
