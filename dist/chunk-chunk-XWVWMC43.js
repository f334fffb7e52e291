import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  normalCdf,
  normalQuantile,
  normalUpper,
  tCdf,
  tQuantile,
  tTwoSided,
  tUpper,
  tUpperQuantile
} from "./chunk-chunk-EEPNWZZM.js";
import {
  geometricMean,
  mean,
  median,
  quantileSorted,
  sorted,
  varianceAbout
} from "./chunk-chunk-PDMOKRKF.js";
import {
  isTimed
} from "./chunk-chunk-IV5T3H63.js";
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-OMS2RVR2.js";

// src/stats/noncentral.ts
init_define_FLAMEGATE_PAGE();
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
  const critical = tUpperQuantile(alpha, df);
  const wanted = normalQuantile(power);
  let effect = critical + wanted;
  if (df === Number.POSITIVE_INFINITY) return effect;
  let low = 0;
  let high = Number.POSITIVE_INFINITY;
  for (let i = 0; i < 100; i++) {
    const at = beyond(critical, effect, df);
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
function beyond(critical, effect, df) {
  let all = 0;
  let over = 0;
  let slope = 0;
  const edges = panels(critical, effect, df);
  for (let i = 1; i < edges.length; i++) {
    const from = edges[i - 1];
    const half = (edges[i] - from) / 2;
    for (let k = 0; k < gaussNodes.length; k++) {
      const u = from + half * (1 + gaussNodes[k]);
      const s = Math.exp(u);
      const mass = half * gaussWeights[k] * Math.exp(df * (u - (s * s - 1) / 2));
      const z = effect - critical * s;
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
function panels(critical, effect, df) {
  const low = bound(df, -1);
  const high = bound(df, 1);
  const edges = [low];
  const density = 3 / Math.sqrt(2 * df);
  const step = effect > 0 && critical > 0 ? Math.log(effect / critical) : Number.NaN;
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
function bound(df, side) {
  let u = side * Math.sqrt(-negligible / df);
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

// src/compare/benchmarks/exact.ts
init_define_FLAMEGATE_PAGE();
var runsToSeparate = 3;
function exactly(base, head, declaredOnly = false) {
  if (declaredOnly && !declared(base, head)) return null;
  const constant = unvarying(base, head);
  if (constant !== null) return constant;
  if (base[0]?.unit === "B/op" && base.length >= runsToSeparate) {
    const [b0, b1] = extremes(base);
    const [h0, h1] = extremes(head);
    return { differs: h0 > b1 || h1 < b0, range: range(b0, b1, h0, h1) };
  }
  return null;
}
function unvarying(base, head) {
  const [b0, b1] = extremes(base);
  const [h0, h1] = extremes(head);
  const seen = base.reduce((sum, series) => sum + series.samples.length, 0);
  const constant = b0 === b1 && h0 === h1 && seen > 1 && !isTimed(base[0]?.unit ?? "");
  if (!constant && !declared(base, head)) return null;
  return { differs: b0 !== h0 || b1 !== h1, range: range(b0, b1, h0, h1) };
}
var declared = (base, head) => base.some((series) => series.exact) || head.some((series) => series.exact);
var runsOfValue = 3;
function presentValue(runs) {
  const values = [];
  for (const run of runs) {
    const [low, high] = extremes([run]);
    if (low !== high) return null;
    if (values.at(-1) !== low) {
      if (values.includes(low)) return null;
      values.push(low);
    }
  }
  const newest = values[0];
  if (newest === void 0 || values.length === 1) return null;
  const since = runs.findIndex((run) => run.samples[0] !== newest);
  return since >= runsOfValue ? since : null;
}
var sameNumber = 0.02;
function extremes(runs) {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const { samples } of runs) {
    for (const value of samples) {
      if (value < low) low = value;
      if (value > high) high = value;
    }
  }
  return [low, high];
}
function range(b0, b1, h0, h1) {
  if (b0 === h0 && b1 === h1 && b0 === b1) return [0, 0];
  if (b0 <= 0) return null;
  return [h0 / b1 - 1, h1 / b0 - 1];
}

// src/compare/benchmarks/summary.ts
init_define_FLAMEGATE_PAGE();
var toScale = (value, scale) => scale === "log" ? Math.log(value) : value;
var fromScale = (value, scale) => scale === "log" ? Math.exp(value) : value;
function summarise({ samples, passes }, options) {
  const n = samples.length;
  if (passes === void 0 || passes.length < 2) return { ...centreOf(samples, options), n };
  let from = 0;
  const enough = Math.max(...passes) / 2;
  const each = passes.flatMap((size) => {
    from += size;
    return size < enough ? [] : [centreOf(samples.slice(from - size, from), options)];
  });
  const order = each.toSorted((a, b) => a.center - b.center);
  const middle = options.moreIsBetter ? Math.floor(order.length / 2) : Math.floor((order.length - 1) / 2);
  return { ...order[middle], n };
}
function centreOf(samples, { scale, medians }) {
  const order = sorted(samples).map((value) => toScale(value, scale));
  const within = order.length < 4 ? Number.NaN : (quantileSorted(order, 0.75) - quantileSorted(order, 0.25)) / quartiles;
  if (medians) return { center: toScale(median(samples), scale), within };
  const cut2 = order.length < 3 ? 0 : Math.max(1, Math.floor(order.length / 4));
  return { center: mean(order.slice(cut2, order.length - cut2)), within };
}
var quartiles = 1.349;
function worseUp(item) {
  const { scale, size, margin } = item;
  const sign = item.lowerIsBetter ? 1 : -1;
  const onScale = (ratio2) => scale === "log" ? Math.log(1 + Math.max(ratio2, -0.99)) : ratio2 * size;
  const ratio = (change) => scale === "log" ? Math.exp(change) - 1 : change / size;
  return {
    sign,
    step: sign * onScale(sign * margin),
    back: -sign * onScale(-sign * margin),
    ratio,
    asWorse: (change) => size === 0 ? null : sign * ratio(sign * change)
  };
}

// src/compare/benchmarks/row.ts
init_define_FLAMEGATE_PAGE();
var scaleOf = (runs) => runs.every((series) => series.samples.every((value) => value > 0)) ? "log" : "linear";
var directionOf = (any, options) => any.better === "unknown" ? options.better(any.unit) : any.better;
var summaryOptions = (any, scale, options) => ({
  scale,
  medians: options.test === "mann-whitney",
  moreIsBetter: directionOf(any, options) === "higher"
});
var unfilled = {
  base: null,
  head: null,
  delta: null,
  own: null,
  ci: null,
  worst: null,
  p: null,
  pAdjusted: null,
  df: null,
  test: "none",
  limits: null,
  detectable: null,
  follows: null,
  notes: []
};
function blank(any, options) {
  const { package: from, benchmark, unit } = any;
  return { package: from, benchmark, unit, better: directionOf(any, options), ...unfilled };
}
var count = (runs) => runs.reduce((sum, series) => sum + series.samples.length, 0);
function untested(row, options) {
  const side = (runs) => {
    if (runs.length === 0) return null;
    const scale = scaleOf(runs);
    const how = summaryOptions(row.any, scale, options);
    const summaries = runs.map(({ samples }) => summarise({ samples }, how));
    return { center: centre(summaries, scale), n: count(runs), runs: runs.length };
  };
  return { ...blank(row.any, options), base: side(row.base), head: side(row.head) };
}
function exact(row, result, options) {
  const outline = blank(row.any, options);
  const away = outline.better === "higher" ? result.range && -result.range[0] : result.range?.[1];
  return {
    ...outline,
    ...sides(row.base, row.head, [commonest(row.base), commonest(row.head)]),
    own: relative(commonest(row.base), commonest(row.head)),
    ci: result.range,
    worst: away ?? null,
    p: result.differs ? 0 : 1,
    test: "exact"
  };
}
function sides(base, head, [baseCenter, headCenter]) {
  return {
    base: { center: baseCenter, n: count(base), runs: base.length },
    head: { center: headCenter, n: count(head), runs: head.length },
    delta: relative(baseCenter, headCenter)
  };
}
function commonest(runs) {
  const values = runs.flatMap((series) => [...series.samples]);
  const counts = /* @__PURE__ */ new Map();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  let best = Number.POSITIVE_INFINITY;
  for (const [value, times] of counts) {
    const most = counts.get(best) ?? 0;
    if (times > most || times === most && value < best) best = value;
  }
  return best;
}
var centre = (runs, scale) => fromScale(runs.reduce((sum, run) => sum + run.center, 0) / runs.length, scale);
function relative(base, head) {
  if (base === head) return 0;
  return base === 0 ? null : (head - base) / Math.abs(base);
}
function changedInBase(change) {
  const { delta, runs } = change;
  const size = delta === null ? "" : ` by ${delta < 0 ? "" : "+"}${(delta * 100).toFixed(1)} %`;
  const note = `the base itself changed${size} ${runs} runs ago: compared with the runs since`;
  return { changedInBase: change, notes: [note] };
}

// src/stats/choose.ts
init_define_FLAMEGATE_PAGE();
function choose(n, k) {
  let product = 1;
  for (let i = 1; i <= Math.min(k, n - k); i++) product = product * (n - i + 1) / i;
  return product;
}

// src/compare/benchmarks/samples.ts
init_define_FLAMEGATE_PAGE();

// src/stats/mannwhitney.ts
init_define_FLAMEGATE_PAGE();
var exactLimit = 50;
var exactLimitWithTies = 25;
function mannWhitney(x, y) {
  const ranking = rank(sorted(x), sorted(y));
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
function rank(x, y) {
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
  const most = Math.trunc((limit - nx * (lower - nx)) / (lower + higher));
  let within = 0;
  for (let k = Math.max(0, nx - lower); k <= most && k <= Math.min(nx, higher); k++) {
    within += choose(lower, nx - k) * choose(higher, k);
  }
  return within / choose(lower + higher, nx);
}
function lowerTail(limit, nx, ties) {
  const middle = cut(ties);
  const low = halfTable(ties, 0, middle);
  const high = halfTable(ties, middle, ties.length);
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
    table = count2(ties, from, to);
    if (entries > entriesKept) {
      tables.clear();
      entries = 0;
    }
    entries += table.atMost.length;
    tables.set(key, table);
  }
  return table;
}
function count2(ties, first, last) {
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
init_define_FLAMEGATE_PAGE();

// src/stats/ttest.ts
init_define_FLAMEGATE_PAGE();
function tTest(difference, se, df, options = {}) {
  const { alternative = "two-sided", margin = 0, confidence = 0.95 } = options;
  if (se === 0) return certain(difference, df, alternative, margin);
  const t = (difference - margin) / se;
  const half = -tQuantile((1 - confidence) / 2, df) * se;
  return {
    difference,
    se,
    df,
    t,
    p: tail(t, df, alternative),
    ci: [difference - half, difference + half]
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
function certain(difference, df, alternative, margin) {
  const t = difference === margin ? 0 : (difference - margin) * Number.POSITIVE_INFINITY;
  const holds = alternative === "two-sided" ? t !== 0 : alternative === "greater" ? t > 0 : t < 0;
  return { difference, se: 0, df, t, p: holds ? 0 : 1, ci: [difference, difference] };
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
  const difference = x.mean - y.mean;
  const ofX = x.variance / x.n;
  const ofY = y.variance / y.n;
  const se = Math.sqrt(ofX + ofY);
  if (se <= 10 * Number.EPSILON * Math.max(Math.abs(x.mean), Math.abs(y.mean))) {
    return tTest(difference, 0, x.n + y.n - 2, options);
  }
  const shareX = ofX / (ofX + ofY);
  const shareY = ofY / (ofX + ofY);
  const df = 1 / (shareX * shareX / (x.n - 1) + shareY * shareY / (y.n - 1));
  return tTest(difference, se, df, options);
}

// src/compare/benchmarks/samples.ts
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
  const ratio = (change) => scale === "log" ? Math.exp(change) - 1 : change / size;
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

export {
  noncentrality,
  exactly,
  unvarying,
  presentValue,
  sameNumber,
  fromScale,
  summarise,
  worseUp,
  scaleOf,
  summaryOptions,
  unfilled,
  blank,
  untested,
  exact,
  sides,
  commonest,
  relative,
  changedInBase,
  choose,
  sampleLevel
};
