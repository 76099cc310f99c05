import type { Panel, Print } from '../core/vocabulary';

/** Where panels lead: each changes the choice, and moves the focus where a reader expects it. */
export interface Moves {
  panel(panel: Panel): void;
  /** As `panel`; "What happened" begins at the beginning. */
  door(panel: Panel): void;
  event(id: string): void;
  /** To a neighbouring event: the focus stays, "back" does not stop at each. */
  step(id: string): void;
  proposal(id: string | null): void;
  claim(id: string | null): void;
  /** To the map in words. */
  words(): void;
  date(day: string): void;
  /** The lesson with a story; null = the list of lessons. */
  lesson(story: string | null): void;
  /** Begins a story's walk. */
  present(story: string): void;
  print(print: Print, story: string): void;
  /** A proposal beside another one. */
  compare(id: string): void;
}
