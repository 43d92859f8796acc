package vorsprung.benchmarks.contestant;

import java.io.BufferedReader;
import java.util.ArrayList;
import java.util.List;
import vorsprung.benchmarks.figure.Measurement;
import vorsprung.benchmarks.figure.Spread;

/** {@code vorsprung company openai} against a running demo, the whole process, and a hello world with the same options. */
final class CompanyCommand implements Work {
    private static final int TIMES = 10;
    private static final String API = "query API";

    @Override
    public Measurement run(Assignment assignment) throws Exception {
        Process demo = new ProcessBuilder(Start.demo(assignment.folder()))
                .redirectErrorStream(true)
                .start();
        try (BufferedReader output = demo.inputReader()) {
            String line = output.readLine();
            while (line != null && !line.strip().startsWith(API)) {
                line = output.readLine();
            }
            if (line == null) {
                throw new IllegalStateException("the demo ended before it was ready");
            }
            Measurement measured = measured(line.strip().substring(API.length()).strip());
            demo.toHandle().destroy();
            output.transferTo(java.io.Writer.nullWriter());
            return measured;
        } finally {
            demo.destroy();
            demo.waitFor();
        }
    }

    /** One after the other by turns, so that a busy moment falls on both. */
    private static Measurement measured(String url) throws Exception {
        List<Double> command = new ArrayList<>();
        List<Double> hello = new ArrayList<>();
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < TIMES; i++) {
            command.add(Commands.millis(Commands.vorsprung("company", "openai", "--url", url)));
            hello.add(Commands.millis(Commands.java(HelloWorld.class)));
            ratios.add(command.get(i) / hello.get(i));
        }
        return Measurement.empty()
                .with("company-ms", Spread.of(command).median())
                .with("hello-ms", Spread.of(hello).median())
                .with("company÷hello", Spread.of(ratios).median());
    }
}
