import { describe, expect, it } from 'vitest';
import { Takedown } from '../../../../../src/domain/content/takedown';
import { anOrigin, aSoldTitle, aUse } from '../../../../builders/avail-builders';
import { rowsOf, onlyRow, rowOfUse } from './exported-rows';

describe('an AvailID', () => {
  it('stays when the first days are taken down', () => {
    const whole = aSoldTitle();
    const takedown = Takedown.of({
      ...{ number: 2, territories: null, rightsTypes: null, reason: 'Dispute' },
      days: { startsOn: '2025-01-01', endsOn: '2026-03-01' },
    });
    const down = { ...whole, takedowns: [takedown] };

    expect(onlyRow(down)['AvailTrans/Start']).toBe('2026-03-01');
    expect(onlyRow(down)['Avail/AvailID']).toBe(onlyRow(whole)['Avail/AvailID']);
  });

  it('is stable across exports', () => {
    const title = aSoldTitle({ uses: [aUse({ territories: ['CA', 'US'] })] });

    expect(rowsOf(title)).toEqual(rowsOf(structuredClone(title)));
  });

  it('fits the identifier limit, whatever distinguishes the rows', () => {
    const long = 'x'.repeat(300);
    const cells = { 'AvailTrans/FormatProfile': '3DUHD', 'AvailTrans/NGAudio': long };
    const row = rowOfUse({ territories: ['CA'], origins: [anOrigin(cells)] });

    expect(row['Avail/AvailID']?.length).toBeLessThan(100);
  });

  it('is the studio’s own for exactly this row', () => {
    const origins = [anOrigin({ 'Avail/AvailID': 'studio-17' })];

    expect(rowOfUse({ origins })['Avail/AvailID']).toBe('studio-17');
  });

  it.each([
    ['has a blank', { cells: { 'Avail/AvailID': 'studio 17' }, territories: ['CA'] }],
    [
      'was for several territories',
      { cells: { 'Avail/AvailID': 's-17' }, territories: ['CA', 'US'] },
    ],
  ])('is ours when the studio’s %s', (_what, { cells, territories }) => {
    const origins = [anOrigin(cells, { territories })];

    expect(rowOfUse({ origins })['Avail/AvailID']).toMatch(/^crms:\S+:CA:HD$/);
  });

  it('is never given to two rows', () => {
    const origins = [anOrigin({ 'Avail/AvailID': 'x', 'AvailTrans/AssetLanguage': 'en,fr' })];
    const ids = rowsOf(aSoldTitle({ uses: [aUse({ origins })] })).map(
      (row) => row['Avail/AvailID'],
    );

    expect(ids).toEqual(['x', expect.stringMatching(/^crms:\S+:CA:HD:\w+$/) as string]);
  });
});
