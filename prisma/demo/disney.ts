import type { DemoDeal } from './deal';
import { placed, unpriced } from './price-plan';
import { EVERY_DEVICE, NORTH_AMERICA, UNITED_STATES } from './reach';

/** The scenario that acceptance is described by: three offers with room between and after them. */
export const disney: DemoDeal = {
  studio: 'DISNEY',
  reference: 'DIS-2018-044',
  signed: '2018-11-30',
  recorded: 'D-224',
  licenses: [
    {
      name: 'Library 2019–2024',
      rightsType: 'EST',
      territories: UNITED_STATES,
      devices: EVERY_DEVICE,
      from: '2019-01-01',
      until: '2025-01-01',
      plan: placed(
        'USD',
        ['DSC', '9.99', '2021-01-01', '2022-01-01'],
        ['PREM', '4.99', '2022-01-01', '2022-10-01'],
        ['STD_DSC', '1.99', '2023-01-01', '2023-09-09'],
      ),
    },
    {
      name: 'Library renewal',
      rightsType: 'EST',
      territories: NORTH_AMERICA,
      devices: EVERY_DEVICE,
      from: 'M+1',
      until: 'M+49',
      plan: unpriced,
    },
  ],
};
