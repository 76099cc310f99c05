/** Figures in words: traced to a source, the same in every language, written by its rules. */
import type { Bundle, Problem } from './bundle';
import type { Data } from './data';
import { checkFigureFormat } from './figure-format';
import { checkTwinFigures } from './figure-twins';
import { figuresOf } from './figures-file';
import { textFiles } from './texts';
import { checkTracedFigures } from './traced-figures';

/** Refuses figures that lead to no source, differ between languages or are written wrongly. */
export function checkFigures(bundle: Bundle, data: Data): Problem[] {
  const texts = textFiles(bundle);
  return [
    ...checkTracedFigures(bundle, texts, data, figuresOf(bundle)),
    ...checkTwinFigures(texts),
    ...checkFigureFormat(texts),
  ];
}
