/** The house rules that a reader relies on: who may import whom, and where output is written. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../src');
const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => ({ name, source: readFileSync(join(root, name), 'utf8') }));

/** 'stats/welch.ts' -> 'stats'. */
const roomOf = (name: string): string => name.split('/')[0] ?? '';

/** Files of src/ that a file imports, statically or lazily. */
function imports(name: string, source: string): string[] {
  const found = source.matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g);
  return [...found].map(([, path]) => relative(root, resolve(root, dirname(name), path ?? '')));
}

const floor = ['model', 'text'];

/** Which rooms a room may see beside itself: each only what is named before it. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  model: [],
  text: ['model'],
  stats: [],
  settings: floor,
  profile: floor,
  page: ['profile', ...floor],
  formats: ['profile', ...floor],
  recipe: ['text'],
  redact: ['formats', 'profile', 'settings', 'model'],
  source: ['formats', 'profile', 'redact', 'settings', ...floor],
  compare: ['stats', 'model'],
  judge: ['stats', ...floor],
  store: ['model'],
  github: ['model'],
  report: ['page', 'profile', 'stats', ...floor],
  flow: ['source', 'compare', 'judge', 'store', 'formats', 'profile', 'settings', 'stats'].concat(
    floor,
  ),
  entry: ['flow', 'source', 'compare', 'judge', 'store', 'github', 'report'].concat([
    'page',
    'recipe',
    'redact',
    'formats',
    'profile',
    'settings',
    'stats',
    'model',
  ]),
};

describe('dependency direction', () => {
  it('sees the files it is meant to judge', () => {
    expect(files.length).toBeGreaterThan(30);
    expect(files.map(({ name }) => name)).toContain('flow/gate.ts');
    expect(imports('a/b.ts', "import { x } from '../stats/welch.ts';")).toEqual(['stats/welch.ts']);
  });

  it('every file is in a room', () => {
    expect([...new Set(files.map(({ name }) => roomOf(name)))].sort()).toEqual(
      Object.keys(mayImport).sort(),
    );
  });

  it('no room sees one that sees it', () => {
    const rooms = Object.keys(mayImport);
    for (const [room, others] of Object.entries(mayImport)) {
      for (const other of others) expect(rooms.indexOf(other)).toBeLessThan(rooms.indexOf(room));
    }
  });

  it.each(files)('$name imports only its own room and those below', ({ name, source }) => {
    const allowed = [roomOf(name), ...(mayImport[roomOf(name)] ?? [])];
    expect(imports(name, source).filter((path) => !allowed.includes(roomOf(path)))).toEqual([]);
  });

  it('nothing is allowed that nobody needs', () => {
    for (const [room, allowed] of Object.entries(mayImport)) {
      const own = files.filter(({ name }) => roomOf(name) === room);
      const seen = new Set(own.flatMap(({ name, source }) => imports(name, source).map(roomOf)));
      expect({ room, idle: allowed.filter((of) => !seen.has(of)) }).toEqual({ room, idle: [] });
    }
  });

  it.each(files.filter(({ name }) => ['stats', 'text', 'model'].includes(roomOf(name))))(
    '$name computes, and touches nothing',
    ({ source }) => {
      expect(source).not.toMatch(/from 'node:/);
    },
  );

  it.each(['stats', 'text', 'model', 'profile', 'formats', 'compare', 'judge', 'source'])(
    '%s/ knows nothing of GitHub',
    (room) => {
      const own = files.filter(({ name }) => roomOf(name) === room);
      expect(own.length).toBeGreaterThan(0);
      for (const { source } of own) expect(source).not.toMatch(/octokit|@actions\/|GITHUB_/);
    },
  );
});

describe('output', () => {
  it('is never written past the functions that escape it', () => {
    const raw = files.filter(({ source }) =>
      /\bconsole\.|core\.(info|debug|summary)\b/.test(source),
    );
    expect(raw.map(({ name }) => name)).toEqual([]);
  });

  it('has no room without a name', () => {
    const nameless = files.filter(({ name }) => /\b(utils?|helpers?|common|misc)\b/.test(name));
    expect(nameless).toEqual([]);
  });
});
