/** Histories, effects, losses, dates of events, shares of proposals. */
import { find, type Slip } from './slip';

export const TIMES_AND_SHARES: Slip[] = [
  [
    'an effect with another state than the line’s history',
    (f) => {
      const event = find(f['data/events.json'], '2025-09-23-month-long-loss');
      event.effects[0].state = event.effects[0].state === 'in' ? 'out' : 'in';
    },
    'data/events.json · 2025-09-23-month-long-loss · effect l_',
  ],
  [
    'an effect on a day on which the unit did not change',
    (f) => {
      find(f['data/events.json'], '2022-03-04-seizure').effects[3].at = '2022-03-07';
    },
    'data/events.json · 2022-03-04-seizure · effect unit 4 operating from 2022-03-07: no interval',
  ],
  [
    'an effect that ends on another day than the history says',
    (f) => {
      find(f['data/events.json'], '2022-03-04-seizure').effects[0].until = '2022-04-01';
    },
    'data/events.json · 2022-03-04-seizure · effect unit 1 offline from 2022-03-04 until 2022-04-01: the history says until',
  ],
  [
    'a short effect without a short loss of the line',
    (f) => {
      find(f['data/events.json'], '2022-03-04-seizure').effects = [
        { line: 'l_znpp_dnip_750', state: 'out', at: '2022-03-04', until: '2022-03-04' },
      ];
    },
    'data/events.json · 2022-03-04-seizure · effect l_znpp_dnip_750 out from 2022-03-04 for part of a day',
  ],
  [
    'a gap in a history',
    (f) => {
      find(f['data/grid/lines.json'], 'l_znpp_dnip_750').history[1].from = '2022-09-03';
    },
    'data/grid/lines.json · l_znpp_dnip_750 · interval ends on 2022-09-02, the next begins on 2022-09-03',
  ],
  [
    'a history that ends',
    (f) => {
      f['data/plant.json'].reservoir.at(-1).to = '2026-01-01';
    },
    'data/plant.json · reservoir · history ends on 2026-01-01',
  ],
  [
    'an interval of no length',
    (f) => {
      const { history } = f['data/plant.json'].units[0];
      history[1].to = history[1].from;
    },
    'data/plant.json · unit-1 · interval from 2022-03-04 does not end after it begins',
  ],
  [
    'two losses with one number',
    (f) => {
      find(f['data/losses.json'], 'l10').number = 9;
    },
    'data/losses.json · l10 · number 9 is not greater',
  ],
  [
    'losses out of order',
    (f) => {
      f['data/losses.json'].reverse();
    },
    'data/losses.json · l21 · stands after l22, which is later',
  ],
  [
    'a loss that no event tells of',
    (f) => {
      delete find(f['data/events.json'], '2023-03-09-loss').loss;
    },
    'data/losses.json · l06 · no event tells of it',
  ],
  [
    'a line in service during a complete loss',
    (f) => {
      for (const interval of find(f['data/grid/lines.json'], 'l_znpp_dnip_750').history) {
        interval.state = 'in';
      }
    },
    'data/losses.json · l10 · line l_znpp_dnip_750 is in service',
  ],
  [
    'an event after the last fact',
    (f) => {
      f['data/events.json'].at(-1).date = '2026-09-01';
    },
    'data/events.json · 2026-08-22-state-of-knowledge · date 2026-09-01 is not within',
  ],
  [
    'an event that ends before it begins',
    (f) => {
      find(f['data/events.json'], '2022-03-04-seizure').end = '2022-03-01';
    },
    'data/events.json · 2022-03-04-seizure · ends on 2022-03-01, before it begins',
  ],
  [
    'violence among the turning points',
    (f) => {
      find(f['data/events.json'], '2022-05-23-worker-shot').importance = 1;
    },
    'data/events.json · 2022-05-23-worker-shot · an event about violence',
  ],
  [
    'a proposal that answers one of a later day',
    (f) => {
      find(f['data/proposals.json'], 'us-ownership-2025-03').follows = ['us-28-point-2025-11'];
    },
    'data/proposals.json · us-ownership-2025-03 · follows us-28-point-2025-11, which came later',
  ],
  [
    'proposals of one day that answer each other',
    (f) => {
      find(f['data/proposals.json'], 'us-witkoff-2025-04').follows = ['ua-eu-counter-2025-04'];
    },
    'data/proposals.json · us-witkoff-2025-04 · follows itself',
  ],
  [
    'a split that is not six units',
    (f) => {
      f['data/proposals.json'][0].draw.split.ua = 5;
    },
    'data/proposals.json · ua-full-return · split sums to 5, not 6',
  ],
  [
    'a picture for a text that says nothing about power',
    (f) => {
      find(f['data/proposals.json'], 'tr-mediation-2022').draw.split = { ua: 3, us: 0, ru: 3 };
    },
    'data/proposals.json · tr-mediation-2022 · draw class none has a split',
  ],
  [
    'no sentence why nothing is drawn',
    (f) => {
      delete f['data/text/en/proposals.json']['tr-mediation-2022'].drawNote;
    },
    'data/proposals.json · tr-mediation-2022 · draw class none needs drawNote',
  ],
  [
    'a span with seven units',
    (f) => {
      find(f['data/proposals.json'], 'eu-counter-2025-11').draw.span[1].us = 1;
    },
    'data/proposals.json · eu-counter-2025-11 · a split of the span sums to 7',
  ],
  [
    'a stance from the future',
    (f) => {
      f['data/proposals.json'][0].stances.ua.asOf = '2026-12-01';
    },
    'data/proposals.json · ua-full-return · stance ua as of 2026-12-01',
  ],
  [
    'a phase that begins on another day than its event',
    (f) => {
      find(f['data/phases.json'], 'cold').from = '2024-04-14';
    },
    'data/phases.json · cold · begins on 2024-04-14, event 2024-04-13-all-cold on 2024-04-13',
  ],
  [
    'a phase that begins with an event that does not exist',
    (f) => {
      find(f['data/phases.json'], 'talks').event = '2025-03-19-talks';
    },
    'data/phases.json · talks · event 2025-03-19-talks does not exist',
  ],
  [
    'a record whose first days have no phase',
    (f) => {
      f['data/phases.json'].shift();
    },
    'data/phases.json · stopping · begins on 2022-09-05, not on 2022-02-24',
  ],
  [
    'a truce with another end than the record says',
    (f) => {
      find(f['data/events.json'], '2026-01-16-fourth-ceasefire').effects[0].until = '2026-01-25';
    },
    'data/events.json · 2026-01-16-fourth-ceasefire · effect truce from 2026-01-16 until 2026-01-25: there is none',
  ],
  [
    'truces that overlap',
    (f) => {
      f['data/plant.json'].truces[2].to = '2026-01-18';
    },
    'data/plant.json · truces · 2026-01-16 stands after 2026-01-18',
  ],
  [
    'a truce that no event tells',
    (f) => {
      find(f['data/events.json'], '2025-11-07-second-ceasefire').effects.shift();
    },
    'data/plant.json · truce from 2025-11-07 · no event has it among its effects',
  ],
  [
    'a licence on another day',
    (f) => {
      f['data/plant.json'].units[1].russianLicence.date = '2026-02-19';
    },
    'data/events.json · 2026-02-18-unit2-licence · effect licence of 2 on 2026-02-18: issued on 2026-02-19',
  ],
  [
    'a level of the pond that was not measured',
    (f) => {
      find(f['data/events.json'], '2023-06-15-grossi-visit').effects[0].pond = 16.7;
    },
    'data/events.json · 2023-06-15-grossi-visit · effect pond at 16.7 m on 2023-06-15: not among the levels',
  ],
  [
    'a reservoir that drains on another day than its event',
    (f) => {
      f['data/plant.json'].reservoir[0].to = '2023-06-07';
      f['data/plant.json'].reservoir[1].from = '2023-06-07';
    },
    'data/events.json · 2023-06-06-kakhovka · effect reservoir draining from 2023-06-06',
  ],
  [
    'a place that changes hands on another day',
    (f) => {
      find(f['data/events.json'], '2022-03-04-seizure').effects.at(-1).side = 'contested';
    },
    'data/events.json · 2022-03-04-seizure · effect znpp contested from 2022-03-04',
  ],
  [
    'an effect on a place that control does not know',
    (f) => {
      find(f['data/events.json'], '2022-03-04-seizure').effects.at(-1).place = 'znpq';
    },
    'data/events.json · 2022-03-04-seizure · place of control znpq does not exist',
  ],
  [
    'IAEA experts on site from another day',
    (f) => {
      f['data/plant.json'].iaeaPresence.from = '2022-09-02';
    },
    'data/events.json · 2022-09-01-isamz · effect IAEA on site from 2022-09-01: present from 2022-09-02',
  ],
  [
    'a contact line shown on days that do not reach its own date',
    (f) => {
      f['data/control.json'].contactLine[1].asOf = '2022-12-01';
    },
    'data/control.json · line-2022-09-15 · its own date 2022-12-01 is outside its span',
  ],
];
