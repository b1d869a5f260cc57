'use client';

import type { Beside, BesideLicense } from '../../timeline/beside/use-beside';
import { useBeside } from '../../timeline/beside/use-beside';

/** The licenses that stand under one on its timeline, by what the server calls them. */
const GROUPS = { contract: 'Same contract', titles: 'Same titles' };

/** The other licenses of a license's contract, and those of its titles, asked for when they are opened. */
export function useBesideLicense(licenseId: string): Beside {
  return useBeside(GROUPS, async (which) => {
    const response = await fetch(`/licenses/${licenseId}/beside?which=${which}`);
    if (!response.ok) throw new Error(`Answered with ${response.status}.`);
    return (await response.json()) as readonly BesideLicense[];
  });
}
