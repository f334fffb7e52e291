import { bench } from 'vitest';

bench('broken', () => {
  throw new Error('no file');
});
bench('fine', () => {}, { time: 20, warmupTime: 5 });
