/** The same questions for all proposals, and equal answers in equal situations. */
import { expect, test } from 'vitest';
import { obstaclesOf } from '../../src/core/obstacles';
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

test('every obstacle is asked somewhere', () => {
  const asked = new Set(facts.proposals.flatMap(({ obstacles }) => obstacles.map(({ id }) => id)));
  expect(facts.obstacles.filter(({ id }) => !asked.has(id))).toEqual([]);
});

test('equal findings give equal states', () => {
  const states = new Map<string, Set<string>>();
  for (const proposal of facts.proposals) {
    for (const { id, finding, state } of obstaclesOf(facts, proposal, null)) {
      const key = `${id} ${finding}`;
      states.set(key, (states.get(key) ?? new Set()).add(state));
    }
  }
  expect([...states].filter(([, set]) => set.size > 1)).toEqual([]);
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
