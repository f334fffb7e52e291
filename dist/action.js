import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  begin,
  finish
} from "./chunk-chunk-J7MZQFKU.js";
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-OPJI6KHM.js";

// src/entry/action/start.ts
init_define_FLAMEGATE_PAGE();
begin((line) => process.stdout.write(`::error::flamegate ${line}
`));
var { action } = await import("./chunk-action-N7ALPODT.js");
finish(await action());
process.stdout.write("", () => process.exit());
