/** Takes labels out of a sample's bytes, or hides their values; which ones is the rule's. */
import { createHash } from 'node:crypto';
import { definedFields, LABEL_SHAPE } from '../formats/profiles/pprof/defined.ts';
import {
  type Cursor,
  chunkEnd,
  index,
  LENGTH,
  skip,
  tag,
  VARINT,
} from '../formats/profiles/pprof/wire.ts';
import { type Strings, text } from '../profile/profile.ts';
import { messageOf, varints } from '../profile/write/wirewrite.ts';

export interface LabelRule {
  /** Labels that stay; null: all. `pprof::base` always does: totals depend on it. */
  readonly labels: readonly string[] | null;
  /** What becomes of the others: gone, or their texts replaced by a hash (numbers are gone). */
  readonly otherLabels: 'drop' | 'hash';
}

/** The strings that labels refer to, and what is told about those that stay in use. */
export interface LabelStrings {
  readonly strings: Strings;
  readonly keep: (string: number) => void;
  readonly keepValue: (string: number) => void;
  /** The index of a new string. */
  readonly add: (string: string) => number;
}

const LABEL = 3 * 8 + LENGTH;

/**
 * The fields of the sample from the cursor to `end` that profile.proto defines, how many labels are not
 * as before, and whether anything is not.
 */
export function redactLabels(
  cursor: Cursor,
  end: number,
  rule: LabelRule,
  use: LabelStrings,
): { readonly fields: readonly Uint8Array[]; readonly count: number; readonly isChanged: boolean } {
  const fields: Uint8Array[] = [];
  let count = 0;
  let isWhole = true;
  while (cursor.position < end) {
    const start = cursor.position;
    const fieldTag = tag(cursor, end);
    if (fieldTag === LABEL) {
      const labelEnd = chunkEnd(cursor, end);
      const defined = definedFields(cursor, labelEnd, LABEL_SHAPE);
      const changed = redactLabel(readLabel(cursor, labelEnd), rule, use);
      if (changed !== null) count++;
      if (defined !== null) isWhole = false;
      const kept =
        defined === null ? [cursor.bytes.subarray(start, labelEnd)] : messageOf(LABEL, defined);
      for (const part of changed ?? kept) fields.push(part);
    } else {
      skip(cursor, end, fieldTag, 0);
      if (fieldTag < LABEL) fields.push(cursor.bytes.subarray(start, cursor.position));
      else isWhole = false;
    }
  }
  return { fields, count, isChanged: count > 0 || !isWhole };
}

interface Label {
  key: number;
  text: number;
  unit: number;
}

function readLabel(cursor: Cursor, end: number): Label {
  const label: Label = { key: 0, text: 0, unit: 0 };
  while (cursor.position < end) {
    const fieldTag = tag(cursor, end);
    if (fieldTag === 1 * 8 + VARINT) label.key = index(cursor, end);
    else if (fieldTag === 2 * 8 + VARINT) label.text = index(cursor, end);
    else if (fieldTag === 4 * 8 + VARINT) label.unit = index(cursor, end);
    else skip(cursor, end, fieldTag, 0);
  }
  return label;
}

/** What stands for the label: nothing, or one with a hash; null where it stays as it is. */
function redactLabel(
  label: Label,
  { labels, otherLabels }: LabelRule,
  { strings, keep, keepValue, add }: LabelStrings,
): readonly Uint8Array[] | null {
  const key = text(strings, label.key);
  if (labels === null || labels.includes(key) || key === 'pprof::base') {
    keep(label.key);
    keep(label.unit);
    keepValue(label.text);
    return null;
  }
  if (otherLabels === 'drop' || label.text === 0) return [];
  keep(label.key);
  return messageOf(LABEL, [
    varints(1 * 8 + VARINT, label.key),
    varints(2 * 8 + VARINT, add(hashed(text(strings, label.text)))),
  ]);
}

/** The same text has the same hash in every run, or slices could not be compared. */
const hashed = (value: string): string =>
  `sha256:${createHash('sha256').update(value).digest('hex').slice(0, 16)}`;
