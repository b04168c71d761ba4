// attacks: 145: an annotation processor beside the program, named where compilers look for them: it doesn't run
@SuppressWarnings("all")
class Main {
    public static void main(String[] args) {
        System.out.println(new java.io.File("/work/processed").exists() || new java.io.File("processed").exists() ? "it ran" : "held");
    }
}
