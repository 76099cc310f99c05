/**
 * The facts as the cross-checks see them: only records whose shape is right (the others are
 * refused by their shape already), and the ids of all, so that one slip is named once.
 */
import * as v from 'valibot';
import type { Correction, Decision, Unverified } from '../../src/core/method';
import type {
  Article,
  Claim,
  Control,
  GridLine,
  GridNode,
  Loss,
  Mining,
  Obstacle,
  Phase,
  Place,
  Plant,
  PlantEvent,
  Proposal,
  ReferenceCase,
  Source,
  Transformer,
} from '../../src/core/model';
import type { StoryFacts } from '../../src/core/story';
import type { Language } from '../../src/core/vocabulary';
import type { Bundle } from './bundle';
import { FILE_SHAPES, type NotUsed, STORY_FILE, shapeOf } from './files';
import { isObject } from './shapes';

/** Raw words of one file; values are whatever the file holds. */
export type WordTable = Record<string, unknown>;

export interface Data {
  sources: Record<string, Source>;
  /** Hosts at which only copies stand. */
  copyHosts: string[];
  events: PlantEvent[];
  losses: Loss[];
  phases: Omit<Phase, 'to'>[];
  proposals: Proposal[];
  obstacles: Obstacle[];
  articles: Article[];
  claims: Claim[];
  mining: Mining | null;
  plant: Plant | null;
  control: Control | null;
  nodes: GridNode[];
  lines: GridLine[];
  buses: { id: string; node: string; kv: number }[];
  transformers: Transformer[];
  topologies: { id: string; inService: string[] }[];
  loads: { id: string }[];
  assumptions: string[];
  cases: ReferenceCase[];
  places: Place[];
  decisions: Decision[];
  unverified: Unverified[];
  corrections: Correction[];
  notUsed: NotUsed[];
  /** File → story, those of right shape only. */
  stories: Map<string, StoryFacts>;
  /** Records of a list, badly shaped ones included. */
  raw(file: string): Record<string, unknown>[];
  /** All ids of a file, badly shaped records included. */
  ids(file: string): Set<string>;
  /** Words of data/text/<lang>/<name>.json, or of one section of it. */
  words(lang: Language, name: string, section?: string): WordTable;
}

const fits = (schema: v.GenericSchema, value: unknown): boolean =>
  v.safeParse(schema, value).success;

/** Reads a bundle into typed facts; what is missing counts as empty. */
export function readData({ files }: Bundle): Data {
  const list = <T>(file: string): T[] => {
    const value = files[file];
    const schema = FILE_SHAPES[file]?.schema;
    if (!Array.isArray(value) || !schema) return [];
    return value.filter((item) => fits(schema, item)) as T[];
  };
  const whole = <T>(file: string): T | null => {
    const schema = FILE_SHAPES[file]?.schema;
    return schema && fits(schema, files[file]) ? (files[file] as T) : null;
  };
  const object = (value: unknown): WordTable => (isObject(value) ? value : {});
  const sources = object(files['data/sources.json']);
  const sourceSchema = FILE_SHAPES['data/sources.json']?.schema;
  return {
    sources: Object.fromEntries(
      Object.entries(sources).filter(([, source]) => sourceSchema && fits(sourceSchema, source)),
    ) as Record<string, Source>,
    copyHosts: whole('data/copy-hosts.json') ?? [],
    events: list('data/events.json'),
    losses: list('data/losses.json'),
    phases: list('data/phases.json'),
    proposals: list('data/proposals.json'),
    obstacles: list('data/obstacles.json'),
    articles: list('data/articles.json'),
    claims: list('data/claims.json'),
    mining: whole('data/mining.json'),
    plant: whole('data/plant.json'),
    control: whole('data/control.json'),
    nodes: list('data/grid/nodes.json'),
    lines: list('data/grid/lines.json'),
    buses: list('data/grid/buses.json'),
    transformers: list('data/grid/transformers.json'),
    topologies: list('data/grid/topologies.json'),
    loads: list('data/grid/loads.json'),
    assumptions: whole('data/grid/assumptions.json') ?? [],
    cases: list('data/grid/reference-cases.json'),
    places: list('data/places.json'),
    decisions: list('data/decisions.json'),
    unverified: list('data/unverified.json'),
    corrections: list('data/corrections.json'),
    notUsed: whole('data/not-used.json') ?? [],
    stories: new Map(
      Object.entries(files).filter(([file, value]) => {
        const schema = STORY_FILE.test(file) ? shapeOf(file)?.schema : undefined;
        return schema !== undefined && fits(schema, value);
      }) as [string, StoryFacts][],
    ),
    raw(file) {
      const value = files[file];
      return Array.isArray(value) ? value.filter(isObject) : [];
    },
    ids(file) {
      const value = files[file];
      if (Array.isArray(value)) return new Set(value.map((item) => String(item?.id ?? item)));
      return new Set(Object.keys(object(value)));
    },
    words(lang, name, section) {
      const words = object(files[`data/text/${lang}/${name}.json`]);
      return section === undefined ? words : object(words[section]);
    },
  };
}
