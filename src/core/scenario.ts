/**
 * A proposal and the reader's assumptions → injections → the solver → MW on each line, what fits
 * and what has nowhere to go. Rules: docs/model.md.
 */
import { perObject } from './cache';
import type { Choice } from './choice';
import {
  type IslandLines,
  islandLines,
  PLANT_TRANSFORMER,
  SECTION_LINES,
  transformerSection,
} from './line-sets';
import type { Facts, Proposal } from './model';
import { buildIslandNetwork, type IslandNetwork } from './network';
import { type DcSolution, solveDcPowerFlow } from './power-flow';
import {
  assignUnits,
  STOPPED_UNIT_MW,
  splitInForce,
  splitTotal,
  takeOnSite,
  UNIT_COUNT,
  UNIT_NET_MW,
  unitsByLargestRemainder,
} from './shares';
import type { FlowRow, IslandResult, LineStatus, ScenarioResult } from './snapshot-types';
import { ISLANDS, type Island, RECIPIENTS, type Recipient } from './vocabulary';

type Assumptions = Pick<
  Choice,
  'date' | 'units' | 'lines' | 'mining' | 'split' | 'usTo' | 'repair'
>;

interface Element {
  id: string;
  kind: 'line' | 'transformer';
  group: FlowRow['group'];
  ratingMw: number;
}

/** An element already over its rating without the plant binds only past this much worse. */
const WORSE_THAN_BEFORE = 0.05;
/** Floating-point dust in MW that must not count as an excess. */
const DUST_MW = 1e-6;

const isMonitored = (group: FlowRow['group']): boolean => group !== 'grid';

const elementsOf = perObject((facts: Facts): Map<string, Element> => {
  const elements = new Map<string, Element>();
  for (const { id, group, ratingMw } of facts.grid.lines) {
    elements.set(id, { id, kind: 'line', group, ratingMw });
  }
  for (const t of facts.grid.transformers) {
    const group = t.id === PLANT_TRANSFORMER ? 'plant-link' : 'grid';
    elements.set(t.id, { id: t.id, kind: 'transformer', group, ratingMw: t.ratingMw });
  }
  return elements;
});

/**
 * Largest part of the offered output (0 to 1) at which every monitored element keeps within its
 * rating, by linearity between the plant at zero and at the offered output.
 */
export function deliverablePart(
  atZero: ReadonlyMap<string, number>,
  atOffered: ReadonlyMap<string, number>,
  monitored: Iterable<{ id: string; ratingMw: number }>,
): { part: number; binding: string | null } {
  let part = 1;
  let binding: string | null = null;
  for (const { id, ratingMw } of monitored) {
    const f0 = atZero.get(id);
    const f1 = atOffered.get(id);
    if (f0 === undefined || f1 === undefined) continue;
    const limit = Math.abs(f0) <= ratingMw ? ratingMw : Math.abs(f0) + WORSE_THAN_BEFORE * ratingMw;
    if (Math.abs(f1) <= limit + DUST_MW) continue;
    const reached = (Math.sign(f1) * limit - f0) / (f1 - f0);
    if (reached < part) {
      part = reached;
      binding = id;
    }
  }
  return { part, binding };
}

interface Section {
  island: Island;
  units: number;
  recipients: Record<Recipient, number>;
}

/** Running units by island and recipient. */
function sectionsOf(units: Record<Recipient, number>, usTo: Island): Record<Island, Section> {
  const sections: Record<Island, Section> = {
    ua: { island: 'ua', units: 0, recipients: { ua: 0, us: 0, ru: 0 } },
    ru: { island: 'ru', units: 0, recipients: { ua: 0, us: 0, ru: 0 } },
  };
  for (const recipient of RECIPIENTS) {
    const island = recipient === 'us' ? usTo : recipient;
    sections[island].units += units[recipient];
    sections[island].recipients[recipient] += units[recipient];
  }
  return sections;
}

/** The islands to solve: those with a running unit; with none running, where the shares point. */
function fedIslands(
  sections: Record<Island, Section>,
  weights: Record<Recipient, number>,
  usTo: Island,
): Island[] {
  const fed = ISLANDS.filter((island) => sections[island].units > 0);
  if (fed.length > 0) return fed;
  const towards = { ua: weights.ua, ru: weights.ru };
  towards[usTo] += weights.us;
  return [towards.ru > towards.ua ? 'ru' : 'ua'];
}

