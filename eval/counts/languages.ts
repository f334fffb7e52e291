/** How a program of each language is built and run so that it does the same work every time, and what is added to it. */
import { extname } from 'node:path';

export type Env = Readonly<Record<string, string>>;

export interface Language {
  readonly name: string;
  /** A shell's line that makes the program `OUT` of `FILE`; null where it is run as it is. */
  readonly build: string | null;
  /** A shell's line; `OUT` and `FILE` as above. */
  readonly run: string;
  readonly env: Env;
  readonly comment: string;
  /** A function that nobody calls, at the end of the file. */
  readonly unused: string;
  /** `count` times a little work on `text`, which moves `sum`. */
  readonly more: Readonly<Record<Form, (count: number) => string>>;
}

/** A loop of arithmetic, and one that looks at the text and may jump. */
export const forms = ['arithmetic', 'text'] as const;
export type Form = (typeof forms)[number];

const python = '/usr/bin/python3';

const languages: Readonly<Record<string, Language>> = {
  '.cc': {
    name: 'C++',
    build: 'g++ -O2 -g -o OUT FILE',
    run: 'OUT',
    env: {},
    comment: '// nothing',
    unused: 'int unused(int a) { return a * 3; }',
    more: {
      arithmetic: (n) => `for (int i = 0; i < ${n}; i++) sum = (sum ^ i) * 31 + (sum >> 7);`,
      text: (n) =>
        `for (int i = 0; i < ${n}; i++) if (text[i * 7 % 5000] > 'd') sum += i ^ sum >> 3;`,
    },
  },
  '.rs': {
    name: 'Rust',
    build: 'rustc --edition=2021 -O -g -o OUT FILE',
    run: 'OUT',
    env: {},
    comment: '// nothing',
    unused: 'pub fn unused(a: u32) -> u32 { a * 3 }',
    more: {
      arithmetic: (n) =>
        `for i in 0..${n}u64 { sum = (sum ^ i).wrapping_mul(31).wrapping_add(sum >> 7); }`,
      text: (n) =>
        `for i in 0..${n}usize { if text[i * 7 % 5000] > b'd' { sum = sum.wrapping_add(i as u64 ^ sum >> 3); } }`,
    },
  },
  '.go': {
    name: 'Go',
    build: 'go build -o OUT FILE',
    run: 'OUT',
    env: { GOMAXPROCS: '1', GODEBUG: 'asyncpreemptoff=1,gcstoptheworld=2' },
    comment: '// nothing',
    unused: 'func unused(a int) int { return a * 3 }',
    more: {
      arithmetic: (n) => `for i := uint64(0); i < ${n}; i++ { sum = (sum^i)*31 + sum>>7 }`,
      text: (n) => `for i := range ${n} { if text[i*7%5000] > 'd' { sum += uint64(i) ^ sum>>3 } }`,
    },
  },
  '.py': {
    name: 'Python',
    build: null,
    run: `${python} FILE`,
    env: { PYTHONHASHSEED: '0', PYTHONDONTWRITEBYTECODE: '1' },
    comment: '# nothing',
    unused: 'def unused(a): return a * 3',
    more: {
      arithmetic: (n) => `for i in range(${n}): sum = (sum ^ i) * 31 & 0xFFFFFF`,
      text: (n) => `for i in range(${n}): sum += i & 7 if text[i * 7 % 1000] > 100 else 1`,
    },
  },
  '.js': {
    name: 'Node',
    build: null,
    run: `${process.execPath} --predictable --single-threaded FILE`,
    env: {},
    comment: '// nothing',
    unused: 'function unused(a) { return a * 3; }',
    more: {
      arithmetic: (n) => `for (let i = 0; i < ${n}; i++) sum = ((sum ^ i) * 31) & 0xffffff;`,
      text: (n) =>
        `for (let i = 0; i < ${n}; i++) if (text.charCodeAt((i * 7) % 5000) > 100) sum += i & 7;`,
    },
  },
};

/** By the end of the file's name. */
export function languageOf(file: string): Language {
  const language = languages[extname(file)];
  if (language === undefined) throw new Error(`${file}: no tool for it is known here`);
  return language;
}
