// attacks: 65
// expect: stdoutBytes=0 stderrBytes=0
class Main {
    public static void main(String[] args) throws Exception {
        System.in.close();
        System.out.close();
        System.err.close();
        Thread.sleep(100);
        System.out.println("nobody hears this");
    }
}
