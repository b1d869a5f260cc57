import type { Metadata } from 'next';
import { PageHeader } from '@/ui/shell/page-header';
import { requirePerson } from '@/person';
import { instantWords } from '@/words/instant';
import { pricePlanViews } from '../../../src/bootstrap';
import { PlanDesk } from '../../price-plans/plan-desk';
import { planWords } from '../../price-plans/plan-words';

export const metadata: Metadata = { title: 'Price plans' };

/** Named price ladders that offers are made from. */
export default async function PricePlansPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  await requirePerson('/price-tables/plans');
  const [plans, { new: isNew }] = await Promise.all([pricePlanViews().list(), searchParams]);
  return (
    <PlanDesk
      header={
        <PageHeader
          breadcrumbs={[
            { label: 'Contracts', href: '/contracts' },
            { label: 'Price tables', href: '/price-tables' },
          ]}
          title="Price plans"
        >
          <p className="max-w-150 text-body text-ink-2">
            A price plan is a named price ladder. Apply it to a license under New offer, or to many
            in the list of licenses. Offers copy the plan: changing or deleting it later changes no
            offers.
          </p>
        </PageHeader>
      }
      isNew={isNew !== undefined}
      plans={plans.map((plan) => ({
        ...plan,
        words: planWords(plan.steps),
        origin: `Saved by ${plan.changedBy}, ${instantWords(plan.changedAt)}`,
      }))}
    />
  );
}
