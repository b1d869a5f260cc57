import { dayNumber, isoDate } from '../../../../src/domain/date-range';
import type { TimelineModel } from '../model';
export const d = (t: string) => dayNumber(isoDate(t));
const usd = (minor: number) => ({ minor, currency: 'USD' });
const all = ['tv', 'set-top-box', 'computer', 'mobile', 'tablet', 'console'];
const o = (name: string, minor: number, a: string, b: string | null, devices = all) => ({
  name,
  price: usd(minor),
  start: d(a),
  end: b === null ? null : d(b) + 1,
  devices,
});
export const today = d('2026-11-22');
const hero: TimelineModel = {
  today,
  window: { start: d('2026-03-01'), end: d('2027-09-01') },
  devices: all,
  offers: [
    o('Premiere rental', 1999, '2026-03-01', '2026-05-31'),
    o('Standard rental', 599, '2026-06-01', '2026-09-13'),
    o('Autumn price', 499, '2026-10-05', '2026-11-29'),
    o('Holiday price', 399, '2026-11-30', '2027-01-04'),
    o('Valentine’s weekend', 299, '2027-02-12', '2027-02-21', all.slice(1)),
    o('Spring price', 499, '2027-02-22', '2027-04-30'),
    o('Summer sale', 199, '2027-06-14', '2027-07-31'),
  ],
};
const w0 = d('2000-01-03');
const weekly: TimelineModel = {
  today,
  window: { start: w0, end: w0 + 70000 },
  offers: Array.from({ length: 10000 }, (_, i) => ({
    name: `Week ${i + 1}`,
    price: usd(99 + ((i * 37) % 20) * 100),
    start: w0 + i * 7,
    end: w0 + i * 7 + (i % 9 === 0 ? 5 : 7),
    devices: [],
  })),
};
const open: TimelineModel = {
  today,
  window: { start: d('2024-03-01'), end: null },
  offers: [
    o('Launch', 2499, '2024-03-01', '2024-06-30'),
    o('Standard', 1999, '2024-07-15', '2025-03-31'),
    o('Sale', 999, '2025-04-01', '2025-04-30'),
    o('Autumn', 1499, '2025-09-01', '2026-08-31'),
    o('Catalog price', 1499, '2026-09-01', null),
  ],
};
const empty: TimelineModel = {
  today,
  window: { start: d('2026-06-01'), end: d('2027-06-01') },
  offers: [],
};
const oneDay: TimelineModel = {
  today,
  window: { start: d('2026-10-01'), end: d('2027-04-01') },
  offers: [o('Christmas Day', 0, '2026-12-25', '2026-12-25')],
};
const ended: TimelineModel = {
  today,
  window: { start: d('2019-01-01'), end: d('2025-01-01') },
  offers: [
    o('DSC', 999, '2021-01-01', '2021-12-31'),
    o('PREM', 499, '2022-01-01', '2022-09-30'),
    o('STD_DSC', 199, '2023-01-01', '2023-09-08'),
  ],
};
const openEmpty: TimelineModel = {
  today,
  window: { start: d('2026-12-10'), end: null },
  offers: [],
};
export const models = { hero, weekly, open, empty, oneDay, ended, openEmpty };
