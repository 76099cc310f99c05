/**
 * Which elements each island has in service: the table "Line sets per island" of the model.
 * Elements are lines and transformers, by id.
 */
import { perObject } from './cache';
import type { Facts, GridLine } from './model';
import type { LineStatus } from './snapshot-types';
import type { Island, LineSet } from './vocabulary';

/** The plant's ten lines by the section of the split switchyard that they leave from. */
export const SECTION_LINES: Record<Island, readonly string[]> = {
  ua: [
    'l_znpp_dnip_750',
    'l_znpp_zap_750',
    'l_zates_feros_330',
    'l_zates_nikop_330',
    'l_zates_zap_330',
  ],
  ru: [
    'l_znpp_kakh_750',
    'l_znpp_pdon_750',
    'l_zates_molo_330',
    'l_zates_meli_330',
    'l_zates_kakh_330',
  ],
};

/** Lines that `lines=repaired` puts back; each has a switch (`repair=`). */
export const REPAIRABLE: Record<Island, readonly string[]> = {
  ua: SECTION_LINES.ua,
  ru: ['l_znpp_kakh_750', 'l_znpp_pdon_750'],
};

export const PLANT_BUSES = ['znpp_750', 'znpp_330', 'zates_330'] as const;
export const PLANT_TRANSFORMER = 't_znpp';
export const PLANT_LINK = 'l_znpp_zates_330';
/** The one transformer and its link to the thermal plant's switchyard. */
export const TRANSFORMER_CHAIN = [PLANT_TRANSFORMER, PLANT_LINK] as const;

const PREWAR_TOPOLOGY = 'prewar_2021-2022';
const UA_TOPOLOGY = 'ua_2026-03-05';
const RU_330_TOPOLOGY = 'ru_2026_330';
const RU_750_TOPOLOGY = 'ru_750_repaired';
const SLACK_BUS: Record<Island, string> = { ua: 'west_ua_330', ru: 'rostovska_500' };
/** Records of the grid that are named in these rules; the data check asks for each. */
export const NAMED_RECORDS = {
  topologies: [PREWAR_TOPOLOGY, UA_TOPOLOGY, RU_330_TOPOLOGY, RU_750_TOPOLOGY],
  cases: ['a1', 'b2', 'c1'],
  buses: [...PLANT_BUSES, SLACK_BUS.ua, SLACK_BUS.ru],
} as const;
/** Day of the capture: from here on the southern grid no longer belongs to Ukraine's topology. */
const CAPTURE = '2022-03-04';
/** From this year on a plant line of unknown state counts as out on Ukraine's side. */
const UNKNOWN_IS_OUT_FROM = '2023-01-01';
/** Days from which the rules themselves ask otherwise of the same states. */
export const LINE_RULE_TURNS = [CAPTURE, UNKNOWN_IS_OUT_FROM] as const;

export interface IslandLines {
  inService: Set<string>;
  /** Reference case that gives the loads and the other plants' output. */
  base: (typeof NAMED_RECORDS.cases)[number];
  slackBus: string;
  /** Elements taken as in service although their state on the date is not known. */
  assumed: Set<string>;
}

interface ElementEnds {
  fromBus: string;
  toBus: string;
}

/** Bus ends of every line and transformer, by id. */
export const elementEnds = perObject((facts: Facts): Map<string, ElementEnds> => {
  const ends = new Map<string, ElementEnds>();
  for (const line of facts.grid.lines) ends.set(line.id, line);
  for (const t of facts.grid.transformers) ends.set(t.id, { fromBus: t.hvBus, toBus: t.lvBus });
  return ends;
});

function topology(facts: Facts, id: string): Set<string> {
  const found = facts.grid.topologies.find((t) => t.id === id);
  if (!found) throw new RangeError(`grid: no topology ${id}`);
  return new Set(found.inService);
}

function busesOf(elements: Iterable<string>, ends: Map<string, ElementEnds>): Set<string> {
  const buses = new Set<string>();
  for (const id of elements) {
    const end = ends.get(id);
    if (end) buses.add(end.fromBus).add(end.toBus);
  }
  return buses;
}

/** Buses of the occupied south, Crimea and Donbas: all of Russia's island but the plant itself. */
const occupiedBuses = perObject((facts: Facts): Set<string> => {
  const buses = busesOf(topology(facts, RU_750_TOPOLOGY), elementEnds(facts));
  for (const bus of PLANT_BUSES) buses.delete(bus);
  return buses;
});

