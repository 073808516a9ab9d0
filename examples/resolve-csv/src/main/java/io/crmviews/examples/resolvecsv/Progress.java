package io.crmviews.examples.resolvecsv;

import java.io.PrintStream;

/** A line on the terminal that says how far the work is; silent unless wanted. */
final class Progress {

    private static final int STEPS = 100;

    private final PrintStream err;
    private final boolean wanted;
    private String last = "";

    Progress(PrintStream err, boolean wanted) {
        this.err = err;
        this.wanted = wanted;
    }

    /** Says how many of how many records a stage has done. */
    void at(String stage, long done, long total) {
        if (!wanted) {
            return;
        }
        String line = stage + " " + (total == 0 ? STEPS : done * STEPS / total) + " %";
        if (!line.equals(last)) {
            last = line;
            err.print("\r" + line + "    ");
            err.flush();
        }
    }

    /** Ends the line. */
    void done() {
        if (wanted && !last.isEmpty()) {
            err.println();
            last = "";
        }
    }
}
