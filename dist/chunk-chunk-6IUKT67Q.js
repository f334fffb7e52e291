import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-OMS2RVR2.js";

// src/model/error.ts
init_define_FLAMEGATE_PAGE();
var InputError = class extends Error {
  name = "InputError";
  file;
  line;
  byte;
  /** More defects that were found at once, in the order of the file: reports show all. */
  others;
  constructor(message, at = {}, others = []) {
    const place = at.file === void 0 ? "" : at.line !== void 0 ? `${at.file}:${at.line}: ` : at.byte !== void 0 ? `${at.file}: byte ${at.byte}: ` : `${at.file}: `;
    super(place + message);
    this.file = at.file;
    this.line = at.line;
    this.byte = at.byte;
    this.others = others;
  }
};
var UnreachableError = class extends InputError {
};

export {
  InputError,
  UnreachableError
};
