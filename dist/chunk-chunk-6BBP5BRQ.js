import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-OMS2RVR2.js";

// src/profile/columns.ts
init_define_FLAMEGATE_PAGE();
function int32Column(capacity) {
  const column = { values: new Int32Array(0), length: 0 };
  reserveInt32(column, Math.max(capacity, 16));
  return column;
}
function float64Column(capacity) {
  const column = { values: new Float64Array(0), length: 0 };
  reserveFloat64(column, Math.max(capacity, 16));
  return column;
}
function appendInt32(column, value) {
  if (column.length === column.values.length) {
    reserveInt32(column, 1);
  }
  column.values[column.length++] = value;
}
function appendFloat64(column, value) {
  if (column.length === column.values.length) {
    reserveFloat64(column, 1);
  }
  column.values[column.length++] = value;
}
function reserveInt32(column, count) {
  const needed = column.length + count;
  if (needed > column.values.length) {
    const grown = new Int32Array(Math.max(needed, column.values.length * 2));
    grown.set(column.values);
    column.values = grown;
  }
}
function reserveFloat64(column, count) {
  const needed = column.length + count;
  if (needed > column.values.length) {
    const grown = new Float64Array(Math.max(needed, column.values.length * 2));
    grown.set(column.values);
    column.values = grown;
  }
}
function filled(column) {
  return column.values.subarray(0, column.length);
}
function filledFloat64(column) {
  return column.values.subarray(0, column.length);
}

export {
  int32Column,
  float64Column,
  appendInt32,
  appendFloat64,
  reserveInt32,
  filled,
  filledFloat64
};
