/** The facts and words of one language, with an index for each kind of record. Read-only. */
import type { Feature } from 'geojson';
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

/** Outlines for the maps that are drawn without WebGL (data/basemap/start.json, locator.json). */
export interface Maps {
  start: {
    layers: Record<
      'ukraine' | 'water' | 'stateLine' | 'dnipro' | 'reservoirBed',
      { features: readonly Feature[] }
    >;
  };
  locator: {
    /** `view`: west, south, east in degrees. */
    meta: { view: readonly number[] };
    layers: Record<'land' | 'ukraine', { features: readonly Feature[] }>;
  };
}

export interface Content {
  readonly lang: Language;
  readonly facts: Facts;
  readonly maps: Maps;
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

/** A town on the map, as against waters and regions. */
export const isSettlement = ({ kind }: Pick<Place, 'kind'>): boolean =>
  kind !== 'water' && kind !== 'region';

function byId<T extends { id: string }>(records: readonly T[]): ReadonlyMap<string, T> {
  return new Map(records.map((record) => [record.id, record]));
}

/** Joins facts, maps and words; `words` is `english` itself where `lang` is `en`. */
export function makeContent(
  facts: Facts,
  maps: Maps,
  words: LanguageWords,
  english: LanguageWords,
  lang: Language,
): Content {
  return {
    lang,
    facts,
    maps,
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
