/** Positions and words. */
import { find, type Slip } from './slip';

export const POSITIONS_AND_WORDS: Slip[] = [
  [
    'a decision about nothing',
    (f) => {
      f['data/decisions.json'][0].about = 'l99';
    },
    'data/decisions.json · d01 · subject l99 does not exist',
  ],
  [
    'a decision without a source',
    (f) => {
      f['data/decisions.json'][0].sources = [];
    },
    'data/decisions.json · d01 · sources: names no source',
  ],
  [
    'a decision without its reason in Ukrainian',
    (f) => {
      delete f['data/text/uk/method.json'].decisions.d02.because;
    },
    'data/text/uk/method.json · ',
  ],
  [
    'a correction of an event that does not exist',
    (f) => {
      find(f['data/corrections.json'], 'k4').event = '2023-06-06-dam';
    },
    'data/corrections.json · k4 · event 2023-06-06-dam does not exist',
  ],
  [
    'a correction that says nothing',
    (f) => {
      delete f['data/text/en/method.json'].corrections.k4;
    },
    'data/text/en/method.json · k4 · no English was',
  ],
  [
    'an event outside the region',
    (f) => {
      find(f['data/events.json'], '2022-03-04-seizure').place.at = [30.52, 50.45];
    },
    'data/events.json · 2022-03-04-seizure · coordinates [30.52,50.45] outside the region',
  ],
  [
    'longitude and latitude swapped',
    (f) => {
      find(f['data/places.json'], 'nikopol').at.reverse();
    },
    'data/places.json · nikopol · at[0]: coordinate',
  ],
  [
    'a substation placed too finely',
    (f) => {
      find(f['data/grid/nodes.json'], 'dniprovska750').at[0] = 34.0412;
    },
    'data/grid/nodes.json · dniprovska750 · position 34.0412,48.44 is finer than 0.01 degrees',
  ],
  [
    'a line that does not meet its node',
    (f) => {
      find(f['data/grid/lines.json'], 'l_znpp_dnip_750').path[0] = [34.6, 47.5];
    },
    'data/grid/lines.json · l_znpp_dnip_750 · path ends at 34.6,47.5, node znpp stands at 34.59,47.5',
  ],
  [
    'a building near the plant',
    (f) => {
      f['data/geo/local.json'].features[0].properties.kind = 'building';
    },
    'data/geo/local.json · plant-outline · kind building is not drawn near the plant',
  ],
  [
    'an event without English words',
    (f) => {
      delete f['data/text/en/events.json']['2022-03-04-seizure'];
    },
    'data/text/en/events.json · 2022-03-04-seizure · no English title',
  ],
  [
    'a place without an English name',
    (f) => {
      delete f['data/text/en/places.json'].nikopol;
    },
    'data/text/en/places.json · nikopol · no English words',
  ],
  [
    'a plant line without an English name',
    (f) => {
      delete f['data/text/en/grid.json'].lines.l_znpp_dnip_750;
    },
    'data/text/en/grid.json · l_znpp_dnip_750 · no English name',
  ],
  [
    'a mining number without an English label',
    (f) => {
      delete f['data/text/en/mining.json'].numbers['plant-gross'];
    },
    'data/text/en/mining.json · plant-gross · no English label',
  ],
  [
    'a step of the reporting that comes from a step that does not exist',
    (f) => {
      find(f['data/mining.json'].chain, 'rt').from = ['tass'];
    },
    'data/mining.json · rt · step above it tass does not exist',
  ],
  [
    'a step of the reporting that comes from a later one',
    (f) => {
      find(f['data/mining.json'].chain, 'kommersant').from = ['gate'];
    },
    'data/mining.json · kommersant · step above it gate does not exist',
  ],
  [
    'a step of the reporting that comes from nowhere',
    (f) => {
      find(f['data/mining.json'].chain, 'gate').from = [];
    },
    'data/mining.json · gate · comes from no step',
  ],
  [
    'a step that keeps what nobody added',
    (f) => {
      find(f['data/mining.json'].chain, 'crypto-basic').carried = ['consensus'];
    },
    'data/mining.json · crypto-basic · keeps consensus, which no step above it added',
  ],
  [
    'a step of the reporting without English words',
    (f) => {
      delete f['data/text/en/mining.json'].chain.rt;
    },
    'data/text/en/mining.json · rt · no English who',
  ],
  [
    'a step of the reporting without Ukrainian words',
    (f) => {
      delete f['data/text/uk/mining.json'].chain.rt.what;
    },
    'data/text/uk/mining.json · rt · no Ukrainian what',
  ],
  [
    'an addition without words',
    (f) => {
      delete f['data/text/en/mining.json'].chainMarks.stake;
    },
    'data/text/en/mining.json · stake · no English short',
  ],
  [
    'an open question without words',
    (f) => {
      delete f['data/text/uk/mining.json'].openQuestions.operator;
    },
    'data/text/uk/mining.json · operator · no Ukrainian words',
  ],
  [
    'a statement of the articles placed nowhere',
    (f) => {
      f['data/not-used.json'][0].place = 'somewhere';
    },
    'data/not-used.json · gate · claim or open question somewhere does not exist',
  ],
  [
    'a blank text',
    (f) => {
      f['data/text/en/claims.json'].c05.claim = ' ';
    },
    'data/text/en/claims.json · c05 · no English claim',
  ],
  [
    'a Ukrainian reason of a finding missing',
    (f) => {
      delete f['data/text/uk/obstacles.json'].sovereignty.findings.ukraine;
    },
    'data/text/uk/obstacles.json · sovereignty · no Ukrainian words for finding ukraine',
  ],
  [
    'a reason of a finding that does not exist',
    (f) => {
      f['data/text/en/obstacles.json'].sovereignty.findings.moon = 'No.';
    },
    'data/text/en/obstacles.json · sovereignty · words for finding moon, which does not exist',
  ],
  [
    'a Ukrainian title missing',
    (f) => {
      delete f['data/text/uk/events.json']['2023-03-09-loss'];
    },
    'data/text/uk/events.json · 2023-03-09-loss · no Ukrainian title',
  ],
  [
    'a Ukrainian summary of a turning point missing',
    (f) => {
      delete f['data/text/uk/events.json']['2022-03-04-seizure'].summary;
    },
    'data/text/uk/events.json · 2022-03-04-seizure · no Ukrainian summary, importance 1',
  ],
  [
    'words for an id that does not exist',
    (f) => {
      f['data/text/uk/claims.json'].c99 = { claim: 'Зайве' };
    },
    'data/text/uk/claims.json · c99 · words for an id that does not exist',
  ],
  [
    'an interface word missing in Ukrainian',
    (f) => {
      delete f['data/text/uk/ui.json']['story.title'];
    },
    'data/text/uk/ui.json · story.title · no Ukrainian words',
  ],
  [
    'another placeholder in Ukrainian',
    (f) => {
      f['data/text/uk/ui.json']['since'] = 'з {day}';
    },
    'data/text/uk/ui.json · since · placeholders {day}, in English {date}',
  ],
  [
    'an interface key of src without English words',
    (f) => {
      delete f['data/text/en/ui.json']['track.grid'];
    },
    'data/text/en/ui.json · track.grid · no English words, asked for by src (track.*)',
  ],
  [
    'interface words that src does not use',
    (f) => {
      f['data/text/en/ui.json']['story.leftOver'] = 'Left over';
    },
    'data/text/en/ui.json · story.leftOver · interface words not used in src',
  ],
  [
    'a file missing',
    (f) => {
      delete f['data/obstacles.json'];
    },
    'data/obstacles.json · - · file is missing',
  ],
  [
    'a file that nobody knows',
    (f) => {
      f['data/targets.json'] = [];
    },
    'data/targets.json · - · file is not known to the data check',
  ],
];
