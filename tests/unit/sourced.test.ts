/** What the sources carry, counted over the whole record, and how firmly a fact stands. */
import { describe, expect, test } from 'vitest';
import type { Source } from '../../src/core/model';
import { FACT_GROUPS, factsBySource, footingOf, sourcedFacts } from '../../src/core/sourced';
import { filterRows, sourceRows } from '../../src/panels/source-rows';
import { loadFacts, loadTestContent } from '../support/facts';

const facts = loadFacts();
const found = sourcedFacts(facts);

const source = (patch: Partial<Source>): Source => ({
  publisher: 'A paper',
  title: 'A title',
  date: '2024-01-01',
  url: 'https://example.org/a',
  read: true,
  kind: 'press',
  lang: 'en',
  ...patch,
});

describe('facts with their sources', () => {
  test('every event, proposal, claim and loss is one; lines and places have one for each state', () => {
    const of = (group: string) => found.filter((fact) => fact.group === group);
    expect(of('events')).toHaveLength(facts.events.length);
    expect(of('claims')).toHaveLength(facts.claims.length);
    expect(of('losses')).toHaveLength(facts.losses.length);
    expect(new Set(of('proposals').map(({ id }) => id)).size).toBe(facts.proposals.length);
    const dniprovska = facts.grid.lines.find(({ id }) => id === 'l_znpp_dnip_750');
    const states = (dniprovska?.history.length ?? 0) + (dniprovska?.shortLosses.length ?? 0);
    expect(of('grid').filter(({ id }) => id === 'l_znpp_dnip_750').length).toBeGreaterThanOrEqual(
      states,
    );
    expect(new Set(found.map(({ group }) => group))).toEqual(new Set(FACT_GROUPS));
  });

  test('each names one source or more, each once; none is named by nothing in the app or its notes', () => {
    for (const fact of found) {
      expect(fact.sources.length, fact.id).toBeGreaterThan(0);
      expect(new Set(fact.sources).size).toBe(fact.sources.length);
      for (const id of fact.sources) expect(facts.sources[id], id).toBeDefined();
    }
    const uses = factsBySource(found);
    const total = [...uses.values()].reduce((sum, list) => sum + list.length, 0);
    expect(total).toBe(found.reduce((sum, fact) => sum + fact.sources.length, 0));
  });
});

describe('footing', () => {
  test('one source', () => {
    expect(footingOf([source({})])).toEqual({
      single: true,
      copies: false,
      unread: false,
      origin: null,
    });
  });

  test('two papers that pass on the same agency', () => {
    const { single, origin } = footingOf([
      source({ relays: 'IAEA; Reuters' }),
      source({ publisher: 'Another', relays: 'Reuters (interview)' }),
    ]);
    expect(single).toBe(false);
    expect(origin).toBe('Reuters');
  });

  test('an agency and a paper that passes it on are one voice; two papers are not', () => {
    expect(footingOf([source({ publisher: 'TASS' }), source({ relays: 'TASS' })]).origin).toBe(
      'TASS',
    );
    expect(footingOf([source({ publisher: 'TASS' }), source({})]).origin).toBeNull();
  });

  test('copies and unread pages only where all are', () => {
    const copy = source({ kind: 'copy', url: null });
    expect(footingOf([copy, copy]).copies).toBe(true);
    expect(footingOf([copy, source({})]).copies).toBe(false);
    expect(footingOf([source({ read: false })]).unread).toBe(true);
  });
});

describe('the list of sources', () => {
  const { rows } = sourceRows(loadTestContent('en'));
  const all = { kind: 'all', lang: 'all', order: 'facts', text: '' } as const;

  test('has every source once, those with most facts first', () => {
    const list = filterRows(rows, all);
    expect(list).toHaveLength(Object.keys(facts.sources).length);
    expect(new Set(list.map(({ id }) => id)).size).toBe(list.length);
    const counts = list.map((row) => row.facts.length);
    expect(counts).toEqual([...counts].sort((a, b) => b - a));
  });

  test('is found by publisher in another spelling, and by kind and language', () => {
    const found = filterRows(rows, { ...all, text: 'київ independent' });
    expect(found.length).toBeGreaterThan(5);
    expect(filterRows(rows, { ...all, kind: 'official', lang: 'uk' }).length).toBeLessThan(
      filterRows(rows, { ...all, kind: 'official' }).length,
    );
    for (const row of filterRows(rows, { ...all, kind: 'copy' })) {
      expect(row.source.url, row.id).toBeNull();
    }
    expect(filterRows(rows, { ...all, text: 'no such paper' })).toEqual([]);
  });
});
