import { expect, test } from 'vitest';
import { DEFAULT_CHOICE } from '../../src/core/choice';
import { snapshotAt } from '../../src/core/snapshot';
import { placeSankey, sankeyLinks } from '../../src/panels/shares-sankey';
import { loadFacts } from '../support/facts';

const facts = loadFacts();

test('the picture of shares carries the same MW as the flows beside it', () => {
  for (const { id, draw } of facts.proposals) {
    if (draw.class === 'none') continue;
    const { scenario } = snapshotAt(facts, {
      ...DEFAULT_CHOICE,
      date: '2026-03-10',
      lines: 'repaired',
      proposal: id,
    });
    if (!scenario) throw new Error(`${id} should draw`);
    const links = sankeyLinks(scenario);
    const into = (target: string) =>
      links.filter((l) => l.target === target).reduce((sum, l) => sum + l.value, 0);
    const island = (name: string) => scenario.islands.find((i) => i.island === name);
    expect(into('gridUa'), id).toBeCloseTo(island('ua')?.deliverableMw ?? 0, 0);
    expect(into('gridRu'), id).toBeCloseTo(island('ru')?.deliverableMw ?? 0, 0);
    expect(into('onSite'), id).toBeCloseTo(scenario.totals.onSite, 6);
    const { nodes } = placeSankey(links, 200, 200);
    const plant = nodes.find((n) => n.id === 'plant');
    expect(plant?.mw, id).toBeCloseTo(5700, 0);
  }
});

test('no unit running gives no picture', () => {
  const { scenario } = snapshotAt(facts, { ...DEFAULT_CHOICE, proposal: 'ua-us-50-50', units: 0 });
  expect(scenario && sankeyLinks(scenario)).toEqual([]);
  expect(placeSankey([], 100, 100).nodes).toEqual([]);
});
