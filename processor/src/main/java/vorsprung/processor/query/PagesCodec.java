package vorsprung.processor.query;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;

/**
 * How pages cross from one instance to another. Lengths before bytes, big-endian; the version is in the path that they
 * are asked under, so another layout is another path.
 */
public final class PagesCodec {
    private static final int MOST_STRETCHES = 64;
    private static final int LONGEST = 1 << 26;

    private PagesCodec() {}

    /** The request's bytes, without store and partition, which are in the path. */
    public static byte[] write(PagesRequest request) {
        return bytes(out -> {
            out.writeBoolean(request.acceptCopy());
            out.writeInt(request.stretches().size());
            for (Stretch stretch : request.stretches()) {
                write(out, stretch.from());
                write(out, stretch.to());
                out.writeBoolean(stretch.descending());
                out.writeInt(stretch.mostBytes());
            }
        });
    }

    /**
     * The request to a store's partition in these bytes.
     *
     * @throws UncheckedIOException if they are not one
     */
    public static PagesRequest request(String store, int partition, byte[] bytes) {
        return read(bytes, in -> {
            boolean acceptCopy = in.readBoolean();
            int count = length(in.readInt(), MOST_STRETCHES);
            List<Stretch> stretches = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                stretches.add(new Stretch(readBytes(in), readBytes(in), in.readBoolean(), in.readInt()));
            }
            return new PagesRequest(store, partition, acceptCopy, stretches);
        });
    }

    /** The answer's bytes. */
    public static byte[] write(PagesAnswer answer) {
        return bytes(out -> {
            out.writeUTF(answer.position());
            out.writeBoolean(answer.lag().isPresent());
            if (answer.lag().isPresent()) {
                out.writeLong(answer.lag().get().records());
                out.writeLong(answer.lag().get().ms());
            }
            out.writeInt(answer.pages().size());
            for (Page page : answer.pages()) {
                write(out, page);
            }
        });
    }

    /**
     * The answer in these bytes.
     *
     * @throws UncheckedIOException if they are not one
     */
    public static PagesAnswer answer(byte[] bytes) {
        return read(bytes, in -> {
            String position = in.readUTF();
            Optional<Lag> lag =
                    in.readBoolean() ? Optional.of(new Lag(in.readLong(), in.readLong())) : Optional.empty();
            int count = length(in.readInt(), MOST_STRETCHES);
            List<Page> pages = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                pages.add(page(in));
            }
            return new PagesAnswer(position, lag, pages);
        });
    }

    private static void write(DataOutputStream out, Page page) throws IOException {
        out.writeInt(page.entries().size());
        for (Entry<byte[], byte[]> entry : page.entries()) {
            write(out, entry.getKey());
            write(out, entry.getValue());
        }
        out.writeBoolean(page.more());
    }

    private static Page page(DataInputStream in) throws IOException {
        int count = length(in.readInt(), LONGEST);
        List<Entry<byte[], byte[]>> entries = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            entries.add(Map.entry(readBytes(in), readBytes(in)));
        }
        return new Page(entries, in.readBoolean());
    }

    private static void write(DataOutputStream out, byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static byte[] readBytes(DataInputStream in) throws IOException {
        int length = length(in.readInt(), LONGEST);
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new IOException("expected " + length + " bytes, found " + bytes.length);
        }
        return bytes;
    }

    private static int length(int length, int most) throws IOException {
        if (length < 0 || length > most) {
            throw new IOException("expected a length from 0 to " + most + ", found " + length);
        }
        return length;
    }

    private interface Writing {
        void to(DataOutputStream out) throws IOException;
    }

    private static byte[] bytes(Writing writing) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            writing.to(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private interface Reading<T> {
        T from(DataInputStream in) throws IOException;
    }

    private static <T> T read(byte[] bytes, Reading<T> reading) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            return reading.from(in);
        } catch (IOException e) {
            throw new UncheckedIOException("pages cannot be read: " + e.getMessage(), e);
        }
    }
}
