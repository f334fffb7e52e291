/**
 * A wall time that CPU time tells as well (compare/benchmarks/cputime.ts) need not be decided itself. Policy only: that
 * holds where the row that tells is judged, and not more mildly. To be slower or a suspect it loses nothing.
 */
import type { JudgedComparison } from '../model/comparison.ts';

const note = 'it runs on one thread and never waits: its CPU time decides';

/** The rows, without `toldBy` where what would tell is no part of the verdict. */
export const withTellers = (rows: readonly JudgedComparison[]): JudgedComparison[] =>
  rows.map(({ toldBy, ...row }) => {
    if (toldBy === undefined) return row;
    const by = rows.find((other) => isTeller(other, { ...row, toldBy }));
    if (by?.gated !== true || by.test !== 'paired' || by.threshold > row.threshold) return row;
    // One change is counted once; and what this row cannot show, the other does, or is blind.
    const isSame = row.verdict !== 'ok' && row.verdict === by.verdict;
    const follows = isSame ? toldBy : row.follows;
    return { ...row, toldBy, follows, blind: false, notes: [...row.notes, note] };
  });

/** Whether this is the row that tells of another. */
export const isTeller = (row: JudgedComparison, item: JudgedComparison): boolean =>
  row.unit === item.toldBy && row.benchmark === item.benchmark && row.package === item.package;