interface Balance {
  netMw: number;
  usedOnSiteMw: number;
  stoppedUnits: number;
  left: Record<Recipient, number>;
}

/**
 * MW by section: running units give `UNIT_NET_MW`, stopped ones draw in the section that holds the
 * transformer, use on site is taken across the whole plant in its fixed order.
 */
function balances(
  sections: Record<Island, Section>,
  fed: readonly Island[],
  transformerAt: Island,
  stopped: number,
  miningPercent: number,
): { bySection: Map<Island, Balance>; onSiteMw: number; left: Record<Recipient, number> } {
  const output: Record<Recipient, number> = { ua: 0, us: 0, ru: 0 };
  const perSection = new Map<Island, { net: number; stopped: number }>();
  for (const island of fed) {
    const section = sections[island];
    const stoppedHere = island === transformerAt ? stopped : 0;
    const net = UNIT_NET_MW * section.units - STOPPED_UNIT_MW * stoppedHere;
    perSection.set(island, { net, stopped: stoppedHere });
    for (const r of RECIPIENTS) {
      if (section.units > 0)
        output[r] += (Math.max(net, 0) * section.recipients[r]) / section.units;
    }
  }
  const totalNet = [...perSection.values()].reduce((sum, s) => sum + s.net, 0);
  const onSiteMw = (Math.max(totalNet, 0) * miningPercent) / 100;
  const { left, taken } = takeOnSite(output, onSiteMw);
  const bySection = new Map<Island, Balance>();
  for (const [island, { net, stopped: stoppedHere }] of perSection) {
    const here: Record<Recipient, number> = { ua: 0, us: 0, ru: 0 };
    let used = 0;
    for (const r of RECIPIENTS) {
      if (sections[island].recipients[r] === 0) continue;
      here[r] = left[r];
      used += taken[r];
    }
    bySection.set(island, {
      netMw: net,
      usedOnSiteMw: used,
      stoppedUnits: stoppedHere,
      left: here,
    });
  }
  return { bySection, onSiteMw, left };
}

function strandsOf(left: Record<Recipient, number>): FlowRow['strands'] {
  const total = left.ua + left.us + left.ru;
  if (total <= 0) return [];
  return RECIPIENTS.filter((r) => left[r] > 0).map((recipient) => ({
    recipient,
    share: left[recipient] / total,
  }));
}

function solveAt(net: IslandNetwork, plantMw: number): DcSolution {
  const buses = net.network.buses.map((bus) =>
    bus.id === net.plantBus ? { ...bus, injectionMw: plantMw } : bus,
  );
  return solveDcPowerFlow({ ...net.network, buses });
}

interface SolvedIsland {
  result: IslandResult;
  flows: FlowRow[];
}

