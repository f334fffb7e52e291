import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-OMS2RVR2.js";

// src/formats/benchmarks/clean.ts
init_define_FLAMEGATE_PAGE();
var escapeByte = 27;
var carriageReturn = 13;
var sequences = (
  // biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences are made of them
  /\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b\n]*(?:\x07|\x1b\\)?|[()][0-9A-Za-z]|[@-Z\\^_=>78])/g
);
var withoutEscapes = (text) => text.includes("\x1B") ? text.replace(sequences, "") : text;
function clean(input) {
  const whole = Buffer.from(input.bytes.buffer, input.bytes.byteOffset, input.bytes.length);
  const isMarked = whole[0] === 239 && whole[1] === 187 && whole[2] === 191;
  const text = isMarked ? whole.subarray(3) : whole;
  const hasEscapes = text.includes(escapeByte);
  const hasReturns = text.includes(carriageReturn) && text.includes("\r\n");
  if (!isMarked && !hasEscapes && !hasReturns) return input;
  const bytes = hasReturns ? withoutReturns(text) : text;
  return {
    ...input,
    bytes: hasEscapes ? Buffer.from(withoutEscapes(bytes.toString("latin1")), "latin1") : bytes
  };
}
function withoutReturns(text) {
  const kept = Buffer.allocUnsafe(text.length);
  let length = 0;
  for (let at = 0; at < text.length; ) {
    const found = text.indexOf(carriageReturn, at);
    const end = found < 0 ? text.length : found;
    length += text.copy(kept, length, at, end);
    at = end + 1;
    if (found >= 0 && text[at] !== 10) kept[length++] = carriageReturn;
  }
  return kept.subarray(0, length);
}

export {
  withoutEscapes,
  clean
};
