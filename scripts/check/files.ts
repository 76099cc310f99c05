/** Every file of data/ with the shape it must have. The schemas are those of src/core/model.ts. */
import * as v from 'valibot';
import {
  CorrectionSchema,
  DecisionSchema,
  MethodWordsSchema,
  UnverifiedSchema,
} from '../../src/core/method';
import * as m from '../../src/core/model';
import { StorySchema, StoryWordsSchema } from '../../src/core/story';
import { ARTICLES, COMPLETE_LANGUAGES, LANGUAGES } from '../../src/core/vocabulary';
import { FiguresSchema } from './figures-file';

export interface FileShape {
  /** `list`: array of records with `id`; `record`: object by id; `whole`: one value. */
  kind: 'list' | 'record' | 'whole';
  schema: v.GenericSchema;
  /** Keys need not be ids (interface words have dots). */
  anyKey?: true;
}

const Words = v.pipe(v.string(), v.trim(), v.minLength(1));

/** Statement of the two articles that is no claim of its own here, where it went, and the reason. */
export const NotUsedSchema = v.strictObject({
  statement: Words,
  publisher: v.picklist(ARTICLES),
  /** Id of the open question or the claim that stands for it; null = not used. */
  place: v.nullable(Words),
  because: Words,
  sources: v.optional(m.SourceIds),
});
export type NotUsed = v.InferOutput<typeof NotUsedSchema>;

const GeoSchema = v.looseObject({
  type: v.literal('FeatureCollection'),
  features: v.array(
    v.looseObject({
      type: v.literal('Feature'),
      properties: v.looseObject({}),
      geometry: v.looseObject({
        type: v.picklist(['LineString', 'MultiLineString', 'Polygon', 'MultiPolygon', 'Point']),
        coordinates: v.array(v.unknown()),
      }),
    }),
  ),
});

const list = (schema: v.GenericSchema): FileShape => ({ kind: 'list', schema });
const record = (schema: v.GenericSchema): FileShape => ({ kind: 'record', schema });
const whole = (schema: v.GenericSchema): FileShape => ({ kind: 'whole', schema });

const grid = m.GridSchema.entries;
const FACT_FILES: Record<string, FileShape> = {
  'data/sources.json': record(m.SourceSchema),
  'data/copy-hosts.json': whole(v.array(m.CopyHostSchema)),
  'data/events.json': list(m.EventSchema),
  'data/losses.json': list(m.LossSchema),
  'data/phases.json': list(m.PhaseSchema),
  'data/proposals.json': list(m.ProposalSchema),
  'data/obstacles.json': list(m.ObstacleSchema),
  'data/articles.json': list(m.ArticleSchema),
  'data/claims.json': list(m.ClaimSchema),
  'data/mining.json': whole(m.MiningSchema),
  'data/plant.json': whole(m.PlantSchema),
  'data/grid/nodes.json': list(grid.nodes.item),
  'data/grid/lines.json': list(grid.lines.item),
  'data/grid/buses.json': list(grid.buses.item),
  'data/grid/transformers.json': list(grid.transformers.item),
  'data/grid/topologies.json': list(grid.topologies.item),
  'data/grid/loads.json': list(grid.loads.item),
  'data/grid/assumptions.json': whole(grid.assumptions),
  'data/grid/reference-cases.json': list(m.ReferenceCaseSchema),
  'data/places.json': list(m.PlaceSchema),
  'data/control.json': whole(m.ControlSchema),
  'data/decisions.json': list(DecisionSchema),
  'data/unverified.json': list(UnverifiedSchema),
  'data/corrections.json': list(CorrectionSchema),
  'data/not-used.json': whole(v.array(NotUsedSchema)),
  'data/figures.json': whole(FiguresSchema),
  'data/geo/water.json': whole(GeoSchema),
  'data/geo/local.json': whole(GeoSchema),
  'data/geo/basemap_extra.json': whole(GeoSchema),
};

const WORD_FILES: Record<string, FileShape> = {
  ui: { kind: 'record', schema: Words, anyKey: true },
  events: record(m.EventWordsSchema),
  proposals: record(m.ProposalWordsSchema),
  claims: record(m.ClaimWordsSchema),
  obstacles: record(m.ObstacleWordsSchema),
  method: whole(MethodWordsSchema),
  mining: whole(m.MiningWordsSchema),
  grid: whole(m.GridWordsSchema),
  places: record(Words),
  'event-places': record(Words),
  destinations: record(Words),
  'contact-line': record(Words),
  glossary: record(m.GlossaryEntrySchema),
};

export const FILE_SHAPES: Record<string, FileShape> = {
  ...FACT_FILES,
  ...Object.fromEntries(
    LANGUAGES.flatMap((lang) =>
      Object.entries(WORD_FILES).map(([name, shape]) => [`data/text/${lang}/${name}.json`, shape]),
    ),
  ),
};

const REQUIRED = new Set([
  ...Object.keys(FACT_FILES),
  ...COMPLETE_LANGUAGES.flatMap((lang) =>
    Object.keys(WORD_FILES).map((name) => `data/text/${lang}/${name}.json`),
  ),
]);
/** Whether the project cannot be without a file; a partial language may lack any of its own. */
export const isRequired = (path: string): boolean => REQUIRED.has(path);

/** Files of which there may be any number, one for each story. */
export const STORY_FILE = /^data\/stories\/([^/]+)\.json$/;
const STORY_WORDS_FILE = /^data\/text\/[^/]+\/stories\/[^/]+\.json$/;

/** The shape a file must have; undefined = a file that nobody knows. */
export function shapeOf(path: string): FileShape | undefined {
  if (STORY_FILE.test(path)) return whole(StorySchema);
  if (STORY_WORDS_FILE.test(path)) return whole(StoryWordsSchema);
  return FILE_SHAPES[path];
}

/** Built by scripts/build-basemap and held against checksums by their own test. */
export const isBuiltFile = (path: string): boolean => path.startsWith('data/basemap/');
