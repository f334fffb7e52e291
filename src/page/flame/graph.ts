/**
 * The flame graph as an element: a canvas in a box that scrolls, what the pointer and the keyboard do to it, and
 * what is told of the frame under them. What is shown is given to it; what the reader wants it tells.
 */
import type { PageGraph } from '../data.ts';
import { h } from '../dom.ts';
import { isDark } from '../theme.ts';
import { palette } from './colour.ts';
import type { View } from './model.ts';
import { paint, ROW } from './paint.ts';
import type { Pane } from './pane.ts';
import { nodeAt, type Window } from './shape.ts';

export interface Spot {
  readonly pane: number;
  readonly node: number;
}

export interface Shown {
  readonly graph: PageGraph;
  readonly view: View;
  /** The node of the last pane that fills the width; 0 for all. */
  readonly zoom: number;
  readonly found: Uint8Array | null;
  readonly selected: number;
}

export interface Wishes {
  readonly zoom: (spot: Spot) => void;
  readonly reset: () => void;
  readonly focus: (f: number) => void;
  readonly copy: (spot: Spot) => void;
  /** What is said of a frame, in the tooltip and to screen readers. */
  readonly describe: (spot: Spot) => readonly HTMLElement[];
}

export interface FlameGraph {
  readonly element: HTMLElement;
  readonly show: (shown: Shown) => void;
  /** Draws again: another theme, another size. */
  readonly repaint: () => void;
}

/** The box is no higher than this; deeper graphs scroll. */
const MOST_ROWS = 30;

