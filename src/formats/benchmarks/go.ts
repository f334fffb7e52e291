/**
 * The Go benchmark format (golang.org/design/14313-benchmark-format), read as benchstat's reader
 * (golang/perf, benchfmt) reads it: configuration lines, `Unit` lines, results, and everything
 * else passed over. One pass over the bytes; names and units become strings when first met.
 *
 * It differs on purpose in a few places (docs/benchmarks.md): lines of any length, values of 0 in tidied
 * units, failures of the measured program, values that are not finite.
 */
import type { BenchmarkResult } from '../../model/result.ts';
import type { InputFile } from '../../model/run.ts';
import type { Warning } from '../../model/warning.ts';
import { quote } from '../../text/quote.ts';
import { type Failures, noFailures, settleFailures, takeFailure, takeWeak } from './failures.ts';
import { fieldEnd, isAsciiSpace, sameBytes } from './field.ts';
import type { Reading } from './format.ts';
import {
  addSample,
  type Benchmark,
  beginResult,
  benchmarkOf,
  emptyResults,
  finishResults,
  type GoResults,
  type Group,
  groupOf,
  type Setting,
  setMetadata,
  unitOf,
} from './goresults.ts';
import { type Losses, lose, noLosses, notFinite } from './lost.ts';
import { emptyResult, type NoResult, type ResultLine, readResult } from './result.ts';

/** Syntax errors beyond this many are counted, not listed. */
const syntaxErrorsListed = 100;
/** Logs look like configuration (`worker: ready`); keys beyond this many are not followed. */
const keysFollowed = 50;
/** What go's own tools print and a reader of `key: value` would take for configuration. */
const chatter = new Set(['go', 'testing', 'coverage']);

interface Reader {
  readonly file: string;
  readonly bytes: Buffer;
  readonly into: GoResults;
  readonly configuration: Map<string, Setting>;
  readonly failures: Failures;
  readonly syntax: Warning[];
  readonly lost: Losses;
  /** Takes each result as it is, in place of putting results of one benchmark together. */
  readonly take: ((result: BenchmarkResult) => void) | null;
  /** What `take` is told of the configuration; null after a configuration line. */
  settings: ReadonlyMap<string, string> | null;
  /** Syntax errors that were not listed. */
  unlisted: number;
  /** Something was read that only go test or a benchmark file says. */
  recognised: boolean;
  results: number;
  /** The present line is bytes[start..end), number `line` from 1. */
  start: number;
  end: number;
  line: number;
  readonly result: ResultLine;
  /** The results' group under the present configuration; null after a configuration line. */
  group: Group | null;
  /** The last result's benchmark, in that group. */
  last: Known | null;
}

/** A benchmark, where its name stands in the bytes, and which one came after it last time. */
interface Known {
  readonly benchmark: Benchmark;
  readonly start: number;
  readonly length: number;
  next: Known | null;
}

/** Reads a file; null where nothing in it looks like Go's output. */
export const readGo = (input: InputFile): Reading | null => read(input, null);

/**
 * The same, one result at a time: `take` gets each in the order of the file, whatever machine it is of,
 * and the reading that is returned has no records.
 */
export const readGoResults = (
  input: InputFile,
  take: (result: BenchmarkResult) => void,
): Reading | null => read(input, take);

function read({ file, bytes }: InputFile, take: Reader['take']): Reading | null {
  const into = emptyResults();
  const reader: Reader = {
    file,
    bytes: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length),
    into,
    configuration: new Map(),
    failures: noFailures(file),
    syntax: [],
    lost: noLosses(),
    take,
    settings: null,
    unlisted: 0,
    recognised: false,
    results: 0,
    start: 0,
    end: 0,
    line: 0,
    result: emptyResult((name) => unitOf(into, name)),
    group: null,
    last: null,
  };
  readLines(reader);
  settleFailures(reader.failures);
  const warnings = [...reader.syntax, ...reader.failures.warnings];
  warnings.sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
  if (reader.unlisted > 0) {
    const message = `${reader.unlisted} more lines could not be read`;
    warnings.push({ kind: 'syntax', file, message });
  }
  if (!reader.recognised) return null;
  return { ...finishResults(into), results: reader.results, warnings, lost: reader.lost };
}

function readLines(reader: Reader): void {
  const { bytes } = reader;
  while (reader.start < bytes.length) {
    const newline = bytes.indexOf(0x0a, reader.start);
    reader.end = newline < 0 ? bytes.length : newline;
    reader.line++;
    readLine(reader);
    reader.start = reader.end + 1;
  }
}

