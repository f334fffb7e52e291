import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  begin,
  finish
} from "./chunk-chunk-HTDXN4AM.js";
import "./chunk-chunk-RPXPASOV.js";

// src/entry/action/start.ts
begin((line) => process.stdout.write(`::error::flamegate ${line}
`));
var { action } = await import("./chunk-action-D3537AVT.js");
finish(await action());
process.stdout.write("", () => process.exit());
