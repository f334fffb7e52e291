/** What benchmarks and functions are called, short enough for a sentence or a cell and still told apart. */
import { benchmarkKey } from '../model/keys.ts';

interface Named {
  readonly package: string;
  readonly benchmark: string;
}

/**
 * A function that names a benchmark, with its package in front where there is more than one, less
 * what all packages share (`codec.Encode/size=4k-2`).
 */
export function benchmarkNames(rows: readonly Named[]): (row: Named) => string {
  const packages = [...new Set(rows.map((row) => row.package))];
  if (packages.length < 2) return (row) => row.benchmark;
  const short = packageNames(rows);
  return (row) => {
    const name = short(row.package);
    return name === '' ? row.benchmark : `${name}.${row.benchmark}`;
  };
}

/** A function that names a package, less what all have in common; of one package its last part. */
export function packageNames(rows: readonly Named[]): (path: string) => string {
  const packages = [...new Set(rows.map((row) => row.package))];
  const shared = packages.length < 2 ? 0 : sharedDirectory(packages);
  const last = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
  return (path) => (packages.length < 2 ? last(path) : path.slice(shared) || last(path));
}

/** The length of the longest common start of all paths that ends with a `/`. */
function sharedDirectory(paths: readonly string[]): number {
  const [first = '', ...others] = paths;
  let shared = 0;
  for (let end = first.indexOf('/') + 1; end > 0; end = first.indexOf('/', end) + 1) {
    const start = first.slice(0, end);
    if (!others.every((path) => `${path}/`.startsWith(start))) break;
    shared = end;
  }
  return shared;
}

/** How many benchmarks the rows are of: B/s and allocs/op of one are not two more. */
export const countBenchmarks = (rows: readonly Named[]): number =>
  new Set(rows.map((row) => benchmarkKey(row))).size;

/** Without the path of its package: `codec.appendEscaped`. */
export const shortName = (name: string): string =>
  name.slice(name.lastIndexOf('/', name.search(/[([]|$/)) + 1);
