/**
 * Fits a report of blocks of rows into a limit: whole rows are left out, the least important
 * first, and each block says how many. What a row says, and what is important, is the caller's
 * business; rows that will not be shown are never made.
 */

export interface Block {
  readonly open: string;
  readonly close: string;
  /** Rows that exist. */
  readonly total: number;
  /** Rows to show where there is room, at most `total`. */
  readonly wanted: number;
  /** The text of one row, from 0, the most important first. */
  readonly row: (index: number) => string;
  /** Says, before `close`, that `count` (> 0) rows are left out. */
  readonly left: (count: number) => string;
  /** Lower is filled first. */
  readonly priority: number;
}

/** A block that is always shown whole. */
export function fixedBlock(text: string): Block {
  return {
    open: text,
    close: '',
    total: 0,
    wanted: 0,
    row: () => '',
    left: () => '',
    priority: 0,
  };
}

/**
 * The blocks in their order, at most `limit` by `measure` (which must be additive: characters or
 * bytes of whole strings).
 * @throws RangeError where the limit does not even hold the blocks without their rows.
 */
export function fitInto(
  blocks: readonly Block[],
  limit: number,
  measure: (text: string) => number,
): string {
  let room = limit;
  for (const block of blocks) {
    room -= measure(block.open + block.close);
    if (block.total > 0) room -= measure(block.left(block.total));
  }
  if (room < 0) throw new RangeError(`a report needs a limit of at least ${limit - room}`);

  const shown = new Map<Block, string[]>();
  for (const block of blocks.toSorted((a, b) => a.priority - b.priority)) {
    const rows: string[] = [];
    shown.set(block, rows);
    while (room >= 0 && rows.length < block.wanted) {
      const row = block.row(rows.length);
      room -= measure(row);
      if (room >= 0) rows.push(row);
    }
  }
  return blocks
    .map((block) => {
      const rows = shown.get(block) ?? [];
      const left = block.total - rows.length;
      return block.open + rows.join('') + (left > 0 ? block.left(left) : '') + block.close;
    })
    .join('');
}
