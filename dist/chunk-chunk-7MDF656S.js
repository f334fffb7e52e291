import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  known,
  load,
  runFilesOf,
  withoutItself
} from "./chunk-chunk-KBK62P4M.js";
import {
  unlike
} from "./chunk-chunk-6BTFPR5G.js";
import {
  lookAt,
  roundsEvidence,
  roundsVerdict
} from "./chunk-chunk-BXFAX5GC.js";
import {
  evidenceOf,
  withRounds
} from "./chunk-chunk-3GVWWS7V.js";
import {
  afterRounds,
  compare,
  conclude,
  countable,
  firstLook,
  isClearedByCounts,
  judge,
  judgeComparison,
  marginOfThreshold,
  policyFor,
  suspects,
  toConfirm,
  withInstructions
} from "./chunk-chunk-GWC6IANW.js";
import {
  readRun,
  refuseTwins
} from "./chunk-chunk-CAWJPCAF.js";
import {
  benchmarkKey,
  seriesKey
} from "./chunk-chunk-ETXR6ESQ.js";
import {
  readOptions
} from "./chunk-chunk-OBSUUNSJ.js";
import {
  InputError
} from "./chunk-chunk-6IUKT67Q.js";
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-OMS2RVR2.js";

// src/flow/gate.ts
init_define_FLAMEGATE_PAGE();

// src/flow/countfirst.ts
init_define_FLAMEGATE_PAGE();
async function countFirst(screened, asked, { count }, config) {
  const suspects2 = countable(screened, asked);
  if (count === void 0 || suspects2.length === 0) return null;
  const policy = policyFor(config);
  const subject = (item) => policy({ ...item, exact: false, counted: true });
  const threshold = (item) => {
    const own = suspects2.filter((row) => benchmarkKey(row) === benchmarkKey(item));
    const margins = own.map((row) => marginOfThreshold * row.threshold);
    return Math.max(subject(item).threshold, ...margins);
  };
  const all = screened.comparisons.filter((row) => row.head !== null);
  const later = suspects(screened, asked);
  const found = await count({ suspects: suspects2, all, later }, threshold);
  if (found === null || found.benchmarks.length === 0) return null;
  const { counter, base, benchmarks } = found;
  const rows = found.rows.map(
    (row) => judgeComparison(row, { gated: subject(row).gated, threshold: threshold(row) }, config)
  );
  const look = firstLook(screened, asked, rows);
  const counts = { counter, base, benchmarks };
  return { verdict: { ...screened, ...look.judged, counts }, asked: look.asked };
}

