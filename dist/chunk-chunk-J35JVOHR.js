import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  benchmarkFormats,
  idleTools,
  unreadTools
} from "./chunk-chunk-UKHN3BIT.js";
import {
  clean,
  withoutEscapes
} from "./chunk-chunk-SGSL43OP.js";
import {
  addReading,
  emptyCollection,
  environmentOf,
  finishSeries
} from "./chunk-chunk-C6V23FTX.js";
import {
  require_mod
} from "./chunk-chunk-JMYYPOXT.js";
import {
  quote
} from "./chunk-chunk-MQ2NSUXY.js";
import {
  lose,
  lossWarnings,
  noLosses,
  notFinite,
  tidy
} from "./chunk-chunk-V6FUWQX3.js";
import {
  InputError
} from "./chunk-chunk-6IUKT67Q.js";
import {
  __toESM,
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-OMS2RVR2.js";

// src/formats/benchmarks/read.ts
init_define_FLAMEGATE_PAGE();
var import_fastest_levenshtein = __toESM(require_mod(), 1);

// src/formats/benchmarks/beginning.ts
init_define_FLAMEGATE_PAGE();
var beginningBytes = 64 * 1024;
function beginningOf({ file, bytes }) {
  const head = clean({ bytes: bytes.subarray(0, beginningBytes) });
  const text = Buffer.from(head.bytes.buffer, head.bytes.byteOffset, head.bytes.length).toString(
    "utf8"
  );
  return { text, file, json: outlineOf(text) };
}
var mostPaths = 2e3;
var longestPath = 200;
var token = /\s*(?:("[^"\\]*(?:\\[\s\S][^"\\]*)*")\s*(:)?|([{[])|([}\]])|,|[^\s{}[\],":]+)/y;
function outlineOf(text) {
  const first = /^\s*([[{])/.exec(text)?.[1];
  if (first === void 0) return null;
  const paths = /* @__PURE__ */ new Set();
  const open = [];
  let documents = 0;
  let key = "";
  token.lastIndex = 0;
  for (let found = token.exec(text); found !== null; found = token.exec(text)) {
    const [, string, colon, opens, closes] = found;
    const inside = open.at(-1);
    if (opens !== void 0) {
      if (inside === void 0) documents++;
      const own = inside === void 0 ? "" : valuePath(inside, key);
      open.push(opens === "[" ? `${own}[]` : own === "" ? "" : `${own}.`);
      key = "";
    } else if (closes !== void 0) {
      open.pop();
    } else if (inside === void 0) {
      break;
    } else if (string !== void 0 && colon !== void 0) {
      key = string.slice(1, -1);
      if (paths.size < mostPaths && inside.length + key.length < longestPath) {
        paths.add(inside + key);
      }
    }
  }
  const shape = documents > 1 ? "lines" : first === "[" ? "array" : "object";
  return { shape, paths };
}
var valuePath = (inside, key) => inside.length > longestPath ? inside : inside.endsWith("]") ? inside : inside + key;

// src/formats/benchmarks/both.ts
init_define_FLAMEGATE_PAGE();
function both(one, other) {
  const lost = noLosses();
  for (const losses of [one.lost, other.lost]) {
    for (const { first, count } of losses?.listed.values() ?? []) lose(lost, first, count);
    lost.unlisted += losses?.unlisted ?? 0;
  }
  return {
    records: [...one.records, ...other.records],
    results: one.results + other.results,
    environment: new Map([...other.environment, ...one.environment]),
    warnings: [...one.warnings, ...other.warnings],
    units: [...one.units ?? [], ...other.units ?? []],
    lost
  };
}

// src/formats/benchmarks/guess.ts
init_define_FLAMEGATE_PAGE();
function looksLike(bytes) {
  if (bytes.length === 0) return "is empty";
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 4096));
  const [first, second] = head;
  if (first === 31 && second === 139) return "is gzip data (a profile? that is another input)";
  if (first === 80 && second === 75) return "is a zip archive: unpack it first";
  if (first === 255 && second === 254 || first === 254 && second === 255) {
    return "is UTF-16 text, as Windows PowerShell's > writes it: use `| Out-File -Encoding utf8`, or convert it with `iconv -f UTF-16 -t UTF-8 FILE`";
  }
  if (head.includes(0)) return "is binary data";
  const text = head.toString("utf8").trim();
  if (text === "") return "holds only white space";
  if (/^[[{]/.test(text)) return "looks like JSON";
  if (/^<(!doctype html|html|head|body)/i.test(text)) return "looks like an HTML page";
  if (text.startsWith("<")) return "looks like XML";
  if (/^(total \d+\n)?[-dl][-rwxsStT]{9}/.test(text)) return "looks like a directory listing";
  return `begins with ${quote(text.split("\n", 1)[0] ?? "")}`;
}

// src/formats/benchmarks/nearest.ts
init_define_FLAMEGATE_PAGE();
var shown = 3;
function nearest(beginning) {
  const lists = "`flamegate formats` lists what is read";
  if (beginning.text.trim() === "" || /[\0-\x06\x0e-\x1a\ufffd]/.test(beginning.text))
    return `; ${lists}`;
  const near = benchmarkFormats.map(({ help, detect }) => ({ help, ...detect.lacks(beginning) })).filter((item) => item.near > 0).sort((a, b) => b.near - a.near).slice(0, shown).map(({ help, what }) => `${help} (${what})`);
  return near.length === 0 ? `; ${lists}` : `. Nearest: ${near.join("; ")}. ${lists}`;
}

// src/formats/benchmarks/sound.ts
init_define_FLAMEGATE_PAGE();
function soundOf(reading) {
  if (reading.records.every(({ metrics }) => metrics.every((item) => defectOf(item) === null))) {
    return reading;
  }
  const lost = reading.lost ?? noLosses();
  const records = reading.records.flatMap((record) => {
    const metrics = record.metrics.filter((metric) => {
      const defect = defectOf(metric);
      if (defect === null) return true;
      const { unit, better } = metric;
      lose(lost, { name: record.name, unit, better, message: `${record.name}: ${unit} ${defect}` });
      return false;
    });
    return metrics.length === 0 ? [] : [{ ...record, metrics }];
  });
  return { ...reading, records, results: Math.min(reading.results, records.length), lost };
}
function defectOf({ unit, samples }) {
  if (samples.length === 0) return "has no value";
  const { factor } = tidy(unit);
  for (const sample of samples) {
    if (!Number.isFinite(sample * factor)) {
      return notFinite(sample);
    }
  }
  return null;
}

// src/formats/benchmarks/unread.ts
init_define_FLAMEGATE_PAGE();
var lookedAt = 1 << 20;
var longestLine = 1e3;
var goFormat = 'have it print lines like "BenchmarkName 1 1234 ns/op"';
var timeCommand = "--time-command (in the action `time-command: true`)";
function unreadTool({ bytes }) {
  const text = linesOf(bytes);
  const found = toolIn(text);
  if (found === void 0) {
    const idle = idleIn(text);
    return idle === void 0 ? null : `${idle.tool} ran no benchmark: ${idle.instead}`;
  }
  const advice = (found.instead ?? goFormat).replaceAll("$FLAMEGATE_OUTPUT", "FILE");
  return `this is what ${found.tool} prints, in a form that is not read: ${advice}`;
}
var toolIn = (text) => unreadTools.find(({ prints }) => prints.test(text));
var idleIn = (text) => idleTools.find(({ prints, unless }) => prints.test(text) && unless?.test(text) !== true);
function refuseUnread({ file, bytes }, errors = []) {
  const text = linesOf(bytes);
  const said = `${text}
${linesOf(Buffer.from(errors.join("\n")))}`;
  const found = toolIn(said);
  if (found !== void 0) {
    const what = `this is what ${found.tool} prints, in a form that is not read`;
    const instead = found.instead === null ? `${goFormat}, or add ${timeCommand} to compare the time of the whole command` : `${found.instead}. The time of the whole command cannot be compared here, because such tools repeat fast code more often`;
    throw new InputError(`${what}: ${instead}`, { file });
  }
  const idle = idleIn(said);
  if (idle !== void 0) {
    throw new InputError(
      `${idle.tool} ran no benchmark: ${idle.instead}. The time of a command that does nothing cannot be compared`,
      { file }
    );
  }
  const result = resultIn(text);
  if (result === null) return;
  throw new InputError(
    `${JSON.stringify(result)} looks like a result, in a form that is not read: add ${timeCommand} if this program has no benchmark output, else ${goFormat}`,
    { file }
  );
}
function linesOf(bytes) {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const text = whole.length <= lookedAt ? whole.toString("utf8") : `${whole.toString("utf8", 0, lookedAt / 2)}
${whole.toString("utf8", whole.length - lookedAt / 2)}`;
  return withoutEscapes(text).split("\n").map((line) => line.slice(0, longestLine)).join("\n");
}
var times = /(?<![\w.,:])(?:\d[\d.,]*\s?(?:ns|nsecs?|[uµμ]s|usecs?|msecs?|ms|secs?|seconds?)|\d{1,3}(?:\.\d+)?\s?s)(?![\w/])/g;
var small = /(?:ns|nsecs?|[uµμ]s|usecs?)$/;
var rate = /\b(?:ops?|i|iters?|iterations?|req|requests|calls|[KMGT]i?B)\/s(?:ec|econd)?\b|\b(?:ns|[uµμ]s|ms|s|sec)\/(?:op|iter|iteration|call|run|i|byte|elem)\b|\bper (?:loop|iteration|operation|op|call)\b/;
var ofItself = /\b(?:in|after|took|takes|for|within|elapsed|every|timeout|wait(?:ed|ing)?)[\s:=(~]*$/i;
function resultIn(text) {
  if (/[\0\ufffd]/.test(text)) return null;
  const line = text.split("\n").find(isResult);
  return line === void 0 ? null : line.trim().slice(0, 80);
}
function isResult(line) {
  if (!/\d/.test(line)) return false;
  if (rate.test(line)) return true;
  const found = [...line.matchAll(times)];
  return found.some(
    (array) => small.test(array[0]) || found.length > 1 || !ofItself.test(line.slice(0, array.index))
  );
}

// src/formats/benchmarks/read.ts
function candidates(input, { format, formats = benchmarkFormats }) {
  if (format !== void 0) return [named(format)];
  const beginning = beginningOf(input);
  const answers = formats.map(({ detect }) => detect.is(beginning));
  const wanted = answers.includes("yes") ? "yes" : "perhaps";
  return formats.filter((_, i) => answers[i] === wanted);
}
function named(format) {
  const found = benchmarkFormats.find(({ name }) => name === format);
  if (found !== void 0) return found;
  const names = benchmarkFormats.map(({ name }) => name);
  throw new InputError(
    `format ${JSON.stringify(format)} is not known, did you mean ${(0, import_fastest_levenshtein.closest)(format, names)}? \`flamegate formats\` lists all`
  );
}
async function readersFor(inputs, options = {}) {
  const wanted = new Set(inputs.flatMap((input) => candidates(input, options)));
  return new Map(
    await Promise.all(
      [...wanted].map(async (format) => [format.name, await format.load()])
    )
  );
}
function readAs(input, more, readers, formats) {
  let found = null;
  for (const { name: format } of formats) {
    const reading = readers.get(format)?.(input, more) ?? null;
    if (reading === null) continue;
    const sound = soundOf(reading);
    if (isJson(input)) return { format, reading: sound };
    found = found === null ? { format, reading: sound } : { format: found.format, reading: both(found.reading, sound) };
  }
  return found;
}
var isJson = ({ bytes }) => /^\s*[[{]/.test(
  Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(64, bytes.length)).toString()
);
function probe(input, readers, options) {
  const formats = candidates(input, options);
  try {
    return readAs(clean(input), [], readers, formats);
  } catch (error) {
    const [format] = formats;
    if (error instanceof InputError && format !== void 0)
      return { format: format.name, reading: null };
    throw error;
  }
}
async function formatOf(input, options = {}) {
  return probe(input, await readersFor([input], options), options)?.format ?? null;
}
async function isEmpty(input, options = {}) {
  const probed = probe(input, await readersFor([input], options), options);
  if (probed === null) return true;
  const { reading } = probed;
  if (reading === null || reading.results > 0) return false;
  const hasLost = (reading.lost?.listed.size ?? 0) > 0;
  return !hasLost && !reading.warnings.some((warning) => warning.kind === "failed");
}
async function readBenchmarks(inputs, limits = {}) {
  return readWith(await readersFor(inputs, limits), inputs, limits);
}
function readWith(readers, inputs, limits = {}) {
  const collection = emptyCollection();
  const warnings = readSets(
    readers,
    inputs,
    limits,
    (file, reading) => addReading(collection, file, reading)
  );
  return { environment: environmentOf(collection), series: finishSeries(collection), warnings };
}
function readSets(readers, inputs, limits, add) {
  const { fileBytes = 256 * 2 ** 20 } = limits;
  const warnings = [];
  let added = 0;
  const adding = (file, reading) => {
    added++;
    return add(file, reading);
  };
  for (const { bytes, file } of inputs) {
    if (bytes.length > fileBytes) {
      const size = `${bytes.length} bytes, above the limit of ${fileBytes}`;
      throw new InputError(`${size}: is it benchmark output?`, { file });
    }
  }
  for (const set of setsOf(inputs, limits)) warnings.push(...readSet(set, readers, adding));
  const [lost] = warnings;
  if (added === 0 && lost !== void 0) throw noResult(lost);
  return warnings;
}
function setsOf(inputs, options) {
  const sets = [];
  const open = /* @__PURE__ */ new Map();
  let passedOver;
  for (const input of inputs) {
    const formats = candidates(input, options);
    const [first] = formats;
    if (first?.set === void 0) {
      sets.push({ formats, files: [input] });
      continue;
    }
    const name = first.set(input.file.replaceAll("\\", "/"));
    if (name === null) {
      passedOver ??= input;
      continue;
    }
    const key = `${first.name}\0${name}`;
    const known = open.get(key);
    if (known !== void 0) known.files.push(input);
    else {
      const set = { formats: [first], files: [input] };
      open.set(key, set);
      sets.push(set);
    }
  }
  if (sets.length > 0 || passedOver === void 0) return sets;
  const message = "no benchmark result: of its tool these are files that hold none";
  throw new InputError(message, { file: passedOver.file });
}
function readSet({ formats, files }, readers, add) {
  const [input, ...more] = files.map(clean);
  if (input === void 0) return [];
  const { file } = input;
  const read = readAs(input, more, readers, formats);
  if (read === null) {
    refuseTool(input);
    throw new InputError(
      `no benchmark result: the file ${looksLike(input.bytes)}${nearest(beginningOf(input))}`,
      { file }
    );
  }
  const { reading } = read;
  const warnings = [...reading.warnings];
  if (reading.lost !== void 0) {
    warnings.push(...lossWarnings(file, reading.lost));
    warnings.sort((a, b) => (a.line ?? Infinity) - (b.line ?? Infinity));
  }
  if (reading.results > 0) return [...warnings, ...add(file, reading)];
  if (formats[0]?.set !== void 0 && warnings.length > 0) return warnings;
  refuseTool(input);
  const [problem] = [...warnings].sort(failuresFirst);
  if (problem !== void 0) throw noResult({ ...problem, file });
  const none = "the output of a benchmark tool without a benchmark: does its filter match one?";
  throw new InputError(`no benchmark result: ${none}`, { file });
}
function noResult({ file, line, message }) {
  const place = line === void 0 ? "" : `line ${line}: `;
  return new InputError(
    `no benchmark result: ${place}${message}`,
    file === void 0 ? {} : { file }
  );
}
function refuseTool(input) {
  const told = unreadTool(input);
  if (told !== null) throw new InputError(`no benchmark result: ${told}`, { file: input.file });
}
function failuresFirst(a, b) {
  return Number(b.kind === "failed") - Number(a.kind === "failed");
}

export {
  unreadTool,
  refuseUnread,
  readersFor,
  formatOf,
  isEmpty,
  readBenchmarks,
  readSets
};
