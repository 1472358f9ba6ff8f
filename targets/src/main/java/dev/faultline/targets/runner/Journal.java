package dev.faultline.targets.runner;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * A file of entries, each with its length and checksum. An entry that was torn, with everything after it, is cut off when the file
 * is opened.
 */
final class Journal implements Closeable {
    private static final int HEAD = 2 * Integer.BYTES;

    private final Path file;
    private FileChannel channel;

    private Journal(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** A journal and what it holds. */
    record Opened(Journal journal, List<byte[]> entries) {}

    static Opened open(Path file) throws IOException {
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
        List<byte[]> entries = new ArrayList<>();
        int whole = 0;
        for (byte[] entry = next(bytes); entry != null; entry = next(bytes)) {
            entries.add(entry);
            whole = bytes.position();
        }
        channel.truncate(whole);
        channel.position(whole);
        channel.force(true);
        return new Opened(new Journal(file, channel), entries);
    }

    private static byte[] next(ByteBuffer bytes) {
        if (bytes.remaining() < HEAD) {
            return null;
        }
        int length = bytes.getInt();
        int checksum = bytes.getInt();
        if (length < 0 || length > bytes.remaining()) {
            return null;
        }
        byte[] entry = new byte[length];
        bytes.get(entry);
        return checksum(entry) == checksum ? entry : null;
    }

    private static int checksum(byte[] entry) {
        CRC32C checksum = new CRC32C();
        checksum.update(entry);
        return (int) checksum.getValue();
    }

    private static ByteBuffer framed(List<byte[]> entries) {
        int size = entries.stream().mapToInt(entry -> HEAD + entry.length).sum();
        ByteBuffer bytes = ByteBuffer.allocate(size);
        entries.forEach(
                entry -> bytes.putInt(entry.length).putInt(checksum(entry)).put(entry));
        return bytes.flip();
    }

    /** Adds entries and waits until the disk has them. */
    void append(List<byte[]> entries) throws IOException {
        write(channel, framed(entries));
        channel.force(true);
    }

    /** Adds the first half of an entry, as a power failure may. */
    void tear(byte[] entry) throws IOException {
        ByteBuffer whole = framed(List.of(entry));
        write(channel, whole.limit(whole.limit() / 2));
        channel.force(true);
    }

    /** Replaces all entries at once. */
    void replace(List<byte[]> entries) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        FileChannel written = FileChannel.open(
                fresh, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE);
        write(written, framed(entries));
        written.force(true);
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        try (FileChannel directory = FileChannel.open(file.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
            directory.force(true);
        }
        channel.close();
        channel = written;
    }

    private static void write(FileChannel to, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            to.write(bytes);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
