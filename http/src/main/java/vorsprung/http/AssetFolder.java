package vorsprung.http;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.util.regex.Pattern;

/**
 * The files of a folder on the class path and below it, served below a path.
 *
 * @param path path of the URL, without a slash at its end
 * @param folder name of the folder on the class path, without a slash at its end
 */
public record AssetFolder(String path, String folder) implements Routes {
    /** Plain names only, so that nothing outside the folder can be meant. */
    private static final Pattern NAME = Pattern.compile("[\\w-]+(/[\\w-]+)*(\\.[\\w-]+)+");

    @Override
    public void addTo(JavalinConfig server) {
        server.routes.get(path + "/<file>", this::answer);
    }

    private void answer(Context request) {
        String name = request.pathParam("file");
        if (!NAME.matcher(name).matches()) {
            throw unknown();
        }
        ClassPathFile.find(folder + '/' + name)
                .orElseThrow(AssetFolder::unknown)
                .answer(request);
    }

    private static ProblemException unknown() {
        return Problem.of(404, "There is no such file").exception();
    }
}
