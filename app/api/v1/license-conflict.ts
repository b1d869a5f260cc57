import type { LicenseIntent } from '../../../src/service/conflict-explanation';
import type { LicenseViews } from '../../../src/service/views';
import { explainConflict } from '../../../src/service/conflict-explanation';
import { wire } from './wire';

/** What a stale command on a license is told: the same as a person is. */
export async function licenseConflict(
  licenseId: string,
  expectedVersion: number,
  intent: LicenseIntent,
  views: LicenseViews,
) {
  const conflict = await explainConflict(licenseId, expectedVersion, intent, views);
  return {
    latestVersion: conflict.latestVersion,
    conflict: { kind: 'license' as const, ...wire(conflict) },
  };
}
