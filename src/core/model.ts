/**
 * The data contract: types and schema in one. `npm run check` and the tests run the schemas;
 * the app imports the types only, so no schema reaches a reader.
 *
 * Units: megawatts (Mw), kilovolts (Kv), kilometres (Km), ohms; dates are calendar days in
 * Europe/Kyiv as ISO strings; intervals are half-open, `from <= day < to`, `null` = open.
 * Facts hold no prose: words live in `data/text/<language>` under the same ids.
 */
import * as v from 'valibot';
import type { CoveredPart, PartialLanguage } from './vocabulary';
import {
  ARTICLES,
  CHAIN_ROLES,
  CLAIM_TOPICS,
  CONDITION_STATES,
  DRAW_CLASSES,
  EVENT_STATUSES,
  LEGAL_DATES,
  LINE_STATES,
  MINING_ROLES,
  PARTIES,
  PHASES,
  PROPOSAL_KINDS,
  PROPOSAL_STATUSES,
  RESERVOIR_STATES,
  SIDES,
  SOURCE_KINDS,
  SOURCE_LANGUAGES,
  SOURCE_STATES,
  STANCES,
  SUM_KINDS,
  TRACKS,
  UNIT_STATES,
  VERDICTS,
} from './vocabulary';

export const Id = v.pipe(v.string(), v.regex(/^[A-Za-z0-9][A-Za-z0-9_-]*$/, 'not an id'));
export const Day = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d{2}-\d{2}$/, 'not a date of the form YYYY-MM-DD'),
  v.check((s) => new Date(`${s}T00:00:00Z`).toJSON()?.slice(0, 10) === s, 'no such day'),
);
/** A source's own date: year, month or day, as far as it is known. */
const LooseDate = v.pipe(v.string(), v.regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, 'not a date'));
const Lon = v.pipe(v.number(), v.minValue(22), v.maxValue(41));
const Lat = v.pipe(v.number(), v.minValue(44), v.maxValue(52.5));
const Point = v.tuple([Lon, Lat]);
export const SourceIds = v.pipe(v.array(Id), v.minLength(1, 'names no source'));
const Share = v.nullable(v.pipe(v.number(), v.minValue(0), v.maxValue(1)));
export const Words = v.pipe(v.string(), v.trim(), v.minLength(1));

export const SourceSchema = v.strictObject({
  /** The outlet alone; whom it repeats stands in `relays`. */
  publisher: Words,
  /** In English or as on the page, whatever `lang` says. */
  title: Words,
  date: v.nullable(LooseDate),
  /** A page of the publisher's own, or null: a `copy` is named without a link. */
  url: v.nullable(v.pipe(v.string(), v.url())),
  kind: v.picklist(SOURCE_KINDS),
  /** Of the page that was read. */
  lang: v.picklist(SOURCE_LANGUAGES),
  /** Of the title, where it is not given in English. */
  titleLang: v.optional(v.picklist(SOURCE_LANGUAGES)),
  /**
   * Whose government owns or funds the outlet and directs what it writes, where that is well known
   * and undisputed; not for `official`, nor for publicly funded outlets with a newsroom of their own.
   */
  state: v.optional(v.picklist(SOURCE_STATES)),
  /** false: quoted elsewhere, the page itself was not read. */
  read: v.boolean(),
  /** Outlets or bodies whose report it repeats, "; " between them. */
  relays: v.optional(Words),
  /** Where a copy was read: an entry of data/copy-hosts.json. */
  copyAt: v.optional(Words),
  note: v.optional(Words),
  licence: v.optional(Words),
});
export type Source = v.InferOutput<typeof SourceSchema>;
export const SourcesSchema = v.record(Id, SourceSchema);

/** A host of copies, or a part of a host that many share (`github.com/owner/repository`). */
export const CopyHostSchema = v.pipe(
  v.string(),
  v.regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+(\/[\w.-]+)*$/i, 'not a host'),
);

const intervalOf = <const T extends readonly [string, ...string[]]>(states: T) =>
  v.strictObject({
    from: v.nullable(Day),
    to: v.nullable(Day),
    state: v.picklist(states),
    /** Day or state not firmly sourced. */
    approx: v.optional(v.literal(true)),
    /** `from` is known to the month only and stands on its first day. */
    month: v.optional(v.literal(true)),
    sources: SourceIds,
  });

