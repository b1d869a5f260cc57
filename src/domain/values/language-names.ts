/**
 * Names of languages: every two-letter language of the IANA language subtag registry (RFC 5646) that is not deprecated, and of the
 * three-letter ones those that catalogs of films use. After the subtag come codes of ISO 639-2 that are no subtags: people write them.
 */
export const LANGUAGE_NAMES = `
aa/aar Afar
ab/abk Abkhaz
ae/ave Avestan
af/afr Afrikaans
ak/aka Akan
am/amh Amharic
an/arg Aragonese
apc Levantine Arabic
ar/ara Arabic
ary Moroccan Arabic
arz Egyptian Arabic
as/asm Assamese
ase American Sign Language
ast Asturian
av/ava Avar
awa Awadhi
ay/aym Aymara
az/aze Azerbaijani
ba/bak Bashkir
be/bel Belarusian
bfi British Sign Language
bg/bul Bulgarian
bh Bihari languages
bho Bhojpuri
bi/bis Bislama
bm/bam Bambara
bn/ben Bengali
bo/bod/tib Tibetan
br/bre Breton
bs/bos Bosnian
ca/cat Catalan
ce/che Chechen
ceb Cebuano
ch/cha Chamorro
chr Cherokee
ckb Central Kurdish
cmn Mandarin Chinese
cnr Montenegrin
co/cos Corsican
cr/cre Cree
cs/ces/cze Czech
csb Kashubian
cu/chu Church Slavonic
cv/chv Chuvash
cy/cym/wel Welsh
da/dan Danish
de/deu/ger German
doi Dogri
dsb Lower Sorbian
dv/div Dhivehi
dz/dzo Dzongkha
ee/ewe Ewe
el/ell/gre Greek
en/eng English
eo/epo Esperanto
es/spa Spanish
et/est Estonian
eu/baq/eus Basque
fa/fas/per Persian
ff/ful Fula
fi/fin Finnish
fil Filipino
fj/fij Fijian
fo/fao Faroese
fr/fra/fre French
fsl French Sign Language
fur Friulian
fy/fry Western Frisian
ga/gle Irish
gd/gla Scottish Gaelic
gl/glg Galician
gn/grn Guarani
gsg German Sign Language
gsw Swiss German
gu/guj Gujarati
gv/glv Manx
ha/hau Hausa
hak Hakka Chinese
haw Hawaiian
he/heb Hebrew
hi/hin Hindi
hil Hiligaynon
hmn Hmong
ho/hmo Hiri Motu
hr/hrv Croatian
hsb Upper Sorbian
ht/hat Haitian Creole
hu/hun Hungarian
hy/arm/hye Armenian
hz/her Herero
ia/ina Interlingua
id/ind Indonesian
ie/ile Interlingue
ig/ibo Igbo
ii/iii Nuosu
ik/ipk Inupiaq
ilo Iloko
io/ido Ido
is/ice/isl Icelandic
it/ita Italian
iu/iku Inuktitut
ja/jpn Japanese
jam Jamaican Creole English
jv/jav Javanese
ka/geo/kat Georgian
kab Kabyle
kg/kon Kongo
ki/kik Kikuyu
kj/kua Kuanyama
kk/kaz Kazakh
kl/kal Greenlandic
km/khm Khmer
kmr Northern Kurdish
kn/kan Kannada
ko/kor Korean
kok Konkani
kr/kau Kanuri
ks/kas Kashmiri
ku/kur Kurdish
kv/kom Komi
kw/cor Cornish
ky/kir Kyrgyz
la/lat Latin
lb/ltz Luxembourgish
lg/lug Ganda
li/lim Limburgish
ln/lin Lingala
lo/lao Lao
lt/lit Lithuanian
lu/lub Luba-Katanga
lv/lav Latvian
mai Maithili
mg/mlg Malagasy
mh/mah Marshallese
mi/mao/mri Māori
mk/mac/mkd Macedonian
ml/mal Malayalam
mn/mon Mongolian
mni Manipuri
mr/mar Marathi
ms/may/msa Malay
mt/mlt Maltese
mul Multiple languages
my/bur/mya Burmese
na/nau Nauruan
nan Min Nan Chinese
nap Neapolitan
nb/nob Norwegian Bokmål
nd/nde North Ndebele
nds Low German
ne/nep Nepali
ng/ndo Ndonga
nl/dut/nld Dutch
nn/nno Norwegian Nynorsk
no/nor Norwegian
nr/nbl South Ndebele
nv/nav Navajo
ny/nya Chichewa
oc/oci Occitan
oj/oji Ojibwa
om/orm Oromo
or/ori Odia
os/oss Ossetian
pa/pan Punjabi
pi/pli Pali
pl/pol Polish
prs Dari
ps/pus Pashto
pt/por Portuguese
qu/que Quechua
raj Rajasthani
rm/roh Romansh
rn/run Rundi
ro/ron/rum Romanian
ru/rus Russian
rw/kin Kinyarwanda
sa/san Sanskrit
sah Yakut
sat Santali
sc/srd Sardinian
scn Sicilian
sco Scots
sd/snd Sindhi
se/sme Northern Sami
sg/sag Sango
sh Serbo-Croatian
si/sin Sinhala
sk/slk/slo Slovak
sl/slv Slovenian
sm/smo Samoan
sma Southern Sami
smj Lule Sami
smn Inari Sami
sn/sna Shona
so/som Somali
sq/alb/sqi Albanian
sr/srp Serbian
ss/ssw Swati
st/sot Sesotho
su/sun Sundanese
sv/swe Swedish
sw/swa Swahili
ta/tam Tamil
tcy Tulu
te/tel Telugu
tg/tgk Tajik
th/tha Thai
ti/tir Tigrinya
tk/tuk Turkmen
tl Tagalog
tlh Klingon
tn/tsn Tswana
to/ton Tongan
tr/tur Turkish
ts/tso Tsonga
tt/tat Tatar
tw Twi
ty/tah Tahitian
ug/uig Uyghur
uk/ukr Ukrainian
ur/urd Urdu
uz/uzb Uzbek
ve/ven Venda
vec Venetian
vi/vie Vietnamese
vo/vol Volapük
wa/wln Walloon
wo/wol Wolof
wuu Wu Chinese
xh/xho Xhosa
yi/yid Yiddish
yo/yor Yoruba
yue Cantonese
za/zha Zhuang
zh/chi/zho Chinese
zu/zul Zulu
zxx No linguistic content
`;

