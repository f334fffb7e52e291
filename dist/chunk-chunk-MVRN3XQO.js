import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-OMS2RVR2.js";

// src/profile/filename.ts
init_define_FLAMEGATE_PAGE();
import { posix } from "node:path";
function cleanFile(file) {
  const cut = file.replace(/^\/proc\/self\/cwd\/(?:\.\/)?/, "");
  if (cut === "") {
    return "";
  }
  const clean = posix.normalize(cut);
  return clean.length > 1 && clean.endsWith("/") ? clean.slice(0, -1) : clean;
}
function unsymbolized(mappingFile) {
  if (mappingFile === "") {
    return "<unknown>";
  }
  return `[${posix.basename(mappingFile) || "/"}]`;
}

export {
  cleanFile,
  unsymbolized
};
