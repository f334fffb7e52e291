import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  text
} from "./chunk-chunk-2NZK6ZYN.js";
import {
  quote
} from "./chunk-chunk-MQ2NSUXY.js";
import {
  InputError
} from "./chunk-chunk-6IUKT67Q.js";
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-OMS2RVR2.js";

// src/profile/select/expression.ts
init_define_FLAMEGATE_PAGE();
var MAX_EXPRESSION = 2e4;
async function compileExpression(expression, option) {
  if (expression.length > MAX_EXPRESSION) {
    throw new InputError(
      `${option} has ${expression.length} characters, more than the limit of ${MAX_EXPRESSION}`
    );
  }
  const { RE2JS, RE2JSException } = await import("./chunk-build-KYL7ZAC4.js");
  try {
    const compiled = RE2JS.compile(expression);
    return (subject) => compiled.test(subject);
  } catch (error) {
    if (!(error instanceof RE2JSException)) throw error;
    throw new InputError(
      `${option} ${quote(expression)} is not a regular expression as Go and pprof have them (RE2): ${error.message}`
    );
  }
}
function matchFrames(profile, tests) {
  const { functions, mappings, strings } = profile;
  const isName = remember(strings, tests.name);
  const isFile = remember(strings, tests.file);
  const isMapping = remember(strings, tests.mapping);
  return {
    functions: Uint8Array.from(
      { length: functions.count },
      (_, f) => isName(functions.name[f]) || isFile(functions.file[f]) ? 1 : 0
    ),
    mappings: Uint8Array.from(
      { length: mappings.count },
      (_, m) => isMapping(mappings.file[m]) ? 1 : 0
    )
  };
}
function remember(strings, test) {
  const known = /* @__PURE__ */ new Map();
  return (index) => {
    let answer = known.get(index);
    if (answer === void 0) {
      answer = test(text(strings, index));
      known.set(index, answer);
    }
    return answer;
  };
}

export {
  compileExpression,
  matchFrames,
  remember
};
