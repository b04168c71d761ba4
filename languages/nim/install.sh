#!/bin/sh
# Makes build, the compiler with a cache that it may write to, the cache, and format.
set -eu
source=$1

cat >build <<'SCRIPT'
#!/bin/sh
set -eu
cp -r /opt/nim/cache /tmp/nim
exec nim c --nimcache:/tmp/nim "$@"
SCRIPT
cat >format <<'SCRIPT'
#!/bin/sh
set -eu
cat >/tmp/main.nim
nimpretty --indent:2 --out:/tmp/out.nim /tmp/main.nim >&2
cat /tmp/out.nim
SCRIPT
chmod 0755 build format

# Its files know where they are and where the main file is: the places that jails have.
mkdir -p /work
cd /work
cp "$source/hello.nim" main.nim
nim c --hints:off --colors:off --nimcache:/tmp/nim -o:main main.nim
rm -f main main.nim
mv /tmp/nim /opt/nim/cache
