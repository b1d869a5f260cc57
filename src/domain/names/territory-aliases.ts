import type { Territory } from '../values/territory';

/**
 * Search terms for territories in addition to the short English name: common abbreviations, former and formal names, and
 * names in the territory's own language. Each means exactly the territory, not a part of it ("England") or more.
 */
const ALIASES = `
AE UAE, Emirates
AT Österreich
BE België, Belgique
BN Brunei Darussalam
BO Plurinational State of Bolivia
BQ Caribbean Netherlands
BR Brasil
BY Belorussia, Byelorussia
CD DRC, DR Congo, Democratic Republic of the Congo, Congo-Kinshasa, Zaire
CF CAR
CG Republic of the Congo, Congo-Brazzaville
CH Schweiz, Suisse, Svizzera
CI Ivory Coast
CN PRC, People’s Republic of China, Mainland China
CV Cape Verde
CZ Czech Republic, Česko
DE Deutschland
DK Danmark
ES España
FI Suomi
FK Malvinas
FM Federated States of Micronesia
GB UK, U.K., Great Britain, Britain
GR Hellas
HK Hong Kong SAR
HR Hrvatska
HU Magyarország
IE Republic of Ireland, Éire
IR Islamic Republic of Iran, Persia
IS Ísland
IT Italia
JP Nippon
KH Kampuchea
KN St Kitts and Nevis, St. Kitts and Nevis
KP DPRK, Democratic People’s Republic of Korea
KR Korea, ROK, Republic of Korea
LA Lao, Lao PDR
LC St Lucia, St. Lucia
LK Ceylon
MD Republic of Moldova
MF St Martin, St. Martin
MK Macedonia, FYROM
MM Burma
MO Macau, Macau SAR, Macao SAR
NL Holland, Nederland
NO Norge
NZ Aotearoa
PL Polska
PM St Pierre and Miquelon, St. Pierre and Miquelon
PS Palestinian Territories, State of Palestine
RU Russian Federation, Rossiya
SA KSA, Kingdom of Saudi Arabia
SE Sverige
SH St Helena, St. Helena
ST São Tomé
SY Syrian Arab Republic
SZ Swaziland
TH Siam
TL East Timor
TR Turkey
TW Chinese Taipei
TZ United Republic of Tanzania
US USA, U.S., U.S.A., United States of America, America
VA Holy See
VC St Vincent and the Grenadines, St. Vincent and the Grenadines
VE Bolivarian Republic of Venezuela
VG BVI
VI USVI, US Virgin Islands
VN Viet Nam
ZA RSA
`;

const byCode = new Map<string, readonly string[]>(
  ALIASES.trim()
    .split('\n')
    .map((line) => [line.slice(0, 2), line.slice(3).split(', ')]),
);

/** The alternative names of a territory, empty for most. No two territories share one. */
export function territoryAliases(code: Territory): readonly string[] {
  return byCode.get(code) ?? [];
}
