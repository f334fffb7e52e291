import { writeFileSync } from 'node:fs';
import { Bench } from 'tinybench';

const bench = new Bench({ time: 0, iterations: 12, warmup: false, retainSamples: true });
const many = Array.from({ length: 300 }, (_, i) => (i * 7919) % 1009);
bench
  .add('sort numbers', () => void many.slice().sort((a, b) => a - b))
  .add('reverse, slowly', () => void many.slice().reverse())
  .add('broken', () => {
    throw new Error('no input');
  });
await bench.run();
const tasks = bench.tasks.map(({ name, result }) => ({ name, ...result }));
const plain = (_, value) => (value instanceof Error ? { message: value.message } : value);
writeFileSync('tinybench.json', JSON.stringify(tasks, plain, 1));
console.table(bench.table().map(({ Stack, ...row }) => row));