const benchmarkWord = Buffer.from('Benchmark');
/** The first letters of FAIL, PASS, ---, ***, ok, exit status, fatal error, panic, signal. */
const goTestInitials = new Set(Buffer.from('FP-*oefps'));

function readLine(reader: Reader): void {
  const { bytes, start, end } = reader;
  const first = bytes[start] as number;
  if (first === 0x42 && end - start >= 9 && sameBytes(bytes, start, benchmarkWord, 0, 9)) {
    readResultLine(reader);
  } else if (first === 0x55) {
    readUnitLine(reader);
  } else if (goTestInitials.has(first)) {
    readGoTestLine(reader);
  } else {
    readSetting(reader);
  }
}

function readResultLine(reader: Reader): void {
  const { bytes, result } = reader;
  const problem = readResult(bytes, reader.start, reader.end, result);
  // `Benchmarking x: Warming up` and `Benchmark   Time   CPU` are what other tools print.
  if (problem === null || isGoName(bytes, reader.start + 9, reader.end)) reader.recognised = true;
  if (problem !== null) {
    passOver(reader, problem);
    return;
  }
  if (result.notFinite > 0 && loseValues(reader)) {
    // The next line may be of this name, and its benchmark was not looked up.
    reader.last = null;
    return;
  }
  if (reader.take === null) addResult(reader);
  else reader.take(resultOf(reader));
  reader.results++;
  if (reader.failures.weak !== null) settleFailures(reader.failures);
}

function addResult(reader: Reader): void {
  const { result } = reader;
  const { benchmark } = knownBenchmark(reader);
  beginResult(reader.into, benchmark);
  for (let k = 0; k < result.pairs; k++) {
    const unit = result.units[k]?.tidied.unit as string;
    const value = result.values[k] as number;
    if (result.notFinite === 0 || Number.isFinite(value)) addSample(benchmark, k, unit, value);
  }
}

function resultOf(reader: Reader): BenchmarkResult {
  const { result, bytes } = reader;
  reader.settings ??= new Map([...reader.configuration].map(([key, { value }]) => [key, value]));
  const values = result.units.slice(0, result.pairs).map(({ tidied, name }, k) => ({
    unit: tidied.unit,
    given: name.toString(),
    value: result.values[k] as number,
  }));
  return {
    name: bytes.toString('utf8', result.nameStart, result.nameEnd),
    settings: reader.settings,
    values: values.filter(({ value }) => Number.isFinite(value)),
  };
}

/** Whether go test runs a function of this name: after the word comes something, in no lower case. */
function isGoName(bytes: Buffer, at: number, end: number): boolean {
  const next = bytes[at] as number;
  return at < end && !isAsciiSpace(next) && !(next >= 0x61 && next <= 0x7a);
}

/** A line that begins with Benchmark and is no result. */
function passOver(reader: Reader, problem: NoResult): void {
  switch (problem.kind) {
    case 'name-only':
      // go test -v prints the name when a benchmark starts.
      return;
    case 'iterations':
      // A benchmark that fails after its first round does so on its own result line.
      if (takeFailure(reader.failures, textOf(reader, problem.at), reader.line)) return;
      loseResult(
        reader,
        `${problem.message}: probably the benchmark's own output broke its result line, and the ` +
          'result is lost; let it write with b.Log',
      );
      return;
    case 'measurement':
      loseResult(reader, problem.message);
      return;
  }
}

/** Only a line that names a benchmark can have lost one. */
function loseResult(reader: Reader, message: string): void {
  const { bytes, start, end, line } = reader;
  if (!isGoName(bytes, start + 9, end)) {
    syntaxError(reader, message);
    return;
  }
  const from = start + 9;
  const nameEnd = fieldEnd(bytes, from, Math.min(end, from + 1000));
  const name = bytes.toString('utf8', from, nameEnd);
  lose(reader.lost, { name, line, message: `${name}: ${message}` });
}

/** Tells the values of a result that are not finite, and whether it has no other. */
function loseValues(reader: Reader): boolean {
  const { result, bytes, line } = reader;
  if (result.iterations === 0) {
    // A benchmark that panics leaves "0 NaN ns/op", and the panic on the lines after.
    takeWeak(reader.failures, textOf(reader, reader.start), line);
    return true;
  }
  const name = bytes.toString('utf8', result.nameStart, result.nameEnd);
  for (let k = 0; k < result.pairs; k++) {
    const value = result.values[k] as number;
    if (Number.isFinite(value)) continue;
    const unit = result.units[k]?.name.toString() ?? '';
    const message = `${name}: ${unit} ${notFinite(value)}`;
    lose(reader.lost, { name, unit, line, message });
  }
  return result.notFinite === result.pairs;
}

