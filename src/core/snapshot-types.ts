/** What is true on the chosen date under the chosen proposal. Read-only for map, panels, present. */
import type { Licence, Loss, PondLevel, Proposal, Split, Truce } from './model';
import type {
  DrawClass,
  Island,
  LineSet,
  LineState,
  PhaseId,
  Recipient,
  ReservoirState,
  Side,
  UnitState,
} from './vocabulary';

export interface UnitStatus {
  n: number;
  state: UnitState;
  /** First day of the interval; null = since before the record. */
  since: string | null;
  approx: boolean;
  /** Russian operating licence issued by this day. */
  licence: Licence | null;
  sources: readonly string[];
}

export interface LineStatus {
  id: string;
  group: 'plant' | 'plant-link' | 'tie-crimea' | 'tie-russia' | 'grid';
  voltageKv: number;
  state: LineState;
  since: string | null;
  approx: boolean;
  /** Not firmly sourced and nothing newer found: shown as "last known". */
  lastKnown: boolean;
  /** Went out and came back on this day. */
  shortLoss: boolean;
  sources: readonly string[];
}

export interface OutsidePower {
  /** `lost`: no outside line at the end of the day. */
  state: 'on' | 'lost' | 'unknown';
  /** Ids of the plant's own lines in service, highest voltage first. */
  linesInService: readonly string[];
  /** The complete loss that lasts over this day. */
  loss: Loss | null;
  /** Days since that loss began; 0 on its first day and where there is none. */
  lossDays: number;
  /** Complete losses that began and ended on this day. */
  shortLosses: readonly Loss[];
  /** Complete losses so far. */
  soFar: LossCount;
  /** The state stands on facts that end before this day or are marked approximate. */
  lastKnown: boolean;
}

/** How many complete losses of outside power had begun by the end of a day. */
export interface LossCount {
  /** By the IAEA's count: the highest number of a loss by then. */
  counted: number;
  /** All numbers up to `counted` were matched to their days by this project. */
  matched: boolean;
  /** More losses fell in the month of the day, on days that are not known. */
  atLeast: boolean;
  /** Losses whose number is not known. */
  uncounted: number;
}

export interface Pond {
  /** Last level measured by this day. */
  level: PondLevel;
  /** Below the first level of June 2023, metres: as reported, else the difference. */
  dropMetres: number;
  /** Day of that first level. */
  since: string;
}

export interface PlaceControl {
  id: string;
  side: Side;
  since: string | null;
  approx: boolean;
}

export interface ContactLine {
  id: string;
  asOf: string;
  path: readonly (readonly [number, number])[];
}

/** MW on one element, as the solver gives it. */
export interface FlowRow {
  id: string;
  kind: 'line' | 'transformer';
  group: LineStatus['group'];
  island: Island;
  /** Signed: positive along the line's path (`from` → `to`). */
  mw: number;
  ratingMw: number;
  /** |mw| / rating. */
  loading: number;
  over: boolean;
  /** Plant's own lines, its transformer, ties to Crimea and Rostov: may be named and numbered. */
  monitored: boolean;
  /** Taken as in service for the model, whatever is recorded. */
  assumed: boolean;
  /** Recorded state on the date; null for transformers. */
  recorded: LineState | null;
  /** Contract shares of the section's output, summing to 1; empty when the plant only draws. */
  strands: readonly { recipient: Recipient; share: number }[];
}

export interface IslandResult {
  island: Island;
  /** Units running that feed this island. */
  units: number;
  /** Units in this section that are stopped and draw power. */
  stoppedUnits: number;
  /** Net output before use on site, MW; negative when the section only draws. */
  netMw: number;
  usedOnSiteMw: number;
  /** Offered to the island's lines, MW. */
  offeredMw: number;
  deliverableMw: number;
  nowhereMw: number;
  /** Monitored element that sets the limit; null when all that is offered fits. */
  binding: string | null;
  /**
   * Why nothing can leave: no line towards this island is in service, or its 330 kV lines are out
   * of the units' reach because the one transformer serves the other section. null = it can.
   */
  blocked: 'no-line' | 'no-transformer' | null;
  /** MW that the balancing bus takes (negative) or gives (positive). */
  slackMw: number;
  /** Loads and plants left without a connection to the island's balancing bus, MW. */
  unservedMw: number;
  strandedMw: number;
}

export interface ScenarioResult {
  proposal: string;
  drawClass: DrawClass;
  lines: LineSet;
  unitsRunning: number;
  /** Units by recipient among the running ones. */
  split: Split;
  /** Contract shares, 0 to 1. */
  shares: Record<Recipient, number>;
  miningPercent: number;
  usTo: Island;
  /** Island of each of the six units; null = stopped. */
  unitIslands: readonly (Island | null)[];
  islands: readonly IslandResult[];
  flows: readonly FlowRow[];
  /** MW per recipient offered, and used on site. */
  totals: Record<Recipient, number> & { onSite: number };
  /** Elements in service in this scenario, by id. */
  inService: ReadonlySet<string>;
}

export interface Snapshot {
  date: string;
  /** null before the record begins. */
  phase: PhaseId | null;
  units: readonly UnitStatus[];
  lines: ReadonlyMap<string, LineStatus>;
  outsidePower: OutsidePower;
  reservoir: { state: ReservoirState; since: string | null; approx: boolean };
  /** null = no level was measured by this day in the sources read. */
  pond: Pond | null;
  /** Wells that supply cooling water; null = none yet. */
  wells: { from: string; count: number } | null;
  /** The local ceasefire for repairs in force, and which one it is, from 1. */
  truce: { number: number; truce: Truce } | null;
  control: readonly PlaceControl[];
  contactLine: ContactLine | null;
  /** First day of the IAEA's permanent presence; null = not on site yet. */
  iaeaSince: string | null;
  /** Russian licence for the store of used fuel, issued by this day. */
  storeLicence: Licence | null;
  /** Ids of proposals reported by this date. */
  proposalsSoFar: readonly string[];
  proposal: Proposal | null;
  /** The chosen proposal had been reported by this date. */
  proposedYet: boolean;
  /** null when no proposal is chosen or nothing was said about power. */
  scenario: ScenarioResult | null;
}
