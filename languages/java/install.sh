#!/bin/sh
# Makes /opt/java/compile.jar, javac behind Compile.java, and for each JDK in this root an archive of its classes that lets it start in a third of
# the time; the same for the formatter. The JVMs' flags must be those of language.yaml and versions/, and the jars must not change afterwards.
set -eu
source=$1

mkdir classes
javac --release 17 -d classes "$source/Compile.java"
jar --create --file compile.jar -C classes .
rm -r classes

# Programs that use what most programs use.
work=$(mktemp -d)
cp "$source/hello.java" "$work/Main.java"
cp "$source/Warmup.java" "$source/Patterns.java" "$work/"

flags="-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:-UsePerfData -XX:ActiveProcessorCount=2 -Xmx716m"
for version in 25 21 17; do
    home=/usr/lib/jvm/java-$version-openjdk-$(dpkg --print-architecture)
    if [ ! -x "$home/bin/javac" ]; then continue; fi
    ln -s "$home" "$version"
    case $version in
        25) archive=-XX:AOTCacheOutput=/opt/java/compile.aot files='Main.java Warmup.java Patterns.java' ;;
        *) archive=-XX:ArchiveClassesAtExit=/opt/java/compile-$version.jsa files='Main.java Warmup.java' ;;
    esac
    # shellcheck disable=SC2086 # words
    (cd "$work" && "$home/bin/java" $flags -Xss16m "$archive" -cp /opt/java/compile.jar Compile $files)
    test -s "${archive#*=}"
done
rm -r "$work"

{
    # shellcheck disable=SC2086 # words
    printf '%s\n' $flags -Xlog:disable
    for package in api code file parser tree util; do
        echo "--add-exports=jdk.compiler/com.sun.tools.javac.$package=ALL-UNNAMED"
    done
    echo "-cp $(printf '%s:' /opt/java/lib/*.jar | sed 's/:$//')"
} >format.args
java -XX:ArchiveClassesAtExit=/opt/java/format.jsa @format.args com.google.googlejavaformat.java.Main --aosp - <"$source/Warmup.java" >/dev/null
printf '%s\n' -XX:SharedArchiveFile=/opt/java/format.jsa com.google.googlejavaformat.java.Main --aosp - >>format.args
