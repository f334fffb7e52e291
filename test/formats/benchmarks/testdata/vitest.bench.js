import { bench, describe } from 'vitest';

const sum = (n) => {
  let s = 0;
  for (let i = 0; i < n; i++) s += (i * i) % 7;
  return s;
};

bench('alone', () => void sum(1000), { time: 20, warmupTime: 5 });
describe('sum', () => {
  bench('small', () => void sum(100), { time: 20, warmupTime: 5 });
  describe('of many', () => {
    bench('large > 9,999', () => void sum(10000), { time: 20, warmupTime: 5 });
  });
  bench.skip('skipped', () => void sum(1));
  bench.todo('to do');
});
