import { LoadingNote, Skeleton } from '@/ui/lists/skeleton';

/** Keeps the heading and the place of each section while the day is counted. */
export default function TodayLoading() {
  return (
    <>
      <header className="flex min-h-12 items-center gap-3 border-b border-line px-4 py-2">
        <h1 className="text-panel-title">Today</h1>
        <LoadingNote>Counting what needs you</LoadingNote>
      </header>
      <div aria-hidden className="grid grid-cols-2 lg:grid-cols-4">
        {Array.from({ length: 7 }, (_, place) => (
          <div
            key={place}
            className={`border-b border-line pb-3 sm:border-e ${place === 0 ? 'sm:col-span-2' : ''}`}
          >
            <Skeleton className="mx-4 mt-3 mb-1 h-7 w-40 max-w-full" />
            <Skeleton className="mx-4 mt-1.5 h-21 max-sm:h-10" />
            <div className="h-72 max-sm:hidden" />
          </div>
        ))}
      </div>
    </>
  );
}
