/** Markdown tables of the chapters. */
export const tableOf = (head, rows) =>
  [head, head.map((_, i) => (i === 0 ? '---' : '--:')), ...rows]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');

/** Two figures below a millisecond, else one decimal. */
export const ms = (value) => (value < 1 ? value.toPrecision(2) : value.toFixed(1));
