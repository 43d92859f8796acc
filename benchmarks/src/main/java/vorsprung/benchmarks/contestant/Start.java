package vorsprung.benchmarks.contestant;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import vorsprung.benchmarks.figure.Measurement;

/** The demo until all of its history can be queried, against a bare broker until its first record is acknowledged. */
final class Start implements Work {

    @Override
    public Measurement run(Assignment assignment) throws Exception {
        double brokerFresh = broker(assignment);
        double demoFresh = demo(assignment);
        double demoRestart = demo(assignment);
        double brokerRestart = broker(assignment);
        return Measurement.empty()
                .with("broker-fresh-ms", brokerFresh)
                .with("demo-fresh-ms", demoFresh)
                .with("demo÷broker-fresh", demoFresh / brokerFresh)
                .with("broker-restart-ms", brokerRestart)
                .with("demo-restart-ms", demoRestart)
                .with("demo÷broker-restart", demoRestart / brokerRestart);
    }

    private static double broker(Assignment assignment) throws IOException, InterruptedException {
        String folder = assignment.folder().resolve("broker").toString();
        return Commands.millisUntil(FirstRecord.SAID::equals, Commands.java(FirstRecord.class, folder));
    }

    private static double demo(Assignment assignment) throws IOException, InterruptedException {
        return Commands.millisUntil(line -> line.equals("ready"), demo(assignment.folder()));
    }

    /** The demo's command line, on free ports. */
    static List<String> demo(Path folder) {
        return Commands.vorsprung(
                "demo",
                "--data-dir",
                folder.resolve("demo").toString(),
                "--port=0",
                "--gateway-port=0",
                "--registry-port=0",
                "--kafka-port=0");
    }
}
