import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  logLine
} from "./chunk-chunk-RFZJ2M3E.js";

// src/entry/action/say.ts
function say(text) {
  for (const line of text.split("\n")) process.stdout.write(`${logLine(line, 4e3)}
`);
}

export {
  say
};
