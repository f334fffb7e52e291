/**
 * Writes two files of Go benchmark output, old and new, always the same: 20,000 benchmarks of ten
 * packages, ten samples each with -benchmem, about 16 MB a file. One benchmark in ten of the new
 * file is 8 % slower.
 *
 *     node eval/bench/generate.ts FOLDER
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const packages = 10;
const benchmarksOfPackage = 2000;
const count = 10;

/** Mulberry32: uniform in 0..1, from a seed. */
function uniforms(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let x = Math.imul(state ^ (state >>> 15), 1 | state);
    x = (x + Math.imul(x ^ (x >>> 7), 61 | x)) ^ x;
    return ((x ^ (x >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** As the testing package prints a time: four digits or more. */
function time(nanoseconds: number): string {
  const digits = nanoseconds >= 1000 ? 0 : nanoseconds >= 100 ? 1 : nanoseconds >= 10 ? 2 : 4;
  return nanoseconds.toFixed(digits).padStart(8);
}

function output(side: 'old' | 'new'): string {
  const noise = uniforms(side === 'old' ? 1 : 2);
  const shape = uniforms(3);
  const lines: string[] = [];
  for (let p = 0; p < packages; p++) {
    lines.push('goos: linux', 'goarch: amd64', `pkg: example.com/service/internal/part${p}`);
    lines.push('cpu: AMD EPYC 7763 64-Core Processor');
    for (let b = 0; b < benchmarksOfPackage; b++) {
      const name = `BenchmarkStep${b % 50}/size=${2 ** (b % 12)}/${b}-4`;
      const typical = 10 ** (1 + 5 * shape());
      const bytes = Math.floor(4096 * shape());
      const slower = side === 'new' && b % 10 === 0 ? 1.08 : 1;
      for (let i = 0; i < count; i++) {
        const value = typical * slower * (1 + 0.02 * (noise() + noise() + noise() - 1.5));
        const heap = bytes + (b % 4 === 0 ? Math.floor(3 * noise()) : 0);
        const iterations = String(Math.ceil(1e8 / value)).padStart(7);
        lines.push(
          `${name} \t${iterations}\t${time(value)} ns/op\t${String(heap).padStart(7)} B/op\t` +
            `${String(b % 20).padStart(6)} allocs/op`,
        );
      }
    }
    lines.push('PASS', `ok  \texample.com/service/internal/part${p}\t120.003s`);
  }
  return `${lines.join('\n')}\n`;
}

/** Writes old.txt and new.txt into the folder and returns their paths. */
export function generate(folder: string): { old: string; new: string } {
  mkdirSync(folder, { recursive: true });
  const paths = { old: join(folder, 'old.txt'), new: join(folder, 'new.txt') };
  for (const side of ['old', 'new'] as const) writeFileSync(paths[side], output(side));
  return paths;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const paths = generate(process.argv[2] ?? '.');
  console.log(`${paths.old}\n${paths.new}`);
}
