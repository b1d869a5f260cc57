import type { SeedData } from '../../seed-data';
import { on, unique } from '../../seed-data';

export const PHONE = { width: 390, height: 844 };

export const spring = {
  name: 'Spring',
  price: '4.99',
  firstDay: on('02-01'),
  lastDay: on('04-30'),
};
export const autumn = {
  name: 'Autumn',
  price: '3.99',
  firstDay: on('09-01'),
  lastDay: on('11-30'),
};

/** A studio with two titles whose names look like formulas, in two territories and two seasons. */
export async function catalog(seed: SeedData) {
  const contract = await seed.contract();
  const offers = [spring, autumn];
  const territories = ['CA', 'US'];
  const license = await seed.license({ contract, territories, offers });
  const first = await seed.title({ license, offer: spring, title: unique('=Lantern') });
  await seed.assign(first, license, autumn);
  const second = await seed.title({ license, offer: autumn, title: unique('-Harbor') });
  return { contract, license, first, second };
}
