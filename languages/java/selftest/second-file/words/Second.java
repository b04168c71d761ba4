package words;

public class Second {
    public static String text() {
        return "from the second file";
    }
}
