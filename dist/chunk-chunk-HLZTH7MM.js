import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  parseHeader
} from "./chunk-chunk-E3ZYM2TM.js";
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-LVQEZM7Y.js";

// src/formats/profiles/index.ts
init_define_FLAMEGATE_PAGE();

// src/formats/profiles/format.ts
init_define_FLAMEGATE_PAGE();
var beginningBytes = 64 * 1024;

// src/formats/profiles/index.ts
var profileFormats = [
  {
    name: "heapprofile",
    help: "heap profiles of V8 (Node.js, Chrome): .heapprofile",
    detect: (text) => /^\{\s*"head"\s*:\s*\{/.test(text),
    load: async () => (await import("./chunk-heapprofile-462HTQWS.js")).readHeapProfile
  },
  {
    name: "speedscope",
    help: "the JSON of speedscope, which py-spy, rbspy and others write too",
    detect: (text) => /^\{[\s\S]*"(?:\$schema"\s*:\s*"https?:\/\/www\.speedscope\.app|shared"\s*:\s*\{)/.test(text),
    load: async () => (await import("./chunk-speedscope-L5PRWVEN.js")).readSpeedscope
  },
  {
    name: "cpuprofile",
    help: "CPU profiles of V8 (Node.js, Chrome): .cpuprofile",
    detect: (text) => /^\{\s*"(?:nodes|startTime|endTime|samples|timeDeltas)"\s*:/.test(text),
    load: async () => (await import("./chunk-cpuprofile-Q7FAVVRT.js")).readCpuProfile
  },
  {
    name: "callgrind",
    help: "the costs that valgrind --tool=callgrind counts: callgrind.out",
    detect: looksLikeCallgrind,
    load: async () => (await import("./chunk-stacks-7TAKQ35D.js")).readCallgrindStacks
  },
  {
    name: "perf-script",
    help: "what perf script prints of perf record -g",
    detect: looksLikePerfScript,
    load: async () => (await import("./chunk-perfscript-YUKDLKUL.js")).readPerfScript
  },
  {
    name: "collapsed",
    help: "collapsed stacks, one a line: py-spy -f raw, async-profiler, bpftrace",
    detect: looksCollapsed,
    load: async () => (await import("./chunk-collapsed-OSFE6BSO.js")).readCollapsed
  }
];
function looksLikeCallgrind(text) {
  if (text.startsWith("# callgrind format")) return true;
  return /^(?:#[^\n]*\n\s*)*(?:version|creator|cmd|desc|pid|part|thread|positions|events?):/.test(
    text
  ) && /^events:/m.test(text);
}
function looksLikePerfScript(text) {
  const lines = text.split("\n").filter((line) => !line.startsWith("#") && line.trim() !== "");
  const header = parseHeader(lines[0] ?? "");
  const below = header?.rest === "" ? lines[1] ?? "" : ` ${header?.rest ?? ""}`;
  return header !== null && /^\s+[\da-f]+(?: |$)/.test(below);
}
function looksCollapsed(text) {
  const whole = text.length < beginningBytes / 2 ? text : text.slice(0, text.lastIndexOf("\n"));
  const lines = whole.split("\n", 20).filter((line) => line.trim() !== "");
  return lines.length > 0 && lines.every((line) => /(?:^|\s)\d+\r?$/.test(line)) && lines.some((line) => line.includes(";"));
}

export {
  beginningBytes,
  profileFormats
};