const plantLines = (facts: Facts): GridLine[] =>
  facts.grid.lines.filter((line) => line.group === 'plant');

/** A plant line counts only where its far end belongs to the island's grid. */
function reaches(line: GridLine, gridBuses: ReadonlySet<string>): boolean {
  const far = (PLANT_BUSES as readonly string[]).includes(line.fromBus) ? line.toBus : line.fromBus;
  return gridBuses.has(far);
}

interface LineSetInput {
  facts: Facts;
  lines: LineSet;
  date: string;
  statuses: ReadonlyMap<string, LineStatus>;
  repair: readonly string[] | null;
  /** Both islands are fed, so each section keeps its own lines only. */
  splitSwitchyard: boolean;
}

const switchedOn = (id: string, repair: readonly string[] | null): boolean =>
  repair === null || repair.includes(id);

function ukraineLines(input: LineSetInput, feedsRussia: boolean): IslandLines {
  const { facts, lines, date, statuses, repair } = input;
  const ends = elementEnds(facts);
  const prewar = lines === 'prewar' || (lines === 'asof' && date < CAPTURE);
  const elements = topology(facts, prewar ? PREWAR_TOPOLOGY : UA_TOPOLOGY);
  if (prewar && feedsRussia) {
    const occupied = occupiedBuses(facts);
    for (const id of [...elements]) {
      const end = ends.get(id);
      if (end && (occupied.has(end.fromBus) || occupied.has(end.toBus))) elements.delete(id);
    }
  }
  const assumed = new Set<string>();
  if (lines !== 'prewar') {
    const own = plantLines(facts);
    for (const line of own) elements.delete(line.id);
    const gridBuses = busesOf(elements, ends);
    for (const line of own) {
      const state = statuses.get(line.id)?.state ?? 'unknown';
      const unknownCounts = state === 'unknown' && date < UNKNOWN_IS_OUT_FROM;
      const on =
        lines === 'repaired'
          ? REPAIRABLE.ua.includes(line.id) && switchedOn(line.id, repair)
          : state === 'in' || unknownCounts;
      if (!on || !reaches(line, gridBuses)) continue;
      elements.add(line.id);
      if (lines === 'asof' && unknownCounts) assumed.add(line.id);
    }
  }
  return { inService: elements, base: prewar ? 'a1' : 'b2', slackBus: SLACK_BUS.ua, assumed };
}

function russiaLines(input: LineSetInput): IslandLines {
  const { facts, lines, statuses, repair } = input;
  const elements = topology(facts, lines === 'asof' ? RU_330_TOPOLOGY : RU_750_TOPOLOGY);
  if (lines === 'repaired') {
    for (const id of REPAIRABLE.ru) if (!switchedOn(id, repair)) elements.delete(id);
  }
  const assumed = new Set<string>();
  for (const id of SECTION_LINES.ru) {
    const switchable = lines !== 'asof' && REPAIRABLE.ru.includes(id);
    if (elements.has(id) && !switchable && statuses.get(id)?.state !== 'in') assumed.add(id);
  }
  return { inService: elements, base: 'c1', slackBus: SLACK_BUS.ru, assumed };
}

/** Elements of one island in service under the line set. */
export function islandLines(island: Island, input: LineSetInput): IslandLines {
  const result = island === 'ua' ? ukraineLines(input, input.splitSwitchyard) : russiaLines(input);
  if (input.lines === 'asof') {
    const link = input.statuses.get(PLANT_LINK)?.state;
    if (link === 'out') for (const id of TRANSFORMER_CHAIN) result.inService.delete(id);
    else if (link === 'unknown' && result.inService.has(PLANT_LINK)) result.assumed.add(PLANT_LINK);
  }
  if (input.splitSwitchyard) {
    const other = island === 'ua' ? 'ru' : 'ua';
    for (const id of SECTION_LINES[other]) result.inService.delete(id);
  }
  return result;
}

/**
 * The section that has the one transformer chain: the one without a 750 kV line in service; if
 * both have one, Ukraine's; if neither has, the one with more units, on a tie Russia's, whose
 * lines start at the thermal plant.
 */
export function transformerSection(
  has750: Record<Island, boolean>,
  units: Record<Island, number>,
): Island {
  if (has750.ua && has750.ru) return 'ua';
  if (has750.ua) return 'ru';
  if (has750.ru) return 'ua';
  return units.ua > units.ru ? 'ua' : 'ru';
}
