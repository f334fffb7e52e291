import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  evidenceOf
} from "./chunk-chunk-3GVWWS7V.js";
import {
  blame,
  compareHere,
  conclude,
  cpuTime,
  gaps,
  idleRules,
  isJitter,
  isTeller,
  judgeRows,
  noStoredRuns,
  wholeRounds
} from "./chunk-chunk-GWC6IANW.js";
import {
  change,
  plural
} from "./chunk-chunk-4ESYGOAJ.js";
import {
  seriesKey,
  typeKey
} from "./chunk-chunk-ETXR6ESQ.js";
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-OMS2RVR2.js";

// src/flow/measure.ts
init_define_FLAMEGATE_PAGE();

// src/compare/functions/roundprofiles.ts
init_define_FLAMEGATE_PAGE();
var enoughSamples = 100;
var fewestGroups = 3;
var both = ["base", "head"];
function pooled(rounds) {
  const kinds = new Set(rounds.flatMap((round) => tablesOf(round).map(kindOf)));
  const parts = [...kinds].map((kind) => pooledKind(rounds, kind));
  const most = Math.max(0, ...parts.map((groups) => groups.length));
  if (most === 0) return rounds;
  return split(rounds, most).map((group, i) => {
    const side = (name) => ({
      ...sum(group.map((round) => round[name])),
      tables: parts.flatMap((groups) => groups[i]?.[name] ?? [])
    });
    return { base: side("base"), head: side("head") };
  });
}
var tablesOf = ({ base, head }) => [...base.tables, ...head.tables];
var kindOf = (table) => `${table.slice ?? ""}\0${typeKey(table.sampleType)}`;
function pooledKind(rounds, kind) {
  const own = rounds.map(({ base, head }) => {
    const item = (run) => run.tables.filter((table) => kindOf(table) === kind);
    return { base: item(base), head: item(head) };
  });
  const nameOf = namesIn(own);
  if (nameOf === null) return own;
  return split(own, groupsOf(own)).map((group) => {
    const side = (name) => {
      const tables = group.flatMap((record) => record[name]);
      const programs = [...new Set(tables.map(nameOf))];
      return programs.map((program) => ({
        ...added(tables.filter((table) => nameOf(table) === program)),
        program
      }));
    };
    return { base: side("base"), head: side("head") };
  });
}
function split(all, groups) {
  const edge = (i) => Math.floor(i * all.length / groups);
  return Array.from({ length: groups }, (_, i) => all.slice(edge(i), edge(i + 1)));
}
function groupsOf(rounds) {
  const samples = both.map(
    (side) => rounds.reduce(
      (all, record) => all + record[side].reduce((sum2, table) => sum2 + (table.samples ?? 0), 0),
      0
    )
  );
  const groups = Math.floor(Math.min(...samples) / enoughSamples);
  return Math.min(rounds.length, Math.max(fewestGroups, groups));
}
var fileOf = ({ source }) => source.replace(/^(base|head)\/round-\d+\//, "");
var withoutNumbers = (table) => fileOf(table).replace(/\d+/g, "#");
function namesIn(rounds) {
  if (rounds.every((record) => both.every((side) => record[side].length <= 1))) return () => "";
  return [fileOf, withoutNumbers].find((name) => isNaming(rounds, name)) ?? null;
}
function isNaming(rounds, name) {
  const seen = both.map((side) => {
    const counts = /* @__PURE__ */ new Map();
    for (const round of rounds) {
      const names = new Set(round[side].map(name));
      if (names.size < round[side].length) return null;
      for (const one of names) counts.set(one, (counts.get(one) ?? 0) + 1);
    }
    return counts;
  });
  const [base, head] = seen;
  if (!base || !head) return false;
  const comesBack = (count) => count * 2 >= rounds.length;
  return [...base.values(), ...head.values()].every(comesBack) && [...base.keys()].some((one) => head.has(one));
}
function added(tables) {
  const [first] = tables;
  if (first === void 0) throw new TypeError("no table to add up");
  const rows = /* @__PURE__ */ new Map();
  for (const row of tables.flatMap((table) => table.functions)) {
    const held = rows.get(row.name);
    rows.set(
      row.name,
      held === void 0 ? row : { ...held, flat: held.flat + row.flat, cum: held.cum + row.cum }
    );
  }
  const total = (item) => tables.reduce((sum2, table) => sum2 + item(table), 0);
  const { seconds: _, ...rest } = first;
  const timed = tables.every((table) => table.seconds !== void 0);
  return {
    ...rest,
    total: total((table) => table.total),
    samples: tables.some(({ samples }) => samples === null) ? null : total((table) => table.samples ?? 0),
    profiles: total((table) => table.profiles ?? 1),
    parts: tables,
    ...timed ? { seconds: total((table) => table.seconds ?? 0) } : {},
    functions: [...rows.values()]
  };
}
function sum(runs) {
  const [first] = runs;
  if (first === void 0) throw new TypeError("no run to add up");
  const series = /* @__PURE__ */ new Map();
  for (const one of runs.flatMap((run) => run.series)) {
    const held = series.get(seriesKey(one));
    series.set(
      seriesKey(one),
      held === void 0 ? one : { ...held, samples: [...held.samples, ...one.samples] }
    );
  }
  return { ...first, series: [...series.values()], warnings: [] };
}

// src/judge/decided.ts
init_define_FLAMEGATE_PAGE();
var isOpen = (row) => row.gated && row.test === "paired" && !isJitter(row) && row.verdict !== "slower" && row.verdict !== "faster" && !(row.worst !== null && row.worst < row.threshold);
function openNames({ comparisons }) {
  const open = comparisons.filter(isOpen);
  const waiting = open.filter((row) => !isTold(row, open) && !isAnswered(row, comparisons));
  return [...new Set(waiting.map((row) => row.benchmark))];
}
var isTold = (row, open) => row.toldBy !== void 0 && row.verdict !== "suspect" && !open.some((other) => isTeller(other, row));
var times = ["sec/op", "cpu-sec/op"];
var isAnswered = (row, all) => times.includes(row.unit) && all.some(
  (other) => other.gated && other.verdict === "slower" && times.includes(other.unit) && other.benchmark === row.benchmark && other.package === row.package
);
var samplesToName = 2e3;
function seeksCause({
  comparisons,
  functions,
  profiles
}) {
  const slower = comparisons.some((row) => row.gated && row.verdict === "slower");
  const short = profiles.filter(isTime).some(isShort);
  return slower && short && blame({ functions, comparisons }).sure === null;
}
var isTime = ({ sampleType }) => cpuTime.includes(sampleType.type);
var isShort = ({ base, head }) => base.samples !== null && head.samples !== null && Math.min(base.samples, head.samples) < samplesToName;
var gravest = [
  "slower",
  "missing",
  "not-run",
  "suspect",
  "faster",
  "new",
  "ok"
];
function decided(item) {
  const open = new Set(openNames(item));
  const rows = /* @__PURE__ */ new Map();
  for (const row of item.comparisons) {
    if (!row.gated || open.has(row.benchmark)) continue;
    const other = rows.get(row.benchmark);
    if (other === void 0 || rank(row) < rank(other)) rows.set(row.benchmark, row);
  }
  return [...rows].map(([name, row]) => ({ name, verdict: row.verdict, text: sentence(row) }));
}
var rank = (row) => gravest.indexOf(row.verdict);
function sentence(row) {
  if (row.base === null || row.head === null) return `${row.verdict}: ${row.reason}`;
  const size = `${change(row.delta, row.ci)} ${row.unit}`;
  return `${row.verdict}: ${size} in ${plural(row.head.runs, "round")}`;
}

// src/flow/measure.ts
function lookAt(config, looks, asked = null) {
  return (rounds) => {
    const use = { rounds, repeated: 0, seed: 0, base: rounds[0]?.base.commit ?? "", machine: [] };
    const measured = { ...use, warnings: [], baseIsHead: false };
    const verdict = roundsVerdict(measured, looks, config, asked);
    const open = openNames(verdict);
    const compared = verdict.comparisons.some((row) => row.gated && row.base && row.head);
    const last = rounds.length >= (looks.at(-1)?.after ?? 0);
    return {
      verdict,
      open,
      decided: decided(verdict),
      done: last || compared && open.length === 0 && !seeksCause(verdict)
    };
  };
}
function roundsVerdict(measured, looks, config, asked = null) {
  const { rounds, warnings, doubts = [], baseIsHead: _, files: __, ...use } = measured;
  const heads = rounds.map((round) => round.head);
  const enough = rounds.length >= (looks[0]?.after ?? Number.POSITIVE_INFINITY);
  const whole = enough ? pooled(wholeRounds(rounds)) : [];
  const compared = compareHere(rounds, whole, looks, config, asked);
  const sides = {
    heads: whole.map((round) => round.head),
    bases: whole.map((round) => round.base)
  };
  const runs = rounds.flatMap((round) => [
    ...round.base.warnings.map(notTheHeads),
    ...round.head.warnings
  ]);
  return conclude(
    {
      ...judgeRows(compared, config),
      p: null,
      baseline: noStoredRuns(measured.name),
      rounds: { ...use, rounds: rounds.length },
      warnings: [
        ...warnings,
        ...doubts,
        ...once(runs),
        // Why nothing at all was measured is said by whoever could not.
        ...enough || rounds.length === 0 ? [] : [tooFew(rounds.length, looks)],
        ...gaps(sides.heads, sides.bases),
        ...asked === null ? idleRules(config, compared) : []
      ]
    },
    heads[0]?.environment ?? {}
  );
}
function roundsEvidence({ rounds, files }, options) {
  const whole = new Set(wholeRounds(rounds));
  const side = (name) => rounds.map((round, i) => {
    const profiles = files?.[name].profiles;
    const isUsed = profiles !== void 0 && whole.has(round);
    return {
      run: round[name],
      round: i + 1,
      profiles: isUsed ? async () => profiles : null
    };
  });
  const compared = pooled([...whole]);
  return evidenceOf({ base: side("base"), head: side("head") }, options, {
    base: compared.map((item) => item.base),
    head: compared.map((item) => item.head)
  });
}
var notTheHeads = (warning) => warning.kind === "failed" ? { ...warning, kind: "unmeasured", message: `the base failed: ${warning.message}` } : warning;
function tooFew(rounds, looks) {
  const message = `only ${rounds} of at least ${looks[0]?.after ?? 0} rounds could be measured: too few to decide anything`;
  return { kind: "unmeasured", message };
}
var once = (warnings) => [
  ...new Map(
    warnings.map((warning) => [
      `${warning.kind}\0${warning.file}\0${warning.line}\0${warning.message}`,
      warning
    ])
  ).values()
];

export {
  lookAt,
  roundsVerdict,
  roundsEvidence
};
