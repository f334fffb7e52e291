/**
 * Writes the inputs of the tables: benchmarks whose names have keys (`/format=json/size=4k-8`), lines that vary within a
 * file (`note:`), a metric that never varies, and benchmarks that a file lacks. Drawn from a fixed seed.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(import.meta.dirname, 'grid');
let state = 20261128;
const next = () => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return state / 2 ** 32;
};

const sizes = [
  ['15', 15],
  ['512', 512],
  ['2k', 2000],
  ['1Mi', 2 ** 20],
];
const formats = [
  ['json', 1.7],
  ['gob', 3.1],
  ['xml', 5.3],
];

function results(factor, skip) {
  const lines = [];
  for (const [size, bytes] of sizes) {
    for (const [format, cost] of formats) {
      const name = `Encode/format=${format}/size=${size}/deep-8`;
      if (skip(name)) continue;
      for (let i = 0; i < 10; i++) {
        const ns = 40 + bytes * cost * factor * (0.98 + 0.04 * next());
        const speed = (bytes * 1e3) / ns;
        lines.push(
          `Benchmark${name} ${Math.round(1e9 / ns)} ${ns.toPrecision(4)} ns/op ${speed.toFixed(2)} MB/s ${bytes * 2} B/op 3 allocs/op`,
        );
      }
    }
  }
  for (let i = 0; i < 6; i++) lines.push(`BenchmarkSum ${1000 + i} ${(100 * factor + next()).toFixed(1)} ns/op`);
  lines.push(`BenchmarkSize 1 ${Math.round(4e6 * factor)} text-bytes`);
  return lines;
}

const head = (cpu) => ['goos: linux', 'goarch: amd64', 'pkg: example.com/codec', `cpu: ${cpu}`];
const cpu = 'Example CPU @ 2.00GHz';
const unit = 'Unit text-bytes assume=exact';
const write = (name, lines) => writeFileSync(join(folder, name), `${lines.join('\n')}\n`);

mkdirSync(folder, { recursive: true });
write('old.txt', [...head(cpu), unit, ...results(1, () => false), 'PASS']);
write('new.txt', [...head(cpu), unit, ...results(0.9, (name) => name.includes('xml')), 'PASS']);
write('next.txt', [...head(cpu), ...results(1.2, (name) => name.includes('1Mi')), 'PASS']);
write('other.txt', [...head('Another CPU'), ...results(1.1, () => false)]);
write('notes.txt', [
  'pkg: example.com/codec',
  unit,
  'note: before',
  ...results(1, (name) => name.includes('gob')),
  'note: after',
  ...results(1.05, (name) => name.includes('xml')),
]);
