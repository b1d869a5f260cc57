import { describe, expect, it } from 'vitest';
import { anId } from '../../../builders/license-builders';
import { there } from './resources';
import type { Resources } from './resources';

/** What programs do with availability. */
export function availabilityAndHistorySuite({
  api,
  viewer,
  secret,
  aLicense,
  aTitle,
}: Resources): void {
  describe('availability', () => {
    it('is answered by days, with obstacles', async () => {
      const { id: licenseId, offers } = await aLicense();
      const id = await aTitle(licenseId, offers[0]);
      const query = { territory: 'CA', device: 'tv', rightsType: 'SVOD' } as const;
      const days = { startsOn: '2026-02-15', endsOn: '2026-04-15' };
      const ask = { params: { query: { ...query, ...days, contentId: [id] } } };
      const answer = there(await viewer.GET('/availability', ask));

      const license = { licenseId, licenseName: 'Spring' };
      expect(answer.items).toMatchObject([
        {
          contentId: id,
          verdict: 'partly',
          nextYes: null,
          spans: [
            {
              available: true,
              days: { startsOn: '2026-02-15', endsOn: '2026-03-01' },
              license,
              offer: offers[0],
            },
            { available: false, obstacle: 'no-offer', license },
            { available: false, obstacle: 'not-assigned', license, offer: offers[1] },
          ],
        },
      ]);
      const found = there(
        await viewer.GET('/availability', {
          params: { query: { ...query, ...days, kind: 'movie' } },
        }),
      );
      expect(found.total).toBeGreaterThan(0);
      const backwards = await api.send(
        'GET',
        '/availability?territory=XX&device=tv&rightsType=SVOD&startsOn=2026-02-30&endsOn=2026-01-01&color=red',
        { secret },
      );
      expect(await backwards.json()).toMatchObject({
        status: 422,
        errors: [
          { parameter: 'territory', code: 'invalid-territories' },
          { parameter: 'startsOn', code: 'invalid-date' },
          { parameter: 'color', code: 'unrecognized-keys' },
        ],
      });
      const unknown = await api.send(
        'GET',
        `/availability?territory=CA&device=tv&rightsType=SVOD&startsOn=2026-02-01&endsOn=2026-03-01&contentId=${anId()}`,
        { secret },
      );
      expect(unknown.status).toBe(422);
    });
  });

  describe('history', () => {
    it('names the token', async () => {
      const { id } = await aLicense();
      const told = there(await viewer.GET('/history', { params: { query: { aggregateId: id } } }));

      expect(told.items.map(({ version, actor, words }) => [version, actor, words])).toEqual([
        [2, 'Feeder', 'Price ladder: 2 offers, FEB and APR'],
        [1, 'Feeder', 'License granted, 1 Jan – 31 Dec 2026'],
      ]);
      expect(there(await viewer.GET('/history', {})).items.length).toBeGreaterThan(2);
    });
  });
}
