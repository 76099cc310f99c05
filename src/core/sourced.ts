/** What the sources carry: which facts name which, and how firmly a fact stands on its own. */
import type { Facts, Source } from './model';

/** Parts of the record that hold facts with sources, in the order in which they are listed. */
export const FACT_GROUPS = [
  'events',
  'losses',
  'proposals',
  'obstacles',
  'articles',
  'claims',
  'mining',
  'plant',
  'grid',
  'control',
] as const;
export type FactGroup = (typeof FACT_GROUPS)[number];

/** One statement with its own list of sources: an event, one interval of a line, one figure. */
export interface SourcedFact {
  group: FactGroup;
  /** Of the innermost record with an id: an event, a proposal, a line. */
  id: string;
  /** Each once, one or more. */
  sources: readonly string[];
}

/** Every object of the record that names sources. A record may hold several: a line's intervals. */
export function sourcedFacts(facts: Facts): SourcedFact[] {
  const found: SourcedFact[] = [];
  const walk = (value: unknown, group: FactGroup, id: string): void => {
    if (Array.isArray(value)) {
      for (const item of value) walk(item, group, id);
      return;
    }
    if (typeof value !== 'object' || value === null) return;
    const record = value as Record<string, unknown>;
    const own = typeof record['id'] === 'string' ? record['id'] : id;
    for (const [key, part] of Object.entries(record)) {
      if (key !== 'sources') walk(part, group, own);
      else if (Array.isArray(part) && part.length > 0) {
        found.push({ group, id: own, sources: [...new Set(part as string[])] });
      }
    }
  };
  for (const group of FACT_GROUPS) walk(facts[group], group, group);
  return found;
}

/** The facts that name each source, by the source's id. */
export function factsBySource(facts: readonly SourcedFact[]): Map<string, SourcedFact[]> {
  const uses = new Map<string, SourcedFact[]>();
  for (const fact of facts) {
    for (const source of fact.sources) {
      const list = uses.get(source);
      if (list) list.push(fact);
      else uses.set(source, [fact]);
    }
  }
  return uses;
}

/** Whose words a source prints: those it passes on, else its own. */
const originsOf = ({ relays, publisher }: Source): string[] =>
  relays ? relays.split(';').map((name) => name.replace(/\(.*\)/u, '').trim()) : [publisher];

export interface Footing {
  /** One source only. */
  single: boolean;
  /** None was read at its publisher's own address. */
  copies: boolean;
  /** None was read at all: each is quoted elsewhere. */
  unread: boolean;
  /** Two or more sources that all pass on the words of the same one; null = they differ. */
  origin: string | null;
}

/** How firmly a fact stands that names these sources, one or more. */
export function footingOf(sources: readonly Source[]): Footing {
  const [first, ...rest] = sources.map(originsOf);
  const shared =
    rest.length > 0
      ? first?.find((name) => rest.every((names) => names.includes(name)))
      : undefined;
  return {
    single: sources.length === 1,
    copies: sources.every(({ kind }) => kind === 'copy'),
    unread: sources.every(({ read }) => !read),
    origin: shared ?? null,
  };
}
