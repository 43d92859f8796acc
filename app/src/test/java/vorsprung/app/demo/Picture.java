package vorsprung.app.demo;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.awaitility.Awaitility;

/**
 * What a picture looks like from afar.
 *
 * @param width in pixels
 * @param colours how many there are: an empty one has a single
 */
record Picture(int width, long colours) {

    /** The picture in this file, once it is there and whole. */
    static Picture await(Path file) {
        return Awaitility.await()
                .ignoreExceptions()
                .until(() -> of(Objects.requireNonNull(ImageIO.read(file.toFile()))), Objects::nonNull);
    }

    private static Picture of(BufferedImage image) {
        int width = image.getWidth();
        int[] pixels = image.getRGB(0, 0, width, image.getHeight(), null, 0, width);
        return new Picture(width, Arrays.stream(pixels).distinct().count());
    }
}
