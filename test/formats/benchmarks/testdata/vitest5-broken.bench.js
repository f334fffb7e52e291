import { expect, test } from 'vitest';

const short = { time: 20, warmupTime: 5 };

test('fine', async ({ bench }) => {
  await bench('one', short, () => void Math.sqrt(2)).run();
});
test('broken', async ({ bench }) => {
  await bench('two', short, () => {
    throw new Error('broken');
  }).run();
});
test('half', async ({ bench }) => {
  await bench('three', short, () => void Math.sqrt(2)).run();
  expect(1, 'not fast enough').toBe(2);
});
