import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  profileView
} from "./chunk-chunk-VUGLSYUU.js";
import {
  unlike
} from "./chunk-chunk-6BTFPR5G.js";
import {
  terminal,
  verdictReport
} from "./chunk-chunk-QYBNAT25.js";
import {
  evidenceOf
} from "./chunk-chunk-3GVWWS7V.js";
import {
  compare,
  judge
} from "./chunk-chunk-GWC6IANW.js";
import "./chunk-chunk-2QTDWZHI.js";
import "./chunk-chunk-YTYFE7V5.js";
import {
  spreads
} from "./chunk-chunk-WF7YNTTP.js";
import "./chunk-chunk-XWVWMC43.js";
import "./chunk-chunk-EEPNWZZM.js";
import "./chunk-chunk-OQXXZOGH.js";
import {
  configLayers,
  emitReports,
  flagName,
  inputsOf,
  rowOptions,
  writeOut
} from "./chunk-chunk-EAYZLJTF.js";
import "./chunk-chunk-JF3RMCPS.js";
import {
  isForeign,
  readPath,
  readRun
} from "./chunk-chunk-CAWJPCAF.js";
import "./chunk-chunk-J35JVOHR.js";
import "./chunk-chunk-UKHN3BIT.js";
import "./chunk-chunk-A7VDOM55.js";
import "./chunk-chunk-5F4DIWO5.js";
import "./chunk-chunk-VKMI2SIL.js";
import "./chunk-chunk-HBB34D3E.js";
import "./chunk-chunk-YCAMMWL6.js";
import "./chunk-chunk-PDMOKRKF.js";
import "./chunk-chunk-UIZSM77V.js";
import "./chunk-chunk-RL7XGZTW.js";
import {
  warningLines
} from "./chunk-chunk-6OBLDVWQ.js";
import "./chunk-chunk-XDSCW632.js";
import "./chunk-chunk-NTMR7OSE.js";
import "./chunk-chunk-4ESYGOAJ.js";
import "./chunk-chunk-IV5T3H63.js";
import "./chunk-chunk-ZY32PDO3.js";
import {
  logLine
} from "./chunk-chunk-3KXZIELT.js";
import {
  filterNames
} from "./chunk-chunk-ZUGVML7C.js";
import "./chunk-chunk-K37PVB3B.js";
import "./chunk-chunk-UCI4WEEX.js";
import "./chunk-chunk-MVRN3XQO.js";
import "./chunk-chunk-2NZK6ZYN.js";
import "./chunk-chunk-JF755UJZ.js";
import "./chunk-chunk-Q6W4P34J.js";
import "./chunk-chunk-6BBP5BRQ.js";
import "./chunk-chunk-BANJ3GOK.js";
import "./chunk-chunk-SGSL43OP.js";
import "./chunk-chunk-C6V23FTX.js";
import "./chunk-chunk-ETXR6ESQ.js";
import "./chunk-chunk-6RNIDPFN.js";
import {
  readOptions,
  resolveConfig
} from "./chunk-chunk-OBSUUNSJ.js";
import "./chunk-chunk-JMYYPOXT.js";
import "./chunk-chunk-MQ2NSUXY.js";
import "./chunk-chunk-UO3SQAG6.js";
import "./chunk-chunk-MKYMQKPK.js";
import "./chunk-chunk-V6FUWQX3.js";
import "./chunk-chunk-3EDRWKZB.js";
import {
  InputError
} from "./chunk-chunk-6IUKT67Q.js";
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-OMS2RVR2.js";

// src/entry/cli/diff.ts
init_define_FLAMEGATE_PAGE();

