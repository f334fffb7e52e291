import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  parseHeader
} from "./chunk-chunk-Q6W4P34J.js";
import {
  requireLastNewline
} from "./chunk-chunk-ZB6SCLKP.js";
import {
  addStack,
  built,
  locationOf,
  newBuild
} from "./chunk-chunk-MCPEDWP6.js";
import "./chunk-chunk-6BBP5BRQ.js";
import {
  quote
} from "./chunk-chunk-MQ2NSUXY.js";
import {
  InputError
} from "./chunk-chunk-6IUKT67Q.js";
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-OMS2RVR2.js";

// src/formats/profiles/perfscript.ts
init_define_FLAMEGATE_PAGE();
var CLOCKS = /* @__PURE__ */ new Set(["cpu-clock", "task-clock"]);
function readPerfScript(content, file) {
  requireLastNewline(content, file);
  let build = null;
  let event = "";
  let pending = null;
  let line = 0;
  const refuse = (what) => new InputError(what, { file, line });
  const finish = () => {
    if (build !== null && pending !== null) {
      addStack(build, pending.stack, [1, pending.period], { comm: pending.comm });
    }
    pending = null;
  };
  for (let start = 0; start < content.length; ) {
    const newline = content.indexOf(10, start);
    const end = newline < 0 ? content.length : newline;
    const text = content.toString("utf8", start, end).replace(/\r$/, "");
    line++;
    start = end + 1;
    if (text === "") finish();
    else if (isFrame(text, pending) && build !== null) {
      pending?.stack.push(frameAt(build, text, refuse));
    } else if (!text.startsWith("#")) {
      finish();
      const header = parseHeader(text);
      if (header === null) {
        throw refuse(`expected a sample, like "app 42 1.5: 1000 cpu-clock:", found ${quote(text)}`);
      }
      if (event !== "" && event !== header.event) {
        throw refuse(
          `a sample of ${quote(header.event)} after those of ${quote(event)}: record and print one event at a time`
        );
      }
      event = header.event;
      build ??= newBuild(file, sampleTypes(event));
      const own = header.rest === "" ? [] : [frameAt(build, header.rest, refuse)];
      const { comm, period } = header;
      pending = { comm, period, stack: own, isOpen: header.rest === "" };
    }
  }
  if (pending !== null && pending.isOpen) {
    throw refuse("the file ends inside a sample; it was cut short");
  }
  finish();
  if (build === null) throw refuse("there are no samples");
  return built(build);
}
var isFrame = (text, pending) => pending?.isOpen === true && /^\s/.test(text);
function sampleTypes(event) {
  const clock = CLOCKS.has(event.replace(/:.*$/, ""));
  return [
    { type: "samples", unit: "count" },
    clock ? { type: "cpu", unit: "nanoseconds" } : { type: event, unit: "count" }
  ];
}
var jitted = /^\/tmp\/perf-\d+\.map$/;
var tier = /(?<=\))\[[A-Z]\w*\]$/;
function frameAt(build, text, refuse) {
  const line = text.trim();
  const space = line.indexOf(" ");
  const address = space < 0 ? line : line.slice(0, space);
  if (!/^[\da-f]{1,16}$/.test(address)) {
    throw refuse(`expected an address and a function, found ${quote(line)}`);
  }
  const open = line.endsWith(")") ? openingBracket(line) : -1;
  const symbol = line.slice(address.length, open < 0 ? void 0 : open).trim();
  const offset = symbol.lastIndexOf("+0x");
  const whole = offset < 0 ? symbol : symbol.slice(0, offset);
  const file = open < 0 ? "" : line.slice(open + 1, -1);
  const isJitted = jitted.test(file);
  const name = isJitted ? whole.replace(tier, "") : whole;
  const isNowhere = file === "inlined" || file === "[unknown]";
  const mapping = isJitted ? "/tmp/perf.map" : isNowhere ? "" : file;
  return locationOf(
    build,
    name === "[unknown]" || name === "" ? { name: "", mapping } : { name, mapping }
  );
}
function openingBracket(line) {
  let depth = 0;
  for (let i = line.length - 1; i > 0; i--) {
    if (line[i] === ")") depth++;
    else if (line[i] === "(" && --depth === 0) return line[i - 1] === " " ? i : -1;
  }
  return -1;
}
export {
  readPerfScript
};
