import * as z from 'zod';
import type { BesideLicense } from '../../../timeline/beside/use-beside';
import { licenseViews } from '../../../../src/bootstrap';
import { dayNumber, isoDate } from '../../../../src/domain/values/date-range';
import { territoryWords } from '@/words/territory-words';
import { currentPerson } from '@/person';
import { daySpan } from '../../../timeline/model';
import { today } from '@/today';

export const dynamic = 'force-dynamic';

/** More would not be compared by eye. */
const MOST = 20;

const address = z.object({ licenseId: z.uuid() });
const asked = z.enum(['contract', 'titles']);

/** Licenses to be shown under one: of its contract, or with titles that it has, too. As JSON, for its timeline. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ licenseId: string }> },
): Promise<Response> {
  if ((await currentPerson()) === null) return new Response(null, { status: 401 });
  const { data } = address.safeParse(await params);
  const { data: which } = asked.safeParse(new URL(request.url).searchParams.get('which'));
  const license = data === undefined ? null : await licenseViews().license(data.licenseId);
  if (license === null || which === undefined) return new Response(null, { status: 404 });
  const { rows } = await licenseViews().list({
    filter:
      which === 'contract' ? { contractId: license.contract.id } : { sharesTitlesWith: license.id },
    ...{ sort: 'name', descending: false, today: today(), pageSize: MOST, withOffers: true },
    strip: license.details.terms.window,
  });
  const answer = rows
    .filter(({ id }) => id !== license.id)
    .map(({ id, name, rightsType, territories, window, held }): BesideLicense => ({
      ...{ id, name, about: `${rightsType}, ${territoryWords(territories).short}` },
      model: {
        window: daySpan(window),
        offers: (held?.offers ?? []).map((offer) => ({
          ...{ name: offer.name, prices: [], devices: [] },
          ...daySpan(offer.window),
        })),
        today: dayNumber(isoDate(today())),
      },
    }));
  return Response.json(answer, { headers: { 'cache-control': 'private, no-store' } });
}
