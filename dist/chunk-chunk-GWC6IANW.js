import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  holm
} from "./chunk-chunk-2QTDWZHI.js";
import {
  withPresentNames
} from "./chunk-chunk-YTYFE7V5.js";
import {
  blank,
  changedInBase,
  commonest,
  exact,
  exactly,
  fromScale,
  noncentrality,
  presentValue,
  relative,
  sameNumber,
  sampleLevel,
  scaleOf,
  sides,
  summarise,
  summaryOptions,
  untested,
  unvarying,
  worseUp
} from "./chunk-chunk-XWVWMC43.js";
import {
  normalQuantile,
  normalUpper,
  tQuantile,
  tUpper,
  tUpperQuantile
} from "./chunk-chunk-EEPNWZZM.js";
import {
  require_picomatch
} from "./chunk-chunk-CAWJPCAF.js";
import {
  geometricMean,
  mad,
  mean,
  median,
  quantile,
  varianceAbout
} from "./chunk-chunk-PDMOKRKF.js";
import {
  instructionsUnit,
  mostSpread
} from "./chunk-chunk-UIZSM77V.js";
import {
  benchmarkNames,
  countBenchmarks,
  shortName
} from "./chunk-chunk-XDSCW632.js";
import {
  change,
  changeWords,
  counted,
  countedChange,
  isOther,
  oneIn,
  percent,
  plural,
  points,
  share,
  signed
} from "./chunk-chunk-4ESYGOAJ.js";
import {
  isTime,
  isTimed
} from "./chunk-chunk-IV5T3H63.js";
import {
  commonScale,
  fromTo,
  quantity
} from "./chunk-chunk-ZY32PDO3.js";
import {
  benchmarkKey,
  seriesKey,
  typeKey
} from "./chunk-chunk-ETXR6ESQ.js";
import {
  defaults
} from "./chunk-chunk-OBSUUNSJ.js";
import {
  InputError
} from "./chunk-chunk-6IUKT67Q.js";
import {
  __toESM,
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-OMS2RVR2.js";

// src/stats/spending.ts
init_define_FLAMEGATE_PAGE();
var firstLook = 6;
var growth = 1.25;
var part = 1 / 8;
function looks(most2) {
  const plan = [];
  let left = 1;
  for (let after = firstLook; after * 1.1 < most2; after = Math.round(after * growth)) {
    plan.push({ after, weight: left * part });
    left -= left * part;
  }
  return [...plan, { after: most2, weight: left }];
}
function sequentialP(seen2) {
  return seen2.reduce((least, { p, weight }) => Math.min(least, p / weight), 1);
}
function sequentialBound(seen2, alpha, boundAt) {
  return seen2.reduce(
    (least, look) => Math.min(least, boundAt(look, alpha * look.weight)),
    Number.POSITIVE_INFINITY
  );
}

// src/judge/gate.ts
init_define_FLAMEGATE_PAGE();
function judgeGate(judged) {
  const rows = gatedRows(judged);
  const has = (verdict) => rows.some((row) => row.verdict === verdict);
  const shift = judged.rounds === null ? judged.shift?.verdict : void 0;
  if (has("slower") || shift === "slower" || hasFailed(judged)) return "fail";
  const isHere = judged.rounds !== null || judged.counts !== void 0;
  if (judged.baseline.runs === 0 && !isHere) return "no-baseline";
  if (has("suspect") || shift === "suspect") return "suspect";
  return isIncomplete(judged) ? "incomplete" : "pass";
}
var gatedRows = (judged) => [...judged.comparisons, ...judged.functions].filter((row) => row.gated);
var hasFailed = ({ warnings }) => warnings.some(({ kind }) => kind === "failed");
var compared = /* @__PURE__ */ new Set(["slower", "suspect", "faster", "ok", "moved", "moved-with-suite"]);
var stopsAPass = /* @__PURE__ */ new Set(["unmeasured", "profile", "lost"]);
function isIncomplete(judged) {
  const rows = gatedRows(judged);
  return rows.some(({ verdict }) => verdict === "missing" || verdict === "not-run") || judged.comparisons.some((row) => row.blind) || judged.warnings.some(({ kind }) => stopsAPass.has(kind)) || !rows.some(({ verdict }) => compared.has(verdict));
}
function sightOf({ comparisons }) {
  const rows = comparisons.filter(
    (row) => row.gated && row.toldBy === void 0 && row.test !== "exact" && // What was counted of a suspect says nothing of the benchmarks that were not.
    !(row.test === "counted" && row.screened !== null)
  );
  const timed = rows.filter((row) => isTimed(row.unit));
  const seen2 = (timed.length > 0 ? timed : rows).flatMap(({ detectable }) => detectable ?? []);
  return seen2.length === 0 ? null : { half: quantile(seen2, 0.5), most: quantile(seen2, 0.9) };
}
function exitStatus(item, failOn) {
  if (item.verdict === "fail") return failOn.includes("regression") ? 1 : 0;
  if (item.verdict === "pass") return 0;
  if (item.verdict === "suspect" && failOn.includes("suspect")) return 3;
  const open = item.verdict === "no-baseline" || isIncomplete(item);
  return open && failOn.includes("incomplete") ? 3 : 0;
}

// src/flow/judgement.ts
init_define_FLAMEGATE_PAGE();

// src/compare/benchmarks/compare.ts
init_define_FLAMEGATE_PAGE();

// src/compare/benchmarks/levels.ts
init_define_FLAMEGATE_PAGE();
var runsOfLevel = 5;
var runsBefore = 3;
var apart = 6;
function presentLevel(centers, least) {
  let size2 = centers.length;
  for (; ; ) {
    const split = bestSplit(centers, size2);
    if (split === null || !isChange(centers, split, size2, least)) return size2;
    size2 = split;
  }
}
function bestSplit(centers, size2) {
  if (size2 < runsOfLevel + runsBefore) return null;
  const origin = centers[0] ?? 0;
  const total = centers.slice(0, size2).reduce((sum, value) => sum + (value - origin), 0);
  let newer = 0;
  let best = null;
  let most2 = Number.NEGATIVE_INFINITY;
  for (let split = 1; split <= size2 - runsBefore; split++) {
    newer += (centers[split - 1] ?? 0) - origin;
    if (split < runsOfLevel) continue;
    const explained = newer ** 2 / split + (total - newer) ** 2 / (size2 - split);
    if (explained > most2) [most2, best] = [explained, split];
  }
  return best;
}
function isChange(centers, split, size2, least) {
  const now = median(centers.slice(0, split));
  const before = median(centers.slice(split, size2));
  const gap2 = Math.abs(now - before);
  if (!(gap2 > least) || gap2 <= apart * spreadOf(centers)) return false;
  const oldest = centers[split - 1] ?? now;
  return Math.abs(oldest - now) < Math.abs(oldest - before);
}
var spreadOf = (centers) => 1.4826 / Math.SQRT2 * median(centers.slice(1).map((value, i) => Math.abs(value - (centers[i] ?? 0))));

// src/compare/benchmarks/storedruns.ts
init_define_FLAMEGATE_PAGE();

// src/compare/benchmarks/suite.ts
init_define_FLAMEGATE_PAGE();
var suiteSize = 8;
var ofAlpha = { suite: 0.85, small: 0.5 };
var runsToLearn = 3;
var runsOfUnknown = 10;
var slowSide = 0.7;
var priorDf = 3;
var badQuantile = 0.7;
var badNormal = 1.04;
var badFloor = 0.01;
var tail = 2.4;
var many = 0.87;
var young = 4;
var rateShape = 2;
var rateMean = 0.03;
var usual = 0.3;
var cap = Math.log(1.85);
var capMany = 0.25;
var capYoung = 0.282;
var capNoise = { free: 0.03, times: 5 };
var shiftAmber = { least: Math.log(1.05), spreads: 3 };
var shiftRed = { least: Math.log(1.5), spreads: 5 };
var shiftFloor = 0.01;
var shiftPrior = 0.02;
var hosts = {
  shared: { floor: 0.05, prior: 0.03, least: 1 },
  dedicated: {
    floor: 75e-4,
    prior: 5e-3,
    least: 0.6
  }
};
function judgeSuite(rows, options) {
  const { rows: centred, own } = withoutOwnShifts(rows.map(centre));
  const members = centred.filter((row) => row.isMember);
  const runs = centred.reduce((most2, row) => Math.max(most2, row.runs), 0);
  const times2 = members.filter((row) => row.isTime);
  const shift = times2.length < suiteSize ? null : shiftOf(times2, own);
  const shared = (row) => row.isTime ? shift?.delta ?? 0 : 0;
  const taken = (row) => shift !== null && shift.delta < -shift.amber ? 0 : shared(row);
  const host = hostOf(members, own.length, options.host);
  const { floor, prior } = hosts[host];
  const law = lawOf(members, own.length, { runs, floor, prior });
  const spread = (row) => {
    const between3 = spreadOf2(row.deviations, row.runs, Math.max(prior, row.noise.usual));
    return Math.hypot(between3, row.noise.head);
  };
  const bad = badness(
    times2.map((row) => ({ moved: row.head - row.level - shared(row), spread: spread(row) }))
  );
  const suspect = law.score(options.suspect, law.count);
  const alpha = (law.count < suiteSize ? ofAlpha.small : ofAlpha.suite) * options.alpha;
  const evident3 = Math.max(law.score(alpha, law.count), law.own.score);
  const units = centred.map(
    (row) => (floor + spread(row)) * (row.isTime ? bad : 1) * youngerBy(row.runs, runs)
  );
  const results = centred.map((row, i) => {
    const unit = units[i];
    const deviation = row.head - Math.max(row.level, row.newest) - taken(row);
    const limit2 = redLimit(row, evident3 * unit, law);
    const canTell = options.machineKnown || row.runs >= runsOfUnknown;
    const least = options.least(i);
    const amber = Math.max(hosts[host].least * least, Math.min(suspect * unit, limit2));
    return {
      deviation,
      spread: spread(row),
      p: law.p(deviation / unit, law.count),
      pAlone: law.p(deviation / unit, 1),
      amber,
      red: canTell ? Math.max(least, limit2) : Number.POSITIVE_INFINITY
    };
  });
  const p = results.reduce(
    (least, result, i) => centred[i]?.isMember ? Math.min(least, result.p) : least,
    1
  );
  const limit = (row, q, asked) => Math.max(hosts[host].least * options.least(row), law.score(q, asked) * units[row]);
  return { rows: results, p, shift, host, limit };
}
function centre(row) {
  const known3 = row.base.filter((value) => !Number.isNaN(value));
  const level = median(known3.slice(0, row.level));
  const before = row.level < known3.length ? median(known3.slice(row.level)) : 0;
  let seen2 = 0;
  return {
    isTime: row.isTime,
    isMember: row.isOnlyShown !== true,
    runs: known3.length,
    level,
    newest: median(known3.slice(0, 3)),
    head: row.head,
    deviations: row.base.map(
      (value) => Number.isNaN(value) ? value : value - (seen2++ < row.level ? level : before)
    ),
    noise: noiseOf(row)
  };
}
var ofWithin = 0.5;
function noiseOf({ within }) {
  const base = (within?.base ?? []).map((value) => ofWithin * value);
  const measured = base.filter((value) => !Number.isNaN(value));
  const usual2 = measured.length === 0 ? 0 : median(measured);
  const more2 = (value) => value > usual2 ? Math.sqrt(value ** 2 - usual2 ** 2) : 0;
  return { usual: usual2, runs: base.map(more2), head: more2(ofWithin * (within?.head ?? 0)) };
}
function withoutOwnShifts(rows) {
  const times2 = rows.filter((row) => row.isTime && row.isMember);
  const stored = rows.reduce((most2, row) => Math.max(most2, row.deviations.length), 0);
  const own = Array.from({ length: stored }, (_, run) => {
    const at = times2.flatMap(({ deviations }) => known(deviations[run]));
    return at.length < suiteSize ? Number.NaN : median(at);
  });
  const less = (row) => row.isTime ? { ...row, deviations: row.deviations.map((value, run) => value - (own[run] || 0)) } : row;
  return { rows: rows.map(less), own };
}
var known = (value) => value === void 0 || Number.isNaN(value) ? [] : [value];
function shiftOf(times2, all2) {
  const own = all2.filter((value) => !Number.isNaN(value));
  const spread = own.length < runsToLearn ? shiftPrior : Math.sqrt(own.reduce((sum, value) => sum + value * value, 0) / own.length);
  const reach = (item) => Math.max(item.least, item.spreads * (shiftFloor + spread));
  const moved = times2.map((row) => row.head - row.level);
  const groups = groupsOf(moved, shiftAmber.spreads * (shiftFloor + spread));
  const delta = median(groups?.[0] ?? moved);
  return {
    delta,
    amber: reach(shiftAmber),
    red: reach(shiftRed),
    benchmarks: times2.length,
    own,
    group: groups === null ? null : { delta: median(groups[1]) - delta, benchmarks: groups[1].length }
  };
}
var leastGroup = { part: 1 / 4, size: 4, astray: 0.15 };
function groupsOf(moved, still) {
  const order = moved.toSorted((a, b) => a - b);
  const split = splitOf(
    order,
    Math.max(leastGroup.size, Math.ceil(leastGroup.part * order.length))
  );
  if (split === null) return null;
  const [low, high] = [order.slice(0, split), order.slice(split)];
  const [below, above] = [median(low), median(high)];
  const edge2 = (group2) => Math.floor(leastGroup.astray * group2.length);
  const gap2 = high[edge2(high)] - low[low.length - 1 - edge2(low)];
  if (above - below < 2 * still || gap2 < (above - below) / 2) return null;
  const groups = Math.abs(below) <= Math.abs(above) ? [low, high] : [high, low];
  return Math.abs(median(groups[0])) > still ? null : groups;
}
function splitOf(order, fewest) {
  const sums = [0];
  for (const value of order) sums.push(sums.at(-1) + value);
  const sum = (from, to) => sums[to] - sums[from];
  const width = (from, to) => {
    const half = Math.floor((to - from) / 2);
    return sum(to - half, to) - sum(from, from + half);
  };
  let best = null;
  let least = Number.POSITIVE_INFINITY;
  for (let split = fewest; split <= order.length - fewest; split++) {
    const both = width(0, split) + width(split, order.length);
    if (both < least) [least, best] = [both, split];
  }
  return best;
}
function spreadOf2(deviations, runs, prior, without4 = -1) {
  let [slow, fast] = [0, 0];
  for (let run = 0; run < deviations.length; run++) {
    const value = deviations[run];
    if (run === without4) continue;
    if (value > 0) slow += value * value;
    else if (value < 0) fast += value * value;
  }
  return smoothed(slow, fast, runs, prior);
}
function smoothed(slow, fast, runs, prior) {
  const df = Math.max(0, runs - 1);
  const half = df === 0 ? 0 : 2 / df;
  const mix = slowSide * Math.sqrt(half * slow) + (1 - slowSide) * Math.sqrt(half * fast);
  return Math.sqrt((df * mix * mix + priorDf * prior * prior) / (df + priorDf));
}
function badness(times2) {
  if (times2.length < suiteSize) return 1;
  const scores = times2.map(({ moved, spread }) => moved / (badFloor + spread));
  const both = quantile2(scores.map(Math.abs), badQuantile);
  const fast = -quantile2(scores, (1 - badQuantile) / 2);
  const slow = quantile2(scores, (1 + badQuantile) / 2);
  return Math.max(1, Math.min(both, fast, slow) / badNormal);
}
function quantile2(values, q) {
  const order = Float64Array.from(values).sort();
  const at = (order.length - 1) * q;
  const below = order[Math.floor(at)];
  const above = order[Math.min(Math.floor(at) + 1, order.length - 1)];
  return below + (at - Math.floor(at)) * (above - below);
}
var youngerBy = (runs, most2) => ((1 + young / runs) / (1 + young / most2)) ** (1 / tail);
function lawOf(members, stored, { runs, floor, prior }) {
  const count = Math.max(1, members.length);
  const age = 1 + young / Math.max(1, runs);
  const rate = (score, value) => age * value ** many * Math.max(score, 1e-3) ** -tail;
  const commonplace = -Math.log(1 - usual) / rateMean;
  let shape = rateShape;
  let exposure = rateShape / rateMean;
  const scores = [];
  const jumps = [];
  const old = members.filter((row) => row.runs >= runsToLearn);
  for (let run = 0; run < stored; run++) {
    const list = old.flatMap((row) => {
      const deviation = row.deviations[run] ?? Number.NaN;
      if (Number.isNaN(deviation)) return [];
      const moved = deviation * row.runs / (row.runs - 1);
      const { usual: usual2, runs: more2 } = row.noise;
      const between3 = spreadOf2(row.deviations, row.runs - 1, Math.max(prior, usual2), run);
      return [{ row, moved, spread: Math.hypot(between3, more2[run] ?? 0) }];
    });
    if (list.length === 0) continue;
    const bad = badness(list.filter(({ row }) => row.isTime));
    let [score, jump] = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (const { row, moved, spread } of list) {
      const unit = (floor + spread) * (row.isTime ? bad : 1) * youngerBy(row.runs, runs);
      score = Math.max(score, moved / unit);
      jump = Math.max(jump, moved);
    }
    scores.push(score);
    jumps.push(jump);
    const seen2 = rate(score, list.length);
    if (seen2 < commonplace) shape++;
    exposure += Math.min(seen2, commonplace);
  }
  return {
    count,
    p: (score, value) => 1 - (exposure / (exposure + rate(score, value))) ** shape,
    score: (q, value) => (age * value ** many / (exposure * ((1 - q) ** (-1 / shape) - 1))) ** (1 / tail),
    own: { score: secondLargest(scores), jump: secondLargest(jumps) }
  };
}
var secondLargest = (values) => values.length < runsToLearn ? Number.NEGATIVE_INFINITY : values.toSorted((a, b) => b - a)[1];
function redLimit({ runs, deviations, noise }, byLaw, law) {
  const noisy = Math.max(0, Math.hypot(noise.usual, noise.head) - capNoise.free);
  const ceiling = cap * (1 + capYoung / runs ** 3) * Math.max(1, (law.count / 100) ** capMany) + capNoise.times * noisy;
  if (runs === 1) return Math.max(byLaw, ceiling);
  if (runs < runsToLearn) return ceiling;
  const slowest = deviations.reduce((most2, value) => value > most2 ? value : most2, 0);
  return Math.min(byLaw, Math.max(ceiling, law.own.jump, 2 * slowest));
}
var runsOfHost = { learned: 15, dedicated: 5 };
function hostOf(rows, stored, asked) {
  if (asked === "shared" || stored < runsOfHost[asked]) return "shared";
  return isQuiet(rows) ? "dedicated" : "shared";
}
var quiet = { jump: Math.log(1.03), part: 0.02, most: Math.log(1.1) };
function isQuiet(rows) {
  let [all2, beyond] = [0, 0];
  for (const { deviations } of rows) {
    for (const value of deviations) {
      if (Number.isNaN(value)) continue;
      if (Math.abs(value) > quiet.most) return false;
      all2++;
      if (Math.abs(value) > quiet.jump) beyond++;
    }
  }
  return all2 > 0 && beyond <= 1 + quiet.part * all2;
}

// src/compare/benchmarks/storedruns.ts
var fasterAlpha = 0.05;
var againAlpha = 0.05;
function compareStored(rows, options) {
  const leaders = leadersOf(rows, options);
  const asked = rows.map((row, i) => prepare(row, leaders.has(i), options));
  const look = (choose, sign) => judgeSuite(
    asked.map((prepared) => suiteRow(prepared, choose(prepared.row.heads), sign)),
    {
      alpha: options.alpha,
      suspect: sign > 0 ? options.suspect : fasterAlpha,
      least: (i) => (sign > 0 ? asked[i]?.step : asked[i]?.back) ?? 0,
      host: options.host,
      machineKnown: options.machineKnown
    }
  );
  const slower2 = look(all, 1);
  const faster = look(all, -1);
  const again2 = secondLook(asked, (choose) => look(choose, 1));
  const rates = { slower: options.alpha, suspect: options.suspect };
  const faults = { slower: fasterAlpha, suspect: fasterAlpha };
  const comparisons = asked.map((prepared, i) => {
    const worse2 = asSeldom(slower2.rows[i], rates);
    const better = asSeldom(faster.rows[i], faults);
    const comparison = comparisonOf(prepared, worse2, better, options);
    const said = again2.get(i);
    return said === void 0 ? comparison : { ...comparison, again: said };
  });
  return {
    comparisons: comparisons.map((item, i) => following(item, comparisons[leaders.get(i) ?? -1])),
    p: pOf(asked, slower2, rates),
    shift: shiftOf2(slower2),
    dedicated: slower2.host === "dedicated"
  };
}
function asSeldom(result, levels) {
  const most2 = result.deviation > result.red ? levels.slower : result.deviation > result.amber ? levels.suspect : 1;
  return { ...result, p: Math.min(result.p, most2), pAlone: Math.min(result.pAlone, most2) };
}
function pOf(asked, judgement, levels) {
  const members = judgement.rows.filter((_, i) => asked[i]?.isMember);
  if (members.length === 0) return null;
  return members.reduce((least, row) => Math.min(least, asSeldom(row, levels).p), 1);
}
var all = (heads) => heads;
function prepare(row, isFollower, options) {
  const { better } = blank(row.any, options);
  const { threshold, gated: gated2 } = options.policy(row.any);
  const now = centersOf(row.bases).slice(0, row.level);
  const size2 = row.scale === "log" ? 1 : sizeOf(now, centersOf(row.heads));
  const lowerIsBetter = better !== "higher";
  const direction = worseUp({ scale: row.scale, size: size2, lowerIsBetter, margin: threshold });
  const { sign, step, back } = direction;
  const isMember = gated2 && better !== "unknown" && !isFollower;
  return { row, isMember, size: size2, sign, step: step / size2, back: back / size2, direction };
}
var centersOf = (runs) => runs.flatMap((run) => run === void 0 ? [] : [run.center]);
function sizeOf(base, head) {
  const middle = Math.abs(median(base));
  if (middle > 0) return middle;
  return Math.max(...[...base, ...head].map(Math.abs), Number.MIN_VALUE);
}
function suiteRow({ row, isMember, size: size2, sign }, heads, side2) {
  const up = (value) => side2 * sign * value / size2;
  const baseOf = (value) => row.bases.map((run) => run === void 0 ? Number.NaN : value(run));
  const headOf = (value) => mean(heads.map(value));
  return {
    base: baseOf((run) => up(run.center)),
    level: row.level,
    head: headOf((run) => up(run.center)),
    isTime: row.scale === "log" && isTimed(row.any.unit),
    within: {
      base: baseOf((run) => run.within / size2),
      head: headOf((run) => run.within / size2)
    },
    ...isMember ? {} : { isOnlyShown: true }
  };
}
function leadersOf(rows, options) {
  const leaders = /* @__PURE__ */ new Map();
  const times2 = new Map(rows.map((row, i) => [seriesKey(row.any), i]));
  rows.forEach((row, i) => {
    if (row.any.unit !== "B/s" || row.scale !== "log") return;
    const at = times2.get(seriesKey({ ...row.any, unit: "sec/op" }));
    const leader = at === void 0 ? void 0 : rows[at];
    if (at === void 0 || leader === void 0 || leader.scale !== "log") return;
    if (options.policy(leader.any).gated && isSameNumber(leader, row)) leaders.set(i, at);
  });
  return leaders;
}
function isSameNumber(time, rate) {
  const bytes = (word) => (time[word][0]?.center ?? Number.NaN) + (rate[word][0]?.center ?? Number.NaN);
  return Math.abs(bytes("heads") - bytes("bases")) < sameNumber;
}
var following = (row, leader) => leader === void 0 ? row : { ...row, follows: leader.unit };
function secondLook(asked, look) {
  const said = /* @__PURE__ */ new Map();
  const isTwice = (i) => (asked[i]?.row.heads.length ?? 0) > 1;
  if (!asked.some((_, i) => isTwice(i))) return said;
  const first2 = look((heads) => heads.slice(-1));
  const suspects2 = first2.rows.flatMap(
    (result, i) => result.deviation > result.amber && isTwice(i) ? [i] : []
  );
  const second = look((heads) => heads.length > 1 ? heads.slice(0, -1) : heads);
  second.rows.forEach((result, i) => {
    if (isTwice(i) && result.deviation > result.amber) said.set(i, "refuted");
  });
  for (const i of suspects2) {
    const { deviation } = second.rows[i];
    const isBeyond2 = deviation > second.limit(i, againAlpha, suspects2.length);
    said.set(i, isBeyond2 ? "confirmed" : "refuted");
  }
  return said;
}
function comparisonOf({ row, size: size2, sign, direction }, worse2, better, options) {
  const { ratio, asWorse: asWorse2 } = direction;
  const centers = centersOf(row.bases);
  const now = centers.slice(0, row.level);
  const older = centers.slice(row.level);
  const [base, head] = [median(now), mean(centersOf(row.heads))];
  const df = Math.max(1, now.length - 1 + priorDf2);
  const error = worse2.spread * size2 * Math.sqrt(1 / now.length + 1 / row.heads.length);
  const half = tQuantile(0.975, df) * error;
  const own = worse2.deviation > 0 ? worse2.deviation : Math.min(0, -better.deviation);
  const onScale = (value) => value === null ? null : asWorse2(value * size2);
  const limits = {
    suspect: onScale(worse2.amber) ?? Number.POSITIVE_INFINITY,
    slower: Number.isFinite(worse2.red) ? onScale(worse2.red) : null,
    faster: Math.abs(ratio(-sign * better.amber * size2))
  };
  return {
    ...blank(row.any, options),
    ...sides(row.base.slice(0, row.level), row.head, [
      fromScale(base, row.scale),
      fromScale(head, row.scale)
    ]),
    own: ratio(sign * own * size2),
    ci: [ratio(head - base - half), ratio(head - base + half)],
    worst: asWorse2(sign * (head - base) + tQuantile(0.95, df) * error),
    p: own > 0 ? worse2.pAlone : better.pAlone,
    pAdjusted: own > 0 ? worse2.p : better.p,
    test: "run-level",
    limits,
    detectable: limits.suspect,
    ...changeBefore(now, older, row)
  };
}
var priorDf2 = 3;
function changeBefore(now, older, { scale, since }) {
  if (older.length === 0) return { notes: [] };
  const delta = relative(fromScale(median(older), scale), fromScale(median(now), scale));
  return changedInBase({ delta, runs: now.length, commit: since });
}
function shiftOf2({ shift, rows }) {
  if (shift === null) return null;
  const asRatio = (value) => Math.exp(value) - 1;
  const isProvable = rows.some((row) => Number.isFinite(row.red));
  const { group: group2 } = shift;
  return {
    delta: asRatio(shift.delta),
    verdict: wordOf(shift, isProvable),
    benchmarks: shift.benchmarks,
    limits: { suspect: asRatio(shift.amber), slower: asRatio(shift.red) },
    history: shift.own.length < 3 ? null : [asRatio(Math.min(...shift.own)), asRatio(Math.max(...shift.own))],
    group: group2 === null ? null : { ...group2, delta: asRatio(group2.delta) }
  };
}
function wordOf({ delta, amber, red, group: group2 }, isProvable) {
  if (delta > red && isProvable) return "slower";
  if (delta > amber || (group2?.delta ?? 0) > amber) return "suspect";
  return delta < -amber ? "faster" : "ok";
}

// src/compare/benchmarks/compare.ts
function compareBenchmarks(head, baseline, options) {
  const commits = baseline.map(({ commit }) => commit);
  const measured = pair(head, baseline).map((row) => measure(row, commits, options));
  const stored = measured.flatMap((item) => item.kind === "stored" ? [item.row] : []);
  const { comparisons: tested3, ...against2 } = compareStored(stored, options);
  let next = 0;
  const comparisons = measured.map(
    (item) => (
      // One for each of `stored`, in order.
      item.kind === "stored" ? tested3[next++] : alone(item, options)
    )
  );
  return { comparisons, ...against2 };
}
function alone(item, options) {
  switch (item.kind) {
    case "one-sided":
      return untested({ ...item.row, base: present(item.row.base) }, options);
    case "exact":
      return unvaried(item, options);
    case "samples":
      return sampled(item, options);
  }
}
function pair(head, baseline) {
  const rows = /* @__PURE__ */ new Map();
  const rowOf = (series) => {
    const key = seriesKey(series);
    let row = rows.get(key);
    if (row === void 0) {
      row = { any: series, base: [], head: [] };
      rows.set(key, row);
    }
    return row;
  };
  const [newest, ...older] = baseline;
  for (const series of newest?.series ?? []) rowOf(series).base[0] = series;
  for (const run of head) for (const series of run.series) rowOf(series).head.push(series);
  older.forEach((run, i) => {
    for (const series of run.series) {
      const row = rows.get(seriesKey(series));
      if (row !== void 0) row.base[i + 1] = series;
    }
  });
  return [...rows.values()];
}
var present = (values) => values.filter((value) => value !== void 0);
function measure(row, commits, options) {
  const all2 = present(row.base);
  const [newest] = all2;
  if (newest === void 0 || row.head.length === 0) return { kind: "one-sided", row };
  const scale = scaleOf([...all2, ...row.head]);
  const how = summaryOptions(row.any, scale, options);
  const summaries = all2.map((series) => summarise(series, how));
  const centers = summaries.map((summary) => summary.center);
  const { threshold } = options.policy(row.any);
  const level = presentValue(all2) ?? presentLevel(centers, leastLevel(centers, scale, threshold));
  const base = levelled(all2, level);
  const since = commits[row.base.indexOf(base.now.at(-1))] ?? "";
  const result = exactly(base.now, row.head, asBenchstat(all2, row.head, options));
  if (result !== null) return { kind: "exact", row, base, result, since };
  if (isSingle(all2, row.head, options)) return { kind: "samples", row, base: newest, scale };
  let next = 0;
  return {
    kind: "stored",
    row: {
      any: row.any,
      base: all2,
      head: row.head,
      scale,
      level,
      since,
      bases: row.base.map((series) => series === void 0 ? void 0 : summaries[next++]),
      heads: row.head.map((series) => summarise(series, how))
    }
  };
}
var levelled = (all2, level) => ({
  now: all2.slice(0, level),
  older: all2.slice(level)
});
var leastLevel = (centers, scale, margin) => scale === "log" ? Math.log(1 + margin) : margin * Math.abs(median(centers));
var asBenchstat = (base, head, options) => options.test === "mann-whitney" && isSingle(base, head, options);
var isSingle = (base, head, options) => options.trustSingleRun && base.length === 1 && head.length === 1;
function unvaried({ row, base, result, since }, options) {
  return {
    ...exact({ any: row.any, base: base.now, head: row.head }, result, options),
    ...base.older.length === 0 ? { notes: [] } : changedInBase({
      delta: relative(commonest(base.older), commonest(base.now)),
      runs: base.now.length,
      commit: since
    })
  };
}
function sampled({ row, base, scale }, options) {
  const outline = blank(row.any, options);
  const { centers, ...level } = sampleLevel(base.samples, row.head[0]?.samples ?? [], {
    scale,
    test: options.test,
    lowerIsBetter: outline.better !== "higher",
    alpha: options.alpha
  });
  const both = sides([base], row.head, centers);
  const least = options.policy(row.any).threshold;
  const detectable = level.detectable === null ? null : Math.max(least, level.detectable);
  return { ...outline, ...both, own: both.delta, ...level, detectable, test: options.test };
}

// src/compare/benchmarks/elsewhere.ts
init_define_FLAMEGATE_PAGE();
var sameEverywhere = /* @__PURE__ */ new Set(["allocs/op", "B/op", instructionsUnit]);
var isSameEverywhere = (series) => series.exact || sameEverywhere.has(series.unit);
function withElsewhere(rows, head, elsewhere, options) {
  if (elsewhere.length === 0) return rows;
  const only2 = (runs) => runs.map((run) => ({ ...run, series: run.series.filter(isSameEverywhere) }));
  const { comparisons } = compareBenchmarks(only2(head), only2(elsewhere), options);
  const told3 = new Map(
    comparisons.flatMap((row) => row.test === "exact" ? [[seriesKey(row), row]] : [])
  );
  return rows.map((row) => told3.get(seriesKey(row)) ?? row);
}

// src/compare/benchmarks/rounds.ts
init_define_FLAMEGATE_PAGE();

// src/model/comparison.ts
init_define_FLAMEGATE_PAGE();
var undecidedAlpha = 0.05;

// src/stats/signedrank.ts
init_define_FLAMEGATE_PAGE();
var rounding = 1e-12;
var counted2 = 100;
function signedRankP(differences, shift = 0) {
  const grain = rounding * differences.reduce((most2, d) => Math.max(most2, Math.abs(d)), Math.abs(shift));
  const moved = differences.map((value) => value - shift).filter((d) => Math.abs(d) > grain);
  if (moved.length === 0) return 1;
  const ranks = doubledRanks(moved.map(Math.abs), grain);
  const sum = ranks.reduce((total, rank, i) => (moved[i] ?? 0) > 0 ? total + rank : total, 0);
  if (moved.length > counted2) return normalTail(ranks, sum);
  const chances = chancesOf(ranks);
  let p = 0;
  for (let w = chances.length - 1; w >= sum; w--) p += chances[w] ?? 0;
  return Math.min(1, p);
}
function doubledRanks(sizes, grain) {
  const order = sizes.map((_, i) => i).sort((a, b) => (sizes[a] ?? 0) - (sizes[b] ?? 0));
  const at = (k) => sizes[order[k] ?? 0] ?? 0;
  const ranks = new Array(sizes.length).fill(0);
  for (let from = 0; from < order.length; ) {
    let to = from + 1;
    while (to < order.length && at(to) - at(to - 1) <= grain) to++;
    for (let k = from; k < to; k++) ranks[order[k] ?? 0] = from + 1 + to;
    from = to;
  }
  return ranks;
}
function chancesOf(ranks) {
  const most2 = ranks.reduce((sum, rank) => sum + rank, 0);
  const chances = new Float64Array(most2 + 1);
  chances[0] = 1;
  let reached = 0;
  for (const rank of ranks) {
    reached += rank;
    for (let w = reached; w >= 0; w--) {
      const without4 = chances[w];
      chances[w] = 0.5 * (without4 + (w >= rank ? chances[w - rank] : 0));
    }
  }
  return chances;
}
function normalTail(ranks, sum) {
  const most2 = ranks.reduce((total, rank) => total + rank, 0);
  const variance2 = ranks.reduce((total, rank) => total + rank * rank, 0) / 4;
  return normalUpper((sum - 1 - most2 / 2) / Math.sqrt(variance2));
}
function walshAverages(differences) {
  const n = differences.length;
  const averages = new Float64Array(n * (n + 1) / 2);
  let k = 0;
  for (let i = 0; i < n; i++) {
    for (let j = i; j < n; j++) {
      averages[k++] = (differences[i] + differences[j]) / 2;
    }
  }
  return averages.sort();
}
function hodgesLehmann(walsh) {
  const half = walsh.length >> 1;
  const upper = walsh[half] ?? Number.NaN;
  return walsh.length % 2 === 1 ? upper : ((walsh[half - 1] ?? Number.NaN) + upper) / 2;
}
function walshBound(walsh, n, alpha, side2) {
  const beyond = mostBeyond(n, alpha);
  if (beyond < 0) return side2 === "upper" ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
  const at = side2 === "upper" ? walsh.length - 1 - beyond : beyond;
  return walsh[at] ?? Number.NaN;
}
var known2 = /* @__PURE__ */ new Map();
function mostBeyond(n, alpha) {
  const key = `${n} ${alpha}`;
  let most2 = known2.get(key);
  if (most2 === void 0) {
    most2 = n > counted2 ? normalBeyond(n, alpha) : countedBeyond(n, alpha);
    known2.set(key, most2);
  }
  return most2;
}
function countedBeyond(n, alpha) {
  const chances = chancesOf(Array.from({ length: n }, (_, i) => i + 1));
  let below = 0;
  for (let c = 0; c < chances.length; c++) {
    below += chances[c] ?? 0;
    if (below > alpha) return c - 1;
  }
  return chances.length - 1;
}
function normalBeyond(n, alpha) {
  const middle = n * (n + 1) / 4;
  const sd = Math.sqrt(n * (n + 1) * (2 * n + 1) / 24);
  let [low, high] = [-1, Math.floor(middle)];
  while (low < high) {
    const c = Math.ceil((low + high) / 2);
    if (normalUpper((middle - c - 0.5) / sd) <= alpha) low = c;
    else high = c - 1;
  }
  return low;
}

// src/compare/benchmarks/cputime.ts
init_define_FLAMEGATE_PAGE();
var mostThreads = 0.1;
var mostFloor = 0.15;
var near = 0.03;
var fewestQuiet = 3;
var quietPart = 0.25;
var fewestRounds = 10;
var leans = 0.5;
function isCpuTime(bases, heads) {
  if (bases.length < fewestRounds) return false;
  const waited = ({ wall, cpu }) => 1 - cpu / wall;
  const [base, head] = [bases.map(waited), heads.map(waited)];
  const floor = Math.min(...base, ...head);
  if (!(floor >= -mostThreads && floor <= mostFloor)) return false;
  const quiet2 = (side2) => side2.filter((share2) => share2 <= floor + near).length;
  const [before, now] = [quiet2(base), quiet2(head)];
  if (before < Math.max(fewestQuiet, quietPart * bases.length) || now < before) return false;
  const ratio = (times2) => times2 === void 0 ? 0 : Math.log(times2.wall / times2.cpu);
  return signedRankP(heads.map((times2, i) => ratio(times2) - ratio(bases[i]))) >= leans;
}

// src/compare/benchmarks/rounds.ts
var marginOfThreshold = 0.4;
var roundFloor = 2e-3;
var floorsOfRanks = 2;
var boundAlpha = 0.05;
var usualPower = normalQuantile(0.8);
var tests = 2;
function compareRounds(rounds, options) {
  const rows = collect(rounds);
  const ready = rounds.length >= (options.looks[0]?.after ?? Number.POSITIVE_INFINITY);
  const results = rows.map(
    (row) => row.base.length > 0 && row.head.length > 0 ? unvarying(row.base, row.head) : null
  );
  const byKey = new Map(rows.map((row) => [seriesKey(row.any), row]));
  const leaders = leadersOf2(byKey);
  const isTested = (row, i) => results[i] === null && row.pairs.length > 0 && !leaders.has(row);
  const noisy = rows.filter(isTested).length;
  return rows.map((row, i) => {
    if (row.pairs.length === 0) return untested(row, options);
    const result = results[i] ?? null;
    if (result !== null && row.alone === 0 && ready) return exact(row, result, options);
    const item = paired(row, options, ready, Math.max(1, noisy));
    return { ...item, ...tellerOf(row, byKey), follows: leaders.get(row) ?? null };
  });
}
function leadersOf2(byKey) {
  const leaders = /* @__PURE__ */ new Map();
  for (const row of byKey.values()) {
    if (row.any.unit !== "B/s") continue;
    const leader = byKey.get(seriesKey({ ...row.any, unit: "sec/op" }));
    if (leader !== void 0 && isSameNumber2(leader, row)) leaders.set(row, leader.any.unit);
  }
  return leaders;
}
var cpuUnit = "cpu-sec/op";
function tellerOf(wall, byKey) {
  if (wall.any.unit !== "sec/op" || wall.alone > 0) return {};
  const cpu = byKey.get(seriesKey({ ...wall.any, unit: cpuUnit }));
  if (cpu === void 0 || cpu.alone > 0 || cpu.pairs.length !== wall.pairs.length) return {};
  const times2 = (side2) => wall.pairs.map((pair2, i) => ({
    wall: median(pair2[side2].samples),
    cpu: median(cpu.pairs[i]?.[side2].samples ?? [])
  }));
  return isCpuTime(times2("base"), times2("head")) ? { toldBy: cpuUnit } : {};
}
function isSameNumber2(time, rate) {
  const [a, b] = [time.pairs[0], rate.pairs[0]];
  if (a === void 0 || b === void 0 || a.round !== b.round) return false;
  const bytes = (side2) => median(a[side2].samples) * median(b[side2].samples);
  return Math.abs(Math.log(bytes("head") / bytes("base"))) < sameNumber;
}
function wholeRounds(rounds) {
  const size2 = (round) => Math.min(round.base.series.length, round.head.series.length);
  return rounds.filter((round) => size2(round) >= (rounds[0] === void 0 ? 0 : size2(rounds[0])));
}
function collect(rounds) {
  const rows = /* @__PURE__ */ new Map();
  rounds.forEach(({ base, head }, round) => {
    const heads = new Map(head.series.map((series) => [seriesKey(series), series]));
    const bases = new Map(base.series.map((series) => [seriesKey(series), series]));
    for (const [key, any] of [...bases, ...heads]) {
      const row = rows.get(key) ?? { any, base: [], head: [], pairs: [], alone: 0 };
      rows.set(key, row);
      if (row.pairs.at(-1)?.round === round) continue;
      const [series, against2] = [bases.get(key), heads.get(key)];
      if (series !== void 0) row.base.push(series);
      if (against2 !== void 0) row.head.push(against2);
      if (series !== void 0 && against2 !== void 0)
        row.pairs.push({ round, base: series, head: against2 });
      else row.alone++;
    }
  });
  return [...rows.values()];
}
function paired(row, options, ready, family) {
  const outline = blank(row.any, options);
  const both = [...row.pairs.map((pair2) => pair2.base), ...row.pairs.map((pair2) => pair2.head)];
  const scale = scaleOf(both);
  const how = summaryOptions(row.any, scale, options);
  const summaries = both.map((series) => summarise(series, how));
  const bases = summaries.slice(0, row.pairs.length);
  const heads = summaries.slice(row.pairs.length);
  const size2 = scale === "log" ? 1 : Math.abs(mean(bases.map((summary) => summary.center)));
  const margin = options.margin(row.any);
  const lowerIsBetter = outline.better !== "higher";
  const direction = worseUp({ scale, size: size2, lowerIsBetter, margin });
  const threshold = worseUp({ scale, size: size2, lowerIsBetter, margin: margin / marginOfThreshold });
  const differences = heads.map((summary, i) => summary.center - (bases[i]?.center ?? 0));
  const middle = (scale === "log" ? median : mean)(bases.map((summary) => summary.center));
  const whole2 = ready && row.alone === 0;
  const estimates = whole2 ? seenAt(row.pairs, differences, options, roundFloor * size2) : [];
  const last = estimates.at(-1);
  const guard = floorsOfRanks * roundFloor * size2;
  return {
    ...outline,
    // Medians of the sides would not divide to the change, which is of pairs: the head is shown beside
    // the base's centre.
    ...sides(both.slice(0, row.pairs.length), both.slice(row.pairs.length), [
      fromScale(middle, scale),
      fromScale(middle + hodgesLehmann(walshAverages(differences)), scale)
    ]),
    ...last === void 0 ? {} : tested(estimates, last, direction, {
      ...{ size: size2, guard, alpha: options.alpha, family },
      threshold: threshold.step
    }),
    test: "paired",
    notes: row.alone === 0 ? [] : [`one side only in ${row.alone} ${row.alone === 1 ? "round" : "rounds"}`]
  };
}
function seenAt(pairs, differences, { looks: looks2 }, least) {
  const estimates = [];
  let n = 0;
  for (const { after, weight } of looks2) {
    const before = n;
    while ((pairs[n]?.round ?? Number.POSITIVE_INFINITY) < after) n++;
    if (n > before && n >= 2) {
      const part2 = differences.slice(0, n);
      const center = mean(part2);
      const se = Math.max(Math.sqrt(varianceAbout(center, part2) / n), least);
      const walsh = walshAverages(part2);
      estimates.push({ weight, differences: part2, mean: center, se, df: n - 1, walsh });
    }
  }
  return estimates;
}
var criticals = /* @__PURE__ */ new Map();
function critical(alpha, df) {
  const key = `${alpha} ${df}`;
  let t = criticals.get(key);
  if (t === void 0) {
    t = tUpperQuantile(alpha, df);
    criticals.set(key, t);
  }
  return t;
}
function tested(estimates, last, { sign, step, back, ratio, asWorse: asWorse2 }, { size: size2, guard, threshold, alpha, family }) {
  const center = hodgesLehmann(last.walsh);
  const isWorse3 = sign * center >= 0;
  const towards = isWorse3 ? sign : -sign;
  const limit = isWorse3 ? step : back;
  const seen2 = estimates.map((estimate) => ({
    weight: estimate.weight,
    p: pOf2(estimate, towards, limit, guard)
  }));
  const bound = sequentialBound(estimates, boundAlpha, (estimate, share2) => {
    const byT = sign * estimate.mean + critical(share2 / tests, estimate.df) * estimate.se;
    const edge2 = walshBound(
      estimate.walsh,
      estimate.df + 1,
      share2 / tests,
      sign > 0 ? "upper" : "lower"
    );
    return Math.min(byT, sign * edge2 + guard);
  });
  const interval = intervalOf(last);
  const se = (interval[1] - interval[0]) / (2 * critical(0.025, last.df));
  const found = (alpha2) => noncentrality(last.df, alpha2 / family) * Math.max(se, guard / 2);
  const asSlower = step + found(alpha * last.weight / tests);
  const asSuspect = Math.max(step + found(undecidedAlpha), threshold + usualPower * se);
  return {
    ...size2 === 0 ? {} : { delta: ratio(center), own: ratio(center) },
    p: sequentialP(seen2),
    pLast: Math.min(1, family * tBeyond(last, sign, step)),
    df: last.df,
    ci: size2 === 0 ? null : [ratio(interval[0]), ratio(interval[1])],
    worst: asWorse2(bound),
    detectable: asWorse2(Math.min(asSlower, asSuspect))
  };
}
function pOf2(estimate, towards, limit, guard) {
  const byT = tBeyond(estimate, towards, limit);
  const onSide = towards > 0 ? estimate.differences : estimate.differences.map((value) => -value);
  const byRanks = signedRankP(onSide, limit + guard);
  return Math.min(1, tests * Math.min(byT, byRanks));
}
function tBeyond(estimate, towards, limit) {
  const beyond = towards * estimate.mean - limit;
  return estimate.se > 0 ? tUpper(beyond / estimate.se, estimate.df) : beyond > 0 ? 0 : 1;
}
function intervalOf({ walsh, df, mean: center, se }) {
  const [low, high] = ["lower", "upper"].map(
    (side2) => walshBound(walsh, df + 1, 0.025, side2)
  );
  if (Number.isFinite(low) && Number.isFinite(high)) return [low, high];
  const half = critical(0.025, df) * se;
  return [center - half, center + half];
}

// src/compare/functions/slices.ts
init_define_FLAMEGATE_PAGE();

// src/compare/functions/compare.ts
init_define_FLAMEGATE_PAGE();

// src/compare/functions/composition.ts
init_define_FLAMEGATE_PAGE();

// src/compare/functions/dispersion.ts
init_define_FLAMEGATE_PAGE();
var priorDispersion = 1.5;
var priorDf3 = 6;
var mostWithin = 0.75;
var mostOnArcs = 0.9;
var enoughFunctions = 5;
var excessOf = (observed) => excessIn([observed.base, ...observed.replicates]);
function excessIn(lists) {
  let [pearson, df] = [0, 0];
  for (const list of lists) {
    if (list.length < 2) continue;
    const { share: share2, samples } = meanOf(list);
    const binomial = variance(share2, samples);
    for (const one of list) pearson += one.samples * (one.share - share2) ** 2 / binomial;
    df += list.length - 1;
  }
  return { pearson, df };
}
function withinPart(functions) {
  const beyond = (which) => {
    const pearson = functions.reduce((sum, item) => sum + item[which].pearson, 0);
    const df = functions.reduce((sum, item) => sum + item[which].df, 0);
    return df === 0 ? null : pearson / df - 1;
  };
  const [own, all2] = [beyond("within"), beyond("between")];
  if (own === null || all2 === null) return 0;
  return all2 <= 0 ? mostWithin : Math.min(mostWithin, Math.max(0, own / all2));
}
function typicalDispersion(all2) {
  const df = all2.reduce((most2, excess) => Math.max(most2, excess.df), 0);
  const known3 = all2.filter((excess) => excess.df === df);
  if (df === 0 || known3.length < enoughFunctions) return priorDispersion;
  const middle = median(known3.map((excess) => excess.pearson / df)) / (1 - 2 / (9 * df)) ** 3;
  return (priorDf3 * priorDispersion + df * middle) / (priorDf3 + df);
}
var chiSquaredMedian = 0.4549;
var medianEfficiency = 0.37;
var enoughHits = 10;
function dispersionAcross(all2) {
  const pairs = all2.map((observed) => [meanOf(observed.base), meanOf(observed.head)]).filter(([base, head]) => base.share * base.samples + head.share * head.samples >= enoughHits);
  if (pairs.length < enoughFunctions) return priorDispersion;
  const common = median(
    pairs.map(
      ([base, head]) => (head.share + 0.5 / head.samples) / (base.share + 0.5 / base.samples)
    )
  );
  const squares = pairs.map(([base, head]) => {
    const inverse = 1 / base.samples + 1 / head.samples;
    const both = (base.share * base.samples + head.share * head.samples) / (base.samples + head.samples);
    return (head.share / common - base.share) ** 2 / (variance(both, 1 / inverse) * inverse);
  });
  const df = medianEfficiency * pairs.length;
  const seen2 = median(squares) / chiSquaredMedian;
  return Math.max(priorDispersion, (priorDf3 * priorDispersion + df * seen2) / (priorDf3 + df));
}
function dispersionOf({ pearson, df }, typical2) {
  return Math.max(1, (priorDf3 * typical2 + pearson) / (priorDf3 + df));
}
function testShare(observed, usual2, scale, excess = excessOf(observed)) {
  const [base, head] = [meanOf(observed.base), meanOf(observed.head)];
  if (base.samples === 0 || head.samples === 0) return null;
  const { baseInverse, headInverse } = inverses(observed, usual2, excess);
  const scaled2 = head.share * scale.factor;
  const both = (Math.min(scaled2, 1) * head.samples + base.share * base.samples) / (head.samples + base.samples);
  const ofScale = (scaled2 * scale.error) ** 2;
  const ofScaleAtMost = (Math.min(scaled2, 1) * scale.error) ** 2;
  const same = variance(both, head.samples + base.samples) * (headInverse + baseInverse) + ofScaleAtMost;
  const apart3 = scale.factor ** 2 * variance(head.share, head.samples) * headInverse + variance(base.share, base.samples) * baseInverse;
  const df = priorDf3 + excess.df;
  const delta = scaled2 - base.share;
  const nullError = Math.sqrt(same);
  const error = Math.sqrt(Math.max(same, apart3 + ofScale));
  const half = tQuantile(0.975, df) * error;
  const isArc = scaled2 < mostOnArcs;
  const ofArc = ofScaleAtMost / variance(scaled2, head.samples);
  const distance = isArc ? (arc(scaled2, head.samples) - arc(base.share, base.samples)) / Math.sqrt(headInverse + baseInverse + ofArc) : delta / Math.sqrt(Math.max(same, apart3 + ofScaleAtMost));
  return {
    delta,
    error,
    ci: [delta - half, delta + half],
    worst: delta + tQuantile(0.95, df) * error,
    least: delta - tQuantile(0.99, df) * error,
    p: tUpper(Math.abs(distance), df),
    df,
    nullError
  };
}
function inverses(observed, usual2, excess) {
  const dispersion = dispersionOf(excess, usual2.dispersion);
  const usualSize = observed.base.length / observed.base.reduce((sum, { samples }) => sum + 1 / samples, 0);
  const headInverse = observed.head.reduce((sum, { samples, profiles = 1 }) => {
    const ofProfile = usual2.within / samples;
    const ofRun = (1 - usual2.within) / Math.min(samples / profiles, usualSize);
    return sum + 1 / samples + (dispersion - 1) * (ofProfile + ofRun);
  }, 0) / observed.head.length ** 2;
  return { headInverse, baseInverse: dispersion / meanOf(observed.base).samples };
}
function restRatio(observed, usual2) {
  const [base, head] = [meanOf(observed.base), meanOf(observed.head)];
  if (base.samples === 0 || head.samples === 0) return null;
  const { baseInverse, headInverse } = inverses(observed, usual2, excessOf(observed));
  const [before, after] = [1 - base.share, 1 - head.share];
  const error = Math.sqrt(
    variance(base.share, base.samples) * baseInverse / before ** 2 + variance(head.share, head.samples) * headInverse / after ** 2
  );
  return { factor: before / after, error, least: Math.min(before, after) };
}
function meanOf(list) {
  if (list.length === 0 || list.some(({ samples }) => samples === 0)) {
    return { share: 0, samples: 0 };
  }
  let [share2, inverse] = [0, 0];
  for (const look of list) {
    share2 += look.share / list.length;
    inverse += 1 / look.samples;
  }
  return { share: share2, samples: list.length ** 2 / inverse };
}
var arc = (share2, samples) => 2 * Math.asin(Math.sqrt((Math.max(share2, 0) * samples + 3 / 8) / (samples + 3 / 4)));
function variance(share2, samples) {
  const inside = (Math.min(Math.max(share2, 0), 1) * samples + 0.5) / (samples + 1);
  return inside * (1 - inside);
}

// src/compare/functions/composition.ts
var enoughHits2 = 10;
var enoughFunctions2 = 5;
var priorSpread = 0.03;
var priorDf4 = 6;
var leastSpread = 3e-3;
var none = { factor: 1, error: 0, source: "none" };
var leastMover = 0.01;
var evident = 0.01;
var leastRest = 0.25;
var mostTurns = 4;
var metrics = {
  cpu: "sec/op",
  "cpu-time": "sec/op",
  cpu_time: "sec/op",
  samples: "sec/op",
  alloc_space: "B/op",
  alloc_objects: "allocs/op"
};
var metricOf = ({ type }) => Object.hasOwn(metrics, type) ? metrics[type] : null;
function scaleOf2(functions, usual2, together2, { metric, base, head }) {
  const timed = metric === null ? null : scaleOfBenchmarks(metric, base, head);
  const found = [scaleOfFunctions(functions, usual2, together2), timed].filter((scale) => scale !== null).toSorted((a, b) => a.error - b.error)[0];
  return found !== void 0 && isBeyond(found) ? found : none;
}
var isBeyond = ({ factor, error }) => Math.abs(Math.log(factor)) > 2 * error;
function scaleOfFunctions(functions, usual2, together2) {
  const middle = medianRatio(functions, usual2.dispersion);
  if (middle === null) return null;
  let scale = isBeyond(middle) ? middle : { ...middle, factor: 1 };
  let before = "";
  for (let turn = 0; turn < mostTurns; turn++) {
    const movers = moversAt(scale, functions, usual2);
    if (movers.length === 0) return { ...middle, factor: 1 };
    if (movers.join() === before) break;
    before = movers.join();
    const rest = restRatio(together2(movers), usual2);
    if (rest === null || rest.least < leastRest) return middle;
    scale = { factor: rest.factor, error: rest.error, source: "functions" };
  }
  return scale;
}
function moversAt(scale, functions, usual2) {
  return functions.filter(({ observed, excess }) => {
    const [base, head] = [meanOf(observed.base).share, meanOf(observed.head).share];
    if (Math.max(base, head * scale.factor) < leastMover) return false;
    const found = testShare(observed, usual2, scale, excess);
    return found !== null && found.p < evident;
  }).map(({ at }) => at);
}
function medianRatio(functions, typical2) {
  const ratios = [];
  for (const { observed, excess } of functions) {
    const [before, after] = [meanOf(observed.base), meanOf(observed.head)];
    const hits = [before.share * before.samples, before.share * after.samples];
    if (!hits.every((count) => count >= enoughHits2)) continue;
    const dispersion = dispersionOf(excess, typical2);
    const share2 = Math.max(after.share, 0.5 / after.samples);
    ratios.push({
      log: Math.log(before.share / share2),
      error: Math.sqrt(dispersion * (1 / hits[0] + 1 / hits[1]))
    });
  }
  if (ratios.length < enoughFunctions2) return null;
  ratios.sort((a, b) => a.log - b.log);
  const half = ratios.reduce((sum2, { error: error2 }) => sum2 + 1 / error2, 0) / 2;
  let sum = 0;
  const middle = ratios.find(({ error: error2 }) => {
    sum += 1 / error2;
    return sum >= half;
  })?.log;
  if (middle === void 0) return null;
  const information = ratios.reduce((sum2, { error: error2 }) => sum2 + 1 / error2 ** 2, 0);
  const spread = 1.4826 * mad(ratios.map(({ log, error: error2 }) => (log - middle) / error2));
  const error = Math.sqrt(Math.PI / 2 / information) * Math.max(1, spread);
  return { factor: Math.exp(middle), error, source: "functions" };
}
function scaleOfBenchmarks(metric, base, head) {
  const { before, after, common } = logsOf(metric, base, head);
  if (common.length === 0) return null;
  const item = (runs, key) => average(runs.map((run) => run.get(key) ?? Number.NaN));
  const ratios = common.map((key) => item(after, key) - item(before, key));
  const ratio = average(ratios);
  const unlike = average(ratios.map((own) => (own - ratio) ** 2));
  const levels = before.map((run) => average(common.map((key) => run.get(key) ?? Number.NaN)));
  const level = average(levels);
  const squares = levels.reduce((sum, own) => sum + (own - level) ** 2, 0);
  const between3 = Math.max(
    leastSpread ** 2,
    (priorDf4 * priorSpread ** 2 + squares) / (priorDf4 + before.length - 1)
  );
  const error = Math.sqrt(between3 * (1 / before.length + 1 / after.length) + unlike);
  return Number.isFinite(ratio + error) ? { factor: Math.exp(ratio), error, source: "benchmarks" } : null;
}
function perOperation(metric, base, head) {
  const { before, after, common } = logsOf(metric, base, head);
  if (common.length === 0) return null;
  const level = (runs) => Math.exp(average(runs.flatMap((run) => common.map((key) => run.get(key) ?? Number.NaN))));
  return { base: level(before), head: level(after), benchmarks: common.length };
}
function logsOf(metric, base, head) {
  const logs = (run) => logsIn(run, metric);
  const [before, after] = [base.map(logs), head.map(logs)];
  const all2 = [...before, ...after];
  const both = before.length > 0 && after.length > 0;
  const common = both ? [...all2[0]?.keys() ?? []].filter((key) => all2.every((run) => run.has(key))) : [];
  return { before, after, common };
}
var average = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;
function logsIn(run, metric) {
  const values = /* @__PURE__ */ new Map();
  for (const { package: pkg, benchmark, unit, samples } of run.series) {
    if (unit !== metric) continue;
    const log = Math.log(geometricMean(samples));
    if (Number.isFinite(log)) values.set(`${pkg}\0${benchmark}`, log);
  }
  return values;
}

// src/compare/functions/moved.ts
init_define_FLAMEGATE_PAGE();

// src/compare/functions/identity.ts
init_define_FLAMEGATE_PAGE();
function stableName(name2) {
  if (name2.startsWith("[")) return name2;
  return demangled(name2).replace(/::h[0-9a-f]{16}(?=$|\s)/, "").replace(/^(_R[^\s]*)$/, (mangled) => mangled.replace(/Cs[0-9A-Za-z]*_/g, "C")).replace(/(\$\$Lambda|\bLambda)(?:[$/]\d+(?![x\d]))?(?:[./+]0x[0-9a-f]+)?(?:\/\d+)?/g, "$1").replace(/(?<=[\w$])[/+]0x[0-9a-f]{6,16}/g, "").replace(
    /\s?\[(?:PreJIT|ReadyToRun|MinOptJitted|QuickJitted|Optimized|OptimizedTier\w+|Tier\w+|Instrumented\w*|Unknown)\]$/,
    ""
  );
}
function demangled(name2) {
  const start = /^_{1,2}ZN(?=\d)/.exec(name2)?.[0].length;
  if (start === void 0) return name2;
  const parts = [];
  let at = start;
  while (at < name2.length) {
    const digits = /^\d+/.exec(name2.slice(at, at + 4))?.[0] ?? "";
    if (digits === "") break;
    const part2 = name2.slice(at + digits.length, at + digits.length + Number(digits));
    if (part2.length !== Number(digits)) return name2;
    parts.push(part2);
    at += digits.length + part2.length;
  }
  if (!/^E(?:v?$|\.)/.test(name2.slice(at, at + 3))) return name2;
  const isHash = /^h[0-9a-f]{16}$/.test(parts.at(-1) ?? "");
  return (isHash ? parts.slice(0, -1).map(unescaped) : parts).join("::");
}
var escapes = /* @__PURE__ */ new Map([
  ["SP", "@"],
  ["BP", "*"],
  ["RF", "&"],
  ["LT", "<"],
  ["GT", ">"],
  ["LP", "("],
  ["RP", ")"],
  ["C", ","]
]);
var unescaped = (part2) => part2.replace(/^_(?=\$)/, "").replace(
  /\$(SP|BP|RF|LT|GT|LP|RP|C|u[0-9a-f]{1,6})\$/g,
  (whole2, code) => code.startsWith("u") ? character(code.slice(1)) : escapes.get(code) ?? whole2
).replaceAll("..", "::");
function character(hex) {
  const code = Number.parseInt(hex, 16);
  return code >= 32 && code < 127 ? String.fromCharCode(code) : "_";
}
function identity(name2) {
  if (name2.startsWith("[")) return name2;
  return withoutBrackets(stableName(name2)).replace(/\/v\d+(?=[./])/g, "").replace(/(?:\.|%2e)v\d+(?=\.)/g, "").replace(/\.(?:func|gowrap|deferwrap)\d+(?:[.-](?:range)?\d+)*/g, ".func").replace(/-fm$/, "").replace(/\.(?:isra|constprop|part|cold|lto_priv|llvm)(?:\.\d+)*/g, "").replace(/lambda\$(\w*)\$\d+/g, "lambda$$$1");
}
function withoutBrackets(name2) {
  if (!name2.includes("[")) return name2;
  let depth = 0;
  let kept = "";
  for (const char of name2) {
    if (char === "[") depth++;
    if (depth === 0) kept += char;
    if (char === "]" && depth > 0) depth--;
  }
  return depth === 0 ? kept : name2;
}
function renumbered(base, head) {
  const before = uniqueIdentities(base, head);
  const pairs = /* @__PURE__ */ new Map();
  for (const [key, name2] of uniqueIdentities(head, base)) {
    const former = before.get(key);
    if (name2 !== null && former !== void 0 && former !== null) pairs.set(name2, former);
  }
  return pairs;
}
function uniqueIdentities(names2, other) {
  const found = /* @__PURE__ */ new Map();
  for (const name2 of names2) {
    if (other.has(name2)) continue;
    const key = identity(name2);
    found.set(key, found.has(key) ? null : name2);
  }
  return found;
}
function packageOf(name2) {
  const plain = identity(name2);
  const path = plain.slice(0, plain.search(/[(<]|$/)).lastIndexOf("/");
  const end = plain.slice(path + 1).search(/::|[.#]/);
  return end < 0 ? plain : plain.slice(0, path + 1 + end);
}

// src/compare/functions/moved.ts
var evident2 = 0.01;
var nearlyAll = 0.75;
var shown = 0.5;
var byName = 1;
var lastTried = 6;
var most = 8;
function findMoved(movers, threshold, sum) {
  const fallers = movers.filter(({ flat, p }) => flat < 0 && p < evident2);
  const rises = movers.filter(({ flat }) => flat >= threshold).map((riser) => ({ riser, sources: tellingSources(riser, fallers) })).filter(({ sources }) => sources.length > 0).sort((a, b) => bySign(a.sources[0], b.sources[0]));
  const groups = /* @__PURE__ */ new Map();
  for (const { riser, sources } of rises) {
    const group2 = explain(riser, tried(sources, groups), groups, threshold, sum);
    if (group2 === null) continue;
    for (const member of [...group2.from, ...group2.to]) groups.set(member, group2);
  }
  return new Map([...groups].map(([{ at }, group2]) => [at, movedOf(group2)]));
}
var bySign = (a, b) => a.rank - b.rank || a.unlike - b.unlike || a.faller.at - b.faller.at;
function sourcesOf(riser, fallers) {
  const sources = [];
  for (const faller of fallers) {
    const rank = rankOf(riser, faller);
    if (rank !== null) sources.push({ faller, rank, unlike: Math.abs(riser.flat + faller.flat) });
  }
  return sources.sort(bySign);
}
function tried(sources, groups) {
  const named = sources.filter(({ rank }) => rank <= byName);
  const isFree = ({ faller, rank }) => rank === 0 || !groups.has(faller);
  return (named.some(isFree) ? named : sources).slice(0, most);
}
function rankOf(riser, faller) {
  if (identity(riser.name) === identity(faller.name)) return 0;
  const near2 = packageOf(riser.name) === packageOf(faller.name) || riser.file !== "" && riser.file === faller.file;
  const isReplaced = near2 && !riser.inBase && !faller.inHead;
  if (isReplaced && isAsDear(riser, faller)) return 1;
  const sign = isCutOut(riser, faller) ? 2 : callees(riser) <= -shown * riser.flat ? 3 : null;
  if (sign === null) return isReplaced ? lastTried : null;
  return near2 ? sign : sign + 2;
}
var isAsDear = ({ cum: gained }, { cum: lost }) => Math.min(gained, -lost) >= shown * Math.max(gained, -lost);
var isCutOut = (riser, faller) => callees(faller) >= shown * Math.min(riser.flat, -faller.flat);
var callees = (mover) => mover.cum - mover.flat;
var tellingSources = (riser, fallers) => sourcesOf(riser, fallers).filter(
  ({ faller, rank }) => rank <= byName || riser.share + faller.share <= nearlyAll
);
function explain(riser, sources, groups, threshold, sum) {
  const fallers = sources.toSorted((a, b) => Number(groups.has(a.faller)) - Number(groups.has(b.faller))).map(({ faller }) => faller);
  const attempts = [
    ...fallers.map((faller) => [faller]),
    ...fallers.slice(1).map((_, i) => fallers.slice(0, i + 2))
  ].filter((taken) => taken.length === 1 || isWithin(riser, taken, threshold));
  let best = null;
  for (const taken of attempts) {
    const group2 = together(riser, taken, groups, sum);
    if (group2 === null) return null;
    if (best === null || group2.sum.worst < best.sum.worst) best = group2;
    if (group2.sum.worst < threshold) return group2;
  }
  return best;
}
function isWithin(riser, taken, threshold) {
  const guessed = taken.filter((faller) => !isCutOut(riser, faller));
  const lost = guessed.reduce((sum, { flat }) => sum - flat, 0);
  return lost <= threshold - callees(riser);
}
function together(riser, taken, groups, sum) {
  const before = taken.flatMap((faller) => groups.get(faller) ?? []);
  const from = [.../* @__PURE__ */ new Set([...taken, ...before.flatMap((group2) => group2.from)])];
  const to = [.../* @__PURE__ */ new Set([riser, ...before.flatMap((group2) => group2.to)])];
  const tested3 = sum([...from, ...to].map(({ at }) => at));
  return tested3 === null ? null : { from, to, sum: tested3 };
}
var names = (movers) => movers.toSorted((a, b) => Math.abs(b.flat) - Math.abs(a.flat) || a.at - b.at).map(({ name: name2 }) => name2);
var movedOf = ({ from, to, sum }) => ({
  from: names(from),
  to: names(to),
  delta: sum.delta,
  least: sum.least,
  worst: sum.worst
});

// src/compare/functions/shares.ts
init_define_FLAMEGATE_PAGE();

// src/compare/functions/numbering.ts
init_define_FLAMEGATE_PAGE();
function numbered(before, after) {
  const stable = /* @__PURE__ */ new Map();
  const namesOf = (tables) => {
    const found = /* @__PURE__ */ new Set();
    for (const { name: name2 } of tables.flatMap((table) => table.functions)) {
      const known3 = stable.get(name2) ?? stableName(name2);
      stable.set(name2, known3);
      found.add(known3);
    }
    return found;
  };
  const [old, now] = [namesOf(before), namesOf(after)];
  const pairs = renumbered(old, now);
  const numbers = /* @__PURE__ */ new Map();
  const names2 = [];
  const formerNames = /* @__PURE__ */ new Map();
  for (const name2 of now) {
    const former = pairs.get(name2);
    if (former !== void 0) {
      formerNames.set(names2.length, former);
      numbers.set(former, names2.length);
    }
    numbers.set(name2, names2.length);
    names2.push(name2);
  }
  for (const name2 of old) {
    if (numbers.has(name2)) continue;
    numbers.set(name2, names2.length);
    names2.push(name2);
  }
  const index = new Map([...stable].map(([name2, known3]) => [name2, numbers.get(known3) ?? 0]));
  return { index, names: names2, formerNames };
}

// src/compare/functions/pairing.ts
init_define_FLAMEGATE_PAGE();

// src/compare/functions/programs.ts
init_define_FLAMEGATE_PAGE();
var alike = 0.5;
var leastShare = 5e-4;
var mostLeftOut = 0.75;
function programsOf(tables) {
  if (tables.length > 0 && tables.every(({ program }) => program !== void 0)) {
    const names2 = [...new Set(tables.map(({ program }) => program))];
    return tables.map(({ program }) => names2.indexOf(program));
  }
  const programs = [];
  const identities = /* @__PURE__ */ new Map();
  return tables.map((table) => {
    const shares = sharesOf(table, identities);
    let best = -1;
    let most2 = alike;
    for (const [i, program2] of programs.entries()) {
      const found = Math.max(likeness(shares, program2), likeness(shares, program2.first));
      if (found >= most2) [best, most2] = [i, found];
    }
    const program = programs[best] ?? {
      first: { shares, profiles: 1 },
      shares: /* @__PURE__ */ new Map(),
      profiles: 0
    };
    for (const [key, share2] of shares) {
      program.shares.set(key, (program.shares.get(key) ?? 0) + share2);
    }
    program.profiles++;
    return best < 0 ? programs.push(program) - 1 : best;
  });
}
function sharesOf(table, identities) {
  const shares = /* @__PURE__ */ new Map();
  const total = table.functions.reduce((sum, { flat }) => sum + Math.max(0, flat), 0);
  for (const { name: name2, flat } of table.functions) {
    if (flat <= 0 || flat < total * leastShare) continue;
    const key = identities.get(name2) ?? identity(name2);
    identities.set(name2, key);
    shares.set(key, (shares.get(key) ?? 0) + flat / total);
  }
  return shares;
}
function likeness(shares, program) {
  if (shares.size + program.shares.size === 0) return 1;
  let [ofTable, ofProgram] = [0, 0];
  let [onlyTable, onlyProgram] = [0, 0];
  for (const [key, share2] of shares) {
    const known3 = program.shares.get(key);
    if (known3 === void 0) onlyTable = Math.max(onlyTable, share2);
    else {
      ofTable += share2;
      ofProgram += known3 / program.profiles;
    }
  }
  for (const [key, share2] of program.shares) {
    if (!shares.has(key)) onlyProgram = Math.max(onlyProgram, share2 / program.profiles);
  }
  return Math.max(
    Math.min(without(ofTable, onlyTable), ofProgram),
    Math.min(ofTable, without(ofProgram, onlyProgram))
  );
}
var without = (part2, one) => one > mostLeftOut ? part2 : Math.min(1, part2 / (1 - one));

// src/compare/functions/pairing.ts
var enoughRuns = 3;
function programsOn(base, head, key) {
  const [before, after] = numbered2(sampled2(ofType(base, key)), ofType(head, key));
  const [newest, now] = [byProgram(before.slice(0, 1)), byProgram(after)];
  const runsWith = (program) => before.filter(({ profiles }) => profiles.some((profile) => profile.program === program)).length;
  const common = [...newest.keys()].filter((program) => now.has(program));
  const old = common.filter((program) => runsWith(program) >= enoughRuns);
  const compared3 = new Set(old.length > 0 ? old : common);
  const pick = (map, is) => [...map].filter(([program]) => is(program)).map(([, table]) => table);
  return {
    base: before,
    head: after,
    compared: compared3,
    lost: pick(newest, (program) => !now.has(program)),
    added: pick(now, (program) => !newest.has(program)),
    young: pick(now, (program) => newest.has(program) && !compared3.has(program))
  };
}
var ofType = (runs, key) => runs.map((run) => ({
  ...run,
  tables: run.tables.filter((table) => typeKey(table.sampleType) === key)
})).filter(({ tables }) => tables.length > 0);
function sampled2(runs) {
  const some = runs.map((run) => ({ ...run, tables: run.tables.filter((table) => table.functions.length > 0) })).filter(({ tables }) => tables.length > 0);
  return some.length > 0 ? some : runs;
}
function numbered2(base, head) {
  const numbers = programsOf([...base, ...head].flatMap(({ tables }) => tables));
  let next = 0;
  const withNumber = ({ commit, tables }) => ({
    commit,
    profiles: tables.map((table) => ({ table, program: numbers[next++] ?? 0 }))
  });
  return [base.map(withNumber), head.map(withNumber)];
}
var profilesOf = (runs) => runs.flatMap(({ profiles }) => profiles);
var byProgram = (runs) => new Map(
  profilesOf(runs).reverse().map(({ table, program }) => [program, table])
);

// src/compare/functions/shares.ts
function comparedRuns(base, head, key) {
  const programs = programsOn(base, head, key);
  if (programs.base.length === 0 || programs.head.length === 0) return null;
  const { compared: compared3 } = programs;
  const alike2 = compared3.size > 0;
  const wanted = (runs) => runs.map((run) => ({
    ...run,
    profiles: run.profiles.filter(({ program }) => !alike2 || compared3.has(program))
  }));
  const whole2 = (runs) => runs.filter((run) => !alike2 || byProgram([run]).size === compared3.size);
  const before = whole2(wanted(programs.base));
  const parts = wanted(programs.head);
  const together2 = { commit: parts[0]?.commit ?? "", profiles: profilesOf(parts) };
  const after = whole2(parts).length > 0 ? whole2(parts) : [together2];
  const weights = alike2 ? weightsOf(before, compared3) : null;
  return { alike: alike2, base: before, head: after, parts, weights };
}
function sharesOf2(base, head, key) {
  const found = comparedRuns(base, head, key);
  if (found === null) return null;
  const { alike: alike2, base: before, head: after, parts, weights } = found;
  const tables = (runs2) => profilesOf(runs2).map(({ table }) => table);
  const { index, names: names2, formerNames } = numbered(tables(before), tables(after));
  const column = (run) => runShares(run, names2.length, index, weights);
  const one = (profile) => profileShares(profile, names2.length, index);
  const runs = before.map(column);
  return {
    names: names2,
    formerNames,
    base: runs,
    head: after.map(column),
    replicates: profilesOf(after).map(one),
    within: [...before, ...parts].flatMap((run) => repeated(run).map((list) => list.map(one))),
    background: backgroundOf([...tables(before), ...tables(after)], index, names2.length),
    spans: spansOf(runs, names2.length),
    index,
    alike: alike2
  };
}
function backgroundOf(tables, index, size2) {
  const flags = new Uint8Array(size2);
  for (const { functions } of tables) {
    for (const row of functions) if (row.background) flags[index.get(row.name) ?? 0] = 1;
  }
  return flags;
}
var userTotal = ({ total, background = 0 }) => total - background;
var userSamples = (table) => (table.samples ?? 0) * (table.total === 0 ? 1 : userTotal(table) / table.total);
function repeated({ profiles }) {
  if (profiles.length < 2) return [];
  const lists = /* @__PURE__ */ new Map();
  for (const profile of profiles) {
    if (profile.table.samples === 0) continue;
    const list = lists.get(profile.program);
    if (list === void 0) lists.set(profile.program, [profile]);
    else list.push(profile);
  }
  return [...lists.values()].filter((list) => list.length > 1);
}
var enoughToMiss = 10;
function spansOf(runs, size2) {
  const spans = new Int32Array(size2).fill(runs.length);
  const has = (run, at) => (run?.cum[at] ?? 0) !== 0;
  for (let at = 0; at < size2; at++) {
    const isThere = has(runs[0], at);
    let edge2 = isThere ? runs.length : 0;
    if (isThere) while (edge2 > 0 && !has(runs[edge2 - 1], at)) edge2--;
    else while (edge2 < runs.length && !has(runs[edge2], at)) edge2++;
    if (edge2 === 0 || edge2 === runs.length) continue;
    const [there, absent] = isThere ? [runs.slice(0, edge2), runs.slice(edge2)] : [runs.slice(edge2), runs.slice(0, edge2)];
    const share2 = there.reduce((sum, { flat }) => sum + flat[at], 0) / there.length;
    const expected = share2 * absent.reduce((sum, { samples }) => sum + samples, 0);
    if (expected >= enoughToMiss) spans[at] = edge2;
  }
  return spans;
}
function weightsOf(runs, programs) {
  const sums = /* @__PURE__ */ new Map();
  for (const { table, program } of profilesOf(runs)) {
    const sum = sums.get(program) ?? { total: 0, profiles: 0 };
    sums.set(program, { total: sum.total + table.total, profiles: sum.profiles + 1 });
  }
  const means = [...programs].map((program) => {
    const sum = sums.get(program);
    return [program, sum === void 0 ? 0 : sum.total / sum.profiles];
  });
  const all2 = means.reduce((sum, [, mean2]) => sum + mean2, 0);
  return new Map(means.map(([program, mean2]) => [program, all2 === 0 ? 0 : mean2 / all2]));
}
var groupOf = (program, weights) => weights === null ? 0 : program;
function totalsOf(profiles, weights) {
  const totals = /* @__PURE__ */ new Map();
  for (const { table, program } of profiles) {
    const key = groupOf(program, weights);
    const sum = totals.get(key) ?? { user: 0, all: 0 };
    totals.set(key, { user: sum.user + userTotal(table), all: sum.all + table.total });
  }
  return totals;
}
function factorsOf(base, head, key) {
  const found = comparedRuns(base, head, key);
  if (found === null) return null;
  const factors = /* @__PURE__ */ new Map();
  for (const runs of [found.base, found.head]) {
    const sum = (item) => profilesOf(runs).reduce((total, { table }) => total + item(table), 0);
    const [user, all2] = [sum(userTotal), sum(({ total }) => total)];
    for (const { profiles } of runs) {
      const totals = totalsOf(profiles, found.weights);
      for (const { table, program } of profiles) {
        const own = totals.get(groupOf(program, found.weights)) ?? { user: 0, all: 0 };
        const part2 = (found.weights?.get(program) ?? 1) / runs.length;
        factors.set(table, {
          user: own.user === 0 ? 0 : user * part2 / own.user,
          background: own.all === 0 ? 0 : all2 * part2 / own.all
        });
      }
    }
  }
  return factors;
}
function runShares({ commit, profiles }, size2, index, weights) {
  const totals = totalsOf(profiles, weights);
  const samples = /* @__PURE__ */ new Map();
  for (const { table, program } of profiles) {
    const key = groupOf(program, weights);
    samples.set(key, (samples.get(key) ?? 0) + userSamples(table));
  }
  const [flat, cum] = [new Float64Array(size2), new Float64Array(size2)];
  for (const { table, program } of profiles) {
    const { user, all: all2 } = totals.get(groupOf(program, weights)) ?? { user: 0, all: 0 };
    const ofAll = weights?.get(program) ?? 1;
    for (const row of table.functions) {
      const at = index.get(row.name) ?? 0;
      const total = row.background ? all2 : user;
      const weight = total === 0 ? 0 : ofAll / total;
      flat[at] = flat[at] + row.flat * weight;
      cum[at] = cum[at] + row.cum * weight;
    }
  }
  const isCounted = profiles.every(({ table }) => table.samples !== null);
  let inverse = 0;
  for (const [key, count] of samples) {
    const weight = weights?.get(key) ?? 1;
    if (weight > 0) inverse += weight ** 2 / count;
  }
  return {
    commit,
    flat,
    cum,
    // A run of an unknown number of samples is shown and not tested.
    samples: isCounted && inverse > 0 ? 1 / inverse : 0,
    replicates: profiles.length / Math.max(1, samples.size),
    profiles
  };
}
function profileShares({ table, program }, size2, index) {
  const flat = new Float64Array(size2);
  for (const row of table.functions) {
    const at = index.get(row.name) ?? 0;
    const total = row.background ? table.total : userTotal(table);
    flat[at] = flat[at] + (total === 0 ? 0 : row.flat / total);
  }
  return { program, flat, samples: userSamples(table) };
}
function profileSide(runs) {
  const tables = profilesOf(runs).map(({ table }) => table);
  const sum = (item) => tables.reduce((total, table) => total + item(table), 0);
  const timed = tables.every((table) => table.seconds !== void 0);
  return {
    total: sum((table) => table.total) / Math.max(1, runs.length),
    samples: tables.some((table) => table.samples === null) ? null : sum((table) => table.samples ?? 0),
    profiles: sum((table) => table.profiles ?? 1),
    runs: runs.length,
    seconds: timed && tables.length > 0 ? sum((table) => table.seconds ?? 0) : null
  };
}
function valuesOf({ index, names: names2 }, runs) {
  const size2 = names2.length;
  const [flat, cum] = [new Float64Array(size2), new Float64Array(size2)];
  const place = new Array(size2);
  const [profiles, replicates] = [new Int32Array(size2), new Int32Array(size2)];
  const byProgram2 = /* @__PURE__ */ new Map();
  for (const { table, program } of profilesOf(runs)) {
    const own = byProgram2.get(program) ?? new Int32Array(size2);
    byProgram2.set(program, own);
    for (const row of table.functions) {
      const at = index.get(row.name) ?? 0;
      flat[at] = flat[at] + row.flat / runs.length;
      cum[at] = cum[at] + row.cum / runs.length;
      const held = place[at];
      if (held === void 0 || Math.abs(row.flat) > Math.abs(held.flat)) place[at] = row;
      profiles[at] = profiles[at] + 1;
      own[at] = own[at] + 1;
      replicates[at] = Math.max(replicates[at], own[at]);
    }
  }
  return { flat, cum, place, profiles, replicates };
}

// src/compare/functions/compare.ts
var leastShare2 = 5e-3;
var leastTelling = 0.01;
function compareFunctions(head, baseline, options) {
  const types = new Map(
    head.flatMap((run) => run.tables).map((table) => [typeKey(table.sampleType), table.sampleType])
  );
  const comparisons = [];
  for (const [key, sampleType] of types) {
    const shares = sharesOf2(baseline, head, key);
    if (shares === null) continue;
    const metric = sliced(head) ? null : metricOf(sampleType);
    const usual2 = usualOf(shares, metric, baseline, head);
    const rows = rowsOf(shares, sampleType, usual2, costOf(metric, baseline, head));
    comparisons.push({
      sampleType,
      base: profileSide(shares.base),
      head: profileSide(shares.head),
      ...usual2,
      functions: inOrder(shares.alike ? tested2(rows, shares, usual2, options) : rows)
    });
  }
  return comparisons;
}
function usualOf(shares, metric, base, head) {
  const candidates = [];
  const large = [];
  for (let at = 0; at < shares.names.length; at++) {
    const share2 = Math.max(meanShare(shares.base, at), meanShare(shares.head, at));
    if (share2 < leastShare2 || shares.background[at] === 1) continue;
    const observed = observe(shares, [at]);
    candidates.push({ at, observed, excess: excessOf(observed) });
    if (share2 < leastTelling) continue;
    const lists = shares.within.map(
      (list) => list.map((profileShares2) => sampledIn(profileShares2, [at]))
    );
    large.push({ within: excessIn(lists), between: excessIn([observed.base]) });
  }
  const spread = {
    dispersion: typicalDispersion(candidates.map(({ excess }) => excess)),
    within: withinPart(large)
  };
  const together2 = (functions) => observe(shares, functions);
  return {
    ...spread,
    scale: scaleOf2(candidates, spread, together2, { metric, base, head }),
    // Where a side has several runs these tell it better.
    across: candidates.some(({ excess }) => excess.df > 0) ? spread.dispersion : dispersionAcross(candidates.map(({ observed }) => observed))
  };
}
var sliced = (head) => head.some((run) => run.tables.some(({ slice }) => slice !== void 0));
function costOf(metric, base, head) {
  const cost = metric === null ? null : perOperation(metric, base, head);
  return metric === null || cost === null ? null : { ...cost, unit: metric };
}
var meanShare = (runs, at, word = "flat") => runs.reduce((sum, run) => sum + run[word][at], 0) / Math.max(1, runs.length);
var sampledIn = ({ flat, samples, replicates }, functions) => ({
  share: functions.reduce((sum, at) => sum + flat[at], 0),
  samples,
  ...replicates === void 0 ? {} : { profiles: replicates }
});
var looksOf = (runs, functions) => runs.filter(({ samples }) => samples > 0).map((run) => sampledIn(run, functions));
var spanOf = (shares, functions) => shares.base.slice(0, Math.min(...functions.map((at) => shares.spans[at])));
function observe(shares, functions) {
  const replicates = /* @__PURE__ */ new Map();
  for (const profile of shares.replicates) {
    if (profile.samples === 0) continue;
    const list = replicates.get(profile.program) ?? [];
    list.push(sampledIn(profile, functions));
    replicates.set(profile.program, list);
  }
  return {
    base: looksOf(spanOf(shares, functions), functions),
    head: looksOf(shares.head, functions),
    replicates: [...replicates.values()]
  };
}
function rowsOf(shares, sampleType, usual2, cost) {
  const [before, after] = [valuesOf(shares, shares.base), valuesOf(shares, shares.head)];
  return shares.names.map((name2, at) => {
    const background = shares.background[at] === 1;
    const factor = background ? 1 : usual2.scale.factor;
    const span = spanOf(shares, [at]);
    const base = side(before, span, at);
    const head = side(after, shares.head, at);
    const row = after.place[at] ?? before.place[at];
    return {
      name: name2,
      formerName: shares.formerNames.get(at) ?? null,
      file: row?.file ?? "",
      line: row?.line ?? 0,
      sampleType,
      base,
      head,
      headProfiles: after.profiles[at],
      replicates: after.replicates[at],
      baseRuns: span.length,
      flatDelta: head.flatFraction - base.flatFraction,
      background,
      adjustedDelta: factor * head.flatFraction - base.flatFraction,
      perOp: cost === null ? null : {
        ...cost,
        base: cost.base * base.flatFraction,
        head: cost.head * head.flatFraction
      },
      ci: null,
      worst: null,
      p: null,
      pAdjusted: null,
      df: null,
      seen: background ? null : seenOf(shares, at, usual2),
      detectable: null,
      moved: null
    };
  });
}
function seenOf(shares, at, { dispersion, across }) {
  const observed = observe(shares, [at]);
  const [base, head] = [meanOf(observed.base), meanOf(observed.head)];
  if (base.samples === 0 || head.samples === 0) return null;
  return {
    base: base.share * base.samples,
    head: head.share * head.samples,
    baseSamples: base.samples,
    headSamples: head.samples,
    dispersion: dispersionOf(excessOf(observed), Math.max(across, dispersion))
  };
}
var side = (values, runs, at) => ({
  flat: values.flat[at],
  cum: values.cum[at],
  flatFraction: meanShare(runs, at),
  cumFraction: meanShare(runs, at, "cum")
});
var signOfMerge = 0.2;
var mergedAlpha = 0.02;
function newestOf(runs) {
  const isNewest = ({ commit }) => commit === runs[0]?.commit;
  return [runs.filter(isNewest), runs.filter((run) => !isNewest(run))];
}
var unscaled = { factor: 1, error: 0 };
function tested2(rows, shares, { scale, ...usual2 }, options) {
  const scaleOfFunction = (at) => shares.background[at] === 1 ? unscaled : scale;
  const test = (functions) => testShare(observe(shares, functions), usual2, scaleOfFunction(functions[0]));
  const pMerged = (at) => {
    const [newest, older] = newestOf(spanOf(shares, [at]));
    if (older.length === 0) return 0;
    const all2 = observe(shares, [at]);
    const excess = excessOf(all2);
    const [now, before] = [looksOf(newest, [at]), looksOf(older, [at])];
    const onMain = { base: before, head: now, replicates: [] };
    const merged = testShare(onMain, usual2, unscaled, excess);
    if (merged === null || merged.delta <= 0 || merged.p >= signOfMerge) return 0;
    const found = testShare({ ...all2, base: now }, usual2, scaleOfFunction(at), excess);
    const p = found === null ? 0 : found.delta > 0 ? found.p : 1;
    return p < mergedAlpha ? 0 : p;
  };
  const big = (row) => Math.max(row.base.flatFraction, row.head.flatFraction * scale.factor) >= options.floor;
  const family = Math.max(1, rows.filter(big).length);
  const movers = [];
  const judgeable = rows.map((row, at) => {
    const fell = row.adjustedDelta < 0 && row.base.flatFraction >= options.floor / 8;
    if (!big(row) && !fell) return row;
    const found = test([at]);
    if (found === null) return row;
    if (!row.background) movers.push(moverOf(row, at, found.p, scale));
    if (!big(row)) return row;
    const { ci, worst, df, nullError } = found;
    const p = found.delta > 0 ? Math.max(found.p, pMerged(at)) : found.p;
    const detectable = noncentrality(df, options.alpha / family) * nullError;
    return { ...row, ci, worst, p, df, detectable };
  });
  const moved = findMoved(movers, options.floor, test);
  return judgeable.map((row, at) => ({ ...row, moved: moved.get(at) ?? null }));
}
var moverOf = (row, at, p, scale) => ({
  at,
  name: row.name,
  file: row.file,
  flat: row.adjustedDelta,
  cum: scale.factor * row.head.cumFraction - row.base.cumFraction,
  share: Math.max(row.base.flatFraction, row.head.flatFraction),
  p,
  inBase: row.base.cum !== 0,
  inHead: row.head.cum !== 0
});
var inOrder = (rows) => rows.toSorted(
  (a, b) => Math.abs(b.flatDelta) - Math.abs(a.flatDelta) || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0)
);

// src/compare/functions/gaps.ts
init_define_FLAMEGATE_PAGE();
function profileGaps(head, baseline) {
  const [open, told3] = [[], []];
  if (baseline.length === 0) return { open, told: told3 };
  const tables = [...baseline, ...head].flatMap((run) => run.tables);
  const types = new Map(tables.map((table) => [typeKey(table.sampleType), table.sampleType.type]));
  for (const [key, type] of types) {
    const programs = programsOn(baseline, head, key);
    if (programs.head.length === 0) {
      const isNewest = baseline[0]?.tables.some((table) => typeKey(table.sampleType) === key);
      (isNewest ? open : told3).push(
        isNewest ? `the base has a ${type} profile, this run has none: nothing says which functions got heavier` : `older runs of the base have ${type} profiles, its newest and this run have none: nothing says which functions got heavier`
      );
    } else if (programs.base.length === 0) {
      told3.push(
        `this run has ${type} profiles, the base has none: its functions were not compared`
      );
    } else if (programs.compared.size === 0) {
      open.push(
        `no ${type} profile of this run resembles one of the base's: their shares are of different things, and no function was tested`
      );
    } else if (isFilteredAway(programs)) {
      open.push(`the filters leave nothing of the ${type} profiles: no function was tested`);
    } else {
      for (const { source } of programs.lost) {
        open.push(
          `the base has a ${type} profile like ${source}, this run has none: its functions were not tested`
        );
      }
      for (const { source } of programs.young) {
        open.push(
          `few runs of the base have a ${type} profile like ${source}: its functions are tested from 3 runs on`
        );
      }
      for (const { source } of programs.added) {
        told3.push(
          `the base has no ${type} profile like ${source}: its functions were not compared`
        );
      }
    }
  }
  return { open, told: told3 };
}
var isFilteredAway = ({ head }) => {
  const tables = profilesOf(head).map(({ table }) => table);
  return tables.every(({ functions }) => functions.length === 0) && tables.some(({ total }) => total > 0);
};

// src/compare/functions/slices.ts
function compareSlices(head, baseline, options) {
  return slicesOf(head).flatMap(
    (slice) => compareFunctions(only(head, slice), only(baseline, slice), options).map(
      (profile) => slice === void 0 ? profile : {
        ...profile,
        slice,
        functions: profile.functions.map((row) => ({ ...row, slice }))
      }
    )
  );
}
function sliceFactors(head, baseline) {
  const factors = /* @__PURE__ */ new Map();
  for (const slice of slicesOf(head)) {
    const [base, now] = [only(baseline, slice), only(head, slice)];
    const keys = new Set(
      now.flatMap(({ tables }) => tables.map((functionTable) => typeKey(functionTable.sampleType)))
    );
    for (const key of keys) {
      for (const [table, factor] of factorsOf(base, now, key) ?? []) {
        for (const part2 of table.parts ?? [table]) factors.set(part2, factor);
      }
    }
  }
  return factors;
}
var leastShare3 = 0.01;
function sliceGaps(head, baseline) {
  const [open, told3] = [[], []];
  const newest = baseline.slice(0, 1);
  for (const slice of slicesOf([...baseline, ...head])) {
    if (slice !== void 0 && shareOf(newest, slice) < leastShare3) {
      const share2 = shareOf(head, slice);
      if (baseline.length === 0 || share2 < leastShare3 || shareOf(baseline, slice) > 0) continue;
      told3.push(
        `${slice} is new, ${(100 * share2).toFixed(0)} % of this run's profile: its functions were not compared`
      );
      continue;
    }
    const gaps2 = profileGaps(only(head, slice), only(baseline, slice));
    const named = (gap2) => slice === void 0 ? gap2 : `${slice}: ${gap2}`;
    open.push(...gaps2.open.map(named));
    told3.push(...gaps2.told.map(named));
  }
  return { open, told: told3 };
}
function slicesOf(runs) {
  return [...new Set(runs.flatMap((run) => run.tables.map((table) => table.slice)))];
}
var only = (runs, slice) => runs.map((run) => ({ ...run, tables: run.tables.filter((table) => table.slice === slice) }));
function shareOf(runs, slice) {
  const sliced2 = runs.flatMap((run) => run.tables).filter((table) => table.slice !== void 0);
  const totals = /* @__PURE__ */ new Map();
  for (const table of sliced2) {
    const { type } = table.sampleType;
    const sum = totals.get(type) ?? { all: 0, own: 0 };
    totals.set(type, {
      all: sum.all + table.total,
      own: sum.own + (table.slice === slice ? table.total : 0)
    });
  }
  return Math.max(0, ...[...totals.values()].map(({ all: all2, own }) => all2 === 0 ? 0 : own / all2));
}
var few = 5;
function refuseUnshared(key, head, baseline) {
  const values = (runs) => new Set(slicesOf(runs).filter((slice) => slice?.startsWith(`${key}=`)));
  const [now, before] = [values(head), values(baseline.slice(0, 1))];
  const shared = [...now].filter((slice) => before.has(slice)).length;
  const fewest = Math.min(now.size, before.size);
  if (fewest < few || 2 * shared >= fewest) return;
  throw new InputError(
    `the label ${JSON.stringify(key)} has ${now.size} values in this run and ${before.size} in the base's newest, and only ${shared} in both: it names single requests, not kinds of work; group by a label with a fixed set of values`
  );
}

// src/compare/gate/multiplicity.ts
init_define_FLAMEGATE_PAGE();
function adjust(comparisons, profiles, gated2) {
  const benchmarks = families(gated2.comparison, isWorse);
  for (const row of comparisons) {
    if (row.p !== null && row.test !== "exact" && row.test !== "run-level")
      benchmarks.add(row, row.p);
  }
  const functions = families(gated2.function, (row) => row.adjustedDelta > 0);
  for (const row of profiles.flatMap((profile) => profile.functions)) {
    if (row.p !== null) functions.add(row, row.p);
  }
  const [byBenchmark, byFunction] = [benchmarks.adjusted(), functions.adjusted()];
  return {
    comparisons: comparisons.map((row) => ({
      ...row,
      pAdjusted: row.test === "exact" ? row.p : row.test === "run-level" ? row.pAdjusted : byBenchmark.get(row) ?? null
    })),
    profiles: profiles.map((profile) => ({
      ...profile,
      functions: profile.functions.map((row) => ({
        ...row,
        pAdjusted: byFunction.get(row) ?? null
      }))
    }))
  };
}
function families(isGated2, isWorse3) {
  const [family, shown2] = [/* @__PURE__ */ new Map(), /* @__PURE__ */ new Map()];
  return {
    add: (t, p) => (isGated2(t) ? family : shown2).set(t, { worse: isWorse3(t), p }),
    adjusted: () => new Map([...byHolm(family), ...byHolm(shown2)])
  };
}
function byHolm(tests2) {
  const rows = [...tests2];
  const side2 = (worse3) => holm(rows.map(([, test]) => test.worse === worse3 ? test.p : 1));
  const [worse2, better] = [side2(true), side2(false)];
  return rows.map(([row, test], i) => [row, test.worse ? worse2[i] : better[i]]);
}
function isWorse(row) {
  if (row.base === null || row.head === null) return false;
  return row.better === "higher" ? row.head.center < row.base.center : row.head.center > row.base.center;
}

// src/judge/advice.ts
init_define_FLAMEGATE_PAGE();

// src/judge/benchmarks.ts
init_define_FLAMEGATE_PAGE();
var fasterAlpha2 = 0.05;
function judgeComparison(row, policy, rates) {
  const { verdict, reason: reason3 } = decide(row, policy, rates);
  const why = notGated(row, policy);
  const gated2 = why === null;
  const isOpen2 = verdict === "ok" && (row.worst === null || row.worst >= policy.threshold);
  return {
    ...row,
    threshold: policy.threshold,
    gated: gated2,
    verdict,
    blind: gated2 && (isBlind(row, policy.see) || isOpen2 && missesDouble(row)),
    reason: gated2 ? reason3 : `${reason3} (not gated: ${why})`,
    screened: null
  };
}
function notGated(row, policy) {
  if (row.follows !== null) return `it is the same measurement as ${row.follows}`;
  if (!policy.gated) return "the configuration says so";
  if (row.better === "unknown") return `it is not known whether more ${row.unit} is better`;
  return null;
}
function isBlind(row, see) {
  if (see === void 0 || row.base === null || row.head === null) return false;
  return row.test !== "exact" && (row.detectable === null || row.detectable > see);
}
var missesDouble = (row) => row.test === "paired" && isTimed(row.unit) && detectableTime(row) > 1;
function detectableTime({
  better,
  detectable
}) {
  if (detectable === null || better !== "higher") return detectable ?? 0;
  return detectable < 1 ? detectable / (1 - detectable) : Number.POSITIVE_INFINITY;
}
function decide(row, { threshold, base = "the base" }, rates) {
  if (row.base === null) return { verdict: "new", reason: "the base does not have it yet" };
  if (row.head === null) {
    return { verdict: "missing", reason: "the base has it, this run did not measure it" };
  }
  if (row.better === "unknown") {
    return {
      verdict: "ok",
      reason: row.delta === null ? "from zero" : `moved ${change(row.delta, null)}`
    };
  }
  if (isTime(row.unit) && row.head.center <= 0) {
    return { verdict: "not-run", reason: `a time of ${row.head.center} is no measurement` };
  }
  if (row.test !== "exact" && isJitter(row)) {
    return { verdict: "ok", reason: `differs by less than ${leastBytes} B` };
  }
  switch (row.test) {
    case "exact":
      return decideExact(row, threshold);
    case "counted":
      return decideCounted(row, threshold);
    case "run-level":
      return decideStored(row, threshold, base);
    case "paired":
      return decideHere(row, threshold, rates);
    case "welch":
    case "mann-whitney":
      return decideSamples(row, threshold, rates);
    case "none":
      return { verdict: "not-run", reason: "no round measured it on both sides" };
  }
}
function decideCounted(row, threshold) {
  const { spread = 0, detectable } = row;
  if (spread > mostSpread) {
    const apart3 = `its count is not stable: runs of the same side differ by ${percent(spread)}`;
    const advice2 = row.unit === instructionsUnit ? "; counting does not suit a program that waits or has several threads: measure its time (without `count`)" : "";
    return { verdict: "not-run", reason: `${apart3}${advice2}` };
  }
  if (detectable === null)
    return { verdict: "not-run", reason: "one run of each side is not enough" };
  const worse2 = asWorse(row, row.delta);
  const equal = spread === 0 ? "are equal" : `differ by ${percent(spread)}`;
  const runs = `counted ${row.head?.runs ?? 0} times on each side; runs of the same side ${equal}`;
  if (row.p === 0 && Math.abs(worse2) >= threshold) {
    return { verdict: worse2 > 0 ? "slower" : "faster", reason: runs };
  }
  if (row.p === 0) {
    const reason3 = `changed by ${signed(row.delta)}, less than the threshold of ${percent(threshold)}`;
    return { verdict: "ok", reason: reason3 };
  }
  return { verdict: "ok", reason: runs };
}
var leastBytes = 16;
var isJitter = ({
  unit,
  base,
  head
}) => unit === "B/op" && Math.abs((head?.center ?? 0) - (base?.center ?? 0)) < leastBytes;
var asWorse = (row, change2) => {
  const size2 = change2 ?? Math.sign((row.head?.center ?? 0) - (row.base?.center ?? 0)) * Number.MAX_VALUE;
  return row.better === "higher" ? -size2 : size2;
};
function decideExact(row, threshold) {
  const worse2 = asWorse(row, row.delta);
  const size2 = row.delta === null ? "from zero" : `by ${percent(row.delta)}`;
  if (row.p !== 0) {
    return row.worst === 0 ? { verdict: "ok", reason: "the same in every run" } : { verdict: "ok", reason: "the base has these values, too" };
  }
  if (worse2 !== 0 && Math.abs(worse2) >= threshold) {
    return worse2 > 0 ? { verdict: "slower", reason: `worse ${size2}, and this metric does not vary between runs` } : { verdict: "faster", reason: `better ${size2}, and this metric does not vary between runs` };
  }
  const reason3 = `changed ${size2}, less than the threshold of ${percent(threshold)}`;
  return { verdict: "ok", reason: reason3 };
}
function decideStored(row, threshold, base) {
  const { limits } = row;
  if (limits === null) return { verdict: "not-run", reason: "it could not be compared" };
  const worse2 = asWorse(row, row.own);
  const normal = `runs of ${base} seldom differ by more than ${percent(limits.suspect)}`;
  if (row.again === "confirmed" && worse2 >= threshold) {
    const reason3 = "looked slower in the first run of this job, and again in this one";
    return { verdict: "slower", reason: reason3 };
  }
  if (worse2 > limits.suspect) {
    const isEvident = limits.slower !== null && worse2 > limits.slower;
    if (isEvident && row.again !== "refuted") {
      const reason3 = `larger than any normal difference between runs of ${base}`;
      return { verdict: "slower", reason: reason3 };
    }
    if (row.again === "refuted" && !isEvident) {
      return { verdict: "ok", reason: "looked slower in one run of this job, and not in another" };
    }
    const why = row.again === "refuted" ? "; one run of this job shows it, and another does not" : limits.slower === null ? `; it is not known whether ${base} ran on this machine, so stored runs cannot prove it yet` : `; more than ${percent(limits.slower)} would be certain`;
    return { verdict: "suspect", reason: normal + why };
  }
  if (-worse2 > limits.faster) {
    const reason3 = `runs of ${base} seldom differ by as much as ${percent(limits.faster)}`;
    return { verdict: "faster", reason: reason3 };
  }
  const seen2 = `smallest detectable change: ${signed(row.better === "higher" ? -limits.suspect : limits.suspect)}`;
  const moved = asWorse(row, row.delta);
  if (Math.abs(moved) >= threshold && Math.abs(worse2) < Math.abs(moved) / 2) {
    return {
      verdict: "moved-with-suite",
      reason: `moved with the whole suite: its own change is ${change(row.own, null)}`
    };
  }
  const refuted = row.again === "refuted" ? "; one run of this job looked slower, and another not" : "";
  return { verdict: "ok", reason: `${seen2}${refuted}` };
}
var inRounds = (row) => `in ${plural(row.head?.runs ?? 0, "round")} here`;
var isBetterAtWorst = (row) => row.ci === null || row.ci.every((end) => asWorse(row, end) < 0);
function decideHere(row, threshold, rates) {
  if (row.worst === null || row.pAdjusted === null) {
    const rounds = row.head?.runs ?? 0;
    const reason3 = `${plural(rounds, "round")} ${rounds === 1 ? "is" : "are"} not enough`;
    return { verdict: "not-run", reason: reason3 };
  }
  const worse2 = asWorse(row, row.delta);
  const found = `${change(row.delta, row.ci)} ${inRounds(row)}`;
  const reaches = worse2 > 0 && row.worst >= threshold;
  if (reaches && row.pAdjusted < rates.alpha) return { verdict: "slower", reason: found };
  if (reaches && row.pAdjusted < rates.suspect) {
    return { verdict: "suspect", reason: `${found}: more rounds are needed to decide` };
  }
  const isOwn2 = row.toldBy === void 0;
  if (isOwn2 && reaches && worse2 >= threshold && (row.pLast ?? 1) < undecidedAlpha) {
    const reason3 = `${found}: looks slower, and could not be decided; more time is needed`;
    return { verdict: "suspect", reason: reason3 };
  }
  if (-worse2 >= threshold && row.pAdjusted < fasterAlpha2 && isBetterAtWorst(row)) {
    return { verdict: "faster", reason: found };
  }
  if (row.worst < threshold) {
    const reason3 = `a worsening by ${percent(threshold)} is ruled out ${inRounds(row)}`;
    return { verdict: "ok", reason: reason3 };
  }
  const seen2 = row.detectable === null ? "" : `; smallest detectable change: ${percent(row.detectable)}`;
  return { verdict: "ok", reason: `${found}${seen2}` };
}
function decideSamples(row, threshold, rates) {
  if (row.pAdjusted === null) {
    return {
      verdict: "not-run",
      reason: "from one sample on a side the noise cannot be estimated"
    };
  }
  const worse2 = asWorse(row, row.delta);
  const reason3 = "larger than the normal difference between the samples of one side";
  if (worse2 >= threshold && row.pAdjusted < rates.alpha) return { verdict: "slower", reason: reason3 };
  if (worse2 >= threshold && row.pAdjusted < rates.suspect) return { verdict: "suspect", reason: reason3 };
  if (-worse2 >= threshold && row.pAdjusted < fasterAlpha2 && isBetterAtWorst(row))
    return { verdict: "faster", reason: reason3 };
  const seen2 = row.detectable === null ? "" : `smallest detectable change: ${percent(row.detectable)}`;
  return { verdict: "ok", reason: seen2 };
}

// src/judge/effect.ts
init_define_FLAMEGATE_PAGE();

// src/text/marked.ts
init_define_FLAMEGATE_PAGE();
var secret = globalThis.crypto.randomUUID();
var mark = (role) => [`<${secret}${role}>`, `</${secret}${role}>`];
var marks = { name: mark("n"), strong: mark("s"), plain: mark("p"), rich: mark("r") };
var anyMark = new RegExp(`(</?${secret}[nspr]>)`);
var between = (text, [open, close]) => text === "" ? "" : `${open}${text}${close}`;
var name = (text) => between(text, marks.name);
var strong = (text) => between(text, marks.strong);
var onlyPlain = (text) => between(text, marks.plain);
var onlyRich = (text) => between(text, marks.rich);
var typed = (word) => `${onlyPlain("`")}${name(word)}${onlyPlain("`")}`;
function phrases(marked) {
  const found = [];
  const open = /* @__PURE__ */ new Set();
  for (const piece of marked.split(anyMark)) {
    if (anyMark.test(piece)) {
      if (piece.startsWith("</")) open.delete(piece.replace("</", "<"));
      else open.add(piece);
    } else if (piece !== "") {
      found.push({
        text: piece,
        isName: open.has(marks.name[0]),
        isStrong: open.has(marks.strong[0]),
        place: open.has(marks.plain[0]) ? "plain" : open.has(marks.rich[0]) ? "rich" : "everywhere"
      });
    }
  }
  return found;
}
var plainText = (sentence) => sentence.map(({ text, place }) => place === "rich" ? "" : text).join("");

// src/judge/blame.ts
init_define_FLAMEGATE_PAGE();

// src/stats/culprit.ts
init_define_FLAMEGATE_PAGE();
var steps = 120;
var negligible = 40;
var hopeless = 0.1;
var many2 = 20;
function culpritOdds(parts, {
  base,
  head,
  gained,
  none: priorOfNone
}) {
  if (parts.length === 0 || gained.length === 0) return { parts: parts.map(() => 0), none: 1 };
  const prior = Math.log((1 - priorOfNone) / parts.length / gained.length);
  const each = gained.map((by) => {
    const diluted = parts.map((part2) => dilutedOdds(part2, base, head, by));
    const all2 = diluted.reduce((sum2, odds) => sum2 + odds, 0);
    return parts.map(
      (part2, i) => prior + all2 - diluted[i] + gainedOdds(part2, base, head, by)
    );
  });
  const logs = parts.map((_, i) => logOfSum(each.map((values) => values[i])));
  const none3 = Math.log(priorOfNone);
  const most2 = Math.max(none3, largest(logs));
  const weights = logs.map((log) => Math.exp(log - most2));
  const sum = weights.reduce((total, weight) => total + weight, Math.exp(none3 - most2));
  return { parts: weights.map((weight) => weight / sum), none: Math.exp(none3 - most2) / sum };
}
var largest = (values) => values.reduce((most2, value) => Math.max(most2, value), Number.NEGATIVE_INFINITY);
function logOfSum(logs) {
  const most2 = largest(logs);
  if (most2 === Number.NEGATIVE_INFINITY) return most2;
  return most2 + Math.log(logs.reduce((sum, log) => sum + Math.exp(log - most2), 0));
}
function dilutedOdds(part2, base, head, gained) {
  const [x, y, n, m] = scaled(part2, base, head);
  return y * Math.log(1 - gained) - (x + y + 0.5) * Math.log((n + m * (1 - gained)) / (n + m));
}
function gainedOdds(part2, base, head, gained) {
  const [x, y, n, m] = scaled(part2, base, head);
  if (m * gained > many2 && y < hopeless * m * gained) return Number.NEGATIVE_INFINITY;
  const log = (u) => {
    const grown = u * u * (1 - gained) + gained;
    return (x === 0 ? 0 : 2 * x * Math.log(u)) - n * u * u + y * Math.log(grown) - m * grown;
  };
  const top = hilltop(log);
  const highest = log(top);
  const isOver = (u) => log(u) > highest - negligible;
  const from = edge(0, top, (u) => !isOver(u));
  const to = edge(top, 1, isOver);
  const width = (to - from) / steps;
  let area = 0;
  for (let i = 0; i < steps; i++) area += Math.exp(log(from + width * (i + 0.5)) - highest);
  const shape = x + y + 0.5;
  return highest + Math.log(2 * area * width) - (logGamma(shape) - shape * Math.log(n + m));
}
var halvings = 50;
function hilltop(log) {
  let [low, high] = [0, 1];
  for (let i = 0; i < 2 * halvings; i++) {
    const [left, right] = [low + (high - low) / 3, high - (high - low) / 3];
    if (log(left) < log(right)) low = left;
    else high = right;
  }
  return (low + high) / 2;
}
function edge(from, to, isLow) {
  let [low, high] = [from, to];
  for (let i = 0; i < halvings; i++) {
    const middle = (low + high) / 2;
    if (isLow(middle)) low = middle;
    else high = middle;
  }
  return low;
}
var scaled = ({ base: x, head: y, dispersion }, base, head) => [
  x / dispersion,
  y / dispersion,
  base / dispersion,
  head / dispersion
];
function logGamma(value) {
  let shift = 0;
  let at = value;
  for (; at < 8; at++) shift -= Math.log(at);
  const inverse = 1 / (at * at);
  const series = (1 / 12 - inverse * (1 / 360 - inverse * (1 / 1260 - inverse / 1680))) / at;
  return shift + (at - 0.5) * Math.log(at) - at + 0.5 * Math.log(2 * Math.PI) + series;
}

// src/judge/functions.ts
init_define_FLAMEGATE_PAGE();
var profilesToFail = 3;
var runsToFail = 3;
var suspectAlpha = 0.05;
function judgeFunction(row, policy, alpha) {
  const { verdict, reason: reason3 } = decide2(row, policy, alpha);
  const gated2 = isGated(row, policy);
  const former = row.formerName === null ? "" : `; the base calls it ${row.formerName}`;
  return { ...row, threshold: policy.threshold, gated: gated2, verdict, reason: `${reason3}${former}` };
}
var isGated = (row, { gated: gated2, profiles = cpuTime }) => gated2 && !row.background && row.p !== null && profiles.includes(row.sampleType.type) && !isInterruption(row.name);
var cpuTime = ["cpu", "cpu-time", "cpu_time", "samples"];
var isInterruption = (name2) => name2 === "runtime.asyncPreempt";
function decide2(row, policy, alpha) {
  const { threshold } = policy;
  if (row.p === null || row.worst === null) {
    return { verdict: "ok", reason: `its share is too small to rise by ${points(threshold)}` };
  }
  const evident3 = row.pAdjusted !== null && row.pAdjusted < alpha;
  const large = Math.abs(row.adjustedDelta) >= threshold;
  if (large && row.moved !== null && explains(row.moved, row.adjustedDelta, threshold)) {
    return { verdict: "moved", reason: `${between2(row.moved)}: ${sumOf(row.moved, threshold)}` };
  }
  if (evident3 && row.adjustedDelta >= threshold) return risen(row, policy);
  const { pAdjusted } = row;
  if (pAdjusted !== null && pAdjusted < suspectAlpha && row.adjustedDelta >= threshold) {
    const reason3 = `looks heavier by ${points(row.adjustedDelta)}; ${oneIn(pAdjusted)} runs without a change looks like this`;
    return { verdict: "suspect", reason: reason3 };
  }
  if (evident3 && -row.adjustedDelta >= threshold) {
    return {
      verdict: "faster",
      reason: "larger than the normal difference between runs of the base"
    };
  }
  if (row.worst < threshold) {
    return { verdict: "ok", reason: `a rise of ${points(threshold)} is ruled out` };
  }
  const seen2 = row.detectable === null ? "" : `smallest detectable rise: ${points(row.detectable)}`;
  return { verdict: "ok", reason: seen2 };
}
function risen(row, { threshold, otherWork }) {
  const heavier = `heavier by ${points(row.adjustedDelta)}`;
  if (otherWork !== void 0) {
    return { verdict: "suspect", reason: `${heavier}, but ${otherWork}` };
  }
  if (row.moved !== null && row.moved.least < threshold) {
    return {
      verdict: "suspect",
      reason: `${heavier}, but may have ${between2(row.moved)}; their sum is up to ${points(row.moved.worst)} heavier`
    };
  }
  if (row.replicates < profilesToFail) {
    return {
      verdict: "suspect",
      reason: `${heavier} in ${plural(row.replicates, "profile")}; ${profilesToFail} are needed before it can fail`
    };
  }
  if (row.baseRuns < runsToFail) {
    return {
      verdict: "suspect",
      reason: `${heavier} against ${plural(row.baseRuns, "run")} of the base; ${runsToFail} are needed before it can fail`
    };
  }
  return {
    verdict: "slower",
    reason: "larger than the normal difference between runs of the base"
  };
}
var explains = (moved, delta, threshold) => moved.least < threshold && moved.delta < threshold && (delta > 0 || moved.delta > -threshold);
var sumOf = ({ delta, worst }, threshold) => delta <= -threshold ? `their sum is ${points(delta)} lighter` : worst < threshold ? "their sum is unchanged" : `their sum is at most ${points(worst)} heavier`;
function between2({ from, to }) {
  const list = (names2) => names2.length <= 3 ? names2.join(" and ") : `${names2.slice(0, 3).join(", ")} and others`;
  return `moved from ${list(from)} to ${list(to)}`;
}

// src/judge/blame.ts
var surely = 0.97;
var likely = 0.5;
var noneOfAll = 0.5;
var noneOfSome = 0.2;
var none2 = 0.99;
var leastRise = 5e-3;
var mostNamed = 3;
function blame({
  functions,
  comparisons
}) {
  const hasNew = comparisons.some((row2) => row2.verdict === "new");
  const candidates = ofTheSlower(functions, comparisons).filter((row2) => row2.verdict !== "moved" && !row2.background && !isInterruption(row2.name)).filter((row2) => !(hasNew && row2.base.cum === 0));
  const rose = candidates.filter((row2) => row2.adjustedDelta >= leastRise).toSorted((a, b) => b.adjustedDelta - a.adjustedDelta);
  const evident3 = rose.find((row2) => row2.gated && row2.verdict === "slower");
  const odds = oddsOf(candidates, gainOf(comparisons));
  if (odds === null) return { sure: evident3 ?? null, perhaps: [] };
  const { row, most: most2 } = odds;
  const enough = row.gated && ["slower", "suspect"].includes(row.verdict) ? likely : surely;
  if (most2 >= enough && row.flatDelta > 0) return { sure: row, perhaps: [] };
  return { sure: null, perhaps: odds.none >= none2 ? [] : rose.slice(0, mostNamed) };
}
function ofTheSlower(functions, comparisons) {
  const timed = functions.filter(({ sampleType }) => cpuTime.includes(sampleType.type));
  const slower2 = new Set(
    comparisons.filter((row) => row.gated && row.verdict === "slower").map((row) => row.benchmark)
  );
  const own = timed.filter(({ slice }) => slower2.has(slice?.slice(slice.indexOf("=") + 1) ?? ""));
  return own.length > 0 ? own : timed;
}
function gainOf(comparisons) {
  const timed = comparisons.filter(
    (row) => isTime(row.unit) && row.base !== null && row.head !== null && row.follows === null
  );
  const gains = timed.filter((row) => row.gated && row.verdict === "slower").map((row) => row.own ?? row.delta ?? 0).filter((delta) => delta > 0).map((delta) => delta / (1 + delta));
  if (gains.length === 0) return { gained: [], none: 1 };
  const all2 = new Set(timed.map(benchmarkKey)).size;
  const mean2 = gains.reduce((sum, gain) => sum + gain, 0) / all2;
  const most2 = Math.max(...gains);
  return gains.length === all2 ? { gained: [mean2, most2], none: noneOfAll } : { gained: [mean2 / 3, mean2, most2], none: noneOfSome };
}
function oddsOf(candidates, gain) {
  const known3 = candidates.flatMap((row2) => row2.seen === null ? [] : [{ row: row2, seen: row2.seen }]);
  const first2 = known3[0]?.seen;
  if (first2 === void 0 || gain.gained.length === 0) return null;
  const parts = known3.map(({ seen: seen2 }) => seen2);
  const whole2 = { base: first2.baseSamples, head: first2.headSamples, ...gain };
  const odds = culpritOdds(parts, whole2);
  const best = odds.parts.reduce((at, odd, i) => odd > (odds.parts[at] ?? 0) ? i : at, 0);
  const { row } = known3[best];
  return { row, most: odds.parts[best] ?? 0, none: odds.none };
}
var heavierNow = (functions, verdict) => functions.filter((row) => row.gated && row.verdict === verdict && !isInterruption(row.name)).toSorted((a, b) => b.adjustedDelta - a.adjustedDelta);
var nameAndPlace = (row) => `${nameOf(row)}${placeOf(row)}`;
function placeAndShares(row) {
  const [before, now] = [row.base.flatFraction, row.base.flatFraction + row.adjustedDelta];
  const shares = `${share(before)} -> ${share(now)} of ${whole(row.sampleType.type)}`;
  const place = placeOf(row);
  return place === "" ? `${nameOf(row)}${onlyRich(` (${shares})`)}` : `${nameOf(row)}${place.slice(0, -1)}${onlyRich(`: ${shares}`)})`;
}
function takes(row, verb, base) {
  const [before, after] = [row.base.flatFraction, row.base.flatFraction + row.adjustedDelta];
  const all2 = whole(row.sampleType.type);
  const said = after > 1 ? aboveAll(before, after, all2) : `${share(after)} of ${all2}, ${share(before)}`;
  return `${nameOf(row)} ${verb} ${said} in ${base}${placeOf(row)}`;
}
function aboveAll(before, after, all2) {
  if (before === 0) return `more than all of ${all2}`;
  const more2 = percent(after / before - 1);
  return more2.endsWith("x") ? `${more2} ${all2} that it takes` : `${more2} more of ${all2} than`;
}
function nameOf({ name: name2, slice }) {
  const short = name(shortName(name2));
  return slice === void 0 ? short : `${name(slice)}: ${short}`;
}
function placeOf({ file, line }) {
  const short = file.split(/[\\/]/).slice(-2).join("/");
  return short === "" ? "" : ` (${name(`${short}${line > 0 ? `:${line}` : ""}`)})`;
}
function whole(type) {
  switch (type) {
    case "cpu":
    case "cpu-time":
    case "cpu_time":
    case "samples":
      return "the CPU time";
    case "alloc_space":
      return "the memory allocated";
    default:
      return type;
  }
}

// src/judge/pieces.ts
init_define_FLAMEGATE_PAGE();

// src/judge/saying.ts
init_define_FLAMEGATE_PAGE();
var judgedChange = ({ own, delta }) => own === null || delta !== null && !isOther(own, delta) ? delta : own;
function worse(row) {
  const delta = judgedChange(row);
  if (delta !== null) return row.better === "higher" ? -delta : delta;
  const { base, head } = row;
  return base === null || head === null ? 0 : Math.sign(head.center - base.center) * Number.MAX_VALUE;
}
var size = (row, delta) => `${changeWords(delta, row.unit)}${isTime(row.unit) ? "" : ` ${row.unit}`}`;
var verbs = {
  is: { time: "is", amount: "has", memory: "allocates" },
  looks: { time: "looks", amount: "seems to have", memory: "seems to allocate" }
};
var nameIn = ({ comparisons }, row) => name(middleCut(benchmarkNames(comparisons)(row)));
function says(known3, row, tense) {
  const benchmark = nameIn(known3, row);
  const delta = judgedChange(row);
  const verb = verbs[tense];
  if (row.test === "exact" || delta === null) return `${benchmark} ${amounts(row, tense)}`;
  const said = isTime(row.unit) ? verb.time : isMemory(row.unit) ? verb.memory : verb.amount;
  return `${benchmark} ${said} ${size(row, delta)}${apart2(row, known3)}`;
}
var isMemory = (unit) => unit === "B/op" || unit === "allocs/op";
function amounts({ unit, base, head }, tense) {
  const values = fromTo(base?.center ?? 0, head?.center ?? 0, unit);
  const more2 = (head?.center ?? 0) > (base?.center ?? 0) ? "more" : "less";
  if (isMemory(unit)) return `${verbs[tense].memory} ${more2}: ${values}`;
  return `went from ${values.replace(" -> ", " to ")}`;
}
function apart2(row, { shift, baseline }) {
  if (row.own === null || row.delta === null) return "";
  if (!isOther(row.own, row.delta)) return "";
  return shift !== null && Math.abs(shift.delta) >= 5e-3 ? " than the rest of the suite" : ` than in the newest runs of ${baseline.name}`;
}
var middleCut = (text) => text.length <= 100 ? text : `${text.slice(0, 49)}\u2026${text.slice(-50)}`;

// src/judge/pieces.ts
var gated = (input, ...verdicts) => input.comparisons.filter((row) => row.gated && isOwn(row) && verdicts.includes(row.verdict));
var isOwn = (row) => row.follows === null;
var compared2 = (input) => countBenchmarks(
  input.comparisons.filter((row) => row.gated && isOwn(row) && row.base && row.head)
);
var counts = ["B/op", "allocs/op"];
function first(rows) {
  const rank = (row) => row.test === "exact" || counts.includes(row.unit) ? 1 : 0;
  return rows.toSorted((a, b) => rank(a) - rank(b) || worse(b) - worse(a))[0];
}
function more(rows) {
  const others = countBenchmarks(rows) - 1;
  return others > 0 ? ` (+${others} more)` : "";
}
var storedRuns = (input) => `against ${plural(input.baseline.runs, "run")} of ${input.baseline.name}`;
var isCountedAlone = (input) => input.counts !== void 0 && input.baseline.runs === 0;
function against(input) {
  if (input.counts !== void 0 && isCountedAlone(input))
    return `counted here with ${input.counts.counter}`;
  if (input.rounds === null) return storedRuns(input);
  const text = `in ${plural(input.rounds.rounds, "round")} here`;
  return input.baseline.runs === 0 ? text : `${storedRuns(input)} and ${text}`;
}
var roundsOf = (row) => plural(row.head?.runs ?? 0, "round");
function takenFrom({ rounds }) {
  const taken = rounds?.taken ?? null;
  if (taken === null) return null;
  const who = taken.by === "host" ? "The host" : "Other work";
  return `${who} took ${percent(taken.share)} of this machine's CPU during the measurement`;
}
function whatDecides(input) {
  const taken = takenFrom(input);
  if (taken === null) return `More time (${typed("max-time")}) or a longer benchmark can`;
  const quieter = input.rounds?.taken?.by === "host" ? "another machine" : "a quiet machine";
  return `${taken}: measure on ${quieter} to decide it`;
}
var isLeftOpen = ({ comparisons }) => comparisons.some(
  ({ gated: gated2, test, verdict, worst, threshold, toldBy }) => gated2 && test === "paired" && (verdict === "suspect" || verdict === "ok" && toldBy === void 0 && worst !== null && worst >= threshold)
);
var capital = (text) => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
function told({ file, line, message }) {
  const place = file === void 0 ? "" : line === void 0 ? `${file}: ` : `${file}:${line}: `;
  return cut(`${place}${message.replace(/\.$/, "")}`, 160);
}
var cut = (text, most2) => text.length <= most2 ? text : `${text.slice(0, most2 - 1)}\u2026`;

// src/judge/effect.ts
var leastPart = 0.1;
function effect(input) {
  const slower2 = gated(input, "slower").filter((row2) => row2.unit === "sec/op");
  const [row] = slower2;
  const { sure } = blame(input);
  const perOp = sure?.perOp;
  if (row === void 0 || sure === null || perOp == null) return [];
  if (new Set(slower2.map(benchmarkKey)).size > 1 || perOp.benchmarks !== 1) return [];
  if (row.base === null || row.delta === null) return [];
  const longer2 = row.base.center * row.delta;
  const own = perOp.head - perOp.base;
  if (longer2 <= 0 || own < leastPart * longer2) return [];
  const scale = commonScale([longer2, own], "sec");
  const size2 = (value) => quantity(value, "sec", scale);
  const all2 = own >= longer2 ? `all of that` : `${size2(own)} of that`;
  const sentence = `${nameIn(input, row)} takes ${size2(longer2)} longer an operation; ${nameOf(sure)} accounts for ${all2}.`;
  return [plainText(phrases(sentence))];
}

// src/judge/advice.ts
var enoughRuns2 = 5;
var enoughUnknown = 10;
function advice(input, cpu) {
  const rows = input.comparisons.filter((row) => row.gated && row.follows === null);
  const suspects2 = rows.filter((row) => row.verdict === "suspect");
  return [
    ...effect(input),
    ...acceptedOnes(input),
    ...moreRuns(input, cpu),
    ...aSecondLook(input, suspects2),
    ...quietMachine(input),
    ...moreRounds(
      input,
      suspects2.filter((row) => row.test === "paired")
    ),
    ...blindRows(
      input,
      rows.filter((row) => row.blind && !missesDouble(row))
    ),
    ...aboutProfiles(input),
    ...aboutUnits(input)
  ];
}
var mostAccepted = 10;
function acceptedOnes({ comparisons, functions }) {
  const rows = comparisons.filter((row) => row.follows === null);
  const names2 = benchmarkNames(comparisons);
  const said = [
    ...rows.flatMap((row) => row.waived === void 0 ? [] : [[names2(row), row.waived]]),
    ...functions.flatMap(
      ({ name: name2, waived }) => waived === void 0 ? [] : [[name2, waived]]
    )
  ].map(([name2, { until, reason: reason3 }]) => `${name2}: accepted until ${until}, because of: ${reason3}`);
  const left = said.length - mostAccepted;
  return left <= 0 ? said : [...said.slice(0, mostAccepted), `${left} more are accepted`];
}
function moreRuns({ baseline: { runs, name: name2 } }, cpu) {
  if (runs === 0) return [];
  const few2 = runs < enoughRuns2 ? [
    `After ${plural(enoughRuns2 - runs, "more run")} of ${name2}${cpu === void 0 ? "" : ` on this CPU (${cpu})`}, the noise between runs is measured; until then part of it is assumed.`
  ] : [];
  const unknown = cpu === void 0 && runs < enoughUnknown ? [
    `The CPU of this machine is not known, so with fewer than ${enoughUnknown} stored runs (now ${runs}) a slower benchmark is only a suspect. Make the benchmark output name the CPU, or measure base and head here (\`run\`).`
  ] : [];
  return [...few2, ...unknown];
}
function aSecondLook(input, suspects2) {
  const slower2 = input.comparisons.filter((row) => row.gated && row.verdict === "slower");
  const isFirst = slower2.length === 0;
  const known3 = new Set(slower2.map(benchmarkKey));
  const stored = suspects2.filter((row) => row.test !== "paired" && !known3.has(benchmarkKey(row)));
  return stored.length === 0 || isFirst ? [] : [
    "To decide about what only looks slower, re-run the job, or let it measure base and head (`run`)."
  ];
}
function quietMachine(input) {
  const taken = takenFrom(input);
  if (taken === null || !isLeftOpen(input)) return [];
  const what = input.rounds?.taken?.by === "host" ? "on another machine, or at another time, smaller changes can be detected" : "stop the other programs, or measure on another machine";
  return [`${taken}, in most rounds: ${what}.`];
}
function moreRounds(input, open) {
  const middle = typical(open);
  return middle === void 0 || takenFrom(input) !== null ? [] : [
    `After ${plural(input.rounds?.rounds ?? 0, "round")} some benchmarks are still open; half of them can show a change of ${signed(middle)}. More time for rounds, a longer benchmark or a larger threshold would decide them.`
  ];
}
function blindRows({ baseline: { name: name2 } }, rows) {
  const middle = typical(rows);
  return middle === void 0 ? [] : [
    `Some benchmarks cannot show a change as small as \`see\` asks for; half of them can show ${signed(middle)}. To detect smaller changes, store more runs of ${name2}, run two processes with half the count each, or measure base and head here (\`run\`).`
  ];
}
function typical(rows) {
  const seen2 = rows.map((row) => row.detectable).filter((size2) => size2 !== null);
  return seen2.toSorted((a, b) => a - b)[Math.floor(seen2.length / 2)];
}
function aboutProfiles(input) {
  const said = [];
  for (const profile of input.profiles) {
    const functions = input.functions.filter(
      (row) => row.gated && row.sampleType.type === profile.sampleType.type && row.slice === profile.slice
    );
    const sizes = functions.map((row) => row.detectable).filter((size2) => size2 !== null);
    const open = functions.some((row) => row.verdict === "suspect");
    if (sizes.length === 0 || profile.slice !== void 0 && !open) continue;
    const [least, most2] = [Math.min(...sizes), Math.max(...sizes)];
    const wanted = Math.min(...functions.map((row) => row.threshold));
    const replicates = Math.max(...functions.map((row) => row.replicates));
    const few2 = open && replicates < profilesToFail ? `; with fewer than ${profilesToFail} profiles of the same program a function cannot fail the gate` : "";
    const where = profile.slice === void 0 ? "" : `${profile.slice}: `;
    said.push(
      `${where}${profileInWords(profile)} can detect increases of ${increases(least, most2)}${open ? longer(profile, most2, wanted) : ""}${few2}.`
    );
  }
  return said;
}
function profileInWords({ sampleType: { type }, head: { samples } }) {
  const kind = type === "samples" ? "" : `${type} `;
  return `This ${kind}profile${samples === null ? "" : ` (${plural(samples, "sample")})`}`;
}
function increases(least, most2) {
  const [from, to] = [least, most2].map((size2) => points(size2).replace(" pp", ""));
  return from === to ? `${from} percentage points` : `${from} to ${to} percentage points, depending on the function`;
}
var longest = 600;
function longer({ head }, seen2, wanted) {
  const each = head.seconds === null ? 0 : head.seconds / head.profiles;
  const seconds = Math.ceil(each * (seen2 / wanted) ** 2);
  if (seen2 <= wanted || each === 0) return "";
  return seconds <= longest ? `; ${seconds} s of profile on both sides would detect ${points(wanted)}` : `; to detect ${points(wanted)} would take more than ${longest / 60} minutes of profile`;
}
function aboutUnits(input) {
  const units = new Set(
    input.comparisons.filter((row) => row.better === "unknown").map((row) => row.unit)
  );
  return [...units].map(
    (unit) => `It is not known whether more ${unit} is better or worse, so it is shown and not gated. Print "Unit ${unit} better=lower" from the benchmark, or set \`units\` in the configuration.`
  );
}

// src/judge/headline.ts
init_define_FLAMEGATE_PAGE();

// src/judge/counted.ts
init_define_FLAMEGATE_PAGE();
var mostNamed2 = 3;
function countedMore(input, row, rows) {
  return `${takes2(input, row)}${more(rows)}${because(input, row)}`;
}
function takes2(input, row) {
  const delta = row.delta ?? 0;
  const [base, head] = [row.base, row.head].map((side2) => counted(side2?.center ?? 0));
  const each = countsOf(input, row)?.iterations == null ? "a run" : "an operation";
  const less = delta < 0 ? "fewer" : "more";
  return `${strong(`${nameIn(input, row)} takes ${percent(delta)} ${less} instructions`)} (${base} -> ${head} ${each})`;
}
var countsOf = ({ counts: counts2 }, row) => counts2?.benchmarks.find((one) => one.package === row.package && one.benchmark === row.benchmark);
function because(input, row) {
  const functions = countsOf(input, row)?.functions ?? null;
  if (functions === null || functions.moved.length === 0) return "";
  const change2 = (row.head?.center ?? 0) - (row.base?.center ?? 0);
  return `: ${functionsInWords(functions, change2)}`;
}
function functionsInWords({ moved, rest }, change2) {
  const by = (one) => one.head - one.base;
  const cause = moved.find((one) => Math.sign(by(one)) === Math.sign(change2));
  const inOrder2 = cause === void 0 ? moved : [cause, ...moved.filter((one) => one !== cause)];
  const named = inOrder2.slice(0, mostNamed2).map((one, i) => {
    const part2 = countedChange(by(one));
    const first2 = i === 0 ? ` of ${countedChange(change2)}${placeOf(one)}` : "";
    return `${name(shortName(one.name))} ${part2}${first2}`;
  });
  const left = inOrder2.slice(mostNamed2).reduce((most2, one) => Math.max(most2, Math.abs(by(one))), rest);
  return [...named, `nothing else above ${counted(Math.ceil(left))}`].join(", ");
}
function countedNothing(input, { counter }) {
  const rows = gated(input, "faster");
  const best = rows.toSorted((a, b) => worse(a) - worse(b))[0];
  const better = best === void 0 ? "" : `${takes2(input, best)}${more(rows)}${because(input, best)}; `;
  const count = compared2(input);
  const open = input.comparisons.flatMap((row) => row.gated ? row.detectable ?? [] : []);
  const seen2 = open.length === 0 ? "" : `; ${signed(Math.max(...open))} would have been detected${count > 1 ? " in each" : ""}`;
  const left = countBenchmarks(gated(input, "new"));
  const added = left === 0 ? "" : `; ${plural(left, "benchmark")} new`;
  const line = `nothing takes more instructions in ${plural(count, "benchmark")}, counted here with ${counter}${seen2}${added}`;
  return `${better === "" ? capital(line) : `${better}${line}`}.`;
}

// src/judge/gap.ts
init_define_FLAMEGATE_PAGE();
function incomplete(input) {
  const row = first(gated(input, "suspect"));
  const besides = row === void 0 ? "" : ` ${says(input, row, "looks")}${more(gated(input, "suspect"))}.`;
  return `${gap(input)}${besides}`;
}
function gap(input) {
  const list = (rows) => `${rows[0] === void 0 ? "" : nameIn(input, rows[0])}${more(rows)}`;
  const missing = gated(input, "missing");
  if (missing.length > 0) {
    return `${strong(`${list(missing)} did not run`)}, but ${input.baseline.name} has it: restore it, or ignore this if it was removed on purpose.`;
  }
  const skipped = gated(input, "not-run");
  if (skipped.length > 0)
    return `${strong(`${list(skipped)} was not measured`)}: ${trimmed(skipped[0]?.reason)}.`;
  const problem = ["failed", "unmeasured", "profile", "lost"].flatMap(
    (kind) => input.warnings.filter((warning) => warning.kind === kind)
  )[0];
  if (problem !== void 0) return problemLine(problem);
  const blind = input.comparisons.filter((row) => row.gated && isOwn(row) && row.blind);
  const open = blind.filter(missesDouble);
  if (open.length > 0) return tooCoarse(input, open);
  return blind.length > 0 ? blindTo(input, blind) : nothing(input);
}
function tooCoarse(input, rows) {
  const [most2] = rows.toSorted((a, b) => detectableTime(b) - detectableTime(a));
  if (most2 === void 0) return "";
  const which = `${nameIn(input, most2)}${more(rows)}`;
  const change2 = `a change of less than ${signed(detectableTime(most2))}`;
  return `${strong(`${which} could not be decided`)} in ${roundsOf(most2)} here: ${change2} would not have been detected. ${whatDecides(input)}.`;
}
var problemLine = (problem) => `${problem.file === void 0 ? capital(told(problem)) : told(problem)}.`;
var trimmed = (reason3 = "") => cut(reason3.replace(/\.$/, ""), 160);
function blindTo(input, rows) {
  const worst = rows.toSorted((a, b) => (b.detectable ?? 0) - (a.detectable ?? 0))[0];
  const from = worst?.detectable == null ? "" : `; the smallest change that ${nameIn(input, worst)} shows is ${signed(worst.detectable)}`;
  return `${strong(`${countBenchmarks(rows)} of ${plural(compared2(input), "benchmark")} cannot show a change as small as ${typed("see")} asks for`)}${from}. More runs of ${input.baseline.name}, or base and head measured here (${typed("run")}), show smaller changes.`;
}
function nothing(input) {
  if (input.functions.length > 0 && input.functions.every((row) => row.p === null)) {
    const least = input.functions.reduce((so, row) => Math.min(so, row.threshold), 1);
    return `${strong("Nothing was tested")} ${against(input)}: no function reaches ${percent(least)} of the profile on either side.`;
  }
  const unread = input.warnings.find(({ kind }) => kind === "syntax");
  if (unread !== void 0)
    return `${strong("Nothing could be compared")} ${against(input)}: ${told(unread)}.`;
  return `${strong("Nothing could be compared")} ${against(input)}: this run and the base have no gated benchmark or profile in common.`;
}
function nothingStored(input) {
  const aside = input.baseline.setAside.length;
  const problem = input.warnings.find(({ kind }) => kind === "baseline");
  const why = problem === void 0 ? "The first run on the default branch will store one." : problemLine(problem);
  return aside === 0 ? `${strong("No baseline yet")}: nothing was compared. ${why}` : `${strong("No baseline to compare with")}: ${plural(aside, "stored run")} set aside (${input.baseline.setAside[0]?.reason ?? ""}).${exactAlone(input)}`;
}
function exactAlone(input) {
  if (input.baseline.elsewhere === void 0) return "";
  const rows = input.comparisons.filter((row) => row.gated && row.test === "exact");
  const units = [...new Set(rows.map((row) => row.unit))].sort();
  return units.length === 0 ? "" : ` Nothing is worse in ${units.join(" and ")}, which no machine changes; times were not compared.`;
}

// src/judge/instructions.ts
init_define_FLAMEGATE_PAGE();

// src/judge/confirm.ts
init_define_FLAMEGATE_PAGE();
var screenDelta = 0.01;
var screenP = 0.2;
function toConfirm(judged) {
  const everything = judged.baseline.runs === 0 || movedAsOne(judged.shift) || judged.functions.some(isHeavy);
  const certain = new Set(judged.comparisons.filter(isCertain).map(seriesKey));
  if (everything) return { only: null, wanted: (row) => !certain.has(seriesKey(row)) };
  const suspects2 = judged.comparisons.filter((row) => !isCertain(row) && isSuspect(row));
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
var isCertain = (row) => row.test === "exact";
function isSuspect(row) {
  if (!row.gated || row.base === null || row.head === null) return false;
  if (row.verdict === "slower" || row.verdict === "suspect") return true;
  const worse2 = worsening(row, row.own ?? 1);
  return worse2 >= screenDelta || worse2 > 0 && row.p !== null && row.p < screenP;
}
var isHeavy = (row) => row.gated && (row.verdict === "slower" || row.verdict === "suspect");
function afterRounds(screened, judged, asked) {
  const measured = new Map(
    judged.comparisons.filter(asked.wanted).map((row) => [seriesKey(row), row])
  );
  const comparisons = screened.comparisons.map((row) => {
    const again2 = measured.get(seriesKey(row));
    measured.delete(seriesKey(row));
    return asked.wanted(row) ? confirmed(row, again2, screened.baseline.name, asked.keepsRest === true) : row;
  });
  return {
    comparisons: [...comparisons, ...measured.values()],
    ...functionsAfter(screened, judged, asked),
    p: screened.p,
    shift: screened.shift,
    dedicated: screened.dedicated,
    baseline: screened.baseline,
    rounds: judged.rounds,
    warnings: [...screened.warnings, ...judged.warnings]
  };
}
function confirmed(row, measured, base, keepsRest) {
  if (row.base === null || row.head === null) return measured ?? row;
  if (keepsRest && (measured === void 0 || measured.test === "none")) return row;
  if (measured === void 0) return unasked(row, base, "the rounds here did not measure it");
  if (measured.verdict === "new") return unasked(row, base, "the base does not have it here");
  if (measured.verdict === "not-run") return unasked(row, base, measured.reason);
  const screened = { delta: row.delta, runs: row.base.runs, verdict: row.verdict };
  if (measured.verdict === "ok" && isTooCoarse(row, measured)) {
    const reason3 = `${screening(row, base)}; measured again, ${measured.reason}: that neither confirms it nor rules it out`;
    return { ...measured, verdict: "suspect", screened, reason: reason3 };
  }
  if (measured.blind && missesDouble(measured) && row.verdict !== "slower" && row.verdict !== "suspect")
    return unasked(row, base, measured.reason);
  return { ...measured, screened, reason: reason(row, measured, base) };
}
var unasked = (row, base, why) => ({
  ...row,
  screened: { delta: row.delta, runs: row.base?.runs ?? 0, verdict: row.verdict },
  reason: `${screening(row, base)}; ${why}`
});
function isTooCoarse(row, item) {
  if (row.verdict !== "slower" && row.verdict !== "suspect") return false;
  return item.worst === null || item.worst >= worsening(row, row.own ?? 1);
}
var screening = (row, base) => `looked ${row.delta === null ? "worse" : size(row, row.delta)} against ${plural(row.base?.runs ?? 0, "run")} of ${base}`;
function reason(row, item, base) {
  const isCleared = (item.verdict === "ok" || item.verdict === "faster") && looksWorse(row);
  const again2 = item.ci === null ? item.reason : `${change(item.delta, item.ci)} ${times(item)}`;
  return isCleared ? `${screening(row, base)}, measured again: ${again2}; ${machine(row, item)}` : `${screening(row, base)}, measured again: ${item.reason}`;
}
var times = (row) => `in ${plural(row.head?.runs ?? 0, "round")} here`;
var looksWorse = (row) => row.verdict === "slower" || row.verdict === "suspect" || worsening(row, row.delta ?? 1) >= screenDelta;
var worsening = (row, delta) => row.better === "higher" ? 1 / (1 + delta) - 1 : delta;
function machine(row, item) {
  const [then, now] = [row.base?.center ?? 0, item.base?.center ?? 0];
  const moved = then === 0 ? 0 : worsening(row, now / then - 1);
  return /sec|\/s/.test(row.unit) && moved >= worsening(row, row.delta ?? 1) / 2 ? "this runner is slower" : "the first run was slow for another reason than the code";
}
function functionsAfter(screened, judged, asked) {
  const types = new Set(judged.profiles.map(kindOf));
  if (asked.only === null) {
    const seen2 = new Set(judged.functions.map(functionKey));
    const kept = screened.functions.filter(
      (row) => !types.has(kindOf(row)) || isOpen(row) && !seen2.has(functionKey(row))
    );
    return {
      functions: [
        ...judged.functions,
        ...asked.keepsRest === true ? kept : kept.map(unconfirmed)
      ],
      profiles: [
        ...judged.profiles,
        ...screened.profiles.filter((comparison) => !types.has(kindOf(comparison)))
      ]
    };
  }
  const rose = new Map(
    judged.functions.filter((row) => row.verdict === "slower").map((row) => [functionKey(row), row])
  );
  const rest = screened.functions.filter((row) => !rose.has(functionKey(row)));
  return { functions: [...rose.values(), ...rest], profiles: screened.profiles };
}
var isOpen = (row) => row.gated && row.p !== null && (row.verdict === "slower" || row.verdict === "suspect");
var kindOf = (item) => `${item.sampleType.type}\0${item.slice ?? ""}`;
var functionKey = (row) => `${kindOf(row)}\0${row.name}`;
function unconfirmed(row) {
  if (row.verdict !== "slower") return row;
  return {
    ...row,
    verdict: "suspect",
    reason: `heavier by ${points(row.flatDelta)} than in the base's profiles; the rounds here have no profile of it`
  };
}

// src/judge/instructions.ts
var mostCleared = 0.2;
var countable = (screened, asked) => asked.only === null ? [] : suspects(screened, asked).filter(
  (row) => (row.verdict === "slower" || row.verdict === "suspect") && (isTime(row.unit) || isTimed(row.unit))
);
function firstLook2(screened, asked, counted3) {
  const found = new Map(counted3.map((row) => [benchmarkKey(row), row]));
  const open = new Map(countable(screened, asked).map((row) => [seriesKey(row), row]));
  const comparisons = screened.comparisons.map((row) => {
    const instructions = open.has(seriesKey(row)) ? told2(found.get(benchmarkKey(row))) : null;
    return instructions === null ? row : { ...row, instructions };
  });
  const risen2 = [...found.values()].filter((row) => row.gated && row.verdict === "slower");
  const red = new Set(risen2.map(benchmarkKey));
  const worst = (item) => [...open.values()].filter((row) => benchmarkKey(row) === benchmarkKey(item)).toSorted((a, b) => worsening(b, b.delta ?? 0) - worsening(a, a.delta ?? 0))[0];
  const added = risen2.flatMap((row) => {
    const from = worst(row);
    if (from === void 0) return [];
    const looked2 = { delta: from.delta, runs: from.base?.runs ?? 0, verdict: from.verdict };
    return [
      {
        ...row,
        screened: looked2,
        reason: `${screening(from, screened.baseline.name)}; ${row.reason}`
      }
    ];
  });
  const judged = { ...screened, comparisons: [...comparisons, ...added] };
  return { judged, asked: without2(screened, asked, red) };
}
function without2(screened, asked, red) {
  if (red.size === 0) return asked;
  const left = suspects(screened, asked).filter((row) => !red.has(benchmarkKey(row)));
  if (!left.some(({ verdict }) => verdict === "slower" || verdict === "suspect")) return null;
  return {
    ...asked,
    only: [...new Set(left.map((row) => row.benchmark))],
    wanted: (row) => asked.wanted(row) && !red.has(benchmarkKey(row))
  };
}
function told2(row) {
  if (row === void 0 || row.test !== "counted" || row.delta === null) return null;
  if (row.verdict === "not-run") return null;
  if (row.p === 0) return { delta: row.delta, change: row.delta > 0 ? "more" : "fewer" };
  return (row.detectable ?? 1) > row.threshold ? null : { delta: row.delta, change: "same" };
}
function withInstructions(after, first2, mayClear) {
  const counted3 = new Map(first2.comparisons.map((row) => [seriesKey(row), row.instructions]));
  const comparisons = after.comparisons.map((row) => {
    const instructions = counted3.get(seriesKey(row));
    if (instructions === void 0 || row.test === "counted") return row;
    if (mayClear && isClearable(row, instructions))
      return cleared(row, instructions, after.baseline.name);
    return { ...row, instructions, reason: `${row.reason}; it takes ${inWords(instructions)}` };
  });
  return { ...after, comparisons };
}
function isClearable(row, { change: change2 }) {
  if (row.test !== "run-level" || row.verdict !== "suspect" || change2 !== "same") return false;
  const sizes = [row.delta, row.own].map(
    (delta) => delta === null ? null : worsening(row, delta)
  );
  return sizes.every((size2) => size2 !== null && size2 <= mostCleared);
}
var cleared = (row, instructions, base) => ({
  ...row,
  instructions,
  verdict: "ok",
  screened: { delta: row.delta, runs: row.base?.runs ?? 0, verdict: row.verdict },
  reason: `${screening(row, base)}, takes ${inWords(instructions)} and could not be measured again here: most likely this machine`
});
var isClearedByCounts = (row) => row.instructions !== void 0 && row.test === "run-level" && row.screened !== null;
var inWords = ({ delta, change: change2 }) => change2 === "same" ? "the same instructions" : `${percent(delta)} ${change2} instructions`;
function although({ instructions, test }) {
  if (instructions === void 0) return "";
  if (instructions.change === "more") return `, with ${inWords(instructions)}`;
  const elsewhere = test === "paired" ? ": look at memory, locks and I/O" : "";
  return `, although it takes ${inWords(instructions)}${elsewhere}`;
}
function notCleared({ instructions, test }) {
  if (instructions === void 0) return "";
  const alone2 = instructions.change === "same" && test === "run-level" ? `, which alone clears nothing above ${percent(mostCleared)}` : "";
  return ` It takes ${inWords(instructions)}${alone2}.`;
}

// src/judge/headline.ts
function headline(verdict, input) {
  return phrases(sentences[verdict](input));
}
var sentences = {
  fail: failed,
  suspect: suspected,
  pass: passed,
  incomplete,
  "no-baseline": nothingStored
};
var howOften = (input) => input.p === null ? "" : `; ${oneIn(input.p)} runs without a change looks like this`;
var either = "either this machine is slower, or everything is";
function failed(input) {
  const parts = [
    ...programFailed(input),
    ...suiteMoved(input, "slower") ? [suite(input, "are")] : [],
    ...slower(input)
  ];
  if (parts.length === 0) parts.push(`${strong("Something is slower")}, ${against(input)}`);
  return `${[...parts, ...alsoOpen(input)].join(". ")}.`;
}
function programFailed(input) {
  const failure = input.warnings.find((warning) => warning.kind === "failed");
  return failure === void 0 ? [] : [
    `${strong("The benchmark program failed")} (${told(failure)}): what it did not measure cannot pass`
  ];
}
function slower(input) {
  const rows = gated(input, "slower");
  const isInstructions = (item) => item.test === "counted" && item.unit === instructionsUnit;
  const row = first(rows.filter(isInstructions)) ?? first(rows);
  if (row !== void 0 && isInstructions(row)) {
    return [countedMore(input, row, rows) + onlyPlain(timeOf(input, row))];
  }
  if (row === void 0) {
    const [heavy] = heavierNow(input.functions, "slower");
    return heavy === void 0 ? [] : [strong(takes(heavy, "takes", input.baseline.name))];
  }
  const because2 = reason2(input);
  if (isGroup(input, rows))
    return [`${strong(group(input, rows, row))}${because2}; ${standing(input, rows)}`];
  const claim = strong(says(input, row, "is")) + more(rows) + because2;
  if (row.test === "exact") return [`${claim}, and this metric never varies`];
  if (row.test !== "paired")
    return [claim + onlyPlain(`, ${storedRuns(input)}${howOften(input)}`) + although(row)];
  const { screened } = row;
  if (screened === null) return [claim + onlyPlain(`, in ${roundsOf(row)} here`)];
  const again2 = `, measured again in ${roundsOf(row)} here (${looked(input, row, screened)})`;
  return [claim + onlyPlain(again2) + although(row)];
}
function timeOf(input, { screened, ...row }) {
  const timed = input.comparisons.find(
    (other) => benchmarkKey(other) === benchmarkKey(row) && other.instructions !== void 0 && other.delta === screened?.delta
  );
  return screened === null || timed === void 0 ? "" : `; ${looked(input, timed, screened)}`;
}
function looked({ baseline: { name: name2 } }, row, { delta, runs }) {
  const stored = `against ${plural(runs, "run")} of ${name2}`;
  return `looked ${delta === null ? "worse" : size(row, delta)} ${stored}`;
}
function reason2(input) {
  const { sure, perhaps } = blame(input);
  if (sure !== null) {
    return `${sure.verdict === "slower" ? "" : ", most likely"} because of ${placeAndShares(sure)}`;
  }
  return perhaps.length === 0 ? "" : `, perhaps because of ${listed(perhaps.map(nameAndPlace))}`;
}
var listed = (names2) => [names2.slice(0, -1).join(", "), names2.at(-1) ?? ""].filter((part2) => part2 !== "").join(" or ");
var isGroup = (input, rows) => input.rounds === null && input.shift?.group != null && countBenchmarks(rows) > 1;
function group(input, rows, most2) {
  const sizes = rows.map(worse).toSorted((a, b) => a - b);
  const middle = sizes[Math.floor(sizes.length / 2)] ?? 0;
  return `${countBenchmarks(rows)} of ${plural(compared2(input), "benchmark")} are ${percent(middle)} slower, most of all ${nameIn(input, most2)}`;
}
function standing(input, rows) {
  const others = compared2(input) - countBenchmarks(rows);
  const together2 = input.shift?.group?.benchmarks ?? 0;
  const moved = Math.max(
    together2 - countBenchmarks(rows),
    without3(rows, gated(input, "slower", "suspect", "faster", "moved-with-suite"))
  );
  return moved <= 0 ? `the other ${others} did not move` : `${moved} of the other ${others} moved, too`;
}
var without3 = (some, all2) => countBenchmarks([...some, ...all2]) - countBenchmarks(some);
function alsoOpen(input) {
  const suspects2 = without3(gated(input, "slower"), gated(input, "suspect"));
  const lost = countBenchmarks(gated(input, "missing", "not-run"));
  return [
    ...suspects2 === 0 ? [] : [`${suspects2} more ${suspects2 === 1 ? "looks" : "look"} slower`],
    ...lost === 0 ? [] : [`${plural(lost, "benchmark")} did not run`]
  ];
}
var suiteMoved = (input, verdict) => input.shift?.verdict === verdict && (input.rounds === null || input.rounds.rounds === 0);
function suite(input, verb) {
  const { benchmarks = 0, delta = 0, group: group2 = null } = input.shift ?? {};
  const total = compared2(input);
  if (group2 !== null && group2.delta > delta) {
    const all2 = input.comparisons.filter((row) => row.gated && isOwn(row) && row.own !== null);
    const most2 = all2.toSorted((a, b) => worse(b) - worse(a))[0];
    const named = most2 === void 0 ? "" : `, most of all ${nameIn(input, most2)}`;
    return `${strong(`${group2.benchmarks} of ${plural(total, "benchmark")} ${verb} ${percent(group2.delta)} slower together`)}${named}, and the others did not move`;
  }
  const which = total > benchmarks ? `The suite (${benchmarks} of ${total} benchmarks)` : `The suite of ${plural(benchmarks, "benchmark")}`;
  return `${strong(`${which} ${verb === "are" ? "is" : "looks"} ${percent(delta)} slower`)}: ${either}`;
}
var again = `Re-run the job, or let it measure base and head (${typed("run")})`;
function suspected(input) {
  const rows = gated(input, "suspect");
  const item = first(rows.filter((row2) => row2.test === "paired"));
  if (item !== void 0) return undecidedHere(input, rows, item);
  if (suiteMoved(input, "suspect") && !isGroup(input, rows)) {
    const row2 = first(rows);
    const besides = row2 === void 0 ? "" : `; besides, ${says(input, row2, "looks")}${more(rows)}`;
    return `${suite(input, "look")}${besides}. ${again}.${lostToo(input)}`;
  }
  const row = first(rows);
  if (row === void 0) return suspectedFunction(input);
  const claim = `${says(input, row, "looks")}${more(rows)}`;
  const equal = notCleared(row);
  if (row.limits !== null && row.limits.slower === null)
    return `${strong(claim)}; ${cannotProve(input)}.${equal} ${again}.${lostToo(input)}`;
  if (isGroup(input, rows)) {
    return `${strong(group(input, rows, row).replace(" are ", " look "))}; ${standing(input, rows)}${howOften(input)}. ${again}.`;
  }
  return `${strong(`${claim}${howOften(input)}.`)}${equal} ${again}.${lostToo(input)}`;
}
function lostToo(input) {
  const lost = countBenchmarks(gated(input, "missing", "not-run"));
  return lost === 0 ? "" : ` ${plural(lost, "benchmark")} did not run.`;
}
var enoughUnknown2 = 10;
function cannotProve(input) {
  const { runs } = input.baseline;
  return runs < enoughUnknown2 ? `its CPU is not known, so ${plural(runs, "stored run")} cannot prove it yet` : "stored runs alone cannot prove it";
}
function undecidedHere(input, rows, row) {
  const stored = row.screened === null ? "" : ` (${looked(input, row, row.screened)})`;
  return `${strong(`${says(input, row, "looks")}${more(rows)}`)}, and ${roundsOf(row)} here could not decide it${onlyPlain(stored)}.${notCleared(row)} ${whatDecides(input)}.`;
}
function suspectedFunction(input) {
  const [heavy] = heavierNow(input.functions, "suspect");
  if (heavy === void 0)
    return `${strong("Something looks slower")}, ${against(input)}${howOften(input)}. ${again}.`;
  const benchmarks = compared2(input) === 0 ? "" : "No benchmark is slower, but ";
  return `${benchmarks}${strong(takes(heavy, "seems to take", input.baseline.name))}.`;
}
function passed(input) {
  if (input.counts !== void 0 && isCountedAlone(input))
    return countedNothing(input, input.counts);
  const rows = gated(input, "faster");
  const best = rows.toSorted((a, b) => worse(a) - worse(b))[0];
  const better = suiteMoved(input, "faster") ? `${strong(`All ${input.shift?.benchmarks ?? 0} benchmarks are ${percent(input.shift?.delta ?? 0)} faster together`)}: either this machine is faster, or everything is; ` : best === void 0 ? "" : `${strong(says(input, best, "is"))}${more(rows)}; `;
  const count = compared2(input);
  const accepted = acceptedRows(input);
  const none3 = `nothing ${accepted.length > 0 ? "else " : ""}${count > 0 ? "slower" : "heavier"}`;
  const all2 = count > 0 ? plural(count, "benchmark") : plural(input.functions.length, "function");
  const known3 = `${better}${accepting(input, accepted)}`;
  const what = `${known3 === "" ? strong(capital(none3)) : `${known3}${none3}`} in ${all2}`;
  const again2 = cleared2(input);
  const than = again2 === "" ? onlyPlain(`, ${against(input)}`) : `, ${again2}`;
  const taken = isLeftOpen(input) ? takenFrom(input) : null;
  return `${what}${onlyRich(seenIn(input))}${than}.${onlyPlain(seen(input, count))}${taken === null ? "" : ` ${taken}.`}`;
}
var acceptedRows = ({ comparisons }) => comparisons.filter((row) => row.waived !== void 0 && row.base && row.head && isOwn(row));
function accepting(input, rows) {
  const row = first(rows);
  return row === void 0 ? "" : `${strong(says(input, row, row.verdict === "suspect" ? "looks" : "is"))}${more(rows)}, accepted until ${row.waived?.until}; `;
}
function cleared2(input) {
  const rows = input.comparisons.filter(
    (row2) => row2.gated && isOwn(row2) && row2.screened !== null && ["slower", "suspect"].includes(row2.screened.verdict) && ["ok", "faster"].includes(row2.verdict)
  );
  const row = rows.toSorted((a, b) => screenedWorse(b) - screenedWorse(a))[0];
  if (row?.screened == null) return "";
  const then = row.screened.delta;
  const benchmark = nameIn(input, row);
  const was = then === null ? "worse" : size(row, then);
  const { instructions } = row;
  if (instructions !== void 0 && isClearedByCounts(row)) {
    return `${storedRuns(input)}; ${benchmark}${more(rows)} looked ${was}, but takes ${inWords(instructions)} and could not be measured again here: most likely this machine`;
  }
  const also = instructions === void 0 ? "" : instructions.change === "more" ? `, although it takes ${inWords(instructions)}` : `, and takes ${inWords(instructions)}`;
  return `${storedRuns(input)}; ${benchmark}${more(rows)} looked ${was}, measured again in ${roundsOf(row)}: ${change(row.delta, row.ci)}${also}`;
}
var screenedWorse = (row) => (row.better === "higher" ? -1 : 1) * (row.screened?.delta ?? Number.MAX_VALUE);
var seenIn = ({ sight }) => sight === null || !Number.isFinite(sight.most) ? "" : ` (would have seen ${signed(sight.most)} in most)`;
function seen({ sight }, count) {
  if (sight === null || !Number.isFinite(sight.most)) return "";
  const [half, most2] = [signed(sight.half), signed(sight.most)];
  if (count < 3) return ` A change of ${most2} would have been detected.`;
  return half === most2 ? ` A change of ${most2} would have been detected in nine of ten.` : ` A change of ${half} would have been detected in half of them, ${most2} in nine of ten.`;
}

// src/judge/told.ts
init_define_FLAMEGATE_PAGE();
var note = "it runs on one thread and never waits: its CPU time decides";
var withTellers = (rows) => rows.map(({ toldBy, ...row }) => {
  if (toldBy === void 0) return row;
  const by = rows.find((other) => isTeller(other, { ...row, toldBy }));
  if (by?.gated !== true || by.test !== "paired" || by.threshold > row.threshold) return row;
  const isSame = row.verdict !== "ok" && row.verdict === by.verdict;
  const follows = isSame ? toldBy : row.follows;
  return { ...row, toldBy, follows, blind: false, notes: [...row.notes, note] };
});
var isTeller = (row, item) => row.unit === item.toldBy && row.benchmark === item.benchmark && row.package === item.package;

// src/judge/waivers.ts
init_define_FLAMEGATE_PAGE();
function acceptedComparison(row, waiver, today) {
  const needs = waiver?.limit === null || isWorse2(row.verdict);
  if (waiver === null || !row.gated || !needs) return row;
  const { limit } = waiver;
  return decided(
    row,
    waiver,
    today,
    limit === null || worse(row) <= limit,
    limit && `${Math.round(limit * 1e3) / 10} %`
  );
}
function acceptedFunction(row, waiver, today) {
  if (waiver === null || waiver.limit === null || !row.gated || !isWorse2(row.verdict)) return row;
  const { limit } = waiver;
  return decided(row, waiver, today, row.adjustedDelta <= limit, points(limit));
}
var isWorse2 = (verdict) => verdict === "slower" || verdict === "suspect";
function decided(row, { reason: reason3, until }, today, isWithin2, limit) {
  const upTo = limit ? `up to ${limit}, ` : "";
  if (today > until) {
    return { ...row, reason: `${row.reason}; it was accepted until ${until} (${reason3})` };
  }
  if (!isWithin2) {
    return {
      ...row,
      reason: `${row.reason}; that is more than what is accepted (${upTo}${reason3})`
    };
  }
  const accepted = `accepted until ${until} (${upTo}${reason3})`;
  return {
    ...row,
    gated: false,
    waived: { reason: reason3, until },
    reason: `${row.reason}; ${accepted}`
  };
}

// src/settings/policy.ts
init_define_FLAMEGATE_PAGE();
var import_picomatch = __toESM(require_picomatch(), 1);
function policyFor(config) {
  return (subject) => {
    let threshold = usualThreshold(subject, config);
    let gated2 = subject.counted !== true || subject.unit === instructionsUnit;
    for (const rule of config.rules) {
      if (!matches(rule, subject)) continue;
      threshold = rule.threshold ?? threshold;
      gated2 = rule.gate ?? true;
    }
    return { threshold, gated: gated2 };
  };
}
function usualThreshold({ unit, exact: exact2, counted: counted3 }, config) {
  if (unit === "B/op") return 0.02;
  if (counted3 === true) return config.countThreshold;
  return exact2 ? 0 : config.threshold;
}
var matches = (rule, subject) => (rule.unit === void 0 || glob(rule.unit)(subject.unit)) && (rule.benchmark === void 0 || isNamed(rule.benchmark, subject));
var isNamed = (pattern, item) => glob(pattern)(item.benchmark) || glob(pattern)(`${item.package}.${item.benchmark}`);
var directionOf = (config, unit) => (Object.hasOwn(config.units, unit) ? config.units[unit] : void 0) ?? "unknown";
function waiverFor({ waivers }) {
  return (subject) => waivers.find((waiver) => {
    const pattern = subject.isGone ? waiver.removed : waiver.benchmark;
    return pattern !== void 0 && isNamed(pattern, subject);
  }) ?? null;
}
var functionWaiverFor = ({ waivers }) => (name2) => waivers.find((waiver) => waiver.function !== void 0 && glob(waiver.function)(name2)) ?? null;
function unmatchedWaivers({ waivers }, benchmarks, functions) {
  return waivers.flatMap(({ benchmark, removed, function: name2 }) => {
    const pattern = benchmark ?? removed;
    const isIdle = pattern === void 0 ? functions.length > 0 && !functions.some((item) => glob(name2 ?? "")(item.name)) : benchmarks.length > 0 && !benchmarks.some((item) => isNamed(pattern, item));
    return isIdle ? [`the waiver of ${pattern ?? name2} matches nothing`] : [];
  });
}
function unmatched(config, subjects) {
  return config.rules.filter((rule) => subjects.length > 0 && !subjects.some((subject) => matches(rule, subject))).map(
    (rule) => `the rule { benchmark: ${rule.benchmark ?? "*"}, unit: ${rule.unit ?? "*"} } matches nothing; names are like ${subjects[0]?.benchmark}, units like ${subjects[0]?.unit}`
  );
}
function unmatchedUnits({ units }, comparisons) {
  const found = new Map(comparisons.map(({ unit, better }) => [unit, better]));
  return Object.entries(units).filter(([unit, better]) => found.size > 0 && found.get(unit) !== better).map(
    ([unit, better]) => found.has(unit) ? `units says ${unit}: ${better}, but the benchmarks say ${found.get(unit)}, which is used` : `units names ${unit}, and no benchmark has that unit`
  );
}
function unmatchedFunctions(config, functions) {
  return config.functions.filter((rule) => !functions.some(({ name: name2 }) => glob(rule.name)(name2))).map((rule) => `the rule for functions ${rule.name} matches none of the profiles' functions`);
}
function unmatchedProfiles({ gateProfiles }, profiles) {
  const found = new Set(profiles.map(({ sampleType }) => sampleType.type));
  return gateProfiles.filter((type) => !defaults.gateProfiles.includes(type) && !found.has(type)).map(
    (type) => `gate-profiles names ${type}, and no profile compared counts that: here are ${[...found].join(", ")}; sample-type chooses what a profile counts`
  );
}
function functionPolicyFor(config) {
  return (name2) => {
    let threshold = config.profileThreshold;
    let gated2 = true;
    for (const rule of config.functions) {
      if (!glob(rule.name)(name2)) continue;
      threshold = rule.threshold ?? threshold;
      gated2 = rule.gate ?? true;
    }
    return { threshold, gated: gated2, profiles: config.gateProfiles };
  };
}
var globs = /* @__PURE__ */ new Map();
function glob(pattern) {
  let match = globs.get(pattern);
  if (match === void 0) {
    match = (0, import_picomatch.default)(pattern, { bash: true, dot: true, nonegate: true, noextglob: true });
    globs.set(pattern, match);
  }
  return match;
}

// src/flow/judgement.ts
function compare(head, base, config, elsewhere = []) {
  const policies = policiesOf(config);
  const options = {
    test: config.test,
    trustSingleRun: config.trustSingleRun,
    alpha: config.alpha,
    suspect: config.suspect,
    host: config.runner,
    machineKnown: isMachineKnown(head[0]?.environment, config),
    policy: (series) => policies.series({ ...series, exact: false }),
    better: (unit) => directionOf(config, unit)
  };
  const { comparisons, ...against2 } = compareBenchmarks(head, base, options);
  const rows = base.length > 0 ? comparisons : withElsewhere(comparisons, head, elsewhere, options);
  return { ...adjusted(rows, head, base, config), ...against2 };
}
var isMachineKnown = (environment, config) => config.runner === "dedicated" || config.match.includes("cpu") && environment?.cpu !== void 0;
function compareHere(rounds, whole2, looks2, config, asked) {
  const policies = policiesOf(config);
  const named = rounds.map((round) => ({
    ...round,
    base: withPresentNames(round.base, config.renamed)
  }));
  const comparisons = compareRounds(named, {
    test: config.test,
    alpha: config.alpha,
    margin: (series) => marginOfThreshold * policies.series({ ...series, exact: false }).threshold,
    better: (unit) => directionOf(config, unit),
    looks: looks2
  });
  const wanted = asked === null ? comparisons : comparisons.filter(asked.wanted).map(({ toldBy: _, ...item }) => item);
  const heads = whole2.map((round) => round.head);
  const bases = whole2.map((round) => round.base);
  return { ...adjusted(wanted, heads, bases, config), p: null, shift: null, dedicated: false };
}
function adjusted(comparisons, head, base, config) {
  const policies = policiesOf(config);
  const thresholds = config.functions.map((rule) => rule.threshold ?? Number.POSITIVE_INFINITY);
  if (config.profileGroupBy !== void 0) refuseUnshared(config.profileGroupBy, head, base);
  const profiles = compareSlices(head, base, {
    alpha: config.alpha,
    floor: Math.min(config.profileThreshold, ...thresholds)
  });
  return adjust(comparisons, profiles, {
    comparison: (row) => row.follows === null && row.better !== "unknown" && policies.comparison(row).gated,
    function: (row) => isGated(row, policies.function(row.name))
  });
}
function judge(head, baseline, compared3, config, doubt = null) {
  const rows = judgeRows(compared3, config, baseline.name);
  const judged = {
    ...rows,
    comparisons: doubt === null ? rows.comparisons : rows.comparisons.map(cappedBy(doubt)),
    baseline: {
      name: baseline.name,
      runs: baseline.runs.length,
      commits: [...new Set(baseline.runs.map((run) => run.commit))],
      setAside: baseline.setAside,
      ...elsewhereUse(rows.comparisons, baseline)
    },
    rounds: null,
    warnings: [
      ...head.flatMap((run) => run.warnings),
      ...baseline.warnings,
      ...gaps(head, baseline.runs),
      ...idleRules(config, compared3)
    ]
  };
  return conclude(judged, head[0]?.environment ?? {});
}
var cappedBy = (doubt) => (row) => (isTime(row.unit) || isTimed(row.unit)) && row.verdict === "slower" ? { ...row, verdict: "suspect", reason: `${row.reason}; ${doubt}` } : row;
function elsewhereUse(rows, { runs, elsewhere = [] }) {
  const isUsed = runs.length === 0 && rows.some((row) => row.test === "exact");
  return isUsed ? { elsewhere: elsewhere.length } : {};
}
function judgeRows({ comparisons, profiles, ...against2 }, config, base) {
  const policies = policiesOf(config);
  const otherWork = otherWorkIn(comparisons);
  const today = (/* @__PURE__ */ new Date()).toISOString().slice(0, 10);
  const waiver = waiverFor(config);
  const functionWaiver = functionWaiverFor(config);
  return {
    comparisons: withTellers(
      comparisons.map(
        (item) => judgeComparison(item, { ...policies.comparison(item), see: config.see, base }, config)
      )
    ).map((row) => {
      const isGone = row.verdict === "missing";
      return acceptedComparison(row, waiver({ ...row, isGone }), today);
    }),
    functions: profiles.flatMap(
      ({ functions }) => functions.map((item) => {
        const policy = { ...policies.function(item.name), otherWork };
        return acceptedFunction(
          judgeFunction(item, policy, config.alpha),
          functionWaiver(item.name),
          today
        );
      })
    ),
    profiles,
    ...against2
  };
}
function otherWorkIn(comparisons) {
  const namesOf = (side2) => new Map(
    comparisons.filter((row) => row[side2] !== null).map((row) => [benchmarkKey(row), row.benchmark])
  );
  const [before, now] = [namesOf("base"), namesOf("head")];
  const added = [...now].find(([key]) => !before.has(key));
  const lost = [...before].find(([key]) => !now.has(key));
  const [, name2] = added ?? lost ?? [];
  if (name2 === void 0) return void 0;
  const how = added === void 0 ? "is not run any more" : "is new";
  return `the benchmark ${name2} ${how}: the profiles of the two sides are of different work`;
}
function judgeCounts(rows, counts2, about, config) {
  const compared3 = { comparisons: rows, profiles: [], p: null, shift: null, dedicated: false };
  const judged = {
    ...judgeRows(compared3, config),
    baseline: noStoredRuns(counts2.name),
    rounds: null,
    counts: counts2,
    warnings: about.warnings
  };
  return conclude(judged, about.environment);
}
var noStoredRuns = (name2 = "") => ({
  name: name2 === "" ? "the base" : name2.replace(/^([0-9a-f]{10})[0-9a-f]{2,54}(?=$|[~^])/, "$1"),
  runs: 0,
  commits: [],
  setAside: []
});
var countThresholdOf = (config) => (row) => policyFor(config)({ ...row, exact: false, counted: true }).threshold;
function conclude(judged, environment) {
  const verdict = judgeGate(judged);
  const seen2 = { ...judged, sight: sightOf(judged) };
  const sentence = headline(verdict, seen2);
  return {
    ...seen2,
    verdict,
    headline: plainText(sentence),
    sentence,
    environment,
    advice: advice(seen2, environment.cpu)
  };
}
function gaps(head, base) {
  const { open, told: told3 } = sliceGaps(head, base);
  return [
    ...open.map((message) => ({ kind: "profile", message })),
    ...told3.map((message) => ({ kind: "policy", message }))
  ];
}
function idleRules(config, { comparisons, profiles }) {
  const functions = profiles.flatMap((profile) => profile.functions);
  return [
    ...unmatched(config, comparisons),
    ...unmatchedUnits(config, comparisons),
    ...unmatchedWaivers(config, comparisons, functions),
    ...functions.length === 0 ? [] : [...unmatchedFunctions(config, functions), ...unmatchedProfiles(config, profiles)]
  ].map((message) => ({ kind: "policy", message }));
}
function policiesOf(config) {
  const series = policyFor(config);
  return {
    series,
    comparison: (row) => series({ ...row, exact: row.test === "exact", counted: row.test === "counted" }),
    function: functionPolicyFor(config)
  };
}

export {
  judgeComparison,
  isJitter,
  toConfirm,
  suspects,
  afterRounds,
  countable,
  firstLook2 as firstLook,
  withInstructions,
  isClearedByCounts,
  looks,
  marginOfThreshold,
  wholeRounds,
  policyFor,
  sliceFactors,
  cpuTime,
  blame,
  exitStatus,
  isTeller,
  compare,
  compareHere,
  judge,
  judgeRows,
  judgeCounts,
  noStoredRuns,
  countThresholdOf,
  conclude,
  gaps,
  idleRules
};
