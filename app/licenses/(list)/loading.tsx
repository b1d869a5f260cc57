import { LoadingNote, SkeletonRows } from '@/ui/lists/skeleton';

/** The list's own heading stays while its rows are on their way. */
export default function LicensesLoading() {
  return (
    <>
      <header className="flex min-h-12 items-center gap-3 border-b border-line px-4 py-2">
        <h1 className="text-panel-title">Licenses</h1>
        <LoadingNote>Loading licenses</LoadingNote>
      </header>
      <SkeletonRows rows={16} widths={['w-56', 'w-28', 'w-12', 'w-16', 'flex-1', 'w-24']} />
    </>
  );
}
