import { describe, expect, it } from 'vitest';
import { commandOf } from '../../../../app/licenses/license-commands';
import { days } from '../../../builders/license-builders';

const ON = { licenseId: '0', expectedVersion: 4 };
const EFFECT = {
  closing: { kind: 'ended', reason: 'Terminated' },
  before: days('2026-01-01', '2028-12-31'),
  after: days('2026-01-01', '2027-06-30'),
  replaced: null,
  offers: [],
} as const;

describe('the command that makes a proposed change', () => {
  it('closes a license as it was decided, whatever falls away by now', () => {
    expect(commandOf({ kind: 'license-closed', ...EFFECT }, ON)).toEqual({
      kind: 'close-license',
      input: { ...ON, plan: { kind: 'ended', lastDay: '2027-06-30', reason: 'Terminated' } },
    });
    const closing = { kind: 'void', reason: 'Recorded twice' } as const;
    expect(commandOf({ kind: 'license-closed', ...EFFECT, closing }, ON)).toMatchObject({
      input: { plan: closing },
    });
  });

  it('takes back the change that was to be taken back, not what somebody saved since', () => {
    const change = { kind: 'license-reopened', ...EFFECT } as const;
    expect(commandOf(change, ON, 3)).toEqual({
      kind: 'undo-change',
      input: { ...ON, undoes: 3 },
    });
    expect(commandOf(change, ON)).toMatchObject({ input: { undoes: 4 } });
  });
});
