/**
 * The complete languages hold the same texts, by type: a key that one has and the other lacks fails
 * `npm run types`, with its name. The data check says the same at run time, and more.
 */
import enClaims from '../../data/text/en/claims.json';
import enContactLine from '../../data/text/en/contact-line.json';
import enDestinations from '../../data/text/en/destinations.json';
import enEventPlaces from '../../data/text/en/event-places.json';
import enEvents from '../../data/text/en/events.json';
import enGlossary from '../../data/text/en/glossary.json';
import enGrid from '../../data/text/en/grid.json';
import enMethod from '../../data/text/en/method.json';
import enMining from '../../data/text/en/mining.json';
import enObstacles from '../../data/text/en/obstacles.json';
import enPlaces from '../../data/text/en/places.json';
import enProposals from '../../data/text/en/proposals.json';
import enStoryFrontLine from '../../data/text/en/stories/front-line.json';
import enStoryMining from '../../data/text/en/stories/mining.json';
import enStoryPower from '../../data/text/en/stories/power.json';
import enStoryThread from '../../data/text/en/stories/thread.json';
import enStoryWater from '../../data/text/en/stories/water.json';
import enUi from '../../data/text/en/ui.json';
import ukClaims from '../../data/text/uk/claims.json';
import ukContactLine from '../../data/text/uk/contact-line.json';
import ukDestinations from '../../data/text/uk/destinations.json';
import ukEventPlaces from '../../data/text/uk/event-places.json';
import ukEvents from '../../data/text/uk/events.json';
import ukGlossary from '../../data/text/uk/glossary.json';
import ukGrid from '../../data/text/uk/grid.json';
import ukMethod from '../../data/text/uk/method.json';
import ukMining from '../../data/text/uk/mining.json';
import ukObstacles from '../../data/text/uk/obstacles.json';
import ukPlaces from '../../data/text/uk/places.json';
import ukProposals from '../../data/text/uk/proposals.json';
import ukStoryFrontLine from '../../data/text/uk/stories/front-line.json';
import ukStoryMining from '../../data/text/uk/stories/mining.json';
import ukStoryPower from '../../data/text/uk/stories/power.json';
import ukStoryThread from '../../data/text/uk/stories/thread.json';
import ukStoryWater from '../../data/text/uk/stories/water.json';
import ukUi from '../../data/text/uk/ui.json';
import type { CompleteLanguage } from '../../src/core/vocabulary';

const en = {
  claims: enClaims,
  'contact-line': enContactLine,
  destinations: enDestinations,
  'event-places': enEventPlaces,
  events: enEvents,
  glossary: enGlossary,
  grid: enGrid,
  method: enMethod,
  mining: enMining,
  obstacles: enObstacles,
  places: enPlaces,
  proposals: enProposals,
  'stories/front-line': enStoryFrontLine,
  'stories/mining': enStoryMining,
  'stories/power': enStoryPower,
  'stories/thread': enStoryThread,
  'stories/water': enStoryWater,
  ui: enUi,
};
const uk = {
  claims: ukClaims,
  'contact-line': ukContactLine,
  destinations: ukDestinations,
  'event-places': ukEventPlaces,
  events: ukEvents,
  glossary: ukGlossary,
  grid: ukGrid,
  method: ukMethod,
  mining: ukMining,
  obstacles: ukObstacles,
  places: ukPlaces,
  proposals: ukProposals,
  'stories/front-line': ukStoryFrontLine,
  'stories/mining': ukStoryMining,
  'stories/power': ukStoryPower,
  'stories/thread': ukStoryThread,
  'stories/water': ukStoryWater,
  ui: ukUi,
};

/** The same keys to the last level, with any text; lists of texts are lists of texts. */
export type SameKeys<T> = T extends string
  ? string
  : T extends readonly (infer Item)[]
    ? readonly SameKeys<Item>[]
    : // Each language has its own inflected forms of a term.
      { [Key in keyof T as Key extends 'forms' ? never : Key]: SameKeys<T[Key]> };

/** Each language against the other: what is missing here is extra there. */
export const COMPLETE_TEXTS = {
  en: en satisfies SameKeys<typeof uk>,
  uk: uk satisfies SameKeys<typeof en>,
} satisfies Record<CompleteLanguage, unknown>;
