/** One line of comma-separated values. */

/** The cells without their quotes; null where a quote is not closed. */
export function csvLine(row: string): string[] | null {
  const cells: string[] = [];
  const cell = /(?:"((?:[^"]|"")*)"|([^",]*))(,|$)/y;
  const line = row.replace(/\r$/, '');
  for (;;) {
    const found = cell.exec(line);
    if (found === null) return null;
    cells.push(found[1]?.replaceAll('""', '"') ?? found[2] ?? '');
    if (found[3] === '') return cells;
  }
}
