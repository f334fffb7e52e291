/**
 * Output of benchmark tools in a form that is not read. A command that prints it is not its own
 * benchmark: such tools run what is fast more often, so that their time says nothing of it.
 */
import { InputError, type InputFile } from '../model.ts';

const TOOLS: readonly {
  readonly prints: RegExp;
  readonly tool: string;
  readonly instead: string;
}[] = [
  {
    prints: /^\{.*"Action":"/m,
    tool: 'go test -json',
    instead: 'run it without -json',
  },
  {
    prints: /^-+ benchmark(?::| ').*\btests? -+\s*$/m,
    tool: 'pytest-benchmark',
    instead: 'add --benchmark-json=$FLAMEGATE_OUTPUT',
  },
  {
    prints: /\btime:\s+\[\d[\d.]* \S+ \d[\d.]* \S+ \d[\d.]* \S+\]/,
    tool: 'criterion',
    instead: 'add --output-format bencher',
  },
  {
    prints: /^name,iterations,real_time,cpu_time,time_unit|^\s*\{\s*"context":\s*\{/m,
    tool: 'Google Benchmark',
    instead: 'use --benchmark_format=json, whole',
  },
  {
    prints: /^Benchmark\s.*\bMode\s+Cnt\s+Score\b/m,
    tool: 'JMH',
    instead: 'have it print the Go format',
  },
  {
    prints: /\bx \d[\d.,]* ops\/sec ±/,
    tool: 'benchmark.js',
    instead: 'have it print the Go format',
  },
  {
    prints: /^\|\s*Method\s*\|.*\bMean\b.*\|/m,
    tool: 'BenchmarkDotNet',
    instead: 'have it print the Go format',
  },
  {
    prints: /^\s+Time \(mean ± σ\):/m,
    tool: 'hyperfine',
    instead: 'give its command to flamegate',
  },
];

/** Tools say what they are at the beginning or the end. */
const LOOKED_AT = 1 << 20;

/** Throws InputError for output of a known tool; anything else may be what a command prints. */
export function refuseUnread({ file, bytes }: InputFile): void {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const text =
    whole.length <= LOOKED_AT
      ? whole.toString('utf8')
      : `${whole.toString('utf8', 0, LOOKED_AT / 2)}\n${whole.toString('utf8', whole.length - LOOKED_AT / 2)}`;
  const found = TOOLS.find(({ prints }) => prints.test(text));
  if (found === undefined) return;
  throw new InputError(
    `this is what ${found.tool} prints, in a form that is not read: ${found.instead}. The time of the whole command says nothing here, because such tools run what is fast more often`,
    { file },
  );
}