function solveIsland(
  facts: Facts,
  statuses: ReadonlyMap<string, LineStatus>,
  section: Section,
  balance: Balance,
  lines: IslandLines,
  hasTransformer: boolean,
  splitSwitchyard: boolean,
): SolvedIsland {
  const { island } = section;
  const offeredMw = balance.netMw - balance.usedOnSiteMw;
  const net = buildIslandNetwork({
    facts,
    island,
    lines,
    hasTransformer,
    splitSwitchyard,
    plantMw: offeredMw,
  });
  const common = {
    island,
    units: section.units,
    stoppedUnits: balance.stoppedUnits,
    netMw: balance.netMw,
    usedOnSiteMw: balance.usedOnSiteMw,
    offeredMw,
    unservedMw: net.unservedMw,
    strandedMw: net.strandedMw,
  };
  if (!net.connected) {
    return {
      result: {
        ...common,
        deliverableMw: 0,
        nowhereMw: Math.max(offeredMw, 0),
        binding: null,
        blocked: SECTION_LINES[island].some((id) => lines.inService.has(id))
          ? 'no-transformer'
          : 'no-line',
        slackMw: 0,
      },
      flows: [],
    };
  }
  const elements = elementsOf(facts);
  const offered = solveAt(net, offeredMw);
  const inNetwork = net.network.branches.flatMap((b) => elements.get(b.id) ?? []);
  const limit =
    offeredMw > 0
      ? deliverablePart(
          solveAt(net, 0).flowMw,
          offered.flowMw,
          inNetwork.filter((e) => isMonitored(e.group)),
        )
      : { part: 1, binding: null };
  const strands = offeredMw > 0 ? strandsOf(balance.left) : [];
  const flows = inNetwork.map((e): FlowRow => {
    const mw = offered.flowMw.get(e.id) ?? 0;
    const loading = Math.abs(mw) / e.ratingMw;
    return {
      id: e.id,
      kind: e.kind,
      group: e.group,
      island,
      mw,
      ratingMw: e.ratingMw,
      loading,
      over: Math.abs(mw) > e.ratingMw + DUST_MW,
      monitored: isMonitored(e.group),
      assumed: lines.assumed.has(e.id),
      recorded: statuses.get(e.id)?.state ?? null,
      strands,
    };
  });
  const deliverableMw = Math.max(offeredMw, 0) * limit.part;
  return {
    result: {
      ...common,
      deliverableMw,
      nowhereMw: Math.max(offeredMw, 0) - deliverableMw,
      binding: limit.binding,
      blocked: null,
      slackMw: [...offered.slackMw.values()].reduce((sum, mw) => sum + mw, 0),
    },
    flows,
  };
}

/**
 * Works out the flows of a proposal under the reader's assumptions.
 * @returns null for a proposal that says nothing about power (draw class `none`)
 */
export function buildScenario(
  facts: Facts,
  statuses: ReadonlyMap<string, LineStatus>,
  proposal: Proposal,
  assumptions: Assumptions,
): ScenarioResult | null {
  if (proposal.draw.class === 'none') return null;
  const { units, usTo, lines, date, repair } = assumptions;
  const weights = splitInForce(proposal, assumptions.split);
  const split = unitsByLargestRemainder(weights, units);
  const sections = sectionsOf(split, usTo);
  const fed = fedIslands(sections, weights, usTo);
  const splitSwitchyard = fed.length > 1;
  const miningPercent = assumptions.mining ?? proposal.draw.miningPercent ?? 0;

  const islandSets = new Map<Island, IslandLines>();
  const has750 = { ua: false, ru: false };
  for (const island of fed) {
    const set = islandLines(island, { facts, lines, date, statuses, repair, splitSwitchyard });
    islandSets.set(island, set);
    has750[island] = SECTION_LINES[island].some(
      (id) => id.endsWith('_750') && set.inService.has(id),
    );
  }
  const onlyIsland = fed[0] ?? 'ua';
  const transformerAt = splitSwitchyard
    ? transformerSection(has750, { ua: sections.ua.units, ru: sections.ru.units })
    : onlyIsland;

  const running = splitTotal(split);
  const { bySection, onSiteMw, left } = balances(
    sections,
    fed,
    transformerAt,
    UNIT_COUNT - running,
    miningPercent,
  );
  const solved: SolvedIsland[] = [];
  const inService = new Set<string>();
  for (const island of fed) {
    const set = islandSets.get(island);
    const balance = bySection.get(island);
    if (!set || !balance) continue;
    const result = solveIsland(
      facts,
      statuses,
      sections[island],
      balance,
      set,
      transformerAt === island,
      splitSwitchyard,
    );
    solved.push(result);
    for (const id of set.inService) inService.add(id);
  }
  const contract = proposal.draw.contract ?? weights;
  const total = splitTotal(contract);
  const share = (r: Recipient) => (total > 0 ? contract[r] / total : 0);
  return {
    proposal: proposal.id,
    drawClass: proposal.draw.class,
    lines,
    unitsRunning: running,
    split,
    shares: { ua: share('ua'), us: share('us'), ru: share('ru') },
    miningPercent,
    usTo,
    unitIslands: assignUnits(split, usTo),
    islands: solved.map((s) => s.result),
    flows: solved.flatMap((s) => s.flows),
    totals: { ...left, onSite: onSiteMw },
    inService,
  };
}
