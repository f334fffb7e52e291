/** The house rules that a reader relies on: who may import whom, and where output is written. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../src');
const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => ({ name, source: readFileSync(join(root, name), 'utf8') }));

/** 'stats/welch.ts' -> 'stats'; 'gate.ts' -> ''. */
const folderOf = (name: string): string => (name.includes('/') ? (name.split('/')[0] ?? '') : '');

/** Files of src/ that a file imports, statically or lazily. */
function imports(name: string, source: string): string[] {
  const found = source.matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g);
  return [...found].map(([, path]) => relative(root, resolve(root, dirname(name), path ?? '')));
}

/** What every folder may see beside itself, stats/ and text/. */
const vocabulary = 'model.ts';

/** The entries: each has a folder for its parts. They translate between their world and the stages. */
const entries = new Set(['action', 'cli']);

describe('dependency direction', () => {
  it('sees the files it is meant to judge', () => {
    expect(files.length).toBeGreaterThan(30);
    expect(files.map(({ name }) => name)).toContain('gate.ts');
    expect(imports('a/b.ts', "import { x } from '../stats/welch.ts';")).toEqual(['stats/welch.ts']);
  });

  it.each(files.filter(({ name }) => folderOf(name) !== '' && !entries.has(folderOf(name))))(
    '$name imports only the vocabulary, stats/, text/ and its own folder',
    ({ name, source }) => {
      const strangers = imports(name, source).filter(
        (path) =>
          path !== vocabulary && !['stats', 'text', folderOf(name)].includes(folderOf(path)),
      );
      expect(strangers).toEqual([]);
    },
  );

  it.each(files.filter(({ name }) => folderOf(name) === 'stats'))(
    '$name is mathematics alone',
    ({ name, source }) => {
      expect(imports(name, source).filter((path) => folderOf(path) !== 'stats')).toEqual([]);
      expect(source).not.toMatch(/from 'node:/);
    },
  );

  it.each(files.filter(({ name }) => folderOf(name) === 'text'))(
    '$name is the ground floor: it stands on nothing',
    ({ name, source }) => {
      expect(imports(name, source).filter((path) => folderOf(path) !== 'text')).toEqual([]);
    },
  );

  it.each(['stats', 'text', 'profile', 'bench', 'compare', 'judge', 'measure'])(
    '%s/ knows nothing of GitHub',
    (room) => {
      const own = files.filter(({ name }) => folderOf(name) === room);
      expect(own.length).toBeGreaterThan(0);
      for (const { source } of own) expect(source).not.toMatch(/octokit|@actions\/|GITHUB_/);
    },
  );

  it('only the gate and the entries see the stages together', () => {
    const stages = new Set([
      'bench',
      'profile',
      'compare',
      'judge',
      'baseline',
      'measure',
      'report',
      'github',
    ]);
    const both = files
      .filter(({ name, source }) => {
        const seen = new Set(
          imports(name, source)
            .map(folderOf)
            .filter((of) => stages.has(of)),
        );
        seen.delete(folderOf(name));
        return seen.size > 1;
      })
      .map(({ name }) => name);
    const pages = both.filter((name) => !entries.has(folderOf(name)));
    expect(pages.sort()).toEqual([
      'action.ts',
      'collect.ts',
      'confirming.ts',
      'gate.ts',
      'judgement.ts',
      'roundoutput.ts',
      'rounds.ts',
      'stored.ts',
    ]);
    expect(both.length).toBeGreaterThan(pages.length);
  });
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
