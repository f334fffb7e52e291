import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-OMS2RVR2.js";

// src/profile/profile.ts
init_define_FLAMEGATE_PAGE();
function text(strings, index) {
  return strings.bytes.toString("utf8", strings.start[index], strings.end[index]);
}
function word64(words, index) {
  const low = words[2 * index] ?? 0;
  const high = words[2 * index + 1] ?? 0;
  return BigInt(high) << 32n | BigInt(low >>> 0);
}

export {
  text,
  word64
};
