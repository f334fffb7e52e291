import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  parseHeader
} from "./chunk-chunk-Q6W4P34J.js";
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-OMS2RVR2.js";

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
    load: async () => (await import("./chunk-heapprofile-SN24PTHM.js")).readHeapProfile
  },
  {
    name: "speedscope",
    help: "the JSON of speedscope, which py-spy, rbspy and others write too",
    detect: (text) => /^\{[\s\S]*"(?:\$schema"\s*:\s*"https?:\/\/www\.speedscope\.app|shared"\s*:\s*\{)/.test(text),
    load: async () => (await import("./chunk-speedscope-WJADUY5H.js")).readSpeedscope
  },
  {
    name: "cpuprofile",
    help: "CPU profiles of V8 (Node.js, Chrome): .cpuprofile",
    detect: (text) => /^\{\s*"(?:nodes|startTime|endTime|samples|timeDeltas)"\s*:/.test(text),
    load: async () => (await import("./chunk-cpuprofile-U45HJCNQ.js")).readCpuProfile
  },
  {
    name: "callgrind",
    help: "the costs that valgrind --tool=callgrind counts: callgrind.out",
    detect: looksLikeCallgrind,
    load: async () => (await import("./chunk-stacks-FXR2EFP6.js")).readCallgrindStacks
  },
  {
    name: "perf-script",
    help: "what perf script prints of perf record -g",
    detect: looksLikePerfScript,
    load: async () => (await import("./chunk-perfscript-CDGTO5DU.js")).readPerfScript
  },
  {
    name: "collapsed",
    help: "collapsed stacks, one a line: py-spy -f raw, async-profiler, bpftrace",
    detect: looksCollapsed,
    load: async () => (await import("./chunk-collapsed-3OFYDGAQ.js")).readCollapsed
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
