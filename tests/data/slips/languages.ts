/** Languages that are not complete. */
import type { Slip } from './slip';

const EVENT = '2022-11-02-loss';

export const PARTIAL_LANGUAGE_SLIPS: Slip[] = [
  [
    'a German word for a key that English lacks',
    (f) => {
      f['data/text/de/ui.json']['panel.weather'] = 'Wetter';
    },
    'data/text/de/ui.json · panel.weather · words for a text that English lacks',
  ],
  [
    'a Polish message with another placeholder',
    (f) => {
      f['data/text/pl/ui.json']['date.about'] = 'około {day}';
    },
    'data/text/pl/ui.json · date.about · placeholders {day}, in English {date}',
  ],
  [
    'a Polish message without one of its plural forms',
    (f) => {
      f['data/text/pl/ui.json']['claims.more'] = '{n|one:# twierdzenie|other:# twierdzenia}';
    },
    'data/text/pl/ui.json · claims.more · {n|one:# twierdzenie|other:# twierdzenia} lacks the form few, many',
  ],
  [
    'another number in the French title of a proposal',
    (f) => {
      f['data/text/fr/proposals.json']['ua-us-50-50'].summary = 'Un texte avec 1234 MW.';
    },
    'data/text/fr/proposals.json · ua-us-50-50.summary · ',
  ],
  [
    'another month in a Spanish summary',
    (f) => {
      const events = f['data/text/es/events.json'];
      events[EVENT].summary = `${events[EVENT].summary} En febrero y en julio.`;
    },
    `data/text/es/events.json · ${EVENT}.summary · names other months than English: `,
  ],
  [
    'Spanish words for an event that does not exist',
    (f) => {
      f['data/text/es/events.json']['2030-01-01-peace'] = { title: 'Paz' };
    },
    'data/text/es/events.json · 2030-01-01-peace.title · words for a text that English lacks',
  ],
  [
    'a French story that nobody wrote in English',
    (f) => {
      f['data/text/fr/stories/peace.json'] = f['data/text/fr/stories/power.json'];
    },
    'data/text/fr/stories/peace.json · ',
  ],
];
