/** One setting, one meaning: as a flag or an input, and in the file. */
import { describe, expect, it } from 'vitest';
import { flagLayer } from '../../src/entry/cli/flags.ts';
import { parseConfigFile } from '../../src/settings/configfile.ts';
import { flagKey, layerOf, settings } from '../../src/settings/table.ts';

/** A value of each that is not its default. */
const values: Readonly<Record<keyof typeof settings, string>> = {
  threshold: '7%',
  countThreshold: '3%',
  profileThreshold: '4pp',
  alpha: '0.02',
  suspect: '0.03',
  see: '20%',
  runner: 'shared',
  test: 'mann-whitney',
  failOn: 'suspect',
  confirm: 'never',
  count: 'true',
  against: 'v1.2',
  maxTime: '3m',
  maxRounds: '20',
  format: 'go',
  sampleType: 'alloc_space',
  profileGroupBy: 'endpoint',
  attribute: 'raw',
};

describe.each(Object.entries(settings))('%s', (key, entry) => {
  const value = values[key as keyof typeof settings];
  const meant = layerOf(({ name }) => (name === entry.name ? value : undefined));

  it('is read alone', () => {
    expect(Object.keys(meant)).toEqual([key]);
  });
  it('means the same in the file', () => {
    const inFile = parseConfigFile(`${entry.name}: ${JSON.stringify(value)}\n`, 'f.yml');
    expect(inFile[key as keyof typeof inFile]).toEqual(meant[key as keyof typeof meant]);
  });
  it('means the same as a flag', () => {
    const flag = key === 'count' ? true : value;
    const layer = flagLayer({ [flagKey(entry)]: flag });
    expect(layer[key as keyof typeof layer]).toEqual(meant[key as keyof typeof meant]);
  });
});
