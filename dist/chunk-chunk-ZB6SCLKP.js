import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  InputError
} from "./chunk-chunk-6IUKT67Q.js";
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-OMS2RVR2.js";

// src/formats/profiles/lines.ts
init_define_FLAMEGATE_PAGE();
function requireLastNewline(content, file) {
  if (content[content.length - 1] === 10) return;
  throw new InputError("the last line has no end: the file was cut short; write it again", {
    file,
    byte: content.length
  });
}

export {
  requireLastNewline
};
