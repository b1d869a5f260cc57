import type { Metadata } from 'next';
import { ThemeChoice } from '@/ui/theme-choice';
import { currentWorker } from '@/worker';
import { nextPath } from './next-path';
import { WhoForm } from './who-form';

export const metadata: Metadata = { title: 'Who is working?' };

/** Asks once who is working in this browser. No account and no password: the name signs the history. */
export default async function WhoPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const [{ next }, worker] = await Promise.all([searchParams, currentWorker()]);
  return (
    <div className="m-auto w-full max-w-96 px-4 py-10">
      <h1 className="text-title">Who is working?</h1>
      <p className="mt-1 mb-6 text-body text-ink-2">
        {worker === null
          ? 'Asked once in this browser. There is no password.'
          : `You work as ${worker.name}. Change it when somebody else sits down here.`}
      </p>
      <WhoForm name={worker?.name ?? ''} next={nextPath(next)} />
      <div className="mt-8 border-t border-line pt-6">
        <ThemeChoice />
      </div>
    </div>
  );
}
