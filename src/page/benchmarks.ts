/** The table of benchmarks: sorted, filtered, each row opening to all that is known of it. */
import type { PageData, PageRow } from './data.ts';
import { h, named, wrapping } from './dom.ts';
import { changePlot, dots, heightOf, history, reachOf } from './plots.ts';

export interface BenchmarksView {
  readonly element: HTMLElement;
  /** Opens one, and no other; '' for none. */
  readonly open: (id: string) => void;
}

type Key = 'order' | 'name' | 'before' | 'now' | 'change';

const columns: readonly {
  readonly key: Key | null;
  readonly title: string;
  readonly className: string;
}[] = [
  { key: 'name', title: 'Benchmark', className: 'what' },
  { key: null, title: 'Samples', className: 'samples' },
  { key: 'before', title: 'Before', className: 'number' },
  { key: 'now', title: 'Now', className: 'number' },
  { key: 'change', title: 'Change', className: 'change' },
  { key: 'order', title: 'Verdict', className: 'word' },
];

/** `go` is told which row the reader opened, or closed (''). */
export function benchmarksView(data: PageData, go: (id: string) => void): BenchmarksView {
  let sort: { key: Key; falling: boolean } = { key: 'order', falling: false };
  let wanted = '';
  let tone = '';
  let opened = '';
  let showsSame = false;
  const body = h('tbody', { role: 'rowgroup' });
  const count = h('p', { class: 'count', role: 'status' });
  const heads = columns.map(({ key, title, className }) =>
    key === null
      ? h('th', { scope: 'col', role: 'columnheader', class: className }, title)
      : h(
          'th',
          { scope: 'col', role: 'columnheader', class: className },
          h('button', { type: 'button', class: 'sort', onclick: () => sortBy(key) }, title),
        ),
  );
  const lines = data.rows.map((row, order) => ({
    row,
    order,
    isSame: isSame(row),
    element: line(row),
  }));
  const same = lines.filter((item) => item.isSame).length;
  const fold = h('button', {
    type: 'button',
    class: 'more',
    onclick: () => {
      showsSame = !showsSame;
      show();
    },
  });

  function line(row: PageRow): HTMLTableRowElement {
    const plot = row.base.length + row.head.length === 0 ? null : dots(row, 200, 34);
    const cell = (className: string, ...children: (Node | string | null)[]): HTMLElement =>
      h('td', { role: 'cell', class: className }, ...children);
    return h(
      'tr',
      { role: 'row', class: `row ${row.tone}` },
      cell(
        'what',
        h(
          'button',
          {
            type: 'button',
            class: 'open',
            'aria-expanded': 'false',
            onclick: () => go(opened === row.id ? '' : row.id),
          },
          wrapping(row.name),
        ),
      ),
      cell('samples', plot),
      cell('number before', row.beforeText),
      cell('number now', row.nowText),
      cell('change', h('span', { class: 'text' }, row.changeText), changePlot(row, 96)),
      cell('word', h('span', { class: `tag ${row.tone}` }, row.word)),
    );
  }

  function sortBy(key: Key): void {
    sort = { key, falling: sort.key === key ? !sort.falling : key !== 'name' && key !== 'order' };
    show();
  }

  function show(): void {
    const needle = wanted.toLowerCase();
    const value = ({ row, order }: (typeof lines)[number]): number | string =>
      sort.key === 'order'
        ? order
        : sort.key === 'name'
          ? row.name
          : (row[sort.key] ?? Number.NEGATIVE_INFINITY);
    const matching = lines.filter(
      ({ row }) => (tone === '' || row.tone === tone) && row.name.toLowerCase().includes(needle),
    );
    const folds = !showsSame && same < lines.length;
    const shown = matching
      .filter((item) => !folds || !item.isSame || item.row.id === opened)
      .sort((a, b) => {
        const [x, y] = [value(a), value(b)];
        return (x < y ? -1 : x > y ? 1 : a.order - b.order) * (sort.falling ? -1 : 1);
      });
    body.replaceChildren(
      ...shown.flatMap(({ row, element }) => {
        const isOpen = row.id === opened;
        element.querySelector('.open')?.setAttribute('aria-expanded', String(isOpen));
        element.classList.toggle('opened', isOpen);
        return isOpen ? [element, detail(row, data)] : [element];
      }),
    );
    for (const [i, { key }] of columns.entries()) {
      const direction = sort.key !== key ? 'none' : sort.falling ? 'descending' : 'ascending';
      if (key !== null) heads[i]?.setAttribute('aria-sort', direction);
    }
    count.textContent =
      matching.length === lines.length ? '' : `${matching.length} of ${lines.length} match`;
    const left = matching.filter((item) => item.isSame).length;
    fold.hidden = left === 0 || same === lines.length;
    fold.textContent = `${showsSame ? 'Hide' : 'Show'} ${left === 1 ? 'the row that is' : `${left} rows that are`} the same in every sample`;
  }

  const filter = h('input', {
    type: 'search',
    placeholder: 'Filter by name',
    'aria-label': 'Filter benchmarks by name',
    oninput: () => {
      wanted = filter.value;
      show();
    },
  });
  const element = h(
    'section',
    { class: 'benchmarks', 'aria-labelledby': 'benchmarks' },
    h('h2', { id: 'benchmarks' }, 'Benchmarks'),
    h(
      'div',
      { class: 'bar' },
      filter,
      toneButtons(data.rows, (text) => {
        tone = text;
        show();
      }),
      count,
    ),
    h(
      'table',
      { role: 'table', class: 'rows' },
      h('thead', { role: 'rowgroup' }, h('tr', { role: 'row' }, ...heads)),
      body,
    ),
    fold,
    fold,
    h(
      'p',
      { class: 'hint' },
      `Each dot is a sample, each line of dots a run: ${data.names.base} above, ${data.names.head} below. `,
      'The bar under a change is its 95 % interval; dashed lines are the threshold.',
    ),
  );
  const open = (id: string): void => {
    opened = id;
    if (id !== '' && !lines.some(({ row }) => row.id === id && matches(row))) {
      wanted = '';
      tone = '';
      filter.value = '';
      element.querySelector<HTMLElement>('[data-tone=""]')?.click();
    }
    show();
  };
  const matches = (row: PageRow): boolean =>
    (tone === '' || row.tone === tone) && row.name.toLowerCase().includes(wanted.toLowerCase());
  show();
  return { element, open };
}

