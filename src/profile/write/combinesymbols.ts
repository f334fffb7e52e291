/**
 * The locations, functions, mappings and strings of several profiles as those of one: for each profile,
 * functions from its indices to the merged ones, which add what is new when they are asked.
 *
 * Source: profile/merge.go of github.com/google/pprof (mapLocation, mapMapping, mapFunction).
 */
import {
  appendFloat64,
  appendInt32,
  filled,
  filledFloat64,
  float64Column,
  int32Column,
} from '../columns.ts';
import { type Profile, type Strings, text, word64 } from '../profile.ts';

/** Everything of a merged profile but its samples, while profiles are added. */
export interface CombinedSymbols {
  readonly strings: Map<string, number>;
  readonly mappings: Map<string, number>;
  readonly functions: Map<string, number>;
  readonly locations: Map<string, number>;
  readonly columns: SymbolColumns;
}

type SymbolColumns = ReturnType<typeof symbolColumns>;

const symbolColumns = () => ({
  locationMapping: int32Column(1024),
  address: int32Column(2048),
  lineStart: int32Column(1024),
  lineFunction: int32Column(1024),
  lineNumber: float64Column(1024),
  functionName: int32Column(1024),
  systemName: int32Column(1024),
  functionFile: int32Column(1024),
  startLine: float64Column(1024),
  range: int32Column(64),
  mappingFile: int32Column(16),
  buildId: int32Column(16),
  flags: int32Column(16),
});

export function newSymbols(): CombinedSymbols {
  const columns = symbolColumns();
  appendInt32(columns.lineStart, 0);
  return {
    strings: new Map([['', 0]]),
    mappings: new Map(),
    functions: new Map(),
    locations: new Map(),
    columns,
  };
}

export type Mover = (index: number) => number;

/** Remembers where an index went; `move` is asked once for each. */
function remembered(count: number, move: Mover): Mover {
  const moved = new Int32Array(count).fill(-1);
  return (index) => {
    if (moved[index] === -1) moved[index] = move(index);
    return moved[index] as number;
  };
}

export const stringMover = (from: Strings, to: Map<string, number>): Mover =>
  remembered(from.start.length, (index) => {
    const string = text(from, index);
    const known = to.get(string) ?? to.size;
    to.set(string, known);
    return known;
  });

/** The index of what `key` describes; `add` appends it where it is new. */
export function found(known: Map<string, number>, key: string, add: () => void): number {
  const at = known.get(key);
  if (at !== undefined) return at;
  known.set(key, known.size);
  add();
  return known.size - 1;
}

/** Equal: address within the mapping, mapping, and every line. */
export function locationMover(
  combined: CombinedSymbols,
  profile: Profile,
  string: Mover,
  mapping: Mover,
): Mover {
  const { locations, mappings } = profile;
  const { columns } = combined;
  const func = functionMover(combined, profile, string);
  return remembered(locations.count, (l) => {
    const own = locations.mapping[l] as number;
    const at = own < 0 ? -1 : mapping(own);
    // The address within the mapping, as two words: arithmetic on bigints takes five times as long.
    let low = locations.address[2 * l] as number;
    let high = locations.address[2 * l + 1] as number;
    if (own >= 0) {
      const start = mappings.range[6 * own] as number;
      const borrow = low >>> 0 < start >>> 0 ? 1 : 0;
      high = (high - (mappings.range[6 * own + 1] as number) - borrow) | 0;
      low = (low - start) | 0;
    }
    let key = `${at},${high},${low}`;
    const end = locations.lineStart[l + 1] as number;
    for (let k = locations.lineStart[l] as number; k < end; k++) {
      key += `,${func(locations.lineFunction[k] as number)},${locations.lineNumber[k]}`;
    }
    return found(combined.locations, key, () => {
      appendInt32(columns.locationMapping, at);
      const start = at < 0 ? 0 : (columns.range.values[6 * at] as number);
      const moved = (low + start) | 0;
      const carry = moved >>> 0 < start >>> 0 ? 1 : 0;
      const highStart = at < 0 ? 0 : (columns.range.values[6 * at + 1] as number);
      appendInt32(columns.address, moved);
      appendInt32(columns.address, (high + highStart + carry) | 0);
      for (let k = locations.lineStart[l] as number; k < end; k++) {
        appendInt32(columns.lineFunction, func(locations.lineFunction[k] as number));
        appendFloat64(columns.lineNumber, locations.lineNumber[k] as number);
      }
      appendInt32(columns.lineStart, columns.lineFunction.length);
    });
  });
}

