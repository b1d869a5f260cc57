import { LoadingNote, SkeletonRows } from '@/ui/lists/skeleton';

/** Keeps the page's heading while the calendar loads. */
export default function CalendarLoading() {
  return (
    <>
      <header className="flex min-h-12 items-center gap-3 border-b border-line px-4 py-2">
        <h1 className="text-panel-title">Calendar</h1>
        <LoadingNote>Loading the calendar</LoadingNote>
      </header>
      <SkeletonRows rows={14} widths={['flex-1', 'w-40', 'w-24']} />
    </>
  );
}
