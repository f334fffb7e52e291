/** The labels of samples: their values, before and now, as pprof's -tags. */
import { h, named } from './dom.ts';
import type { Model } from './flame/model.ts';
import { changeOf, fromTo } from './functions.ts';
import { part } from './numbers.ts';

export function tagsOf({ graph, total }: Model): HTMLElement[] {
  return [
    ...(graph.tags.length === 0 ? [] : [h('h3', {}, 'Labels')]),
    ...graph.tags.map((tag) =>
      h(
        'details',
        { open: graph.tags.length === 1 },
        h('summary', {}, named(tag.key, '')),
        h(
          'ul',
          {},
          ...tag.values.map(({ value, base, head }) => {
            const [before, now] = [part(base, total.base), part(head, total.head)];
            return h(
              'li',
              {},
              named(value, ''),
              fromTo(before, now),
              changeOf(now - before, !graph.tested),
            );
          }),
        ),
        tag.more > 0 ? h('p', { class: 'hint' }, `and ${tag.more} more values`) : null,
      ),
    ),
  ];
}
