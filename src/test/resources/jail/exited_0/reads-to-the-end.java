// attacks: 64
// terminal: too
// stdin: one\ntwo\n
// expect: stdout=8
class Main {
    public static void main(String[] args) throws Exception {
        System.out.println(System.in.readAllBytes().length);
    }
}
