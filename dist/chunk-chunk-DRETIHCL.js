import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);

// src/stats/spending.ts
var firstLook = 6;
var growth = 1.25;
var part = 1 / 8;
function looks(most) {
  const plan = [];
  let left = 1;
  for (let after = firstLook; after * 1.1 < most; after = Math.round(after * growth)) {
    plan.push({ after, weight: left * part });
    left -= left * part;
  }
  return [...plan, { after: most, weight: left }];
}
function sequentialP(seen) {
  return seen.reduce((least, { p, weight }) => Math.min(least, p / weight), 1);
}
function sequentialBound(seen, alpha, boundAt) {
  return seen.reduce(
    (least, look) => Math.min(least, boundAt(look, alpha * look.weight)),
    Number.POSITIVE_INFINITY
  );
}

// node_modules/simple-statistics/dist/simple-statistics.mjs
function sum(x) {
  if (x.length === 0) {
    return 0;
  }
  var sum2 = x[0];
  var correction = 0;
  var transition;
  if (typeof sum2 !== "number") {
    return Number.NaN;
  }
  for (var i = 1; i < x.length; i++) {
    if (typeof x[i] !== "number") {
      return Number.NaN;
    }
    transition = sum2 + x[i];
    if (Math.abs(sum2) >= Math.abs(x[i])) {
      correction += sum2 - transition + x[i];
    } else {
      correction += x[i] - transition + sum2;
    }
    sum2 = transition;
  }
  return sum2 + correction;
}
function mean(x) {
  if (x.length === 0) {
    throw new Error("mean requires at least one data point");
  }
  return sum(x) / x.length;
}
function logAverage(x) {
  if (x.length === 0) {
    throw new Error("logAverage requires at least one data point");
  }
  var value = 0;
  for (var i = 0; i < x.length; i++) {
    if (x[i] < 0) {
      throw new Error(
        "logAverage requires only non-negative numbers as input"
      );
    }
    value += Math.log(x[i]);
  }
  return Math.exp(value / x.length);
}
var BayesianClassifier = function BayesianClassifier2() {
  this.totalCount = 0;
  this.data = {};
};
BayesianClassifier.prototype.train = function train(item, category) {
  if (!this.data[category]) {
    this.data[category] = {};
  }
  for (var k in item) {
    var v = item[k];
    if (this.data[category][k] === void 0) {
      this.data[category][k] = {};
    }
    if (this.data[category][k][v] === void 0) {
      this.data[category][k][v] = 0;
    }
    this.data[category][k][v]++;
  }
  this.totalCount++;
};
BayesianClassifier.prototype.score = function score(item) {
  var odds = {};
  var category;
  for (var k in item) {
    var v = item[k];
    for (category in this.data) {
      if (odds[category] === void 0) {
        odds[category] = {};
      }
      if (this.data[category][k]) {
        odds[category][k + "_" + v] = (this.data[category][k][v] || 0) / this.totalCount;
      } else {
        odds[category][k + "_" + v] = 0;
      }
    }
  }
  var oddsSums = {};
  for (category in odds) {
    oddsSums[category] = 0;
    for (var combination in odds[category]) {
      oddsSums[category] += odds[category][combination];
    }
  }
  return oddsSums;
};
var g = 607 / 128;
var LOGSQRT2PI = Math.log(Math.sqrt(2 * Math.PI));
var SQRT_2PI$1 = Math.sqrt(2 * Math.PI);
function cumulativeDistribution(z2) {
  var sum2 = z2;
  var tmp = z2;
  for (var i = 1; i < 30; i++) {
    tmp *= z2 * z2 / (2 * i + 1);
    sum2 += tmp;
  }
  return Math.round((0.5 + sum2 / SQRT_2PI$1 * Math.exp(-z2 * z2 / 2)) * 1e4) / 1e4;
}
var standardNormalTable = [];
for (z = 0; z <= 3.09; z += 0.01) {
  standardNormalTable.push(cumulativeDistribution(z));
}
var z;
var SQRT_2PI = Math.sqrt(2 * Math.PI);
var PerceptronModel = function PerceptronModel2() {
  this.weights = [];
  this.bias = 0;
};
PerceptronModel.prototype.predict = function predict(features) {
  if (features.length !== this.weights.length) {
    return null;
  }
  var score2 = 0;
  for (var i = 0; i < this.weights.length; i++) {
    score2 += this.weights[i] * features[i];
  }
  score2 += this.bias;
  if (score2 > 0) {
    return 1;
  } else {
    return 0;
  }
};
PerceptronModel.prototype.train = function train2(features, label) {
  if (label !== 0 && label !== 1) {
    return null;
  }
  if (features.length !== this.weights.length) {
    this.weights = features.slice();
    this.bias = 1;
  }
  var prediction = this.predict(features);
  if (typeof prediction === "number" && prediction !== label) {
    var gradient = label - prediction;
    for (var i = 0; i < this.weights.length; i++) {
      this.weights[i] += gradient * features[i];
    }
    this.bias += gradient;
  }
  return this;
};

