import type { ReactNode } from 'react';
import { LinkButton } from '@/ui/link-button';
import { formatDay } from '../../src/domain/values/date-range';
import { Notice } from '@/ui/overlays/notice';
import { VersionChip } from '@/ui/version-chip';

interface AsOfVersion {
  readonly version: number;
  readonly latestVersion: number;
}

/** The version of a page that shows the past, beside its title. */
export function AsOfChip({ version, latestVersion }: AsOfVersion) {
  const word = version === latestVersion ? 'Latest' : 'Past';
  return <VersionChip version={version} state="saved" word={word} />;
}

/** From a past version to those beside it, and to the page as it is. */
export function AsOfLinks({ page, version, latestVersion }: AsOfVersion & { page: string }) {
  const beside = [version - 1, version + 1].filter((one) => one >= 1 && one <= latestVersion);
  return (
    <>
      {beside.map((other) => (
        <LinkButton key={other} href={`${page}?version=${other}`} variant="secondary">
          Version {other}
        </LinkButton>
      ))}
      <LinkButton href={page} variant="primary">
        Show the latest
      </LinkButton>
    </>
  );
}

/** Which version a page shows, and the change that made it. */
export function AsOfNotice({
  version,
  latestVersion,
  day,
  children,
}: AsOfVersion & {
  /** At whose end it was so, ISO 8601; left out where a version was asked for. */
  day?: string | undefined;
  /** The change: who, when, what. */
  children: ReactNode;
}) {
  return (
    <div className="px-4 py-3">
      <Notice
        tone="someone"
        title={
          day === undefined
            ? `As of version ${version} of ${latestVersion}.`
            : `At the end of ${formatDay(day)} (UTC): version ${version} of ${latestVersion}.`
        }
      >
        {children}
      </Notice>
    </div>
  );
}