export const LineIntervalSchema = intervalOf(LINE_STATES);
export type LineInterval = v.InferOutput<typeof LineIntervalSchema>;
export const UnitIntervalSchema = intervalOf(UNIT_STATES);
export type UnitInterval = v.InferOutput<typeof UnitIntervalSchema>;

/** A loss that began and ended on one day: a mark on that day, not the day's state. */
export const ShortLossSchema = v.strictObject({
  date: Day,
  approx: v.optional(v.literal(true)),
  sources: SourceIds,
});
export type ShortLoss = v.InferOutput<typeof ShortLossSchema>;

const UnitNumber = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(6));

/**
 * What an event tells of the record: the state from the day `at` on (until before `until`), as the
 * histories of lines, plant and control hold it.
 */
export const EffectSchema = v.union([
  v.strictObject({
    line: Id,
    state: v.picklist(LINE_STATES),
    at: Day,
    until: v.optional(Day),
  }),
  v.strictObject({
    unit: UnitNumber,
    state: v.picklist(UNIT_STATES),
    at: Day,
    until: v.optional(Day),
  }),
  v.strictObject({ reservoir: v.picklist(RESERVOIR_STATES), at: Day }),
  /** Level of the cooling pond, metres. */
  v.strictObject({ pond: v.number(), at: Day }),
  /** Number of wells that supply cooling water. */
  v.strictObject({ wells: v.number(), at: Day }),
  v.strictObject({ truce: v.literal('local'), at: Day, until: Day }),
  /** Issued by Russia’s regulator. */
  v.strictObject({ licence: v.union([UnitNumber, v.literal('fuel-store')]), at: Day }),
  v.strictObject({ iaea: v.literal('on-site'), at: Day }),
  v.strictObject({ place: Id, side: v.picklist(SIDES), at: Day }),
]);
export type Effect = v.InferOutput<typeof EffectSchema>;

export const EventSchema = v.strictObject({
  id: Id,
  date: Day,
  precision: v.picklist(['day', 'month']),
  end: v.optional(Day),
  track: v.picklist(TRACKS),
  importance: v.picklist([1, 2, 3]),
  status: v.picklist(EVENT_STATUSES),
  /** `name` is a key of text `eventPlaces`. */
  place: v.optional(v.strictObject({ name: Id, at: Point })),
  effects: v.optional(v.array(EffectSchema)),
  /** The complete loss of off-site power that this event begins. */
  loss: v.optional(Id),
  /** Said or done more than once: its title alone does not tell which time is meant. */
  repeated: v.optional(v.literal(true)),
  /** About violence against persons: left out of play and present mode. */
  violence: v.optional(v.literal(true)),
  /** Written by this project from the sources named, not a statement by any party. */
  ownSummary: v.optional(v.literal(true)),
  proposals: v.optional(v.array(Id)),
  sources: SourceIds,
});
export type PlantEvent = v.InferOutput<typeof EventSchema>;

/** A complete loss of off-site power. `number` is the IAEA's; null where it is not known. */
export const LossSchema = v.strictObject({
  id: Id,
  number: v.nullable(v.pipe(v.number(), v.integer())),
  /** The number was matched to this date by this project, not named by the IAEA for it. */
  matched: v.optional(v.literal(true)),
  from: Day,
  /** Day on which outside power came back; null where it is not known. Same day = short loss. */
  to: v.nullable(Day),
  approx: v.optional(v.literal(true)),
  /** The day is not known: `from` stands on the first of the month. */
  month: v.optional(v.literal(true)),
  minutes: v.optional(v.tuple([v.number(), v.number()])),
  /** What fed the plant's own needs meanwhile. */
  supply: v.picklist(['diesels', 'unit', 'standby-line']),
  sources: SourceIds,
});
export type Loss = v.InferOutput<typeof LossSchema>;

/** A named period of the record, up to the day on which the next one begins. */
export const PhaseSchema = v.strictObject({
  id: v.picklist(PHASES),
  from: Day,
  /** The event it begins with; null for the first, which begins with the record. */
  event: v.nullable(Id),
});
export interface Phase extends v.InferOutput<typeof PhaseSchema> {
  /** First day of the next phase; null = to the end of the record. */
  to: string | null;
}

