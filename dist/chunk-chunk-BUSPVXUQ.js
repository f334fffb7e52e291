import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  holm,
  tCdf,
  tQuantile,
  tTwoSided,
  tUpper,
  tUpperQuantile
} from "./chunk-chunk-V5B7NZXV.js";
import {
  blank,
  centre,
  commonest,
  exact,
  exactly,
  fromScale,
  geometricMean,
  keyOf,
  looks,
  mad,
  mean,
  median,
  presentValue,
  relative,
  scaleOf,
  sequentialBound,
  sequentialP,
  sides,
  sorted,
  summarise,
  timesOf,
  toScale,
  untested,
  unvarying,
  variance,
  varianceAbout,
  worseUp
} from "./chunk-chunk-LJOZUCWE.js";
import {
  normalCdf,
  normalQuantile,
  normalUpper
} from "./chunk-chunk-UZCBEQND.js";
import {
  packRun
} from "./chunk-chunk-EP2JPQBW.js";
import {
  readRun,
  refuseTwins,
  require_picomatch
} from "./chunk-chunk-JK4PVU2F.js";
import {
  defaults,
  readOptions
} from "./chunk-chunk-EEZC7U42.js";
import {
  InputError
} from "./chunk-chunk-YOAMKUER.js";
import {
  __toESM
} from "./chunk-chunk-RPXPASOV.js";

// src/judge/gate.ts
function judgeGate(of) {
  const rows = [...of.comparisons, ...of.functions].filter((row) => row.gated);
  if (rows.some((row) => row.verdict === "regressed")) return "fail";
  if (of.baseline.runs === 0 && of.rounds === null) return "no-baseline";
  const decided2 = rows.some(({ verdict }) => ["unchanged", "improved", "moved"].includes(verdict));
  const open2 = rows.some((row) => row.verdict === "inconclusive" || row.verdict === "missing");
  const failed2 = of.warnings.some(({ kind }) => kind === "failed" || kind === "profile");
  const shifted = of.shift?.verdict === "beyond-history" && of.rounds === null;
  return decided2 && !open2 && !failed2 && !shifted ? "pass" : "inconclusive";
}
function exitStatus(verdict, failOn) {
  if (failOn === "never" || verdict === "pass") return 0;
  if (verdict === "fail") return 1;
  return failOn === "inconclusive" ? 3 : 0;
}

// src/compare/environment.ts
var words = {
  goos: "operating system",
  goarch: "architecture",
  cpu: "CPU",
  runner: "runner image",
  toolchain: "toolchain"
};
function difference(head, base, match) {
  for (const field of match) {
    if (head[field] === base[field]) continue;
    if (field === "toolchain" && release(head.toolchain) === release(base.toolchain)) continue;
    return `other ${words[field]}: ${base[field] ?? "not known"} (here ${head[field] ?? "not known"})`;
  }
  return null;
}
var release = (toolchain) => toolchain?.replace(/(\d+\.\d+)(\.\d+)+/, "$1");

// src/stored.ts
async function load(store, head, config, tables2) {
  let model = head;
  const runs = [];
  let newest = null;
  const setAside = [];
  const warnings = [];
  const seen = /* @__PURE__ */ new Set();
  for await (const item of store.load()) {
    if (item.kind === "set-aside") setAside.push(item.setAside);
    if (item.kind === "warning") warnings.push(item.warning);
    if (item.kind !== "run") continue;
    const { commit, time } = item.run.manifest;
    try {
      const run = await readStored(item.run, tables2);
      model ??= run;
      const reason2 = difference(model.environment, run.environment, known(model, config));
      if (reason2 !== null) {
        setAside.push({ commit, time, reason: reason2 });
        continue;
      }
      const times = timesOf(run);
      if (times !== null && seen.has(times)) {
        const twice = "its times are those of another stored run, to the last digit";
        setAside.push({ commit, time, reason: twice });
        continue;
      }
      if (times !== null) seen.add(times);
      newest ??= item.run;
      runs.push(run);
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      setAside.push({ commit, time, reason: error.message });
      warnings.push({ kind: "baseline", message: `stored run set aside: ${error.message}` });
    }
    if (runs.length === config.baselineRuns) break;
  }
  return { runs, newest, setAside, warnings };
}
function withoutItself(baseline, head) {
  const times = timesOf(head);
  const copy = times === null ? void 0 : baseline.runs.find((run) => timesOf(run) === times);
  if (copy === void 0) return baseline;
  const { commit, time } = copy;
  if (commit !== head.commit) {
    throw new InputError(
      `all times of this run are those of the stored run of ${commit || "an unnamed commit"} (${time}), to the last digit: it was not measured anew. Is its benchmark output an old file?`
    );
  }
  const itself = { commit, time, reason: "it is this run itself" };
  return {
    ...baseline,
    runs: baseline.runs.filter((run) => run !== copy),
    setAside: [...baseline.setAside, itself]
  };
}
var known = (head, config) => head.series.length > 0 ? config.match : config.match.filter((field) => head.environment[field] !== void 0);
var readStored = (run, tables2) => readRun(inputsOf(run), tables2);
function inputsOf({ manifest, files }) {
  return {
    benchmarks: files.filter((file) => file.kind === "benchmarks"),
    profiles: files.filter((file) => file.kind === "profile"),
    commit: manifest.commit,
    time: manifest.time,
    environment: manifest.environment
  };
}

// src/stats/noncentral.ts
var found = /* @__PURE__ */ new Map();
var foundKept = 1e4;
function noncentrality(df, alpha, power = 0.8) {
  const key = `${df} ${alpha} ${power}`;
  let effect = found.get(key);
  if (effect === void 0) {
    effect = solve(df, alpha, power);
    if (found.size >= foundKept) found.clear();
    found.set(key, effect);
  }
  return effect;
}
function solve(df, alpha, power) {
  const critical2 = tUpperQuantile(alpha, df);
  const wanted = normalQuantile(power);
  let effect = critical2 + wanted;
  if (df === Number.POSITIVE_INFINITY) return effect;
  let low = 0;
  let high = Number.POSITIVE_INFINITY;
  for (let i = 0; i < 100; i++) {
    const at = beyond(critical2, effect, df);
    const miss = normalQuantile(at.power) - wanted;
    if (miss < 0) low = effect;
    else high = effect;
    const step = miss * Math.exp(-0.5 * (miss + wanted) ** 2) * inverseRoot2Pi / at.slope;
    let next = effect - step;
    if (!(next > low && next < high)) {
      next = high === Number.POSITIVE_INFINITY ? 2 * effect : (low + high) / 2;
    }
    if (Math.abs(next - effect) <= 1e-7 * effect) return next;
    effect = next;
  }
  return effect;
}
var inverseRoot2Pi = 1 / Math.sqrt(2 * Math.PI);
var negligible = -30;
var reach = 8.5;
function beyond(critical2, effect, df) {
  let all = 0;
  let over = 0;
  let slope = 0;
  const edges = panels(critical2, effect, df);
  for (let i = 1; i < edges.length; i++) {
    const from = edges[i - 1];
    const half = (edges[i] - from) / 2;
    for (let k = 0; k < gaussNodes.length; k++) {
      const u = from + half * (1 + gaussNodes[k]);
      const s = Math.exp(u);
      const mass = half * gaussWeights[k] * Math.exp(df * (u - (s * s - 1) / 2));
      const z = effect - critical2 * s;
      all += mass;
      if (z > reach) over += mass;
      else if (z > -reach) {
        over += mass * normalCdf(z);
        slope += mass * Math.exp(-0.5 * z * z) * inverseRoot2Pi;
      }
    }
  }
  return { power: over / all, slope: slope / all };
}
function panels(critical2, effect, df) {
  const low = bound(df, -1);
  const high = bound(df, 1);
  const edges = [low];
  const density = 3 / Math.sqrt(2 * df);
  const step = effect > 0 && critical2 > 0 ? Math.log(effect / critical2) : Number.NaN;
  const from = step + Math.log(Math.max(1 - reach / effect, 1e-300));
  const to = step + Math.log(1 + reach / effect);
  const steep = Math.max(3.5 / effect, 1e-12);
  let u = low;
  while (u < high) {
    let next = u + density;
    if (u < from && next > from) next = from;
    else if (u >= from && u < to) next = Math.min(next, u + steep);
    u = Math.min(next, high);
    edges.push(u);
  }
  return edges;
}
function bound(df, side2) {
  let u = side2 * Math.sqrt(-negligible / df);
  for (let i = 0; i < 50; i++) {
    const e = Math.exp(2 * u);
    const step = (df * (u - (e - 1) / 2) - negligible) / (df * (1 - e));
    u -= step;
    if (Math.abs(step) < 1e-3 * Math.abs(u)) break;
  }
  return u;
}
var [gaussNodes, gaussWeights] = mirrored([
  [0.09501250983763744, 0.1894506104550685],
  [0.2816035507792589, 0.18260341504492358],
  [0.45801677765722737, 0.16915651939500254],
  [0.6178762444026438, 0.14959598881657674],
  [0.755404408355003, 0.12462897125553388],
  [0.8656312023878318, 0.09515851168249279],
  [0.9445750230732326, 0.062253523938647894],
  [0.9894009349916499, 0.027152459411754096]
]);
function mirrored(half) {
  const all = half.flatMap(([node, weight]) => [[-node, weight], [node, weight]]);
  return [Float64Array.from(all, ([node]) => node), Float64Array.from(all, ([, weight]) => weight)];
}

