#!/bin/sh
# Makes format, Free Pascal's pretty printer as a filter, with words in lower case.
set -eu

ptop -g ptop.cfg
sed -i 's/capital/lower/' ptop.cfg
cat >format <<'SCRIPT'
#!/bin/sh
set -eu
cat >/tmp/in.pas
ptop -i 2 -l 120 -c /opt/pascal/ptop.cfg /tmp/in.pas /tmp/out.pas >&2
sed 's/ *$//' /tmp/out.pas | sed '/./,$!d'
SCRIPT
chmod 0755 format
