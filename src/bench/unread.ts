/**
 * Output of benchmark tools in a form that is not read. A command that prints it is not its own
 * benchmark: such tools run what is fast more often, so that their time says nothing of it.
 */
import { InputError, type InputFile } from '../model.ts';

/** Of lines: `\s` in front would go over all blank ones, from each of them. */
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
    prints: /^name,iterations,real_time,cpu_time,time_unit|^[ \t]*\{\s*"context":\s*\{/m,
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
    prints: /^[ \t]+name +hz +min +max +mean\b/m,
    tool: 'vitest bench',
    instead: 'add --outputJson=$FLAMEGATE_OUTPUT',
  },
  {
    prints: /^[ \t]+Time \(mean ± σ\):/m,
    tool: 'hyperfine',
    instead: 'give its command to flamegate',
  },
];

/** What a tool says that ran no benchmark. */
const IDLE: readonly {
  readonly prints: RegExp;
  /** One part of it ran nothing, another did. */
  readonly unless?: RegExp;
  readonly tool: string;
  readonly instead: string;
}[] = [
  {
    prints: /^Failed to match any benchmarks against regex/m,
    tool: 'Google Benchmark',
    instead: 'see what its filter matches',
  },
  {
    prints: /^Testing .+\r?\nSuccess$/m,
    tool: 'criterion',
    instead: 'add --bench --output-format bencher',
  },
  {
    prints: /^running 0 tests$/m,
    unless: /^running [1-9]\d* tests?$/m,
    tool: 'a Rust test program',
    instead: 'add --bench, and see what its filter matches',
  },
  {
    prints: /^=+ (?:no tests ran|\d+ deselected)\b.*=+$/m,
    tool: 'pytest',
    instead: 'see what its -k or -m selects',
  },
];

/** Tools say what they are at the beginning or the end. */
const LOOKED_AT = 1 << 20;

/**
 * Throws InputError for output of a known tool; anything else may be what a command prints. `errors`:
 * lines of standard error.
 */
export function refuseUnread({ file, bytes }: InputFile, errors: readonly string[] = []): void {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const text =
    whole.length <= LOOKED_AT
      ? whole.toString('utf8')
      : `${whole.toString('utf8', 0, LOOKED_AT / 2)}\n${whole.toString('utf8', whole.length - LOOKED_AT / 2)}`;
  const found = TOOLS.find(({ prints }) => prints.test(text));
  if (found !== undefined) {
    throw new InputError(
      `this is what ${found.tool} prints, in a form that is not read: ${found.instead}. The time of the whole command says nothing here, because such tools run what is fast more often`,
      { file },
    );
  }
  const said = `${text}\n${errors.join('\n')}`;
  const idle = IDLE.find(({ prints, unless }) => prints.test(said) && unless?.test(said) !== true);
  if (idle === undefined) return;
  throw new InputError(
    `${idle.tool} ran no benchmark: ${idle.instead}. The time of a command that does nothing says nothing`,
    { file },
  );
}
