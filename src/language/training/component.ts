import type { Sections } from '../model.ts';

export interface TrainingOptions {
  /** The folder with `ud/`, `ner/` and `words/`. */
  data: string;
  seed: number;
  /** Prints a line of progress. */
  log: (line: string) => void;
  /** The components trained before this one, from the model file. */
  sections: Sections;
}

/** One part of the model that is trained by itself; its sections are called `name/…` */
export interface Component {
  name: string;
  train(options: TrainingOptions): Sections;
}
