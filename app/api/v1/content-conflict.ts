import type { ContentIntent } from '../../../src/service/content-conflict';
import type { ApiServices } from './services';
import { explainContentConflict } from '../../../src/service/content-conflict';
import { wire } from './wire';

/** What a stale command on a title is told: the same as a person is. */
export async function contentConflict(
  contentId: string,
  expectedVersion: number,
  intent: ContentIntent,
  { contentViews, licenseViews }: Pick<ApiServices, 'contentViews' | 'licenseViews'>,
) {
  const conflict = await explainContentConflict(
    contentId,
    expectedVersion,
    intent,
    contentViews(),
    licenseViews(),
  );
  return {
    latestVersion: conflict.latestVersion,
    conflict: { kind: 'content' as const, ...wire(conflict) },
  };
}
