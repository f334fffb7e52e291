import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-OMS2RVR2.js";

// src/profile/write/wirewrite.ts
init_define_FLAMEGATE_PAGE();
function newWriter(capacity = 1024) {
  return { bytes: Buffer.allocUnsafe(capacity), length: 0 };
}
var written = ({ bytes, length }) => bytes.subarray(0, length);
function reserve(writer, count) {
  const needed = writer.length + count;
  if (needed <= writer.bytes.length) return;
  const grown = Buffer.allocUnsafe(Math.max(needed, 2 * writer.bytes.length));
  writer.bytes.copy(grown, 0, 0, writer.length);
  writer.bytes = grown;
}
function writeVarint(writer, value) {
  reserve(writer, 10);
  let rest = value;
  while (rest >= 2 ** 31) {
    writer.bytes[writer.length++] = rest % 128 | 128;
    rest = Math.floor(rest / 128);
  }
  while (rest > 127) {
    writer.bytes[writer.length++] = rest & 127 | 128;
    rest >>>= 7;
  }
  writer.bytes[writer.length++] = rest;
}
function writeVarint64(writer, value) {
  if (value >= 0n && value <= Number.MAX_SAFE_INTEGER) {
    writeVarint(writer, Number(value));
    return;
  }
  reserve(writer, 10);
  let rest = BigInt.asUintN(64, value);
  for (; rest > 127n; rest >>= 7n) writer.bytes[writer.length++] = Number(rest & 127n) | 128;
  writer.bytes[writer.length++] = Number(rest);
}
function writeInteger(writer, value) {
  if (value >= 0) writeVarint(writer, value);
  else writeVarint64(writer, BigInt(value));
}
function writeNumber(writer, field, value) {
  if (value === 0 || value === 0n) return;
  writeVarint(writer, field * 8);
  if (typeof value === "bigint") writeVarint64(writer, value);
  else writeInteger(writer, value);
}
function writeChunk(writer, field, content) {
  writeVarint(writer, field * 8 + 2);
  writeVarint(writer, content.length);
  reserve(writer, content.length);
  writer.bytes.set(content, writer.length);
  writer.length += content.length;
}
function messageOf(fieldTag, parts) {
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  return [varints(fieldTag, length), ...parts];
}
function varints(...values) {
  const writer = newWriter(10 * values.length);
  for (const value of values) writeVarint(writer, value);
  return written(writer);
}

export {
  newWriter,
  written,
  writeVarint,
  writeInteger,
  writeNumber,
  writeChunk,
  messageOf,
  varints
};
