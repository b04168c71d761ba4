public class Main {
    public static void main(String[] args) throws Exception {
        String data = new String(System.in.readAllBytes()).strip();
        if (!data.equals("ping")) {
            Thread.currentThread().setName(data);
            throw new IllegalStateException(data);
        }
        System.out.println("pong");
    }
}
