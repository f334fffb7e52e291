/** The events of go test -json: read as what go test prints without it. */
import { expect, it } from 'vitest';
import { read, shown, told } from './read.ts';
import { recorded, recordedFile } from './recorded.ts';

recordedFile('go-json', 'gotest.json');

const event = (of: object) => JSON.stringify({ Action: 'output', Package: 'p', ...of });
const events = (...all: readonly object[]) => `${all.map(event).join('\n')}\n`;

it('says what the text says', () => {
  const text = recorded('gotest.json')
    .trim()
    .split('\n')
    .map((line) => (JSON.parse(line) as { Output?: string }).Output ?? '')
    .join('');
  const [whole, plain] = [read(recorded('gotest.json')), read(text)];
  expect(shown(whole)).toEqual(shown(plain));
  expect(whole.environment).toEqual(plain.environment);
  expect(whole.warnings.map((of) => of.message)).toEqual(plain.warnings.map((of) => of.message));
});

it('takes apart packages that alternate', () => {
  const text = events(
    { Output: 'pkg: p\n' },
    { Package: 'q', Output: 'pkg: q\n' },
    { Output: 'BenchmarkA \t' },
    { Package: 'q', Output: 'BenchmarkA \t' },
    { Output: '1\t2 ns/op\n' },
    { Package: 'q', Output: '1\t3 ns/op\n' },
  );
  expect(shown(read(text))).toEqual(['p A sec/op: 2e-9', 'q A sec/op: 3e-9'].map(near));
});

/** Nanoseconds as they come out of the division. */
const near = (text: string) =>
  text.replace(/(\d)e-9/, (_, digit) => String(Number(digit) * (1 / 1e9)));

it('names the lines of events, and loses none of them silently', () => {
  const text = events(
    { Output: 'BenchmarkA 1 2 ns/op\n' },
    { Output: 'BenchmarkB 1 x ns/op\n' },
    { Output: '--- FAIL: BenchmarkC\n' },
  );
  const { warnings } = read(`# a build says this\n${text}{"Action":"output","Pack`);
  expect(told(warnings).map((of) => of.slice(0, of.indexOf(':')))).toEqual([
    'lost 3',
    'failed 4',
    'lost 5',
  ]);
});

it('tells an output that is no text', () => {
  expect(told(read(events({ Output: 'BenchmarkA 1 2 ns/op\n' }, { Output: 7 })).warnings)).toEqual([
    'lost 2: an event of go test has an output that is no text',
  ]);
});

it('takes off colours within the text', () => {
  expect(shown(read(events({ Output: '\u001b[32mBenchmarkA\u001b[0m 1 2 x\n' })))).toEqual([
    ' A x: 2',
  ]);
});
