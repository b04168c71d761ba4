#!/bin/sh
# clang++ WORD…: as g++ finds a precompiled bits/stdc++.h by itself, gives Clang one where it changes nothing: when each file begins with that header
# and no flag is such that the header wouldn't fit.

standard=
fits=yes
for word; do
    case $word in
        -std=*) standard=${word#-std=} ;;
        -O2 | -W* | -w | -pthread | -fuse-ld=mold | -fno-color-diagnostics | -ferror-limit=* | -ftabstop=* | -o | main) ;;
        -*) fits= ;;
        *) [ "$(grep -m 1 '^[[:space:]]*#' "$word" | tr -d '[:space:]"<>')" = '#includebits/stdc++.h' ] || fits= ;;
    esac
done
header=/opt/cpp/clang/$standard.pch
if [ "$fits" ] && [ -e "$header" ]; then set -- -include-pch "$header" "$@"; fi
exec /usr/bin/clang++ "$@"
