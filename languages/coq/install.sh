#!/bin/sh
# Makes in-order, which checks a file and, before it, those in the same folder that it requires.
set -eu

cat >in-order <<'SCRIPT'
#!/bin/sh
# in-order MAIN
set -eu
set -f
main=$1
set +f
for file in $(coqdep -sort -Q . "" ./*.v 2>/dev/null); do
    file=${file#./}
    if [ "$file" != "$main" ]; then coqc -q -noglob -Q . "" "$file"; fi
done
exec coqc -q -noglob -Q . "" "$main"
SCRIPT
chmod 0755 in-order
