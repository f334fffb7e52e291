import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-OMS2RVR2.js";

// src/report/escape.ts
init_define_FLAMEGATE_PAGE();
var LINE_BREAKS = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/g;
var UNSEEN = /[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;
var PRINTABLE_ASCII = /^[ -~]*$/;
var ZERO_WIDTH_SPACE = "\u200B";
function seen(text, lineBreak, max) {
  const near = 4 * max;
  if (text.length > 2 * near) text = `${text.slice(0, near)}\u2026${text.slice(-near)}`;
  if (PRINTABLE_ASCII.test(text)) return text;
  return text.replace(LINE_BREAKS, lineBreak).replace(/[\t\p{Zs}]/gu, " ").replace(UNSEEN, "").replace(new RegExp("\\p{Cs}", "gu"), "\uFFFD");
}
function head(text, length) {
  const last = text.charCodeAt(length - 1);
  return text.slice(0, last >= 55296 && last <= 56319 ? length - 1 : length);
}
function tail(text, length) {
  const first = text.charCodeAt(text.length - length);
  return text.slice(text.length - (first >= 56320 && first <= 57343 ? length - 1 : length));
}
function cut(text, max) {
  return text.length <= max ? text : `${head(text, max - 1)}\u2026`;
}
function cutMiddle(text, max) {
  if (text.length <= max) return text;
  const kept = max - 1;
  const front = Math.floor(kept / 2);
  return `${head(text, front)}\u2026${tail(text, kept - front)}`;
}
function breakCommands(text) {
  return text.replace(/^(\s*):(?=:)/, "$1: ").replace(/##(?=\[)/g, "# #");
}
function logLine(text, max = 1e3) {
  return cut(breakCommands(seen(text, "\u23CE", max)), max);
}
function logName(text, max) {
  return cutMiddle(breakCommands(seen(text, "\u23CE", max)), max);
}
function annotationText(text, max = 1e3) {
  return logLine(text, max);
}
var NOT_XML = /[\uFFFE\uFFFF]/g;
var XML_ENTITIES = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;"
};
function xmlText(text, max = 1e3) {
  return logLine(text, max).replace(NOT_XML, "").replace(/[&<>"']/g, (char) => XML_ENTITIES[char] ?? "");
}
function metricLabel(text, max = 1e3) {
  return logName(text, max).replace(/["\\]/g, "\\$&");
}
var ENTITIES = {
  [ZERO_WIDTH_SPACE]: "&#8203;",
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;"
};
function entities(text) {
  return text.replace(
    /[&<>"'`|*_~[\]()!#@\\$^{}\u200B]/g,
    (char) => ENTITIES[char] ?? `&#${char.charCodeAt(0)};`
  );
}
function breakLinks(text) {
  return text.replace(/@/g, `@${ZERO_WIDTH_SPACE}`).replace(/:(?=\/\/)/g, `:${ZERO_WIDTH_SPACE}`).replace(/www(?=\.)/gi, `$&${ZERO_WIDTH_SPACE}`);
}
function breakReferences(text) {
  return text.replace(/#(?=\d)/g, `#${ZERO_WIDTH_SPACE}`).replace(/(?:GH|GHSA|CVE)(?=-)/gi, `$&${ZERO_WIDTH_SPACE}`).replace(/[0-9a-f]{7,}/gi, (hex) => hex.replace(/.{6}(?=.)/g, `$&${ZERO_WIDTH_SPACE}`)).replace(/:(?=[\w+-]+:)/g, `:${ZERO_WIDTH_SPACE}`).replace(/\$/g, `$$${ZERO_WIDTH_SPACE}`);
}
function breakBlockStart(markdown) {
  return markdown.replace(/^[-+=]/, (char) => `&#${char.charCodeAt(0)};`).replace(/^(\d+)\.(?=\s|$)/, "$1&#46;");
}
function markdownText(text, max = 120) {
  const shown = cut(seen(text, " ", max).trim(), max);
  return breakBlockStart(entities(breakReferences(breakLinks(shown))));
}
var longestPiece = 20;
function pieces(name) {
  if (name.length <= longestPiece) return [name];
  return name.split(/(?<=[/.=,:_-])/u).flatMap(
    (piece) => piece.length <= longestPiece ? [piece] : piece.split(/(?<=[a-z\d])(?=[A-Z])/u)
  ).flatMap((piece) => piece.length <= longestPiece ? [piece] : slices(piece)).reduce((joined, piece) => {
    const last = joined.at(-1);
    const isShort = piece.length < 4 || (last?.length ?? 0) + piece.length <= longestPiece / 2;
    if (last === void 0 || !isShort) joined.push(piece);
    else joined[joined.length - 1] = last + piece;
    return joined;
  }, []);
}
function slices(piece) {
  const characters = [...piece];
  const count = Math.ceil(characters.length / longestPiece);
  const length = Math.ceil(characters.length / count);
  return Array.from(
    { length: count },
    (_, i) => characters.slice(i * length, (i + 1) * length).join("")
  );
}
function markdownCode(text, max = 120) {
  const shown = cutMiddle(seen(text, "\u23CE", max).trim(), max);
  if (shown === "") return "<code>&nbsp;</code>";
  return `<code>${pieces(breakLinks(shown)).map(entities).join("<wbr>")}</code>`;
}
function fenced(language, lines) {
  const text = lines.map((line) => seen(line, " ", 2e3)).join("\n");
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map((run) => run.length));
  const fence = "`".repeat(longest + 1);
  return `${fence}${language}
${text}
${fence}
`;
}
function pageText(text, max = 2e3) {
  return cutMiddle(seen(text, "\u23CE", max), max);
}
var htmlText = (text, max = 2e3) => entities(pageText(text, max));
var jsonInHtml = (value) => JSON.stringify(value).replaceAll("<", "\\u003c");

export {
  logLine,
  logName,
  annotationText,
  xmlText,
  metricLabel,
  markdownText,
  markdownCode,
  fenced,
  pageText,
  htmlText,
  jsonInHtml
};