// src/stats/summary.ts
var insertionLimit = 40;
function mean2(xs) {
  return xs.length === 0 ? Number.NaN : withinRange(mean(xs), xs);
}
function geometricMean(xs) {
  if (xs.length === 0 || xs.some((x) => !(x >= 0))) return Number.NaN;
  return withinRange(logAverage(xs), xs);
}
function withinRange(center, xs) {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < xs.length; i++) {
    const x = xs[i];
    if (x < low) low = x;
    if (x > high) high = x;
  }
  return Math.min(Math.max(center, low), high);
}
function variance(xs) {
  return varianceAbout(mean2(xs), xs);
}
function varianceAbout(center, xs) {
  if (xs.length < 2) return Number.NaN;
  let squares = 0;
  for (let i = 0; i < xs.length; i++) {
    const away = xs[i] - center;
    squares += away * away;
  }
  return squares / (xs.length - 1);
}
function sorted(xs) {
  if (xs.length > insertionLimit) return Array.from(Float64Array.from(xs).sort());
  const copy = new Array(xs.length);
  for (let i = 0; i < xs.length; i++) {
    const x = xs[i];
    let j = i - 1;
    while (j >= 0 && copy[j] > x) {
      copy[j + 1] = copy[j];
      j--;
    }
    copy[j + 1] = x;
  }
  return copy;
}
function quantileSorted(xs, q) {
  const n = xs.length;
  if (n === 0) return Number.NaN;
  const position = 1 / 3 + q * (n + 1 / 3);
  const k = Math.floor(position);
  if (q <= 0 || k <= 0) return xs[0];
  if (q >= 1 || k >= n) return xs[n - 1];
  const below = xs[k - 1];
  return below + (position - k) * (xs[k] - below);
}
function quantile(xs, q) {
  return quantileSorted(sorted(xs), q);
}
function median(xs) {
  return quantileSorted(sorted(xs), 0.5);
}
function mad(xs) {
  const middle = median(xs);
  return median(xs.map((x) => Math.abs(x - middle)));
}

// src/compare/exact.ts
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
  const seen = base.reduce((sum2, of) => sum2 + of.samples.length, 0);
  const constant = b0 === b1 && h0 === h1 && seen > 1 && !isTime(base[0]?.unit ?? "");
  if (!constant && !declared(base, head)) return null;
  return { differs: b0 !== h0 || b1 !== h1, range: range(b0, b1, h0, h1) };
}
var declared = (base, head) => base.some((of) => of.exact) || head.some((of) => of.exact);
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
function isTime(unit) {
  return /(^|[^a-z])sec/.test(unit) || /\/s(ec)?$/.test(unit);
}
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

// src/compare/summary.ts
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
  const cut = order.length < 3 ? 0 : Math.max(1, Math.floor(order.length / 4));
  return { center: mean2(order.slice(cut, order.length - cut)), within };
}
var quartiles = 1.349;
function worseUp(of) {
  const { scale, size, margin } = of;
  const sign = of.lowerIsBetter ? 1 : -1;
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

// src/compare/row.ts
var keyOf = (of) => `${of.package}\0${of.benchmark}\0${of.unit}`;
var scaleOf = (runs) => runs.every((of) => of.samples.every((value) => value > 0)) ? "log" : "linear";
var directionOf = (any, options) => any.better === "unknown" ? options.better(any.unit) : any.better;
var summaryOptions = (any, scale, options) => ({
  scale,
  medians: options.test === "mann-whitney",
  moreIsBetter: directionOf(any, options) === "higher"
});
function blank(any, options) {
  return {
    package: any.package,
    benchmark: any.benchmark,
    unit: any.unit,
    better: directionOf(any, options),
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
}
var count = (runs) => runs.reduce((sum2, of) => sum2 + of.samples.length, 0);
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
  const values = runs.flatMap((of) => [...of.samples]);
  const counts = /* @__PURE__ */ new Map();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  let best = Number.POSITIVE_INFINITY;
  for (const [value, times] of counts) {
    const most = counts.get(best) ?? 0;
    if (times > most || times === most && value < best) best = value;
  }
  return best;
}
var centre = (runs, scale) => fromScale(runs.reduce((sum2, run) => sum2 + run.center, 0) / runs.length, scale);
function relative(base, head) {
  if (base === head) return 0;
  return base === 0 ? null : (head - base) / Math.abs(base);
}
function changedOnMain(moved, runsAgo) {
  const size = moved === null ? "" : ` by ${moved < 0 ? "" : "+"}${(moved * 100).toFixed(1)} %`;
  return `main itself changed${size} ${runsAgo} runs ago: compared with the runs since`;
}

// src/compare/copies.ts
var leastTimes = 4;
function timesOf(run) {
  const times = run.series.filter(({ unit }) => isTime(unit));
  if (new Set(times.flatMap(({ samples }) => [...samples])).size < leastTimes) return null;
  return JSON.stringify(times.map((of) => [keyOf(of), ...of.samples]).sort());
}
function areRepeated(rounds) {
  const seen = /* @__PURE__ */ new Map();
  for (const run of rounds.flatMap(({ base, head }) => [base, head])) {
    for (const of of run.series) {
      if (!isTime(of.unit)) continue;
      const key = keyOf(of);
      for (const value of of.samples) {
        if ((seen.get(key) ?? value) !== value) return false;
        seen.set(key, value);
      }
    }
  }
  return seen.size > 0 && rounds.length > 1;
}

export {
  mean2 as mean,
  geometricMean,
  variance,
  varianceAbout,
  sorted,
  quantileSorted,
  quantile,
  median,
  mad,
  toScale,
  fromScale,
  summarise,
  worseUp,
  keyOf,
  scaleOf,
  summaryOptions,
  blank,
  untested,
  exact,
  sides,
  commonest,
  relative,
  changedOnMain,
  looks,
  sequentialP,
  sequentialBound,
  exactly,
  unvarying,
  presentValue,
  sameNumber,
  isTime,
  timesOf,
  areRepeated
};
