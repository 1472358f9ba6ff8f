package dev.faultline.targets.stdio;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** What programs print, as it fits into a sentence; and commands, as they can be pasted into a shell. */
final class Words {
    private static final int LONGEST = 200;
    private static final int LAST = 3;

    private Words() {}

    static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }

    static String quote(String text) {
        return "'" + shortened(text) + "'";
    }

    /** The last lines of a program's log. */
    static String lastOf(Path log) {
        String text = end(log).strip();
        if (text.isEmpty()) {
            return "It logged nothing.";
        }
        List<String> lines = text.lines().map(String::strip).toList();
        List<String> last = lines.subList(Math.max(0, lines.size() - LAST), lines.size());
        return "Its log ends with " + quote(String.join(" / ", last)) + ".";
    }

    private static String end(Path log) {
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            byte[] end = new byte[(int) Math.min(2 * LONGEST, file.length())];
            file.seek(file.length() - end.length);
            file.readFully(end);
            return new String(end, StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            return "";
        }
    }

    /** A command for a POSIX shell. */
    static String command(List<String> words) {
        return String.join(" ", words.stream().map(Words::quoted).toList());
    }

    private static String quoted(String word) {
        return word.matches("[\\w./:=@%+,-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
