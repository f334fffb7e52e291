/**
 * .github/flamegate.yml becomes a layer of the Config. A key nobody knows, a wrong type or a value
 * out of range is an InputError with the line, and an unknown key names the nearest known one. All
 * defects of the file are found at once.
 */
import { closest } from 'fastest-levenshtein';
import * as v from 'valibot';
import { LineCounter, parseDocument } from 'yaml';
import { InputError } from '../model/error.ts';
import {
  attributeNames,
  betterNames,
  type ConfigLayer,
  countNames,
  environmentNames,
  parseConfirm,
  parseDuration,
  parseFailOn,
  parsePercent,
  parsePoints,
  parseRate,
  parseRounds,
  parseWord,
  runnerNames,
  testNames,
} from './config.ts';

const textOrNumber = v.union([v.string(), v.number()], 'expected a text');
const wordOrWords = v.union(
  [v.string(), v.array(v.string())],
  'expected a word or a list of words',
);

/** Runs a parser of config.ts inside valibot, so that its message arrives with a line. */
function parsed<T>(
  parse: (text: string) => T,
  given: v.GenericSchema<unknown, string | number | boolean | readonly string[]> = textOrNumber,
) {
  return v.pipe(
    given,
    v.rawTransform(({ dataset, addIssue, NEVER }) => {
      try {
        return parse(String(dataset.value));
      } catch (error) {
        addIssue({ message: error instanceof Error ? error.message : String(error) });
        return NEVER;
      }
    }),
  );
}

const word = <T extends string>(words: readonly T[], name: string) =>
  parsed((text) => parseWord(text, words, name));
const text = v.pipe(v.string('expected a text'), v.minLength(1, 'must not be empty'));
const yesNo = v.boolean('expected true or false');
const percent = parsed((value) => parsePercent(value, 'threshold'));
const points = (name: string) => parsed((value) => parsePoints(value, name));

const redactWhole = v.pipe(
  v.boolean('expected true, false, or keys like labels: [endpoint]'),
  v.transform((whole) => (whole ? redactAll : null)),
);
const redactSchema = v.pipe(
  v.strictObject({
    paths: v.optional(v.array(text, 'expected a list of directories')),
    labels: v.optional(v.array(text, 'expected a list of labels')),
    'other-labels': v.optional(word(['drop', 'hash'], 'other-labels')),
  }),
  v.transform(({ paths = [], labels, 'other-labels': otherLabels = 'drop' }) => ({
    paths,
    thorough: { labels: labels ?? (null as readonly string[] | null), otherLabels },
  })),
);
const redactAll = v.parse(redactSchema, {});

const fileSchema = v.strictObject({
  threshold: v.optional(percent),
  'count-threshold': v.optional(parsed((value) => parsePercent(value, 'count-threshold'))),
  'profile-threshold': v.optional(points('profile-threshold')),
  alpha: v.optional(parsed((value) => parseRate(value, 'alpha'))),
  suspect: v.optional(parsed((value) => parseRate(value, 'suspect'))),
  see: v.optional(parsed((value) => parsePercent(value, 'see'))),
  runner: v.optional(word(runnerNames, 'runner')),
  test: v.optional(word(testNames, 'test')),
  'fail-on': v.optional(parsed((value) => parseFailOn(value), wordOrWords)),
  confirm: v.optional(parsed((value) => parseConfirm(value))),
  count: v.optional(
    parsed(
      (value) => parseWord(value, countNames, 'count'),
      v.union([v.boolean(), v.string()], 'expected true, false or auto'),
    ),
  ),
  against: v.optional(text),
  'max-time': v.optional(parsed((value) => parseDuration(value))),
  'max-rounds': v.optional(parsed((value) => parseRounds(value))),
  'trust-single-run': v.optional(yesNo),
  match: v.optional(v.array(word(environmentNames, 'match'), 'expected a list')),
  'baseline-runs': v.optional(
    v.pipe(
      v.number('expected a number'),
      v.integer('expected a whole number'),
      v.minValue(1, 'must be at least 1'),
      v.maxValue(50, 'must be at most 50'),
    ),
  ),
  'sample-type': v.optional(text),
  'profile-filters': v.optional(
    v.strictObject({
      focus: v.optional(text),
      ignore: v.optional(text),
      hide: v.optional(text),
      show: v.optional(text),
      'show-from': v.optional(text),
      tagfocus: v.optional(text),
      tagignore: v.optional(text),
      tagroot: v.optional(text),
      tagleaf: v.optional(text),
    }),
  ),
  'profile-group-by': v.optional(text),
  'gate-profiles': v.optional(
    v.pipe(v.array(text, 'expected a list'), v.minLength(1, 'names no kind of profile')),
  ),
  attribute: v.optional(word(attributeNames, 'attribute')),
  rules: v.optional(
    v.array(
      v.strictObject({
        benchmark: v.optional(text),
        unit: v.optional(text),
        threshold: v.optional(percent),
        gate: v.optional(yesNo),
      }),
      'expected a list of rules',
    ),
  ),
  functions: v.optional(
    v.array(
      v.strictObject({
        name: text,
        threshold: v.optional(points('threshold')),
        gate: v.optional(yesNo),
      }),
      'expected a list of rules',
    ),
  ),
  units: v.optional(v.record(v.string(), word(betterNames, 'better'))),
  redact: v.optional(
    v.lazy((given) => (typeof given === 'object' && given !== null ? redactSchema : redactWhole)),
  ),
});

