import type { Metadata } from 'next';
import { HistoryOfOne } from '@/history/history-of-one';
import { LinkButton } from '@/ui/link-button';

export const metadata: Metadata = { title: 'History of a license' };

export default async function LicenseHistoryPage({
  params,
  searchParams,
}: {
  params: Promise<{ licenseId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { licenseId } = await params;
  return (
    <HistoryOfOne
      id={licenseId}
      parent="/licenses"
      beside="Each version links to the timeline at that time."
      hasDays
      actions={
        <LinkButton href={`/licenses/${licenseId}/compare`} variant="secondary">
          Compare versions
        </LinkButton>
      }
      searchParams={searchParams}
    />
  );
}
