package vorsprung.benchmarks.contestant;

/** The least that a Java program can be. */
final class HelloWorld {
    private HelloWorld() {}

    public static void main(String[] none) {
        System.out.println("Hello, world");
    }
}
