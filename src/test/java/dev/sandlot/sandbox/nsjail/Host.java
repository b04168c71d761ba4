package dev.sandlot.sandbox.nsjail;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What this machine looks like from outside the jails.
final class Host {

    private static final Path CONFIGURATION =
            Path.of(System.getProperty("sandlot.sandbox.configuration", "/etc/sandlot/jail.conf"));
    private static final Path CGROUPS = Path.of("/sys/fs/cgroup");
    private static final List<Path> FOR_ANYONE_TO_WRITE =
            Stream.of("/tmp", "/var/tmp", "/dev/shm", "/run/lock", "/var/lock", "/var/crash", "/")
                    .map(Path::of)
                    .toList();
    private static final Pattern FIRST_UID = Pattern.compile("(?m)^first_uid *= *(\\d+)");
    private static final Pattern CGROUP = Pattern.compile("(?m)^cgroup *= *(\\S+)");
    private static final Pattern UID = Pattern.compile("(?m)^Uid:\\s+(\\d+)");

    private final long firstUid;
    private final String cgroup;

    private Host(long firstUid, String cgroup) {
        this.firstUid = firstUid;
        this.cgroup = cgroup;
    }

    static Host read() throws IOException {
        String configuration = Files.readString(CONFIGURATION);
        return new Host(
                Long.parseLong(first(FIRST_UID, configuration)), first(CGROUP, configuration));
    }

    /// The names of the processes that run as the user of a slot, zombies left out.
    List<String> processesOf(int slot) {
        List<String> names = new ArrayList<>();
        try (var processes = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
            for (Path process : processes) {
                addIfOf(slot, process, names);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return names;
    }

    private void addIfOf(int slot, Path process, List<String> names) {
        try {
            String status = Files.readString(process.resolve("status"), UTF_8);
            Matcher uid = UID.matcher(status);
            boolean zombie = status.contains("State:\tZ");
            if (uid.find() && Long.parseLong(uid.group(1)) == firstUid + slot && !zombie) {
                names.add(status.lines().findFirst().orElse("").replace("Name:\t", ""));
            }
        } catch (IOException e) {
            // It ended while we looked.
        }
    }

    /// The job cgroups of a slot, each hierarchy counted once.
    List<Path> cgroupsOf(int slot) {
        return parents().flatMap(Host::children).filter(path -> isOf(slot, path)).toList();
    }

    /// The slots in which a jail of this JVM is now.
    List<Integer> ownSlots() {
        return ProcessHandle.current()
                .descendants()
                .map(Host::uid)
                .filter(uid -> uid >= firstUid)
                .map(uid -> (int) (uid - firstUid))
                .distinct()
                .toList();
    }

    private static long uid(ProcessHandle process) {
        try {
            Path status = Path.of("/proc", String.valueOf(process.pid()), "status");
            Matcher uid = UID.matcher(Files.readString(status));
            return uid.find() ? Long.parseLong(uid.group(1)) : -1;
        } catch (IOException e) {
            return -1; // It ended while we looked.
        }
    }

    private static boolean isOf(int slot, Path path) {
        String name = path.getFileName().toString();
        return name.equals("slot" + slot) || name.startsWith("slot" + slot + "-");
    }

    private Stream<Path> parents() {
        return Stream.concat(
                        Stream.of(CGROUPS.resolve(cgroup)),
                        children(CGROUPS).map(hierarchy -> hierarchy.resolve(cgroup)))
                .filter(Files::isDirectory);
    }

    private static Stream<Path> children(Path folder) {
        return entries(folder).filter(Files::isDirectory);
    }

    private static Stream<Path> entries(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Files that a slot's user owns where anyone may make some.
    List<Path> filesOf(int slot) {
        return FOR_ANYONE_TO_WRITE.stream()
                .filter(Files::isDirectory)
                .flatMap(Host::entries)
                .filter(path -> owner(path) == firstUid + slot)
                .toList();
    }

    private static long owner(Path path) {
        try {
            return (Integer) Files.getAttribute(path, "unix:uid", LinkOption.NOFOLLOW_LINKS);
        } catch (IOException e) {
            return -1; // It went while we looked.
        }
    }

    /// How often all jobs together wanted more memory than is theirs: the host itself never ran
    /// short because of them while this stays as it is.
    long memoryCeilingHits() {
        return parents().mapToLong(Host::ceilingHits).sum();
    }

    private static long ceilingHits(Path parent) {
        return number(parent.resolve("memory.failcnt"), "")
                + number(parent.resolve("memory.events.local"), "max ");
    }

    /// The number after the word in a file of the kernel's; 0 when there is no such file.
    private static long number(Path file, String word) {
        try {
            return Files.readAllLines(file).stream()
                    .filter(line -> line.startsWith(word))
                    .mapToLong(line -> Long.parseLong(line.substring(word.length())))
                    .sum();
        } catch (IOException e) {
            return 0;
        }
    }

    int hierarchies() {
        return (int) parents().count();
    }

    List<String> mounts() {
        try {
            return Files.readAllLines(Path.of("/proc/self/mountinfo"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static long freeDiskBytes() throws IOException {
        return Files.getFileStore(Path.of("/")).getUnallocatedSpace();
    }

    static long freeInodes() throws IOException {
        Process stat = new ProcessBuilder("stat", "--file-system", "--format=%d", "/").start();
        try (BufferedReader lines = stat.inputReader()) {
            return Long.parseLong(lines.readLine());
        }
    }

    private static String first(Pattern pattern, String text) {
        Matcher match = pattern.matcher(text);
        if (!match.find()) {
            throw new IllegalStateException("No " + pattern + " in " + CONFIGURATION);
        }
        return match.group(1);
    }
}
