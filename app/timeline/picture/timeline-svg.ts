import type { TimelineLayout, PlacedStop } from '../geometry/timeline-layout';
import type { OfferState, TimelineModel } from '../model';
import { arrange, contentOf, layoutOf } from '../geometry/timeline-layout';
import { fitPixelsPerDay } from '../geometry/scale';
import { TICK_PADDING } from '../geometry/ticks';
import { STATE_NAMES, daysOf } from '../model';

/** Words above a picture of a timeline. */
export interface PictureWords {
  /** The license. */
  readonly title: string;
  /** Its terms in a line, and the day of the picture. */
  readonly about: string;
}

/** Sizes in pixels, as on the screen. */
const WIDTH = 1_600;
const HEAD = 64;
const AXIS = 44;
const BARS = { top: HEAD + AXIS + 8, height: 48, lane: 64 } as const;
const PRICES = { top: HEAD + AXIS + BARS.lane, height: 48 } as const;
const LEGEND = { top: PRICES.top + PRICES.height + 12, height: 28 } as const;
const HEIGHT = LEGEND.top + LEGEND.height;
const MARGIN = 24;

const FONT = "'Geist', 'Helvetica Neue', Arial, sans-serif";

/** The colors of the light theme: a picture is looked at on paper and in documents. */
const INK = { text: '#17191C', second: '#474C53', third: '#62676E', line: '#E4E4E0' } as const;
const FILL: Record<OfferState, { fill: string; stroke: string; text: string }> = {
  ended: { fill: '#E6E6E3', stroke: '#8B8F94', text: '#4F545A' },
  'on-offer': { fill: '#0C6170', stroke: '#0C6170', text: '#FFFFFF' },
  upcoming: { fill: '#DCEFF1', stroke: '#3A8794', text: '#0A5160' },
};
const FREE = { stroke: '#85898F', text: '#474C53' } as const;

/**
 * A license's whole timeline as a picture: what the screen shows at Fit, with its words above and its legend below. The
 * states differ by pattern and word, too.
 *
 * @returns an SVG document
 */
export function timelineSvg(model: TimelineModel, { title, about }: PictureWords): string {
  const inner = WIDTH - 2 * MARGIN;
  const pixelsPerDay = fitPixelsPerDay(model, inner);
  const arrangement = arrange(contentOf(model), pixelsPerDay, inner);
  // The scale has room beside the license that a picture does not need.
  const left = Math.max(0, (arrangement.scale.width - inner) / 2);
  const view = { pixelsPerDay, scrollLeft: left, width: inner };
  const layout = layoutOf(arrangement, view);
  const end = left + inner;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="${FONT}" font-size="12">`,
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="#FFFFFF"/>`,
    text(MARGIN, 28, title, { size: 20, weight: 600 }),
    text(MARGIN, 48, about, { fill: INK.second }),
    `<clipPath id="lane"><rect x="${left}" y="0" width="${inner}" height="${HEIGHT}"/></clipPath>`,
    `<g transform="translate(${MARGIN - left} 0)" clip-path="url(#lane)">`,
    ...axis(layout, left),
    ...bounds(layout),
    ...layout.placed.flatMap((placed) => bar(placed, model, end)),
    ...prices(layout),
    `<line x1="${layout.today}" x2="${layout.today}" y1="${HEAD + AXIS}" y2="${PRICES.top + PRICES.height}" stroke="${INK.text}"/>`,
    text(layout.today, HEAD + AXIS - 5, 'Today', { size: 11, weight: 600, anchor: 'middle' }),
    '</g>',
    ...legend(),
    '</svg>',
  ].join('');
}

function axis({ axis: { upper, lower } }: TimelineLayout, left: number): string[] {
  const bottom = PRICES.top + PRICES.height;
  const strong = new Set(upper.map(({ day }) => day));
  return [
    ...upper.map((tick) => vertical(tick.left, HEAD, bottom, '#CDCDC8')),
    ...lower
      .filter(({ day }) => !strong.has(day))
      .map((tick) => vertical(tick.left, HEAD + 24, bottom, INK.line)),
    ...upper
      .filter(({ label }) => label !== '')
      .map((tick) =>
        text(Math.max(tick.left, left) + TICK_PADDING, HEAD + 16, tick.label, { weight: 560 }),
      ),
    ...lower
      .filter(({ label }) => label !== '')
      .map((tick) =>
        text(tick.left + TICK_PADDING, HEAD + 39, tick.label, { size: 11, fill: INK.third }),
      ),
  ];
}

