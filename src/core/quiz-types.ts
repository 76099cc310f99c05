/** Questions made from the facts. They hold ids and no words, so every language asks the same. */
import type { Choice } from './choice';
import type { Proposal } from './model';
import type { Party, ProposalKind, ReservoirState, Verdict } from './vocabulary';

interface Asked<Id extends string = string> {
  /** The same facts and the same thing asked give the same id. */
  id: string;
  /** Each once, in the order of the screen. */
  choices: readonly Id[];
  /** One of the choices; all of them in their right order for `order`. */
  right: readonly Id[];
  sources: readonly string[];
  /** What shows it on map, timeline or in a panel. */
  show: Pick<Choice, 'panel'> & Partial<Pick<Choice, 'date' | 'event' | 'proposal' | 'claim'>>;
}

/** Events, the earliest first. */
export interface OrderQuestion extends Asked {
  kind: 'order';
}

export const LINE_ANSWERS = ['both', 'first', 'second', 'neither'] as const;
export type LineAnswer = (typeof LINE_ANSWERS)[number];

/** Which of two lines of the plant were in service at the end of a day. */
export interface LinesQuestion extends Asked<LineAnswer> {
  kind: 'lines';
  date: string;
  lines: readonly [string, string];
}

/** What tells the right proposal from the others. */
export type ProposalClue =
  | { by: 'power'; power: Proposal['power'] }
  | { by: 'destination'; to: string }
  | { by: 'who'; party: Proposal['proposedBy'][number] }
  | { by: 'first'; date: string }
  | { by: 'kind'; kind: ProposalKind }
  | { by: 'stance'; party: Party };

/** Choices are proposals. */
export interface ProposalQuestion extends Asked {
  kind: 'proposal';
  clue: ProposalClue;
}

export interface ClaimQuestion extends Asked<Verdict> {
  kind: 'claim';
  claim: string;
}

/** Complete losses of outside power by the end of a day; choices are numbers. */
export interface LossesQuestion extends Asked {
  kind: 'losses';
  date: string;
  loss: string;
  /** First day of the loss after it. */
  next: string;
}

export interface ReservoirQuestion extends Asked<ReservoirState> {
  kind: 'reservoir';
  date: string;
  event: string;
}

/** Who says what of something disputed; choices are places in the event's list of versions. */
export interface VersionsQuestion extends Asked {
  kind: 'versions';
  event: string;
}

export type Question =
  | OrderQuestion
  | LinesQuestion
  | ProposalQuestion
  | ClaimQuestion
  | LossesQuestion
  | ReservoirQuestion
  | VersionsQuestion;
export type QuestionKind = Question['kind'];
