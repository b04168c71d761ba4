// attacks: 64: nobody types
// terminal: too
// stdin: open
// limits: wall=700ms
// expect: wall>=700ms
class Main {
    public static void main(String[] args) throws Exception {
        System.out.println(System.in.read());
    }
}
