#!/bin/sh
# GNUstep's flags and libraries as files for gcc, its headers precompiled with these flags, and all-files.
set -eu

# Not the files of dependencies that a makefile would want.
gnustep-config --objc-flags | sed "s/-MMD -MP//; s/-O2//; s/$/ -Wno-elaborated-enum-base -Wno-subobject-linkage/; s/^/-I\/opt\/objectivecpp\/headers /" >flags
gnustep-config --base-libs >libs

mkdir -p headers/Foundation
echo '#import <Foundation/Foundation.h>' >/tmp/all.h
g++ @flags -std=gnu++20 -O1 -Wall -x objective-c++-header -o headers/Foundation/Foundation.h.gch /tmp/all.h

cat >all-files <<'SCRIPT'
#!/bin/sh
# all-files COMMAND... -- FILE...
set -euf
command=
while [ "$1" != -- ]; do
    command="$command $1"
    shift
done
shift
files=
for file; do
    case $file in
        *.h) ;;
        *) files="$files $file" ;;
    esac
done
# shellcheck disable=SC2086 # both are lists of words
exec $command $files @/opt/objectivecpp/libs
SCRIPT
chmod 0755 all-files