const fileKeys: Readonly<Record<string, readonly string[]>> = {
  '': Object.keys(fileSchema.entries),
  'profile-filters': Object.keys(fileSchema.entries['profile-filters'].wrapped.entries),
  rules: ['benchmark', 'unit', 'threshold', 'gate'],
  functions: ['name', 'threshold', 'gate'],
  redact: ['paths', 'labels', 'other-labels'],
};

/**
 * Reads .github/flamegate.yml. Throws InputError with the line for YAML that does not parse, an
 * unknown key (naming the nearest), a wrong type or a value out of range.
 */
export function parseConfigFile(source: string, file: string): ConfigLayer {
  const lines = new LineCounter();
  const document = parseDocument(source, { lineCounter: lines, prettyErrors: false });
  if (document.errors.length > 0) {
    const defects = document.errors.map(({ message, pos }) => ({
      message: `not valid YAML: ${message}`,
      line: lines.linePos(pos[0]).line,
    }));
    throw errorOf(defects, file);
  }
  const value = plain(document, file);
  const result = v.safeParse(fileSchema, value);
  if (!result.success) {
    const defects = result.issues.map((issue) => {
      const path = (issue.path ?? []).map((item) => item.key as string | number);
      const line = lineOf(document, path, lines);
      return { message: `${path.join('.')}: ${issueMessage(issue, path)}`, line };
    });
    throw errorOf(defects, file);
  }
  const set = result.output;
  return {
    threshold: set.threshold,
    countThreshold: set['count-threshold'],
    profileThreshold: set['profile-threshold'],
    alpha: set.alpha,
    suspect: set.suspect,
    see: set.see,
    runner: set.runner,
    test: set.test,
    failOn: set['fail-on'],
    confirm: set.confirm,
    count: set.count,
    against: set.against,
    maxTime: set['max-time'],
    maxRounds: set['max-rounds'],
    trustSingleRun: set['trust-single-run'],
    match: set.match,
    baselineRuns: set['baseline-runs'],
    sampleType: set['sample-type'],
    profileFilters: filtersOf(set['profile-filters']),
    profileGroupBy: set['profile-group-by'],
    attribute: set.attribute,
    gateProfiles: set['gate-profiles'],
    rules: set.rules,
    functions: set.functions,
    units: set.units,
    redact: set.redact,
  };
}

interface Defect {
  readonly message: string;
  readonly line: number;
}

/** One error for all of them, in the order of the lines. */
function errorOf(defects: readonly Defect[], file: string): InputError {
  const [first, ...others] = defects.toSorted((a, b) => a.line - b.line);
  const { message = 'cannot be read', line = 1 } = first ?? {};
  const more = others.map((of) => new InputError(of.message, { file, line: of.line }));
  return new InputError(message, { file, line }, more);
}

function filtersOf(
  set: v.InferOutput<typeof fileSchema>['profile-filters'],
): ConfigLayer['profileFilters'] {
  if (set === undefined) return undefined;
  const { 'show-from': showFrom, ...others } = set;
  const given = Object.entries({ ...others, showFrom }).filter(([, value]) => value !== undefined);
  return Object.fromEntries(given);
}

function plain(document: ReturnType<typeof parseDocument>, file: string): object {
  let value: unknown;
  try {
    value = document.toJS({ maxAliasCount: 100 }) ?? {};
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new InputError(`not usable YAML: ${message}`, { file });
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
  throw new InputError('expected keys and values, like threshold: 5%', { file, line: 1 });
}

function issueMessage(issue: v.BaseIssue<unknown>, path: readonly (string | number)[]): string {
  if (issue.type === 'strict_object' && issue.expected === 'never') {
    const key = String(path.at(-1));
    const known = fileKeys[path.length === 1 ? '' : String(path[0])] ?? [];
    return `unknown key; did you mean "${closest(key, [...known])}"? Known here: ${known.join(', ')}`;
  }
  if (issue.type === 'strict_object') return 'expected keys and values';
  return issue.message;
}

/** The line of the innermost node on the path that the document has. */
function lineOf(
  document: ReturnType<typeof parseDocument>,
  path: readonly (string | number)[],
  lines: LineCounter,
): number {
  for (let length = path.length; length > 0; length--) {
    const node: unknown = document.getIn(path.slice(0, length), true);
    const range = (node as { range?: readonly number[] } | undefined)?.range;
    if (range?.[0] !== undefined) return lines.linePos(range[0]).line;
  }
  return 1;
}
