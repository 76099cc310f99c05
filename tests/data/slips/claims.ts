/** Claims: where they were made, in which words, with which sum. */
import { find, type Slip } from './slip';

const FACTS = 'data/claims.json';
const ENGLISH = 'data/text/en/claims.json';
const UKRAINIAN = 'data/text/uk/claims.json';

export const CLAIMS: Slip[] = [
  [
    'a claim without an article',
    (f) => {
      find(f[FACTS], 'c01').articles = [];
    },
    'data/claims.json · c01 · articles: names no article',
  ],
  [
    'a claim of an article that is not known',
    (f) => {
      f['data/articles.json'].shift();
    },
    'data/claims.json · c01 · article crypto-basic is not in data/articles.json',
  ],
  [
    'a quotation of an article that did not make the claim',
    (f) => {
      find(f[FACTS], 'c21').articles = ['crypto-basic'];
    },
    'data/claims.json · c21 · quotes gate, which did not make it',
  ],
  [
    'a quotation of an article that was not read',
    (f) => {
      delete find(f['data/articles.json'], 'gate').sources;
    },
    'data/claims.json · c03 · quotes gate, whose text was not read',
  ],
  [
    'words in quotation marks that no article is named for',
    (f) => {
      delete find(f[FACTS], 'c21').quote;
    },
    'data/text/en/claims.json · c21 · quote that data/claims.json does not name',
  ],
  [
    'a quotation without words',
    (f) => {
      delete f[UKRAINIAN].c21.quote;
    },
    'data/text/uk/claims.json · c21 · no words for its quote',
  ],
  [
    'a sum without words',
    (f) => {
      delete f[ENGLISH].c22.sum;
    },
    'data/text/en/claims.json · c22 · no words for its sum',
  ],
  [
    'a sum that is longer in one language',
    (f) => {
      f[UKRAINIAN].c22.sum.pop();
    },
    'data/claims.json · c22 · its sum has 2 and 1 lines, by language',
  ],
  [
    'a contradicted claim without a sum',
    (f) => {
      delete find(f[FACTS], 'c22').sum;
    },
    'data/claims.json · c22 · is contradicted without a sum',
  ],
  [
    'an article that ends before it begins',
    (f) => {
      find(f['data/articles.json'], 'gate').to = '2025-12-01';
    },
    'data/articles.json · gate · published up to 2025-12-01, from 2025-12-26',
  ],
  [
    'a decision about a claim that does not exist',
    (f) => {
      f['data/decisions.json'].at(-1).about = 'c99';
    },
    'data/decisions.json · d50 · subject c99 does not exist',
  ],
];