/** Equal: size (in pages), offset, and build id, or file where there is none. */
export function mappingMover(combined: CombinedSymbols, profile: Profile, string: Mover): Mover {
  const { mappings } = profile;
  const { columns } = combined;
  return remembered(mappings.count, (m) => {
    const [start, limit, offset] = [0, 1, 2].map((at) =>
      BigInt.asUintN(64, word64(mappings.range, 3 * m + at)),
    ) as [bigint, bigint, bigint];
    const pages = (BigInt.asUintN(64, limit - start) + 4095n) / 4096n;
    const file = string(mappings.file[m] as number);
    const buildId = string(mappings.buildId[m] as number);
    const name = buildId !== 0 ? `id ${buildId}` : `file ${file}`;
    return found(combined.mappings, `${pages},${offset},${name}`, () => {
      for (let k = 0; k < 6; k++) appendInt32(columns.range, mappings.range[6 * m + k] as number);
      appendInt32(columns.mappingFile, file);
      appendInt32(columns.buildId, buildId);
      appendInt32(columns.flags, mappings.flags[m] as number);
    });
  });
}

function functionMover(combined: CombinedSymbols, { functions }: Profile, string: Mover): Mover {
  const { columns } = combined;
  return remembered(functions.count, (f) => {
    const name = string(functions.name[f] as number);
    const systemName = string(functions.systemName[f] as number);
    const file = string(functions.file[f] as number);
    const startLine = functions.startLine[f] as number;
    return found(combined.functions, `${name},${systemName},${file},${startLine}`, () => {
      appendInt32(columns.functionName, name);
      appendInt32(columns.systemName, systemName);
      appendInt32(columns.functionFile, file);
      appendFloat64(columns.startLine, startLine);
    });
  });
}

/** The columns of what was added. */
export function finishSymbols({
  columns,
  strings,
}: CombinedSymbols): Pick<Profile, 'locations' | 'functions' | 'mappings' | 'strings'> {
  return {
    locations: {
      count: columns.locationMapping.length,
      mapping: filled(columns.locationMapping),
      address: filled(columns.address),
      lineStart: filled(columns.lineStart),
      lineFunction: filled(columns.lineFunction),
      lineNumber: filledFloat64(columns.lineNumber),
    },
    functions: {
      count: columns.functionName.length,
      name: filled(columns.functionName),
      systemName: filled(columns.systemName),
      file: filled(columns.functionFile),
      startLine: filledFloat64(columns.startLine),
    },
    mappings: {
      count: columns.mappingFile.length,
      range: filled(columns.range),
      file: filled(columns.mappingFile),
      buildId: filled(columns.buildId),
      flags: Uint8Array.from(filled(columns.flags)),
    },
    strings: stringsOf(strings),
  };
}

function stringsOf(strings: ReadonlyMap<string, number>): Strings {
  const start = new Int32Array(strings.size);
  const end = new Int32Array(strings.size);
  const texts: Buffer[] = [];
  let length = 0;
  let at = 0;
  for (const string of strings.keys()) {
    const bytes = Buffer.from(string);
    texts.push(bytes);
    start[at] = length;
    length += bytes.length;
    end[at++] = length;
  }
  return { bytes: Buffer.concat(texts), start, end };
}
