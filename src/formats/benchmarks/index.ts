/**
 * The benchmark formats: what is known of each without reading a file is in list/, by language; what reads it is loaded
 * when a file is of it. format.ts says how one is added.
 */
import { plainFilter } from './filter.ts';
import type { BenchmarkFormat, Idle, Unread } from './format.ts';
import { cpp } from './list/cpp.ts';
import { generic } from './list/generic.ts';
import { go } from './list/go.ts';
import { javascript } from './list/javascript.ts';
import { jvm } from './list/jvm.ts';
import { loads } from './list/loads.ts';
import { others } from './list/others.ts';
import { python } from './list/python.ts';
import { rust } from './list/rust.ts';
import { notRead } from './list/unread.ts';

/** In the order in which they are asked where several may be: a file that says `yes` is of one alone. */
const formats = [
  ...cpp,
  ...python,
  ...javascript,
  ...go,
  ...rust,
  ...jvm,
  ...others,
  ...loads,
  ...generic,
] as const;

export type Format = (typeof formats)[number]['name'];

export type ListedFormat = BenchmarkFormat & { readonly name: Format };

/** What the list has, without what each entry alone knows of itself. */
export const benchmarkFormats: readonly ListedFormat[] = formats;

/** What tools print that is known and not read. */
export const unreadTools: readonly Unread[] = [
  ...benchmarkFormats.flatMap(({ unread = [] }) => unread),
  ...notRead,
];

export const idleTools: readonly Idle[] = benchmarkFormats.flatMap(({ idle = [] }) => idle);

/** What $FLAMEGATE_FILTER holds so that a tool with output of this format runs these benchmarks. */
export function filterFor(format: Format, names: readonly string[]): string {
  const { filter } = benchmarkFormats.find((listedFormat) => listedFormat.name === format) ?? {
    filter: plainFilter,
  };
  return filter(names);
}
