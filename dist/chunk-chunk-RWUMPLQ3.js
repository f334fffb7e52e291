import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-OMS2RVR2.js";

// src/report/json.ts
init_define_FLAMEGATE_PAGE();
var schema = 2;
function gateJson(verdict) {
  return print({
    schema,
    verdict: verdict.verdict,
    headline: verdict.headline,
    p: probability(verdict.p),
    sight: verdict.sight && { half: verdict.sight.half, most: verdict.sight.most },
    comparisons: verdict.comparisons.map(comparisonJson),
    functions: verdict.functions.map((row) => ({
      sampleType: sampleTypeJson(row.sampleType),
      ...functionJson(row)
    })),
    profiles: verdict.profiles.map(profileJson),
    shift: shiftJson(verdict.shift),
    dedicated: verdict.dedicated,
    baseline: {
      name: verdict.baseline.name,
      runs: verdict.baseline.runs,
      commits: verdict.baseline.commits,
      setAside: verdict.baseline.setAside.map(({ commit, time, reason }) => ({
        commit,
        time,
        reason
      })),
      ...verdict.baseline.elsewhere === void 0 ? {} : { elsewhere: verdict.baseline.elsewhere }
    },
    rounds: roundsJson(verdict.rounds),
    ...verdict.counts === void 0 ? {} : { counts: countsJson(verdict.counts) },
    environment: environmentJson(verdict.environment),
    advice: verdict.advice,
    warnings: verdict.warnings.map(warningJson)
  });
}
function diffJson(report) {
  const { comparisons, profiles, environment, warnings } = report;
  const about = {
    environment: environmentJson(environment),
    warnings: warnings.map(warningJson)
  };
  const only = comparisons === void 0 && profiles?.length === 1 ? profiles[0] : void 0;
  if (only !== void 0) return print({ schema, ...profileDiffJson(only), ...about });
  return print({
    schema,
    ...comparisons === void 0 ? {} : { comparisons: comparisons.map(comparisonJson) },
    ...profiles === void 0 ? {} : { profiles: profiles.map(profileDiffJson) },
    ...about
  });
}
function topJson(tables, warnings = []) {
  const [only] = tables;
  const about = { warnings: warnings.map(warningJson) };
  if (only !== void 0 && tables.length === 1) return print({ ...tableJson(only), ...about });
  return print({ slices: tables.map(tableJson), ...about });
}
function tableJson(table) {
  const part = (value) => table.total === 0 ? 0 : value / table.total;
  return {
    source: table.source,
    ...sliceJson(table),
    sampleType: sampleTypeJson(table.sampleType),
    total: table.total,
    samples: table.samples,
    functions: table.functions.map(({ name, file, line, flat, cum }) => ({
      name,
      file,
      line,
      flat,
      cum,
      flatFraction: part(flat),
      cumFraction: part(cum)
    }))
  };
}
var sliceJson = ({ slice }) => slice === void 0 ? {} : { slice };
function leaksJson(growth) {
  const row = (judgedGrowth) => ({
    name: judgedGrowth.name,
    file: judgedGrowth.file,
    line: judgedGrowth.line,
    first: judgedGrowth.first,
    last: judgedGrowth.last,
    slope: judgedGrowth.slope,
    ci: finitePair(judgedGrowth.ci),
    p: judgedGrowth.p,
    pAdjusted: judgedGrowth.pAdjusted,
    growth: judgedGrowth.growth,
    worst: judgedGrowth.worst,
    settled: judgedGrowth.settled,
    lasts: judgedGrowth.lasts,
    verdict: judgedGrowth.verdict
  });
  return print({
    sampleType: sampleTypeJson(growth.sampleType),
    profiles: growth.profiles,
    total: row(growth.total),
    functions: growth.functions.map(row)
  });
}
function finitePair(pair) {
  return pair === null || !pair.every(Number.isFinite) ? null : pair;
}
var probability = (p) => p === null || !Number.isFinite(p) ? null : Math.min(1, p);
function comparisonJson(row) {
  const side = (value) => value && { center: value.center, n: value.n, runs: value.runs };
  return {
    package: row.package,
    benchmark: row.benchmark,
    unit: row.unit,
    better: row.better,
    base: side(row.base),
    head: side(row.head),
    delta: row.delta,
    own: row.own,
    ci: finitePair(row.ci),
    worst: row.worst,
    p: probability(row.p),
    pAdjusted: row.pAdjusted,
    df: row.df,
    test: row.test,
    limits: row.limits && {
      suspect: row.limits.suspect,
      slower: row.limits.slower,
      faster: row.limits.faster
    },
    detectable: row.detectable,
    follows: row.follows,
    ...changeInBaseJson(row),
    notes: row.notes,
    threshold: row.threshold,
    gated: row.gated,
    verdict: row.verdict,
    blind: row.blind,
    reason: row.reason,
    screened: row.screened && {
      delta: row.screened.delta,
      runs: row.screened.runs,
      verdict: row.screened.verdict
    },
    ...waivedJson(row)
  };
}
function functionJson(row) {
  const side = ({ flat, cum, flatFraction, cumFraction }) => ({
    flat,
    cum,
    flatFraction,
    cumFraction
  });
  return {
    ...sliceJson(row),
    name: row.name,
    formerName: row.formerName,
    file: row.file,
    line: row.line,
    base: side(row.base),
    head: side(row.head),
    headProfiles: row.headProfiles,
    replicates: row.replicates,
    baseRuns: row.baseRuns,
    flatDelta: row.flatDelta,
    adjustedDelta: row.adjustedDelta,
    perOp: row.perOp && {
      unit: row.perOp.unit,
      base: row.perOp.base,
      head: row.perOp.head,
      benchmarks: row.perOp.benchmarks
    },
    ci: finitePair(row.ci),
    worst: row.worst,
    p: row.p,
    pAdjusted: row.pAdjusted,
    df: row.df,
    detectable: row.detectable,
    moved: row.moved && {
      from: row.moved.from,
      to: row.moved.to,
      delta: row.moved.delta,
      least: row.moved.least,
      worst: row.moved.worst
    },
    threshold: row.threshold,
    gated: row.gated,
    verdict: row.verdict,
    reason: row.reason,
    ...waivedJson(row)
  };
}
var changeInBaseJson = ({ changedInBase }) => changedInBase === void 0 ? {} : {
  changedInBase: {
    delta: changedInBase.delta,
    runs: changedInBase.runs,
    commit: changedInBase.commit
  }
};
var waivedJson = ({ waived }) => waived === void 0 ? {} : { waived: { reason: waived.reason, until: waived.until } };
function profileDiffJson({ profile, functions }) {
  return { ...profileJson(profile), functions: functions.map(functionJson) };
}
function profileJson(profile) {
  const { sampleType, slice, base, head, scale, dispersion } = profile;
  const side = ({ total, samples, profiles, runs, seconds }) => ({
    total,
    samples,
    profiles,
    runs,
    seconds
  });
  return {
    sampleType: sampleTypeJson(sampleType),
    ...slice === void 0 ? {} : sliceJson({ slice }),
    base: side(base),
    head: side(head),
    scale: { factor: scale.factor, error: scale.error, source: scale.source },
    dispersion
  };
}
function sampleTypeJson({ type, unit }) {
  return { type, unit };
}
function shiftJson(shift) {
  return shift && {
    delta: shift.delta,
    verdict: shift.verdict,
    benchmarks: shift.benchmarks,
    limits: { suspect: shift.limits.suspect, slower: shift.limits.slower },
    history: finitePair(shift.history),
    group: shift.group && {
      delta: shift.group.delta,
      benchmarks: shift.group.benchmarks
    }
  };
}
function roundsJson(use) {
  return use && {
    rounds: use.rounds,
    repeated: use.repeated,
    seed: use.seed,
    base: use.base,
    machine: use.machine
  };
}
function countsJson({ counter, base, benchmarks }) {
  return {
    counter,
    base,
    benchmarks: benchmarks.map((benchmark) => ({
      package: benchmark.package,
      benchmark: benchmark.benchmark,
      iterations: benchmark.iterations,
      base: benchmark.base,
      head: benchmark.head,
      spread: benchmark.spread,
      tolerance: benchmark.tolerance,
      ...benchmark.metrics === void 0 ? {} : { metrics: benchmark.metrics.map((metric) => ({ ...metric })) },
      functions: benchmark.functions && {
        all: benchmark.functions.all,
        rest: benchmark.functions.rest,
        moved: benchmark.functions.moved.map(({ name, file, line, base: before, head }) => ({
          name,
          file,
          line,
          base: before,
          head
        }))
      }
    }))
  };
}
function environmentJson(environment) {
  const known = {};
  for (const key of ["goos", "goarch", "cpu", "machine", "build", "runner", "toolchain"]) {
    const value = environment[key];
    if (value !== void 0) known[key] = value;
  }
  return known;
}
function warningJson({ kind, file, line, message }) {
  return {
    kind,
    ...file === void 0 ? {} : { file },
    ...line === void 0 ? {} : { line },
    message
  };
}
function print(report) {
  const fields = Object.entries(report).map(([key, value]) => {
    const rows = Array.isArray(value) && value.some((row) => typeof row === "object");
    const text = rows ? `[
    ${value.map(printable).join(",\n    ")}
  ]` : printable(value);
    return `  ${JSON.stringify(key)}: ${text}`;
  });
  return `{
${fields.join(",\n")}
}
`;
}
function printable(value) {
  const json = JSON.stringify(value).replaceAll("##[", "#\\u0023[");
  if (/^[ -~]*$/.test(json)) return json;
  return json.replace(
    /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu,
    (char) => Array.from({ length: char.length }, (_, i) => escaped(char.charCodeAt(i))).join("")
  );
}
function escaped(codeUnit) {
  return `\\u${codeUnit.toString(16).padStart(4, "0")}`;
}

export {
  gateJson,
  diffJson,
  topJson,
  leaksJson
};
