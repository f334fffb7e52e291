/** The JSON Schema that editors use, beside the file's own reader: what one takes the other takes. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { configSchema } from '../../schema/config.ts';
import { defaults } from '../../src/settings/config.ts';
import { fileSchema, parseConfigFile } from '../../src/settings/configfile.ts';
import { settings } from '../../src/settings/table.ts';

const root = join(import.meta.dirname, '../..');
const read = (file: string): string => readFileSync(join(root, file), 'utf8');
const schema = JSON.parse(configSchema());
const validate = new Ajv({ allErrors: true }).compile(schema);

const reader = (source: string): boolean => {
  try {
    parseConfigFile(source, 'f.yml');
    return true;
  } catch {
    return false;
  }
};

it('is the one that is shipped', () => {
  expect(read('schema/config.schema.json')).toBe(configSchema());
});

it('has every key of the reader, and says of each what it is', () => {
  expect(Object.keys(schema.properties)).toEqual(Object.keys(fileSchema.entries));
  for (const of of Object.values(schema.properties)) {
    expect(of).toHaveProperty('description', expect.stringMatching(/^[A-Z].{20,}\.$/));
  }
});

/** Blocks of YAML in the docs that are the file. */
const examples = ['README.md', ...readdirSync(join(root, 'docs')).map((name) => `docs/${name}`)]
  .filter((name) => name.endsWith('.md'))
  .flatMap((name) =>
    [...read(name).matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, text = '']) => ({ name, text })),
  )
  .filter(({ text }) => Object.keys(parse(text) ?? {}).some((key) => key in fileSchema.entries))
  .filter(({ text }) => !/^(?:on|jobs|steps|name):/m.test(text));

it('docs have examples', () => {
  expect(examples.length).toBeGreaterThan(2);
});

describe('both take', () => {
  it.each(
    [
      ...examples.map(({ name, text }) => [name, text] as const),
      ...['threshold: 5%', 'threshold: " 2.5 % "', 'alpha: 0.02', 'alpha: 1%', 'suspect: "0.1"'],
      ...['max-time: 1h30m', 'max-rounds: 20', 'max-rounds: "20"', 'count: true', 'count: auto'],
      ...['fail-on: suspect, incomplete', 'fail-on: [suspect]', 'confirm: undecided'],
      ...['redact: false', 'redact: { labels: [a], other-labels: hash }', 'match: [goos, runner]'],
      ...['units: { ratio: lower }', 'baseline-runs: 50', 'profile-filters: { show-from: a }'],
      ...['rules: [{ unit: B/op, gate: false }]', 'functions: [{ name: "r*", threshold: 3pp }]'],
    ].map((of) => (typeof of === 'string' ? [of, of] : of)),
  )('%s', (_, text) => {
    expect([reader(text), validate(parse(text))]).toEqual([true, true]);
  });
});

describe('both refuse', () => {
  it.each([
    ...['threshold: 5', 'threshold: 5pp', 'threshold: fast', 'threshold: [5%]', 'treshold: 5%'],
    ...['profile-threshold: 5%', 'alpha: 0', 'alpha: 0.6', 'alpha: x', 'suspect: -1', 'see: 20'],
    ...['runner: mine', 'test: t', 'count: maybe', 'count: 1', 'confirm: always', 'max-time: 10'],
    ...['max-time: 10 m', 'max-time: ""', 'max-rounds: 5', 'max-rounds: 201', 'max-rounds: 7.5'],
    ...['fail-on: all', 'fail-on: []', 'against: ""', 'against: 5', 'trust-single-run: yes please'],
    ...['match: goos', 'match: [disk]', 'baseline-runs: 0', 'baseline-runs: 51', 'attribute: all'],
    ...['profile-filters: { fokus: a }', 'profile-filters: a', 'gate-profiles: []', 'rules: {}'],
    ...['rules: [{ benchmark: a, treshold: 5% }]', 'rules: [{ threshold: 5 }]', 'redact: some'],
    ...['functions: [{ threshold: 2pp }]', 'functions: [{ name: a, threshold: 5% }]'],
    ...['units: { ratio: more }', 'redact: { other-labels: keep }', 'redact: { path: [a] }'],
  ])('%s', (text) => {
    expect([reader(text), validate(parse(text))]).toEqual([false, false]);
  });
});

describe('what only the reader knows', () => {
  it.each(['fail-on: never, suspect', 'max-rounds: "3"', 'alpha: "7"', 'threshold: 20000%'])(
    '%s',
    (text) => {
      expect([reader(text), validate(parse(text))]).toEqual([false, true]);
    },
  );
});

describe.each(Object.entries(settings))('%s', (key, entry) => {
  it('has the default that the program has', () => {
    const value = entry.default === '' ? undefined : entry.read(entry.default, entry.name);
    expect(value).toEqual(defaults[key as keyof typeof settings]);
  });

  it('has the same default in docs/configuration.md', () => {
    const row = new RegExp(`^\\| \`${entry.name}\` \\| (.*?) ?\\|`, 'm').exec(
      read('docs/configuration.md'),
    );
    const said = entry.default === '' ? /^(?:|by meaning|`10m`, or `5m`)$/ : `\`${entry.default}\``;
    expect(row?.[1]?.trim()).toMatch(said);
  });

  it('is an input of the action, which says the same default', () => {
    const { inputs } = parse(read('action.yml'));
    const input = inputs[entry.name];
    expect(input.default).toBe('');
    if (entry.default !== '') {
      expect(input.description.replace(/\s+/g, ' ')).toMatch(
        new RegExp(
          `\\b${entry.default}\`?[^.]* \\(default|\`${entry.default}\` \\(default|default \`?${entry.default}|\`${entry.default}\``,
        ),
      );
    }
  });
});
