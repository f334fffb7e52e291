// Writes the larger inputs of test/golden/benchstat/in: samples on both sides of the sizes where
// benchstat's Mann-Whitney test turns from the exact distribution to the normal approximation (more
// than 50 samples without ties, more than 25 with). Always the same: node generate.mjs
import { mkdirSync, writeFileSync } from 'node:fs';

let state = 20261121;
/** Uniform in [0, 1): Park and Miller's generator. */
function uniform() {
  state = (state * 48271) % 2147483647;
  return state / 2147483647;
}

/** About normal with a few high outliers, as times of benchmarks are. */
function time(center, spread) {
  let sum = -6;
  for (let i = 0; i < 12; i++) sum += uniform();
  return center * (1 + spread * sum + (uniform() < 0.05 ? uniform() : 0));
}

const digits = { distinct: 9, tied: 2 };
const shifts = { same: 1, near: 1.012, clear: 1.05 };

for (const n of [25, 26, 50, 51, 60]) {
  for (const [sides, head] of [['equal', n], ['uneven', n - 7]]) {
    const text = { old: 'goos: linux\ngoarch: amd64\npkg: example.com/large\n' };
    text.new = text.old;
    for (const [ties, precision] of Object.entries(digits)) {
      for (const [shift, factor] of Object.entries(shifts)) {
        const line = (value) =>
          `BenchmarkTime/${ties}/${shift}-2 \t 1000 \t ${Number(value.toPrecision(precision))} ns/op\n`;
        for (let i = 0; i < n; i++) text.old += line(time(8700, 0.02));
        for (let i = 0; i < head; i++) text.new += line(time(8700 * factor, 0.02));
      }
    }
    const folder = new URL(`in/n${n}-${sides}/`, import.meta.url);
    mkdirSync(folder, { recursive: true });
    for (const side of ['old', 'new']) writeFileSync(new URL(`${side}.txt`, folder), text[side]);
  }
}
