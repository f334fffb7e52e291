import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-OMS2RVR2.js";

// src/stats/summary.ts
init_define_FLAMEGATE_PAGE();

// node_modules/simple-statistics/dist/simple-statistics.mjs
init_define_FLAMEGATE_PAGE();
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

export {
  mean2 as mean,
  geometricMean,
  variance,
  varianceAbout,
  sorted,
  quantileSorted,
  quantile,
  median,
  mad
};
