// attacks: 145, 153: whether one type is the other is asked anew, with a longer type, without end
// or: limit_cpu_time limit_memory exited_3 exited_4
// step: compile
// limits: cpu=5s wall=20s
// expect: stderrBytes<=65536
class Main {
    interface Contra<T> {
    }

    static class Loop<T> implements Contra<Contra<? super Loop<Loop<T>>>> {
        Contra<? super Loop<T>> turn() {
            return this;
        }
    }

    public static void main(String[] args) {
        System.out.println(new Loop<Byte>().turn());
    }
}
