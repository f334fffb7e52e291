import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  countIn,
  expected,
  field,
  items,
  numberIn,
  numbersIn,
  parseJson,
  textOf
} from "./chunk-chunk-XNWMIJWR.js";
import {
  addStack,
  built,
  locationOf,
  newBuild
} from "./chunk-chunk-5GSXZ44D.js";
import "./chunk-chunk-A2HC4SX2.js";
import "./chunk-chunk-YOAMKUER.js";
import "./chunk-chunk-RPXPASOV.js";

// src/profile/speedscope.ts
var NANOSECONDS = {
  nanoseconds: 1,
  microseconds: 1e3,
  milliseconds: 1e6,
  seconds: 1e9
};
function readSpeedscope(content, file) {
  const whole = parseJson(content, file);
  const profiles = items(field(whole, "profiles"));
  const unit = profiles[0] === void 0 ? "none" : textOf(field(profiles[0], "unit"));
  const nanoseconds = NANOSECONDS[unit];
  const build = newBuild(file, [
    { type: "samples", unit: "count" },
    ...nanoseconds !== void 0 ? [{ type: "cpu", unit: "nanoseconds" }] : unit === "bytes" ? [{ type: "space", unit: "bytes" }] : []
  ]);
  const frames = items(field(field(whole, "shared"), "frames")).map(frameOf);
  const locations = frames.map((frame) => locationOf(build, frame));
  for (const profile of profiles) {
    if (textOf(field(profile, "type")) !== "sampled") {
      throw expected(
        field(profile, "type"),
        '"sampled": an evented profile is a trace, not samples'
      );
    }
    if (textOf(field(profile, "unit")) !== unit) throw expected(field(profile, "unit"), unit);
    const weights = numbersIn(field(profile, "weights"), numberIn);
    const samples = items(field(profile, "samples"));
    if (samples.length !== weights.length) {
      throw expected(field(profile, "weights"), `a list of ${samples.length}, one for each sample`);
    }
    for (const [i, sample] of samples.entries()) {
      const weight = Math.round(weights[i] * (nanoseconds ?? 1));
      addStack(build, stackOf(sample, locations), [1, weight].slice(0, build.sampleTypes.length));
    }
  }
  return built(build);
}
function stackOf(sample, locations) {
  const stack = Array.from(numbersIn(sample, countIn), (frame) => {
    const location = locations[frame];
    if (location === void 0) throw expected({ ...sample, value: frame }, "numbers of frames");
    return location;
  });
  return stack.reverse();
}
function frameOf(part) {
  const optional = (name2) => field(part, name2).value ?? "";
  const file = String(optional("file"));
  const line = Number(optional("line")) || 0;
  const name = textOf(field(part, "name")) || "(anonymous)";
  return file === "" ? { name } : { name: `${name} (${file.slice(file.lastIndexOf("/") + 1)})`, file, line };
}
export {
  readSpeedscope
};
