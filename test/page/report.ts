/** Reports for the tests of the page: real profiles, benchmarks made by hand, and names that are hostile. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readAnyProfile } from '../../src/formats/profiles/readtable.ts';
import type { Evidence, MeasuredIn, Stacks } from '../../src/model/evidence.ts';
import { seriesKey } from '../../src/model/keys.ts';
import type { Run, Series } from '../../src/model/run.ts';
import type { Verdict } from '../../src/model/verdict.ts';
import type { PageData } from '../../src/page/data.ts';
import { callTree } from '../../src/profile/calltree.ts';
import { stacksOf } from '../../src/profile/stacks.ts';
import { tagTotals } from '../../src/profile/tags.ts';
import { gatePage } from '../../src/report/page/data.ts';
import type { GraphSource } from '../../src/report/page/graph.ts';
import { judged, judgedFunction, ok, verdict, verdictOf } from '../report/values.ts';

const inputs = join(import.meta.dirname, '../golden/pprof/in');

/** A graph of recorded profiles, in which one function is evidently heavier. */
export async function graphOf(
  kind: string,
  functions: GraphSource['functions'],
): Promise<GraphSource> {
  const read = (side: string) => {
    const file = `${kind}.${side}.pprof`;
    return readAnyProfile({ file, bytes: readFileSync(join(inputs, file)) });
  };
  const [before, now] = [await read('base'), await read('head')];
  const [base, head] = [stacksOf(before)[0] as Stacks, stacksOf(now)[0] as Stacks];
  return {
    sampleType: head.sampleType,
    tree: callTree(base, head),
    tags: { base: tagTotals(before), head: tagTotals(now) },
    base: { total: base.total, background: 0, profiles: 1 },
    head: { total: head.total, background: 0, profiles: 1 },
    functions,
  };
}

/** As the evidence has it: stored runs the newest first. */
const samplesOf =
  (base: readonly Run[], head: readonly Run[]): Evidence['samples'] =>
  (row) => {
    const side = (runs: readonly Run[]) =>
      runs.flatMap(({ commit, time, environment, series }): MeasuredIn[] => {
        const found = series.find((of) => seriesKey(of) === seriesKey(row));
        return found === undefined
          ? []
          : [{ commit, time, environment, round: null, samples: found.samples }];
      });
    return { base: side(base.toReversed()), head: side(head) };
  };

const run = (commit: string, factor: number, names: readonly string[]): Run => ({
  commit,
  time: '',
  environment: {},
  tables: [],
  warnings: [],
  series: names.map(
    (benchmark): Series => ({
      package: 'example.com/kit/codec',
      benchmark,
      unit: 'sec/op',
      better: 'lower',
      exact: false,
      samples: [1, 1.01, 0.99, 1.02, 1.005].map((of) => of * factor * 1e-6),
    }),
  ),
});

export const heavier = judgedFunction({ name: 'example.com/ledger/codec.appendEscaped' });

/** A slower benchmark, one that is as it was, one that is faster; two kinds of profiles. */
export async function usualPage(changes: Partial<Verdict> = {}): Promise<PageData> {
  const names = ['Encode/size=4k-2', 'Decode-2', 'Join-2'];
  const comparisons = [
    judged(),
    ok('Decode-2'),
    judged({ benchmark: 'Join-2', verdict: 'faster', delta: -0.4, ci: [-0.42, -0.38] }),
  ];
  const base = Array.from({ length: 6 }, (_, i) =>
    run(`${i}123456789abcdef`, 1.2 + 0.01 * i, names),
  );
  return gatePage(verdict({ comparisons, functions: [heavier], ...changes }), {
    names: { base: 'main', head: 'this run' },
    samples: samplesOf(base, [run('9fedcba98765432', 1.5, names)]),
    graphs: [await graphOf('cpu', [heavier]), await graphOf('heap', []), await graphOf('shop', [])],
  });
}

/** A row, a function, a file and a label of each text, and a verdict that says it. */
export async function hostilePage(texts: readonly string[]): Promise<PageData> {
  const [first = ''] = texts;
  const all = texts.join(' ');
  const usual = await graphOf('shop', [judgedFunction({ name: `${first}0` })]);
  const text = (i: number): string => texts[i % texts.length] ?? '';
  const tree: GraphSource['tree'] = {
    tree: usual.tree.tree,
    functions: usual.tree.functions.map((of, i) => ({
      ...of,
      name: `${text(i)}${i}`,
      file: text(i),
    })),
  };
  const tags = new Map(texts.map((key) => [key, new Map([[key, 1]])]));
  const comparisons = texts.map((benchmark) =>
    judged({
      package: benchmark,
      benchmark,
      unit: benchmark,
      reason: benchmark,
      notes: [benchmark],
    }),
  );
  const runs = [run(all, 1, texts), run(all, 2, texts)];
  return gatePage(verdict({ ...verdictOf(all), comparisons }), {
    names: { base: all, head: all },
    samples: samplesOf(runs, runs.slice(1)),
    graphs: [
      {
        ...usual,
        tree,
        tags: { base: tags, head: tags },
        sampleType: { type: all, unit: all },
        slice: all,
      },
    ],
  });
}
