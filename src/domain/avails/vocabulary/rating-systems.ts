/**
 * Rating systems with the countries that use them (`ZZ`: anywhere) and their values, as `system|countries|values`. From the
 * rating data of the public repository MovieLabs/mddf (copyright Motion Picture Laboratories, Inc., MIT-style permission
 * notice).
 */
const RATING_SYSTEMS = `
MOI-G|AE|18 21 3 16 7 12
MOI|AE|PG G PG13 PG15 15+ 18+ 21+
INCAA|AR|ATP SAM13 SAM16 SAM18 C
BMUKK|AT|AA 6 8 10 12 14 16
ACMA|AU|P C G PG M MA
NCS|AU|G PG M MA15 R18+ CTC X18+ RC
CICF|BE|E KT/EA KNT/ENA
CSA|BE FR|10 12 16 18 interdiction
PEGI|AT BE BG CH CY CZ DK EE ES FI FR GB GR HU IE IL IS IT LT LU LV MT NL NO PL PT RO SE SI SK|PEGI-3 PEGI-OK PEGI-7 PEGI-12 PEGI-16 PEGI-18
NFRC|BG|A B C C+ D+ D X
MIA|BH|PG G PG-13 PG-15 15+ 18+
Film|BN BO CH CY CZ EE EG GR HN IL PE SK SV|U A/PG X TP 14 16 18 0 6 8 10 12 15 Pere L MS-6 K-6 MS-12 K-12 K-14 K-16 GN 12+ BN K E K-13 K-15 K-17 18+ G ALL PT PG 7 P2 P5 P8 AA A B C D
DJCTQ|BR|AL ER L L-12 L-14 L-16 L-18 L-10 A10 10 10-16 10-14 10-12 10-18 A12 12 12-18 12-16 12-14 14 A14 14-18 14-16 16 A16 16-18 18 A18
MKRF|AM BY RU|18+ 0 6+ 12+ 16+ 6 12 14 16 18
AFC|CA|G PG 14A 18A R
CBSC-F|CA|EC G 8+ 13+ 16+ 18+ RC
CBSC|CA|E C C8 G PG 14 18
CHVRS|CA|G E PG 14A 18A R
CPBC-T|CA|AP SP R A
CPBC|CA|G PG 14A 18A R A
MFCB|CA|G PG 14A AA 18A R A XXX
OFRB|CA|G PG 14A 18A R
RCQ|CA|G 13+ 16+ 18+ RC
ANATEL|CL|F I I-7 I-10 I-12 R A
CCC|CL|TE 18X 6 7 14 18
MOC|CO|E T 7 12 15 18 X Banned
CCEP|CR|TP7 TP I TP12 12 15 18
FSF|DE|0 6 12 12ab20uhr 16 18 X
FSK|DE|0 6 12 16 18 Keine
MCCYP|DK|A 7 11 15
CNE|EC|TP 12 15 18 21
TV|EC SK|A B C G U E7- E7+ E12 E15 7 12 15 18
ICAA|ES|APTA ER 7 12 13 16 18 X
MEKU|FI|S 7 12 16 18
CNC|FR|T 12 16 18 interdiction
BBFC|GB|U PG 12 12A 15 18 R18
FCO|HK|I IIA IIB III
HAVC|HR|SU 12 15 18
RCNOF|HU|I II III IV V VI
LSF|ID|SU A 13 17 21
IFCOF|IE|G PG 12A 15A 16 18
IFCO|IE|G PG 12 15 18
RTE|IE|Ch GA PS MA
CBFC|IN|UA7+ UA13+ UA16+ U UA A S
FRISK|IS|14 L 6 9 12 16 18
SMAIS|IS|L 7 12 14 16 18
AGCOM|IT|T VM14 VM18 VM6
MBACT|IT|T VM6 VM14 VM16 VM18
MC-JO|JO|G PG PG13 PG15 15+ 18+
EIRIN|JP|G PG12 R15+ R18+
KFCB|KE|G PG 16+ R
MCFA-KH|KH|G PG-13 NC-15 R-18
KCC|KR|All 7+ 12+ 15+ 19+
KMRB|KR|G 12+ 15+ 19+ 18+ LIM
KCB|KW KZ|PG G 12+ 13+ 15+ 18+ K BA B14 E16 E18 HA
LCB|LB|PG G PG13 PG16 18+ R21
LKC|LT|V N-7 N-13 N-16 N-18
CSCF|LU|T A 6 12 16 18
NKC-LV|LV|U 7+ 12+ 16+ 18+
MCCAA|MT|U PG 12A 12 14 15 16 18
NBC|MV|G PG 12+ 15+ 18+ 18+R PU
RTC|MX|AA A B B15 C D
FCBM|MY|U P12 P13 13 16 18 18SX 18PA 18SG 18PL
NFVCB|NG|G PG 12 12A 15 18 RE
Kijkwijzer|BE NL|AL 6 9 12 14 16 18
Medietilsynet|NO|A 6 7 9 11 12 15 18
OFLC|NZ|13 16 18 G PG RP13 R13 R15 M RP16 R16 RP18 R18 R
MTRCB|PH|G-TV G PG-TV PG SPG R13 R16 R18 X
NBC-PL|PL|I II III IV 18+
CCE|MO PT|A M/3 M/4 M/6 M/12 M/14 M/16 M/18 M/18-P
CNA|RO|AP 12 15 18 18+ G
CIC-SA|SA|G PG PG12 R12 R15 R18
SM-SA|SE|Barntillåten 7 11 15
MDA-VG|SG|Adv16 M18
MDA|SG|G PG PG13 NC16 M18 R21
BFVC|TH|G E 13 15 18 20 B
AI|TR|GA 7+ 13+ 18+
IBMCT|TR|GA 6A 6 7A 7 10A 10 13A 13 15A 15 16 18
MOC-TW-TV|TW|G P PG-12 PG-15 R
MOC-TW|TW|G P PG R-12 R-15 R
Ukraine|UA|Yes 12 For 14 16 18 X21 Denied
ESRB|CA US|RP RP17 E C 10-plus T M A
FAB|US|F C PD PD-M M VM EM AO
MPAAT|US|GB RB
MPAA|US|G PG M GP PG-13 R NC-17 X
RIAA|US|PAL
TVPG|US|TV-Y TV-G TV-Y7 TV-Y7-FV TV-PG TV-14 TV-MA
INAU|UY|TP 6 9 12 15 18
RESORTE-Health|VE|A B C D
RESORTE-Language|VE|A B C
RESORTE-Sexo|VE|A B C D E
RESORTE-Violencia|VE|A B C D E
MCST|VN|P 0 C13 C16 16+ C18 NYR C T18 T16 T13 K
FPB|ZA|A PG 7-9-PG 10 10M 10-12-PG 13 16 18 X18 XX
UNRATED|ZZ|ALL UNRATED ADULT PROSCRIBED
`;

interface RatingSystem {
  readonly territories: readonly string[];
  readonly values: readonly string[];
}

const systems = new Map<string, RatingSystem>(
  RATING_SYSTEMS.trim()
    .split('\n')
    .map((line) => {
      const [name = '', territories = '', values = ''] = line.split('|');
      return [name, { territories: territories.split(' '), values: values.split(' ') }];
    }),
);

/** The names of all systems. */
export const RATING_SYSTEM_NAMES: readonly string[] = [...systems.keys()];

/** The values of a system; `undefined` for an unknown system. */
export function ratingValues(system: string): readonly string[] | undefined {
  return systems.get(system)?.values;
}

/** Whether a system is used in at least one of the territories. */
export function isUsualIn(system: string, territories: readonly string[]): boolean {
  const usual = systems.get(system)?.territories ?? [];
  return usual.includes('ZZ') || territories.some((territory) => usual.includes(territory));
}
