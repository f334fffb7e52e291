import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  require_dist
} from "./chunk-chunk-ER55XKFI.js";
import {
  array,
  boolean,
  check,
  description,
  integer,
  lazy,
  maxLength,
  maxValue,
  metadata,
  minLength,
  minValue,
  number,
  optional,
  parse,
  pipe,
  rawTransform,
  record,
  regex,
  safeParse,
  strictObject,
  string,
  transform,
  union
} from "./chunk-chunk-YCAMMWL6.js";
import {
  settings
} from "./chunk-chunk-6RNIDPFN.js";
import {
  betterNames,
  environmentNames,
  parsePercent,
  parsePoints,
  parseWord
} from "./chunk-chunk-OBSUUNSJ.js";
import {
  require_mod
} from "./chunk-chunk-JMYYPOXT.js";
import "./chunk-chunk-MQ2NSUXY.js";
import {
  InputError
} from "./chunk-chunk-6IUKT67Q.js";
import {
  __toESM,
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-OMS2RVR2.js";

// src/settings/configfile.ts
init_define_FLAMEGATE_PAGE();
var import_fastest_levenshtein = __toESM(require_mod(), 1);
var import_yaml = __toESM(require_dist(), 1);
var given = union([string(), number(), boolean()], "expected a text");
var wordOrWords = union(
  [string(), array(string())],
  "expected a word or a list of words"
);
function parsed(parse2, shape, expected = given) {
  return pipe(
    expected,
    rawTransform(({ dataset, addIssue, NEVER }) => {
      try {
        return parse2(String(dataset.value));
      } catch (error) {
        addIssue({ message: error instanceof Error ? error.message : String(error) });
        return NEVER;
      }
    }),
    metadata({ shape })
  );
}
var text = pipe(string("expected a text"), minLength(1, "must not be empty"));
var yesNo = boolean("expected true or false");
var word = (words, name) => parsed((value) => parseWord(value, words, name), { enum: words });
var percent = parsed((value) => parsePercent(value, "threshold"), settings.threshold.shape);
var points = parsed((value) => parsePoints(value, "threshold"), settings.profileThreshold.shape);
var about = (schema, help) => optional(pipe(schema, description(`${help.charAt(0).toUpperCase()}${help.slice(1)}.`)));
var day = pipe(
  string("expected a day, like 2026-12-31, in quotes"),
  regex(/^\d{4}-\d\d-\d\d$/, "expected a day, like 2026-12-31"),
  check((name) => !Number.isNaN(Date.parse(name)), "is no day of the calendar")
);
var why = pipe(text, maxLength(300, "is longer than 300 characters"));
var waiverKinds = ["benchmark", "function", "removed"];
var waiver = pipe(
  strictObject({
    benchmark: optional(text),
    function: optional(text),
    removed: optional(text),
    limit: optional(text),
    reason: why,
    until: day
  }),
  rawTransform(({ dataset, addIssue, NEVER }) => {
    const { limit, ...item } = dataset.value;
    const named = waiverKinds.filter((kind) => item[kind] !== void 0);
    const refuse = (message) => {
      addIssue({ message });
      return NEVER;
    };
    if (named.length !== 1) {
      return refuse(
        `needs one of ${waiverKinds.join(", ")}, and has ${named.join(" and ") || "none"}`
      );
    }
    if (named[0] === "removed") {
      return limit === void 0 ? { ...item, limit: null } : refuse("what is removed has no limit");
    }
    if (limit === void 0)
      return refuse("needs a limit: how much worse is accepted, like 20%, of a function 3pp");
    try {
      const read = named[0] === "function" ? parsePoints : parsePercent;
      return { ...item, limit: read(limit, "limit") };
    } catch (error) {
      return refuse(error instanceof Error ? error.message : String(error));
    }
  })
);
var redactWhole = pipe(
  boolean("expected true, false, or keys like labels: [endpoint]"),
  transform((whole) => whole ? redactAll : null)
);
var redactKeys = pipe(
  strictObject({
    paths: optional(array(text, "expected a list of directories")),
    labels: optional(array(text, "expected a list of labels")),
    "other-labels": optional(word(["drop", "hash"], "other-labels"))
  }),
  transform(({ paths = [], labels, "other-labels": otherLabels = "drop" }) => ({
    paths,
    thorough: { labels: labels ?? null, otherLabels }
  }))
);
var redactAll = parse(redactKeys, {});
var fromTable = Object.fromEntries(
  Object.values(settings).map(
    ({ name, help, shape, isList, read }) => [
      name,
      about(
        shape === settings.against.shape ? text : parsed((value) => read(value, name), shape, isList ? wordOrWords : given),
        help
      )
    ]
  )
);
var fileOnly = {
  "trust-single-run": about(
    yesNo,
    "one stored run may fail the gate by its samples: only for a dedicated runner"
  ),
  match: about(
    array(word(environmentNames, "match"), "expected a list"),
    "what must be alike in two runs that are compared"
  ),
  "baseline-runs": about(
    pipe(
      number("expected a number"),
      integer("expected a whole number"),
      minValue(1, "must be at least 1"),
      maxValue(50, "must be at most 50")
    ),
    "at most this many stored runs are compared with, newest first"
  ),
  "profile-filters": about(
    strictObject({
      focus: optional(text),
      ignore: optional(text),
      hide: optional(text),
      show: optional(text),
      "show-from": optional(text),
      tagfocus: optional(text),
      tagignore: optional(text),
      tagroot: optional(text),
      tagleaf: optional(text)
    }),
    "pprof's filters, for all profiles"
  ),
  "gate-profiles": about(
    pipe(array(text, "expected a list"), minLength(1, "names no kind of profile")),
    "the sample types whose functions may fail the gate"
  ),
  rules: about(
    array(
      strictObject({
        benchmark: optional(text),
        unit: optional(text),
        threshold: optional(percent),
        gate: optional(yesNo)
      }),
      "expected a list of rules"
    ),
    "rules for benchmarks and units; the last that matches decides"
  ),
  functions: about(
    array(
      strictObject({
        name: text,
        threshold: optional(points),
        gate: optional(yesNo)
      }),
      "expected a list of rules"
    ),
    "rules for functions; the last that matches decides"
  ),
  units: about(
    record(string(), word(betterNames, "better")),
    "which way is better, for units whose direction nothing says"
  ),
  waivers: about(
    array(waiver, "expected a list of waivers"),
    "slowdowns, heavier functions and lost benchmarks that are accepted until a day, and why"
  ),
  renamed: about(
    record(text, text),
    "benchmarks of stored runs by their former name, with the name they have now"
  ),
  redact: about(
    lazy((whole) => typeof whole === "object" && whole !== null ? redactKeys : redactWhole),
    "what is removed from files before they are stored or uploaded"
  )
};
var fileSchema = strictObject({ ...fromTable, ...fileOnly });
var fileKeys = {
  "": Object.keys(fileSchema.entries),
  "profile-filters": Object.keys(fileOnly["profile-filters"].wrapped.pipe[0].entries),
  rules: ["benchmark", "unit", "threshold", "gate"],
  functions: ["name", "threshold", "gate"],
  waivers: [...waiverKinds, "limit", "reason", "until"],
  redact: ["paths", "labels", "other-labels"]
};
function parseConfigFile(source, file) {
  const lines = new import_yaml.LineCounter();
  const document = (0, import_yaml.parseDocument)(source, { lineCounter: lines, prettyErrors: false });
  if (document.errors.length > 0) {
    const defects = document.errors.map(({ message, pos }) => ({
      message: `not valid YAML: ${message}`,
      line: lines.linePos(pos[0]).line
    }));
    throw errorOf(defects, file);
  }
  const value = plain(document, file);
  const result = safeParse(fileSchema, value);
  if (!result.success) {
    const defects = result.issues.map((issue) => {
      const path = (issue.path ?? []).map((item) => item.key);
      const line = lineOf(document, path, lines);
      return { message: `${path.join(".")}: ${issueMessage(issue, path)}`, line };
    });
    throw errorOf(defects, file);
  }
  const set = result.output;
  const shared = Object.entries(settings).map(([key, { name }]) => [key, set[name]]);
  return {
    ...Object.fromEntries(shared),
    // each was read as the table says
    trustSingleRun: set["trust-single-run"],
    match: set.match,
    baselineRuns: set["baseline-runs"],
    profileFilters: filtersOf(set["profile-filters"]),
    gateProfiles: set["gate-profiles"],
    rules: set.rules,
    functions: set.functions,
    units: set.units,
    waivers: set.waivers,
    renamed: set.renamed,
    redact: set.redact
  };
}
function errorOf(defects, file) {
  const [first, ...others] = defects.toSorted((a, b) => a.line - b.line);
  const { message = "cannot be read", line = 1 } = first ?? {};
  const more = others.map((defect) => new InputError(defect.message, { file, line: defect.line }));
  return new InputError(message, { file, line }, more);
}
function filtersOf(set) {
  if (set === void 0) return void 0;
  const { "show-from": showFrom, ...others } = set;
  const given2 = Object.entries({ ...others, showFrom }).filter(([, value]) => value !== void 0);
  return Object.fromEntries(given2);
}
function plain(document, file) {
  let value;
  try {
    value = document.toJS({ maxAliasCount: 100 }) ?? {};
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new InputError(`not usable YAML: ${message}`, { file });
  }
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return value;
  throw new InputError("expected keys and values, like threshold: 5%", { file, line: 1 });
}
function issueMessage(issue, path) {
  if (issue.type === "strict_object" && issue.expected === "never") {
    const key = String(path.at(-1));
    const known = fileKeys[path.length === 1 ? "" : String(path[0])] ?? [];
    return `unknown key; did you mean "${(0, import_fastest_levenshtein.closest)(key, [...known])}"? Known here: ${known.join(", ")}`;
  }
  if (issue.type === "strict_object") return "expected keys and values";
  return issue.message;
}
function lineOf(document, path, lines) {
  for (let length = path.length; length > 0; length--) {
    const node = document.getIn(path.slice(0, length), true);
    const range = node?.range;
    if (range?.[0] !== void 0) return lines.linePos(range[0]).line;
  }
  return 1;
}
export {
  fileSchema,
  parseConfigFile,
  redactKeys
};
