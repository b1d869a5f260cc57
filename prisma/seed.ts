import type { Database } from '../src/adapters/postgres/connection/database';
import type { LicensedOffer } from '../src/domain/content/clash';
import { PrismaLicenseViews } from '../src/adapters/postgres/license/license-views';
import { PrismaUnitOfWork } from '../src/adapters/postgres/prisma-unit-of-work';
import { addDays, isoDate } from '../src/domain/values/date-range';
import { LicenseDetails } from '../src/domain/license/license-details';
import { Offer } from '../src/domain/license/offer';
import { inTransaction } from '../src/adapters/postgres/connection/transaction';
import { PrismaPricePlans } from '../src/adapters/postgres/price-plan/price-plans';
import { pricePlan } from '../src/domain/price-plan/price-plan';
import { chronicle, demoId } from './demo/chronicle';
import { demoDeals } from './demo/deals';
import { demoPlans } from './demo/saved-plans';
import { workerOn } from './demo/staff';
import { planTitles, tellTitles } from './demo/titles';

/**
 * Loads the demo data into an empty database, by the commands people would have given, so that its histories are real.
 * A database that holds a contract is left alone.
 */
export async function loadDemoData(database: Database): Promise<void> {
  const { prisma } = database;
  if ((await prisma.contract.findFirst({ select: { id: true } })) !== null) return;
  const unitOfWork = new PrismaUnitOfWork(prisma);
  const today = new Date().toISOString().slice(0, 10);
  // One after another: the order of the history is the order in which things happened.
  for (const event of chronicle(demoDeals, today)) await event.tell(unitOfWork);
  await tellTitles(
    planTitles(await offersByStudio(database), isoDate(today)),
    `${addDays(isoDate(today), -1)}T14:00:00.000Z`,
    unitOfWork,
  );
  await savePlans(prisma, `${addDays(isoDate(today), -1)}T15:00:00.000Z`);
}

/** Plans have no history to tell. @param at ISO 8601 in UTC */
function savePlans(prisma: Database['prisma'], at: string): Promise<void> {
  return inTransaction(prisma, async (transaction) => {
    const pricePlans = new PrismaPricePlans(transaction);
    for (const plan of demoPlans) {
      const id = demoId(`price plan/${plan.name}`);
      await pricePlans.save(pricePlan({ ...plan, id, revision: 1 }), workerOn(plan.name, at), at);
    }
  });
}

/** Every offer of each studio's licenses, in date order. */
async function offersByStudio({
  prisma,
}: Database): Promise<ReadonlyMap<string, readonly LicensedOffer[]>> {
  const licenses = await prisma.license.findMany({
    select: { id: true, studio: true },
    orderBy: [{ studio: 'asc' }, { name: 'asc' }, { id: 'asc' }],
  });
  const views = new PrismaLicenseViews(prisma);
  const studios = new Map<string, LicensedOffer[]>();
  for (const { id, studio } of licenses) {
    const view = await views.license(id);
    if (view === null) throw new Error(`License ${id} is gone.`);
    const { name, terms } = LicenseDetails.of(view.details);
    const offers = view.offers.map((offer) => ({
      licenseId: id,
      licenseVersion: view.version,
      licenseName: name,
      rightsType: terms.rightsType,
      territories: terms.territories,
      formats: terms.formats,
      languages: terms.languages,
      offer: Offer.of(offer),
    }));
    studios.set(studio, [...(studios.get(studio) ?? []), ...offers]);
  }
  return studios;
}
