/** The facts and words of one language, with an index for each kind of record. Read-only. */
import type {
  Claim,
  Facts,
  GridLine,
  GridNode,
  LanguageWords,
  Loss,
  Obstacle,
  Place,
  PlantEvent,
  Proposal,
  Source,
} from '../core/model';
import type { Language } from '../core/vocabulary';

export interface Content {
  readonly lang: Language;
  readonly facts: Facts;
  /** Words of `lang`; parts that are not translated are absent. */
  readonly words: LanguageWords;
  /** English, complete: the fall-back, to be marked with `lang="en"` on the page. */
  readonly english: LanguageWords;
  readonly eventById: ReadonlyMap<string, PlantEvent>;
  readonly lossById: ReadonlyMap<string, Loss>;
  readonly proposalById: ReadonlyMap<string, Proposal>;
  readonly claimById: ReadonlyMap<string, Claim>;
  readonly obstacleById: ReadonlyMap<string, Obstacle>;
  readonly sourceById: ReadonlyMap<string, Source>;
  readonly lineById: ReadonlyMap<string, GridLine>;
  readonly nodeById: ReadonlyMap<string, GridNode>;
  readonly placeById: ReadonlyMap<string, Place>;
}

function byId<T extends { id: string }>(records: readonly T[]): ReadonlyMap<string, T> {
  return new Map(records.map((record) => [record.id, record]));
}

/** Joins facts and words; `words` is `english` itself where `lang` is `en`. */
export function makeContent(
  facts: Facts,
  words: LanguageWords,
  english: LanguageWords,
  lang: Language,
): Content {
  return {
    lang,
    facts,
    words,
    english,
    eventById: byId(facts.events),
    lossById: byId(facts.losses),
    proposalById: byId(facts.proposals),
    claimById: byId(facts.claims),
    obstacleById: byId(facts.obstacles),
    sourceById: new Map(Object.entries(facts.sources)),
    lineById: byId(facts.grid.lines),
    nodeById: byId(facts.grid.nodes),
    placeById: byId(facts.places),
  };
}
