/**
 * What the filters are called: pprof's names. What they do is filter.ts.
 */
import type { Filters } from '../../model/filters.ts';

/** The filters and what each is called in messages. */
export const filterNames = {
  focus: 'focus',
  ignore: 'ignore',
  hide: 'hide',
  show: 'show',
  showFrom: 'show-from',
  tagfocus: 'tagfocus',
  tagignore: 'tagignore',
  tagroot: 'tagroot',
  tagleaf: 'tagleaf',
} as const satisfies Record<keyof Filters, string>;
