import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arrange, contentOf } from '../../../../app/timeline/geometry/timeline-layout';
import { keyIntent, type KeyIntent, type GridState } from '../../../../app/timeline/keyboard';
import type { TimelineModel } from '../../../../app/timeline/model';
import { day, slate, weekly } from './examples';
import { models } from './models';

function gridStateOf(model: TimelineModel, active: number, pixelsPerDay = 1.65): GridState {
  const { cells, stops, scale } = arrange(contentOf(model), pixelsPerDay, 944);
  return { cells, stops, scale, laneWidth: 944, today: model.today, active };
}

function press(
  key: string,
  grid: GridState,
  held: Partial<Record<'ctrlKey' | 'metaKey' | 'altKey', boolean>> = {},
) {
  return keyIntent({ key, ctrlKey: false, metaKey: false, altKey: false, ...held }, grid);
}

const focusOn = (cell: number): KeyIntent => ({ do: 'focus', cell });

describe('the keys of the timeline', () => {
  it('walk offers and slots with the arrows', () => {
    expect(press('ArrowRight', gridStateOf(slate, 1))).toEqual(focusOn(2));
    expect(press('ArrowLeft', gridStateOf(slate, 2))).toEqual(focusOn(1));
  });

  it('stay on the first and the last cell', () => {
    expect(press('ArrowLeft', gridStateOf(slate, 0))).toEqual(focusOn(0));
    expect(press('ArrowRight', gridStateOf(slate, 10))).toEqual(focusOn(10));
  });

  it('jump to both ends with Home and End', () => {
    expect(press('Home', gridStateOf(slate, 5))).toEqual(focusOn(0));
    expect(press('End', gridStateOf(slate, 5))).toEqual(focusOn(10));
  });

  it('go a screenful with Page Down and Page Up, and never nowhere', () => {
    const weeks = Math.floor(944 / (7 * 1.65));
    expect(press('PageDown', gridStateOf(weekly(1000), 100))).toEqual(focusOn(100 + weeks));
    expect(press('PageUp', gridStateOf(weekly(1000), 500))).toEqual(focusOn(500 - weeks));
    expect(press('PageDown', gridStateOf(slate, 0, 40))).toEqual(focusOn(1));
    expect(press('PageUp', gridStateOf(slate, 4, 40))).toEqual(focusOn(3));
    expect(press('PageDown', gridStateOf(slate, 10))).toEqual(focusOn(10));
    expect(press('PageUp', gridStateOf(slate, 0))).toEqual(focusOn(0));
  });

  it('reach every stop with the right arrow, one after the other', () => {
    fc.assert(
      fc.property(models, fc.double({ min: 0.01, max: 40, noNaN: true }), (model, pixelsPerDay) => {
        let grid = gridStateOf(model, 0, pixelsPerDay);
        for (const stop of grid.stops.slice(1)) {
          const intent = press('ArrowRight', grid);
          expect(intent).toEqual(focusOn(stop.first));
          grid = { ...grid, active: stop.first };
        }
        expect(press('ArrowRight', grid)).toEqual(focusOn(grid.active));
      }),
    );
  });

  it.each(['Enter', ' '])('open an offer with "%s"', (key) => {
    expect(press(key, gridStateOf(slate, 4))).toEqual({ do: 'open', offer: 3 });
  });

  it.each(['Enter', ' '])('create in a slot with "%s"', (key) => {
    expect(press(key, gridStateOf(slate, 5))).toEqual({
      do: 'create',
      slot: { start: day('2027-01-05'), end: day('2027-02-12') },
    });
  });

  it('explain why nothing can be created in days that are over', () => {
    expect(press('Enter', gridStateOf(slate, 2))).toEqual({ do: 'explain-past' });
  });

  it('look closer at a density strip with Enter', () => {
    const grid = gridStateOf(weekly(1000), 0, 0.1);
    expect(press('Enter', grid)).toEqual({ do: 'enlarge', stop: grid.stops[0] });
  });

  it('walk a density strip as one', () => {
    const grid = gridStateOf(weekly(1000), 3, 0.1);
    expect(press('ArrowRight', grid)).toEqual(focusOn(grid.stops[1]?.first ?? -1));
  });

  it('zoom with plus, minus and zero, shifted or not', () => {
    const grid = gridStateOf(slate, 0);
    expect(press('+', grid)).toEqual({ do: 'zoom', to: 'closer' });
    expect(press('=', grid)).toEqual({ do: 'zoom', to: 'closer' });
    expect(press('-', grid)).toEqual({ do: 'zoom', to: 'farther' });
    expect(press('_', grid)).toEqual({ do: 'zoom', to: 'farther' });
    expect(press('0', grid)).toEqual({ do: 'zoom', to: 'fit' });
  });

  it('go to the cell of today with T, in either case', () => {
    expect(press('t', gridStateOf(slate, 9))).toEqual({ do: 'today', cell: 3 });
    expect(press('T', gridStateOf(slate, 9))).toEqual({ do: 'today', cell: 3 });
  });

  it('leave the combinations of the browser alone', () => {
    expect(press('t', gridStateOf(slate, 0), { ctrlKey: true })).toBeNull();
    expect(press('0', gridStateOf(slate, 0), { metaKey: true })).toBeNull();
    expect(press('ArrowLeft', gridStateOf(slate, 0), { altKey: true })).toBeNull();
  });

  it('take hold of an offer or its edges, and withdraw it', () => {
    const onOffer = gridStateOf(slate, 0);

    expect(press('m', onOffer)).toEqual({ do: 'take', grip: 'move', offer: 0 });
    expect(press('[', onOffer)).toEqual({ do: 'take', grip: 'start', offer: 0 });
    expect(press(']', onOffer)).toEqual({ do: 'take', grip: 'end', offer: 0 });
    expect(press('Delete', onOffer)).toEqual({ do: 'withdraw', offer: 0 });
  });

  it('take hold of no free days', () => {
    const slot = gridStateOf(slate, 0).cells.findIndex(({ kind }) => kind === 'slot');

    for (const key of ['m', '[', ']', 'Delete'])
      expect(press(key, gridStateOf(slate, slot))).toBeNull();
  });

  it('leave every other key alone', () => {
    for (const key of ['Tab', 'Escape', 'a', 'ArrowUp', 'F5']) {
      expect(press(key, gridStateOf(slate, 0))).toBeNull();
    }
  });
});
