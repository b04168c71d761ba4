#!/bin/sh
# Makes build, the compiler with a cache of compiled types that it may write to, and the cache.
set -eu
source=$1

cat >build <<'SCRIPT'
#!/bin/sh
set -eu
cp -r /opt/crystal/cache "$TMPDIR/crystal"
export CRYSTAL_CACHE_DIR="$TMPDIR/crystal"
exec crystal build "$@"
SCRIPT
chmod 0755 build

# The cache is kept by the main file's path.
mkdir -p cache /work
cd /work
for program in "$source/hello.cr" "$source/warmup.cr"; do
    cp "$program" main.cr
    GC_MARKERS=1 CRYSTAL_CACHE_DIR=/opt/crystal/cache crystal build --threads 1 -o main main.cr
done
rm -f main main.cr
