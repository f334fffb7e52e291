import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  logLine
} from "./chunk-chunk-3KXZIELT.js";
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-OMS2RVR2.js";

// src/entry/action/say.ts
init_define_FLAMEGATE_PAGE();
function say(text) {
  for (const line of text.split("\n")) process.stdout.write(`${logLine(line, 4e3)}
`);
}

export {
  say
};
