package dev.sandlot.sandbox.nsjail;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
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
        try (Stream<Path> children = Files.list(folder)) {
            return children.filter(Files::isDirectory).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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

    private static String first(Pattern pattern, String text) {
        Matcher match = pattern.matcher(text);
        if (!match.find()) {
            throw new IllegalStateException("No " + pattern + " in " + CONFIGURATION);
        }
        return match.group(1);
    }
}
