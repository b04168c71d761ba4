import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;

public class Main {
    public static void main(String[] args) throws IOException {
        System.out.println("äöü ∀ 日本 🎉");
        System.out.println(new BufferedReader(new InputStreamReader(System.in)).readLine());
    }
}
