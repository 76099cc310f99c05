/** An event in words to take along: when it was, who reported it, and all of it as plain text. */
import { eventPlaceName, eventSaid } from '../content/words';
import type { PlantEvent } from '../core/model';
import { LAST_DATE } from '../core/vocabulary';
import type { Ui } from '../ui/context';
import { publishersOf, sourceDate, sourcesOf } from '../ui/sources';

/** "4 March 2022", or "about February 2024" where only the month is known. */
export const eventDay = ({ t, fmt }: Ui, event: PlantEvent): string =>
  event.precision === 'month'
    ? t('date.about', { date: fmt.month(event.date) })
    : fmt.day(event.date);

/** "4 March 2022", "8 October 2022 – 9 October 2022", "about June 2026 (only the month is known)". */
export function eventWhen(ui: Ui, event: PlantEvent): string {
  const day = eventDay(ui, event);
  if (event.precision === 'month') return ui.t('event.monthOnly', { about: day });
  return event.end && event.end !== event.date
    ? ui.t('date.range', { from: day, to: ui.fmt.day(event.end) })
    : day;
}

/** When and, where a place is named, where. */
export const eventWhenWhere = (ui: Ui, event: PlantEvent): string =>
  [eventWhen(ui, event), event.place ? eventPlaceName(ui.content, event.place.name) : '']
    .filter(Boolean)
    .join(' · ');

/** How sure: the status, or that the entry is this project's own summary. */
export const eventStatusWords = ({ t }: Ui, event: PlantEvent): string =>
  event.ownSummary ? t('event.ownSummary') : t(`status.${event.status}`);

/** "Sources: Reuters, 12 March 2026; IAEA, 13 March 2026". */
function sourcesLine(ui: Ui, ids: readonly string[]): string {
  const list = sourcesOf(ui.content, ids).map(
    ({ publisher, date }) => `${publisher}, ${sourceDate(ui, date)}`,
  );
  return ui.t('event.text.sources', { list: [...new Set(list)].join('; ') });
}

/** What every text to take along ends with: sources, address where it has one, age of the facts. */
export const textFoot = (ui: Ui, sources: readonly string[], url: string): string[] => [
  sourcesLine(ui, sources),
  url,
  ui.t('facts.upto', { date: ui.fmt.day(LAST_DATE) }),
];

/** Blocks of lines as plain text; empty lines and blocks are left out. */
export const plainText = (blocks: readonly (readonly string[])[]): string =>
  blocks
    .map((lines) => lines.filter(Boolean).join('\n'))
    .filter(Boolean)
    .join('\n\n');

const NAMED_PUBLISHERS = 3;

/** "Reported by IAEA, Babel and 2 more"; '' for this project's own summaries. */
export function reportedBy(ui: Ui, event: PlantEvent): string {
  if (event.ownSummary) return '';
  const publishers = publishersOf(ui.content, event.sources);
  const names = publishers.slice(0, NAMED_PUBLISHERS).join(', ');
  const n = publishers.length - NAMED_PUBLISHERS;
  return n > 0 ? ui.t('event.reportedByMore', { names, n }) : ui.t('event.reportedBy', { names });
}

const SENTENCES = 2;
/** Up to a full stop before a capital letter, with an opening quote or without, or before the end. */
const SENTENCE = /\S.*?[.!?…]["”»]?(?=\s+["“«]?\p{Lu}|\s*$)/gsu;

/** The first sentences of a summary. */
export const shortened = (summary: string): string =>
  summary.match(SENTENCE)?.slice(0, SENTENCES).join(' ') ?? summary;

/**
 * The event as plain text: title, when, where and how sure, one or two sentences, each side's
 * version, what was said of radiation, sources, address, and how far the facts reach.
 * @param url address of the event in the reader's language; '' = it has none
 */
export function eventAsText(ui: Ui, event: PlantEvent, url: string): string {
  const { content, t } = ui;
  const words = eventSaid(content, event.id);
  const text = (key: Parameters<typeof words>[0]) => words(key)?.text ?? '';
  const versions =
    content.words.events[event.id]?.versions ?? content.english.events[event.id]?.versions ?? [];
  const radiation = text('radiation');
  return plainText([
    [text('title'), `${eventWhenWhere(ui, event)} · ${eventStatusWords(ui, event)}`],
    [shortened(text('summary'))],
    versions.length > 0
      ? [`${t('event.versions')}:`, ...versions.map(({ who, says }) => `– ${who}: ${says}`)]
      : [],
    radiation ? [`${t('event.radiation')} ${radiation}`] : [],
    textFoot(ui, event.sources, url),
  ]);
}
