/**
 * Leaves out of MapLibre what this project's map never shows, over half of its code: every layer
 * type but background, fill and line, every source type but GeoJSON, text, globe, terrain, sky and
 * light, the check of the style, questions about drawn features, changes of a whole style, clusters
 * and a few expressions. The page and the worker lose the same classes, because they send each other
 * instances by name. Starts from the readable files beside the published ones; each is a row of
 * source files under their names, so most cuts are by name and tree-shaking finds what they free.
 * What is left out fails at run time, in the build only: read this list before using more of the map.
 * Made for the version in package-lock.json: the build stops if a mark is gone.
 */
import { readFileSync } from 'node:fs';

const FILE = /maplibre-gl[\\/]dist[\\/]maplibre-gl(-worker)?\.mjs$/;
const SPEC = 'node_modules/@maplibre/maplibre-gl-style-spec/dist';
const VT = 'node_modules/@maplibre/geojson-vt/dist';

const LAYER_TYPES = [
  'circle',
  'color-relief',
  'fill-extrusion',
  'heatmap',
  'hillshade',
  'raster',
  'symbol',
];
/** Programs of the graphics card whose shaders and uniforms go. */
const PROGRAMS = [
  'atmosphere',
  'circle',
  'collisionBox',
  'collisionCircle',
  'colorRelief',
  'debug',
  'depth',
  'fillExtrusion',
  'fillExtrusionPattern',
  'heatmap',
  'heatmapTexture',
  'hillshade',
  'hillshadePrepare',
  'raster',
  'sky',
  'symbolIcon',
  'symbolSDF',
  'symbolTextAndIcon',
  'terrain',
  'terrainDepth',
  'terrainHeight',
];
/** Arrays that only symbols, circles, extrusions or terrain fill. */
const ARRAYS = [
  'StructArrayLayout3i6',
  'StructArrayLayout4i8',
  'StructArrayLayout2i4i12',
  'StructArrayLayout4i4ui4i1f28',
  'StructArrayLayout3f12',
  'StructArrayLayout1ul4',
  'StructArrayLayout6i1ul2ui20',
  'StructArrayLayout2i2i2i12',
  'StructArrayLayout2f1f2i16',
  'StructArrayLayout2ub2f2i16',
  'StructArrayLayout2i2ui3ul3ui2f3ub1ul1i1f52',
  'StructArrayLayout8i15ui1ul2f2ui1f68',
  'StructArrayLayout1ui2f12',
  'StructArrayLayout1ul2ui8',
  'StructArrayLayout1ui2',
  'PlacedSymbolArray',
  'SymbolInstanceArray',
  'GlyphOffsetArray',
  'SymbolLineVertexArray',
  'TextAnchorOffsetArray',
];

/** Cuts one piece for each name, which stands for NAME in the pattern. */
const each = (pattern, names) =>
  names.map((name) => [
    new RegExp(
      pattern.replace('NAME', () => name),
      'm',
    ),
    '',
  ]);
/** Whole methods, from the first line to the closing brace. */
const methods = (...names) => each('^\\t(?:static |async )*NAME\\([\\s\\S]*?^\\t\\}\\n', names);
const registers = (...names) => each('^register\\("NAME",[\\s\\S]*?;\\n', names);
const cases = (...names) => each('^\\t\\tcase "NAME": .*\\n', names);
const stub = (...names) => `{\n${names.map((name) => `\t${name}() {}\n`).join('')}}`;

/** Light and sky: both only colour what is left out. */
const INERT = stub(
  'setEventedParent',
  'hasTransition',
  'applyGlobalStateChange',
  'recalculate',
  'getEvaluated',
);