function bounds({ bounds: { start, end } }: TimelineLayout): string[] {
  return [start, ...(end === null ? [] : [end])].map(
    (x) =>
      `<rect x="${x - 1}" y="${HEAD + AXIS}" width="2" height="${BARS.lane}" fill="${INK.second}"/>`,
  );
}

function bar(placed: PlacedStop, model: TimelineModel, viewEnd: number): string[] {
  const { cell, stop, left, label } = placed;
  const width = Math.min(placed.width, viewEnd - left);
  const box = `x="${left}" y="${BARS.top}" width="${Math.max(1, width)}" height="${BARS.height}" rx="4"`;
  const name = `<title>${escaped(cell?.kind === 'offer' ? `${cell.offer.name}, ${daysOf(stop)}` : daysOf(stop))}</title>`;
  if (cell?.kind === 'slot')
    return [
      `<g>${name}<rect ${box} fill="none" stroke="${FREE.stroke}" stroke-dasharray="3 3"/>${lines(placed, FREE.text, width, 'middle')}</g>`,
    ];
  const state =
    cell?.state ?? (stop.end !== null && stop.end <= model.today ? 'ended' : 'upcoming');
  const { fill, stroke, text: ink } = FILL[state];
  const keel =
    state === 'upcoming'
      ? `<rect x="${left}" y="${BARS.top}" width="3" height="${BARS.height}" rx="1.500" fill="${stroke}"/>`
      : '';
  return [
    `<g>${name}<rect ${box} fill="${fill}" stroke="${stroke}"/>${keel}${label.length === 0 ? '' : lines(placed, ink, width, 'start')}</g>`,
  ];
}

/** The lines of a label, each in its place of two. */
function lines(
  { label, left }: PlacedStop,
  fill: string,
  width: number,
  anchor: 'start' | 'middle',
): string {
  const shown = label.filter((line) => line.text !== '');
  const first = BARS.top + (shown.length > 1 ? 20 : 28);
  const x = anchor === 'middle' ? left + width / 2 : left + 8;
  return shown
    .map((line, index) => {
      const y = first + index * 16;
      const look = { fill, anchor, ...(line.strong ? { weight: 560 } : {}) };
      const price =
        line.end === undefined
          ? ''
          : text(left + width - 8, y, line.end, { ...look, anchor: 'end' as const });
      return `${text(x, y, line.text, look)}${price}`;
    })
    .join('');
}

function prices({ price }: TimelineLayout): string[] {
  const dash = { amount: '', gap: ' stroke-dasharray="1.5 3"', tier: ' stroke-dasharray="5 3"' };
  return [
    ...price.steps.map(({ left, right, y, riseFrom, look }) => {
      const rise = riseFrom === null ? `M${left} ${y}` : `M${left} ${riseFrom}V${y}`;
      return `<path d="${rise}H${right}" transform="translate(0 ${PRICES.top})" fill="none" stroke="${INK.second}" stroke-width="1.5"${dash[look]}/>`;
    }),
    ...price.labels.map(({ left, y, text: words }) =>
      text(left, PRICES.top + y - 3, words, { size: 11, fill: INK.second }),
    ),
  ];
}

function legend(): string[] {
  const states = ['ended', 'on-offer', 'upcoming'] as const;
  const box = (index: number, look: string, words: string) => {
    const x = MARGIN + index * 110;
    return `<rect x="${x}" y="${LEGEND.top}" width="16" height="12" rx="3" ${look}/>${text(x + 22, LEGEND.top + 10, words, { size: 11, fill: INK.second })}`;
  };
  return [
    ...states.map((state, index) =>
      box(index, `fill="${FILL[state].fill}" stroke="${FILL[state].stroke}"`, STATE_NAMES[state]),
    ),
    box(3, `fill="none" stroke="${FREE.stroke}" stroke-dasharray="3 3"`, 'Free'),
  ];
}

function vertical(x: number, from: number, to: number, color: string): string {
  return `<line x1="${x}" x2="${x}" y1="${from}" y2="${to}" stroke="${color}"/>`;
}

function text(
  x: number,
  y: number,
  words: string,
  {
    size = 12,
    weight = 400,
    fill = INK.text,
    anchor = 'start',
  }: { size?: number; weight?: number; fill?: string; anchor?: 'start' | 'middle' | 'end' } = {},
): string {
  return `<text x="${x}" y="${y}" font-size="${size}" font-weight="${weight}" fill="${fill}" text-anchor="${anchor}">${escaped(words)}</text>`;
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** Text as XML has it; what XML 1.0 cannot hold is left out. */
function escaped(words: string): string {
  return words
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replace(/[&<>"]/g, (character) => ESCAPES[character] ?? '');
}
