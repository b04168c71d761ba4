#!/bin/sh
# Makes program, which compiles each file by itself and links what the main file's interface requires.
set -eu

cat >program <<'SCRIPT'
#!/bin/sh
# program MAIN FILE...
set -euf
interface=${1%.*}.smi
shift
if [ ! -e "$interface" ]; then echo '_require "basis.smi"' >"$interface"; fi
for file; do
    case $file in
        *.sml) smlsharp -c -o "${file%.*}.o" "$file" ;;
    esac
done
exec smlsharp -o main "$interface"
SCRIPT
chmod 0755 program
