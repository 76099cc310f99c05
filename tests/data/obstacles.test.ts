/** The same questions for all proposals, and equal answers in equal situations. */
import { expect, test } from 'vitest';
import { loadFacts } from '../support/facts';

const facts = loadFacts();
const drawn = facts.proposals.filter((proposal) => proposal.draw.class !== 'none');

const PHYSICAL = [
  'security-risk',
  'cooling-water',
  'fuel-westinghouse',
  'staff-licensing',
  'restart-time',
  'grid-lines',
  'grid-sync',
];
const LEGAL = ['sovereignty', 'un-resolution', 'us-sanctions', 'eu-sanctions', 'export-control'];

test.each(drawn)('$id answers the physical and the common legal questions', ({ obstacles }) => {
  expect(obstacles.map(({ id }) => id)).toEqual(expect.arrayContaining([...PHYSICAL, ...LEGAL]));
});

const findingOf = (proposal: (typeof drawn)[number], obstacle: string) =>
  proposal.obstacles.find(({ id }) => id === obstacle)?.finding;

test('no plan that feeds both grids is said to feed one', () => {
  for (const proposal of drawn) {
    const splits = [proposal.draw.split, ...(proposal.draw.span ?? [])];
    const both = splits.some((split) => split && split.ua > 0 && split.ru > 0);
    const finding = findingOf(proposal, 'grid-sync');
    if (both) expect(finding, proposal.id).not.toBe('one-grid');
  }
});

test('the UN vote is met only by plans that give the plant to Ukraine alone', () => {
  for (const proposal of drawn) {
    const finding = findingOf(proposal, 'un-resolution');
    if (finding === 'returned') expect(proposal.governance.ua, proposal.id).toBe(1);
    if (finding === 'stays-russian') expect(proposal.governance.ua, proposal.id).not.toBe(1);
  }
});

test('war, water, fuel and the time of a restart are the same for all', () => {
  for (const id of ['security-risk', 'cooling-water', 'fuel-westinghouse', 'restart-time']) {
    const findings = drawn.map(({ obstacles }) => obstacles.find((o) => o.id === id)?.finding);
    expect(new Set(findings).size).toBe(1);
  }
});

test('only the lines are left to the model', () => {
  const modelled = facts.obstacles.filter((o) => o.findings.some((f) => f.state === 'model'));
  expect(modelled.map(({ id }) => id)).toEqual(['grid-lines']);
});
