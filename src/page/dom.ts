/** Elements, made of plain values: whatever a name holds becomes a text node, never markup. */

type Child = Node | string | number | null | undefined | false;
type Value = string | number | boolean | null | undefined | ((event: never) => void);
type Attributes = Readonly<Record<string, Value>>;

/** `h('a', { href: '#', onclick: go }, 'text')`: functions listen, `true` is an empty attribute, null none. */
export function h<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Name] {
  return fill(document.createElement(name), attributes, children);
}

/** The same of a drawing. */
export function svg<Name extends keyof SVGElementTagNameMap>(
  name: Name,
  attributes: Attributes = {},
  ...children: readonly Child[]
): SVGElementTagNameMap[Name] {
  return fill(document.createElementNS('http://www.w3.org/2000/svg', name), attributes, children);
}

function fill<Made extends Element>(
  made: Made,
  attributes: Attributes,
  children: readonly Child[],
): Made {
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === 'function') {
      made.addEventListener(key.slice(2), value as unknown as (event: Event) => void);
    } else if (value !== null && value !== undefined && value !== false) {
      made.setAttribute(key, value === true ? '' : String(value));
    }
  }
  for (const child of children) {
    if (child !== null && child !== undefined && child !== false) {
      made.append(typeof child === 'number' ? String(child) : child);
    }
  }
  return made;
}

/** A name of unknown making: apart from the text around it, whichever way it is written. */
export const named = (text: string, className = 'name'): HTMLElement =>
  h('bdi', { class: className, title: text.length > 60 ? text : null }, text);

/** `a/b.c` may be broken after each separator, and nowhere inside a word before that. */
export function wrapping(text: string, className = 'name'): HTMLElement {
  const made = named('', className);
  for (const part of text.slice(0, 400).split(/(?<=[/.,=_-])/)) made.append(part, h('wbr'));
  if (text.length > 400) made.append('…');
  return made;
}
