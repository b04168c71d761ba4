#!/bin/sh
# Takes away what only programs for other systems need, and makes build, the compiler with a cache that it may write to, and the cache.
set -eu
source=$1

chmod 0755 python/ziglang/zig
cd python/ziglang/lib
rm -rf libc/mingw libc/wasi libc/musl libc/darwin libc/*bsd libtsan docs
for headers in libc/include/*; do
    case ${headers##*/} in
        x86_64-linux-* | x86-linux-* | generic-glibc | any-linux-any) ;;
        *) rm -r "$headers" ;;
    esac
done
cd /opt/zig

cat >build <<'SCRIPT'
#!/bin/sh
# The cache's large part is linked, the rest is copied: the compiler writes to it. Without a cache it compiles everything.
set -eu
export ZIG_GLOBAL_CACHE_DIR=/tmp/zig ZIG_LOCAL_CACHE_DIR=/tmp/zig-local
if [ -e /opt/zig/cache ]; then
    mkdir -p /tmp/zig/o
    ln -s /opt/zig/cache/o/* /tmp/zig/o/
    for part in /opt/zig/cache/*; do
        if [ "$part" != /opt/zig/cache/o ]; then cp -r "$part" /tmp/zig/; fi
    done
fi
exec /opt/zig/python/ziglang/zig build-exe -mcpu baseline --color off "$@"
SCRIPT
chmod 0755 build

work=$(mktemp -d)
cp "$source/hello.zig" "$work/main.zig"
cd "$work"
for mode in Debug "ReleaseSafe -fsingle-threaded -fstrip" "ReleaseFast -fsingle-threaded -fstrip" "ReleaseSmall -fsingle-threaded -fstrip"; do
    # shellcheck disable=SC2086 # words
    ZIG_GLOBAL_CACHE_DIR=/tmp/zig ZIG_LOCAL_CACHE_DIR=/tmp/zig-local /opt/zig/python/ziglang/zig build-exe -mcpu baseline -O $mode -femit-bin=main main.zig
done
mv /tmp/zig /opt/zig/cache
