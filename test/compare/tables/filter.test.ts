/** `--filter` as golang.org/x/perf/benchproc reads it. */
import { describe, expect, it } from 'vitest';
import { parseFilter } from '../../../src/compare/tables/filter.ts';
import type { Labelled } from '../../../src/compare/tables/project.ts';

const of: Labelled = {
  file: 'old.txt',
  result: {
    name: 'Encode/size=4k-8',
    settings: new Map([
      ['goos', 'linux'],
      ['odd key', 'a "b"'],
    ]),
    values: [
      { unit: 'sec/op', given: 'ns/op', value: 1e-6 },
      { unit: 'B/op', given: 'B/op', value: 64 },
      { unit: 'B/s', given: 'MB/s', value: 1e6 },
    ],
  },
};

/** The units that are left. */
async function left(query: string): Promise<string> {
  return ((await parseFilter(query))(of)?.result.values ?? []).map(({ unit }) => unit).join(' ');
}

const all = 'sec/op B/op B/s';

describe('a filter', () => {
  it.each([
    ['*', all],
    ['.name:Encode', all],
    ['.name:Enc', ''],
    ['.name:/^Enc/', all],
    ['.fullname:Encode/size=4k-8', all],
    ['/size:4k /gomaxprocs:8', all],
    ['/size:4k AND /gomaxprocs:9', ''],
    ['/size:(2k OR 4k OR /8/)', all],
    ['.file:old.txt', all],
    ['goos:darwin OR goos:linux', all],
    ['-goos:linux', ''],
    ['-(goos:darwin OR /size:2k)', all],
    ['missing:""', all],
    ['"odd key":"a \\"b\\""', all],
    ['.unit:ns/op', 'sec/op'],
    ['.unit:sec/op', 'sec/op'],
    ['-.unit:sec/op', 'B/op B/s'],
    ['.unit:/^B/ -.unit:MB/s', 'B/op'],
    ['.unit:ns/op OR .unit:B/op', 'sec/op B/op'],
    ['.unit:ns/op OR goos:linux', all],
    ['.unit:ns/op OR goos:darwin', 'sec/op'],
    ['.unit:ns/op goos:darwin', ''],
    ['-*', ''],
  ])('%s leaves %s', async (query, units) => {
    expect(await left(query)).toBe(units);
  });

  it.each([
    ['', 'expected key:value or an expression in parentheses at the end'],
    ['Encode', 'expected key:value at "Encode"'],
    ['.name:', 'expected key:value at ".name:"'],
    ['(a:b', 'missing ) at the end'],
    ['a:b)', 'unexpected at ")"'],
    ['a:b,c:d', 'unexpected at ",c:d"'],
    ['a:(b c)', 'values of a list have OR between them at "c)"'],
    ['a:(b OR', 'expected a value at the end'],
    ['a:/b', 'missing / at the end of a regular expression at "/b"'],
    ['a:/b/c', 'a regular expression ends here (a / in it is written \\/) at "c"'],
    ['a:/(?=b)/', 'at "/(?=b)/"'],
    ['.config:a', '.config is only for --table, --row and --col'],
  ])('%s is none', async (query, said) => {
    await expect(parseFilter(query)).rejects.toThrow(said);
  });
});
