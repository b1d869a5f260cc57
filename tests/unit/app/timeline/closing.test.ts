import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { activation } from '../../../../app/timeline/keyboard';
import { barLabel, slotLabel } from '../../../../app/timeline/geometry/label';
import { stopsOf } from '../../../../app/timeline/geometry/stops';
import { layoutTimeline } from '../../../../app/timeline/geometry/timeline-layout';
import { cellName, cells, daysOf, stays, type TimelineModel } from '../../../../app/timeline/model';
import { rowsOf } from '../../../../app/licenses/offers/table-layout';
import { day, slate, weekly } from './examples';
import { models } from './models';

function endedAfter(lastDay: string, model = slate): TimelineModel {
  return { ...model, closing: { kind: 'previewed', from: day(lastDay) + 1 } };
}

/** The offers and slots with the days they are drawn over, and what becomes of them. */
function drawn(model: TimelineModel): string[] {
  return cells(model).map((cell) =>
    cell.kind === 'offer'
      ? `${cell.offer.name}, ${daysOf(cell)}: ${cell.fate ?? 'stays'}`
      : `free, ${daysOf(cell)}: ${stays(cell) ? 'stays' : 'outside'}`,
  );
}

describe('a timeline with a previewed end', () => {
  it('parts the offer that runs across the last day, and withdraws those after it', () => {
    expect(drawn(endedAfter('2027-03-31')).slice(-6)).toEqual([
      'Valentine’s weekend, 12 – 21 Feb 2027: stays',
      'Spring price, 22 Feb – 31 Mar 2027: stays',
      'Spring price, 1 – 30 Apr 2027: cut',
      'free, 1 May – 13 Jun 2027: outside',
      'Summer sale, 14 Jun – 31 Jul 2027: withdrawn',
      'free, 1 – 31 Aug 2027: outside',
    ]);
  });

  it('leaves an offer whole that ends on the last day, and takes one that begins the day after', () => {
    expect(drawn(endedAfter('2027-02-21')).slice(-5, -3)).toEqual([
      'Valentine’s weekend, 12 – 21 Feb 2027: stays',
      'Spring price, 22 Feb – 30 Apr 2027: withdrawn',
    ]);
    expect(drawn(endedAfter('2027-02-22')).slice(-5, -3)).toEqual([
      'Spring price, 22 Feb 2027: stays',
      'Spring price, 23 Feb – 30 Apr 2027: cut',
    ]);
  });

  it('parts free days, and an open license, whose offer and free days have no end', () => {
    const open = { ...slate, window: { ...slate.window, end: null } };
    expect(drawn(endedAfter('2027-08-10', open)).slice(-2)).toEqual([
      'free, 1 – 10 Aug 2027: stays',
      'free, From 11 Aug 2027: outside',
    ]);
  });

  it('covers the window edge to edge, whatever the offers and the day', () => {
    fc.assert(
      fc.property(models, fc.integer({ min: 0, max: 10_000 }), (model, after) => {
        const from = model.window.start + after;
        const all = cells({ ...model, closing: { kind: 'previewed', from } });
        expect(all[0]?.start).toBe(model.window.start);
        expect(all.at(-1)?.end).toBe(model.window.end);
        for (const [index, cell] of all.entries()) {
          if (index > 0) expect(cell.start).toBe(all[index - 1]?.end);
          expect(stays(cell)).toBe(cell.start < from);
        }
        const kept = all.filter((cell) => cell.kind === 'offer' && stays(cell));
        expect(kept).toHaveLength(model.offers.filter(({ start }) => start < from).length);
      }),
    );
  });

  it('keeps its scale, has the rule at the new end, hatches what follows and has no price there', () => {
    const view = { pixelsPerDay: 1, scrollLeft: 0, width: 944 };
    const [before, after] = [slate, endedAfter('2027-03-31')].map((model) =>
      layoutTimeline(model, view),
    );
    expect(after?.canvasWidth).toBe(before?.canvasWidth);
    expect(after?.bounds.start).toBe(before?.bounds.start);
    expect((before?.bounds.end ?? 0) - (after?.bounds.end ?? 0)).toBe(
      day('2027-09-01') - day('2027-04-01'),
    );
    expect(after?.outside.at(-1)?.left).toBe(after?.bounds.end);
    expect(Math.max(...(after?.price.steps ?? []).map(({ right }) => right))).toBe(
      after?.bounds.end,
    );
  });

  it('never draws what stays and what goes as one density strip', () => {
    const model = { ...weekly(100), today: day('1990-01-01') };
    const all = cells({ ...model, closing: { kind: 'previewed', from: model.window.start + 350 } });
    for (const { first, last } of stopsOf(all, 0.4, model.today)) {
      const fates = all.slice(first, last + 1).map(stays);
      expect(new Set(fates).size).toBe(1);
    }
  });

  it('says of each cell what becomes of it, in its name and in its label', () => {
    const model = endedAfter('2027-03-31');
    const [, , cut, outside, withdrawn] = cells(model).slice(-6);
    expect(cut && cellName(cut, model)).toBe(
      'Spring price, $4.99, 1 – 30 Apr 2027, 30 days, cut off, all devices',
    );
    expect(outside && cellName(outside, model)).toBe(
      'Outside the license 1 May – 13 Jun 2027, 44 days',
    );
    expect(cut?.kind === 'offer' && barLabel(cut, 300)).toEqual([]);
    expect(outside?.kind === 'slot' && slotLabel(outside, 300)).toEqual([]);
    expect(withdrawn?.kind === 'offer' && barLabel(withdrawn, 300)).toEqual([
      { text: 'Summer sale', strong: true, struck: true },
      { text: 'withdrawn', strong: false },
    ]);
    expect(withdrawn?.kind === 'offer' && barLabel(withdrawn, 60)).toEqual([]);
  });

  it('offers nothing to press on days that it takes away', () => {
    const all = cells(endedAfter('2027-03-31'));
    const outside = all.length - 1;
    const { start = 0, end = 0 } = all[outside] ?? {};
    expect(activation(all, { first: outside, last: outside, start, end })).toBeNull();
  });

  it('has as many rows in the table as without it, each with the end that it had', () => {
    fc.assert(
      fc.property(models, fc.integer({ min: 0, max: 10_000 }), (model, after) => {
        const from = model.window.start + after;
        const rows = rowsOf({ ...model, closing: { kind: 'previewed', from } });
        expect(rows.map(({ cell, had }) => [cell.kind, cell.start, had])).toEqual(
          rowsOf(model).map(({ cell }) => [cell.kind, cell.start, cell.end]),
        );
      }),
    );
  });
});

describe('the timeline of a void license', () => {
  const model: TimelineModel = { ...slate, closing: { kind: 'void' } };

  it('has the offers that the license had, and nothing to fill', () => {
    expect(cells(model).map((cell) => cell.kind === 'offer' && cell.fate)).toEqual(
      slate.offers.map(() => 'void'),
    );
  });

  it('strikes their names and has no prices below', () => {
    const [first] = cells(model);
    expect(first?.kind === 'offer' && barLabel(first, 300)).toMatchObject([
      { text: 'Premiere rental', end: '$19.99', struck: true },
      { text: '1 Mar – 31 May · 92 days' },
    ]);
    expect(first && cellName(first, model)).toContain(', void, ');
    const { price } = layoutTimeline(model, { pixelsPerDay: 1, scrollLeft: 0, width: 944 });
    expect(price.steps).toEqual([]);
  });
});
