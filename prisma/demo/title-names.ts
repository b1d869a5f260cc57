/** Movies that do not exist. */
export const MOVIES: readonly string[] = [
  ...['The Lantern Keeper', 'Midnight over Marrow Bay', 'A Quiet Arithmetic', 'Salt and Signal'],
  ...[
    'The Ninth Orchard',
    'Paper Moons over Trieste',
    'Low Tide Confession',
    'The Cartographer’s Wife',
  ],
  ...['Every Other Winter', 'Copperline', 'The Glass Ferry', 'North of Nowhere Else'],
  ...['Hollow Parade', 'The Understudy’s Alibi', 'Blue Hour Bandits', 'A Ladder to the Rain'],
  ...[
    'Saint Elsewhere',
    'The Beekeeper’s Almanac',
    'Cinder Street',
    'Two Tickets to Verona Heights',
  ],
  ...['The Last Projectionist', 'Half Past Forever', 'The Weather Thief', 'Granite Hearts'],
  ...['An Inventory of Ghosts', 'Sundial', 'The Long Way to Port Amity', 'Whistle Down the Harbor'],
  ...['Once More with Thunder', 'The Velvet Meridian', 'Dust and Daughters', 'Kingfisher Lane'],
  ...['The Sleepwalker’s Guide', 'Borrowed Suns', 'Nine Days in Lisbon Road', 'The Tin Cathedral'],
  ...['Letters from the Undertow', 'A Field of Small Lies', 'The Orange Door', 'Static'],
  ...['The Clockmaker’s Debt', 'Evergreen, Nevada', 'Marigold Protocol', 'The Other Side of Noon'],
  ...['Featherweight Kings', 'The Hour of the Heron', 'Slow Burn Boulevard', 'Winterlight'],
  ...[
    'The Fox Who Stayed',
    'Little Engine Blue',
    'Pip and the Paper Boat',
    'The Moon Has a Mailbox',
  ],
  ...[
    'Skylark Academy',
    'The Great Button Robbery',
    'Otto’s Unlikely Orchestra',
    'Castle on Wheels',
  ],
  ...['The Drowned Library', 'Third Bell', 'Night Shift at the Aviary', 'What the Basement Heard'],
  ...['The Hemlock Sessions', 'Room for One Less', 'A Door in the Dunes', 'The Pale Surveyor'],
  ...['Sweet Arithmetic', 'Maybe in Montevideo', 'Table for Eleven', 'The Proposal Committee'],
  ...['Harvest of Stars', 'Orbit 9', 'The Cold Equation Room', 'Signal Lost, Signal Found'],
  ...['The Marathon Dance', 'Brass and Ivory', 'The Second Violin', 'Encore for Nobody'],
  ...['Border Radio', 'The Tram to Yesterday', 'Lost Luggage', 'A Minor Earthquake'],
];

/** Series that do not exist. */
export const SERIES: readonly string[] = [
  ...['Harbor Watch', 'The Archivists', 'Northern Exposures', 'Kitchen Cabinet'],
  ...['Fault Lines', 'The Night Desk', 'Marsh & Daughter', 'Low Orbit'],
  ...['The Understory', 'Quarter Past', 'Cold Harbor Road', 'Tiny Inspectors'],
];