const StanceSchema = v.strictObject({
  stance: v.picklist(STANCES),
  asOf: v.nullable(Day),
  inferred: v.optional(v.literal(true)),
});
export type Stance = v.InferOutput<typeof StanceSchema>;

export const Units = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(6));
export const SplitSchema = v.strictObject({ ua: Units, us: Units, ru: Units });
export type Split = v.InferOutput<typeof SplitSchema>;

export const ProposalSchema = v.strictObject({
  id: Id,
  kind: v.picklist(PROPOSAL_KINDS),
  status: v.picklist(PROPOSAL_STATUSES),
  firstReported: Day,
  lastReported: Day,
  proposedBy: v.array(v.picklist([...PARTIES, 'eu', 'tr', 'un', 'press'])),
  /** Publishers that carried it, by name. */
  reportedBy: v.array(Words),
  /** Shares of ownership, 0 to 1; null = not stated. */
  governance: v.strictObject({ ua: Share, us: Share, ru: Share }),
  /** Shares of the electricity, 0 to 1; null = not stated. */
  power: v.strictObject({ ua: Share, us: Share, ru: Share }),
  mining: v.picklist(MINING_ROLES),
  draw: v.strictObject({
    class: v.picklist(DRAW_CLASSES),
    /** Units by who may use their power, out of six, at the defaults; absent for class `none`. */
    split: v.optional(SplitSchema),
    /** Splits between which the reader may move; absent = any split of six. */
    span: v.optional(v.array(SplitSchema)),
    /** Contract shares where they differ from who may use the power. */
    contract: v.optional(SplitSchema),
    /** Per cent of net output used on site by default. */
    miningPercent: v.optional(v.number()),
  }),
  /** Destinations named in reports; keys of text `destinations`. */
  destinations: v.array(
    v.strictObject({ to: Id, share: Share, basis: v.picklist(['stated', 'inferred']) }),
  ),
  stances: v.strictObject({
    ua: StanceSchema,
    ru: StanceSchema,
    us: StanceSchema,
    iaea: StanceSchema,
  }),
  /** The proposals it answers or replaces. */
  follows: v.optional(v.array(Id)),
  /** What would have to be true, and which of the obstacle's findings holds for this proposal. */
  obstacles: v.array(v.strictObject({ id: Id, finding: Id })),
  sources: SourceIds,
});
export type Proposal = v.InferOutput<typeof ProposalSchema>;

export const FindingSchema = v.strictObject({
  id: Id,
  /** `model`: decided by the scenario, under the reader's assumptions. */
  state: v.picklist([...CONDITION_STATES, 'model']),
  /** Last report it rests on; `unknown`: how far was searched; null for `model` only. */
  asOf: v.nullable(Day),
  /** Where they are not those of the obstacle. */
  sources: v.optional(SourceIds),
});
export type Finding = v.InferOutput<typeof FindingSchema>;

export const ObstacleSchema = v.strictObject({
  id: Id,
  kind: Id,
  namedInArticles: v.boolean(),
  /** Key days of a law, a vote or a claim of ownership. */
  dated: v.optional(
    v.pipe(
      v.strictObject({
        as: v.picklist(LEGAL_DATES),
        days: v.pipe(v.array(LooseDate), v.minLength(1, 'has no day')),
        /** Last day in force. */
        until: v.optional(Day),
      }),
      v.check(
        ({ days, until }) => !until || days.every((day) => day < until),
        'ends before it began',
      ),
    ),
  ),
  sources: SourceIds,
  /** Shared among proposals, so that equal situations get equal verdicts. */
  findings: v.pipe(v.array(FindingSchema), v.minLength(1, 'has no finding')),
});
export type Obstacle = v.InferOutput<typeof ObstacleSchema>;

/** An article whose statements were checked; published about `from` to `to`. */
export const ArticleSchema = v.strictObject({
  id: v.picklist(ARTICLES),
  from: Day,
  to: Day,
  /** Where its text was read, in whole or in part; absent = not read, so it has no quotations. */
  sources: v.optional(SourceIds),
});
export type Article = v.InferOutput<typeof ArticleSchema>;