export function flameGraph(wishes: Wishes): FlameGraph {
  const canvas = h('canvas', {
    tabindex: 0,
    role: 'application',
    'aria-roledescription': 'flame graph',
    'aria-label':
      'Flame graph. Arrow keys move between frames, Enter zooms, F shows callers and callees, C copies the stack, Escape shows all.',
  });
  const space = h('div', { class: 'space' }, canvas);
  const box = h('div', { class: 'box' }, space);
  const tip = h('div', { class: 'tip', hidden: true, 'aria-hidden': 'true' });
  const said = h('p', { class: 'unseen', 'aria-live': 'polite' });
  const element = h('div', { class: 'flame' }, box, tip, said);
  let shown: Shown | null = null;
  let cursor: Spot | null = null;
  let isAsked = false;

  function windowOf(number: number): Window {
    const pane = shown?.view.panes[number];
    const isLast = number === (shown?.view.panes.length ?? 0) - 1;
    const node = isLast ? (shown?.zoom ?? 0) : 0;
    if (pane === undefined || node <= 0) return { from: 0, to: 1 };
    const from = pane.layout.x[node] as number;
    const width = pane.layout.width[node] as number;
    return width > 0 ? { from, to: from + width } : { from: 0, to: 1 };
  }

  function draw(): void {
    isAsked = false;
    if (shown === null) return;
    const width = box.clientWidth;
    const height = Math.min(box.clientHeight, shown.view.rows * ROW);
    if (width === 0) return;
    const dense = devicePixelRatio || 1;
    const [w, t] = [Math.round(width * dense), Math.round(height * dense)];
    if (canvas.width !== w || canvas.height !== t) {
      canvas.width = w;
      canvas.height = t;
      canvas.style.width = `${width}px`;
      canvas.style.height = `${height}px`;
    }
    const context = canvas.getContext('2d', { alpha: true });
    if (context === null) return;
    context.setTransform(dense, 0, 0, dense, 0, 0);
    const { graph, view, found, selected } = shown;
    const scene = {
      panes: view.panes,
      windows: view.panes.map((_, number) => windowOf(number)),
      names: graph.functions.name,
      found,
      selected,
      cursor: document.activeElement === canvas ? cursor : null,
    };
    paint(context, scene, palette(isDark()), { width, height, top: box.scrollTop });
  }

  /** Many wishes between two frames are one drawing. */
  function repaint(): void {
    if (isAsked) return;
    isAsked = true;
    requestAnimationFrame(draw);
  }

  function spotAt(event: MouseEvent): Spot | null {
    if (shown === null) return null;
    const area = canvas.getBoundingClientRect();
    const row = Math.floor((event.clientY - area.top + box.scrollTop) / ROW);
    for (const [number, pane] of shown.view.panes.entries()) {
      const { from, to } = windowOf(number);
      const at = from + ((event.clientX - area.left) / area.width) * (to - from);
      const level = (row - pane.row) * pane.grows;
      const node = level < 0 ? -1 : nodeAt(pane.shape, pane.layout, at, level);
      if (node > 0) return { pane: number, node };
    }
    return null;
  }

  function showTip(spot: Spot | null, x: number, y: number): void {
    tip.hidden = spot === null;
    if (spot === null) return;
    tip.replaceChildren(...wishes.describe(spot));
    const area = element.getBoundingClientRect();
    const left = Math.max(0, Math.min(x - area.left + 14, area.width - tip.offsetWidth - 4));
    const below = y - area.top + 18;
    const isLow = y + 26 + tip.offsetHeight > innerHeight;
    tip.style.left = `${left}px`;
    tip.style.top = `${isLow ? below - tip.offsetHeight - 32 : below}px`;
  }

  function moveTo(spot: Spot): void {
    cursor = spot;
    const words = wishes.describe(spot);
    said.textContent = words.map((part) => part.textContent).join(', ');
    const pane = shown?.view.panes[spot.pane];
    if (pane !== undefined && shown !== null) {
      const y = (pane.row + pane.grows * (pane.shape.depth[spot.node] as number)) * ROW;
      if (y < box.scrollTop) box.scrollTop = y;
      if (y + ROW > box.scrollTop + box.clientHeight) box.scrollTop = y + ROW - box.clientHeight;
      const area = canvas.getBoundingClientRect();
      const { from, to } = windowOf(spot.pane);
      const left = ((pane.layout.x[spot.node] as number) - from) / (to - from);
      showTip(spot, area.left + Math.max(0, left) * area.width, area.top + y - box.scrollTop + 6);
    }
    repaint();
  }

  canvas.addEventListener('mousemove', (event) => {
    const spot = spotAt(event);
    canvas.style.cursor = spot === null ? 'default' : 'pointer';
    showTip(spot, event.clientX, event.clientY);
  });
  canvas.addEventListener('mouseleave', () => showTip(null, 0, 0));
  canvas.addEventListener('blur', () => {
    showTip(null, 0, 0);
    repaint();
  });
  canvas.addEventListener('focus', repaint);
  canvas.addEventListener('click', (event) => {
    const spot = spotAt(event);
    if (spot === null) return;
    cursor = spot;
    wishes.zoom(spot);
  });
  canvas.addEventListener('keydown', (event) => {
    if (shown === null || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Escape') return wishes.reset();
    const at = cursor ?? { pane: shown.view.panes.length - 1, node: Math.max(1, shown.zoom) };
    const pane = shown.view.panes[at.pane];
    if (pane === undefined) return;
    const isFirst = cursor === null;
    const target = isFirst ? at.node : neighbour(pane, at.node, event.key);
    if (target !== null) {
      event.preventDefault();
      moveTo({ pane: at.pane, node: target });
    } else if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      wishes.zoom(at);
    } else if (event.key === 'f') wishes.focus(pane.shape.tree.frame[at.node] as number);
    else if (event.key === 'c') wishes.copy(at);
  });
  box.addEventListener('scroll', () => {
    tip.hidden = true;
    repaint();
  });
  new ResizeObserver(repaint).observe(box);

  function show(next: Shown): void {
    const isOther = shown?.view !== next.view;
    shown = next;
    if (isOther) {
      cursor = null;
      space.style.height = `${next.view.rows * ROW}px`;
      box.style.height = `${Math.min(next.view.rows, MOST_ROWS) * ROW}px`;
      // Where stacks begin is what is seen first.
      const pane = next.view.panes.at(-1);
      box.scrollTop = pane === undefined ? 0 : Math.max(0, (pane.row - MOST_ROWS / 2) * ROW);
    }
    tip.hidden = true;
    draw();
  }

  return { element, show, repaint };
}

/** The frame that an arrow leads to; null for another key, the same where there is none. */
function neighbour({ shape, layout, grows }: Pane, node: number, key: string): number | null {
  const parent = shape.tree.parent[node] as number;
  const isSeen = (value: number): boolean => (layout.width[value] as number) > 0;
  const widest = (): number => {
    let best = node;
    for (
      let value = node + 1;
      value < (shape.end[node] as number);
      value = shape.end[value] as number
    ) {
      if (best === node || (layout.width[value] as number) > (layout.width[best] as number))
        best = value;
    }
    return isSeen(best) ? best : node;
  };
  const up = parent > 0 ? parent : node;
  if (key === 'ArrowDown') return grows === 1 ? widest() : up;
  if (key === 'ArrowUp') return grows === 1 ? up : widest();
  if (key === 'ArrowRight') {
    let value = shape.end[node] as number;
    while (value < (shape.end[parent] as number) && !isSeen(value))
      value = shape.end[value] as number;
    return value < (shape.end[parent] as number) ? value : node;
  }
  if (key === 'ArrowLeft') {
    let before = node;
    for (let value = parent + 1; value < node; value = shape.end[value] as number)
      if (isSeen(value)) before = value;
    return before;
  }
  return null;
}
