/**
 * Tables as tools write them: a first line that names the columns, then a row a line, with quotes around what holds
 * separators, quotes or line ends (RFC 4180).
 */
import type { InputFile } from '../../model/run.ts';

export interface Row {
  /** Where it begins, from 1. */
  readonly line: number;
  /** By the name of the column; of columns that have one name the first. */
  readonly of: ReadonlyMap<string, string>;
  readonly fields: readonly string[];
  /** Why it cannot be trusted, as the end of a sentence; null where it can. */
  readonly broken: string | null;
  /** Nothing but the end of its line is missing: it is the file's last, and may have been cut off. */
  readonly isOpen: boolean;
}

export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
}

export function tableOf({ bytes }: InputFile, separator = ','): Table {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8');
  const [first, ...others] = [...recordsOf(text, separator)];
  const columns = (first?.fields ?? []).map((item) => item.trim());
  const isEnded = text.endsWith('\n');
  const rows = others.map(({ line, fields, isClosed }, i): Row => {
    const map = new Map<string, string>();
    for (const [i, name] of columns.entries()) {
      if (!map.has(name)) map.set(name, fields[i] ?? '');
    }
    const broken = isClosed ? countDiffers(fields.length, columns.length) : 'has an open quote';
    const isOpen = broken === null && !isEnded && i === others.length - 1;
    return {
      line,
      fields,
      of: map,
      broken: isOpen ? 'has no end: was the file cut off?' : broken,
      isOpen,
    };
  });
  return { columns, rows };
}

const countDiffers = (has: number, named: number): string | null =>
  has === named ? null : `has ${has} fields, and the first line names ${named}`;

interface Record {
  readonly line: number;
  readonly fields: readonly string[];
  readonly isClosed: boolean;
}

/** One field and what ends it: the separator, a line's end, or the end of the text. */
function* recordsOf(text: string, separator: string): Generator<Record> {
  let line = 1;
  for (let at = 0; at < text.length; ) {
    const begins = line;
    const fields: string[] = [];
    let isClosed = true;
    for (let more = true; more; ) {
      let field = '';
      if (text[at] === '"') {
        let end = text.indexOf('"', at + 1);
        while (end >= 0 && text[end + 1] === '"') end = text.indexOf('"', end + 2);
        isClosed &&= end >= 0;
        const stop = end < 0 ? text.length : end;
        field = text.slice(at + 1, stop).replaceAll('""', '"');
        for (const letter of field) if (letter === '\n') line++;
        at = Math.min(stop + 1, text.length);
      }
      const end = endOfField(text, at, separator);
      field += text.slice(at, end);
      fields.push(field);
      more = text[end] === separator;
      at = end + 1;
    }
    line++;
    if (fields.length > 1 || fields[0]?.trim() !== '') yield { line: begins, fields, isClosed };
  }
}

function endOfField(text: string, from: number, separator: string): number {
  let at = from;
  while (at < text.length && text[at] !== separator && text[at] !== '\n') at++;
  return at;
}

/** A number as programs write it; NaN for anything else, and for one with a comma, which may mean two things. */
export const numberIn = (text: string): number =>
  /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/.test(text.trim()) ? Number(text) : Number.NaN;
