/** The list of formats: a file is claimed by one of them, sets are read at once, a format can be named. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { beginningOf } from '../../../src/formats/benchmarks/beginning.ts';
import { csv, json, jsonLines, lines, xml } from '../../../src/formats/benchmarks/detect.ts';
import { benchmarkFormats, type ListedFormat } from '../../../src/formats/benchmarks/index.ts';
import { formatOf, readWith } from '../../../src/formats/benchmarks/read.ts';
import { type ConfigLayer, readOptions, resolveConfig } from '../../../src/settings/config.ts';
import { readRun } from '../../../src/source/files/collect.ts';
import { file, read, readBenchmarks, shown } from './read.ts';
import { claims, testdata } from './recorded.ts';

describe('every recorded file', () => {
  const files = readdirSync(testdata, { recursive: true, encoding: 'utf8' }).filter(
    (name) => /\.(?:json|ndjson|jsonl|txt|csv|xml)$/.test(name) && !name.startsWith('unread'),
  );

  it.each(files)('%s is claimed by one format', (name) => {
    const claimed = claims({ file: name, bytes: readFileSync(join(testdata, name)) });
    expect(claimed).toHaveLength(1);
  });
});

describe('each format', () => {
  it('has a name of its own', () => {
    const names = benchmarkFormats.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });

  it.each(benchmarkFormats)('$name says what it is, where it is and what writes it', (of) => {
    expect(of.name).toMatch(/^[a-z0-9.-]+$/);
    expect(of.help).toMatch(/\S{3}/);
    expect(of.writes).toMatch(/\S{3}/);
    expect(of.files.length).toBeGreaterThan(0);
  });
});

describe('docs/formats.md', () => {
  const at = join(import.meta.dirname, '../../../docs/formats.md');
  const inPage = /(<!-- formats -->\n)([\s\S]*)(<!-- \/formats -->)/;

  it('has every format, as the list has it', () => {
    const cell = (text: string) => text.replaceAll('|', '\\|');
    const rows = benchmarkFormats.map(({ name, help, files, writes }) => {
      const usual = files.map((of) => `\`${of}\``).join(', ');
      return `| \`${name}\` | ${cell(help)} | \`${cell(writes)}\` | ${cell(usual)} |`;
    });
    const table = [
      '| Name | What is read | Written by | Usual files |',
      '|---|---|---|---|',
      ...rows,
    ];
    const page = readFileSync(at, 'utf8');
    if (process.env.UPDATE_READ !== undefined) {
      writeFileSync(
        at,
        page.replace(inPage, (_, begin, __, end) => `${begin}${table.join('\n')}\n${end}`),
      );
    }
    const [, , there = ''] = inPage.exec(readFileSync(at, 'utf8')) ?? [];
    expect(there.trim().split('\n')).toEqual(table);
  });
});

describe('the workflows of docs/formats.md', () => {
  const page = readFileSync(join(import.meta.dirname, '../../../docs/formats.md'), 'utf8');
  const blocks = [...page.matchAll(/```yaml\n# format (\S+)\n([\s\S]*?)```/g)].map(
    ([, name = '', text = '']) => ({ name, text }),
  );
  interface Workflow {
    readonly jobs: {
      readonly performance: {
        readonly steps: readonly { run?: string; with?: Record<string, string> }[];
      };
    };
  }

  it('are of ten tools', () => {
    expect(new Set(blocks.map(({ name }) => name)).size).toBe(10);
    const names = benchmarkFormats.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(blocks.map(({ name }) => name)));
  });

  it.each(blocks)('$name: is YAML, and the action reads what a step writes', ({ text }) => {
    const { steps } = (parse(text) as Workflow).jobs.performance;
    const glob = steps.at(-1)?.with?.benchmarks ?? '';
    const written = steps.map(({ run = '' }) => run).join('\n');
    // BenchmarkDotNet writes to a directory of its own.
    const [name = ''] = glob.split('*');
    expect(name === '' ? /fullJson/.test(written) : written.includes(name)).toBe(true);
  });
});

const about = (text: string, name = 'f') => beginningOf(file(text, name));

describe('a beginning', () => {
  it('has the keys of JSON that is cut anywhere', () => {
    const text = '{"a": {"b": [1, {"c d": "x\\"}{"}], "e": null}, "f": [[{"g": 1}]]} ';
    expect([...(about(text).json?.paths ?? [])]).toEqual([
      ...['a', 'a.b', 'a.b[].c d', 'a.e', 'f', 'f[][].g'],
    ]);
    for (let end = 1; end <= text.length; end++) {
      const { json: outline } = about(text.slice(0, end));
      expect(outline?.shape).toBe('object');
      expect(outline?.paths.has('a')).toBe(end >= 5);
    }
  });

  it('tells arrays, objects and lines of them apart', () => {
    const shape = (text: string) => about(text).json?.shape ?? null;
    expect(shape('[{"a": 1}]')).toBe('array');
    expect(shape(' {"a": 1}\n')).toBe('object');
    expect(shape('{"a": 1}\n{"b": 2}\n')).toBe('lines');
    expect(shape('a\n{"a": 1}')).toBeNull();
    expect(shape('')).toBeNull();
  });

  it('ends after 64 KB, and its keys after two thousand', () => {
    const late = `{"x": "${'y'.repeat(70_000)}", "late": 1}`;
    expect(about(late).json?.paths.has('late')).toBe(false);
    expect(about(late).text.length).toBeLessThanOrEqual(65_536);
    const many = `{${Array.from({ length: 5000 }, (_, i) => `"k${i}": 1`).join(',')}}`;
    expect(about(many).json?.paths.size).toBe(2000);
    expect(about('['.repeat(60_000)).json?.paths.size).toBe(0);
    expect(about('{"a":'.repeat(12_000)).json?.paths.size).toBeLessThan(200);
  });
});

describe('a format is known', () => {
  it('by keys, wherever they stand', () => {
    const { is } = json('b', 'c[].d');
    expect(is(about('{"a": 1, "c": [{"x": 1, "d": 2}], "b": {}}'))).toBe('yes');
    expect(is(about('{"b": 1, "c": {"d": 2}}'))).toBe('no');
    expect(is(about('{"b": 1}\n{"c": [{"d": 2}]}'))).toBe('no');
    expect(json('[].a').is(about('[1, {"a": 2}]'))).toBe('yes');
  });

  it('by keys of lines', () => {
    expect(jsonLines('a', 'b').is(about('{"a": 1}\n{"b": 1}\n'))).toBe('yes');
    expect(jsonLines('a').is(about('{"a": 1}\n'))).toBe('yes');
    expect(jsonLines('a').is(about('[{"a": 1}]'))).toBe('no');
  });

  it('by the root of XML', () => {
    const text = '\ufeff<?xml version="1.0"?>\n<!-- <a> -->\n<!DOCTYPE b>\n<phpbench version="1">';
    expect(xml('phpbench').is(about(text))).toBe('yes');
    expect(xml('a').is(about(text))).toBe('no');
    expect(xml('phpbench').is(about('<phpbenches/>'))).toBe('no');
  });

  it('by the columns of a table', () => {
    const table = csv(['name', 'time']);
    expect(table.is(about('id,"time",name\r\n1,2,3\r\n'))).toBe('yes');
    expect(table.is(about('id,times,name\n1,2,3\n'))).toBe('no');
    expect(csv(['name', 'time'], ';').is(about('name;time\n'))).toBe('yes');
  });

  it('by a line, or perhaps', () => {
    expect(lines(/^x /m, 'perhaps').is(about('a\n\u001b[32mx \u001b[0m1\n'))).toBe('yes');
    expect(lines(/^x /m, 'perhaps').is(about('a\n'))).toBe('perhaps');
    expect(lines(/^x /m, 'perhaps').is(about('{"a": 1}'))).toBe('no');
    expect(lines(/^x /m, 'no').is(about('a\n'))).toBe('no');
  });

  it('by its name, whatever it looks like', () => {
    const text = 'Benchmarking is fun\nBenchmarkA 1 2 x\n';
    expect(shown(readBenchmarks([file(text)], { format: 'go' }))).toEqual([' A x: 2']);
    expect(() => readBenchmarks([file(text)], { format: 'bencher' })).toThrow(
      /no benchmark result/,
    );
    expect(() => readBenchmarks([file(text)], { format: 'benchr' })).toThrow(
      'format "benchr" is not known, did you mean bencher?',
    );
  });

  it('by its name, as the configuration has it', async () => {
    const benchmarks = [file('BenchmarkA 1 2 x\ntest a ... bench: 1 ns/iter (+/- 0)\n')];
    const inputs = { benchmarks, profiles: [], commit: '', time: '', environment: {} };
    const names = async (layer: ConfigLayer) =>
      (await readRun(inputs, readOptions(resolveConfig(layer)))).series.map((of) => of.benchmark);
    expect(await names({})).toEqual(['A', 'a']);
    expect(await names({ format: 'go' })).toEqual(['A']);
    expect(await names({ format: 'bencher' })).toEqual(['a']);
  });
});

describe('files of one set', () => {
  /** The name is in one file and the time in another, as criterion has it. */
  const paired: ListedFormat = {
    name: 'go',
    help: 'a pair',
    files: ['*'],
    writes: 'nothing',
    detect: json('part'),
    set: (path) => (path.includes('report/') ? null : (/^(.*)\//.exec(path)?.[1] ?? '')),
    filter: () => '',
    load: async () => readPair,
  };
  const readPair: Awaited<ReturnType<ListedFormat['load']>> = (input, more) => {
    const all = [input, ...more].map(({ bytes }) => JSON.parse(Buffer.from(bytes).toString()));
    const of = Object.assign({}, ...all) as { name?: string; time?: number };
    const metrics = [{ unit: 'sec/op', samples: [of.time ?? Number.NaN] }];
    const records = [{ name: of.name ?? '?', metrics }];
    return { records, results: 1, environment: new Map(), warnings: [] };
  };
  const formats = [paired];
  const readers = new Map([['go' as const, readPair]]);
  const all = (...files: (readonly [string, object])[]) =>
    readWith(
      readers,
      files.map(([name, of]) => file(JSON.stringify({ part: 1, ...of }), name)),
      { formats },
    );

  it('are read at once, in the order of their first', () => {
    const got = all(
      ['a/name.json', { name: 'A' }],
      ['b\\name.json', { name: 'B' }],
      ['a/time.json', { time: 1 }],
      ['report/index.json', {}],
      ['b\\time.json', { time: 2 }],
    );
    expect(shown(got)).toEqual([' A sec/op: 1', ' B sec/op: 2']);
    expect(got.warnings).toEqual([]);
  });

  it('of which one is not there lose their result', () => {
    const got = all(['a/name.json', { name: 'A' }], ['b/time.json', { time: 2 }]);
    expect(shown(got)).toEqual([' ? sec/op: 2']);
    expect(got.warnings.map((of) => [of.kind, of.file, of.message])).toEqual([
      ['lost', 'a/name.json', 'A: sec/op is no number, and left out'],
    ]);
  });

  it('are an error where all of them lose theirs', () => {
    expect(() => all(['a/name.json', { name: 'A' }], ['b/name.json', { name: 'B' }])).toThrow(
      'a/name.json: no benchmark result: A: sec/op is no number, and left out',
    );
  });

  it('are no benchmarks where they hold no result', () => {
    expect(() => all(['report/index.json', {}])).toThrow(
      'report/index.json: no benchmark result: of its tool these are files that hold none',
    );
  });
});

describe('files of several formats', () => {
  it('are read whole', () => {
    const got = read('test a ... bench: 1 ns/iter (+/- 0)\n', 'BenchmarkB 1 2 x\n');
    expect(got.series.map((of) => of.benchmark)).toEqual(['a', 'B']);
  });

  it('are known one by one', async () => {
    expect(await formatOf(file('BenchmarkB 1 2 x\n'))).toBe('go');
    expect(await formatOf(file('test a ... bench: 1 ns/iter (+/- 0)\n'))).toBe('bencher');
  });
});