/** Source file → what stands for it, or its cuts. */
const SHARED = {
  [`${SPEC}/validate_style.min.mjs`]: 'const validateStyleMin = () => [];\n',
  [`${SPEC}/reference/v8.mjs`]: [
    ...each('^\\t"?layout_NAME"?: \\{[\\s\\S]*?^\\t\\}.*\\n', LAYER_TYPES),
    ...each('^\\t"?paint_NAME"?: \\{[\\s\\S]*?^\\t\\}.*\\n', LAYER_TYPES),
    ...each('^\\t"?NAME"?: [\\[{][\\s\\S]*?^\\t[\\]}].*\\n', [
      'source',
      'source_vector',
      'source_raster',
      'source_raster_dem',
      'source_geojson',
      'source_video',
      'source_image',
    ]),
  ],
  [`${SPEC}/expression/definitions/index.mjs`]: each('^\\t"?NAME"?: \\w+,\\n', [
    'collator',
    'format',
    'number-format',
    'within',
    'distance',
  ]),
  [`${SPEC}/expression/compound_expression.mjs`]: [
    ...each('^\\telse if \\(expression instanceof NAME\\) .*\\n', [
      'CollatorExpression',
      'Within',
      'Distance',
    ]),
    ...each('^\\tif \\(e instanceof NAME\\) .*\\n', ['Within', 'Distance']),
  ],
  // Functions of the style format before expressions.
  [`${SPEC}/function/index.mjs`]: '',
  [`${SPEC}/expression/index.mjs`]: [
    [/^var StylePropertyFunction = class [\s\S]*?^\};\n/m, ''],
    [/^\tif \(isFunction(?:\$\d)?\(value\)\) return .*\n\telse /m, '\t'],
    [/^\tif \(spec\.type === "color" && isFunction(?:\$\d)?\(.*\n/m, ''],
  ],
  'src/util/web_worker_transfer.ts': registers('StylePropertyFunction'),
  'src/data/array_types.g.ts': registers(...ARRAYS),
  'src/data/bucket/circle_bucket.ts': registers('CircleBucket'),
  'src/data/bucket/heatmap_bucket.ts': registers('HeatmapBucket'),
  'src/data/bucket/fill_extrusion_bucket.ts': registers('FillExtrusionBucket'),
  'src/data/bucket/symbol_bucket.ts': registers(
    'SymbolBuffers',
    'CollisionBuffers',
    'SymbolBucket',
  ),
  'src/data/dem_data.ts': registers('DEMData'),
  'src/style/format_section_override.ts': registers('FormatSectionOverride'),
  'src/symbol/anchor.ts': registers('Anchor'),
  'node_modules/bidi-js/dist/bidi.mjs': '',
  'src/symbol/bidi.ts': '',
  'src/style/create_style_layer.ts': [
    ...cases(...LAYER_TYPES),
    [/^\tif \(layer\.type === "custom"\).*\n/m, ''],
  ],
};

const PAGE = {
  ...SHARED,
  [`${SPEC}/diff.mjs`]: '',
  'src/style/validate_style.ts': `const validateStyle = validateStyleMin;
const SPEC_SOURCE_TYPES = new Set();
const validateStyleAndEmit = () => false;
const emitValidationErrors = () => false;
const validateAndEmit = () => false;
`,
  'src/style/light.ts': `var Light = class ${INERT};\n`,
  'src/style/sky.ts': `var Sky = class ${INERT};\n`,
  'src/style/load_sprite.ts': '',
  'src/util/image_request.ts': [
    [
      /^let ImageRequest;[\s\S]*?^ImageRequest\.resetRequestQueue\(\);\n/m,
      'const ImageRequest = { addThrottleControl() {}, removeThrottleControl() {} };\n',
    ],
  ],
  'src/source/source.ts': cases('image', 'raster', 'raster-dem', 'vector', 'video', 'canvas'),
  'src/source/query_features.ts': '',
  'src/tile/tile_manager_raster.ts': `const isRasterType = () => false;
const updateFadingTiles = () => {};
const hasRasterTransition = () => false;
`,
  'src/geo/projection/projection_factory.ts': `function createProjectionFromName(_name, constrainOverride) {
	return {
		projection: new MercatorProjection(),
		transform: createMercatorTransform({ constrainOverride }),
		cameraHelper: new MercatorCameraHelper()
	};
}
`,
  'src/render/glyph_manager.ts': `var GlyphManager = class ${stub('setURL', 'setFontFaces', 'destroy')};\n`,
  'src/symbol/cross_tile_symbol_index.ts': 'var CrossTileSymbolIndex = class {};\n',
  'src/symbol/placement.ts': '',
  'src/shaders/shaders.ts': each('^\\tNAME: prepare\\(.*\\n', ['projectionGlobe', ...PROGRAMS]),
  'src/webgl/program/program_uniforms.ts': each('^\\tNAME: \\w+,?\\n', PROGRAMS),
  'src/webgl/draw/index.ts': each('^\\tNAME: \\w+,?\\n', [
    'symbol',
    'circle',
    'heatmap',
    'fillExtrusion',
    'hillshade',
    'colorRelief',
    'raster',
    'sky',
    'atmosphere',
    'custom',
    'debug',
    'debugPadding',
    'terrainDepth',
  ]),
  // The worker fills the buckets and the index of features; the page only draws.
  'src/data/bucket/fill_bucket.ts': methods(
    'populate',
    'addFeatures',
    'detectSdfPatterns',
    'recordSdfPattern',
    'addFeature',
  ),
  'src/data/bucket/line_bucket.ts': methods(
    'populate',
    'addFeatures',
    'lineFeatureClips',
    'addFeature',
    'addLine',
    'addCurrentVertex',
    'addHalfVertex',
    'updateScaledDistance',
    'updateDistance',
    'hasLineDasharray',
    'addLineDashDependencies',
  ),
  'src/data/feature_index.ts': methods(
    'insert',
    'loadVTLayers',
    'query',
    'loadMatchingFeature',
    'lookupSymbolFeatures',
  ),
  'src/style/style_layer/fill_style_layer.ts': methods('queryIntersectsFeature'),
  'src/style/style_layer/line_style_layer.ts': methods('queryIntersectsFeature'),
  'src/tile/tile.ts': [
    ...methods('queryRenderedFeatures', 'querySourceFeatures'),
    [
      /^\t\tfor \(const id in this\.buckets\) \{\n.*\n\t\t\tif \(bucket instanceof SymbolBucket\)[\s\S]*?^\t\t\}\n/m,
      '',
    ],
    [/^\t\tif \(this\.hasSymbolBuckets\)[\s\S]*?^\t\t\}\n/m, ''],
  ],
  'src/style/style.ts': [
    ...methods(
      'setState',
      '_getOperationsToPerform',
      'queryRenderedFeatures',
      'querySourceFeatures',
      'setLight',
      'setSky',
      'getGlyphs',
      'setGlyphs',
      'setFontFaces',
      '_loadSprite',
      'addSprite',
      'setSprite',
      '_placementInputsChanged',
      '_updatePlacement',
    ),
    [/^\t\tthis\._rtlPluginLoaded = [\s\S]*?^\t\t\};\n/m, ''],
    [/^\t\trtlMainThreadPluginFactory\(\)\.on\(.*\n/m, ''],
    [/^\t\trtlMainThreadPluginFactory\(\)\.off\(.*\n/m, ''],
    [/^\t\tif \(nextState\.sprite\).*\n\t\telse /m, '\t\t'],
    [/^\t\tthis\.dispatcher\.registerMessageHandler\("GG"[\s\S]*?^\t\t\}\);\n/m, ''],
    [/^\t\tif \(isRasterStyleLayer\(layer\) && .*\n/m, ''],
    [/^\t\t\tif \(isRasterStyleLayer\(styledLayer\)[\s\S]*?^\t\t\t\}\n/m, ''],
  ],
  'src/render/painter.ts': [
    ...methods('_renderTilesDepthBuffer', 'acquireRTT', 'bindRTT', 'releaseRTT'),
    ...methods('initDebugOverlayCanvas'),
    [
      /^\t\tif \(isSymbolStyleLayer.*\n.*isCircleStyleLayer.*\n.*isHeatmapStyleLayer.*\n\t\telse /m,
      '\t\t',
    ],
    ...each('^\\t\\telse if \\(isNAMEStyleLayer.*\\n', [
      'FillExtrusion',
      'Hillshade',
      'ColorRelief',
      'Raster',
      'Custom',
    ]),
    // The sky is transparent until a style or a tilt gives it colour.
    ...each('^\\t\\tif \\(data\\.NAME\\) .*;\\n', ['sky', 'isRenderingGlobe', 'showPadding']),
    [/^\t\tif \(data\.showTileBoundaries\) [\s\S]*?^\t\t\}\n/m, ''],
    [/^\t\t\tif \(!frameRenderContext\.opaquePassEnabledForLayer\(\) && [\s\S]*?^\t\t\t\}\n/m, ''],
  ],
  'src/ui/map.ts': [
    ...methods(
      'queryRenderedFeatures',
      'querySourceFeatures',
      '_diffStyle',
      '_updateDiff',
      'addSprite',
      'setSprite',
      'setLight',
      'setSky',
      'setGlyphs',
      'setFontFaces',
    ),
    [
      /^\t\t\tthis\._diffStyle\(style, options\);\n/m,
      '\t\t\tthrow new Error("changing the style is left out");\n',
    ],
    [
      / else \{\n\t\t\tconst tileManager = this\.style\.tileManagers\[options\.source\];[\s\S]*?this\._terrainDataCallback\);\n\t\t\}\n/m,
      '\n',
    ],
    [/resolvedOptions\.hash \? new Hash\(hashName\)\.addTo\(this\) : /, ''],
    [/attributionControl: defaultAttributionControlOptions/, 'attributionControl: false'],
    [/^.*new AttributionControl\(.*\n/m, ''],
    [/^.*new LogoControl\(.*\n/m, ''],
    // Without symbols nothing waits to be placed.
    [/this\.style\?\._updatePlacement\(.*\);/, 'false;'],
    [/^\t\t\tsymbolFadeChange: .*\n\t\t\tvariableOffsets: .*\n/m, ''],
  ],
};

const WORKER = {
  ...SHARED,
  'src/style/style_layer/fill_style_layer_properties.g.ts': methods(
    'queryRadius',
    'queryIntersectsFeature',
  ),
  'src/style/style_layer/line_style_layer.ts': methods('queryIntersectsFeature', 'queryRadius'),
  'src/data/feature_index.ts': methods(
    'loadVTLayers',
    'query',
    'loadMatchingFeature',
    'lookupSymbolFeatures',
  ),
  'src/source/vector_tile_worker_source.ts': '',
  'src/source/raster_dem_tile_worker_source.ts': '',
  'src/source/worker.ts': [
    ...methods('_importScript', '_syncRTLPluginState', '_getDEMWorkerSource'),
    [/^\t\t\t\tcase "vector":\n.*\n\t\t\t\t\tbreak;\n/m, ''],
    [/^\t\tthis\.self\.registerRTLTextPlugin = [\s\S]*?^\t\t\};\n/m, ''],
    ...each('^\\t\\tthis\\.self\\.NAME = .*\\n', [
      'addProtocol',
      'removeProtocol',
      'makeRequest',
      'setProjectionHandler',
    ]),
    // Elevation, clusters, a text plug-in and scripts from outside.
    ...each('^\\t\\tthis\\.actor\\.registerMessageHandler\\("NAME"[\\s\\S]*?^\\t\\t\\}\\);\\n', [
      'LDT',
      'RDT',
      'GCEZ',
      'GCC',
      'GCL',
      'SRPS',
      'IS',
    ]),
  ],
  'src/source/geojson_worker_source.ts': [
    ...methods('getClusterExpansionZoom', 'getClusterChildren', 'getClusterLeaves', '_toLngLat'),
    [/^\t\tthis\._crsHelper = .*\n/m, ''],
    [/const indexData = this\._crsHelper \? .* : params\.data;/, 'const indexData = params.data;'],
    [/^\t\tif \(params\.dataDiff\) \{[\s\S]*?^\t\t\}\n/m, ''],
    [/^\t\tif \(params\.updateCluster\) .*\n/m, ''],
    [/(?<=_createGeoJSONIndex\(indexData, params), this\._crsHelper !== void 0/, ''],
    [
      /coordinates: worldCoordinates \? "unitSquare" : "lngLat",\n\t\twrap: !worldCoordinates/,
      'coordinates: "lngLat",\n\t\twrap: true',
    ],
    [/^\t\tclusterOptions: getSuperclusterOptions\(params\),\n/m, ''],
    [/^function getSuperclusterOptions[\s\S]*?^\}\n/m, ''],
    // The tile's encoded copy, which only answers questions about features.
    [/^\t\t\trawData: fromVectorTileJs\(.*\n/m, ''],
    [/const \{ vectorTile, rawData \} = loadResult;/, 'const { vectorTile } = loadResult;'],
    [/const parsingState = \{ rawData \};/, 'const parsingState = {};'],
    [/^\t\t\tconst \{ rawData \} = parseState;\n[\s\S]*?\}, result\);\n/m, ''],
  ],
  [`${VT}/geojson-vt.mjs`]: [
    [/options\.cluster \? new ClusterTileIndex\([\s\S]*?\) : new TileIndex/, 'new TileIndex'],
    ...methods('updateData', 'filterUpdate', 'getData', 'updateClusterOptions'),
  ],
};

