/**
 * Leaves out of vis-timeline what this project never shows, about 30 KB compressed: Graph2d, which
 * tree-shaking keeps for the side effects of its set-up, the form and the check of options, its own
 * points, boxes, clusters, pop-ups and time bars (src/timeline draws these itself), and the filter
 * of HTML strings. Our items are DOM elements; a string is set as text, never as markup.
 * Made for the version in package-lock.json: the build stops if a mark is gone.
 */
const FILE = /vis-timeline[\\/]esnext[\\/]esm[\\/]vis-timeline-graph2d\.mjs$/;

const CUTS = [
  // The line graph and its legend, up to the next class.
  [/^function Legend\([\s\S]*?^(?=class TimeAxis extends Component )/m, ''],
  // Graph2d, up to the names of types that open Timeline's own options.
  [/^function Graph2d\([\s\S]*?^(?=const string = "string";$)/m, ''],
  // The collection that names every class, and with them Graph2d's parts.
  [/^const timeline = \{$[\s\S]*?^\};$/m, ''],
  [/^export \{ Graph2d, Timeline, timeline \};$/m, 'export { Timeline };'],
  // The options' form with its colour picker, and the check of options: ours are fixed and typed.
  [
    /return new Configurator\(this, this\.dom\.container, configureOptions\);/,
    "throw new Error('the options form is left out');",
  ],
  [/let errorFound = Validator\.validate\(options, allOptions\);/, 'const errorFound = false;'],
  // Points, boxes, clusters and pop-ups: a lane is one range.
  [/^class BoxItem extends Item \{[\s\S]*?^(?=class Popup \{)/m, ''],
  [/^class Popup \{[\s\S]*?^\}$/m, ''],
  [/^ {2}box: BoxItem,$/m, ''],
  [/^ {2}point: PointItem,$/m, ''],
  [/^class ClusterGenerator \{[\s\S]*?^\}$/m, ''],
  [/new ClusterGenerator\(this\)/, 'null'],
  [/if \(this\.options\.showTooltips && title\) \{/, 'if (false) {'],
  // The bars of the current time and of chosen times.
  [/^class CurrentTime extends Component \{[\s\S]*?^\}$/m, ''],
  [/^class CustomTime extends Component \{[\s\S]*?^\}$/m, ''],
  [
    /this\.currentTime = new CurrentTime\(this\.body, this\.options\);\s*this\.components\.push\(this\.currentTime\);/,
    'this.currentTime = { bar: null };',
  ],
  [/const customTime = CustomTime\.customTimeFromTarget\(event\);/, 'const customTime = null;'],
  [/const customTime = new CustomTime\(/, 'const customTime = Object('],
  [/^import xssFilter from 'xss';$/m, ''],
  [/^ {2}const customXSS = new xssFilter\.FilterXSS\(options\);$/m, ''],
  [/customXSS\.process\(input\)/, 'input'],
  // Text is set as text and never becomes markup; the page's policy would refuse it as well.
  [/\.innerHTML = ""/g, '.textContent = ""'],
  [/\.innerHTML = availableUtils\.xss\(/g, '.textContent = String('],
];

/** @returns {import('vite').Plugin} */
export function slimTimeline() {
  return {
    name: 'switchyard-slim-timeline',
    apply: 'build',
    transform: {
      filter: { id: FILE },
      handler(code) {
        let slim = code;
        for (const [mark, replacement] of CUTS) {
          if (!mark.test(slim)) throw new Error(`slim-timeline: ${mark} is not in vis-timeline`);
          slim = slim.replace(mark, () => replacement);
        }
        return { code: slim, map: null };
      },
    },
  };
}
