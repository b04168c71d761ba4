import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Scanner;
import java.util.stream.Collectors;

/// Compiled once when the root file system is built, so that the classes of javac that common programs need are in
/// its AOT cache: generics, lambdas, records, sealed types, switches, streams, text blocks, a warning.
class Warmup {

    sealed interface Shape permits Circle, Square {}

    record Circle(double radius) implements Shape {}

    record Square(double side) implements Shape {}

    enum Colour {
        RED,
        GREEN
    }

    interface Visitor<T extends Comparable<T>> {
        T visit(Shape shape) throws Exception;
    }

    static double area(Shape shape) {
        if (shape instanceof Circle circle && circle.radius() > 0) {
            return Math.PI * circle.radius() * circle.radius();
        }
        return shape instanceof Square square ? square.side() * square.side() : 0;
    }

    static int value(Colour colour) {
        return switch (colour) {
            case RED -> 1;
            case GREEN -> {
                int two = 2;
                yield two;
            }
        };
    }

    static <K, V extends Comparable<V>> List<K> byValue(Map<K, V> map) {
        return map.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toList());
    }

    public static void main(String[] args) throws Exception {
        Scanner in = new Scanner(System.in);
        int n = args.length > 0 ? Integer.parseInt(args[0]) : 3;
        int[][] grid = new int[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                grid[i][j] = i ^ j;
            }
        }
        Map<String, Integer> count = new HashMap<>();
        while (in.hasNext()) {
            count.merge(in.next(), 1, Integer::sum);
        }
        List raw = new ArrayList();
        raw.add("unchecked");
        Runnable task =
                () -> {
                    String text =
                            """
                            A block
                            """;
                    System.out.println(text + byValue(count) + raw);
                };
        try {
            new Thread(task).start();
            Visitor<Double> visitor = Warmup::area;
            System.out.printf("%.2f %s%n", visitor.visit(new Circle(n)), Colour.valueOf("RED"));
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new IllegalStateException(e.getMessage(), e);
        } finally {
            in.close();
        }
        StringBuilder out = new StringBuilder();
        label:
        for (char c = 'a'; c <= 'z'; c++) {
            switch (c) {
                case 'c':
                    continue label;
                case 'x':
                    break label;
                default:
                    out.append(c);
            }
        }
        do {
            n--;
        } while (n > 0);
        System.out.println(out);
    }
}
