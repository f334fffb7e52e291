/** What GitHub would make of our Markdown, as far as `marked` with GFM shows it. */
import { marked } from 'marked';

export function html(markdown: string): string {
  return marked.parse(markdown, { gfm: true, async: false });
}

/** The tags in order, with their attributes: the structure that names must not change, but for where they wrap. */
export function tags(page: string): string[] {
  return (page.match(/<[^>]*>/g) ?? []).filter((tag) => tag !== '<wbr>');
}

/** The text as a browser shows it. */
export function shownText(page: string): string {
  return page
    .replace(/<[^>]*>/g, '')
    .replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))
    .replace(/&(amp|lt|gt|quot|nbsp);/g, (_, name: string) => ENTITIES[name] ?? '');
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  nbsp: '\u00a0',
};
