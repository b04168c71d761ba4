// attacks: 16: the stack is memory too
// limits: memory=512MiB cpu=5s wall=20s
class Main {
    static int depth(int level) {
        return depth(level + 1) + 1;
    }

    public static void main(String[] args) {
        System.out.println(depth(0));
    }
}
