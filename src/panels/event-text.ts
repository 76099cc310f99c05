/** An event in words to take along: when it was, who reported it, and all of it as plain text. */
import { eventPlaceName, eventSaid } from '../content/words';
import type { PlantEvent, Source } from '../core/model';
import { LAST_DATE } from '../core/vocabulary';
import type { Ui } from '../ui/context';
import { sourceDate } from '../ui/source-date';

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

const sourcesOf = ({ content }: Ui, ids: readonly string[]): Source[] =>
  [...new Set(ids)].flatMap((id) => content.sourceById.get(id) ?? []);

/** "Sources: Reuters, 12 March 2026; IAEA, 13 March 2026". */
export function sourcesLine(ui: Ui, ids: readonly string[]): string {
  const list = sourcesOf(ui, ids).map(
    ({ publisher, date }) => `${publisher}, ${sourceDate(ui, date)}`,
  );
  return ui.t('event.text.sources', { list: [...new Set(list)].join('; ') });
}

const NAMED_PUBLISHERS = 3;

/** "Reported by IAEA, Babel and 2 more"; '' for this project's own summaries. */
export function reportedBy(ui: Ui, event: PlantEvent): string {
  if (event.ownSummary) return '';
  const publishers = [...new Set(sourcesOf(ui, event.sources).map(({ publisher }) => publisher))];
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
  const { content, t, fmt } = ui;
  const words = eventSaid(content, event.id);
  const text = (key: Parameters<typeof words>[0]) => words(key)?.text ?? '';
  const versions =
    content.words.events[event.id]?.versions ?? content.english.events[event.id]?.versions ?? [];
  const radiation = text('radiation');
  return [
    [text('title'), `${eventWhenWhere(ui, event)} · ${eventStatusWords(ui, event)}`],
    [shortened(text('summary'))],
    versions.length > 0
      ? [`${t('event.versions')}:`, ...versions.map(({ who, says }) => `– ${who}: ${says}`)]
      : [],
    radiation ? [`${t('event.radiation')} ${radiation}`] : [],
    [
      sourcesLine(ui, event.sources),
      ...(url ? [url] : []),
      t('facts.upto', { date: fmt.day(LAST_DATE) }),
    ],
  ]
    .filter((block) => block.length > 0)
    .map((block) => block.join('\n'))
    .join('\n\n');
}
