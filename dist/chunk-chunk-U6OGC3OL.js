import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  known,
  load,
  withoutItself
} from "./chunk-chunk-QEUPXW6D.js";
import {
  difference
} from "./chunk-chunk-XLWZYMP4.js";
import {
  lookAt,
  roundsVerdict
} from "./chunk-chunk-YHK3KLFI.js";
import {
  compare,
  conclude,
  judge,
  size
} from "./chunk-chunk-ASZ5I4DF.js";
import {
  readRun,
  refuseTwins
} from "./chunk-chunk-7NIWKHJD.js";
import {
  readOptions
} from "./chunk-chunk-JY3NG3XT.js";
import {
  change,
  plural,
  points
} from "./chunk-chunk-3NMFHZMH.js";
import {
  seriesKey
} from "./chunk-chunk-YJK4OIZJ.js";
import {
  InputError
} from "./chunk-chunk-TNIRC7FT.js";

// src/judge/confirm.ts
var screenDelta = 0.01;
var screenP = 0.2;
function toConfirm(of) {
  const everything = of.baseline.runs === 0 || movedAsOne(of.shift) || of.functions.some(isHeavy);
  const certain = new Set(of.comparisons.filter(isCertain).map(seriesKey));
  if (everything) return { only: null, wanted: (row) => !certain.has(seriesKey(row)) };
  const suspects2 = of.comparisons.filter((row) => !isCertain(row) && isSuspect(row));
  if (suspects2.length === 0) return null;
  const keys = new Set(suspects2.map(seriesKey));
  return {
    only: [...new Set(suspects2.map((row) => row.benchmark))],
    wanted: (row) => keys.has(seriesKey(row))
  };
}
var movedAsOne = (shift) => shift?.group == null && (shift?.verdict === "slower" || shift?.verdict === "suspect");
var suspects = (screened, asked) => screened.comparisons.filter(
  (row) => row.gated && row.base !== null && row.head !== null && asked.wanted(row) && (asked.only !== null || row.verdict === "slower" || row.verdict === "suspect")
);
var isCertain = (of) => of.test === "exact";
function isSuspect(of) {
  if (!of.gated || of.base === null || of.head === null) return false;
  if (of.verdict === "slower" || of.verdict === "suspect") return true;
  const worse = worsening(of, of.own ?? 1);
  return worse >= screenDelta || worse > 0 && of.p !== null && of.p < screenP;
}
var isHeavy = (of) => of.gated && (of.verdict === "slower" || of.verdict === "suspect");
function afterRounds(screened, here, asked) {
  const measured = new Map(
    here.comparisons.filter(asked.wanted).map((row) => [seriesKey(row), row])
  );
  const comparisons = screened.comparisons.map((row) => {
    const again = measured.get(seriesKey(row));
    measured.delete(seriesKey(row));
    return asked.wanted(row) ? confirmed(row, again, screened.baseline.name, asked.keepsRest === true) : row;
  });
  return {
    comparisons: [...comparisons, ...measured.values()],
    ...functionsAfter(screened, here, asked),
    p: screened.p,
    shift: screened.shift,
    dedicated: screened.dedicated,
    baseline: screened.baseline,
    rounds: here.rounds,
    warnings: [...screened.warnings, ...here.warnings]
  };
}
function confirmed(row, here, base, keepsRest) {
  if (row.base === null || row.head === null) return here ?? row;
  if (keepsRest && (here === void 0 || here.test === "none")) return row;
  if (here === void 0) return unasked(row, base, "the rounds here did not measure it");
  if (here.verdict === "new") return unasked(row, base, "the base does not have it here");
  if (here.verdict === "not-run") return unasked(row, base, here.reason);
  const screened = { delta: row.delta, runs: row.base.runs, verdict: row.verdict };
  if (here.verdict === "ok" && isTooCoarse(row, here)) {
    const reason2 = `${screening(row, base)}; measured again, ${here.reason}: that neither confirms nor excludes it`;
    return { ...here, verdict: "suspect", screened, reason: reason2 };
  }
  return { ...here, screened, reason: reason(row, here, base) };
}
var unasked = (row, base, why) => ({
  ...row,
  screened: { delta: row.delta, runs: row.base?.runs ?? 0, verdict: row.verdict },
  reason: `${screening(row, base)}; ${why}`
});
function isTooCoarse(row, here) {
  if (row.verdict !== "slower" && row.verdict !== "suspect") return false;
  return here.worst === null || here.worst >= worsening(row, row.own ?? 1);
}
var screening = (row, base) => `looked ${row.delta === null ? "worse" : size(row, row.delta)} against ${plural(row.base?.runs ?? 0, "run")} of ${base}`;
function reason(row, here, base) {
  const isCleared = (here.verdict === "ok" || here.verdict === "faster") && looksWorse(row);
  const again = here.ci === null ? here.reason : `${change(here.delta, here.ci)} ${times(here)}`;
  return isCleared ? `${screening(row, base)}, measured again: ${again}; ${machine(row, here)}` : `${screening(row, base)}, measured again: ${here.reason}`;
}
var times = (here) => `in ${plural(here.head?.runs ?? 0, "round")} here`;
var looksWorse = (row) => row.verdict === "slower" || row.verdict === "suspect" || worsening(row, row.delta ?? 1) >= screenDelta;
var worsening = (row, delta) => row.better === "higher" ? 1 / (1 + delta) - 1 : delta;
function machine(row, here) {
  const [then, now] = [row.base?.center ?? 0, here.base?.center ?? 0];
  const moved = then === 0 ? 0 : worsening(row, now / then - 1);
  return /sec|\/s/.test(row.unit) && moved >= worsening(row, row.delta ?? 1) / 2 ? "this runner is slower" : "this run's times were slow for another reason than the code";
}
function functionsAfter(screened, here, asked) {
  const types = new Set(here.profiles.map(kindOf));
  if (asked.only === null) {
    const seen = new Set(here.functions.map(functionKey));
    const kept = screened.functions.filter(
      (row) => !types.has(kindOf(row)) || isOpen(row) && !seen.has(functionKey(row))
    );
    return {
      functions: [...here.functions, ...asked.keepsRest === true ? kept : kept.map(unconfirmed)],
      profiles: [...here.profiles, ...screened.profiles.filter((of) => !types.has(kindOf(of)))]
    };
  }
  const rose = new Map(
    here.functions.filter((row) => row.verdict === "slower").map((row) => [functionKey(row), row])
  );
  const rest = screened.functions.filter((row) => !rose.has(functionKey(row)));
  return { functions: [...rose.values(), ...rest], profiles: screened.profiles };
}
var isOpen = (row) => row.gated && row.p !== null && (row.verdict === "slower" || row.verdict === "suspect");
var kindOf = (of) => `${of.sampleType.type}\0${of.slice ?? ""}`;
var functionKey = (of) => `${kindOf(of)}\0${of.name}`;
function unconfirmed(row) {
  if (row.verdict !== "slower") return row;
  return {
    ...row,
    verdict: "suspect",
    reason: `heavier by ${points(row.flatDelta)} than in the base's profiles; the rounds here have no profile of it`
  };
}

