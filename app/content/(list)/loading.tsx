import { LoadingNote, SkeletonRows } from '@/ui/lists/skeleton';

/** The catalog's own heading stays while its rows are on their way. */
export default function ContentLoading() {
  return (
    <>
      <header className="flex min-h-12 items-center gap-3 border-b border-line px-4 py-2">
        <h1 className="text-panel-title">Content</h1>
        <LoadingNote>Loading titles</LoadingNote>
      </header>
      <SkeletonRows rows={16} widths={['w-64', 'w-16', 'w-28', 'flex-1', 'w-24']} />
    </>
  );
}
