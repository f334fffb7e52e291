import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  begin,
  finish
} from "./chunk-chunk-OWNO6LNF.js";
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-OMS2RVR2.js";

// src/entry/action/start.ts
init_define_FLAMEGATE_PAGE();
begin((line) => process.stdout.write(`::error::flamegate ${line}
`));
var { action } = await import("./chunk-action-5JWORWNH.js");
finish(await action());
process.stdout.write("", () => process.exit());
