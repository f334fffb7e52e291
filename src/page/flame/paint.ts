/** Draws frames on a canvas: the colour of each is how its share changed. Nothing here listens to anybody. */
import type { Palette } from './colour.ts';
import type { Pane } from './pane.ts';
import { eachVisible, type Window } from './shape.ts';

export const ROW = 20;

export interface Scene {
  readonly panes: readonly Pane[];
  /** What each pane shows of its whole width. */
  readonly windows: readonly Window[];
  readonly names: readonly string[];
  /** 1: found by the search; null where nothing is searched. */
  readonly found: Uint8Array | null;
  /** The function whose frames are outlined, or -1. */
  readonly selected: number;
  /** The frame under the keyboard's cursor. */
  readonly cursor: { readonly pane: number; readonly node: number } | null;
}

/** Narrower frames are not drawn, in pixels. */
const LEAST = 0.4;
/** The narrowest frame with a name in it. */
const NAMED = 28;

/** `top` is how far the canvas is scrolled, all in CSS pixels. */
export function paint(
  context: CanvasRenderingContext2D,
  { panes, windows, names, found, selected, cursor }: Scene,
  palette: Palette,
  size: { readonly width: number; readonly height: number; readonly top: number },
): void {
  const { width, height, top } = size;
  context.clearRect(0, 0, width, height);
  context.font = '11.5px system-ui, -apple-system, "Segoe UI", sans-serif';
  context.textBaseline = 'middle';
  context.direction = 'ltr';
  const hatch = hatched(context, palette);
  for (const [number, pane] of panes.entries()) {
    const { shape, layout, row, grows, step, lit, only } = pane;
    const window = windows[number] ?? { from: 0, to: 1 };
    const scale = width / (window.to - window.from);
    // Both halves of a sandwich begin with the function: one of them draws it.
    const isDrawn = number === panes.length - 1 ? 0 : 1;
    eachVisible(shape, layout, window, LEAST / width, (node) => {
      const level = shape.depth[node] as number;
      const y = (row + grows * level) * ROW - top;
      if (level < isDrawn || y + ROW < 0 || y > height) return;
      const left = Math.max(0, ((layout.x[node] as number) - window.from) * scale);
      const right = Math.min(
        width,
        ((layout.x[node] as number) + (layout.width[node] as number) - window.from) * scale,
      );
      const frame = shape.tree.frame[node] as number;
      const colour = (step[node] as number) + 5;
      const isDim = found !== null && found[frame] !== 1;
      context.globalAlpha = isDim ? 0.3 : 1;
      const inner = Math.max(LEAST, right - left - (right - left > 3 ? 1 : 0));
      const fill = lit[node] === 1 ? palette.fill : palette.faint;
      context.fillStyle = fill[colour] as string;
      context.fillRect(left, y, inner, ROW - 1);
      if (only[node] !== 0 && inner > 2 && hatch !== null) {
        context.fillStyle = hatch;
        context.fillRect(left, y, inner, ROW - 1);
      }
      const isCursor = cursor !== null && cursor.pane === number && cursor.node === node;
      if ((frame === selected || isCursor) && inner > 1) {
        context.strokeStyle = palette.mark;
        context.lineWidth = isCursor ? 2 : 1;
        context.strokeRect(left + 0.5, y + 0.5, Math.max(1, inner - 1), ROW - 2);
      }
      if (right - left < NAMED) return;
      context.fillStyle = palette.ink[lit[node] === 1 ? colour : 5] as string;
      const room = right - left - 10;
      context.fillText(fitted(names[frame] ?? '', room), left + 5, y + ROW / 2, room);
    });
  }
  context.globalAlpha = 1;
}

/** As much of a name, without the way to its package, as there is room for. */
export function fitted(name: string, room: number): string {
  const most = Math.floor(room / 6);
  const short = shortName(name);
  if (short.length <= most) return short;
  return most < 3 ? '' : `${short.slice(0, most - 1)}…`;
}

/** `example.com/ledger/codec.Encode[go.shape.int]` -> `codec.Encode[go.shape.int]`; what is in brackets stays. */
export function shortName(name: string): string {
  const end = name.search(/[([<]/);
  const slash = name.lastIndexOf('/', end > 0 ? end : name.length);
  return slash > 0 && slash < name.length - 1 ? name.slice(slash + 1) : name;
}

/** Lines from corner to corner: a frame of one side only is told without its colour. */
function hatched(context: CanvasRenderingContext2D, { hatch }: Palette): CanvasPattern | null {
  const tile = document.createElement('canvas');
  tile.width = 7;
  tile.height = 7;
  const own = tile.getContext('2d');
  if (own === null) return null;
  own.strokeStyle = hatch;
  own.lineWidth = 1.4;
  own.beginPath();
  for (const from of [-7, 0, 7]) {
    own.moveTo(from, 7);
    own.lineTo(from + 7, 0);
  }
  own.stroke();
  return context.createPattern(tile, 'repeat');
}
