import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-OMS2RVR2.js";

// src/entry/unfinished.ts
init_define_FLAMEGATE_PAGE();
var step = "loading its own code";
var finished = false;
function begin(tell) {
  process.exitCode = 2;
  process.once("exit", () => {
    if (finished) return;
    process.exitCode = 2;
    tell(
      `stopped before its work was done, while ${step}: this is neither a pass nor a fail; run it again, and please report it when it happens twice`
    );
  });
}
function doing(what) {
  step = what;
}
function finish(status) {
  finished = true;
  process.exitCode = status;
}

export {
  begin,
  doing,
  finish
};
