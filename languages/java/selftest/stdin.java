import java.util.Scanner;

public class Sum {
    public static void main(String[] args) {
        Scanner in = new Scanner(System.in);
        System.out.println(in.nextInt() + in.nextInt());
        in.nextLine();
        while (in.hasNextLine()) {
            System.out.println(in.nextLine());
        }
    }
}