// src/flow/diff.ts
init_define_FLAMEGATE_PAGE();
async function diffFiles(before, after, config, tables, name) {
  const read = (files) => readRun({ ...files, commit: "", time: "", environment: {}, purpose: "show" }, tables);
  const [base, head] = [await read(before), await read(after)];
  const evidence = evidenceOf(
    {
      base: [{ run: base, profiles: async () => before.profiles }],
      head: [{ run: head, profiles: async () => after.profiles }]
    },
    tables
  );
  return { verdict: diff(base, head, config, name), base, head, evidence };
}
function diff(base, head, config, name) {
  const single = { ...config, trustSingleRun: true };
  refuseApart(base, head);
  const doubt = machineDoubt(base, head, config);
  const warnings = [...base.warnings, ...doubt === null ? [] : [doubt.warning]];
  const baseline = { name, runs: [base], newest: null, setAside: [], warnings };
  const compared = compare([head], [base], single);
  return judge([head], baseline, compared, single, doubt?.reason ?? null);
}
function refuseApart(base, head) {
  const types = (run) => [...new Set(run.tables.map((table) => table.sampleType.type))];
  const [before, after] = [types(base), types(head)];
  const shared = before.some((type) => after.includes(type));
  const benchmarks = base.series.length > 0 && head.series.length > 0;
  if (shared || benchmarks || before.length + after.length === 0) return;
  throw new InputError(
    `nothing to compare: the old side has ${before.join(", ") || "no"} profiles, the new side ${after.join(", ") || "no"}`
  );
}
function machineDoubt(base, head, config) {
  const differs = unlike(head, base, config.match);
  if (differs !== null) {
    return {
      warning: warningOf(`the two sides were measured on different machines (${differs})`),
      reason: "the two sides ran on different machines"
    };
  }
  const hasTimes = base.series.length > 0 && head.series.length > 0;
  if (!hasTimes || config.runner === "dedicated" || !config.match.includes("cpu")) return null;
  const unknown = [namesMachine(base) ? "" : "old", namesMachine(head) ? "" : "new"].filter(
    (side) => side !== ""
  );
  if (unknown.length === 0) return null;
  const sides = unknown.length === 2 ? "neither side names" : `the ${unknown[0]} side does not name`;
  return {
    warning: warningOf(
      `${sides} the machine that measured it (one machine? --runner dedicated says so)`,
      "machine"
    ),
    reason: "the machine is unknown"
  };
}
var namesMachine = ({ environment }) => Boolean(environment.cpu || environment.machine);
var warningOf = (said, kind = "policy") => ({
  kind,
  message: `${said}: a difference may come from the machine`
});

