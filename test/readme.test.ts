/** The documents say what the code does: inputs, outputs, configuration keys, file names. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { globSync } from 'tinyglobby';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { resolveConfig } from '../src/settings/config.ts';
import { settings } from '../src/settings/table.ts';

const root = join(import.meta.dirname, '..');
const read = (file: string): string => readFileSync(join(root, file), 'utf8');

interface Action {
  readonly inputs: Readonly<Record<string, { description: string; default?: string }>>;
  readonly outputs: Readonly<Record<string, { description: string }>>;
  readonly runs: { readonly using: string; readonly main: string };
  readonly branding: { readonly icon: string; readonly color: string };
}
const action = parse(read('action.yml')) as Action;

/** What stands between `<!-- inputs -->` and `<!-- /inputs -->`. */
function inputTable(): string {
  const rows = Object.entries(action.inputs).map(
    ([name, { description, default: value = '' }]) =>
      `| \`${name}\` | ${value === '' ? '' : `\`${value}\``} | ${description.trim()} |`,
  );
  return ['| Input | Default | |', '|---|---|---|', ...rows].join('\n');
}

describe('action.yml', () => {
  it('is the README’s table of inputs', () => {
    const [, table] =
      /<!-- inputs -->\n([\s\S]*?)\n<!-- \/inputs -->/.exec(read('README.md')) ?? [];
    expect(table).toBe(inputTable());
  });

  it('describes everything, and names a bundle that exists', () => {
    for (const { description } of Object.values({ ...action.inputs, ...action.outputs })) {
      expect(description.trim().length).toBeGreaterThan(20);
    }
    expect(action.runs.using).toBe('node24');
    expect(existsSync(join(root, action.runs.main))).toBe(true);
    expect(action.branding.icon.length).toBeGreaterThan(0);
  });

  it('has every input that the action reads, and no other', () => {
    const source = read('src/entry/action/inputs.ts');
    const used = [...source.matchAll(/(?:getInput|getMultilineInput|yesOrNo)\('([a-z-]+)'/g)];
    const listed = Object.values(settings).map(({ name }) => name);
    expect([...new Set([...listed, ...used.map(([, name]) => name)])].sort()).toEqual(
      Object.keys(action.inputs).sort(),
    );
  });

  it('has every output that the action sets, and no other', () => {
    const used = [...read('src/entry/action/publish.ts').matchAll(/setOutput\('([a-z-]+)'/g)];
    expect(used.map(([, name]) => name).sort()).toEqual(Object.keys(action.outputs).sort());
    for (const name of Object.keys(action.outputs))
      expect(read('README.md')).toContain(`\`${name}\``);
  });
});

describe('docs/configuration.md', () => {
  it('lists every key of the configuration', () => {
    const keys = Object.keys(resolveConfig()).map((key) =>
      key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`),
    );
    const listed = [...read('docs/configuration.md').matchAll(/^\| `([a-z-]+)` \|/gm)];
    expect(listed.map(([, key]) => key).sort()).toEqual(keys.sort());
  });
});

describe('the table of settings', () => {
  const source = read('src/entry/cli.ts');
  it.each(Object.entries(settings))(
    '%s is a flag that the command line describes',
    (key, entry) => {
      const flag = 'flag' in entry ? entry.flag : entry.name;
      expect(source).toMatch(new RegExp(`'--${flag}(?: <|')|flag\\('${key}'\\)`));
    },
  );
});

/** Every page that people read; comments are printed by a script and repeat each other. */
const pages = globSync(
  ['*.md', 'docs/**/*.md', 'examples/**/*.md', 'eval/**/*.md', '.github/**/*.md'],
  {
    cwd: root,
    dot: true,
    ignore: ['docs/comments/**'],
  },
);

/** As GitHub makes them of headings. */
const anchorsOf = (page: string): string[] =>
  [...read(page).matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .trim()
      .replaceAll(' ', '-'),
  );

describe('links', () => {
  it('are looked for in every page', () => {
    expect(pages.length).toBeGreaterThan(20);
    expect(pages).toEqual(expect.arrayContaining(['README.md', 'docs/decisions/profiles.md']));
  });

  it.each(pages)('of %s lead to files and headings that are there', (page) => {
    const links = [...read(page).matchAll(/\]\(([^)\s]+)\)/g)].map(([, to]) => to ?? '');
    const broken = links.filter((to) => {
      if (/^[a-z]+:/.test(to)) return false;
      const [path = '', anchor] = to.split('#');
      const file = path === '' ? page : join(dirname(page), path);
      if (!existsSync(join(root, file))) return true;
      return anchor !== undefined && file.endsWith('.md') && !anchorsOf(file).includes(anchor);
    });
    expect(broken).toEqual([]);
  });
});

describe('tables', () => {
  /** Rows of more than 40 characters, without headings and the line below them. */
  function rowsOf(page: string): string[] {
    const lines = read(page).split('\n');
    const isRule = (line = '') => /^\s*\|[\s|:-]+\|\s*$/.test(line);
    return lines
      .filter((line, i) => /^\s*\|.*\|\s*$/.test(line) && !isRule(line) && !isRule(lines[i + 1]))
      .map((line) => line.replace(/\s+/g, ' ').trim())
      .filter((line) => line.length > 40);
  }

  it('stand in one page alone', () => {
    const seen = new Map<string, string>();
    const twice: string[] = [];
    for (const page of pages) {
      for (const row of new Set(rowsOf(page))) {
        const before = seen.get(row);
        if (before !== undefined) twice.push(`${before} and ${page}: ${row}`);
        seen.set(row, page);
      }
    }
    expect(seen.size).toBeGreaterThan(500);
    expect(twice).toEqual([]);
  });
});

describe('what is seen', () => {
  /** Numbers of the cells of the first row that begins so. */
  const cells = (page: string, start: RegExp): string[] => {
    const row = read(page)
      .split('\n')
      .find((line) => start.test(line.replace(/ +/g, ' ')));
    return (row ?? '').split('|').map((of) => of.trim());
  };

  it('of stored runs alone, and measured here, is what docs/evidence.md says', () => {
    const stored = cells('docs/evidence.md', /^\| gofiber \| 12 \| 10 \| 2220/);
    const [red = '', amber = ''] = stored.slice(7, 9);
    const [at5, at10, at20, , at50, at100] = red.split(' ');
    expect(cells('README.md', /^\| stored runs alone \(/).slice(2, 7)).toEqual([
      ...[at5, at10, at20, at50, at100],
    ]);
    const seen = amber.split(' ').filter((_, i) => i !== 3 && i < 6);
    expect(cells('README.md', /^\| stored runs alone, red/).slice(2, 7)).toEqual(seen);
    const again = cells('docs/evidence.md', /^\| gofiber \| 12 \| 1109 \|/).slice(6, 10);
    expect(cells('README.md', /^\| what looks slower measured/).slice(2, 6)).toEqual(again);
  });
});
