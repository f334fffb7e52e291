/**
 * Benchmarks of Catch2: the mean that its console prints below the name, and the one in its XML (nanoseconds).
 * Named by test case, sections and itself. Its samples are nowhere.
 */
import type { InputFile } from '../../model/run.ts';
import type { Warning } from '../../model/warning.ts';
import type { BenchmarkRecord, Reading } from './format.ts';
import { type Losses, lose, noLosses } from './lost.ts';

const nanoseconds: Readonly<Record<string, number>> = {
  ...{ ns: 1, us: 1e3, µs: 1e3, ms: 1e6, s: 1e9, m: 6e10, h: 3.6e12 },
};
const time = '(\\S+) (ns|us|µs|ms|s|m|h)';
const means = new RegExp(`^ +${time} +${time} +${time} *$`);
/** What follows a name, or the rest of one that is folded: samples, iterations, and the time that is expected. */
const begun = new RegExp(`^(\\S.*?)? +(\\d+) +(\\d+) +${time} *$`);

export function readCatch2Console({ file, bytes }: InputFile): Reading | null {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8');
  if (!/^benchmark name +samples/m.test(text)) return null;
  const warnings: Warning[] = [];
  const records: BenchmarkRecord[] = [];
  const lost = noLosses();
  const all = text.split('\n');
  let title: string[] = [];
  let isTitle = false;
  let folded: string[] = [];
  let isTable = false;
  let open: { readonly name: string; readonly line: number } | null = null;
  for (const [i, full] of all.entries()) {
    const row = full.slice(0, 2000).trimEnd();
    if (/^[~=.]{20,}$/.test(row) || /^benchmark name +samples/.test(row)) isTitle = false;
    if (/^-{20,}$/.test(row)) {
      const isHead = /std dev/.test(all[i - 1] ?? '');
      if (!isHead && !isTitle && !/^-{20,}/.test(all[i - 2] ?? '')) title = [];
      isTitle = !isHead && title.length === 0;
      isTable = isHead;
      folded = [];
      continue;
    }
    if (isTitle) title.push(row.trim());
    if (!isTable) continue;
    const [, broken, why] = /^(\S.*?) +Benchmark failed \((.*)\)$/.exec(row) ?? [];
    if (broken !== undefined) {
      const message = `${named(title, [...folded, broken])} failed: ${why}`;
      warnings.push({ kind: 'failed', file, line: i + 1, message });
      folded = [];
      continue;
    }
    const start = begun.exec(row);
    const mean = means.exec(row);
    if (start !== null && mean === null) {
      open = losingOpen(lost, open);
      open = { name: named(title, [...folded, start[1] ?? '']), line: i + 1 };
      folded = [];
    } else if (mean !== null && open !== null) {
      records.push({ name: open.name, metrics: [{ unit: 'ns/op', samples: [timeOf(mean)] }] });
      open = null;
    } else if (/^\S/.test(row)) {
      folded.push(row.trim());
    }
  }
  losingOpen(lost, open);
  return { records, results: records.length, environment: new Map(), warnings, lost };
}

function losingOpen(lost: Losses, open: { readonly name: string; readonly line: number } | null) {
  if (open === null) return null;
  const { name, line } = open;
  lose(lost, { name, line, message: `${name} has no mean below its name, was the file cut off?` });
  return null;
}

const named = (title: readonly string[], parts: readonly string[]): string =>
  [...title, parts.filter(Boolean).join(' ')].filter(Boolean).join(' > ');

const timeOf = ([, value = '', unit = '']: RegExpExecArray): number =>
  (/^\d[\d.]*(?:e[+-]?\d+)?$/.test(value) ? Number(value) : Number.NaN) *
  (nanoseconds[unit] ?? Number.NaN);

const tag =
  /<(\/?)(TestCase|Section|BenchmarkResults|mean|failed|Catch2?|Catch2TestRun)\b([^<>]*)>/g;

export function readCatch2Xml({ file, bytes }: InputFile): Reading | null {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8');
  const warnings: Warning[] = [];
  const records: BenchmarkRecord[] = [];
  const lost = noLosses();
  const path: string[] = [];
  let name: string | null = null;
  let isClosed = false;
  const line = (at: number) => text.slice(0, at).split('\n').length;
  const missing = (item: string, at: number) =>
    lose(lost, { name: item, line: line(at), message: `${item} has no mean` });
  for (const found of text.matchAll(tag)) {
    const [, ends = '', element = '', attributes = ''] = found;
    if (element.startsWith('Catch')) isClosed = ends === '/';
    else if (element === 'TestCase' || element === 'Section') {
      if (ends === '/') path.pop();
      else if (!attributes.endsWith('/')) path.push(attribute(attributes, 'name').trim());
    } else if (element === 'BenchmarkResults') {
      if (name !== null) missing(name, found.index);
      name = ends === '/' ? null : [...path, attribute(attributes, 'name')].join(' > ');
    } else if (name !== null && element === 'failed') {
      const message = `${name} failed: ${attribute(attributes, 'message')}`;
      warnings.push({ kind: 'failed', file, line: line(found.index), message });
      name = null;
    } else if (name !== null && element === 'mean') {
      const value = attribute(attributes, 'value');
      const mean = /^\d[\d.]*(?:e[+-]?\d+)?$/i.test(value) ? Number(value) : Number.NaN;
      records.push({ name, metrics: [{ unit: 'ns/op', samples: [mean] }] });
      name = null;
    }
  }
  if (name !== null) missing(name, text.length);
  if (!isClosed) {
    lose(lost, { name: '', message: 'the XML has no end, was the file cut off?' });
  }
  return { records, results: records.length, environment: new Map(), warnings, lost };
}

const entities: Readonly<Record<string, string>> = {
  ...{ '&lt;': '<', '&gt;': '>', '&quot;': '"', '&apos;': "'", '&amp;': '&' },
};

function attribute(all: string, name: string): string {
  const start = all.indexOf(` ${name}="`);
  if (start < 0) return '';
  const from = start + name.length + 3;
  const end = all.indexOf('"', from);
  const raw = end < 0 ? '' : all.slice(from, end);
  return raw.replace(/&(?:lt|gt|quot|apos|amp);/g, (text) => entities[text] ?? text);
}
