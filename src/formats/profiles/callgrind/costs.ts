/**
 * The lines of a callgrind file that are numbers: where a cost was, then the cost of each event. They
 * are nearly all of the file, so they are read from the bytes, without a string for each.
 */

/** What a position has, in order: a line of source, or an address, which is only stepped over. */
export type Position = 'line' | 'address';

export interface CostLine {
  /** The line of source; 0 where the file has addresses only. */
  line: number;
  /** One number an event; the events that are not written are 0. */
  readonly costs: number[];
}

/** What was expected where the line is wrong. */
export type Defect = string;

const [SPACE, TAB, PLUS, MINUS, STAR, ZERO] = [0x20, 0x09, 0x2b, 0x2d, 0x2a, 0x30];

/** Whether a line with this first byte is of numbers. */
export const beginsCosts = (byte: number): boolean =>
  isDigit(byte) || byte === PLUS || byte === MINUS || byte === STAR;

/** Bytes `at .. end` of the content, and how far they were read. */
export interface Scan {
  readonly content: Buffer;
  readonly end: number;
  at: number;
}

/** Reads a line of costs into `into`, whose line is the one before; a defect, or null. */
export function readCosts(
  scan: Scan,
  positions: readonly Position[],
  into: CostLine,
): Defect | null {
  const line = readPosition(scan, positions, into.line);
  if (line < 0) return positionDefect(positions);
  into.line = line;
  into.costs.fill(0);
  for (let event = 0; ; event++) {
    skipSpace(scan);
    if (scan.at >= scan.end) return null;
    if (event === into.costs.length) return `at most ${event} costs, one for each event`;
    const cost = readNumber(scan);
    if (cost < 0) return 'a cost that is a whole number of at most 2^53 - 1';
    into.costs[event] = cost;
  }
}

export const positionDefect = (positions: readonly Position[]): Defect =>
  `a position (${positions.join(' and ')}) like 12, +3, -2 or *`;

/**
 * Reads a position, which may be relative to the line before. The line of source, or -1 where it is
 * no position.
 */
export function readPosition(scan: Scan, positions: readonly Position[], before: number): number {
  let line = 0;
  for (const position of positions) {
    skipSpace(scan);
    if (position === 'address') {
      if (!skipAddress(scan)) return -1;
    } else {
      line = readLine(scan, before);
      if (line < 0) return -1;
    }
  }
  return line;
}

function readLine(scan: Scan, before: number): number {
  const sign = scan.content[scan.at];
  if (sign === STAR && isEnd(scan, ++scan.at)) return before;
  if (sign !== PLUS && sign !== MINUS) return readNumber(scan);
  scan.at++;
  const distance = readNumber(scan);
  if (distance < 0) return -1;
  const line = sign === PLUS ? before + distance : before - distance;
  return Number.isSafeInteger(line) ? line : -1;
}

/** `0x401126`, `+3`, `-2`, `*`. */
function skipAddress(scan: Scan): boolean {
  const sign = scan.content[scan.at];
  if (sign === STAR) return isEnd(scan, ++scan.at);
  if (sign === PLUS || sign === MINUS) scan.at++;
  const { start, base } = digitsOf(scan);
  scan.at = start;
  while (scan.at < scan.end && digit(scan.content[scan.at] as number) < base) scan.at++;
  return scan.at > start && isEnd(scan, scan.at);
}

/** A whole number, decimal or `0x` hexadecimal; -1 where there is none up to the next space. */
export function readNumber(scan: Scan): number {
  const { start, base } = digitsOf(scan);
  let value = 0;
  let at = start;
  for (; at < scan.end; at++) {
    const next = digit(scan.content[at] as number);
    if (next >= base) break;
    value = value * base + next;
  }
  scan.at = at;
  return at > start && isEnd(scan, at) && value <= Number.MAX_SAFE_INTEGER ? value : -1;
}

function digitsOf({ content, at, end }: Scan): { start: number; base: number } {
  const isHex = at + 1 < end && content[at] === ZERO && content[at + 1] === 0x78;
  return isHex ? { start: at + 2, base: 16 } : { start: at, base: 10 };
}

export function skipSpace(scan: Scan): void {
  while (scan.at < scan.end && isSpace(scan.content[scan.at] as number)) scan.at++;
}

const isSpace = (byte: number): boolean => byte === SPACE || byte === TAB;
const isDigit = (byte: number): boolean => byte >= ZERO && byte <= 0x39;
const isEnd = ({ content, end }: Scan, at: number): boolean =>
  at >= end || isSpace(content[at] as number);

/** The value of a digit, 16 where it is none. */
function digit(byte: number): number {
  if (isDigit(byte)) return byte - ZERO;
  const letter = (byte | 0x20) - 0x61;
  return letter >= 0 && letter < 6 ? 10 + letter : 16;
}
