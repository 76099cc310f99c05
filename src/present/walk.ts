/**
 * What present mode walks through: a guided story, fetched when it is asked for, or, without one,
 * the plain walk over the turning points. Both become slides; present mode knows nothing else.
 */
import type { Content } from '../content/content';
import { eventSaid, type Said } from '../content/words';
import { type Choice, DEFAULT_CHOICE, type MapView } from '../core/choice';
import type { Facts, PlantEvent } from '../core/model';
import type { Story, StoryStep } from '../core/story';

export interface Slide {
  id: string;
  date: string;
  title: Said | null;
  body: Said | null;
  /** For the presenter; null in the plain walk. */
  notes: Said | null;
  question: { ask: Said; expect: Said } | null;
  sources: readonly string[];
  /** The line whose state is shown; null = none. */
  line: string | null;
  /** null = the view that fits what is drawn. */
  view: MapView | null;
  /** What this slide makes of the reader's choice. */
  choice: Partial<Choice>;
}

export interface Walk {
  /** Id of the story; null = the plain walk. */
  story: string | null;
  /** How long it takes; null = nobody says. */
  minutes: number | null;
  slides: readonly Slide[];
}

/** All that a slide may set; what it does not name stands at its default. */
const CLEAR = {
  proposal: null,
  event: null,
  claim: null,
  units: DEFAULT_CHOICE.units,
  lines: DEFAULT_CHOICE.lines,
  mining: null,
  split: null,
  usTo: DEFAULT_CHOICE.usTo,
  repair: null,
  map: null,
} satisfies Partial<Choice>;

/** The turning points, without those about violence. */
const turningPoints = (facts: Facts): PlantEvent[] =>
  facts.events.filter((event) => event.importance === 1 && !event.violence);

export function plainWalk(content: Content): Walk {
  return {
    story: null,
    minutes: null,
    slides: turningPoints(content.facts).map(({ id, date, sources }) => {
      const words = eventSaid(content, id);
      return {
        id,
        date,
        title: words('title'),
        body: words('summary'),
        notes: null,
        question: null,
        sources,
        line: null,
        view: null,
        choice: { ...CLEAR, date, event: id },
      };
    }),
  };
}

function choiceOf({ date, proposal, assume, select }: StoryStep): Partial<Choice> {
  return {
    ...CLEAR,
    ...assume,
    date,
    proposal: proposal ?? null,
    event: select?.event ?? null,
    claim: select?.claim ?? null,
  };
}

export function storyWalk({ id, minutes, steps, words, lang }: Story): Walk {
  const said = (text: string): Said => (lang ? { text, lang } : { text });
  return {
    story: id,
    minutes,
    slides: steps.flatMap((step) => {
      const own = words.steps[step.id];
      if (!own) return [];
      return {
        id: step.id,
        date: step.date,
        title: said(own.caption),
        body: said(own.body),
        notes: said(own.notes),
        question: own.question && {
          ask: said(own.question.ask),
          expect: said(own.question.expect),
        },
        sources: step.sources,
        line: step.select?.line ?? null,
        view: step.map ?? null,
        choice: choiceOf(step),
      };
    }),
  };
}

/**
 * The walk of a story, or the plain one for null.
 * @throws ContentError, or the browser's error where the script did not arrive
 */
export async function loadWalk(content: Content, story: string | null): Promise<Walk> {
  if (story === null) return plainWalk(content);
  const { loadStory } = await import('../content/stories');
  return storyWalk(await loadStory(story, content.lang));
}
