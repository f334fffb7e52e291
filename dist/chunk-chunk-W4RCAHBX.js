import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);

// src/report/scale.ts
var SI = ["T", "G", "M", "k", "", "m", "\xB5", "n"].map((prefix, i) => {
  const exponent = 12 - 3 * i;
  return {
    factor: Number(`1e${exponent}`),
    prefix,
    at: [
      Number(`99.995e${exponent}`),
      Number(`9.9995e${exponent}`),
      Number(`.99995e${exponent}`)
    ]
  };
});
var IEC = ["Ti", "Gi", "Mi", "Ki", ""].map((prefix, i) => {
  const factor = 2 ** (40 - 10 * i);
  return { factor, prefix, at: [99.995 * factor, 9.9995 * factor, 0.99995 * factor] };
});
var MOST_DIGITS = 10;
function countsBytes(unit) {
  let denominator = false;
  for (const [, separator, part] of unit.matchAll(/([*/\-\s]+)|([^*/\-\s]+)/gu)) {
    if (separator !== void 0) {
      for (const char of separator) {
        if (char === "/") denominator = true;
        else if (char === "*") denominator = false;
      }
    } else if (!denominator && (part === "B" || part === "MB" || part === "bytes")) {
      return true;
    }
  }
  return false;
}
function commonScale(values, unit) {
  let least = 0;
  for (const value of values) {
    const size = Math.abs(value);
    if (Number.isFinite(size) && size !== 0 && (least === 0 || size < least)) least = size;
  }
  if (least === 0) return { digits: 3, factor: 1, prefix: "" };
  const steps = countsBytes(unit) ? IEC : SI;
  for (const { factor: factor2, prefix: prefix2, at } of steps) {
    const digits2 = at.findIndex((limit) => least >= limit);
    if (digits2 >= 0) return { digits: digits2 + 1, factor: factor2, prefix: prefix2 };
  }
  const { factor, prefix } = steps[steps.length - 1] ?? { factor: 1, prefix: "" };
  const small = least / factor;
  let digits = 3;
  while (digits < MOST_DIGITS && small < Number(`9.9995e${2 - digits}`)) digits++;
  return { digits, factor, prefix };
}
function scaled(value, scale) {
  return Number.isFinite(value) ? fixed(value / scale.factor, scale.digits) + scale.prefix : "?";
}
function quantity(value, unit, scale) {
  if (!Number.isFinite(value)) return "?";
  const number = fixed(value / scale.factor, scale.digits);
  if (/^sec(?![^*/\-\s])/u.test(unit)) return `${number} ${scale.prefix}s${unit.slice(3)}`;
  if (/^B(?![^*/\-\s])/u.test(unit)) return `${number} ${scale.prefix}${unit}`;
  return `${number}${scale.prefix} ${unit}`;
}
function fixed(value, digits) {
  const text = value.toFixed(digits);
  if (!Number.isFinite(value) || Math.abs(value) >= 1e21) return text;
  if (!value.toFixed(digits + 1).endsWith("5")) return text;
  const exact = value.toFixed(100);
  const rest = exact.slice(exact.indexOf(".") + 1 + digits);
  if (!/^50*$/.test(rest)) return text;
  const down = exact.slice(0, exact.length - rest.length).replace(/\.$/, "");
  return /[02468]$/.test(down) ? down : text;
}
function signed(value, digits) {
  const text = fixed(value, digits);
  return text.startsWith("-") ? text : `+${text}`;
}
function percent(ratio, digits = 2) {
  return ratio === null || !Number.isFinite(ratio) ? "?" : `${signed(ratio * 100, digits)}%`;
}
function percentInterval(ci) {
  return ci === null ? "?" : `${percent(ci[0], 1)} to ${percent(ci[1], 1)}`;
}
function pointDigits(points) {
  return Math.abs(points) < 0.995 ? 2 : 1;
}
function fraction(value) {
  if (value === null || !Number.isFinite(value)) return "?";
  return value === 0 ? "0%" : `${fixed(value * 100, pointDigits(value * 100))}%`;
}
function pp(delta) {
  if (delta === null || !Number.isFinite(delta)) return "?";
  return `${signed(delta * 100, pointDigits(delta * 100))} pp`;
}
function ppInterval(ci) {
  return ci === null ? "?" : `${pp(ci[0]).replace(/ pp$/, "")} to ${pp(ci[1])}`;
}
function pValue(p) {
  return `p=${p === null || !Number.isFinite(p) ? "?" : fixed(p, 3)}`;
}
function pCell(p) {
  if (p === null || !Number.isFinite(p)) return "-";
  return p < 5e-4 ? "<0.001" : fixed(p, 3);
}

// src/report/sentences.ts
var MOST_WARNINGS = 50;
var COMMITS_NAMED = 5;
var REASONS_NAMED = 10;
function plural(count, noun) {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
function shortCommit(commit) {
  return /^[0-9a-f]{12,}$/i.test(commit) ? commit.slice(0, 10) : commit;
}
function sourceSentences({ baseline, rounds }) {
  const stored = baseline.runs === 0 && baseline.setAside.length === 0 && rounds !== null;
  return [
    ...stored ? [] : baselineSentences(baseline),
    ...rounds === null ? [] : roundsSentences(rounds)
  ];
}
function roundsSentences(use) {
  const repeated = use.repeated === 0 ? "" : ` (${use.repeated} more were disturbed and repeated)`;
  const base = use.base === "" ? "base" : `base ${shortCommit(use.base)}`;
  return [
    `Measured ${base} and head in turn on this machine: ${plural(use.rounds, "round")}${repeated}, order seeded with ${use.seed}.`,
    ...use.machine
  ];
}
function baselineSentences(use) {
  const named = use.commits.filter((commit) => commit !== "").map(shortCommit);
  const more = named.length > COMMITS_NAMED ? `, and ${named.length - COMMITS_NAMED} more` : "";
  const commits = named.slice(0, COMMITS_NAMED).join(", ");
  const compared = use.runs === 0 ? "No stored run of main was used." : `Compared with ${plural(use.runs, "run")} of main${commits === "" ? "" : ` (${commits}${more})`}.`;
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
      `${plural(namesKept, "name")} of functions or programs with a private directory in it kept: tables are by name.`
    ]
  ];
}
function shiftSentence(shift) {
  const shared = `Shared by the suite: ${percent(shift.delta)} (median of ${plural(shift.benchmarks, "benchmark")}, + is worse)`;
  const range = shift.history?.range;
  const history = range === void 0 ? "" : ` (${percent(range[0], 1)} to ${percent(range[1], 1)})`;
  switch (shift.verdict) {
    case "within-history":
      return `${shared}, within what main's own runs show${history}.`;
    case "beyond-history":
      return `${shared}, more than main's own runs show${history}.`;
    case "unknown":
      return `${shared}; too few runs of main to say whether that is usual${history}.`;
  }
}
function environmentSentence(environment) {
  const { goos, goarch, cpu, runner, toolchain } = environment;
  const system = [goos, goarch].filter((part) => part !== void 0 && part !== "").join("/");
  return [system, cpu, runner, toolchain].filter((part) => part !== void 0 && part !== "").join(", ");
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
    case "inconclusive":
      return "\u26A0\uFE0F";
    case "no-baseline":
      return "\u26AA";
  }
}

export {
  commonScale,
  scaled,
  quantity,
  fixed,
  percent,
  percentInterval,
  fraction,
  pp,
  ppInterval,
  pValue,
  pCell,
  MOST_WARNINGS,
  plural,
  sourceSentences,
  redactionSentences,
  shiftSentence,
  environmentSentence,
  warningLines,
  mark
};
