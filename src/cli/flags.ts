/** Flags as commander gives them, and what they mean to the stages: config, inputs, a place. */
import { writeFile } from 'node:fs/promises';
import { type RunInputs, readConfigFile, readFiles } from '../collect.ts';
import {
  attributeNames,
  type ConfigLayer,
  confirmNames,
  failOnNames,
  parseAlpha,
  parseDuration,
  parsePercent,
  parsePoints,
  parseRounds,
  parseWord,
  testNames,
} from '../config.ts';
import { type Filters, InputError } from '../model.ts';
import { filterNames } from '../profile/filternames.ts';
import type { TableOptions } from '../profile/table.ts';

export interface Flags extends Filters {
  readonly baseline?: string;
  readonly benchmarks?: readonly string[];
  readonly profiles?: readonly string[];
  readonly attempts?: readonly string[];
  readonly commit?: string;
  readonly time?: string;
  readonly config?: string;
  readonly threshold?: string;
  readonly profileThreshold?: string;
  readonly alpha?: string;
  readonly test?: string;
  readonly failOn?: string;
  readonly confirm?: string;
  readonly base?: string;
  readonly setup?: string;
  readonly run?: string;
  readonly maxTime?: string;
  readonly maxRounds?: string;
  readonly seed?: string;
  readonly pin?: boolean;
  readonly keep?: string;
  readonly sampleType?: string;
  readonly groupBy?: string;
  readonly attribute?: string;
  readonly inlines?: boolean;
  readonly granularity?: NonNullable<TableOptions['granularity']>;
  readonly format?: string;
  readonly output?: string;
  readonly pprof?: string;
  readonly pr?: string;
  readonly repo?: string;
  readonly workflow?: string;
  readonly name?: string;
}

/** The flags over the configuration file. Throws InputError. */
export async function configLayers(flags: Flags): Promise<ConfigLayer[]> {
  return [flagLayer(flags), await readConfigFile(flags.config)];
}

/** What the flags alone say. Throws InputError. */
export function flagLayer(flags: Flags): ConfigLayer {
  return {
    threshold: set(flags.threshold, (text) => parsePercent(text, 'threshold')),
    profileThreshold: set(flags.profileThreshold, (text) => parsePoints(text, 'profile-threshold')),
    alpha: set(flags.alpha, (text) => parseAlpha(text)),
    test: set(flags.test, (text) => parseWord(text, testNames, 'test')),
    failOn: set(flags.failOn, (text) => parseWord(text, failOnNames, 'fail-on')),
    confirm: set(flags.confirm, (text) => parseWord(text, confirmNames, 'confirm')),
    against: flags.base,
    maxTime: set(flags.maxTime, (text) => parseDuration(text)),
    maxRounds: set(flags.maxRounds, (text) => parseRounds(text)),
    sampleType: flags.sampleType,
    profileFilters: filters(flags),
    profileGroupBy: flags.groupBy,
    attribute: set(flags.attribute, (text) => parseWord(text, attributeNames, 'attribute')),
  };
}

const set = <T>(text: string | undefined, parse: (text: string) => T): T | undefined =>
  text === undefined ? undefined : parse(text);

/** The filters among the flags; undefined where there is none, so that the file's count. */
function filters(flags: Flags): Filters | undefined {
  const names = Object.keys(filterNames) as (keyof Filters)[];
  const given = names.filter((name) => flags[name] !== undefined);
  if (given.length === 0) return undefined;
  return Object.fromEntries(given.map((name) => [name, flags[name]]));
}

/** What a row of a profile's table is. */
export function rowOptions(flags: Flags): Pick<TableOptions, 'inlines' | 'granularity'> {
  return {
    ...(flags.inlines === undefined ? {} : { inlines: flags.inlines }),
    ...(flags.granularity === undefined ? {} : { granularity: flags.granularity }),
  };
}

/** The files the flags name. The machine says nothing here: it may not be the one that measured. */
export async function measuredInputs(flags: Flags): Promise<RunInputs> {
  return {
    benchmarks: await readFiles(flags.benchmarks ?? [], '--benchmarks'),
    profiles: await readFiles(flags.profiles ?? [], '--profiles'),
    commit: flags.commit ?? '',
    time: flags.time ?? new Date().toISOString(),
    environment: {},
  };
}

/** To --output, else to the terminal. */
export async function emit(flags: Flags, report: string): Promise<void> {
  if (flags.output === undefined) {
    process.stdout.write(report);
    return;
  }
  await writeOut(flags.output, report);
}

/** Throws InputError that names the file. */
export async function writeOut(file: string, content: string | Uint8Array): Promise<void> {
  await writeFile(file, content).catch((error: Error) => {
    throw new InputError(`cannot be written: ${error.message}`, { file });
  });
}