/** The last result's benchmark; most often the one before it, or the one that followed that. */
function knownBenchmark(reader: Reader): Known {
  const { bytes, result } = reader;
  reader.group ??= enterGroup(reader);
  const { last } = reader;
  if (last !== null && result.sameName) return last;
  const start = result.nameStart;
  const length = result.nameEnd - start;
  const guess = last?.next;
  if (guess?.length === length && sameBytes(bytes, start, bytes, guess.start, length)) {
    reader.last = guess;
    return guess;
  }
  const name = bytes.toString('utf8', start, result.nameEnd);
  const known = { benchmark: benchmarkOf(reader.group, name), start, length, next: null };
  if (last !== null) last.next = known;
  reader.last = known;
  return known;
}

function enterGroup(reader: Reader): Group {
  reader.last = null;
  return groupOf(reader.into, reader.file, reader.configuration);
}

/** `Unit ns/op better=lower assume=exact`. What a unit was told first stays. */
function readUnitLine(reader: Reader): void {
  const fields = textOf(reader, reader.start).split(/\p{White_Space}+/u);
  if (fields[0] !== 'Unit') return;
  reader.recognised = true;
  const unit = fields[1] ?? '';
  if (unit === '') {
    syntaxError(reader, 'missing unit');
    return;
  }
  for (const pair of fields.slice(2)) {
    if (pair === '') continue;
    const equals = pair.indexOf('=');
    if (equals <= 0) {
      syntaxError(reader, `expected key=value, found ${quote(pair)}`);
      continue;
    }
    const key = pair.slice(0, equals);
    const value = pair.slice(equals + 1);
    const has = setMetadata(reader.into, {
      unit: unitOf(reader.into, unit).unit,
      key,
      value,
      line: reader.line,
    });
    if (has !== null) {
      syntaxError(reader, `metadata ${key} of unit ${unit} already set to ${quote(has)}`);
    }
  }
}

function readGoTestLine(reader: Reader): void {
  const text = textOf(reader, reader.start);
  if (takeFailure(reader.failures, text, reader.line)) reader.recognised = true;
  else if (text === 'PASS' || text.startsWith('ok  \t')) reader.recognised = true;
  else readSetting(reader);
}

/** `key: value` sets, `key:` unsets; a key begins in lower case and has no upper case or space. */
function readSetting(reader: Reader): void {
  const { bytes, end, configuration } = reader;
  const colon = settingColon(reader);
  if (colon < 0) return;
  const key = bytes.toString('utf8', reader.start, colon);
  if (!isKey(key) || chatter.has(key)) return;
  let value = colon + 1;
  while (value < end && (bytes[value] === 0x20 || bytes[value] === 0x09)) value++;
  if (value === colon + 1 && value < end) return;

  if (key === 'pkg') {
    reader.recognised = true;
    settleFailures(reader.failures);
  }
  if (value === end) configuration.delete(key);
  else if (configuration.size < keysFollowed || configuration.has(key)) {
    configuration.set(key, { value: bytes.toString('utf8', value, end), line: reader.line });
  }
  reader.group = null;
  reader.settings = null;
}

/** The colon that ends a key: before any ASCII space or capital, and not the first byte; or -1. */
function settingColon({ bytes, start, end }: Reader): number {
  for (let i = start; i < end; i++) {
    const byte = bytes[i] as number;
    if (byte === 0x3a && i > start) return i;
    if (isAsciiSpace(byte) || (byte >= 0x41 && byte <= 0x5a)) return -1;
  }
  return -1;
}

/** Beyond ASCII, Unicode decides what is lower case, upper case and white space. */
function isKey(key: string): boolean {
  return /^\p{Ll}[^\p{Lu}\p{White_Space}]*$/u.test(key);
}

/** A line that a reader may look at as words; beyond 1,000 bytes nothing of interest follows. */
function textOf(reader: Reader, start: number): string {
  return reader.bytes.toString('utf8', start, Math.min(reader.end, start + 1000));
}

function syntaxError(reader: Reader, message: string): void {
  if (reader.syntax.length < syntaxErrorsListed) {
    reader.syntax.push({ kind: 'syntax', file: reader.file, line: reader.line, message });
  } else {
    reader.unlisted++;
  }
}
