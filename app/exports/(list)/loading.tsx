import { PageHeader } from '@/ui/shell/page-header';
import { LoadingNote, SkeletonRows } from '@/ui/lists/skeleton';

/** The page's own heading stays while its lines are on their way. */
export default function ExportsLoading() {
  return (
    <>
      <PageHeader title="Exports" beside={<LoadingNote>Loading exports</LoadingNote>} />
      <SkeletonRows rows={8} widths={['w-48', 'flex-1', 'w-24', 'w-24']} />
    </>
  );
}
