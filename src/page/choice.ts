/** A group of buttons in place of a menu. */
import { h } from './dom.ts';

/** Buttons of which one is pressed. */
export function choice<Value extends string>(
  label: string,
  values: readonly (readonly [Value, string])[],
  chosen: (value: Value) => void,
): { readonly element: HTMLElement; readonly set: (value: Value) => void } {
  const buttons = values.map(([value, text]) =>
    h('button', { type: 'button', 'data-value': value, onclick: () => chosen(value) }, text),
  );
  const set = (value: Value): void => {
    for (const button of buttons) {
      button.setAttribute('aria-pressed', String(button.dataset.value === value));
    }
  };
  return {
    element: h('div', { class: 'choice', role: 'group', 'aria-label': label }, ...buttons),
    set,
  };
}
