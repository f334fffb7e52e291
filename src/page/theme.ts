/** Light or dark: as the system is, until the reader says otherwise; light on paper. Nothing is stored. */

type Theme = 'light' | 'dark';
const system = matchMedia('(prefers-color-scheme: dark)');

let chosen: Theme | null = null;
let onPaper = false;

export const isDark = (): boolean =>
  !onPaper && (chosen === null ? system.matches : chosen === 'dark');

function apply(): void {
  document.documentElement.dataset.theme = isDark() ? 'dark' : 'light';
}

/** `changed` draws again what has its colours from here. */
export function watchTheme(changed: () => void): void {
  const again = (): void => {
    apply();
    changed();
  };
  apply();
  system.addEventListener('change', again);
  const paper = (is: boolean) => (): void => {
    onPaper = is;
    again();
  };
  addEventListener('beforeprint', paper(true));
  addEventListener('afterprint', paper(false));
}

export function toggleTheme(changed: () => void): void {
  chosen = isDark() ? 'light' : 'dark';
  apply();
  changed();
}
