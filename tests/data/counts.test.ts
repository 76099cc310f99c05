/** How much there is, so that nothing is lost in silence. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../../scripts/lib/paths.mjs';
import { loadFacts } from '../support/facts';

const facts = loadFacts();
const cases = JSON.parse(readFileSync(join(root, 'data/grid/reference-cases.json'), 'utf8'));

test('every record of the research is carried over', () => {
  expect({
    events: facts.events.length,
    proposals: facts.proposals.length,
    claims: facts.claims.length,
    obstacles: facts.obstacles.length,
    nodes: facts.grid.nodes.length,
    lines: facts.grid.lines.length,
    buses: facts.grid.buses.length,
    transformers: facts.grid.transformers.length,
    cases: cases.length,
    machines: facts.mining.machines.length,
    numbers: facts.mining.numbers.length,
    precedents: facts.mining.precedents.length,
    places: facts.places.length,
    controlPlaces: facts.control.places.length,
    plantLines: facts.grid.lines.filter((line) => line.group === 'plant').length,
  }).toEqual({
    events: 158,
    proposals: 24,
    claims: 38,
    obstacles: 14,
    nodes: 59,
    lines: 89,
    buses: 62,
    transformers: 12,
    cases: 12,
    machines: 8,
    numbers: 31,
    precedents: 8,
    places: 100,
    controlPlaces: 68,
    plantLines: 10,
  });
});

test('16 proposals are drawn, 8 say nothing about power', () => {
  const classes = facts.proposals.map((proposal) => proposal.draw.class);
  expect(classes.filter((name) => name !== 'none')).toHaveLength(16);
  expect(classes.filter((name) => name === 'none')).toHaveLength(8);
});

test('three machines stand up front', () => {
  expect(facts.mining.machines.filter((machine) => machine.upFront)).toHaveLength(3);
});

test('the plan of the proposals is the one that was decided', () => {
  const split = (id: string) => {
    const draw = facts.proposals.find((proposal) => proposal.id === id)?.draw;
    return draw?.split ? `${draw.split.ua}-${draw.split.us}-${draw.split.ru}` : draw?.class;
  };
  expect(split('ua-full-return')).toBe('6-0-0');
  expect(split('ru-rosatom-russian-grid')).toBe('0-0-6');
  expect(split('us-28-point-2025-11')).toBe('3-0-3');
  expect(split('us-trilateral-thirds')).toBe('2-2-2');
  expect(split('ua-us-50-50')).toBe('3-3-0');
  expect(split('eu-counter-2025-11')).toBe('3-0-3');
  expect(split('ru-control-cheap-power-2026-02')).toBe('0-0-6');
  expect(split('ru-us-no-ukraine-mining')).toBe('0-0-6');
  expect(split('geneva-19-point-2025-11')).toBe('none');
});