/**
 * @param {string} code the readable file
 * @param {Record<string, string | [RegExp, string][]>} cuts by source file
 * @throws Error when a source file or a mark is not there
 */
function slim(code, cuts) {
  const left = new Set(Object.keys(cuts));
  const parts = code.split(/^(?=\/\/ (?:src|node_modules)\/\S+$)/m).map((part) => {
    const name = /^\/\/ (\S+)\n/.exec(part)?.[1];
    if (!left.delete(name)) return part;
    const cut = cuts[name];
    if (typeof cut === 'string') return cut;
    return cut.reduce((text, [mark, replacement]) => {
      if (!mark.test(text)) throw new Error(`slim-maplibre: ${mark} is not in ${name}`);
      return text.replace(mark, () => replacement);
    }, part);
  });
  if (left.size > 0) throw new Error(`slim-maplibre: not in maplibre-gl: ${[...left].join(', ')}`);
  return parts.join('');
}

/** @returns {import('vite').Plugin} */
export function slimMaplibre() {
  return {
    name: 'switchyard-slim-maplibre',
    apply: 'build',
    load: {
      filter: { id: FILE },
      handler(id) {
        const code = readFileSync(id.replace(/\.mjs$/, '-dev.mjs'), 'utf8');
        const cuts = id.endsWith('-worker.mjs') ? WORKER : PAGE;
        return { code: slim(code, cuts), map: null };
      },
    },
  };
}
