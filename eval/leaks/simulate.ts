/**
 * How often `flamegate leaks` is wrong about a process that does not leak, and how often it finds one that
 * does: simulated series of 20 functions, each with noise of 10 % of its size.
 *
 *   node eval/leaks/simulate.ts [--series N]
 *
 * Values of one process hang together. `white`: they do not; `AR 0.5`, `AR 0.9`: each keeps half, or nine
 * tenths, of the last one's deviation; `warm-up`: white noise after a third of the series in which one
 * function grew from nothing to its size, which is the largest. Leaks: the largest function grows by so
 * much of the whole over the series, in white noise.
 */
import { parseArgs } from 'node:util';
import { seriesGrowth } from '../../src/compare/functions/growth.ts';
import { isLeaking, judgeGrowth } from '../../src/judge/growth.ts';
import type { FunctionTable } from '../../src/model/run.ts';

const { values } = parseArgs({ options: { series: { type: 'string', default: '2000' } } });
const count = Number(values.series);

let state = 20_261_121;
function uniform(): number {
  state = (state + 0x6d2b79f5) | 0;
  let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
}
const normal = (): number =>
  Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());

interface Kind {
  readonly name: string;
  readonly kept: number;
  readonly warm?: boolean;
  readonly leak?: number;
}

function series(n: number, { kept, warm = false, leak = 0 }: Kind): FunctionTable[] {
  const sizes = Array.from({ length: 20 }, (_, i) => 1e6 / (i + 1));
  const whole = sizes.reduce((sum, size) => sum + size, 0);
  const deviation = sizes.map(() => normal());
  return Array.from({ length: n }, (_, step) => {
    const functions = sizes.map((size, i) => {
      deviation[i] = kept * (deviation[i] ?? 0) + Math.sqrt(1 - kept ** 2) * normal();
      const grown = i === 0 ? (leak * whole * step) / (n - 1) : 0;
      const share = warm && i === 0 ? Math.min(1, (step + 1) / (n / 3)) : 1;
      const flat = Math.max(1, Math.round(size * share * (1 + 0.1 * (deviation[i] ?? 0)) + grown));
      return { name: `f${i}`, file: '', line: 0, flat, cum: flat };
    });
    const total = functions.reduce((sum, { flat }) => sum + flat, 0);
    return {
      source: '',
      sampleType: { type: 'inuse_space', unit: 'bytes' },
      total,
      samples: 1,
      functions,
    };
  });
}

const kinds: readonly Kind[] = [
  { name: 'no leak, white', kept: 0 },
  { name: 'no leak, AR 0.5', kept: 0.5 },
  { name: 'no leak, AR 0.9', kept: 0.9 },
  { name: 'no leak, warm-up', kept: 0, warm: true },
  { name: 'leak of 10 %', kept: 0, leak: 0.1 },
  { name: 'leak of 20 %', kept: 0, leak: 0.2 },
  { name: 'leak of 50 %', kept: 0, leak: 0.5 },
];
console.log('| Series called growing | 5 profiles | 8 | 12 | 20 |\n|---|--:|--:|--:|--:|');
for (const kind of kinds) {
  const cells = [5, 8, 12, 20].map((n) => {
    let found = 0;
    for (let i = 0; i < count; i++) {
      const judged = judgeGrowth(seriesGrowth(series(n, kind)), { threshold: 0.1, alpha: 0.01 });
      if (isLeaking(judged)) found++;
    }
    return `${((100 * found) / count).toFixed(1)} %`;
  });
  console.log(`| ${kind.name} | ${cells.join(' | ')} |`);
}
