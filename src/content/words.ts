/** Words by id in the reader's language; what is missing falls back to English, marked with `lang`. */
import type { ClaimWords, EventWords, ObstacleWords, ProposalWords } from '../core/model';
import type { Language } from '../core/vocabulary';
import type { Content } from './content';

/** A text and, where it is not in the page's language, its language tag. */
export interface Said {
  text: string;
  lang?: Language;
}

export function said(
  own: string | undefined,
  english: string | undefined,
  lang: Language,
): Said | null {
  if (own !== undefined) return { text: own };
  if (english === undefined) return null;
  return lang === 'en' ? { text: english } : { text: english, lang: 'en' };
}

type TextKey<T> = { [K in keyof T]-?: string extends NonNullable<T[K]> ? K : never }[keyof T];

function from<T>(
  content: Content,
  own: Record<string, T>,
  english: Record<string, T>,
  id: string,
): <K extends TextKey<T>>(key: K) => Said | null {
  return (key) =>
    said(
      own[id]?.[key] as string | undefined,
      english[id]?.[key] as string | undefined,
      content.lang,
    );
}

/** Reader of one event's words: `eventSaid(content, id)('title')`. */
export const eventSaid = (content: Content, id: string) =>
  from<EventWords>(content, content.words.events, content.english.events, id);

export const proposalSaid = (content: Content, id: string) =>
  from<ProposalWords>(content, content.words.proposals, content.english.proposals, id);

export const obstacleSaid = (content: Content, id: string) =>
  from<ObstacleWords>(content, content.words.obstacles, content.english.obstacles, id);

/** Why an obstacle's finding is what it is, in one or two sentences. */
export const findingSaid = (content: Content, id: string, finding: string): Said | null =>
  said(
    content.words.obstacles[id]?.findings?.[finding],
    content.english.obstacles[id]?.findings?.[finding],
    content.lang,
  );

export const claimSaid = (content: Content, id: string) =>
  from<ClaimWords>(content, content.words.claims, content.english.claims, id);

/** The calculation behind a claim's verdict, line by line, and its language where not the page's. */
export function claimSum(
  content: Content,
  id: string,
): { lines: readonly string[]; lang?: Language } | null {
  const own = content.words.claims[id]?.sum;
  if (own) return { lines: own };
  const lines = content.english.claims[id]?.sum;
  if (!lines) return null;
  return content.lang === 'en' ? { lines } : { lines, lang: 'en' };
}

/** Title for places where plain text is needed (labels, titles of windows). */
export const eventTitle = (content: Content, id: string): string =>
  eventSaid(content, id)('title')?.text ?? id;

export const proposalName = (content: Content, id: string): string =>
  proposalSaid(content, id)('name')?.text ?? id;

export const proposalShort = (content: Content, id: string): string =>
  proposalSaid(content, id)('short')?.text ?? id;

/** Name of a plant line or tie: "Dniprovska". Grid context has no names on purpose. */
export function lineName(content: Content, id: string): string {
  return content.words.grid.lines[id]?.name ?? content.english.grid.lines[id]?.name ?? '';
}

export function lineDirection(content: Content, id: string): string {
  return content.words.grid.lines[id]?.direction ?? content.english.grid.lines[id]?.direction ?? '';
}

export const nodeShort = (content: Content, id: string): string =>
  content.words.grid.nodes[id]?.short ?? content.english.grid.nodes[id]?.short ?? id;

export const placeName = (content: Content, id: string): string =>
  content.words.places[id] ?? content.english.places[id] ?? id;

export const eventPlaceName = (content: Content, id: string): string =>
  content.words.eventPlaces[id] ?? content.english.eventPlaces[id] ?? id;
