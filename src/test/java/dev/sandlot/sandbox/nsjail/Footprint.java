package dev.sandlot.sandbox.nsjail;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.UnixOperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the service holds of the host while nothing runs.
///
/// @param heapBytes of the JVM, after a collection
/// @param machineryKib resident memory of all `sandlot-jail`, nsjail and waiting `init`
record Footprint(
        long heapBytes,
        long descriptors,
        long machineryKib,
        int processes,
        int cgroups,
        List<String> mounts) {

    private static final long HEAP_SLACK = 48L << 20;
    private static final long DESCRIPTOR_SLACK = 32;
    private static final long MACHINERY_SLACK_KIB_A_PROCESS = 512;
    private static final Pattern RESIDENT = Pattern.compile("(?m)^VmRSS:\\s+(\\d+) kB");

    static Footprint of(Host host) {
        List<ProcessHandle> machinery = machinery();
        return new Footprint(
                usedHeap(),
                ManagementFactory.getPlatformMXBean(UnixOperatingSystemMXBean.class)
                        .getOpenFileDescriptorCount(),
                machinery.stream().mapToLong(Footprint::residentKib).sum(),
                machinery.size(),
                (int)
                        host.ownSlots().stream()
                                .flatMap(slot -> host.cgroupsOf(slot).stream())
                                .count(),
                host.mounts());
    }

    /// No more of anything than before, but for what comes and goes.
    void assertNotBeyond(Footprint before) {
        assertThat(processes).as("processes").isEqualTo(before.processes);
        assertThat(cgroups).as("cgroups").isEqualTo(before.cgroups);
        assertThat(mounts).as("mounts").isEqualTo(before.mounts);
        assertThat(descriptors)
                .as("open descriptors")
                .isLessThanOrEqualTo(before.descriptors + DESCRIPTOR_SLACK);
        assertThat(machineryKib)
                .as("resident KiB of the machinery")
                .isLessThanOrEqualTo(
                        before.machineryKib + MACHINERY_SLACK_KIB_A_PROCESS * processes);
        assertThat(heapBytes)
                .as("bytes of heap in use")
                .isLessThanOrEqualTo(before.heapBytes + HEAP_SLACK);
    }

    /// All that runs for the JVM but its database, whose helpers come and go.
    static List<ProcessHandle> machinery() {
        return ProcessHandle.current()
                .descendants()
                .filter(process ->
                        process.info().command().filter(it -> it.endsWith("/postgres")).isEmpty())
                .toList();
    }

    private static long usedHeap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static long residentKib(ProcessHandle process) {
        try {
            Path status = Path.of("/proc", String.valueOf(process.pid()), "status");
            Matcher resident = RESIDENT.matcher(Files.readString(status));
            return resident.find() ? Long.parseLong(resident.group(1)) : 0;
        } catch (IOException e) {
            return 0; // It ended while we looked.
        }
    }
}
