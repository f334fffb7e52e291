import { bench, group, run } from 'mitata';

const many = Array.from({ length: 300 }, (_, i) => (i * 7919) % 1009);
group('arrays', () => {
  bench('sort $n numbers', function* (state) {
    const n = state.get('n');
    yield () => many.slice(0, n).sort((a, b) => a - b);
  }).args('n', [10, 100]);
  bench('reverse', () => many.slice().reverse());
});
bench('alone', () => Math.hypot(3, 4));
bench('broken', () => {
  throw new Error('no input');
});
await run({ format: process.argv[2] ?? 'mitata', colors: false });