export const ClaimSchema = v.strictObject({
  id: Id,
  /** Where it was made. */
  articles: v.pipe(v.array(v.picklist(ARTICLES)), v.minLength(1, 'names no article')),
  verdict: v.picklist(VERDICTS),
  topic: v.picklist(CLAIM_TOPICS),
  /** The article whose own words stand in the words under `quote`; absent = they were not read. */
  quote: v.optional(v.picklist(ARTICLES)),
  /** The evidence holds a calculation, which stands in the words under `sum`. */
  sum: v.optional(v.picklist(SUM_KINDS)),
  events: v.optional(v.array(Id)),
  proposals: v.optional(v.array(Id)),
  sources: SourceIds,
});
export type Claim = v.InferOutput<typeof ClaimSchema>;

const Megawatts = v.pipe(v.number(), v.gtValue(0, 'is not above 0'));

const PrecedentPowerSchema = v.strictObject({
  /** MW; first stage and limit where a plan names both. */
  mw: v.union([
    Megawatts,
    v.pipe(
      v.tuple([Megawatts, Megawatts]),
      v.check(([low, high]) => low < high, 'does not rise'),
    ),
  ]),
  is: v.optional(v.picklist(['about', 'over'])),
  /** Named as a plan; that it was built is not known. */
  plan: v.optional(v.literal(true)),
});
export type PrecedentPower = v.InferOutput<typeof PrecedentPowerSchema>;

export const MiningSchema = v.strictObject({
  numbers: v.array(
    v.strictObject({
      id: Id,
      value: v.nullable(v.union([v.number(), Day, v.tuple([v.number(), v.number()])])),
      unit: Words,
      date: v.nullable(v.union([LooseDate, v.literal('protocol')])),
      kind: v.picklist(['read', 'calculated', 'unverified']),
      sources: SourceIds,
    }),
  ),
  machines: v.array(
    v.strictObject({
      id: Id,
      name: Words,
      hashrateThs: v.number(),
      powerW: v.number(),
      efficiencyJth: v.number(),
      year: v.number(),
      /** Shown before the list of all. */
      upFront: v.optional(v.literal(true)),
      /** Power worked out from hash rate and efficiency. */
      powerCalculated: v.optional(v.literal(true)),
      waterCooled: v.optional(v.literal(true)),
      /** Id of the number that states its price. */
      price: v.optional(Id),
      sources: SourceIds,
    }),
  ),
  /** The research's own worked scenarios, held against `src/core/mining.ts` by a test. */
  scenarios: v.array(
    v.strictObject({
      units: v.number(),
      netMw: v.number(),
      machine: Id,
      overhead: v.number(),
      networkEhs: v.number(),
      networkDate: Day,
      machines: v.number(),
      hashrateEhs: v.number(),
      shareAddedPercent: v.number(),
      btcPerDay: v.number(),
      breakEvenBeforeUsdMwh: v.number(),
      breakEvenAfterUsdMwh: v.number(),
      hashPriceUsdPhDay: v.number(),
    }),
  ),
  /** Obstacles and claims about the law where the plant stands; ids only, their facts stand there. */
  law: v.array(
    v.strictObject({ id: Id, finding: v.optional(Id), claims: v.optional(v.array(Id)) }),
  ),
  precedents: v.array(
    v.strictObject({
      id: Id,
      /** Of its figures. */
      asOf: LooseDate,
      /** Absent = no source read gives one. */
      power: v.optional(v.pipe(v.array(PrecedentPowerSchema), v.minLength(1, 'has no figure'))),
      /** Share of the world’s hash rate. */
      networkPercent: v.optional(v.number()),
      claims: v.optional(v.array(Id)),
      sources: SourceIds,
    }),
  ),
  /** How the story travelled. A step stands below those that it comes from. */
  chain: v.array(
    v.strictObject({
      id: Id,
      role: v.picklist(CHAIN_ROLES),
      date: LooseDate,
      until: v.optional(LooseDate),
      approx: v.optional(v.literal(true)),
      /** Steps whose words are found again in this one; for silence: what nobody confirmed. */
      from: v.array(Id),
      /** What it added, left out and kept of earlier additions: keys of text `chainMarks`. */
      added: v.optional(v.array(Id)),
      dropped: v.optional(v.array(Id)),
      carried: v.optional(v.array(Id)),
      claims: v.optional(v.array(Id)),
      sources: SourceIds,
    }),
  ),
  /** What the two articles ask or hold without a fact to check. */
  openQuestions: v.array(
    v.strictObject({
      id: Id,
      publisher: v.picklist(ARTICLES),
      kind: v.picklist(['question', 'opinion']),
    }),
  ),
});
export type Mining = v.InferOutput<typeof MiningSchema>;
export type ChainStep = Mining['chain'][number];
export type Precedent = Mining['precedents'][number];
export type MiningMachine = Mining['machines'][number];
export type MiningNumber = Mining['numbers'][number];

