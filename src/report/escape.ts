/**
 * The only places where hostile text becomes output. Names of benchmarks, functions, files and
 * units come from a pull request: each report passes every one of them through exactly one of the
 * functions below, for the place where it lands (a log line, a Markdown paragraph or table cell, a
 * code-formatted name, an annotation, XML, a label of a metric). What a name means, and how long a table may be, is the
 * reports' business.
 */

/** What ends a line somewhere: in the runner, in Markdown or in a terminal. */
const LINE_BREAKS = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/g;

/**
 * Control characters (C0, C1, so ESC too), format characters (bidirectional overrides, zero
 * widths) and other characters nobody sees, which let a name look like another one.
 */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;

/** The fast path: most names are this, and there is nothing to remove from them. */
const PRINTABLE_ASCII = /^[ -~]*$/;

/** Put between two characters that together would make a link or a mention. */
const ZERO_WIDTH_SPACE = '\u200B';

/**
 * Only what can be seen, on one line; `lineBreak` stands for each end of line. Of a text far longer
 * than the `max` units that will be shown, only both ends are looked at.
 */
function seen(text: string, lineBreak: string, max: number): string {
  const near = 4 * max;
  if (text.length > 2 * near) text = `${text.slice(0, near)}…${text.slice(-near)}`;
  if (PRINTABLE_ASCII.test(text)) return text;
  return text
    .replace(LINE_BREAKS, lineBreak)
    .replace(/[\t\p{Zs}]/gu, ' ')
    .replace(UNSEEN, '')
    .replace(/\p{Cs}/gu, '\uFFFD');
}

/** The first `length` UTF-16 units, or one fewer where that would cut a surrogate pair. */
function head(text: string, length: number): string {
  const last = text.charCodeAt(length - 1);
  return text.slice(0, last >= 0xd800 && last <= 0xdbff ? length - 1 : length);
}

/** The last `length` UTF-16 units, or one fewer where that would cut a surrogate pair. */
function tail(text: string, length: number): string {
  const first = text.charCodeAt(text.length - length);
  return text.slice(text.length - (first >= 0xdc00 && first <= 0xdfff ? length - 1 : length));
}

/** At most `max` UTF-16 units, `…` in place of the end that was cut off. */
function cut(text: string, max: number): string {
  return text.length <= max ? text : `${head(text, max - 1)}…`;
}

/** At most `max` UTF-16 units, `…` in place of the middle: the end of a name tells most. */
function cutMiddle(text: string, max: number): string {
  if (text.length <= max) return text;
  const kept = max - 1;
  const front = Math.floor(kept / 2);
  return `${head(text, front)}…${tail(text, kept - front)}`;
}

/**
 * Breaks what GitHub's runner would obey: `::command::` at the start of a line (it trims white
 * space first) and the older `##[command]` anywhere in a line.
 */
