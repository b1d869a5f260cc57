import type { GenerateOffers } from '../../../src/service/license/generate-offers';
import type { PrismaClient } from '../../../src/adapters/generated/prisma/client';
import { deviceNumber, deviceSet } from '../../../src/domain/values/device';
import { priceTuples } from '../../../src/adapters/postgres/rows';

/**
 * What the product does not do, for comparison: the same change as five calls of Prisma's models inside an interactive
 * transaction, the way most programs would be written. It checks no rule.
 */
export async function generateByModelCalls(
  { key, actor, at, licenseId, expectedVersion, plan }: GenerateOffers,
  prisma: PrismaClient,
): Promise<void> {
  const [offer] = plan.kind === 'at' ? plan.offers : [];
  if (offer === undefined) throw new Error('Only offers at their windows are compared.');
  const [startsOn, endsOn] = [day(offer.window.startsOn), day(offer.window.endsOn ?? '9999-12-31')];
  await prisma.$transaction(async (transaction) => {
    await transaction.license.findUniqueOrThrow({ where: { id: licenseId } });
    await transaction.command.create({
      data: { key, actor: actor.name, digest: '', result: {}, at },
    });
    await transaction.offer.create({
      data: {
        licenseId,
        startsOn,
        endsOn,
        name: offer.name,
        prices: priceTuples(offer.prices).map((line) => [...line]),
        devices: deviceSet(offer.devices).map(deviceNumber),
      },
    });
    const { count } = await transaction.license.updateMany({
      where: { id: licenseId, version: expectedVersion },
      data: { version: { increment: 1 } },
    });
    if (count !== 1) throw new Error('The license was changed by somebody else.');
    const change = JSON.stringify({ kind: 'offers-generated', offers: plan });
    await transaction.history.create({
      data: {
        aggregate: 'license',
        aggregateId: licenseId,
        version: expectedVersion + 1,
        at,
        actor: actor.name,
        commandKey: key,
        change,
      },
    });
  });
}

function day(text: string): Date {
  return new Date(`${text}T00:00:00Z`);
}
