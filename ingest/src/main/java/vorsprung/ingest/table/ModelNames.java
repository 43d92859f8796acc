package vorsprung.ingest.table;

import java.util.regex.Pattern;

/**
 * The model behind a version's name in Epoch AI's benchmark tables, where "openai/o3-2025-04-16_high" is the model o3 at
 * an effort setting, served by somebody. The date is left to the directory, which has a rule for all publishers.
 */
final class ModelNames {
    private static final Pattern SERVED_BY = Pattern.compile("^[A-Za-z0-9-]+/");
    private static final Pattern SETTING =
            Pattern.compile("_(none|minimal|low|medium|high|xhigh|max|unknown|thinking|\\d+[kK])$");
    private static final Pattern REVISION = Pattern.compile("-v\\d+:\\d+$");

    private ModelNames() {}

    static String base(String version) {
        String name = SERVED_BY.matcher(version.strip()).replaceFirst("");
        name = SETTING.matcher(name).replaceFirst("");
        return REVISION.matcher(name).replaceFirst("");
    }
}
