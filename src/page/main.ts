/** The page of the HTML report: reads its data, builds what is shown, and follows the address. */
import { type Place, readPlace, writePlace } from './address.ts';
import { benchmarksView } from './benchmarks.ts';
import type { PageData } from './data.ts';
import { h, named } from './dom.ts';
import { profilesView } from './profiles.ts';
import { toggleTheme, watchTheme } from './theme.ts';

async function readData(): Promise<PageData> {
  const element = document.querySelector<HTMLScriptElement>('#data');
  const text = element?.textContent ?? '';
  if (element?.type === 'application/json') return JSON.parse(text) as PageData;
  const packed = Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'));
  return (await new Response(stream).json()) as PageData;
}

const marks = {
  fail: 'Slower',
  suspect: 'Suspect',
  pass: 'Pass',
  incomplete: 'Incomplete',
  'no-baseline': 'No baseline',
  diff: 'Diff',
} as const;

function begin(data: PageData): void {
  const main = document.querySelector('main') ?? document.body;
  const top = document.querySelector('.top');
  const verdict = document.querySelector('.verdict');
  verdict?.prepend(h('span', { class: `badge ${data.verdict}` }, marks[data.verdict]));
  let place = readPlace(location.hash);

  const go = (to: Partial<Place>, keep = false): void => {
    const next = writePlace({ ...place, ...to });
    if (next === (location.hash || '#')) return;
    // Without a hash there is no entry: `#` alone would scroll to the top.
    history[keep ? 'replaceState' : 'pushState'](null, '', next);
    follow(false);
  };
  const benchmarks = data.rows.length === 0 ? null : benchmarksView(data, (b) => go({ b }));
  const profiles = data.graphs.length === 0 ? null : profilesView(data, go);

  function follow(scrolls: boolean): void {
    const before = place;
    place = readPlace(location.hash);
    if (scrolls || before.b !== place.b) benchmarks?.open(place.b);
    profiles?.show(place);
    if (scrolls && place.b !== '')
      document.querySelector('.row.opened')?.scrollIntoView({ block: 'center' });
    else if (scrolls && location.hash.length > 1) profiles?.element.scrollIntoView();
  }

  const repaint = (): void => profiles?.repaint();
  top?.append(
    h(
      'nav',
      { 'aria-label': 'Sections' },
      benchmarks === null ? null : jump('Benchmarks', benchmarks.element),
      profiles === null ? null : jump('Profiles', profiles.element),
      h(
        'button',
        {
          type: 'button',
          class: 'theme',
          'aria-label': 'Light or dark',
          title: 'Light or dark',
          onclick: () => toggleTheme(repaint),
        },
        '◐',
      ),
    ),
  );
  for (const view of [benchmarks, profiles]) if (view !== null) main.append(view.element);
  main.append(...notes(data));
  watchTheme(repaint);
  addEventListener('popstate', () => follow(true));
  addEventListener('hashchange', () => follow(true));
  follow(true);
  performance.mark('flamegate-shown');
  document.documentElement.dataset.ready = '';
}

/** A link would be a step in the history, and would lose the place. */
const jump = (text: string, to: HTMLElement): HTMLElement =>
  h('button', { type: 'button', onclick: () => to.scrollIntoView() }, text);

function notes({ advice, warnings }: PageData): HTMLElement[] {
  const list = (title: string, lines: readonly string[]): HTMLElement[] =>
    lines.length === 0
      ? []
      : [
          h(
            'section',
            { class: 'notes' },
            h('h2', {}, title),
            h('ul', {}, ...lines.map((line) => h('li', {}, named(line, '')))),
          ),
        ];
  return [...list('Advice', advice), ...list('Warnings', warnings)];
}

try {
  begin(await readData());
} catch (error) {
  const text = `The data of this report cannot be read: ${error instanceof Error ? error.message : String(error)}`;
  document.querySelector('main')?.append(h('p', { class: 'broken', role: 'alert' }, text));
}
