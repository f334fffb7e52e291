/**
 * data.js of github-action-benchmark: `window.BENCHMARK_DATA = { entries: { "suite": [{ commit, date, tool, benches }] } }`.
 * It kept of each benchmark one value, and changed some names and units: they are changed back.
 */
import { InputError } from '../../model/error.ts';
import { type Json, listOf, numberOf, objectOf, textOf } from '../benchmarks/json.ts';
import { type HistoryRun, jsonFile, type Suite, type Value } from './history.ts';

/** Null for another history. */
export function readActionHistory(
  whole: unknown,
  file: string,
  goPackage: string,
): readonly Suite[] | null {
  const { entries } = objectOf(whole);
  if (entries === undefined) return null;
  return Object.entries(objectOf(entries)).map(([name, runs]) => ({
    name,
    runs: listOf(runs).map((run, i) =>
      runOf(objectOf(run), `${file}: ${name}, run ${i + 1}`, goPackage),
    ),
  }));
}

function runOf(
  { commit, date, tool, benches }: Json,
  place: string,
  goPackage: string,
): HistoryRun {
  const time = new Date(numberOf(date));
  if (Number.isNaN(time.getTime())) {
    throw new InputError(`${place}: "date" is no time in milliseconds`);
  }
  const all = listOf(benches).map(objectOf);
  return {
    commit: textOf(objectOf(commit).id),
    time: time.toISOString(),
    benchmarks:
      tool === 'go'
        ? goFile(all, goPackage)
        : jsonFile(all.map((record) => toldValue(record, tool))),
  };
}

/** As the benchmark's own file is read: what is no number is told there. */
function toldValue({ name, unit, value }: Json, tool: unknown): Value {
  const named = textOf(name);
  const told = textOf(unit);
  switch (tool) {
    case 'pytest':
      // It kept the rate of what is read as a time.
      return { name: named, unit: 'sec/op', values: [1 / numberOf(value)] };
    case 'benchmarkjs':
      return { name: named, unit: 'ops/s', values: [value] };
    case 'jmh':
      return { name: withParameters(named), unit: told, values: [value] };
    case 'customBiggerIsBetter':
    case 'customSmallerIsBetter':
      return { name: named, unit: told || 'value', values: [value] };
    default: {
      // `ns`, `ns/iter`, `us/iter`: a time of one iteration, which is read as one of an operation.
      const time = /^([nuµm]?s)(?:\/iter)?$/.exec(told)?.[1];
      return { name: named, unit: time === undefined ? told : `${time}/op`, values: [value] };
    }
  }
}

/** `a.B.c ( {"size":"16"} )` is `a.B.c/size=16`. */
function withParameters(name: string): string {
  const [, method = '', parameters = ''] = /^(.*?) \( (\{.*\}) \)$/.exec(name) ?? [];
  if (method === '') return name;
  try {
    const given = Object.entries(objectOf(JSON.parse(parameters)));
    return method + given.map(([key, value]) => `/${key}=${String(value)}`).join('');
  } catch {
    return name;
  }
}

/** Go's own lines. Metrics beside the time have their unit behind the name, and packages theirs where there are several. */
function goFile(benches: readonly Json[], goPackage: string): HistoryRun['benchmarks'] {
  const lines: string[] = [];
  let last = '';
  for (const { name, unit, value, extra } of benches) {
    const told = textOf(unit);
    const suffix = ` - ${told}`;
    const whole = textOf(name);
    const without = whole.endsWith(suffix) ? whole.slice(0, -suffix.length) : whole;
    const [, benchmark = without, named = goPackage] = /^(\S+) \(([^()]+)\)$/.exec(without) ?? [];
    if (named !== last) lines.push(`pkg: ${named}`);
    last = named;
    const procs = /^(\d+) procs$/m.exec(textOf(extra))?.[1];
    const full = procs === undefined ? benchmark : `${benchmark}-${procs}`;
    lines.push(`${full} 1 ${String(value)} ${told}`);
  }
  return { file: 'bench.txt', bytes: Buffer.from(`${lines.join('\n')}\n`) };
}
