import { TimelineStrip } from '../../strip';
import { models } from '../models';
import { ShowAgenda } from '../show';
export default async function Page({ searchParams }: { searchParams: Promise<{ only?: string }> }) {
  const { only = 'hero' } = await searchParams;
  const hero = models.hero;
  const [, , autumn, holiday, val, spring] = hero.offers as any;
  const from = hero.today - 13,
    to = hero.today + 95;
  const p = { window: hero.window, today: hero.today, from, to };
  const yours = {
    ...holiday,
    end: holiday.end + 6,
    price: { minor: 349, currency: 'USD' },
    mark: 'yours' as const,
  };
  const jan = {
    name: 'January clearance',
    price: { minor: 249, currency: 'USD' },
    start: holiday.end + 13,
    end: holiday.end + 34,
    devices: [],
  };
  const base = [autumn, val, spring];
  return (
    <main id="content">
      <h1 className="sr-only">x</h1>
      <div className="m-4 grid grid-cols-3 gap-8 max-sm:grid-cols-1" data-strips>
        <TimelineStrip {...p} offers={[...base, yours]} />
        <TimelineStrip {...p} offers={[...base, holiday, { ...jan, mark: 'theirs' }]} />
        <TimelineStrip {...p} offers={[...base, yours, jan]} />
        <TimelineStrip
          {...p}
          offers={[...base, yours, { ...jan, start: holiday.end, mark: 'clash' }]}
        />
        <TimelineStrip {...p} offers={[...base, { ...holiday, mark: 'gone' }]} />
        <TimelineStrip {...p} offers={[]} />
      </div>
      <ShowAgenda model={(models as any)[only]} />
    </main>
  );
}