// src/flow/gate.ts
async function gate(inputs, store, config, tables = readOptions(config), measurer = null) {
  const runs = [inputs, ...inputs.others ?? []];
  refuseTwins(runs.flatMap((run) => [...run.benchmarks, ...run.profiles]));
  const newest = await readRun({ ...inputs, purpose: "gate" }, tables);
  const { others, warnings } = await readOthers(inputs.others ?? [], newest, config, tables);
  const heads = [filesOf(newest, inputs), ...others];
  const head = heads.map(({ run }) => run);
  const loaded = withoutItself(await load(store, newest, config, tables), newest);
  const baseline = { ...loaded, warnings: [...warnings, ...loaded.warnings] };
  const compared = compare(head, baseline.runs, config, baseline.elsewhere);
  const screened = judge(head, baseline, compared, config);
  const idle = measurer === null || config.confirm === "never" || measurer.isUnasked === true && baseline.runs.length === 0;
  const asked = idle ? null : toConfirm(screened);
  const { verdict, problem, rounds } = measurer === null || asked === null ? { verdict: screened, problem: null, rounds: null } : await during(measurer)((item) => confirm(screened, asked, item, { config, tables }));
  const stored = evidenceOf({ base: runFilesOf(baseline), head: heads }, tables);
  const unread = rounds === null ? unreadBaseline(baseline) : null;
  return {
    verdict,
    problem,
    unread,
    base: baseline.newest,
    evidence: withRounds(stored, rounds)
  };
}
var during = (item) => "during" in item ? item.during : (work) => work(item);
function unreadBaseline({ runs, setAside, unread }) {
  const lost = unread ?? setAside.find((aside) => aside.unreachable)?.reason;
  return runs.length > 0 || lost === void 0 ? null : `the baseline could not be read, so nothing was compared: ${lost}`;
}
async function confirm(screened, asked, measurer, settings) {
  const first = await countFirst(screened, asked, measurer, settings.config);
  const [before, left] = first === null ? [screened, asked] : [first.verdict, first.asked];
  if (left === null) {
    return { verdict: withCounts(before, before, false), problem: null, rounds: null };
  }
  const { problem, rounds, ...after } = await confirmByRounds(before, left, measurer, settings);
  const verdict = first === null ? after.verdict : withCounts(after.verdict, before, after.mayClear);
  return { verdict: withReason(verdict, after.notMeasured), problem, rounds };
}
function withCounts(after, first, mayClear) {
  const judged = withInstructions(after, first, mayClear);
  return conclude({ ...judged, counts: first.counts }, after.environment);
}
function withReason(verdict, why) {
  if (why === null) return verdict;
  const but = verdict.comparisons.some(isClearedByCounts) ? ", but for what equal instructions clear" : "";
  const message = `${why}; so the verdict of the stored runs stands${but} (see the log): say in \`run\` how to measure, or set \`confirm: never\``;
  const warnings = [...verdict.warnings, { kind: "policy", message }];
  return conclude({ ...verdict, warnings }, verdict.environment);
}
async function confirmByRounds(screened, asked, measurer, { config, tables }) {
  const { looks, isUnasked = false } = measurer;
  const look = lookAt(config, looks, asked);
  const wanted = wantedOf(screened, asked);
  const found = await measurer.measure(asked.only, look, wanted).catch(nothingMeasured);
  if (found === null) {
    return { verdict: screened, problem: null, rounds: null, mayClear: false, notMeasured: null };
  }
  const measured = unlikeItself(found);
  const byRounds = roundsVerdict(measured, looks, config, asked);
  const rounds = asFarAsUsed(roundsEvidence(measured, tables), byRounds, asked);
  const mayClear = !found.baseIsHead && !byRounds.warnings.some(({ kind }) => kind === "failed");
  if (isUnasked) {
    const answer = ifMeasured(screened, byRounds, asked, measured);
    return { ...answer, problem: null, rounds: answer.stands ? null : rounds, mayClear };
  }
  const verdict = conclude(afterRounds(screened, byRounds, asked), screened.environment);
  const lost = unmeasured(screened, asked, measured);
  const asks = lost && `${lost}: does \`run\` measure what the stored runs did, and print its package and unit?`;
  const problem = measured.warnings[0]?.message ?? asks;
  return { verdict, problem, rounds, mayClear, notMeasured: null };
}
function asFarAsUsed(rounds, verdict, asked) {
  const isUsed = ({ sampleType, slice }) => verdict.profiles.some(
    (comparison) => comparison.sampleType.type === sampleType.type && comparison.slice === slice
  );
  return { ...rounds, profiles: asked.only === null ? rounds.profiles.filter(isUsed) : [] };
}
function wantedOf(screened, asked) {
  const all = screened.comparisons.filter((row) => row.head !== null);
  return { suspects: asked.only === null ? all : suspects(screened, asked), all };
}
function ifMeasured(screened, verdict, asked, measured) {
  const failure = verdict.warnings.find(
    ({ kind }) => kind === "failed" || kind === "unmeasured"
  )?.message;
  const notMeasured = failure ?? unmeasured(screened, asked, measured);
  if (failure !== void 0) return { verdict: screened, notMeasured, stands: true };
  const rows = afterRounds(screened, verdict, { ...asked, keepsRest: true });
  return { verdict: conclude(rows, screened.environment), notMeasured, stands: false };
}
function unmeasured(screened, asked, { rounds }) {
  const ran = new Set(rounds.flatMap((round) => round.head.series.map(seriesKey)));
  const lost = suspects(screened, asked).find((row) => !ran.has(seriesKey(row)));
  return lost === void 0 ? null : `the rounds here did not measure ${lost.package}${lost.package === "" ? "" : " "}${lost.benchmark} ${lost.unit}`;
}
function unlikeItself(measured) {
  if (!measured.baseIsHead) return measured;
  const message = "base and head are the same commit, so nothing can be confirmed: say what to measure against, like HEAD~1";
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
    const reason = unlike(newest, run, known(newest, config));
    if (reason === null) others.push(filesOf(run, input));
    else {
      const message = `another run of this commit is not used: ${reason}`;
      warnings.push({ kind: "policy", message });
    }
  }
  return { others, warnings };
}
var filesOf = (run, { profiles }) => ({
  run,
  profiles: async () => profiles
});

export {
  gate
};
