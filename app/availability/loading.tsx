import { LoadingNote, SkeletonRows } from '@/ui/lists/skeleton';

/** Keeps the page's heading while the answers load. */
export default function AvailabilityLoading() {
  return (
    <>
      <header className="flex min-h-12 items-center gap-3 px-4 py-2">
        <h1 className="text-panel-title">Availability</h1>
        <LoadingNote>Loading answers</LoadingNote>
      </header>
      <SkeletonRows rows={16} widths={['w-56', 'w-32', 'flex-1']} />
    </>
  );
}
