import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  begin,
  finish
} from "./chunk-chunk-HMEEKHGK.js";
import "./chunk-chunk-RPXPASOV.js";

// src/action/entry.ts
begin((line) => process.stdout.write(`::error::flamegate ${line}
`));
var { action } = await import("./chunk-action-3M6ZACTO.js");
finish(await action());
process.stdout.write("", () => process.exit());
