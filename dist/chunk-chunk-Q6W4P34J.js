import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-OMS2RVR2.js";

// src/formats/profiles/perfheader.ts
init_define_FLAMEGATE_PAGE();
function parseHeader(line) {
  if (line.length > 4096) return null;
  const words = line.trim().split(/\s+/);
  const pid = words.findIndex(
    (word, i) => i > 0 && /^\d+(?:\/\d+)?$/.test(word) && isFollowed(words, i)
  );
  if (pid < 0) return null;
  let at = pid + 1;
  if (/^\[\d+\]$/.test(words[at] ?? "")) at++;
  if (/^\d+\.\d+:$/.test(words[at] ?? "")) at++;
  let period = 1;
  if (/^\d{1,15}$/.test(words[at] ?? "")) period = Number(words[at++]);
  const event = words[at] ?? "";
  if (!/^[^:].*:$/.test(event)) return null;
  return {
    comm: words.slice(0, pid).join(" "),
    period,
    event: event.slice(0, -1),
    rest: words.slice(at + 1).join(" ")
  };
}
var isFollowed = (words, pid) => /^(?:\[\d+\]|\d+\.\d+:|\d+|[^\d:]\S*:)$/.test(words[pid + 1] ?? "");

export {
  parseHeader
};
