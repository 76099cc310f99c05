/** One spelling of a word for searching, whatever alphabet, transliteration or accent it came in. */

/** Ukrainian national romanisation without its word-start forms, and the Russian-only letters. */
const LATIN: Record<string, string> = {
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'h',
  ґ: 'g',
  д: 'd',
  е: 'e',
  є: 'ie',
  ж: 'zh',
  з: 'z',
  и: 'y',
  і: 'i',
  ї: 'i',
  й: 'i',
  к: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ф: 'f',
  х: 'kh',
  ц: 'ts',
  ч: 'ch',
  ш: 'sh',
  щ: 'shch',
  ь: '',
  ю: 'iu',
  я: 'ia',
  ё: 'e',
  ъ: '',
  ы: 'y',
  э: 'e',
};

/** Older and Russian-based spellings of names in the events, brought to the Ukrainian ones. */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/\bzaporo(?=$|z)/g, 'zapori'],
  [/\bzaporizhsk/g, 'zaporizk'],
  [/\b(?:znpp|zaes|zaec)\b/g, 'zaporizhzhia plant'],
  [/\bzaporizh(?:zh)?(?:i?ya|ia|ie|ye|iu|yu|i|e)?\b/g, 'zaporizhzhia'],
  [/\benergo?d/g, 'enerhod'],
  [/energo(?=atom|$)/g, 'enerho'],
  [/\bki(?:ev|yiv)|\bkyev/g, 'kyiv'],
  [/\bdnepr|\bdniepr|\bdnieper/g, 'dnipro'],
  [/\bdniproo/g, 'dnipro'],
  [/\bkahov/g, 'kakhov'],
  [/\bkharkov/g, 'kharkiv'],
  [/\bodess/g, 'odes'],
  [/\bn[iy]kola[iy]?ev/g, 'mykolaiv'],
  [/\bcher?nob/g, 'chornob'],
  [/\blvov/g, 'lviv'],
];

/** Lower case, Latin letters, no diacritics, no apostrophes, one spelling a name. */
export function fold(text: string): string {
  let folded = text
    // Some keyboards and copied texts send й and ї as two characters.
    .normalize('NFC')
    .toLowerCase()
    // Before decomposition, which would break й and ї apart.
    .replace(/[а-яёєіїґ]/g, (letter) => LATIN[letter] ?? letter)
    .normalize('NFD')
    .replace(/[\u0300-\u036f'’ʼ`]/g, '')
    .replace(/[\u00a0\u202f–—-]/g, ' ');
  for (const [spelling, name] of SPELLINGS) folded = folded.replace(spelling, name);
  return folded;
}
