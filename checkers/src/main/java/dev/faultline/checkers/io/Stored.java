package dev.faultline.checkers.io;

import dev.faultline.checkers.Meter;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** A file, perhaps compressed with gzip, which its first two bytes tell. */
record Stored(Path path, Meter meter) {
    private static final int MAGIC = 0x1f8b;

    String name() {
        return path.toString();
    }

    InputStream open() throws IOException {
        InputStream in = new BufferedInputStream(new Metered(Files.newInputStream(path), Files.size(path), meter));
        try {
            return isCompressed(in) ? new GZIPInputStream(in, 1 << 16) : in;
        } catch (ZipException | EOFException e) {
            in.close();
            throw new Place(name(), 1, 1).incomplete(e);
        }
    }

    private static boolean isCompressed(InputStream in) throws IOException {
        in.mark(2);
        int magic = (in.read() << Byte.SIZE) | in.read();
        in.reset();
        return magic == MAGIC;
    }

    /** Tells a meter how many bytes of the file are read. */
    private static final class Metered extends FilterInputStream {
        private final long total;
        private final Meter meter;
        private long done;

        Metered(InputStream in, long total, Meter meter) {
            super(in);
            this.total = total;
            this.meter = meter;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int count = super.read(bytes, from, length);
            if (count > 0) {
                done += count;
                meter.at(done, total);
            }
            return count;
        }
    }
}
