/**
 * The grid is frozen by twelve solved cases: a rating, reactance, length or load that changes
 * without the cases being solved anew (by the second, independent solver) fails here.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from '../../scripts/lib/paths.mjs';
import type { Facts, ReferenceCase } from '../../src/core/model';
import { BASE_MVA, gridBranches } from '../../src/core/network';
import { solveDcPowerFlow } from '../../src/core/power-flow';
import { loadFacts } from '../support/facts';

/** Flows of the cases are recorded to 0.1 MW. */
const WITHIN_MW = 0.1;

const facts = loadFacts();
const cases: ReferenceCase[] = JSON.parse(
  readFileSync(join(root, 'data/grid/reference-cases.json'), 'utf8'),
);

function solve(grid: Facts, one: ReferenceCase) {
  const inService = new Set(one.inService);
  const branches = gridBranches(grid).filter((branch) => inService.has(branch.id));
  const buses = new Set(branches.flatMap((branch) => [branch.from, branch.to]));
  return solveDcPowerFlow({
    baseMva: BASE_MVA,
    slackBusIds: [one.slackBus],
    buses: [...buses].map((id) => ({ id, injectionMw: one.injectionsMw[id] ?? 0 })),
    branches,
  });
}

/** Lines and transformers whose flow differs from the recorded one, with both. */
function differences(grid: Facts, one: ReferenceCase): string[] {
  const { flowMw } = solve(grid, one);
  return Object.entries(one.flowsMw)
    .filter(([id, mw]) => !(Math.abs((flowMw.get(id) ?? Number.NaN) - mw) <= WITHIN_MW))
    .map(([id, mw]) => `${id}: ${flowMw.get(id)}, recorded ${mw}`);
}

describe.each(cases)('case $id', (one) => {
  test('every flow within 0.1 MW', () => {
    expect(differences(facts, one)).toEqual([]);
  });

  test('a flow is recorded for every element in service and for no other', () => {
    expect(Object.keys(one.flowsMw).sort()).toEqual([...one.inService].sort());
  });

  test('every element of the model is either in or out of service', () => {
    const all = gridBranches(facts).map((branch) => branch.id);
    expect([...one.inService, ...one.outOfService].sort()).toEqual(all.sort());
  });

  test('injections lie on buses in service and balance', () => {
    const { slackMw, flowMw } = solve(facts, one);
    const slack = [...slackMw.values()].reduce((sum, mw) => sum + mw, 0);
    expect(Math.abs(slack - one.slackInjectionMw)).toBeLessThanOrEqual(WITHIN_MW);
    expect(flowMw.size).toBe(one.inService.length);
  });

  test('what is over its rating is named as such', () => {
    const { flowMw } = solve(facts, one);
    const ratings = new Map(
      [...facts.grid.lines, ...facts.grid.transformers].map((e) => [e.id, e.ratingMw]),
    );
    const over = [...flowMw]
      .filter(([id, mw]) => Math.abs(mw) > (ratings.get(id) ?? 0))
      .map(([id]) => id);
    expect(over.sort()).toEqual([...one.overRating].sort());
  });
});

test('a changed reactance and a changed load are noticed', () => {
  const [one] = cases;
  if (!one) throw new Error('no reference cases');
  const other = structuredClone(facts);
  const line = other.grid.lines.find((l) => l.id === 'l_znpp_dnip_750');
  if (!line) throw new Error('no such line');
  line.xOhmPerKm *= 1.02;
  expect(differences(other, one)).not.toEqual([]);

  const heavier = structuredClone(one);
  const [bus] = Object.entries(heavier.injectionsMw).find(([, mw]) => mw < 0) ?? [];
  if (!bus) throw new Error('no load');
  heavier.injectionsMw[bus] = (heavier.injectionsMw[bus] ?? 0) - 20;
  expect(differences(facts, heavier)).not.toEqual([]);
});
