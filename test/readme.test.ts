/** The documents say what the code does: inputs, outputs, configuration keys, file names. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
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
  it.each(Object.values(settings))('$name is a flag that the command line describes', (entry) => {
    const flag = 'flag' in entry ? entry.flag : entry.name;
    expect(source).toMatch(new RegExp(`'--${flag}(?: <|')`));
  });
});

describe('links', () => {
  const pages = ['README.md', 'CONTRIBUTING.md', 'SECURITY.md', 'examples/README.md'].concat(
    [
      'README.md',
      'gate-verdict.md',
      'stored-runs.md',
      'shift.md',
      'suite-rule.md',
      't-distribution.md',
    ].map((f) => `docs/decisions/${f}`),
    [
      'baselines',
      'benchmarks',
      'ci',
      'configuration',
      'counts',
      'how-it-decides',
      'profiles',
      'same-runner',
      'speed',
      'statistics',
      'evidence',
    ].map((f) => `docs/${f}.md`),
  );
  it.each(pages)('of %s lead to files that are there', (page) => {
    const links = [...read(page).matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)].map(
      ([, to]) => to ?? '',
    );
    const local = links.filter((to) => !/^[a-z]+:/.test(to));
    const broken = local.filter((to) => !existsSync(join(root, dirname(page), to)));
    expect(broken).toEqual([]);
  });
});
