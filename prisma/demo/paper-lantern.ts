import type { DemoDeal } from './deal';
import { flat, ladder, placed, quarterly, unpriced, weekly, yearly } from './price-plan';
import { EVERY_DEVICE, JAPAN, NO_CONSOLE, NORTH_AMERICA, ON_THE_GO } from './reach';
import { SOUTHEAST_ASIA, TELEVISION, WORLDWIDE } from './reach';

const studio = 'Paper Lantern';

export const paperLantern: readonly DemoDeal[] = [
  {
    studio,
    reference: 'PL-{year}-0088',
    signed: 'M-21',
    recorded: 'D-203',
    notes: 'Dates are Japanese broadcast dates.',
    licenses: [
      {
        name: 'Spring season simulcast',
        rightsType: 'SVOD',
        territories: JAPAN,
        devices: EVERY_DEVICE,
        from: 'M-20',
        until: 'M+16',
        plan: quarterly('JPY', 'M+6', '550', '550', '600', '600'),
        later: [
          { kind: 'note', notes: 'One season each quarter; prices per title and month.' },
          { kind: 'extend', until: 'M+28' },
        ],
      },
      {
        name: 'Lantern films',
        rightsType: 'TVOD',
        territories: JAPAN,
        devices: EVERY_DEVICE,
        from: 'M-19',
        until: 'M+17',
        plan: ladder(
          'JPY',
          ['New rental', '550', 120],
          ['Rental', '440', 300],
          ['Library rental', '330'],
        ),
      },
      {
        name: 'Lantern films, purchase',
        rightsType: 'EST',
        territories: JAPAN,
        devices: EVERY_DEVICE,
        from: 'M-19',
        plan: ladder(
          'JPY',
          ['New release', '2750', 180],
          ['Standard', '2200', 365],
          ['Golden Week price', '1650', 14],
          ['Catalog', '1980'],
        ),
        later: [
          { kind: 'reprice', offer: 'Golden Week price', price: '1500' },
          { kind: 'reprice', offer: 'Catalog', price: '1870' },
        ],
      },
      {
        name: 'Lantern films, Korea',
        rightsType: 'TVOD',
        territories: ['KR'],
        devices: EVERY_DEVICE,
        from: 'M-12',
        until: 'D+55',
        plan: ladder('KRW', ['New rental', '4500', 120], ['Rental', '2500', 120], 60, [
          'Library rental',
          '1500',
        ]),
      },
      {
        name: 'New Year specials',
        rightsType: 'AVOD',
        territories: JAPAN,
        devices: TELEVISION,
        from: 'M-30',
        until: 'M+30',
        plan: yearly(
          'JPY',
          ['New Year special', '0', '12-28', '01-04'],
          ['Obon special', '0', '08-11', '08-18'],
        ),
      },
      {
        name: 'Morning exercises',
        rightsType: 'FVOD',
        territories: JAPAN,
        devices: ON_THE_GO,
        from: 'M-40',
        until: 'M-6',
        plan: flat('Free', 'JPY', '0'),
      },
    ],
  },
  {
    studio,
    reference: 'PL-{year}-0102',
    signed: 'M-8',
    recorded: 'D-160',
    licenses: [
      {
        name: 'Anime abroad, North America',
        rightsType: 'SVOD',
        territories: NORTH_AMERICA,
        devices: EVERY_DEVICE,
        from: 'M-7',
        until: 'M+17',
        plan: ladder('USD', ['Simulcast', '1.50', 90], ['Season complete', '1.20', 180], 60, [
          'Library',
          '0.60',
          240,
        ]),
      },
      {
        name: 'Anime abroad, Southeast Asia',
        rightsType: 'AVOD',
        territories: SOUTHEAST_ASIA,
        devices: NO_CONSOLE,
        from: 'D-84',
        until: 'D+28',
        plan: weekly('Episode', 13, 'USD', '0'),
      },
      {
        name: 'Anime abroad, Singapore',
        rightsType: 'EST',
        territories: ['SG'],
        devices: EVERY_DEVICE,
        from: 'M-7',
        until: 'M+29',
        plan: ladder('SGD', ['New release', '24.98', 120], ['Standard', '19.98', 120]),
      },
      {
        name: 'Anime abroad, rest of world',
        rightsType: 'SVOD',
        territories: WORLDWIDE.filter(
          (code) => !['CA', 'CN', 'JP', 'US', ...SOUTHEAST_ASIA].includes(code),
        ),
        devices: EVERY_DEVICE,
        from: 'M-6',
        until: 'M+18',
        plan: placed(
          'USD',
          ['Season one', '0.70', 'M-6', 'M+2'],
          ['Season two', '0.70', 'M+4', 'M+12'],
        ),
      },
      {
        name: 'Stage recordings',
        rightsType: 'TVOD',
        territories: ['JP', 'KR'],
        devices: EVERY_DEVICE,
        from: 'M+1',
        until: 'M+7',
        plan: ladder('JPY', ['Live rental', '3300', 14], ['Archive rental', '2200', 60]),
      },
      {
        name: 'Stage recordings, archive',
        rightsType: 'SVOD',
        territories: JAPAN,
        devices: EVERY_DEVICE,
        from: 'M+7',
        plan: unpriced,
      },
    ],
  },
];
