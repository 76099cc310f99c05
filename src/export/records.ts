/**
 * Events, proposals and claims as flat records in the reader's language, for files that are handed
 * out: every record names its sources with publisher, date and address. Names of fields are the
 * same in every language. No results of the model: those depend on assumptions.
 */
import { claimSaid, claimSum, eventPlaceName, eventSaid, proposalSaid } from '../content/words';
import { claimsAbout } from '../core/claims';
import type { Claim, PlantEvent, Proposal } from '../core/model';
import { LAST_DATE, PARTIES, RECIPIENTS } from '../core/vocabulary';
import type { Ui } from '../ui/context';
import { sourcesOf } from '../ui/sources';
import { type Cell, toCsv } from './csv';

export interface SourceRecord {
  publisher: string;
  title: string;
  /** Year, month or day, as far as it is known. */
  date: string | null;
  url: string | null;
}

type Value = string | number | boolean | null | readonly string[] | readonly SourceRecord[];
export type FlatRecord = Readonly<Record<string, Value>>;

export const RECORD_KINDS = ['events', 'proposals', 'claims'] as const;
export type RecordKind = (typeof RECORD_KINDS)[number];

const sources = ({ content }: Ui, ids: readonly string[]): SourceRecord[] =>
  sourcesOf(content, ids).map(({ publisher, title, date, url }) => ({
    publisher,
    title,
    date,
    url,
  }));

export function eventRecord(ui: Ui, event: PlantEvent): FlatRecord {
  const { content, t } = ui;
  const said = eventSaid(content, event.id);
  const words = (key: Parameters<typeof said>[0]) => said(key)?.text ?? null;
  const versions =
    content.words.events[event.id]?.versions ?? content.english.events[event.id]?.versions ?? [];
  return {
    id: event.id,
    date: event.date,
    date_precision: event.precision,
    end: event.end ?? null,
    title: words('title'),
    summary: words('summary'),
    track: t(`track.${event.track}`),
    importance: event.importance,
    status: event.ownSummary ? t('event.ownSummary') : t(`status.${event.status}`),
    certainty: words('certainty'),
    versions: versions.map(({ who, says }) => `${who}: ${says}`),
    radiation: words('radiation'),
    about_violence: event.violence ?? false,
    place: event.place ? eventPlaceName(content, event.place.name) : null,
    longitude: event.place?.at[0] ?? null,
    latitude: event.place?.at[1] ?? null,
    proposals: event.proposals ?? [],
    claims: claimsAbout(content.facts, { event: event.id }).map(({ id }) => id),
    sources: sources(ui, event.sources),
  };
}

export function proposalRecord(ui: Ui, proposal: Proposal): FlatRecord {
  const { content, t, fmt } = ui;
  const said = proposalSaid(content, proposal.id);
  const words = (key: Parameters<typeof said>[0]) => said(key)?.text ?? null;
  const own = content.words.proposals[proposal.id];
  const english = content.english.proposals[proposal.id];
  const share = (what: 'governance' | 'power') =>
    RECIPIENTS.map((who) => [`${what}_share_${who}`, proposal[what][who]]);
  const stances = PARTIES.flatMap((party) => {
    const { stance, asOf, inferred } = proposal.stances[party];
    return [
      [`stance_${party}`, t(`stance.${stance}`)],
      [`stance_${party}_as_of`, asOf],
      [`stance_${party}_inferred`, inferred ?? false],
      [`stance_${party}_reason`, own?.stances?.[party] ?? english?.stances?.[party] ?? null],
    ];
  });
  return {
    id: proposal.id,
    name: words('name'),
    kind: t(`kind.${proposal.kind}`),
    status: t(`proposal.status.${proposal.status}`, { date: fmt.day(proposal.lastReported) }),
    first_reported: proposal.firstReported,
    last_reported: proposal.lastReported,
    proposed_by: proposal.proposedBy.map((party) => t(`party.${party}`)),
    reported_by: proposal.reportedBy,
    summary: words('summary'),
    governance: words('governance'),
    power: words('power'),
    operator: words('operator'),
    direction: words('direction'),
    mining: words('mining'),
    conditions: own?.conditions ?? english?.conditions ?? [],
    contradictions: words('contradictions'),
    ...Object.fromEntries([...share('governance'), ...share('power'), ...stances]),
    sources: sources(ui, proposal.sources),
  };
}

export function claimRecord(ui: Ui, claim: Claim): FlatRecord {
  const { content, t } = ui;
  const words = claimSaid(content, claim.id);
  return {
    id: claim.id,
    claim: words('claim')?.text ?? null,
    made_by: claim.articles.map((maker) => t(`publisher.${maker}`)),
    verdict: t(`verdict.${claim.verdict}`),
    quote: words('quote')?.text ?? null,
    evidence: words('evidence')?.text ?? null,
    sum: claimSum(content, claim.id)?.lines ?? [],
    topic: claim.topic,
    events: claim.events ?? [],
    proposals: claim.proposals ?? [],
    sources: sources(ui, claim.sources),
  };
}

export function recordsOf(ui: Ui, kind: RecordKind): FlatRecord[] {
  const { facts } = ui.content;
  if (kind === 'events') return facts.events.map((event) => eventRecord(ui, event));
  if (kind === 'proposals') return facts.proposals.map((one) => proposalRecord(ui, one));
  return facts.claims.map((claim) => claimRecord(ui, claim));
}

export interface About {
  title: string;
  language: string;
  facts_up_to: string;
  licence: string;
  credit: string;
}

/**
 * What every file says of itself.
 * @param positions places or lines are in it
 */
export function about({ content, t }: Ui, positions: boolean): About {
  return {
    title: t('share.day'),
    language: content.lang,
    facts_up_to: LAST_DATE,
    licence: positions
      ? 'MIT (words); CC BY 4.0 (positions of places, topology); ODbL 1.0 (lines)'
      : 'MIT (words)',
    credit: positions
      ? 'Switchyard contributors; GeoNames; © OpenStreetMap contributors; PyPSA-Eur authors and GridKit'
      : 'Switchyard contributors; each record names its sources',
  };
}

const sourceLine = ({ publisher, date, url }: SourceRecord): string =>
  [publisher, date, url].filter(Boolean).join(', ');

/** Lists stand in one cell, parted by a bar. */
function cell(value: Value): Cell {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (value === null || typeof value !== 'object') return value;
  return value.map((one) => (typeof one === 'string' ? one : sourceLine(one))).join(' | ');
}

/** Columns are the fields of a record, then the age of the facts, licence and credit. */
export function recordsCsv(ui: Ui, kind: RecordKind): string {
  const records = recordsOf(ui, kind);
  const { facts_up_to, licence, credit } = about(ui, kind === 'events');
  const fields = Object.keys(records[0] ?? {});
  return toCsv(
    [...fields, 'facts_up_to', 'licence', 'credit'],
    records.map((record) => [
      ...fields.map((name) => cell(record[name] ?? null)),
      facts_up_to,
      licence,
      credit,
    ]),
  );
}

export const recordsJson = (ui: Ui, kind: RecordKind): string =>
  `${JSON.stringify({ ...about(ui, kind === 'events'), records: recordsOf(ui, kind) }, null, 2)}\n`;