function breakCommands(text: string): string {
  return text.replace(/^(\s*):(?=:)/, '$1: ').replace(/##(?=\[)/g, '# #');
}

/**
 * `text` as one line of a log or a file: no control, bidirectional or zero-width character, ends
 * of lines visible as `⏎`, no workflow command, at most `max` UTF-16 units (`…` marks a cut).
 * Applying it twice changes nothing. The runner reads stdout and stderr alike.
 */
export function logLine(text: string, max = 1000): string {
  return cut(breakCommands(seen(text, '⏎', max)), max);
}

/** As `logLine`, cut in the middle: for names in the columns of a table. */
export function logName(text: string, max: number): string {
  return cutMiddle(breakCommands(seen(text, '⏎', max)), max);
}

/** `text` for the title or the message of an annotation; whoever writes the command escapes `%`. */
export function annotationText(text: string, max = 1000): string {
  return logLine(text, max);
}

/** Of Unicode's noncharacters the two that XML 1.0 forbids; `seen` removes all else that it does. */
const NOT_XML = /[\uFFFE\uFFFF]/g;

const XML_ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/**
 * `text` as one line for an element or an attribute of XML 1.0: characters that XML forbids are dropped,
 * and what the runner would obey is broken, because a report may be printed into a log.
 */
export function xmlText(text: string, max = 1000): string {
  return logLine(text, max)
    .replace(NOT_XML, '')
    .replace(/[&<>"']/g, (char) => XML_ENTITIES[char] ?? '');
}

/** `text` as the value of a label in the OpenMetrics text format, without its quotes. */
export function metricLabel(text: string, max = 1000): string {
  return logName(text, max).replace(/["\\]/g, '\\$&');
}

/** Everything that Markdown, HTML or GitHub's own filters give a meaning, as an entity. */
const ENTITIES: Readonly<Record<string, string>> = {
  [ZERO_WIDTH_SPACE]: '&#8203;',
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

function entities(text: string): string {
  return text.replace(
    /[&<>"'`|*_~[\]()!#@\\$^{}\u200B]/g,
    (char) => ENTITIES[char] ?? `&#${char.charCodeAt(0)};`,
  );
}

/**
 * Breaks what the Markdown parser itself turns into a link, before GitHub's filters see it:
 * `https://`, `www.`, `user@host`. Mentions fall with the `@`. Done even inside `<code>`, where
 * the parser does not look at the element around the text.
 */
function breakLinks(text: string): string {
  return text
    .replace(/@/g, `@${ZERO_WIDTH_SPACE}`)
    .replace(/:(?=\/\/)/g, `:${ZERO_WIDTH_SPACE}`)
    .replace(/www(?=\.)/gi, `$&${ZERO_WIDTH_SPACE}`);
}

/**
 * Breaks what GitHub's filters link after rendering, when entities are characters again: `#123`
 * and `owner/repo#123`, `GH-1` and its like, commit hashes, `:emoji:`, `$formula$`.
 */
function breakReferences(text: string): string {
  return text
    .replace(/#(?=\d)/g, `#${ZERO_WIDTH_SPACE}`)
    .replace(/(?:GH|GHSA|CVE)(?=-)/gi, `$&${ZERO_WIDTH_SPACE}`)
    .replace(/[0-9a-f]{7,}/gi, (hex) => hex.replace(/.{6}(?=.)/g, `$&${ZERO_WIDTH_SPACE}`))
    .replace(/:(?=[\w+-]+:)/g, `:${ZERO_WIDTH_SPACE}`)
    .replace(/\$/g, `$$${ZERO_WIDTH_SPACE}`);
}

/** What would open a list, a rule or a heading at the start of a paragraph, as an entity. */
function breakBlockStart(markdown: string): string {
  return markdown
    .replace(/^[-+=]/, (char) => `&#${char.charCodeAt(0)};`)
    .replace(/^(\d+)\.(?=\s|$)/, '$1&#46;');
}

/**
 * `text` as inert Markdown for a paragraph or a GFM table cell: it reads as it is and can be
 * neither markup, nor HTML, nor a link, nor a mention, nor a reference, nor a comment that forges
 * the sticky marker. Ends of lines become spaces; at most `max` characters of it are shown.
 */
export function markdownText(text: string, max = 120): string {
  const shown = cut(seen(text, ' ', max).trim(), max);
  return breakBlockStart(entities(breakReferences(breakLinks(shown))));
}

/** A name that is longer may be wrapped: behind a separator, else between words, else anywhere. */
const longestPiece = 20;

/** The pieces of a name between which a line may break. */
function pieces(name: string): string[] {
  if (name.length <= longestPiece) return [name];
  return name
    .split(/(?<=[/.=,:_-])/u)
    .flatMap((piece) =>
      piece.length <= longestPiece ? [piece] : piece.split(/(?<=[a-z\d])(?=[A-Z])/u),
    )
    .flatMap((piece) => (piece.length <= longestPiece ? [piece] : slices(piece)))
    .reduce<string[]>((joined, piece) => {
      const last = joined.at(-1);
      const isShort = piece.length < 4 || (last?.length ?? 0) + piece.length <= longestPiece / 2;
      if (last === undefined || !isShort) joined.push(piece);
      else joined[joined.length - 1] = last + piece;
      return joined;
    }, []);
}

function slices(piece: string): string[] {
  const characters = [...piece];
  const count = Math.ceil(characters.length / longestPiece);
  const length = Math.ceil(characters.length / count);
  return Array.from({ length: count }, (_, i) =>
    characters.slice(i * length, (i + 1) * length).join(''),
  );
}

/**
 * `text` as a code-formatted name, for a paragraph or a GFM table cell. `<code>` with entities and
 * not backticks: in a table a `|` between backticks still ends the cell. GitHub's filters for
 * mentions, references and emoji skip the element. A long name loses its middle, and may be wrapped.
 */
export function markdownCode(text: string, max = 120): string {
  const shown = cutMiddle(seen(text, '⏎', max).trim(), max);
  if (shown === '') return '<code>&nbsp;</code>';
  return `<code>${pieces(breakLinks(shown)).map(entities).join('<wbr>')}</code>`;
}

/** Lines as a fenced block of code, to copy: nothing in them can end it. */
export function fenced(language: string, lines: readonly string[]): string {
  const text = lines.map((line) => seen(line, ' ', 2000)).join('\n');
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${text}\n${fence}\n`;
}

/**
 * `text` for the data of the HTML report, which only ever makes text nodes of it: what can be seen, a long name
 * without its middle.
 */
export function pageText(text: string, max = 2000): string {
  return cutMiddle(seen(text, '⏎', max), max);
}

/** `text` between tags or quotes of HTML. */
export const htmlText = (text: string, max = 2000): string => entities(pageText(text, max));

/** JSON inside an element of HTML: no `<` that could end it, whatever names say. */
export const jsonInHtml = (value: unknown): string =>
  JSON.stringify(value).replaceAll('<', '\\u003c');
