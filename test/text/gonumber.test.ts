import { expect, it } from 'vitest';
import { goNumber } from '../../src/text/gonumber.ts';

// What fmt.Sprint of Go 1.26 prints.
it.each([
  [1e6, '1e+06'],
  [1234567.5, '1.2345675e+06'],
  [999999.5, '999999.5'],
  [1e21, '1e+21'],
  [0.0001, '0.0001'],
  [0.00001234, '1.234e-05'],
  [5e-324, '5e-324'],
  [-0.05, '-0.05'],
  [0, '0'],
  [Number.POSITIVE_INFINITY, '+Inf'],
])('prints %d as Go does', (value, text) => {
  expect(goNumber(value)).toBe(text);
});
