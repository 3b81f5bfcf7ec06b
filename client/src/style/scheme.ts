/** Where Mantine keeps the colours that were chosen: `light`, `dark`, or `auto` for those of the system. */
const CHOSEN = 'mantine-color-scheme-value';

/** Gives the page light or dark colours, as Mantine does once it is here. */
export function wearScheme(): void {
  const chosen = localStorage.getItem(CHOSEN);
  const dark = chosen === 'dark' || (chosen !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.dataset.mantineColorScheme = dark ? 'dark' : 'light';
}
