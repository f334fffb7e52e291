/**
 * Output that looks like results and is not read: which tool prints it, and what to do. One table, for
 * files that were given and for commands that are measured. A command that prints results is not its
 * own benchmark: such tools run what is fast more often, so that their time can even fall when the
 * code gets slower.
 */
import { InputError } from '../../model/error.ts';
import type { InputFile } from '../../model/run.ts';

interface Tool {
  readonly prints: RegExp;
  readonly tool: string;
  /** What makes it print something that is read; null where nothing does. */
  readonly instead: string | null;
}

/** Of lines: `\s` in front would go over all blank ones, from each of them. */
const TOOLS: readonly Tool[] = [
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
    prints:
      /\btime:\s+\[\d[\d.]* \S+ \d[\d.]* \S+ \d[\d.]* \S+\]|^Benchmarking .+: (?:Warming up|Collecting) /m,
    tool: 'criterion',
    instead: 'add --output-format bencher',
  },
  {
    prints:
      /^name,iterations,real_time,cpu_time,time_unit|^[ \t]*\{\s*"context":\s*\{|^Benchmark +Time +CPU +Iterations\b/m,
    tool: 'Google Benchmark',
    instead: 'use --benchmark_format=json, whole',
  },
  {
    prints: /^[ \t]*name +hz +min +max +mean\b/m,
    tool: 'vitest bench',
    instead:
      'add --outputJson=$FLAMEGATE_OUTPUT, from vitest 5 on --reporter=json --outputFile=$FLAMEGATE_OUTPUT',
  },
  {
    prints: /^[ \t]+Time \(mean ± σ\):|"results":\s*\[\s*\{\s*"command":/m,
    tool: 'hyperfine',
    instead: 'give its command to flamegate',
  },
  { prints: /^[│|].*\bTask [Nn]ame\b.*(?:Latency|ops\/sec)/m, tool: 'tinybench', instead: null },
  { prints: /\bx \d[\d.,]* ops\/sec (?:±|\+\/-)/, tool: 'benchmark.js', instead: null },
  {
    prints: /^(?:\| )?benchmark\b.*\biter\/s\b.*\(min … max\)/m,
    tool: 'deno bench',
    instead: null,
  },
  {
    prints: /^clk: ~[\d.]+ GHz|^benchmark\b.*\(min … (?:max|top 1%)\)/m,
    tool: 'mitata',
    instead: null,
  },
  {
    prints: /^Timer precision: \d|\bfastest +│ slowest +│ median +│ mean\b/m,
    tool: 'divan',
    instead: null,
  },
  { prints: /\(± *[\d.]+%\) i\/s\b/, tool: 'benchmark-ips', instead: null },
  { prints: /^ *user +system +total +real$/m, tool: "Ruby's Benchmark", instead: null },
  {
    prints: /^benchmark name +samples +iterations +est|<BenchmarkResults /m,
    tool: 'Catch2',
    instead: null,
  },
  { prints: /^\|.*\| *err% *\|.*\btotal *\|/m, tool: 'nanobench', instead: null },
  { prints: /\bMean \+- std dev: |"runs":\s*\[\s*\{\s*"metadata":/, tool: 'pyperf', instead: null },
  {
    prints: /\bloops?, best of \d+: |± .* per loop \(mean ± /,
    tool: "Python's timeit",
    instead: null,
  },
  { prints: /^\[ *[\d.]+%\] ·+ /m, tool: 'asv', instead: null },
  {
    prints: /^Benchmark\s.*\bMode\s+Cnt\s+Score\b|"primaryMetric":/m,
    tool: 'JMH',
    instead: null,
  },
  {
    prints: /^\|\s*Method\s*\|.*\bMean\b.*\||"HostEnvironmentInfo":/m,
    tool: 'BenchmarkDotNet',
    instead: null,
  },
  {
    prints: /^BenchmarkTools\.Trial: |^ +[\d.]+ (?:ns|μs|ms|s) \(\d+ allocations?: /m,
    tool: 'BenchmarkTools',
    instead: null,
  },
  { prints: /^time +[\d.]+ \S+ +\([\d.]+ \S+ \.\. /m, tool: "Haskell's criterion", instead: null },
  { prints: /^Name +ips +average +deviation\b/m, tool: 'Benchee', instead: null },
  { prints: /^benchmark +runs +total time +time\/run\b/m, tool: 'zBench', instead: null },
  { prints: /\(RunTime\): [\d.]+ us\b/, tool: 'benchmark_harness', instead: null },
  { prints: /^PHPBench \S/m, tool: 'PHPBench', instead: null },
  { prints: /^Requests\/sec: +[\d.]/m, tool: 'wrk', instead: null },
  { prints: /^Requests per second: +[\d.]/m, tool: 'ab', instead: null },
  { prints: /^tps = [\d.]+ \(/m, tool: 'pgbench', instead: null },
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
const lookedAt = 1 << 20;
/** What a line is begins it; with longer ones an expression could be made to take very long. */
const longestLine = 1000;

const goFormat = 'have it print lines like "BenchmarkName 1 1234 ns/op"';
const timeCommand = '--time-command (in the action `time-command: true`)';

/** The output of a known tool in a form that is not read, and what to do, as the end of a sentence; or null. */
export function unreadTool({ bytes }: Pick<InputFile, 'bytes'>): string | null {
  const found = toolIn(linesOf(bytes));
  if (found === undefined) return null;
  const advice = (found.instead ?? goFormat).replaceAll('$FLAMEGATE_OUTPUT', 'FILE');
  return `this is what ${found.tool} prints, in a form that is not read: ${advice}`;
}

const toolIn = (text: string): Tool | undefined => TOOLS.find(({ prints }) => prints.test(text));

/**
 * Throws InputError for output of a command that is a known tool's, or looks like results; anything
 * else may be what a command prints. `errors`: lines of standard error.
 */
export function refuseUnread({ file, bytes }: InputFile, errors: readonly string[] = []): void {
  const text = linesOf(bytes);
  const said = `${text}\n${linesOf(Buffer.from(errors.join('\n')))}`;
  const found = toolIn(said);
  if (found !== undefined) {
    const what = `this is what ${found.tool} prints, in a form that is not read`;
    const instead =
      found.instead === null
        ? `${goFormat}, or add ${timeCommand} to compare the time of the whole command`
        : `${found.instead}. The time of the whole command cannot be compared here, because such tools repeat fast code more often`;
    throw new InputError(`${what}: ${instead}`, { file });
  }
  const idle = IDLE.find(({ prints, unless }) => prints.test(said) && unless?.test(said) !== true);
  if (idle !== undefined) {
    throw new InputError(
      `${idle.tool} ran no benchmark: ${idle.instead}. The time of a command that does nothing cannot be compared`,
      { file },
    );
  }
  const result = resultIn(text);
  if (result === null) return;
  throw new InputError(
    `${JSON.stringify(result)} looks like a result, in a form that is not read: add ${timeCommand} if this program has no benchmark output, else ${goFormat}`,
    { file },
  );
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: the escape character begins a colour
const colours = /\u001b\[[\d;]*[A-Za-z]/g;

/** The beginning and the end, without colours: tools print them where the variable CI is set. */
function linesOf(bytes: Uint8Array): string {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const text =
    whole.length <= lookedAt
      ? whole.toString('utf8')
      : `${whole.toString('utf8', 0, lookedAt / 2)}\n${whole.toString('utf8', whole.length - lookedAt / 2)}`;
  return text
    .replaceAll(colours, '')
    .split('\n')
    .map((line) => line.slice(0, longestLine))
    .join('\n');
}

/** A number with a unit of time, not part of a word. */
const times =
  /(?<![\w.,:])(?:\d[\d.,]*\s?(?:ns|nsecs?|[uµμ]s|usecs?|msecs?|ms|secs?|seconds?)|\d{1,3}(?:\.\d+)?\s?s)(?![\w/])/g;
/** So small a time is nobody's whole run. */
const small = /(?:ns|nsecs?|[uµμ]s|usecs?)$/;
const rate =
  /\b(?:ops?|i|iters?|iterations?|req|requests|calls|[KMGT]i?B)\/s(?:ec|econd)?\b|\b(?:ns|[uµμ]s|ms|s|sec)\/(?:op|iter|iteration|call|run|i|byte|elem)\b|\bper (?:loop|iteration|operation|op|call)\b/;
/** What a program says of its own run: `Done in 1.2 s`. */
const ofItself =
  /\b(?:in|after|took|takes|for|within|elapsed|every|timeout|wait(?:ed|ing)?)[\s:=(~]*$/i;

/** The first line that looks like a result; null where none does, and in binary output. */
function resultIn(text: string): string | null {
  if (/[\0\ufffd]/.test(text)) return null;
  const line = text.split('\n').find(isResult);
  return line === undefined ? null : line.trim().slice(0, 80);
}

function isResult(line: string): boolean {
  if (!/\d/.test(line)) return false;
  if (rate.test(line)) return true;
  const found = [...line.matchAll(times)];
  return found.some(
    (of) => small.test(of[0]) || found.length > 1 || !ofItself.test(line.slice(0, of.index)),
  );
}
