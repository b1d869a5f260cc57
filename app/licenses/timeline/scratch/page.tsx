import { MiniAxis } from '../mini-axis';
import { MiniTimeline } from '../mini-timeline';
import { Show } from './show';
import { models, d, today } from './models';
export default async function Page({ searchParams }: { searchParams: Promise<{ only?: string }> }) {
  const { only } = await searchParams;
  const from = d('2026-01-01'),
    to = d('2028-01-01');
  const shown = Object.entries(models).filter(([k]) => !only || only === k);
  return (
    <main id="content">
      <h1 className="sr-only">Scratch</h1>
      {shown.map(([name, model]) => (
        <Show key={name} name={name} model={model} />
      ))}
      <div className="m-4 w-[320px] max-sm:w-auto" data-minis>
        <div className="border-b border-line-strong">
          <MiniAxis from={from} to={to} today={today} />
        </div>
        {shown.map(([name, model]) => (
          <div key={name} className="border-b border-line">
            <MiniTimeline model={model} from={from} to={to} />
          </div>
        ))}
      </div>
    </main>
  );
}
