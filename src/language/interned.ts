/**
 * The one string that stands for all equal ones, those of the program's code among them: the engine keeps the names of
 * properties so. It is compared by its address, its hash is known, and it does not hold on to a text it was cut from.
 */
export function interned(text: string): string {
  const names: Record<string, true> = Object.create(null);
  names[text] = true;
  return Object.keys(names)[0] ?? text;
}