const LicenceSchema = v.strictObject({ date: Day, sources: SourceIds });
/** Issued by Russia’s regulator. */
export type Licence = v.InferOutput<typeof LicenceSchema>;

export const PondLevelSchema = v.strictObject({
  date: Day,
  metres: v.number(),
  /** How far below June 2023, metres, where the source says so. */
  dropMetres: v.optional(v.number()),
  /** `metres` follows from the reported drop. */
  approx: v.optional(v.literal(true)),
  sources: SourceIds,
});
export type PondLevel = v.InferOutput<typeof PondLevelSchema>;

export const TruceSchema = v.strictObject({
  from: Day,
  /** The day after the one on which the repair was reported done. */
  to: Day,
  /** That day, or the end of the truce with it, is not firmly sourced. */
  approx: v.optional(v.literal(true)),
  sources: SourceIds,
});
/** A local ceasefire for repairs, arranged by the IAEA. */
export type Truce = v.InferOutput<typeof TruceSchema>;

export const PlantSchema = v.strictObject({
  /** Label point in the reactor row, rounded to 0.01 degrees. */
  at: Point,
  units: v.pipe(
    v.array(
      v.strictObject({
        n: UnitNumber,
        grossMw: v.number(),
        netMw: v.number(),
        gridYear: v.number(),
        /** For capacity and year. */
        sources: SourceIds,
        russianLicence: v.optional(LicenceSchema),
        history: v.array(UnitIntervalSchema),
      }),
    ),
    v.length(6),
  ),
  /** Draw of one stopped unit from the grid. */
  stoppedUnitMw: v.number(),
  houseLoad: v.strictObject({
    measuredMw: v.tuple([v.number(), v.number()]),
    from: Day,
    to: Day,
    sources: SourceIds,
  }),
  /** Assumption for energy per year, 0 to 1. */
  capacityFactor: v.number(),
  outputLimits: v.array(
    v.strictObject({ lines750: v.number(), limitMw: v.number(), sources: SourceIds }),
  ),
  reservoir: v.array(intervalOf(RESERVOIR_STATES)),
  /** Measured levels of the cooling pond, in order of their days. */
  pondLevels: v.array(PondLevelSchema),
  wells: v.strictObject({
    /** How many worked from a day on. */
    history: v.array(v.strictObject({ from: Day, count: v.number(), sources: SourceIds })),
    /** Of all together. */
    m3PerHour: v.number(),
    sprinklerPonds: v.number(),
    sources: SourceIds,
  }),
  diesels: v.strictObject({ count: v.number(), otherCount: v.number(), sources: SourceIds }),
  /** Day on which the IAEA's permanent presence on site began. */
  iaeaPresence: v.strictObject({ from: Day, sources: SourceIds }),
  truces: v.array(TruceSchema),
  /** For the store of used fuel at the plant. */
  storeLicence: LicenceSchema,
});
export type Plant = v.InferOutput<typeof PlantSchema>;

const NodeSchema = v.strictObject({
  id: Id,
  kind: v.picklist(['nuclear', 'thermal', 'hydro', 'substation', 'city-load', 'boundary']),
  /** Rounded to 0.01 degrees on purpose. */
  at: Point,
  voltagesKv: v.array(v.number()),
  capacityMw: v.nullable(v.number()),
  /** Estimated peak demand at the node, MW; absent where none was set. */
  peakLoadMw: v.optional(v.number()),
  sources: SourceIds,
});
export type GridNode = v.InferOutput<typeof NodeSchema>;

export const LINE_GROUPS = ['plant', 'plant-link', 'tie-crimea', 'tie-russia', 'grid'] as const;