/** Two-letter languages that are deprecated, with the subtags that took their place. */
export const FORMER_LANGUAGES: Readonly<Record<string, string>> = {
  in: 'id',
  iw: 'he',
  ji: 'yi',
  jw: 'jv',
  mo: 'ro',
};

/** Two-letter regions of the registry that are not in ISO 3166-1, without those for private use. */
export const OTHER_REGIONS = 'AC AN BU CP CQ CS DD DG EA EU EZ FX IC NT SU TA TP UN YD YU ZR';

/** The regions of the registry that are areas of several countries, by their codes in UN M.49. */
export const AREA_NAMES: Readonly<Record<string, string>> = {
  '001': 'World',
  '002': 'Africa',
  '003': 'North America',
  '005': 'South America',
  '009': 'Oceania',
  '011': 'Western Africa',
  '013': 'Central America',
  '014': 'Eastern Africa',
  '015': 'Northern Africa',
  '017': 'Middle Africa',
  '018': 'Southern Africa',
  '019': 'Americas',
  '021': 'Northern America',
  '029': 'Caribbean',
  '030': 'Eastern Asia',
  '034': 'Southern Asia',
  '035': 'South-Eastern Asia',
  '039': 'Southern Europe',
  '053': 'Australia and New Zealand',
  '054': 'Melanesia',
  '057': 'Micronesia',
  '061': 'Polynesia',
  '142': 'Asia',
  '143': 'Central Asia',
  '145': 'Western Asia',
  '150': 'Europe',
  '151': 'Eastern Europe',
  '154': 'Northern Europe',
  '155': 'Western Europe',
  '202': 'Sub-Saharan Africa',
  '419': 'Latin America',
};

/** Scripts that tell the written forms of one language apart (ISO 15924). */
export const SCRIPT_NAMES: Readonly<Record<string, string>> = {
  Arab: 'Arabic script',
  Cyrl: 'Cyrillic',
  Deva: 'Devanagari',
  Hans: 'Simplified',
  Hant: 'Traditional',
  Latn: 'Latin script',
};
