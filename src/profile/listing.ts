/**
 * What each line of a function costs: the numbers of `pprof -list`. The text of the lines is for others.
 *
 * Source of the rules: printSource in internal/report of github.com/google/pprof. A function that calls itself from two
 * of its lines is in the cum of both, as there.
 */
import { framesOf } from './frames.ts';
import { type Profile, text } from './profile.ts';
import { chooseSampleType } from './sampletype.ts';
import { functionTable, type TableOptions } from './table.ts';

export interface LineCost {
  readonly flat: number;
  readonly cum: number;
}

/** A function as far as it is in one file. */
export interface ListedFunction {
  readonly name: string;
  /** As the caller names it; '' where the profile has none. */
  readonly file: string;
  /** Where it begins, or 0. */
  readonly startLine: number;
  readonly lines: ReadonlyMap<number, LineCost>;
}

export interface Listing {
  readonly unit: string;
  readonly total: number;
  /** By name, then file. */
  readonly functions: readonly ListedFunction[];
}

/**
 * The functions whose names match, with their lines; `fileOf` may shorten the name of a file.
 *
 * @throws as functionTable
 */
export function listingOf(
  profile: Profile,
  options: TableOptions,
  matches: (name: string) => boolean,
  fileOf: (file: string) => string = (file) => file,
): Listing {
  const { total, sampleType } = functionTable(profile, options);
  const { start, site, siteFunction, siteLine } = framesOf(
    profile,
    options.inlines ?? true,
    'lines',
  );
  const nodes = newNodes();
  const siteNode = Int32Array.from(siteFunction, (f, at) => {
    if (f < 0) return -1;
    const name = text(profile.strings, profile.functions.name[f] as number);
    if (!matches(name)) return -1;
    const file = fileOf(text(profile.strings, profile.functions.file[f] as number));
    const startLine = profile.functions.startLine[f] as number;
    return nodeOf(nodes, { name, file, startLine, line: siteLine[at] as number });
  });
  const type = chooseSampleType(profile, options.sampleType);
  const { count, locationStart, locations, values } = profile.samples;
  for (let s = 0; s < count; s++) {
    const value = values[s * profile.sampleTypes.length + type] as number;
    if (value === 0) continue;
    const first = locationStart[s] as number;
    for (let i = first; i < (locationStart[s + 1] as number); i++) {
      const location = locations[i] as number;
      for (let k = start[location] as number; k < (start[location + 1] as number); k++) {
        const node = nodes.all[siteNode[site[k] as number] as number];
        if (node === undefined) continue;
        if (node.last !== s) node.cum += value;
        node.last = s;
        if (i === first && k === start[location]) node.flat += value;
      }
    }
  }
  return { unit: sampleType.unit, total, functions: byFile(nodes.all) };
}

/** A line of a function, as pprof tells them apart. */
interface Place {
  readonly name: string;
  readonly file: string;
  readonly startLine: number;
  readonly line: number;
}

interface Node extends Place {
  flat: number;
  cum: number;
  /** The sample that counted last. */
  last: number;
}

interface Nodes {
  readonly all: Node[];
  readonly byPlace: Map<string, number>;
}

const newNodes = (): Nodes => ({ all: [], byPlace: new Map() });

function nodeOf({ all, byPlace }: Nodes, place: Place): number {
  const key = JSON.stringify(place);
  const known = byPlace.get(key);
  if (known !== undefined) return known;
  const node = all.push({ ...place, flat: 0, cum: 0, last: -1 }) - 1;
  byPlace.set(key, node);
  return node;
}

function byFile(nodes: readonly Node[]): ListedFunction[] {
  const found = new Map<string, Omit<ListedFunction, 'lines'> & { lines: Map<number, LineCost> }>();
  for (const { name, file, startLine, line, flat, cum } of nodes) {
    if (flat === 0 && cum === 0) continue;
    const key = JSON.stringify([name, file]);
    const known = found.get(key) ?? { name, file, startLine, lines: new Map() };
    const before = known.lines.get(line) ?? { flat: 0, cum: 0 };
    known.lines.set(line, { flat: before.flat + flat, cum: before.cum + cum });
    found.set(key, { ...known, startLine: Math.min(known.startLine, startLine) });
  }
  const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  return [...found.values()].toSorted((a, b) => compare(a.name, b.name) || compare(a.file, b.file));
}
