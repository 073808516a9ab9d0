package io.crmviews.merge.golden;

import java.util.Arrays;
import java.util.List;

/**
 * The hot path: one pass over prepared ranks, one winner a column. The state is two arrays, the best rank and the winning
 * member per column; nothing else is allocated, whatever the number of members, unless a counting column has more than
 * 64 of them.
 *
 * <p>Ranks hold all criteria of a strategy. Only equal ranks need more: the value's text, then the record's key. A
 * counting column is swept value by value with a bit per member, so its cost is members times different values.
 */
final class MergeKernel {

    private static final int MASK_BITS = Long.SIZE;
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private final Column[] columns;
    private final int[] counted;

    MergeKernel(Columns columns) {
        this.columns = columns.all().toArray(new Column[0]);
        this.counted = new int[columns.counting()];
        for (int c = 0; c < this.columns.length; c++) {
            if (this.columns[c].slot() >= 0) {
                counted[this.columns[c].slot()] = c;
            }
        }
    }

    /** Fills the best ranks and winners of all members; {@code best} starts as the first member's ranks. */
    void select(List<PreparedRecord> members, long[] best, int[] winners) {
        int size = members.size();
        for (int member = 1; member < size; member++) {
            PreparedRecord row = members.get(member);
            long[] ranks = row.ranks;
            for (int column = 0; column < best.length; column++) {
                long rank = ranks[column];
                if (rank >= best[column] && (rank > best[column] || breaksTie(members, column, member, winners))) {
                    best[column] = rank;
                    winners[column] = member;
                }
            }
        }
        if (size > 1) {
            for (int column : counted) {
                if (best[column] != 0) {
                    winners[column] = mostFrequent(members, column);
                    best[column] = members.get(winners[column]).ranks[column];
                }
            }
        }
    }

    /** Whether the last member would win a column, or changes a count. */
    boolean changes(List<PreparedRecord> members, long[] best, int[] winners) {
        int arrived = members.size() - 1;
        long[] ranks = members.get(arrived).ranks;
        for (int column = 0; column < best.length; column++) {
            if (ranks[column] >= best[column]
                    && columns[column].slot() < 0
                    && (ranks[column] > best[column] || breaksTie(members, column, arrived, winners))) {
                return true;
            }
        }
        for (int column : counted) {
            if (ranks[column] != 0 && mostFrequent(members, column) != winners[column]) {
                return true;
            }
        }
        return false;
    }

    /** Replaces what the last member wins; counts counting columns again. */
    void arrive(List<PreparedRecord> members, long[] best, int[] winners) {
        int arrived = members.size() - 1;
        long[] ranks = members.get(arrived).ranks;
        for (int column = 0; column < best.length; column++) {
            if (columns[column].slot() >= 0) {
                winners[column] = ranks[column] == 0 ? winners[column] : mostFrequent(members, column);
                best[column] = members.get(winners[column]).ranks[column];
            } else if (ranks[column] > best[column]
                    || (ranks[column] == best[column] && breaksTie(members, column, arrived, winners))) {
                best[column] = ranks[column];
                winners[column] = arrived;
            }
        }
    }

    private boolean breaksTie(List<PreparedRecord> members, int column, int member, int[] winners) {
        return members.get(member).ranks[column] != 0 && isBefore(members, column, member, winners[column]);
    }

    /** Of two members with equal ranks and a value: by its text, then by the record's key. */
    private boolean isBefore(List<PreparedRecord> members, int column, int left, int right) {
        PreparedRecord one = members.get(left);
        PreparedRecord other = members.get(right);
        String text = one.texts[column];
        String otherText = other.texts[column];
        if (text == null || otherText == null) {
            return text != null;
        }
        int byText = columns[column].strategy().order().compare(text, otherText);
        return byText > 0 || (byText == 0 && one.record.key().compareTo(other.record.key()) < 0);
    }

    private boolean isBetter(List<PreparedRecord> members, int column, int left, int right) {
        long rank = members.get(left).ranks[column];
        long other = members.get(right).ranks[column];
        return rank > other || (rank == other && rank != 0 && isBefore(members, column, left, right));
    }

    /** The member that states the most frequent value and states it best; former statements do not count. */
    private int mostFrequent(List<PreparedRecord> members, int column) {
        return members.size() <= MASK_BITS ? sweep(members, column) : tabulate(members, column);
    }

    private int sweep(List<PreparedRecord> members, int column) {
        int slot = columns[column].slot();
        long unseen = present(members, column);
        int winner = unseen == 0 ? 0 : Long.numberOfTrailingZeros(unseen);
        int most = -1;
        while (unseen != 0) {
            int first = Long.numberOfTrailingZeros(unseen);
            long hash = members.get(first).hashes[slot];
            int best = first;
            int count = 0;
            for (long rest = unseen; rest != 0; rest &= rest - 1) {
                int member = Long.numberOfTrailingZeros(rest);
                PreparedRecord row = members.get(member);
                if (row.hashes[slot] == hash) {
                    unseen &= ~(1L << member);
                    count += Strategy.isFormer(row.ranks[column]) ? 0 : 1;
                    best = isBetter(members, column, member, best) ? member : best;
                }
            }
            if (count > most || (count == most && isBetter(members, column, best, winner))) {
                most = count;
                winner = best;
            }
        }
        return winner;
    }

    private static long present(List<PreparedRecord> members, int column) {
        long present = 0;
        for (int member = 0; member < members.size(); member++) {
            present |= members.get(member).ranks[column] == 0 ? 0 : 1L << member;
        }
        return present;
    }

    /** The same for many members, in linear time: an open table of members by hash, and their counts. */
    private int tabulate(List<PreparedRecord> members, int column) {
        int slot = columns[column].slot();
        int shift = Integer.numberOfLeadingZeros(members.size() * 2 - 1) + Integer.SIZE;
        int[] best = new int[1 << (Long.SIZE - shift)];
        int[] counts = new int[best.length];
        Arrays.fill(best, -1);
        int winner = 0;
        for (int member = 0; member < members.size(); member++) {
            PreparedRecord row = members.get(member);
            if (row.ranks[column] != 0) {
                int at = (int) ((row.hashes[slot] * SPREAD) >>> shift);
                while (best[at] >= 0 && members.get(best[at]).hashes[slot] != row.hashes[slot]) {
                    at = (at + 1) & (best.length - 1);
                }
                counts[at] += Strategy.isFormer(row.ranks[column]) ? 0 : 1;
                best[at] = best[at] < 0 || isBetter(members, column, member, best[at]) ? member : best[at];
                winner = best[at];
            }
        }
        return winnerOf(members, column, best, counts, winner);
    }

    private int winnerOf(List<PreparedRecord> members, int column, int[] best, int[] counts, int any) {
        int winner = any;
        int most = -1;
        for (int at = 0; at < best.length; at++) {
            if (best[at] >= 0
                    && (counts[at] > most || (counts[at] == most && isBetter(members, column, best[at], winner)))) {
                most = counts[at];
                winner = best[at];
            }
        }
        return winner;
    }
}
