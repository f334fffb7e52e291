import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  InputError
} from "./chunk-chunk-TNIRC7FT.js";

// src/formats/profiles/lines.ts
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
