/** What to run next on the same files: `go tool pprof`'s own difference. */
import { statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Filters } from '../../model/filters.ts';
import type { FunctionTable } from '../../model/run.ts';
import { filterNames } from '../../profile/select/filternames.ts';
import { logLine } from '../../report/escape.ts';

/**
 * A line with the command, or nothing where a file cannot be read a second time (a pipe, /dev/fd of
 * a process substitution), or by that tool (another profiler's format). It is for the first kind of profile that both sides have, with the
 * filters that the diff had.
 */
export function nextCommand(
  base: readonly FunctionTable[],
  head: readonly FunctionTable[],
  filters: Filters = {},
  /** Files that are not pprof. */
  foreign: ReadonlySet<string> = new Set(),
  /** Other flags of that tool. */
  others: readonly string[] = [],
): string {
  const kind = head.find((table) => base.some((other) => isSameKind(other, table)));
  if (kind === undefined) return '';
  // A profile in slices has a table for each.
  const files = (tables: readonly FunctionTable[]) => [
    ...new Set(tables.filter((table) => isSameKind(table, kind)).map(({ source }) => source)),
  ];
  const [old, now] = [files(base), files(head)];
  if (![...old, ...now].every((file) => isReadAgain(file) && !foreign.has(file))) return '';
  const type = [
    `-sample_index=${quoted(kind.sampleType.type)}`,
    ...filterFlags(filters),
    ...others,
  ].join(' ');
  const merged = quoted(join(tmpdir(), 'flamegate-base.pb.gz'));
  const heads = now.map(quoted).join(' ');
  // Of several -diff_base the tool takes the last only: they are merged first.
  const command =
    old.length === 1
      ? `go tool pprof -http=: ${type} -diff_base=${quoted(old[0] ?? '')} ${heads}`
      : `go tool pprof -proto -output=${merged} ${old.map(quoted).join(' ')} && ` +
        `go tool pprof -http=: ${type} -diff_base=${merged} ${heads}`;
  return `${logLine(`next: ${command}`, 10_000)}\n`;
}

const filterFlags = (filters: Filters): string[] =>
  (Object.entries(filters) as [keyof Filters, string][])
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `-${filterNames[name].replace('-', '_')}=${quoted(value)}`);

const isSameKind = (a: FunctionTable, b: FunctionTable): boolean =>
  a.sampleType.type === b.sampleType.type && a.sampleType.unit === b.sampleType.unit;

function isReadAgain(path: string): boolean {
  return (
    !/^\/(?:dev|proc)\//.test(path) &&
    (statSync(path, { throwIfNoEntry: false })?.isFile() ?? false)
  );
}

/** As a POSIX shell takes it literally; a file called like a flag is no flag. */
function quoted(path: string): string {
  const plain = path.startsWith('-') ? `./${path}` : path;
  return /^[\w./@%+=:,-]+$/.test(plain) ? plain : `'${plain.replaceAll("'", "'\\''")}'`;
}
