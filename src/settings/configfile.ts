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
  betterNames,
  type Config,
  type ConfigLayer,
  environmentNames,
  parsePercent,
  parsePoints,
  parseWord,
  type Waiver,
} from './config.ts';
import { type Entry, type Shape, settings } from './table.ts';

const given = v.union([v.string(), v.number(), v.boolean()], 'expected a text');
const wordOrWords = v.union(
  [v.string(), v.array(v.string())],
  'expected a word or a list of words',
);

/** Runs a parser of config.ts inside valibot, so that its message arrives with a line; `shape` is for editors. */
function parsed<T>(
  parse: (text: string) => T,
  shape: Shape,
  expected: v.GenericSchema<unknown, Given> = given,
) {
  return v.pipe(
    expected,
    v.rawTransform(({ dataset, addIssue, NEVER }) => {
      try {
        return parse(String(dataset.value));
      } catch (error) {
        addIssue({ message: error instanceof Error ? error.message : String(error) });
        return NEVER;
      }
    }),
    v.metadata({ shape }),
  );
}

type Given = string | number | boolean | readonly string[];

const text = v.pipe(v.string('expected a text'), v.minLength(1, 'must not be empty'));
const yesNo = v.boolean('expected true or false');
const word = <const T extends string>(words: readonly T[], name: string) =>
  parsed((value) => parseWord(value, words, name), { enum: words });
const percent = parsed((value) => parsePercent(value, 'threshold'), settings.threshold.shape);
const points = parsed((value) => parsePoints(value, 'threshold'), settings.profileThreshold.shape);
/** What an editor shows beside a key. */
const about = <S extends v.GenericSchema>(schema: S, help: string) =>
  v.optional(v.pipe(schema, v.description(`${help.charAt(0).toUpperCase()}${help.slice(1)}.`)));

const day = v.pipe(
  v.string('expected a day, like 2026-12-31, in quotes'),
  v.regex(/^\d{4}-\d\d-\d\d$/, 'expected a day, like 2026-12-31'),
  v.check((name) => !Number.isNaN(Date.parse(name)), 'is no day of the calendar'),
);
const why = v.pipe(text, v.maxLength(300, 'is longer than 300 characters'));
const waiverKinds = ['benchmark', 'function', 'removed'] as const;
const waiver = v.pipe(
  v.strictObject({
    benchmark: v.optional(text),
    function: v.optional(text),
    removed: v.optional(text),
    limit: v.optional(text),
    reason: why,
    until: day,
  }),
  v.rawTransform(({ dataset, addIssue, NEVER }): Waiver => {
    const { limit, ...item } = dataset.value;
    const named = waiverKinds.filter((kind) => item[kind] !== undefined);
    const refuse = (message: string) => {
      addIssue({ message });
      return NEVER;
    };
    if (named.length !== 1) {
      return refuse(
        `needs one of ${waiverKinds.join(', ')}, and has ${named.join(' and ') || 'none'}`,
      );
    }
    if (named[0] === 'removed') {
      return limit === undefined
        ? { ...item, limit: null }
        : refuse('what is removed has no limit');
    }
    if (limit === undefined)
      return refuse('needs a limit: how much worse is accepted, like 20%, of a function 3pp');
    try {
      const read = named[0] === 'function' ? parsePoints : parsePercent;
      return { ...item, limit: read(limit, 'limit') };
    } catch (error) {
      return refuse(error instanceof Error ? error.message : String(error));
    }
  }),
);

const redactWhole = v.pipe(
  v.boolean('expected true, false, or keys like labels: [endpoint]'),
  v.transform((whole) => (whole ? redactAll : null)),
);
export const redactKeys = v.pipe(
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
const redactAll = v.parse(redactKeys, {});

/** The settings of table.ts, as the file has them. */
const fromTable = Object.fromEntries(
  (Object.values(settings) as readonly Entry<keyof Config>[]).map(
    ({ name, help, shape, isList, read }) => [
      name,
      about(
        shape === settings.against.shape
          ? text
          : parsed<unknown>((value) => read(value, name), shape, isList ? wordOrWords : given),
        help,
      ),
    ],
  ),
);

/** What only the file has. */
const fileOnly = {
  'trust-single-run': about(
    yesNo,
    'one stored run may fail the gate by its samples: only for a dedicated runner',
  ),
  match: about(
    v.array(word(environmentNames, 'match'), 'expected a list'),
    'what must be alike in two runs that are compared',
  ),
  'baseline-runs': about(
    v.pipe(
      v.number('expected a number'),
      v.integer('expected a whole number'),
      v.minValue(1, 'must be at least 1'),
      v.maxValue(50, 'must be at most 50'),
    ),
    'at most this many stored runs are compared with, newest first',
  ),
  'profile-filters': about(
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
    "pprof's filters, for all profiles",
  ),
  'gate-profiles': about(
    v.pipe(v.array(text, 'expected a list'), v.minLength(1, 'names no kind of profile')),
    'the sample types whose functions may fail the gate',
  ),
  rules: about(
    v.array(
      v.strictObject({
        benchmark: v.optional(text),
        unit: v.optional(text),
        threshold: v.optional(percent),
        gate: v.optional(yesNo),
      }),
      'expected a list of rules',
    ),
    'rules for benchmarks and units; the last that matches decides',
  ),
  functions: about(
    v.array(
      v.strictObject({
        name: text,
        threshold: v.optional(points),
        gate: v.optional(yesNo),
      }),
      'expected a list of rules',
    ),
    'rules for functions; the last that matches decides',
  ),
  units: about(
    v.record(v.string(), word(betterNames, 'better')),
    'which way is better, for units whose direction nothing says',
  ),
  waivers: about(
    v.array(waiver, 'expected a list of waivers'),
    'slowdowns, heavier functions and lost benchmarks that are accepted until a day, and why',
  ),
  renamed: about(
    v.record(text, text),
    'benchmarks of stored runs by their former name, with the name they have now',
  ),
  redact: about(
    v.lazy((whole) => (typeof whole === 'object' && whole !== null ? redactKeys : redactWhole)),
    'what is removed from files before they are stored or uploaded',
  ),
};

/** The whole file; the JSON Schema for editors is made of it (schema.ts). */
export const fileSchema = v.strictObject({ ...fromTable, ...fileOnly });

const fileKeys: Readonly<Record<string, readonly string[]>> = {
  '': Object.keys(fileSchema.entries),
  'profile-filters': Object.keys(fileOnly['profile-filters'].wrapped.pipe[0].entries),
  rules: ['benchmark', 'unit', 'threshold', 'gate'],
  functions: ['name', 'threshold', 'gate'],
  waivers: [...waiverKinds, 'limit', 'reason', 'until'],
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
  const set = result.output as v.InferOutput<v.StrictObjectSchema<typeof fileOnly, undefined>> &
    Readonly<Record<string, unknown>>;
  const shared = Object.entries(settings).map(([key, { name }]) => [key, set[name]]);
  return {
    ...(Object.fromEntries(shared) as ConfigLayer), // each was read as the table says
    trustSingleRun: set['trust-single-run'],
    match: set.match,
    baselineRuns: set['baseline-runs'],
    profileFilters: filtersOf(set['profile-filters']),
    gateProfiles: set['gate-profiles'],
    rules: set.rules,
    functions: set.functions,
    units: set.units,
    waivers: set.waivers,
    renamed: set.renamed,
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
  const more = others.map((defect) => new InputError(defect.message, { file, line: defect.line }));
  return new InputError(message, { file, line }, more);
}

function filtersOf(
  set: v.InferOutput<(typeof fileOnly)['profile-filters']>,
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
