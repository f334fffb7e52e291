/**
 * How alike profiles of one program and of different programs are, as src/compare/functions/programs.ts sees
 * it: `node eval/profiles/likeness.ts` prints the least and the most of each pair of kinds.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { likenessOf } from '../../src/compare/functions/programs.ts';
import { readTable } from '../../src/formats/profiles/readtable.ts';
import type { FunctionTable } from '../../src/model/run.ts';
import { recorded } from './recorded.ts';

const kinds = new Map<string, FunctionTable[]>();
const add = (kind: string, table: FunctionTable) =>
  kinds.set(kind, [...(kinds.get(kind) ?? []), table]);

for (const of of ['example', 'std'] as const) {
  for (const { kind, table } of recorded({ inlines: true }, of)) add(kind, table);
}
for (const name of ['codec', 'index', 'parse']) {
  for (const side of ['slow', 'clean']) {
    const url = new URL(`../../examples/${side}/${name}.cpu.pprof`, import.meta.url);
    add(name, await readTable({ file: fileURLToPath(url), bytes: readFileSync(url) }));
  }
}
for (const [kind, tables] of kinds) {
  for (const [other, others] of kinds) {
    if (other < kind) continue;
    const found = tables.flatMap((a) => others.filter((b) => b !== a).map((b) => likenessOf(a, b)));
    const [least, most] = [Math.min(...found), Math.max(...found)];
    console.log(`${kind}, ${other}: ${least.toFixed(2)} to ${most.toFixed(2)}`);
  }
}
