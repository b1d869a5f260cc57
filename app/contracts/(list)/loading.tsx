import { LoadingNote, SkeletonRows } from '@/ui/lists/skeleton';

/** The list's own heading stays while its rows are on their way. */
export default function ContractsLoading() {
  return (
    <>
      <header className="flex min-h-12 items-center gap-3 border-b border-line px-4 py-2">
        <h1 className="text-panel-title">Contracts</h1>
        <LoadingNote>Loading contracts</LoadingNote>
      </header>
      <SkeletonRows rows={12} widths={['w-48', 'w-28', 'w-20', 'flex-1', 'w-24']} />
    </>
  );
}