const LineSchema = v.strictObject({
  id: Id,
  from: Id,
  to: Id,
  /** `plant` and ties are monitored and may carry numbers; `grid` is unnamed context. */
  group: v.picklist(LINE_GROUPS),
  voltageKv: v.picklist([220, 330, 500, 750]),
  lengthKm: v.number(),
  circuits: v.number(),
  ratingMw: v.number(),
  xOhmPerKm: v.number(),
  inModel: v.boolean(),
  /** In `buses` for lines in the model; other lines name node and voltage alike. */
  fromBus: Id,
  toBus: Id,
  path: v.pipe(v.array(Point), v.minLength(2)),
  pathKind: v.picklist(['surveyed', 'approximate', 'schematic']),
  history: v.array(LineIntervalSchema),
  shortLosses: v.array(ShortLossSchema),
  sources: SourceIds,
});
export type GridLine = v.InferOutput<typeof LineSchema>;

const TransformerSchema = v.strictObject({
  id: Id,
  hvBus: Id,
  lvBus: Id,
  units: v.number(),
  mvaEach: v.number(),
  xPuOwnBase: v.number(),
  ratingMw: v.number(),
});
export type Transformer = v.InferOutput<typeof TransformerSchema>;

export const GridSchema = v.strictObject({
  nodes: v.array(NodeSchema),
  lines: v.array(LineSchema),
  buses: v.array(v.strictObject({ id: Id, node: Id, kv: v.number() })),
  transformers: v.array(TransformerSchema),
  topologies: v.array(v.strictObject({ id: Id, inService: v.array(Id) })),
  /** Loads by region; without sources = an estimate of this project. */
  loads: v.array(
    v.strictObject({ id: Id, mw: v.number(), year: v.number(), sources: v.array(Id) }),
  ),
  /** Number of statements in text `gridAssumptions`. */
  assumptions: v.array(Id),
});
export type Grid = v.InferOutput<typeof GridSchema>;

/** Solved cases with a second, independent solver's flows. a1, b2 and c1 give the base injections. */
export const ReferenceCaseSchema = v.strictObject({
  id: Id,
  slackBus: Id,
  inService: v.array(Id),
  outOfService: v.array(Id),
  injectionsMw: v.record(Id, v.number()),
  slackInjectionMw: v.number(),
  flowsMw: v.record(Id, v.number()),
  overRating: v.array(Id),
});
export type ReferenceCase = v.InferOutput<typeof ReferenceCaseSchema>;

export const PlaceSchema = v.strictObject({
  id: Id,
  kind: v.picklist(['city', 'town', 'village', 'region', 'water']),
  at: Point,
  /** 1 = label from zoom 6, 2 from 7, 3 from 9, 4 from 10. */
  rank: v.picklist([1, 2, 3, 4]),
  /** Before the day `until` the label reads text `places` under the key `name`. */
  before: v.optional(v.strictObject({ name: Id, until: Day })),
});
export type Place = v.InferOutput<typeof PlaceSchema>;

export const ControlSchema = v.strictObject({
  places: v.array(
    v.strictObject({
      id: Id,
      at: Point,
      rank: v.picklist([1, 2, 3, 4]),
      history: v.array(intervalOf(SIDES)),
    }),
  ),
  /** Coarse, dated, derived from the places; absent between the recorded spans. */
  contactLine: v.array(
    v.strictObject({
      id: Id,
      from: Day,
      to: v.nullable(Day),
      asOf: Day,
      path: v.array(Point),
      sources: SourceIds,
    }),
  ),
  statements: v.array(
    v.strictObject({
      id: Id,
      from: Day,
      to: v.nullable(Day),
      approx: v.boolean(),
      sources: SourceIds,
    }),
  ),
});
export type Control = v.InferOutput<typeof ControlSchema>;

/** All facts, as the app holds them. */
/** Texts of one partial language that are there, against the English ones, by part of the record. */
export interface Coverage {
  lang: PartialLanguage;
  parts: readonly { part: CoveredPart; have: number; of: number }[];
}

export interface Facts {
  sources: Record<string, Source>;
  events: PlantEvent[];
  losses: Loss[];
  /** Contiguous from FIRST_DATE on. */
  phases: readonly Phase[];
  proposals: Proposal[];
  obstacles: Obstacle[];
  articles: Article[];
  claims: Claim[];
  mining: Mining;
  plant: Plant;
  grid: Grid;
  /** Bus injections in MW without the plant's output, by case id (a1, b2, c1). */
  baseInjections: Record<string, Record<string, number>>;
  places: Place[];
  control: Control;
  /** Ids of the guided stories, in the order in which they are offered (src/core/story.ts). */
  stories: readonly string[];
  coverage: readonly Coverage[];
}

// Words ---------------------------------------------------------------------------------------

