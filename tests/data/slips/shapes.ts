/** Files, keys, dates, ids and references. */
import { find, type Loose, type Slip } from './slip';

export const SHAPES: Slip[] = [
  [
    'an unknown key',
    (f) => {
      f['data/events.json'][1].importanse = 2;
    },
    'data/events.json · 2022-03-04-seizure · importanse: unknown key',
  ],
  [
    'an unknown key deep inside',
    (f) => {
      f['data/plant.json'].units[2].history[0].colour = 'red';
    },
    'data/plant.json · unit-3 · units[2].history[0].colour: unknown key',
  ],
  [
    'an unknown key in an effect',
    (f) => {
      find(f['data/events.json'], '2022-03-04-seizure').effects[0].colour = 'red';
    },
    'data/events.json · 2022-03-04-seizure · effects[0].colour: unknown key',
  ],
  [
    'an unknown key among the words of the grid',
    (f) => {
      f['data/text/uk/grid.json'].nodes.znpp.long = 'ЗАЕС';
    },
    'data/text/uk/grid.json · znpp · nodes.znpp.long: unknown key',
  ],
  [
    'a missing key',
    (f) => {
      delete f['data/claims.json'][0].verdict;
    },
    'data/claims.json · c01 · verdict: missing',
  ],
  [
    'a day that does not exist',
    (f) => {
      find(f['data/events.json'], '2022-03-04-seizure').date = '2022-02-30';
    },
    'data/events.json · 2022-03-04-seizure · date: no such day',
  ],
  [
    'a date in another form',
    (f) => {
      f['data/proposals.json'][0].firstReported = '24.08.2022';
    },
    'data/proposals.json · ua-full-return · firstReported: not a date of the form YYYY-MM-DD',
  ],
  [
    'a source’s month that does not exist',
    (f) => {
      f['data/sources.json']['un-ga-2024'].date = '2024-13';
    },
    'data/sources.json · un-ga-2024 · date 2024-13: no such day',
  ],
  [
    'a source from the future',
    (f) => {
      f['data/sources.json']['un-ga-2024'].date = '2027';
    },
    'data/sources.json · un-ga-2024 · date 2027 is after',
  ],
  [
    'a source’s address that is not on the web',
    (f) => {
      f['data/sources.json']['un-ga-2024'].url = 'ftp://press.un.org/ga';
    },
    'data/sources.json · un-ga-2024 · address ftp:',
  ],
  [
    'a source’s address that is script',
    (f) => {
      f['data/sources.json']['un-ga-2024'].url = 'javascript:globalThis.harmed=1';
    },
    'data/sources.json · un-ga-2024 · address javascript:',
  ],
  [
    'a source’s address that is script, with a host like the web’s',
    (f) => {
      f['data/sources.json']['un-ga-2024'].url = 'JavaScript://https://press.un.org/%0Aalert(1)';
    },
    'data/sources.json · un-ga-2024 · address JavaScript:',
  ],
  [
    'a file nested beyond all use',
    (f) => {
      let deep: unknown = 1;
      for (let i = 0; i < 20_000; i += 1) deep = [deep];
      f['data/claims.json'][0].note = deep;
    },
    'data/claims.json · - · is nested more than 30 levels deep',
  ],
  [
    'a topology that the model names and nobody records',
    (f) => {
      f['data/grid/topologies.json'].pop();
    },
    'src/core/line-sets.ts · ',
  ],
  [
    'a word outside a closed vocabulary',
    (f) => {
      find(f['data/events.json'], '2022-03-04-seizure').track = 'army';
    },
    'data/events.json · 2022-03-04-seizure · track: ',
  ],
  [
    'power of a precedent whose sources are gone',
    (f) => {
      find(f['data/mining.json'].precedents, 'iran').sources = [];
    },
    'data/mining.json · iran · precedents[3].sources: names no source',
  ],
  [
    'a field of a precedent that nobody reads',
    (f) => {
      find(f['data/mining.json'].precedents, 'bhutan').power[1].planned = true;
    },
    'data/mining.json · bhutan · precedents[1].power[1].planned: unknown key',
  ],
  [
    'a range of power that falls',
    (f) => {
      find(f['data/mining.json'].precedents, 'ukraine-2020').power[0].mw = [1000, 30];
    },
    'data/mining.json · ukraine-2020 · precedents[6].power[0].mw: does not rise',
  ],
  [
    'a law that ends before it began',
    (f) => {
      find(f['data/obstacles.json'], 'russian-mining-ban').dated.until = '2024-12-31';
    },
    'data/obstacles.json · russian-mining-ban · dated: ends before it began',
  ],
  [
    'a law of the mining page that is no obstacle',
    (f) => {
      f['data/mining.json'].law[0].id = 'moon-mining-ban';
    },
    'data/mining.json · moon-mining-ban · obstacle moon-mining-ban does not exist',
  ],
  [
    'a finding that the law does not have',
    (f) => {
      find(f['data/mining.json'].law, 'russian-mining-ban').finding = 'moon';
    },
    'data/mining.json · russian-mining-ban · finding of russian-mining-ban moon does not exist',
  ],
  [
    'a claim beside a precedent that does not exist',
    (f) => {
      find(f['data/mining.json'].precedents, 'el-salvador').claims = ['c99'];
    },
    'data/mining.json · el-salvador · claim c99 does not exist',
  ],
  [
    'an id that stands twice',
    (f) => {
      f['data/claims.json'].push(f['data/claims.json'][0]);
    },
    'data/claims.json · c01 · id stands twice',
  ],
  [
    'an id that stands twice inside a file',
    (f) => {
      f['data/mining.json'].numbers.push(f['data/mining.json'].numbers[0]);
    },
    'data/mining.json · plant-gross · id stands twice',
  ],
  [
    'a machine whose price is no number of the data',
    (f) => {
      f['data/mining.json'].machines[1].price = 'rig-price-2024';
    },
    'data/mining.json · s21 · number rig-price-2024 does not exist',
  ],
  [
    'a source that does not exist',
    (f) => {
      f['data/losses.json'][0].sources = ['nobody'];
    },
    'data/losses.json · l01 · source nobody does not exist',
  ],
  [
    'a source deep inside that does not exist',
    (f) => {
      find(f['data/grid/lines.json'], 'l_znpp_dnip_750').history[0].sources = ['nobody'];
    },
    'data/grid/lines.json · l_znpp_dnip_750 · source nobody does not exist',
  ],
  [
    'a source that nothing uses',
    (f) => {
      f['data/sources.json'].spare = f['data/sources.json']['un-ga-2024'];
    },
    'data/sources.json · spare · source is not used',
  ],
  [
    'an event with an unknown loss',
    (f) => {
      find(f['data/events.json'], '2023-03-09-loss').loss = 'l99';
    },
    'data/events.json · 2023-03-09-loss · loss l99 does not exist',
  ],
  [
    'an event with an unknown line',
    (f) => {
      find(f['data/events.json'], '2023-03-09-loss').effects = [
        { line: 'l_nowhere', state: 'out', at: '2023-03-09' },
      ];
    },
    'data/events.json · 2023-03-09-loss · line l_nowhere does not exist',
  ],
  [
    'an event at an unknown place',
    (f) => {
      find(f['data/events.json'], '2022-03-04-seizure').place.name = 'nowhere';
    },
    'data/events.json · 2022-03-04-seizure · event place nowhere does not exist',
  ],
  [
    'a claim about an unknown proposal',
    (f) => {
      f['data/claims.json'][0].proposals = ['peace'];
    },
    'data/claims.json · c01 · proposal peace does not exist',
  ],
  [
    'a proposal with an unknown obstacle',
    (f) => {
      f['data/proposals.json'][0].obstacles[0].id = 'none';
    },
    'data/proposals.json · ua-full-return · obstacle none does not exist',
  ],
  [
    'a proposal with an unknown finding',
    (f) => {
      f['data/proposals.json'][0].obstacles[0].finding = 'moon';
    },
    'data/proposals.json · ua-full-return · finding of sovereignty moon does not exist',
  ],
  [
    'a finding that no proposal has',
    (f) => {
      const [obstacle] = f['data/obstacles.json'];
      obstacle.findings.push({ ...obstacle.findings[0], id: 'spare' });
    },
    'data/obstacles.json · sovereignty · finding spare is not used',
  ],
  [
    'a finding in an unknown state',
    (f) => {
      f['data/obstacles.json'][0].findings[0].state = 'maybe';
    },
    'data/obstacles.json · sovereignty · findings[0].state: ',
  ],
  [
    'a finding without a date',
    (f) => {
      f['data/obstacles.json'][0].findings[0].asOf = null;
    },
    'data/obstacles.json · sovereignty · finding ukraine: a date',
  ],
  [
    'a drawn proposal that is not asked about water',
    (f) => {
      const [proposal] = f['data/proposals.json'];
      proposal.obstacles = proposal.obstacles.filter((o: Loose) => o.id !== 'cooling-water');
    },
    'data/proposals.json · ua-full-return · power is drawn, obstacle cooling-water is missing',
  ],
  [
    'a proposal with an unknown destination',
    (f) => {
      f['data/proposals.json'][0].destinations[0].to = 'moon';
    },
    'data/proposals.json · ua-full-return · destination moon does not exist',
  ],
  [
    'a line to an unknown node',
    (f) => {
      find(f['data/grid/lines.json'], 'l_znpp_dnip_750').to = 'nowhere';
    },
    'data/grid/lines.json · l_znpp_dnip_750 · node nowhere does not exist',
  ],
  [
    'a topology with an unknown line',
    (f) => {
      f['data/grid/topologies.json'][0].inService.push('l_nowhere');
    },
    'data/grid/topologies.json · prewar_2021-2022 · line or transformer l_nowhere does not exist',
  ],
  [
    'a reference case with an unknown bus',
    (f) => {
      f['data/grid/reference-cases.json'][0].injectionsMw.nowhere_330 = 10;
    },
    'data/grid/reference-cases.json · a1 · bus nowhere_330 does not exist',
  ],
];
