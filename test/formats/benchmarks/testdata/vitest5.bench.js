import { describe, test } from 'vitest';

const sum = (n) => {
  let s = 0;
  for (let i = 0; i < n; i++) s += (i * i) % 7;
  return s;
};
const short = { time: 20, warmupTime: 5 };

test('alone', async ({ bench }) => {
  await bench('whole', short, () => void sum(1000)).run();
});
describe('sum', () => {
  test('of many', async ({ bench }) => {
    await bench.compare(
      bench('small', short, () => void sum(100)),
      bench('large > 9,999', short, () => void sum(10000)),
      { name: 'sizes' },
    );
  });
  test.skip('skipped', async ({ bench }) => {
    await bench('one', () => void sum(1)).run();
  });
});
