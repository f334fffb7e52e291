/**
 * The words and signs of filters and projections, as golang.org/x/perf/benchproc/syntax has them: bare words, Go strings
 * in double quotes, `( ) : @ ,`, and `-` and `*` where a word could begin. What they mean is the parsers' business.
 */
import { InputError } from '../../model/error.ts';

/** `word` is a key or value, quoted or not; `AND` and `OR` are signs. */
export type TokenKind =
  | 'word'
  | 'regexp'
  | 'AND'
  | 'OR'
  | '('
  | ')'
  | ':'
  | '@'
  | ','
  | '-'
  | '*'
  | 'end';

export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
  readonly at: number;
}

export interface Scanner {
  /** The next token, which stays. Where a value may stand, `/.../` is a regular expression. */
  readonly peek: (isValue?: boolean) => Token;
  readonly take: (isValue?: boolean) => Token;
  readonly error: (message: string, at: number) => InputError;
}

const signs = '():@,';
const isSign = (char: string): boolean => char !== '' && signs.includes(char);
const space = /^\p{White_Space}/u;

/** `flag` is what the text was given to, for messages. */
export function scanner(flag: string, text: string): Scanner {
  const error = (message: string, at: number): InputError => {
    const place = at < text.length ? `at ${JSON.stringify(text.slice(at))}` : 'at the end';
    return new InputError(
      `${flag} ${JSON.stringify(text)}: ${message} ${place}; the syntax is that of benchstat (docs/benchmarks.md)`,
    );
  };
  let position = 0;
  const next = (isValue: boolean): { readonly token: Token; readonly end: number } => {
    let at = position;
    while (at < text.length && space.test(text.slice(at, at + 1))) at++;
    const char = text.charAt(at);
    const token = (kind: TokenKind, end: number, said = text.slice(at, end)) => ({
      token: { kind, text: said, at },
      end,
    });
    if (char === '') return token('end', at);
    if (isSign(char) || char === '-' || char === '*') return token(char as TokenKind, at + 1);
    if (isValue && char === '/') {
      const end = regexpEnd(text, at + 1);
      if (end < 0) throw error('missing / at the end of a regular expression', at);
      const after = text.charAt(end + 1);
      if (after !== '' && !space.test(after) && !isSign(after) && !'-*'.includes(after)) {
        throw error('a regular expression ends here (a / in it is written \\/)', end + 1);
      }
      return token('regexp', end + 1, text.slice(at + 1, end));
    }
    if (char === '"') {
      const end = quoteEnd(text, at + 1);
      if (end < 0) throw error('missing quote at the end of a word', at);
      const word = unquoted(text.slice(at + 1, end));
      if (word === null) throw error('no Go string', at);
      return token('word', end + 1, word);
    }
    let end = at;
    while (end < text.length && !isSign(text.charAt(end)) && !space.test(text.charAt(end))) end++;
    const word = text.slice(at, end);
    return token(word === 'AND' || word === 'OR' ? word : 'word', end);
  };
  return {
    peek: (isValue = false) => next(isValue).token,
    take: (isValue = false) => {
      const { token, end } = next(isValue);
      position = end;
      return token;
    },
    error,
  };
}

function quoteEnd(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    if (text[at] === '"' && text[at - 1] !== '\\') return at;
  }
  return -1;
}

/** The `/` that ends a regular expression: not in brackets or parentheses, nor after a backslash. */
function regexpEnd(text: string, from: number): number {
  let [brackets, parentheses] = [0, 0];
  for (let at = from; at < text.length; at++) {
    const char = text[at];
    if (char === '/' && brackets === 0 && parentheses === 0) return at;
    if (char === '[') brackets++;
    else if (char === ']') brackets = Math.max(0, brackets - 1);
    else if (char === '(' && brackets === 0) parentheses++;
    else if (char === ')' && brackets === 0) parentheses--;
    else if (char === '\\') at++;
  }
  return -1;
}

const letters: Readonly<Record<string, string>> = {
  ...{ a: '\x07', b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v', '\\': '\\', '"': '"' },
};

/** What a Go string means; null where it is none. */
function unquoted(text: string): string | null {
  if (text.includes('\n')) return null;
  let isGo = true;
  const word = text.replaceAll(
    /\\(?:x([\da-fA-F]{2})|([0-3][0-7]{2})|u([\da-fA-F]{4})|U(00[01][\da-fA-F]{5})|([\s\S]?))/g,
    (_, hex, octal, short, long, letter) => {
      const code = hex ?? short ?? long;
      if (code !== undefined && Number.parseInt(code, 16) <= 0x10ffff) {
        return String.fromCodePoint(Number.parseInt(code, 16));
      }
      if (octal !== undefined) return String.fromCodePoint(Number.parseInt(octal, 8));
      const plain = letters[letter ?? ''];
      if (plain === undefined) isGo = false;
      return plain ?? '';
    },
  );
  return isGo ? word : null;
}