// src/flow/gate.ts
async function gate(inputs, store, config, tables = readOptions(config), measurer = null) {
  const runs = [inputs, ...inputs.others ?? []];
  refuseTwins(runs.flatMap((run) => [...run.benchmarks, ...run.profiles]));
  const newest = await readRun({ ...inputs, purpose: "gate" }, tables);
  const { others, warnings } = await readOthers(inputs.others ?? [], newest, config, tables);
  const head = [newest, ...others];
  const loaded = withoutItself(await load(store, newest, config, tables), newest);
  const baseline = { ...loaded, warnings: [...warnings, ...loaded.warnings] };
  const compared = compare(head, baseline.runs, config);
  const screened = judge(head, baseline, compared, config);
  const idle = measurer === null || config.confirm === "never" || measurer.isUnasked === true && baseline.runs.length === 0;
  const asked = idle ? null : toConfirm(screened);
  const answer = measurer === null || asked === null ? { verdict: screened, problem: null } : await confirm(screened, asked, measurer, config);
  return { ...answer, base: baseline.newest };
}
async function confirm(screened, asked, measurer, config) {
  const { looks, isUnasked = false } = measurer;
  const look = lookAt(config, looks, asked);
  const wanted = wantedOf(screened, asked);
  const found = await measurer.measure(asked.only, look, wanted).catch(nothingMeasured);
  if (found === null) return { verdict: screened, problem: null };
  const measured = unlikeItself(found);
  const here = roundsVerdict(measured, looks, config, asked);
  if (isUnasked) return { verdict: ifMeasured(screened, here, asked, measured), problem: null };
  const verdict = conclude(afterRounds(screened, here, asked), screened.environment);
  const lost = unmeasured(screened, asked, measured);
  const asks = lost && `${lost}: does \`run\` measure what the stored runs did, and print its package and unit?`;
  return { verdict, problem: measured.warnings[0]?.message ?? asks };
}
function wantedOf(screened, asked) {
  const all = screened.comparisons.filter((row) => row.head !== null);
  return { suspects: asked.only === null ? all : suspects(screened, asked), all };
}
function ifMeasured(screened, here, asked, measured) {
  const failure = here.warnings.find(
    ({ kind }) => kind === "failed" || kind === "unmeasured"
  )?.message;
  const told = failure ?? unmeasured(screened, asked, measured);
  const rows = failure === void 0 ? afterRounds(screened, here, { ...asked, keepsRest: true }) : screened;
  const message = `${told}; so the verdict of the stored runs stands (the log may say more): say in \`run\` how to measure, or \`confirm: never\``;
  const warnings = told === null ? [] : [{ kind: "policy", message }];
  return conclude({ ...rows, warnings: [...rows.warnings, ...warnings] }, screened.environment);
}
function unmeasured(screened, asked, { rounds }) {
  const ran = new Set(rounds.flatMap((of) => of.head.series.map(seriesKey)));
  const lost = suspects(screened, asked).find((row) => !ran.has(seriesKey(row)));
  return lost === void 0 ? null : `the rounds here did not measure ${lost.package}${lost.package === "" ? "" : " "}${lost.benchmark} ${lost.unit}`;
}
function unlikeItself(measured) {
  if (!measured.baseIsHead) return measured;
  const message = "base and head are the same commit: that clears nothing; say what to measure against, like HEAD~1";
  const warnings = [...measured.warnings, { kind: "unmeasured", message }];
  return { ...measured, rounds: [], warnings };
}
function nothingMeasured(error) {
  if (!(error instanceof InputError)) throw error;
  const message = `base and head could not be measured here: ${error.message}`;
  const warnings = [{ kind: "unmeasured", message }];
  return { rounds: [], repeated: 0, seed: 0, base: "", machine: [], warnings, baseIsHead: false };
}
async function readOthers(inputs, newest, config, tables) {
  const others = [];
  const warnings = [];
  for (const input of inputs) {
    const run = await readRun(input, tables);
    const reason2 = difference(newest.environment, run.environment, known(newest, config));
    if (reason2 === null) others.push(run);
    else {
      const message = `another run of this commit does not count beside this one: ${reason2}`;
      warnings.push({ kind: "policy", message });
    }
  }
  return { others, warnings };
}

export {
  gate
};
