import { LoadingNote, SkeletonRows } from '@/ui/lists/skeleton';

/** The page's own heading stays while its rows are on their way. */
export default function ImportsLoading() {
  return (
    <>
      <header className="flex min-h-12 items-center gap-3 border-b border-line px-4 py-2">
        <h1 className="text-panel-title">Imports</h1>
        <LoadingNote>Loading imports</LoadingNote>
      </header>
      <SkeletonRows rows={12} widths={['w-64', 'w-32', 'w-24', 'flex-1', 'w-24']} />
    </>
  );
}
