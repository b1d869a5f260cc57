import { describe, expect, it } from 'vitest';
import type { TimelineModel } from '../../../../app/timeline/model';
import { timelineSvg } from '../../../../app/timeline/picture/timeline-svg';
import { day, slate, weekly } from './examples';

const WORDS = { title: '2026 slate', about: 'Halcyon HAL-1 · TVOD · Canada' };

/** The elements of a document in order, after a look at whether each is closed where it should be. */
function elementsOf(svg: string): readonly string[] {
  const open: string[] = [];
  const all: string[] = [];
  for (const [, isEnd, name = '', attributes = ''] of svg.matchAll(
    /<(\/?)([A-Za-z]+)((?:\s+[\w:-]+="[^"<]*")*)\s*\/?>/g,
  )) {
    if (isEnd === '/') expect(open.pop()).toBe(name);
    else {
      all.push(name);
      if (!isSelfClosed(svg, name, attributes)) open.push(name);
    }
  }
  expect(open).toEqual([]);
  // Whatever is left is text, in which markup would have been recognized.
  expect(svg.replace(/<[^>]*>/g, '')).not.toMatch(/[<>]/);
  return all;
}

function isSelfClosed(svg: string, name: string, attributes: string): boolean {
  return svg.includes(`<${name}${attributes}/>`);
}

describe('a picture of a timeline', () => {
  it('has every offer by name and days, with the words above and a legend', () => {
    const svg = timelineSvg(slate, WORDS);

    for (const { name } of slate.offers) expect(svg).toContain(name);
    expect(svg).toContain('2026 slate');
    expect(svg).toContain('Halcyon HAL-1');
    for (const state of ['Ended', 'On offer', 'Upcoming', 'Free']) expect(svg).toContain(state);
    expect(elementsOf(svg).filter((name) => name === 'title').length).toBeGreaterThanOrEqual(
      slate.offers.length,
    );
  });

  it('is a whole document whatever an offer is called', () => {
    const offer = {
      ...{ name: 'R&D <b>"4K"</b> \u0000', prices: [], devices: [] },
      ...{ start: day('2026-02-01'), end: day('2026-11-01') },
    };
    const model: TimelineModel = {
      window: { start: day('2026-01-01'), end: day('2027-01-01') },
      offers: [offer],
      today: day('2026-03-01'),
    };

    const svg = timelineSvg(model, { title: 'A & B', about: '<i>' });

    expect(svg).toContain('R&amp;D &lt;b&gt;&quot;4K&quot;&lt;/b&gt;');
    expect(svg).not.toContain('\u0000');
    elementsOf(svg);
  });

  it('draws thousands of offers as strips and stays small', () => {
    const svg = timelineSvg(weekly(3_000), WORDS);

    expect(elementsOf(svg).length).toBeLessThan(2_000);
  });
});
