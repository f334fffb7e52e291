import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  begin,
  finish
} from "./chunk-chunk-JUTIDWKM.js";
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-O53ZM6UU.js";

// src/entry/action/start.ts
init_define_FLAMEGATE_PAGE();
begin((line) => process.stdout.write(`::error::flamegate ${line}
`));
var { action } = await import("./chunk-action-RCG3U6CI.js");
finish(await action());
process.stdout.write("", () => process.exit());
