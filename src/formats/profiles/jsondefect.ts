/**
 * Where text that JSON.parse has refused stops being JSON, which the engine's message says only
 * sometimes, and by characters.
 */

/** Punctuation, a whole string (without the control characters below space), or another whole value. */
const TOKEN =
  /[ \t\n\r]*(?:([{}[\],:])|("[ !#-[\]-\u{10ffff}]*(?:\\(?:["\\/bfnrt]|u[\da-fA-F]{4})[ !#-[\]-\u{10ffff}]*)*")|(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.+-]))/uy;

/** What may come next. */
type Expected = 'a value' | 'a value or ]' | 'a key' | 'a key or }' | ':' | 'a comma or the end';

export interface JsonDefect {
  /** In UTF-16 units; the length of the text where it ends early. */
  readonly at: number;
  readonly expected: Expected | 'nothing more';
}

/** The first place at which the text is not JSON; its end where there is none. */
export function jsonDefect(text: string): JsonDefect {
  const open: string[] = [];
  let expected: JsonDefect['expected'] = 'a value';
  let at = 0;
  for (;;) {
    TOKEN.lastIndex = at;
    const match = TOKEN.exec(text);
    const token = match?.[1] ?? (match?.[2] === undefined ? 'value' : 'string');
    const next: JsonDefect['expected'] | null =
      match === null ? null : follow(token, expected, open);
    if (match === null || next === null) {
      while (/[ \t\n\r]/.test(text[at] ?? '')) at++;
      return { at, expected };
    }
    expected = next;
    at = TOKEN.lastIndex;
  }
}

/** What may come after a token; null where the token may not come here. */
function follow(
  token: string,
  expected: JsonDefect['expected'],
  open: string[],
): JsonDefect['expected'] | null {
  const after = (): JsonDefect['expected'] =>
    open.length === 0 ? 'nothing more' : 'a comma or the end';
  const isValue = expected === 'a value' || expected === 'a value or ]';
  const isKey = expected === 'a key' || expected === 'a key or }';
  switch (token) {
    case '{':
    case '[':
      if (!isValue) return null;
      open.push(token);
      return token === '{' ? 'a key or }' : 'a value or ]';
    case '}':
    case ']': {
      const mayEnd = expected === 'a comma or the end' || expected.endsWith(token);
      if (!mayEnd || open.at(-1) !== (token === '}' ? '{' : '[')) return null;
      open.pop();
      return after();
    }
    case ',':
      if (expected !== 'a comma or the end') return null;
      return open.at(-1) === '{' ? 'a key' : 'a value';
    case ':':
      return expected === ':' ? 'a value' : null;
    case 'string':
      return isKey ? ':' : isValue ? after() : null;
    default:
      return isValue ? after() : null;
  }
}
