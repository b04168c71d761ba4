// attacks: 130: whatever else is there is printed
import java.util.Set;

class Main {
    public static void main(String[] args) {
        Set<String> allowed = Set.of("PATH", "HOME", "TMPDIR", "LANG", "CANARY_FILE", "CANARY_PORT");
        System.getenv().keySet().stream().filter(name -> !allowed.contains(name)).forEach(System.out::println);
        System.out.println("held");
    }
}
