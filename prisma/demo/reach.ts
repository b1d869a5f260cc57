import { DEVICES } from '../../src/domain/values/device';
import { ALL_TERRITORIES } from '../../src/domain/values/territory';

// Where and on what licenses are commonly granted.

export const WORLDWIDE: readonly string[] = ALL_TERRITORIES;
export const UNITED_STATES = ['US'];
export const NORTH_AMERICA = ['CA', 'US'];
export const LATAM = [
  ...['AR', 'BO', 'BR', 'CL', 'CO', 'CR', 'DO', 'EC', 'GT', 'HN'],
  ...['MX', 'NI', 'PA', 'PE', 'PR', 'PY', 'SV', 'UY', 'VE'],
];
export const DACH = ['AT', 'CH', 'DE'];
export const NORDICS = ['DK', 'FI', 'IS', 'NO', 'SE'];
export const BENELUX = ['BE', 'LU', 'NL'];
export const FRANCE = ['FR', 'MC'];
export const IBERIA = ['AD', 'ES', 'PT'];
export const UK_AND_IRELAND = ['GB', 'IE'];
export const EASTERN_EUROPE = [
  ...['BG', 'CZ', 'EE', 'HR', 'HU', 'LT', 'LV', 'PL', 'RO', 'SI', 'SK'],
];
export const GULF = ['AE', 'BH', 'KW', 'OM', 'QA', 'SA'];
export const AUSTRALASIA = ['AU', 'NZ'];
export const JAPAN = ['JP'];
export const SOUTHEAST_ASIA = ['ID', 'MY', 'PH', 'SG', 'TH', 'VN'];

export const EVERY_DEVICE: readonly string[] = DEVICES;
export const BIG_SCREEN = ['tv', 'set-top-box', 'console'];
export const NO_CONSOLE = ['tv', 'set-top-box', 'computer', 'mobile', 'tablet'];
export const ON_THE_GO = ['computer', 'mobile', 'tablet'];
export const TELEVISION = ['tv', 'set-top-box'];
