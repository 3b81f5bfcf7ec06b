/** One line of the bench's table. */
export interface Row {
  /** The part of the table that it stands in; a new one begins with its own heading. */
  part: string;
  what: string;
  on: string;
  /** Figures by column, each with its own name ("UPOS 95.3"). */
  figures: readonly (readonly [name: string, value: string])[];
  /** What the issue asks for, where it does. */
  goal?: string;
}

export const percent = (share: number): string => (100 * share).toFixed(1);
export const whole = (number: number): string => Math.round(number).toLocaleString('en');

/** F1 of counts of what is right, what was found and what was to be found. */
export const f1 = (right: number, found: number, wanted: number): number =>
  found + wanted === 0 ? 0 : (2 * right) / (found + wanted);

/** Prints rows as they come, so that a long run shows what it has. */
export class Table {
  #part = '';

  print({ part, what, on, figures, goal }: Row): void {
    if (part !== this.#part) console.log(`\n${part}`);
    this.#part = part;
    const cells = figures.map(([name, value]) => `${name} ${value}`.trim()).join('  ');
    console.log(`  ${what.padEnd(34)} ${on.padEnd(14)} ${cells}${goal === undefined ? '' : `   (goal ${goal})`}`);
  }
}
