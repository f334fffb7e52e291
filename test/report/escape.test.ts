import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  annotationText,
  fenced,
  logLine,
  logName,
  markdownCode,
  markdownText,
} from '../../src/report/escape.ts';
import { commandsIn, HOSTILE, UNSEEN } from './values.ts';

describe('logLine', () => {
  it.each([
    ['Encode/size=4k-2', 'Encode/size=4k-2'],
    ['codec.(*Encoder).Escape[go.shape.int]', 'codec.(*Encoder).Escape[go.shape.int]'],
    ['Décodage/µs-2', 'Décodage/µs-2'],
    ['a\nb\r\nc\u2028d', 'a⏎b⏎c⏎d'],
    ['a\tb\u00a0c', 'a b c'],
    ['::error::x', ': :error::x'],
    [' \u3000::error::x', '  : :error::x'],
    ['\u200b::error::x', ': :error::x'],
    ['a::b', 'a::b'],
    ['x ##[error]y', 'x # #[error]y'],
    ['###[a]##[b]', '## #[a]# #[b]'],
    ['\u001b[31mred', '[31mred'],
    ['abc\u202Etxt.exe', 'abctxt.exe'],
    ['a\ud800b', 'a\uFFFDb'],
  ])('%j reads %j', (text, shown) => {
    expect(logLine(text)).toBe(shown);
  });

  it('cuts at 1000 and says so, never through a character', () => {
    expect(logLine('x'.repeat(1000))).toBe('x'.repeat(1000));
    expect(logLine('x'.repeat(1001))).toBe(`${'x'.repeat(999)}…`);
    expect(logLine(`${'x'.repeat(998)}😀😀`)).toBe(`${'x'.repeat(998)}…`);
  });

  it('is one line without commands or unseen characters for any text, and is idempotent', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const line = logLine(text);
        expect(commandsIn(line)).toEqual([]);
        expect(line).not.toMatch(/[\r\n]/);
        expect(line).not.toMatch(UNSEEN);
        expect(line.length).toBeLessThanOrEqual(1000);
        expect(logLine(line)).toBe(line);
      }),
    );
  });
});

describe('logName', () => {
  it('keeps both ends of a long name', () => {
    expect(logName('github.com/org/repo/pkg.(*Type).Method', 21)).toBe('github.com…pe).Method');
    expect(logName('short', 21)).toBe('short');
  });
});

describe('annotationText', () => {
  it.each(Object.entries(HOSTILE))('%s is one line of plain text', (_, text) => {
    const line = annotationText(text);
    expect(commandsIn(line)).toEqual([]);
    expect(line).not.toMatch(/[\r\n]/);
    expect(line).not.toMatch(UNSEEN);
  });
});

describe('markdownText', () => {
  it.each([
    ['plain words, 5 % of 3.2', 'plain words, 5 % of 3.2'],
    ['a|b', 'a&#124;b'],
    ['a`b', 'a&#96;b'],
    ['<b>&amp;', '&lt;b&gt;&amp;amp;'],
    ['@org/team', '&#64;&#8203;org/team'],
    ['see #123', 'see &#35;&#8203;123'],
    ['GH-1', 'GH&#8203;-1'],
    ['https://x.example', 'https:&#8203;//x.example'],
    ['www.x.example', 'www&#8203;.x.example'],
    ['commit 0123456789', 'commit 012345&#8203;6789'],
    ['a :tada: b', 'a :&#8203;tada: b'],
    ['a\nb', 'a b'],
    ['- a', '&#45; a'],
    ['1. a', '1&#46; a'],
    ['1.234 µs/op', '1.234 µs/op'],
  ])('%j is %s', (text, markdown) => {
    expect(markdownText(text)).toBe(markdown);
  });

  it('cuts what is shown, not what is written', () => {
    expect(markdownText('<'.repeat(5), 3)).toBe('&lt;&lt;…');
    expect(markdownText('x'.repeat(10_000))).toBe(`${'x'.repeat(119)}…`);
  });
});

describe('markdownCode', () => {
  it.each([
    ['Encode/size=4k-2', '<code>Encode/size=4k-2</code>'],
    ['a|b`c', '<code>a&#124;b&#96;c</code>'],
    ['', '<code>&nbsp;</code>'],
    ['<!-- flamegate:v1:x -->', '<code>&lt;&#33;--<wbr> flamegate:v1:x --&gt;</code>'],
    [
      'codec.Encode/size=4k/level=fast-2',
      '<code>codec.<wbr>Encode/<wbr>size=4k/<wbr>level=<wbr>fast-2</code>',
    ],
    ['testTheParserOfAllThings', '<code>testThe<wbr>ParserOfAll<wbr>Things</code>'],
    ['x'.repeat(45), `<code>${'x'.repeat(15)}<wbr>${'x'.repeat(15)}<wbr>${'x'.repeat(15)}</code>`],
    ['perf@v1.2', '<code>perf&#64;&#8203;v1.2</code>'],
  ])('%j is %s', (text, markdown) => {
    expect(markdownCode(text)).toBe(markdown);
  });
});

describe('fenced', () => {
  it('is a block of code that no line of it ends', () => {
    expect(fenced('sh', ['a ``` b', 'c\n````\nd'])).toBe('`````sh\na ``` b\nc ```` d\n`````\n');
  });
});

/** Any text, and texts made of what has a meaning somewhere. */
const pieces = [
  '::',
  '##[',
  '#',
  '[',
  ' ',
  '\n',
  '\r',
  '\u200b',
  'error',
  ':',
  '😀',
  '\ud800',
  'x',
];
const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 50 }),
  fc.array(fc.constantFrom(...pieces), { maxLength: 30 }).map((parts) => parts.join('')),
  fc.constantFrom(...Object.values(HOSTILE)),
);
