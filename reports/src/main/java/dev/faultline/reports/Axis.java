package dev.faultline.reports;

import dev.faultline.checkers.history.Operation;
import java.util.List;

/** Where the operations of a timeline stand between its left and its right edge. */
interface Axis {

    /** What the axis counts. */
    String unit();

    List<Scale.Tick> ticks();

    /** Percent from the left edge. */
    String left(Operation operation);

    /** Percent of the whole width. */
    String width(Operation operation);

    /** When the operation was open, in words that follow "from". */
    String span(Operation operation);
}
