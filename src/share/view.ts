/** The view that is open, as a short address, as words and as a frame for another page. */
import { claimSaid, eventTitle, proposalName, proposalShort } from '../content/words';
import { type Choice, DEFAULT_CHOICE } from '../core/choice';
import type { Snapshot } from '../core/snapshot-types';
import { LAST_DATE } from '../core/vocabulary';
import { dayInWords } from '../panels/day-in-words';
import { eventAsText, plainText, shortened, textFoot } from '../panels/event-text';
import { claimAsText, proposalAsText } from '../panels/plain-text';
import { type KnownIds, readAddress } from '../state/address';
import { linkTo } from '../state/share';
import type { Ui } from '../ui/context';
import { asTitle, type Cited } from './cite';

/** A slide of the walk, as far as it is handed on. */
export interface SharedSlide {
  title: { text: string } | null;
  body: { text: string } | null;
  sources: readonly string[];
}

/** Leaves out what the rest of an address says anyway, such as the date of the event it names. */
function shortest(url: string, choice: Choice, known: KnownIds): string {
  const [page = '', query = ''] = url.split('?');
  const base = { ...DEFAULT_CHOICE, lang: choice.lang };
  const meaning = (parts: readonly string[]) =>
    JSON.stringify(readAddress(parts.join('&'), known, base).choice);
  let parts = query.split('&').filter(Boolean);
  const wanted = meaning(parts);
  for (const part of parts) {
    const fewer = parts.filter((other) => other !== part);
    if (meaning(fewer) === wanted) parts = fewer;
  }
  return parts.length > 0 ? `${page}?${parts.join('&')}` : page;
}

/**
 * Address that opens this view on another device: a step of a story by its number alone, any other
 * view by what differs from the default. Without the theme, which is each reader's own.
 * '' in the one-file edition.
 * @param page address of the page that is open
 */
export function viewLink(choice: Choice, known: KnownIds, page: string): string {
  const { story, present, lang } = choice;
  const what = present === null ? { ...choice, theme: null, embed: false } : { story, present };
  return shortest(linkTo(what, lang, page), choice, known);
}

/** Address of the frame: the map of this view, outside any walk. */
export function embedLink(choice: Choice, known: KnownIds, page: string): string {
  const what = { ...choice, theme: null, story: null, present: null, compare: [], embed: true };
  return shortest(linkTo(what, choice.lang, page), choice, known);
}

/** What the map of the view is of: a proposal, an event, else the plant. */
export function viewTitle({ content, t }: Ui, choice: Choice, snapshot: Snapshot): string {
  const { proposal } = snapshot;
  if (proposal) return t('share.frame.model', { name: proposalShort(content, proposal.id) });
  return choice.event ? eventTitle(content, choice.event) : t('share.frame.plant');
}

/** What a reference calls the open view: the end of its key, and its title. */
function namedView(
  { content, t, fmt }: Ui,
  { claim, event, story, present }: Choice,
  { proposal, date }: Snapshot,
  slide: SharedSlide | null,
): [key: string, title: string] {
  if (slide) return [`${story ?? 'walk'}-${present}`, slide.title?.text ?? ''];
  const checked = content.claimById.get(claim ?? '');
  if (checked) {
    // Its verdict with it: the sentence is not ours.
    const said = claimSaid(content, checked.id)('claim')?.text ?? '';
    const verdict = t(`verdict.${checked.verdict}`);
    return [checked.id, t('cite.claim', { verdict, claim: said })];
  }
  if (event) return [event, eventTitle(content, event)];
  if (proposal) {
    const name = proposalName(content, proposal.id);
    return [proposal.id, t('share.frame.model', { name })];
  }
  return [date, t('cite.day', { date: fmt.day(date) })];
}

/**
 * The open view as what a reference names: the step, the claim, the event or the proposal, else the
 * day.
 * @param slide the open step; null = no walk
 * @param url '' = it has no address
 */
export function citedView(
  ui: Ui,
  choice: Choice,
  snapshot: Snapshot,
  slide: SharedSlide | null,
  url: string,
): Cited {
  const [key, title] = namedView(ui, choice, snapshot, slide);
  const { lang } = ui.content;
  return { key: `switchyard-${key}`, title: asTitle(title), lang, day: LAST_DATE, url };
}

/** As one reads and types it: without the scheme and a slash at the end. */
export const readable = (url: string): string => url.replace(/^https?:\/\//, '').replace(/\/$/, '');

/** Only this machine finds its way to such an address. */
export const isLocal = (url: string): boolean =>
  /^https?:\/\/(localhost|127\.\d+\.\d+\.\d+|\[::1\])[:/]/.test(url);

/** px; fits a column of text and a phone held upright after scaling by the page. */
export const FRAME = { width: 800, height: 500 } as const;

const quoted = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

/** HTML that shows the map in another page. */
export const embedCode = (url: string, title: string): string =>
  `<iframe src="${quoted(url)}" title="${quoted(title)}" width="${FRAME.width}" height="${FRAME.height}" ` +
  'loading="lazy" referrerpolicy="no-referrer" style="border:0;max-width:100%"></iframe>';

/** What the day itself rests on: the lines that fed the plant, the loss, the units. */
function sourcesOfDay({ lines, outsidePower, units }: Snapshot): string[] {
  const feeding = outsidePower.linesInService.flatMap((id) => lines.get(id)?.sources ?? []);
  return [...(outsidePower.loss?.sources ?? []), ...feeding, ...(units[0]?.sources ?? [])];
}

/**
 * The view as plain text with its date, its sources and the age of the facts: the step, the claim,
 * the event or the proposal that is open, else the day.
 * @param slide the open step; null = no walk
 * @param url '' = it has no address
 */
export function viewAsText(
  ui: Ui,
  choice: Choice,
  snapshot: Snapshot,
  slide: SharedSlide | null,
  url: string,
): string {
  const { content, fmt } = ui;
  if (slide) {
    const { title, body, sources } = slide;
    const words = shortened(body?.text ?? '');
    const foot = textFoot(ui, sources, url);
    return plainText([[title?.text ?? '', fmt.day(snapshot.date)], [words], foot]);
  }
  const claim = content.claimById.get(choice.claim ?? '');
  if (claim) return claimAsText(ui, claim, url);
  const event = content.eventById.get(choice.event ?? '');
  if (event && !event.violence) return eventAsText(ui, event, url);
  const { proposal } = snapshot;
  if (proposal) return proposalAsText(ui, proposal, url);
  const { date, summary } = dayInWords(ui, snapshot);
  const foot = textFoot(ui, sourcesOfDay(snapshot), url);
  return plainText([[ui.t('share.day'), date], [summary.slice(0, 3).join(' ')], foot]);
}