// src/stats/signedrank.ts
var rounding = 1e-12;
var counted = 100;
function signedRankP(differences, shift = 0) {
  const grain = rounding * differences.reduce((most2, d) => Math.max(most2, Math.abs(d)), Math.abs(shift));
  const moved = differences.map((value) => value - shift).filter((d) => Math.abs(d) > grain);
  if (moved.length === 0) return 1;
  const ranks = doubledRanks(moved.map(Math.abs), grain);
  const sum = ranks.reduce((total, rank3, i) => (moved[i] ?? 0) > 0 ? total + rank3 : total, 0);
  if (moved.length > counted) return normalTail(ranks, sum);
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
  const most2 = ranks.reduce((sum, rank3) => sum + rank3, 0);
  const chances = new Float64Array(most2 + 1);
  chances[0] = 1;
  let reached = 0;
  for (const rank3 of ranks) {
    reached += rank3;
    for (let w = reached; w >= 0; w--) {
      const without2 = chances[w];
      chances[w] = 0.5 * (without2 + (w >= rank3 ? chances[w - rank3] : 0));
    }
  }
  return chances;
}
function normalTail(ranks, sum) {
  const most2 = ranks.reduce((total, rank3) => total + rank3, 0);
  const variance3 = ranks.reduce((total, rank3) => total + rank3 * rank3, 0) / 4;
  return normalUpper((sum - 1 - most2 / 2) / Math.sqrt(variance3));
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
  const beyond2 = mostBeyond(n, alpha);
  if (beyond2 < 0) return side2 === "upper" ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
  const at = side2 === "upper" ? walsh.length - 1 - beyond2 : beyond2;
  return walsh[at] ?? Number.NaN;
}
var known2 = /* @__PURE__ */ new Map();
function mostBeyond(n, alpha) {
  const key = `${n} ${alpha}`;
  let most2 = known2.get(key);
  if (most2 === void 0) {
    most2 = n > counted ? normalBeyond(n, alpha) : countedBeyond(n, alpha);
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
  const middle2 = n * (n + 1) / 4;
  const sd = Math.sqrt(n * (n + 1) * (2 * n + 1) / 24);
  let [low, high] = [-1, Math.floor(middle2)];
  while (low < high) {
    const c = Math.ceil((low + high) / 2);
    if (normalUpper((middle2 - c - 0.5) / sd) <= alpha) low = c;
    else high = c - 1;
  }
  return low;
}

// src/compare/rounds.ts
var marginOfThreshold = 0.4;
var roundFloor = 2e-3;
var floorsOfRanks = 2;
var boundAlpha = 0.05;
var tests = 2;
function compareRounds(rounds, options) {
  const rows = collect(rounds);
  const ready = rounds.length >= (options.looks[0]?.after ?? Number.POSITIVE_INFINITY);
  const results = rows.map(
    (row) => row.base.length > 0 && row.head.length > 0 ? unvarying(row.base, row.head) : null
  );
  const noisy2 = rows.filter((row, i) => results[i] === null && row.pairs.length > 0).length;
  return rows.map((row, i) => {
    if (row.pairs.length === 0) return untested(row, options);
    const result = results[i] ?? null;
    if (result !== null && row.alone === 0 && ready) return exact(row, result, options);
    return paired(row, options, ready, options.alpha / Math.max(1, noisy2));
  });
}
function wholeRounds(rounds) {
  const size = (of) => Math.min(of.base.series.length, of.head.series.length);
  return rounds.filter((of) => size(of) >= (rounds[0] === void 0 ? 0 : size(rounds[0])));
}
function collect(rounds) {
  const rows = /* @__PURE__ */ new Map();
  rounds.forEach(({ base, head }, round) => {
    const heads = new Map(head.series.map((of) => [keyOf(of), of]));
    const bases = new Map(base.series.map((of) => [keyOf(of), of]));
    for (const [key, any] of [...bases, ...heads]) {
      const row = rows.get(key) ?? { any, base: [], head: [], pairs: [], alone: 0 };
      rows.set(key, row);
      if (row.pairs.at(-1)?.round === round) continue;
      const [of, against2] = [bases.get(key), heads.get(key)];
      if (of !== void 0) row.base.push(of);
      if (against2 !== void 0) row.head.push(against2);
      if (of !== void 0 && against2 !== void 0)
        row.pairs.push({ round, base: of, head: against2 });
      else row.alone++;
    }
  });
  return [...rows.values()];
}
function paired(row, options, ready, alpha) {
  const outline = blank(row.any, options);
  const both = [...row.pairs.map((of) => of.base), ...row.pairs.map((of) => of.head)];
  const scale = scaleOf(both);
  const medians = options.test === "mann-whitney";
  const summaries = both.map((of) => summarise(of.samples, scale, medians));
  const bases = summaries.slice(0, row.pairs.length);
  const heads = summaries.slice(row.pairs.length);
  const size = scale === "log" ? 1 : Math.abs(mean(bases.map((of) => of.center)));
  const direction = worseUp({
    scale,
    size,
    lowerIsBetter: outline.better !== "higher",
    margin: options.margin(row.any)
  });
  const differences = heads.map((of, i) => of.center - (bases[i]?.center ?? 0));
  const whole = ready && row.alone === 0;
  const estimates = whole ? seenAt(row.pairs, differences, options, roundFloor * size) : [];
  const last = estimates.at(-1);
  const guard = floorsOfRanks * roundFloor * size;
  return {
    ...outline,
    ...sides(both.slice(0, row.pairs.length), both.slice(row.pairs.length), [
      middle(bases, scale),
      middle(heads, scale)
    ]),
    ...last === void 0 ? {} : tested(estimates, last, direction, { size, guard, alpha }),
    test: "paired",
    notes: notes(summaries, row.alone)
  };
}
var middle = (runs, scale) => fromScale(median(runs.map((run) => run.center)), scale);
function seenAt(pairs, differences, { looks: looks2 }, least) {
  const estimates = [];
  let n = 0;
  for (const { after, weight } of looks2) {
    const before = n;
    while ((pairs[n]?.round ?? Number.POSITIVE_INFINITY) < after) n++;
    if (n > before && n >= 2) {
      const part = differences.slice(0, n);
      const center = mean(part);
      const se = Math.max(Math.sqrt(varianceAbout(center, part) / n), least);
      const walsh = walshAverages(part);
      estimates.push({ weight, differences: part, mean: center, se, df: n - 1, walsh });
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
function tested(estimates, last, { sign, step, back, ratio, asWorse }, { size, guard, alpha }) {
  const center = hodgesLehmann(last.walsh);
  const isWorse2 = sign * center >= 0;
  const towards = isWorse2 ? sign : -sign;
  const limit = isWorse2 ? step : back;
  const seen = estimates.map((of) => ({ weight: of.weight, p: pOf(of, towards, limit, guard) }));
  const bound2 = sequentialBound(estimates, boundAlpha, (of, share) => {
    const byT = sign * of.mean + critical(share / tests, of.df) * of.se;
    const edge = walshBound(of.walsh, of.df + 1, share / tests, sign > 0 ? "upper" : "lower");
    return Math.min(byT, sign * edge + guard);
  });
  const interval = intervalOf(last);
  const se = (interval[1] - interval[0]) / (2 * critical(0.025, last.df));
  const least = noncentrality(last.df, alpha * last.weight / tests) * Math.max(se, guard / 2);
  return {
    ...size === 0 ? {} : { delta: ratio(center) },
    p: sequentialP(seen),
    df: last.df,
    ci: size === 0 ? null : [ratio(interval[0]), ratio(interval[1])],
    worst: asWorse(bound2),
    detectable: asWorse(step + least)
  };
}
function pOf(of, towards, limit, guard) {
  const beyond2 = towards * of.mean - limit;
  const byT = of.se > 0 ? tUpper(beyond2 / of.se, of.df) : beyond2 > 0 ? 0 : 1;
  const onSide = towards > 0 ? of.differences : of.differences.map((value) => -value);
  const byRanks = signedRankP(onSide, limit + guard);
  return Math.min(1, tests * Math.min(byT, byRanks));
}
function intervalOf({ walsh, df, mean: center, se }) {
  const [low, high] = ["lower", "upper"].map(
    (side2) => walshBound(walsh, df + 1, 0.025, side2)
  );
  if (Number.isFinite(low) && Number.isFinite(high)) return [low, high];
  const half = critical(0.025, df) * se;
  return [center - half, center + half];
}
function notes(summaries, alone) {
  const said = [];
  if (summaries.some((run) => run.wild)) {
    said.push("a sample over 5 MAD away: the median of its run is used");
  }
  if (alone > 0) said.push(`one side only in ${alone} ${alone === 1 ? "round" : "rounds"}`);
  return said;
}

// src/judge/words.ts
function percent(ratio) {
  const value = Math.abs(ratio) * 100;
  if (value > 1e3) return "over 1000 %";
  return `${value >= 99.95 ? value.toFixed(0) : value >= 9.995 ? value.toFixed(1) : trimmed(value)} %`;
}
var signed = (ratio) => percent(ratio).replace(/(?=\d)/, ratio < 0 ? "-" : "+");
function change(delta, ci) {
  if (delta === null) return "from zero";
  return ci === null || ci[0] === ci[1] ? signed(delta) : `${signed(delta)} [${signed(ci[0])}, ${signed(ci[1])}]`;
}
var points = (fraction) => `${trimmed(Math.abs(fraction) * 100)} pp`;
var plural = (count2, noun) => `${count2} ${noun}${count2 === 1 ? "" : "s"}`;
var trimmed = (value) => String(Number(value.toPrecision(2)));

// src/judge/confirm.ts
var screenDelta = 0.02;
var screenP = 0.2;
var keyOf2 = (of) => `${of.package}\0${of.benchmark}\0${of.unit}`;
function toConfirm(of, confirm2, alpha) {
  if (confirm2 === "never") return null;
  const everything = of.baseline.runs === 0 || of.shift?.verdict === "beyond-history" || of.functions.some((row) => isHeavy(row, alpha));
  const certain2 = new Set(of.comparisons.filter(isCertain).map(keyOf2));
  if (everything) return { only: null, wanted: (row) => !certain2.has(keyOf2(row)) };
  const suspects2 = of.comparisons.filter(
    (row) => !isCertain(row) && isSuspect(row, of.shift?.delta ?? 0)
  );
  if (suspects2.length === 0) return null;
  const keys = new Set(suspects2.map(keyOf2));
  return {
    only: [...new Set(suspects2.map((row) => row.benchmark))],
    wanted: (row) => keys.has(keyOf2(row))
  };
}
var suspects = (screened, asked) => screened.comparisons.filter(
  (row) => row.gated && row.base !== null && row.head !== null && asked.wanted(row) && (asked.only !== null || row.verdict === "regressed")
);
var isCertain = (of) => of.test === "exact";
function isSuspect(of, shift) {
  if (!of.gated || of.base === null || of.head === null) return false;
  if (of.verdict === "regressed") return true;
  if (of.verdict !== "inconclusive") return false;
  const sign = of.better === "higher" ? -1 : 1;
  const suite = of.unit === "sec/op" ? 1 + shift : 1;
  const worse2 = sign * ((1 + (of.delta ?? sign)) / suite - 1);
  return worse2 >= screenDelta || worse2 > 0 && of.p !== null && of.p < screenP;
}
function isHeavy(of, alpha) {
  if (!of.gated) return false;
  if (of.verdict === "regressed") return true;
  if (of.verdict !== "inconclusive") return false;
  return of.pAdjusted !== null && of.pAdjusted < alpha && of.flatDelta >= of.threshold;
}
function afterRounds(screened, here2, asked) {
  const measured2 = new Map(here2.comparisons.filter(asked.wanted).map((row) => [keyOf2(row), row]));
  const comparisons = screened.comparisons.map((row) => {
    const again = measured2.get(keyOf2(row));
    measured2.delete(keyOf2(row));
    return asked.wanted(row) ? confirmed(row, again, asked.keepsRest === true) : row;
  });
  return {
    comparisons: [...comparisons, ...measured2.values()],
    ...functionsAfter(screened, here2, asked),
    shift: screened.shift,
    baseline: screened.baseline,
    rounds: here2.rounds,
    warnings: [...screened.warnings, ...here2.warnings]
  };
}
function confirmed(row, here2, keepsRest) {
  const stored = row.base !== null && row.head !== null;
  if (keepsRest && stored && (here2 === void 0 || here2.test === "none")) return row;
  if (here2 === void 0)
    return stored ? undecided(row, "the rounds here did not measure it") : row;
  if (!stored) return here2;
  if (here2.verdict === "new") return undecided(row, "the base does not have it here");
  const screened = { delta: row.delta, runs: row.base.runs };
  return { ...here2, screened, reason: reason(row, here2) };
}
function undecided(row, why) {
  const screened = { delta: row.delta, runs: row.base?.runs ?? 0 };
  return { ...row, verdict: "inconclusive", screened, reason: `${screening(row)}; ${why}` };
}
var screening = (row) => `screened ${row.delta === null ? "from zero" : signed(row.delta)} against ${plural(row.base?.runs ?? 0, "run")} of main`;
function reason(row, here2) {
  switch (here2.verdict) {
    case "regressed":
      return `${screening(row)}, confirmed ${here2.reason}`;
    case "unchanged":
    case "improved":
      return looksWorse(row) ? `not confirmed: ${machine(row, here2)}; ${screening(row)}, ${here2.reason}` : `${screening(row)}, ${here2.reason}`;
    default:
      return `${screening(row)}, ${here2.reason}`;
  }
}
var looksWorse = (row) => row.verdict === "regressed" || worsening(row, row.delta ?? 1) >= screenDelta;
var worsening = (row, delta) => row.better === "higher" ? 1 / (1 + delta) - 1 : delta;
function machine(row, here2) {
  const [then, now] = [row.base?.center ?? 0, here2.base?.center ?? 0];
  const moved = then === 0 ? 0 : worsening(row, now / then - 1);
  return /sec|\/s/.test(row.unit) && moved >= worsening(row, row.delta ?? 1) / 2 ? "this runner is slower" : "main's runs differ for another reason";
}
function functionsAfter(screened, here2, asked) {
  const types = new Set(here2.profiles.map(kindOf));
  if (asked.only === null) {
    const seen = new Set(here2.functions.map(functionKey));
    const kept = screened.functions.filter(
      (row) => !types.has(kindOf(row)) || isOpen(row) && !seen.has(functionKey(row))
    );
    return {
      functions: [...here2.functions, ...asked.keepsRest === true ? kept : kept.map(unconfirmed)],
      profiles: [...here2.profiles, ...screened.profiles.filter((of) => !types.has(kindOf(of)))]
    };
  }
  const rose = new Map(
    here2.functions.filter((row) => row.verdict === "regressed").map((row) => [functionKey(row), row])
  );
  const rest = screened.functions.filter((row) => !rose.has(functionKey(row)));
  return { functions: [...rose.values(), ...rest], profiles: screened.profiles };
}
var isOpen = (row) => row.gated && row.p !== null && (row.verdict === "regressed" || row.verdict === "inconclusive");
var kindOf = (of) => `${of.sampleType.type}\0${of.slice ?? ""}`;
var functionKey = (of) => `${kindOf(of)}\0${of.name}`;
function unconfirmed(row) {
  if (row.verdict !== "regressed") return row;
  return {
    ...row,
    verdict: "inconclusive",
    reason: `heavier by ${points(row.flatDelta)} than in the base's profiles; the rounds here have no profile of it`
  };
}

// src/judge/decided.ts
var isOpen2 = (row) => row.gated && row.verdict === "inconclusive" && row.test !== "exact";
var openNames = ({ comparisons }) => [
  ...new Set(comparisons.filter(isOpen2).map((row) => row.benchmark))
];
var gravest = ["regressed", "missing", "inconclusive", "improved", "new", "unchanged"];
function decided(of) {
  const open2 = new Set(openNames(of));
  const rows = /* @__PURE__ */ new Map();
  for (const row of of.comparisons) {
    if (!row.gated || open2.has(row.benchmark)) continue;
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

// src/compare/levels.ts
var runsOfLevel = 5;
var runsBefore = 3;
var apart = 6;
function presentLevel(centers, least) {
  let size = centers.length;
  for (; ; ) {
    const split = bestSplit(centers, size);
    if (split === null || !isChange(centers, split, size, least)) return size;
    size = split;
  }
}
function bestSplit(centers, size) {
  if (size < runsOfLevel + runsBefore) return null;
  const origin = centers[0] ?? 0;
  const total = centers.slice(0, size).reduce((sum, value) => sum + (value - origin), 0);
  let newer = 0;
  let best = null;
  let most2 = Number.NEGATIVE_INFINITY;
  for (let split = 1; split <= size - runsBefore; split++) {
    newer += (centers[split - 1] ?? 0) - origin;
    if (split < runsOfLevel) continue;
    const explained = newer ** 2 / split + (total - newer) ** 2 / (size - split);
    if (explained > most2) [most2, best] = [explained, split];
  }
  return best;
}
function isChange(centers, split, size, least) {
  const now = median(centers.slice(0, split));
  const before = median(centers.slice(split, size));
  const gap = Math.abs(now - before);
  if (!(gap > least) || gap <= apart * spreadOf(centers)) return false;
  const oldest = centers[split - 1] ?? now;
  return Math.abs(oldest - now) < Math.abs(oldest - before);
}
var spreadOf = (centers) => 1.4826 / Math.SQRT2 * median(centers.slice(1).map((value, i) => Math.abs(value - (centers[i] ?? 0))));

// src/stats/ttest.ts
function tTest(difference2, se, df, options = {}) {
  const { alternative = "two-sided", margin = 0, confidence = 0.95 } = options;
  if (se === 0) return certain(difference2, df, alternative, margin);
  const t = (difference2 - margin) / se;
  const half = -tQuantile((1 - confidence) / 2, df) * se;
  return {
    difference: difference2,
    se,
    df,
    t,
    p: tail(t, df, alternative),
    ci: [difference2 - half, difference2 + half]
  };
}
function tail(t, df, alternative) {
  switch (alternative) {
    case "two-sided":
      return tTwoSided(t, df);
    case "greater":
      return tUpper(t, df);
    case "less":
      return tCdf(t, df);
  }
}
function certain(difference2, df, alternative, margin) {
  const t = difference2 === margin ? 0 : (difference2 - margin) * Number.POSITIVE_INFINITY;
  const holds = alternative === "two-sided" ? t !== 0 : alternative === "greater" ? t > 0 : t < 0;
  return { difference: difference2, se: 0, df, t, p: holds ? 0 : 1, ci: [difference2, difference2] };
}

// src/stats/pooled.ts
function pooled(x, y, options = {}) {
  if (x.length === 0 || y.length === 0) return null;
  const { varianceFloor = 0, prior } = options;
  const observed = x.length + y.length - 2;
  const df = observed + (prior?.df ?? 0);
  if (!(df > 0)) return null;
  const meanX = mean(x);
  const meanY = mean(y);
  const known3 = prior === void 0 ? 0 : prior.df * prior.sd * prior.sd;
  const spread = (squares(x, meanX) + squares(y, meanY) + known3) / df;
  const variance3 = Math.max(spread, varianceFloor);
  const se = Math.sqrt(variance3 * (1 / x.length + 1 / y.length));
  return { ...tTest(meanX - meanY, se, df, options), variance: variance3 };
}
function squares(xs, center) {
  let sum = 0;
  for (const x of xs) sum += (x - center) * (x - center);
  return sum;
}

// src/compare/runlevel.ts
var enoughRuns = 5;
var priorSd = 0.03;
var priorDf = 6;
var runFloor = 3e-3;
var tailDf = 3;
var far = 2;
function runLevel(base, head, older, options) {
  const { scale, lowerIsBetter, margin } = options;
  const size = scale === "log" ? 1 : Math.abs(mean(base.map((run) => run.center)));
  const borrowed = base.length < enoughRuns;
  const tested3 = pooledTest({ base, head, older }, size, borrowed);
  const { difference: difference2, shown: shown2, se, df } = tested3;
  const of = { scale, size, lowerIsBetter };
  const { sign, step, back, ratio, asWorse } = worseUp({ ...of, margin });
  const onRounds = worseUp({ ...of, margin: marginOfThreshold * margin });
  const worse2 = sign * (difference2 - options.shift);
  const beyond2 = worse2 >= 0 ? worse2 - step : -worse2 - back;
  const limit = scale === "log" ? Math.log(1 + far) : far * size;
  const tails = Math.abs(worse2) > limit ? df : tailDf;
  const found2 = (se2, df2) => {
    const capped = step + noncentrality(tailDf, options.alpha) * se2;
    const whole = step + noncentrality(df2, options.alpha) * se2;
    return asWorse(Math.min(capped, Math.max(whole, limit + tQuantile(0.8, df2) * se2)));
  };
  return {
    difference: difference2,
    p: se > 0 ? tUpper(beyond2 / se, tails) : beyond2 > 0 ? 0 : 1,
    df: tails,
    ci: size === 0 ? null : [ratio(shown2.ci[0]), ratio(shown2.ci[1])],
    worst: asWorse(worse2 + tQuantile(0.95, shown2.df) * shown2.se),
    detectable: found2(se, df),
    reach: reach2(
      base,
      head,
      { ...tested3, size },
      found2,
      (rounds, alone) => asWorse(onRounds.step + noncentrality(rounds - 1, options.alpha * lastLook) * alone)
    ),
    borrowed
  };
}
var manyRuns = 20;
var manyRounds = 20;
var lastLook = looks(manyRounds).at(-1)?.weight ?? 1;
var hardly = 0.1;
function reach2(base, head, seen, byRuns, byRounds) {
  const [k, r] = [base.length, head.length];
  const variance3 = seen.se ** 2 / (1 / k + 1 / r);
  const df = manyRuns + r - 2;
  const own = seen.ownVariance ?? variance3;
  const fading = (own * df + priorDf * (priorSd * seen.size) ** 2) / (df + priorDf);
  const then = Math.max(own, fading) * (1 / manyRuns + 1 / r);
  const stored = byRuns(Math.sqrt(then), df + priorDf);
  if (stored === null) return null;
  const spreads = [...base, ...head].filter((run) => run.n > 1).map((run) => run.variance);
  const within = spreads.length === 0 ? null : mean(spreads);
  const found2 = within === null ? null : byRounds(
    manyRounds,
    Math.max(Math.sqrt(2 * within / manyRounds), roundFloor * seen.size)
  );
  return {
    stored: { runs: manyRuns, detectable: stored },
    rounds: found2 === null ? null : { rounds: manyRounds, detectable: found2 },
    samples: within === null ? null : Math.max(1, Math.ceil(within / (hardly * variance3)))
  };
}
function pooledTest({ base, head, older }, size, borrowed) {
  const runs = [...base, ...head, ...older];
  const within = mean(runs.map((run) => run.variance / run.n));
  const varianceFloor = Math.max(within, (runFloor * size) ** 2);
  const heads = head.map((run) => run.center);
  const bases = base.map((run) => run.center);
  const seen = spreadOf2(older.map((run) => run.center));
  const assumed = { squares: priorDf * (priorSd * size) ** 2, df: priorDf };
  const blended = pooled(heads, bases, { varianceFloor, prior: asPrior(seen, assumed) });
  if (blended === null) throw new Error("runLevel needs a run on each side");
  const { difference: difference2, df } = blended;
  const own = borrowed ? null : pooled(heads, bases, { varianceFloor, ...seen.df > 0 ? { prior: asPrior(seen) } : {} });
  const se = Math.max(blended.se, own?.se ?? 0);
  return { difference: difference2, shown: own ?? blended, se, df, ownVariance: own?.variance ?? null };
}
var spreadOf2 = (centers) => centers.length < 2 ? { squares: 0, df: 0 } : { squares: variance(centers) * (centers.length - 1), df: centers.length - 1 };
function asPrior(...sources) {
  const df = sources.reduce((sum, of) => sum + of.df, 0);
  return { sd: Math.sqrt(sources.reduce((sum, of) => sum + of.squares, 0) / df), df };
}

// src/stats/choose.ts
function choose(n, k) {
  let product = 1;
  for (let i = 1; i <= Math.min(k, n - k); i++) product = product * (n - i + 1) / i;
  return product;
}

// src/stats/mannwhitney.ts
var exactLimit = 50;
var exactLimitWithTies = 25;
function mannWhitney(x, y) {
  const ranking = rank2(sorted(x), sorted(y));
  const { twoU, ties, hasTies } = ranking;
  const pairs = x.length * y.length;
  const u = twoU / 2;
  if (ties.length === 1) return { u, p: 1, method: "all-equal" };
  const limit = hasTies ? exactLimitWithTies : exactLimit;
  if (x.length > limit || y.length > limit) {
    return { u, p: normalApproximation(u, x.length, y.length, ties), method: "normal" };
  }
  if (twoU === pairs) return { u, p: 1, method: "exact" };
  const smaller = Math.min(twoU, 2 * pairs - twoU);
  if (ties.length === 2) return { u, p: 2 * twoValues(smaller, x.length, ties), method: "exact" };
  return { u, p: 2 * lowerTail(smaller, x.length, ties), method: "exact" };
}
function rank2(x, y) {
  const ties = [];
  let twoU = 0;
  let i = 0;
  let j = 0;
  while (i < x.length || j < y.length) {
    const nextX = i < x.length ? x[i] : Number.POSITIVE_INFINITY;
    const nextY = j < y.length ? y[j] : Number.POSITIVE_INFINITY;
    const value = Math.min(nextX, nextY);
    if (Number.isNaN(value)) throw new RangeError("NaN has no rank");
    const fromX = i;
    const fromY = j;
    while (i < x.length && x[i] === value) i++;
    while (j < y.length && y[j] === value) j++;
    twoU += (i - fromX) * (fromY + j);
    ties.push(i - fromX + (j - fromY));
  }
  return { twoU, ties, hasTies: ties.length < x.length + y.length };
}
function normalApproximation(u, nx, ny, ties) {
  const n = nx + ny;
  let correction = 0;
  for (const t of ties) correction += t * t * t - t;
  const sd = Math.sqrt(nx * ny * (n + 1 - correction / (n * (n - 1))) / 12);
  const distance = Math.max(0, Math.abs(u - nx * ny / 2) - 0.5);
  return 2 * normalUpper(distance / sd);
}
function twoValues(limit, nx, [lower = 0, higher = 0]) {
  const most2 = Math.trunc((limit - nx * (lower - nx)) / (lower + higher));
  let within = 0;
  for (let k = Math.max(0, nx - lower); k <= most2 && k <= Math.min(nx, higher); k++) {
    within += choose(lower, nx - k) * choose(higher, k);
  }
  return within / choose(lower + higher, nx);
}
function lowerTail(limit, nx, ties) {
  const middle2 = cut(ties);
  const low = halfTable(ties, 0, middle2);
  const high = halfTable(ties, middle2, ties.length);
  let within = 0;
  let all = 0;
  for (let j = Math.max(0, nx - high.size); j <= Math.min(nx, low.size); j++) {
    const row = rowStart(low.size, j);
    const other = rowStart(high.size, nx - j);
    const lowMost = 2 * j * (low.size - j);
    const highMost = 2 * (nx - j) * (high.size - nx + j);
    const rest = limit - 2 * (nx - j) * (low.size - j);
    let before = 0;
    for (let u = 0; u <= lowMost && u <= rest; u++) {
      const upTo = low.atMost[row + u];
      const room = Math.min(rest - u, highMost);
      within += (upTo - before) * high.atMost[other + room];
      before = upTo;
    }
    all += low.atMost[row + lowMost] * high.atMost[other + highMost];
  }
  return within / all;
}
function cut(ties) {
  let values = 0;
  for (const t of ties) values += t;
  let below = 0;
  let k = 0;
  while (2 * below < values) below += ties[k++];
  return k;
}
function rowStart(size, row) {
  return row * (row - 1) * (3 * size - 2 * row + 1) / 3 + row;
}
var tables = /* @__PURE__ */ new Map();
var entriesKept = 2e6;
var entries = 0;
function halfTable(ties, from, to) {
  let key = "";
  for (let k = from; k < to; k++) key += String.fromCharCode(ties[k]);
  let table = tables.get(key);
  if (table === void 0) {
    table = count(ties, from, to);
    if (entries > entriesKept) {
      tables.clear();
      entries = 0;
    }
    entries += table.atMost.length;
    tables.set(key, table);
  }
  return table;
}
function count(ties, first, last) {
  let size = 0;
  for (let k = first; k < last; k++) size += ties[k];
  const ways = new Float64Array(rowStart(size, size + 1));
  ways[0] = 1;
  let seen = 0;
  for (let k = first; k < last; k++) {
    const t = ties[k];
    for (let now = seen + t; now > 0; now--) {
      let choices = 1;
      for (let c = 1; c <= t && c <= now; c++) {
        choices = choices * (t - c + 1) / c;
        const j = now - c;
        if (j > seen) continue;
        const from = rowStart(size, j);
        const into = rowStart(size, now) + c * (2 * (seen - j) + t - c);
        for (let u = 2 * j * (seen - j); u >= 0; u--) {
          ways[into + u] = ways[into + u] + choices * ways[from + u];
        }
      }
    }
    seen += t;
  }
  for (let row = 0; row <= size; row++) {
    const end = rowStart(size, row + 1);
    for (let u = rowStart(size, row) + 1; u < end; u++) {
      ways[u] = ways[u] + ways[u - 1];
    }
  }
  return { size, atMost: ways };
}

// src/stats/welch.ts
function moments(xs) {
  const center = mean(xs);
  return { mean: center, variance: xs.length < 2 ? 0 : varianceAbout(center, xs), n: xs.length };
}
function welch(x, y, options = {}) {
  return welchFromMoments(moments(x), moments(y), options);
}
function welchFromMoments(x, y, options = {}) {
  if (x.n < 2 || y.n < 2) return null;
  const difference2 = x.mean - y.mean;
  const ofX = x.variance / x.n;
  const ofY = y.variance / y.n;
  const se = Math.sqrt(ofX + ofY);
  if (se <= 10 * Number.EPSILON * Math.max(Math.abs(x.mean), Math.abs(y.mean))) {
    return tTest(difference2, 0, x.n + y.n - 2, options);
  }
  const shareX = ofX / (ofX + ofY);
  const shareY = ofY / (ofX + ofY);
  const df = 1 / (shareX * shareX / (x.n - 1) + shareY * shareY / (y.n - 1));
  return tTest(difference2, se, df, options);
}

// src/compare/samples.ts
function sampleLevel(base, head, options) {
  const { scale, test } = options;
  const center = test === "mann-whitney" ? median : scale === "log" ? geometricMean : mean;
  const centers = [center(base), center(head)];
  const t = welch(
    head.map((value) => toScale(value, scale)),
    base.map((value) => toScale(value, scale))
  );
  const p = test === "mann-whitney" ? mannWhitney(base, head).p : t?.p ?? null;
  const df = test === "mann-whitney" ? null : t?.df ?? null;
  const size = scale === "log" ? 1 : Math.abs(mean(base));
  if (t === null || size === 0) return { centers, p, df, ci: null, worst: null, detectable: null };
  const sign = options.lowerIsBetter ? 1 : -1;
  const ratio = (change2) => scale === "log" ? Math.exp(change2) - 1 : change2 / size;
  const bound2 = sign * t.difference + tQuantile(0.95, t.df) * t.se;
  return {
    centers,
    p,
    df,
    ci: [ratio(t.ci[0]), ratio(t.ci[1])],
    worst: sign * ratio(sign * bound2),
    // Whole degrees of freedom: a suite shares a few values, and they promise too little if anything.
    detectable: sign * ratio(sign * noncentrality(Math.max(1, Math.floor(t.df)), options.alpha) * t.se)
  };
}

// src/compare/shift.ts
var suiteSize = 20;
var everyday = 0.03;
function suiteShift(suite) {
  if (suite.length < suiteSize) return null;
  const delta = median(suite.map((row) => row.head - median(row.base.filter(Number.isFinite))));
  const past = pastShifts(suite.map((row) => row.base));
  const history = past.length < 3 ? null : { mad: mad(past), range: [Math.min(...past), Math.max(...past)] };
  const within = Math.abs(delta) <= Math.max(everyday, 3 * (history?.mad ?? 0));
  return {
    delta: Math.exp(delta) - 1,
    verdict: !within ? "beyond-history" : history === null ? "unknown" : "within-history",
    benchmarks: suite.length,
    history: history && {
      mad: history.mad,
      range: [Math.exp(history.range[0]) - 1, Math.exp(history.range[1]) - 1]
    }
  };
}
function pastShifts(suite) {
  const runs = suite.reduce((most2, row) => Math.max(most2, row.length), 0);
  const shifts = [];
  if (runs < 2) return shifts;
  for (let run = 0; run < runs; run++) {
    const moved = [];
    for (const row of suite) {
      const own = row[run] ?? Number.NaN;
      const others = row.filter((value, i) => i !== run && Number.isFinite(value));
      if (Number.isFinite(own) && others.length > 0) moved.push(own - median(others));
    }
    if (moved.length > 0) shifts.push(median(moved));
  }
  return shifts;
}

// src/compare/benchmarks.ts
function compareBenchmarks(head, baseline, options) {
  const rows = pair(head, baseline);
  const measured2 = rows.map((row) => measure(row, options));
  const shift = suiteShift(suiteOf(measured2));
  const family = Math.max(1, measured2.filter((of) => of.kind === "noisy").length);
  const comparisons = measured2.map((of) => compare(of, options, shift, options.alpha / family));
  return { comparisons, shift };
}
function pair(head, baseline) {
  const rows = /* @__PURE__ */ new Map();
  const rowOf = (series) => {
    const key = keyOf(series);
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
      const row = rows.get(keyOf(series));
      if (row !== void 0) row.base[i + 1] = series;
    }
  });
  return [...rows.values()];
}
var present = (values) => values.filter((value) => value !== void 0);
function measure(row, options) {
  const all = present(row.base);
  if (all.length === 0 || row.head.length === 0) return { kind: "one-sided", row };
  const scale = scaleOf([...all, ...row.head]);
  const medians = options.test === "mann-whitney";
  const summaries = all.map((of) => summarise(of.samples, scale, medians));
  const level = presentValue(all) ?? presentLevel(
    summaries.map((run) => run.center),
    leastLevel(summaries, scale, options.margin(row.any))
  );
  const base = levelled(all, level);
  const result = exactly(base.now, row.head, asBenchstat(all, row.head, options));
  if (result !== null) return { kind: "exact", row, base, result };
  return {
    kind: "noisy",
    row,
    base,
    scale,
    summaries: levelled(summaries, level),
    head: row.head.map((of) => summarise(of.samples, scale, medians))
  };
}
var levelled = (all, level) => ({
  now: all.slice(0, level),
  older: all.slice(level)
});
function leastLevel(runs, scale, margin) {
  return scale === "log" ? Math.log(1 + margin) : margin * Math.abs(median(runs.map((run) => run.center)));
}
var inSuite = (of) => of.scale === "log" && of.row.any.unit === "sec/op";
var asBenchstat = (base, head, options) => options.test === "mann-whitney" && isSingle(base, head, options);
var isSingle = (base, head, options) => options.trustSingleRun && base.length === 1 && head.length === 1;
function suiteOf(measured2) {
  const suite = [];
  for (const of of measured2) {
    if (of.kind !== "noisy" || !inSuite(of)) continue;
    const level = of.summaries.now.map((run) => run.center);
    suite.push({
      // Run for run; what was before main's present level is not the machine's doing.
      base: Array.from(
        of.row.base,
        (run) => run === void 0 ? Number.NaN : level.shift() ?? Number.NaN
      ),
      head: median(of.head.map((run) => run.center))
    });
  }
  return suite;
}
function compare(of, options, shift, alpha) {
  switch (of.kind) {
    case "one-sided":
      return untested({ ...of.row, base: present(of.row.base) }, options);
    case "exact":
      return unvaried(of, options);
    case "noisy":
      return noisy(of, options, shift, alpha);
  }
}
function unvaried({ row, base, result }, options) {
  return {
    ...exact({ any: row.any, base: base.now, head: row.head }, result, options),
    notes: levelNote(base, commonest)
  };
}
function noisy(of, options, shift, alpha) {
  const { row, scale, base, summaries } = of;
  const outline = blank(row.any, options);
  const lowerIsBetter = outline.better !== "higher";
  const samples = sampleLevel(base.now[0]?.samples ?? [], row.head[0]?.samples ?? [], {
    scale,
    test: options.test,
    lowerIsBetter,
    alpha
  });
  if (isSingle(base.now, of.head, options)) {
    return {
      ...outline,
      ...sides(base.now, row.head, samples.centers),
      ...samples,
      test: options.test
    };
  }
  const level = runLevel(summaries.now, of.head, summaries.older, {
    scale,
    lowerIsBetter,
    margin: options.margin(row.any),
    shift: shift !== null && inSuite(of) ? Math.log(1 + shift.delta) : 0,
    alpha
  });
  return {
    ...outline,
    ...sides(base.now, row.head, [centre(summaries.now, scale), centre(of.head, scale)]),
    ci: level.ci,
    worst: level.worst,
    p: level.p,
    df: level.df,
    test: "run-level",
    within: samples.p === null ? null : { test: options.test, p: samples.p, df: samples.df },
    detectable: level.detectable,
    reach: level.reach,
    notes: [
      ...notes2([...summaries.now, ...of.head], level.borrowed ? base.now.length : null),
      ...levelNote(summaries, (runs) => centre(runs, scale))
    ]
  };
}
function levelNote({ now, older }, center) {
  if (older.length === 0) return [];
  const moved = relative(center(older), center(now));
  const size = moved === null ? "" : ` by ${moved < 0 ? "" : "+"}${(moved * 100).toFixed(1)} %`;
  return [`main itself changed${size} ${now.length} runs ago: compared with the runs since`];
}
function notes2(runs, borrowed) {
  const said = [];
  if (runs.some((run) => run.wild)) {
    said.push("a sample over 5 MAD away: the median of its run is used");
  }
  if (borrowed !== null) {
    said.push(`the variance between runs is partly assumed: ${borrowed} of ${enoughRuns} runs`);
  }
  return said;
}

// src/compare/multiplicity.ts
function adjust(comparisons, profiles, gated2) {
  const [family, shown2] = [/* @__PURE__ */ new Map(), /* @__PURE__ */ new Map()];
  for (const of of comparisons) {
    if (of.p === null || of.test === "exact") continue;
    (gated2.comparison(of) ? family : shown2).set(of, { worse: isWorse(of), p: of.p });
  }
  for (const of of profiles.flatMap((profile) => profile.functions)) {
    if (of.p === null) continue;
    (gated2.function(of) ? family : shown2).set(of, { worse: of.adjustedDelta > 0, p: of.p });
  }
  const adjusted = new Map([...byHolm(family), ...byHolm(shown2)]);
  return {
    comparisons: comparisons.map((of) => ({
      ...of,
      pAdjusted: of.test === "exact" ? of.p : adjusted.get(of) ?? null
    })),
    profiles: profiles.map((profile) => ({
      ...profile,
      functions: profile.functions.map((of) => ({ ...of, pAdjusted: adjusted.get(of) ?? null }))
    }))
  };
}
function byHolm(tests2) {
  const rows = [...tests2];
  const side2 = (worse3) => holm(rows.map(([, test]) => test.worse === worse3 ? test.p : 1));
  const [worse2, better] = [side2(true), side2(false)];
  return rows.map(([row, test], i) => [row, test.worse ? worse2[i] : better[i]]);
}
function isWorse(of) {
  if (of.base === null || of.head === null) return false;
  return of.better === "higher" ? of.head.center < of.base.center : of.head.center > of.base.center;
}

// src/compare/dispersion.ts
var priorDispersion = 1.5;
var priorDf2 = 6;
var enoughFunctions = 5;
function excessOf(of) {
  let [pearson, df] = [0, 0];
  for (const looks2 of [of.base, ...of.replicates]) {
    if (looks2.length < 2) continue;
    const { share, samples } = meanOf(looks2);
    const binomial = variance2(share, samples);
    for (const look of looks2) pearson += look.samples * (look.share - share) ** 2 / binomial;
    df += looks2.length - 1;
  }
  return { pearson, df };
}
function typicalDispersion(all) {
  const df = all.reduce((most2, of) => Math.max(most2, of.df), 0);
  const known3 = all.filter((of) => of.df === df);
  if (df === 0 || known3.length < enoughFunctions) return priorDispersion;
  const middle2 = median(known3.map((of) => of.pearson / df)) / (1 - 2 / (9 * df)) ** 3;
  return (priorDf2 * priorDispersion + df * middle2) / (priorDf2 + df);
}
function dispersionOf({ pearson, df }, typical) {
  return Math.max(1, (priorDf2 * typical + pearson) / (priorDf2 + df));
}
function testShare(of, typical, scale, excess2 = excessOf(of)) {
  const [base, head] = [meanOf(of.base), meanOf(of.head)];
  if (base.samples === 0 || head.samples === 0) return null;
  const dispersion = dispersionOf(excess2, typical);
  const usual = of.base.length / of.base.reduce((sum, { samples }) => sum + 1 / samples, 0);
  const headInverse = of.head.reduce(
    (sum, { samples }) => sum + 1 / samples + (dispersion - 1) / Math.min(samples, usual),
    0
  ) / of.head.length ** 2;
  const baseInverse = dispersion / base.samples;
  const scaled = head.share * scale.factor;
  const both = (Math.min(scaled, 1) * head.samples + base.share * base.samples) / (head.samples + base.samples);
  const ofScale = (scaled * scale.error) ** 2;
  const same = variance2(both, head.samples + base.samples) * (headInverse + baseInverse) + ofScale;
  const apart2 = scale.factor ** 2 * variance2(head.share, head.samples) * headInverse + variance2(base.share, base.samples) * baseInverse + ofScale;
  const df = priorDf2 + excess2.df;
  const delta = scaled - base.share;
  const nullError = Math.sqrt(same);
  const error = Math.sqrt(Math.max(same, apart2));
  const half = tQuantile(0.975, df) * error;
  return {
    delta,
    error,
    ci: [delta - half, delta + half],
    worst: delta + tQuantile(0.95, df) * error,
    least: delta - tQuantile(0.99, df) * error,
    p: tUpper(Math.abs(delta) / error, df),
    df,
    nullError
  };
}
function meanOf(looks2) {
  if (looks2.length === 0 || looks2.some(({ samples }) => samples === 0)) {
    return { share: 0, samples: 0 };
  }
  let [share, inverse] = [0, 0];
  for (const look of looks2) {
    share += look.share / looks2.length;
    inverse += 1 / look.samples;
  }
  return { share, samples: looks2.length ** 2 / inverse };
}
function variance2(share, samples) {
  const inside = (Math.min(Math.max(share, 0), 1) * samples + 0.5) / (samples + 1);
  return inside * (1 - inside);
}

// src/compare/composition.ts
var enoughHits = 10;
var enoughFunctions2 = 5;
var priorSpread = 0.03;
var priorDf3 = 6;
var leastSpread = 3e-3;
var none = { factor: 1, error: 0, source: "none" };
var metrics = {
  cpu: "sec/op",
  "cpu-time": "sec/op",
  cpu_time: "sec/op",
  samples: "sec/op",
  alloc_space: "B/op",
  alloc_objects: "allocs/op"
};
var metricOf = ({ type }) => Object.hasOwn(metrics, type) ? metrics[type] : null;
function scaleOf2(functions, typical, metric, base, head) {
  const timed = metric === null ? null : scaleOfBenchmarks(metric, base, head);
  const found2 = [scaleOfFunctions(functions, typical), timed].filter((scale) => scale !== null).toSorted((a, b) => a.error - b.error)[0];
  if (found2 === void 0) return none;
  return Math.abs(Math.log(found2.factor)) > 2 * found2.error ? found2 : none;
}
function scaleOfFunctions(functions, typical) {
  const ratios = [];
  for (const { observed, excess: excess2 } of functions) {
    const [before, after] = [meanOf(observed.base), meanOf(observed.head)];
    const hits = [before.share * before.samples, after.share * after.samples];
    if (!hits.every((count2) => count2 >= enoughHits)) continue;
    const dispersion = dispersionOf(excess2, typical);
    ratios.push({
      log: Math.log(before.share / after.share),
      error: Math.sqrt(dispersion * (1 / hits[0] + 1 / hits[1]))
    });
  }
  if (ratios.length < enoughFunctions2) return null;
  ratios.sort((a, b) => a.log - b.log);
  const half = ratios.reduce((sum2, { error: error2 }) => sum2 + 1 / error2, 0) / 2;
  let sum = 0;
  const middle2 = ratios.find(({ error: error2 }) => {
    sum += 1 / error2;
    return sum >= half;
  })?.log;
  if (middle2 === void 0) return null;
  const information = ratios.reduce((sum2, { error: error2 }) => sum2 + 1 / error2 ** 2, 0);
  const spread = 1.4826 * mad(ratios.map(({ log, error: error2 }) => (log - middle2) / error2));
  const error = Math.sqrt(Math.PI / 2 / information) * Math.max(1, spread);
  return { factor: Math.exp(middle2), error, source: "functions" };
}
function scaleOfBenchmarks(metric, base, head) {
  const { before, after, common } = logsOf(metric, base, head);
  if (common.length === 0) return null;
  const of = (runs, key) => average(runs.map((run) => run.get(key) ?? Number.NaN));
  const ratios = common.map((key) => of(after, key) - of(before, key));
  const ratio = average(ratios);
  const unlike2 = average(ratios.map((own) => (own - ratio) ** 2));
  const levels = before.map((run) => average(common.map((key) => run.get(key) ?? Number.NaN)));
  const level = average(levels);
  const squares2 = levels.reduce((sum, own) => sum + (own - level) ** 2, 0);
  const between2 = Math.max(
    leastSpread ** 2,
    (priorDf3 * priorSpread ** 2 + squares2) / (priorDf3 + before.length - 1)
  );
  const error = Math.sqrt(between2 * (1 / before.length + 1 / after.length) + unlike2);
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
  const all = [...before, ...after];
  const both = before.length > 0 && after.length > 0;
  const common = both ? [...all[0]?.keys() ?? []].filter((key) => all.every((run) => run.has(key))) : [];
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

// src/compare/identity.ts
function identity(name) {
  if (name.startsWith("[")) return name;
  return withoutBrackets(name).replace(/\/v\d+(?=[./])/g, "").replace(/(?:\.|%2e)v\d+(?=\.)/g, "").replace(/\.(?:func|gowrap|deferwrap)\d+(?:[.-](?:range)?\d+)*/g, ".func").replace(/-fm$/, "").replace(/::h[0-9a-f]{16}$/, "").replace(/\.(?:isra|constprop|part|cold|lto_priv|llvm)(?:\.\d+)*/g, "").replace(/\$\$Lambda[$/.+\w]*/g, "$$$$Lambda").replace(/lambda\$(\w*)\$\d+/g, "lambda$$$1");
}
function withoutBrackets(name) {
  if (!name.includes("[")) return name;
  let depth = 0;
  let kept = "";
  for (const char of name) {
    if (char === "[") depth++;
    if (depth === 0) kept += char;
    if (char === "]" && depth > 0) depth--;
  }
  return depth === 0 ? kept : name;
}
function renumbered(base, head) {
  const before = uniqueIdentities(base, head);
  const pairs = /* @__PURE__ */ new Map();
  for (const [key, name] of uniqueIdentities(head, base)) {
    const former = before.get(key);
    if (name !== null && former !== void 0 && former !== null) pairs.set(name, former);
  }
  return pairs;
}
function uniqueIdentities(names2, other) {
  const found2 = /* @__PURE__ */ new Map();
  for (const name of names2) {
    if (other.has(name)) continue;
    const key = identity(name);
    found2.set(key, found2.has(key) ? null : name);
  }
  return found2;
}
function packageOf(name) {
  const plain = identity(name);
  const path = plain.slice(0, plain.search(/[(<]|$/)).lastIndexOf("/");
  const end = plain.slice(path + 1).search(/::|[.#]/);
  return end < 0 ? plain : plain.slice(0, path + 1 + end);
}

// src/compare/moved.ts
var evident = 0.01;
var nearlyAll = 0.75;
var shown = 0.5;
var byName = 1;
var most = 8;
function findMoved(movers, threshold, sum) {
  const fallers = movers.filter(({ flat, p }) => flat < 0 && p < evident);
  const rises = movers.filter(({ flat }) => flat >= threshold).map((riser) => ({ riser, sources: tellingSources(riser, fallers) })).filter(({ sources }) => sources.length > 0).sort((a, b) => bySign(a.sources[0], b.sources[0]));
  const groups = /* @__PURE__ */ new Map();
  for (const { riser, sources } of rises) {
    const group = explain(riser, sources, groups, threshold, sum);
    if (group === null) continue;
    for (const member of [...group.from, ...group.to]) groups.set(member, group);
  }
  return new Map([...groups].map(([{ at }, group]) => [at, movedOf(group)]));
}
var bySign = (a, b) => a.rank - b.rank || a.unlike - b.unlike || a.faller.at - b.faller.at;
function sourcesOf(riser, fallers) {
  const sources = [];
  for (const faller of fallers) {
    const rank3 = rankOf(riser, faller);
    if (rank3 !== null) sources.push({ faller, rank: rank3, unlike: Math.abs(riser.flat + faller.flat) });
  }
  sources.sort(bySign);
  const named = sources.filter(({ rank: rank3 }) => rank3 <= byName);
  return (named.length > 0 ? named : sources).slice(0, most);
}
function rankOf(riser, faller) {
  if (identity(riser.name) === identity(faller.name)) return 0;
  const near = packageOf(riser.name) === packageOf(faller.name) || riser.file !== "" && riser.file === faller.file;
  if (near && !riser.inBase && !faller.inHead) return 1;
  const sign = isCutOut(riser, faller) ? 2 : callees(riser) <= -shown * riser.flat ? 3 : null;
  return sign === null ? null : near ? sign : sign + 2;
}
var isCutOut = (riser, faller) => callees(faller) >= shown * Math.min(riser.flat, -faller.flat);
var callees = (of) => of.cum - of.flat;
var tellingSources = (riser, fallers) => sourcesOf(riser, fallers).filter(
  ({ faller, rank: rank3 }) => rank3 <= byName || riser.share + faller.share <= nearlyAll
);
function explain(riser, sources, groups, threshold, sum) {
  const fallers = sources.toSorted((a, b) => Number(groups.has(a.faller)) - Number(groups.has(b.faller))).map(({ faller }) => faller);
  const attempts = [
    ...fallers.map((faller) => [faller]),
    ...fallers.slice(1).map((_, i) => fallers.slice(0, i + 2))
  ].filter((taken) => taken.length === 1 || isWithin(riser, taken, threshold));
  let best = null;
  for (const taken of attempts) {
    const group = together(riser, taken, groups, sum);
    if (group === null) return null;
    if (best === null || group.sum.worst < best.sum.worst) best = group;
    if (group.sum.worst < threshold) return group;
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
  const from = [.../* @__PURE__ */ new Set([...taken, ...before.flatMap((group) => group.from)])];
  const to = [.../* @__PURE__ */ new Set([riser, ...before.flatMap((group) => group.to)])];
  const tested3 = sum([...from, ...to].map(({ at }) => at));
  return tested3 === null ? null : { from, to, sum: tested3 };
}
var names = (movers) => movers.toSorted((a, b) => Math.abs(b.flat) - Math.abs(a.flat) || a.at - b.at).map(({ name }) => name);
var movedOf = ({ from, to, sum }) => ({
  from: names(from),
  to: names(to),
  delta: sum.delta,
  least: sum.least,
  worst: sum.worst
});

// src/compare/programs.ts
var alike = 0.5;
var leastShare = 5e-4;
var mostLeftOut = 0.75;
function programsOf(tables2) {
  const programs = [];
  const identities = /* @__PURE__ */ new Map();
  return tables2.map((table) => {
    const shares = sharesOf(table, identities);
    let best = -1;
    let most2 = alike;
    for (const [i, program2] of programs.entries()) {
      const found2 = Math.max(likeness(shares, program2), likeness(shares, program2.first));
      if (found2 >= most2) [best, most2] = [i, found2];
    }
    const program = programs[best] ?? {
      first: { shares, profiles: 1 },
      shares: /* @__PURE__ */ new Map(),
      profiles: 0
    };
    for (const [key, share] of shares) {
      program.shares.set(key, (program.shares.get(key) ?? 0) + share);
    }
    program.profiles++;
    return best < 0 ? programs.push(program) - 1 : best;
  });
}
function sharesOf(table, identities) {
  const shares = /* @__PURE__ */ new Map();
  const total = table.functions.reduce((sum, { flat }) => sum + Math.max(0, flat), 0);
  for (const { name, flat } of table.functions) {
    if (flat <= 0 || flat < total * leastShare) continue;
    const key = identities.get(name) ?? identity(name);
    identities.set(name, key);
    shares.set(key, (shares.get(key) ?? 0) + flat / total);
  }
  return shares;
}
function likeness(shares, program) {
  if (shares.size + program.shares.size === 0) return 1;
  let [ofTable, ofProgram] = [0, 0];
  let [onlyTable, onlyProgram] = [0, 0];
  for (const [key, share] of shares) {
    const known3 = program.shares.get(key);
    if (known3 === void 0) onlyTable = Math.max(onlyTable, share);
    else {
      ofTable += share;
      ofProgram += known3 / program.profiles;
    }
  }
  for (const [key, share] of program.shares) {
    if (!shares.has(key)) onlyProgram = Math.max(onlyProgram, share / program.profiles);
  }
  return Math.max(
    Math.min(without(ofTable, onlyTable), ofProgram),
    Math.min(ofTable, without(ofProgram, onlyProgram))
  );
}
var without = (part, one) => one > mostLeftOut ? part : Math.min(1, part / (1 - one));

// src/compare/pairing.ts
var enoughRuns2 = 3;
function programsOn(base, head, key) {
  const [before, after] = numbered(sampled(ofType(base, key)), ofType(head, key));
  const [newest, now] = [byProgram(before.slice(0, 1)), byProgram(after)];
  const runsWith = (program) => before.filter(({ profiles }) => profiles.some((of) => of.program === program)).length;
  const common = [...newest.keys()].filter((program) => now.has(program));
  const old = common.filter((program) => runsWith(program) >= enoughRuns2);
  const compared = new Set(old.length > 0 ? old : common);
  const pick = (of, is) => [...of].filter(([program]) => is(program)).map(([, table]) => table);
  return {
    base: before,
    head: after,
    compared,
    lost: pick(newest, (program) => !now.has(program)),
    added: pick(now, (program) => !newest.has(program)),
    young: pick(now, (program) => newest.has(program) && !compared.has(program))
  };
}
var typeKey = (table) => `${table.sampleType.type}\0${table.sampleType.unit}`;
var ofType = (runs, key) => runs.map((run) => ({ ...run, tables: run.tables.filter((table) => typeKey(table) === key) })).filter(({ tables: tables2 }) => tables2.length > 0);
function sampled(runs) {
  const some = runs.map((run) => ({ ...run, tables: run.tables.filter((of) => of.functions.length > 0) })).filter(({ tables: tables2 }) => tables2.length > 0);
  return some.length > 0 ? some : runs;
}
function numbered(base, head) {
  const numbers = programsOf([...base, ...head].flatMap(({ tables: tables2 }) => tables2));
  let next = 0;
  const withNumber = ({ commit, tables: tables2 }) => ({
    commit,
    profiles: tables2.map((table) => ({ table, program: numbers[next++] ?? 0 }))
  });
  return [base.map(withNumber), head.map(withNumber)];
}
var profilesOf = (runs) => runs.flatMap(({ profiles }) => profiles);
var byProgram = (runs) => new Map(
  profilesOf(runs).reverse().map(({ table, program }) => [program, table])
);

// src/compare/shares.ts
function sharesOf2(base, head, key) {
  const programs = programsOn(base, head, key);
  if (programs.base.length === 0 || programs.head.length === 0) return null;
  const { compared } = programs;
  const alike2 = compared.size > 0;
  const wanted = (runs) => runs.map((run) => ({
    ...run,
    profiles: run.profiles.filter(({ program }) => !alike2 || compared.has(program))
  }));
  const whole = (runs) => runs.filter((run) => !alike2 || byProgram([run]).size === compared.size);
  const before = whole(wanted(programs.base));
  const parts = wanted(programs.head);
  const together2 = { commit: parts[0]?.commit ?? "", profiles: profilesOf(parts) };
  const after = whole(parts).length > 0 ? whole(parts) : [together2];
  const tables2 = (runs) => profilesOf(runs).map(({ table }) => table);
  const { index, names: names2, formerNames } = indexOf(tables2(before), tables2(after));
  const weights = alike2 ? weightsOf(before, compared) : null;
  const column = (run) => runShares(run, names2.length, index, weights);
  return {
    names: names2,
    formerNames,
    base: before.map(column),
    head: after.map(column),
    replicates: profilesOf(after).map((profile) => profileShares(profile, names2.length, index)),
    index,
    alike: alike2
  };
}
function indexOf(before, after) {
  const namesOf = (tables2) => new Set(tables2.flatMap((table) => table.functions.map(({ name }) => name)));
  const [old, now] = [namesOf(before), namesOf(after)];
  const pairs = renumbered(old, now);
  const index = /* @__PURE__ */ new Map();
  const names2 = [];
  const formerNames = /* @__PURE__ */ new Map();
  for (const name of now) {
    const former = pairs.get(name);
    if (former !== void 0) {
      formerNames.set(names2.length, former);
      index.set(former, names2.length);
    }
    index.set(name, names2.length);
    names2.push(name);
  }
  for (const name of old) {
    if (index.has(name)) continue;
    index.set(name, names2.length);
    names2.push(name);
  }
  return { index, names: names2, formerNames };
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
  const all = means.reduce((sum, [, mean2]) => sum + mean2, 0);
  return new Map(means.map(([program, mean2]) => [program, all === 0 ? 0 : mean2 / all]));
}
function runShares({ commit, profiles }, size, index, weights) {
  const totals = /* @__PURE__ */ new Map();
  const samples = /* @__PURE__ */ new Map();
  const group = (program) => weights === null ? 0 : program;
  for (const { table, program } of profiles) {
    const key = group(program);
    totals.set(key, (totals.get(key) ?? 0) + table.total);
    samples.set(key, (samples.get(key) ?? 0) + table.samples);
  }
  const [flat, cum] = [new Float64Array(size), new Float64Array(size)];
  for (const { table, program } of profiles) {
    const total = totals.get(group(program)) ?? 0;
    const weight = total === 0 ? 0 : (weights?.get(program) ?? 1) / total;
    for (const row of table.functions) {
      const at = index.get(row.name) ?? 0;
      flat[at] = flat[at] + row.flat * weight;
      cum[at] = cum[at] + row.cum * weight;
    }
  }
  let inverse = 0;
  for (const [key, count2] of samples) {
    const weight = weights?.get(key) ?? 1;
    if (weight > 0) inverse += weight ** 2 / count2;
  }
  return {
    commit,
    flat,
    cum,
    samples: inverse > 0 ? 1 / inverse : 0,
    profiles
  };
}
function profileShares({ table, program }, size, index) {
  const flat = new Float64Array(size);
  for (const row of table.functions) {
    const at = index.get(row.name) ?? 0;
    flat[at] = flat[at] + (table.total === 0 ? 0 : row.flat / table.total);
  }
  return { program, flat, samples: table.samples };
}
function profileSide(runs) {
  const tables2 = profilesOf(runs).map(({ table }) => table);
  const sum = (of) => tables2.reduce((total, table) => total + of(table), 0);
  const timed = tables2.every((table) => table.seconds !== void 0);
  return {
    total: sum((table) => table.total) / Math.max(1, runs.length),
    samples: sum((table) => table.samples),
    profiles: tables2.length,
    runs: runs.length,
    seconds: timed && tables2.length > 0 ? sum((table) => table.seconds ?? 0) : null
  };
}
function valuesOf({ index, names: names2 }, runs) {
  const size = names2.length;
  const [flat, cum] = [new Float64Array(size), new Float64Array(size)];
  const place = new Array(size);
  const [profiles, replicates] = [new Int32Array(size), new Int32Array(size)];
  const byProgram2 = /* @__PURE__ */ new Map();
  for (const { table, program } of profilesOf(runs)) {
    const own = byProgram2.get(program) ?? new Int32Array(size);
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

// src/compare/functions.ts
var leastShare2 = 5e-3;
function compareFunctions(head, baseline, options) {
  const types = new Map(
    head.flatMap((run) => run.tables).map((table) => [typeKey(table), table.sampleType])
  );
  const comparisons = [];
  for (const [key, sampleType] of types) {
    const shares = sharesOf2(baseline, head, key);
    if (shares === null) continue;
    const metric = sliced(head) ? null : metricOf(sampleType);
    const usual = usualOf(shares, metric, baseline, head);
    const rows = rowsOf(shares, sampleType, usual.scale, costOf(metric, baseline, head));
    comparisons.push({
      sampleType,
      base: profileSide(shares.base),
      head: profileSide(shares.head),
      ...usual,
      functions: inOrder(shares.alike ? tested2(rows, shares, usual, options) : rows)
    });
  }
  return comparisons;
}
function usualOf(shares, metric, base, head) {
  const candidates = [];
  for (let at = 0; at < shares.names.length; at++) {
    if (Math.max(meanShare(shares.base, at), meanShare(shares.head, at)) < leastShare2) continue;
    const observed = observe(shares, [at]);
    candidates.push({ observed, excess: excessOf(observed) });
  }
  const dispersion = typicalDispersion(candidates.map(({ excess: excess2 }) => excess2));
  return { dispersion, scale: scaleOf2(candidates, dispersion, metric, base, head) };
}
var sliced = (head) => head.some((run) => run.tables.some(({ slice }) => slice !== void 0));
function costOf(metric, base, head) {
  const cost = metric === null ? null : perOperation(metric, base, head);
  return metric === null || cost === null ? null : { ...cost, unit: metric };
}
var meanShare = (runs, at, of = "flat") => runs.reduce((sum, run) => sum + run[of][at], 0) / Math.max(1, runs.length);
function looksOf(runs, functions) {
  return runs.filter(({ samples }) => samples > 0).map(({ flat, samples }) => ({
    share: functions.reduce((sum, at) => sum + flat[at], 0),
    samples
  }));
}
function observe(shares, functions) {
  const replicates = /* @__PURE__ */ new Map();
  for (const profile of shares.replicates) {
    if (profile.samples === 0) continue;
    let share = 0;
    for (const at of functions) share += profile.flat[at];
    const looks2 = replicates.get(profile.program) ?? [];
    looks2.push({ share, samples: profile.samples });
    replicates.set(profile.program, looks2);
  }
  return {
    base: looksOf(shares.base, functions),
    head: looksOf(shares.head, functions),
    replicates: [...replicates.values()]
  };
}
function rowsOf(shares, sampleType, scale, cost) {
  const [before, after] = [valuesOf(shares, shares.base), valuesOf(shares, shares.head)];
  return shares.names.map((name, at) => {
    const base = side(before, shares.base, at);
    const head = side(after, shares.head, at);
    const row = after.place[at] ?? before.place[at];
    return {
      name,
      formerName: shares.formerNames.get(at) ?? null,
      file: row?.file ?? "",
      line: row?.line ?? 0,
      sampleType,
      base,
      head,
      headProfiles: after.profiles[at],
      replicates: after.replicates[at],
      baseRuns: shares.base.length,
      flatDelta: head.flatFraction - base.flatFraction,
      adjustedDelta: scale.factor * head.flatFraction - base.flatFraction,
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
      detectable: null,
      moved: null
    };
  });
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
function tested2(rows, shares, { scale, dispersion }, options) {
  const test = (functions) => testShare(observe(shares, functions), dispersion, scale);
  const [newest, older] = newestOf(shares.base);
  const pMerged = (at) => {
    if (older.length === 0) return 0;
    const all = observe(shares, [at]);
    const excess2 = excessOf(all);
    const [now, before] = [looksOf(newest, [at]), looksOf(older, [at])];
    const onMain = { base: before, head: now, replicates: [] };
    const merged = testShare(onMain, dispersion, { factor: 1, error: 0 }, excess2);
    if (merged === null || merged.delta <= 0 || merged.p >= signOfMerge) return 0;
    const found2 = testShare({ ...all, base: now }, dispersion, scale, excess2);
    const p = found2 === null ? 0 : found2.delta > 0 ? found2.p : 1;
    return p < mergedAlpha ? 0 : p;
  };
  const big = (of) => Math.max(of.base.flatFraction, of.head.flatFraction * scale.factor) >= options.floor;
  const family = Math.max(1, rows.filter(big).length);
  const movers = [];
  const judgeable = rows.map((of, at) => {
    const fell = of.adjustedDelta < 0 && of.base.flatFraction >= options.floor / 8;
    if (!big(of) && !fell) return of;
    const found2 = test([at]);
    if (found2 === null) return of;
    movers.push(moverOf(of, at, found2.p, scale));
    if (!big(of)) return of;
    const { ci, worst, df, nullError } = found2;
    const p = found2.delta > 0 ? Math.max(found2.p, pMerged(at)) : found2.p;
    const detectable = noncentrality(df, options.alpha / family) * nullError;
    return { ...of, ci, worst, p, df, detectable };
  });
  const moved = findMoved(movers, options.floor, test);
  return judgeable.map((of, at) => ({ ...of, moved: moved.get(at) ?? null }));
}
var moverOf = (of, at, p, scale) => ({
  at,
  name: of.name,
  file: of.file,
  flat: of.adjustedDelta,
  cum: scale.factor * of.head.cumFraction - of.base.cumFraction,
  share: Math.max(of.base.flatFraction, of.head.flatFraction),
  p,
  inBase: of.base.cum !== 0,
  inHead: of.head.cum !== 0
});
var inOrder = (rows) => rows.toSorted(
  (a, b) => Math.abs(b.flatDelta) - Math.abs(a.flatDelta) || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0)
);

// src/compare/gaps.ts
function profileGaps(head, baseline) {
  const [open2, told] = [[], []];
  if (baseline.length === 0) return { open: open2, told };
  const tables2 = [...baseline, ...head].flatMap((run) => run.tables);
  const types = new Map(tables2.map((table) => [typeKey(table), table.sampleType.type]));
  for (const [key, type] of types) {
    const programs = programsOn(baseline, head, key);
    if (programs.head.length === 0) {
      const isNewest = baseline[0]?.tables.some((table) => typeKey(table) === key);
      (isNewest ? open2 : told).push(
        isNewest ? `the base has a ${type} profile, this run has none: nothing says which functions got heavier` : `older runs of the base have ${type} profiles, its newest and this run have none: nothing says which functions got heavier`
      );
    } else if (programs.base.length === 0) {
      told.push(
        `this run has ${type} profiles, the base has none: its functions were not compared`
      );
    } else if (programs.compared.size === 0) {
      open2.push(
        `no ${type} profile of this run resembles one of the base's: their shares are of different things, and no function was tested`
      );
    } else if (isFilteredAway(programs)) {
      open2.push(`the filters leave nothing of the ${type} profiles: no function was tested`);
    } else {
      for (const { source } of programs.lost) {
        open2.push(
          `the base has a ${type} profile like ${source}, this run has none: its functions were not tested`
        );
      }
      for (const { source } of programs.young) {
        open2.push(
          `few runs of the base have a ${type} profile like ${source}: its functions are tested from 3 runs on`
        );
      }
      for (const { source } of programs.added) {
        told.push(
          `the base has no ${type} profile like ${source}: its functions were not compared`
        );
      }
    }
  }
  return { open: open2, told };
}
var isFilteredAway = ({ head }) => {
  const tables2 = profilesOf(head).map(({ table }) => table);
  return tables2.every(({ functions }) => functions.length === 0) && tables2.some(({ total }) => total > 0);
};

// src/compare/slices.ts
function compareSlices(head, baseline, options) {
  return slicesOf(head).flatMap(
    (slice) => compareFunctions(only(head, slice), only(baseline, slice), options).map(
      (profile) => slice === void 0 ? profile : {
        ...profile,
        slice,
        functions: profile.functions.map((of) => ({ ...of, slice }))
      }
    )
  );
}
var leastShare3 = 0.01;
function sliceGaps(head, baseline) {
  const [open2, told] = [[], []];
  const newest = baseline.slice(0, 1);
  for (const slice of slicesOf([...baseline, ...head])) {
    if (slice !== void 0 && shareOf(newest, slice) < leastShare3) {
      const share = shareOf(head, slice);
      if (baseline.length === 0 || share < leastShare3 || shareOf(baseline, slice) > 0) continue;
      told.push(
        `${slice} is new, ${(100 * share).toFixed(0)} % of this run's profile: its functions were not compared`
      );
      continue;
    }
    const gaps2 = profileGaps(only(head, slice), only(baseline, slice));
    const named = (gap) => slice === void 0 ? gap : `${slice}: ${gap}`;
    open2.push(...gaps2.open.map(named));
    told.push(...gaps2.told.map(named));
  }
  return { open: open2, told };
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
  return Math.max(0, ...[...totals.values()].map(({ all, own }) => all === 0 ? 0 : own / all));
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

// src/judge/functions.ts
var profilesToFail = 3;
var runsToFail = 3;
function judgeFunction(of, policy, alpha) {
  const { verdict, reason: reason2 } = decide(of, policy, alpha);
  const gated2 = isGated(of, policy);
  const former = of.formerName === null ? "" : `; the base calls it ${of.formerName}`;
  return { ...of, threshold: policy.threshold, gated: gated2, verdict, reason: `${reason2}${former}` };
}
var isGated = (of, { gated: gated2, profiles = cpuTime }) => gated2 && of.p !== null && profiles.includes(of.sampleType.type) && !isInterruption(of.name);
var cpuTime = ["cpu", "cpu-time", "cpu_time", "samples"];
var isInterruption = (name) => name === "runtime.asyncPreempt";
function decide(of, policy, alpha) {
  const { threshold } = policy;
  if (of.p === null || of.worst === null) {
    return { verdict: "unchanged", reason: `too small a share to reach ${points(threshold)}` };
  }
  const evident2 = of.pAdjusted !== null && of.pAdjusted < alpha;
  const large = Math.abs(of.adjustedDelta) >= threshold;
  if (large && of.moved !== null && explains(of.moved, of.adjustedDelta, threshold)) {
    return { verdict: "moved", reason: `${between(of.moved)}: ${sumOf(of.moved, threshold)}` };
  }
  if (evident2 && of.adjustedDelta >= threshold) return risen(of, policy);
  if (evident2 && -of.adjustedDelta >= threshold) {
    return { verdict: "improved", reason: "more than runs of the base differ by among themselves" };
  }
  if (of.worst < threshold) {
    return { verdict: "unchanged", reason: `a rise of ${points(threshold)} is ruled out` };
  }
  const seen = of.detectable === null ? "" : `; a rise of ${points(of.detectable)} would be seen`;
  return { verdict: "inconclusive", reason: `may be up to ${points(of.worst)} heavier${seen}` };
}
function risen(of, { threshold, otherWork }) {
  const heavier = `heavier by ${points(of.adjustedDelta)}`;
  if (otherWork !== void 0) {
    return { verdict: "inconclusive", reason: `${heavier}, but ${otherWork}` };
  }
  if (of.moved !== null && of.moved.least < threshold) {
    return {
      verdict: "inconclusive",
      reason: `${heavier}, but may have ${between(of.moved)}; their sum is up to ${points(of.moved.worst)} heavier`
    };
  }
  if (of.replicates < profilesToFail) {
    return {
      verdict: "inconclusive",
      reason: `${heavier} in ${plural(of.replicates, "profile")}; ${profilesToFail} are needed to fail for it`
    };
  }
  if (of.baseRuns < runsToFail) {
    return {
      verdict: "inconclusive",
      reason: `${heavier} against ${plural(of.baseRuns, "run")} of the base; ${runsToFail} are needed to fail for it`
    };
  }
  return { verdict: "regressed", reason: "more than runs of the base differ by among themselves" };
}
var explains = (moved, delta, threshold) => moved.worst < threshold && (delta > 0 || moved.delta > -threshold);
var sumOf = ({ delta }, threshold) => delta > -threshold ? "their sum is unchanged" : `their sum is ${points(delta)} lighter`;
function between({ from, to }) {
  const list = (names2) => names2.length <= 3 ? names2.join(" and ") : `${names2.slice(0, 3).join(", ")} and others`;
  return `moved from ${list(from)} to ${list(to)}`;
}

// src/judge/advice.ts
var enoughRuns3 = 5;
function advice(of, cpu) {
  const said = [];
  const { runs } = of.baseline;
  if (runs > 0 && runs < enoughRuns3) {
    const where = cpu === void 0 ? "" : ` on this CPU (${cpu})`;
    said.push(
      `${plural(enoughRuns3 - runs, "more run")} of main${where} and the noise between runs is measured instead of assumed.`
    );
  }
  const open2 = of.comparisons.filter((row) => row.gated && row.verdict === "inconclusive");
  said.push(
    ...whatWouldReach(open2.filter(isStored), runs),
    ...moreRounds(
      of,
      open2.filter((row) => !isStored(row))
    )
  );
  said.push(...aboutProfiles(of), ...aboutUnits(of));
  return said;
}
function whatWouldReach(open2, runs) {
  const rows = open2.flatMap((row) => row.detectable === null ? [] : [{ ...row, detectable: row.detectable }]).sort((a, b) => a.detectable - b.detectable);
  const typical = rows[Math.floor(rows.length / 2)];
  if (typical === void 0) return [];
  const ways = [];
  const { reach: reach3 } = typical;
  if (reach3 !== null && runs < reach3.stored.runs) {
    ways.push(`${reach3.stored.runs} runs of main reach ${percent(reach3.stored.detectable)}`);
  }
  if (reach3?.samples) ways.push(`-count above ${reach3.samples} hardly helps`);
  if (reach3?.rounds) {
    const { rounds, detectable } = reach3.rounds;
    ways.push(
      `base and head measured in ${rounds} rounds on one runner (\`run\`) reach ${percent(detectable)}`
    );
  }
  const more = ways.length === 0 ? "" : `: ${ways.join("; ")}`;
  return [
    `A typical undecided benchmark (${typical.benchmark}) is seen to regress from ${percent(typical.detectable)} on${more}.`
  ];
}
var isStored = (row) => row.test !== "paired";
function moreRounds(of, open2) {
  const seen = open2.map((row) => row.detectable).filter((size) => size !== null);
  const middle2 = seen.toSorted((a, b) => a - b)[Math.floor(seen.length / 2)];
  if (middle2 === void 0) return [];
  return [
    `What is undecided after ${plural(of.rounds?.rounds ?? 0, "round")} is mostly seen from ${percent(middle2)} on: more time for rounds, a longer benchmark or a larger threshold decide it.`
  ];
}
function aboutProfiles(of) {
  const said = [];
  for (const profile of of.profiles) {
    const functions = of.functions.filter(
      (row) => row.gated && row.sampleType.type === profile.sampleType.type && row.slice === profile.slice
    );
    const sizes = functions.map((row) => row.detectable).filter((size) => size !== null);
    const open2 = functions.some((row) => row.verdict === "inconclusive");
    if (sizes.length === 0 || profile.slice !== void 0 && !open2) continue;
    const [least, most2] = [Math.min(...sizes), Math.max(...sizes)];
    const wanted = Math.min(...functions.map((row) => row.threshold));
    const replicates = Math.max(...functions.map((row) => row.replicates));
    const few2 = open2 && replicates < profilesToFail ? `; ${profilesToFail} profiles of one program let a function fail the gate` : "";
    const where = profile.slice === void 0 ? "" : `${profile.slice}: `;
    const samples = plural(profile.head.samples, `${profile.sampleType.type} sample`);
    const every = points(least) === points(most2) ? "" : `, ${points(most2)} is seen in every function tested`;
    said.push(
      `${where}${samples}: rises under ${points(least)} are invisible${every}${open2 ? longer(profile, most2, wanted) : ""}${few2}.`
    );
  }
  return said;
}
var longest = 600;
function longer({ head }, seen, wanted) {
  const each = head.seconds === null ? 0 : head.seconds / head.profiles;
  const seconds = Math.ceil(each * (seen / wanted) ** 2);
  if (seen <= wanted || each === 0) return "";
  return seconds <= longest ? `; profile ${seconds} s on both sides for ${points(wanted)}` : `; more than ${longest / 60} minutes of profile would be needed for ${points(wanted)}`;
}
function aboutUnits(of) {
  const units = new Set(
    of.comparisons.filter((row) => row.better === "unknown").map((row) => row.unit)
  );
  return [...units].map(
    (unit) => `Nothing says whether more ${unit} is better, so it is shown and not gated: print "Unit ${unit} better=lower" from the benchmark, or set units in the configuration.`
  );
}

// src/judge/benchmarks.ts
function judgeComparison(of, policy, alpha) {
  const { verdict, reason: reason2 } = decide2(of, policy.threshold, alpha);
  const directed = of.better !== "unknown";
  return {
    ...of,
    threshold: policy.threshold,
    gated: policy.gated && directed,
    verdict,
    reason: !policy.gated ? `${reason2} (not gated: the configuration says so)` : !directed ? `${reason2} (not gated: nothing says whether more ${of.unit} is better)` : reason2,
    screened: null
  };
}
function decide2(of, threshold, alpha) {
  if (of.base === null) return { verdict: "new", reason: "the base does not have it yet" };
  if (of.head === null) {
    return { verdict: "missing", reason: "the base measures it, this run did not" };
  }
  if (of.test === "exact") return decideExact(of, threshold);
  return decideNoisy(of, threshold, alpha);
}
function worsening2(of) {
  const size = of.delta ?? Math.sign((of.head?.center ?? 0) - (of.base?.center ?? 0)) * Number.MAX_VALUE;
  return of.better === "higher" ? -size : size;
}
function decideExact(of, threshold) {
  const worse2 = worsening2(of);
  const size = of.delta === null ? "from zero" : `by ${percent(of.delta)}`;
  if (of.p === 0 && worse2 !== 0 && Math.abs(worse2) >= threshold) {
    return worse2 > 0 ? { verdict: "regressed", reason: `worse ${size}, and this metric does not vary` } : { verdict: "improved", reason: `better ${size}, and this metric does not vary` };
  }
  if (of.p === 0 || of.worst === null || of.worst < threshold || of.worst === 0) {
    return of.p === 0 ? {
      verdict: "unchanged",
      reason: `moved ${size}, under the threshold of ${percent(threshold)}`
    } : { verdict: "unchanged", reason: "the same in every run" };
  }
  return {
    verdict: "inconclusive",
    reason: `the values overlap with the base's, but it may be worse by up to ${percent(of.worst)}`
  };
}
function decideNoisy(of, threshold, alpha) {
  const worse2 = worsening2(of);
  const evident2 = of.pAdjusted !== null && of.pAdjusted < alpha;
  const reaches = of.test === "paired" ? worse2 > 0 && (of.worst ?? 0) >= threshold : worse2 >= threshold;
  if (evident2 && reaches) {
    return { verdict: "regressed", reason: beyondNoise(of) };
  }
  if (evident2 && -worse2 >= threshold) {
    return { verdict: "improved", reason: beyondNoise(of) };
  }
  if (of.worst !== null && of.worst < threshold) {
    const ruledOut = `a change of ${percent(threshold)} for the worse is ruled out`;
    return {
      verdict: "unchanged",
      reason: of.test === "paired" ? `${ruledOut} ${here(of)}` : ruledOut
    };
  }
  return { verdict: "inconclusive", reason: undecided2(of, worse2, threshold) };
}
var here = (of) => `in ${plural(of.head?.runs ?? 0, "round")} here`;
function beyondNoise(of) {
  if (of.test === "paired") return `${change(of.delta, of.ci)} ${here(of)}`;
  return of.test === "run-level" ? "more than runs of main differ by among themselves" : "more than the samples differ by among themselves";
}
function undecided2(of, worse2, threshold) {
  if (of.test === "none") return "no round measured it on both sides";
  if (of.test === "paired") return undecidedHere(of);
  if (of.worst === null) {
    return of.delta === null || of.delta === 0 ? "one sample on a side has no spread to judge by" : `moved by ${percent(of.delta)}, but one sample on a side has no spread to judge by`;
  }
  const seen = of.detectable === null ? "" : `; a change of ${percent(of.detectable)} would be seen`;
  if (worse2 < threshold) {
    return `may be worse by up to ${percent(of.worst)}${seen}`;
  }
  const differs = of.within !== null && of.within.p < 0.01;
  const trap = differs && of.base?.runs === 1 ? ": the samples differ, but one baseline run cannot tell a slower machine from slower code" : "";
  return `looks worse by ${percent(worse2)}, but that is not beyond what runs of main differ by${trap}${seen}`;
}
function undecidedHere(of) {
  if (of.worst === null) return `undecided ${here(of)}: too few to tell`;
  const seen = of.detectable === null ? "" : `; a change of ${percent(of.detectable)} would be seen`;
  return `undecided ${here(of)}: ${change(of.delta, of.ci)}, may be worse by up to ${percent(of.worst)}${seen}`;
}

// src/judge/headline.ts
function headline(verdict, of) {
  switch (verdict) {
    case "fail":
      return failed(of);
    case "pass":
      return passed(of);
    case "no-baseline":
      return nothingStored(of);
    case "inconclusive":
      return open(of);
  }
}
var gated = (of, verdict) => of.comparisons.filter((row) => row.gated && row.verdict === verdict);
var benchmarks = (rows) => new Set(rows.map((row) => `${row.package}\0${row.benchmark}`)).size;
function against(of) {
  const stored = `against ${plural(of.baseline.runs, "run")} of main`;
  if (of.rounds === null) return stored;
  const here2 = `in ${plural(of.rounds.rounds, "round")} here`;
  return of.baseline.runs === 0 ? here2 : `${stored} and ${here2}`;
}
function measured(row, of) {
  if (row.test !== "paired") return against(of.baseline.runs === 0 ? of : { ...of, rounds: null });
  const here2 = `in ${plural(row.head?.runs ?? 0, "round")} here`;
  if (row.screened === null) return here2;
  const { delta, runs } = row.screened;
  return `${here2} (screened ${change(delta, null)} against ${plural(runs, "run")} of main)`;
}
function failed(of) {
  const rows = gated(of, "regressed");
  const worst = rows.toSorted((a, b) => excess(b) - excess(a))[0];
  const parts = [];
  if (worst !== void 0) {
    const count2 = benchmarks(rows);
    const most2 = `${worst.benchmark} ${change(worst.delta, worst.ci)} ${worst.unit}`;
    parts.push(
      count2 === 1 ? `${most2} ${measured(worst, of)}` : of.rounds === null ? `${count2} benchmarks got worse ${against(of)}, most of all ${most2}` : `${count2} benchmarks got worse, most of all ${most2} ${measured(worst, of)}`
    );
  }
  const culprit = heaviest(of, worst !== void 0);
  if (culprit !== void 0) parts.push(describe(culprit));
  return `${parts.join("; ")}.`;
}
var excess = (row) => Math.abs(row.delta ?? Number.MAX_VALUE) - row.threshold;
var leastRise = 0.05;
function heaviest(of, benchmarksToo) {
  const hasNew = of.comparisons.some((row) => row.verdict === "new");
  const explains2 = (row) => row.flatDelta > leastRise * row.base.flatFraction && // What only a new benchmark calls did not slow an old one.
  !(hasNew && row.base.cum === 0);
  const rose = of.functions.filter((row) => row.adjustedDelta >= row.threshold && row.verdict !== "moved").filter((row) => !isInterruption(row.name) && (!benchmarksToo || explains2(row))).toSorted((a, b) => b.adjustedDelta - a.adjustedDelta);
  return rose.find((row) => row.verdict === "regressed") ?? rose.find((row) => row.p !== null && row.p < 0.05);
}
function describe(row) {
  const name = row.name.slice(row.name.lastIndexOf("/", row.name.search(/[([]|$/)) + 1);
  const file = row.file.split(/[\\/]/).slice(-2).join("/");
  const place = file === "" ? "" : ` (${file}${row.line > 0 ? `:${row.line}` : ""})`;
  const slice = row.slice === void 0 ? "" : `${row.slice}: `;
  return `${slice}${name} +${points(row.adjustedDelta)} of ${row.sampleType.type}${place}`;
}
function passed(of) {
  const better = benchmarks(gated(of, "improved"));
  const count2 = benchmarks(of.comparisons.filter((row) => row.gated && row.base && row.head));
  const what = count2 > 0 ? plural(count2, "benchmark") : plural(of.functions.length, "function");
  const improved = better > 0 ? `, ${better} better` : "";
  return `${what} compared, nothing got worse${improved}, ${against(of)}.`;
}
function nothingStored(of) {
  const aside = of.baseline.setAside.length;
  return aside === 0 ? "No baseline yet: nothing was compared. The first run on the default branch makes one." : `No baseline to compare with: ${plural(aside, "stored run")} set aside (${of.baseline.setAside[0]?.reason ?? ""}).`;
}
function open(of) {
  const failure = of.warnings.find((warning) => warning.kind === "failed");
  if (failure !== void 0) {
    if (failure.file === void 0) return sentence2(failure.message);
    return `The benchmark run itself failed (${failure.file}:${failure.line ?? 1}): what it did not measure cannot pass.`;
  }
  const missing = gated(of, "missing");
  if (missing.length > 0) {
    return `${plural(benchmarks(missing), "benchmark")} that the base measures did not run here, first ${missing[0]?.benchmark ?? ""}: no pass without them.`;
  }
  if (of.shift?.verdict === "beyond-history" && of.rounds === null) {
    return `All ${of.shift.benchmarks} benchmarks moved by ${percent(of.shift.delta)} together: the machine, or everything. Confirm on one runner.`;
  }
  const gap = of.warnings.find((warning) => warning.kind === "profile");
  const rows = undecided3(of);
  return gap === void 0 || rows !== nothing(of) ? rows : sentence2(gap.message);
}
var sentence2 = (text) => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
function undecided3(of) {
  const rows = gated(of, "inconclusive");
  const functions = of.functions.filter((row) => row.gated && row.verdict === "inconclusive");
  const all = of.comparisons.filter((row) => row.gated && row.base && row.head);
  if (rows.length > 0) {
    const suspect2 = rows.filter((row) => row.delta !== null && row.p !== null && worse(row) >= row.threshold).toSorted((a, b) => worse(b) - worse(a))[0];
    const first = suspect2 === void 0 ? "none looks worse by its threshold" : `${suspect2.benchmark} looks worse by ${percent(worse(suspect2))}`;
    return `${benchmarks(rows)} of ${plural(benchmarks(all), "benchmark")} could not be decided ${against(of)}: ${first}.`;
  }
  const suspect = functions.toSorted((a, b) => b.adjustedDelta - a.adjustedDelta)[0];
  if (suspect !== void 0) {
    return suspect.adjustedDelta >= suspect.threshold ? `No benchmark got worse, but a function may have: ${describe(suspect)}.` : `No benchmark got worse; ${plural(functions.length, "function")} could not be decided ${against(of)}.`;
  }
  return nothing(of);
}
function nothing(of) {
  if (of.functions.length > 0 && of.functions.every((row) => row.p === null)) {
    const least = of.functions.reduce((so, row) => Math.min(so, row.threshold), 1);
    return `Nothing was tested ${against(of)}: no function reaches ${points(least)} on either side.`;
  }
  return `Nothing could be compared ${against(of)}: this run and the base share no gated benchmark or profile.`;
}
var worse = (row) => (row.better === "higher" ? -1 : 1) * (row.delta ?? 0);

// src/policy.ts
var import_picomatch = __toESM(require_picomatch(), 1);
function policyFor(config) {
  return (of) => {
    let threshold = of.unit === "B/op" ? 0.02 : of.exact ? 0 : config.threshold;
    let gated2 = true;
    for (const rule of config.rules) {
      if (!matches(rule, of)) continue;
      threshold = rule.threshold ?? threshold;
      gated2 = rule.gate ?? true;
    }
    return { threshold, gated: gated2 };
  };
}
var matches = (rule, of) => (rule.unit === void 0 || glob(rule.unit)(of.unit)) && (rule.benchmark === void 0 || glob(rule.benchmark)(of.benchmark) || glob(rule.benchmark)(`${of.package}.${of.benchmark}`));
var directionOf = (config, unit) => (Object.hasOwn(config.units, unit) ? config.units[unit] : void 0) ?? "unknown";
function unmatched(config, subjects) {
  return config.rules.filter((rule) => subjects.length > 0 && !subjects.some((of) => matches(rule, of))).map(
    (rule) => `the rule { benchmark: ${rule.benchmark ?? "*"}, unit: ${rule.unit ?? "*"} } matches nothing; names are like ${subjects[0]?.benchmark}, units like ${subjects[0]?.unit}`
  );
}
function unmatchedUnits({ units }, comparisons) {
  const found2 = new Map(comparisons.map(({ unit, better }) => [unit, better]));
  return Object.entries(units).filter(([unit, better]) => found2.size > 0 && found2.get(unit) !== better).map(
    ([unit, better]) => found2.has(unit) ? `units says ${unit}: ${better}, but the benchmarks say ${found2.get(unit)}, and that counts` : `units names ${unit}, and no benchmark has that unit`
  );
}
function unmatchedFunctions(config, functions) {
  return config.functions.filter((rule) => !functions.some(({ name }) => glob(rule.name)(name))).map((rule) => `the rule for functions ${rule.name} matches none of the profiles' functions`);
}
function unmatchedProfiles({ gateProfiles }, profiles) {
  const found2 = new Set(profiles.map(({ sampleType }) => sampleType.type));
  return gateProfiles.filter((type) => !defaults.gateProfiles.includes(type) && !found2.has(type)).map(
    (type) => `gate-profiles names ${type}, and no profile compared counts that: here are ${[...found2].join(", ")}; sample-type chooses what a profile counts`
  );
}
function functionPolicyFor(config) {
  return (name) => {
    let threshold = config.profileThreshold;
    let gated2 = true;
    for (const rule of config.functions) {
      if (!glob(rule.name)(name)) continue;
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

// src/judgement.ts
function compare2(head, base, config) {
  const policies = policiesOf(config);
  const { comparisons, shift } = compareBenchmarks(head, base, {
    test: config.test,
    trustSingleRun: config.trustSingleRun,
    alpha: config.alpha,
    margin: (of) => policies.series({ ...of, exact: false }).threshold,
    better: (unit) => directionOf(config, unit)
  });
  return { ...oneFamily(comparisons, head, base, config), shift };
}
function compareHere(rounds, whole, looks2, config, asked) {
  const policies = policiesOf(config);
  const comparisons = compareRounds(rounds, {
    test: config.test,
    alpha: config.alpha,
    margin: (of) => marginOfThreshold * policies.series({ ...of, exact: false }).threshold,
    better: (unit) => directionOf(config, unit),
    looks: looks2
  });
  const wanted = asked === null ? comparisons : comparisons.filter(asked.wanted);
  const heads = whole.map((of) => of.head);
  const bases = whole.map((of) => of.base);
  return { ...oneFamily(wanted, heads, bases, config), shift: null };
}
function oneFamily(comparisons, head, base, config) {
  const policies = policiesOf(config);
  const thresholds = config.functions.map((rule) => rule.threshold ?? Number.POSITIVE_INFINITY);
  if (config.profileGroupBy !== void 0) refuseUnshared(config.profileGroupBy, head, base);
  const profiles = compareSlices(head, base, {
    alpha: config.alpha,
    floor: Math.min(config.profileThreshold, ...thresholds)
  });
  return adjust(comparisons, profiles, {
    comparison: (of) => of.better !== "unknown" && policies.comparison(of).gated,
    function: (of) => isGated(of, policies.function(of.name))
  });
}
function judge(head, baseline, compared, config) {
  const judged = {
    ...judgeRows(compared, config),
    baseline: {
      runs: baseline.runs.length,
      commits: [...new Set(baseline.runs.map((run) => run.commit))],
      setAside: baseline.setAside
    },
    rounds: null,
    warnings: [
      ...head.flatMap((run) => run.warnings),
      ...baseline.warnings,
      ...gaps(head, baseline.runs),
      ...idleRules(config, compared)
    ]
  };
  return conclude(judged, head[0]?.environment ?? {});
}
function judgeRows({ comparisons, profiles, shift }, config) {
  const policies = policiesOf(config);
  const otherWork = otherWorkIn(comparisons);
  return {
    comparisons: comparisons.map(
      (of) => judgeComparison(of, policies.comparison(of), config.alpha)
    ),
    functions: profiles.flatMap(
      ({ functions }) => functions.map(
        (of) => judgeFunction(of, { ...policies.function(of.name), otherWork }, config.alpha)
      )
    ),
    profiles,
    shift
  };
}
function otherWorkIn(comparisons) {
  const namesOf = (side2) => new Map(
    comparisons.filter((of) => of[side2] !== null).map((of) => [`${of.package}\0${of.benchmark}`, of.benchmark])
  );
  const [before, now] = [namesOf("base"), namesOf("head")];
  const added = [...now].find(([key]) => !before.has(key));
  const lost = [...before].find(([key]) => !now.has(key));
  const [, name] = added ?? lost ?? [];
  if (name === void 0) return void 0;
  const how = added === void 0 ? "is not run any more" : "is new";
  return `the benchmark ${name} ${how}: the two sides' profiles are not of the same work`;
}
function conclude(judged, environment) {
  const verdict = judgeGate(judged);
  return {
    ...judged,
    verdict,
    headline: headline(verdict, judged),
    environment,
    advice: advice(judged, environment.cpu)
  };
}
function gaps(head, base) {
  const { open: open2, told } = sliceGaps(head, base);
  return [
    ...open2.map((message) => ({ kind: "profile", message })),
    ...told.map((message) => ({ kind: "policy", message }))
  ];
}
function idleRules(config, { comparisons, profiles }) {
  const functions = profiles.flatMap((profile) => profile.functions);
  return [
    ...unmatched(config, comparisons),
    ...unmatchedUnits(config, comparisons),
    ...functions.length === 0 ? [] : [...unmatchedFunctions(config, functions), ...unmatchedProfiles(config, profiles)]
  ].map((message) => ({ kind: "policy", message }));
}
function policiesOf(config) {
  const series = policyFor(config);
  return {
    series,
    comparison: (of) => series({ ...of, exact: of.test === "exact" }),
    function: functionPolicyFor(config)
  };
}

// src/gate.ts
async function gate(inputs, store, config, tables2 = readOptions(config), measurer = null) {
  const runs = [inputs, ...inputs.others ?? []];
  refuseTwins(runs.flatMap((run) => [...run.benchmarks, ...run.profiles]));
  const newest = await readRun(inputs, tables2);
  const { others, warnings } = await readOthers(inputs.others ?? [], newest, config, tables2);
  const head = [newest, ...others];
  const loaded = withoutItself(await load(store, newest, config, tables2), newest);
  const baseline = { ...loaded, warnings: [...warnings, ...loaded.warnings] };
  const compared = compare2(head, baseline.runs, config);
  const screened = judge(head, baseline, compared, config);
  const idle = measurer === null || measurer.isUnasked === true && baseline.runs.length === 0;
  const asked = idle ? null : toConfirm(screened, config.confirm, config.alpha);
  const answer = measurer === null || asked === null ? { verdict: screened, problem: null } : await confirm(screened, asked, measurer, config);
  return { ...answer, base: baseline.newest };
}
async function confirm(screened, asked, measurer, config) {
  const { looks: looks2, isUnasked = false } = measurer;
  const look = lookAt(config, looks2, asked);
  const wanted = wantedOf(screened, asked);
  const found2 = await measurer.measure(asked.only, look, wanted).catch(nothingMeasured);
  if (found2 === null) return { verdict: screened, problem: null };
  const measured2 = unlikeItself(found2);
  const here2 = roundsVerdict(measured2, looks2, config, asked);
  if (isUnasked) return { verdict: ifMeasured(screened, here2, asked, measured2), problem: null };
  const verdict = conclude(afterRounds(screened, here2, asked), screened.environment);
  const lost = unmeasured(screened, asked, measured2);
  const asks = lost && `${lost}: does \`run\` measure what the stored runs did, and print its package and unit?`;
  return { verdict, problem: measured2.warnings[0]?.message ?? asks };
}
function wantedOf(screened, asked) {
  const all = screened.comparisons.filter((row) => row.head !== null);
  return { suspects: asked.only === null ? all : suspects(screened, asked), all };
}
function ifMeasured(screened, here2, asked, measured2) {
  const failure = here2.warnings.find((of) => of.kind === "failed")?.message;
  const told = failure ?? unmeasured(screened, asked, measured2);
  const rows = failure === void 0 ? afterRounds(screened, here2, { ...asked, keepsRest: true }) : screened;
  const message = `${told}; so the verdict of the stored runs stands (the log may say more): say in \`run\` how to measure, or \`confirm: never\``;
  const warnings = told === null ? [] : [{ kind: "policy", message }];
  return conclude({ ...rows, warnings: [...rows.warnings, ...warnings] }, screened.environment);
}
function unmeasured(screened, asked, { rounds }) {
  const ran = new Set(rounds.flatMap((of) => of.head.series.map(keyOf2)));
  const lost = suspects(screened, asked).find((row) => !ran.has(keyOf2(row)));
  return lost === void 0 ? null : `the rounds here did not measure ${lost.package}${lost.package === "" ? "" : " "}${lost.benchmark} ${lost.unit}`;
}
function unlikeItself(measured2) {
  if (!measured2.baseIsHead) return measured2;
  const message = "base and head are the same commit: that clears nothing; say what to measure against, like HEAD~1";
  return { ...measured2, warnings: [...measured2.warnings, { kind: "failed", message }] };
}
function nothingMeasured(error) {
  if (!(error instanceof InputError)) throw error;
  const message = `base and head could not be measured here: ${error.message}`;
  const warnings = [{ kind: "failed", message }];
  return { rounds: [], repeated: 0, seed: 0, base: "", machine: [], warnings, baseIsHead: false };
}
function lookAt(config, looks2, asked = null) {
  return (rounds) => {
    const use = { rounds, repeated: 0, seed: 0, base: rounds[0]?.base.commit ?? "", machine: [] };
    const measured2 = { ...use, warnings: [], baseIsHead: false };
    const verdict = roundsVerdict(measured2, looks2, config, asked);
    const open2 = openNames(verdict);
    const compared = verdict.comparisons.some((row) => row.gated && row.base && row.head);
    const last = rounds.length >= (looks2.at(-1)?.after ?? 0);
    return {
      verdict,
      open: open2,
      decided: decided(verdict),
      done: last || compared && open2.length === 0
    };
  };
}
function roundsVerdict(measured2, looks2, config, asked = null) {
  const { rounds, warnings, baseIsHead: _, ...use } = measured2;
  const heads = rounds.map((of) => of.head);
  const enough = rounds.length >= (looks2[0]?.after ?? Number.POSITIVE_INFINITY);
  const whole = enough ? wholeRounds(rounds) : [];
  const compared = compareHere(rounds, whole, looks2, config, asked);
  const sides2 = { heads: whole.map((of) => of.head), bases: whole.map((of) => of.base) };
  const runs = rounds.flatMap((of) => [...of.base.warnings, ...of.head.warnings]);
  return conclude(
    {
      ...judgeRows(compared, config),
      baseline: { runs: 0, commits: [], setAside: [] },
      rounds: { ...use, rounds: rounds.length },
      warnings: [
        ...warnings,
        ...once(runs),
        ...enough ? [] : [tooFew(rounds.length, looks2)],
        ...gaps(sides2.heads, sides2.bases),
        ...asked === null ? idleRules(config, compared) : []
      ]
    },
    heads[0]?.environment ?? {}
  );
}
function tooFew(rounds, looks2) {
  const message = `only ${rounds} of at least ${looks2[0]?.after ?? 0} rounds could be measured: nothing was decided by them`;
  return { kind: "failed", message };
}
var once = (warnings) => [
  ...new Map(
    warnings.map((of) => [`${of.kind}\0${of.file}\0${of.line}\0${of.message}`, of])
  ).values()
];
async function readOthers(inputs, newest, config, tables2) {
  const others = [];
  const warnings = [];
  for (const input of inputs) {
    const run = await readRun(input, tables2);
    const reason2 = difference(newest.environment, run.environment, known(newest, config));
    if (reason2 === null) others.push(run);
    else {
      const message = `another run of this commit does not count beside this one: ${reason2}`;
      warnings.push({ kind: "policy", message });
    }
  }
  return { others, warnings };
}
var mostReplayed = 100;
async function storedRuns(inputs, store, config) {
  const tables2 = readOptions(config);
  const head = inputs === null ? null : await readRun(inputs, tables2);
  const all = { ...config, baselineRuns: mostReplayed };
  const baseline = await load(store, head, all, tables2);
  return { head, runs: baseline.runs, setAside: baseline.setAside.length };
}
function decide3(head, stored, config) {
  const runs = stored.slice(0, config.baselineRuns);
  const baseline = { runs, newest: null, setAside: [], warnings: [] };
  return judge([head], baseline, compare2([head], runs, config), config);
}
function diff(base, head, config) {
  const single = { ...config, trustSingleRun: true };
  refuseApart(base, head);
  const warnings = [...base.warnings, ...unlike(base, head, config)];
  const baseline = { runs: [base], newest: null, setAside: [], warnings };
  return judge([head], baseline, compare2([head], [base], single), single);
}
function refuseApart(base, head) {
  const types = (run) => [...new Set(run.tables.map((table) => table.sampleType.type))];
  const [before, after] = [types(base), types(head)];
  const shared = before.some((type) => after.includes(type));
  const benchmarks2 = base.series.length > 0 && head.series.length > 0;
  if (shared || benchmarks2 || before.length + after.length === 0) return;
  throw new InputError(
    `nothing to compare: the old side has ${before.join(", ") || "no"} profiles, the new side ${after.join(", ") || "no"}`
  );
}
function unlike(base, head, config) {
  const reason2 = difference(head.environment, base.environment, config.match);
  if (reason2 === null) return [];
  const message = `the two sides were measured on unlike machines (${reason2}): what differs may be the machine`;
  return [{ kind: "policy", message }];
}
async function record(inputs, store) {
  const run = await readRun(inputs, {});
  const failure = run.warnings.find((warning) => warning.kind === "failed");
  if (failure !== void 0) {
    throw new InputError(
      `${failure.message}; a run that failed is not stored, because a baseline must be whole`,
      {
        ...failure.file === void 0 ? {} : { file: failure.file },
        ...failure.line === void 0 ? {} : { line: failure.line }
      }
    );
  }
  return store.keep(packRun({ ...inputs, environment: run.environment }));
}

export {
  choose,
  exitStatus,
  inputsOf,
  gate,
  lookAt,
  roundsVerdict,
  storedRuns,
  decide3 as decide,
  diff,
  record
};
