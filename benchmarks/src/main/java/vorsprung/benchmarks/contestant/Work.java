package vorsprung.benchmarks.contestant;

import vorsprung.benchmarks.figure.Measurement;

/** What a contestant does, once, in a fresh process. */
interface Work {

    /** Does it; what it took. */
    Measurement run(Assignment assignment) throws Exception;
}