// src/entry/cli/next.ts
init_define_FLAMEGATE_PAGE();
import { statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
function nextCommand(base, head, filters = {}, foreign = /* @__PURE__ */ new Set(), others2 = []) {
  const kind = head.find((table) => base.some((other) => isSameKind(other, table)));
  if (kind === void 0) return "";
  const files = (tables) => [
    ...new Set(tables.filter((table) => isSameKind(table, kind)).map(({ source }) => source))
  ];
  const [old, now] = [files(base), files(head)];
  if (![...old, ...now].every((file) => isReadAgain(file) && !foreign.has(file))) return "";
  const type = [
    `-sample_index=${quoted(kind.sampleType.type)}`,
    ...filterFlags(filters),
    ...others2
  ].join(" ");
  const merged = quoted(join(tmpdir(), "flamegate-base.pb.gz"));
  const heads = now.map(quoted).join(" ");
  const command = old.length === 1 ? `go tool pprof -http=: ${type} -diff_base=${quoted(old[0] ?? "")} ${heads}` : `go tool pprof -proto -output=${merged} ${old.map(quoted).join(" ")} && go tool pprof -http=: ${type} -diff_base=${merged} ${heads}`;
  return `${logLine(`next: ${command}`, 1e4)}
`;
}
var filterFlags = (filters) => Object.entries(filters).filter(([, value]) => value !== "").map(([name, value]) => `-${filterNames[name].replace("-", "_")}=${quoted(value)}`);
var isSameKind = (a, b) => a.sampleType.type === b.sampleType.type && a.sampleType.unit === b.sampleType.unit;
function isReadAgain(path) {
  return !/^\/(?:dev|proc)\//.test(path) && (statSync(path, { throwIfNoEntry: false })?.isFile() ?? false);
}
function quoted(path) {
  const plain = path.startsWith("-") ? `./${path}` : path;
  return /^[\w./@%+=:,-]+$/.test(plain) ? plain : `'${plain.replaceAll("'", "'\\''")}'`;
}

// src/entry/cli/profileflags.ts
init_define_FLAMEGATE_PAGE();
var chooses = [
  ...Object.keys(filterNames).map(
    (name) => [name, "which stacks and frames of a profile count"]
  ),
  ["sampleType", "which value of a profile is compared"],
  ["groupBy", "the label by which a profile is divided"],
  ["attribute", "which function of a profile is charged"],
  ["granularity", "what a row of a profile is"],
  ["tree", "callers and callees of the functions of a profile"],
  ["list", "functions of a profile whose source is shown"],
  ["sourcePath", "where the source of a profile is looked for"],
  ["trimPath", "where the source of a profile is looked for"],
  ["cum", "the order of the functions of a profile"],
  ["nodecount", "how many functions of a profile are shown"],
  ["nodefraction", "which functions of a profile are shown"],
  ["unit", "the unit of the values of a profile"],
  ["divideBy", "what the values of a profile are divided by"],
  ["mean", "whether the values of a profile are means"],
  ["normalize", "the scale of the values of a profile"],
  ["relativePercentages", "what the shares of a profile are of"]
];
function refuseIdleProfileFlags(flags) {
  const refuse = (flag, what) => {
    throw new InputError(
      `${flag} chooses ${what}, and no profile is compared here: leave it out, or give profiles`
    );
  };
  const idle = chooses.find(([name]) => flags[name] !== void 0);
  if (idle !== void 0) refuse(flagName(idle[0]), idle[1]);
  if (flags.inlines === false) refuse("--no-inlines", "which frames of a profile are seen");
}

// src/entry/cli/sides.ts
init_define_FLAMEGATE_PAGE();
import { existsSync } from "node:fs";
function labelled(argument) {
  const at = argument.indexOf("=");
  if (at < 1 || at === argument.length - 1 || existsSync(argument)) {
    return { label: argument, path: argument };
  }
  return { label: argument.slice(0, at), path: argument.slice(at + 1) };
}
function labelledAll(given) {
  const sides = given.map(labelled);
  const isTwice = ({ label, path }) => label === path && sides.filter((labelledPath) => labelledPath.label === path && labelledPath.path === path).length > 1;
  const seen = /* @__PURE__ */ new Map();
  return sides.map((side) => {
    if (!isTwice(side)) return side;
    const times = seen.get(side.path) ?? 0;
    seen.set(side.path, times + 1);
    return { ...side, label: `${side.path}#${times}` };
  });
}

// src/entry/cli/tabular.ts
init_define_FLAMEGATE_PAGE();
var choosing = ["table", "row", "col", "filter"];
function isTabular(sides, flags) {
  const hasProfiles = sides.some(({ files }) => files.profiles.length > 0);
  return sides.length !== 2 || choosing.some((flag) => flags[flag] !== void 0) || flags.ignore !== void 0 && !hasProfiles;
}

// src/entry/cli/diff.ts
var defaults = { alpha: 0.05, attribute: "raw" };
async function diffCommand(flags, paths) {
  const sides = [];
  for (const { label, path } of labelledAll(paths)) {
    sides.push({ label, files: await readPath(path) });
  }
  const [first, second] = sides;
  if (first === void 0 || second === void 0 || isTabular(sides, flags)) {
    const { tablesCommand } = await import("./chunk-tabulate-AKXGX72R.js");
    const { ignore: _, ...others2 } = flags;
    refuseIdleProfileFlags(others2);
    return tablesCommand(sides, flags, await configOf(others2));
  }
  return twoSides(first, second, flags, await configOf(flags));
}
var configOf = async (flags) => resolveConfig(...await configLayers(flags), defaults);
async function twoSides(first, second, flags, config) {
  const { label: old, files: before } = first;
  const { label: now, files: after } = second;
  refuseUnlike(before, after, old, now);
  if (before.profiles.length + after.profiles.length === 0) refuseIdleProfileFlags(flags);
  const view = profileView(flags);
  const tables = { ...readOptions(config), ...rowOptions(flags) };
  const { verdict, base, head, evidence } = await diffFiles(before, after, config, tables, old);
  const files = { base: before.profiles, head: after.profiles };
  const profiles = flags.mean === void 0 && flags.normalize === void 0 ? verdict.profiles : await (await import("./chunk-values-ZFADN45I.js")).withValues(verdict.profiles, files, tables, flags);
  if (flags.pprof !== void 0) await writeDifference(flags, evidence, files, tables);
  const foreign = new Set(
    [...before.profiles, ...after.profiles].filter(isForeign).map(({ file }) => file)
  );
  const sides = {
    base,
    head,
    old,
    now,
    filters: tables.filters,
    foreign,
    view,
    others: others(flags)
  };
  await emitReports(
    flags,
    async (asked) => {
      if (flags.list !== void 0) {
        const both = [before.profiles, after.profiles];
        return (await import("./chunk-list-25VOOSOU.js")).listReport(flags, both, tables, view);
      }
      if (flags.peek !== void 0) {
        return peek(evidence, { peek: flags.peek, format: asked.format }, sides, tables);
      }
      if (flags.tree === true) return tree(verdict, evidence, sides);
      if (asked.format === "benchstat-csv") {
        const { twoSidesCsv } = await import("./chunk-tabulate-AKXGX72R.js");
        return twoSidesCsv([first, second], flags, config);
      }
      if (asked.format === "html") return htmlDiff(verdict, evidence, sides, tables);
      return diffReport({ ...verdict, profiles }, sides, config, asked);
    },
    [...inputsOf(before), ...inputsOf(after)]
  );
  return 0;
}
async function peek(evidence, asked, sides, tables) {
  if (asked.format !== "text") {
    throw new InputError(`--peek prints text only, not ${asked.format}`);
  }
  if (evidence.profiles.length === 0) throw new InputError("--peek is for profiles");
  if (sides.view.values !== void 0) {
    throw new InputError(
      "--peek shows all calls of a function, in the profile's unit: leave out --cum, --unit and what else changes the table"
    );
  }
  if (tables.groupBy !== void 0 || tables.attribute !== void 0) {
    throw new InputError("--peek shows calls as they are: leave out slices and attribution");
  }
  const { peekReport } = await import("./chunk-peek-3RFIVXN5.js");
  const report = await peekReport(evidence, asked.peek);
  const next = nextOf(sides);
  return next === "" ? report : `${report}
${next}`;
}
async function tree(verdict, evidence, { view }) {
  if (view.values === true) {
    throw new InputError(
      "--tree of a difference is in the profile's unit: leave out --unit, --divide-by, --mean and --normalize"
    );
  }
  return (await import("./chunk-tree-4XNVA54U.js")).diffTrees(verdict, evidence, view);
}
function refuseUnlike(before, after, old, now) {
  const shared = before.benchmarks.length > 0 && after.benchmarks.length > 0 || before.profiles.length > 0 && after.profiles.length > 0;
  if (shared) return;
  const [first, second] = before.benchmarks.length > 0 ? [old, now] : [now, old];
  throw new InputError(
    `${first} holds benchmark output and ${second} profiles: compare like with like`
  );
}
var others = ({ normalize, mean, relativePercentages }) => [
  ...normalize === true ? ["-normalize"] : [],
  ...mean === true ? ["-mean"] : [],
  ...relativePercentages === true ? ["-relative_percentages"] : []
];
async function writeDifference({ pprof: file = "", normalize }, { whole }, files, tables) {
  if (whole === null) throw new InputError("--pprof takes one profile on each side");
  const { writeDiff } = await import("./chunk-write-GEY66GVC.js");
  const { base, head } = await whole();
  const now = normalize === true ? await (await import("./chunk-values-ZFADN45I.js")).normalizedHead(files.base, files.head, tables) : head;
  await writeOut(file, writeDiff(base, now), [...files.base, ...files.head]);
}
async function diffReport(verdict, sides, config, { format, output }) {
  switch (format) {
    case "json":
      return json(verdict, sides);
    case "csv":
      return (await import("./chunk-csv-STK7PN5Q.js")).gateCsv(verdict);
    case "junit":
    case "openmetrics":
      return verdictReport(verdict, { format }, { failOn: config.failOn, status: null }, {});
    case "markdown":
      return (await import("./chunk-diff-CU2U7TSV.js")).diffMarkdown(verdict, sides);
    default:
      return text(verdict, sides, config, output === void 0);
  }
}
async function htmlDiff(verdict, evidence, { old, now }, tables) {
  const { diffHtml } = await import("./chunk-htmlreport-I64UYDJ3.js");
  return diffHtml(verdict, evidence, { base: old, head: now }, tables);
}
async function json(verdict, { base, head }) {
  const { diffJson } = await import("./chunk-json-54AC7ZF7.js");
  const profiles = verdict.profiles.map((profile) => ({
    profile,
    functions: verdict.functions.filter(
      (row) => row.sampleType === profile.sampleType && row.slice === profile.slice
    )
  }));
  return diffJson({
    ...base.series.length + head.series.length > 0 ? { comparisons: verdict.comparisons } : {},
    ...base.tables.length + head.tables.length > 0 ? { profiles } : {},
    environment: verdict.environment,
    warnings: verdict.warnings
  });
}
var nextOf = ({ base, head, filters, foreign, others: others2 }) => nextCommand(base.tables, head.tables, filters, foreign, others2);
async function text(verdict, sides, config, toTerminal) {
  const { diffText, functionDiffText } = await import("./chunk-text-4AY2COPC.js");
  const parts = [];
  if (verdict.comparisons.length > 0) {
    const { base, head, old, now } = sides;
    const { comparisons, environment } = verdict;
    const isUnknown = ({ kind }) => kind === "machine";
    for (const line of warningLines(verdict.warnings.filter(isUnknown))) {
      process.stderr.write(`${logLine(line)}
`);
    }
    const warnings = verdict.warnings.filter((warning) => !isUnknown(warning));
    const rows = spreads(comparisons, base, head, config);
    parts.push(
      diffText({ base: old, head: now, environment, rows, alpha: config.alpha, warnings })
    );
  } else {
    parts.push(...warningLines(verdict.warnings).map((line) => `${logLine(line)}
`));
  }
  const room = toTerminal ? terminal(process.env) ?? void 0 : void 0;
  parts.push(...verdict.profiles.map((profile) => functionDiffText(profile, room, sides.view)));
  const next = nextOf(sides);
  return [...parts, ...next === "" ? [] : [next]].join("\n");
}
export {
  diffCommand
};
