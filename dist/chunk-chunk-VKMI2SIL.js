import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-OMS2RVR2.js";

// src/profile/order.ts
init_define_FLAMEGATE_PAGE();
function largestFirst(values, names) {
  const count = values.length;
  const keys = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    keys[i] = -Math.abs(values[i]);
  }
  const sorted = keys.slice().sort();
  const order = new Int32Array(count);
  const placed = new Int32Array(count);
  for (let i = 0; i < count; i++) {
    const first = firstAtLeast(sorted, keys[i]);
    const before = placed[first];
    order[first + before] = i;
    placed[first] = before + 1;
  }
  for (let first = 0; first < count; first += placed[first]) {
    sortByName(order.subarray(first, first + placed[first]), names);
  }
  return order;
}
function firstAtLeast(rising, value) {
  let low = 0;
  let high = rising.length;
  while (low < high) {
    const middle = low + high >> 1;
    if (rising[middle] < value) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}
function sortByName(indices, names) {
  for (let i = 1; i < indices.length; i++) {
    if (compare(indices[i - 1], indices[i], names) > 0) {
      indices.set(Array.from(indices).sort((a, b) => compare(a, b, names)));
      return;
    }
  }
}
function compare(a, b, names) {
  const [left, right] = [names[a], names[b]];
  return left < right ? -1 : left > right ? 1 : 0;
}

export {
  largestFirst
};
