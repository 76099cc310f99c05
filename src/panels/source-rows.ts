/** The sources as the panel lists them: filtered, ordered, each with the facts that rest on it. */
import type { Content } from '../content/content';
import { claimSaid, eventSaid, proposalSaid } from '../content/words';
import type { Source } from '../core/model';
import { factsBySource, type SourcedFact, sourcedFacts } from '../core/sourced';
import type { SourceKind } from '../core/vocabulary';
import { fold } from '../i18n/fold';

export interface SourceRow {
  id: string;
  source: Source;
  /** Facts that name it. */
  facts: readonly SourcedFact[];
  /** Those that name no other. */
  alone: number;
  /** Publisher and title, folded for searching. */
  folded: string;
}

export const SOURCE_ORDERS = ['facts', 'newest', 'publisher'] as const;
export type SourceOrder = (typeof SOURCE_ORDERS)[number];

export interface SourceFilter {
  kind: SourceKind | 'all';
  /** Language code of the page read. */
  lang: string;
  order: SourceOrder;
  text: string;
}

export function sourceRows(content: Content): { rows: SourceRow[]; facts: SourcedFact[] } {
  const facts = sourcedFacts(content.facts);
  const uses = factsBySource(facts);
  const rows = [...content.sourceById].map(([id, source]) => {
    const own = uses.get(id) ?? [];
    return {
      id,
      source,
      facts: own,
      alone: own.filter((fact) => fact.sources.length === 1).length,
      folded: fold(`${source.publisher} ${source.title} ${source.relays ?? ''}`),
    };
  });
  return { rows, facts };
}

/** Rows that pass the filter, in its order; equal ones by publisher and title. */
export function filterRows(rows: readonly SourceRow[], filter: SourceFilter): SourceRow[] {
  const terms = fold(filter.text).split(' ').filter(Boolean);
  const byName = (a: SourceRow, b: SourceRow) =>
    a.source.publisher.localeCompare(b.source.publisher) ||
    a.source.title.localeCompare(b.source.title);
  const orders: Record<SourceOrder, (a: SourceRow, b: SourceRow) => number> = {
    facts: (a, b) => b.facts.length - a.facts.length || byName(a, b),
    newest: (a, b) => (b.source.date ?? '').localeCompare(a.source.date ?? '') || byName(a, b),
    publisher: byName,
  };
  return rows
    .filter(
      ({ source, folded }) =>
        (filter.kind === 'all' || source.kind === filter.kind) &&
        (filter.lang === 'all' || source.lang === filter.lang) &&
        terms.every((term) => folded.includes(term)),
    )
    .sort(orders[filter.order]);
}

export interface FactLink {
  id: string;
  title: string;
  lang?: 'en' | undefined;
}

/** Records among the facts that readers can open, each once: events, proposals, claims. */
export function linksOf(
  content: Content,
  facts: readonly SourcedFact[],
): Record<'events' | 'proposals' | 'claims', FactLink[]> {
  const of = (group: string, title: (id: string) => { text: string; lang?: string } | null) =>
    [...new Set(facts.filter((fact) => fact.group === group).map(({ id }) => id))].map((id) => {
      const said = title(id);
      return {
        id,
        title: said?.text ?? id,
        lang: said?.lang === 'en' ? ('en' as const) : undefined,
      };
    });
  return {
    events: of('events', (id) => eventSaid(content, id)('title')),
    proposals: of('proposals', (id) => proposalSaid(content, id)('short')),
    claims: of('claims', (id) => claimSaid(content, id)('claim')),
  };
}

/** How many facts of each group there are, largest group first; groups without any left out. */
export function countGroups(facts: readonly SourcedFact[]): [SourcedFact['group'], number][] {
  const counts = new Map<SourcedFact['group'], number>();
  for (const { group } of facts) counts.set(group, (counts.get(group) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a);
}
