/**
 * What a table has a row for: which row each frame of each location belongs to, and what the rows
 * are called. Decides the identity of functions; counts nothing.
 *
 * A *site* is a function and a line in it: finer than a row, so that a row can say at which line
 * most of its cost is. Source of the rules: internal/graph (nodeInfo, NameComponents) and
 * internal/driver (aggregate) of github.com/google/pprof.
 */
import { randomInt } from 'node:crypto';
import { cleanFile, unsymbolized } from './filename.ts';
import { type ProfileFrame, text } from './profile.ts';

export type Granularity = 'functions' | 'filefunctions' | 'lines';

export interface Frames {
  /** Location l has the frames `start[l] .. start[l + 1]`, innermost first; at least one. */
  readonly start: Int32Array;
  readonly site: Int32Array;
  readonly siteRow: Int32Array;
  /** Function index, or below 0 for code without symbols. */
  readonly siteFunction: Int32Array;
  readonly siteLine: Float64Array;
  /** Names as pprof prints them, each once. */
  readonly rowNames: readonly string[];
}

export function framesOf(
  profile: ProfileFrame,
  inlines: boolean,
  granularity: Granularity,
): Frames {
  const { locations } = profile;
  const sites = newSites(locations.lineFunction.length + profile.mappings.count + 1);
  const start = new Int32Array(locations.count + 1);
  const site = new Int32Array(locations.lineFunction.length + locations.count);
  const isNameless = namelessFunctions(profile, granularity);
  let length = 0;
  for (let l = 0; l < locations.count; l++) {
    start[l] = length;
    // Unsymbolized code is one function of its mapping: -2 without a mapping, -3 for the first, ...
    const nowhere = -3 - (locations.mapping[l] as number);
    const end = locations.lineStart[l + 1] as number;
    const first = inlines ? (locations.lineStart[l] as number) : end - 1;
    if ((locations.lineStart[l] as number) === end) {
      site[length++] = siteOf(sites, nowhere, 0);
      continue;
    }
    for (let k = first; k < end; k++) {
      const f = locations.lineFunction[k] as number;
      site[length++] =
        isNameless !== null && isNameless[f] === 1
          ? siteOf(sites, nowhere, 0)
          : siteOf(sites, f, locations.lineNumber[k] as number);
    }
  }
  start[locations.count] = length;
  const named = nameSites(profile, sites, granularity);
  return {
    start,
    site,
    siteRow: named.siteRow,
    siteFunction: sites.functions.subarray(0, sites.count),
    siteLine: sites.lines.subarray(0, sites.count),
    rowNames: named.rowNames,
  };
}

/** Sites found so far, in an open-addressing hash table of their numbers. */
interface Sites {
  count: number;
  readonly functions: Int32Array;
  readonly lines: Float64Array;
  /** Site number + 1 by hash, 0 where free; the size is a power of two above twice the sites. */
  readonly table: Int32Array;
  readonly bits: number;
}

function newSites(most: number): Sites {
  const bits = Math.ceil(Math.log2(2 * most + 2));
  return {
    count: 0,
    functions: new Int32Array(most),
    lines: new Float64Array(most),
    table: new Int32Array(2 ** bits),
    bits,
  };
}

/** Multiplicative hashing with other factors in each process: no file can be made of collisions. */
const [F, LOW, HIGH] = [0, 0, 0].map(() => 2 * randomInt(2 ** 30) + 1) as [number, number, number];

function siteOf(sites: Sites, f: number, line: number): number {
  const mask = sites.table.length - 1;
  const high = Math.trunc(line / 4_294_967_296);
  const mixed = Math.imul(f, F) + Math.imul(line, LOW) + Math.imul(high, HIGH);
  let at = (mixed | 0) >>> (32 - sites.bits);
  for (;;) {
    const found = (sites.table[at] as number) - 1;
    if (found < 0) {
      const site = sites.count++;
      sites.table[at] = site + 1;
      sites.functions[site] = f;
      sites.lines[site] = line;
      return site;
    }
    if (sites.functions[found] === f && sites.lines[found] === line) {
      return found;
    }
    at = (at + 1) & mask;
  }
}

/** Marks functions that print nothing of their own and so count as unsymbolized; null if none. */
function namelessFunctions(
  { functions, strings }: ProfileFrame,
  granularity: Granularity,
): Uint8Array | null {
  let marks: Uint8Array | null = null;
  const isEmpty = (index: number) => strings.start[index] === strings.end[index];
  for (let f = 0; f < functions.count; f++) {
    const isFileShown = granularity !== 'functions' && !isEmpty(functions.file[f] as number);
    if (isEmpty(functions.name[f] as number) && !isFileShown) {
      marks ??= new Uint8Array(functions.count);
      marks[f] = 1;
    }
  }
  return marks;
}

interface NamedSites {
  readonly siteRow: Int32Array;
  readonly rowNames: readonly string[];
}

function nameSites(profile: ProfileFrame, sites: Sites, granularity: Granularity): NamedSites {
  const rows = new Map<string, number>();
  const rowNames: string[] = [];
  const rowOf = (name: string): number => {
    let row = rows.get(name);
    if (row === undefined) {
      row = rowNames.push(name) - 1;
      rows.set(name, row);
    }
    return row;
  };
  const nameOf = siteNamer(profile, granularity);
  const siteRow = new Int32Array(sites.count);
  const rowOfFunction = new Int32Array(profile.functions.count).fill(-1);
  for (let site = 0; site < sites.count; site++) {
    const f = sites.functions[site] as number;
    if (f < 0 || granularity === 'lines') {
      siteRow[site] = rowOf(nameOf(f, sites.lines[site] as number));
      continue;
    }
    let row = rowOfFunction[f] as number;
    if (row < 0) {
      row = rowOf(nameOf(f, 0));
      rowOfFunction[f] = row;
    }
    siteRow[site] = row;
  }
  return { siteRow, rowNames };
}

function siteNamer(
  { functions, mappings, strings }: ProfileFrame,
  granularity: Granularity,
): (f: number, line: number) => string {
  return (f, line) => {
    if (f < 0) {
      const mapping = -3 - f;
      const file = mapping < 0 ? '' : text(strings, mappings.file[mapping] as number);
      return unsymbolized(file);
    }
    const name = text(strings, functions.name[f] as number);
    if (granularity === 'functions') {
      return name;
    }
    const file = cleanFile(text(strings, functions.file[f] as number));
    const place = line === 0 ? file : `${file}:${line}`;
    return name === '' || place === '' ? name + place : `${name} ${place}`;
  };
}
