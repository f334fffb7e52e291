import { expect, it } from 'vitest';
import {
  choiceName,
  choicesOf,
  chosen,
  refuseUnused,
} from '../../../src/entry/cli/measure/vary.ts';

it('is every combination, named as Go names what varies', () => {
  const choices = choicesOf(['n=1,10', 'mode=fast,a b/c']);
  expect(choices.map(choiceName)).toEqual([
    'n=1/mode=fast',
    'n=1/mode=a_b_c',
    'n=10/mode=fast',
    'n=10/mode=a_b_c',
  ]);
  const texts = choices.map((of) => chosen('tool -n {n} {n}{mode} {other} {}', of));
  expect(texts[3]).toBe('tool -n 10 10a b/c {other} {}');
  expect(choicesOf([])).toEqual([[]]);
});

it('takes a value as it is', () => {
  const [choice = []] = choicesOf(["n=$& $' {n}"]);
  expect(chosen('<{n}>', choice)).toBe("<$& $' {n}>");
});

it.each([
  [['n'], /must be a name and values/],
  [['n='], /must be a name and values/],
  [['=1'], /must be a name and values/],
  [['n=1', 'n=2'], /--vary n is given twice/],
  [['n=1,1'], /n=1 is given twice/],
  [['n=a b,a_b'], /is given twice, or two values have the same name/],
  [
    [`n=${Array.from({ length: 101 }, (_, i) => i).join(',')}`],
    /101 combinations are more than 100/,
  ],
])('%j is bad usage', (lists, message) => {
  expect(() => choicesOf(lists)).toThrow(message);
});

it('a name that stands nowhere is bad usage', () => {
  const choices = choicesOf(['n=1', 'm=2']);
  expect(() => refuseUnused(choices, ['tool {n}'])).toThrow(
    /--vary m: \{m\} is not in the command/,
  );
  expect(() => refuseUnused(choices, ['tool {n}', '{m}'])).not.toThrow();
});
