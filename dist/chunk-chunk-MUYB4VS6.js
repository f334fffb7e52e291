import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  logLine
} from "./chunk-chunk-3KXZIELT.js";
import {
  InputError
} from "./chunk-chunk-6IUKT67Q.js";
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-OMS2RVR2.js";

// src/entry/cli/explain.ts
init_define_FLAMEGATE_PAGE();
function explain(error) {
  if (error instanceof InputError) {
    const all = [error, ...error.others];
    return all.map(({ message }) => `${logLine(`flamegate: ${message}`)}
`).join("");
  }
  const stack = error instanceof Error ? error.stack ?? error.message : String(error);
  const lines = stack.split("\n").map((line) => logLine(line));
  return `flamegate: this is a defect of flamegate, please report it:
${lines.join("\n")}
`;
}

export {
  explain
};