/** Metrics that never vary, and did not: one line says it of all. */
function isSame({ tone, base, head }: PageRow): boolean {
  const [first] = base[0]?.samples ?? [];
  const all = [...base, ...head].flatMap(({ samples }) => samples);
  return tone === 'plain' && head.length > 0 && all.every((value) => value === first);
}

const toneWords = [
  ['worse', 'slower'],
  ['maybe', 'suspect'],
  ['better', 'faster'],
  ['gone', 'missing'],
  ['plain', 'as before'],
] as const;

/** Which kinds there are, to see one of them alone. */
function toneButtons(rows: readonly PageRow[], chosen: (tone: string) => void): HTMLElement {
  const there = toneWords
    .map(([tone, text]) => ({
      tone: tone as string,
      text: text as string,
      count: rows.filter((row) => row.tone === tone).length,
    }))
    .filter(({ count }) => count > 0);
  const all = [{ tone: '', text: 'all', count: rows.length }, ...there];
  const buttons = all.map(({ tone, text, count }) =>
    h(
      'button',
      {
        type: 'button',
        'data-tone': tone,
        'aria-pressed': String(tone === ''),
        onclick: () => {
          for (const button of buttons)
            button.setAttribute('aria-pressed', String(button.dataset.tone === tone));
          chosen(tone);
        },
      },
      `${text} ${count}`,
    ),
  );
  return h(
    'div',
    { class: 'choice', role: 'group', 'aria-label': 'Filter by verdict' },
    ...buttons,
  );
}

/** What a row opens to. */
function detail(row: PageRow, data: PageData): HTMLTableRowElement {
  const facts: readonly (readonly [string, string])[] = [
    ['Package', row.package],
    ['Unit', row.unit],
    [data.names.base, `${row.beforeText}, ${runsAndSamples(row.base)}`],
    [data.names.head, `${row.nowText}, ${runsAndSamples(row.head)}`],
    ['Change', row.changeText],
    ['Threshold', `${Number((row.threshold * 100).toPrecision(3))} %`],
  ];
  return h(
    'tr',
    { role: 'row', class: 'detail' },
    h(
      'td',
      { role: 'cell', colspan: columns.length },
      h(
        'div',
        { class: 'inside' },
        row.reason === '' ? null : h('p', { class: 'reason' }, row.reason),
        h(
          'dl',
          {},
          ...facts.flatMap(([key, value]) =>
            value === ''
              ? []
              : [h('div', {}, h('dt', {}, named(key, '')), h('dd', {}, named(value, '')))],
          ),
        ),
        h('div', { class: 'figures' }, samplesFigure(row), historyFigure(row, data)),
      ),
    ),
  );
}

function samplesFigure(row: PageRow): HTMLElement | null {
  if (row.base.length + row.head.length === 0) return null;
  const [least, most] = reachOf(row);
  return h(
    'figure',
    {},
    h('figcaption', {}, 'Samples'),
    dots(row, 500, heightOf(row)),
    h('div', { class: 'axis' }, named(least, ''), least === most ? null : named(most, '')),
  );
}

function historyFigure(row: PageRow, data: PageData): HTMLElement | null {
  const past = history(row, 500, 130);
  if (past === null) return null;
  const [first, last] = [row.base[0]?.name ?? '', row.head.at(-1)?.name ?? ''];
  return h(
    'figure',
    {},
    h('figcaption', {}, 'History: runs of ', named(data.names.base, ''), ', then this one'),
    past,
    h('div', { class: 'axis' }, named(first, ''), named(last, '')),
  );
}

function runsAndSamples(runs: PageRow['base']): string {
  const samples = runs.reduce((sum, run) => sum + run.samples.length, 0);
  const s = (n: number, noun: string): string => `${n} ${noun}${n === 1 ? '' : 's'}`;
  return `${s(samples, 'sample')} in ${s(runs.length, 'run')}`;
}