const Versions = v.array(v.strictObject({ who: Words, says: Words }));

export const EventWordsSchema = v.strictObject({
  title: Words,
  summary: v.optional(Words),
  versions: v.optional(Versions),
  certainty: v.optional(Words),
  /** What was reported of radiation, where a source of the event says so. */
  radiation: v.optional(Words),
});
export type EventWords = v.InferOutput<typeof EventWordsSchema>;

export const ProposalWordsSchema = v.strictObject({
  name: Words,
  /** At most 28 characters, for columns and tables. */
  short: Words,
  summary: v.optional(Words),
  /** Who would own and run it, who would get the power: one line each. */
  governance: v.optional(Words),
  power: v.optional(Words),
  operator: v.optional(Words),
  direction: v.optional(Words),
  mining: v.optional(Words),
  conditions: v.optional(v.array(Words)),
  contradictions: v.optional(Words),
  /** "… when last reported, DATE" in one line. */
  status: v.optional(Words),
  dateNote: v.optional(Words),
  /** For class `none`: one sentence why nothing is drawn. For spans: what the ends mean. */
  drawNote: v.optional(Words),
  /** One visible line of reason for each stance. */
  stances: v.optional(v.strictObject({ ua: Words, ru: Words, us: Words, iaea: Words })),
});
export type ProposalWords = v.InferOutput<typeof ProposalWordsSchema>;

export const ClaimWordsSchema = v.strictObject({
  claim: Words,
  /** A few of the article's own words, without quotation marks. */
  quote: v.optional(Words),
  /** Two sentences at most. */
  evidence: v.optional(Words),
  /** Lines of the calculation, "left = right" with units, or a note that has no equals sign. */
  sum: v.optional(v.pipe(v.array(Words), v.minLength(1))),
});
export type ClaimWords = v.InferOutput<typeof ClaimWordsSchema>;

export const ObstacleWordsSchema = v.strictObject({
  title: Words,
  text: v.optional(Words),
  /** What would have to be true, in one short line without full stop. */
  condition: v.optional(Words),
  /** Why, by finding: dated and attributed. */
  findings: v.optional(v.record(Id, Words)),
});
export type ObstacleWords = v.InferOutput<typeof ObstacleWordsSchema>;

export const MiningWordsSchema = v.strictObject({
  numbers: v.record(Id, v.strictObject({ label: Words, note: v.optional(Words) })),
  precedents: v.record(Id, v.strictObject({ country: Words, text: Words })),
  chain: v.record(Id, v.strictObject({ who: Words, what: Words, note: v.optional(Words) })),
  /** What a step of the chain added, left out or kept: in two or three words, and in a sentence. */
  chainMarks: v.record(Id, v.strictObject({ short: Words, text: Words })),
  openQuestions: v.record(Id, Words),
});
export type MiningWords = v.InferOutput<typeof MiningWordsSchema>;

export const GridWordsSchema = v.strictObject({
  /** Full and short names: "Dniprovska substation", "Dniprovska". */
  nodes: v.record(Id, v.strictObject({ name: Words, short: Words })),
  /** Named lines only: the plant's own and the ties. `to` completes "line …": "north, to …". */
  lines: v.record(Id, v.strictObject({ name: Words, direction: v.optional(Words) })),
  assumptions: v.record(Id, Words),
  loads: v.record(Id, Words),
});
export type GridWords = v.InferOutput<typeof GridWordsSchema>;

export const NamesSchema = v.record(Id, Words);

/** `forms`: the term as texts have it, a `*` for any ending; without them no text is marked. */
export const GlossaryEntrySchema = v.strictObject({
  term: Words,
  text: Words,
  forms: v.optional(v.array(Words)),
});
export type GlossaryEntry = v.InferOutput<typeof GlossaryEntrySchema>;

/** All words of one language. Optional parts fall back to English, marked with `lang`. */
export interface LanguageWords {
  ui: Record<string, string>;
  events: Record<string, EventWords>;
  proposals: Record<string, ProposalWords>;
  claims: Record<string, ClaimWords>;
  obstacles: Record<string, ObstacleWords>;
  mining: MiningWords;
  grid: GridWords;
  places: Record<string, string>;
  eventPlaces: Record<string, string>;
  destinations: Record<string, string>;
  contactLine: Record<string, string>;
  glossary: Record<string, GlossaryEntry>;
}
