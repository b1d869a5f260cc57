import { LoadingNote, Skeleton, SkeletonRows } from '@/ui/lists/skeleton';

/** Keeps the heading, the month and the boards in their places while the calendar loads. */
export default function CalendarLoading() {
  return (
    <>
      <header className="flex min-h-12 items-center gap-3 border-b border-line px-4 py-2">
        <h1 className="text-panel-title">Calendar</h1>
        <LoadingNote>Loading the calendar</LoadingNote>
      </header>
      <div aria-hidden className="grid grid-cols-3 border-b border-line">
        {Array.from({ length: 3 }, (_, place) => (
          <div key={place} className="border-s border-line px-4 py-2.5 first:border-s-0">
            <Skeleton className="h-7 w-12" />
            <Skeleton className="mt-1 h-7 w-32 max-w-full max-sm:h-3" />
          </div>
        ))}
      </div>
      <div aria-hidden>
        <Skeleton className="mx-4 my-3 h-7 w-44" />
        <div className="mx-4 mb-4 grid grid-cols-7 border-s border-t border-line pt-7 max-sm:hidden">
          {Array.from({ length: 35 }, (_, day) => (
            <div key={day} className="h-24 border-e border-b border-line p-1.5">
              <Skeleton className="h-3 w-5" />
            </div>
          ))}
        </div>
      </div>
      <div
        aria-hidden
        className="grid border-t border-line lg:grid-cols-2 lg:divide-x lg:divide-line"
      >
        <SkeletonRows rows={6} widths={['flex-1', 'w-24']} />
        <SkeletonRows rows={6} widths={['flex-1', 'w-24']} />
      </div>
    </>
  );
}
