/** The recorded profiles, as tables. What the kinds are is told by record.sh, record-std.sh and record-other.sh. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import type { FunctionTable, Run } from '../../src/model/run.ts';

export interface Packed {
  /** Name, file, first line. */
  readonly functions: [name: string, file: string, line: number][];
  /** Caller (as the distance back in this list, to -1 for none), function, 1 if inlined. */
  readonly frames: [caller: number, callee: number, inlined: 0 | 1][];
  readonly profiles: {
    readonly kind: string;
    readonly round: number;
    readonly nanosPerOp: number;
    readonly seconds: number;
    /** Leaf frames, each as the difference from the one before. */
    readonly stacks: number[];
    readonly counts: number[];
  }[];
}

const beside = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

/** Of the example module, of packages of Go's standard library, and of programs that shaped no constant. */
export const packedFiles = {
  example: beside('recorded.json.gz'),
  std: beside('recorded-std.json.gz'),
  other: beside('recorded-other.json.gz'),
} as const;

export interface Recorded {
  readonly kind: string;
  readonly table: FunctionTable;
  readonly nanosPerOp: number;
}

/** All profiles as tables; without inlined functions, as producers that do not know of them. */
export function recorded(
  { inlines }: { readonly inlines: boolean },
  of: keyof typeof packedFiles = 'example',
): Recorded[] {
  const packed = JSON.parse(gunzipSync(readFileSync(packedFiles[of])).toString()) as Packed;
  const callers = packed.frames.map(([back], n) => n - back);
  return packed.profiles.map((profile) => {
    const rows = new Map<string, { file: string; line: number; flat: number; cum: number }>();
    let frame = 0;
    let samples = 0;
    for (const [i, count] of profile.counts.entries()) {
      frame += profile.stacks[i] ?? 0;
      samples += count;
      const seen = new Set<string>();
      for (let at = frame; at >= 0; at = callers[at] ?? -1) {
        const [, callee, inlined] = packed.frames[at] ?? [0, 0, 0];
        if (!inlines && inlined === 1) continue;
        const [name = '', file = '', line = 0] = packed.functions[callee] ?? [];
        const row = rows.get(name) ?? { file, line, flat: 0, cum: 0 };
        rows.set(name, row);
        if (seen.size === 0) row.flat += count;
        if (!seen.has(name)) row.cum += count;
        seen.add(name);
      }
    }
    const table: FunctionTable = {
      source: `${profile.kind}-${profile.round}.pprof`,
      sampleType: { type: 'cpu', unit: 'nanoseconds' },
      total: samples * 1e7,
      samples,
      seconds: profile.seconds,
      functions: [...rows]
        .map(([name, { file, line, flat, cum }]) => ({
          name,
          file,
          line,
          flat: flat * 1e7,
          cum: cum * 1e7,
        }))
        .sort((a, b) => b.flat - a.flat || (a.name < b.name ? -1 : 1)),
    };
    return { kind: profile.kind, table, nanosPerOp: profile.nanosPerOp };
  });
}

let commits = 0;

/** A run with these profiles and, on request, the time per operation they were recorded with. */
export function runOf(profiles: readonly Recorded[], withTimes = false): Run {
  const samples = profiles.map(({ nanosPerOp }) => nanosPerOp / 1e9);
  const series = { package: 'ledger', benchmark: 'Ledger-2', unit: 'sec/op' };
  return {
    // As on main: each run is of a commit of its own.
    commit: String(commits++),
    time: '',
    environment: {},
    series: withTimes ? [{ ...series, better: 'lower', exact: false, samples }] : [],
    tables: profiles.map(({ table }) => table),
    warnings: [],
  };
}
