import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  benchmarkNames
} from "./chunk-chunk-XDSCW632.js";
import {
  inOrder
} from "./chunk-chunk-NTMR7OSE.js";
import {
  changeWords,
  interval,
  oneIn,
  plural,
  signed
} from "./chunk-chunk-4ESYGOAJ.js";
import {
  isTime
} from "./chunk-chunk-IV5T3H63.js";
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-OMS2RVR2.js";

// src/report/rows/sentences.ts
init_define_FLAMEGATE_PAGE();
var MOST_WARNINGS = 50;
var COMMITS_NAMED = 5;
var REASONS_NAMED = 10;
function shortCommit(commit) {
  return /^[0-9a-f]{12,}$/i.test(commit) ? commit.slice(0, 10) : commit;
}
function sourceSentences(verdict) {
  const { baseline, comparisons, rounds, counts, p, dedicated } = verdict;
  const isHere = rounds !== null || counts !== void 0;
  const stored = baseline.runs === 0 && baseline.setAside.length === 0 && isHere;
  return [
    ...stored ? [] : baselineSentences(baseline),
    ...dedicated ? [
      `The runs of ${baseline.name} come from a quiet machine that does nothing else, so small changes count.`
    ] : [],
    ...p === null ? [] : [
      `Without a change, ${p > 0.5 ? "most" : oneIn(p)} runs of ${baseline.name} ${p > 0.5 ? "look" : "looks"} like this.`
    ],
    ...baseChangeSentences(comparisons, baseline.name),
    ...rounds === null ? [] : roundsSentences(rounds),
    ...counts === void 0 ? [] : countsSentences(counts)
  ];
}
var CHANGES_NAMED = 5;
function baseChangeSentences(comparisons, base) {
  const names = benchmarkNames(comparisons);
  const groups = /* @__PURE__ */ new Map();
  for (const row of inOrder(comparisons)) {
    const { changedInBase, follows } = row;
    if (changedInBase?.delta == null || follows !== null) continue;
    const key = `${changedInBase.commit} ${isWorse(row, changedInBase.delta)}`;
    const group = groups.get(key);
    if (group === void 0) groups.set(key, [row]);
    else group.push(row);
  }
  const said = [...groups.values()].map((rows) => {
    const size = ({ changedInBase, unit: unit2 }) => Math.abs(changedInBase?.delta ?? 0) + (isTime(unit2) ? 1e9 : 0);
    const [most] = rows.toSorted((a, b) => size(b) - size(a));
    if (most?.changedInBase?.delta == null) return "";
    const { delta, runs, commit } = most.changedInBase;
    const [verb, unit] = isTime(most.unit) ? ["is", ""] : ["has", ` ${most.unit}`];
    const more = rows.length === 1 ? "" : ` (+${rows.length - 1} more)`;
    return `${base} itself: ${names(most)} ${verb} ${changeWords(delta, most.unit)}${unit} since ${shortCommit(commit)}, ${plural(runs, "run")} ago${more}.`;
  });
  const left = said.length - CHANGES_NAMED;
  return left <= 0 ? said : [...said.slice(0, CHANGES_NAMED), `${base} changed at ${plural(left, "other commit")}, too.`];
}
var isWorse = ({ better }, delta) => better === "higher" ? delta < 0 : delta > 0;
function countsSentences({ counter, base, name = "", benchmarks }) {
  const runs = benchmarks.flatMap(
    (benchmark) => benchmark.spread === null ? [] : [benchmark.head.length]
  );
  if (runs.length === 0) return [];
  const [least, most] = [Math.min(...runs), Math.max(...runs)];
  const times = least === most ? plural(most, "run") : `${least} to ${most} runs`;
  return [
    `Counted ${baseNamed(name, base)} and head on this machine with ${counter}: ${times} of each side. Instructions are not time: waiting for memory, locks and I/O is not counted.`
  ];
}
function baseNamed(name, commit) {
  const short = shortCommit(commit);
  if (name === "" || commit.startsWith(name)) return commit === "" ? "base" : `base ${short}`;
  return commit === "" ? `base ${name}` : `base ${name} (${short})`;
}
function roundsSentences(use) {
  if (use.rounds === 0) return [...use.machine];
  const repeated = use.repeated === 0 ? "" : ` (${use.repeated} more were disturbed and repeated)`;
  return [
    `Measured ${baseNamed(use.name ?? "", use.base)} and head in turn on this machine: ${plural(use.rounds, "round")}${repeated}, order seeded with ${use.seed}.`,
    ...use.machine
  ];
}
function baselineSentences(use) {
  const named = use.commits.filter((commit) => commit !== "").map(shortCommit);
  const more = named.length > COMMITS_NAMED ? `, and ${named.length - COMMITS_NAMED} more` : "";
  const commits = named.slice(0, COMMITS_NAMED).join(", ");
  const { elsewhere = 0 } = use;
  const compared = use.runs === 0 ? elsewhere === 0 ? `No stored run of ${use.name} was used.` : `Only what no hardware changes was compared, exactly, with ${plural(elsewhere, "run")} of ${use.name} on other machines.` : `Compared with ${plural(use.runs, "run")} of ${use.name}${commits === "" ? "" : ` (${commits}${more})`}.`;
  return use.setAside.length === 0 ? [compared] : [compared, ...setAsideSentences(use)];
}
function setAsideSentences({ setAside }) {
  const reasons = /* @__PURE__ */ new Map();
  for (const { reason } of setAside) reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
  const most = [...reasons].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
  const named = most.slice(0, REASONS_NAMED).map(([reason, count]) => `Set aside ${plural(count, "run")}: ${reason}`);
  const left = most.length - named.length;
  if (left > 0) named.push(`Set aside for ${plural(left, "other reason")}: see the JSON report`);
  return named;
}
function redactionSentences(redaction) {
  if (redaction === void 0) return [];
  const { paths, labels, comments, buildIds, namesKept } = redaction;
  const removed = [
    ...paths === 0 ? [] : [`directories of ${plural(paths, "file name")}`],
    ...labels === 0 ? [] : [plural(labels, "label")],
    ...comments === 0 ? [] : [plural(comments, "comment")],
    ...buildIds === 0 ? [] : [plural(buildIds, "build id")]
  ];
  return [
    ...removed.length === 0 ? [] : [`Removed before storing: ${removed.join(", ")}.`],
    ...namesKept === 0 ? [] : [
      `Kept ${plural(namesKept, "name")} of functions or programs although a private directory is part of it: the tables need the names.`
    ]
  ];
}
function shiftReason({ verdict, delta, limits, history, group }, base) {
  const own = history === null ? "" : `; runs of ${base} moved together by ${interval(history)}`;
  const from = `suspect from ${signed(limits.suspect)}, slower from ${signed(limits.slower)}`;
  const apart = group === null ? "" : `, without the ${plural(group.benchmarks, "benchmark")} that moved by ${signed(group.delta)} apart from the others`;
  const isGroups = verdict === "suspect" && delta <= limits.suspect;
  if (verdict === "ok" || isGroups) return `${from}${apart}${own}`;
  const what = verdict === "faster" ? "faster" : "slower";
  const limit = verdict === "faster" ? "" : ` (${from})`;
  return `either this machine is ${what}, or everything is${limit}${apart}${own}`;
}
function shiftSentence(shift, base) {
  const { delta, benchmarks, verdict } = shift;
  return `${plural(benchmarks, "benchmark")} together: ${signed(delta)} (+ is slower), ${verdict}; ${shiftReason(shift, base)}.`;
}
function environmentSentence({
  environment,
  comparisons
}) {
  const { goos, goarch, cpu, machine, build, runner, toolchain } = environment;
  const system = [goos, goarch].filter((part) => part !== void 0 && part !== "").join("/");
  const isUnknown = comparisons.length > 0 && !cpu && !machine;
  return [system, isUnknown ? "machine unknown" : cpu, machine, build, runner, toolchain].filter((part) => part !== void 0 && part !== "").join(", ");
}
function warningLines(warnings, most = MOST_WARNINGS) {
  const counts = /* @__PURE__ */ new Map();
  const failed = warnings.filter(({ kind }) => kind === "failed");
  for (const warning of [...failed, ...warnings.filter(({ kind }) => kind !== "failed")]) {
    const text = warningText(warning);
    counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  const lines = [...counts].map(
    ([text, count]) => count === 1 ? text : `${text} (${count} times)`
  );
  const left = lines.length - most;
  return left <= 0 ? lines : [...lines.slice(0, most), `and ${left} more (all in the JSON report)`];
}
function warningText({ kind, file, line, message }) {
  const name = file?.slice(0, 500);
  const place = name === void 0 ? "" : line === void 0 ? `${name}: ` : `${name}:${line}: `;
  return `${kind === "failed" ? "FAILED: " : "warning: "}${place}${message.slice(0, 2e3)}`;
}
function mark(verdict) {
  switch (verdict) {
    case "pass":
      return "\u2705";
    case "fail":
      return "\u274C";
    case "suspect":
      return "\u26A0\uFE0F";
    case "incomplete":
      return "\u{1F6A7}";
    case "no-baseline":
      return "\u26AA";
  }
}

export {
  MOST_WARNINGS,
  shortCommit,
  sourceSentences,
  redactionSentences,
  shiftReason,
  shiftSentence,
  environmentSentence,
  warningLines,
  mark
};
