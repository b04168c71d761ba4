// attacks: 13: would end beyond its limit
// limits: cpu=1300ms wall=20s
import java.lang.management.ManagementFactory;

class Main {
    public static void main(String[] args) {
        var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        while (system.getProcessCpuTime() < 1.6 * 1e9 * @TIME_FACTOR@) {
        }
        System.out.println("held");
    }
}
